"""Counts of victims → whose people they are: by the noun, its owner, the clause's subject, or the total before (DOMAIN section 3)."""

from itertools import pairwise
from typing import TYPE_CHECKING

from trucewatch.reading.counted import Counted, Notebook
from trucewatch.reading.fighting import fights
from trucewatch.reading.people import names_people, people, population_at
from trucewatch.reading.unnumbered import ORDINALS

if TYPE_CHECKING:
    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.token import Token
    from trucewatch.reading.tokens import Tokens
    from trucewatch.records.terms import Population

_FORCES = frozenset(("party forces", "mission personnel"))
_TOLD_APART = _FORCES | {"civilians"}
_TOLD_AS = _FORCES | {"women", "children"}
_FURTHER = ORDINALS | {"both", "another", "others"}
_OWNERS = frozenset(("own", "our", "enemy", "its", "their", "army", "military", "troop", "government", "rebel", "police"))
_COMMANDS = frozenset("staff command army military navy headquarters garrison police militia guerrillas rebels front".split())
_RANK_AND_FILE = frozenset("dead wounded men fighters ranks number side".split())
_STRIKING = frozenset("raiders attackers assailants gunmen bombers bomber gunman attacker hijackers".split())
_SUFFERING = frozenset("has had have suffered lost sustained reported".split())
_STYLED = frozenset("seditious subversive terrorist extremist insurgent separatist mutinous jihadist guerrilla rebel".split())
_CREWS = frozenset("crew patrol squad platoon garrison detachment section column escort unit".split())
_GUNS = frozenset("mortar gun rocket missile tank artillery machine-gun launcher howitzer anti-aircraft aircraft antitank".split())
_UNITS = frozenset("patrol platoon squad garrison battalion regiment brigade detachment contingent".split())
_SIDES = frozenset("side adversary enemy opponent foe opponents aggressor".split())
_SIDED = frozenset("friendly enemy rebel government hostile adverse opposing insurgent terrorist".split())
"""Whose losses are told "on the … side"."""
_REPELLING = frozenset("repulse repel rout defeat beat throw drive push fling hurl fight force turn".split())
_NEEDS_BACK = frozenset("beat throw drive push fling hurl fight force turn".split())
_BODIES = frozenset("police militia guard escort gendarmerie infantry enemy personnel".split())
_POLICING = frozenset("police gendarmerie policemen guards junta government".split())
"""Whose prisoners need be no fighters."""
_TELLING = frozenset("said says told put gave spoke reported counted claimed cited listed".split())


