"""Builds documents, statements and claims tersely for tests of matching and judging, which need no reader."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from trucewatch.records.assertion import (
    CasualtyPayload,
    Claim,
    Cue,
    EventPayload,
    Participant,
    Reading,
    ResponsibilityPayload,
    Speaker,
    Statement,
)
from trucewatch.records.capture import Document
from trucewatch.records.extent import Place, When
from trucewatch.records.identity import identify
from trucewatch.records.names import fold, place_key
from trucewatch.records.span import Span


def day(text):
    """A day, or a range written ``2012-06-06/2012-06-08``."""
    first, _, last = text.partition("/")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return When(start, end, "day" if start == end else "range", text)


def place(name, country="SY", precision="place", lat=None, lon=None, admin1=None):
    """A place as named."""
    return Place(name, place_key(name), country, admin1, lat, lon, precision)


class Clock:
    """A clock that ticks a minute at each look."""

    def __init__(self):
        self.now = datetime(2014, 3, 10, 9, 0, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(minutes=1)
        return self.now


@dataclass
class Report:
    """One report in the making. Words given to its methods are looked up in the text from where the last one was found."""

    publisher: str
    published: str
    text: str
    credits: tuple = ()
    country: str = "SY"
    statements: list = field(default_factory=list)
    claims: list = field(default_factory=list)

    @property
    def document(self):
        return Document(
            id=identify("d", self.publisher, self.published, self.text),
            text=self.text,
            publisher=self.publisher,
            published=date.fromisoformat(self.published),
            credits=self.credits,
            path=f"{self.publisher}.txt",
        )

    @property
    def reading(self):
        return Reading(tuple(self.statements), tuple(self.claims), (), self.document.id)

    def span(self, words):
        at = self.text.index(words)
        return Span(at, at + len(words))

    def says(self, name, words, *, kind="institution", role=None, affiliation=None, cue="say", hedges=(), mode="indirect", act="assert"):
        """A statement; returns it."""
        content = self.span(words)
        statement = Statement(
            id=identify("s", self.document.id, content.start, content.end),
            document=self.document.id,
            speaker=Speaker(name, kind, role, affiliation),
            source=(),
            chain=("narrator",),
            cue=Cue(content, cue),
            mode=mode,
            content=(content,),
            speech_act=act,
            hedges=tuple(self.span(word) for word in hedges),
        )
        self.statements.append(statement)
        return statement

    def _claim(self, kind, payload, words, by, polarity, factuality, about=None):
        span = self.span(words)
        claim = Claim(
            id=identify("c", self.document.id, kind, span.start, span.end, payload),
            document=self.document.id,
            statement=by.id if by else None,
            kind=kind,
            polarity=polarity,
            factuality=factuality,
            spans=(span,),
            payload=payload,
            about=about,
        )
        self.claims.append(claim)
        return claim

    def event(
        self,
        words,
        type="killing",  # noqa: A002
        *,
        when=None,
        where=(),
        by=None,
        doers=(),
        victims=(),
        polarity="assert",
        factuality="certain",
        anaphoric=False,
        background=False,
        pattern=False,
        stage="accomplished",
    ):
        """An event claim whose trigger is ``words``."""
        places = tuple(
            place(one, self.country) if isinstance(one, str) else one for one in ([where] if isinstance(where, str | Place) else where)
        )
        people = [Participant("perpetrator_organisation", name, named=False, mentions=(), actor_key=fold(name)) for name in doers]
        people += [Participant("victim", name, named=True, mentions=(), effect="killed") for name in victims]
        payload = EventPayload(
            type,
            self.span(words),
            stage,
            day(when) if when else None,
            places,
            tuple(people),
            anaphoric=anaphoric,
            background=background,
            pattern=pattern,
        )
        return self._claim("event", payload, words, by, polarity, factuality)

    def count(
        self,
        about,
        words,
        low,
        high,
        metric="killed",
        population="all",
        *,
        by=None,
        scope=None,
        part_of=None,
        named_list=False,
        vague=False,
        polarity="assert",
        factuality="certain",
    ):
        """A casualty claim about an event claim (None: left open)."""
        payload = CasualtyPayload(
            metric,
            population,
            scope,
            low,
            high,
            None,
            words,
            part_of=part_of.id if part_of else None,
            named_list=named_list,
            vague=vague,
        )
        return self._claim("casualty", payload, words, by, polarity, factuality, about.id if about else None)

    def blame(self, about, words, *, by=None, polarity="assert", factuality="certain", scope="incident", actor=None, role="perpetrator"):
        """A responsibility claim whose label is ``words``."""
        payload = ResponsibilityPayload(actor, words, role, scope)
        return self._claim("responsibility", payload, words, by, polarity, factuality, about.id if about else None)


def documents_of(reports):
    """The documents of reports by id."""
    return {report.document.id: report.document for report in reports}


def analyse(*reports, decisions=(), sources=()):
    """Match and judge reports."""
    from trucewatch.judging import judge
    from trucewatch.matching import match

    documents = documents_of(reports)
    readings = [report.reading for report in reports]
    grouping = match(readings, documents, decisions=decisions)
    return judge(grouping, readings, documents, sources=sources, decisions=decisions)


def row(incident, metric="killed", population="all", scope=None):
    """One casualty range of an incident."""
    return next(
        (one for one in incident.counts if (one.metric, one.population, one.scope) == (metric, population, scope)),
        None,
    )


def at(analysis, name):
    """The incident at a place, by any of its spellings."""
    found = [one for one in analysis.incidents if any(name in {spelling, *[p.name for p in one.where]} for spelling in one.spellings)]
    assert len(found) == 1, [one.where for one in analysis.incidents]
    return found[0]
