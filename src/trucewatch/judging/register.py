"""The source register: a speaker or outlet as cited → the root it counts as, with kind, owner and bloc (DOMAIN sections 2 and 4)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from trucewatch.records.assertion import Speaker
from trucewatch.records.capture import Source
from trucewatch.records.names import fold
from trucewatch.vocab import vocabulary
from trucewatch.vocab.states import country_name, country_named, names_of_countries

_TITLE = re.compile(
    r"^(?:mr|mrs|ms|dr|sir|gen|general|maj|major|lt|lieutenant|col|colonel|capt|captain|brig|sheikh|president|rev)\.? ", re.IGNORECASE
)
_ACCREDITED = re.compile(r"\b(ambassador|envoy|representative|delegate|observer)\s+(?:to|at)\s+.*$", re.IGNORECASE)
"""A country's ambassador to a body speaks for the country: the body is no part of the office."""
_ACCOUNT = re.compile(
    r"['’]s?\s+(?:own\s+)?(?:account|report|statement|version|list|figures?|count|tally|toll|bulletin|word|words|website)$", re.IGNORECASE
)
_JOINED = re.compile(r",\s+(?:and\s+)?|\s+and\s+(?:the\s+)?|\s+as well as\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Root:
    """Where an assertion comes from, as far as the text and the register tell.

    ``origin`` is what it counts under (the owner where there is one); ``bloc`` is ``side:COUNTRY``; ``known`` False: an unknown origin,
    never counted; ``competent``: a body with a mandate to count or to find.
    """

    name: str
    origin: str
    kind: str
    bloc: str | None
    known: bool
    competent: bool = False

    @property
    def party(self) -> bool:
        """True for a voice of a party to the conflict."""
        return self.bloc is not None


@dataclass(frozen=True, slots=True)
class _Class:
    """What an unnamed speaker's common noun tells."""

    kind: str
    known: bool
    side: str | None
    owner: str | None
    competent: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """One source of the register."""

    name: str
    kind: str
    owner: str | None
    bloc: str | None
    competent: bool


class Register:
    """Looks sources up by any of their names. Build one for each case: the shipped register and the case's own sources."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        self._entries: dict[str, _Entry] = dict(_shipped())
        for source in sources:
            known = self._entries.get(_key(source.name))
            entry = _Entry(source.name, source.kind, source.owner, source.bloc, bool(known and known.competent))
            self._enter(entry, [source.name, *source.aliases])
        self._classes = _classes()
        self._found: dict[tuple[str | None, ...], tuple[Root, ...]] = {}
        self._offices = _offices()
        self._sides = _side_patterns()

    def _enter(self, entry: _Entry, names: Iterable[str]) -> None:
        for name in names:
            self._entries[_key(name)] = entry

    def find(self, name: str) -> Source | None:
        """Return the register's entry for a name, or None."""
        entry = self._entries.get(_key(name))
        return Source(entry.name, entry.kind, entry.bloc, entry.owner) if entry else None  # type: ignore[arg-type]

    def publisher(self, name: str, country: str | None) -> Root:
        """Return the root a publisher counts as in its own words: a mission, a monitor or a state agency speaks for itself."""
        entry = self._entries.get(_key(name))
        if entry:
            return self._of(entry)
        noun = self._class_of(name)
        if noun and noun.kind in {"mission", "NGO monitor", "state media"}:
            return self._by_noun(Speaker(name, "institution"), country)
        return Root(name, name, "outlet", None, known=True)

    def side_of(self, label: str, country: str | None) -> str | None:
        """Return the bloc a label's own words put somebody in ("the pro-government militia"), or None: labels stay unaligned."""
        folded = _plain(label)
        for side, pattern in self._sides:
            if pattern.search(folded):
                return f"{side}:{country or '?'}"
        return None

    def roots(self, speaker: Speaker, country: str | None) -> tuple[Root, ...]:
        """Return the roots of a speaker: several where the words join several registered sources ("the LCC and the Observatory")."""
        cited = (speaker.name, speaker.kind, speaker.role, speaker.affiliation, country)
        if cited not in self._found:
            speaker = _plainly(speaker)
            parts = [part for part in _JOINED.split(speaker.name) if part]
            joined = len(parts) > 1 and all(_key(part) in self._entries for part in parts)
            self._found[cited] = tuple(self._of(self._entries[_key(part)]) for part in parts) if joined else (self.root(speaker, country),)
        return self._found[cited]

    def root(self, speaker: Speaker, country: str | None) -> Root:
        """Return the root of one speaker, ``country`` being where the incident lies (ISO code), for words like "state television"."""
        entry = self._entries.get(_key(speaker.name))
        if entry:
            return self._of(entry)
        state = country_named(speaker.affiliation or "") or country_named(speaker.role or "") or country_named(speaker.name)
        office = bool(speaker.role) and any(word in fold(speaker.role or "") for word in self._offices)
        if speaker.affiliation and (entry := self._entries.get(_key(speaker.affiliation))) and not (office and state):
            return replace(self._of(entry), name=speaker.name)
        if entry := self._in_words(speaker.role or ""):
            return replace(self._of(entry), name=speaker.name)
        if state and (office or speaker.kind == "state" or _key(speaker.name) in names_of_countries()):
            return replace(government(state), name=government(state).name if speaker.kind == "state" else speaker.name)
        return self._by_noun(speaker, state or country)

    def _in_words(self, role: str) -> _Entry | None:
        """Find a registered source inside a role ("director of the Syrian Observatory for Human Rights")."""
        words = fold(role).split()
        for size in range(min(7, len(words)), 0, -1):
            for at in range(len(words) - size + 1):
                entry = self._entries.get(" ".join(words[at : at + size]))
                if entry and (size > 1 or len(words[at]) > 2):
                    return entry
        return None

    def _by_noun(self, speaker: Speaker, country: str | None) -> Root:
        """Fall back on the common noun an unnamed speaker is cited by; a named person is an origin of their own."""
        noun = self._class_of(speaker.name) or (self._class_of(speaker.role or "") if speaker.kind != "person" else None)
        if noun is None:
            named = speaker.kind in {"person", "institution", "state"} and speaker.name != "" and speaker.name[:1].isupper()
            office = self._class_of(speaker.role or "")
            body = self._class_of(speaker.affiliation or "")
            if named and body and body.owner:
                return Root(speaker.name, body.owner, body.kind, None, body.known, body.competent)
            if named and office and office.side == "government" and country:
                return replace(government(country), name=speaker.name)
            return Root(speaker.name or "unknown", speaker.name or "unknown", "unknown", None, known=named)
        if noun.side == "government" and country:
            state = government(country)
            return replace(state, name=state.name if noun.kind == "state media" else speaker.name, kind=noun.kind)
        bloc = f"{noun.side}:{country}" if noun.side and country else None
        return Root(speaker.name, noun.owner or speaker.name, noun.kind, bloc, noun.known, noun.competent)

    def _class_of(self, words: str) -> _Class | None:
        """Find the class of a phrase by its longest tail that is a class noun, else by any noun in it."""
        parts = _key(words).split()
        for start in range(len(parts)):
            found = self._classes.get(" ".join(parts[start:]))
            if found:
                return found
        for size in (3, 2):
            for at in range(len(parts) - size + 1):
                if found := self._classes.get(" ".join(parts[at : at + size])):
                    return found
        return None

    def _of(self, entry: _Entry) -> Root:
        """Turn an entry into a root, its bloc following its owner's where the owner is a government."""
        bloc = entry.bloc
        if bloc is None and entry.owner and entry.owner.startswith("Government of "):
            code = country_named(entry.owner.removeprefix("Government of "))
            bloc = f"government:{code}" if code else None
        return Root(entry.name, entry.owner or entry.name, entry.kind, bloc, known=True, competent=entry.competent)


def _plainly(speaker: Speaker) -> Speaker:
    """Take "the Observatory's account" for the Observatory, and an office without the body it is accredited to."""
    role = _ACCREDITED.sub(r"\1", speaker.role) if speaker.role else speaker.role
    return replace(speaker, name=_ACCOUNT.sub("", speaker.name) or speaker.name, role=role)


def _key(name: str) -> str:
    """Fold a name for look-up, without article, possessive and title."""
    bare = fold(_TITLE.sub("", name.replace("’s ", " ").replace("'s ", " ")))
    return bare.removeprefix("the ")


def _plain(words: str) -> str:
    """Fold words without possessive endings."""
    return fold(words.replace("’s", "").replace("'s", ""))


@cache
def _shipped() -> Mapping[str, _Entry]:
    """Return the sources that the package knows, by every name of theirs."""
    found: dict[str, _Entry] = {}
    for name, given in _data()["sources"].items():
        entry = _Entry(name, given["kind"], given.get("owner"), given.get("bloc"), bool(given.get("competent")))
        found.update((_key(one), entry) for one in (name, *given.get("aliases", ())))
    return found


@cache
def _classes() -> Mapping[str, _Class]:
    return {
        fold(noun): _Class(group["kind"], group["origin"] == "known", group.get("side"), group.get("owner"), bool(group.get("competent")))
        for group in _data()["classes"]
        for noun in group["nouns"]
    }


@cache
def _offices() -> tuple[str, ...]:
    return tuple(fold(office) for office in _data()["offices"])


@cache
def _side_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compile the words of each side."""
    return tuple(
        (side, re.compile(r"\b(?:" + "|".join(sorted((re.escape(_plain(word)) for word in words), key=len, reverse=True)) + r")\b"))
        for side, words in _data()["sides"].items()
    )


def _data() -> Any:
    return vocabulary("sources")


def government(code: str) -> Root:
    """Return the root of a country's government."""
    name = f"Government of {country_name(code)}"
    return Root(name, name, "government", f"government:{code}", known=True)
