"""Bare figures → whose people they are, told by no noun of their own: the side their clause names, who lost them, the group spoken of.

As in "on the rebel side 17 dead; on ours, two men", "FALA lost five and has nine wounded", "two monitors were seized; the other is
missing". A last resort: asked only of a count that no nearer word gives a population. Enters: a parse, a count and the counts before it.
Leaves: the population, or None where the text leaves it open.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.fighting import fights
from trucewatch.reading.people import names_people, people, population_at
from trucewatch.reading.struckunits import national, struck_unit
from trucewatch.reading.unnumbered import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trucewatch.reading.counted import Counted
    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Population

_SPECIFIC = frozenset(("party forces", "mission personnel", "children", "women", "civilians"))
_BORNE = frozenset(("party forces", "mission personnel"))
_NOBODY = frozenset("any none nobody no-one neither".split())
_NAMELESS = frozenset(
    """others other fatalities fatality casualties casualty losses loss deaths death bodies corpses prisoners captives injuries injury
    colleague colleagues martyr martyrs survivors survivor""".split()
)
_CORPSES = frozenset(("bodies", "corpses"))
_SURVIVORS = frozenset(("survivors", "survivor"))
_NUMBERS = frozenset(("figure", "number", "count", "tally"))
"""Subjects of a number that is given again, for the same people."""
_BODIES = frozenset("men man members member comrades comrade".split())
_OPENERS = frozenset("on in among amongst of from within for".split())
_SIDES = frozenset("side sides ranks rank part camp lines".split())
_OURS = frozenset("our ours own its their theirs his".split())
_FURTHER = frozenset("another other others else more further".split())
_LOSING = frozenset("lose have suffer sustain incur cost mourn".split())
_FIGURING = frozenset("report record register announce admit acknowledge concede count list".split())
_OWNING = frozenset("admit acknowledge concede own confess".split())
_ENDS = frozenset((";", ":", "."))
_BEFORE_LABEL = _ENDS | {"the"}
_CLAUSE_ENDS = _ENDS | {",", "but"}
_LABELS = frozenset("troops enemy own ours rebels militia militants guerrillas insurgents".split())
_LOSSES = frozenset("losses casualties".split())
_REMAINS = frozenset("body bodies corpse corpses remains dead victims".split())
_REACH = 60
_AFTER = 7


def side_of(
    parse: "Parse", quantity: "Quantity", found: "Sequence[Counted]", numbers: "Mapping[int, Quantity]", *, figure: bool = False
) -> "Population | None":
    """Return the population of the people a bare figure counts, None where no word around gives it.

    ``figure`` says that the number was given as a figure ("put the toll at nine"), which may be of anybody.
    """
    side = _Side(parse, quantity, found, numbers)
    if (had := side.had()) is not None:
        return had
    if not side.bare:
        return None
    if (whole := side.summed()) is not None:
        return whole if whole in _SPECIFIC else None
    return side.population(figure=figure)


class _Side:
    """What one figure and the words around it say of a side."""

    def __init__(self, parse: "Parse", quantity: "Quantity", found: "Sequence[Counted]", numbers: "Mapping[int, Quantity]") -> None:
        self.parse, self.doc, self.lower = parse, parse.doc, parse.tree.lower
        self.quantity, self.found, self.numbers = quantity, found, numbers
        self.head = quantity.head
        self.first = quantity.head
        while self.first and self.doc[self.first - 1].idx >= quantity.span.start:
            self.first -= 1
        self.end = quantity.head
        while self.end < len(self.doc) and self.doc[self.end].idx < quantity.span.end:
            self.end += 1
        self.words = self.lower[self.first : self.end + 1]

    @property
    def bare(self) -> bool:
        """Whether the words of the figure name nobody in particular."""
        word, token = self.lower[self.head], self.doc[self.head]
        if self.quantity.named:
            return False
        number = token.pos_ == "NUM" or token.tag_ == "CD" or token.like_num or word in ORDINALS or word in ("dozen", "dozens", "scores")
        known = word in lexicon().states or word in _NAMELESS or word in _BODIES or word in _NOBODY
        return number or known or self._national or word in ("another", "both", "several", "one") or self._same_noun()

    @property
    def _national(self) -> bool:
        """Whether the people are called by their nation: "four Kenyans"."""
        token = self.doc[self.head]
        return (
            token.ent_type_ == "NORP"
            and token.tag_ in ("NNS", "NNPS", "NNP", "NN")
            and self.lower[self.head] not in people().mission_modifiers
        )

    def had(self) -> "Population | None":
        """As in "the Army had one specialist killed and five wounded": those who had it done to them are its own."""
        if self.lower[self.end : self.end + 1] == [] or self.lower[self.end] not in lexicon().states or self.first == 0:
            return None
        verb = self.doc[self.first - 1]
        subject = _subject(verb) if verb.lemma_ == "have" else None
        return fights(self.parse, subject) if subject is not None else None

    def summed(self) -> "Population | None":
        """As in "arrested a pastor and five of his flock. The six were shot": the number takes up all who were told just before."""
        number = self.quantity.count
        if not (number.exact and number.low > 2 and self._definite()) or self.doc[self.head].tag_ != "CD":
            return None
        near = self.parse.sentence_of[self.head] - 1
        told = [one for one in self.found if self.parse.sentence_of[one.quantity.head] == near and one.quantity.count.exact]
        total = sum(one.quantity.count.low for one in told)
        same = {one.metric for one in told}
        if len(told) < 2 or total != number.low or len(same) > 1 or any(one.quantity.count.low == number.low for one in told):
            return None
        populations = {one.population for one in told}
        return next(iter(populations)) if len(populations) == 1 else "all"

    def _same_noun(self) -> bool:
        """As in "two employees were shot … a third employee is missing": one more of those told."""
        last = self.found[-1] if self.found else None
        if last is None or not {*self.words} & (ORDINALS | {"another", "other"}):
            return False
        return self.lower[last.quantity.head].removesuffix("s") == self.lower[self.head].removesuffix("s")

    def population(self, *, figure: bool) -> "Population | None":
        """The side named in the clause, else who lost them, else the group they are taken from."""
        if self.lower[self.end : self.end + 1] == ["own"]:
            return self._lost() or "party forces"  # "three of their own"
        if self._national:
            numbered = self.quantity.count.high is not None
            return national(self.parse, self.first, self.head, self.found) if numbered else None
        named = self._labelled() or self._contained() or self._lost() or self._headed() or self._of_losses()
        named = named or self._of_the_dead()
        if named is None and not figure:
            named = (self._taken_up() if self._takes_up else None) or (struck_unit(self.parse, self.first) if self._loose else None)
        return named if named in _SPECIFIC else None

    @property
    def _loose(self) -> bool:
        """Whether the figure is of people of whom the words say no more than that they were so many: "three", "two men"."""
        word = self.lower[self.head]
        number = self.doc[self.head].tag_ == "CD" or word in ("men", "man") or word in lexicon().states
        return number and self.lower[self.first - 1 : self.first] != ["of"] and self.quantity.count.high != 0

    @property
    def _takes_up(self) -> bool:
        """Whether the figure can be of people told before: a number alone, "none of them", "two wounded" after other figures."""
        word, words, before = self.lower[self.head], {*self.words}, self.lower[self.first - 1 : self.first]
        if before == ["of"] and self.lower[self.first - 2 : self.first - 1] not in (["bodies"], ["corpses"], ["remains"]):
            return False
        if words & _FURTHER or self._them or self.doc[self.head].ent_type_ == "NORP":
            return word not in _BODIES or bool(words & _FURTHER)
        if self.quantity.count.high == 0 or word in _NAMELESS or (word in _BODIES and not self._gone()):
            return False
        return word not in lexicon().states or before in (["and"], [","], ["with"])

    @property
    def _them(self) -> bool:
        if self.lower[self.head] in ("any", "none", "neither"):
            return True
        if self.lower[self.first - 1 : self.first] == ["the"] or self.lower[self.first] == "the":
            return False  # "the two of them": the speaker and another
        before = [word for word in self.lower[max(0, self.first - 3) : self.first] if word not in ('"', "“", "``")]
        whom = before[-2:] in (["of", "whom"], ["of", "them"])
        return whom or bool({"them", "whom", "these", "those"} & {*self.lower[self.first : self.end + 2]})

    def _clause(self) -> int:
        """The first token of the figure's clause."""
        sentence = self.parse.sentence_of[self.head]
        at = self.first
        while at and self.parse.sentence_of[at - 1] == sentence and self.lower[at - 1] not in _ENDS:
            at -= 1
        return at

    def _labelled(self) -> "Population | None":
        """As in "Army: two killed, one wounded": the body that a label names."""
        at = self._clause() - 1
        labelled = at > 0 and self.lower[at] == ":" and (at == 1 or self.lower[at - 2] in _BEFORE_LABEL or self.doc[at - 1].is_sent_start)
        return "party forces" if labelled and self.lower[at - 1] in _LABELS else None

    def _contained(self) -> "Population | None":
        """As in "on the rebel side there were nine dead", "12 dead in its ranks", "among the attackers, six died"."""
        start = self._clause()
        for at in range(start, self.first):
            opens = at == start or self.lower[at - 1] in ("and", "but", "while", "that", ",", "there")
            if opens and self.lower[at] in _OPENERS and (side := self._side_at(at + 1, self.first)) is not None:
                return side
        for at in range(self.end, min(self.end + _AFTER, len(self.doc))):
            finite = self.doc[at].tag_ in ("VBD", "VBZ", "VBP") and self.lower[at] not in ("was", "were", "is", "are")
            if self.lower[at] in _CLAUSE_ENDS or finite:
                return None  # "»nine dead« and attributed the deed to terrorists": what another verb tells
            if (
                self.lower[at] in ("on", "in", "among", "amongst", "to", "for")
                and (side := self._side_at(at + 1, len(self.doc))) is not None
            ):
                return side
        return None

    def _side_at(self, at: int, stop: int) -> "Population | None":
        """The side that the noun phrase at ``at`` names."""
        last = at
        while last < min(stop, at + 7) and self.doc[last].tag_ in _PHRASE:
            last += 1
            if last < stop and self.lower[last] in ("of", "and", ","):
                break
        words = self.lower[at:last]
        if not words or "them" in words:
            return None
        if words[-1] in ("ours", "theirs"):
            return "party forces"
        if words[-1] in _SIDES:
            fighting = {*words} & _OURS or any(word in people().force_modifiers for word in words)
            fighting = fighting or any(people().population.get(word.removesuffix("s")) == "party forces" for word in words)
            fighting = fighting or any(self.doc[index].ent_type_ == "NORP" for index in range(at, last))
            return "party forces" if fighting else None
        if names_people(words[-1]) and self.lower[at - 1] in ("among", "amongst", "of", "from", "to"):
            return population_at(self.doc, last - 1, self.lower)
        return None

    def _lost(self) -> "Population | None":
        """As in "the army lost two", "the Front has nine wounded", "the garrison reported no casualties"."""
        none = self.quantity.count.high == 0
        for at in range(self.first - 1, self._clause() - 1, -1):
            token = self.doc[at]
            if token.lower_ in ("cost", "loss") and self.lower[at + 1 : self.first] == ["of"]:
                return "party forces"  # "retook the town at a cost of nine dead"
            if token.pos_ not in ("VERB", "AUX"):
                if token.lower_ in ("when", "after", "as", "because", "where", "who", "which", "while"):
                    return None
                continue
            verb = token.lemma_.lower()
            if verb == "cost":
                return next((one for j in range(at + 1, self.first) if (one := fights(self.parse, self.doc[j])) is not None), None)
            own = verb in _OWNING and self.lower[self.head] in lexicon().states
            if verb in _LOSING or own or (verb in _FIGURING and (none or self.lower[self.head] in ("losses", "casualties"))):
                if verb == "have" and any(other.pos_ == "VERB" and other.dep_ != "amod" for other in self.doc[at + 1 : self.first]):
                    continue  # a helping verb: "had put the dead at 15"
                subject = _subject(token)
                return (fights(self.parse, subject) if subject is not None and subject.i < at else None) or self._admitted(verb)
            if verb in _OWNING and (admitted := self._admitted(verb)) is not None:
                return admitted
            if token.tag_ in ("VBD", "VBZ", "VBP") and verb not in ("be", "do"):
                return None
        return None

    def _headed(self) -> "Population | None":
        """As in "Losses on our side: one killed, three wounded", "Enemy dead: 31. Prisoners: 4": what heads its line."""
        at = self._clause() - 1
        if at < 1 or self.lower[at] != ":":
            return None
        label = at
        while label and self.lower[label - 1] not in (".", ";") and self.parse.paragraph_of[label - 1] == self.parse.paragraph_of[at]:
            label -= 1
        words = {*self.lower[label:at]}
        if words & {"our", "own", "ours"} and words & (_LOSSES | {"side", "dead", "loss", "losses", "wounded"}):
            return "party forces"
        last = self.found[-1] if self.found else None
        taken = last is not None and last.rule == "field" and words & {"prisoners", "captured", "captives"}
        return last.population if taken and last is not None and last.population in _BORNE else None

    def _of_losses(self) -> "Population | None":
        """As in "our own losses amount to 14 martyrs and some twenty wounded": whatever the parse makes of what lies between."""
        for at in range(self.first - 1, self._clause(), -1):
            if self.lower[at] in _LOSSES:
                owners = {*self.lower[max(0, at - 3) : at]}
                fighting = owners & _OURS or any(word in people().force_modifiers for word in owners)
                return "party forces" if fighting and "," not in self.lower[at : self.first] else None
        return None

    def _admitted(self, verb: str) -> "Population | None":
        """As in "Rabat acknowledged 29 dead", "a rebel site admitted to 63": who admits a toll of fighters told dead has lost them."""
        last = next((one for one in reversed(self.found) if one.metric == "killed" and one.quantity.count.high != 0), None)
        dead = self.lower[self.head] not in ("deaths", "fatalities")
        if verb not in _OWNING or not dead or last is None or last.population not in _BORNE or self.quantity.count.high == 0:
            return None
        near = self.parse.sentence_of[self.head] - self.parse.sentence_of[last.quantity.head] <= 2
        return last.population if near and self._one_paragraph(last.quantity.head) else None

    def _taken_up(self) -> "Population | None":
        """As in "two soldiers were killed and a third kidnapped", "ten rebels attacked; eight of them died"."""
        further = bool({*self.words} & (_FURTHER | ORDINALS))
        here = self.parse.sentence_of[self.head]
        totals = [one for one in self.found if not one.quantity.part or one.population in _BORNE]
        last = totals[-1] if totals else None
        near = last is not None and here - self.parse.sentence_of[last.quantity.head] <= 1 and self._one_paragraph(last.quantity.head)
        if last is not None and self._same_noun() and here - self.parse.sentence_of[last.quantity.head] <= 2 and last.population in _BORNE:
            return last.population
        if near and last is not None and self.lower[self.head] in _BODIES and self._gone():
            return last.population if last.population in _BORNE else None
        if near and last is not None and further:
            return last.population if last.population in _BORNE or self.lower[self.head] in ORDINALS else None
        if self.lower[self.head] in lexicon().states:
            joined = near and last is not None and here == self.parse.sentence_of[last.quantity.head]
            return last.population if joined and last is not None and last.population in _BORNE else None
        return self._group(here, them=self._them or self._definite(), further=further)

    def _of_the_dead(self) -> "Population | None":
        """Whose bodies, survivors or corrected number it is: "eleven rebels were killed. Six bodies were recovered", "stood at 73 dead"."""
        if self.quantity.count.high == 0 or "of" in self.lower[self.end : self.end + 1]:
            return None
        word = self.lower[self.head]
        last = next((one for one in reversed(self.found) if one.metric == "killed" and one.quantity.count.high != 0), None)
        if last is None or last.population not in _BORNE or not self._one_paragraph(last.quantity.head):
            return None
        apart = self.parse.sentence_of[self.head] - self.parse.sentence_of[last.quantity.head]
        most = last.quantity.count.high
        if word in _CORPSES:
            return last.population if apart == 1 and (most is None or most >= self.quantity.count.low) else None
        if word in _SURVIVORS:
            return last.population if apart <= 1 and last is self.found[-1] else None
        if word not in lexicon().states or apart > 2:
            return None
        subject = _subject(self.doc[self.head].head if self.doc[self.head].dep_ != "pobj" else self.doc[self.head].head.head)
        stated = subject is not None and subject.i < self.head and subject.lower_ in _NUMBERS
        return last.population if stated else None

    def _gone(self) -> bool:
        """As in "six men are still unaccounted for": who misses them is who told of the dead."""
        return bool({"missing", "unaccounted", "mia"} & {*self.lower[self.end : self.end + 4]})

    def _one_paragraph(self, at: int) -> bool:
        return self.parse.paragraph_of[at] == self.parse.paragraph_of[self.head]

    def _definite(self) -> bool:
        before = self.lower[self.first - 1 : self.first]
        return self.lower[self.first] in ("the", "all", "both", "neither") or before in (["the"], ["all"])

    def _group(self, here: int, *, them: bool, further: bool) -> "Population | None":
        """The people spoken of last whom the figure can take up."""
        verb = self.doc[self.head].head
        own = {child.i for above in (verb, verb.head) for child in above.children if child.dep_ in ("nsubj", "nsubjpass")}
        own = own if self.doc[self.head].dep_ in ("dobj", "obj") else set()
        for at in range(self.first - 1, max(-1, self.first - _REACH), -1):
            if here - self.parse.sentence_of[at] > 1 or not self._one_paragraph(at):
                return None
            token = self.doc[at]
            if (
                token.lower_ in _REMAINS
                or at in own
                or token.tag_ not in ("NNS", "NNPS", "NN")
                or token.dep_ in ("compound", "poss", "nmod")
            ):
                continue
            several = token.tag_ != "NN" or at in self.numbers or token.lower_ in people().collectives
            if not several or not (names_people(token.lower_) or token.lower_ in people().collectives):
                continue
            if token.dep_ == "pobj" and token.head.dep_ == "agent":
                continue
            if any(child.dep_ == "poss" and child.lower_ not in ("our", "its") for child in token.lefts):
                continue
            told = population_at(self.doc, at, self.lower)
            number = self.numbers.get(at) or next((one.quantity for one in self.found if one.quantity.head == at), None)
            fits = number is not None and (number.count.high is None or number.count.high >= self.quantity.count.low)
            if self._listed_with_others(token, told) or (them and token.dep_ == "nsubj" and self._victims_of(token)):
                return None
            acts = token.dep_ == "nsubj" and any(child.dep_ == "dobj" and not _ground(child) for child in token.head.children)
            sure = them or (told in _BORNE and (further or (fits and not acts))) or (token.dep_ == "nsubjpass" and told in _BORNE)
            return told if sure else None
        return None

    def _listed_with_others(self, token: "Token", told: "Population") -> bool:
        """Whether people stand in a list with people of another kind: "the engineer and six policemen died; four were hurt"."""
        while token.dep_ == "conj" and token.head.i < token.i:
            token = token.head
            if names_people(token.lower_) and population_at(self.doc, token.i, self.lower) != told:
                return True
        return False

    def _victims_of(self, token: "Token") -> bool:
        """Whether those who act did something to people just counted, whom "all four" means: not those who did it."""
        verb = token.head
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        objects += [below for child in verb.children if child.dep_ == "conj" for below in child.children if below.dep_ == "dobj"]
        told = {one.quantity.head for one in self.found}
        reach = {inner.i for one in objects for inner in one.subtree}
        harmed = any(names_people(self.lower[at]) for at in reach if self.doc[at].dep_ in ("dobj", "conj"))
        return self.lower[self.first] in ("all", "both") and bool(reach & told or harmed)


def _ground(token: "Token") -> bool:
    """Whether an object is what one comes upon, and nobody who could be hit: "four soldiers entered a minefield"."""
    return token.lower_ in _GROUND


_GROUND = frozenset(
    """minefield mine mines bomb device tripwire booby-trap ambush trap road village town forest valley building house area zone clearing
    river ford bridge""".split()
)
_PHRASE = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "HYPH", "VBN", "CD", "PRP", "VBG"))


def _subject(verb: "Token") -> "Token | None":
    """The subject of a verb, of the verb it helps or of the one it is joined to."""
    for _ in range(4):
        found = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if found is not None:
            return found
        if verb.dep_ not in ("aux", "auxpass", "conj", "xcomp", "advcl"):
            return None
        verb = verb.head
    return None
