"""Nouns that name an event ("the killing of 12 villagers by gunmen", "car bomb attack", "carried out an attack") → drafts."""

from dataclasses import dataclass, replace

from trucewatch.reading.agents import at_hands
from trucewatch.reading.arguments import arguments, clause_head
from trucewatch.reading.conditions import Case, Conditions
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.drafts import Draft
from trucewatch.reading.logged import is_logged
from trucewatch.reading.needs import hold
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.offices import offices
from trucewatch.reading.strangers import somebody, something
from trucewatch.reading.timewords import is_time
from trucewatch.reading.triggers import Trigger, Triggers
from trucewatch.records.terms import Stage

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SETTINGS = _PLACES | {"DATE", "TIME"}
_EXCHANGED = frozenset({"fire", "gunfire", "shot", "rocket", "volley", "mortar", "artillery", "salvo"})
_FATAL = frozenset({"fatal", "deadly", "lethal", "mortal"})
_ESCAPING = frozenset({"escape", "emerge", "come", "walk", "get"})
_RUINING = frozenset("destroy damage hit strike rip tear rock shake derail wreck gut flatten demolish level shatter".split())
_ENTERING = frozenset({"fall", "run", "drive", "walk", "stumble", "blunder", "ride", "march", "get"})
_WHOLE = frozenset("unharmed unhurt unscathed uninjured unhurt alive safe safely unwounded".split())
_AT = frozenset({"against", "on", "upon", "at", "targeting", "near", "outside", "inside"})
_FLYING = frozenset({"us", "u.s.", "uk", "u.k."})
_SHOOTERS = frozenset({"sniper", "gunner", "marksman"})
"""Before "fire" they tell what kind of fire it was, not who shot."""
_SPOKEN = frozenset({"attack", "assault", "onslaught", "raid"})
"""Nouns of attack that speakers make with words."""
_FIGURES = frozenset({"explosion", "barrage", "bombardment", "onslaught", "blast", "volley"})
"""Nouns of attack that often stand for mere abundance ("a barrage of questions")."""
_WORK = frozenset(
    """worker union docker miner wage pay walkout picket employer nurse teacher labour labor stoppage unionist employee driver
    doctor airline factory""".split()
)
_DEVICE = ("toll_of", "headed_bomb", "bomb_hits")
"""What the nouns of devices need: only there do they stand for their explosion."""
_FAR = 10
"""Tokens from a noun within which its "of" stands, asides not counted."""
_FALLING = frozenset({"fall", "walk", "run", "drive", "catch", "stumble", "blunder", "ride", "lure", "trap", "land", "sail"})
_BETWEEN = ("between", "with", "among", "involving", "against")
_PITTING = frozenset({"pit", "oppose", "involve"})
_BESIDE = frozenset({"near", "outside", "inside"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "said", "both"})
_POINTING = frozenset({"this", "that", "these", "those", "such"})
_ATTEMPT = frozenset({"attempted", "failed", "foiled", "frustrated", "abortive", "thwarted", "unsuccessful", "would-be"})
_CARRIERS = frozenset({"action", "act", "attempt", "attack", "spree", "campaign", "plot", "bid", "wave", "operation", "incident"})
_HEAD_AFTER = frozenset({"compound", "nmod"})
_NAMED_BY_PLACE = frozenset({"massacre", "killing", "massacres", "slaughter"})
_DOORS = frozenset({"door", "foot", "feet", "doorstep"})
_MEETING = frozenset({"meet", "greet", "welcome", "receive", "counter"})
_ANSWERING = frozenset(
    """respond retaliate reply answer react counter open begin start resume follow continue avenge escalate finish break violate breach
    end shatter""".split()
)
"""What those do who then attack: "answered with an ambush", "began it with an assault"."""
_LOSING = frozenset("die kill wound injure hurt perish fall slay shoot capture eliminate neutralise neutralize".split())
"""What befalls those who fight in a clash: they are a side of it."""
_KINDS = frozenset("kind sort type nature description scale magnitude form character manner any".split())
"""What stands after "of" and says what an event is like: "no killing of any kind"."""


