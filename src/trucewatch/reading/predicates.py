"""The words that govern a phrase → what they do to its people: verbs, their objects and complements, event nouns with "of"."""

from typing import TYPE_CHECKING

from trucewatch.reading.bodyparts import PARTS, SEVERED
from trucewatch.reading.flight import flees
from trucewatch.reading.objectverbs import ObjectVerbs
from trucewatch.reading.people import KIN
from trucewatch.reading.subjectverbs import by_somebody, kept, shoots_at
from trucewatch.reading.verbwords import Hit, fatal

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

_PASSIVE = frozenset(("auxpass", "nsubjpass"))
_STATES_OF = frozenset(("acomp", "attr", "oprd", "xcomp", "advmod", "prep", "ccomp", "advcl", "dobj"))
_LIGHT = frozenset(("RB", "VBD", "VBZ", "VBP", "VBN", "TO", "IN", "RP"))
_FELLOWS = frozenset("others other companions comrades colleagues friends".split())
_CATCHING = frozenset("catch capture take seize apprehend nab arrest".split())
_FORFEIT = frozenset("prisoner hostage captive".split())


class Predicates(ObjectVerbs):
    """What the words above a phrase do to the people it names, in one parse."""

    def _taken(self, end: int) -> "Hit | None":
        """As in "one taken prisoner", "two held hostage", whichever word the parse puts on top."""
        words = [token.lower_ for token in self.doc[end : end + 2]]
        if len(words) == 2 and words[0] == "taken" and words[1] in (".", ",", ";", "alive"):
            return "detained", end  # "seven soldiers dead and one taken"
        if words[:1] == ["alive"] and self._caught_before(end):
            return "detained", end  # "19 fighters were caught dead and one alive"
        if len(words) == 2 and words[0] in ("taken", "held", "kept", "made") and words[1] in ("prisoner", "hostage", "captive"):
            return "detained", end
        return None

    def _caught_before(self, at: int) -> bool:
        """Whether a verb of catching stands before in the sentence, which the words at ``at`` leave out."""
        while at > 0 and not self.doc[at].is_sent_start:
            at -= 1
            if self.doc[at].lemma_ in _CATCHING and self.doc[at].tag_ in ("VBN", "VBD"):
                return True
        return False

    def _relative(self, verb: "Token") -> "Hit | None":
        """As in "12 villagers who died", "five soldiers shot by rebels"."""
        words = self.words
        lemma = verb.lemma_
        if any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WP", "WDT") and c.head.lemma_ not in words.does for c in verb.children):
            return None  # "20 attackers, four of whom died": the clause has a subject of its own
        passive = any(c.dep_ == "nsubjpass" for c in verb.children)
        if passive and any(c.lower_ == "of" and c.i < verb.i for mid in verb.children for c in (mid, *mid.children)):
            return None  # "fighters, of whom dozens had been eliminated"
        if any(c.tag_ == "WRB" for c in verb.children) and any(c.dep_ == "nsubjpass" for c in verb.children):
            return None  # "at Boshehra, where three tribesmen were hurt"
        if verb.dep_ == "relcl" and lemma == "be":
            gone = next((c for c in verb.children if c.dep_ == "acomp" and c.lower_ in ("missing", "dead", "wounded")), None)
            return (words.states[gone.lower_], gone.i) if gone is not None else None
        if verb.dep_ == "relcl" and lemma == "fall" and any(c.lower_ == "who" for c in verb.children):
            return self._falls(verb.head, verb)
        if verb.dep_ == "relcl" and lemma in words.suffers:
            return words.suffers[lemma], verb.i
        if lemma == "shoot" and not any(c.dep_ in ("auxpass", "agent") for c in verb.children) and shoots_at(verb):
            return None
        if verb.lower_ in words.states and verb.tag_ == "JJ":
            return words.states[verb.lower_], verb.i
        if lemma in ("find", "leave", "report", "shoot", "pronounce", "declare", "list") and verb.tag_ in ("VBN", "VBD"):
            for child in verb.children:
                if child.lower_ in words.states and child.dep_ in _STATES_OF:
                    return words.states[child.lower_], child.i
        if lemma == "take" and by_somebody(verb):
            return "detained", verb.i  # "two colleagues, who were taken by fighters"
        if lemma in ("hit", "strike") and any(c.dep_ == "nsubjpass" for c in verb.children) and not self._afflicted(verb):
            return "killed" if fatal(verb) else "injured", verb.i
        if lemma == "pick" and verb.dep_ == "acl" and {"up", "by"} <= {c.lower_ for c in verb.children}:
            return "detained", verb.i
        if verb.dep_ == "relcl" and (hit := self._told_of_subject(verb)):
            return hit
        phrases = words.object_phrases.get(lemma, {})
        if lemma not in words.does and not phrases:
            return None
        passive = verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and not any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)
        passive = passive or any(c.dep_ in _PASSIVE for c in verb.children)
        passive = passive or (verb.dep_ == "relcl" and any(c.dep_ == "dobj" and c.tag_ in ("WP", "WDT") for c in verb.children))
        gap = verb.dep_ == "relcl" and not any(c.dep_ in ("dobj", "obj") or c.tag_ in ("WP", "WDT") for c in verb.children)
        active = any(c.dep_ == "nsubj" for c in verb.children)
        if not passive and not (gap and active):
            return None
        if phrases and (metric := self._phrase(verb, phrases, verb)):
            return metric, verb.i
        if lemma not in words.does or not (self._allowed(verb) or (lemma == "hold" and kept(verb))):
            return None
        return "killed" if fatal(verb) else words.does[lemma], verb.i

    def _told_of_subject(self, verb: "Token") -> "Hit | None":
        """As in "a woman who survived with a bullet in the hip", "guards who lost their lives"."""
        if verb.lemma_ in self.words.going and verb.tag_ != "VBG" and flees(verb, verb.head, self.words):
            return "displaced", verb.i
        if verb.lemma_ in ("survive", "escape", "emerge", "live", "leave") and (hit := self._with_wounds(verb)):
            return hit
        if verb.lemma_ in ("return", "come") and any(c.lower_ == "never" for c in verb.children):
            return "missing", verb.i
        who = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT")), None)
        phrases = self.words.subject_phrases.get(verb.lemma_)
        if who is None or phrases is None:
            return None
        metric = self._phrase(verb, phrases, who)
        return (metric, verb.i) if metric in ("killed", "injured", "missing") else None

    def governed(self, token: "Token") -> "Hit | None":
        """What the word above a phrase does to it, through coordination, raising and the words of a qualifier."""
        told = token
        for _ in range(5):
            dep, head = token.dep_, token.head
            if dep == "conj":
                if any(c.dep_ in ("cop", "nsubj") for c in token.children):
                    return None
                token = head
            elif dep in ("nsubjpass", "nsubj"):
                if _strikes(token, head):
                    return None
                return self._subject_told(token, head)
            elif dep in ("dobj", "obj"):
                return self._object(token, head) or self._dative(token, head)
            elif dep == "dative":
                return self._dative(token, head)
            elif dep == "poss" and head.lower_ in PARTS and head.dep_ in ("dobj", "nsubjpass"):
                return ("injured", head.head.i) if head.head.lemma_ in SEVERED else None  # "broke the foreman's jaw"
            elif dep == "pobj":
                if (
                    head.lower_ in ("around", "about", "over", "under", "to", "above", "than")
                    and head.i == token.i - 1
                    and token.pos_ != "PROPN"
                ) or self._qualifies(head, token):
                    return self._object(token, head.head)
                if head.lower_ == "with" and head.i and self.doc[head.i - 1].lower_ in ("along", "together"):
                    above = head.head
                    while above.pos_ in ("ADP", "ADV") and above.head.i != above.i:
                        above = above.head
                    return self._joined(token, above)
                if head.lower_ == "with" and token.lower_ in _FELLOWS and head.head.lemma_ in self.words.staying:
                    return self._joined(token, head.head)  # "living in the camp with 400 others"
                if head.lower_ == "with" and token.lower_ in _FELLOWS and any(c.dep_ == "nsubjpass" for c in head.head.children):
                    return self._joined(token, head.head)  # "was led away with five others"
                phrases = self.words.object_phrases.get(head.head.lemma_, {})
                if any(c.lower_ in phrases for c in token.lefts):
                    return phrases[next(c.lower_ for c in token.lefts if c.lower_ in phrases)], head.head.i
                if told is not token and head.lower_ == "of" and head.head.lower_ in KIN and any(c.dep_ == "poss" for c in told.lefts):
                    token = head.head  # "detained the wife of a guerrilla and her two children"
                    continue
                return self._prepositional(head)
            elif (dep == "appos" and head.tag_ == "CD") or (dep in ("compound", "nmod") and head.lower_ in _FORFEIT):
                token = head  # "took dozens of worshippers prisoner"
            else:
                return None
        return None

    def every(self, token: "Token") -> "list[Hit]":
        """Each fate that a clause about a phrase, the verb above it and those joined to that tell: "was wounded and taken prisoner"."""
        verb = token.head
        hits = [self._relative(child) for child in token.children if child.dep_ in ("relcl", "acl") and child.i > token.i]
        if token.dep_ == "pobj" and token.head.lower_ == "of":  # "the body of a teacher, abducted in April, …"
            hits += [self._relative(child) for child in token.head.head.children if child.dep_ == "acl" and child.i > token.i]
        if token.dep_ in ("nsubj", "nsubjpass"):
            then = [hit for hit in self.sequels(token, verb) if self._same_subject(hit[1])]
            survived = verb.lemma_ == "blow" and any(metric == "injured" for metric, _ in then)
            hits += then if survived else [self._subject(token, verb), *then]
        elif token.dep_ == "dobj" and any(hits):
            hits.append(self._object(token, verb))
        return [hit for hit in hits if hit is not None]

    def _same_subject(self, at: int) -> bool:
        """Whether nothing but auxiliaries and adverbs stand between a joining word and the verb: "and (was later) taken", no number."""
        at -= 1
        while at > 0 and self.doc[at].lower_ not in ("and", "but", "or", "then") and self.doc[at].tag_ in _LIGHT:
            at -= 1
        return self.doc[at].lower_ in ("and", "but", "or", "then")

    def _resumed(self, head: "Token", end: int) -> "Hit | None":
        """The passive after words set between commas, where the parse lost its subject: "Nine rebels, found in a cave, were shot dead"."""
        if head.dep_ in ("pobj", "dobj") or end + 3 >= len(self.doc) or self.doc[end].lower_ != ",":
            return None
        for index in range(end, min(end + 18, len(self.doc) - 2)):
            token = self.doc[index]
            if token.lower_ in (".", ";", ":", "and", "but") or token.is_sent_start:
                return None
            if token.lower_ != "," or self.doc[index + 1].lower_ not in ("was", "were"):
                continue
            verb = self.doc[index + 1].head
            lost = verb.i > index and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
            return self._passive(head, verb, verb.lemma_.lower()) if lost and verb.tag_ == "VBN" else None
        return None

    def _joined(self, token: "Token", verb: "Token") -> "Hit | None":
        """What the subject suffers with whom "along with" joins to it: "two guards died along with seven rebels"."""
        if verb.pos_ != "VERB":
            return self.governed(verb) if verb.pos_ in ("NOUN", "PROPN") else None
        if verb.lemma_ in self.words.staying and flees(verb, token, self.words):
            return "displaced", verb.i  # "sheltering across the border along with 9,000 others"
        for child in verb.children:
            if child.dep_ == "dobj":
                return self._object(token, verb)  # "captured a gun together with seven of the crew"
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return self._subject(child, verb)
        return None

    def _qualifies(self, preposition: "Token", token: "Token") -> bool:
        """Whether a preposition is part of the number: "shot dead around 120 people"."""
        left = min((c.i for c in token.lefts), default=token.i)
        if preposition.lower_ == "between" and preposition.i + 1 < token.i and preposition.doc[preposition.i + 1].like_num:
            return True  # "had killed between eight and ten fighters"
        return preposition.lower_ in ("around", "about", "over", "under", "above") and preposition.i == left - 1


def _strikes(token: "Token", verb: "Token") -> bool:
    """As in "Soldiers shot and killed two students", taken for a passive: without "were", a verb joined to it has an object."""
    if token.dep_ != "nsubjpass" or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    return any(c.dep_ == "conj" and any(below.dep_ == "dobj" for below in c.children) for c in verb.children)
