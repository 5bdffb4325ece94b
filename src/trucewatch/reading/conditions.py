"""Does an ambiguous word tell of an event here? The conditions that vocab/triggers.yaml names, asked of a trigger and its arguments."""

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.reading.bearing import bears_arms, detached, goes_on_to_kill, named_band
from trucewatch.reading.coreference import Antecedents
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.triggers import Trigger, triggers

_WATCHERS = frozenset(
    """observer monitor peacekeeper inspector mission convoy un unsmis unifil aid delegation investigator icrc osce patrol team ambulance
    humanitarian relief cross crescent unhcr wfp""".split()
)
_ABSTRACT = tuple("tion sion ment ness ity ism ence ance ership nership enship hood dom acy ency our".split())
_CONCRETE = frozenset(
    """fence population concentration fortification congregation garrison compartment basement ambulance tenement procession ship lodgment
    armour armor implement sacrament vestment excavation concession reservation habitation vegetation conveyance ordnance constituency
    residency partition monument document harness fragment intersection pavilion department entrance apartment extension""".split()
)
"""Things and places whose names end as abstract nouns do, and that stand in no list of vocab/actors.yaml."""
_FOUGHT = frozenset({"killing", "attack", "destruction", "shelling", "bombing", "armed clash", "weapons seizure"})
_SPOKEN_OF = frozenset({"attack", "protest", "agreement", "release", "armed clash", "other"})
"""What officers do with words too."""
_DRONES = frozenset({"drone", "uav", "quadcopter"})
_OF_PLACES = frozenset({"shelling", "air strike", "territory taken"})
"""What befalls places: a name nobody knows is one there."""
_BODILY = frozenset({"machine-gun", "machinegun", "shoot", "fire", "snipe", "ambush", "waylay", "strafe"})
"""Verbs that no speech can be."""
_PLAIN = frozenset({"man", "youth", "people", "person", "adult", "stranger", "supporter", "follower", "sympathizer", "sympathiser"})
"""Whoever is only "two men" has no office from which to speak: they attack with their hands."""
_VERBAL_GROUPS = frozenset({"official", "civil", "journalist", "cleric", "worker", "named", "medic", "person", "pronoun", "state"})

_OF_FIRE = frozenset("automatic hostile enemy incoming heavy small stray friendly indirect direct".split())
_SHOTS = frozenset("shot volley gunshot burst salvo fusillade shellfire gunfire".split())
"""What is fired: as the subject of a verb of hitting it is a weapon."""


@dataclass(frozen=True, slots=True)
class Case:
    """One trigger with its arguments, as conditions see it. ``doers`` and ``patients`` are head tokens; ``hurt``: the clause tells of
    people killed or hurt; ``definite``: the trigger noun is definite."""

    token: int
    trigger: Trigger
    doers: tuple[int, ...]
    patients: tuple[int, ...]
    instruments: tuple[int, ...] = ()
    through: tuple[int, ...] = ()
    particles: tuple[str, ...] = ()
    passive: bool = False
    hurt: bool = False
    definite: bool = False
    existential: bool = False
    intransitive: bool = False


