"""The vocabulary of who can be cited (vocab/offices.yaml) as typed values, and how a role's words part into role and affiliation."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from trucewatch.vocab import vocabulary


@dataclass(frozen=True, slots=True)
class Offices:
    """Word lists in lower case. ``states`` maps names, capitals and adjectives of states to the name an affiliation is written with."""

    honorifics: Mapping[str, str]
    offices: frozenset[str]
    qualifiers: frozenset[str]
    former: frozenset[str]
    families: Mapping[str, frozenset[str]]
    persons: frozenset[str]
    groups: frozenset[str]
    institutions: frozenset[str]
    documents: frozenset[str]
    states: Mapping[str, str]
    adjectives: frozenset[str]
    bodies: frozenset[str]
    gendered: Mapping[str, str]
    men_in_a: frozenset[str]
    generic: frozenset[str]


_RANKS = frozenset(("prime", "vice", "deputy", "general", "assistant", "acting", "under"))
_MORE_ADJECTIVES = frozenset("afghani argentinian azeri croat ecuadorean salvadorean nepali filipino serb slovene soviet".split())


@cache
def offices() -> Offices:
    """Return the vocabulary, read once."""
    data = cast(dict[str, Any], vocabulary("offices"))
    states: dict[str, str] = {}
    adjectives: set[str] = set()
    for name, others in data["states"].items():
        states[name.lower()] = name
        for number, other in enumerate(others):
            adjective = number == 0 or other.lower() in _MORE_ADJECTIVES
            states[other.lower()] = name if adjective else other
            if adjective:
                adjectives.add(other.lower())
    return Offices(
        honorifics={word: gender for gender, words in data["honorifics"].items() for word in words.split()},
        offices=frozenset(data["offices"].split()),
        qualifiers=frozenset(data["office_qualifiers"].split()),
        former=frozenset(data["former"]),
        families={noun: frozenset(words) for noun, words in data["families"].items()},
        persons=frozenset(data["persons"].split()),
        groups=frozenset(data["groups"].split()),
        institutions=frozenset(data["institutions"].split()),
        documents=frozenset(data["documents"].split()),
        states=states,
        adjectives=frozenset(adjectives),
        bodies=frozenset(body.lower() for body in data["bodies"]),
        gendered={word: gender for gender, words in data["gendered_nouns"].items() for word in words.split()},
        generic=frozenset(data["generic_institutions"].split()),
        men_in_a=frozenset(data["men_in_a"].split()),
    )


@dataclass(frozen=True, slots=True)
class Role:
    """A role as given, without the words that say whose: "ambassador to the UN" and the affiliation "Syria"."""

    title: str
    affiliation: str | None
    former: bool
    nouns: frozenset[str]
    """The office words of the title, lower case."""

    def names(self, other: "Role") -> bool:
        """Tell whether this role, as a later mention, can mean the office ``other``: no word more, and no rank or "former" left out."""
        mine, theirs = set(self.title.lower().split()), set(other.title.lower().split())
        return mine <= theirs and self.former == other.former and not (theirs - mine) & _RANKS


def role_of(words: list[str]) -> Role | None:
    """Part the words of a role phrase. None where no office word stands in it before a preposition."""
    known = offices()
    rest, former = list(words), False
    while rest and rest[0].lower() in ("the", "a", "an", "his", "her", "their", "its", "one", ","):
        rest.pop(0)
    rest, affiliation = _owned(rest)
    while rest:
        low = rest[0].lower()
        two = " ".join(rest[:2]).lower()
        if affiliation is not None and low not in known.former and low != "-":
            break
        if low in known.former:
            former, rest = True, rest[1:]
        elif low == "-" and former:
            rest = rest[1:]
        elif two in known.states or two in known.bodies:
            affiliation, rest = known.states.get(two, " ".join(rest[:2])), rest[2:]
        elif low in known.states or low in known.bodies:
            affiliation, rest = known.states.get(low, rest[0]), rest[1:]
        elif low in ("'s", "’s", "'", "’"):
            rest = rest[1:]
        else:
            break
    head = _head_end(rest)
    nouns = frozenset(word.lower() for word in rest[:head] if word.lower() in known.offices)
    if not nouns:
        return None
    title, owner = _split_owner(rest, head)
    if affiliation is None:
        affiliation = owner or _leading_body(rest, head)
    return Role(_joined(title), affiliation, former, nouns)


def _owned(words: list[str]) -> tuple[list[str], str | None]:
    """Part "Mr Holm's spokeswoman" into what is owned and the owner."""
    for at, word in enumerate(words[:8]):
        if word in ("'s", "’s", "'", "’") and at:
            owner = _joined(words[:at])
            return words[at + 1 :], offices().states.get(owner.lower(), owner)
        if word.lower() in ("of", "for", "to", "at", "with"):
            break
    return words, None


def _head_end(words: list[str]) -> int:
    ends = ("of", "to", "for", "at", "in", "with", "on", "from", "and", ",")
    return next((at for at, word in enumerate(words) if word.lower() in ends), len(words))


def _split_owner(words: list[str], head: int) -> tuple[list[str], str | None]:
    """Part "spokesman for the army" into title and owner; "secretary of state" and "ambassador to the UN" stay whole."""
    if head < len(words) and words[head].lower() in ("of", "for", "at", "with", "from"):
        owner = words[head + 1 :]
        while owner and owner[0].lower() in ("the", "a", "an"):
            owner = owner[1:]
        named = bool(owner) and (owner[0][:1].isupper() or words[head].lower() != "of")
        if named and owner[0].lower() not in ("state", "staff", "defence", "defense"):
            ends = (",", "(", "and", "in", "who", "which")
            stop = next((at for at, word in enumerate(owner) if word.lower() in ends), len(owner))
            owned = _joined(owner[:stop])
            return words[:head], offices().states.get(owned.lower(), owned)
    return words, None


def _leading_body(words: list[str], head: int) -> str | None:
    """Return the capitalised words before the office word ("Foreign Ministry spokesman"), or None."""
    known = offices()
    lead: list[str] = []
    for word in words[:head]:
        if word.lower() in known.offices or (word.lower() in known.qualifiers and not lead):
            break
        lead.append(word)
    return _joined(lead) if lead and lead[0][:1].isupper() else None


def _joined(words: list[str]) -> str:
    text = " ".join(words)
    for sign in (" - ", " ’s", " 's", " ,", " ."):
        text = text.replace(sign, sign.strip())
    return text.strip(" ,")
