"""Numbers in labels, lists and records → counts: "Killed: 47", "Guji, 12 dead; Borena, 7", "384 dead and 51 prisoners"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.answers import answered
from trucewatch.reading.counted import Counted, is_explicit
from trucewatch.reading.deadlists import entries
from trucewatch.reading.parts import Parts
from trucewatch.reading.people import names_people, people, singular
from trucewatch.reading.ranks import ranked
from trucewatch.reading.tallies import tally_numbers

if TYPE_CHECKING:
    from trucewatch.reading.mentions import Quantity
    from trucewatch.records.terms import Population


_CARING = frozenset("treat admit receive operate attend tend take care".split())
_FORCES = frozenset(("party forces", "mission personnel"))
_TOLD_APART = _FORCES | {"civilians"}
_CAMPS = frozenset(
    """camp camps centre centres center centers hall halls school schools shelter shelters church churches mosque mosques temple temples
    pagoda monastery convent gymnasium stadium tents tent barracks seminary cathedral warehouse warehouses""".split()
)
"""Where those who fled are counted."""


class Listed(Parts):
    """Finds counts that their place in a list, a label or a record makes."""

    def _field(self, quantity: "Quantity") -> Counted | None:
        """A number after a label of its own: "Killed: 47", "Militants reported killed: 2"."""
        at = quantity.head
        while at and self.doc[at - 1].idx >= quantity.span.start:
            at -= 1
        if at > 1 and self.lower[at - 1] == "." and self._pronominal(quantity) and self._one_word(at - 2):
            return self._labelled(quantity, [at - 2])  # "Displacement. Nearly 2,000, per a relief group."
        if at < 2 or self.lower[at - 1] != ":" or quantity.named or not is_explicit(quantity):
            return None
        if not self._pronominal(quantity) and self.effects.governed(self.doc[quantity.head]):
            return None
        label: list[int] = []
        for index in range(at - 2, max(-1, at - 8), -1):
            if index in self.numbers:
                return None  # "nine dead: two clerks, four teachers …"
            if self.lower[index] in (".", ";", ",", ")", "·", "|", "•") or self.parse.paragraph_of[index] != self.parse.paragraph_of[at]:
                break
            label.append(index)
        else:
            return None if at > 7 else self._labelled(quantity, label)
        return self._labelled(quantity, label)

    def _one_word(self, at: int) -> bool:
        """Whether the word at ``at`` is a sentence and a label of its own: it opens its line, and a stop follows."""
        opens = at == 0 or self.lower[at - 1] in (".", ":", "—", "–") or self.doc[at - 1].is_space or "\n" in self._gap(at)
        return opens and self.doc[at].text[:1].isupper() and self.doc[at].pos_ in ("NOUN", "ADJ", "PROPN", "VERB")

    def _gap(self, at: int) -> str:
        """The text between the token at ``at`` and the one before it."""
        return self.parse.text[self.doc[at - 1].idx : self.doc[at].idx]

    def _next_source(self, quantity: "Quantity") -> Counted | None:
        """As in "Dead: 37 (constabulary); 140 (front); more than 200 (survivors' committee)": a field's next number, by its source."""
        at, last = self._first(quantity), self.found[-1] if self.found else None
        if last is None or last.rule != "field" or not self._pronominal(quantity) or self._after(quantity, 1) != ["("]:
            return None
        same = self.lower[at - 1] in (";", ",", "/") and self.parse.paragraph_of[last.quantity.head] == self.parse.paragraph_of[at]
        return Counted(quantity, last.metric, last.population, last.trigger, "field") if same else None

    def _subfield(self, quantity: "Quantity") -> Counted | None:
        """A line of a list below a field that counts: "Suspects apprehended: 187" and under it "- District West: 88"."""
        at, last = self._first(quantity), self.found[-1] if self.found else None
        if last is None or at < 2 or self.lower[at - 1] != ":" or not self._pronominal(quantity):
            return None
        total = last if last.part_of is None else self.found[last.part_of]
        line = self.parse.text[: quantity.span.start].rsplit("\n", 1)
        between = self.parse.text[last.quantity.span.end : quantity.span.start]
        listed = len(line) == 2 and line[1].lstrip()[:1] in ("-", "–", "—", "•", "*") and between.count("\n") == 1
        if not listed or total.rule != "field":
            return None
        part = replace(quantity, part=True)
        return Counted(part, total.metric, total.population, total.trigger, "subtotal", part_of=self.found.index(total))

    def _labelled(self, quantity: "Quantity", label: list[int]) -> Counted | None:
        for index in label:
            word = self.lower[index]
            metric = self.words.states.get(word) or self.words.figure_metrics.get(word)
            if metric is None or word == "losses":
                continue
            of = next((self.lower[other] for other in label if other != index and names_people(self.lower[other])), "")
            population = people().population.get(singular(of), "all") if of and quantity.population == "all" else quantity.population
            return Counted(replace(quantity, part=False), metric, population, index, "field")
        return None

    def _noun_before(self, quantity: "Quantity") -> Counted | None:
        """As in "the killing of 61 civilians and injuries to 120 more", whatever the parse makes of the second."""
        at = self._first(quantity)
        if at < 2 or not is_explicit(quantity) or quantity.named or not self._pronominal(quantity) or quantity.part:
            return None
        noun, preposition = singular(self.lower[at - 2]), self.lower[at - 1]
        before = self.found[-1] if self.found else None
        if (
            (noun, preposition) == ("cost", "of")
            and before is not None
            and before.metric == "killed"
            and self._one_sentence(before, quantity)
        ):
            return Counted(quantity, "killed", "party forces", before.trigger, "direct")  # "killed 54 at a cost of two"
        metric = self.words.nouns.get(noun) if preposition == "of" else "injured" if (noun, preposition) == ("injury", "to") else None
        if metric is None:
            return None
        last = self.found[-1] if self.found else None
        same = last is not None and self._one_sentence(last, quantity) and last.population in _TOLD_APART
        return Counted(quantity, metric, last.population if same and last is not None else quantity.population, at - 2, "direct")

    def _entered(self, quantity: "Quantity") -> Counted | None:
        """As in "the burial register has 13 entries", where the text tells of dead: each is one of them."""
        token = self.doc[quantity.head]
        if token.lower_ != "entries" or token.dep_ not in ("dobj", "attr", "pobj") or not is_explicit(quantity):
            return None
        dead = next((one for one in reversed(self.found) if one.metric == "killed" and one.quantity.count.high != 0), None)
        return None if dead is None else Counted(quantity, "killed", "all", token.head.i, "figure")

    def _numbered(self, quantity: "Quantity") -> Counted | None:
        """As in "Abductions numbered 38", "deaths totalled 12": the subject is the noun of what happened."""
        token = self.effects.top(quantity)
        if token.dep_ not in ("dobj", "attr") or token.head.lemma_ not in ("number", "total"):
            return None
        for child in token.head.children:
            if child.dep_ == "nsubj" and (metric := self.words.counted.get(singular(child.lemma_.lower()))):
                return Counted(quantity, metric, quantity.population, child.i, "figure")
        return None

    def _answered(self, quantity: "Quantity") -> Counted | None:
        """A number that answers "How many died?"."""
        if not self._pronominal(quantity) or quantity.part or not is_explicit(quantity) or quantity.count.high == 0:
            return None
        hit = answered(self.parse, self._first(quantity), self._end(quantity))
        return None if hit is None else Counted(quantity, hit[0], "all", hit[1], "figure")

    def _counted_in(self, quantity: "Quantity") -> Counted | None:
        """As in "150 captured, a brigade commander included": one of those just counted."""
        last = self.found[-1] if self.found else None
        if last is None or self._after(quantity, 1) != ["included"] or not self._one_sentence(last, quantity):
            return None
        population = self._titled(quantity) if quantity.named else quantity.population
        return Counted(replace(quantity, part=True), last.metric, population, last.trigger, "subtotal")

    def _beside_dead(self, quantity: "Quantity") -> Counted | None:
        """As in "enemy losses stand at 384 dead and 51 prisoners": prisoners told with the dead were taken."""
        last = self.found[-1] if self.found else None
        if last is None or self.lower[quantity.head] not in ("prisoners", "captives") or not is_explicit(quantity):
            return None
        between = self.parse.text[last.quantity.span.end : quantity.span.start].replace(",", " ").split()
        if last.metric not in ("killed", "injured") or len(between) > 2 or not {*between} <= {"and", "killed", "dead", "wounded"}:
            return None
        return Counted(quantity, "detained", last.population, quantity.head, "direct")

    def _sheltered(self, quantity: "Quantity") -> Counted | None:
        """As in "the town hall has registered more than 4,700 refugees": those who fled are counted where they came."""
        token = self.effects.top(quantity)
        noun = singular(self.lower[quantity.head])
        took = token.dep_ == "dobj" and token.head.lemma_ in ("register", "receive", "host", "shelter", "count", "record", "take", "house")
        where = self.lower[self._end(quantity) : self._end(quantity) + 8]
        camped = where[:1] in (["in"], ["at"], ["inside"]) and any(word in _CAMPS for word in where)
        fled = noun in ("refugee", "evacuee", "displaced", "idp", "homeless")
        if camped and is_explicit(quantity) and (fled or (took and quantity.count.low >= 10)) and not self.effects.governed(token):
            return Counted(quantity, "displaced", quantity.population, quantity.head, "direct")  # "90 refugees in the church hall"
        houses = took and token.head.lemma_ in ("host", "shelter", "house") and noun in self.words.residents and quantity.count.low >= 10
        if houses:
            return Counted(quantity, "displaced", quantity.population, token.head.i, "direct")
        if not took or noun not in ("refugee", "evacuee", "returnee", "displaced", "idp") or not is_explicit(quantity):
            return None
        return Counted(quantity, "displaced", quantity.population, token.head.i, "direct")

    def _classed_casualties(self, quantity: "Quantity") -> "list[Counted]":
        """Dead and hurt together are neither's number, unless they were "all dead"."""
        end = self._end(quantity)
        cared = self.effects.governed(self.effects.top(quantity))
        if cared is not None and cared[0] == "injured" and self.doc[cared[1]].lemma_ in _CARING and is_explicit(quantity):
            return [Counted(quantity, "injured", quantity.population, cared[1], "direct")]  # "treated 261 gunshot casualties"
        if self.lower[end : end + 2] != [",", "all"] or end + 2 >= len(self.lower):
            return []
        metric = self.words.states.get(self.lower[end + 2])
        return [Counted(quantity, metric, self._inflicted(quantity), end + 2, "direct")] if metric else []

    def _inflicted(self, quantity: "Quantity") -> "Population":
        """Whose they are on whom an army inflicts losses: those it fights."""
        token = self.effects.top(quantity)
        if quantity.population != "all" or token.dep_ != "dobj" or token.head.lemma_ != "inflict":
            return quantity.population
        subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
        return "party forces" if subject is not None and not names_people(subject.lower_) else quantity.population

    def _tallied(self, quantities: "tuple[Quantity, ...]") -> "list[Counted]":
        """The bare numbers of lists: "Guji, 12 dead; Borena, 7"."""
        taken = {at for quantity in quantities for at in range(quantity.head - 3, self._end(quantity))}
        told = {one.quantity.head for one in self.found}
        return [
            *(Counted(one, metric, one.population, trigger, "figure") for one, metric, trigger in ranked(self.parse)),
            *(Counted(one, metric, one.population, trigger, "entry") for one, metric, trigger in entries(self.parse, told)),
            *(Counted(quantity, metric, "all", trigger, "tally") for quantity, metric, trigger in tally_numbers(self.parse, taken)),
        ]
