"""Tokens → runs of nouns that name people, and the quantities noted for them. What rules about numbers and about bare nouns share."""

from typing import TYPE_CHECKING

from trucewatch.reading.mentions import Quantity
from trucewatch.reading.numerals import lexicon, numeral_at
from trucewatch.reading.people import age_noun, in_arms, names_people, people, population_at, years
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.tokens import Tokens
    from trucewatch.records.terms import Population

RUN = frozenset(("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "HYPH", "VBN", "VBG", "AFX", "FW", "POS", "RBS", "``"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_GOING_ON = NOUNS | {"CD", "HYPH"}
PLURAL = frozenset(("NNS", "NNPS"))
PLURAL_OR_NAME = PLURAL | {"NNP"}
_QUOTES = frozenset(('"', "”", "“", "'", "’", "''", "``"))
BE = frozenset(("is", "was", "were", "are", "has", "had", "have", "remains", "remain"))
TAKEN = frozenset(("hostage", "captive", "prisoner"))
THEM = frozenset(("them", "whom", "these", "those", "us", "you", "which"))
_DAYS = frozenset(
    """today yesterday tomorrow tonight overnight monday tuesday wednesday thursday friday saturday sunday
    mon tue wed thu fri sat sun""".split()
)
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept.
    oct. nov. dec. jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "appos"))
_DETERMINED = frozenset(("DT", "PRP$", "WDT", "PDT", "WP$"))

MANNER = frozenset("seriously critically gravely fatally mortally slightly lightly badly severely".split())
"""Adverbs that say how badly one of a number was hurt ("one seriously")."""
_PARENTS = frozenset(
    """father mother parent grandfather grandmother grandparent widow widower man woman husband wife leader commander head member one chief
    owner father-in-law mother-in-law guardian teacher victim survivor""".split()
)
"""Those after whom "of six" counts others, or who are no children."""
_PASSED = frozenset("were was are the at least his her their its".split())
_CODES = frozenset(("kia", "wia", "mia"))
"""How soldiers write what befell fighters."""


