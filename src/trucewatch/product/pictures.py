"""Pictures, what they repeat and what speaks against them → lines and JSON. No product shows a picture; each names it and says why.

What is alike is worded as a suggestion until a person has decided it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from trucewatch.judging.exhibits import exhibits_of, taken
from trucewatch.product import wording
from trucewatch.product.index import Index
from trucewatch.product.model import Line
from trucewatch.product.reading_json import Json
from trucewatch.records.analysis import Incident
from trucewatch.records.capture import Item
from trucewatch.records.decision import Decision
from trucewatch.records.pictures import PictureDoubt, PictureLink

SHORT = 12
"""Digits of a SHA-256 that products show; ``explain`` and ``decide`` take them."""


def is_picture(item: Item) -> bool:
    """Return whether an item is a picture or video."""
    return item.media_type.startswith(("image/", "video/"))


def name(item: Item) -> str:
    """Return what a person knows a file by."""
    return item.original_path or item.id[:SHORT]


def dates(item: Item) -> str:
    """Return when a picture was captured and, as far as known, published and taken: its first known date and what that rests on."""
    parts = [f"captured {wording.day(item.captured_at.date())}"]
    if item.published:
        parts.insert(0, f"published {wording.day(item.published)} as given")
    if day := taken(item):
        parts.append(f"by its own account taken {wording.day(day)} (not trusted)")
    return ", ".join(parts)


def first_known(item: Item) -> str:
    """Return the first day on which a picture is known to have been there, as ISO text: published as given, else captured."""
    return min(filter(None, (item.published, item.captured_at.date()))).isoformat()


def how(link: PictureLink) -> str:
    """Return by what two pictures are alike."""
    each = link.likeness
    if each.method == "a person":
        return "said by a person"
    if each.method == "hashes":
        text = f"by hashes, {each.distance} of 256 bits apart"
    else:
        text = f"by local features, {each.points} points agree over {each.share or 0:.0%} of what both show"
        text += "" if each.distance is None else f", hashes {each.distance} of 256 bits apart"
        text += f", shows {each.shown:.0%} of it" if each.shown and each.shown < 0.95 else ""
    return text + ("" if each.turn == "as it is" else f", {each.turn}")


def seen_before(index: Index, item: Item, links: Sequence[PictureLink]) -> str:
    """Return where a picture was seen before: the first of ``links``, and how many more there are."""
    earlier = index.items[links[0].likeness.earlier]
    more = f"; and in {wording.number(len(links) - 1, 'more item')}" if len(links) > 1 else ""
    same = "the same picture as" if links[0].state == "accepted" else "perhaps seen before in"
    return f"{name(item)}: {same} {name(earlier)} ({dates(earlier)}) — {how(links[0])}{more}"


def recurrence_lines(index: Index, only: Collection[str] | None = None) -> tuple[Line, ...]:
    """Return the pictures, or ``only`` some, that were perhaps seen before and that a person has yet to decide, in the order captured."""
    lines = []
    for item in index.items.values():
        if only is not None and item.id not in only:
            continue
        links = [link for link in index.pictures.links if link.likeness.later == item.id and link.state == "suggested"]
        if links:
            lines.append(
                Line(seen_before(index, item, links), (item.id[:SHORT], links[0].likeness.earlier[:SHORT]), flags=("not decided",))
            )
    return tuple(lines)


def same_file_lines(index: Index, known: Iterable[tuple[str, str]]) -> tuple[Line, ...]:
    """Return which pictures that were added again (path and item) are, byte for byte, one that was there."""
    found = [(path, index.items[item]) for path, item in known if item in index.items and is_picture(index.items[item])]
    return tuple(Line(f"{path}: the same file as {name(item)} ({dates(item)})", (item.id[:SHORT],)) for path, item in found)


def taken_back(index: Index, lower: Iterable[tuple[str, str, str, str]], detached: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield in words what a product stated and the case no longer does: statuses that are lower, exhibits that were detached."""
    for incident, aspect, then, now in lower:
        yield f"{_title(index, incident)}: {aspect} was {then}, is {now} [{incident}/{aspect}]"
    for incident, exhibit in detached:
        what = name(index.items[exhibit]) if exhibit in index.items else exhibit
        yield f"{_title(index, incident)}: {what} was an exhibit, and is none now [{incident}]"


def _title(index: Index, incident: str) -> str:
    return wording.title(index.incidents[incident]) if incident in index.incidents else "an incident that is no longer one"


def picture_lines(index: Index) -> tuple[Line, ...]:
    """Return pictures and videos by name and hash. They are listed, never shown: a person asks for each, one by one."""
    unopened = dict(index.pictures.unopened)
    lines = []
    for item in filter(is_picture, index.items.values()):
        level = "graphic level not set" if item.graphic_level is None else f"graphic level {item.graphic_level} of 4"
        same = [link for link in index.pictures.links if link.likeness.later == item.id and link.state == "accepted"]
        text = f"{name(item)} · {item.media_type} · {level} · not shown"
        text += f" · the same picture as {wording.listing([name(index.items[link.likeness.earlier]) for link in same])}" if same else ""
        homes = [each.id for each in index.incidents.values() if item.id in each.exhibits]
        text += f" · attached to {', '.join(homes)}" if homes else ""
        text += f" · not compared with others: {unopened[item.id]}" if item.id in unopened else ""
        lines.append(Line(text, (item.id[:SHORT],)))
    return tuple(lines)


