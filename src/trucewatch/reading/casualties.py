"""Quantities → counts of victims: which number counts whom, what happened to them, and of which total it is a part (DOMAIN section 3).

Enters: a parse and its quantities. Leaves: counts in text order, each with its metric, the word it rests on and, where the text
says so, the earlier count it is a subtotal of or replaces.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.classes import fellows, one_person, told_class
from trucewatch.reading.counted import Counted, is_explicit
from trucewatch.reading.fates import joined
from trucewatch.reading.flight import DEPARTING
from trucewatch.reading.forms import form_lines, told_lines
from trucewatch.reading.gunshots import MULTIPLE, multiples, settle, told_at
from trucewatch.reading.headlined import as_below
from trucewatch.reading.letgo import lets_go, sets_free, unreal
from trucewatch.reading.namelists import as_lists
from trucewatch.reading.nobody import Nobody
from trucewatch.reading.nounruns import MANNER
from trucewatch.reading.people import KIN, case_of, names_people, people, population_at, singular
from trucewatch.reading.pronouns import UNKNOWN, pronoun_people
from trucewatch.reading.quantities import distinct
from trucewatch.reading.registers import as_floors
from trucewatch.reading.sides import side_of
from trucewatch.reading.uninvolved import uninvolved
from trucewatch.reading.unnumbered import EVENTS, ORDINALS, RANKS
from trucewatch.reading.whereabouts import whereabouts
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Metric, Population
_FIGURES = frozenset(("figure", "list of names", "field", "tally", "identified"))
"""Rules of numbers that are given as figures of people, not told of some just spoken of."""
_FORCES = frozenset(("party forces", "mission personnel"))
_LIFELESS = frozenset("skull skulls coffin coffins body bodies corpse corpses remains skeletons".split())
_SAID = frozenset("said says added conceded announced reported told acknowledged admitted claimed confirmed insisted recalled".split())
_MEANING = frozenset("threaten go come try attempt plan intend want seek vow promise arrive send hope refuse conspire plot".split())
_FATES = frozenset(("killed", "dead", "wounded", "injured", "hurt", "missing", "captured", "maimed"))
_LINE = 16
"""Tokens of the line of an entry that names somebody."""
_PARTITIVE = frozenset(("CD", "IN", "DT", "RBS", "RB", "JJ", "JJS", "VBN", "VBD", "NN", "NNS"))
_RANKED = ORDINALS | {"first", "last", "latest", "only", "most", "twelfth", "eleventh", "next", "many"}
"""What singles people out before "to be killed": "the third teacher to be killed" was killed."""
_HIM = frozenset(("him", "her"))
_THEM = frozenset(("them",))
_HOMES = frozenset("home homes house houses village villages town camp land lands farms".split())
_DRAGGING = frozenset("rope tie bind truss pinion pluck rouse roust drag haul pull lead march carry drive force herd shove".split())
_TAKEN = frozenset("captured kidnapped abducted arrested detained imprisoned captive".split())
_NO_PERSON = frozenset("remains grave execution assassination killing murder homicide".split())
_AGED = re.compile(r"^(?:,? ?aged|of) [\w-]+ ?(?=,)")
"""An age between a person and the name: "a girl of eleven, Samira"."""
_DWELLERS = frozenset("population inhabitants villagers residents townspeople people populace".split())
_BELONGERS = frozenset(
    """resident native inhabitant citizen father mother member employee graduate student pupil parishioner relative son daughter brother
    sister cousin nephew niece widow wife husband teacher worker villager national""".split()
)
_FEW, _MANY = 10, 100
"""Fewer than these are not displaced where they go; as many as these leave for good where the verb alone does not say so."""
_GOING = frozenset("drive go make ride speed run walk march flee leave sail".split())


def find_casualties(parse: "Parse", quantities: "dict[int, Quantity]") -> tuple[Counted, ...]:
    """Return the counts of victims among ``quantities``, in text order."""
    return _Counter(parse).run(tuple(distinct(quantities)))


class _Counter(Nobody):
    """One pass over the quantities of one parse; earlier counts give later ones what they leave unsaid."""

    def run(self, quantities: "tuple[Quantity, ...]") -> tuple[Counted, ...]:
        """Try each quantity in text order."""
        forms, paragraph = form_lines(self.parse) - told_lines(self.parse), self.parse.paragraph_of
        self.numbers = {one.head: one for one in quantities if is_explicit(one) and not one.named and one.count.low > 1}
        pairs = tuple(pronoun_people(self.parse, quantities))
        taken_up = {id(one): person for one, person in pairs}
        people = (*quantities, *multiples(self.parse), *(one for one, _ in pairs))
        for quantity in sorted(people, key=lambda q: (q.span.start, q.head)):
            if paragraph[quantity.head] in forms:
                continue
            if id(quantity) in taken_up:
                self.found += self._taken_up(quantity, taken_up[id(quantity)])
                continue
            for counted in self._counts(quantity):
                if (same := one_person(self.parse, self.found, counted)) is not None:
                    self.found[-1] = same
                else:
                    self.found.append(self._related(counted))
        self.found += self._tallied(quantities)
        self.found = joined(self.parse, self.found, quantities)
        named = as_lists(self.parse, fellows(self.parse, self.found))
        return settle(self.parse, as_below(self.parse, as_floors(self.parse, named)))

    def _counts(self, quantity: "Quantity") -> "list[Counted]":
        if quantity.count.high == 0 and (zero := self._zero(quantity)):
            side = side_of(self.parse, quantity, self.found, self.numbers) if zero[0].population == "all" else None
            return [replace(one, population=side) for one in zero] if side is not None else zero
        if self._tells_one(quantity) or self._describes_last(quantity) or self._told_already(quantity) or self._names_last(quantity):
            return []
        if self.lower[quantity.head] == "casualties" and quantity.count.high != 0:
            return self._classed_casualties(quantity)
        if self._the_same(quantity) or self._whose_kin(quantity):
            return []
        counted = (
            self._cases(quantity)
            or self._counted_in(quantity)
            or self._no_man_lost(quantity)
            or self._hardly(quantity)
            or self._beside_dead(quantity)
            or self._sheltered(quantity)
            or self._survived(quantity)
            or self._none_seen(quantity)
            or self._spared(quantity)
            or self._field(quantity)
            or self._subfield(quantity)
            or self._next_source(quantity)
            or self._multiple(quantity)
            or self._fatal(quantity)
            or self._gravely(quantity)
            or self._one_of_many(quantity)
            or self._fronted_state(quantity)
            or self._died_later(quantity)
            or self._youngest(quantity)
            or self._answered(quantity)
            or self._entered(quantity)
            or self._names_of(quantity)
            or self._noun_before(quantity)
            or self._earlier(quantity)
            or self._likewise(quantity)
            or self._aside(quantity)
            or self._by_account(quantity)
            or self._more(quantity)
            or (self._raised_to(quantity) and self._figure(quantity))
            or self._direct(quantity)
            or self._listed(quantity)
            or self._identified(quantity)
            or self._figure(quantity)
            or self._inherited(quantity)
            or self._taken_too(quantity)
            or self._given(quantity)
            or self._pursued(quantity)
            or self._struck(quantity)
            or self._numbered(quantity)
            or self._nobody_either(quantity)
            or self._around(quantity)
            or self._now_where(quantity)
        )
        if counted is not None and counted.metric in ("killed", "missing") and self._by_name(quantity):
            floor = Count(quantity.count.low, None)
            return [replace(counted, quantity=replace(quantity, count=floor, part=False, named=True), rule="list of names")]
        if counted is not None and counted.metric != "killed" and self.lower[quantity.head] in _LIFELESS:
            return []  # "many more bodies were carted away"
        if (
            counted is not None
            and counted.rule in ("direct", "order", "subtotal", "elaboration", "listed", "ellipsis")
            and quantity.count.high == 1
            and self._speaks(quantity, counted.trigger)
        ):
            return []
        if counted is not None and counted.rule in ("direct", "adjacent", "order") and self._only_meant(counted.trigger):
            return []
        if counted is not None and counted.metric == "detained" and self._held_before(counted):
            return []
        if counted is not None and counted.metric == "injured" and self._dead_before(quantity):
            return []
        if counted is None or self._depicted(counted) or self._mixed(self._end(quantity), counted.trigger):
            return []
        if uninvolved(self.parse, counted):
            return []
        if quantity.part and (whom := self._one_a(quantity)) is not None:
            counted = replace(counted, population=whom)
        if counted.population == "all" and (told := told_class(self.parse, counted)) is not None:
            counted = replace(counted, population=told)
        beside = self.doc[min(self._end(quantity), len(self.doc) - 1)]
        bystanders = self.lower[quantity.head] == "others" and beside.tag_ in ("VBG", "WP")  # "as were seven others waiting there"
        if (
            counted.population == "all"
            and counted.rule != "survivors"
            and counted.metric != "displaced"
            and not bystanders
            and not self._none_of_others(quantity)
            and not (quantity.part and self._other_people(quantity))
        ):
            side = side_of(self.parse, quantity, self.found, self.numbers, figure=counted.rule in _FIGURES)
            side = side or self._leader_of(quantity) or self._ranked_beside(quantity)
            side = side or (self._introduced(quantity) if quantity.count.high == 1 and self._known_one(quantity) else None)
            counted = counted if side is None else replace(counted, population=side)
        if self._of_the_dead(counted):
            counted = replace(counted, metric="killed")
        besides = self._besides(counted)
        if counted.metric == "injured" and any(one.metric == "killed" for one in besides):
            return besides  # "were beaten and afterwards hanged": whoever dies is no wounded
        if (
            counted.metric == "detained"
            and self.doc[counted.trigger].lemma_ in _DRAGGING
            and any(one.metric == "killed" for one in besides)
        ):
            return besides  # "pulled him from his bed and beat him to death"
        return [told_at(self.parse, counted), *self._neither(counted), *besides]

    def _whose_kin(self, quantity: "Quantity") -> bool:
        """As in "the sister of one of the gunmen": they only say whose kin is meant."""
        at = self._first(quantity)
        return at > 1 and self.lower[at - 1] == "of" and singular(self.lower[at - 2]) in KIN and quantity.part

    def _of_the_dead(self, counted: Counted) -> bool:
        """As in "five dead, among them a boy shot in the neck": how one of the dead was hit, no wounded beside them."""
        last = self.found[-1] if self.found else None
        if last is None or not counted.quantity.part or counted.metric != "injured" or last.metric != "killed":
            return False
        clause = self.doc[counted.trigger]
        own = clause.i > counted.quantity.head and clause.dep_ in ("acl", "relcl") and clause.lemma_ in ("shoot", "hit", "strike", "stab")
        most = last.quantity.count.high
        fits = most is None or counted.quantity.count.low <= most
        return own and fits and self._one_sentence(last, counted.quantity) and last.quantity.count.high != 0

    def _dead_before(self, quantity: "Quantity") -> bool:
        """As in "the bodies of two men … Both had been tortured": what was done to them before they died makes no wounded."""
        last = self.found[-1] if self.found else None
        both = self.lower[quantity.head] in ("both", "all") and last is not None and last.metric == "killed"
        return both and last is not None and last.quantity.count.low == quantity.count.low

    def _one_a(self, quantity: "Quantity") -> "Population | None":
        """As in "two rebels, one of them a woman": the woman is the one, and no other beside her."""
        at = self._end(quantity)
        if quantity.count.high != 1 or self.lower[at : at + 1] not in (["a"], ["an"]) or self.lower[at - 1] not in ("them", "whom"):
            return None
        noun = at + 1
        while noun < len(self.doc) - 1 and self.doc[noun].tag_ in ("JJ", "NN", "HYPH", "CD") and self.doc[noun + 1].tag_ in ("NN", "HYPH"):
            noun += 1
        told = population_at(self.doc, noun, self.lower)
        return told if told in ("women", "children", "civilians") else None

    def _by_name(self, quantity: "Quantity") -> bool:
        """As in "64 by name", "has by name 37 of those who perished": a list's number is a floor."""
        at = self._first(quantity)
        named = self._after(quantity, 2) == ["by", "name"] or self.lower[max(0, at - 2) : at] == ["by", "name"]
        return named and self._pronominal(quantity) and quantity.count.exact and quantity.count.low > 1

    def _cases(self, quantity: "Quantity") -> Counted | None:
        """As in "twelve cases of suffocation among the residents": one person each."""
        metric = case_of(self.lower, quantity.head) if self.lower[quantity.head] in ("case", "cases") else None
        if metric is None or not is_explicit(quantity):
            return None
        population = self._of_nobody(quantity) or quantity.population
        return Counted(quantity, metric, population, quantity.head, "direct")

    def _none_of_others(self, quantity: "Quantity") -> bool:
        """As in "none of the hospital's staff": their own noun says who they are."""
        after = self._after(quantity, 3)
        others = after[:1] == ["of"] and after[1:2] not in (["them"], ["those"], ["us"], ["these"]) and "own" not in after
        return self.lower[quantity.head] == "none" and others

    def _known_one(self, quantity: "Quantity") -> bool:
        """As in "his niece, a child of nine, …": a single person the words take as known, beside whom a phrase says who it is."""
        return self.lower[self._first(quantity)] in ("his", "her", "their", "its", "our", "my", "the")

    def _ranked_beside(self, quantity: "Quantity") -> "Population | None":
        """As in "the driver, Sergeant Blas Ojeda, perished": the rank set beside a single person says whom he serves."""
        at = self._end(quantity)
        titled = quantity.count.high == 1 and not quantity.named and self.doc[min(at, len(self.doc) - 1)].tag_ == "NNP"
        if quantity.count.high != 1 or (self.lower[at : at + 1] != [","] and not titled):
            return None
        later = at + (not titled)
        at -= titled
        while later < len(self.doc) - 1 and later - at < 6 and self.doc[later].tag_ in ("JJ", "NN", "NNP", "HYPH"):
            later += 1
        words = self.lower[at + 1 : later]
        named = later > at + 2 and self.doc[later - 1].tag_ == "NNP" and self.lower[later : later + 1] in ([","], ["and"], ["."])
        ranked = any(people().population.get(word) == "party forces" for word in words[:-1])
        return "party forces" if named and ranked else None

    def _held_before(self, counted: Counted) -> bool:
        """Whether those let go were told of when they were taken, and prisoners who are only to be freed or are one man's state."""
        verb, one = self.doc[counted.trigger], counted.quantity
        if singular(self.lower[one.head]) == "prisoner" and counted.trigger == one.head:
            return one.count.high in (0, 1) or one.count.low < 2 or unreal(self.doc[one.head].head)
        if not lets_go(verb.lemma_) or verb.pos_ != "VERB" or (one.part and sets_free(verb.lemma_)):
            return False
        if not self._pronominal(one) and not {"the", "all", "both", "these", "those"} & {*self.lower[self._first(one) - 1 : one.head]}:
            return False  # "arrested eight suspects and freed a kidnapped boy"
        here = self.parse.sentence_of[one.head]
        told = (before.quantity for before in self.found if before.metric == "detained" and before.trigger != counted.trigger)
        return any(here - self.parse.sentence_of[a.head] <= 4 and (a.count.high is None or a.count.high >= one.count.low) for a in told)

    def _only_meant(self, trigger: int) -> bool:
        """As in "went to arrest a thief", "threatens to execute two hands": what somebody set out or meant to do befell nobody yet."""
        verb = self.doc[trigger]
        if verb.dep_ in ("relcl", "acl") and verb.head.i < trigger and not _RANKED & {self.lower[verb.head.i], *self._before(verb.head)}:
            aims = {c.dep_ for c in verb.children if c.i < trigger and c.lower_ in ("to", "be")}
            if aims == {"aux", "auxpass"}:
                return True  # "a list of 60 men to be arrested"
        meant = verb.dep_ in ("xcomp", "advcl") and verb.head.lemma_ in _MEANING and verb.head.i < trigger
        return meant and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)

    def _before(self, noun: "Token") -> list[str]:
        """The few words before a noun."""
        return self.lower[max(0, noun.i - 5) : noun.i]

    def _speaks(self, quantity: "Quantity", trigger: int) -> bool:
        """Whether somebody is only named as who says it: "said a senior officer", "…, a spokesman, Ali Noor, conceded"."""
        at, end = self._first(quantity), self._end(quantity)
        if self.doc[trigger].dep_ == "relcl" and self.doc[trigger].head.i == quantity.head:
            return False  # "said Kofi Mensah, who lost an ear"
        if (
            at > 1
            and self.lower[at - 1] in _SAID
            and self.lower[at - 2] in (",", '"', "”", "''", "’")
            and self.doc[self._end(quantity) - 1].i < trigger
        ):
            return True
        while end < len(self.doc) - 1 and end - quantity.head < 8 and (self.lower[end] == "," or self.doc[end].tag_ == "NNP"):
            end += 1
        return trigger < at and self.lower[end : end + 1] != [] and self.lower[end] in _SAID and self.lower[at - 1] == ","

    def _leader_of(self, quantity: "Quantity") -> "Population | None":
        """As in "killed four gunmen, including the cell's leader, Talaat Hammam": a name taken out of a total of fighters."""
        last = self._last_total()
        leads = quantity.named or self.lower[quantity.head] in ("leader", "commander", "chief", "ringleader", "head")
        taken = quantity.part and leads and last is not None and self._one_sentence(last, quantity)
        return last.population if taken and last is not None and last.population in _FORCES else None

    def _the_same(self, quantity: "Quantity") -> bool:
        """As in "two militants were killed; the two were shot at dawn": as many as died before, told of again."""
        at = self._first(quantity)
        if not at or not self._pronominal(quantity) or quantity.part or not quantity.count.exact or quantity.count.low < 2:
            return False
        if "the" not in (self.lower[at - 1], self.lower[at]):
            return False
        return any(one.metric == "killed" and one.quantity.count == quantity.count for one in self.found)

    def _besides(self, counted: Counted) -> "list[Counted]":
        """What else befell those counted: "was wounded and taken prisoner", "seized six men and shot them", "three wounded rebels"."""
        quantity = counted.quantity
        if counted.rule != "direct" or quantity.count.high == 0 or not is_explicit(quantity) or self.lower[quantity.head] in _LIFELESS:
            return []
        token = self.effects.top(quantity)
        hits = self.effects.every(token)
        if token.dep_ == "dobj":
            pronouns = _THEM if quantity.count.high != 1 else _HIM
            hits += [hit for verb in token.head.children if verb.dep_ == "conj" and (hit := self._done_to(verb, pronouns))]
        if counted.metric == "detained":
            hits += [("injured", child.i) for child in self.doc[quantity.head].lefts if child.lower_ in ("wounded", "injured")]
        if counted.metric == "killed":
            hits += [("detained", child.i) for child in self.doc[quantity.head].lefts if child.lower_ in _TAKEN]
        told = {counted.metric: counted.trigger}
        for metric, trigger in hits:
            if trigger in self.numbers and self.numbers[trigger] is not quantity:
                continue  # "9 killed, 14 wounded, 3 abducted"
            if metric == "detained" and lets_go(self.doc[trigger].lemma_):
                continue
            told.setdefault(metric, trigger)
        if "killed" in told:
            told.pop("injured", None)
            if self.doc[told.get("detained", counted.trigger)].lemma_ in _DRAGGING:
                told.pop("detained", None)
        told.pop("displaced", None)
        others = [replace(counted, metric=metric, trigger=trigger) for metric, trigger in told.items() if metric != counted.metric]
        return [told_at(self.parse, other) for other in others]

    def _taken_up(self, quantity: "Quantity", person: int) -> "list[Counted]":
        """A person told before, whose fate a pronoun tells: not again, where it was told already."""
        hit = self.effects.governed(self.doc[quantity.head]) or self._whereabouts(self.doc[quantity.head])
        told = {counted.metric for counted in self.found if counted.quantity.head == person}
        if hit is None or hit[0] == "displaced" or hit[0] in told or "killed" in told or self._only_meant(hit[1]):
            return []
        population = next((counted.population for counted in self.found if counted.quantity.head == person), quantity.population)
        taken = told_at(self.parse, Counted(quantity, hit[0], population, hit[1], "pronoun"))
        return [taken] if quantity.count.high == 1 or taken.metric in ("killed", "detained", "missing") else []

    def _whereabouts(self, token: "Token") -> "tuple[Metric, int] | None":
        """As in "their whereabouts are unknown"."""
        here = self.parse.sentence_of[self.found[-1].quantity.head] if self.found else -1
        several = sum(one.metric == "detained" and self.parse.sentence_of[one.quantity.head] == here for one in self.found) > 1
        if token.head.lower_ not in UNKNOWN or several:
            return None
        said = {c.lower_ for c in token.head.head.children} | {c.dep_ for c in token.head.head.children}
        return ("missing", token.head.i) if said & {"neg", "unknown", "unclear", "uncertain"} else None

    def _multiple(self, quantity: "Quantity") -> Counted | None:
        """As in "a triple homicide"."""
        metric = self.words.multiplied.get(self.lower[quantity.head])
        return Counted(quantity, metric, "all", quantity.head, MULTIPLE) if metric and quantity.derived else None

    def _fatal(self, quantity: "Quantity") -> Counted | None:
        """As in "six people were shot, two fatally", "two of them mortally": those of the count before who died of it."""
        last = self.found[-1] if self.found else None
        after = self._after(quantity, 1)
        if last is None or not self._pronominal(quantity) or after not in (["fatally"], ["mortally"]):
            return None
        population = last.population if last.population in _FORCES else "all"
        return Counted(replace(quantity, part=False), "killed", population, self._end(quantity), "ellipsis")

    def _gravely(self, quantity: "Quantity") -> Counted | None:
        """As in "nine people were hurt, two critically", "13 badly enough to be flown out": those of the hurt who were worst off."""
        last = self.found[-1] if self.found else None
        if last is None or last.metric != "injured" or not self._pronominal(quantity) or not self._one_sentence(last, quantity):
            return None
        after = self._after(quantity, 2)
        manner = after[1:] if after[:1] in (["so"], ["very"], ["more"], ["of"]) else after[:1]
        bare = self.lower[self._first(quantity) - 1] in (",", "and", "—", "–") and quantity.count.high not in (0, None)
        if not bare or manner == [] or manner[0] not in MANNER | {"dangerously"} or self.lower[quantity.head + 1] == "of":
            return None
        population = last.population if last.population in _FORCES else "all"
        return Counted(replace(quantity, part=True), "injured", population, last.trigger, "subtotal")

    def _one_of_many(self, quantity: "Quantity") -> Counted | None:
        """As in "one of eight villagers wounded on Friday died in hospital": a death told of a part, whatever the parse makes of it."""
        end = self._end(quantity)
        whole = self._whole_after(quantity)
        if not quantity.part or whole is None:
            return None
        sentence = self.parse.sentence_of[end]
        for at in range(self._end(whole), min(self._end(whole) + 22, len(self.doc))):
            if self.parse.sentence_of[at] != sentence or self.lower[at] in (";", ","):
                return None
            token = self.doc[at]
            if token.tag_ in ("VBD", "VBZ", "VBN") and self.words.suffers.get(token.lemma_) == "killed":
                return Counted(quantity, "killed", quantity.population, at, "direct")
        return None

    def _part_tells(self, quantity: "Quantity", trigger: int) -> bool:
        """As in "two of nine farmers died": a verb of the part, not of the whole."""
        at = self._first(quantity) - 2
        part = next((one for one in self.numbers.values() if one.part and self._end(one) == at + 1), None) if at >= 0 else None
        return part is not None and self._whole_after(part) is quantity and self.doc[trigger].head.i != quantity.head

    def _whole_after(self, quantity: "Quantity") -> "Quantity | None":
        """The number that a part is of, right after it: "one of eight villagers"."""
        end = self._end(quantity)
        if self.lower[end : end + 1] != ["of"]:
            return None
        return next((one for one in self.numbers.values() if self._first(one) == end + 1), None)

    def _died_later(self, quantity: "Quantity") -> Counted | None:
        """As in "four died at once, one in hospital": the verb of the first goes for the second."""
        last = self.found[-1] if self.found else None
        after = self._after(quantity, 1)
        if last is None or last.metric != "killed" or not self._pronominal(quantity) or after not in (["in"], ["on"], ["at"], ["later"]):
            return None
        between = self.lower[last.trigger + 1 : self._first(quantity)]
        sudden = {"once", "instantly", "outright", "spot", "there", "immediately", "scene", "instantaneously"} & {*between}
        if not sudden or not self._one_sentence(last, quantity) or self.doc[last.trigger].lemma_ not in self.words.suffers:
            return None
        return Counted(quantity, "killed", last.population, last.trigger, "ellipsis")

    def _fronted_state(self, quantity: "Quantity") -> Counted | None:
        """As in "Killed were the owner, his wife and nine neighbours; …": the state opens the sentence and those it befell follow."""
        if quantity.part or quantity.count.high == 0:
            return None
        at = self._first(quantity)
        start = at
        while (
            start
            and self.lower[start - 1] not in (".", ":", "!", "?")
            and self.parse.paragraph_of[start - 1] == self.parse.paragraph_of[at]
        ):
            start -= 1
        start += self.lower[start] in ("also", "and")
        metric = self.words.states.get(self.lower[start])
        if metric is None or self.lower[start + 1] not in ("was", "were", "is", "are") or start + 1 >= at:
            return None
        if any(token.tag_ in ("VBD", "VBZ", "VBP") and token.lower_ not in ("was", "were") for token in self.doc[start + 2 : at]):
            return None
        return Counted(quantity, metric, self._population(quantity), start, "listed")

    def _taken_too(self, quantity: "Quantity") -> Counted | None:
        """As in "gunmen seized four monitors; on Sunday they took two reporters": taken, where others were told of as seized."""
        token, last = self.effects.top(quantity), self.found[-1] if self.found else None
        verb = token.head
        if last is None or last.metric != "detained" or token.dep_ != "dobj" or verb.lemma_ != "take" or verb.pos_ != "VERB":
            return None
        if quantity.count.high == 0 or self.parse.sentence_of[quantity.head] - self.parse.sentence_of[last.quantity.head] > 2:
            return None
        going = any(
            child.dep_ in ("prt", "xcomp", "advcl", "dative", "oprd") or child.lower_ in ("to", "for", "into", "with")
            for child in verb.children
        )
        taker = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        fighters = taker is not None and (taker.lower_ in ("they", "he") or population_at(self.doc, taker.i, self.lower) == "party forces")
        return Counted(quantity, "detained", self._population(quantity), verb.i, "direct") if fighters and not going else None

    def _pursued(self, quantity: "Quantity") -> Counted | None:
        """Whom one verb takes hold of and the next strikes: "dragged X out and beat him to death", "drove away with her"."""
        token = self.effects.top(quantity)
        if token.dep_ != "dobj" or quantity.count.high == 0:
            return None
        pronouns = _THEM if quantity.count.high != 1 else _HIM
        for verb in token.head.children:
            if verb.dep_ != "conj" or verb.i < token.i:
                continue
            hit = self._done_to(verb, pronouns)
            if hit is not None:
                return Counted(quantity, hit[0], self._population(quantity), hit[1], "pronoun")
        return None

    def _around(self, quantity: "Quantity") -> Counted | None:
        """The order of the words alone, where the parse lost the verb of a number of people."""
        if quantity.part or not is_explicit(quantity) or quantity.count.high == 0:
            return None
        start, end = self._first(quantity), self._end(quantity)
        if self.lower[end : end + 1] == ["whose"]:
            return None
        if quantity.named:
            said = self._laid_low(quantity) or self._told_on(quantity)
            if said is None and self.lower[start - 1] == "dead" and self.doc[start - 2].lower_ in ("shoot", "shoots", "shot"):
                said = "killed", start - 2  # "shoots dead Nelly Perez"
            return Counted(quantity, said[0], self._population(quantity), said[1], "order") if said else None
        end += self.lower[end : end + 1] == ["more"]
        hit = self.effects.around(start, end, quantity.head)
        if hit is None and quantity.count.high == 1 and self.lower[end : end + 1] == [","]:
            hit = self._laid_low(quantity)
        if hit is None or self._part_tells(quantity, hit[1]) or (hit[0] == "displaced" and self._no_displacement(quantity, hit[1])):
            return None
        return Counted(quantity, hit[0], self._population(quantity), hit[1], "order")

    def _laid_low(self, quantity: "Quantity") -> "tuple[Metric, int] | None":
        """As in an entry "Sergeant Nadav Tal (20), of Rehovot, shot dead by …": a name whose fate follows with no verb of its own."""
        at, limit = self._end(quantity), min(self._end(quantity) + 16, len(self.doc) - 1)
        while at < limit:
            token, word = self.doc[at], self.lower[at]
            if word == "(":
                at = next((later for later in range(at, limit) if self.lower[later] == ")"), limit)
            elif token.tag_ in ("VBD", "VBN") or (word in self.words.states and self.lower[at - 1] in (",", ")")):
                return self._participle(at)
            elif word in (".", ";", ":", "who", "whose", "which") or token.tag_ in ("VBZ", "VBP", "MD", "CC", "VBG") or token.is_sent_start:
                return None
            at += 1
        return None

    def _told_on(self, quantity: "Quantity") -> "tuple[Metric, int] | None":
        """As in an entry "Fatima Obeid, 60, of Walaja. Struck in the neck by a round; died on the 24th.": the verbs on the next line."""
        at, here = self._end(quantity), self.parse.paragraph_of[quantity.head]
        first = self._first(quantity)
        rank = first > 0 and self.lower[first - 1].removesuffix(".") in RANKS
        before = first - 2 if rank else first - 1
        if before >= 0 and self.parse.paragraph_of[before] == here and self.lower[before] not in (".", "-", "–", "•", "*"):
            return None
        while at < len(self.doc) and at - quantity.head < _LINE and self.lower[at] not in (".", ";"):
            if self.doc[at].tag_ in ("VBD", "VBZ", "VBP", "VBN", "MD") or self.lower[at] in (":", "("):
                return None
            at += 1
        told: tuple[Metric, int] | None = None
        opens = True
        while at < len(self.doc) - 1 and at - quantity.head < 2 * _LINE and self.parse.paragraph_of[at] == here:
            opens = opens or self.lower[at] in (".", ";")
            if opens and self.lower[at] not in (".", ";"):
                if self.doc[at].tag_ not in ("VBN", "VBD") and self.lower[at] not in ("run", "shot", "hit", "cut"):
                    return told
                dies = self.words.suffers.get(self.doc[at].lemma_) == "killed"
                then = next((later for later in (at + 2, at + 3) if self.lower[later - 1 : later] == ["and"]), at)
                joined = self.words.states.get(self.lower[min(then, len(self.lower) - 1)]) == "killed"
                said: tuple[Metric, int] | None = ("killed", at) if dies else ("killed", then) if joined else self._participle(at)
                told = said if told is None or (said is not None and said[0] == "killed") else told
                opens = False
            at += 1
        return told

    def _participle(self, at: int) -> "tuple[Metric, int] | None":
        """What a participle with no auxiliary and no object says of those right before it."""
        after = self.lower[at + 1 : at + 4]
        told = {"dead": 1, "down": 1, "up": 1, "off": 1, "away": 1}.get(after[0], 0) if after else 0
        told = 2 if after[:2] in (["to", "death"], ["to", "pieces"]) else told
        then = self.doc[min(at + 1 + told, len(self.doc) - 1)]
        if self.lower[at] in ("was", "were", "had", "did") or then.tag_ in ("DT", "CD", "PRP$", "PRP", "NNP", "NNS", "VBN", "VBD"):
            return None
        verb = self.doc[at]
        if verb.lower_ in self.words.states:
            return self.words.states[verb.lower_], at
        if verb.lower_ == "shot" and after[:1] == ["dead"]:
            return "killed", at
        if verb.lower_ in ("hit", "struck", "grazed") and after[:1] in (["in"], ["by"]):
            return "injured", at
        phrase = self.effects.done_by_phrase(verb)
        return (phrase, at) if phrase in ("killed", "detained") and (told or verb.tag_ == "VBN") else None

    def _struck(self, quantity: "Quantity") -> Counted | None:
        """Whom the word right before strikes, whatever the parse made of it: "shot and wounded a monk collecting alms"."""
        at = quantity.head
        while at and self.doc[at - 1].idx >= quantity.span.start:
            at -= 1
        verb = self.doc[at - 1] if at else None
        if verb is None or not is_explicit(quantity) or quantity.named or quantity.count.high == 0 or verb.tag_ != "VBD":
            return None
        metric = self.words.does.get(verb.lemma_)
        if metric not in ("killed", "injured", "detained") or verb.lemma_ in self.words.needs or verb.lower_ not in self.words.states:
            return None
        if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
            return None
        return Counted(quantity, metric, quantity.population, verb.i, "adjacent")

    def _done_to(self, verb: "Token", pronouns: frozenset[str]) -> "tuple[Metric, int] | None":
        """What a verb does to the pronoun that is its object, or stands after "with" ("drove away with her")."""
        for child in verb.children:
            if child.dep_ == "dobj" and child.lower_ in pronouns:
                return self.effects.governed(child)
            taken = child.dep_ == "prep" and child.lower_ == "with" and any(c.lower_ in pronouns for c in child.children)
            if taken and verb.lemma_ in _GOING and any(c.lower_ in ("away", "off") for c in verb.children):
                return "detained", verb.i
        return None

    def _told_already(self, quantity: "Quantity") -> bool:
        """Whether the words count who are left of those told before ("the remaining five"), or class one person ("one of its members")."""
        words = self.parse.text[max(0, quantity.span.start - 14) : quantity.span.end].lower().split()
        if "remaining" in words:
            known = self.effects.governed(self.effects.top(quantity)) or whereabouts(self.parse, quantity.head)
            return known is None
        classed = "one of its " in self.parse.text[quantity.span.start : quantity.span.end + 12].lower()
        return classed and self.effects.of(quantity, self._end(quantity), explicit=True) is None

    def _describes_last(self, quantity: "Quantity") -> bool:
        """Whether "a father of six" only says who the person named just before is."""
        last = self.found[-1].quantity if self.found else None
        if last is None or not quantity.count.exact or quantity.count.high != 1 or quantity.named:
            return False
        if not last.named:
            apposed = last.count.high == 1 and self.parse.text[last.span.end : quantity.span.start].strip() == ","
            opening = self.lower[self._first(quantity)]
            return apposed and opening in ("a", "an", "the") and self._belongs_to(quantity)
        between = self.parse.text[last.span.end : quantity.span.start].replace(",", " ").split()
        opening = self.parse.text[quantity.span.start : quantity.span.end].lower().split()[0]
        comma = "," in self.parse.text[last.span.end : quantity.span.start]
        return comma and all(word.isdigit() for word in between) and opening in ("a", "an", "the")

    def _tells_one(self, quantity: "Quantity") -> bool:
        """Whether words only open what is said of one, who is counted by it: "two bandits, one of whom was a woman"."""
        end = self._end(quantity)
        return (
            quantity.part
            and quantity.count.high == 1
            and self.lower[end - 1] == "was"
            and self.lower[end - 2] == "whom"
            and self.lower[end : end + 1] in (["a"], ["an"])
        )

    def _belongs_to(self, quantity: "Quantity") -> bool:
        """As in "a woman, a resident of Akhori, …": where somebody lives or whose he is, closed by a comma."""
        end = self._end(quantity)
        if self.lower[quantity.head] not in _BELONGERS or self.lower[end : end + 1] not in (["of"], ["from"], ["in"], ["at"]):
            return False
        return any(word in (",", ".") for word in self.lower[end + 1 : end + 9])

    def _names_last(self, quantity: "Quantity") -> bool:
        """Whether a name only says who "one" or "a third" just before it is: "a third, Guadalupe Rios, died in surgery"."""
        last = next((one.quantity for one in reversed(self.found) if not one.quantity.named), None)
        if last is None or not quantity.named or last.count.high is None or not self._one_sentence(self.found[-1], quantity):
            return False
        between = _AGED.sub("", self.parse.text[last.span.end : quantity.span.start].strip())
        if last.count.high == 1:
            apposed = between == "," and self.lower[self._end(quantity) : self._end(quantity) + 1] in ([","], ["."], [";"], ["("], ["—"])
            return between == "" or (between == "," and self._pronominal(last)) or (apposed and self.found[-1].quantity is last)
        names = [
            word for word in between.replace(",", " , ").split() if word not in (",", "and", ":", "(", "–", "—") and not word.isdigit()
        ]
        listed = between[:1] in (",", ":", "(", "–", "—") and all(word[:1].isupper() for word in names)
        return listed and last.count.exact and last.count.high < 8 and between.count(",") <= last.count.high * 2

    def _depicted(self, counted: Counted) -> bool:
        """Props and pictures are nobody: "a doll representing a dead child", "images of bodies"."""
        token = self.doc[counted.quantity.head]
        for _ in range(3):
            token = token.head
            if token.lemma_ in ("represent", "depict", "symbolise", "symbolize", "portray", "resemble", "imitate", "simulate"):
                return True
            if token.lemma_ in ("image", "footage", "photograph", "picture", "video", "film", "photo", "effigy", "drawing", "painting"):
                return not counted.quantity.qualifier and (counted.quantity.count.high is None)
        return False

    def _direct(self, quantity: "Quantity") -> Counted | None:
        end = self._end(quantity)
        explicit = is_explicit(quantity) and not (quantity.named and self.lower[quantity.head] not in ("names", "name"))
        hit = self.effects.of(quantity, end, explicit=explicit)
        if not explicit and self.doc[quantity.head].dep_ == "pobj" and self.doc[quantity.head].head.head.lower_ in self.words.figures:
            return None
        if hit is None and explicit and not self._pronominal(quantity):
            hit = next(
                (self.effects.beside(c) for c in self.doc[quantity.head].children if c.dep_ == "conj" and self.effects.beside(c)), None
            )
        if quantity.count.high == 0 and singular(self.lower[quantity.head]) in _NO_PERSON:
            return None
        if hit is None and explicit and self.doc[quantity.head].dep_ == "appos" and self.doc[quantity.head].head.lower_ in _DWELLERS:
            hit = self.effects.governed(self.doc[quantity.head].head)  # "the population, some 3,000, has moved to Kalma"
        if hit is None and explicit and (whole := self._numbering(quantity)) is not None:
            hit = self.effects.governed(whole)  # "the survivors, numbering 512, were driven out"
        if hit is None or (quantity.part and self.doc[quantity.head].head.lemma_ in self.words.unharmed):
            return None
        if quantity.named and self.lower[hit[1]] in ("massacre", "slaughter", "pogrom"):
            return None  # "the Massacre of Lari"
        metric, trigger = hit
        if metric == "displaced" and self._wounded_in(quantity):
            metric = "injured"  # "evacuated ten of the most gravely hurt"
        if self._part_tells(quantity, trigger):
            return None
        if not explicit and not quantity.named and self.doc[quantity.head].dep_ == "appos":
            return None  # "the captives, students for the most part, were held"
        if not explicit and self.doc[quantity.head].dep_ == "attr" and self._numbered_subject(quantity):
            return None  # "the other three were farmers, abducted on Friday"
        if not explicit and self._numbered_beside(end):
            return None  # "killed villagers, 14 by one account": the number counts
        if not explicit and self._numbered_above(quantity):
            return None  # "two bodies of insurgents": the number counts
        if metric == "missing" and not explicit and quantity.count.high != 1 and quantity.population == "party forces":
            return None  # gunmen who vanish are not missing
        if metric == "displaced" and (not explicit or self._no_displacement(quantity, trigger)):
            return None  # residents who flee are nobody's count
        single = self.doc[quantity.head]
        if single.lower_ == "martyr" and (single.dep_ == "attr" or single.head.lemma_ in ("fall", "become", "die")):
            return None  # "Private Aliyev became a martyr", "fell a martyr"
        if (
            singular(single.lower_) in EVENTS | {"grave", "death"}
            and quantity.count.high == 1
            and not self.lower[quantity.head - 1].isdigit()
            and self.lower[quantity.head - 1] != "one"
        ):
            return None
        return Counted(quantity, metric, self._population(quantity), trigger, "direct")

    def _numbering(self, quantity: "Quantity") -> "Token | None":
        """The people whom "numbering 512", "512 in all" beside them counts."""
        verb = self.doc[quantity.head].head
        counts = verb.lemma_ in ("number", "total") and verb.tag_ == "VBG" and verb.dep_ == "acl" and self._pronominal(quantity)
        return verb.head if counts and names_people(verb.head.lower_) else None

    def _numbered_beside(self, end: int) -> bool:
        if self.lower[end : end + 1] != [","] or not {"by", "according"} & {*self.lower[end + 2 : end + 5]}:
            return False
        return any(0 < self._first(one) - end < 4 for one in self.numbers.values())

    def _numbered_subject(self, quantity: "Quantity") -> bool:
        return any(child.dep_ == "nsubj" and child.i in self.numbers for child in self.doc[quantity.head].head.children)

    def _wounded_in(self, quantity: "Quantity") -> bool:
        """Whether those counted are the hurt, or some of them: "six of the wounded", "12 wounded civilians"."""
        at = self._first(quantity)
        while at < len(self.doc) and at - quantity.head < 7 and self.doc[at].tag_ in _PARTITIVE:
            if self.words.states.get(self.lower[at]) == "injured":
                return True
            at += 1
        return False

    def _numbered_above(self, quantity: "Quantity") -> bool:
        token = self.doc[quantity.head]
        apart = token.head.i > 0 and self.lower[token.head.i - 1] == ","  # "the killing, by two men, of a corporal"
        return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.i in self.numbers and not apart

    def _now_where(self, quantity: "Quantity") -> Counted | None:
        """As in "of five soldiers there is no news": where people are, or that nobody knows, says what befell them."""
        told = whereabouts(self.parse, quantity.head)
        return None if told is None else Counted(quantity, told[0], quantity.population, told[1], "whereabouts")

    def _no_displacement(self, quantity: "Quantity", trigger: int) -> bool:
        """Fighters who are chased, and a few people who run away, are not displaced."""
        if self.lower[quantity.head] in ("families", "family", "households"):
            return True  # families are no number of people
        verb = self.doc[trigger]
        homes = any(word in _HOMES for word in self.lower[trigger + 1 : trigger + 9])
        went = verb.lemma_ in (self.words.going | self.words.staying) and self.effects.top(quantity).dep_ == "nsubj"
        most = quantity.count.high or quantity.count.low
        if verb.lemma_ in DEPARTING and (most < _FEW or (not homes and most < _MANY)):
            return True  # "forty people left for the border"
        fled = (verb.lemma_ in ("flee", "chase") or went) and verb.head.lemma_ not in ("force", "send") and not homes
        return quantity.population == "party forces" or (fled and (quantity.count.high or quantity.count.low) < 10)

    def _mixed(self, end: int, trigger: int) -> bool:
        """Whether one number counts the dead and the hurt together: "195 killed and wounded", "killed or wounded 30 people"."""
        for at in {end, trigger}:
            words = self.lower[at : at + 3]
            joined = len(words) == 3 and words[1] in ("and", "or", "&", "/") and {words[0], words[2]} <= _FATES
            if joined and (at == end or end > at + 2) and not any(c.dep_ == "dobj" and c.i > end for c in self.doc[at + 2].children):
                return words[0] != words[2]
        words = self.lower[max(0, trigger - 2) : trigger + 1]
        return words[:2] in (["killed", "and"], ["killed", "or"]) and words[2:] != ["killed"] and {*words[2:]} <= _FATES and end > trigger
