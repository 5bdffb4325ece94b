"""Counts that rest on earlier ones: lists of the dead, bare figures, subtotals, ellipses; each with its metric and its total."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from trucewatch.reading.counted import Counted, is_explicit
from trucewatch.reading.figurephrases import figure_phrase
from trucewatch.reading.figures import figure_at, phrase_figure
from trucewatch.reading.nounruns import MANNER
from trucewatch.reading.people import names_people, people, population_at, singular, years
from trucewatch.reading.registers import carved
from trucewatch.reading.sourcefigures import gapped_source, given_by, topic
from trucewatch.reading.uninvolved import doers_among
from trucewatch.reading.whose import Whose
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Metric, Population

_FORCES = frozenset(("party forces", "mission personnel"))
_PLACES = frozenset(("beside", "behind", "under", "along", "in", "at", "by", "near", "on", "outside", "inside", "from"))
_AFTER_COUNT = _PLACES | {"according"}
_OF_ANY_SIDE = frozenset(
    """foreigners foreigner nationals leaders leader ringleader mastermind ringleaders chiefs youths brothers sons cousins relatives men
    members locals natives volunteers teenagers suspects""".split()
)
"""Nouns that say nothing of a side: among fighters they are fighters."""
_BELONGING = frozenset("be include number identify name know believe describe come hail belong".split())
_DEATHS = frozenset(
    """deaths killed dead died massacre victims killings executions executed slaughter slaughtered murders murdered slain perished bodies
    graves fallen burial buried martyrs massacres massacred lynched lynchings fatalities death""".split()
)
_POSSESSIVES = frozenset("his her their its the our".split())
_POINTED = frozenset("them those figure number total toll tally".split())
"""What "among" points back at: "among this figure are two women"."""
_GROWN = 18
_CLAUSES = 24
"""Tokens between two figures of one sentence, which a semicolon may part in the parse."""
_JOINTS = frozenset((":", ",", ";", "and", "–", "—", "-"))


class Parts(Whose):
    """Finds counts that rest on the counts before them, and ties subtotals to their totals."""

    def _listed(self, quantity: "Quantity") -> Counted | None:
        """As in "Among the dead were Ahmad, 34, and his two sons", "the dead included eight women", "a victim, Nenita Solon"."""
        if not is_explicit(quantity) or (self._pronominal(quantity) and self._predicated(quantity)):
            return None
        token = self.effects.top(quantity)
        if (last := self.found[-1] if self.found else None) is not None and last.rule == "listed" and self._goes_on(quantity, last):
            return self._subtotal(quantity, last.metric, last.trigger)
        while token.dep_ == "conj":
            token = token.head
        head = token.head
        if token.dep_ == "appos":
            if (apposed := self._apposed(quantity, head)) is not None:
                return apposed
            token, head = head, head.head
        if token.dep_ == "pobj" and head.lower_ == "as":
            namer = next(
                (above for above in (head.head, head.head.head, head.head.head.head.head) if above.lemma_ in ("name", "identify", "list")),
                None,
            )
            return None if namer is None else self._from_victims(quantity, namer)
        if token.dep_ in ("nsubj", "attr", "nsubjpass", "dobj", "ROOT", "dep") and head.lemma_ in ("be", "include", "number"):
            return self._from_victims(quantity, head)
        return None

    def _youngest(self, quantity: "Quantity") -> Counted | None:
        """As in "twelve died; the youngest was a girl of five": one of the total before."""
        at = self._first(quantity)
        words = self.lower[max(0, at - 4) : at]
        total = self._last_total()
        if quantity.count.high != 1 or quantity.named or total is None or not {"youngest", "oldest", "eldest"} & {*words}:
            return None
        if not {*words[-2:]} & {"was", "being", "youngest", "oldest", "eldest", ",", "only"}:
            return None
        near = self.parse.sentence_of[quantity.head] - self.parse.sentence_of[total.quantity.head] <= 1
        many = total.quantity.count.low > 1
        return (
            Counted(replace(quantity, part=True), total.metric, quantity.population, total.trigger, "subtotal") if near and many else None
        )

    def _told_apart_too(self, quantity: "Quantity", last: Counted) -> bool:
        """As in "of whom nine were women and four children": the next part, its verb left out."""
        between = self.lower[self._end(last.quantity) : self._first(quantity)]
        told = between[:1] in (["were"], ["are"]) and between[-1:] in (["and"], [","])
        return told and len(between) < 7 and not self._pronominal(quantity) and quantity.population in ("women", "children", "civilians")

    def _goes_on(self, quantity: "Quantity", last: Counted) -> bool:
        """Whether a list of the dead goes on: "Ali, 40, his wife Fatima and their three children"."""
        between = self.parse.text[last.quantity.span.end : quantity.span.start].replace(",", " ").split()
        filler = {"and", "his", "her", "their", "a", "an", "the", "aged", "or"}
        return len(between) <= 4 and all(word in filler or word.isdigit() or word.istitle() for word in between)

    def _from_victims(self, quantity: "Quantity", verb: "Token") -> Counted | None:
        """The word for the dead or hurt among a verb's other arguments."""
        for child in verb.children:
            reach = list(child.subtree)
            if any(word.i == quantity.head for word in reach):
                continue
            for word in reach[:8]:
                if word.i == quantity.head or (word.dep_ == "amod" and word.head.i == quantity.head):
                    continue
                wounded = word.lower_ in ("losses", "casualties") and self.effects.hurt(self.doc[quantity.head])
                if wounded:
                    return self._subtotal(quantity, "injured", word.i)  # "its losses were a single fighter with a broken arm"
                fighters = word.dep_ == "amod" and population_at(self.doc, word.head.i, self.lower) == "party forces"
                if word.lower_ in self.words.states and fighters and quantity.population == "all" and quantity.count.high == 1:
                    return replace(self._subtotal(quantity, self.words.states[word.lower_], word.i), population="party forces")
                if word.lower_ in self.words.states and word.tag_ in ("JJ", "NN", "NNS", "VBN", "NNP"):
                    return self._subtotal(quantity, self.words.states[word.lower_], word.i)
                among = word.head.lower_ in ("among", "amongst") and verb.lemma_ == "be"
                holds = (word.dep_ == "nsubj" and verb.lemma_ == "include") or among
                held = self.words.counted.get(singular(word.lower_)) == "detained" and holds
                if held and word.tag_ in ("NNS", "NNPS"):
                    return self._subtotal(quantity, "detained", word.i)  # "the prisoners include a captain"
                listed = word.lower_ in ("names", "list") and any(one.metric == "killed" for one in self.found)
                pointing = (
                    (listed or word.lower_ in _POINTED) and word.head.lower_ in ("among", "amongst", "of") and word.head.head.i == verb.i
                )
                if singular(word.lower_) in self.words.victims or pointing:
                    return self._subtotal(quantity, self._victim_metric(), word.i)
        return None

    def _subtotal(self, quantity: "Quantity", metric: "Metric", trigger: int) -> Counted:
        population = self._titled(quantity) if quantity.named else quantity.population
        return Counted(replace(quantity, part=True), metric, population, trigger, "listed")

    def _apposed(self, quantity: "Quantity", head: "Token") -> Counted | None:
        """A name beside a word for a victim: "a named victim, Nenita Solon", "One of the dead, tram driver Halyna Sych"."""
        if not quantity.named:
            return None
        around = [head, *head.children, *(inner for child in head.children for inner in child.children)]
        for word in around:
            if word.i < quantity.head and singular(word.lower_) in self.words.victims:
                return self._subtotal(quantity, self._victim_metric(), word.i)
        return None

    def _victim_metric(self) -> "Metric":
        """What happened to "the victims": the dead where there are any, else the last count's metric."""
        if any(counted.metric == "killed" for counted in self.found) or not self.found:
            return "killed"
        return self.found[-1].metric

    def _figure(self, quantity: "Quantity") -> Counted | None:
        """A number stated as a figure of people already spoken of."""
        if quantity.named:
            return Counted(quantity, "killed", "all", quantity.head, "list of names") if self._names(quantity) else None
        if quantity.part or not is_explicit(quantity):
            return None
        token = self.effects.top(quantity)
        if self._pronominal(quantity) and token.lower_ in self.words.figures:
            token = self.doc[quantity.head]  # "a total of 22"
        figure = figure_at(self.parse, token, self.lower)
        bare = self._pronominal(quantity) and (figure is None or figure.refused or figure.metric is None)
        if bare and (phrase := figure_phrase(self.parse, self._first(quantity), self._end(quantity))) is not None:
            figure = phrase_figure(phrase, figure)
        if figure is None or figure.refused or (quantity.count.high == 0 and not self._pronominal(quantity)):
            return None
        if not self._pronominal(quantity):
            if figure.metric is None or self.doc[figure.trigger].pos_ == "VERB":
                return None
            return Counted(quantity, figure.metric, quantity.population, figure.trigger, "figure")
        last = self._last_total(figure.metric)
        told = self.parse.sentence_of[quantity.head] - (-9 if last is None else self.parse.sentence_of[last.quantity.head])
        if self.doc[figure.trigger].lemma_ == "be" and told > 1:
            return None  # "it was 14", of what was told just before
        near = self.found[-1] if self.found else None
        about = topic(self.parse, quantity.head) if figure.metric is None else None
        if about is not None and near is not None and about[1] > near.quantity.head:
            return Counted(quantity, about[0], "all", about[1], "figure")  # "Some 1,500 were held. How many died is disputed: …"
        if figure.metric is None and near is not None and near.metric == "injured" and not near.quantity.part:
            dead = any(one.metric == "killed" and self._one_sentence(one, quantity) for one in self.found)
            close = self._one_sentence(near, quantity) or (
                ";" in self.lower[near.quantity.head : quantity.head] and quantity.head - near.quantity.head < _CLAUSES
            )
            last = near if close and not dead else last  # "list 17 injured; the log shows 23"
        if figure.metric is None and near is not None and near.metric in ("displaced", "missing", "detained"):
            last = (
                near if quantity.head - near.quantity.head < 30 else last
            )  # "10,000 have crossed the river; the government's count is 2,000"
        if figure.metric is None and last is None:
            about = topic(self.parse, quantity.head)
            return None if about is None else Counted(quantity, about[0], "all", figure.trigger, "figure")
        metric = figure.metric or cast("Counted", last).metric
        population = figure.population or "all"
        if last is not None and figure.population is None and self._same_people(last, quantity, figure.trigger):
            population = last.population
        index = None
        if last is not None and (figure.revising or figure.earlier):
            same = last.population in _FORCES or figure.earlier or self._raised_it(quantity)
            population = figure.population or (last.population if same else "all")
            index = self.found.index(last) if figure.revising else None
        return Counted(quantity, metric, population, figure.trigger, "figure", revises=index)

    def _raised_it(self, quantity: "Quantity") -> bool:
        """As in "spoke of eight civilians killed; by Tuesday it had raised that to 14": the same people, counted anew."""
        before = self.lower[max(0, self._first(quantity) - 3) : self._first(quantity)]
        return before[-1:] == ["to"] and bool({"that", "it", "this"} & {*before[:-1]})

    def _given(self, quantity: "Quantity") -> Counted | None:
        """As in "the army says 12, the guerrillas 30": a bare number that a source gives of what the figure before it counts."""
        if quantity.part or quantity.named or not is_explicit(quantity) or quantity.count.high == 0:
            return None
        bare = self._pronominal(quantity)
        source = (given_by if bare else gapped_source)(self.parse, self._first(quantity), self._end(quantity))
        if source is None:
            return None
        here, paragraph = self.parse.sentence_of[quantity.head], self.parse.paragraph_of[quantity.head]
        told = self.doc[source].pos_ == "VERB"
        reach = 2 if told or self.lower[source + 1] == ":" else 1 if ";" in self.lower[max(0, source - 8) : source] else 0
        near = [
            one
            for one in self.found
            if here - self.parse.sentence_of[one.quantity.head] <= reach
            and self.parse.paragraph_of[one.quantity.head] == paragraph
            and not one.quantity.part
            and one.quantity.count.high != 0
        ]
        dead = [one for one in near if one.metric == "killed"]
        last = next(iter((dead or near)[-1:]), None)
        about = topic(self.parse, quantity.head) if told else None
        if last is not None and about is not None and about[1] > last.quantity.head:
            last = None
        if last is None:
            return None if about is None else Counted(quantity, about[0], "all", about[1], "figure")
        if not bare and (self.doc[last.trigger].dep_ == "ROOT" or quantity.count.low < 2):
            return None  # "the army killed three people; the rebels, four villagers": what is left out is a deed
        whose = quantity.population if not bare else last.population if last.population in _FORCES else "all"
        return Counted(quantity, last.metric, whose, last.trigger, "figure")

    def _likewise(self, quantity: "Quantity") -> Counted | None:
        """As in "two gendarmes were killed, as was a shoeshine boy": the same befell them."""
        at, last = self._first(quantity), self.found[-1] if self.found else None
        if last is not None and last.rule == "ellipsis" and self._joined_to(quantity, last):
            return Counted(quantity, last.metric, quantity.population, last.trigger, "ellipsis")  # "as did a cook and five drivers"
        at -= self.lower[at - 1] in _POSSESSIVES  # "as were his two guards"
        same = self.lower[max(0, at - 2) : at - 1] in (["as"], ["so"]) and self.lower[at - 1] in ("was", "were", "did", "had", "has")
        if not same or last is None:
            return None
        if not self._one_sentence(last, quantity) and self.parse.sentence_of[last.trigger] != self.parse.sentence_of[quantity.head]:
            return None
        population = self._titled(quantity) if quantity.named else quantity.population
        return Counted(quantity, last.metric, population, last.trigger, "ellipsis")

    def _joined_to(self, quantity: "Quantity", last: Counted) -> bool:
        """Whether people follow those just counted by "and" or a comma, in a list that "as did" or "so were" opens."""
        if (
            quantity.named
            or quantity.part
            or not is_explicit(quantity)
            or self.parse.sentence_of[last.trigger] != self.parse.sentence_of[quantity.head]
        ):
            return False
        opens = self._first(last.quantity)
        if not {"as", "so"} & {*self.lower[max(0, opens - 4) : opens]}:
            return False
        between = self.doc[self._end(last.quantity) : self._first(quantity)]
        if self.lower[self._first(quantity) - 1] == "and" and not any(token.pos_ in ("VERB", "AUX") for token in between):
            return True
        token, top = self.effects.top(quantity), self.effects.top(last.quantity).i
        while token.dep_ == "conj" and token.head.i < token.i:
            token = token.head
            if token.i == top:
                return True
        return False

    def _aside(self, quantity: "Quantity") -> Counted | None:
        """As in "reported 11 officers hurt, one of them with acid, and 437 arrested": set beside those just counted."""
        last = self.found[-1] if self.found else None
        if last is None or not quantity.part or quantity.named or not self._one_sentence(last, quantity) or last.quantity.part:
            return None
        between = self.lower[last.trigger + 1 : self._first(quantity)]
        if between != [","] or self._after(quantity, 1) not in (["with"], ["by"], ["in"], ["on"]):
            return None
        inherits = self._pronominal(quantity) and quantity.population == "all" and last.population in _FORCES
        return Counted(quantity, last.metric, last.population if inherits else quantity.population, last.trigger, "subtotal")

    def _raised_to(self, quantity: "Quantity") -> bool:
        """As in "brought the number of insurgents killed to 50": the number is that of the figure, not of the verb beside it."""
        at = self._first(quantity)
        figures = {"number", "toll", "total", "tally"} & {*self.lower[max(0, at - 14) : at]}
        return self._pronominal(quantity) and bool(figures) and self.lower[at - 1 : at] in (["to"], ["at"], ["as"])

    def _earlier(self, quantity: "Quantity") -> Counted | None:
        """As in "raised the toll to 113 dead, up from 80"."""
        at, last = self._first(quantity), self.found[-1] if self.found else None
        before = self.lower[max(0, at - 2) : at]
        set_against = before == ["as", "against"] or (before[-1:] == ["against"] and self.lower[at - 2] in ("dead", "killed", ","))
        if last is not None and set_against and not quantity.named and is_explicit(quantity) and self._one_sentence(last, quantity):
            return Counted(quantity, last.metric, quantity.population, last.trigger, "ellipsis")  # "100 fell, as against four soldiers"
        compared = before in (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"]) or before == [",", "against"]
        if last is None or not compared or not self._pronominal(quantity):
            return None
        return Counted(quantity, last.metric, last.population, last.trigger, "figure") if self._one_sentence(last, quantity) else None

    def _by_account(self, quantity: "Quantity") -> Counted | None:
        """As in "led away porters, 25 by one account": a number set beside people without one."""
        at = self._first(quantity)
        if at < 2 or self.lower[at - 1] != "," or self._after(quantity, 1) not in (["by"], ["according"]) or not self._pronominal(quantity):
            return None
        last = self.found[-1] if self.found else None
        if last is not None and self._pronominal(last.quantity) and self._one_sentence(last, quantity):
            told = self._after(last.quantity, 1)  # the account before: "25 by one account, about forty by another"
            return Counted(quantity, last.metric, last.population, last.trigger, "ellipsis") if told in (["by"], ["according"]) else None
        noun = self.doc[at - 2]
        if noun.tag_ != "NNS" or not names_people(noun.lower_) or not is_explicit(quantity):
            return None
        hit = self.effects.governed(noun) or self.effects.done_before(at - 2)
        return None if hit is None else Counted(quantity, hit[0], population_at(self.doc, noun.i, self.lower), hit[1], "direct")

    def _same_people(self, last: Counted, quantity: "Quantity", trigger: int) -> bool:
        """As in "the army claimed 30 guerrillas, whereas a study arrives at ten": one sentence's second figure for the same fighters."""
        near = self.parse.sentence_of[quantity.head] - self.parse.sentence_of[last.quantity.head] <= 1
        bare = self.doc[trigger].pos_ == "VERB" or self.lower[trigger] in ("number", "figure")
        verbal = bare and near and "." not in self.lower[last.quantity.head : quantity.head]
        between = {*self.lower[last.quantity.head : quantity.head]}
        if near and self.lower[max(0, trigger - 1) : trigger + 1] == ["the", "figure"] and last.population in _FORCES:
            return True  # "fewer than 90 troops were lost. The front puts the figure at 792"
        return verbal and last.population in _FORCES and bool(between & {"whereas", "while", "but", ";", "though", "although", "against"})

    def _names_of(self, quantity: "Quantity") -> Counted | None:
        """As in "refugees give the names of 52", where the text tells of a deed that kills: so many at least."""
        at = self._first(quantity)
        if self.lower[max(0, at - 2) : at] != ["names", "of"] or not self._pronominal(quantity) or not is_explicit(quantity):
            return None
        floor = Count(quantity.count.low, None)
        return Counted(replace(quantity, count=floor, part=False, named=True), "killed", "all", at - 2, "list of names")

    def _names(self, quantity: "Quantity") -> bool:
        named = self.lower[quantity.head] in ("names", "name")
        return named and (
            bool(self.found) or any(word in _DEATHS for word in self.lower[: quantity.head]) or carved(self.parse, self._first(quantity))
        )

    def _identified(self, quantity: "Quantity") -> Counted | None:
        """As in "49 people have been identified by name", where the text speaks of the dead: each has a name."""
        token = self.effects.top(quantity)
        verb = token.head
        killed = any(c.metric == "killed" for c in self.found)
        if token.dep_ == "dobj" and killed and verb.lemma_ in ("identify", "name") and quantity.population not in _FORCES:
            if not is_explicit(quantity) or quantity.count.low < 2:
                return None
            return Counted(quantity, "killed", quantity.population, verb.i, "identified")
        if token.dep_ != "nsubjpass" or not killed:
            return None
        named = [verb, *(child for child in verb.children if child.dep_ == "conj")]
        by_name = any(word in ("name", "names") for word in self.lower[verb.i + 1 : verb.i + 8])
        if not any(v.lemma_ in ("identify", "name") and (by_name or v.lemma_ == "name") for v in named):
            return None
        return Counted(replace(quantity, named=True), "killed", quantity.population, quantity.head, "list of names")

    def _last_total(self, metric: "Metric | None" = None) -> Counted | None:
        """The last count that is no subtotal; where no metric is asked for, of the dead if there are any near."""
        totals = [c for c in self.found if c.part_of is None and self._whole_count(c) and (metric is None or c.metric == metric)]
        if not totals:
            return None
        if metric is None:
            dead = [c for c in totals if c.metric == "killed"]
            return dead[-1] if dead else totals[-1]
        return totals[-1]

    def _whole_count(self, one: Counted) -> bool:
        """Whether a count is of no others told: a total, and "20 of its marines", whose number nobody gives."""
        owned = {"its", "their", "our", "his"} & {*self.lower[one.quantity.head - 2 : one.quantity.head]}
        return not one.quantity.part or bool(owned)

    def _more(self, quantity: "Quantity") -> Counted | None:
        """As in "… and three more on Wednesday": the same people as before, others of them."""
        last = self.found[-1] if self.found else None
        if last is None or not self._pronominal(quantity) or "more" not in self._after(quantity, 1):
            return None
        then = self.doc[min(self._end(quantity) + 1, len(self.doc) - 1)]
        at = self._first(quantity)
        if at and self.doc[at - 1].tag_ == "VBG" and self.doc[at - 1].lemma_ in self.words.does:
            return None  # "wounding some 50 more"
        if then.tag_ in ("VBD", "VBN", "VBZ", "VBP") and then.lower_ not in self.words.states:
            return None  # "three more received shrapnel wounds"
        more = self.doc[self._end(quantity)]
        if more.dep_ == "pobj" and (hit := self.effects.governed(more)) is not None:
            return Counted(quantity, hit[0], last.population if last.population in _FORCES else "all", hit[1], "direct")
        if self.parse.sentence_of[last.quantity.head] != self.parse.sentence_of[quantity.head] or self.effects.of(
            quantity, self._end(quantity) + 1, explicit=True
        ):
            return None
        return Counted(quantity, last.metric, last.population, last.trigger, "ellipsis")

    def _inherited(self, quantity: "Quantity") -> Counted | None:
        """Subtotals and ellipses: "49 of them children", "among them nine children", "two were girls", "15 in the old quarter"."""
        last = self.found[-1] if self.found else None
        if last is None and self.lower[quantity.head] == "victims" and quantity.count.low > 1 and is_explicit(quantity):
            return Counted(quantity, "killed", quantity.population, quantity.head, "victims")
        if last is None or not is_explicit(quantity):
            return None
        distance = self.parse.sentence_of[quantity.head] - self.parse.sentence_of[last.quantity.head]
        token = self.doc[quantity.head]
        state = self.words.states.get(self.lower[self._end(quantity) - 1])
        if quantity.part and state and distance == 0 and self.lower[self._end(quantity) - 2] in ("them", "whom") and state != last.metric:
            whose = last.population if quantity.population == "all" else quantity.population
            return Counted(quantity, state, whose, self._end(quantity) - 1, "direct")  # "52 rebels, eleven of them wounded"
        if distance <= 2 and self._pronominal(quantity) and (kind := self._predicated(quantity)):
            total = last if last.part_of is None else self.found[last.part_of]
            total = self._fronted(quantity) or total
            other = quantity.part and self._other_people(quantity)
            if kind == "all" and not other and ((not quantity.part and distance) or total.population in _FORCES):
                kind = total.population
            counted = Counted(quantity, total.metric, kind, total.trigger, "subtotal")
            return replace(counted, part_of=self.found.index(total) if total in self.found else None)
        if distance == 0 and last.rule == "subtotal" and self._told_apart_too(quantity, last):
            return Counted(replace(quantity, part=True), last.metric, quantity.population, last.trigger, "subtotal", part_of=last.part_of)
        if distance == 0 and not quantity.part and last.quantity.part and not self._pronominal(quantity) and self._goes_on(quantity, last):
            return Counted(replace(quantity, part=True), last.metric, quantity.population, last.trigger, "subtotal")
        if distance == 0 and not quantity.part and self._elaborates(quantity, last):
            bare = self._pronominal(quantity) or self.doc[quantity.head].ent_type_ == "NORP"
            population = last.population if bare and last.population in _FORCES else quantity.population
            return Counted(replace(quantity, part=True), last.metric, population, last.trigger, "elaboration")
        if quantity.part and self._of_victims(quantity):
            metric = self._victim_metric()
            return Counted(quantity, metric, quantity.population, quantity.head, "subtotal")
        if quantity.part and distance <= 1 and (self._unhurt(token) or self._of_others(quantity, last)):
            return None
        top = self.effects.top(quantity)
        acted = top.dep_ == "dobj" and top.head.dep_ in ("relcl", "acl") and self.lower[self._end(quantity) - 1] not in ("them", "whom")
        if quantity.part and acted and top.head.lemma_ != "include":
            return None  # "a witness who had identified two of the gunmen was shot"
        owned = quantity.part and quantity.count.high == 1 and top.dep_ == "pobj" and top.head.lower_ == "of"
        if owned and top.head.head.tag_ == "NN" and names_people(top.head.head.lower_):
            return None  # "the wife of one of them"
        if quantity.part and top.dep_ == "pobj" and top.head.lower_ == "for":
            return None  # "in exchange for 40 of their own men"
        if quantity.part and quantity.count.high == 1 and self._does(quantity):
            return None
        if quantity.part and doers_among(self.parse, quantity):
            return None
        if quantity.part and distance <= 1:
            bare = self._pronominal(quantity) or token.ent_type_ == "NORP" or token.lower_ in _OF_ANY_SIDE
            bare = bare or self.lower[token.i - 1] == "whose"  # "five dead, three of whose bodies were found"
            bare = bare and not self._other_people(quantity)
            inherits = bare and quantity.population == "all" and last.population in _FORCES
            some = quantity.population == "all" and self.lower[self._end(quantity) - 1] in ("them", "whom")
            inherits = inherits or (some and bare and last.population in ("women", "children"))
            inherits = inherits or (some and bare and last.population == "civilians" and quantity.count.high != 1)
            population = last.population if inherits else self._who(token) or quantity.population
            return Counted(quantity, last.metric, population, last.trigger, "subtotal")
        if distance <= 3 and self._of_victims(quantity):
            return Counted(
                quantity,
                "killed" if self.lower[quantity.head] == "victims" else self._victim_metric(),
                quantity.population,
                quantity.head,
                "victims",
            )
        if distance <= 1 and self._pronominal(quantity) and self._gapped(quantity, last):
            return Counted(quantity, last.metric, last.population if last.population in _FORCES else "all", last.trigger, "ellipsis")
        if distance == 0 and self._pronominal(quantity) and self._elliptic(quantity):
            return Counted(quantity, last.metric, last.population if last.population in _FORCES else "all", last.trigger, "ellipsis")
        return None

    def _fronted(self, quantity: "Quantity") -> Counted | None:
        """The count that "Of the dead, 30 were boys" takes its part from, where its sentence opens with whom it means."""
        start = self.doc[quantity.head].sent.start
        if self.lower[start] not in ("of", "among", "amongst"):
            return None
        metric = next((self.words.states[word] for word in self.lower[start + 1 : start + 6] if word in self.words.states), None)
        total = self._last_total(metric) if metric else None
        return replace(self.found[-1], metric=metric, part_of=None) if metric and total is None else total

    def _of_others(self, quantity: "Quantity", last: Counted) -> bool:
        """Whether the part is one of people who were not counted: "1,100 civilians, among them 217 children, crossed over"."""
        if quantity.span.start <= last.quantity.span.end:
            return False
        between = self.doc[last.quantity.head + 1 : quantity.head]
        whole = [
            token
            for token in between
            if token.i in self.numbers and not self.numbers[token.i].part and self.numbers[token.i].span.start >= last.quantity.span.end
        ]
        return bool(whole) and self.parse.sentence_of[whole[-1].i] == self.parse.sentence_of[quantity.head]

    def _elaborates(self, quantity: "Quantity", last: Counted) -> bool:
        """As in "two people, a 54-year-old man and a teenage girl", "three peacekeepers, two from Ghana and one from Nepal"."""
        if quantity.named or quantity.count.high is None:
            return False
        token = self.effects.top(quantity)
        while token.dep_ == "conj":
            token = token.head
        first = self.effects.top(last.quantity)
        if self._itemised(quantity, last):
            return True
        if last.rule == "elaboration":
            return self.lower[quantity.head - 1] == "and" or token.dep_ == "appos" or (first.dep_ == "appos" and token.i == first.i)
        total = last.quantity.count.high
        comma = self.doc[first.i + 1].text in (",", ":", "-", "--", "–", "—", "(") if first.i + 1 < len(self.doc) else False
        return token.dep_ == "appos" and token.head.i == first.i and comma and (total is None or quantity.count.high < total)

    def _itemised(self, quantity: "Quantity", last: Counted) -> bool:
        """As in "17 civilians: nine men, five women and three children": parts after a colon that their total can hold."""
        at = len(self.found) - 1
        while at >= 0 and (self.found[at].rule == "elaboration" or (self.found[at].quantity.part and self.found[at].rule == "subtotal")):
            at -= 1
        total = self.found[at] if at >= 0 else last
        between = self.parse.text[total.quantity.span.end : quantity.span.start]
        held = sum(one.quantity.count.low for one in self.found[at + 1 :]) + quantity.count.low
        opening, mark, listed = max(
            (between.partition(mark) for mark in (":", "—", "–", "(")), key=lambda parts: (bool(parts[1]), -len(parts[0]))
        )
        first = bool(mark) and ")" not in listed and len(opening.split()) <= 12 and not any(letter.isdigit() for letter in opening)
        return first and total.quantity.count.high is not None and held <= total.quantity.count.high and ". " not in between

    def _who(self, token: "Token") -> "Population | None":
        """As in "a boy of 15 was one of them": whom the subject names."""
        subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
        if token.dep_ != "attr" or subject is None or not names_people(subject.lower_):
            return None
        return population_at(self.doc, subject.i, self.lower)

    def _does(self, quantity: "Quantity") -> bool:
        """As in "one of them was made to stand for hours", "one of our members photographed the register": told for what he does."""
        token = self.effects.top(quantity)
        verb = token.head
        after = self._after(quantity, 1)
        if after == [","] or (after and after[0] in MANNER):
            return False
        return token.dep_ in ("nsubj", "nsubjpass") and verb.pos_ == "VERB" and verb.tag_ != "VBG" and verb.lemma_ not in _BELONGING

    def _of_victims(self, quantity: "Quantity") -> bool:
        """Whether it is of the victims: "two of the victims" are of the dead, whatever they do in their sentence."""
        return singular(self.lower[quantity.head]) in self.words.victims

    def _unhurt(self, token: "Token") -> bool:
        """A part that got away."""
        top = token.head if token.dep_ == "nsubj" else None
        if top is None:
            return False
        able = top.lemma_ == "manage" or any(c.lower_ == "able" for c in top.children)
        then = [c.lemma_ for mid in (top, *top.children) for c in mid.children if c.dep_ == "xcomp"]
        return top.lemma_ in self.words.unharmed or (able and any(lemma in self.words.unharmed for lemma in then))

    def _predicated(self, quantity: "Quantity") -> "Population | None":
        """As in "two were girls", "four were Italian": the people of the count before, told apart."""
        index = self._end(quantity)
        if self.lower[index : index + 1] == [","] and self.lower[self._end(quantity) - 1] == "whom":
            index = next((at + 1 for at in range(index + 1, min(index + 6, len(self.doc) - 1)) if self.lower[at] == ","), index)
        if index >= len(self.doc) or self.doc[index].lemma_ != "be":
            return None
        verb = self.doc[index]
        known = people().population
        if (of := self._bodies_of(index)) is not None:
            return of
        for child in verb.children:
            named = child.dep_ == "attr" or child.ent_type_ == "NORP" or singular(child.lower_) in known
            if child.dep_ in ("attr", "acomp") and child.lower_ not in self.words.states and named:
                found = known.get(singular(child.lower_), "all")
                return population_at(self.doc, child.i, self.lower) if found == "all" and names_people(child.lower_) else found
        return None

    def _bodies_of(self, verb: int) -> "Population | None":
        """As in "nine bodies, and one was that of a girl of six": whose body it is."""
        if self.lower[verb + 1 : verb + 3] not in (["that", "of"], ["those", "of"]):
            return None
        for at in range(verb + 3, min(verb + 11, len(self.doc))):
            if self.doc[at].tag_ in ("NN", "NNS") and names_people(self.lower[at]):
                of_age = self.lower[at + 1 : at + 2] in (["of"], ["aged"]) and 0 < years(self.lower[at + 2]) < _GROWN
                return "children" if of_age else population_at(self.doc, at, self.lower)
            if self.lower[at] in (".", ";", ","):
                return None
        return None

    def _other_people(self, quantity: "Quantity") -> bool:
        """As in "18 insurgents, three of whom, elders insist, were day labourers": the words call them something else."""
        end = self._end(quantity)
        at = next((at for at in range(end - 4, min(end + 7, len(self.doc))) if self.lower[at] == "were"), None)
        told = [] if at is None else [child for child in self.doc[at].children if child.dep_ == "attr"]
        told += [self.doc[end - 1]] if at is not None and at < end else []
        return any(
            child.tag_ == "NNS" and names_people(child.lower_) and child.lower_ not in _OF_ANY_SIDE and child.ent_type_ != "NORP"
            for child in told
        )

    def _gapped(self, quantity: "Quantity", last: Counted) -> bool:
        """As in "the police reported five dead; the newspaper, twelve": another source's number after a comma, its verb left out."""
        at = self._first(quantity)
        if at < 3 or self.lower[at - 1] != "," or self._after(quantity, 1) not in (["."], [";"]) or at - last.quantity.head > 24:
            return False
        start = at - 1
        while start > last.quantity.head and self.lower[start - 1] != ";":
            start -= 1
        tags = [self.doc[index].tag_ for index in range(start, at - 1)]
        return start > last.quantity.head and bool(tags) and not any(tag[:2] == "VB" or tag in ("MD", "CD") for tag in tags)

    def _elliptic(self, quantity: "Quantity") -> bool:
        """As in "15 in the old quarter, nine by the harbour"."""
        first = self._first(quantity)
        before = self.lower[first - 1] if first else ""
        after = self._after(quantity, 1)
        if after == ["for"] and before == "and" and self.found and self.found[-1].metric == "detained":
            return True  # "arrested twelve for arson and one for theft"
        return bool(after) and after[0] in _AFTER_COUNT and before in _JOINTS

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
