"""Nobody → counts of none: "no casualties", "none was hurt", "did not lose a man", people who came to no harm."""

from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.counted import Counted
from trucewatch.reading.listed import Listed
from trucewatch.reading.people import singular
from trucewatch.reading.survivors import died_of, whole_at
from trucewatch.reading.unharmed import SAFE, harms_joined, nobody_hit, spared_at, without_harm
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from trucewatch.reading.mentions import Quantity
    from trucewatch.records.terms import Metric, Population
_NEGATIVE = ("no", "neither", "any")
_DETERMINING = frozenset(("DT", "PRP$", "CD", "JJ", "VBN", "NNP"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "POS", "HYPH"))
_ARTICLES = frozenset(("of", "the", "those", "these", "its", "their", "his", "her", "our"))
_HARDLY = frozenset("of the them those had have has been was were is are be so much as even of a single one".split())


class Nobody(Listed):
    """Finds what befell nobody."""

    def _zero(self, quantity: "Quantity") -> "list[Counted]":
        """As in "No casualties were reported" counts neither dead nor injured."""
        head = quantity.head
        word = self.lower[head]
        metrics = (
            self.words.zero.get(singular(word))
            or self.words.zero.get(word.removesuffix("s"))
            or self.words.zero.get(word.replace("ies", "y"), ())
        )
        own = word in ("loss", "losses") and self.lower[head + 1 : head + 2] not in (["of"], ["among"])
        own = own and "human" not in self.lower[self._first(quantity) : head]
        population: Population = self._of_nobody(quantity) or ("party forces" if own else quantity.population)
        if population == "all" and self._own_losses(self.doc[head]):
            population = "party forces"
        return [Counted(quantity, metric, population, head, "none") for metric in metrics]

    def _spared(self, quantity: "Quantity") -> Counted | None:
        """People who came to no harm, and nobody to whom it was done: none of them was hurt."""
        tree = self.parse.tree
        if quantity.count.high != 0 and any(
            child.dep_ == "acl" and self.words.states.get(child.lower_) == "detained" for child in self.doc[quantity.head].children
        ):
            return None  # "four road builders kidnapped last month returned unharmed"
        hit = spared_at(tree, self.effects.top(quantity).i) or without_harm(tree, quantity.head)
        lives = quantity.count.high == 0 and self.lower[quantity.head] == "lives" and "lost" in self._after(quantity, 3)
        if lives:
            hit = quantity.head, "killed"  # "no lives were lost"
        if hit is None and quantity.count.high == 0 and (verb := nobody_hit(tree, self.effects.top(quantity).i)) is not None:
            hit = verb, "injured"
        if hit is None and quantity.count.high == 0 and (state := self._state_after(quantity)) is not None:
            hit = state
        nobody = quantity.count.high == 0 and self.parse.text[quantity.span.start :].lower().startswith(_NEGATIVE)
        if hit is None or (nobody and self.lower[hit[0]] in SAFE):
            return None
        trigger, metric = hit
        population = (self._of_nobody(quantity) if nobody else None) or quantity.population
        return Counted(replace(quantity, count=Count(0, 0), qualifier=None, vague=False), metric, population, trigger, "unharmed")

    def _survived(self, quantity: "Quantity") -> Counted | None:
        """As in "only two of the 30 miners survived": the others died."""
        hit = died_of(self.parse, quantity, self.effects.top(quantity), self._end(quantity))
        if hit is None:
            return None
        dead, trigger = hit
        return Counted(replace(quantity, count=dead, part=False, derived=True), "killed", quantity.population, trigger, "survivors")

    def _none_seen(self, quantity: "Quantity") -> Counted | None:
        """As in "None of the six has been seen since": all of them are missing."""
        token = self.doc[quantity.head]
        last = next((one for one in reversed(self.found) if one.metric == "detained" and not one.quantity.part), None)
        verb = self.effects.top(quantity).head
        seen = verb.lemma_ in ("see", "hear", "trace", "find") and any(c.dep_ == "aux" for c in verb.children)
        if quantity.count.high != 0 or token.lower_ != "none" or not seen or not any(c.dep_ == "auxpass" for c in verb.children):
            return None
        whole = whole_at(self.parse, quantity.head, self._end(quantity))
        count = Count(whole, whole) if whole is not None else last.quantity.count if last is not None else None
        if count is None:
            return None
        population = last.population if last is not None else quantity.population
        return Counted(replace(quantity, count=count, part=False), "missing", population, verb.i, "survivors")

    def _state_after(self, quantity: "Quantity") -> "tuple[int, Metric] | None":
        """As in "got out through the roof, none of them harmed": a state right after nobody, without a verb."""
        end = at = self._end(quantity)
        noun = False
        of = self.lower[at : at + 1] == ["of"]
        while at < len(self.lower) and at - end < 9:
            if self.lower[at] in self.words.states:
                break
            if self.lower[at] in ("of", "them", "those", "seriously", "badly") or (of and not noun and self.doc[at].tag_ in _DETERMINING):
                at += 1
            elif of and self.doc[at].tag_ in _NOUNS:
                noun = True  # "none of the station's staff injured"
                at += 1
            else:
                break
        metric = self.words.states.get(self.lower[at]) if at < len(self.lower) else None
        left = metric and (noun or not of or self.lower[at - 1] not in _ARTICLES)
        modifies = noun and self.doc[at].dep_ in ("amod", "compound", "pobj")
        return (at, metric) if metric and left and not modifies else None

    def _hardly(self, quantity: "Quantity") -> Counted | None:
        """As in "no rebel had been so much as scratched", "not one of them was even grazed": the least harm is denied."""
        if quantity.count.high != 0:
            return None
        end = self._end(quantity)
        for at in range(end, min(end + 8, len(self.lower))):
            if self.doc[at].tag_ == "VBN" and at > end + 1 and self.lower[at - 1] in ("as", "even", "actually"):
                metric = self.words.states.get(self.lower[at]) or self.words.does.get(self.doc[at].lemma_)
                return Counted(quantity, metric, quantity.population, at, "none") if metric else None
            if self.lower[at] not in _HARDLY:
                return None
        return None

    def _neither(self, counted: Counted) -> "list[Counted]":
        """As in "nobody was killed or injured": none of the two befell anybody."""
        after = self.lower[counted.trigger + 1 : counted.trigger + 3]
        if counted.quantity.count.high == 0 and (before := harms_joined(self.parse.tree, counted.trigger)) is not None:
            return [replace(counted, metric=before[1], trigger=before[0])]
        if counted.quantity.count.high != 0 or len(after) < 2 or after[0] not in ("or", "nor", "and"):
            return []
        other = self.words.states.get(after[1])
        return [replace(counted, metric=other, trigger=counted.trigger + 2)] if other and other != counted.metric else []

    def _nobody_either(self, quantity: "Quantity") -> Counted | None:
        """As in "two fighters were killed and no civilians were": nobody of these suffered what the others did."""
        last = self.found[-1] if self.found else None
        token = self.effects.top(quantity)
        near = last is not None and 0 <= self.parse.sentence_of[quantity.head] - self.parse.sentence_of[last.quantity.head] <= 1
        beside = last is not None and near and self._one_paragraph(last, quantity)
        if quantity.count.high == 0 and last is not None and self._one_sentence(last, quantity) and self._elliptic_nobody(quantity):
            return Counted(quantity, last.metric, quantity.population, last.trigger, "ellipsis")
        if quantity.count.high != 0 or last is None or token.dep_ != "nsubj" or token.head.lemma_ != "be":
            return None
        bare = not any(child.dep_ in ("attr", "acomp", "prep", "advmod") for child in token.head.children)
        return Counted(quantity, last.metric, quantity.population, last.trigger, "ellipsis") if bare and beside else None

    def _one_paragraph(self, counted: Counted, quantity: "Quantity") -> bool:
        return self.parse.paragraph_of[counted.quantity.head] == self.parse.paragraph_of[quantity.head]

    def _elliptic_nobody(self, quantity: "Quantity") -> bool:
        """As in "14 soldiers dead and not one of its own fighters": nothing more is said of them."""
        first, end = self._first(quantity), self._end(quantity)
        return self.lower[first - 1] in ("and", "but") and self.lower[end : end + 1] in (["."], [";"], [":"])

    def _no_man_lost(self, quantity: "Quantity") -> Counted | None:
        """As in "did not lose a single man", "hit, none fatally": none of those who fought."""
        token = self.doc[quantity.head]
        last = self.found[-1] if self.found else None
        if self.lower[quantity.head] == "none" and self._after(quantity, 1) in (["fatally"], ["mortally"]) and last is not None:
            return Counted(quantity, "killed", last.population, quantity.head, "none")
        verb = token.head
        lost = token.dep_ == "dobj" and verb.lemma_ == "lose" and quantity.count.high == 1 and not quantity.named
        if not lost or not any(c.dep_ == "neg" for c in verb.children):
            return None
        population = "party forces" if self._loser(verb) else quantity.population
        return Counted(replace(quantity, count=Count(0, 0)), "killed", population, verb.i, "none")