class NounRuns:
    """The nouns of one parse, and the quantities found in it so far."""

    def __init__(self, parse: "Parse", found: dict[int, Quantity]) -> None:
        self.parse = parse
        self.doc: Tokens = parse.doc
        self.lower = parse.tree.lower
        self.tags = parse.tree.tag
        self.found = found
        self.taken: set[int] = set()

    def _partitive(self, at: int) -> tuple[int, str | None]:
        """Where the noun begins after "of", and which kind of part it is: "them" ("five of them"), "whole" ("two of the dead"), None."""
        if at + 1 < len(self.lower) and self.lower[at] in _QUOTES and self.lower[at + 1] == "of":
            at += 1
        if at + 1 < len(self.lower) and self.lower[at] == "of":
            following = at + 1
            if self.lower[following] == "all":
                following += 1
            if self.lower[following] in ("their", "its", "our") and self.lower[following + 1 : following + 2] in (["number"], ["ranks"]):
                return following + 2, "them"  # "lost nine of their number"
            if following + 1 < len(self.lower) and self.lower[following] in _QUOTES:
                following += 1  # 70 of "the mercenaries"
            if following < len(self.lower) and self.lower[following] in THEM:
                if self.lower[following] in ("those", "these") and self.tags[following] == "DT" and self._noun(following + 1):
                    return following + 1, "whole"
                after = following + 1
                while after < len(self.lower) and self.lower[after] in ("were", "was", "are", "being"):
                    after += 1
                return after, "them"
            if following < len(self.tags) and self.tags[following] in _DETERMINED:
                inner = numeral_at(self.lower, following + 1, lambda _: None) if following + 1 < len(self.tags) else None
                if inner is not None and inner.kind == "number" and self.lower[inner.end : inner.end + 1] != ["-"]:
                    return inner.end, "whole"  # "five of the 31 policemen"
                return following + 1, "whole"
            return following, None
        return at, None

    def _noun(self, at: int) -> list[int]:
        """The noun run from ``at``: modifiers and nouns, the last one the head; an adjective heads it where it stands for people."""
        run: list[int] = []
        nominal = lexicon().nominals
        if at + 1 < len(self.lower) and self.lower[at] in _QUOTES and (self.tags[at + 1] in RUN or self.tags[at + 1] in NOUNS):
            at += 1  # seven "terrorists", "about 70" bodies
        end = min(len(self.lower), at + 9)
        index = at
        while index < end:
            tag, word = self.tags[index], self.lower[index]
            dated = bool(run) and word in _MONTHS and self.lower[index + 1 : index + 2] != [] and self.lower[index + 1][0].isdigit()
            if dated or (run and word in _DAYS) or (word == "stop" and self.parse.text.startswith("STOP", self.doc[index].idx)):
                break  # a telegram's full stop
            if tag == "VBG" and not run and index > at and self.doc[index].dep_ == "acl" and self.lower[index - 1] in people().population:
                return [index - 1]  # "a civilian riding past"
            if tag in NOUNS and not (word == "by" and run):
                run.append(index)
            elif tag in ("''", "``") and at < index < end - 1 and names_people(self.lower[index + 1]):
                pass  # eight "terrorist" fighters
            elif tag in ("IN", "TO", "CC", "DT") and index + 1 < end and self.tags[index + 1] == "HYPH" == self.tags[index - 1]:
                pass  # "kidnap-for-ransom gangsters"
            elif word == "and" and at < index and self._two_nations(index):
                pass  # "four Canadian and Hungarian observers"
            elif run and tag == "JJ" and self._under_one_noun(run[-1], index):
                pass  # "three U.N. military observers"
            elif run and word in nominal and self.tags[index - 1] == "HYPH" and index - 2 == run[-1] and self.tags[index + 1] not in NOUNS:
                run.append(index)  # "218 war-wounded"
            elif run and tag not in ("HYPH", "POS", "NNP") and not (tag in ("JJ", "VBN") and (self._more(index) or self._aged(index))):
                break
            elif (tag == "CD" and index + 1 < end and self.tags[index + 1] == "HYPH") or (
                tag == "VBD" and index == at and word not in BE and index + 1 < end and self.tags[index + 1] in NOUNS
            ):
                pass
            elif tag == "RB" and index == at and word.endswith("ly") and index + 1 < end and self.tags[index + 1] in ("JJ", "VBN"):
                pass  # "three highly dangerous militants"
            elif word == "by" and run and self.lower[index - 1] == "-":
                break  # "passers-by"
            elif word in ("off", "on", "out") and index + 1 < end and self.tags[index + 1] == "HYPH":
                pass  # "an off-duty policeman"
            elif tag not in RUN and word not in nominal and word not in ("more", "other"):
                break
            index += 1
        if len(run) > 1 and self.lower[run[-1]] == "arms" and in_arms(self.lower, run[-2]):
            run.pop()
        if run and (old := run[-1] + 2) < len(self.lower) and self.lower[old] == "old" and age_noun(self.doc, old) is not None:
            run.append(old)
        if not run and at < len(self.lower) and self.lower[at] in people().population:
            return [at]  # "a corporal", which the tagger takes for an adjective
        if (
            not run
            and at < len(self.lower)
            and self.tags[at] in ("JJR", "JJ")
            and self.doc[at].dep_ in _ARGUMENTS
            and names_people(self.lower[at])
        ):
            return [at]  # "a fitter"
        if not run and at < len(self.lower):
            stop = index
            run = [i for i in range(at, stop) if self.lower[i] in nominal][:1]
        elif len(run) > 1 and self.lower[run[-1]] in TAKEN and (self.tags[run[-2]] in PLURAL or self._seized(at, run[-2])):
            run = run[:-1]
        elif run and self.lower[run[-1]] in nominal and len(run) > 1:
            if self.tags[run[-1] - 1] == "HYPH" and run[-2] == run[-1] - 2:
                return run  # "218 war-wounded"
            code = self.lower[run[-1]] in _CODES and not names_people(self.lower[run[-2]])  # "88 VC KIA"
            run = run[:-1] if self.tags[run[-1]] not in PLURAL and not code else run
        return run

    def _seized(self, at: int, person: int) -> bool:
        """Whether "hostage" after a person says what a verb made of him: "took three constables and a typist prisoner"."""
        verbs = (self.doc[before].lemma_ for before in range(max(0, at - 12), at) if self.tags[before][:2] == "VB")
        return names_people(self.lower[person]) and any(verb in ("take", "hold", "seize", "keep") for verb in verbs)

    def _two_nations(self, index: int) -> bool:
        """Whether the "and" at ``index`` joins two names of peoples before one plural noun."""
        if index + 2 >= len(self.tags) or self.tags[index + 2] not in PLURAL:
            return False
        sides = (index - 1, index + 1)
        capital = all(self.doc[side].text[:1].isupper() and self.tags[side] in ("JJ", "NNP") for side in sides)
        return capital and all(self.doc[side].ent_type_ in ("NORP", "GPE", "") for side in sides)

    def _under_one_noun(self, before: int, index: int) -> bool:
        """Whether a name and the adjective after it both describe a noun further on."""
        noun = self.doc[before].head.i
        noun = self.doc[index].head.i if noun == index else noun
        return noun > index and self.doc[index].head.i == noun and self.doc[index].dep_ == "amod" and self.tags[noun] in NOUNS

    def _more(self, index: int) -> bool:
        """Whether a noun follows right after the modifier at ``index`` inside a hyphenated or compound run."""
        return index + 1 < len(self.tags) and self.tags[index + 1] in NOUNS and self.tags[index - 1] == "HYPH"

    def _aged(self, index: int) -> bool:
        """Whether the adjective at ``index`` is or follows "old" of an age before a noun: "a 16-year-old Palestinian boy"."""
        first = index
        while self.tags[first] == "JJ" and self.lower[first] != "old" and index - first < 3:
            first -= 1
        last = index
        while last + 1 < len(self.tags) and self.tags[last] in ("JJ", "HYPH") and last - index < 4:
            last += 1
        return self.lower[first] == "old" and self.lower[first - 1] == "-" and self.tags[last] in NOUNS

    def _person(self, run: list[int]) -> list[int]:
        """A run cut after its person where a participle follows that the tagger took for a noun: "a monk collecting alms"."""
        for place, index in enumerate(run[:-1]):
            doing = self.lower[run[place + 1]].endswith("ing") and run[place + 1] == index + 1 and place + 2 < len(run)
            if doing and self.tags[index] == "NN" and names_people(self.lower[index]) and not names_people(self.lower[run[-1]]):
                return run[: place + 1]
        return run

    def _included(self, at: int) -> bool:
        """Whether the words before ``at`` mark a subtotal: "including 20 children", "among them four", "of whom 12"."""
        before = [word for word in self.lower[max(0, at - 4) : at] if word not in _PASSED]
        if not before:
            return False
        if before[-2:] in (["that", "of"], ["those", "of"]) and {"them", "including", "among"} & {*self.lower[max(0, at - 9) : at]}:
            return True
        if before[-2:] == ["inclusive", "of"]:
            return True  # "84, inclusive of eight militiamen"
        if before[-1] == "including" or before[-1] == "included" or before[-3:] == ["including", "those", "of"]:
            return True
        if before[-1] == "and" and self._goes_on(at - 1 - (self.lower[at - 1] in _PASSED)):
            return True
        return before[-1] in THEM and len(before) > 1 and before[-2] in ("among", "amongst", "of")

    def _postposed(self, end: int) -> bool:
        """As in "eleven had been killed, three women among them"."""
        if self.lower[end : end + 1] == ["included"]:
            return True
        one = self.lower[end - 1] == "one" and self.lower[end - 2] == ","
        if one and self.lower[end : end + 1] and (self.lower[end] in ("a", "an") or self.lower[end] in MANNER):
            return True  # "four residents, one an elderly woman"
        return self.lower[end : end + 1] in (["among"], ["amongst"]) and self.lower[end + 1 : end + 2] in (["them"], ["these"], ["those"])

    def _goes_on(self, joint: int) -> bool:
        """Whether a part of a total stands right before the "and": "nine of them women and four children"."""
        end = self.doc[joint].idx
        for quantity in self.found.values():
            between = self.parse.text[quantity.span.end : end].strip() if quantity.span.end <= end else "?"
            if quantity.part and (between in ("", ",") or (between.startswith(", ") and between.istitle() and len(between.split()) < 6)):
                return True
        return False

    def _plain(self, head: int, start: int, count: Count, end: int) -> None:
        if head in self.found:
            return
        if end == head + 1 and self.lower[head] in ("body", "remains", "corpse") and self.lower[end : end + 1] == ["of"]:
            return  # "the body of a boy": it is the boy who counts
        noun = self.tags[head] in NOUNS or self.lower[head] == "old" or self.lower[head] in people().population
        population = population_at(self.doc, head, self.lower) if noun else "all"
        if self.lower[head] in ("none", "neither"):
            population = self._of_whom(head)
        if count.high == 1 and population == "all" and self._young(end):
            population = "children"
        span = self.parse.span(start, end)
        self.found[head] = Quantity(span, head, count, None, population, part=self._included(start) or self._postposed(end))
        self.taken.update(range(start, end))

    def _young(self, end: int) -> bool:
        """Whether an age under eighteen stands right after one person or their name: "his son Walid, 12,", "Sara Ali (9)"."""
        while end < len(self.lower) and self.tags[end] == "NNP":
            end += 1
        after = self.lower[end : end + 4]
        if after[:1] == ["aged"] and len(after) > 1 and 0 < years(after[1]) < 18:
            return True
        if (
            after[:1] == ["of"]
            and len(after) > 2
            and self.lower[end - 1] not in _PARENTS
            and 0 < years(after[1]) < 18
            and after[2] != "of"
            and self.tags[end + 2] not in _GOING_ON
            and after[2] != "of"
        ):
            return True  # "a youth of seventeen", "her daughter of three"
        if len(after) < 3 or after[0] not in (",", "("):
            return False
        if after[1] == "who" and after[2] in ("was", "is"):
            aged = self.lower[end + 3 + (self.lower[end + 3 : end + 4] in (["just"], ["only"], ["barely"], ["aged"])) :][:2]
            return len(aged) == 2 and 0 < years(aged[0]) < 18 and aged[1] in (",", ".", "and", "years", "when", "at")
        age = after[2] if after[1] in ("aged", "age") else after[1]
        closed = after[3] if after[1] in ("aged", "age") and len(after) > 3 else after[2]
        return 0 < years(age) < 18 and closed in (",", ")", ".", ";", "and", "was", "were")

    def _of_whom(self, index: int) -> "Population":
        """The people of "none of the soldiers"; of a team or of "them" those spoken of before."""
        if self.lower[index + 1 : index + 2] != ["of"]:
            return "all"
        for at in range(index + 2, min(index + 10, len(self.lower))):
            word = self.lower[at]
            if word == "them" or word in lexicon().collectives:
                near = [head for head in self.found if index - 25 < head < index and self.found[head].population != "all"]
                return self.found[max(near)].population if near else "all"
            if self.tags[at] in PLURAL:
                return population_at(self.doc, at, self.lower)
            if self.tags[at] == "POS":
                return "all"  # "none of the hospital's staff"
        return "all"
