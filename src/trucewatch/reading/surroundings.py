"""The words before and after a number of people → what befell them, where the parse gives their verb to something else.

A last resort on the order of the words alone: "five herdsmen … were locked in a dairy", "stormed the town and slew 12 villagers". Enters: a
parse and the tokens of a phrase of people. Leaves: a metric and the token that says it, or None. Asked only of those no other rule counts.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.effects import Effects

if TYPE_CHECKING:
    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.token import Token
    from trucewatch.reading.verbwords import Hit

_BE = frozenset("is are was were be been being get gets got".split())
_AUXILIARIES = _BE | frozenset("has have had".split())
_BETWEEN = frozenset(
    """reported reportedly said believed feared presumed thought known confirmed also still later then both all each either to not
    seriously badly critically slightly summarily already subsequently since""".split()
)
_STOPS = frozenset(
    (".", ";", ":", "!", "?", "but", "when", "while", "after", "as", "because", "before", "if", "although", "who", "that", "which")
)
_OPENERS = frozenset(
    (",", ";", ":", "and", "that", "when", "as", "after", "while", "but", "-", "–", "—", '"', "“", "said", "where", "before", "]", ")")
)
_PHRASE = frozenset(("DT", "CD", "JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "HYPH", "VBN", "RB", "PDT"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_SOURCES = _NOUNS | {"VBG"}
"""What "by" and "according to" end in at the head of a sentence: "by the government's reckoning"."""
_VERBS = frozenset(("VBD", "VBN", "VBG", "VB", "VBP", "VBZ"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_OBJECTS = frozenset(("DT", "CD", "PRP$", "PRP", "NNS", "NNPS"))
_LOOSE_TAILS = frozenset(("dead", "up", "down", "off", "away", "out"))
_OUTCOMES = _LOOSE_TAILS | {"alive", "to", "death"}
_AMOUNTS = frozenset("between about around some nearly almost over dozens scores hundreds thousands several".split())
_INSERTED = frozenset("by according as in on at reportedly allegedly apparently witnesses officials police residents it they he".split())
"""What opens the words set between a verb and its people: who says so, when, where."""
_DYING = frozenset("died perished succumbed drowned".split())
_FURTHEST = 40


class Surroundings(Effects):
    """Reads the words around phrases of people in one parse."""

    def of(self, quantity: "Quantity", end: int, *, explicit: bool) -> "Hit | None":
        """As above, a part of captives or wounded with what the verb before it does: "shot dead eleven of the captives"."""
        hit = super().of(quantity, end, explicit=explicit)
        if not quantity.part or (hit is not None and (hit[1] != quantity.head or hit[0] == "killed")):
            return hit
        start = quantity.head
        while start and self.doc[start - 1].idx >= quantity.span.start:
            start -= 1
        if hit is None and self.doc[start - 1].lower_ not in ("death", "dead"):
            return None
        return self._done_before(start, quantity.head) or hit

    def around(self, start: int, end: int, head: int) -> "Hit | None":
        """What the words around the tokens ``[start, end)`` of the people at ``head`` say befell them."""
        if self._opens(start) and (hit := self.said_after(end, head)):
            return hit
        return None if self._acts(end) else self._done_before(start, head)

    def _opens(self, start: int) -> bool:
        """Whether the phrase can be the subject of what follows: it opens a clause."""
        if self.doc[start].is_sent_start or start == 0:
            return True
        before = self.doc[start - 1]
        opening = self.doc[start].sent.start
        told = self.doc[opening].lower_ in ("by", "according", "per") and start - opening < 8
        if told and (before.tag_ in _NOUNS or before.tag_ == "VBG") and not any(token.tag_ in _FINITE for token in self.doc[opening:start]):
            return True  # "By the government's reckoning 1,000 people are dead"
        day = before.ent_type_ in ("DATE", "TIME", "GPE", "LOC") and before.tag_ in _NOUNS
        return before.lower_ in _OPENERS or before.is_space or day

    def said_after(self, end: int, head: int) -> "Hit | None":
        """The predicate after the phrase, past what stands between the two."""
        past = 0
        for at in range(end, min(end + _FURTHEST, len(self.doc))):
            token = self.doc[at]
            if token.lower_ in _STOPS or token.is_sent_start or at < past:
                if at < past:
                    continue
                return None
            if token.lower_ in _DYING:
                return "killed", at
            if token.lower_ == "(":
                past = next((later + 1 for later in range(at, min(at + 16, len(self.doc))) if self.doc[later].lower_ == ")"), 0)
                continue
            if token.lower_ == "," and (past := self._insert_end(at)):
                continue
            if token.lower_ in _AUXILIARIES:
                return self._predicate(at, head)
            if token.tag_ in _FINITE or (token.tag_ == "VBN" and not self._reduced(at)):
                return self._bare(token, head)
        return None

    def _insert_end(self, at: int) -> int:
        """Where the predicate goes on after what commas set apart: "1,250 persons, of whom 480 are children, were taken …"; 0: nowhere."""
        inside = 0
        for close in range(at + 1, min(at + 34, len(self.doc) - 1)):
            inside += (self.doc[close].lower_ == "(") - (self.doc[close].lower_ == ")")
            if close - at > 16 and inside == 0 and self.doc[close].lower_ != "," and self.doc[close - 1].lower_ != ")":
                return 0
            if self.doc[close].lower_ in (".", ";") or self.doc[close].is_sent_start:
                return 0
            if self.doc[close].lower_ == "," and (self.doc[close + 1].lower_ in _AUXILIARIES or self.doc[close + 1].tag_ in _FINITE):
                return close + 1
        return 0

    def _reduced(self, at: int) -> bool:
        """Whether a participle only says which people are meant, and their verb follows."""
        for later in self.doc[at + 1 : at + 12]:
            if later.lower_ in _STOPS or later.is_sent_start:
                return False
            if later.lower_ in _AUXILIARIES or (later.tag_ in ("VBN", "VBD") and later.lower_ in self.words.states):
                return True
        return False

    def _predicate(self, at: int, head: int) -> "Hit | None":
        passive, here = False, at
        while here < len(self.doc) - 1:
            word = self.doc[here].lower_
            passive = passive or word in _BE
            if word not in _AUXILIARIES and word not in _BETWEEN and self.doc[here].tag_ not in ("RB", "TO"):
                break
            here += 1
        verb = self.doc[here]
        if verb.lower_ in self.words.states and not self._has_object(here):
            return self.words.states[verb.lower_], here
        if passive and verb.tag_ in ("VBN", "VBD", "JJ"):
            return self._passive(self.doc[head], verb, verb.lemma_.lower()) or self._and_then(here)
        return None if passive else self._active(verb, head)

    def _bare(self, verb: "Token", head: int) -> "Hit | None":
        """A finite verb, or in a heading a participle without its auxiliary."""
        if hit := self._active(verb, head):
            return hit
        if verb.lower_ in ("hit", "struck", "grazed") and self.doc[min(verb.i + 1, len(self.doc) - 1)].lower_ in ("in", "by"):
            return "injured", verb.i  # "Driver hit in the arm."
        if verb.tag_ in ("VBD", "VBN") and not self._has_object(verb.i):
            if verb.lower_ in self.words.states:
                return self.words.states[verb.lower_], verb.i
            if verb.lower_ == "shot" and self.doc[min(verb.i + 1, len(self.doc) - 1)].lower_ == "dead":
                return "killed", verb.i
            return (self._done(verb) or self._and_then(verb.i)) if verb.tag_ == "VBN" else None
        return None

    def _and_then(self, at: int) -> "Hit | None":
        """What the next participle says, joined by "and": "was pulled off the bus and murdered", "four picked out and shot"."""
        for here in range(at + 1, min(at + 22, len(self.doc) - 1)):
            token = self.doc[here]
            if token.lower_ in (".", ";", ":") or token.is_sent_start:
                return None
            follows = token.lower_ in ("and", "then") and self.doc[here + 1].tag_ == "VBN"
            if follows and (hit := self._done(self.doc[here + 1])) is not None:
                return hit if hit[0] == "killed" or self.doc[hit[1]].lemma_ == "shoot" else None
        return None

    def _active(self, verb: "Token", head: int) -> "Hit | None":
        lemma = verb.lemma_.lower()
        if lemma in self.words.suffers:
            return self.words.suffers[lemma], verb.i
        phrases = self.words.subject_phrases.get(lemma)
        metric = self._phrase(verb, phrases, self.doc[head]) if phrases else None
        return (metric, verb.i) if metric else None

    def _has_object(self, at: int) -> bool:
        if at + 1 >= len(self.doc) or self.doc[at + 1].is_sent_start:
            return False
        after = [token.lower_ for token in self.doc[at + 1 : at + 3]]
        named = self.doc[at + 1].tag_ == "NNP" and self.doc[at + 1].ent_type_ not in ("DATE", "TIME", "GPE", "LOC", "FAC")
        amount = named or after[0] in _AMOUNTS or after in (["at", "least"], ["at", "most"], ["up", "to"], ["as", "many"], ["more", "than"])
        return self.doc[at + 1].tag_ in _OBJECTS or amount

    def _acts(self, end: int) -> bool:
        """Whether those people do something themselves: a finite verb follows their phrase."""
        for token in self.doc[end : end + 6]:
            if token.lower_ in _STOPS or token.lower_ == "," or token.is_sent_start:
                return token.lower_ in ("who", "that", "which") and False
            if token.tag_ in _FINITE or token.lower_ in _AUXILIARIES:
                return True
        return False

    def _done_before(self, start: int, head: int) -> "Hit | None":
        """What the verb before the phrase does to them, or to a series that ends with them."""
        at = start - 1
        if at > 0 and self.doc[at].lower_ == "," and (told := self._before_insert(at)) >= 0:
            at = told
            if self.doc[at].tag_ == "NN":
                return self.words.nouns[self.doc[at].lower_], at  # "…, killing, by its own reckoning, 41 men", taken for a noun
        elif at > 0 and self.doc[at].lower_ in ("and", ",", "&"):
            at = self._past_phrase(at - 1)
        if at > 0 and self.doc[at].lower_ in _LOOSE_TAILS:
            at -= 1
        elif at > 1 and self.doc[at - 1].lower_ == "to" and self.doc[at].lower_ == "death" and self.doc[at - 2].tag_ in _VERBS:
            return "killed", at - 2  # "hacked to death eight of its occupants"
        if at < 0 or self.doc[at].is_space:
            return None
        if self.doc[at].tag_ in _NOUNS and (far := self._before_adverbial(at)) >= 0:
            at = far
        verb = self.doc[at]
        tool = verb.tag_ == "NNS" and at > 0 and self.doc[at - 1].lower_ in ("with", "and", ",")  # "with stones and knives"
        if verb.tag_ not in _VERBS and (verb.lemma_ not in self.words.does or tool):
            return None
        before = [token.lower_ for token in self.doc[max(0, at - 3) : at]]
        if verb.tag_ in ("VBN", "VBD") and _BE & set(before):
            return None
        return self._object(self.doc[head], verb)

    def done_before(self, head: int) -> "Hit | None":
        """What the verb before the bare noun at ``head`` does to its people."""
        start = head
        while start and self.doc[start - 1].tag_ in ("JJ", "NN", "DT"):
            start -= 1
        return self._done_before(start, head)

    def _before_insert(self, comma: int) -> int:
        """The verb parted from its people by who says so: "killing, by its own reckoning, 41 men"; -1 where none is."""
        for at in range(comma - 1, max(0, comma - 12), -1):
            if self.doc[at].lower_ in (".", ";", ":"):
                return -1
            if self.doc[at].lower_ == ",":
                verb = self.doc[at - 1]
                told = verb.tag_ in ("VBD", "VBG", "VBN") and verb.lemma_ in self.words.does
                told = told or (verb.lower_ in self.words.nouns and verb.lower_.endswith("ing") and self.doc[at - 2].lower_ == ",")
                return at - 1 if told and self.doc[at + 1].lower_ in _INSERTED else -1
        return -1

    def _before_adverbial(self, at: int) -> int:
        """The verb that its people follow late: "carried off from the ward four soldiers", "shot dead at the ford two men"; -1: none."""
        here = at
        while here > 0 and at - here < 9 and (self.doc[here].tag_ in _PHRASE - {"VBN"} or self.doc[here].tag_ in ("IN", "TO", "RP", "CC")):
            here -= 1
        verb = self.doc[here]
        if verb.tag_ not in ("VBD", "VBG", "VBN") or any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
            return -1
        after = here + 1
        while after < at and (self.doc[after].lower_ in _OUTCOMES or self.doc[after].tag_ == "RP"):
            after += 1
        told = self.words.does.get(verb.lemma_) in ("killed", "detained") or verb.lemma_ in ("shoot", "put", "stone", "hack", "beat")
        return here if told and self.doc[after].tag_ == "IN" and self.doc[after].lower_ not in ("of", "by") else -1

    def _past_phrase(self, at: int) -> int:
        """The token before the phrase that ends at ``at``: "two nurses" of "killed two nurses and …"; -1 where there is none."""
        here = at
        while here > 0 and at - here < 12 and (self.doc[here].tag_ in _PHRASE or self.doc[here].lower_ in ("of", "and", ",")):
            verb = self.doc[here]
            if verb.tag_ == "VBN" and verb.lemma_ in self.words.does and verb.dep_ != "amod":
                break
            here -= 1
        return here if any(token.tag_ in _NOUNS for token in self.doc[here + 1 : at + 1]) else -1
