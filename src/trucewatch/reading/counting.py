"""Counts of victims → drafts of casualty claims, with the stance of what they count and the event they belong to."""

from typing import TYPE_CHECKING

from trucewatch.reading.casualties import find_casualties
from trucewatch.reading.counted import Counted
from trucewatch.reading.factuality import stance_of
from trucewatch.reading.forms import FormCount, form_counts
from trucewatch.reading.mentions import Stance
from trucewatch.reading.natural import natural_sentence
from trucewatch.reading.quantities import find_quantities
from trucewatch.reading.scene import CERTAIN, UNREAL, Draft, Scene
from trucewatch.records.assertion import CasualtyPayload

if TYPE_CHECKING:
    from trucewatch.records.span import Span

_SEEING = frozenset(("come", "return", "see", "hear", "find", "trace", "locate"))

_UNHAPPENED = UNREAL | {"negated"}
_CONTACT = frozenset(("establish", "contact", "have", "make", "restore", "regain", "resume"))
_LIVING = frozenset(("live", "make", "survive"))
"""Verbs whose denial tells a death: "did not live"."""
_AIMS = (["so", "that"], ["ensure", "that"], ["ensuring", "that"])
"""Words before what is only aimed at."""

type Linked = tuple[Draft, int | None, int | None]


def find_counts(scene: Scene) -> list[Linked]:
    """Return drafts of count claims with the positions, in the same list, of their total and of the count they replace."""
    counted = find_casualties(scene.parse, find_quantities(scene.parse))
    found: list[Linked] = []
    places: dict[int, int] = {}
    for number, count in enumerate(counted):
        stance = _vanished(scene, count) or stance_of(scene.parse, count.trigger)
        if not _kept(scene, count, stance):
            continue
        places[number] = len(found)
        total = None if count.part_of is None else places.get(count.part_of)
        earlier = None if count.revises is None else places.get(count.revises)
        found.append((_draft(scene, count, stance), total, earlier))
    found += [(_of_form(scene, line), None, None) for line in form_counts(scene.parse)]
    return found


def _of_form(scene: Scene, line: FormCount) -> Draft:
    """The count of a line of a form: of what the page is about, the first event that it tells as one that took place."""
    payload = CasualtyPayload(line.metric, line.population, None, line.count.low, line.count.high, None, line.span.of(scene.parse.text))
    told = [n for n, event in enumerate(scene.events) if event.stance.factuality not in _UNHAPPENED and not event.pattern]
    return Draft("casualty", line.token, CERTAIN, (line.span,), payload, told[0] if told else None, "count:form")


def _vanished(scene: Scene, count: Counted) -> Stance | None:
    """As in "have not been seen since", "there is no news of": what is denied is that anybody saw them, not what befell them."""
    if count.rule == "whereabouts":
        told = stance_of(scene.parse, count.trigger)
        return CERTAIN if told.factuality == "negated" and told.polarity == "assert" else None
    lemma = scene.parse.tree.lemma[count.trigger]
    unseen = count.metric == "missing" and (lemma in _SEEING or lemma in _CONTACT)
    return CERTAIN if unseen or (count.metric == "killed" and lemma in _LIVING) else None


def _nobody(scene: Scene, count: Counted, stance: Stance) -> bool:
    """As in "the two monitors were not hurt", "denied that any workers were killed": nobody of them was."""
    if stance.factuality != "negated":
        return False
    head = count.quantity.head
    before = scene.lower[max(0, head - 4) : head]
    if "any" in before:
        return True
    first = head
    while first and scene.parse.starts[first - 1] >= count.quantity.span.start:
        first -= 1
    definite = any(word in ("the", "all", "both", "its", "their", "these") for word in scene.lower[max(0, first - 1) : head])
    return definite and stance.polarity == "assert" and scene.parse.doc[count.trigger].i > head


def _any(scene: Scene, count: Counted) -> bool:
    head = count.quantity.head
    return "any" in scene.lower[max(0, head - 3) : head] or scene.lower[head] in {"anyone", "anybody"}


def _done_by_none(scene: Scene, count: Counted) -> bool:
    """As in "denied having killed anyone", "denied any killing": what the speaker's side is said not to have done counts nobody."""
    head = scene.parse.doc[count.quantity.head]
    return _any(scene, count) and (head.dep_ == "dobj" or scene.parse.doc[count.trigger].pos_ == "NOUN")


def _to_come(scene: Scene, count: Counted) -> bool:
    """As in "said it would execute two policemen", "will shoot ten hostages": nobody came to harm yet."""
    verb = scene.parse.doc[count.trigger]
    ahead = any(child.lower_ in ("would", "will", "shall", "'ll") and child.dep_ == "aux" for child in verb.children)
    return ahead and scene.parse.doc[count.quantity.head].dep_ == "dobj"


