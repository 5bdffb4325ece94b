"""Parse → Quantities: how many people each phrase speaks of, as intervals (DOMAIN section 3).

Enters: a parse. Leaves: quantities keyed by the token index of the counted noun, or of the number where it stands alone. A number that
governs its noun ("dozens of villagers", "two of the victims") is keyed by both. Ages, dates, times, units, ranks, distances, money,
shares and numbers of things are no quantities of people.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.bodyparts import PARTS
from trucewatch.reading.figures import those_counted
from trucewatch.reading.mentions import Quantity
from trucewatch.reading.nounruns import BE, MANNER, PLURAL, PLURAL_OR_NAME, TAKEN
from trucewatch.reading.numerals import Numeral, lexicon, numeral_at
from trucewatch.reading.people import is_person, population_at, years
from trucewatch.reading.sourcefigures import given_by
from trucewatch.reading.survivors import whole_at
from trucewatch.reading.unnumbered import DYING, Unnumbered
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Population

_OTHER_ENTITIES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "PRODUCT"))
_AGE_BEFORE = frozenset(("aged", "age", "ages"))
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec""".split()
)
_LABELS = frozenset(
    """no no. nos. number article page chapter room route highway flight unit post section gate sector block zone channel
    group resolution bulletin item point phase part day ward camp district km kilometre kilometer building house level
    grade rule protocol battalion brigade force company squadron platoon regiment team zone""".split()
)
_SYMBOLS = frozenset(("$", "£", "€", "#", "¥", "₦"))
_CURRENCIES = frozenset("rp rp. rs rs. usd eur gbp ksh ush tsh inr pkr php naira birr cfa fcfa zar".split())
_HANDED = frozenset("handed hand hands turned turn took takes take taken ran run given gave handing turning running".split())
_REGISTERS = frozenset("list register registers roll ledger notebook book records".split())
_FALLING = frozenset(("die", "flee", "perish", "drown", "vanish", "fall", "lie"))
_ENDS_AGE = frozenset((",", ")", ".", ";", "and"))
_TAKEN_AS = TAKEN | {".", ",", ";", "alive"}
_OTHERS = frozenset(("others", "more", "again"))
_CLOSING = frozenset((".", ",", ";", "and"))
_NOTHING = frozenset(("nothing", "nobody", "no-one"))
_LONGEST_MONTH = 31
_ADULT = 18
_ARRESTING = frozenset("arrest detain apprehend seize hold charge".split())
_AGING = frozenset(("aged", "were", "are", "was", "the", "age", "of", "being", ",", "all"))
_YEARS = frozenset(("years", "year", "months"))
_BY_TURNS = frozenset(("of", "by"))
_LOTS = frozenset(
    "groups batches parties lots teams rows lines columns files waves convoys bunches clusters bands units squads gangs sets knots".split()
)
"""What people are led off, stand or come in, so many at a time."""
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def find_quantities(parse: "Parse") -> dict[int, Quantity]:
    """Return the quantities of people in ``parse``, keyed by head token index (and by the number's where that governs the noun)."""
    kept = parse.notes.get("quantities")
    if isinstance(kept, dict):
        return kept
    found: dict[int, Quantity] = {}
    finder = _Finder(parse, found)
    finder.numbers()
    finder.nouns()
    finder.names()
    finder.ranked()
    finder.unlabelled()
    parse.notes["quantities"] = found = dict(sorted(found.items()))
    return found


