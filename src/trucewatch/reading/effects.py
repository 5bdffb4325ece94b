"""The words around a number → what happened to the people it counts.

Enters: a parse and a quantity in it. Leaves: the metric and the token of the word that says so, or None. The lexicon is
``vocab/casualties.yaml``.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.bodyparts import SEVERED
from trucewatch.reading.people import names_people, singular
from trucewatch.reading.predicates import Predicates
from trucewatch.reading.verbwords import fatal, wound

if TYPE_CHECKING:
    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.token import Token
    from trucewatch.reading.verbwords import Hit

_PASSIVE = frozenset(("auxpass", "nsubjpass"))
_SUBTOTAL = frozenset(("among", "amongst", "including", "one", "two", "three", "four", "five", "most", "all", "mostly"))
_GATHERED = frozenset(
    """company group patrol party convoy team crew squad platoon band unit column total number battalion contingent gang crowd family
    household busload truckload""".split()
)
_WAS = frozenset("is are was were remain remains remained".split())
_STILL = frozenset("still also now all both been being later reported reportedly presumed feared believed".split())
_CLOSING_MARKS = frozenset(('"', "”", "''"))
_CORPSES = frozenset("body bodies corpse corpses remains skeletons cadavers".split())
_TURNING_UP = frozenset(
    """find recover discover come lie wash exhume bring float unearth return identify dump turn surface see pull retrieve dig disinter
    throw leave pile display collect gather hand bury burn""".split()
)
"""What becomes of the bodies of the dead, not of the living."""
_LIFELESS = frozenset("dead lifeless burned burnt charred mutilated decomposed decomposing bullet-riddled headless human bloodied".split())


class Effects(Predicates):
    """What each word of one parse says happened to the people of a phrase."""

    def of(self, quantity: "Quantity", end: int, *, explicit: bool) -> "Hit | None":
        """The metric of the people ``quantity`` counts and the word that says it. ``end`` is the token after the phrase."""
        head = self.doc[quantity.head]
        top = self.top(quantity)
        end += end < len(self.doc) and self.doc[end].lower_ in _CLOSING_MARKS and end + 1 < len(self.doc)
        if quantity.count.high == 0 and (hit := self.governed(top)) is not None:
            return hit  # "no migrants held there came to harm"
        first = quantity.head
        while first and self.doc[first - 1].idx >= quantity.span.start:
            first -= 1
        if explicit and (hit := self._handed(first)) is not None:
            return hit
        hit = self._own(head, top, explicit=explicit, part=quantity.part) or self._beside(head, end, explicit=explicit)
        if hit is not None and hit[0] in ("injured", "detained") and hit[1] > head.i:
            above = self.governed(top)
            if above is not None and above[0] == "killed" and above[1] < head.i and self.doc[above[1]].pos_ == "NOUN":
                return above  # "the murder of two constables, who were stabbed"
        if hit is not None and self.doc[hit[1]].lemma_ == "shoot" and (told := self.governed(top)) is not None:
            return told  # "five soldiers shot by rebels died"
        if hit is not None:
            return hit
        return self.governed(top) or ((self._modified(head, explicit=explicit) or self._later(end)) if explicit else None)

    def top(self, quantity: "Quantity") -> "Token":
        """The head of the noun phrase the quantity stands in: "dozens" in "dozens of villagers"; a collective with its "of"."""
        token = self.doc[quantity.head]
        low, high = quantity.span.start, quantity.span.end
        for _ in range(5):
            head = token.head
            if token.dep_ == "pobj" and head.lower_ == "of" and (low <= head.head.idx < high or self._gathers(head)):
                token = head.head
            elif low <= head.idx < high and head.i != token.i and token.dep_ in ("nummod", "compound", "amod", "quantmod", "nmod", "appos"):
                token = head
            elif low <= head.idx < high and head.i == token.i - 2 and self.doc[token.i - 1].tag_ == "HYPH":
                token = head  # "a sub-officer", parsed as two words
            else:
                break
        return token

    def _gathers(self, preposition: "Token") -> bool:
        """Whether a word takes together those after its "of": "a group of", "all of", "every one of"."""
        if self.doc[preposition.i - 1].lower_ == ",":
            return False  # "the murder, by a unit, of a patrolman"
        word = preposition.head
        every = word.lower_ == "one" and self.doc[word.i - 1].lower_ in ("every", "each")
        return every or word.lower_ in ("all", "each") or singular(word.lower_) in _GATHERED

    def _own(self, head: "Token", top: "Token", *, explicit: bool, part: bool) -> "Hit | None":
        """As in "31 bodies", "84 deaths", "12 wounded", where no verb says more of them."""
        words = self.words
        one = singular(head.lower_)
        if not explicit or (head.pos_ == "VERB" and head.lower_ not in words.states) or _organised(head):
            return None
        metric = words.counted.get(one)
        if one == "skull" and head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_ in SEVERED:
            return "injured", head.head.i  # "fractured the miller's skull"
        if metric is None:
            if head.lower_ in words.states and not any(c.dep_ in _PASSIVE for c in head.children):
                metric = words.states[head.lower_]
            else:
                return None
        if metric != "killed":
            other = self.governed(top)
            if other is not None and (other[0] in ("killed", "missing") or part):
                return other  # "two of the captives are missing"
        return metric, head.i

    def hurt(self, head: "Token") -> bool:
        """Whether a wound is told of a phrase: "a fighter with a scratched shoulder"."""
        hit = self._with_wounds(head)
        return hit is not None and hit[0] == "injured"

    def beside(self, head: "Token") -> "Hit | None":
        """The state right after a noun: the last of "nine rebels and two soldiers dead" says it of both."""
        after = self.doc[head.i + 1] if head.i + 1 < len(self.doc) else None
        return (
            (self.words.states[after.lower_], after.i)
            if after is not None and after.lower_ in self.words.states and (after.pos_ == "ADJ" or _left_bare(after))
            else None
        )

    def _beside(self, head: "Token", end: int, *, explicit: bool) -> "Hit | None":
        """As in "four civilians killed", "two fishermen whom they seized", "two killed"; a verb the parse left without its subject."""
        words = self.words
        above = list(head.head.head.children) if head.dep_ == "pobj" and head.head.lower_ == "of" else []
        for preposition in head.children:  # "three workers from Gostivar, whom men snatched"
            for place in preposition.children if preposition.dep_ == "prep" else ():
                if place.pos_ == "PROPN":
                    above += [child for child in place.children if child.dep_ == "relcl"]
        for child in (*head.children, *above):
            if child.dep_ in ("relcl", "acl") and child.i > head.i and (hit := self._relative(child)):
                return hit
        found = self._with_wounds(head) or self._bearing(end) or self._among(end) or self._in_hands(end) if explicit else None
        if found is not None and (head.dep_ == "conj" or self.governed(head) is None):
            return found
        if end >= len(self.doc):
            return None
        after = self.doc[end]
        if after.lower_ == "whose" and (bodies := self._bodies_after(end)) is not None:
            return "killed", bodies
        if not explicit or after.lower_ == ",":
            for child in head.children:
                if child.dep_ == "relcl" and (bodies := self._whose_body(child, end)) is not None:
                    return "killed", bodies
        whose = end + (after.lower_ == ",")
        if explicit and whose + 1 < len(self.doc) and self.doc[whose].lower_ == "whose" and wound(self.doc[whose + 1]):
            return "injured", whose + 1  # "a dozen survivors, whose burns were dressed"
        if explicit and after.lower_ in ("suffered", "sustained", "received") and (hurt := self._wounded_after(end)):
            return hurt
        if after.lower_ in words.states and after.tag_ != "VBZ":
            active = any(c.dep_ in ("dobj", "ccomp") and c.i > end for c in after.children) and not any(
                c.dep_ in _PASSIVE for c in after.children
            )
            if not active and (after.dep_ not in ("amod", "compound") or after.head.i <= end) and (explicit or after.head.i == head.i):
                return words.states[after.lower_], end
        if (
            explicit
            and after.dep_ in ("auxpass", "aux")
            and after.head.i > end
            and (_between(head) or not any(c.dep_ in ("nsubj", "nsubjpass") for c in after.head.children))
        ):
            return self._subject_told(head, after.head)
        passive = explicit and after.tag_ in ("VBN", "VBD") and self.doc[end - 1].lower_ in _WAS and end - 1 > head.i
        if passive and not any(c.dep_ in ("nsubj", "nsubjpass") for c in after.children):
            return self._subject_told(head, after)  # "stormed the barracks and eight of them were shot dead"
        if explicit and (hit := self._among_them(end)):
            return hit
        if explicit and after.lower_ == "," and (hit := self._struck_beside(end + 1)):
            return hit
        if hit := self._resumed(head, end) or self._taken(end):
            return hit
        if explicit and after.lemma_ in words.suffers and not any(c.dep_ in ("nsubj", "nsubjpass") for c in after.children):
            return words.suffers[after.lemma_], end
        lost = explicit and after.tag_ == "VBD" and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in after.children)
        if lost and (phrases := words.subject_phrases.get(after.lemma_)):
            metric = self._phrase(after, phrases, head) or phrases.get(self.doc[min(end + 1, len(self.doc) - 1)].lemma_)
            return (metric, end) if metric else None
        return None

    def _bodies_after(self, whose: int) -> int | None:
        """The bodies of "three men whose bodies have come to light", where a verb says that they were found or lay there."""
        words = [token.lower_ for token in self.doc[whose + 1 : whose + 4]]
        body = next((at for at, word in enumerate(words) if word in _CORPSES), None)
        if body is None:
            return None
        for token in self.doc[whose + body + 2 : whose + body + 9]:
            if token.lower_ in (".", ";", ","):
                return None
            if token.lemma_ in _TURNING_UP and token.pos_ == "VERB":
                return whose + 1 + body
        return None

    def _whose_body(self, clause: "Token", end: int) -> int | None:
        """The body of "Eugene Toner, 34, barman, whose body was found": the clause may stand some words behind."""
        for at in range(end, min(clause.i, end + 14)):
            if self.doc[at].lower_ == "whose":
                return self._bodies_after(at)
        return None

    def _struck_beside(self, at: int) -> "Hit | None":
        """As in "a sixth, hit in the jaw, crawled away"."""
        words = [token.lower_ for token in self.doc[at : at + 3]]
        return ("injured", at) if len(words) == 3 and words[0] in ("hit", "struck", "grazed") and words[1] in ("in", "by") else None

    def _wounded_after(self, at: int) -> "Hit | None":
        """As in "another eleven sustained burns", whatever the parse makes of the verb."""
        for token in self.doc[at + 1 : at + 5]:
            if token.lower_ in ("no", ".", ",", ";"):
                return None
            if wound(token):
                return "killed" if fatal(token) else "injured", token.i
        return None

    def _among(self, end: int) -> "Hit | None":
        """As in "two children among the dead"."""
        words = [token.lower_ for token in self.doc[end : end + 5]]
        if words[:2] not in (["among", "the"], ["amongst", "the"], ["among", "those"]):
            return None
        return next(((self.words.states[word], end + 2 + at) for at, word in enumerate(words[2:]) if word in self.words.states), None)

    def _in_hands(self, end: int) -> "Hit | None":
        """As in "27 soldiers dead and 82 in the hands of the separatists", "three in rebel hands"."""
        words = [token.lower_ for token in self.doc[end : end + 5]]
        if words[:1] != ["in"]:
            return None
        return next((("detained", end + at) for at, word in enumerate(words) if word in ("hands", "captivity")), None)

    def _among_them(self, end: int) -> "Hit | None":
        """As in "eight people, among them two children, were injured", where the parse gives the verb to the children alone."""
        if end + 4 >= len(self.doc) or self.doc[end].lower_ != "," or self.doc[end + 1].lower_ not in _SUBTOTAL:
            return None
        for index in range(end + 3, min(end + 22, len(self.doc) - 2)):
            token = self.doc[index]
            if token.lower_ in (".", ";"):
                return None
            if token.lower_ == "," and self.doc[index + 1].lower_ in ("was", "were", "have", "had"):
                for verb in self.doc[index + 2 : index + 5]:
                    if verb.lower_ in self.words.states:
                        return self.words.states[verb.lower_], verb.i
                return None
        return None

    def _later(self, end: int) -> "Hit | None":
        """The predicate after a clause about the people, where the parse lost it: "three boys who went after the herd are missing"."""
        if end >= len(self.doc) or self.doc[end].tag_ not in ("WP", "WDT", "VBG", "VBN"):
            return None
        for index in range(end + 1, min(end + 16, len(self.doc) - 1)):
            token = self.doc[index]
            if token.lower_ in (".", ";", ":", "and", "but", "that", "when", "while", "because") or token.tag_ == "CD":
                return None
            if token.tag_ == "VBD" and token.lemma_ in self.words.suffers and self.words.suffers[token.lemma_] == "killed":
                return "killed", index
            if token.lower_ in _WAS:
                after = index + 1
                while after < len(self.doc) - 1 and self.doc[after].lower_ in _STILL:
                    after += 1
                said = self.doc[after]
                if said.lower_ in self.words.states and not any(c.dep_ == "dobj" for c in said.children):
                    return self.words.states[said.lower_], after
        return None

    def _modified(self, head: "Token", *, explicit: bool) -> "Hit | None":
        """As in "numerous wounded people", "24 abducted children", "four dead fighters"."""
        for child in head.lefts:
            if child.lower_ == "fallen" and explicit and names_people(head.lower_):
                return "killed", child.i  # "27 fallen guardsmen"
            if child.dep_ in ("amod", "compound") and child.lower_ in self.words.states and explicit:
                if self.words.states[child.lower_] == "displaced" and not any(c.dep_ == "nummod" for c in head.lefts):
                    return None  # "a displaced teacher told us": who she is
                return self.words.states[child.lower_], child.i
        return None


def _left_bare(verb: "Token") -> bool:
    """A participle without auxiliary or object: "reported 27 travellers and four policemen killed"."""
    return verb.tag_ in ("VBN", "VBD") and not any(child.dep_ in ("dobj", "aux", "auxpass", "nsubj") for child in verb.children)


def _between(head: "Token") -> bool:
    """As in "in Ituri, between 90 and 120 people were killed": the preposition belongs to the number, not to the place before it."""
    return head.dep_ == "pobj" and head.head.lower_ == "between" and head.head.i + 1 < head.i and head.doc[head.head.i + 1].like_num


def _organised(head: "Token") -> bool:
    """As in "an opposition body", "no body competent to rule": a body that is no corpse."""
    if head.lower_ != "body":
        return False
    if any(child.dep_ == "poss" and child.tag_ == "NNS" for child in head.lefts):
        return True  # "a students' body"
    before = [child for child in head.lefts if child.dep_ in ("amod", "compound", "nmod", "det", "neg")]
    return any(child.lower_ == "no" or (child.dep_ != "det" and child.lower_ not in _LIFELESS) for child in before)