def _gerund(scene: Scene, count: Counted) -> bool:
    """As in "denied killing civilians"."""
    verb = scene.parse.doc[count.trigger]
    return verb.tag_ == "VBG" and verb.head.lemma_ == "deny"


def _driven_in(scene: Scene, at: int) -> bool:
    """As in "fired on those crossing; 30 were killed or drowned": a drowning that a deed told in the same or the sentence before caused."""
    lemma, number = scene.parse.tree.lemma, scene.parse.sentence_of
    if not any(lemma[near] == "drown" and number[near] == number[at] for near in range(max(0, at - 3), min(len(lemma), at + 4))):
        return False
    return any(0 <= number[at] - number[event.token] <= 1 and not event.pattern for event in scene.events)


def _kept(scene: Scene, count: Counted, stance: Stance) -> bool:
    """A bare plural or a single person is a count only where the event is told as one that took place."""
    quantity = count.quantity
    if scene.event_at(count.trigger) is None and natural_sentence(scene.parse, count.trigger) and not _driven_in(scene, count.trigger):
        return False  # the dead of an illness, a flood or a road accident are nobody's victims
    if quantity.part and quantity.vague and count.part_of is None and quantity.count.high is None:
        return False  # "many of the deaths", of a number nobody gives: neither a toll nor a part of one
    first = scene.parse.tokens_in(quantity.span)[0]
    if quantity.count.high == 0 and list(scene.lower[max(0, first - 2) : first]) in _AIMS:
        return False  # "care is taken so that no innocent person is harmed"
    if quantity.part and quantity.vague and quantity.count.high is None and count.population == "all":
        return False  # "many of them in their beds"
    number = quantity.qualifier is not None or quantity.vague or (quantity.count.high is not None and quantity.count.high != 1)
    if number:
        return stance.factuality != "demanded" and not _to_come(scene, count)
    if count.rule == "pronoun" and (stance.polarity == "deny" or (stance.factuality == "possible" and count.metric != "killed")):
        return False  # "rumours that he had been murdered are denied", "fears that he may be jailed"
    if stance.polarity == "deny" and (_done_by_none(scene, count) or _gerund(scene, count)):
        return False
    if stance.factuality == "negated" and _any(scene, count):
        return True
    if stance.polarity == "deny" and stance.factuality == "negated" and quantity.count.high != 0:
        return not quantity.named  # "rejected the report that its men had executed students": what is denied is still told of
    return stance.factuality not in UNREAL and stance.polarity == "assert" and (stance.factuality != "negated" or quantity.count.high == 0)


def _draft(scene: Scene, count: Counted, stance: Stance) -> Draft:
    quantity = count.quantity
    trigger = scene.parse.span(count.trigger, count.trigger + 1)
    spans: tuple[Span, ...] = (quantity.span,) if quantity.span.covers(trigger) else (quantity.span, trigger)
    low, high = (0, 0) if _nobody(scene, count, stance) else (quantity.count.low, quantity.count.high)
    payload = CasualtyPayload(
        metric=count.metric,
        population=count.population,
        scope=_since(scene, count),
        low=low,
        high=high,
        qualifier=quantity.qualifier,
        text=quantity.span.of(scene.parse.text),
        derived=quantity.derived,
        vague=quantity.vague,
        named_list=count.rule == "list of names",
    )
    return Draft("casualty", quantity.head, stance, spans, payload, _event(scene, count), f"count:{count.rule}")


def _event(scene: Scene, count: Counted) -> int | None:
    """The event whose victims are counted: the one that names the quantity, the one at the word that says what happened, the nearest."""
    for number, event in enumerate(scene.events):
        if any(quantity.head == count.quantity.head for quantity in event.quantities):
            return number
    own = scene.event_at(count.trigger)
    if own is None and _since(scene, count) is not None:
        return None  # "the number of dead since 25 December": of many events
    return scene.event_near(count.trigger)


def _since(scene: Scene, count: Counted) -> str | None:
    """The words that say since when a toll counts ("since the beginning of the year"), None where it is one event's."""
    if count.rule not in ("figure", "direct") or scene.event_at(count.trigger) is not None:
        return None
    tree, number = scene.parse.tree, scene.parse.sentence_of
    at, sentence = count.quantity.head, number[count.quantity.head]
    while at > 0 and number[at - 1] == sentence:
        at -= 1
    while at < len(tree) and number[at] == sentence:
        if tree.lower[at] == "since" and tree.dep[at] in ("prep", "mark"):
            last = at + 1
            while last < len(tree) and last - at < 8 and number[last] == sentence and tree.pos[last] not in ("VERB", "AUX", "PUNCT"):
                last += 1
            return scene.parse.words(scene.parse.span(at, last))
        at += 1
    return None
