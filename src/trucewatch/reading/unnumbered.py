"""Nouns without a number → how many people they name: bare plurals, single persons, nobody, names (DOMAIN section 3)."""

from typing import TYPE_CHECKING

from trucewatch.reading.bodyparts import PARTS, SEVERED
from trucewatch.reading.mentions import Quantity
from trucewatch.reading.nounruns import PLURAL, PLURAL_OR_NAME, RUN, NounRuns
from trucewatch.reading.numerals import lexicon
from trucewatch.reading.people import is_person, people, singular, years
from trucewatch.reading.ranks import reckoned
from trucewatch.reading.unharmed import spared_at, without_harm
from trucewatch.reading.verbwords import BROKEN, wound
from trucewatch.reading.whereabouts import whereabouts
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Population

DYING = frozenset(("die", "perish", "bleed", "succumb", "expire", "vanish", "disappear"))
_COUPLES = {"couple": 2, "pair": 2, "twins": 2, "trio": 3}
_BEFALLEN = frozenset("dead killed slain murdered shot wounded injured hurt hospitalized hospitalised fatally critically dies".split())
_ANYBODY = frozenset(("anyone", "anybody"))
RANKS = frozenset(
    """sgt pte pvt cpl lcpl l/cpl spc lt capt maj col brig gen insp const supt dsp asp naik havildar subedar sepoy jawan lance-naik nayek
    nayak lance ssgt ssg sfc msgt gysgt pfc smn wo wo1 wo2 cpo po po1 po2 po3 spo1 spo2 spo3 spo4 asi hc cst adjt adjutant adjudant
    rifleman havaldar subadar risaldar lance-nayek lance-corporal caporal sergent brigadier-chef maréchal sargento cabo soldado""".split()
)
"""Ranks as they are shortened before a name, and those of South Asian armies."""
_SPELT = frozenset(
    """private corporal sergeant lieutenant captain major colonel brigadier constable gendarme policeman trooper soldier sub-inspector
    ranger airman gunner sapper marine guardsman rifleman lance-corporal sublieutenant""".split()
)
_BODIES = frozenset(
    """brigade battalion regiment division corps command force forces guard guards army hospital base barracks camp station company
    front academy school unit group association""".split()
)
_TAKINGS = frozenset(
    """body corpse remains death shooting wounding kidnapping abduction murder killing assassination execution arrest detention
    capture""".split()
)
_PLACES_OF_HARM = frozenset("custody detention jail prison arrest bars hospital coma intensive captivity condition".split())
_SEIZED = frozenset(
    "kidnapped abducted arrested detained captured killed murdered assassinated shot wounded injured beheaded executed".split()
)
EVENTS = frozenset("disappearance homicide injury arrest abduction kidnapping detention execution assassination killing murder".split())
_OF_PEOPLE = frozenset(
    """murder assassinate behead abduct kidnap arrest injure lynch martyr execute detain hang torture rape stab strangle jail imprison
    slay hospitalise hospitalize concuss maim flog""".split()
)
"""Verbs whose object is somebody, whatever word names him."""
_TITLES = frozenset("deputy vice assistant former retired acting elderly young pregnant village".split())
_OF_DOERS = ("ant", "ent", "ist", "or", "er", "ian", "ee")
_ONESELF = frozenset(("himself", "herself"))
_NOBODY = frozenset(("nobody", "none", "no-one", "noone"))
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
"""Ordinals that stand for one more person ("a fourth is missing")."""
_PHRASE_TAGS = RUN | {"DT", "PRP$", "PDT"}


