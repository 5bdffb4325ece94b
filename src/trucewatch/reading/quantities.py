"""Parse → Quantities: how many people each phrase speaks of, as intervals (DOMAIN section 3).

Enters: a parse. Leaves: quantities keyed by the token index of the counted noun, or of the number where it stands alone. A number that
governs its noun ("dozens of villagers", "two of the victims") is keyed by both. Ages, dates, times, units, ranks, distances, money,
shares and numbers of things are no quantities of people.
"""

import re
from typing import TYPE_CHECKING

from trucewatch.reading.mentions import Quantity
from trucewatch.reading.numerals import Numeral, lexicon, numeral_at
from trucewatch.reading.people import age_noun, is_person, names_people, people, population_at, singular
from trucewatch.reading.unharmed import spared_at, without_harm
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from trucewatch.reading.parse import Parse
    from trucewatch.records.terms import Population

_RUN = frozenset(("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "HYPH", "VBN", "VBG", "AFX", "FW", "POS", "RBS", "``"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PLURAL = frozenset(("NNS", "NNPS"))
_QUOTES = frozenset(('"', "”", "“", "'", "’", "''", "``"))
_BE = frozenset(("is", "was", "were", "are", "has", "had", "have", "remains", "remain"))
_TAKEN = frozenset(("hostage", "captive", "prisoner"))
_DYING = frozenset(("die", "perish", "bleed", "succumb", "vanish", "disappear"))
_COUPLES = {"couple": 2, "pair": 2, "twins": 2, "trio": 3}
_THEM = frozenset(("them", "whom", "these", "those", "us", "you", "which"))
_OTHER_ENTITIES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "PRODUCT"))
_BEFALLEN = frozenset("dead killed slain murdered shot wounded injured hurt hospitalized hospitalised fatally critically dies".split())
_ANYBODY = frozenset(("anyone", "anybody"))
_NOBODY = frozenset(("nobody", "none", "no-one", "noone"))
_AGE_BEFORE = frozenset(("aged", "age", "ages"))
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec""".split()
)
_LABELS = frozenset(
    """no no. nos. number article page chapter room route highway flight unit post section gate sector block zone channel
    group resolution bulletin item point phase part day ward camp district km kilometre kilometer building house level
    grade rule protocol battalion brigade""".split()
)
_SYMBOLS = frozenset(("$", "£", "€", "#", "¥", "₦"))
_CURRENCIES = frozenset("rp rp. rs rs. usd eur gbp ksh ush tsh inr pkr php naira birr cfa fcfa zar".split())
_DAYS = frozenset(
    """today yesterday tomorrow tonight overnight monday tuesday wednesday thursday friday saturday sunday
    mon tue wed thu fri sat sun""".split()
)
_ENDS_AGE = frozenset((",", ")", ".", ";", "and"))
_DETERMINED = frozenset(("DT", "PRP$", "WDT", "PDT", "WP$"))
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
"""Ordinals that stand for one more person ("a fourth is missing")."""
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
    parse.notes["quantities"] = found = dict(sorted(found.items()))
    return found


class _Finder:
    """One pass over one parse."""

    def __init__(self, parse: "Parse", found: dict[int, Quantity]) -> None:
        self.parse = parse
        self.doc: Doc = parse.doc
        self.lower = parse.tree.lower
        self.tags = parse.tree.tag
        self.found = found
        self.taken: set[int] = set()

    def numbers(self) -> None:
        """Numbers in digits and words, vague quantities and fractions, each with its noun."""
        words = lexicon()
        at, end = 0, len(self.lower)
        while at < end:
            word = self.lower[at]
            if (word[0].isdigit() or word in words.starts) and (numeral := numeral_at(self.lower, at, self._total)):
                self._quantity(numeral)
                at = max(numeral.end, at + 1)
            else:
                at += 1

    def _total(self, at: int) -> int | None:
        """The total a fraction "of them" is of: the last exact quantity before it in its sentence."""
        sentence = self.parse.sentence_of[at]
        for head in sorted(self.found, reverse=True):
            if head < at:
                same = self.parse.sentence_of[head] == sentence
                return self.found[head].count.low if same and self.found[head].count.exact else None
        return None

    def _quantity(self, numeral: Numeral) -> None:
        if self._no_count(numeral):
            return
        end, part = self._partitive(numeral.end)
        heads = self._noun(end) or self._shared(end)
        if heads and self.lower[heads[-1]] in _TAKEN and (part == "them" or self.lower[end] in ("taken", "held", "kept")):
            heads = []
        if heads and self.lower[end] in ("suffered", "sustained", "received") and self.tags[heads[-1]] in _PLURAL:
            heads = []  # "eleven suffered wounds"
        noun = heads[-1] if heads else None
        if noun is None and part is None and not self._stands_alone(numeral):
            return
        if noun is not None and not (is_person(self.doc, noun, self.lower) or self._suffers(noun)):
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

    def _shared(self, at: int) -> list[int]:
        """The noun two numbers share: "three Syrian and two Iraqi children"."""
        tags, words = self.tags, self.lower
        if at + 3 < len(words) and tags[at] in ("JJ", "NNP") and words[at + 1] == "and" and tags[at + 2] == "CD":
            return [at] if self._noun(at + 3) else []
        return []

    def _suffers(self, noun: int) -> bool:
        """Whether an unknown plural noun is what only people and animals can be: killed, wounded, arrested."""
        words = lexicon()
        if self.tags[noun] not in _PLURAL or self.lower[noun] in words.things or self.lower[noun].removesuffix("s") in words.things:
            return False
        token = self.doc[noun]
        verb = token.head
        after = self.lower[noun + 1] if noun + 1 < len(self.lower) else ""
        return after in words.human_states or (token.dep_ in ("dobj", "nsubjpass", "nsubj") and verb.lemma_ in words.human_verbs)

    def _keep(self, numeral: Numeral, head: int, number: int, population: "Population", last: int, *, part: bool) -> None:
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

    def _partitive(self, at: int) -> tuple[int, str | None]:
        """Where the noun begins after "of", and which kind of part it is: "them" ("five of them"), "whole" ("two of the dead"), None."""
        if at + 1 < len(self.lower) and self.lower[at] in _QUOTES and self.lower[at + 1] == "of":
            at += 1
        if at + 1 < len(self.lower) and self.lower[at] == "of":
            following = at + 1
            if self.lower[following] == "all":
                following += 1
            if following < len(self.lower) and self.lower[following] in _THEM:
                if self.lower[following] in ("those", "these") and self.tags[following] == "DT" and self._noun(following + 1):
                    return following + 1, "whole"
                after = following + 1
                while after < len(self.lower) and self.lower[after] in ("were", "was", "are", "being"):
                    after += 1
                return after, "them"
            if following < len(self.tags) and self.tags[following] in _DETERMINED:
                return following + 1, "whole"
            return following, None
        return at, None

    def _noun(self, at: int) -> list[int]:
        """The noun run from ``at``: modifiers and nouns, the last one the head; an adjective heads it where it stands for people."""
        run: list[int] = []
        nominal = lexicon().nominals
        if at + 1 < len(self.lower) and self.lower[at] in _QUOTES and (self.tags[at + 1] in _RUN or self.tags[at + 1] in _NOUNS):
            at += 1  # seven "terrorists", "about 70" bodies
        end = min(len(self.lower), at + 9)
        index = at
        while index < end:
            tag, word = self.tags[index], self.lower[index]
            if run and word in _DAYS:
                break
            if tag in _NOUNS:
                run.append(index)
            elif tag in ("''", "``") and at < index < end - 1 and names_people(self.lower[index + 1]):
                pass  # eight "terrorist" fighters
            elif run and tag not in ("HYPH", "POS", "NNP") and not (tag in ("JJ", "VBN") and self._more(index)):
                break
            elif (tag == "CD" and index + 1 < end and self.tags[index + 1] == "HYPH") or (
                tag == "VBD" and index == at and word not in _BE and index + 1 < end and self.tags[index + 1] in _NOUNS
            ):
                pass
            elif word in ("off", "on", "out") and index + 1 < end and self.tags[index + 1] == "HYPH":
                pass  # "an off-duty policeman"
            elif tag not in _RUN and word not in nominal and word not in ("more", "other"):
                break
            index += 1
        if run and (old := run[-1] + 2) < len(self.lower) and self.lower[old] == "old" and age_noun(self.doc, old) is not None:
            run.append(old)
        if not run and at < len(self.lower) and self.lower[at] in people().population:
            return [at]  # "a corporal", which the tagger takes for an adjective
        if not run and at < len(self.lower):
            stop = index
            run = [i for i in range(at, stop) if self.lower[i] in nominal][:1]
        elif len(run) > 1 and self.lower[run[-1]] in _TAKEN and self.tags[run[-2]] in _PLURAL:
            run = run[:-1]
        elif run and self.lower[run[-1]] in nominal and len(run) > 1:
            run = run[:-1] if self.tags[run[-1]] not in _PLURAL else run
        return run

    def _more(self, index: int) -> bool:
        """Whether a noun follows right after the modifier at ``index`` inside a hyphenated or compound run."""
        return index + 1 < len(self.tags) and self.tags[index + 1] in _NOUNS and self.tags[index - 1] == "HYPH"

    def _no_count(self, numeral: Numeral) -> bool:
        """Dates, ages, money, units, names with numbers, strengths ("a 300-man mission")."""
        before = self.lower[numeral.start - 1] if numeral.start else ""
        after = self.lower[numeral.end] if numeral.end < len(self.lower) else ""
        if before in _CURRENCIES and self.tags[numeral.start - 1] in ("NNP", "NN", "SYM", "$"):
            return True
        if before in _SYMBOLS or before in _MONTHS or before in _LABELS or before in _AGE_BEFORE:
            return True
        if after in lexicon().units or after in _SYMBOLS or (after in _MONTHS and self.tags[numeral.end] == "NNP"):
            return True
        if after in ("-", "‑", "–", "/") or (after.startswith(("-", "°")) and len(after) > 1):
            return True
        return before == "of" and numeral.start > 1 and self.lower[numeral.start - 2] == "age"

    def _stands_alone(self, numeral: Numeral) -> bool:
        """Whether a number without a noun may count people."""
        after = self.lower[numeral.end] if numeral.end < len(self.lower) else ""
        if numeral.kind in ("one", "vague-determiner"):
            listed = numeral.start > 0 and self.lower[numeral.start - 1] == "and" and after in ("from", "in", "at", "near")
            taken = after in ("taken", "held") and self.lower[numeral.end + 1 : numeral.end + 2] and self.lower[numeral.end + 1] in _TAKEN
            named = after == "," and self.doc[numeral.end - 1].dep_ in ("nsubj", "nsubjpass", "conj") and self._apposed(numeral.end + 1)
            return after in _BE or after in lexicon().nominals or listed or bool(taken) or named
        token: Token = self.doc[numeral.core]
        if token.ent_type_ in _OTHER_ENTITIES and not self._figure_before(numeral.start):
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

    def _apposed(self, at: int) -> bool:
        """Whether a name set between commas starts at ``at``: "one, Senad Hodzic, was taken prisoner"."""
        last = at
        while last < len(self.tags) and self.tags[last] == "NNP" and last - at < 5:
            last += 1
        return last > at and self.lower[last : last + 1] == [","]

    def _figure_before(self, at: int) -> bool:
        """Whether the words before a number make it a figure, whatever entity the model sees in it."""
        words = lexicon()
        return any(word in words.figures or word in ("dead", "killed", "wounded") for word in self.lower[max(0, at - 4) : at])

    def _age(self, numeral: Numeral) -> bool:
        """As in ", 34," after a name or a person; "a girl of seven"."""
        before = numeral.start - 1
        if numeral.qualifier is not None or numeral.high is None or numeral.high > 115 or before < 1:
            return False
        after = self.lower[numeral.end] if numeral.end < len(self.lower) else "."
        if self.lower[before] in (",", "(") and after in _ENDS_AGE:
            if self.lower[before - 1] in lexicon().figures:
                return False
            return self.tags[before - 1] in ("NNP", "NNPS", "NN") or self.doc[before - 1].ent_type_ == "PERSON"
        single = self.tags[before - 1] == "NN" and self.lower[before - 1] not in lexicon().figures
        group = self.lower[before - 1] in ("family", "group", "crowd", "crew", "party", "team", "gang", "squad", "patrol", "band")
        return self.lower[before] == "of" and single and not group and is_person(self.doc, before - 1, self.lower)

    def _included(self, at: int) -> bool:
        """Whether the words before ``at`` mark a subtotal: "including 20 children", "among them four", "of whom 12"."""
        before = [word for word in self.lower[max(0, at - 4) : at] if word not in ("were", "was", "are", "the", "at", "least")]
        if not before:
            return False
        if before[-1] == "including" or before[-1] == "included" or before[-3:] == ["including", "those", "of"]:
            return True
        if before[-1] == "and" and (last := self.found.get(at - 2)) is not None and last.part:
            return True
        return before[-1] in _THEM and len(before) > 1 and before[-2] in ("among", "amongst", "of")

    def _postposed(self, end: int) -> bool:
        """As in "eleven had been killed, three women among them"."""
        return self.lower[end : end + 1] in (["among"], ["amongst"]) and self.lower[end + 1 : end + 2] in (["them"], ["these"], ["those"])

    def nouns(self) -> None:
        """Bare plurals, singulars with "a", and nobody."""
        for index, tag in enumerate(self.tags):
            if index in self.taken or tag not in ("NNS", "NN", "DT", "NNPS", "NNP"):
                continue
            if tag == "DT":
                if self.lower[index] == "both" and self._stands_for_two(index):
                    self._plain(index, index, Count(2, 2), index + 1)
                elif self.lower[index] == "another" and self.doc[index].dep_ in ("nsubj", "nsubjpass"):
                    self._plain(index, index, Count(1, 1), index + 1)
                elif self.lower[index] in ("a", "an", "no", "another"):
                    self._determined(index)
                elif self.lower[index] == "the":
                    self._victim(index)
            elif self.lower[index] in _ANYBODY:
                if without_harm(self.parse.tree, index) or self._denied(index):
                    self._plain(index, index, Count(0, 0), index + 1)
            elif self.lower[index] in _NOBODY:
                self._plain(index, index, Count(0, 0), index + 1)
            elif self.lower[index] == "one" and index and self.lower[index - 1] == "no":
                self._plain(index, index - 1, Count(0, 0), index + 1)
            elif tag in _PLURAL and not self._bare(index):
                self._spared(index)
            elif tag in _PLURAL:
                self._plain(index, index, Count(2, None), index + 1)
            elif (tag == "NN" and self._possessed(index)) or (tag in ("NN", "NNP") and self._headed(index)):
                self._plain(index, index, Count(1, 1), index + 1)

    def _denied(self, index: int) -> bool:
        """As in "denied that anyone had been killed"."""
        verb = self.doc[index].head
        return verb.dep_ == "ccomp" and verb.head.lemma_ == "deny" and verb.lemma_ in lexicon().human_verbs

    def _stands_for_two(self, index: int) -> bool:
        """As in "Both were arrested on the spot", "both died": people, where what is said of them befalls people."""
        token = self.doc[index]
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return False
        verbs = [token.head, *(child for child in token.head.children if child.dep_ == "conj")]
        return any(verb.lemma_ in lexicon().human_verbs or verb.lower_ in lexicon().human_states for verb in verbs)

    def _determined(self, index: int) -> None:
        if self.lower[index] == "no" and self.lower[index + 1 : index + 2] == ["one"]:
            self._plain(index + 1, index, Count(0, 0), index + 2)
            return
        if self.lower[index] == "a" and self.lower[index + 1 : index + 2] and self._ordinal(index + 1):
            self._plain(index + 1, index, Count(1, 1), index + 2)
            return
        run = self._person(self._noun(index + 1))
        if run and self.lower[index] == "no" and self._none(run, index):
            return
        if run and self.lower[run[-1]] in _COUPLES and self.lower[run[-1] + 1 : run[-1] + 2] != ["of"]:
            size = _COUPLES[self.lower[run[-1]]]
            self._plain(run[-1], index, Count(size, size), run[-1] + 1)
            return
        if not run or not is_person(self.doc, run[-1], self.lower) or self.lower[run[-1]] in lexicon().collectives:
            return
        head = run[-1]
        if self.lower[index] == "no":
            self._plain(head, index, Count(0, 0), head + 1)
        elif self.tags[head] in ("NN", "NNP", "JJ", "VBN") and head not in self.taken:
            self._plain(head, index, Count(1, 1), head + 1)

    def _ordinal(self, index: int) -> bool:
        """As in "three drowned and a fourth is missing": one more of those told before."""
        token = self.doc[index]
        return token.lower_ in ORDINALS and token.dep_ in ("nsubj", "nsubjpass")

    def _person(self, run: list[int]) -> list[int]:
        """A run cut after its person where a participle follows that the tagger took for a noun: "a monk collecting alms"."""
        for place, index in enumerate(run[:-1]):
            doing = self.lower[run[place + 1]].endswith("ing") and run[place + 1] == index + 1 and place + 2 < len(run)
            if doing and self.tags[index] == "NN" and names_people(self.lower[index]) and not names_people(self.lower[run[-1]]):
                return run[: place + 1]
        return run

    def _victim(self, index: int) -> None:
        """A definite single person to whom only what befalls people is done ("killed the imam") is one."""
        run = self._noun(index + 1)
        while len(run) > 1 and self.tags[run[-1]] == "NNP" and self.lower[run[-2]] != self.lower[run[-1]]:
            run.pop()  # "the pharmacist Adam Ishaq"
        aged = bool(run) and self.lower[run[-1]] == "old"
        if not run or (self.tags[run[-1]] != "NN" and not aged) or self.lower[run[-1]] in lexicon().collectives or run[-1] in self.found:
            return
        token = self.doc[run[-1]]
        above = token
        while above.dep_ == "conj" and above.head.i < above.i:
            above = above.head
        done = above.dep_ in ("dobj", "nsubjpass") and above.head.lemma_ in lexicon().human_verbs
        gone = above.head.lemma_ in _DYING or any(c.lower_ == "missing" for c in above.head.children)
        done = done or (above.dep_ == "nsubj" and gone)
        first = self.lower.index(self.lower[run[-1]]) >= index
        done = done or (first and above.dep_ in ("dobj", "nsubjpass"))
        known = is_person(self.doc, run[-1], self.lower) and self.lower[run[-1]] not in lexicon().nominals
        if done and known and (first or above is token):
            self._plain(run[-1], index, Count(1, 1), run[-1] + 1)

    def _spared(self, index: int) -> None:
        """Definite people who came to no harm are none harmed: "the observers and the reporters with them were not hurt"."""
        if spared_at(self.parse.tree, index) is None or not is_person(self.doc, index, self.lower):
            return
        start = index
        while start and self.tags[start - 1] in (*_RUN, "DT", "PRP$", "PDT") and self.tags[start - 1] != "``":
            start -= 1
        if start not in self.taken:
            self._plain(index, start, Count(0, 0), index + 1)

    def _none(self, run: list[int], index: int) -> bool:
        """As in "no casualties", "no injuries", "no loss of life", "no arrests"."""
        head = run[-1]
        if not lexicon().zero & {singular(self.lower[head]), self.lower[head].removesuffix("s"), self.lower[head].replace("ies", "y")}:
            return False
        suffered = self.doc[head].head.lemma_ in ("suffer", "sustain", "report", "take", "incur", "have")
        if self.lower[head] in ("loss", "losses") and self.lower[head + 1 : head + 3] != ["of", "life"] and not suffered:
            return False
        self._plain(head, index, Count(0, 0), head + 1)
        return True

    def _plain(self, head: int, start: int, count: Count, end: int) -> None:
        if head in self.found:
            return
        noun = self.tags[head] in _NOUNS or self.lower[head] == "old" or self.lower[head] in people().population
        population = population_at(self.doc, head, self.lower) if noun else "all"
        if self.lower[head] == "none":
            population = self._of_whom(head)
        span = self.parse.span(start, end)
        self.found[head] = Quantity(span, head, count, None, population, part=self._included(start))
        self.taken.update(range(start, end))

    def _of_whom(self, index: int) -> "Population":
        """The people of "none of the soldiers"; of a team or of "them" those spoken of before."""
        if self.lower[index + 1 : index + 2] != ["of"]:
            return "all"
        for at in range(index + 2, min(index + 7, len(self.lower))):
            word = self.lower[at]
            if word == "them" or word in lexicon().collectives:
                near = [head for head in self.found if index - 25 < head < index and self.found[head].population != "all"]
                return self.found[max(near)].population if near else "all"
            if self.tags[at] in _PLURAL:
                return population_at(self.doc, at, self.lower)
        return "all"

    def _bare(self, index: int) -> bool:
        """Whether the plural noun at ``index`` names people and has neither article, possessor nor number."""
        if not is_person(self.doc, index, self.lower):
            return False
        start = index
        while start and self.tags[start - 1] in _RUN and self.tags[start - 1] != "``":
            start -= 1
            if self.tags[start] == "POS" or start in self.taken:
                return False
        if start > 1 and start - 2 in self.taken and self.lower[start - 1] in ("and", ","):
            shared = self.lower[start - 1] == "and" or self.doc[index].dep_ == "conj"  # "400 journalists, activists and students"
            if shared:
                return False
        before = self.tags[start - 1] if start else ""
        return before not in ("DT", "PRP$", "WP$", "CD", "PDT", "WDT") or self.lower[start - 1] in ("some", "any")

    def _possessed(self, index: int) -> bool:
        """Whether a single relative is named by whose they are: "her infant daughter"."""
        if self.lower[index] not in lexicon().kin:
            return False
        return any(child.dep_ == "poss" for child in self.doc[index].lefts)

    def _headed(self, index: int) -> bool:
        """Whether a single person without an article opens a heading that says what befell him: "Teacher killed in market", "Teen dead"."""
        after = self.lower[index + 1] if index + 1 < len(self.lower) else ""
        if after not in _BEFALLEN or self.lower[index] in lexicon().collectives or not is_person(self.doc, index, self.lower):
            return False
        start = index
        while start and self.tags[start - 1] in _RUN and not self.doc[start].is_sent_start:
            start -= 1
        return start == 0 or self.doc[start].is_sent_start is True or self.lower[start - 1] in (":", ",")

    def names(self) -> None:
        """People called by name are one each."""
        for entity in self.doc.ents:
            if entity.label_ != "PERSON":
                continue
            head = entity.root.i
            acronym = entity.end - entity.start == 1 and entity.text.isupper() and len(entity.text) > 1
            if self.lower[head] in lexicon().groups or acronym:
                continue
            if head not in self.found and head not in self.taken:
                self.found[head] = Quantity(self.parse.span(entity.start, entity.end), head, Count(1, 1), None, "all", named=True)

    def ranked(self) -> None:
        """People called by rank and name ("Corporal Wilmer Peña") whom the model took for no person."""
        known = people().population
        for index, tag in enumerate(self.tags):
            if self.lower[index] not in known or tag not in ("NNP", "NN", "JJ") or index + 1 >= len(self.tags):
                continue
            last = index
            while last + 1 < len(self.tags) and self.tags[last + 1] == "NNP" and last - index < 3:
                last += 1
            if last == index or not self.doc[index].text[0].isupper() or {index, last} & self.taken or last in self.found:
                continue
            if not any(token.ent_type_ in ("GPE", "LOC", "ORG", "FAC", "NORP") for token in self.doc[index + 1 : last + 1]):
                self.found[last] = Quantity(self.parse.span(index + 1, last + 1), last, Count(1, 1), None, "all", named=True)


def distinct(quantities: dict[int, Quantity]) -> "Iterator[Quantity]":
    """Yield each quantity once, in text order, where a number and its noun are both keys."""
    seen: set[int] = set()
    for index in sorted(quantities):
        quantity = quantities[index]
        if id(quantity) not in seen:
            seen.add(id(quantity))
            yield quantity
