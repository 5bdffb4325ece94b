"""Scorers written from the papers' definitions.

GTT (Du, Rush and Cardie 2021, "Template filling with generative transformers"): CEAF-RME with the subset similarity. Predicted and gold
templates are mapped one to one so that the document's micro F1 is best; a mapped pair must have one type; an entity is right where all
its mentions are mentions of one gold entity of that role. The type of each template counts as a role.
GRIT (Du, Rush and Cardie 2021, "GRIT: generative role-filler transformers"): CEAF-REE, entities of a document pooled over templates and
aligned one to one within each role.
"""

import itertools
import re
import string
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scipy.optimize import linear_sum_assignment

from bench.incident_templates.corpus import ROLES, Entity, Template

TYPE = "incident_type"
_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def fold(mention: str) -> str:
    """Return a mention in lower case without punctuation, articles and double blanks."""
    return " ".join(_ARTICLES.sub(" ", mention.lower().translate(_PUNCTUATION)).split())


@dataclass(slots=True)
class Tally:
    """Right and given, right and wanted, by role."""

    right_given: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    right_wanted: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        """Add another tally."""
        self.right_given.update(other.right_given)
        self.given.update(other.given)
        self.right_wanted.update(other.right_wanted)
        self.wanted.update(other.wanted)

    def figures(self, role: str | None = None) -> tuple[float, float, float]:
        """Return precision, recall and F1 of one role, micro-averaged over all where ``role`` is None."""

        def pick(counts: Counter[str]) -> int:
            return counts[role] if role else sum(counts.values())

        given, wanted = pick(self.given), pick(self.wanted)
        precision = pick(self.right_given) / given if given else 0.0
        recall = pick(self.right_wanted) / wanted if wanted else 0.0
        total = precision + recall
        return precision, recall, (2 * precision * recall / total if total else 0.0)


def within(given: Entity, wanted: Entity) -> bool:
    """Return whether every mention given is a mention of the gold entity (the subset similarity of both papers)."""
    return set(given) <= set(wanted)


def folded(templates: Iterable[Template]) -> list[Template]:
    """Return the templates with folded mentions."""
    return [
        Template(one.type, {role: tuple(tuple(map(fold, entity)) for entity in one.roles.get(role, ())) for role in ROLES})
        for one in templates
    ]


def _pair(given: Template, wanted: Template) -> tuple[Counter[str], Counter[str]]:
    """Return what is right of the given and of the wanted side where the two are mapped; nothing where the types differ."""
    if given.type != wanted.type:
        return Counter(), Counter()
    right_given, right_wanted = Counter({TYPE: 1}), Counter({TYPE: 1})
    for role in ROLES:
        ours, theirs = given.roles[role], wanted.roles[role]
        right_given[role] += sum(any(within(one, other) for other in theirs) for one in ours)
        right_wanted[role] += sum(any(within(one, other) for one in ours) for other in theirs)
    return right_given, right_wanted


def gtt(given: Sequence[Template], wanted: Sequence[Template]) -> tuple[Tally, list[tuple[int, int]]]:
    """Return the tally of one document under the best mapping, and the mapped pairs."""
    ours, theirs = folded(given), folded(wanted)
    tally = Tally()
    for side, counts in ((ours, tally.given), (theirs, tally.wanted)):
        for one in side:
            counts[TYPE] += 1
            for role in ROLES:
                counts[role] += len(one.roles[role])
    pairs = {(i, j): _pair(one, other) for i, one in enumerate(ours) for j, other in enumerate(theirs)}
    mapping = _best(pairs, len(ours), len(theirs), sum(tally.given.values()), sum(tally.wanted.values()))
    for pair in mapping:
        tally.right_given.update(pairs[pair][0])
        tally.right_wanted.update(pairs[pair][1])
    return tally, mapping


type _Pairs = dict[tuple[int, int], tuple[Counter[str], Counter[str]]]


def _best(pairs: _Pairs, ours: int, theirs: int, given: int, wanted: int) -> list[tuple[int, int]]:
    """Return the one-to-one mapping with the best F1: every one is tried where they are few, else the assignment of most right."""
    useful = {pair: (sum(a.values()), sum(b.values())) for pair, (a, b) in pairs.items() if a}
    if ours > 5 or theirs > 5:
        weights = [[sum(useful.get((i, j), (0, 0))) for j in range(theirs)] for i in range(ours)]
        rows, columns = linear_sum_assignment(weights, maximize=True) if ours and theirs else ((), ())
        return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if (int(i), int(j)) in useful]
    best: tuple[float, list[tuple[int, int]]] = (-1.0, [])
    choices = [*range(theirs), *([None] * ours)]
    for order in set(itertools.permutations(choices, ours)):
        mapping = [(i, j) for i, j in enumerate(order) if j is not None and (i, j) in useful]
        precision = sum(useful[pair][0] for pair in mapping) / given if given else 0.0
        recall = sum(useful[pair][1] for pair in mapping) / wanted if wanted else 0.0
        score = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        best = max(best, (score, sorted(mapping)))
    return best[1]


def pooled(templates: Iterable[Template]) -> dict[str, list[Entity]]:
    """Return a document's entities by role over all templates, the same entity (one shared mention) once."""
    found: dict[str, list[Entity]] = {role: [] for role in ROLES}
    for one in templates:
        for role in ROLES:
            for entity in one.roles[role]:
                for at, known in enumerate(found[role]):
                    if set(known) & set(entity):
                        found[role][at] = tuple(dict.fromkeys((*known, *entity)))
                        break
                else:
                    found[role].append(entity)
    return found


def grit(given: Sequence[Template], wanted: Sequence[Template]) -> Tally:
    """Return the role-filler tally of one document."""
    tally = Tally()
    ours, theirs = pooled(folded(given)), pooled(folded(wanted))
    for role in ROLES:
        tally.given[role] += len(ours[role])
        tally.wanted[role] += len(theirs[role])
        if ours[role] and theirs[role]:
            matrix = [[float(within(one, other)) for other in theirs[role]] for one in ours[role]]
            rows, columns = linear_sum_assignment(matrix, maximize=True)
            right = int(sum(matrix[i][j] for i, j in zip(rows, columns, strict=True)))
            tally.right_given[role] += right
            tally.right_wanted[role] += right
    return tally
