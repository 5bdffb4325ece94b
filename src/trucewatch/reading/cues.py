"""The cue vocabulary (vocab/cues.yaml) as typed values: which words cite, in which frame, and what act of speech that is.

The kinds follow what attribution corpora mark (PARC 3, PolNeAR: assertions, beliefs, intentions, attitudes); ``reading.attribution`` says
which of them make statements.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from trucewatch.records.terms import SpeechAct
from trucewatch.vocab import vocabulary

type Kind = Literal["say", "topic", "tally", "believe", "think", "want", "judge", "show", "seem", "act"]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a cue means in one frame."""

    kind: Kind
    act: SpeechAct


@dataclass(frozen=True, slots=True)
class Idiom:
    """What makes a verb cite: one of ``words`` right after it (none: the verb alone), and the words, if any, that lead the content in."""

    words: frozenset[str]
    after: frozenset[str]
    sense: Sense


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemma → frame → sense for verbs, lemma → sense for the other word classes, and the word lists that go with them."""

    verbs: Mapping[str, Mapping[str, Sense]]
    nouns: Mapping[str, Sense]
    adjectives: Mapping[str, Sense]
    adverbs: Mapping[str, Sense]
    forms: Mapping[str, str]
    withheld: frozenset[str]
    leading: frozenset[str]
    hedges: frozenset[str]
    media: frozenset[str]
    media_verbs: frozenset[str]
    proposals: frozenset[str]
    stands: frozenset[str]
    figures: frozenset[str]
    denials: frozenset[str]
    idioms: Mapping[str, tuple[Idiom, ...]]


@cache
def lexicon() -> Lexicon:
    """Return the cue vocabulary, read once."""
    data = cast(dict[str, Any], vocabulary("cues"))
    verbs: dict[str, dict[str, Sense]] = {}
    for kind, acts in data["verbs"].items():
        for act, frames in acts.items():
            for frame, words in frames.items():
                for word in words.split():
                    verbs.setdefault(word, {}).setdefault(frame, Sense(kind, act))
    return Lexicon(
        verbs=verbs,
        nouns=_senses(data["nouns"]),
        adjectives={word: Sense(kind, "assert") for kind, words in data["adjectives"].items() for word in words.split()},
        adverbs={word: Sense(kind, "assert") for kind, words in data["adverbs"].items() for word in words.split()},
        forms=data["forms"],
        withheld=frozenset(data["withheld"]),
        leading=frozenset(data["leading"]),
        hedges=frozenset(data["hedges"]),
        media=frozenset(data["inscriptions"]["media"].split()),
        media_verbs=frozenset(data["inscriptions"]["verbs"].split()),
        proposals=frozenset(data["proposals"].split()),
        stands=frozenset(data["stands"].split()),
        figures=frozenset(data["figures"].split()),
        denials=frozenset(data["denials"].split()),
        idioms=_idioms(data["idioms"]),
    )


def _senses(kinds: Mapping[str, Mapping[str, str]]) -> dict[str, Sense]:
    senses: dict[str, Sense] = {}
    for kind, acts in kinds.items():
        for act, words in acts.items():
            for word in words.split():
                senses.setdefault(word, Sense(cast(Kind, kind), cast(SpeechAct, act)))
    return senses


def _idioms(acts: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[Idiom, ...]]:
    found: dict[str, tuple[Idiom, ...]] = {}
    for act, verbs in acts.items():
        for verb, written in verbs.items():
            words, _, after = written.partition("/")
            idiom = Idiom(frozenset(words.split()), frozenset(after.split()), Sense("say", cast(SpeechAct, act)))
            found[verb] = (*found.get(verb, ()), idiom)
    return found
