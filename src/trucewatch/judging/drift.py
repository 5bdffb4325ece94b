"""Evidence → warnings where a derived text is stronger than its root: a lost hedge, or a turned bound (DOMAIN section 3)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from trucewatch.judging.evidence import Archive
from trucewatch.judging.figures import Figure
from trucewatch.judging.ranges import root_of
from trucewatch.judging.register import Root
from trucewatch.judging.status import interval
from trucewatch.records.assertion import Statement, Warning
from trucewatch.records.memo import Memo

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


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a named speaker: who speaks, its content words in order (those of its hedges apart), and whether it hedges."""

    statement: str
    speaker: str
    words: tuple[str, ...]
    hedged: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """The statements of one report that may be hedged elsewhere, or stand there without their hedge."""

    each: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Echoes:
    """The statements that stand without a hedge, each with one that has it, and the warning of that. ``known`` gives the content of every
    report that was looked at."""

    known: Mapping[str, str] = field(default_factory=dict)
    pairs: tuple[tuple[str, str, Warning], ...] = ()


def voices_of(document: str, archive: Archive) -> Voices:
    """Return what the named speakers of one report say."""
    text = archive.documents[document].text
    found = []
    for statement in archive.readings[document].statements:
        if not statement.speaker.name or statement.mode == "narrator":
            continue
        words = frozenset(word.lower() for span in statement.content for word in _WORD.findall(span.of(text))) - _EMPTY
        if len(words) >= _LEAST_WORDS:
            speaker = _speaker_key(archive.register.root(statement.speaker, archive.country_of(document)), statement)
            hedged = _hedges(statement)
            hedges = (
                frozenset(word.lower() for hedge in statement.hedges for word in _WORD.findall(hedge.of(text))) if hedged else frozenset()
            )
            found.append(Said(statement.id, speaker, tuple(sorted(words - hedges)), hedged))
    return Voices(tuple(found))


def lost_hedges(archive: Archive, contents: Mapping[str, str], memo: Memo) -> tuple[Warning, ...]:
    """Warn where a speaker's words stand without a hedge in one report and with it in another (or in the same one).

    ``contents`` are digests of every report with all that its voices rest on. Of several hedged wordings the least id is named.
    """
    voices = {name: memo.get(Voices, key) or memo.keep(key, voices_of(name, archive)) for name, key in contents.items()}
    echoes = memo.keep("echoes", _with_voices(memo.get(Echoes, "echoes") or Echoes(), voices, contents, archive))
    first: dict[str, Warning] = {}
    for plain, _, warning in echoes.pairs:
        first.setdefault(plain, warning)
    return tuple(sorted(first.values(), key=lambda warning: (warning.document or "", warning.spans, warning.refs)))


def _with_voices(known: Echoes, voices: Mapping[str, Voices], contents: Mapping[str, str], archive: Archive) -> Echoes:
    """Return the echoes among all voices: those known are taken over, what is new is compared with all that its speaker said."""
    fresh = {name for name in voices if known.known.get(name) != contents[name]}
    home = {said.statement: name for name, own in voices.items() for said in own.each}
    old = [pair for pair in known.pairs if all(home.get(name, "") in voices and home[name] not in fresh for name in pair[:2])]
    by_speaker: dict[str, list[Said]] = {}
    asked: set[str] = set()
    for name, own in voices.items():
        for said in own.each:
            by_speaker.setdefault(said.speaker, []).append(said)
            if name in fresh:
                asked.add(said.speaker)
    found = []
    for speaker in asked:
        hedged = [(said, frozenset(said.words)) for said in by_speaker[speaker] if said.hedged]
        for plain in by_speaker[speaker]:
            if plain.hedged or not hedged:
                continue
            words, new = frozenset(plain.words), home[plain.statement] in fresh
            found += [
                (plain.statement, root.statement, _warning(plain.statement, root.statement, archive))
                for root, kept in hedged
                if (new or home[root.statement] in fresh) and _same_words(kept, words)
            ]
    return Echoes(dict(sorted(contents.items())), tuple(sorted([*old, *found], key=lambda pair: pair[:2])))


def _speaker_key(root: Root, statement: Statement) -> str:
    return root.name if root.known else statement.speaker.name


def _hedges(statement: Statement) -> bool:
    """Return whether a hedge stands inside the content."""
    return any(content.covers(hedge) for hedge in statement.hedges for content in statement.content)


def _same_words(root: frozenset[str], words: frozenset[str]) -> bool:
    """Return whether most content words of the shorter wording stand in the longer, the hedges apart."""
    fewest = min(len(root), len(words))
    return fewest >= _LEAST_WORDS and len(root & words) / fewest >= _ALIKE


def _warning(plain: str, hedged: str, archive: Archive) -> Warning:
    """Say what was lost."""
    statement, root = archive.statements[plain], archive.statements[hedged]
    text, root_text = (archive.documents[one.document].text for one in (statement, root))
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
