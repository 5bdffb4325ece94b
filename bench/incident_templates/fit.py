"""Fit the weights by which choice.py fills templates, on the development part, and print figures cross-validated there.

    python -m bench.incident_templates.fit DATA

Logistic regression with a ridge, one model a role and kind of question. Folds part texts, never the fillers of one text. The second
model of a role is fitted on what the first makes of texts it has not seen. Weights that hardly matter are left out of the file; signs
are grammatical relations, classes and single common words.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.incident_templates import adapter, choice, scorers
from bench.incident_templates.choice import BIAS, Pair
from bench.incident_templates.corpus import ROLES, Story, stories
from trucewatch.reading.attribution import find_statements
from trucewatch.reading.events import find_events
from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.parse import Parse
from trucewatch.reading.parser import Parser
from trucewatch.reading.places import find_places
from trucewatch.reading.times import find_times

FOLDS, RIDGE, RARE, SLIGHT = 5, 6.0, 6, 0.03
GAP = re.compile(r" {4,}")
type Weights = dict[str, dict[str, dict[str, float]]]


@dataclass(slots=True)
class Example:
    """One text: its incidents, which are kept, the pairs of all, and what the keys say of each pair."""

    story: Story
    kept: list[adapter.Incident]
    pairs: list[Pair]
    here: list[bool]
    anywhere: list[bool]
    reported: set[int]


def main() -> int:
    """Fit and write the weights; 0 where something was fitted."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("data", type=Path)
    examples = list(_examples(list(stories(parser.parse_args().data, "train"))))
    folds = [examples[number::FOLDS] for number in range(FOLDS)]
    for held in folds:
        rest = [one for fold in folds if fold is not held for one in fold]
        _set_here(held, _models(rest, "here"))
    for held in folds:
        rest = [one for fold in folds if fold is not held for one in fold]
        _set_anywhere(held, _models(rest, "anywhere"))
    _print(examples)
    weights: Weights = {role: {} for role in ROLES}
    for kind in ("anywhere", "here"):
        for role, model in _models(examples, kind).items():
            weights[role][kind] = {
                sign: round(weight, 3) for sign, weight in sorted(model.items()) if abs(weight) >= SLIGHT or sign == BIAS
            }
    choice.WEIGHTS.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0 if examples else 3


def _examples(chosen: Sequence[Story]) -> Iterable[Example]:
    """Yield the texts read, where anything was found."""
    parser, gazetteer = Parser.load(), Gazetteer.load()
    texts = [GAP.sub(lambda gap: "\n\n" + " " * (len(gap.group()) - 2), story.text) for story in chosen]
    for story, parse in zip(chosen, parser.parse_many(texts), strict=True):
        yield example(story, parse, gazetteer)


def example(story: Story, parse: Parse, gazetteer: Gazetteer) -> Example:
    """Return one text with what the keys say of every pair."""
    statements = find_statements(parse, story.id)
    mentions = find_events(parse, find_times(parse, story.published), find_places(parse, gazetteer), statements)
    found = adapter.incidents(parse, mentions)
    kept = adapter.reported(found, story.published)
    reported = {id(one) for one in kept}
    _, mapping = scorers.gtt(adapter.to_templates(found), story.templates)
    wanted, gold = dict(mapping), scorers.folded(story.templates)
    all_pairs = choice.pairs(parse, mentions, statements, found)

    def right(pair: Pair, templates: Iterable[int]) -> bool:
        return any(pair.wording in entity for number in templates for entity in gold[number].roles[pair.role])

    return Example(
        story, kept, all_pairs,
        [right(pair, [wanted[pair.incident]] if pair.incident in wanted else []) for pair in all_pairs],
        [right(pair, range(len(gold))) for pair in all_pairs],
        {number for number, one in enumerate(found) if id(one) in reported},
    )  # fmt: skip


def _grouped(one: Example) -> Iterable[tuple[Pair, list[Pair], bool]]:
    """Yield the best pair of every wording among kept incidents, all its pairs, and whether the keys have it anywhere."""
    groups: dict[tuple[str, str, str], list[tuple[Pair, bool]]] = defaultdict(list)
    for pair, right in zip(one.pairs, one.anywhere, strict=True):
        if pair.incident in one.reported:
            groups[pair.role, pair.key, pair.wording].append((pair, right))
    for beside in groups.values():
        found = [pair for pair, _ in beside]
        yield max(found, key=lambda pair: pair.here), found, beside[0][1]


def _models(examples: Iterable[Example], kind: str) -> dict[str, dict[str, float]]:
    """Fit one kind of model for every role."""
    rows: dict[str, list[tuple[set[str], bool]]] = {role: [] for role in ROLES}
    for one in examples:
        if kind == "here":
            for pair, right in zip(one.pairs, one.here, strict=True):
                rows[pair.role].append((pair.signs, right))
        else:
            for best, beside, right in _grouped(one):
                rows[best.role].append((choice.stacked(best, beside), right))
    return {role: _fit([signs for signs, _ in found], np.array([right for _, right in found], float)) for role, found in rows.items()}


def _fit(signs: Sequence[set[str]], right: np.ndarray) -> dict[str, float]:
    """Return the weights of a logistic regression with a ridge."""
    counts = Counter(sign for found in signs for sign in found)
    names = [*sorted(sign for sign, times in counts.items() if times >= RARE), BIAS]
    numbers = {name: number for number, name in enumerate(names)}
    columns, ends = [], [0]
    for found in signs:
        columns.extend(numbers[sign] for sign in found if sign in numbers)
        columns.append(numbers[BIAS])
        ends.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(signs), len(names)))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = matrix @ weights
        chances = 1 / (1 + np.exp(-odds))
        return float((np.logaddexp(0, odds) - right * odds).sum() + RIDGE / 2 * weights @ weights), matrix.T @ (
            chances - right
        ) + RIDGE * weights

    fitted = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return dict(zip(names, map(float, fitted), strict=True))


def _set_here(examples: Iterable[Example], models: dict[str, dict[str, float]]) -> None:
    for one in examples:
        for pair in one.pairs:
            pair.here = choice.probability(models[pair.role], pair.signs)


def _set_anywhere(examples: Iterable[Example], models: dict[str, dict[str, float]]) -> None:
    for one in examples:
        for best, beside, _ in _grouped(one):
            best.anywhere = choice.probability(models[best.role], choice.stacked(best, beside))


def _print(examples: Iterable[Example]) -> None:
    """Print the figures of texts scored by weights that have not seen them."""
    templates, fillers = scorers.Tally(), scorers.Tally()
    for one in examples:
        found = choice.chosen(pair for pair in one.pairs if pair.incident in one.reported)
        for number, incident in zip(sorted(one.reported), one.kept, strict=True):
            incident.chosen = {role: texts for (at, role), texts in found.items() if at == number}
        given = adapter.to_templates(one.kept)
        templates.add(scorers.gtt(given, one.story.templates)[0])
        fillers.add(scorers.grit(given, one.story.templates))
    for name in (*ROLES, None):
        here, there = templates.figures(name), fillers.figures(name)
        print(f"{name or 'all':<10} GTT" + "".join(f"{100 * v:6.1f}" for v in here) + "   GRIT" + "".join(f"{100 * v:6.1f}" for v in there))


if __name__ == "__main__":
    sys.exit(main())
