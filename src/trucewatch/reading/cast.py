"""The persons a text names: every mention of a name gathered under one person, with role, affiliation and gender as the text gives them."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from trucewatch.reading.offices import Role, offices, role_of
from trucewatch.reading.view import Range, View

_PARTICLES = frozenset("al el bin ibn bint abu abd de la le da dos del della di van von der den ter ul ur und".split())
_OFFICE_TAIL = frozenset(("state", "defence", "defense", "foreign", "staff"))


@dataclass(slots=True, eq=False)
class Person:
    """One named person while the text is gone through. ``mentions`` are the token ranges of the name, without titles."""

    words: tuple[str, ...]
    name: str
    mentions: list[Range] = field(default_factory=list)
    roles: list[tuple[int, Role]] = field(default_factory=list)
    gender: str | None = None

    @property
    def role(self) -> Role | None:
        """The fullest role given, the first of equals."""
        ranked = sorted(self.roles, key=lambda given: (given[1].affiliation is None, given[1].former, given[0]))
        return ranked[0][1] if ranked else None


@dataclass(slots=True)
class Cast:
    """The persons of one text in order of first mention, and whose name each token belongs to."""

    persons: list[Person] = field(default_factory=list)
    owner: dict[int, Person] = field(default_factory=dict)
    by_word: dict[str, list[Person]] = field(default_factory=dict)
    """Persons by each word of their names, in order of first mention."""
    by_office: dict[str, list[Person]] = field(default_factory=dict)
    mentions: list[tuple[int, int, Person]] = field(default_factory=list)
    """Start, end and person of every mention, in text order."""

    def holders(self, wanted: Role) -> Iterator[Person]:
        """Yield the persons who hold the office a later mention names, in order of first mention."""
        noun = min(wanted.nouns)
        for person in self.by_office.get(noun, ()):
            if any(
                wanted.names(role) and (not wanted.affiliation or not role.affiliation or wanted.affiliation == role.affiliation)
                for _, role in person.roles
            ):
                yield person

    def before(self, at: int) -> Iterator[tuple[int, Person]]:
        """Yield the start and person of mentions that end before token ``at``, the latest first."""
        for number in range(bisect_left(self.mentions, at, key=lambda mention: mention[0]) - 1, -1, -1):
            start, end, person = self.mentions[number]
            if end <= at:
                yield start, person


_BODILY = frozenset(("army", "navy", "staff", "police", "relations", "affairs", "forces", "ministry", "command", "division", "brigade"))
"""Words that no person's name holds."""


def cast_of(view: View) -> Cast:
    """Gather the persons of a text."""
    types = _entity_types(view)
    cast = Cast()
    singles: list[tuple[Range, tuple[str, ...], list[str], Role | None, bool]] = []
    for run in _runs(view):
        name, title = _split_title(view, run)
        if name[0] >= name[1]:
            continue
        words = _words(view, name)
        if not words or _institutional(view, name, title):
            continue
        personal = types[name[1] - 1] == "PERSON" or types[name[0]] == "PERSON"
        personal = personal or (bool(title) and title[-1].lower() != "of" and _titled(title))  # "the governor of Cross River"
        appositive: Role | None = _description(view, name)
        if not personal and appositive is None:
            singles.append((name, words, title, appositive, False))
        elif len(words) < 2:
            singles.append((name, words, title, appositive, personal))
        else:
            _enter(view, cast, name, words, title, appositive)
    for name, words, title, appositive, personal in singles:
        known = _known(cast, words, title)
        if known is not None or personal:
            _enter(view, cast, name, words, title, appositive, known)
    for person in cast.persons:
        person.mentions.sort()
        for noun in sorted({noun for _, role in person.roles for noun in role.nouns}):
            cast.by_office.setdefault(noun, []).append(person)
        cast.mentions.extend((start, end, person) for start, end in person.mentions)
    cast.mentions.sort(key=lambda mention: mention[0])
    return cast


