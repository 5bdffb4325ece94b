"""Clusters of accounts → incidents, not yet judged: type, time, place, participants, spellings, and the claims they rest on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trucewatch.matching.account import Account, gathered_places, leading_type
from trucewatch.matching.extents import length, one_place
from trucewatch.records.analysis import Incident
from trucewatch.records.assertion import Participant
from trucewatch.records.capture import Document
from trucewatch.records.extent import Place, When
from trucewatch.records.identity import identify
from trucewatch.records.names import fold, same_place
from trucewatch.records.terms import Stage


def incident_id(claim: str) -> str:
    """Return the id of the incident that ``claim`` opens. An id once shown can be found again: it names its claim, whoever joins later."""
    return identify("i", claim)


def canonical(accounts: Iterable[Account], documents: Mapping[str, Document]) -> tuple[Account, ...]:
    """Order accounts by publication, then document, then position: the same whatever order they came in."""
    return tuple(sorted(accounts, key=lambda account: _order(account, documents[account.document])))


def _order(account: Account, document: Document) -> tuple[str, str, int, str]:
    published = document.published.isoformat() if document.published else "9999"
    return published, account.document, account.mentions[0].start, account.id


def build(accounts: Sequence[Account], documents: Mapping[str, Document]) -> Incident:
    """Make one incident of the accounts of one cluster."""
    ordered = canonical(accounts, documents)
    told = [account for account in ordered if not account.background] or list(ordered)
    mentions = [mention for account in told for mention in account.told]
    where = _places(told)
    return Incident(
        id=incident_id(ordered[0].id),
        type=leading_type(mentions),
        stage=_stage(told),
        main=any(account.main for account in ordered),
        when=_time(told),
        where=where,
        participants=_participants(ordered),
        claims=tuple(dict.fromkeys(claim for account in ordered for claim in account.claims)),
        documents=tuple(dict.fromkeys(account.document for account in ordered)),
        spellings=_spellings(ordered, where),
        rule=f"{len(ordered)} account{'s' if len(ordered) > 1 else ''} joined",
        main_in=tuple(dict.fromkeys(account.document for account in ordered if account.main)),
    )


def _stage(accounts: Sequence[Account]) -> Stage:
    """Accomplished where any account tells so, else attempted."""
    stages = [mention.event.stage for account in accounts for mention in account.told]
    return "accomplished" if "accomplished" in stages or not stages else stages[0]


def _time(accounts: Sequence[Account]) -> When | None:
    """The narrowest time an account gives; among as narrow ones the one most accounts give, then the earliest report's."""
    times = [when for account in accounts if (when := account.when)]
    known = [when for when in times if when.known]
    if not known:
        return times[0] if times else None
    votes: dict[tuple[object, object], int] = {}
    for when in known:
        votes[when.earliest, when.latest] = votes.get((when.earliest, when.latest), 0) + 1
    return min(known, key=lambda when: (length(when), -votes[when.earliest, when.latest]))


def _places(accounts: Sequence[Account]) -> tuple[Place, ...]:
    """The distinct places of all accounts: the one most accounts name first among the most precise. Spans are the first report's."""
    groups: list[list[Place]] = []
    for account in accounts:
        for place in account.where:
            group = next((group for group in groups if any(_fold(place, known) for known in group)), None)
            if group is None:
                groups.append([place])
            else:
                group.append(place)
    rank = {"place": 0, "near": 1, "unknown": 2, "admin2": 3, "admin1": 4, "country": 5}
    groups.sort(key=lambda group: (min(rank[place.precision] for place in group), -len(group)))
    return _borne_out([_best(group) for group in groups], [len(group) for group in groups])


def _borne_out(places: Sequence[Place], votes: Sequence[int]) -> tuple[Place, ...]:
    """Leave out what hardly any account names where many agree: another settlement, or a region of another country."""
    if not places:
        return ()
    most = max(votes)
    homes: dict[str, int] = {}
    for place, number in zip(places, votes, strict=True):
        if place.country:
            homes[place.country] = homes.get(place.country, 0) + number
    home = max(homes, key=lambda code: homes[code], default=None)
    return tuple(
        place
        for place, number in zip(places, votes, strict=True)
        if number * _FEW >= most or (place.precision in _REGIONS and place.country in {home, None})
    )


_FEW = 4
"""A place is left out where another has more than this many times its accounts."""
_REGIONS = frozenset({"admin1", "admin2", "country"})


def _fold(left: Place, right: Place) -> bool:
    return (left.precision == right.precision and left.key == right.key) or one_place(left, right)


def _best(group: Sequence[Place]) -> Place:
    """The first mention, with the coordinates and region any mention of it has."""
    first = group[0]
    located = next((place for place in group if place.lat is not None), first)
    return replace(
        first,
        country=first.country or next((place.country for place in group if place.country), None),
        admin1=first.admin1 or next((place.admin1 for place in group if place.admin1), None),
        lat=first.lat if first.lat is not None else located.lat,
        lon=first.lon if first.lat is not None else located.lon,
    )


def _spellings(accounts: Sequence[Account], where: Sequence[Place]) -> tuple[str, ...]:
    """Every way the incident's own place, the one most accounts name, is written: first seen first."""
    own = [place for place in where[:1] if place.precision in {"place", "near", "unknown"}]
    written = [place.name for account in accounts for place in gathered_names(account)]
    return tuple(dict.fromkeys(name for name in written if any(_same_name(name, place) for place in own)))


def gathered_names(account: Account) -> tuple[Place, ...]:
    """Every place of an account's mentions, each spelling kept."""
    named = {place.name: place for mention in account.mentions if not mention.adrift for place in mention.where}
    return tuple(named.values()) or gathered_places(account.told)


def _same_name(name: str, place: Place) -> bool:
    return name == place.name or same_place(name, place.name)


def _participants(accounts: Sequence[Account]) -> tuple[Participant, ...]:
    """The participants of all accounts, one for each role and name, with the claims that name them; spans are the first report's."""
    found: dict[tuple[str, str], Participant] = {}
    for account in accounts:
        for mention in account.told:
            for person in mention.event.participants:
                _add(found, person, mention.claim.id, own_spans=account.document == accounts[0].document)
    return tuple(found.values())


def _add(found: dict[tuple[str, str], Participant], person: Participant, claim: str, *, own_spans: bool) -> None:
    """Add one participant, or its claim and spans to the one known."""
    key = (person.role, fold(person.actor_key or person.name))
    known = found.get(key)
    if known is None:
        found[key] = replace(person, claims=tuple(dict.fromkeys((*person.claims, claim))))
        return
    found[key] = replace(
        known,
        mentions=tuple(sorted({*known.mentions, *person.mentions})) if own_spans else known.mentions,
        number=known.number or person.number,
        effect=person.effect if known.effect in {"unknown", "none"} else known.effect,
        claims=tuple(dict.fromkeys((*known.claims, *person.claims, claim))),
    )
