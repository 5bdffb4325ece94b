"""Closed vocabularies of the domain as types, so that a misspelt term fails the type check."""

from typing import Literal

type Polarity = Literal["assert", "deny", "implicate", "non-assertion"]
"""The speaker's stance towards what is said."""

type Factuality = Literal["certain", "probable", "possible", "conditional", "future", "demanded", "negated"]
"""How the event itself is presented."""

type ClaimKind = Literal["event", "casualty", "responsibility", "authenticity", "compliance", "position", "measure", "access"]

type Mode = Literal["direct", "indirect", "mixed", "inscription", "narrator"]

type SpeechAct = Literal[
    "assert", "deny", "accuse", "blame", "demand", "urge", "warn", "threaten", "promise", "condemn", "praise",
    "position", "announce", "ask", "non-assertion",
]  # fmt: skip

type SpeakerKind = Literal["person", "group", "institution", "state", "document", "unknown"]

type Metric = Literal["killed", "injured", "missing", "detained", "displaced"]

type Population = Literal["all", "civilians", "children", "women", "party forces", "mission personnel"]

type Stage = Literal["accomplished", "attempted", "threatened"]

type Role = Literal[
    "perpetrator_individual", "perpetrator_organisation", "target", "victim", "instrument", "other"
]  # fmt: skip

type Effect = Literal["killed", "injured", "detained", "displaced", "missing", "damaged", "none", "unknown"]

type Confidence = Literal["fact", "claimed", "accused", "accused_by_authorities", "possible"]

type ResponsibilityRole = Literal["perpetrator", "duty_bearer", "enabler"]

type ResponsibilityScope = Literal["incident", "pattern"]

type MeasureStatus = Literal["called_for", "threatened", "promised", "decided", "taken", "lifted"]

type AccessKind = Literal["denial", "delay", "condition", "escort", "jamming", "threat", "fire"]

type DatePrecision = Literal["day", "days", "week", "month", "season", "year", "range", "unknown"]

type PlacePrecision = Literal["place", "near", "admin2", "admin1", "country", "unknown"]

type PublishedBasis = Literal["given", "metadata", "dateline", "text", "file", "unknown"]

type SourceKind = Literal[
    "mission", "IGO", "government", "armed group", "opposition body", "NGO monitor", "wire", "outlet",
    "state media", "eyewitness", "activist", "social account", "unknown",
]  # fmt: skip

type Aspect = Literal["occurrence", "time", "place", "count", "attribution", "legal"]

type AspectStatus = Literal[
    "unassessed", "reported", "corroborated", "verified", "unverifiable", "refuted", "withdrawn", "merged"
]  # fmt: skip

ASPECTS: tuple[Aspect, ...] = ("occurrence", "time", "place", "count", "attribution", "legal")