@dataclass(frozen=True, slots=True)
class NounFinder:
    """Finds events named by nouns in one parse."""

    nominals: Nominals
    conditions: Conditions
    vocabulary: Triggers

    def find(self, at: int) -> Draft | None:
        """Return the event the noun at ``at`` names, or None."""
        tree = self.nominals.tree
        first, entries = self._entries(at)
        if tree.lower[at] == "release" and tree.lower[at - 1] in {"news", "press", "media", "-"}:
            return None
        if tree.lower[at] == "fighting" and tree.lower[at + 1 : at + 2] == ["for"] and "life" in tree.lower[at + 2 : at + 5]:
            return None
        if not entries:
            return self._logged(at)
        if (tree.dep[at] in _HEAD_AFTER and self._modifies(at)) or self._month(at) or self._manner(at):
            return None
        if (
            any(tree.lower[child] in self.vocabulary.unreal for child in tree.children[at])
            or self._depicted(at)
            or self._abstract(at, entries[0])
        ):
            return None
        for trigger in entries:
            draft = self._draft(at, first, trigger)
            if draft is not None:
                return draft
        return self._logged(at)

    def _logged(self, at: int) -> Draft | None:
        """Return the event of a weapon or a body that heads a verbless line of a log ("2 May. Shots at a bus")."""
        tree, words = self.nominals.tree, self.vocabulary.logged
        found = words.get(tree.lemma[at].lower()) or words.get(tree.lower[at])
        if not found or not is_logged(self.nominals, at):
            return None
        first = at - 1 if at and " ".join(tree.lower[at - 1 : at + 1]) in words else at
        return self._draft(at, first, found[0])

    def _workers(self, doers: list[int]) -> bool:
        """True where those who strike are workers: they stay away from work."""
        return self.conditions.any(doers, "person", frozenset({"worker", "medic"})) and not any(map(self.conditions.fights, doers))

    def _of_work(self, at: int) -> bool:
        """True where the paragraph speaks of work, or the strike is only "at" something, and no word of weapons stands there."""
        tree, paragraph, words = self.nominals.tree, self.nominals.parse.paragraph_of, self.vocabulary.violence
        if tree.dep[at] in {"dobj", "nsubjpass"} and tree.lemma[tree.head[at]] == "call" and tree.child(tree.head[at], "oprd") is None:
            return True  # "called a strike"
        near = range(max(0, at - 60), min(len(tree), at + 60))
        lemmas = {tree.lemma[here].lower() for here in near if paragraph[here] == paragraph[at]} - {"strike"}
        if lemmas & words:
            return False
        prepositions = {tree.lower[child] for child in tree.children[at] if tree.dep[child] == "prep"}
        aimed = bool(prepositions & {"on", "against", "upon"})
        compound = any(tree.dep[child] in {"compound", "amod", "nmod"} for child in tree.children[at])
        return bool(lemmas & _WORK) or ("at" in prepositions and not aimed and not compound)

    def _month(self, at: int) -> bool:
        """True for "March" in a date: "6 March", "March 2003", "in March"."""
        tree = self.nominals.tree
        if tree.lower[at] != "march":
            return False
        beside = [tree.lower[here] for here in (at - 1, at + 1) if 0 <= here < len(tree)]
        return self.nominals.entity[at] == "DATE" or any(word[:1].isdigit() for word in beside)

    def _manner(self, at: int) -> bool:
        """True for "to death" after a verb of violence: it says how the deed ended, the verb tells the deed."""
        tree = self.nominals.tree
        preposition = tree.head[at]
        verb = tree.lemma[tree.head[preposition]].lower()
        return (
            tree.lower[at] == "death"
            and tree.lower[preposition] == "to"
            and (verb in self.vocabulary.verbs or verb in self.vocabulary.phrases)
        )

    def _entries(self, at: int) -> tuple[int, tuple[Trigger, ...]]:
        """Return the first token of the trigger and what it may mean, the longest compound first."""
        tree, nouns = self.nominals.tree, self.vocabulary.nouns
        lemma = tree.lemma[at].lower()
        before = nouns.get(tree.lemma[at - 1].lower(), ()) if at and tree.dep[at - 1] in {"compound", "amod", "nmod"} else ()
        if lemma in _CARRIERS and before and before[0].needs != _DEVICE:
            return at - 1, before
        if lemma in _EXCHANGED and (first := self._exchange(at)) is not None:
            return first, nouns["exchange of fire"]
        endings = self.vocabulary.compounds
        for size in (2, 1) if lemma in endings or tree.lower[at] in endings else ():
            start = at - size
            if start >= 0:
                prefix = " ".join(tree.lower[start:at])
                found = nouns.get(f"{prefix} {lemma}") or nouns.get(f"{prefix} {tree.lower[at]}")
                if not found and tree.lemma[start] != tree.lower[start]:  # "exchanges of fire"
                    found = nouns.get(" ".join((tree.lemma[start], *tree.lower[start + 1 : at], lemma)))
                if not found and tree.lower[at - 1] == "-":  # "machine-gunning" is three tokens
                    found = nouns.get(f"{tree.lower[start]}-{tree.lower[at]}") or nouns.get(f"{tree.lower[start]}-{lemma}")
                if found:
                    return start, found
        return at, nouns.get(lemma) or nouns.get(tree.lower[at]) or ()

    def _exchange(self, at: int) -> int | None:
        """Return the exchange of "an exchange of artillery and rocket fire", whatever is fired."""
        tree = self.nominals.tree
        of, above = tree.head[at], tree.head[tree.head[at]]
        given = tree.dep[at] == "pobj" and tree.lower[of] == "of" and tree.lemma[above].lower() == "exchange" and above < at
        return above if given and tree.pos[above] == "NOUN" else None

    def _modifies(self, at: int) -> bool:
        """True where the noun only modifies another ("attack helicopter", "murder charges") that names no event."""
        tree = self.nominals.tree
        head = tree.head[at]
        return head > at

    def _abstract(self, at: int, trigger: Trigger) -> bool:
        """True for an attack on what cannot be hit ("an assault on democracy"), a massacre or an explosion of no people and no things."""
        tree = self.nominals.tree
        for child in tree.children[at]:
            if tree.dep[child] != "prep" or tree.lower[child] not in {"on", "against", "of", "upon"}:
                continue
            heads = [below for below in tree.children[child] if tree.dep[below] == "pobj"]
            if heads and all(tree.lemma[head].lower() in self.vocabulary.metaphors and self.nominals.noun(head) is None for head in heads):
                return True
            strict = tree.lower[child] == "of" and (trigger.effect == "killed" or tree.lemma[at].lower() in _FIGURES)
            if strict and heads and all(self._nothing(head) for head in heads):
                return True
        return False

    def _hit(self, case: Case) -> bool:
        """True where a thing or a place is attacked, or those who attack have no office from which to speak."""
        return self.conditions.physical(case) or self.conditions.place(case) or not self.conditions.officials(case.doers)

    def _nothing(self, at: int) -> bool:
        """True for a common noun that names neither people nor anything that can be hit."""
        if somebody(self.nominals, at):
            return False  # "the massacre of nine stevedores"
        nominals, tree = self.nominals, self.nominals.tree
        if tree.pos[at] != "NOUN" or nominals.proper(at) or nominals.entity[at] or tree.lower[at] in _KINDS:
            return False
        content = nominals.content(at)
        return nominals.noun(content) is None and tree.lemma[content].lower() not in nominals.vocabulary.collectives

    def _depicted(self, at: int) -> bool:
        """True for a photograph, a film or an exercise of it."""
        tree = self.nominals.tree
        head = tree.head[at]
        shown = tree.head[head]
        return (
            tree.dep[at] == "pobj"
            and tree.lower[head] in {"of", "about"}
            and tree.lemma[shown].lower() in self.vocabulary.depictions
            and not (tree.lower[shown] == "scene" and tree.dep[shown] in {"attr", "appos"})  # "was the scene of a massacre"
        )

    def _rumoured(self, at: int) -> bool:
        """True for "rumours of a massacre": what only rumour tells is possible, and opens no incident."""
        tree = self.nominals.tree
        return tree.dep[at] == "pobj" and tree.lemma[tree.head[tree.head[at]]].lower() in {"rumour", "rumor"}

    def _draft(self, at: int, first: int, trigger: Trigger) -> Draft | None:
        """Return the draft of one meaning, where its conditions hold."""
        tree = self.nominals.tree
        doers, patients, instruments, through = self._beside(at, trigger)
        patients = [head for head in patients if not first <= head < at]  # the car of "a car bomb"
        verb, light_doers, light_patients, existential = self._carried(at, trigger)
        doers, patients = [*doers, *light_doers], [*patients, *light_patients]
        self._round(at, trigger, doers, patients, instruments, through)
        if not doers and ((trigger.of in {"patient", "either"} and patients) or through):
            doers.extend(self._late_agent(at, [*patients, *through]))
        if trigger.effect in {"killed", "detained"}:
            for head in patients:
                self.nominals.take_as_person(head)
        definite, pointing, plain = self._determined(at)
        case = Case(
            token=at, trigger=trigger, doers=tuple(doers), patients=tuple(patients), instruments=tuple(instruments), through=tuple(through),
            hurt=self._hurts(at), definite=definite, existential=existential, passive=True,
        )  # fmt: skip
        if trigger.word == "strike" and (self._workers(doers) or self._of_work(at)):
            return None
        spoken = trigger.word in _SPOKEN and self.conditions.verbal(replace(case, passive=False)) and not self._hit(case)
        if spoken or not hold(self.conditions, case):
            return None
        draft = Draft(at, trigger.type, trigger.effect, (first, at + 1), f"noun:{trigger.word}", verb=verb)
        weapons = [head for head in doers if self.conditions.any((head,), "weapon")]
        draft.doers = tuple(dict.fromkeys(head for head in doers if head not in weapons or self.nominals.crewed(head)))
        draft.instruments = tuple(dict.fromkeys([*instruments, *weapons]))
        draft.patients = tuple(dict.fromkeys([*patients, *through]))
        draft.stage = self._stage(at, trigger, verb)
        own = bool(doers or patients or instruments or through)
        plural = tree.tag[at] in {"NNS", "NNPS"}
        draft.anaphoric = (definite or pointing) and not own
        if trigger.type == "discovery of bodies" and trigger.word in self.vocabulary.logged:
            draft.patients = (at,)
        draft.pattern = not is_logged(self.nominals, at) and (
            (not own and not definite and ((plural and not self._counted(at)) or (plain and verb is None and not existential)))
            or self._such(at)
            or self._rumoured(at)
        )
        if trigger.type in {"armed clash", "protest", "riot", "work stoppage", "agreement"}:
            draft.fighters, draft.doers, draft.patients = (*draft.doers, *draft.patients), (), ()
        return draft

    def _beside(self, at: int, trigger: Trigger) -> tuple[list[int], list[int], list[int], list[int]]:
        """Return doers, patients, instruments and what stands after "against", from the noun's own modifiers."""
        tree, conditions = self.nominals.tree, self.conditions
        doers: list[int] = []
        patients: list[int] = []
        instruments: list[int] = []
        through: list[int] = []
        fatal = any(tree.lower[child] in _FATAL for child in tree.children[at])  # "the fatal shooting of a corporal"
        by_others = trigger.of == "either" and (fatal or self._done_by(at))
        exchange = tree.head[tree.head[at]] if trigger.word.startswith("exchange") and tree.dep[at] == "pobj" else at
        for child in (*tree.children[at], *(tree.children[exchange] if exchange != at else ())):
            relation, lower = tree.dep[child], tree.lower[child]
            if relation == "poss" and is_time(lower):
                continue  # "Sunday's massacre"
            if relation == "poss":
                (doers if self._possessor_does(child, trigger) or self._of_others(at) else patients).append(child)
            elif relation in {"compound", "nmod", "amod"} and child < at and trigger.needs != _DEVICE:
                self._modifier(child, trigger, doers, patients, instruments)
            elif relation in {"prep", "agent"}:
                heads = [item for below in tree.children[child] if tree.dep[below] == "pobj" for item in coordinated(tree, below)]
                if lower == "by":
                    if not self._verbs_own(at):
                        doers.extend(heads)
                    through.extend(self._on_beyond(heads))
                    if trigger.of in {"patient", "either"}:
                        patients.extend(self._of_beyond(heads))
                elif lower == "of":
                    for head in heads:
                        downed = tree.lower[at + 1 : at + 2] == ["down"] and conditions.craft(head)
                        if downed:
                            patients.append(head)  # "the shooting down of a helicopter"
                        elif conditions.any((head,), "weapon") and trigger.type != "weapons seizure":
                            instruments.append(head)
                        elif by_others:
                            patients.append(head)
                        else:
                            self._genitive(head, trigger, doers, patients)
                elif (above := tree.lemma[tree.head[at]].lower()) in self.vocabulary.object_to and self.vocabulary.object_to[
                    above
                ] == lower:
                    continue  # who is blamed, not who suffers
                elif lower in _AT or (lower in {"in", "between"} and trigger.type == "armed clash"):
                    placed = trigger.type == "armed clash" and lower in {"at", "on", "upon", "in"} | _BESIDE
                    if tree.dep[at] != "pobj" and lower in {"on", "upon", "against"} and trigger.type != "armed clash":
                        for head in heads:
                            something(self.nominals, head)  # "a raid on the ginnery"
                    through.extend(head for head in heads if self._hit_at(head, lower) and not (placed and self._named_place(head)))
                elif lower in {"with", "involving"}:
                    weapons = [head for head in heads if conditions.any((head,), "weapon")]
                    instruments.extend(weapons)
                    through.extend(self._on_beyond(weapons))  # "a strike with a missile on a command post"
                    if trigger.type == "armed clash":
                        through.extend(heads)
                elif any(self.nominals.entity[head] in _SETTINGS for head in heads):
                    for head in heads:
                        for below in tree.children[head]:
                            if tree.dep[below] == "prep" and tree.lower[below] == "of":
                                for item in tree.children[below]:
                                    if tree.dep[item] == "pobj":
                                        for one in coordinated(tree, item):
                                            if self.nominals.entity[head] not in _PLACES or self._personal(one):
                                                self._genitive(one, trigger, doers, patients)
                elif lower in {"between", "among"} and trigger.type == "armed clash":
                    through.extend(heads)
                if trigger.type == "armed clash":
                    through.extend(self._parties(heads, lower))
            elif relation in {"acl", "relcl"}:
                self._clause(at, child, doers, through, instruments)
        if not through:
            through.extend(self._on_after(at))
        if not through and trigger.word == "firing":
            through.extend(self._fired_into(at, instruments))
        patients.extend(self._that_of(at))
        if not patients and doers and trigger.of == "patient" and self._done_by(at):
            patients.extend(head for head in self._far_of(at, deadly=trigger.effect in {"killed", "detained"}) if head not in doers)
        elif not patients and not doers and trigger.of != "none":
            for head in self._far_of(at, deadly=trigger.effect in {"killed", "detained"}):
                self._genitive(head, trigger, doers, patients)
        doers.extend(at_hands(self.nominals, at))
        return doers, patients, instruments, through

    def _parties(self, heads: list[int], preposition: str) -> list[int]:
        """Return the other side that one noun holds for both: the Hema of "clashes between Hema and Lendu militias"."""
        tree = self.nominals.tree
        if preposition not in {"between", "among"}:
            return []
        return [
            child
            for head in heads
            for child in tree.children[head]
            if tree.dep[child] == "nmod" and tree.pos[child] == "PROPN" and tree.child(child, "conj") is not None
        ]

    def _fired_into(self, at: int, weapons: list[int]) -> list[int]:
        """Return the district of "the firing of rockets into the district", wherever the parse hung it."""
        tree = self.nominals.tree
        heads = [
            head
            for above in (at, *weapons)
            for child in tree.children[above]
            if child > at and tree.dep[child] == "prep" and tree.lower[child] in {"at", "into", "on", "onto", "toward", "towards", "upon"}
            for below in tree.children[child]
            if tree.dep[below] == "pobj" and self.nominals.entity[below] not in _SETTINGS - _PLACES
            for head in coordinated(tree, below)
        ]
        for head in heads:
            self.nominals.take_unknown_as_place(head, long=True)
        return heads

    def _of_others(self, at: int) -> bool:
        """True for "the army's abduction of the priest", "their killing of farmers": "of" says to whom, so the possessor did it."""
        tree = self.nominals.tree
        below = [
            item for child in tree.children[at] if tree.lower[child] == "of" for item in tree.children[child] if tree.dep[item] == "pobj"
        ]
        return any(self.conditions.any((head,), kind) for head in below for kind in ("person", "place", "target"))

    def _done_by(self, at: int) -> bool:
        """True for "the stabbing of a constable by gunmen": "by" says who did it, so "of" says to whom, armed or not."""
        tree = self.nominals.tree
        for child in tree.children[at]:
            if tree.dep[child] in {"prep", "agent"} and tree.lower[child] in {"by", "of"}:
                if tree.lower[child] == "by":
                    return True
                below = [item for head in tree.children[child] for item in tree.children[head]]
                if any(tree.dep[item] in {"prep", "agent"} and tree.lower[item] == "by" for item in below):
                    return True
        return False

    def _on_after(self, at: int) -> list[int]:
        """Return the house of "were killed in an airstrike on a house", where the parse hung it on the verb."""
        tree = self.nominals.tree
        preposition, here = tree.head[at], at + 1
        verb = tree.head[preposition]
        if tree.dep[at] == "dobj":  # "repelled an assault by rebels on a post"
            verb, here = preposition, tree.edges(at)[1]
            if tree.lemma[verb].lower() in self.vocabulary.object_to:
                return []
        if tree.dep[at] not in {"pobj", "dobj"} or here >= len(tree) or tree.lower[here] not in {"on", "against", "upon"}:
            return []
        if tree.dep[here] != "prep" or tree.head[here] != verb:
            return []
        heads = [item for below in tree.children[here] if tree.dep[below] == "pobj" for item in coordinated(tree, below)]
        return [head for head in heads if self._hit_at(head, tree.lower[here]) and self.nominals.entity[head] not in _SETTINGS - _PLACES]

    def _on_beyond(self, doers: list[int]) -> list[int]:
        """Return the town of "an attack by rebels on the town", where the parse hung it on the rebels."""
        tree = self.nominals.tree
        return [
            head
            for doer in doers
            for child in tree.below(doer)
            if child > doer and tree.dep[child] == "prep" and tree.lower[child] in {"on", "against", "upon"}
            for below in tree.children[child]
            if tree.dep[below] == "pobj" and self.nominals.entity[below] not in _SETTINGS - _PLACES
            for head in coordinated(tree, below)
            if self._hit_at(head, tree.lower[child])
        ]

    def _of_beyond(self, doers: list[int]) -> list[int]:
        """Return the senator of "the abduction by rebels of a senator", where the parse hung him on the rebels."""
        tree, nominals = self.nominals.tree, self.nominals
        return [
            head
            for doer in doers
            if nominals.content(doer) == doer and tree.lemma[doer].lower() not in nominals.vocabulary.collectives
            for child in tree.children[doer]
            if child > doer and tree.dep[child] == "prep" and tree.lower[child] == "of"
            for below in tree.children[child]
            if tree.dep[below] == "pobj"
            for head in coordinated(tree, below)
            if self._personal(head)
        ]

    def _far_of(self, at: int, *, deadly: bool = False) -> list[int]:
        """Return the people after an "of" that a few words part from the noun ("the killing last week of nine farmers")."""
        tree, number, skipped, reach = self.nominals.tree, self.nominals.parse.sentence_of, 0, at + _FAR
        for here in range(at + 1, min(len(tree), at + 2 * _FAR)):
            if here >= reach:
                break
            if here <= skipped:
                reach += 1
                continue
            if number[here] != number[at] or tree.pos[here] in {"VERB", "AUX", "PUNCT"}:
                if not (skipped := self._aside(here)):
                    break
                continue
            if tree.lower[here] != "of" or tree.dep[here] != "prep":
                continue
            above = tree.head[here]
            if above != tree.head[at] and not (at < above < here):
                break
            heads = [item for child in tree.children[here] if tree.dep[child] == "pobj" for item in coordinated(tree, child)]
            return [
                head
                for head in heads
                if self._personal(head)
                or (deadly and somebody(self.nominals, head))
                or (tree.lower[here - 1] == "," and self.conditions.thing(head))
            ]
        return []

    def _aside(self, at: int) -> int:
        """Return the comma that closes the ", at Duru on Tuesday," of "the abduction, at Duru on Tuesday, of two priests", else 0."""
        tree = self.nominals.tree
        if tree.lower[at] != "," or not (set(tree.pos[at + 1 : at + 2]) <= {"ADP"} or self.nominals.entity[at + 1] == "DATE"):
            return 0
        for here in range(at + 2, min(len(tree) - 1, at + 9)):
            if tree.pos[here] in {"VERB", "AUX"}:
                return 0
            if tree.lower[here] == ",":
                return here if tree.lower[here + 1] == "of" else 0
        return 0

    def _personal(self, at: int) -> bool:
        """True for a person: "the assassination in the capital of Judge X" is the judge's, and no capital is his."""
        noun = self.nominals.noun(self.nominals.content(at))
        return noun is not None and noun.kind == "person"

    def _hit_at(self, head: int, preposition: str) -> bool:
        """True for what an attack "on" or "near" something hits: near, outside and inside a thing, but a name after them is a place."""
        noun = self.nominals.noun(self.nominals.content(head))
        if noun is None and preposition not in _BESIDE:
            return self.nominals.doer(head)  # "a clash between an army patrol and a rebel column"
        return noun is not None and (preposition not in _BESIDE or not self.nominals.proper(head) or noun.kind == "target")

    def _named_place(self, at: int) -> bool:
        """True for a name after "at" or "near" that is no body's known to fight: where it was, not with whom."""
        noun = self.nominals.noun(at)
        return self.nominals.proper(at) and not (noun is not None and noun.armed)

    def _that_of(self, at: int) -> list[int]:
        """Read "the murders, especially that of Senator Galan"."""
        tree, number = self.nominals.tree, self.nominals.parse.sentence_of
        for here in range(at + 1, min(len(tree) - 1, at + 18)):
            if number[here] != number[at]:
                break
            if tree.lower[here] in {"that", "those"} and tree.lower[here + 1] == "of" and tree.pos[here] in {"PRON", "DET"}:
                return [item for child in tree.children[here + 1] if tree.dep[child] == "pobj" for item in coordinated(tree, child)]
        return []

    def _late_agent(self, at: int, patients: list[int]) -> list[int]:
        """Return who stands after a "by" that the parse hung on a clause above, where no passive verb there can own it."""
        tree, number = self.nominals.tree, self.nominals.parse.sentence_of
        above = {at, *patients}  # "the beheading of a landlord by rebels": the parse may hang it on the landlord
        here = at
        while tree.head[here] != here:
            here = tree.head[here]
            above.add(here)
        for here in range(at + 1, min(len(tree), at + 22)):
            if number[here] != number[at]:
                break
            if (
                tree.lower[here] == "by"
                and (tree.dep[here] == "prep" or (tree.dep[here] == "agent" and self._active(tree.head[here])))
                and tree.head[here] in above
                and (tree.dep[here] == "agent" or not arguments(tree, tree.head[here]).passive)
            ):
                heads = [item for child in tree.children[here] if tree.dep[child] == "pobj" for item in coordinated(tree, child)]
                return [head for head in heads if self.nominals.doer(head)]
        return []

    def _active(self, verb: int) -> bool:
        """True for a verb in the past with an object of its own, which no "by" can belong to: "condemned the looting of X by Y"."""
        tree = self.nominals.tree
        return tree.tag[verb] in {"VBD", "VBZ", "VBP"} and tree.child(verb, "dobj") is not None and tree.child(verb, "auxpass") is None

    def _verbs_own(self, at: int) -> bool:
        """True where a "by …" after the noun belongs to a passive verb before it ("were blocked from the scene of the killings by")."""
        tree = self.nominals.tree
        if any(tree.dep[child] == "prep" and tree.lower[child] == "of" for child in tree.children[at]):
            return False
        if tree.dep[at] == "pobj" and tree.lower[tree.head[at]] in {"in", "during"}:
            return False  # "were killed in an attack by raiders": both are the raiders'
        verb = clause_head(tree, at)
        for _ in range(3):
            if (
                verb < at
                and tree.lemma[verb].lower() in self.vocabulary.verbs
                and (given := arguments(tree, verb)).passive
                and not given.subjects
            ):
                return True
            if tree.head[verb] == verb:
                return False
            verb = clause_head(tree, tree.head[verb])
        return False

    def _possessor_does(self, at: int, trigger: Trigger) -> bool:
        """True where "X's" names the doer: always for attacks, for killings only where X fights."""
        if trigger.poss == "agent":
            return True
        armed = bool(self.nominals.nouns(at)) and self.nominals.nouns(at)[0].armed
        return trigger.poss == "either" and armed

    def _genitive(self, head: int, trigger: Trigger, doers: list[int], patients: list[int]) -> None:
        """File the head after "of"."""
        if trigger.of == "none":
            return
        nouns = self.nominals.nouns(self.nominals.content(head))
        if trigger.of == "agent" or (trigger.of == "either" and nouns and nouns[0].armed):
            doers.append(head)
        else:
            patients.append(head)

    def _modifier(self, child: int, trigger: Trigger, doers: list[int], patients: list[int], instruments: list[int]) -> None:
        """File a noun before the trigger: weapon, armed doer, or (for killings and kidnappings) the person it befell."""
        nominals = self.nominals
        noun = nominals.noun(child)
        word = nominals.tree.lower[child]
        flown = trigger.type in {"air strike", "shelling"} or trigger.word in {"raid", "incursion", "offensive", "strike"}
        if flown and ((nominals.entity[child] == "NORP" and word in offices().adjectives) or word in _FLYING):
            doers.append(child)  # only states have warplanes: "a Turkish drone strike", "US airstrikes"
        if noun is None:
            return
        if noun.kind == "weapon":
            instruments.append(child)
        elif noun.armed and nominals.tree.pos[child] in {"NOUN", "PROPN"} and word not in _SHOOTERS:
            doers.append(child)
        elif noun.group == "named" and trigger.word in _NAMED_BY_PLACE and not nominals.titled(nominals.name(child)[0]):
            return  # "the Kalanal massacre": it is named by its place
        elif (noun.kind == "person" and trigger.of == "patient" and nominals.tree.pos[child] in {"NOUN", "PROPN"}) or (
            noun.kind == "target" and noun.group != "settlement" and trigger.type in {"attack", "bombing", "robbery", "arson"}
        ):
            patients.append(child)

    def _clause(self, at: int, verb: int, doers: list[int], through: list[int], instruments: list[int]) -> None:
        """Read "an attack carried out by X", "the attack which X launched against Y"."""
        tree = self.nominals.tree
        lemma = tree.lemma[verb].lower()
        if lemma in _PITTING and tree.tag[verb] == "VBG":  # "clashes pitting marines against the cartel"
            given = arguments(tree, verb)
            through.extend(head for head in (*given.objects, *given.after("against", "and", "with")) if self.nominals.doer(head))
            return
        if lemma not in self.vocabulary.light_agent and lemma not in self.vocabulary.object_to:
            return
        given = arguments(tree, verb)
        if lemma in self.vocabulary.object_to:
            return
        doers.extend(head for head in given.subjects if head != at)
        through.extend(head for head in given.after("against", "on", "upon") if self.nominals.entity[head] not in {"DATE", "TIME"})
        through.extend(self._on_beyond(list(given.subjects)))
        instruments.extend(head for head in given.after("with", "using") if self.conditions.any((head,), "weapon"))

    def _carried(self, at: int, trigger: Trigger) -> tuple[int | None, list[int], list[int], bool]:
        """Return the light verb that carries the noun, the doers and patients that verb gives, and whether it is existential."""
        tree, words = self.nominals.tree, self.vocabulary
        head, relation = tree.head[at], tree.dep[at]
        lemma = tree.lemma[head].lower()
        if tree.pos[head] not in {"VERB", "AUX"} or relation in {"pobj", "advcl"}:
            return None, [], [], False
        if relation == "attr" and lemma == "be":
            existential = any(tree.dep[child] == "expl" for child in tree.children[head])
            return head, [], [], existential
        if relation in {"dobj", "nsubjpass", "obj"}:
            if lemma in words.light_agent:
                given = arguments(tree, head)
                beyond = self._on_beyond([item for item in given.subjects if item != at])  # "was initiated by forces against positions"
                if lemma == "lay" and self.conditions.lemma_in(given.after("at"), _DOORS):
                    return None, [], [], False  # "laid the murder at the door of the landowners": who accuses has not done it
                return (
                    head,
                    [item for item in given.subjects if item != at],
                    [item for item in (*given.after("against", "on", "at"), *beyond) if item != at and self._carried_at(item, trigger)],
                    False,
                )
            taken = tree.lower[at] in {"fire", "gunfire"} and lemma in {"take", "draw"}
            if (lemma in words.light_patient or taken) and relation == "dobj":
                given = arguments(tree, head)
                return head, [], [item for item in given.subjects if item != at], False
            return (head if lemma in words.before else None), [], [], False
        if relation in {"nsubj", "nsubjpass"} and lemma in {
            "occur",
            "happen",
            "take",
            "erupt",
            "rock",
            "shake",
            "hit",
            "strike",
            "break",
            "begin",
            "start",
            "continue",
            "kill",
            "leave",
            "wound",
            "destroy",
            "damage",
            "cause",
            "injure",
            "rip",
            "tear",
            "rage",
            "flare",
            "ensue",
            "report",
            "hear",
            "resume",
            "derail",
            "wreck",
            "gut",
            "flatten",
            "demolish",
            "level",
            "shatter",
            "pit",
            "oppose",
            "involve",
        }:
            sides = arguments(tree, head).after(*_BETWEEN) if trigger.type == "armed clash" else ()
            if trigger.type == "armed clash" and lemma in {"pit", "oppose", "involve"}:  # "a battle pitted marines against the cartel"
                sides = (*arguments(tree, head).objects, *sides)
            struck = arguments(tree, head).objects if lemma in {"hit", "strike"} else ()
            return head, [], [*self._scene(head), *filter(self.nominals.doer, sides), *filter(self.conditions.thing, struck)], True
        return None, [], [], False

    def _carried_at(self, at: int, trigger: Trigger) -> bool:
        """True for what an attack is carried out on: no day, and where people were killed no road."""
        if self.nominals.entity[at] in {"DATE", "TIME"}:
            return False
        return trigger.effect != "killed" or self._personal(at)

    def _unhurt(self, verb: int) -> bool:
        """True for "escaped", and for "emerged unscathed", "came out alive"."""
        tree = self.nominals.tree
        lemma = tree.lemma[verb].lower()
        return lemma == "escape" or (lemma in _ESCAPING and any(tree.lower[child] in _WHOLE for child in tree.children[verb]))

    def _round(self, at: int, trigger: Trigger, doers: list[int], patients: list[int], instruments: list[int], through: list[int]) -> None:
        """Read "X was the target of the attack" and "they used rifles for the killings"."""
        tree = self.nominals.tree
        preposition = tree.head[at]
        if tree.dep[at] != "pobj":
            return
        head = tree.head[preposition]
        lower, lemma = tree.lower[preposition], tree.lemma[head].lower()
        if lower == "under" and lemma in {"come", "be"} and not patients:
            came = arguments(tree, head)
            doers.extend(item for item in came.after("by") if item not in doers and self.nominals.doer(item))
            patients.extend(item for item in came.subjects if item not in doers)
        elif lower == "into" and lemma in _ENTERING and not patients:
            patients.extend(item for item in arguments(tree, head).subjects if item not in doers)  # "a convoy drove into an ambush"
        elif lower == "from" and not patients and (verb := tree.head[head] if tree.lower[head] in _WHOLE else head) and self._unhurt(verb):
            patients.extend(item for item in arguments(tree, verb).subjects if item not in doers)
        elif lower == "of" and lemma in {"target", "object", "victim", "subject"} and tree.dep[head] in {"attr", "appos", "oprd"}:
            verb = tree.head[head]
            given = arguments(tree, verb) if tree.dep[head] != "appos" else None
            patients.extend(given.subjects or given.objects if given is not None else (verb,))
        elif lower == "to" and lemma == "subject":
            given = arguments(tree, head)
            patients.extend(item for item in given.objects if item not in doers)
            doers.extend(item for item in given.subjects if item not in patients)
        elif lower in {"into", "in"} and lemma in _FALLING and tree.lemma[at].lower() in {"ambush", "attack", "crossfire", "trap"}:
            given = arguments(tree, head)
            patients.extend(item for item in (given.objects if given.passive else given.subjects) if item not in doers)
        elif (
            lower in {"in", "during"} and trigger.type == "armed clash" and through and lemma in _LOSING
        ):  # "four gunmen died in an encounter with police"
            given = arguments(tree, head)
            doers.extend(item for item in given.objects or given.subjects if item not in patients and self.conditions.fights(item))
        elif lower == "in" and not doers and (joined := self._joined(head)) is not None:  # "took part in the torture of a clerk"
            doers.extend(item for item in arguments(tree, joined).subjects if item not in patients)
        elif lower == "to" and lemma == "resort":  # "resorted to shelling of the border"
            doers.extend(arguments(tree, head).subjects)
        elif lower == "with" and lemma in _MEETING and tree.pos[head] == "VERB":  # "met them with machine-gun fire"
            given = arguments(tree, head)
            patients.extend(item for item in given.objects if item not in patients)
            doers.extend(item for item in given.subjects if item not in patients)
        elif lower in {"with", "by"} and lemma in _ANSWERING and tree.pos[head] == "VERB" and not doers:  # "retaliated with air strikes"
            given = arguments(tree, head)
            doers.extend(() if given.passive else given.subjects)
        elif lower in {"for", "in", "during"} and lemma == "use":
            given = arguments(tree, head)
            weapons = [item for item in given.objects if self.conditions.any((item,), "weapon")]
            if weapons:
                instruments.extend(weapons)
                doers.extend(given.subjects)

    def _joined(self, at: int) -> int | None:
        """Return the verb of "took part in", "participated in", whose subject did it."""
        tree = self.nominals.tree
        verb = tree.head[at] if tree.lemma[at].lower() == "part" else at
        part = tree.child(verb, "dobj")
        took = tree.lemma[verb] == "take" and part is not None and tree.lower[part] == "part"
        return verb if took or tree.lemma[verb] == "participate" else None

    def _scene(self, verb: int) -> list[int]:
        """Return what an explosion or attack destroyed, or the things it "took place" at, near or between."""
        given = arguments(self.nominals.tree, verb)
        if self.nominals.tree.lemma[verb].lower() in _RUINING and given.objects and not given.passive:
            return [head for head in given.objects if (noun := self.nominals.noun(head)) is not None and noun.kind == "target"]
        heads = given.after("at", "near", "outside", "between", "inside", "opposite", "in", "on", "beside", "behind")
        found = []
        for head in heads:
            noun = self.nominals.noun(self.nominals.content(head))
            if noun is not None and noun.kind == "target" and noun.group in {"building", "vehicle", "infrastructure"}:
                found.append(head)
        return found

    def _determined(self, at: int) -> tuple[bool, bool, bool]:
        """Return whether the noun is definite, whether it points back, and whether it has no determiner at all."""
        tree = self.nominals.tree
        definite = pointing = False
        plain = tree.tag[at] == "NN"
        for child in tree.children[at]:
            lower = tree.lower[child]
            if tree.dep[child] in {"det", "predet", "poss", "nummod"} or (tree.dep[child] == "amod" and lower == "such"):
                plain = False
            if lower in _DEFINITE and child < at:
                definite = True
            if lower in _POINTING and child < at:
                pointing = True
            if tree.dep[child] == "poss":
                definite = True
        return definite, pointing, plain

    def _such(self, at: int) -> bool:
        tree = self.nominals.tree
        return any(tree.lower[child] == "such" for child in tree.children[at])

    def _counted(self, at: int) -> bool:
        """True for a number before the noun ("two attacks")."""
        tree = self.nominals.tree
        return any(tree.dep[child] == "nummod" or tree.lower[child] in {"several", "many"} for child in tree.children[at])

    def _hurts(self, at: int) -> bool:
        """True where the clause tells of people killed or hurt, or the noun stands with a violent adjective."""
        tree = self.nominals.tree
        if any(tree.lower[child] in {"violent", "brutal", "bloody", "deadly"} for child in tree.children[at]):
            return True
        head = tree.head[at]
        near = [head, tree.head[head], *tree.children[head], *(child for child in tree.children[at] if tree.dep[child] == "relcl")]
        return any(
            tree.lemma[item].lower() in {"kill", "wound", "injure", "die", "dead", "casualty", "murder", "attack", "massacre", "shoot"}
            for item in near
            if item != at
        )

    def _stage(self, at: int, trigger: Trigger, verb: int | None) -> Stage:
        """Return "attempted" for attempts and foiled attacks."""
        tree = self.nominals.tree
        if tree.lemma[at].lower() in {"attempt", "bid", "plot"} or any(tree.lower[child] in _ATTEMPT for child in tree.children[at]):
            return "attempted"
        if verb is not None and tree.lemma[verb].lower() in {"foil", "thwart", "avert", "frustrate", "abort", "escape", "survive"}:
            return "attempted" if tree.lemma[verb].lower() not in {"escape", "survive"} or trigger.type == "killing" else "accomplished"
        head = tree.head[at]
        if tree.dep[at] == "compound" and tree.lemma[head].lower() == "attempt":
            return "attempted"
        return "accomplished"