def _institutional(view: View, name: Range, title: list[str]) -> bool:
    """Tell whether a run of proper nouns names a body and not a person ("Smart News Agency", "the Taliban")."""
    tree, known = view.tree, offices()
    if tree.lower[name[1] - 1] in known.institutions and name[1] - name[0] > 1:
        return True
    if any(word in _BODILY for word in tree.lower[name[0] : name[1]]):
        return True
    if not title and " ".join(tree.lower[name[0] : name[1]]) in known.states:
        return True
    if title and title[-1].lower() == "of" and (name[1] - name[0] == 1 or tree.lower[name[1] : name[1] + 1] == [","]):
        return True  # "the mayor of Kola", "the attorney general of Nuevo Leon, Adrian de la Garza": what the office is of
    return name[1] - name[0] == 1 and not title and name[0] > 0 and tree.lower[name[0] - 1] == "the"


def _entity_types(view: View) -> list[str]:
    doc = view.parse.doc
    types = [""] * len(doc)
    for entity in doc.ents:
        types[entity.start : entity.end] = [entity.label_] * (entity.end - entity.start)
    return types


def _runs(view: View) -> list[Range]:
    """Return runs of proper nouns, held together by particles and hyphens."""
    tree, runs = view.tree, []
    pos, lower, total = tree.pos, tree.lower, len(tree)
    at = 0
    while at < total:
        if pos[at] != "PROPN":
            at += 1
            continue
        end = at + 1
        sentence = view.parse.sentence_of
        while end < total and sentence[end] == sentence[at]:  # a caption's last name and the next line's first are two
            if pos[end] == "PROPN" or (
                (lower[end] in _PARTICLES or (lower[end] in ("-", "’", "'") and tree.start[end] == tree.end[end - 1]))
                and _resumes(view, end)
            ):
                end += 1
            else:
                break
        runs.append((at, end))
        at = end
    return runs


def _resumes(view: View, at: int) -> bool:
    """Tell whether a proper noun follows the particle or hyphen at ``at``."""
    tree = view.tree
    for here in range(at + 1, min(at + 3, len(tree))):
        if tree.pos[here] == "PROPN":
            return True
        if tree.lower[here] not in _PARTICLES and tree.lower[here] != "-":
            return False
    return False


def _words(view: View, name: Range) -> tuple[str, ...]:
    tree = view.tree
    return tuple(word for word in tree.lower[name[0] : name[1]] if word not in ("-", "’", "'") and word not in _PARTICLES)


def _split_title(view: View, run: Range) -> tuple[Range, list[str]]:
    """Part a run into name and the title words before it, which may reach back over common nouns ("army spokesman Ali Haddad")."""
    tree, known = view.tree, offices()
    start, end = run
    first = start
    if start >= 2 and tree.lower[start] in _OFFICE_TAIL and tree.lower[start - 1] in ("of", "for"):
        first = start + 1
    for at in range(start, end):
        low = tree.lower[at]
        if (
            low in known.offices
            or low in known.honorifics
            or (low in known.qualifiers and at + 1 < end and tree.lower[at + 1] in known.offices)
        ):
            first = at + 1
    while first < end and first > start and tree.lower[first] in ("-", "."):
        first += 1
    left, sentence = start, view.parse.sentence_of
    while left > 0 and sentence[left - 1] == sentence[start] and (
        tree.pos[left - 1] in ("NOUN", "PROPN", "ADJ")
        or (tree.tag[left - 1] == "POS" and tree.pos[left - 2] == "PROPN" and left >= 2)
        or tree.lower[left - 1] in known.former
        or (tree.lower[left - 1] in ("of", "for", "-") and left >= 2 and (first > start or tree.lower[left - 2] in known.offices)
        and tree.lower[left - 2] in known.offices | known.former)
    ):  # fmt: skip
        left -= 1
    title = [view.parse.doc[at].text for at in range(left, first)]
    return (first, end), title


def _titled(title: list[str]) -> bool:
    known = offices()
    return any(word.lower() in known.offices or word.lower() in known.honorifics for word in title)


