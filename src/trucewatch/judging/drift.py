"""Evidence → warnings where a derived text is stronger than its root: a lost hedge, or a turned bound (DOMAIN section 3)."""

import re
from collections.abc import Iterable, Mapping, Sequence

from trucewatch.judging.evidence import Archive
from trucewatch.judging.figures import Figure
from trucewatch.judging.ranges import root_of
from trucewatch.judging.register import Root
from trucewatch.judging.status import interval
from trucewatch.records.assertion import Statement, Warning

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_EMPTY = frozenset(
    """a an the of by in on at to and or that this these those it its his her their he she they was were is are be been being had has have
    said says as for with from would could should will did do does not no there who which""".split()
)
_ALIKE = 0.6
_LEAST_WORDS = 3


def turned_bounds(figures: Sequence[Figure]) -> tuple[Warning, ...]:
    """Warn where one number became a ceiling in a derived text and was a floor at its root, or the other way round."""
    found = []
    ordered = sorted((figure for figure in figures if figure.scope is None), key=lambda figure: figure.order)
    for figure in ordered:
        alike = [
            other
            for other in ordered
            if other.payload.metric == figure.payload.metric and other.payload.population == figure.payload.population
        ]
        root = root_of(figure, alike)
        if root is None or root.count == figure.count or root.claim == figure.claim:
            continue
        if _bound(root) * _bound(figure) < 0:
            text = f"turned bound: {_stands_for(figure, root)}"
            found.append(Warning("turned bound", text, document=figure.document, refs=(figure.claim, root.claim)))
        elif _bound(root) and not _bound(figure):
            text = f"lost bound: {_stands_for(figure, root)}"
            found.append(Warning("lost bound", text, document=figure.document, refs=(figure.claim, root.claim)))
    return tuple(found)


def _stands_for(figure: Figure, root: Figure) -> str:
    """Say whose words a derived figure stands for."""
    own, theirs = figure.payload.text, root.payload.text
    return f"“{own}” stands for “{theirs}” ({interval(root.count)}) of {root.root.name}; the root counts"


def _bound(figure: Figure) -> int:
    """Return 1 for a floor, -1 for a ceiling, 0 for a number."""
    if figure.payload.high is None:
        return 1
    return -1 if figure.payload.low == 0 and figure.payload.high > 0 else 0


def lost_hedges(archive: Archive) -> tuple[Warning, ...]:
    """Warn where a speaker's words stand without a hedge in one report and with it in another (or in the same one)."""
    by_speaker: dict[str, list[tuple[Statement, frozenset[str], str]]] = {}
    for name in sorted(archive.statements):
        statement = archive.statements[name]
        if not statement.speaker.name or statement.mode == "narrator":
            continue
        text = archive.documents[statement.document].text
        words = frozenset(word.lower() for span in statement.content for word in _WORD.findall(span.of(text))) - _EMPTY
        if len(words) >= _LEAST_WORDS:
            key = _speaker_key(archive.register.root(statement.speaker, archive.country_of(statement.document)), statement)
            by_speaker.setdefault(key, []).append((statement, words, text))
    found = []
    for said in by_speaker.values():
        hedged = [(statement, words, text) for statement, words, text in said if _hedges(statement)]
        plain = [(statement, words, text) for statement, words, text in said if not _hedges(statement)]
        for statement, words, text in plain:
            root = next((one for one in hedged if _same_words(one, words)), None)
            if root is not None:
                found.append(_warning(statement, text, root[0], root[2]))
    return tuple(sorted(found, key=lambda warning: (warning.document or "", warning.spans)))


def _speaker_key(root: Root, statement: Statement) -> str:
    return root.name if root.known else statement.speaker.name


def _hedges(statement: Statement) -> bool:
    """Return whether a hedge stands inside the content."""
    return any(content.covers(hedge) for hedge in statement.hedges for content in statement.content)


def _same_words(root: tuple[Statement, frozenset[str], str], words: frozenset[str]) -> bool:
    """Return whether most content words of the shorter wording stand in the longer, the hedges apart."""
    statement, own, text = root
    hedges = frozenset(word.lower() for hedge in statement.hedges for word in _WORD.findall(hedge.of(text)))
    kept = own - hedges
    fewest = min(len(kept), len(words))
    return fewest >= _LEAST_WORDS and len(kept & words) / fewest >= _ALIKE


def _warning(statement: Statement, text: str, root: Statement, root_text: str) -> Warning:
    """Say what was lost."""
    words = " … ".join(span.of(text) for span in statement.content)
    hedge = ", ".join(hedge.of(root_text) for hedge in root.hedges)
    return Warning(
        "lost hedge",
        f"lost hedge: “{words}” stands without “{hedge}”, which {root.speaker.name} said elsewhere; the hedged words are the root",
        spans=statement.content,
        document=statement.document,
        refs=(statement.id, root.id),
    )


def by_document(warnings: Iterable[Warning]) -> Mapping[str, tuple[Warning, ...]]:
    """Group warnings by the document they are about."""
    found: dict[str, list[Warning]] = {}
    for warning in warnings:
        found.setdefault(warning.document or "", []).append(warning)
    return {name: tuple(group) for name, group in found.items()}