class Unnumbered(NounRuns):
    """Notes the people of one parse that no number counts."""

    def nouns(self) -> None:
        """Bare plurals, singulars with "a", and nobody."""
        for index, tag in enumerate(self.tags):
            if tag == "JJ" and self.lower[index] == "other" and self._remaining(index):
                self._plain(index, index - 1, Count(1, 1), index + 1)
                continue
            if tag == "PRP" and self.lower[index] in _ONESELF and self.doc[index].dep_ == "dobj" and self.doc[index].head.lemma_ == "kill":
                self._plain(index, index, Count(1, 1), index + 1)  # "killing himself and eight passengers"
            if tag in ("CC", "RB", "JJ") and self.lower[index] == "neither" and self.lower[index + 1 : index + 2] != []:
                if self.lower[index + 1] in _BEFALLEN:
                    self._plain(index, index, Count(0, 0), index + 1)  # "fired at, neither hurt"
                continue
            if index in self.taken or tag not in ("NNS", "NN", "DT", "NNPS", "NNP"):
                continue
            if tag == "DT":
                if self.lower[index] == "both" and self._stands_for_two(index):
                    self._plain(index, index, Count(2, 2), index + 1)
                elif (
                    self.lower[index] == "both"
                    and (run := self._noun(index + 1 + (self.tags[index + 1 : index + 2] == ["PRP$"])))
                    and self.tags[run[-1]] in PLURAL
                    and self._people(run[-1])
                ):
                    self._plain(run[-1], index, Count(2, 2), run[-1] + 1)
                elif self.lower[index] == "neither" and (
                    self.doc[index].dep_ == "nsubjpass"
                    or self.lower[index + 1 : index + 2] == ["of"]
                    or (self.lower[index + 1 : index + 2] != [] and self.lower[index + 1] in _BEFALLEN)
                ):
                    unseen = self.doc[index].head.lemma_ in ("see", "hear", "find", "trace")  # "neither has been seen since"
                    self._plain(index, index, Count(2, 2) if unseen else Count(0, 0), index + 1)
                elif self.lower[index] == "another" and self._elliptic_one(index):
                    self._plain(index, index, Count(1, 1), index + 1)
                elif self.lower[index] == "any" and (run := self._noun(index + 1)) and self.tags[run[-1]] == "NN" and self._people(run[-1]):
                    if singular(self.lower[run[-1]]) not in EVENTS and not {"whether", "if"} & {*self.lower[max(0, index - 3) : index]}:
                        self._plain(run[-1], index, Count(1, 1), run[-1] + 1)
                elif self.lower[index] == "any" and self.lower[index + 1 : index + 2] == ["of"] and self._any_of(index):
                    continue
                elif self.lower[index] == "any" and self.doc[index].dep_ == "nsubjpass" and self._denied(index):
                    self._plain(index, index, Count(0, 0), index + 1)
                elif self.lower[index] in ("a", "an", "no", "another"):
                    self._determined(index)
                elif self.lower[index] == "the" and not self._nth(index):
                    self._victim(index)
            elif self._lacking(index):
                self._plain(index, index, Count(0, 0), index + 1)
            elif self.lower[index] in _ANYBODY:
                if without_harm(self.parse.tree, index) or self._denied(index):
                    self._plain(index, index, Count(0, 0), index + 1)
            elif self.lower[index] in _NOBODY:
                self._plain(index, index, Count(0, 0), index + 1)
            elif self.lower[index] == "one" and index and self.lower[index - 1] == "no":
                self._plain(index, index - 1, Count(0, 0), index + 1)
            elif tag in PLURAL_OR_NAME and self._named_one_by_one(index):
                continue
            elif tag == "NN" and self._whose_part(index):
                self._plain(index, self.doc[index].left_edge.i, Count(1, 1), index + 1)
            elif tag in PLURAL and not self._bare(index):
                self._spared(index)
            elif tag in PLURAL and index and self.lower[index - 1] == "twin":
                self._plain(index, index - 1, Count(2, 2), index + 1)
            elif tag in PLURAL:
                self._plain(index, index, Count(2, None), index + 1)
            elif (tag == "NN" and not self._possessed(index) and self._definite(index)) or (
                tag == "NN" and self.lower[index] in ("family", "crew", "household")
            ):
                self._spared(index)
            elif tag == "NN" and self._possessed(index):
                self._plain(
                    index, min(child.left_edge.i for child in self.doc[index].lefts if child.dep_ == "poss"), Count(1, 1), index + 1
                )
            elif tag in ("NN", "NNP") and self._headed(index):
                self._plain(index, index, Count(1, 1), index + 1)

    def _whose_part(self, index: int) -> bool:
        """As in "broke the foreman's jaw": a single person, not told before, whose part of the body a verb hurts."""
        token = self.doc[index]
        part = token.head
        hurt = token.dep_ == "poss" and part.lower_ in PARTS and part.dep_ in ("dobj", "nsubjpass") and part.head.lemma_ in SEVERED
        return hurt and self._people(index) and self.lower.index(self.lower[index]) == index

    def _any_of(self, index: int) -> bool:
        """As in "without wounding any of the passengers": nobody among them."""
        at = index + 2 + (self.tags[index + 2 : index + 3] in (["DT"], ["PRP$"]))
        run = self._noun(at)
        if not run or not self._people(run[-1]) or without_harm(self.parse.tree, index) is None:
            return False
        self._plain(run[-1], index, Count(0, 0), run[-1] + 1)
        return True

    def _elliptic_one(self, index: int) -> bool:
        """As in "another was wounded", "killing two fighters and apprehending another": one more of those told."""
        token = self.doc[index]
        return token.dep_ in ("nsubj", "nsubjpass") or (token.dep_ == "dobj" and token.head.lemma_ in lexicon().human_verbs)

    def _remaining(self, index: int) -> bool:
        """As in "one was killed and the other wounded": the second of two told."""
        told = self.lower[index - 1] == "the" and self.doc[index].dep_ in ("nsubj", "nsubjpass", "dobj")
        return told and {"one", "two", "both", "a", "an"} & {*self.lower[max(0, index - 40) : index - 1]} != set()

    def _denied(self, index: int) -> bool:
        """As in "denied that anyone had been killed"."""
        verb = self.doc[index].head
        harmed = (
            verb.lemma_ in lexicon().human_verbs
            or verb.lower_ in lexicon().human_states
            or verb.lower_ in _BEFALLEN
            or verb.lemma_ in ("take", "hold", "lead", "keep")
        )
        above = verb.head
        while above.dep_ == "conj":
            above = above.head
        return verb.dep_ == "ccomp" and "deny" in (verb.head.lemma_, above.lemma_) and harmed

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
        if run and self.lower[index] == "a" and index and self.lower[index - 1] == "not" and self._people(run[-1]):
            self._plain(run[-1], index - 1, Count(0, 0), run[-1] + 1)  # "not a single mourner was harmed"
            return
        if run and self.lower[run[-1]] in _COUPLES and self.lower[run[-1] + 1 : run[-1] + 2] != ["of"]:
            size = _COUPLES[self.lower[run[-1]]]
            self._plain(run[-1], index, Count(size, size), run[-1] + 1)
            return
        unknown = bool(run) and self.lower[index] in ("a", "an") and self._only_people(run[-1])
        body = bool(run) and self.lower[run[-1]] in lexicon().collectives
        body = body and not (self.lower[index] == "no" and self.lower[run[-1]] in ("personnel", "staff"))
        if not run or not (unknown or is_person(self.doc, run[-1], self.lower)) or body:
            return
        head = run[-1]
        if self._paired(index, head):
            self._plain(head, index, Count(2, 2), head + 3)
            return
        if self.lower[index] == "no":
            self._plain(head, index, Count(0, 0), head + 1)
            other = self._noun(head + 2) if self.lower[head + 1 : head + 2] == ["or"] else []
            if other and self.tags[other[-1]] in PLURAL and self._people(other[-1]):
                self._plain(other[-1], other[0], Count(0, 0), other[-1] + 1)  # "no women or children"
        elif self.tags[head] in ("NN", "NNP", "JJ", "JJR", "VBN") and head not in self.taken:
            self._plain(head, index, Count(1, 1), head + 1)

    def _only_people(self, noun: int) -> bool:
        """Whether an unknown single noun takes what only people do: "abducted the deputy sarpanch", "an attendant was wounded"."""
        token = self.doc[noun]
        word = token.lower_
        if token.tag_ != "NN" or word in lexicon().things or token.ent_type_ in ("DATE", "TIME", "GPE", "LOC"):
            return False
        titled = token.head.lemma_ == "kill" and any(c.lower_ in _TITLES for c in token.lefts)
        sure = titled or token.head.lemma_ in _OF_PEOPLE or (token.head.lemma_ == "kill" and word.endswith(_OF_DOERS) and len(word) > 5)
        slain = token.head.lemma_ == "kill" and token.dep_ == "nsubjpass" and not any(c.dep_ in ("amod", "compound") for c in token.lefts)
        return (sure and token.dep_ in ("dobj", "nsubjpass")) or slain

    def _paired(self, index: int, head: int) -> bool:
        """As in "a father and son", "a husband and wife": one article for two of a family."""
        after = self.lower[head + 1 : head + 3]
        kin = lexicon().kin | {"man", "woman"}
        both = self.lower[index] in ("a", "the") and len(after) == 2 and after[0] == "and"
        return both and self.lower[head] in kin and after[1] in lexicon().kin and self.tags[head] == self.tags[head + 2] == "NN"

    def _ordinal(self, index: int) -> bool:
        """As in "three drowned and a fourth is missing": one more of those told before."""
        token = self.doc[index]
        named = self.lower[index + 1 : index + 2] == [","] and self.tags[index + 2 : index + 3] == ["NNP"]
        taken = token.dep_ == "dobj" and token.head.lemma_ in lexicon().human_verbs and self.lower[index + 1 : index + 2] != ["of"]
        gone_on = self.tags[index + 1 : index + 2] == ["VBN"]  # "two soldiers were killed and a third taken prisoner"
        return token.lower_ in ORDINALS and (token.dep_ in ("nsubj", "nsubjpass") or named or taken or gone_on)

    def _nth(self, index: int) -> bool:
        """As in "the third was captured", "the sixth labourer is missing": one of those told before, whom the words single out."""
        if self.lower[index + 1 : index + 2] == [] or self.lower[index + 1] not in ORDINALS:
            return False
        if reckoned(self.parse, index + 1) is not None:
            return True  # "he was the fourth mayor assassinated this year"
        run = self._noun(index + 2)
        if run and self.tags[run[-1]] == "NN" and self._people(run[-1]) and singular(self.lower[run[-1]]) not in EVENTS:
            if "to" in self.lower[run[-1] + 1 : run[-1] + 6] and self._of_so_many(run[-1]):
                return True  # "he was the fourth member of the union to be abducted"
            self._plain(run[-1], index, Count(1, 1), run[-1] + 1)
            return True
        if not run and self._ordinal(index + 1):
            self._plain(index + 1, index, Count(1, 1), index + 2)
            return True
        return False

    def _of_so_many(self, noun: int) -> bool:
        """Whether "to be" and a participle follow an ordinal's noun: so many of them there have been."""
        at = next((later for later in range(noun + 1, noun + 6) if self.lower[later : later + 1] == ["to"]), None)
        return at is not None and self.lower[at + 1 : at + 2] in (["be"], ["have"], ["die"])

    def _victim(self, index: int) -> None:
        """A definite single person to whom only what befalls people is done ("killed the imam") is one."""
        run = self._noun(index + 1)
        while len(run) > 1 and self.tags[run[-1]] == "NNP" and self.lower[run[-2]] != self.lower[run[-1]]:
            run.pop()  # "the pharmacist Adam Ishaq"
        aged = bool(run) and self.lower[run[-1]] == "old"
        named = bool(run) and self.tags[run[-1]] == "NNP" and self.lower[run[-1]] in people().population
        if (
            not run
            or (self.tags[run[-1]] != "NN" and not aged and not named)
            or self.lower[run[-1]] in lexicon().collectives
            or self.lower[run[-1]] in ("police", "military", "clergy")
            or run[-1] in self.found
        ):
            return
        token = self.doc[run[-1]]
        above = token
        while above.dep_ == "conj" and above.head.i < above.i:
            above = above.head
        done = above.dep_ in ("dobj", "nsubjpass") and above.head.lemma_ in lexicon().human_verbs
        done = done or (above.dep_ == "dobj" and above.head.lemma_ in ("capture", "seize")) or (above is token and self._included(index))
        done = done or (above.dep_ == "pobj" and above.head.lower_ == "of" and singular(above.head.head.lower_) in _TAKINGS)
        gone = above.head.lemma_ in DYING or any(c.lower_ == "missing" for c in above.head.children)
        gone = gone or above.head.lower_ == "missing"
        done = done or whereabouts(self.parse, run[-1]) is not None
        done = done or (above.dep_ == "nsubj" and (gone or (above.head.lemma_ in ("be", "remain") and _held_or_dead(above.head))))
        first = self.lower.index(self.lower[run[-1]]) >= index
        done = done or (above.dep_ == "nsubj" and above.head.lemma_ in ("sustain", "suffer", "receive", "lose", "nurse"))
        done = done or (above.dep_ == "nsubj" and _with_a_wound(above.head))
        done = done or (first and above.dep_ in ("dobj", "nsubjpass"))
        done = done or (index > 0 and self.tags[index - 1] in ("VBD", "VBG") and self.doc[index - 1].lemma_ in lexicon().human_verbs)
        known = (is_person(self.doc, run[-1], self.lower) or self._only_people(run[-1])) and self.lower[
            run[-1]
        ] not in lexicon().nominals | EVENTS
        befallen = self.lower[run[-1] + 1 : run[-1] + 2]
        struck = befallen != [] and befallen[0] in _SEIZED and self.tags[run[-1] + 1] in ("VBN", "VBD")
        done = done or (struck and not any(c.dep_ == "dobj" for c in self.doc[run[-1] + 1].children))
        size = _COUPLES.get(self.lower[run[-1]], 1)
        done = done or (size > 1 and above.dep_ in ("dobj", "nsubjpass"))  # "pulled the pair from bed"
        couple = size > 1 and above.head.lemma_ != "shoot"  # a bullet fired at two hits one of them, or neither
        if done and (known or couple) and (first or above is token or self.tags[index - 1] in ("VBD", "VBG")):
            self._plain(run[-1], index, Count(size, size), run[-1] + 1)

    def _spared(self, index: int) -> None:
        """Definite people who came to no harm are none harmed: "the observers and the reporters with them were not hurt"."""
        household = self.lower[index] in ("family", "crew", "household")
        if spared_at(self.parse.tree, index) is None or not (household or is_person(self.doc, index, self.lower)):
            return
        start = index
        while start and self.tags[start - 1] in _PHRASE_TAGS and self.tags[start - 1] != "``":
            start -= 1
        if start not in self.taken:
            self._plain(index, start, Count(0, 0), index + 1)

    def _named_one_by_one(self, index: int) -> bool:
        """People called by their names are as many as the names: "our fighters Rojhat Amed and Botan Can", "Guardsmen A and B"."""
        plural = self.tags[index] in PLURAL or self.lower[index] != singular(self.lower[index])
        if index + 1 >= len(self.tags) or not plural or self.tags[index + 1] != "NNP" or not self._people(index):
            return False
        at, names, inside = index + 1, 0, False
        while at < len(self.tags) and (self.tags[at] == "NNP" or self.lower[at] in ("and", ",")):
            if self.tags[at] == "NNP":
                names += not inside
                inside = True
            else:
                inside = False
            at += 1
        while self.lower[at - 1] in ("and", ","):
            at -= 1
        if names < 2 or "and" not in self.lower[index:at] or any(token.ent_type_ in ("GPE", "DATE") for token in self.doc[index + 1 : at]):
            return False
        start = index - (self.lower[index - 1 : index] in (["the"], ["our"], ["its"]))
        self._plain(index, start, Count(names, names), at)
        self.taken.update(range(start, at))
        return True

    def _none(self, run: list[int], index: int) -> bool:
        """As in "no casualties", "no injuries", "no loss of life", "no arrests"."""
        head = run[-1]
        if not zero_noun(self.lower[head]):
            return False
        suffered = self.doc[head].head.lemma_ in ("suffer", "sustain", "report", "take", "incur", "have")
        suffered = suffered or (index > 0 and self.lower[index - 1] == "with" and self.lower[head + 1 : head + 2] != ["of"])
        lives = (
            self.lower[head + 1 : head + 3] == ["of", "life"]
            or self.lower[head + 1 : head + 2] == ["among"]
            or "human" in self.lower[index:head]
        )
        if self.lower[head] in ("loss", "losses") and not lives and not suffered:
            return False
        if self.lower[head] in ("cost", "toll") and "human" not in self.lower[index:head]:
            return False
        self._plain(head, index, Count(0, 0), head + 1)
        return True

    def _bare(self, index: int) -> bool:
        """Whether the plural noun at ``index`` names people and has neither article, possessor nor number."""
        if not is_person(self.doc, index, self.lower) or singular(self.lower[index]) in EVENTS:
            return False
        start = index
        while start and self.tags[start - 1] in RUN and self.tags[start - 1] != "``":
            if self.tags[start - 1] == "VBG" and self.doc[start - 1].dep_ not in ("amod", "compound"):
                break
            start -= 1
            if self.tags[start] == "POS" or start in self.taken:
                return False
        if start > 1 and start - 2 in self.taken and self.lower[start - 1] in ("and", ","):
            shared = self.lower[start - 1] == "and" or self.doc[index].dep_ == "conj"  # "400 journalists, activists and students"
            if shared:
                return False
        before = self.tags[start - 1] if start else ""
        if "how" in self.lower[max(0, start - 2) : start]:
            return False  # "how many villagers died": no number
        return before not in ("DT", "PRP$", "WP$", "CD", "PDT", "WDT") or self.lower[start - 1] in ("some", "any")

    def _possessed(self, index: int) -> bool:
        """Whether a single person is named by whose they are: "her infant daughter", "their commander", "the mayor's driver"."""
        word = self.lower[index]
        if singular(word) in EVENTS or word in ("life", "name", "soul", "body", "dead"):
            return False
        if word not in lexicon().kin and (word in lexicon().collectives or not is_person(self.doc, index, self.lower)):
            return False
        return any(child.dep_ == "poss" for child in self.doc[index].lefts)

    def _definite(self, index: int) -> bool:
        return any(child.lower_ in ("the", "this") for child in self.doc[index].lefts)

    def _people(self, index: int) -> bool:
        return is_person(self.doc, index, self.lower) and self.lower[index] not in lexicon().collectives

    def _lacking(self, index: int) -> bool:
        """As in "neither deaths nor injuries", "without causing casualties", "without loss of life"."""
        if self.tags[index] not in ("NN", "NNS") or not zero_noun(self.lower[index]):
            return False
        before = [
            word for word in self.lower[max(0, index - 3) : index] if word not in ("any", "causing", "inflicting", "suffering", "further")
        ]
        if self.lower[index] == "loss" and self.lower[index + 1 : index + 3] != ["of", "life"]:
            return before[-1:] == ["without"] and self.lower[index + 1 : index + 2] != ["of"]  # "repelled without loss on our side"
        return before[-1:] in (["neither"], ["nor"], ["without"]) or ("without" in before and before[-1:] == ["or"])

    def _headed(self, index: int) -> bool:
        """Whether a single person without an article opens a heading that says what befell him: "Teacher killed in market", "Teen dead"."""
        at = index + 1
        if self.lower[at : at + 1] == ["of"] and 0 < years(self.lower[at + 1] if at + 1 < len(self.lower) else "") < 100:
            at += 2  # "Kokkina: shepherd boy of fifteen killed"
        after = self.lower[at] if at < len(self.lower) else ""
        hit = after in ("hit", "struck") and self.lower[at + 1 : at + 2] in (["in"], ["by"])
        if (
            (after not in _BEFALLEN and not hit)
            or self.lower[index] == "enemy"
            or self.lower[index] in lexicon().collectives
            or not is_person(self.doc, index, self.lower)
        ):
            return False
        start = index
        while start and self.tags[start - 1] in RUN and not self.doc[start].is_sent_start:
            start -= 1
        return start == 0 or self.doc[start].is_sent_start is True or self.lower[start - 1] in (":", ",")

    def unlabelled(self) -> None:
        """People called by two names or more whom the model did not label, where what befalls people is done to them."""
        for index, tag in enumerate(self.tags):
            token = self.doc[index]
            if tag != "NNP" or token.ent_type_ or token.dep_ not in ("nsubjpass", "dobj") or index in self.taken or index in self.found:
                continue
            first = token.left_edge.i
            named = index > first and all(self.tags[at] == "NNP" for at in range(first, index + 1))
            if named and token.head.lemma_ in lexicon().human_verbs - {"leave"} and not token.text.isupper():
                self.found[index] = Quantity(self.parse.span(first, index + 1), index, Count(1, 1), None, self._serves(first), named=True)

    def names(self) -> None:
        """People called by name are one each."""
        for entity in self.doc.ents:
            if entity.label_ != "PERSON":
                continue
            head = entity.root.i
            acronym = entity.end - entity.start == 1 and entity.text.isupper() and len(entity.text) > 1
            if self._placed(entity.start, entity.end):
                continue  # "In Kauswagan, Lanao del Norte, two policemen were gunned down"
            label = self.doc[entity.start].is_sent_start and self.lower[entity.end : entity.end + 1]
            if (
                self.lower[head] in lexicon().groups
                or acronym
                or self.lower[head] in ("kia", "wia", "mia")
                or label == [":"]
                or (label == ["("] and entity.end - entity.start == 1)
            ):
                continue  # "Sebokeng (Vaal Triangle): a constable was shot"
            if head not in self.found and head not in self.taken:
                population: Population = (
                    "children" if self._young(entity.end) or self._child_before(entity.start) else self._serves(entity.start)
                )
                self.found[head] = Quantity(self.parse.span(entity.start, entity.end), head, Count(1, 1), None, population, named=True)

    def _placed(self, start: int, end: int) -> bool:
        """Whether a name between commas says in what province a place is that opens the sentence."""
        if start < 3 or self.lower[start - 1] != "," or self.lower[end : end + 1] != [","]:
            return False
        at = start - 2
        while at > 0 and self.tags[at] == "NNP" and start - at < 6:
            at -= 1
        return at < start - 2 and self.lower[at] in ("in", "at", "near") and self.doc[at].is_sent_start is True

    def _child_before(self, start: int) -> bool:
        """As in "twelve-year-old Samir Odeh"."""
        before = self.lower[max(0, start - 5) : start]
        return before[1:] == ["-", "year", "-", "old"] and 0 < years(before[0]) < 18

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
            force = known[self.lower[index]] == "party forces" and self.lower[last] not in _BODIES
            outside = ("GPE", "LOC", "FAC", "NORP") if force else ("GPE", "LOC", "ORG", "FAC", "NORP")
            if not any(token.ent_type_ in outside for token in self.doc[index + 1 : last + 1]):
                self.found[last] = Quantity(self.parse.span(index + 1, last + 1), last, Count(1, 1), None, self._serves(index), named=True)

    def _serves(self, first: int) -> "Population":
        """Return the population a rank before a name tells ("Private Ali Hassan", "Sgt. Ali Hassan")."""
        before = first - 1 - (first > 1 and self.lower[first - 1] == ".")
        words = [self.lower[at].removesuffix(".") for at in (first, before) if at >= 0]
        ranked = any(word in RANKS or (word in _SPELT and people().population.get(word) == "party forces") for word in words)
        return "party forces" if ranked else "all"


def _with_a_wound(verb: "Token") -> bool:
    """As in "the driver crawled into a ditch with a bullet in his thigh", "the nun escaped with a broken arm"."""
    after = verb.doc[verb.i + 1 : verb.i + 10]
    at = next((place for place, token in enumerate(after) if token.lower_ == "with"), None)
    return at is not None and any(wound(token) or token.lower_ in BROKEN for token in after[at + 1 : at + 5])


def zero_noun(word: str) -> bool:
    """Whether "no …" of this noun says that nobody came to harm or was taken: "casualties", "injuries"."""
    return bool(lexicon().zero & {singular(word), word.removesuffix("s"), word.replace("ies", "y")})


def _held_or_dead(verb: "Token") -> bool:
    """As in "the driver is in custody", "the teacher is in hospital"."""
    inside = [
        inner.lower_
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in ("in", "under", "behind")
        for inner in child.children
    ]
    return any(word in _PLACES_OF_HARM for word in inside)
