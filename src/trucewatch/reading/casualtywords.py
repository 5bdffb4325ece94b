"""vocab/casualties.yaml → typed word lists: which words say what happened to the people a number counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from trucewatch.records.terms import Metric


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The typed content of ``vocab/casualties.yaml``: word → metric, by how the word takes its people."""

    does: "Mapping[str, Metric]"
    suffers: "Mapping[str, Metric]"
    needs: Mapping[str, frozenset[str]]
    unless: Mapping[str, frozenset[str]]
    subject_phrases: "Mapping[str, Mapping[str, Metric]]"
    object_phrases: "Mapping[str, Mapping[str, Metric]]"
    states: "Mapping[str, Metric]"
    counted: "Mapping[str, Metric]"
    victims: frozenset[str]
    nouns: "Mapping[str, Metric]"
    zero: "Mapping[str, tuple[Metric, ...]]"
    figures: frozenset[str]
    figure_metrics: "Mapping[str, Metric]"
    stating: frozenset[str]
    revising: frozenset[str]
    unharmed: frozenset[str]
    residents: frozenset[str]
    going: frozenset[str]
    loose_going: frozenset[str]
    staying: frozenset[str]
    havens: frozenset[str]
    executions: frozenset[str]
    multiples: Mapping[str, int]
    multiplied: "Mapping[str, Metric]"


@cache
def lexicon() -> Lexicon:
    """Load the casualty vocabulary."""
    raw = cast("Mapping[str, Any]", vocabulary("casualties"))

    def turned(key: str) -> "dict[str, Metric]":
        return {str(word): cast("Metric", metric) for metric, words in raw[key].items() for word in words}

    def words(key: str) -> frozenset[str]:
        return frozenset(map(str, raw[key]))

    return Lexicon(
        does=turned("does"),
        suffers=turned("suffers"),
        needs={str(k): frozenset(v) for k, v in raw["needs"].items()},
        unless={str(k): frozenset(v) for k, v in raw["unless"].items()},
        subject_phrases=raw["subject phrases"],
        object_phrases=raw["object phrases"],
        states=turned("states"),
        counted=turned("counted"),
        victims=words("victims"),
        nouns=turned("nouns"),
        zero={str(k): tuple(v) for k, v in raw["zero"].items()},
        figures=words("figures"),
        figure_metrics=raw["figure metrics"],
        stating=words("stating"),
        revising=words("revising"),
        unharmed=words("unharmed"),
        residents=words("residents"),
        going=words("going") | words("loose going"),
        loose_going=words("loose going"),
        staying=words("staying"),
        havens=words("havens"),
        executions=words("executions"),
        multiples={str(k): int(v) for k, v in raw["multiples"].items()},
        multiplied=turned("multiplied"),
    )