@dataclass(frozen=True, slots=True)
class Conditions:
    """Answers conditions by name over the noun phrases of one parse."""

    nominals: Nominals
    antecedents: Antecedents | None = None

    def metaphor(self, case: Case) -> bool:
        """True where what is "killed", "attacked" or "shot" is a bill, a proposal or a goal."""
        if case.trigger.type == "armed clash" and case.trigger.frame == "does":
            return False  # a "bid" or an "operation" that was foiled: the condition of the verb asks whose
        if case.trigger.frame == "fights":
            return False  # "the engagement was fought near the ford"
        lemma = self.nominals.tree.lemma
        words = triggers().metaphors
        return bool(case.patients) and all(
            (lemma[at].lower() in words or self.abstract(at))
            and not self.fighting_thing(at)
            and not (self._knownthing(at) and self.armed(case))
            and not self._positions(at, case)
            for at in case.patients
        )

    def abstract(self, at: int) -> bool:
        """True for a common noun of no vocabulary whose ending says that it is no thing and no people ("turbulence", "appointment")."""
        tree, lemma = self.nominals.tree, self.nominals.tree.lemma[at].lower()
        if tree.pos[at] != "NOUN" or not lemma.endswith(_ABSTRACT) or lemma in _CONCRETE or self.nominals.proper(at):
            return False
        return self.nominals.content(at) == at and not self.nominals.nouns(at) and not self.nominals.vocabulary_unit(at)

    def fighting_thing(self, at: int) -> bool:
        """True for a thing that belongs to those who fight ("an artillery position", "insurgent positions")."""
        tree = self.nominals.tree
        ours = tree.tag[at] == "NNS" and any(tree.lower[child] in {"our", "their"} for child in tree.children[at])
        if self._knownthing(at) and ours:
            return True  # "our positions"
        return self._knownthing(at) and any(
            noun.armed or noun.kind == "weapon"
            for child in tree.children[at]
            if tree.dep[child] in {"compound", "amod", "nmod", "poss"}
            for noun in self.nominals.nouns(child)
        )

    def _positions(self, at: int, case: Case) -> bool:
        """True for the positions that are shelled, and for those that armed men attack: no opinions."""
        spoken = case.trigger.word in {"attack", "assail", "defend", "reject"} and not self.armed(case)
        return self.nominals.tree.lower[at] == "positions" and not spoken

    def _knownthing(self, at: int) -> bool:
        return any(noun.kind == "target" for noun in self.nominals.nouns(at))

    def any(self, heads: Iterable[int], kind: str, groups: frozenset[str] | None = None) -> bool:
        """True where any head names ``kind`` (of one of ``groups``)."""
        for at in heads:
            for noun in self.nominals.nouns(self.nominals.content(at)) or self.nominals.nouns(at):
                if noun.kind == kind and (groups is None or noun.group in groups):
                    return True
        return False

    def person(self, case: Case) -> bool:
        """People suffer it; a verbal attack by a speaker is none."""
        hit = self.any((*case.patients, *case.through), "person") or any(
            self.nominals.tree.lemma[at].lower() in self.nominals.vocabulary.units for at in (*case.patients, *case.through)
        )
        return hit and not (case.trigger.type == "attack" and case.trigger.effect == "unknown" and self.verbal(case))

    def verbal(self, case: Case) -> bool:
        """True where those who "attack" are speakers and nothing says that anybody was hurt."""
        if not case.doers or case.hurt or case.instruments or case.passive or case.trigger.word in _BODILY:
            return False
        if any(self._armed(at) or self.nominals.tree.lemma[at].lower() in _PLAIN for at in case.doers):
            return False
        groups = {noun.group for at in case.doers for noun in self.nominals.nouns(at)[:1]}
        return groups <= _VERBAL_GROUPS

    def officials(self, heads: Iterable[int]) -> bool:
        """True where all who do it are officials, bodies of civil life, clerics or journalists."""
        found = [noun.group for at in heads for noun in self.nominals.nouns(self.nominals.content(at))[:1]]
        return bool(found) and all(group in {"official", "civil", "journalist", "cleric", "medic"} for group in found)

    def physical(self, case: Case) -> bool:
        """A thing that can be hit suffers it."""
        heads = (*case.patients, *case.through)
        if any(self.thing(at) or self.thing(self.nominals.content(at)) for at in heads):
            return True
        its = (at for at in case.patients if self.nominals.tree.lower[at] == "it")
        return self.antecedents is not None and any(self.antecedents.thing(at) is not None for at in its)

    def thing(self, at: int) -> bool:
        """True for a thing that can be hit, other than a settlement."""
        return any(noun.kind == "target" and noun.group != "settlement" for noun in self.nominals.nouns(at))

    def place(self, case: Case) -> bool:
        """A settlement or a named place suffers it."""
        heads = (*case.patients, *case.through)
        if self.any(heads, "place") or self.any(heads, "target", frozenset({"settlement"})):
            return True
        return case.trigger.type in _OF_PLACES and any(map(self._unknown_name, heads))

    def place_at(self, at: int) -> bool:
        """True for a settlement, a building or a named place."""
        return self.any((at,), "place") or self.any((at,), "target", frozenset({"settlement", "building"}))

    def _unknown_name(self, at: int) -> bool:
        """True for a name of nothing known ("pounded Duru"), which the parser takes for no person and no body."""
        nominals = self.nominals
        return nominals.proper(at) and not nominals.nouns(at) and nominals.entity[at] not in {"PERSON", "ORG", "NORP", "DATE", "PRODUCT"}

    def armed(self, case: Case) -> bool:
        """Those who do it fight: by what they are called, by what they carry, or by whom they go on to kill."""
        if any(self._armed(at) for at in case.doers):
            return True
        if case.trigger.type in _FOUGHT and any(self.nominals.tree.lower[at] == "we" for at in case.doers):
            return True  # whoever says "we destroyed two tanks" fights
        if any(named_band(self.nominals, case.token, at, case.trigger.type) for at in case.doers):
            return True
        if case.trigger.type not in _SPOKEN_OF and any(map(self._commander, case.doers)):
            return True
        return not case.passive and any(goes_on_to_kill(self.nominals, case.token, at) for at in case.doers)

    def _commander(self, at: int) -> bool:
        """True for a name with the rank or the calling of those who fight ("the field commander Rustam", "gang leader Fofo")."""
        nominals, tree = self.nominals, self.nominals.tree
        return tree.pos[at] == "PROPN" and any(
            (noun := nominals.vocabulary.noun(tree.lower[child], "person")) is not None and noun.armed
            for child in tree.children[at]
            if child < at and tree.dep[child] == "compound"
        )

    def fights(self, at: int) -> bool:
        """True for the head of a phrase that names those who fight."""
        return self._armed(at)

    def _armed(self, at: int) -> bool:
        tree = self.nominals.tree
        if tree.pos[at] == "PRON" and self.antecedents is not None:
            before = self.antecedents.antecedent(at)
            if before is not None and tree.pos[before] != "PRON":
                return self._armed(before)
        if self._banded(at) or self.nominals.force(at) or self.nominals.garrison(at):
            return True
        content = self.nominals.content(at)
        if any(noun.armed for here in (content, at) for noun in self.nominals.nouns(here)[:1]) or self._banded(content):
            return True
        if any(
            tree.lower[child] in self.nominals.vocabulary.doer_adjectives
            for child in (*tree.children[content], *tree.children[at])
            if tree.dep[child] in {"amod", "compound"}
        ):
            return True
        return bool(self.nominals.bodies(at)) or bears_arms(self.nominals, at) or detached(self.nominals, at)

    def _banded(self, at: int) -> bool:
        return self.nominals.tree.lemma[at].lower() in self.nominals.vocabulary.armed_collectives

    def armed_patient(self, case: Case) -> bool:
        """Those who suffer it fight."""
        return any(self._armed(at) for at in (*case.patients, *case.through))

    def weapon(self, case: Case) -> bool:
        """A weapon does it, or it is done with one, to something."""
        return (
            bool(case.instruments)
            or self.any(case.doers, "weapon")
            or any(map(self._it_fell, case.doers))
            or any(map(self._volley, case.doers))
        )

    def _volley(self, at: int) -> bool:
        """True for shots and bursts, and for the fire of snipers, of rebels and of guns: "sniper fire from the silo cut down a nun"."""
        tree = self.nominals.tree
        lemma = tree.lemma[at].lower()
        if lemma in _SHOTS:
            return True
        before = (child for child in tree.children[at] if child < at and tree.dep[child] in {"compound", "nmod", "amod"})
        return lemma == "fire" and any(
            noun.armed or noun.kind == "weapon" or tree.lower[child] in _OF_FIRE
            for child in before
            for noun in self.nominals.nouns(child)[:1]
        )

    def _it_fell(self, at: int) -> bool:
        """True for the "it" of "a rocket was fired from the strip; it struck a car park": the nearest subject before is what was fired."""
        tree = self.nominals.tree
        if tree.lower[at] not in {"it", "they"} or tree.dep[at] != "nsubj":
            return False
        for here in range(at - 1, max(-1, at - 45), -1):
            if tree.dep[here] in {"nsubj", "nsubjpass", "ROOT"} and tree.pos[here] in {"NOUN", "PROPN"}:
                found = self.nominals.noun(here)
                return found is not None and found.kind == "weapon" and found.group in {"bomb", "artillery"}
        return False

    def _it_was_laid(self, at: int) -> bool:
        """True for the "it" of "a bomb went off here on Wednesday. The prefect said it had been planted by the Front"."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        if tree.lower[at] != "it":
            return False
        for here in range(at - 1, max(-1, at - 45), -1):
            if sentence[at] - sentence[here] > 1:
                return False
            if tree.dep[here] in {"nsubj", "nsubjpass", "dobj"} and tree.pos[here] == "NOUN" and tree.tag[here] == "NN":
                found = self.nominals.noun(here)
                if found is not None and found.kind == "weapon" and found.group == "bomb":
                    return True
        return False

    def craft(self, at: int) -> bool:
        """True for aircraft, and other weapons that people man: they can be hit as well as hit."""
        content = self.nominals.content(at)
        return self.any((at,), "weapon", frozenset({"air"})) or self.nominals.crewed(content)

    def weapon_patient(self, case: Case) -> bool:
        """What is taken or fired is a weapon."""
        return self.any(case.patients, "weapon")

    def explosive(self, case: Case) -> bool:
        """What goes off is a bomb, a shell or a grenade."""
        return self.any((*case.doers, *case.patients), "weapon", frozenset({"bomb", "artillery", "chemical"}))

    def explosive_object(self, case: Case) -> bool:
        """What is planted or thrown is a bomb, a shell, a firebomb or a stone at somebody."""
        if any(map(self._it_was_laid, case.patients)) and self.armed(case):
            return True
        munitions = [at for at in case.patients if not self.nominals.crewed(self.nominals.content(at))]
        if self.lemma_in(case.patients, _DRONES) and (self.armed(case) or any(map(self.state, case.doers))):
            return True
        return self.any(munitions, "weapon", frozenset({"bomb", "artillery", "chemical"})) and (
            not case.doers or not self.any(case.doers, "weapon") or any(self.nominals.crewed(at) for at in case.doers)
        )

    def state(self, at: int) -> bool:
        """True for the name of a country, where it stands for the state."""
        return self.nominals.entity[at] == "GPE" and self.nominals.tree.lower[at] in self.nominals.vocabulary.states

    def bare(self, case: Case) -> bool:
        """No object at all, and those who do it fight, or a weapon does."""
        return not case.patients and not case.through and not case.passive and (self.armed(case) or self.weapon(case))

    def particle(self, case: Case) -> bool:
        """The particle that makes the meaning is there, and somebody or something suffers it."""
        return self.has_particle(case) and bool(case.patients or case.doers)

    def from_place(self, verb: int) -> bool:
        """True where people are taken "from" a place."""
        tree = self.nominals.tree
        return any(tree.dep[child] == "prep" and tree.lower[child] == "from" for child in tree.children[verb])

    def lemma_in(self, heads: Iterable[int], words: frozenset[str]) -> bool:
        """True where the lemma of a head, or a word before it, is one of ``words``."""
        tree = self.nominals.tree
        return any(
            tree.lemma[at].lower() in words
            or any(tree.lower[child] in words for child in tree.children[at] if tree.dep[child] == "compound")
            for at in heads
        )

    def observers(self, case: Case) -> bool:
        """Those who are kept away are observers, monitors, peacekeepers or those who bring relief."""
        return self.any(case.patients, "person", frozenset({"mission"})) or self.lemma_in(case.patients, _WATCHERS)

    def has_particle(self, case: Case) -> bool:
        """The particle of the meaning is there, whether the parse holds it for a particle or an adverb."""
        tree = self.nominals.tree
        beside = tree.lower[case.token + 1 : case.token + 2]  # "were rounded up there", where "up" hangs on "there"
        return bool({*case.particles, *beside} & set(case.trigger.particles)) or any(
            tree.lower[child] in case.trigger.particles
            and tree.dep[child] in {"advmod", "prt", "prep", "acomp", "oprd"}
            and not (tree.dep[child] == "prep" and child > case.token + 1 and tree.child(child, "pobj") is not None)
            for child in tree.children[case.token]
        )

    def someone(self, case: Case) -> bool:
        """People or a body do it."""
        lemma, units = self.nominals.tree.lemma, self.nominals.vocabulary.units
        return (
            any(lemma[at].lower() in units for at in case.doers) or self.any(case.doers, "person") or self.any(case.doers, "organisation")
        )

    def forceful(self, case: Case) -> bool:
        """Those who do it fight, or a weapon does."""
        return self.armed(case) or self.weapon(case)
