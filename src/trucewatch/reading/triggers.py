"""vocab/triggers.yaml as typed values: which words tell of an event, with what arguments. Lemmas in, triggers out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from trucewatch.records.terms import Effect
from trucewatch.vocab import vocabulary


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb or noun that tells of an event. ``needs``: conditions of which one must hold; ``particles``: those that may stand for one.

    ``frame``, ``through``, ``of`` and ``poss`` are as vocab/triggers.yaml explains them.
    """

    word: str
    type: str
    effect: Effect
    frame: str
    needs: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    of: str = "none"
    poss: str = "none"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb with a fixed object, prepositional phrase or adverb ("open fire", "set ablaze"). ``doer``: what the object is "of" suffers
    it, and the subject does it ("cut the throats of"); ``people``: only where people suffer it; ``hit``: only what can be shot at does.
    """

    verb: str
    type: str
    effect: Effect
    object: str | None = None
    prep: str | None = None
    pobj: str | None = None
    adverb: str | None = None
    through: tuple[str, ...] = ()
    patient: str = "through"
    armed: bool = False
    """Only where those who do it fight."""
    doer: bool = False
    people: bool = False
    hit: bool = False
    onto: bool = False
    """Only where the words say against whom or what."""
    weapon: bool = False
    """Only where a bomb or another weapon suffers it ("made the device safe")."""


@dataclass(frozen=True, slots=True)
class Triggers:
    """Every word that may tell of an event, by lemma."""

    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, tuple[Trigger, ...]]
    logged: dict[str, tuple[Trigger, ...]]
    """Nouns that tell of an event where they head a verbless line of a log."""
    phrases: dict[str, tuple[Phrase, ...]]
    states: dict[str, Trigger]
    light_agent: frozenset[str]
    light_patient: frozenset[str]
    outcome: frozenset[str]
    before: frozenset[str]
    accusing: dict[str, str]
    object_to: dict[str, str]
    responsible: frozenset[str]
    responsibility: frozenset[str]
    own: frozenset[str]
    authorities: frozenset[str]
    depictions: frozenset[str]
    unreal: frozenset[str]
    metaphors: frozenset[str]
    natural: frozenset[str]
    accidents: frozenset[str]
    violence: frozenset[str]
    sport: frozenset[str]
    compounds: frozenset[str]
    """Last words of the nouns of several words ("exchange of fire")."""
    inflected: dict[str, str]
    """Regular past forms and participles of the verbs, by which a word is known that the parser gave a lemma of its own."""

    def verb(self, lemma: str, lower: str) -> str:
        """Return the verb that ``lower`` is a form of: ``lemma`` where it is known, else what its ending says, else ``lemma``."""
        return lemma if lemma in self.verbs or lemma in self.phrases else self.inflected.get(lower, lemma)


type _Entry = dict[str, object]


@cache
def triggers() -> Triggers:
    """Read the vocabulary once."""
    raw = cast(dict[str, object], vocabulary("triggers"))
    light = cast(dict[str, list[str]], raw["light"])
    blame = cast(dict[str, Any], raw["blame"])
    other = cast(dict[str, list[str]], raw["not_events"])
    phrases: dict[str, list[Phrase]] = {}
    for entry in cast(list[_Entry], raw["phrases"]):
        for phrase in _phrases(entry):
            phrases.setdefault(phrase.verb, []).append(phrase)
    verbs, nouns = _words(cast(list[_Entry], raw["verbs"])), _words(cast(list[_Entry], raw["nouns"]))
    logged = _words(cast(list[_Entry], raw["logged"]))
    return Triggers(
        verbs=verbs,
        nouns=nouns,
        logged=logged,
        compounds=frozenset(
            part for noun in (*nouns, *logged) if " " in noun or "-" in noun for part in (noun.split()[-1], noun.split("-")[-1])
        ),
        phrases={verb: tuple(found) for verb, found in phrases.items()},
        states={
            word: Trigger(word, entry["type"], cast(Effect, entry["effect"]), "state")
            for word, entry in cast(dict[str, dict[str, str]], raw["states"]).items()
        },
        light_agent=frozenset(light["agent"]),
        light_patient=frozenset(light["patient"]),
        outcome=frozenset(light["outcome"]),
        before=frozenset(light["before"]),
        accusing=blame["accused_verbs"],
        object_to=blame["object_to"],
        responsible=frozenset(blame["responsible"]),
        responsibility=frozenset(blame["responsibility"]),
        own=frozenset(blame["own"]),
        authorities=frozenset(blame["authorities"]),
        depictions=frozenset(other["depictions"]),
        unreal=frozenset(other["unreal_modifiers"]),
        metaphors=frozenset(other["metaphor_objects"]),
        natural=frozenset(other["natural_causes"]),
        accidents=frozenset(other["accidents"]),
        violence=frozenset(other["violence"]),
        sport=frozenset(other["sport"]),
        inflected={form: verb for verb in (*verbs, *phrases) for form in _forms(verb)},
    )


def _forms(verb: str) -> Iterator[str]:
    """Yield the regular past form and participle of a verb, its last consonant doubled too ("machinegunned")."""
    stems = [verb.removesuffix("e"), verb + verb[-1]] if verb[-1] not in "aiouwy" else [verb]
    for stem in stems:
        yield stem + "ed"
        yield stem + "ing"


def _words(entries: list[_Entry]) -> dict[str, tuple[Trigger, ...]]:
    """Return the triggers of a section, by word, in the order of the file."""
    found: dict[str, list[Trigger]] = {}
    for entry in entries:
        needs = cast(dict[str, list[str]], entry.get("needs_by_word", {}))
        particles = cast(dict[str, list[str]], entry.get("particles", {}))
        for word in cast(list[str], entry["words"]):
            trigger = Trigger(
                word=word,
                type=cast(str, entry["type"]),
                effect=cast(Effect, entry["effect"]),
                frame=cast(str, entry.get("frame", "noun")),
                needs=tuple(needs.get(word, cast(list[str], entry.get("needs", [])))),
                particles=tuple(particles.get(word, [])),
                through=tuple(cast(list[str], entry.get("through", []))),
                of=cast(str, entry.get("of", "none")),
                poss=cast(str, entry.get("poss", "none")),
            )
            found.setdefault(word, []).append(trigger)
    return {word: tuple(triggers) for word, triggers in found.items()}


def _phrases(entry: _Entry) -> Iterator[Phrase]:
    """Yield the fixed phrases of one entry: each of its ``verbs`` with each of its ``objects`` or ``pobjs``."""
    for verb in cast(list[str], entry.get("verbs") or [entry["verb"]]):
        for thing in cast(list[str | None], entry.get("objects") or [entry.get("object")]):
            for pobj in cast(list[str | None], entry.get("pobjs") or [entry.get("pobj")]):
                yield Phrase(
                    verb=verb,
                    type=cast(str, entry["type"]),
                    effect=cast(Effect, entry["effect"]),
                    object=thing,
                    prep=cast(str | None, entry.get("prep")),
                    pobj=pobj,
                    adverb=cast(str | None, entry.get("adverb")),
                    through=tuple(cast(list[str], entry.get("through", []))),
                    patient=cast(str, entry.get("patient", "through")),
                    armed=bool(entry.get("armed", False)),
                    doer=bool(entry.get("doer", False)),
                    people=bool(entry.get("people", False)),
                    hit=bool(entry.get("hit", False)),
                    onto=bool(entry.get("onto", False)),
                    weapon=bool(entry.get("weapon", False)),
                )
