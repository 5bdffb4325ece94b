"""One reading → its mentions: every event claim with what the text ties to it, in text order, ready to be compared."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.matching.extents import fine
from trucewatch.matching.layout import Layout, headline_end
from trucewatch.matching.rules import Rules
from trucewatch.matching.telling import anchors, belongs, counts_only, opens_sentence
from trucewatch.records.assertion import ACT, DEED, CasualtyPayload, Claim, EventPayload, Participant, Reading
from trucewatch.records.capture import Document
from trucewatch.records.extent import Count, Place, When
from trucewatch.records.names import fold
from trucewatch.records.span import Span
from trucewatch.records.terms import Metric

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")

_COUNTED = frozenset({"another", "new", "second", "third", "further", "other", "last"})
"""Before a verb they say who else it befell ("a third died in surgery"), not that something else happened."""

HAPPENED = frozenset({"certain", "probable", "possible"})
"""How an event must be presented to count as one that happened (DOMAIN section 2)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One event claim. ``founds``: it may open an incident; ``attaches``: it may only join one (a denial, a question left open).

    ``about`` are the claims of the document that speak of it; ``counts`` their whole-event counts by metric; ``victims`` and ``actors``
    folded names; ``opens`` and ``latest`` tell of words right before the trigger; ``result``: the trigger names a death
    or a find, which may come days after the event.
    """

    claim: Claim
    event: EventPayload
    start: int
    sentence: int
    paragraph: int
    founds: bool
    attaches: bool
    about: tuple[Claim, ...]
    counts: tuple[tuple[Metric, Count], ...]
    victims: frozenset[str]
    actors: frozenset[str]
    opens: bool
    latest: bool
    result: bool = False
    word: str = ""
    """The trigger in lower case."""
    dated_by: int | None = None
    """The sentence that says when; None where nothing does."""
    placed_by: int | None = None
    """The sentence, the last one, that names its place, smaller than a region; None where none does."""
    turns: bool = False
    """Its sentence opens with words that turn to something else ("Elsewhere", "Hours later", "The same night")."""
    item: int = 0
    """The number of the list entry it stands in; 0 outside lists."""
    headed: bool = False
    """A place of its own heads that entry."""
    adrift: bool = False
    """It points back ("the raid"), and its sentence names a day or place that is not said of it."""
    aside: bool = False
    """Somebody says what befell people, and the place named may be that of other words."""
    counting: bool = False
    """It only says how many dead, hurt or missing there were."""
    headline: bool = False
    """It stands in the heading of the whole text, which tells before what is told below, and names no place that is known."""

    @property
    def when(self) -> When | None:
        """The time of the event where it is known."""
        return self.event.when if self.event.when and self.event.when.known else None

    @property
    def harmed(self) -> bool:
        """True where it tells of people killed or hurt, not only of shots at them."""
        return any(person.role == "victim" and person.effect in {"killed", "injured"} for person in self.event.participants)

    @property
    def dated(self) -> bool:
        """True where its own sentence says when."""
        return self.dated_by == self.sentence

    @property
    def placed(self) -> bool:
        """True where its own sentence names its place."""
        return self.placed_by == self.sentence

    @property
    def where(self) -> tuple[Place, ...]:
        """Where the event took place, as the text ties it."""
        return self.event.where

    def of(self, metric: Metric) -> tuple[Count, ...]:
        """The counts of one metric."""
        return tuple(count for name, count in self.counts if name == metric)


def mentions_of(reading: Reading, document: Document, rules: Rules, skipped: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """Return the event mentions of one reading that happened, or that speak of what happened, in text order."""
    layout = Layout.of(document.text, reading.places)
    headline = headline_end(document.text)
    content = {statement.id: statement.content for statement in reading.statements}
    about: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        if claim.about and claim.id not in skipped:
            about.setdefault(claim.about, []).append(claim)
    found = []
    for claim in reading.claims:
        if isinstance(claim.payload, EventPayload) and claim.rule not in {ACT, DEED} and claim.id not in skipped:
            mention = _mention(claim, claim.payload, document, layout, about.get(claim.id, ()), rules, content)
            mention = replace(mention, headline=mention.start < headline and _unsited(mention), item=layout.item(mention.start))
            mention = replace(mention, headed=layout.head(mention.start))
            if mention.founds or mention.attaches:
                found.append(mention)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.claim.id)))


def _mention(
    claim: Claim,
    event: EventPayload,
    document: Document,
    layout: Layout,
    about: Sequence[Claim],
    rules: Rules,
    content: Mapping[str, Sequence[Span]],
) -> Mention:
    """Gather what one event claim carries."""
    sentence = layout.sentence(event.trigger.start)
    general = (event.pattern or rules.sums.match(document.text, layout.opening(sentence)) is not None) and not _pinned(event)
    happened = claim.factuality in HAPPENED and event.stage != "threatened" and not general
    pointing = _pointing(claim, event, document, rules)
    verbal = claim.rule.startswith(("verb", "state", "phrase"))
    named = fine(event.where)
    before = [word.lower() for word in _WORD.findall(document.text[max(0, event.trigger.start - 32) : event.trigger.start])][-3:]
    return Mention(
        claim=claim,
        event=event,
        start=event.trigger.start,
        sentence=sentence,
        paragraph=layout.paragraph(event.trigger.start),
        founds=happened and not pointing and claim.polarity in {"assert", "implicate"},
        attaches=not general and (pointing or claim.polarity in {"deny", "non-assertion"}) and claim.factuality in {*HAPPENED, "negated"},
        about=tuple(about),
        counts=counts_of(about, event),
        victims=_names(event.participants, {"victim"}),
        actors=_names(event.participants, {"perpetrator_individual", "perpetrator_organisation"}),
        opens=any(word in rules.new_words and (word not in _COUNTED or not verbal) for word in before),
        latest=any(word in rules.latest_words for word in before),
        result=event.type == "discovery of bodies" or event.trigger.of(document.text).lower() in rules.result_words,
        word=event.trigger.of(document.text).lower(),
        dated_by=_nearest(event.when.spans, sentence, layout) if event.when is not None and event.when.known else None,
        placed_by=_nearest([span for place in named for span in place.spans], sentence, layout) if named else None,
        turns=rules.turns.match(document.text, layout.opening(sentence)) is not None,
        adrift=_adrift(document.text, claim, event, sentence, layout, content),
        aside=_aside(document.text, claim, event, sentence, layout),
        counting=counts_only(document.text, claim, event),
    )


def _unsited(mention: Mention) -> bool:
    """Return whether a mention has no day, and no place that the gazetteer knows ("a Basque bar")."""
    return mention.when is None and all(place.lat is None for place in mention.where)


def _nearest(spans: Sequence[Span], sentence: int, layout: Layout) -> int:
    """Return the sentence, nearest to an event's own, whose words gave a time or place; its own where the words are not known."""
    return min((layout.sentence(span.start) for span in spans), key=lambda one: abs(one - sentence), default=sentence)


