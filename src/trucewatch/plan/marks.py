"""YAML text → nodes that know their line, and the problems found in them. A problem never stops the look for the next one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

import yaml

LIMIT = 2_000_000
"""The longest plan file read, in characters: a plan is a few hundred lines."""
_DEPTH = 12
_FIRST, _LAST = 1900, 2199
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a plan file: ``line`` counts from 1, ``text`` says what and what to do."""

    line: int
    text: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.text}"


class BadPlan(ValueError):
    """A file that is no valid plan; ``problems`` has every fault found, by line."""

    def __init__(self, problems: Iterable[Problem], name: str = "plan") -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(f"{name}, {problem}" for problem in self.problems))


@dataclass(slots=True)
class Notes:
    """Collects problems while a file is read."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, text: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(line, text))


def compose(text: str) -> yaml.Node:
    """Return the root node of one YAML document. Raises BadPlan where it is not one, or uses anchors, or nests too deeply."""
    if len(text) > LIMIT:
        raise BadPlan([Problem(1, f"the file is longer than {LIMIT:,} characters: this is not a plan")])
    try:
        depth = 0
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise BadPlan([Problem(_line(event), "anchors and aliases (& and *) are not used in plans; write it out")])
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEPTH:
                raise BadPlan([Problem(_line(event), "is nested too deeply for a plan")])
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = max(1, len(text.splitlines()))
        raise BadPlan([Problem(min(mark.line + 1, last) if mark else 1, f"is not valid YAML: {error.problem or error.context}")]) from error
    except (yaml.YAMLError, ValueError) as error:
        if isinstance(error, BadPlan):
            raise
        raise BadPlan([Problem(1, f"is not valid YAML: {str(error).splitlines()[0]}")]) from error
    if root is None:
        raise BadPlan([Problem(1, "is empty")])
    return root


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def line_of(node: yaml.Node) -> int:
    """Return the line on which a node begins, from 1."""
    return int(node.start_mark.line) + 1


class Entry:
    """A YAML mapping read key by key, each value narrowed to its type; whatever is wrong is noted with its line and read as absent."""

    def __init__(self, node: yaml.Node, notes: Notes, what: str, keys: Iterable[str]) -> None:
        self.line = line_of(node)
        self.what = what
        self.notes = notes
        self._fields: dict[str, yaml.Node] = {}
        if not isinstance(node, yaml.MappingNode):
            notes.add(self.line, f"{what} must be a mapping of names to values")
            return
        known = tuple(keys)
        for name, key, value in pairs(node, notes):
            if known and name not in known:
                near = get_close_matches(name, known, 1)
                hint = f"; did you mean {near[0]!r}?" if near else f"; known are: {', '.join(known)}"
                if " " in name and is_null(value):
                    hint = "; between { and } a comma ends a text: put quotation marks around a text that has one"
                notes.add(line_of(key), f"{what} has an unknown key {name!r}{hint}")
            else:
                self._fields[name] = value

    def node(self, key: str) -> yaml.Node | None:
        """Return the node of ``key``, None where it is absent or null."""
        node = self._fields.get(key)
        return None if node is None or is_null(node) else node

    def at(self, key: str) -> int:
        """Return the line of ``key``'s value, or that of the mapping."""
        return line_of(self._fields[key]) if key in self._fields else self.line

    def text(self, key: str, *, needed: bool = False) -> str | None:
        """Return a scalar as text."""
        node = self.node(key)
        if node is None:
            if needed:
                self.notes.add(self.at(key), f"{self.what} needs {key!r}")
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.notes.add(line_of(node), f"{key!r} of {self.what} must be text")
            return None
        return str(node.value).strip()

    def choice(self, key: str, allowed: Iterable[str], *, default: str) -> str:
        """Return a term of a closed vocabulary; spaces, hyphens and underscores are alike."""
        given = self.text(key)
        options = tuple(allowed)
        if given is None:
            return default
        term = given.replace("_", " ").replace("-", " ").lower()
        by_term = {option.replace("-", " "): option for option in options}
        if term in by_term:
            return by_term[term]
        self.notes.add(self.at(key), f"{key!r} of {self.what} is {given!r}; it must be one of: {', '.join(options)}")
        return default

    def day(self, key: str, *, needed: bool = False) -> date | None:
        """Return a day written YYYY-MM-DD; days that no calendar has are noted."""
        given = self.text(key, needed=needed)
        return as_day(given, self.at(key), f"{key!r} of {self.what}", self.notes) if given else None

    def number(self, key: str, low: float, high: float) -> float | None:
        """Return a number between ``low`` and ``high``."""
        given = self.text(key)
        if given is None:
            return None
        try:
            value = float(given)
        except ValueError:
            value = float("nan")
        if low <= value <= high:
            return value
        self.notes.add(self.at(key), f"{key!r} of {self.what} is {given!r}; it must be a number from {low:g} to {high:g}")
        return None

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one text stands for a list of one."""
        return tuple(word for word, _line in self.worded(key))

    def worded(self, key: str) -> tuple[tuple[str, int], ...]:
        """Return a list of texts, each with its line."""
        node = self.node(key)
        if node is None:
            return ()
        if isinstance(node, yaml.ScalarNode):
            return ((str(node.value).strip(), line_of(node)),)
        found = []
        for each in node.value if isinstance(node, yaml.SequenceNode) else ():
            if isinstance(each, yaml.ScalarNode) and str(each.value).strip():
                found.append((str(each.value).strip(), line_of(each)))
            else:
                self.notes.add(line_of(each), f"{key!r} of {self.what} must be a list of texts")
        if not isinstance(node, yaml.SequenceNode):
            self.notes.add(line_of(node), f"{key!r} of {self.what} must be a list of texts")
        return tuple(found)

    def items(self, key: str) -> tuple[yaml.Node, ...]:
        """Return the nodes of a list."""
        node = self.node(key)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.notes.add(line_of(node), f"{key!r} of {self.what} must be a list")
            return ()
        return tuple(node.value)

    def named(self, key: str) -> tuple[tuple[str, yaml.Node], ...]:
        """Return the entries of a mapping of names to nodes."""
        node = self.node(key)
        if node is None:
            return ()
        if not isinstance(node, yaml.MappingNode):
            self.notes.add(line_of(node), f"{key!r} of {self.what} must be a mapping of names to entries")
            return ()
        return tuple((name, value) for name, _key, value in pairs(node, self.notes))


def pairs(node: yaml.MappingNode, notes: Notes) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """Yield name, key node and value node; a name given twice is noted, since YAML would silently keep the last."""
    seen: dict[str, int] = {}
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        if not name:
            notes.add(line_of(key), "a name must be plain text")
        elif name in seen:
            notes.add(line_of(key), f"{name!r} is given twice, first on line {seen[name]}")
        else:
            seen[name] = line_of(key)
            yield name, key, value


def is_null(node: yaml.Node) -> bool:
    """Return whether a node is YAML's null."""
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def as_day(given: str, line: int, what: str, notes: Notes) -> date | None:
    """Return ``given`` as a day; what is none is noted: 31 February as much as "soon"."""
    try:
        day = date.fromisoformat(given)
    except ValueError as error:
        shape = "no such day" if len(given) == 10 and given[4:5] == "-" and given[7:8] == "-" else "not a day written YYYY-MM-DD"
        detail = f" ({error})" if shape == "no such day" else ""
        notes.add(line, f"{what} is {given!r}: {shape}{detail}")
        return None
    if not _FIRST <= day.year <= _LAST:
        notes.add(line, f"{what} is {given!r}: no year from {_FIRST} to {_LAST}")
        return None
    return day


def by_name(values: Mapping[str, int], name: str) -> str:
    """Return a hint at the nearest known name, or the known names."""
    near = get_close_matches(name, list(values), 1)
    return f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(values) or 'none'}"
