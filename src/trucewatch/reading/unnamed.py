"""Speakers without a personal name: institutions, states, groups, documents and unnamed persons, in the text's own words."""

from collections.abc import Sequence

from trucewatch.reading.offices import offices, role_of
from trucewatch.reading.view import Range, View
from trucewatch.records.assertion import Speaker
from trucewatch.records.terms import SpeakerKind

_COMMON_BODIES = frozenset(
    (
        "army",
        "police",
        "navy",
        "government",
        "military",
        "air force",
        "ministry",
        "state",
        "national guard",
        "armed forces",
        "security forces",
    )
)
"""Bodies that every state has: "the Army" is not the National Liberation Army named before."""
_REMEMBERED = 100
"""How many citations back a name is looked for."""


def unnamed(view: View, head: int, source: Range, said: Sequence[tuple[int, Speaker]]) -> Speaker:
    """Return a speaker the text does not name, or names as an institution or state, in the text's own words."""
    tree = view.tree
    start, end = source[0], _name_end(view, head, source)
    while start < head and tree.lower[start] in ("the", "a", "an", ",", "earlier", "later", "meanwhile", "yesterday"):
        start += 1
    name = _text(view, start, end)
    kind = _kind(view, head, (start, end))
    role = role_of([view.parse.doc[at].text for at in range(*source)]) if kind == "person" else None
    full = _fuller(view, name, head) if kind in ("institution", "unknown") else None
    apposed = _acronym(view, head, source)
    if apposed is not None and apposed.split()[-1].lower() in offices().institutions:
        kind = "institution"
    full = _self_styled(view, head) or full or apposed or _same(view, head, source, kind, said)
    last = _last_joined(view, head, source)
    if last is not None:  # "Russia and China", "the committee and the union"
        full, kind, end = _text(view, start, last), "group", last
    affiliation = role.affiliation if role else _owner(view, start, head)
    mention = view.parse.span(start, end)
    return Speaker(full or name, kind, role.title if role else None, affiliation, mention, role.former if role else False)


def _last_joined(view: View, head: int, source: Range) -> int | None:
    """Return the end of the last noun joined to the head by "and", where one is joined."""
    tree = view.tree
    here = end = head
    while True:
        joined = next((child for child in tree.children[here] if tree.dep[child] == "conj" and here < child < source[1]), None)
        if joined is None or tree.pos[joined] not in ("NOUN", "PROPN") or joined - head > 14:
            break
        here = end = joined
    return end + 1 if end > head else None


def _name_end(view: View, head: int, source: Range) -> int:
    """Return the end of the name: the head, and a phrase with "of" or "for" right after it."""
    tree = view.tree
    end = head + 1
    for child in tree.children[head]:
        if child == end and tree.dep[child] == "prep" and tree.lower[child] in ("of", "for", "in", "from", "at") and child < source[1]:
            last = tree.edges(child)[1]
            if last - child <= 8 and not any(tree.tag[at] in ("VBD", "VBZ", "WP", "WDT") for at in range(child, last)):
                end = min(last, source[1])
    return end


def _kind(view: View, head: int, words: Range) -> SpeakerKind:
    """Return whether the words name a state, a document, a group, an institution or one person."""
    tree, known = view.tree, offices()
    lemma, low = tree.lemma[head].lower(), tree.lower[head]
    name = _text(view, *words).lower()
    plural = tree.tag[head] in ("NNS", "NNPS")
    if name in known.states and name not in known.adjectives:
        return "state"
    if any(child != head and tree.dep[child] == "conj" for child in tree.children[head]) and low in known.states:
        return "state"
    if low in known.documents or lemma in known.documents:
        return "document"
    if plural and (low in known.groups or lemma in known.persons or lemma in known.offices):
        return "group"
    if low in known.groups and low not in known.institutions:
        return "group"
    if lemma in known.institutions or low in known.institutions or name in known.bodies:
        return "institution"
    if lemma in known.persons or lemma in known.offices:
        return "person"
    if any(tree.lower[at] in known.institutions for at in range(words[0], head)):
        return "institution"
    entity = view.parse.doc[head].ent_type_
    by_entity: dict[str, SpeakerKind] = {"ORG": "institution", "GPE": "state", "PERSON": "person", "NORP": "group"}
    return by_entity.get(entity, "group" if plural else "unknown")


