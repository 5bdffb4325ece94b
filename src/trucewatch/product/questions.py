"""What is not known → questions for the next visit, one for each unresolved aspect, made by rule."""

from collections.abc import Iterable, Iterator

from trucewatch.product import wording
from trucewatch.product.model import IncidentView, Line
from trucewatch.product.pictures import DETACHED
from trucewatch.product.sections import OBSERVER_TYPES

_SETTLED = frozenset({wording.STATUS_WORDS["verified"], wording.STATUS_WORDS["refuted"], wording.STATUS_WORDS["unverifiable"]})


def question_lines(views: Iterable[IncidentView]) -> tuple[Line, ...]:
    """Return the questions that the incidents of a brief leave open, incident by incident."""
    return tuple(line for view in views for line in _of(view))


def _of(view: IncidentView) -> Iterator[Line]:
    open_aspects = {row.aspect for row in view.status if row.status not in _SETTLED}
    if view.type in OBSERVER_TYPES:
        yield _observers(view)
        return
    missing = []
    if view.earliest != view.latest or view.earliest is None:
        missing.append("on which day")
    if view.where == "place not known":
        missing.append("where")
    if missing:
        asked = wording.sentence(" and ".join(missing))
        sofar = f" So far: {view.when}." if view.earliest else ""
        aspect = "time" if "day" in missing[0] else "place"
        yield Line(f"{asked} did {view.short.split(' on a day')[0]} happen?{sofar}", (f"{view.id}/{aspect}",))
    if wording.ASPECT_WORDS["count"] in open_aspects:
        yield from _counts(view)
    if wording.ASPECT_WORDS["attribution"] in open_aspects:
        yield _attribution(view)
    for line in view.exhibits:
        if DETACHED in line.flags:
            continue
        yield Line(f"Where and when was it taken, and by whom? {line.text}", line.refs, quote=line.quote)


def _counts(view: IncidentView) -> Iterator[Line]:
    """Ask for the number where no rule gives a best figure; subtotals are asked for with their total."""
    for count in view.counts:
        settled = count.best != "none" and not any(row.contested and row.aspect == wording.ASPECT_WORDS["count"] for row in view.status)
        if settled or not count.whole:
            continue
        live = list(dict.fromkeys(row.origin for row in count.history if row.live))
        if len(live) > 1:
            compare = f" Whose lists of names can be laid side by side: {wording.listing(live)}?"
        elif live and live[0] != "origin not known":
            compare = f" The only figure that counts is by {live[0]}: what is it based on?"
        else:
            compare = " Nobody is named as the source of the figure."
        named = f" {count.floor} are identified by name." if count.floor else ""
        yield Line(f"How many people were {count.what} in {view.short}? Accounts: {count.value}.{named}{compare}", (count.ref,))


def _attribution(view: IncidentView) -> Line:
    ref = f"{view.id}/attribution"
    accused = [row.actor for row in view.matrix if row.asserted_by or row.implied_by or row.found_by]
    if not accused:
        return Line(f"Who is responsible for {view.short}? No report says.", (ref,))
    denied: dict[str, list[str]] = {}
    for row in view.matrix:
        for voice in row.denied_by:
            denied.setdefault(voice.speaker, []).append(row.actor)
    denials = "".join(f" {speaker} denies it of {wording.listing(actors, limit=2)}." for speaker, actors in denied.items())
    named = wording.listing(accused)
    found = any(row.found_by for row in view.matrix)
    close = "" if found else " No body with a mandate has made a finding in these reports."
    return Line(f"Who is responsible for {view.short}? Named so far: {named}.{denials}{close} Who saw it themselves?", (ref,))


def _observers(view: IncidentView) -> Line:
    place = view.where if view.where != "place not known" else "the place"
    if view.type == "access restriction":
        return Line(f"Can observers reach {place} now, and who decides at the checkpoints?", (view.id,))
    return Line(f"Who was behind {view.short}? Is the road to {place} safe for the next visit?", (view.id,))
