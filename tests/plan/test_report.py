"""The daily report and the drawings: the form monitors use, and figures that never stand without the presence behind them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from plankit import BEFORE, WEEK, analysis, incident, patrols, records

from trucewatch.plan.compliance import comply
from trucewatch.product.plan_plots import heat_table, violations_by_day
from trucewatch.product.report import daily_report, figures_by_day
from trucewatch.product.report_text import html, text
from trucewatch.records.extent import Count
from trucewatch.records.mission import Harm, MissionRecords, Observation, Restriction

DAY = date(2020, 6, 3)


def seen(ident="o1", **given):
    common = {"day": DAY, "place": "Ardin", "manner": "saw", "kind": "shots", "area": "East"}
    return Observation(ident, **(common | given))


def kept(*observations, restrictions=(), share=1.0):
    made = tuple(replace(each, area="East") for each in (*patrols(share), *patrols(share, period=BEFORE)))
    return MissionRecords(made, observations, restrictions)


def test_figures_of_an_area_stand_beside_those_of_the_day_before_and_what_was_seen(plan):
    """Violations and explosions of today and yesterday are in one row with the presence of both days."""
    report = daily_report(plan, kept(seen(number=Count(3, 3)), seen("o2", day=DAY - timedelta(days=1), kind="explosion")), DAY)
    (row,) = report.areas
    assert (row.area, row.violations, row.violations_before, row.explosions, row.explosions_before) == ("East", 3, 1, 0, 1)
    assert (row.seen.share, row.seen_before.share) == (1.0, 1.0)


def test_what_is_recorded_after_the_cut_off_belongs_to_the_next_report(plan):
    """Shots at 20:15 are not in the report that closes at 19:30; they are in the next one."""
    late = kept(seen(at="20:15"))
    assert daily_report(plan, late, DAY, cutoff="19:30").observed == ()
    assert len(daily_report(plan, late, DAY + timedelta(days=1), cutoff="19:30").observed) == 1


def test_a_cut_off_that_is_no_time_of_day_is_refused(plan):
    """The report closes at a time of day."""
    with pytest.raises(ValueError, match="time of day"):
        daily_report(plan, kept(), DAY, cutoff="half past")


@pytest.mark.parametrize(
    ("manner", "words"),
    [("saw", "the mission saw shots"), ("heard", "the mission heard shots"), ("recorded", "the mission recorded shots"),
     ("was told", "the mission was told of shots"), ("assessed as", "the mission assessed shots")],
)  # fmt: skip
def test_wording_follows_how_the_mission_knows(plan, manner, words):
    """Saw, heard, recorded, was told, assessed: each is said as what it is."""
    assert words in daily_report(plan, kept(seen(manner=manner)), DAY).observed[0].text


def test_who_did_it_is_never_stronger_than_how_the_observers_know(plan):
    """What a villager says of the culprit is "said to be", and counts for no side; what observers saw counts."""
    told = daily_report(plan, kept(seen(by="army", by_manner="was told")), DAY)
    assert "said to be army" in told.observed[0].text
    assert [row.side for row in told.sides] == ["not attributed"]
    saw = daily_report(plan, kept(seen(by="army", by_manner="saw")), DAY)
    assert [row.side for row in saw.sides] == ["Northern Government"]


def test_every_figure_of_a_side_carries_the_presence_that_produced_it(plan):
    """A side's figure is printed with the share that could be seen."""
    report = daily_report(plan, kept(seen(by="army", by_manner="saw"), share=0.0), DAY)
    assert all(row.seen.share is not None for row in report.sides)
    assert "seen" in text(report).split("BY SIDE")[1].splitlines()[1]


def test_what_could_not_be_seen_and_why_has_its_own_section(plan):
    """A blocked patrol, its kind, by whom, the reason in their words, and the place that was not seen are all in the report."""
    trip = next(each for each in kept(share=0.0).patrols if each.day == DAY)
    stop = Restriction("r1", DAY, "Ardin", "denial", "patrol 3", by="army checkpoint", reason="no order", area="East", patrol=trip.id)
    words = text(daily_report(plan, kept(restrictions=(stop,), share=0.0), DAY))
    assert "1 × kept out by army checkpoint at Ardin; reason given: “no order”" in words
    assert "Ardin (East): not seen on 1 of 1 planned days — denial by army checkpoint" in words


def test_what_is_open_becomes_a_question_for_the_next_patrol(plan):
    """Explosions heard ask for traces, casualties told of for a list, an unknown obstacle for who it was."""
    stop = Restriction("r1", DAY, "Bela", "fire", "patrol 3", area="East")
    told = seen("o2", manner="was told", harm=(Harm("killed", Count(2, 2), "civilians"),))
    report = daily_report(plan, kept(seen(manner="heard", kind="explosion", number=Count(12, 12)), told, restrictions=(stop,)), DAY)
    questions = " ".join(line.text for line in report.questions)
    for words in ("traces of the 12 × explosion", "confirm the 2 killed", "Bela: fired upon 1 × — who is it"):
        assert words in questions
    assert "2 civilians killed (reported to the mission)" in report.casualties[0].text


def test_an_empty_day_says_so_in_every_section(plan):
    """A day without records has every section, each saying that nothing was recorded: silence is not left to be guessed."""
    words = text(daily_report(plan, MissionRecords(), DAY))
    assert words.count("none recorded") == 8


def test_the_page_escapes_what_records_say(plan):
    """Whatever stands in a record is shown as text, never run."""
    page = html(daily_report(plan, kept(seen(place="<script>alert(1)</script>")), DAY))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_drawings_are_the_same_bytes_each_time_and_say_in_words_what_they_show(plan):
    """Two drawings of the same figures are identical, SVG and PNG; title, description and figures stand in the SVG as text."""
    days = figures_by_day(plan, kept(seen(number=Count(3, 3))), WEEK.start, WEEK.end)
    one, other = violations_by_day(days), violations_by_day(days)
    assert (one.svg, one.png) == (other.svg, other.png)
    assert "East 3" in one.alt
    assert 'role="img"' in one.svg
    assert f"<desc>{one.alt}" in one.svg


def test_the_heat_table_reads_without_colour(plan):
    """Not assessable is hatched, violations are written as numbers with a dot where charged, and no colour is used at all."""
    import re

    result = comply(plan, analysis=analysis(incident(actor="army", found=True)), records=records(0.4), periods=(BEFORE, WEEK))
    picture = heat_table(plan, result.cells)
    assert "1●" in picture.svg
    assert "<pattern" in picture.svg
    assert "not assessable" in picture.alt
    greys = {colour for colour in re.findall(r"#([0-9a-f]{6})\b", picture.svg) if len({colour[:2], colour[2:4], colour[4:]}) > 1}
    assert not greys