def exhibit_lines(index: Index, incident: Incident) -> tuple[Line, ...]:
    """Return the captured files that people attached to an incident, with what speaks against each, and those that they detached."""
    found = exhibits_of(incident, index.decisions.values())
    lines = []
    for ref, decision in found.attached.items():
        if item := index.items.get(ref):
            flags = tuple(dict.fromkeys(_flag(doubt) for doubt in doubts_about(index, incident, ref)))
            lines.append(Line(f"{name(item)} · not shown; attached by {_who(decision)}", (ref[:SHORT], decision.id), flags=flags))
    for ref, decision in found.detached.items():
        what = name(index.items[ref]) if ref in index.items else ref
        lines.append(Line(f"{what}: no longer an exhibit, detached by {_who(decision)}", (ref[:SHORT], decision.id), flags=(DETACHED,)))
    return tuple(lines)


DETACHED = "detached"


def _who(decision: Decision) -> str:
    return f"{decision.by}: {decision.why}"


def doubts_about(index: Index, incident: Incident, exhibit: str) -> tuple[PictureDoubt, ...]:
    """Return why one exhibit of an incident may be of something else."""
    return tuple(each for each in index.pictures.doubts if each.incident == incident.id and each.exhibit == exhibit)


def _flag(doubt: PictureDoubt) -> str:
    what = "older than the incident" if doubt.kind in {"published before", "taken before"} else f"attached to an incident of {doubt.kind}"
    return what if doubt.certain and doubt.kind != "taken before" else f"perhaps {what}"


def doubt_lines(index: Index) -> tuple[Line, ...]:
    """Return a warning for each picture attached to an incident that may be of something else."""
    return tuple(
        Line(doubted(index, each), (each.incident, each.exhibit[:SHORT], each.other[:SHORT]), flags=("exhibit in doubt",))
        for each in index.pictures.doubts
        if each.incident in index.incidents and {each.exhibit, each.other} <= index.items.keys()
    )


def doubted(index: Index, doubt: PictureDoubt) -> str:
    """Return a doubt as a sentence."""
    exhibit, other, incident = index.items[doubt.exhibit], index.items[doubt.other], index.incidents[doubt.incident]
    what = f"The picture {name(exhibit)} is attached to “{wording.title(incident)}”, but "
    if doubt.other != doubt.exhibit:
        what += f"{name(other)}, {'the same picture' if doubt.certain else 'perhaps the same picture'}, "
    if doubt.kind == "published before":
        supposed = "if this date is right" if doubt.certain else "if it is the same and this date is right"
        return f"{what}was published on {wording.day(doubt.day)}, before that: {supposed}, the picture shows something else."
    if doubt.kind == "taken before":
        return f"{what}says of itself that it was taken on {wording.day(doubt.day)}, before that (recorded, not trusted)."
    home = index.incidents.get(doubt.elsewhere or "")
    return f"{what}is attached to “{wording.title(home) if home else doubt.elsewhere}” too, an incident of {doubt.kind}."


def facts(index: Index, item: Item) -> Iterable[tuple[str, str]]:
    """Yield what ``explain`` says of a picture: when it is known from, what it repeats, what repeats it, and where it is attached."""
    if item.published or item.publisher:
        given = [wording.day(item.published) if item.published else "", item.publisher or ""]
        yield "published", f"{', '.join(filter(None, given))} (as given)"
    for link in index.pictures.links:
        decision = index.decisions.get(link.decision or "")
        state = link.state + (f" by {decision.by} [{decision.id}]" if decision else "")
        if link.likeness.later == item.id:
            earlier = index.items[link.likeness.earlier]
            yield "seen before", f"{name(earlier)} ({dates(earlier)}) — {how(link)}; {state} [{earlier.id[:SHORT]}]"
        elif link.likeness.earlier == item.id:
            later = index.items[link.likeness.later]
            yield "seen again", f"{name(later)} ({dates(later)}) — {how(link)}; {state} [{later.id[:SHORT]}]"
    if reason := dict(index.pictures.unopened).get(item.id):
        yield "not compared with others", reason
    for incident in index.incidents.values():
        exhibits = exhibits_of(incident, index.decisions.values())
        for verb, held in (("attached to", exhibits.attached), ("detached from", exhibits.detached)):
            if item.id in held:
                yield verb, f"{wording.title(incident)}, by {_who(held[item.id])} [{incident.id}]"
    for doubt in index.pictures.doubts:
        if doubt.exhibit == item.id and doubt.incident in index.incidents:
            yield "in doubt", doubted(index, doubt)


def picture_json(index: Index, item: Item) -> dict[str, Json]:
    """Return a picture as JSON: what is known of it, what it repeats, where it is attached, and what speaks against that."""
    return {
        "id": item.id,
        "path": item.original_path,
        "media_type": item.media_type,
        "captured_at": item.captured_at.isoformat(),
        "published": item.published.isoformat() if item.published else None,
        "publisher": item.publisher,
        "graphic_level": item.graphic_level,
        "seen_before": [link_json(index, link) for link in index.pictures.links if link.likeness.later == item.id],
        "not_compared": dict(index.pictures.unopened).get(item.id),
        "incidents": [each.id for each in index.incidents.values() if item.id in exhibits_of(each, index.decisions.values()).attached],
        "warnings": [
            doubted(index, each) for each in index.pictures.doubts if each.exhibit == item.id and each.incident in index.incidents
        ],
    }


def link_json(index: Index, link: PictureLink) -> dict[str, Json]:
    """Return one likeness as JSON. ``first_known`` is the first day on which the earlier picture is known to have been there."""
    each, earlier = link.likeness, index.items[link.likeness.earlier]
    return {
        "item": earlier.id,
        "path": earlier.original_path,
        "captured_at": earlier.captured_at.isoformat(),
        "published": earlier.published.isoformat() if earlier.published else None,
        "first_known": first_known(earlier),
        "method": each.method,
        "distance": each.distance,
        "points": each.points,
        "share": each.share,
        "shown": each.shown,
        "turn": each.turn,
        "state": link.state,
        "decision": link.decision,
    }
