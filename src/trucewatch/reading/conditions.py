"""Does an ambiguous word tell of an event here? The conditions that vocab/triggers.yaml names, asked of a trigger and its arguments."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from trucewatch.reading.nominals import Nominals
from trucewatch.reading.parse import Parse
from trucewatch.reading.tree import Tree
from trucewatch.reading.triggers import Trigger, triggers

_CROWDS = frozenset(
    """protester protestor demonstrator worker student crowd people thousand hundred teacher employee union peasant miner farmer citizen
    resident villager activist supporter driver woman youth mourner opposition federation""".split()
)
_AGREEMENTS = frozenset({"ceasefire", "cease-fire", "truce", "armistice", "agreement", "accord", "pact", "treaty", "deal", "plan"})
_WATCHERS = frozenset(
    """observer monitor peacekeeper inspector mission convoy un unsmis unifil aid delegation investigator icrc osce patrol team ambulance
    humanitarian relief cross crescent unhcr wfp""".split()
)
_BODILY = frozenset({"shoot", "fire", "snipe", "ambush", "waylay", "strafe"})
"""Verbs that no speech can be."""
_VERBAL_GROUPS = frozenset({"official", "civil", "journalist", "cleric", "worker", "named", "medic", "person", "pronoun", "state"})


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

    def hold(self, case: Case) -> bool:
        """Return whether any condition of the trigger holds (always, where it has none)."""
        if self._metaphor(case):
            return False
        needs = case.trigger.needs
        return not needs or any(_TESTS[need](self, case) for need in needs)

    def _metaphor(self, case: Case) -> bool:
        """True where what is "killed", "attacked" or "shot" is a bill, a proposal or a goal."""
        lemma = self.nominals.tree.lemma
        words = triggers().metaphors
        return bool(case.patients) and all(lemma[at].lower() in words and not self._fighting(at) for at in case.patients)

    def _fighting(self, at: int) -> bool:
        """True for a thing that belongs to those who fight ("an artillery position", "insurgent positions")."""
        tree = self.nominals.tree
        return self._knownthing(at) and any(
            noun.armed or noun.kind == "weapon"
            for child in tree.children[at]
            if tree.dep[child] in {"compound", "amod", "nmod", "poss"}
            for noun in self.nominals.nouns(child)
        )

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
        if any(self._armed(at) for at in case.doers):
            return False
        groups = {noun.group for at in case.doers for noun in self.nominals.nouns(at)[:1]}
        return groups <= _VERBAL_GROUPS

    def officials(self, heads: Iterable[int]) -> bool:
        """True where all who do it are officials, bodies of civil life, clerics or journalists."""
        found = [noun.group for at in heads for noun in self.nominals.nouns(self.nominals.content(at))[:1]]
        return bool(found) and all(group in {"official", "civil", "journalist", "cleric", "medic"} for group in found)

    def physical(self, case: Case) -> bool:
        """A thing that can be hit suffers it."""
        return any(self.thing(at) for at in (*case.patients, *case.through))

    def thing(self, at: int) -> bool:
        """True for a thing that can be hit, other than a settlement."""
        return any(noun.kind == "target" and noun.group != "settlement" for noun in self.nominals.nouns(at))

    def place(self, case: Case) -> bool:
        """A settlement or a named place suffers it."""
        heads = (*case.patients, *case.through)
        return self.any(heads, "place") or self.any(heads, "target", frozenset({"settlement"}))

    def armed(self, case: Case) -> bool:
        """Those who do it fight."""
        return any(self._armed(at) for at in case.doers)

    def fights(self, at: int) -> bool:
        """True for the head of a phrase that names those who fight."""
        return self._armed(at)

    def _armed(self, at: int) -> bool:
        tree = self.nominals.tree
        if tree.lemma[at].lower() in self.nominals.vocabulary.armed_collectives:
            return True
        content = self.nominals.content(at)
        if any(noun.armed for noun in self.nominals.nouns(content)[:1]):
            return True
        if any(
            tree.lower[child] in self.nominals.vocabulary.doer_adjectives
            for child in tree.children[content]
            if tree.dep[child] in {"amod", "compound"}
        ):
            return True
        return bool(self.nominals.bodies(at))

    def armed_patient(self, case: Case) -> bool:
        """Those who suffer it fight."""
        return any(self._armed(at) for at in (*case.patients, *case.through))

    def weapon(self, case: Case) -> bool:
        """A weapon does it, or it is done with one, to something."""
        return bool(case.instruments) or self.any(case.doers, "weapon")

    def weapon_patient(self, case: Case) -> bool:
        """What is taken or fired is a weapon."""
        return self.any(case.patients, "weapon")

    def explosive(self, case: Case) -> bool:
        """What goes off is a bomb, a shell or a grenade."""
        return self.any((*case.doers, *case.patients), "weapon", frozenset({"bomb", "artillery"}))

    def explosive_object(self, case: Case) -> bool:
        """What is planted or thrown is a bomb, a shell, a firebomb or a stone at somebody."""
        return self.any(case.patients, "weapon", frozenset({"bomb", "artillery", "chemical"})) and (
            not case.doers or not self.any(case.doers, "weapon") or any(self.nominals.crewed(at) for at in case.doers)
        )

    def bare(self, case: Case) -> bool:
        """No object at all, and those who do it fight, or a weapon does."""
        return not case.patients and not case.through and not case.passive and (self.armed(case) or self.weapon(case))

    def particle(self, case: Case) -> bool:
        """The particle that makes the meaning is there, and somebody or something suffers it."""
        return bool(set(case.particles) & set(case.trigger.particles)) and bool(case.patients or case.doers)

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


_GOODS = frozenset({"goods", "vehicle"})
_CACHES = frozenset({"cache", "stockpile", "depot", "arsenal", "weapon", "rifle", "ammunition", "explosive", "mortar", "grenade"})
_FIRE = frozenset("""fire gunfire shellfire bombardment barrage strike airstrike explosion blast shelling salvo volley raid""".split())


def _unless_natural(conditions: Conditions, case: Case) -> bool:
    return not natural_cause(conditions.nominals, case)


def natural_cause(nominals: Nominals, case: Case) -> bool:
    """True where the sentence gives an illness, an accident or the weather as the cause."""
    tree, words = nominals.tree, triggers().natural
    for heads in (case.doers, case.through):
        if any(tree.lemma[at].lower() in words or _blaze(tree, at) for at in heads):
            return True
    return natural_sentence(nominals.parse, case.token)


def _blaze(tree: Tree, at: int) -> bool:
    """True for "a fire", "the blaze": what burns, not what is shot."""
    if tree.lower[at] not in {"fire", "blaze", "inferno"}:
        return False
    gunfire = {
        "heavy",
        "hostile",
        "friendly",
        "indirect",
        "direct",
        "enemy",
        "incoming",
        "intense",
        "sustained",
        "automatic",
        "return",
        "rebel",
    }
    return not any(tree.dep[child] in {"compound", "nmod"} or tree.lower[child] in gunfire for child in tree.children[at])


def natural_sentence(parse: Parse, token: int) -> bool:
    """True where the words around ``token`` in its sentence name an illness, the weather or an accident, and no weapon or attack."""
    tree, known, number = parse.tree, triggers(), parse.sentence_of
    sentence, accident = number[token], False
    for at in range(max(0, token - 24), min(len(tree), token + 25)):
        if number[at] != sentence:
            continue
        if tree.lower[at] in known.natural and tree.pos[at] in {"NOUN", "PROPN"}:
            return True
        if at != token and tree.lemma[at].lower() in known.violence:
            return False
        accident = accident or (tree.lemma[at].lower() in known.accidents and tree.pos[at] in {"VERB", "NOUN"})
    return accident


type _Test = Callable[[Conditions, Case], bool]

_TESTS: dict[str, _Test] = {
    "person": Conditions.person,
    "physical": Conditions.physical,
    "place": Conditions.place,
    "armed": Conditions.armed,
    "armed_only": lambda c, k: c.armed(k) and not c.verbal(k),
    "armed_hit": lambda c, k: (c.armed(k) or c.weapon(k)) and (c.person(k) or c.physical(k) or c.place(k)),
    "both_armed": lambda c, k: c.armed(k) and (c.armed_patient(k) or not k.patients) and bool(k.patients or k.through),
    "person_armed": lambda c, k: c.person(k) and (c.armed(k) or k.passive),
    "person_armed_subject": lambda c, k: c.armed(k) or c.armed_patient(k),
    "physical_agent": lambda c, k: c.physical(k) and (bool(k.doers) or k.passive) and not c.any(k.doers, "weapon", frozenset({"chemical"})),
    "weapon": lambda c, k: c.weapon(k) and (bool(k.patients or k.through) or k.passive),
    "weapon_object": lambda c, k: c.weapon_patient(k) and (c.armed(k) or bool(k.through) or k.passive),
    "weapon_patient": Conditions.weapon_patient,
    "place_hit": lambda c, k: c.place(k) and not c.verbal(k),
    "taken_from": lambda c, k: c.person(k) and c.armed(k) and bool(k.through),
    "weapon_cache": lambda c, k: c.weapon_patient(k) and (c.armed(k) or k.passive or c.lemma_in(k.patients, _CACHES)),
    "weapon_patient_armed": lambda c, k: c.weapon_patient(k) and c.armed(k),
    "through_hit": lambda c, k: bool(k.through) and (c.any(k.through, "person") or c.place(k) or any(c.thing(at) for at in k.through)),
    "explosive": Conditions.explosive,
    "explosive_object": Conditions.explosive_object,
    "explosive_particle": lambda c, k: bool(set(k.particles) & set(k.trigger.particles)) and c.explosive(k),
    "particle": Conditions.particle,
    "bare": Conditions.bare,
    "munition": lambda c, k: c.any(k.doers, "weapon", frozenset({"bomb", "artillery"})) and (bool(k.through) or c.weapon(k)),
    "fires": lambda c, k: not k.patients and not k.through and not k.passive and (c.any(k.doers, "person") or c.armed(k)),
    "armed_patient": lambda c, k: c.any(k.patients, "organisation", frozenset({"armed"})) or (c.armed_patient(k) and bool(k.doers)),
    "taken": lambda c, k: (
        c.person(k) and (c.armed(k) or (k.passive and not k.doers)) and bool(set(k.particles) & {"away", "off"} or c.from_place(k.token))
    ),
    "passive": lambda c, k: k.passive and c.person(k),
    "goods": lambda c, k: c.any(k.patients, "target", _GOODS),
    "person_custody": lambda c, k: (
        c.any(k.patients, "person", frozenset({"count", "named", "held", "journalist"})) and c.any((*k.patients, *k.doers), "person")
    ),
    "held": lambda c, k: c.any(k.patients, "person", frozenset({"held"})),
    "person_named": lambda c, k: c.any(k.patients, "person", frozenset({"named"})),
    "mass": lambda c, k: c.lemma_in((*k.doers, *k.patients), _CROWDS),
    "mass_strike": lambda c, k: k.intransitive and c.any(k.doers, "person", frozenset({"worker", "medic"})),
    "observers": Conditions.observers,
    "observers_away": lambda c, k: c.observers(k) and bool(k.through),
    "passive_hit": lambda c, k: (
        ((k.passive and not k.doers) or c.lemma_in(k.doers, _FIRE)) and (c.physical(k) or c.place(k)) and _unless_natural(c, k)
    ),
    "agreement_object": lambda c, k: c.lemma_in(k.patients, _AGREEMENTS),
    "agreement_through": lambda c, k: c.lemma_in(k.through, _AGREEMENTS),
    "place_armed": lambda c, k: c.armed(k) and (c.place(k) or c.physical(k)),
    "place_armed_subject": lambda c, k: c.armed(k) and c.place(k),
    "bodies": lambda c, k: c.any(k.patients, "person", frozenset({"hurt"})),
    "hurt": lambda _c, k: k.hurt,
    "existential": lambda _c, k: k.existential,
    "none": lambda _c, _k: False,
    "never": lambda _c, _k: False,
    "by_others": lambda c, k: "self" not in c.nominals.tree.lower[max(0, k.token - 5) : k.token],
    "any": lambda _c, _k: True,
    "any_definite": lambda _c, k: k.definite,
    "any_sabotage": lambda _c, k: k.trigger.word == "sabotage",
    "anaphoric_only": lambda _c, k: k.definite,
    "violent": lambda c, k: k.hurt or bool(k.doers) or _unless_natural(c, k),
    "attempt_on_life": lambda c, k: c.lemma_in(k.through, frozenset({"life"})),
    "found": lambda _c, k: k.hurt or k.existential or k.passive,
    "made": lambda _c, k: k.existential,
    "access_of": lambda c, k: c.lemma_in(k.patients, frozenset({"access", "entry"})),
}