class Whose(Notebook):
    """Says which population the people of a count belong to."""

    def _of_nobody(self, quantity: "Quantity") -> "Population | None":
        """Whose there were none: "no casualties among the civilians", "nobody in the patrol", "no KDF casualties"."""
        token = self.doc[quantity.head]
        if quantity.population != "all":
            return None
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("among", "amongst", "to", "in"):
                whose = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
                if whose is not None and (population := population_at(self.doc, whose.i, self.lower)) != "all":
                    return population
                if whose is not None and any(c.lower_ == "civilian" for c in whose.lefts):
                    return "civilians"
                if whose is not None and whose.lower_ in _UNITS:
                    return fights(self.parse, whose)
        if (ours := self._on_the_part_of(self._end(quantity))) is not None:
            return ours
        named = any(c.text.isupper() and len(c.text) > 2 and c.dep_ == "compound" for c in token.lefts)
        return "party forces" if named and token.lower_ in ("casualties", "losses", "fatalities", "deaths") else None

    def _on_the_part_of(self, end: int) -> "Population | None":
        """As in "no loss of life on the part of the police"."""
        for at in range(end, min(end + 4, len(self.lower) - 5)):
            if self.lower[at : at + 4] == ["on", "the", "part", "of"]:
                whose = next((child for child in self.doc[at + 3].children if child.dep_ == "pobj"), None)
                return fights(self.parse, whose) if whose is not None else None
        return None

    def _own_losses(self, token: "Token") -> bool:
        """As in "government forces suffered no fatality": those who had none are the subject."""
        if token.dep_ != "dobj" or token.head.lemma_ not in ("suffer", "sustain", "incur", "take", "have"):
            return False
        subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
        if subject is None:
            return False
        if subject.lower_ == "we" and token.lower_ in ("losses", "casualties", "fatalities"):
            return True
        return subject.lower_ in ("forces", "force", "army", "navy", "military", "battalion", "brigade", "division", "unit", "patrol") or (
            names_people(subject.lower_) and population_at(self.doc, subject.i, self.lower) == "party forces"
        )

    def _population(self, quantity: "Quantity") -> "Population":
        """A number without a noun takes its people from the total before it in its sentence, or from its clause's subject."""
        if quantity.count.high == 0:
            return self._of_nobody(quantity) or quantity.population
        head = self.doc[quantity.head]
        if head.lower_ in ("comrades", "comrade") and self.found and self.lower[head.i - 1] in ("his", "her", "their"):
            return self.found[-1].population if self.found[-1].population in _FORCES else quantity.population
        if quantity.population != "all":
            return quantity.population
        if quantity.named:
            return self._titled(quantity)
        if head.lower_ in ("colleagues", "colleague", "comrades", "comrade", "companions", "companion") and self.found:
            told = self.found[-1]  # "a constable was stoned to death and 19 of his colleagues hurt"
            owned = self.lower[head.i - 1] in ("his", "her", "their")
            beside = 0 <= self.parse.sentence_of[head.i] - self.parse.sentence_of[told.quantity.head] <= 1
            return told.population if owned and beside and told.population in _FORCES else "all"
        if self._own(quantity):
            return "party forces"
        nominal = head.lower_ in self.words.states or head.lower_ in ("others", "other", "martyrs", "fatalities")
        if head.lower_ in ("personnel", "members", "men", "staff") and any(c.lower_ == "other" for c in head.lefts):
            return self._others(quantity) or "all"
        first = head
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head  # "lost a lieutenant and six men"
        if head.lower_ in ("men", "man") and first.dep_ == "dobj" and first.head.lemma_ == "lose" and self._loser(first.head):
            return "party forces"
        if (abandoned := self._left_behind(head, self.effects.top(quantity))) is not None:
            return abandoned
        if head.lower_ in ("prisoners", "prisoner", "captives"):
            return self._captured(head, quantity)
        if not (self._pronominal(quantity) or nominal):
            return "all"
        totals = [c for c in self.found if c.part_of is None and not c.quantity.part]
        last = totals[-1] if totals else None
        if last is None or not self._one_sentence(last, quantity):  # "one of our men was killed and five were wounded"
            newest = self.found[-1] if self.found and self.found[-1].part_of is None else None
            last = newest if newest is not None and self._one_sentence(newest, quantity) else last
        if (whole := self._whole(quantity) or self._opening(quantity) or self._headed(quantity)) is not None:
            return whole
        if last is not None and self._one_sentence(last, quantity) and self._another_speaks(last, quantity):
            return self._owned(head)
        if last is None or not self._one_sentence(last, quantity):
            return self._them(quantity) or self._others(quantity) or self._elided(quantity) or self._owned(head)
        if last.population in _FORCES:
            return "all" if self._of_a_mixed_list(last) else last.population
        beside = len(self.parse.text[last.quantity.span.end : quantity.span.start].split()) <= 3
        if nominal and beside and last.population in ("children", "women") and self._parallel(last, quantity):
            return last.population  # "three pupils dead, five hurt"
        if self._after(quantity, 1) in (["more"], ["others"]) and last.population == "all":
            return "all"
        of_them = bool({"them", "whom"} & {*self.lower[head.i : self._end(quantity) + 1]})
        if of_them and last.population in ("women", "children"):
            return last.population  # "two women were flogged; one of them has died"
        subject = self._pronominal(quantity) and head.dep_ in ("nsubj", "nsubjpass")
        subject = subject or self._parallel(last, quantity)
        return "civilians" if last.population == "civilians" and subject else self._antecedent(head)

    def _of_a_mixed_list(self, last: Counted) -> bool:
        """Whether those just counted end a list of other people too: "the engineer and six policemen were killed; four were wounded"."""
        token = self.effects.top(last.quantity)
        while token.dep_ == "conj" and token.head.i < token.i:
            token = token.head
            if names_people(token.lower_) and population_at(self.doc, token.i, self.lower) not in _FORCES:
                return True
        return False

    def _own(self, quantity: "Quantity") -> bool:
        """As in "five of their own dead", "two of its own men": those are a side's."""
        words = self.lower[self._first(quantity) : self._end(quantity) + 2]
        return any(one == "own" and other in _RANK_AND_FILE for one, other in pairwise(words))

    def _whole(self, quantity: "Quantity") -> "Population | None":
        """As in "a vehicle with 20 fighters aboard; all 20 were killed", "eight boys … the eight are missing": those of that number."""
        at = self._first(quantity)
        if not self._pronominal(quantity) or not at or not {self.lower[at], self.lower[at - 1]} & {"all", "the"}:
            return None
        same = [one for head, one in self.numbers.items() if head < at and one.count == quantity.count and one.population != "all"]
        return same[-1].population if same else None

    def _parallel(self, last: Counted, quantity: "Quantity") -> bool:
        """Whether a number follows its state and joins another's: "5-6 civilians killed, 1 injured"."""
        between = self.parse.text[last.quantity.span.end : quantity.span.start].split()
        token = self.doc[quantity.head]
        verb, above = token.head, self.doc[last.quantity.head].head
        if token.dep_ == "dobj" and verb.dep_ == "conj" and verb.head.i == above.i and last.trigger == above.i:
            return not any(child.dep_ == "nsubj" for child in verb.children)  # "killed six civilians and wounded ten"
        if len(between) > 12 or self.lower[quantity.head] in ("others", "other") or self.doc[quantity.head].dep_ == "dobj":
            return False
        return bool({*self.lower[self._end(quantity) - 1 : self._end(quantity) + 1]} & {*self.words.states})

    def _headed(self, quantity: "Quantity") -> "Population | None":
        """Whom a label counts: "Rebels: 9 dead", "Police: three killed, two wounded"."""
        at = self.doc[quantity.head].i
        for index in range(at - 1, max(0, at - 9), -1):
            if self.lower[index] in (".", ";") or self.doc[index + 1].is_sent_start:
                return None
            if self.lower[index] == ":" and self.lower[index - 1] in ("own", "ours", "friendly"):
                return "party forces"
            label = range(max(self.doc[index - 1].sent.start, index - 6), index)
            source = any(
                self.doc[one].tag_ == "NN" and names_people(self.lower[one]) and self.lower[one] not in _BODIES for one in label
            )  # "The police commissioner: 86 dead"
            if self.lower[index] == ":" and names_people(self.lower[index - 1]) and not source:
                found = population_at(self.doc, index - 1, self.lower)
                return found if found in _TOLD_APART else None
        return None

    def _elided(self, quantity: "Quantity") -> "Population | None":
        """Whom a bare number takes up as object: "disarmed a group of Cossacks and detained four"; or as subject of the next sentence."""
        head = self.doc[quantity.head]
        shot = head.lower_ == "dead" and self.lower[self._first(quantity) - 1] in ("shot", "shooting")  # "troops shot four dead"
        if shot:
            head = self.doc[self._first(quantity)]
        elif not self._pronominal(quantity):
            return None
        if head.dep_ in ("nsubj", "nsubjpass"):
            last = self.found[-1] if self.found else None
            opens = head.i - head.sent.start < 3
            next_ = last is not None and self.parse.sentence_of[head.i] - self.parse.sentence_of[last.quantity.head] == 1
            return last.population if last is not None and opens and next_ and last.population in _FORCES else None
        if head.dep_ != "dobj" and not shot:
            return None
        subjects = {child.i for verb in (head.head, head.head.head) for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")}
        for index in range(head.i - 1, max(-1, head.i - 25), -1):
            token = self.doc[index]
            if shot is False and self.parse.sentence_of[index] != self.parse.sentence_of[head.i]:
                return None
            if token.tag_ in ("NNS", "NNPS") and index not in subjects and names_people(token.lower_):
                found = population_at(self.doc, index, self.lower)
                return found if found in _FORCES else None
        return None

    def _captured(self, head: "Token", quantity: "Quantity") -> "Population":
        """Whose the prisoners are: those told captured before, the dead beside them, and whomever a force took in a fight."""
        if self.lower[head.i + 1 : head.i + 3] == ["of", "war"]:
            return "party forces"
        last = self.found[-1] if self.found else None
        if head.lower_ == "captives" and (_fetched(head.head) or any(_fighters_hold(self.doc, child) for child in head.children)):
            return "all"
        if last is not None and self._one_sentence(last, quantity):
            return last.population if last.population in _FORCES else "all"
        slain = self.words.does.get(head.head.lemma_) == "killed" or any(child.lower_ == "political" for child in head.lefts)
        taken = not slain and any(one.metric == "detained" and one.population == "party forces" for one in self.found)
        subject = next((child for child in head.head.children if child.dep_ == "nsubj"), None) if head.dep_ == "dobj" else None
        held = (
            subject is not None
            and head.head.lemma_ in ("take", "hold", "capture")
            and (head.lower_ != "captives" or head.head.lemma_ == "take")
        )
        fought = held and subject is not None and fights(self.parse, subject) == "party forces" and not _POLICING & {subject.lower_}
        fighting = head.lower_ in ("prisoners", "prisoner") and not slain and self._told_fight(head)
        return "party forces" if taken or fought or fighting else "all"

    def _told_fight(self, head: "Token") -> bool:
        """Whether fighters were told dead or hurt before prisoners are: those taken in the same fight are fighters."""
        here = self.parse.sentence_of[head.i]
        return any(
            one.population == "party forces"
            and one.metric in ("killed", "injured")
            and here - self.parse.sentence_of[one.quantity.head] <= 3
            for one in self.found
        )

    def _left_behind(self, head: "Token", top: "Token") -> "Population | None":
        """Whose bodies those are that a party leaves on the field: "the enemy left 129 corpses"."""
        if (beaten := self._beaten_back(head)) is not None:
            return beaten
        verb = top
        while verb.dep_ in ("amod", "nummod", "dobj", "oprd", "acomp", "attr") and verb.pos_ != "VERB":
            verb = verb.head
        if head.lower_ == "dead" and verb.lemma_ == "inflict":
            return "party forces"
        if head.lower_ not in ("corpses", "bodies", "dead", "corpse", "body") or verb.lemma_ not in ("leave", "abandon"):
            return None
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        withdrew = verb.tag_ == "VBG" and verb.head.lemma_ in ("withdraw", "retreat", "flee", "escape", "retire", "disperse", "pull")
        if subject is None and withdrew:
            subject = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
        if subject is None or (head.lower_ == "dead" and not withdrew and subject.lower_ in _STRIKING):
            return None  # "the raiders left sixteen dead": not of theirs
        found = population_at(self.doc, subject.i, self.lower)
        if subject.lower_ in _STRIKING:
            return found if found in _FORCES else None
        return found if found in _FORCES else fights(self.parse, subject)

    def _beaten_back(self, head: "Token") -> "Population | None":
        """As in "the brigades were beaten off, leaving 400 dead": the fallen of those who attacked in vain."""
        leaving = next((at for at in range(head.i - 1, max(0, head.i - 6), -1) if self.lower[at] == "leaving"), None)
        if leaving is None or self.lower[leaving - 1] != ",":
            return None
        for at in range(leaving - 2, max(0, leaving - 16), -1):
            verb = self.doc[at]
            if self.lower[at] in (".", ";"):
                return None
            if verb.lemma_ in _REPELLING and any(child.dep_ == "auxpass" for child in verb.children):
                off = verb.lemma_ not in _NEEDS_BACK or bool({"off", "back"} & {*self.lower[at + 1 : at + 3]})
                return "party forces" if off else None
        return None

    def _loser(self, verb: "Token") -> bool:
        """Whether those who lost men fight: "the escort lost two men"."""
        while verb.dep_ == "conj" and not any(child.dep_ == "nsubj" for child in verb.children):
            verb = verb.head
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is None:
            return False
        fights = population_at(self.doc, subject.i, self.lower) in _FORCES
        if subject.lower_ in ("it", "they", "we"):  # "the army says it did not lose a single man"
            fights = _armed_speaker(subject)
        return (
            fights
            or subject.ent_type_ == "NORP"
            or subject.lower_ in ("army", "patrol", "unit", "battalion", "brigade", "platoon", "company", "garrison", "militia")
        )

    def _opening(self, quantity: "Quantity") -> "Population | None":
        """Whom a sentence that opens with "Of the 14 officers inside" goes on to count: "five were killed, seven wounded"."""
        start = self.doc[quantity.head].sent.start
        if ":" in self.lower[start : quantity.head]:  # "1,021 civilian casualties: 318 killed"
            for index in range(start, quantity.head):
                if self.lower[index] in ("casualties", "victims") and ":" in self.lower[index : quantity.head]:
                    found = population_at(self.doc, index, self.lower)
                    return found if found in _TOLD_APART else None
        if self.lower[start] not in ("of", "among") or (
            not self._pronominal(quantity) and self.lower[quantity.head] not in self.words.states
        ):
            return None
        for token in self.doc[start + 1 : min(start + 8, quantity.head)]:
            if token.lower_ == ",":
                return None
            if token.tag_ in ("NNS", "NNPS") and names_people(token.lower_):
                found = population_at(self.doc, token.i, self.lower)
                return found if found in _TOLD_APART else None
        return None

    def _others(self, quantity: "Quantity") -> "Population | None":
        """As in "30 servicemen were killed. Two more were taken prisoner": more of those told in the sentence before; so "both"."""
        if not self.found:
            return None
        last = self.found[-1]
        opening = self.parse.text[quantity.span.start :].lower()
        further = opening.startswith(("a further", "another", "an additional", "further"))
        further = further or self._after(quantity, 1) == ["more"] or self.lower[quantity.head] in _FURTHER
        further = further or any(child.lower_ == "other" for child in self.doc[quantity.head].lefts)
        near = self.parse.sentence_of[quantity.head] - self.parse.sentence_of[last.quantity.head] <= 1
        sixth = self.lower[quantity.head] in ORDINALS and last.population in ("children", "women", "civilians")
        return last.population if near and further and (sixth or last.population in _FORCES) else None

    def _them(self, quantity: "Quantity") -> "Population | None":
        """The last people spoken of before "killing six of them", where those fight; the subject of the clause itself is not them."""
        end = self._end(quantity)
        theirs = bool({"number", "ranks"} & {*self.lower[quantity.head + 1 : end]})
        if not theirs and not {"them", "whom"} & {*self.lower[quantity.head + 1 : end + 2]}:
            return None
        own = {child.i for verb in (self.doc[quantity.head].head, self.doc[quantity.head].head.head) for child in verb.children}
        for index in range(quantity.head - 1, max(-1, quantity.head - 40), -1):
            token = self.doc[index]
            if any(c.dep_ == "poss" for c in token.lefts):
                continue  # "women came to look for their husbands; four of them were arrested"
            if token.tag_ in ("NNS", "NNPS") and (theirs or index not in own) and names_people(token.lower_):
                found = population_at(self.doc, index, self.lower)
                return found if found in _TOLD_AS else None
            if token.tag_ == "NN" and token.lower_ in _CREWS and (index not in own or token.dep_ == "dobj"):
                gunned = bool(_GUNS & {*self.lower[max(0, index - 3) : index]})
                return "party forces" if gunned else fights(self.parse, token)
        return None

    def _another_speaks(self, last: Counted, quantity: "Quantity") -> bool:
        """Whether somebody else gives this figure: "residents said three fighters were killed; an officer spoke of seven dead"."""
        return any(
            self.lower[index] in _TELLING and ";" in self.lower[last.quantity.head : index]
            for index in range(last.quantity.head + 1, quantity.head)
        )

    def _titled(self, quantity: "Quantity") -> "Population":
        """A name with a rank is one of a party's forces: "Constable William Latimer"."""
        index = quantity.head
        while index > 0 and self.doc[index - 1].tag_ in ("NNP", "NN", "NNPS") and quantity.head - index < 4:
            index -= 1
        if self.lower[index - 1] in _STYLED and self.lower[index - 2] == "the":
            return "party forces"  # "the seditious Walter Sosa"
        for child in self.doc[quantity.head].children:
            own = any(inner.dep_ == "poss" for inner in child.children)  # "Hassan Ali, his wife and their son"
            if child.dep_ == "appos" and child.i > quantity.head and names_people(child.lower_) and not own:
                return population_at(self.doc, child.i, self.lower)
        if (told := self._introduced(quantity)) is not None:
            return told
        titles = (at for at in range(index, quantity.head) if names_people(self.lower[at]))
        serving = (population_at(self.doc, at, self.lower) for at in titles)
        return next((one for one in serving if one in _FORCES), "all")

    def _introduced(self, quantity: "Quantity") -> "Population | None":
        """Who a name is, by the noun set beside it: "Jarnail Singh, a terrorist who …"."""
        at = self._end(quantity)
        if self.lower[at : at + 1] != [","] or self.lower[at + 1 : at + 2] not in (["a"], ["an"], ["the"]):
            return None
        later = at + 2
        while later < len(self.doc) - 1 and later - at < 6 and self.doc[later].tag_ in ("JJ", "NN", "NNP", "HYPH", "VBN"):
            later += 1
        noun = later - 1
        if noun <= at + 1 or not names_people(self.lower[noun]):
            return None
        found = population_at(self.doc, noun, self.lower)
        return found if found != "all" else None

    def _owned(self, head: "Token") -> "Population":
        """As in "Own losses were two dead", "the army had 21 wounded": whose dead they are."""
        after = self.lower[head.i + 1 : head.i + 8]
        if "side" in after and ({"its", "their", "our", "own"} & {*after} or _SIDED & {*after}):
            return "party forces"  # "spoke of two wounded on its own side"
        for index in range(head.sent.start, head.i):
            if self.lower[index] == "side" and self.lower[index - 1] in _SIDED and head.i - index < 12 and self.lower[index - 2] != "by":
                return "party forces"  # "on the friendly side, two dead"
            if self.lower[index] == "side" and self.lower[index + 1] in _SUFFERING and head.i - index < 12:
                return "party forces"  # "the Armenian side has four killed and six wounded"
            if self.lower[index] not in ("losses", "casualties", "toll", "casualty", "loss"):
                continue
            if (fallen := self._losers(index)) is not None:
                return fallen
            if self.lower[index] == "losses" and any(c.ent_type_ == "NORP" for c in self.doc[index].lefts):
                return "party forces"
            whose = [c for c in self.doc[index].lefts if c.lower_ in _OWNERS or (c.dep_ == "poss" and c.lower_ in _SIDES)]
            if whose and whose[0].lower_ in ("its", "their", "our"):
                return "mission personnel" if self._of_mission(index) else "party forces"
            if whose:
                return "party forces"
        verb = head
        while verb.dep_ in ("conj", "attr", "dobj", "nummod", "appos", "amod", "advcl", "oprd") and verb.head.i != verb.i:
            verb = verb.head
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < head.i:
                owners = {child.lower_, *(c.lower_ for c in child.lefts)}
                if child.lower_ == "side" and verb.lemma_ in ("suffer", "lose", "have", "take", "sustain"):
                    return "party forces"
                if owners & {
                    "own",
                    "army",
                    "military",
                    "rebels",
                    "navy",
                    "police",
                    "force",
                    "forces",
                    "battalion",
                    "brigade",
                    "division",
                    "troops",
                } and verb.lemma_ in ("be", "have", "lose", "suffer", "sustain", "number", "total"):
                    return "party forces"
                if child.lower_ in _COMMANDS and verb.lemma_ in ("admit", "acknowledge", "concede"):
                    return "party forces"
                named = child.text.isupper() and len(child.text) > 2 and child.text not in ("USA", "UAE")
                if named and verb.lemma_ in ("lose", "suffer", "sustain", "take"):
                    return "party forces"  # "the FPLM suffered nine dead"
        return self._antecedent(head)

    def _losers(self, index: int) -> "Population | None":
        """Whose losses a noun tells of: "the losses of the attackers", "the loss to the garrison"."""
        whose = [c for child in self.doc[index].children if child.lower_ in ("of", "to", "among") for c in child.children]
        found = (fights(self.parse, one) for one in whose if one.dep_ == "pobj")
        return next((one for one in found if one in _FORCES), None)

    def _of_mission(self, index: int) -> bool:
        """Whether those whose losses are told are a mission: "ECOMOG put its losses at 14 dead"."""
        start = self.doc[index].sent.start
        return any(self.lower[at] in people().mission_modifiers and self.lower[at] != "mission" for at in range(start, index))

    def _antecedent(self, token: "Token") -> "Population":
        """The people of the subject of the clause this one is joined to ("troops tried … and four were wounded")."""
        verb = token.head
        if token.dep_ not in ("nsubj", "nsubjpass"):
            after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
            if after.dep_ != "auxpass":
                return "all"
            verb = after.head
        above = verb.head if verb.dep_ in ("conj", "advcl") else None
        if above is None:
            return "all"
        for child in above.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ in ("NNS", "NNPS", "NN") and names_people(child.lower_):
                population = population_at(self.doc, child.i, self.lower)
                return population if population in _FORCES else "all"
        return "all"


def _armed_speaker(pronoun: "Token") -> bool:
    """Whether "it" or "they" in what somebody says is an army or a party's forces that says it."""
    verb = pronoun.head
    for _ in range(3):
        verb = verb.head
        for child in verb.children:
            if child.dep_ == "nsubj" and child.i < pronoun.i:
                own = child.lower_ in ("army", "military", "navy", "police", "command", "militia", "guerrillas", "rebels", "forces")
                return own or people().population.get(child.lower_.removesuffix("s")) == "party forces"
    return pronoun.lower_ == "we"


def _fetched(verb: "Token") -> bool:
    """As in "35 rebels were killed and 97 captives rescued": those whom a force gets out are not of those it fights."""
    return verb.lemma_ in ("rescue", "save", "liberate") and verb.pos_ == "VERB"


def _fighters_hold(doc: "Tokens", clause: "Token") -> bool:
    """As in "captives whom the rebels had been holding": in the hands of fighters."""
    if clause.dep_ != "relcl":
        return False
    lower = [token.lower_ for token in doc]
    return any(child.dep_ == "nsubj" and population_at(doc, child.i, lower) == "party forces" for child in clause.children)