def _owner(view: View, start: int, head: int) -> str | None:
    """Return the state or body whose adjective or name stands before the head ("Syrian state television")."""
    known = offices()
    for at in range(start, head):
        low = view.tree.lower[at]
        if low in known.states:
            return known.states[low]
        if low in known.bodies:
            return _text(view, at, at + 1)
    return None


def _fuller(view: View, name: str, head: int) -> str | None:
    """Return an earlier, fuller name that ends or begins in this capitalised one ("the Observatory"), or None."""
    tree = view.tree
    if not name[:1].isupper() or tree.pos[head] != "PROPN" or name.lower() in _COMMON_BODIES:
        return None
    for end, words in _organisations(view):
        if end > head:
            break
        if name in words:
            return " ".join(words[1:] if words[0].lower() == "the" else words)
    return None


def _organisations(view: View) -> list[tuple[int, list[str]]]:
    """Return the end and words of the names of organisations of more than two words, in text order, found once."""
    kept = view.parse.notes.get("organisations")
    if not isinstance(kept, list):
        entities = [entity for entity in view.parse.doc.ents if entity.label_ == "ORG" and len(entity) > 2]
        kept = view.parse.notes["organisations"] = [(entity.end, entity.text.split()) for entity in entities]
    return kept


def _acronym(view: View, head: int, source: Range) -> str | None:
    """Return the proper name in apposition ("the mission, AMISOM, said"), or None."""
    tree = view.tree
    if tree.pos[head] != "NOUN":
        return None
    name = next((child for child in tree.children[head] if tree.dep[child] == "appos" and tree.pos[child] == "PROPN"), None)
    if name is None or not head < name < source[1]:
        return None
    start = tree.edges(name)[0]
    return _text(view, start, name + 1)


_STYLING = (
    ("calling", "itself"),
    ("calling", "himself"),
    ("calling", "herself"),
    ("calling", "themselves"),
    ("calls", "itself"),
    ("called", "itself"),
    ("called", "himself"),
    ("known", "as"),
    ("identifying", "himself", "as"),
    ("name", "as"),
)
"""What leads in the name that somebody without one goes by: "a group calling itself the Army of the Just"."""
_STYLING_FIRST = frozenset(first for first, *_ in _STYLING)


def _self_styled(view: View, head: int) -> str | None:
    """Return the name that a group or caller is said to go by, right after the noun."""
    tree = view.tree
    for here in range(head + 1, min(len(tree), head + 7)):
        for words in _STYLING if tree.lower[here] in _STYLING_FIRST else ():
            if tuple(tree.lower[here : here + len(words)]) != words:
                continue
            start = here + len(words)
            start += start < len(tree) and tree.lower[start] == "the"
            end = start
            written = [view.parse.text[tree.start[at]] for at in range(start, min(len(tree), start + 12))]
            while end < start + len(written) and (
                written[end - start].isupper() or (tree.lower[end] in ("of", "the", "for", "and", "-") and end > start)
            ):
                end += 1
            while end > start and not written[end - 1 - start].isupper():
                end -= 1
            return _text(view, start, end) if end > start else None
        if tree.lower[here] in (".", ",", ";") or tree.tag[here] == "VBZ":
            return None
    return None


def _same(view: View, head: int, source: Range, kind: SpeakerKind, said: Sequence[tuple[int, Speaker]]) -> str | None:
    """Return the name that a definite phrase ("the movement", "the same government") had when it was first cited, or None."""
    tree = view.tree
    opening = tree.lower[source[0]]
    if kind not in ("institution", "group", "person", "document") or opening not in ("the", "that", "this", "same"):
        return None
    if any(tree.pos[at] in ("NOUN", "PROPN", "ADJ") and tree.lower[at] != "same" for at in range(source[0] + 1, head)):
        return None
    noun = tree.lower[head]
    if kind == "institution" and noun in offices().generic:
        last = next((speaker.name for place, speaker in reversed(said) if place < head and speaker.kind == kind), "")
        return last if sum(word[:1].isupper() for word in last.split()) > 1 else None  # a proper name, not "the military"
    for place, speaker in reversed(said[-_REMEMBERED:]):
        words = speaker.name.lower().split()
        if place < head and speaker.kind == kind and noun in words and len(words) > 1:
            return speaker.name
    return None


def _text(view: View, start: int, end: int) -> str:
    return view.parse.words(view.parse.span(start, end)).replace("\n", " ")