class _Finder(Unnumbered):
    """One pass over one parse."""

    def numbers(self) -> None:
        """Numbers in digits and words, vague quantities and fractions, each with its noun."""
        words = lexicon()
        at, end = 0, len(self.lower)
        while at < end:
            word = self.lower[at]
            if word in ("as", "that") and (same := self._as_many(at)) is not None:
                self._quantity(same)
                at = same.end
            elif (
                at not in self.taken
                and (word[0].isdigit() or word in words.starts)
                and (numeral := numeral_at(self.lower, at, self._total))
            ):
                self._quantity(numeral)
                at = max(numeral.end, at + 1)
            else:
                at += 1

    def _as_many(self, at: int) -> Numeral | None:
        """As in "three personnel were killed and as many were injured": the number just told, again."""
        if self.lower[at : at + 2] not in (["as", "many"], ["that", "number"]):
            return None
        after = self.lower[at + 2 : at + 3]
        number = self._total(at) if after and (after[0] in BE or after[0] in _OTHERS or after[0] in lexicon().nominals) else None
        if not number:
            return None
        twice = self.lower[at - 1] in ("twice", "double")
        if self.lower[at] == "that" and not twice:
            return None
        return Numeral(at - twice, at - twice, at + 2, number * (1 + twice), number * (1 + twice), derived=twice)

    def _total(self, at: int) -> int | None:
        """The total a fraction "of them" is of: the last exact quantity before it in its sentence."""
        sentence = self.parse.sentence_of[at]
        for head in sorted(self.found, reverse=True):
            if head < at:
                same = sentence - self.parse.sentence_of[head] <= 1 and self.parse.paragraph_of[head] == self.parse.paragraph_of[at]
                return self.found[head].count.low if same and self.found[head].count.exact else None
        return None

    def _quantity(self, numeral: Numeral) -> None:
        if self._no_count(numeral):
            return
        if self.lower[numeral.end : numeral.end + 2] == ["of", "which"]:
            return  # "the houses, in one of which …"
        numeral = self._all_but(self._guessed(numeral))
        if (whole := self._out_of(numeral)) is not None:
            self._keep(numeral, self._number_token(numeral), self._number_token(numeral), whole, numeral.end, part=True)
            return
        if numeral.qualifier == "over" and self.lower[numeral.start - 1 : numeral.start] and self.lower[numeral.start - 1] in _HANDED:
            numeral = replace(numeral, start=numeral.core, low=numeral.low - 1, high=numeral.low - 1, qualifier=None)
        if numeral.kind == "one" and self.lower[numeral.start - 1 : numeral.start] == ["not"] and self.lower[numeral.end] != "but":
            numeral = replace(numeral, start=numeral.start - 1, low=0, high=0)  # "not one soldier was killed"
        end, part = self._partitive(numeral.end)
        shared = self._shared(end)
        heads = shared or self._noun(end)
        if heads and self.lower[heads[-1]] in _NOTHING:
            heads = []  # "of the remaining nine nothing is known"
        if heads and part == "them" and self.tags[end] in ("VBN", "VBD") and end < heads[-1]:
            heads = []  # "eight of them were shot dead"
        if heads and self.lower[heads[-1]] in TAKEN and (part == "them" or self.lower[end] in ("taken", "held", "kept")):
            heads = []
        if heads and self._next_label(numeral.end, heads):
            heads = []
        if heads and self.lower[heads[0]] in _FALLING:
            heads = []  # "nine die", "some 2,000 flee", in the present of a chronicle
        said = end + 1 if self.lower[end : end + 1] in (["more"], ["others"], ["other"]) else end
        if (
            heads
            and self.lower[said : said + 1]
            and self.lower[said] in ("suffered", "sustained", "received", "took")
            and self.tags[heads[-1]] in PLURAL
        ):
            heads = []  # "eleven suffered wounds"
        noun = heads[-1] if heads else None
        if noun is None and part is None and (not self._stands_alone(numeral) or self._ages(numeral)):
            return
        if shared:
            run = self._noun(shared[-1] + 3)
            if not run or not is_person(self.doc, run[-1], self.lower):
                return
            last = shared[-1] + 1
            self._keep(
                numeral,
                shared[-1],
                self._number_token(numeral),
                population_at(self.doc, run[-1], self.lower),
                last,
                part=self._included(numeral.start),
            )
            return
        strange = noun is not None and self.tags[noun] in PLURAL_OR_NAME and not is_person(self.doc, noun, self.lower)
        if part == "them" and strange:
            noun = None  # "five of them signatories of the accord"
        if noun is not None and not (
            is_person(self.doc, noun, self.lower) or self._suffers(noun) or (self.lower[noun] == "entries" and self._listing(noun))
        ):
            return
        if part == "them":
            population = population_at(self.doc, noun, self.lower) if noun is not None else "all"
            noun = None
        else:
            population = population_at(self.doc, noun, self.lower) if noun is not None else "all"
        number = self._number_token(numeral)
        head = noun if noun is not None else number
        last = max(numeral.end, (heads[-1] + 1) if heads else numeral.end, end if part else 0)
        numeral = numeral.closed(self.lower, last)
        self._keep(numeral, head, number, population, last, part=part is not None or self._included(numeral.start) or self._postposed(last))

    def _guessed(self, numeral: Numeral) -> Numeral:
        """As in "a nun, who hid in the loft, estimated 300": the verb of whoever gives the number is no "about" of it."""
        if numeral.qualifier is None or not numeral.qualifier.startswith("estimated") or self.tags[numeral.start] not in ("VBD", "VBN"):
            return numeral
        before = self.doc[numeral.start - 1] if numeral.start else None
        verb = self.doc[numeral.start]
        told = any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children) or (verb.dep_ == "ROOT" and verb.tag_ == "VBD")
        if before is None or before.tag_ in ("DT", "IN", "CC", "CD") or before.lower_ in BE or not told:
            return numeral
        plain = numeral_at(["", *self.lower[numeral.start + 1 : numeral.end + 8]], numeral.core - numeral.start, self._total)
        if plain is None:
            return numeral
        by = numeral.start
        return replace(plain, start=plain.start + by, core=plain.core + by, end=plain.end + by)

    def _out_of(self, numeral: Numeral) -> "Population | None":
        """As in "one of eight villagers wounded on Friday": the population of a part of so many, who are a count of their own."""
        if self.lower[numeral.end : numeral.end + 1] != ["of"] or numeral.low != numeral.high or numeral.end + 1 >= len(self.lower):
            return None
        the = self.lower[numeral.end + 1] == "the"
        inner = numeral_at(self.lower, numeral.end + 1 + the, lambda _: None)
        if inner is None or inner.kind != "number" or inner.low <= numeral.low or inner.core != numeral.end + 1 + the:
            return None
        run = self._noun(inner.end)
        if the and not (run and self._told_apart(run[-1] + 1)):
            return None
        return population_at(self.doc, run[-1], self.lower) if run and is_person(self.doc, run[-1], self.lower) else None

    def _told_apart(self, at: int) -> bool:
        """As in "one of the twelve fusiliers shot from the roof": a clause of their own says what befell the whole."""
        if at + 1 >= len(self.lower):
            return False
        at += self.lower[at] in ("who", "that", "whom", "it", "they", "we", "he", "she")
        at += self.lower[at] in ("were", "had", "was") or 0
        told = self.tags[at] in ("VBN", "VBD") and self.doc[at].dep_ in ("acl", "relcl")
        return told and (
            self.doc[at].lemma_ in lexicon().human_verbs or self.lower[at] in lexicon().human_states | {"seized", "taken", "captured"}
        )

    def _all_but(self, numeral: Numeral) -> Numeral:
        """As in "all but three of the 20 captives": the whole less those left out."""
        if self.lower[max(0, numeral.start - 2) : numeral.start] != ["all", "but"] or numeral.low != numeral.high:
            return numeral
        them = self.lower[numeral.end : numeral.end + 2] in (["of", "them"], ["of", "whom"])
        whole = self._total(numeral.start) if them else whole_at(self.parse, numeral.end, numeral.end)
        if whole is None or whole <= numeral.low:
            return numeral
        return replace(numeral, start=numeral.start - 2, low=whole - numeral.low, high=whole - numeral.low, derived=True)

    def _next_label(self, end: int, heads: list[int]) -> bool:
        """Whether the noun after a number opens the next line, as a label of its own: "… 38" and below "Militants killed: 11"."""
        broken = "\n" in self.parse.text[self.doc[end - 1].idx : self.doc[heads[0]].idx]
        return broken and ":" in self.lower[heads[-1] + 1 : heads[-1] + 5]

    def _shared(self, at: int) -> list[int]:
        """The noun two numbers share: "three Syrian and two Iraqi children"."""
        tags, words = self.tags, self.lower
        last = at
        while last + 3 < len(words) and tags[last] in ("JJ", "NNP") and tags[last + 1] in ("JJ", "NNP") and last - at < 2:
            last += 1
        state = words[last] in lexicon().nominals if last < len(words) else True  # "abandoned 17 dead and two trucks"
        if last + 3 < len(words) and tags[last] in ("JJ", "NNP") and not state and words[last + 1] == "and" and tags[last + 2] == "CD":
            return list(range(at, last + 1)) if self._noun(last + 3) else []
        return []

    def _ages(self, numeral: Numeral) -> bool:
        """As in "boys between nine and sixteen", "the eldest of them 15"."""
        before = self.lower[max(0, numeral.start - 4) : numeral.start]
        young = before[-1:] != [] and before[-1] in ("boys", "girls", "children", "pupils", "men", "women", "youths")
        eldest = bool({"eldest", "oldest", "youngest"} & {*before}) and before[-1:] in (["them"], ["whom"], ["only"])
        return eldest or (young and numeral.qualifier is None and numeral.low != numeral.high)

    def _suffers(self, noun: int) -> bool:
        """Whether an unknown plural noun is what only people and animals can be: killed, wounded, arrested."""
        words = lexicon()
        people = self.tags[noun] == "NNP" and self.lower[noun].endswith("s") and self.doc[noun].ent_type_ in ("", "NORP", "PERSON")
        told = self.lower[noun + 1] if noun + 1 < len(self.lower) else ""
        group = self.tags[noun] == "NNP" and told in words.human_states and self.doc[noun].ent_type_ in ("", "NORP", "PERSON")
        if group and self.tags[noun - 1] == "CD":
            return True  # "110 Masalit killed"
        if not (people or self.tags[noun] in PLURAL) or {self.lower[noun], self.lower[noun].removesuffix("s")} & words.things:
            return False
        token = self.doc[noun]
        while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.i < token.i:
            token = token.head.head  # "wounded a handful of cowherds"
        verb = token.head
        after = self.lower[noun + 1] if noun + 1 < len(self.lower) else ""
        return after in words.human_states or (token.dep_ in ("dobj", "nsubjpass", "nsubj") and verb.lemma_ in words.human_verbs)

    def _listing(self, noun: int) -> bool:
        """Whether "entries" are those of a list or register: "the elders' list has 214 entries"."""
        return bool(_REGISTERS & {*self.lower[max(0, noun - 16) : noun]})

    def _keep(self, numeral: Numeral, head: int, number: int, population: "Population", last: int, *, part: bool) -> None:
        if population == "all" and numeral.low > 1 and (self._all_young(last) or (part and self._under_age(last))):
            population = "children"
        if population == "all" and numeral.low == numeral.high == 1 and self._young(last):
            population = "children"
        named = self.lower[head] in ("name", "names")
        count = Count(numeral.low, None if named else numeral.high)
        quantity = Quantity(
            span=self.parse.span(numeral.start, max(last, numeral.end)),
            head=head,
            count=count,
            qualifier=numeral.qualifier,
            population=population,
            vague=numeral.vague,
            derived=numeral.derived,
            named=named,
            part=part,
        )
        self.taken.update(range(numeral.start, max(last, numeral.end)))
        self.found[head] = quantity
        if number != head and self._governs(number, head):
            self.found[number] = quantity

    def _under_age(self, at: int) -> bool:
        """As in "half of them under ten years of age", "nine of whom were below the age of 15", "41 of them aged under 12"."""
        words = [word for word in self.lower[at : at + 8] if word not in _AGING]
        if words[:1] not in (["under"], ["below"]) or len(words) < 3 or not 0 < years(words[1]) <= _ADULT:
            return False
        return (
            words[2] in _YEARS
            or words[2] in (".", ",", ";", "and", ")")
            or self.lower[at : at + 1] == ["aged"]
            or "age" in self.lower[at : at + 6]
        )

    def _all_young(self, at: int) -> bool:
        """Whether ages under eighteen stand right after several people: "two brothers, aged nine and twelve"."""
        ages = 0
        for word in self.lower[at : at + 9]:
            if 0 < years(word) < 18:
                ages += 1
            elif word not in (",", "aged", "and", "ages"):
                return ages > 1 and word in (".", ")", "was", "were", "are", "among", "died", "had")
        return False

    def _governs(self, number: int, head: int) -> bool:
        """Whether the number stands above its noun in the tree, as in "dozens of villagers"."""
        token = self.doc[head]
        for _ in range(4):
            if token.i == number:
                return True
            token = token.head
        return False

    def _number_token(self, numeral: Numeral) -> int:
        """The token of the number that hangs on something outside it."""
        for index in range(numeral.end - 1, numeral.core - 1, -1):
            head = self.doc[index].head
            if not numeral.core <= head.i < numeral.end or head.i == index:
                return index
        return numeral.end - 1

    def _no_count(self, numeral: Numeral) -> bool:
        """Dates, ages, money, units, names with numbers, strengths ("a 300-man mission")."""
        before = self.lower[numeral.start - 1] if numeral.start else ""
        after = self.lower[numeral.end] if numeral.end < len(self.lower) else ""
        if before == "of" and after in lexicon().nominals and self._aged_noun(numeral):
            return True  # "Kokkina: shepherd boy of fifteen killed by a sentry"
        if before in _MONTHS and numeral.kind == "number" and numeral.low > _LONGEST_MONTH and self._after_month(numeral):
            return False  # "since January 37 teachers have been killed"
        if before in _BY_TURNS and numeral.start > 2 and self._in_lots(numeral.start - 2):
            return True  # "were led out in groups of five"
        if before in _CURRENCIES and self.tags[numeral.start - 1] in ("NNP", "NN", "SYM", "$"):
            return True
        if (
            before in _SYMBOLS
            or (before in _MONTHS and not self._after_date(numeral))
            or before in _AGE_BEFORE
            or (before in _LABELS and after != "of" and not self._worded(numeral) and not self._shown(numeral))
        ):
            return True
        if after in lexicon().units or after in _SYMBOLS or (after in _MONTHS and self.tags[numeral.end] == "NNP"):
            return True
        broken = numeral.end < len(self.doc) and "\n" in self.parse.text[self.doc[numeral.end - 1].idx : self.doc[numeral.end].idx]
        if (after in ("-", "‑", "–", "/") and not broken) or (after.startswith(("-", "°")) and len(after) > 1):
            return True
        if numeral.kind == "one" and before in ("every", "each"):
            return True  # "every one of the 1,400"
        return before == "of" and numeral.start > 1 and self.lower[numeral.start - 2] == "age"

    def _after_month(self, numeral: Numeral) -> bool:
        """Whether people stand after a number too large for a day: no year, no hour."""
        run = self._noun(numeral.end)
        return not _YEAR.fullmatch(self.lower[numeral.core]) and bool(run) and is_person(self.doc, run[-1], self.lower)

    def _in_lots(self, noun: int) -> bool:
        """Whether the words before a size say that people come in lots of it: "in groups of", "in small batches of"."""
        if self.lower[noun] not in _LOTS:
            return False
        return self.lower[noun - 1] in ("in", "into") or (self.tags[noun - 1] == "JJ" and self.lower[noun - 2] in ("in", "into"))

    def _aged_noun(self, numeral: Numeral) -> bool:
        """Whether a number after "of" is the age of a single person: "a boy of fifteen"."""
        noun = numeral.start - 2
        single = (
            noun >= 0
            and self.tags[noun] == "NN"
            and self.lower[noun] not in lexicon().collectives
            and self.lower[noun] not in lexicon().figures
        )
        return single and numeral.high is not None and numeral.high < 100 and is_person(self.doc, noun, self.lower)

    def _after_date(self, numeral: Numeral) -> bool:
        """As in "On 26 May two monitors were hurt", "on 3 April 14 villagers died": a whole date stands before, people after."""
        dated = numeral.start > 1 and self.lower[numeral.start - 2].isdigit()
        run = self._noun(numeral.end) if dated or not self.lower[numeral.core][0].isdigit() else []
        return bool(run) and is_person(self.doc, run[-1], self.lower)

    def _worded(self, numeral: Numeral) -> bool:
        """As in "earlier in the day three bodies had been seen": a number in words with its people is no label's number."""
        run = [] if self.lower[numeral.core][0].isdigit() else self._noun(numeral.end)
        return bool(run) and is_person(self.doc, run[-1], self.lower)

    def _shown(self, numeral: Numeral) -> bool:
        """As in "showed the team 14 fresh graves": the number is of those after it, and the noun before it is no label."""
        if self.lower[max(0, numeral.start - 2)] not in ("the", "its", "our", "his", "their", "a"):
            return False
        run = self._noun(numeral.end)
        own = self.doc[numeral.end - 1].head.i >= numeral.end
        return own and bool(run) and is_person(self.doc, run[-1], self.lower)

    def _stands_alone(self, numeral: Numeral) -> bool:
        """Whether a number without a noun may count people."""
        after = self.lower[numeral.end] if numeral.end < len(self.lower) else ""
        if numeral.kind in ("one", "vague-determiner"):
            listed = numeral.start > 0 and self.lower[numeral.start - 1] == "and" and after in ("from", "in", "at", "near")
            sudden = {"once", "outright", "instantly", "spot", "immediately"} & {*self.lower[max(0, numeral.start - 8) : numeral.start]}
            listed = listed or (
                numeral.start > 0 and self.lower[numeral.start - 1] == "and" and after == "for" and self._taken_before(numeral.start)
            )
            listed = listed or (bool(sudden) and after in ("in", "at", "on", "later"))  # "four died at once, one in hospital"
            taken = (
                after in ("taken", "held") and self.lower[numeral.end + 1 : numeral.end + 2] and self.lower[numeral.end + 1] in _TAKEN_AS
            )
            named = after == "," and self.doc[numeral.end - 1].dep_ in ("nsubj", "nsubjpass", "conj") and self._apposed(numeral.end + 1)
            named = named or self.lower[numeral.end : numeral.end + 2] in ([",", "aged"], [",", "age"])
            part = self.lower[numeral.start - 1 : numeral.start] == [","] and (after in ("a", "an") or after in MANNER)
            then = self.lower[numeral.end + 1] if numeral.end + 1 < len(self.lower) else ""
            part = part or (after == "in" and then in ("critical", "serious", "grave", "stable"))  # "… , several in critical condition"
            caught = after == "alive" and numeral.kind == "one"  # "were caught dead and one alive"
            doing = self.doc[numeral.start - 1] if numeral.start else None
            done = doing is not None and doing.tag_ == "VBG" and doing.lemma_ in lexicon().human_verbs and numeral.kind == "one"
            part = part or caught or (done and after in _CLOSING)  # "shot two sentries, killing one and wounding the other"
            dies = numeral.kind == "one" and numeral.low == 1 and numeral.end < len(self.doc) and self._dies(numeral.end)
            several = self.doc[numeral.end - 1]
            struck = numeral.kind == "vague-determiner" and several.dep_ == "dobj" and several.head.lemma_ in lexicon().human_verbs
            more = after in _OTHERS and self.doc[numeral.end].dep_ == "dobj" and self.doc[numeral.end].head.lemma_ in lexicon().human_verbs
            struck = struck or more  # "killed ten and wounded several more"
            return dies or struck or after in BE or after in lexicon().nominals or listed or bool(taken) or named or part
        token: Token = self.doc[numeral.core]
        told = (
            self._figure_before(numeral.start)
            or numeral.qualifier == "all"
            or (token.ent_type_ == "DATE" and token.dep_ in ("dobj", "attr"))
        )
        told = told or (token.ent_type_ == "TIME" and token.dep_ == "dobj" and token.head.lemma_ in lexicon().human_verbs | {"bury"})
        told = told or those_counted(token) is not None
        above = self.doc[numeral.start].head
        told = told or (numeral.qualifier == "between" and above.lemma_ in lexicon().human_verbs | {"bury"} and above.i < numeral.start)
        told = told or (numeral.kind == "number" and given_by(self.parse, numeral.start, numeral.end) is not None)
        told = told or (token.ent_type_ == "DATE" and self.lower[numeral.end : numeral.end + 2] == [",", "according"])
        if token.ent_type_ in _OTHER_ENTITIES and not told and not self._gapped(numeral):
            return False
        if _YEAR.fullmatch(self.lower[numeral.core]) and numeral.qualifier is None:
            return False
        before = numeral.start - 1
        if (
            before >= 0
            and self.tags[before] in ("NNP", "NNPS")
            and token.head.i <= before
            and token.dep_ in ("nummod", "appos", "npadvmod")
        ):
            return False
        return not self._age(numeral)

    def _taken_before(self, at: int) -> bool:
        """Whether people were taken in the words before: "arrested twelve for arson and one for theft"."""
        taken = any(self.doc[before].lemma_ in _ARRESTING for before in range(max(0, at - 24), at))
        return taken and "for" in self.lower[max(0, at - 16) : at]

    def _dies(self, at: int) -> bool:
        """As in "of the two men on the motorcycle one died"."""
        verb = self.doc[at]
        part = verb.lemma_ == "lose" and bool((PARTS | {"life"}) & {*self.lower[at + 1 : at + 5]})  # "two died and one lost a leg"
        return self.tags[at] in ("VBD", "VBZ") and (verb.lemma_ in DYING or part) and self.doc[at - 1].dep_ == "nsubj"

    def _apposed(self, at: int) -> bool:
        """Whether a name set between commas starts at ``at``: "one, Senad Hodzic, was taken prisoner"."""
        noun = self._noun(at + 1) if self.lower[at] in ("the", "a", "an") else []
        if noun and is_person(self.doc, noun[-1], self.lower) and self.lower[noun[-1] + 1 : noun[-1] + 2] == [","]:
            return True  # "one, the cook, has never been found"
        last = at
        while last < len(self.tags) and self.tags[last] == "NNP" and last - at < 5:
            last += 1
        return last > at and self.lower[last : last + 1] == [","]

    def _figure_before(self, at: int) -> bool:
        """Whether the words before a number make it a figure, whatever entity the model sees in it."""
        words = lexicon()
        before = self.lower[max(0, at - 6) : at]
        if (
            before[-1:] == [":"]
            and before[-2:-1]
            and before[-2] in ("deaths", "injuries", "fatalities", "arrests", "abductions", "detentions")
        ):
            return True
        return any(word in words.figures or word in ("dead", "killed", "wounded") for word in before)

    def _gapped(self, numeral: Numeral) -> bool:
        """As in "the police reported five dead; the newspaper, twelve": another source's number after a comma, its verb left out."""
        before = numeral.start - 1
        after = self.lower[numeral.end] if numeral.end < len(self.lower) else "."
        parted = after == "," and self.lower[numeral.end + 1 : numeral.end + 3] in (["of", "whom"], ["of", "them"])
        if before < 2 or self.lower[before] != "," or not (parted or after in (".", ";")):
            return False
        source = self.tags[before - 1] == "NN" and self.lower[before - 2] == "the"
        return (source or not self.lower[numeral.core][0].isdigit()) and ";" in self.lower[max(0, before - 6) : before]

    def _age(self, numeral: Numeral) -> bool:
        """As in ", 34," after a name or a person; "a girl of seven"."""
        before = numeral.start - 1
        if numeral.qualifier is not None or numeral.high is None or numeral.high > 115 or before < 1:
            return False
        after = self.lower[numeral.end] if numeral.end < len(self.lower) else "."
        if self._gapped(numeral):
            return False
        if self.lower[before] in (",", "(") and after in _ENDS_AGE:
            if self.lower[before - 1] in lexicon().figures:
                return False
            two = after == "and" and self.lower[numeral.end + 2 : numeral.end + 3] in ([","], [")"])
            several = two and self.tags[before - 1] == "NNS" and self.tags[numeral.end + 1] == "CD"  # "two sisters, 8 and 11, were"
            return several or self.tags[before - 1] in ("NNP", "NNPS", "NN") or self.doc[before - 1].ent_type_ == "PERSON"
        single = self.tags[before - 1] == "NN" and self.lower[before - 1] not in lexicon().figures
        group = self.lower[before - 1] in ("family", "group", "crowd", "crew", "party", "team", "gang", "squad", "patrol", "band")
        return self.lower[before] == "of" and single and not group and is_person(self.doc, before - 1, self.lower)


def distinct(quantities: dict[int, Quantity]) -> "Iterator[Quantity]":
    """Yield each quantity once, in text order, where a number and its noun are both keys."""
    seen: set[int] = set()
    for index in sorted(quantities):
        quantity = quantities[index]
        if id(quantity) not in seen:
            seen.add(id(quantity))
            yield quantity
