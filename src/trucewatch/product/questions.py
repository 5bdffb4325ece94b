"""What is not known → questions for the next visit, one for each unresolved aspect, made by rule."""

from collections.abc import Iterable, Iterator

from trucewatch.product import wording
from trucewatch.product.model import IncidentView, Line

_SETTLED = frozenset({wording.STATUS_WORDS["verified"], wording.STATUS_WORDS["refuted"], wording.STATUS_WORDS["unverifiable"]})
_OF_OBSERVERS = frozenset({"access restriction", "attack on observers"})


def question_lines(views: Iterable[IncidentView]) -> tuple[Line, ...]:
    """Return the questions that the incidents of a brief leave open, incident by incident."""
    return tuple(line for view in views for line in _of(view))


def _of(view: IncidentView) -> Iterator[Line]:
    at = view.where if view.where != "place not known" else f"the {view.type} of {view.when}"
    open_aspects = {row.aspect for row in view.status if row.status not in _SETTLED}
    if view.type in _OF_OBSERVERS:
        yield from _observers(view, at)
        return
    if wording.ASPECT_WORDS["occurrence"] in open_aspects and view.earliest != view.latest:
        yield Line(f"When did it happen at {at}? So far: {view.when}.", (f"{view.id}/time",))
    elif view.earliest is None:
        yield Line(f"On which day did it happen at {at}?", (f"{view.id}/time",))
    if view.where == "place not known":
        yield Line(f"Where did the {view.type} of {view.when} happen?", (f"{view.id}/place",))
    if wording.ASPECT_WORDS["count"] in open_aspects:
        yield from _counts(view, at)
    if wording.ASPECT_WORDS["attribution"] in open_aspects:
        yield _attribution(view, at)
    for line in view.exhibits:
        yield Line(f"Where and when was it taken, and by whom? {line.text}", line.refs, quote=line.quote)


def _counts(view: IncidentView, at: str) -> Iterator[Line]:
    for count in view.counts:
        if count.best != "none" or " " in count.what.split(" (")[0]:
            continue
        live = list(dict.fromkeys(row.origin for row in count.history if row.live))
        if count.low != count.high and len(live) > 1:
            compare = f" Whose lists of names can be laid side by side: {wording.listing(live)}?"
        elif live:
            compare = f" The only figure is that of {wording.listing(live)}: what is it based on?"
        else:
            compare = ""
        named = f" {count.floor} are identified by name." if count.floor else ""
        yield Line(f"How many people were {count.what} at {at}? Accounts say {count.value}.{named}{compare}", (count.ref,))


def _attribution(view: IncidentView, at: str) -> Line:
    ref = f"{view.id}/attribution"
    accused = [row.actor for row in view.matrix if row.asserted_by or row.implied_by]
    denials = list(dict.fromkeys(voice.speaker for row in view.matrix for voice in row.denied_by))
    if not accused:
        return Line(f"Who did it at {at}? No report says.", (ref,))
    denied = f" {wording.listing(denials)} {'denies' if len(denials) == 1 else 'deny'} it." if denials else ""
    named = wording.listing(accused)
    found = any(row.found_by for row in view.matrix)
    close = "" if found else " No body with a mandate has found anything yet in these reports."
    return Line(f"Who did it at {at}? Named so far: {named}.{denied}{close} Who saw it themselves?", (ref,))


def _observers(view: IncidentView, at: str) -> Iterator[Line]:
    if view.type == "access restriction":
        yield Line(f"Can observers reach {at} now, and who decides at the checkpoints?", (view.id,))
    else:
        yield Line(f"Who fired on or attacked observers at {at}? Is the road safe for the next visit?", (view.id,))
