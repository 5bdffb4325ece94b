"""A verb and the words within its reach → what they make of it: particles, objects and prepositions that decide what it says.

As in "took twelve men prisoner", "cut down three", "was left with a broken wrist". Enters: a parse. Leaves: a metric and the token that
says it, a yes or no. The lexicon is ``vocab/casualties.yaml``.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.people import singular

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Metric

type Hit = "tuple[Metric, int]"

_AMOUNTS = frozenset("degree degrees variety number range kind kinds type types lot".split())
_THEM = frozenset(("them", "him", "her", "it"))
_TRANSPORTS = frozenset("fly airlift take rush evacuate bring carry transfer treat ferry send move drive lift helicopter".split())
_WOUNDS = frozenset(
    """wound injury burn fracture shrapnel concussion bruise bullet gash cut laceration gunshot splinter fragment graze scratch scrape
    sprain contusion abrasion lesion haemorrhage hemorrhage whiplash scald blister trauma""".split()
)
BROKEN = frozenset(
    "cracked sprained broken fractured shattered severed crushed burned burnt mangled dislocated bullet gunshot shrapnel".split()
)
_GRAVES = frozenset("grave graves morgue mortuary".split())
_HELD = frozenset("hands bars custody detention jail prison captivity arrest".split())
_WHOSE = frozenset(("its", "their", "our", "his", "rebel", "enemy"))
_FATAL = frozenset("fatal fatally deadly mortally".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_STOPS = frozenset((".", ";", ":", "(", "who", "which", "when", "while", "after", "before", "because", "but"))
_OWN = frozenset(("custody", "death", "hostage", "prisoner", "captive", "harmless", "down", "fleeing", "flight", "homeless"))
"""Words that belong to the verb wherever they stand in its reach; others only where the parse puts them under it."""
_JOINED = frozenset(("off", "out", "up", "down", "on", "away"))
_REACH = 14


class VerbWords:
    """What the words around the verbs of one parse make of them."""

    def __init__(self, parse: "Parse") -> None:
        self.doc = parse.doc
        self.lower = parse.tree.lower
        self.words = lexicon()

    def _allowed(self, verb: "Token") -> bool:
        """Whether a verb that needs a particle or an object to mean this has it, and none that makes it mean something else."""
        lemma = verb.lemma_
        if (others := self.words.unless.get(lemma)) and any(token.lower_ in others for token in self._reach(verb)):
            return False
        needs = self.words.needs.get(lemma)
        if needs is None or (lemma == "gun" and [word.lower_ for word in self.doc[verb.i - 2 : verb.i]] == ["machine", "-"]):
            return True
        for child in verb.children:
            if child.lower_ in needs or (child.dep_ in ("prep", "xcomp") and any(c.lower_ in needs for c in child.children)):
                return True
            if child.lower_ == "with" and lemma in ("take", "carry", "lead") and any(c.lower_ in _THEM for c in child.children):
                return True  # "took three boys with them"
            if child.dep_ == "xcomp" and child.lemma_ in needs:
                return True
        return any(token.lower_ in needs for token in self._reach(verb))

    def _reach(self, verb: "Token") -> "list[Token]":
        """The words after a verb up to the next verb or stop, wherever the parse puts them."""
        reach: list[Token] = []
        for token in self.doc[verb.i + 1 : verb.i + 1 + _REACH]:
            if token.lower_ in _STOPS or token.is_sent_start or token.tag_ in _FINITE:
                break
            if token.tag_ in ("VBN", "VBG") and token.dep_ not in ("amod", "compound", "prep") and token.lower_ not in _OWN:
                break
            if token.lower_ in _JOINED and self.doc[min(token.i + 1, len(self.doc) - 1)].tag_ == "HYPH":
                continue  # "carrying off-duty policemen"
            reach.append(token)
        return reach

    def _phrase(self, verb: "Token", phrases: "Mapping[str, Metric]", token: "Token") -> "Metric | None":
        """The metric of a verb with a noun of its own: "paid the supreme price", "took into custody"."""
        if (others := self.words.unless.get(verb.lemma_)) and any(word.lower_ in others for word in self._reach(verb)):
            return None
        for child in verb.children:
            if child.i == token.i:
                continue
            if child.dep_ in ("dobj", "pobj") and child.lower_ in _AMOUNTS:  # "various degrees of injury"
                inner = next((below for mid in child.children if mid.lower_ == "of" for below in mid.children), child)
                if metric := phrases.get(singular(inner.lower_)):
                    return metric
            if (metric := phrases.get(singular(child.lower_)) or phrases.get(child.lemma_)) and child.dep_ not in ("nsubj", "nsubjpass"):
                return metric
            if child.dep_ in ("prep", "dative", "agent"):
                for inner in child.children:
                    if metric := phrases.get(singular(inner.lower_)) or phrases.get(inner.lemma_):
                        return metric
        bare = not any(child.dep_ in ("dobj", "prep", "nsubj", "nsubjpass", "agent", "auxpass") for child in verb.children)
        own = (word for word in self._reach(verb) if bare or word.lower_ in _OWN or word.dep_ == "prt" or word.i == verb.i + 1)
        return next((phrases[form] for word in own for form in (word.lower_, word.lemma_) if form in phrases), None)

    def done_by_phrase(self, verb: "Token") -> "Metric | None":
        """What a verb with a noun or particle of its own does to its object, or its passive's subject: "cut down"."""
        phrases = self.words.object_phrases.get(verb.lemma_)
        told = self._phrase(verb, phrases, verb) if phrases else None
        return told or (self.words.does.get(verb.lemma_) if self._allowed(verb) else None)

    def _bearing(self, end: int) -> "Hit | None":
        """As in "eleven people with stab wounds", whatever the parse hangs the wounds on."""
        words = [token.lower_ for token in self.doc[end : end + 4]]
        if words[:1] == ["in"] and "condition" in words:
            return "injured", end + words.index("condition")
        if words[:1] not in (["with"], ["suffering"]):
            return None
        return next((("injured", token.i) for token in self.doc[end + 1 : end + 5] if wound(token)), None)

    def _handed(self, start: int) -> "Hit | None":
        """As in "we have in our hands 22 others"."""
        before = [token.lower_ for token in self.doc[max(0, start - 4) : start]]
        after = [token.lower_ for token in self.doc[start + 1 : start + 10]]
        have = before[-1:] in (["have"], ["has"], ["had"], ["hold"], ["holds"])
        ours = any(after[at] == "in" and after[at + 2] == "hands" and after[at + 1] in _WHOSE for at in range(len(after) - 2))
        if have and ours:
            return "detained", start - 1  # "it has 38 of the garrison in its hands"
        held = before[-1:] == ["hands"] and before[-3:-2] == ["in"] and before[0] in ("have", "has", "had", "hold", "holds")
        return ("detained", start - 1) if held else None

    def _brought(self, verb: "Token") -> "Hit | None":
        """As in "were flown to the capital with wounds": whatever the parse hangs the wounds on."""
        if verb.lemma_ not in _TRANSPORTS:
            return None
        after = self.doc[verb.i + 1 : verb.i + 14]
        for token in after:
            if token.lower_ in (".", ";"):
                break
            if wound(token) and any(c.lower_ in ("with", "for") for c in self.doc[verb.i + 1 : token.i]):
                return "injured", token.i
        return None

    def _behind_bars(self, verb: "Token") -> "Hit | None":
        """As in "remain behind bars", "are in custody", "languish in jail"."""
        for child in verb.children:
            for inner in child.children if child.dep_ == "prep" and child.lower_ in ("in", "behind", "under") else ():
                owned = inner.lower_ in ("power", "clutches", "grip", "keeping") and any(
                    c.dep_ == "poss" or c.lower_ == "of" for c in inner.children
                )
                if inner.lower_ in _HELD or owned:
                    return "detained", inner.i
                if inner.lower_ in _GRAVES:
                    return "killed", inner.i  # "nine soldiers are in their graves"
        return None

    def _with_wounds(self, token: "Token") -> "Hit | None":
        """As in "taken to hospital with burns", "in critical condition", "survived with a bullet in the hip"."""
        for child in token.children:
            if child.dep_ != "prep" or child.lower_ not in ("with", "in", "for", "under"):
                continue
            for inner in child.children:
                if child.lower_ == "under":
                    if inner.lower_ in ("treatment", "care"):
                        return "injured", inner.i
                    if inner.lower_ in ("guard", "observation", "sedation", "arrest") and (ward := _ward(inner)) is not None:
                        return "injured", ward  # "is under guard in hospital"
                    continue
                hurt = child.lower_ != "in" and (wound(inner) or any(c.lower_ in BROKEN for c in inner.lefts))
                if hurt or (child.lower_ == "in" and (inner.lower_ in ("condition", "hospital", "coma") or _grave_state(inner))):
                    return "injured", inner.i
        return None


def _ward(token: "Token") -> int | None:
    """The hospital right after "under guard in"."""
    after = token.doc[token.i + 1 : token.i + 4]
    return (
        next((one.i for one in after if one.lower_ in ("hospital", "clinic", "infirmary")), None)
        if after and after[0].lower_ == "in"
        else None
    )


def wound(token: "Token") -> bool:
    """Whether the noun is a wound or what makes one."""
    word = token.lower_
    return word in _WOUNDS or word.removesuffix("s") in _WOUNDS or word.removesuffix("es") in _WOUNDS or word == "injuries"


def _grave_state(token: "Token") -> bool:
    """As in "flown out in a critical state"."""
    if token.lower_ == "care":
        return any(c.lower_ in ("intensive", "medical", "critical", "hospital") for c in token.lefts)
    return token.lower_ == "state" and any(c.lower_ in ("critical", "serious", "grave", "bad", "poor") for c in token.lefts)


def fatal(token: "Token") -> bool:
    """As in "fatally shot", "the fatal shooting of": the word for what hurts is told as what killed."""
    return any(child.lower_ in _FATAL and abs(child.i - token.i) <= 2 for child in token.children)