def _description(view: View, name: Range) -> Role | None:
    """Return the role that an apposition after or before the name gives ("…, the Syrian ambassador to the UN,")."""
    tree = view.tree
    end = name[1]
    if end < len(tree) and tree.lower[end] == "," and view.quoted[end] == view.quoted[end - 1]:
        words: list[str] = []
        for at in range(end + 1, min(end + 16, len(tree))):
            if tree.lower[at] in (",", ".", ";", ":", ")", "(") or tree.tag[at] in ("WP", "WDT"):
                break
            if tree.tag[at] in ("VBD", "VBZ", "VBP", "MD"):
                words.clear()  # what follows the comma is a subject, no description
                break
            words.append(view.parse.doc[at].text)
        if words and words[0].lower() not in ("and", "but", "who", "whose", "in", "on", "after"):
            role = role_of(words)
            if role is not None:
                return role
    head = name[1] - 1
    above = tree.head[head]
    if tree.dep[head] == "appos" and tree.dep[above] == "pobj" and tree.lower[name[0] - 1] == ",":
        office = tree.head[tree.head[above]]  # "the governor of South Kordofan, Ali Sow," of whom the parser makes the place
        if tree.lower[tree.head[above]] in ("of", "for", "in") and tree.lower[office] in offices().offices:
            above = office
    if tree.dep[head] == "appos" and above < name[0] and name[0] - above < 12:
        first, _ = tree.edges(above, frozenset((head,)))
        return role_of([view.parse.doc[at].text for at in range(first, name[0]) if tree.lower[at] != ","])
    return None


def _known(cast: Cast, words: tuple[str, ...], title: list[str]) -> Person | None:
    """Return the person a short name means: a surname first, then any part of a name; a title of the other gender rules one out."""
    gender = _gender(title)
    best: Person | None = None
    for person in cast.by_word.get(words[-1], ()):
        if gender and person.gender and gender != person.gender:
            continue
        if words == person.words or words == person.words[-len(words) :]:
            return person
        if best is None and (words == person.words[: len(words)] or set(words) <= set(person.words)):
            best = person
    return best


def _gender(title: list[str]) -> str | None:
    known = offices().honorifics
    for word in title:
        gender = known.get(word.lower())
        if gender in ("male", "female"):
            return gender
    return None


def _enter(
    view: View,
    cast: Cast,
    name: Range,
    words: tuple[str, ...],
    title: list[str],
    appositive: Role | None,
    known: Person | None = None,
) -> None:
    person = known or _known(cast, words, title)
    if person is not None and len(words) > 1 and not set(words) <= set(person.words) and not set(person.words) <= set(words):
        person = None
    written = view.parse.words(view.parse.span(*name)).replace("\n", " ")
    if person is None:
        person = Person(words, written)
        cast.persons.append(person)
    elif len(words) > len(person.words):
        person.words, person.name = words, written
    for word in words:
        known_by = cast.by_word.setdefault(word, [])
        if person not in known_by:
            known_by.append(person)
    person.mentions.append(name)
    for at in range(*name):
        cast.owner[at] = person
    person.gender = person.gender or _gender(title)
    plain = [word for word in title if word.lower() not in offices().honorifics]
    for role in (role_of(plain) if plain else None, appositive):
        if role is not None:
            person.roles.append((name[0], role))
    trailing = _trailing_state(view, name[1])
    if trailing and person.roles and person.roles[-1][0] == name[0] and person.roles[-1][1].affiliation is None:
        role = person.roles[-1][1]
        person.roles[-1] = (name[0], Role(role.title, trailing, role.former, role.nouns))


def _trailing_state(view: View, at: int) -> str | None:
    """Return the state in "President Bashar al-Assad of Syria", or None."""
    tree = view.tree
    if at + 1 < len(tree) and tree.lower[at] == "of" and tree.pos[at + 1] == "PROPN":
        return offices().states.get(tree.lower[at + 1])
    return None
