"""Quantities → counts of victims: which number counts whom, what happened to them, and of which total it is a part (DOMAIN section 3).

Enters: a parse and its quantities. Leaves: counts in text order, each with its metric, the word it rests on and, where the text
says so, the earlier count it is a subtotal of or replaces. The lexicon is ``vocab/casualties.yaml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.reading.people import names_people, singular
from trucewatch.reading.quantities import distinct
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.parse import Parse
    from trucewatch.records.terms import Metric, Population

_PASSIVE = frozenset(("auxpass", "nsubjpass"))
_ARGUMENT = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr", "oprd", "appos", "conj", "dep", "ROOT", "acomp", "npadvmod", "nummod"))


@dataclass(frozen=True, slots=True)
class Counted:
    """One count of victims. ``trigger`` is the token that says what happened; ``part_of`` and ``revises`` index earlier counts."""

    quantity: "Quantity"
    metric: "Metric"
    population: "Population"
    trigger: int
    rule: str
    part_of: int | None = None
    revises: int | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The typed content of ``vocab/casualties.yaml``: word → metric, by how the word takes its people."""

    does: Mapping[str, "Metric"]
    suffers: Mapping[str, "Metric"]
    needs: Mapping[str, frozenset[str]]
    states: Mapping[str, "Metric"]
    counted: Mapping[str, "Metric"]
    nouns: Mapping[str, "Metric"]
    figures: frozenset[str]
    figure_metrics: Mapping[str, "Metric"]
    stating: frozenset[str]
    revising: frozenset[str]
    released: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Load the casualty vocabulary."""
    raw = cast("Mapping[str, Any]", vocabulary("casualties"))

    def turned(key: str) -> "dict[str, Metric]":
        return {str(word): cast("Metric", metric) for metric, words in raw[key].items() for word in words}

    def words(key: str) -> frozenset[str]:
        return frozenset(map(str, raw[key]))

    return Lexicon(
        does=turned("does"),
        suffers=turned("suffers"),
        needs={str(k): frozenset(v) for k, v in raw["needs"].items()},
        states=turned("states"),
        counted=turned("counted"),
        nouns=turned("nouns"),
        figures=words("figures"),
        figure_metrics=cast("Mapping[str, Metric]", raw["figure metrics"]),
        stating=words("stating"),
        revising=words("revising"),
        released=words("released"),
    )


def find_casualties(parse: "Parse", quantities: "dict[int, Quantity]") -> tuple[Counted, ...]:
    """Return the counts of victims among ``quantities``, in text order."""
    return _Counter(parse).run(tuple(distinct(quantities)))


class _Counter:
    """One pass over the quantities of one parse; earlier counts give later ones what they leave unsaid."""

    def __init__(self, parse: "Parse") -> None:
        self.parse = parse
        self.doc = parse.doc
        self.words = lexicon()
        self.found: list[Counted] = []

    def run(self, quantities: "tuple[Quantity, ...]") -> tuple[Counted, ...]:
        """Try each quantity in text order."""
        for quantity in sorted(quantities, key=lambda q: (q.span.start, q.head)):
            counted = self._direct(quantity) or self._figure(quantity) or self._inherited(quantity)
            if counted is not None:
                self.found.append(self._related(counted))
        return tuple(self.found)

    # -- what the words around a number say of it

    def _direct(self, quantity: "Quantity") -> Counted | None:
        top = self._top(quantity)
        for token, rule in ((self.doc[quantity.head], "beside"), (top, "argument")):
            if token is None:
                continue
            hit = self._state(quantity, token) or self._argument(token)
            if hit is not None:
                return self._counted(quantity, hit[0], hit[1], rule)
        return None

    def _counted(self, quantity: "Quantity", metric: "Metric", trigger: int, rule: str) -> Counted | None:
        exact = quantity.count.high is not None or quantity.qualifier is not None or quantity.vague
        if quantity.count.low == 0 and quantity.count.high == 0:
            exact = True
        if not exact and rule == "beside" and self.doc[quantity.head].i != trigger and self.doc[trigger].dep_ == "amod":
            return None
        return Counted(quantity, metric, self._population(quantity), trigger, rule)

    def _population(self, quantity: "Quantity") -> "Population":
        """A pronominal number takes its people from the coordinated subject before it or from "others" and "more"."""
        if quantity.population != "all":
            return quantity.population
        word = self.doc[quantity.head].lower_
        last = self.found[-1] if self.found else None
        near = last is not None and self.parse.sentence_of[last.quantity.head] == self.parse.sentence_of[quantity.head]
        if word in ("others", "other") and last is not None and near:
            return last.population if last.population in ("party forces", "mission personnel") else "all"
        if self._pronominal(quantity):
            if "more" in self._after(quantity, 1) and last is not None and near:
                return last.population
            return self._antecedent(quantity)
        return "all"

    def _pronominal(self, quantity: "Quantity") -> bool:
        token = self.doc[quantity.head]
        return token.pos_ == "NUM" or token.tag_ == "CD"

    def _antecedent(self, quantity: "Quantity") -> "Population":
        """The people of the subject of the clause this one is joined to ("troops tried … and four were wounded")."""
        token = self.doc[quantity.head]
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return "all"
        verb = token.head
        if verb.dep_ != "conj":
            return "all"
        from trucewatch.reading.people import population_at

        lower = [t.lower_ for t in self.doc]
        for child in verb.head.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ in ("NNS", "NNPS", "NN") and names_people(child.lower_):
                population = population_at(self.doc, child.i, lower)
                return "all" if population == "civilians" else population
        return "all"

    def _top(self, quantity: "Quantity") -> "Token":
        """The head of the noun phrase the quantity stands in: "dozens" in "dozens of villagers", "members" in "three members"."""
        token = self.doc[quantity.head]
        for _ in range(4):
            head = token.head
            if token.dep_ in ("nummod", "quantmod") and head.i > token.i and head.pos_ in ("NOUN", "NUM"):
                return token
            if token.dep_ == "pobj" and head.lower_ == "of" and quantity.span.start <= head.head.idx < quantity.span.end:
                token = head.head
            elif token.dep_ in ("nummod", "compound", "amod") and quantity.span.start <= head.idx < quantity.span.end:
                token = head
            else:
                break
        return token

    def _after(self, quantity: "Quantity", many: int) -> list[str]:
        index = self._end(quantity)
        return [t.lower_ for t in self.doc[index : index + many]]

    def _end(self, quantity: "Quantity") -> int:
        index = quantity.head
        while index < len(self.doc) and self.doc[index].idx < quantity.span.end:
            index += 1
        return index

    def _state(self, quantity: "Quantity", token: "Token") -> tuple["Metric", int] | None:
        """A word of the phrase itself or right after it: "31 bodies", "14 dead", "four civilians killed", "dead soldiers"."""
        words = self.words
        one = singular(token.lower_)
        if one in words.counted and token.pos_ != "VERB":
            return self._unless_released(token, words.counted[one])
        if token.lower_ in words.states and token.i == quantity.head and not self._verb_above(token):
            return words.states[token.lower_], token.i
        for child in token.children:
            if child.dep_ in ("amod", "acl", "relcl", "oprd") and child.lower_ in words.states:
                if child.dep_ == "relcl" or child.i > token.i or child.lower_ in ("dead", "slain"):
                    return words.states[child.lower_], child.i
                if quantity.count.high is not None and child.lower_ in ("wounded", "injured", "missing", "killed"):
                    return (words.states[child.lower_], child.i) if not self._has_effect(token) else None
            if child.dep_ in ("relcl", "acl") and (hit := self._relative(child)):
                return hit
        end = self._end(quantity)
        if end < len(self.doc) and self.doc[end].lower_ in words.states:
            after = self.doc[end]
            if after.dep_ not in ("amod", "compound") or after.head.i <= end:
                return words.states[after.lower_], end
        return None

    def _has_effect(self, token: "Token") -> bool:
        return self._argument(token) is not None

    def _verb_above(self, token: "Token") -> bool:
        """Whether a participle is the verb of its own clause, with the number as subject."""
        return any(c.dep_ in _PASSIVE for c in token.children)

    def _unless_released(self, token: "Token", metric: "Metric") -> tuple["Metric", int] | None:
        """"released 12 hostages" takes nobody; "the 12 hostages were killed" is the verb's matter."""
        verb = token.head
        if token.dep_ in ("dobj", "nsubjpass", "pobj") and verb.lemma_ in self.words.released:
            return None
        if metric == "detained":
            hit = self._argument(token)
            return hit if hit is not None and hit[0] != "detained" else (metric, token.i)
        return metric, token.i

    def _relative(self, verb: "Token") -> tuple["Metric", int] | None:
        """"12 villagers who died", "two fishermen whom they seized", "five soldiers shot by rebels … died"."""
        words = self.words
        relative = [c for c in verb.children if c.tag_ in ("WP", "WDT") or c.dep_ in ("nsubjpass", "auxpass")]
        lemma = verb.lemma_
        if lemma in words.suffers and verb.dep_ == "relcl":
            return words.suffers[lemma], verb.i
        if lemma not in words.does:
            return None
        passive = verb.dep_ == "acl" and verb.tag_ == "VBN"
        passive = passive or any(c.dep_ in _PASSIVE for c in relative)
        passive = passive or (verb.dep_ == "relcl" and any(c.dep_ == "dobj" and c.tag_ in ("WP", "WDT") for c in verb.children))
        return (words.does[lemma], verb.i) if passive and self._allowed(verb) else None

    def _argument(self, token: "Token") -> tuple["Metric", int] | None:
        """What the word that governs the phrase does to it, through coordination and raising."""
        for _ in range(4):
            dep, head = token.dep_, token.head
            if dep == "conj":
                if head.lower_ in self.words.states and token.lower_ not in self.words.states:
                    return None
                token = head
                continue
            if dep in ("nsubjpass", "nsubj"):
                return self._subject(token, head)
            if dep == "dobj":
                return self._object(token, head)
            if dep == "pobj":
                return self._prepositional(head)
            if dep in ("nsubj", "oprd", "attr", "ccomp") and head.lemma_ in ("leave",):
                return None
            break
        return None

    def _object(self, token: "Token", verb: "Token") -> tuple["Metric", int] | None:
        words = self.words
        lemma = verb.lemma_.lower()
        if lemma == "leave":
            return next(((words.states[c.lower_], c.i) for c in verb.children if c.lower_ in words.states), None)
        if lemma in ("find", "see", "shoot", "gun"):
            state = next((c for c in verb.children if c.lower_ in words.states and c.dep_ in ("oprd", "acomp", "advmod", "xcomp", "ccomp")), None)
            if state is not None:
                return words.states[state.lower_], verb.i if lemma == "shoot" else state.i
        if lemma in words.does and self._allowed(verb):
            if lemma in ("lose", "burn", "treat", "bury", "hold", "seize", "take", "drive") and not names_people(token.lower_) and token.pos_ != "NUM":
                return None
            return words.does[lemma], verb.i
        return None

    def _subject(self, token: "Token", verb: "Token") -> tuple["Metric", int] | None:
        words = self.words
        lemma = verb.lemma_.lower()
        passive = token.dep_ == "nsubjpass" or any(c.dep_ == "auxpass" for c in verb.children)
        if lemma in words.suffers:
            return words.suffers[lemma], verb.i
        if passive:
            if lemma == "shoot" or (lemma in words.does and self._allowed(verb)):
                return words.does[lemma], verb.i
            for child in verb.children:
                if child.dep_ in ("oprd", "acomp", "xcomp", "advmod") and (hit := self._raised(child)):
                    return hit
            return None
        if lemma in ("be", "remain", "lie", "go", "end", "get", "feel", "become", "seem", "appear", "fall"):
            for child in verb.children:
                if child.dep_ in ("acomp", "attr", "oprd", "xcomp", "advmod", "prep") and (hit := self._raised(child)):
                    return hit
        if lemma in ("lose",) and any(c.lower_ in ("life", "lives") for c in verb.children):
            return "killed", verb.i
        if lemma in ("suffer", "sustain", "receive", "require") and any(singular(c.lower_) in ("injury", "wound", "burn") for c in verb.children):
            return "injured", verb.i
        if verb.tag_ == "VBN" and lemma in words.does and self._allowed(verb) and not any(c.dep_ == "dobj" for c in verb.children):
            if not any(c.dep_ in ("aux",) for c in verb.children):
                return words.does[lemma], verb.i
        return None

    def _raised(self, child: "Token") -> tuple["Metric", int] | None:
        """"are missing", "were found dead", "are feared to have died", "were reported killed"."""
        words = self.words
        if child.lower_ in words.states:
            return words.states[child.lower_], child.i
        if child.dep_ == "xcomp":
            if child.lemma_ in words.suffers:
                return words.suffers[child.lemma_], child.i
            if child.lemma_ in words.does and any(c.dep_ == "auxpass" for c in child.children) and self._allowed(child):
                return words.does[child.lemma_], child.i
        return None

    def _prepositional(self, preposition: "Token") -> tuple["Metric", int] | None:
        """"the killing of 12 villagers", "the deaths of"."""
        above = preposition.head
        words = self.words
        if preposition.lower_ == "of" and above.pos_ in ("NOUN", "PROPN"):
            metric = words.nouns.get(singular(above.lower_)) or words.nouns.get(above.lemma_)
            if metric is not None:
                return metric, above.i
        return None

    def _allowed(self, verb: "Token") -> bool:
        """Whether a verb that needs a particle or an object to mean this has it."""
        needs = self.words.needs.get(verb.lemma_)
        if needs is None:
            return True
        for child in verb.children:
            if child.lower_ in needs or (child.dep_ == "prep" and any(c.lower_ in needs for c in child.children)):
                return True
        return verb.i + 1 < len(self.doc) and self.doc[verb.i + 1].lower_ in needs

    # -- figures given without a noun

    def _figure(self, quantity: "Quantity") -> Counted | None:
        """"put the toll at nine", "cited 135", "a higher figure, 44", "raised to 25"."""
        named = quantity.named and self.doc[quantity.head].lower_ == "names"
        if named:
            return Counted(quantity, "killed", "all", quantity.head, "list of names") if self._casualties_before() else None
        if not self._pronominal(quantity) or quantity.part:
            return None
        token = self.doc[quantity.head]
        noun = self._figure_noun(token)
        verb = self._stating(token)
        if noun is None and verb is None:
            return None
        metric = self._figure_metric(noun, token)
        if metric is None:
            last = self._last_total()
            if last is None and (noun is None or noun.lower_ not in ("toll",)):
                return None
            metric = last.metric if last is not None else "killed"
        population: Population = "all"
        trigger = noun.i if noun is not None else cast("Token", verb).i
        revising = self._revising(token)
        last = self._last_total(metric)
        if revising and last is not None:
            population = last.population
            index = self.found.index(last)
            return Counted(quantity, metric, population, trigger, "revised figure", revises=index)
        return Counted(quantity, metric, population, trigger, "figure")

    def _casualties_before(self) -> bool:
        return bool(self.found)

    def _last_total(self, metric: "Metric | None" = None) -> Counted | None:
        for counted in reversed(self.found):
            if counted.part_of is None and not counted.quantity.part and (metric is None or counted.metric == metric):
                return counted
        return None

    def _figure_noun(self, token: "Token") -> "Token | None":
        """The noun a number gives the value of: "a toll of 16", "put the dead at 27", "a figure, 44"."""
        words = self.words
        head = token.head
        if token.dep_ == "appos" and singular(head.lower_) in words.figures:
            return head
        if token.dep_ in ("pobj", "dobj", "attr", "nummod", "npadvmod", "oprd", "conj"):
            above = head.head if head.pos_ in ("ADP", "SCONJ") or head.dep_ == "prep" else head
            if singular(above.lower_) in words.figures or above.lower_ in words.figure_metrics:
                return above
            if above.pos_ in ("VERB", "AUX"):
                for child in above.children:
                    if child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and child.i != token.i:
                        if singular(child.lower_) in words.figures or child.lower_ in words.figure_metrics or child.lower_ in ("losses",):
                            return child
        return None

    def _figure_metric(self, noun: "Token | None", token: "Token") -> "Metric | None":
        words = self.words
        if noun is None:
            return None
        if noun.lower_ in words.figure_metrics and noun.lower_ != "toll":
            return words.figure_metrics[noun.lower_]
        for child in noun.children:
            if child.lower_ in words.figure_metrics:
                return words.figure_metrics[child.lower_]
            for inner in child.children if child.dep_ == "prep" else ():
                if inner.lower_ in words.figure_metrics and inner.i != token.i:
                    return words.figure_metrics[inner.lower_]
        return "killed" if noun.lower_ in ("toll", "losses") else None

    def _stating(self, token: "Token") -> "Token | None":
        """The verb that states a bare number as a figure, where casualties have been spoken of."""
        if not self.found:
            return None
        head = token.head
        if token.dep_ == "pobj" and head.lower_ in ("to", "at", "of", "from", "as", "than", "by"):
            head = head.head
        elif token.dep_ == "pcomp" or token.dep_ not in ("dobj", "attr", "ccomp", "oprd", "conj", "pobj", "xcomp"):
            return None
        if token.dep_ == "conj":
            return None
        lemma = head.lemma_
        return head if head.pos_ == "VERB" and (lemma in self.words.stating or lemma in self.words.revising) else None

    def _revising(self, token: "Token") -> bool:
        head = token
        for _ in range(3):
            head = head.head
            if head.pos_ == "VERB":
                return head.lemma_ in self.words.revising and not (token.head.lower_ == "from")
        return False

    # -- what a subtotal or an ellipsis takes from the count before it

    def _inherited(self, quantity: "Quantity") -> Counted | None:
        """Subtotals and ellipses: "49 of them children", "among them nine children", "two were girls", "15 in the old quarter"."""
        last = self.found[-1] if self.found else None
        if last is None:
            return None
        here = self.parse.sentence_of[quantity.head]
        distance = here - self.parse.sentence_of[last.quantity.head]
        token = self.doc[quantity.head]
        explicit = quantity.count.high is not None or quantity.qualifier is not None
        if quantity.part and distance <= 1 and explicit and self._not_argument(token):
            return Counted(quantity, last.metric, quantity.population, last.trigger, "subtotal")
        if self._pronominal(quantity) and distance <= 1 and (kind := self._predicated(token)):
            population = last.population if kind == "all" else kind
            total = last if last.part_of is None else self.found[last.part_of]
            population = total.population if kind == "all" else kind
            return replace(Counted(quantity, last.metric, cast("Population", population), last.trigger, "subtotal"), part_of=self.found.index(total))
        if self._pronominal(quantity) and distance == 0 and explicit and self._elliptic(quantity):
            return Counted(quantity, last.metric, self._population_of_ellipsis(quantity, last), last.trigger, "ellipsis")
        return None

    def _population_of_ellipsis(self, quantity: "Quantity", last: Counted) -> "Population":
        if "more" in self._after(quantity, 1):
            return last.population
        return "all" if last.population == "civilians" else last.population

    def _not_argument(self, token: "Token") -> bool:
        """Whether a subtotal has no verb of its own that makes it something else than a victim."""
        return not (token.dep_ in ("nsubj",) and token.head.pos_ == "VERB" and token.head.lemma_ not in ("be", "include"))

    def _predicated(self, token: "Token") -> "Population | None":
        """"two were girls", "four were Italian": the people of the count before, told apart."""
        if token.dep_ != "nsubj" or token.head.lemma_ != "be":
            return None
        from trucewatch.reading.people import people

        for child in token.head.children:
            if child.dep_ in ("attr", "acomp"):
                return people().population.get(singular(child.lower_), "all")
        return None

    def _elliptic(self, quantity: "Quantity") -> bool:
        """"15 in the old quarter, nine by the harbour", "and three more on Wednesday"."""
        after = self._after(quantity, 1)
        if after and after[0] in ("more", "others"):
            return True
        token = self.doc[quantity.head]
        before = self.doc[token.i - 1].lower_ if token.i else ""
        place = after[:1] and after[0] in ("in", "at", "by", "near", "on", "outside", "inside", "from")
        return bool(place) and before in (":", ",", ";", "and", "–", "—", "-")

    def _related(self, counted: Counted) -> Counted:
        """Tie a subtotal to the nearest total before it that is large enough to hold it."""
        if not counted.quantity.part or counted.part_of is not None:
            return counted
        here = self.parse.sentence_of[counted.quantity.head]
        for index in range(len(self.found) - 1, -1, -1):
            total = self.found[index]
            if total.quantity.part or total.metric != counted.metric or here - self.parse.sentence_of[total.quantity.head] > 2:
                continue
            top = total.quantity.count.high
            if top is None or top >= counted.quantity.count.low:
                return replace(counted, part_of=index)
        return counted
