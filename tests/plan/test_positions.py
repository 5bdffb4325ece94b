"""Positions, measures and the Council: what actors state, over time, and what a draft still lacks."""

from datetime import date

import pytest
from plankit import claim_of, voices_of

from trucewatch.plan.council import council, councils_of, outlook
from trucewatch.plan.measures import measures_of
from trucewatch.plan.positions import positions_of, shifts_of
from trucewatch.plan.shipped import council_text
from trucewatch.records.assertion import CompliancePayload, MeasurePayload, PositionPayload


def on(actor, stance, day, *, issue="mandate for outside intervention", **given):
    return claim_of(PositionPayload(actor, issue, stance), day, words=f"{actor} on day {day}", **given)


def test_a_shift_keeps_both_quotes():
    """A state that was against in May and for in June has shifted, with the words of both days."""
    voices = voices_of(on("Togo", -1, "2012-05-01"), on("Togo", 1, "2012-06-01"))
    (shift,) = shifts_of(positions_of(voices))
    assert (shift.before.stance, shift.after.stance) == (-1, 1)
    assert "2012-05-01" in shift.before.quote
    assert "2012-06-01" in shift.after.quote


def test_the_same_position_told_again_is_one():
    """Three reports within three days of the same stance are one position with three claims."""
    voices = voices_of(on("Togo", 1, "2012-06-01"), on("Togo", 1, "2012-06-02"), on("Togo", 1, "2012-06-03"))
    (position,) = positions_of(voices)
    assert len(position.claims) == 3


def test_what_was_left_unsaid_is_no_stance_and_no_shift():
    """The words "refrained from saying" are kept as such; they neither merge with a stance nor make a shift."""
    voices = voices_of(on("Togo", 1, "2012-06-01"), on("Togo", -2, "2012-06-20", polarity="non-assertion"))
    positions = positions_of(voices)
    assert [each.polarity for each in positions] == ["assert", "non-assertion"]
    assert shifts_of(positions) == ()


def test_an_outsiders_verdict_on_the_plan_is_a_position_and_a_partys_is_not(plan):
    """A foreign minister who calls the accord a failure doubts it; the Government's "fulfilled" stands beside the cells instead."""
    failed = CompliancePayload("the accord", None, "not implemented")
    doubt = claim_of(failed, "2020-06-03", speaker="M. Duarte", role="Portuguese foreign minister")
    boast = claim_of(CompliancePayload("the accord", None, "fulfilled"), "2020-06-03", speaker="Northern Government")
    (position,) = positions_of(voices_of(doubt, boast, plan=plan), plan)
    assert (position.actor, position.state, position.issue, position.stance) == ("M. Duarte", "PT", plan.title, -1)


def test_a_measure_keeps_every_status_in_order():
    """Sanctions that were threatened, decided and lifted are one measure with three steps."""
    steps = [("threatened", "2012-05-01"), ("decided", "2012-06-01"), ("lifted", "2012-09-01")]
    claims = [claim_of(MeasurePayload("European Union", "the Government", "sanctions", status), day) for status, day in steps]
    (measure,) = measures_of(voices_of(*reversed(claims)))
    assert [(step.status, step.day.isoformat()) for step in measure.steps] == steps
    assert measure.status == "lifted"


def test_the_council_has_fifteen_members_of_whom_five_are_permanent():
    """Every shipped year has fifteen members, five of them permanent, and says where it is from."""
    for each in councils_of(council_text()).values():
        assert (len(each.members), sum(member.permanent for member in each.members)) == (15, 5)
        assert each.source


def test_a_membership_file_with_a_slip_is_refused():
    """Fourteen members, or one twice, are refused with the year."""
    text = (
        "source: x\npermanent: [China, France, Russia, United Kingdom, United States]\nyears: {2030: [Togo, Togo, A, B, C, D, E, F, G, H]}"
    )
    with pytest.raises(ValueError, match=r"2030.*Togo twice"):
        councils_of(text)


def test_silence_is_unknown_and_a_firm_refusal_of_a_permanent_member_is_a_veto_announced():
    """Two members in favour, one permanent member firmly against: the rest are unknown, and the veto is named."""
    refusal = on("Sergei Lavrov", -2, "2012-06-01", role="Russian foreign minister", speaker="Sergei Lavrov")
    voices = voices_of(on("Germany", 1, "2012-06-01"), on("Portugal", 2, "2012-06-01"), refusal)
    found = outlook("mandate for outside intervention", council(2012), positions_of(voices), measures_of(voices))
    assert (found.in_favour, found.against, found.unknown) == (2, 1, 12)
    assert found.vetoes == ("Russia",)
    assert "China" in found.missing
    assert "no number of votes" in found.because


def test_nine_votes_without_a_veto_are_said_to_be_stated_and_no_more():
    """Nine stated votes are reported as stated; an elected member firmly against is no veto."""
    names = ["Germany", "Portugal", "Togo", "Morocco", "Colombia", "Guatemala", "India", "France", "United Kingdom"]
    voices = voices_of(*(on(name, 1, "2012-06-01") for name in names), on("Pakistan", -2, "2012-06-01"))
    found = outlook("mandate for outside intervention", council(2012), positions_of(voices))
    assert (found.in_favour, found.vetoes) == (9, ())
    assert "nine votes are stated" in found.because


def test_the_latest_position_counts_and_other_issues_do_not():
    """A member's later word replaces its earlier one, and its word on another matter says nothing on this draft."""
    voices = voices_of(on("Togo", 1, "2012-05-01"), on("Togo", -1, "2012-06-01"), on("India", 2, "2012-06-01", issue="observer mission"))
    rows = {row.member: row for row in outlook("mandate for outside intervention", council(2012), positions_of(voices)).rows}
    assert rows["Togo"].vote == "against"
    assert rows["Togo"].position.day == date(2012, 6, 1)
    assert rows["India"].vote == "unknown"


def test_a_year_without_data_is_refused_with_the_years_there_are():
    """Nobody guesses a membership."""
    with pytest.raises(KeyError, match="2012"):
        council(1999)