def _adrift(text: str, claim: Claim, event: EventPayload, sentence: int, layout: Layout, content: Mapping[str, Sequence[Span]]) -> bool:
    """Return whether what points back, counts again or is said by somebody has a day or place by words that are not its own.

    ``content`` are the contents of the statements: "on 10 May the army conceded that men had died" says when it conceded.
    """
    spans = [*(event.when.spans if event.when else ()), *(span for place in fine(event.where) for span in place.spans)]
    here = [span for span in spans if layout.sentence(span.start) == sentence]
    if event.anaphoric:
        return bool(here or (spans and anchors(text, event))) and not belongs(text, event, spans)
    if counts_only(text, claim, event):
        return bool(here) and not belongs(text, event, here) and not any(opens_sentence(text, span) for span in here)
    said = content.get(claim.statement or "", ())
    return bool(said and here) and all(span.end <= said[0].start for span in here)


def _aside(text: str, claim: Claim, event: EventPayload, sentence: int, layout: Layout) -> bool:
    """Return whether somebody says what befell people, and the place stands beside other words before it ("men of the Karim force")."""
    if (
        claim.statement is None
        or claim.rule.startswith("noun")
        or any(person.role not in {"victim", "target"} for person in event.participants)
    ):
        return False
    here = [span for place in fine(event.where) for span in place.spans if layout.sentence(span.start) == sentence]
    return bool(here) and all(span.end <= event.trigger.start and not opens_sentence(text, span) for span in here)


def _pointing(claim: Claim, event: EventPayload, document: Document, rules: Rules) -> bool:
    """Return whether an event only joins what is told: it follows something, needs an extent it lacks, or its words merely point back."""
    if event.type in rules.sequels or (event.type in rules.needs_extent and not event.where and not (event.when and event.when.known)):
        return True
    if event.type in rules.needs_verb and claim.rule.startswith("noun"):
        return True
    if event.trigger.of(document.text).lower() not in rules.pointing_words:
        return False
    return not (event.when and event.when.known and fine(event.where))


def _pinned(event: EventPayload) -> bool:
    """Return whether an event has a day and a place of its own: then it is no pattern, however general its words."""
    return event.when is not None and event.when.precision == "day" and bool(fine(event.where))


def counts_of(about: Sequence[Claim], event: EventPayload) -> tuple[tuple[Metric, Count], ...]:
    """The counts that speak of the whole event: casualty claims that are no subtotal, else the participants' numbers."""
    stated = [
        (claim.payload.metric, claim.payload.count)
        for claim in about
        if isinstance(claim.payload, CasualtyPayload) and not claim.payload.part_of and claim.factuality in HAPPENED
    ]
    if stated:
        return tuple(stated)
    effects: Mapping[str, Metric] = {"killed": "killed", "injured": "injured", "detained": "detained", "missing": "missing"}
    return tuple((effects[person.effect], person.number) for person in event.participants if person.number and person.effect in effects)


def _names(participants: Sequence[Participant], roles: set[str]) -> frozenset[str]:
    """The folded names of participants in ``roles``: of victims only those named, since "villagers" tells nobody apart."""
    return frozenset(
        fold(person.actor_key or person.name) for person in participants if person.role in roles and (person.named or "victim" not in roles)
    )


def text_order(mention: Mention) -> tuple[int, str]:
    """Order mentions as the text does."""
    return mention.start, mention.claim.id
