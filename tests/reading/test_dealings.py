"""Events that a clause only deals with keep no day of it; a verb of no harm is no deed of nobody."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import EventPayload


def _days(text: str, word: str) -> list[str | None]:
    claims = trucewatch.read(text, published=date(2024, 5, 8)).claims
    found = [c.payload for c in claims if isinstance(c.payload, EventPayload) and c.payload.trigger.of(text) == word]
    assert found, f"no event at {word!r}"
    return [str(p.when.earliest) if p.when else None for p in found]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Father Romero, who had denounced the abduction, was murdered on 4 March.", "abduction"),
        ("A lawyer who had documented the killings was shot on 4 March.", "killings"),
        ("The general, accused of the bombing, was arrested on 9 April.", "bombing"),
        ("Suspects in the massacre appeared in court on Monday.", "massacre"),
        ("An inquiry into the shelling of the school opened on 3 May.", "shelling"),
        ("A witness to the massacre was found dead on Sunday.", "massacre"),
        ("Two nurses, who had been kidnapped by rebels, were freed on Tuesday.", "kidnapped"),
        ("A man wanted for the killing of a priest surrendered on Monday.", "killing"),
        ("Relatives of those who died in the raid buried them on Thursday.", "raid"),
        ("The commander who ordered the massacre was killed on 4 March.", "massacre"),
    ],
)
def test_an_event_that_a_clause_only_deals_with_is_not_of_its_day(text, word):
    """The day is of the arrest, the trial or the burial."""
    assert _days(text, word) == [None]


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Police arrested two men over Sunday's bombing.", "bombing", "2024-05-05"),
        ("A man wanted for the killing of a priest on 3 May surrendered.", "killing", "2024-05-03"),
        ("Rebels who attacked the convoy on Sunday were captured on Tuesday.", "attacked", "2024-05-05"),
        ("On Friday gunmen, who burned three houses, killed the chief.", "burned", "2024-05-03"),
        ("Witnesses to Sunday's massacre spoke of forty dead.", "massacre", "2024-05-05"),
    ],
)
def test_a_day_that_stands_with_an_event_is_its_own(text, word, day):
    """Inside the phrase, or in a clause of the same telling."""
    assert _days(text, word) == [day]


@pytest.mark.parametrize(
    "text", ["The minister was sacked on Monday.", "The envoy was feted in Oru.", "The road was repaved and the spring blessed."]
)
def test_what_harms_nobody_is_no_deed_of_nobody(text):
    """Only a verb that tells of harm, hindrance or taking is told as a deed without a doer."""
    assert not [c for c in trucewatch.read(text, published=date(2024, 5, 8)).claims if str(c.rule).startswith("deed")]


def test_what_harms_is_told_without_a_doer():
    """A hindrance, a theft, a fright."""
    for text, word in (("The road was barricaded on Monday.", "barricaded"), ("The clinic was burgled on Monday.", "burgled")):
        assert _days(text, word) == ["2024-05-06"]


def test_a_town_is_sacked_and_a_minister_is_not():
    """The same word is plunder of a place and the dismissal of an officer."""
    claims = trucewatch.read("Rebels sacked the town of Oru on Monday.", published=date(2024, 5, 8)).claims
    assert [c.payload.type for c in claims if isinstance(c.payload, EventPayload)] == ["looting"]


def test_somebody_wanted_for_a_killing_wants_nothing():
    """Who is wanted is told of, and demands nothing."""
    claims = trucewatch.read("A man wanted for the killing of a priest surrendered on Monday.", published=date(2024, 5, 8)).claims
    told = {c.payload.type: c.factuality for c in claims if isinstance(c.payload, EventPayload)}
    assert told["surrender"] == "certain"


@pytest.mark.parametrize(
    "text", ["Witnesses spoke of Sunday's massacre.", "Few recalled April's slaughter.", "Yesterday's killings were condemned."]
)
def test_a_day_is_nobody_who_suffered(text):
    """The possessive is when it was, not whom it befell."""
    claims = trucewatch.read(text, published=date(2024, 5, 8)).claims
    found = [c.payload for c in claims if isinstance(c.payload, EventPayload)]
    assert found
    assert not any(p.participants for p in found)
