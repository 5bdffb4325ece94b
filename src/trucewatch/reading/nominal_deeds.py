"""Deeds told by a noun that no trigger names → drafts of the type "other": "the confiscation of the cattle by soldiers".

A noun made from a verb says what was done; "of" says to whom or to what, "by" or a possessor says who did it. No list of such nouns is ever
whole: the ending makes one, and the verb it comes from says whether it harms nobody (vocab/deeds.yaml). A deed founds no incident.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from trucewatch.reading.coordination import coordinated
from trucewatch.reading.deeds import DeedFinder, mild_verbs
from trucewatch.reading.drafts import Draft
from trucewatch.reading.strangers import something
from trucewatch.reading.triggers import triggers

_ENDINGS = {
    "ing": ("", "e"), "ation": ("", "e", "ate"), "ication": ("y",), "ition": ("", "ish", "e"), "ction": ("ct", "y"), "ion": ("", "e"),
    "ulsion": ("el",), "ssion": ("ss", "t"), "sion": ("d", "de", "se"), "ment": ("",), "al": ("", "e"), "ure": ("e", ""), "ance": ("", "e"),
    "ade": ("ade",), "age": ("", "e", "age"), "uit": ("ue",), "over": (" over",),
}  # fmt: skip
"""Endings of nouns made from verbs, and what the verb has in their place."""
_ALIKE = frozenset("repulse sabotage blockade rescue arrest seizure harm abuse ram".split())
_MILD = frozenset(
    """provision description reception delivery decision permission mission opinion question option section position condition situation
    population nation region station tradition version session government settlement regiment department document element moment parliament
    statement agreement apartment hospital capital official funeral general village message average language damage image picture figure
    future culture structure nature measure building meeting evening morning warning hearing briefing funding training planning feeling
    meaning beginning ruling showing following outing gathering covering lighting clothing ceiling railing being thing string ring king
    wing spring sibling offspring""".split()
)
"""Nouns with such an ending that name no deed."""
_BREACHES = frozenset({"violation", "breach", "infringement", "infraction", "contravention", "transgression"})
_KEPT = frozenset("ceasefire cease-fire truce armistice agreement accord cessation ceasefires airspace border fire".split())
_DOING = frozenset("commit perpetrate make carry launch repeat continue undertake".split())
_RESORTING = frozenset("resort indulge engage persist be".split())
_TRIES = frozenset({"attempt", "attempts", "bid", "bids"})
_INTRUDING = frozenset("land cross enter reach approach pass move close".split())
_SHORTEST = 5
_STEM = 4


@dataclass(frozen=True, slots=True)
class NominalDeedFinder:
    """Finds the deeds that nouns of one parse tell of."""

    deeds: DeedFinder

    def find(self, at: int, told: Collection[int]) -> Draft | None:
        """Return the deed the noun at ``at`` tells of, or None; ``told`` are the words of the events that triggers name."""
        tree = self.deeds.nominals.tree
        if tree.lower[at] in _TRIES and tree.pos[at] == "NOUN" and at not in told:
            return self._tried(at, told)
        if tree.lemma[at].lower() in _BREACHES and tree.pos[at] == "NOUN" and at not in told:
            return self._breach(at)
        if tree.tag[at] not in {"NN", "VBG"} or at in told or len(tree.lower[at]) < _SHORTEST or tree.dep[at] in {"amod", "compound"}:
            return None
        of = next((child for child in tree.children[at] if child > at and tree.lower[child] == "of" and tree.dep[child] == "prep"), None)
        if of is None or of > at + 2:
            return None
        verbs = verbs_of(tree.lower[at])
        if (
            not verbs
            or any(verb in mild_verbs() for verb in verbs)
            or (tree.tag[at] == "VBG" and tree.child(at, "nsubj", "dobj") is not None)
        ):
            return None
        hit = [head for child in tree.children[of] if tree.dep[child] == "pobj" for head in coordinated(tree, child)]
        patients = tuple(head for head in hit if self.deeds.can_be_hit(head))
        if not patients:
            return None
        violent = any(map(self.deeds.harms, verbs))
        doers = tuple(head for head in self._doers(at, hit) if self.deeds.acts(head, violent=violent))
        if not doers and not violent:
            return None
        return Draft(at, "other", "unknown", (at, at + 1), f"deed:{tree.lower[at]}:does", doers=doers, patients=patients)

    def _breach(self, at: int) -> Draft | None:
        """Return the deed of "the militia's violation of the truce", "resorted to ceasefire violation", where somebody is said to do it."""
        tree, deeds = self.deeds.nominals.tree, self.deeds
        kept = [below for child in tree.children[at] if tree.lower[child] == "of" for below in tree.children[child]]
        kept += [child for child in tree.children[at] if child < at and tree.dep[child] in {"compound", "nmod", "amod"}]
        fire = tree.lower[max(0, at - 3) : at] == ["cease", "-", "fire"]
        if not fire and not any(tree.lemma[here].lower() in _KEPT for here in kept):
            return None
        carrier = tree.head[at]
        preposition = tree.lower[carrier]
        if tree.dep[at] == "pobj" and preposition in {"to", "in", "of"}:
            carrier = tree.head[carrier]
            if tree.pos[carrier] == "ADJ" and tree.lemma[tree.head[carrier]] == "be":
                carrier = tree.head[carrier]
        done = tree.lemma[carrier] in (_DOING if tree.dep[at] == "dobj" else _RESORTING)
        heads = self._doers(at, []) or (list(deeds.verbs.given(carrier).subjects) if done and tree.pos[carrier] in {"VERB", "AUX"} else [])
        doers = tuple(head for head in heads if deeds.acts(head, violent=False))
        return Draft(at, "other", "none", (at, at + 1), f"deed:{tree.lower[at]}:does", doers=doers) if doers else None

    def _tried(self, at: int, told: Collection[int]) -> Draft | None:
        """Return the deed of "an attempt by commandos to land on the islet": tried by whom, on what."""
        tree, deeds = self.deeds.nominals.tree, self.deeds
        verb = tree.child(at, "acl", "xcomp")
        lemma = tree.lemma[verb].lower() if verb is not None else ""
        if verb is None or tree.tag[verb] != "VB" or (lemma in mild_verbs() and lemma not in _INTRUDING) or verb in told:
            return None
        given = deeds.verbs.given(verb)
        hit = given.objects or given.after("on", "onto", "into", "at", "against", "across", "through")
        patients = tuple(head for head in hit if something(deeds.nominals, head) or deeds.can_be_hit(head))
        carrier = tree.head[at]
        made = tree.dep[at] == "dobj" and tree.lemma[carrier].lower() in {"make", "launch", "mount", "stage"}
        heads = self._doers(at, []) or (list(deeds.verbs.given(carrier).subjects) if made else [])
        doers = tuple(head for head in heads if deeds.acts(head, violent=deeds.harms(tree.lemma[verb].lower())))
        if not doers and not (patients and deeds.harms(tree.lemma[verb].lower())):
            return None
        return Draft(at, "other", "unknown", (at, at + 1), "deed:attempt:does", "attempted", doers=doers, patients=patients)

    def _doers(self, at: int, hit: list[int]) -> list[int]:
        """Return who stands after "by", wherever near the parse hung it, or before it as whose deed it is."""
        tree = self.deeds.nominals.tree
        owner = tree.child(at, "poss")
        if owner is not None:
            return [owner]
        verb = tree.head[at]
        above = (at, *hit, *((verb,) if tree.tag[verb] in {"VBD", "VBZ", "VBP"} and tree.child(verb, "auxpass") is None else ()))
        for here in above:
            for child in tree.children[here]:
                if child > at and tree.lower[child] == "by":
                    return [head for below in tree.children[child] if tree.dep[below] == "pobj" for head in coordinated(tree, below)]
        return []


@cache
def verbs_of(noun: str) -> tuple[str, ...]:
    """Return the verbs a noun may be made from ("expulsion" → "expel"), none for nouns that name no deed."""
    if noun in _MILD:
        return ()
    if noun in _ALIKE:
        return (noun,)
    for ending, instead in _ENDINGS.items():
        if noun.endswith(ending) and len(stem := noun.removesuffix(ending)) >= _STEM - 1:
            made = [stem + tail for tail in instead]
            if len(stem) > _STEM and stem[-1] == stem[-2]:
                made.append(stem[:-1])  # "ramming" → "ram"
            known = tuple(verb for verb in made if verb in triggers().verbs or verb in mild_verbs())
            return known or tuple(made)
    return ()
