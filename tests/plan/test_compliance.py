"""Compliance: what a plan's cells say from incidents, mission records and decisions."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plankit import BEFORE, WEEK, analysis, cell_of, incident, patrols, records

from trucewatch.plan.approvals import approval_values
from trucewatch.plan.compliance import comply
from trucewatch.records.analysis import StatusStep
from trucewatch.records.decision import Decision
from trucewatch.records.extent import Count
from trucewatch.records.mission import MissionRecords, Observation, Patrol, Restriction
from trucewatch.records.plan import Period


def judged(plan, *incidents, kept=None, periods=(WEEK,), decisions=()):
    return comply(plan, analysis=analysis(*incidents), records=kept, periods=periods, decisions=decisions)


def decision(verb, subjects, values=(), at=1, ident=None):
    moment = datetime(2020, 7, at, tzinfo=UTC)
    return Decision(ident or f"d{at}", verb, tuple(subjects), tuple(values), "R. Haddad", "as agreed in the morning meeting", moment)


def test_a_week_that_nobody_could_watch_is_not_assessable(plan):
    """Without presence data, silence says nothing: no commitment reads as kept."""
    cell = cell_of(judged(plan), "C1")
    assert cell.state == "not assessable"
    assert cell.observability.share is None
    assert "no presence data" in cell.rule


def test_a_well_watched_quiet_week_shows_no_violation(plan):
    """With planned patrols that got there and nothing seen, a prohibition reads as without violation."""
    cell = cell_of(judged(plan, kept=records(1.0)), "C1")
    assert cell.state == "no violation seen"
    assert cell.observability.share == 1.0


def test_a_reported_killing_violates_but_charges_nobody(plan):
    """An accusation, however loud, makes the ceasefire violated and charges no party."""
    cell = cell_of(judged(plan, incident(actor="army")), "C1")
    assert cell.state == "violated"
    assert cell.charged == ()
    assert cell.by_status == (("reported", 1),)
    assert cell.violations[0].happening.allegations[0].party == "north"


@pytest.mark.parametrize("status", ["corroborated", "verified"])
def test_an_established_attribution_charges_the_obligor(plan, status):
    """Once the attribution is corroborated or verified, the violation is charged to the party it names."""
    assert cell_of(judged(plan, incident(actor="army", attribution=status)), "C1").charged == ("north",)


def test_a_finding_charges_the_obligor_and_says_whose_finding(plan):
    """A finding by a competent body moves the attribution: the violation is charged, with the body and its standard."""
    before = cell_of(judged(plan, incident(actor="army")), "C1")
    after = cell_of(judged(plan, incident(actor="army", found=True)), "C1")
    assert (before.charged, after.charged) == ((), ("north",))
    assert after.violations[0].happening.charge == "found by Inquiry, reasonable grounds to believe"
    assert after.basis != before.basis


def test_a_label_charges_nobody_until_a_person_links_it(plan):
    """The label "River militia" is nobody's until a named person links it to a party; then the finding charges that party."""
    found = incident(actor="River militia", found=True)
    link = decision("link", ["River militia"], (("actor", "army"),))
    assert cell_of(judged(plan, found), "C1").charged == ()
    assert cell_of(judged(plan, found, decisions=[link]), "C1").charged == ("north",)


def test_what_the_other_side_is_accused_of_is_not_the_obligors_violation(plan):
    """Observers stopped by the other side do not violate the duty of the Government to let them pass; stopped by nobody known, they do."""
    stopped = {"kind": "access restriction", "targets": ("UN observers",)}
    assert cell_of(judged(plan, incident(actor="rebels", **stopped)), "C2").state == "not assessable"
    assert cell_of(judged(plan, incident(**stopped)), "C2").state == "violated"
    assert not cell_of(judged(plan, incident(**stopped)), "C2").violations[0].actor_known


def test_a_restriction_recorded_by_the_mission_is_charged_on_its_word(plan):
    """Of its own access nobody is a better witness than the mission: what it recorded is verified and charged."""
    stop = Restriction("r1", date(2020, 6, 4), "Ardin", "denial", "patrol 3", by="army checkpoint", reason="“no order”")
    cell = cell_of(judged(plan, kept=MissionRecords(patrols(), (), (stop,))), "C2")
    assert cell.charged == ("north",)
    assert cell.by_status == (("verified", 1),)


@pytest.mark.parametrize("status", ["refuted", "withdrawn", "merged", "unverifiable"])
def test_what_is_refuted_or_withdrawn_violates_nothing(plan, status):
    """An incident that was refuted, withdrawn, merged or found unverifiable leaves the cell as if it had not been reported."""
    assert cell_of(judged(plan, incident(status=status), kept=records()), "C1").state == "no violation seen"


def test_threats_and_incidents_of_another_week_do_not_count(plan):
    """A threat is no violation, and last week's violation is last week's."""
    threat = replace(incident(), stage="threatened")
    earlier = incident("i2", day=date(2020, 5, 27))
    result = judged(plan, threat, earlier, kept=records(), periods=(BEFORE, WEEK))
    assert cell_of(result, "C1").state == "no violation seen"
    assert cell_of(result, "C1", BEFORE).state == "violated"


def test_implementation_is_capped_at_what_was_due(plan):
    """All weapons handed over early score what was due by then, and the evidence shows the full 3 beside it."""
    handed = Observation("o1", date(2020, 6, 2), "Ardin", "recorded", "weapons handed over", done=100, total=100)
    cell = cell_of(judged(plan, kept=records(observations=(handed,))), "C3")
    assert (cell.state, cell.implementation, cell.indicated, cell.due) == ("scored", 1, 3, 1)


@pytest.mark.parametrize(("done", "level"), [(0, 0), (1, 1), (49, 1), (50, 2), (99, 2), (100, 3)])
def test_shares_become_levels_of_the_peace_accords_matrix(plan, done, level):
    """None, less than half, half or more, all: 0 to 3, once all of it is due."""
    july = Period(date(2020, 7, 1), date(2020, 7, 7))
    handed = Observation("o1", date(2020, 7, 2), "Ardin", "recorded", "weapons handed over", done=done, total=100)
    kept = MissionRecords(patrols(period=july), (handed,))
    assert cell_of(judged(plan, kept=kept, periods=(july,)), "C3", july).implementation == level


def test_a_party_is_not_believed_on_its_own_implementation(plan):
    """What observers were only told shows a beginning at most."""
    told = Observation("o1", date(2020, 6, 2), "Ardin", "was told", "weapons handed over", done=100, total=100)
    assert cell_of(judged(plan, kept=records(observations=(told,))), "C3").indicated == 1


def test_nothing_is_due_before_the_first_milestone(plan):
    """Before its first milestone a progressive commitment reads not due, however much or little was done."""
    assert cell_of(judged(plan, kept=MissionRecords(patrols(period=BEFORE)), periods=(BEFORE,)), "C3", BEFORE).state == "not due"


def test_a_conditional_commitment_is_not_triggered_then_due_then_suspended(plan):
    """It reads not triggered until its trigger is shown, due after it, and suspended while what it depends on is breached and charged."""
    bridge = Observation("o1", date(2020, 6, 2), "Ardin", "saw", "bridge open")
    stop = Restriction("r1", date(2020, 6, 4), "Ardin", "denial", "patrol 3", by="army")
    quiet = cell_of(judged(plan, kept=records()), "C4")
    due = cell_of(judged(plan, kept=records(observations=(bridge,))), "C4")
    suspended = cell_of(judged(plan, kept=records(observations=(bridge,), restrictions=(stop,))), "C4")
    assert [quiet.condition, due.condition, suspended.condition] == ["not triggered", "due", "suspended"]
    assert due.implementation == 0


def test_a_recurring_commitment_counts_its_days(plan):
    """Four days of seven with the pause kept are half or more: level 2."""
    pauses = tuple(Observation(f"o{n}", date(2020, 6, 1) + timedelta(days=n), "Ardin", "saw", "pause") for n in range(4))
    assert cell_of(judged(plan, kept=records(observations=pauses)), "C5").implementation == 2


def test_more_violations_are_worse_and_fewer_seen_by_fewer_are_not_better(plan):
    """More violations than the week before are worse; fewer, while less could be seen, are not comparable."""
    shots = tuple(Observation(f"o{n}", BEFORE.start, "Ardin", "heard", "shots", number=Count(9, None)) for n in range(2))
    one = Observation("o9", WEEK.start, "Ardin", "heard", "shots")
    watched = MissionRecords((*patrols(period=BEFORE), *patrols(0.6)), (*shots, one))
    cell = cell_of(judged(plan, kept=watched), "C1")
    assert cell.trend == "not comparable"
    assert "57%" in cell.trend_because
    both = MissionRecords((*patrols(period=BEFORE), *patrols()))
    assert cell_of(judged(plan, incident(), kept=both), "C1").trend == "worse"
    assert cell_of(judged(plan, incident(), kept=records()), "C1").trend == "not comparable"


def test_an_approved_cell_survives_new_evidence_and_is_flagged(plan):
    """A person approves a cell; a new incident changes the proposal, the approval stands beside it and the cell is listed as changed."""
    first = judged(plan, kept=records())
    cell = cell_of(first, "C1")
    approve = decision("accept", [cell.id], approval_values(cell))
    same = cell_of(judged(plan, kept=records(), decisions=[approve]), "C1")
    assert (same.approval.by, same.basis_changed) == ("R. Haddad", False)
    changed = judged(plan, incident(), kept=records(), decisions=[approve])
    moved = cell_of(changed, "C1")
    assert (moved.state, moved.approval.state, moved.basis_changed) == ("violated", "no violation seen", True)
    assert changed.changed == (moved.id,)
    undone = decision("undo", [approve.id], at=2)
    assert cell_of(judged(plan, kept=records(), decisions=[approve, undone]), "C1").approval is None


def test_what_copies_add_to_an_incident_changes_no_cell(plan):
    """Ten rewrites add documents and claims to an incident, and change neither outputs nor basis of any cell."""
    once = incident(actor="army")
    copies = replace(
        once, documents=tuple(f"d{n}" for n in range(11)), claims=tuple(f"c{n}" for n in range(11)), outlets=tuple("abcdefghij")
    )

    def outputs(result):
        return [(c.id, c.state, c.implementation, c.by_status, c.observability, c.confidence, c.origins, c.basis) for c in result.cells]

    assert outputs(judged(plan, once, kept=records(0.7))) == outputs(judged(plan, copies, kept=records(0.7)))


def test_an_incident_with_a_vague_date_is_listed_apart(plan):
    """An incident "in early summer" falls in no week: it is listed as undated, not counted anywhere."""
    vague = replace(incident(), when=replace(incident().when, earliest=date(2020, 5, 20), latest=date(2020, 6, 25)))
    result = judged(plan, vague, kept=records())
    assert cell_of(result, "C1").state == "no violation seen"
    assert [each.ref for each in result.undated] == ["i1"]


def test_what_no_report_places_is_a_further_word_on_what_is_placed_that_day(plan):
    """The words "dozens died on Wednesday" beside a killing at a named place that day are one violation; alone they are one too."""
    placed, unplaced = incident("i1"), replace(incident("i2"), where=())
    both = cell_of(judged(plan, placed, unplaced), "C1")
    assert both.by_status == (("reported", 1),)
    assert cell_of(judged(plan, unplaced), "C1").by_status == (("reported", 1),)
    assert cell_of(judged(plan, placed, replace(unplaced, where=placed.where)), "C1").by_status == (("reported", 2),)


def test_every_cell_explains_itself(plan):
    """A violated cell names the incidents and patrols it rests on and the rule; so does one that could not be assessed."""
    cell = cell_of(judged(plan, incident(), kept=records(0.5)), "C1")
    assert "i1" in cell.evidence
    assert len(cell.observability.patrols) == 4
    assert len(cell.observability.blocked) == 3
    assert all(each.rule for each in judged(plan).cells)


def test_overlapping_periods_are_refused(plan):
    """Compliance over periods that share a day would count a day twice."""
    with pytest.raises(ValueError, match="overlap"):
        judged(plan, periods=(WEEK, Period(date(2020, 6, 7), date(2020, 6, 14))))


def test_a_corroboration_that_is_only_proposed_charges_nobody(plan):
    """The machine may propose that an attribution is corroborated; until a person accepts, the cell charges nobody."""
    proposed = replace(
        incident(actor="army"),
        status=(
            StatusStep("occurrence", "reported", "corroborated", contested=False, because=""),
            StatusStep("attribution", "reported", "corroborated", contested=False, because=""),
        ),
    )
    assert cell_of(judged(plan, proposed), "C1").charged == ()


# What must always hold.

DAYS = st.integers(0, 13).map(lambda n: BEFORE.start + timedelta(days=n))
PLACES = st.sampled_from(["Ardin", "Bela", "Cirit"])
PATROLS = st.lists(
    st.builds(
        Patrol,
        id=st.uuids().map(str),
        day=DAYS,
        place=PLACES,
        planned=st.booleans(),
        made=st.booleans(),
        reached=st.booleans(),
    ),
    max_size=25,
)
OBSERVATIONS = st.lists(
    st.builds(
        Observation,
        id=st.uuids().map(str),
        day=DAYS,
        place=PLACES,
        manner=st.sampled_from(["saw", "heard", "recorded", "was told"]),
        kind=st.sampled_from(["shots", "explosion", "weapons handed over", "pause", "bridge open", "position vacated"]),
        by=st.sampled_from([None, "army", "rebels", "gunmen"]),
        by_manner=st.sampled_from([None, "saw", "was told"]),
        done=st.integers(0, 100),
        total=st.sampled_from([None, 100]),
    ),
    max_size=10,
)
STOPS = st.lists(
    st.builds(
        Restriction,
        id=st.uuids().map(str),
        day=DAYS,
        place=PLACES,
        kind=st.sampled_from(["denial", "delay", "fire", "escort"]),
        who=st.just("patrol"),
        by=st.sampled_from([None, "army", "rebels"]),
    ),
    max_size=6,
)


@given(PATROLS, OBSERVATIONS, STOPS, st.data())
def test_less_presence_never_makes_a_cell_better_or_takes_a_violation_away(plan, made, observed, stops, data):
    """Whatever patrols do not get there: a cell without violations may turn not assessable and nothing else, and violations stay."""
    fewer = [replace(each, reached=False) if each.reached and data.draw(st.booleans()) else each for each in made]
    more = judged(plan, kept=MissionRecords(tuple(made), tuple(observed), tuple(stops)), periods=(BEFORE, WEEK))
    less = judged(plan, kept=MissionRecords(tuple(fewer), tuple(observed), tuple(stops)), periods=(BEFORE, WEEK))
    for was, now in zip(more.cells, less.cells, strict=True):
        assert now.violations == was.violations
        assert (now.observability.share or 0) <= (was.observability.share or 0)
        if now.state != was.state:
            assert was.state in {"no violation seen", "scored"}
            assert now.state == "not assessable"
        elif now.state == "scored":
            assert now.implementation == was.implementation


@given(PATROLS, OBSERVATIONS, STOPS, st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(plan, made, observed, stops, random):
    """Records in any order give the same cells: states, scores, violations and basis."""
    shuffled = [random.sample(each, len(each)) for each in (made, observed, stops)]
    one = judged(plan, kept=MissionRecords(tuple(made), tuple(observed), tuple(stops)))
    other = judged(plan, kept=MissionRecords(*map(tuple, shuffled)))
    assert [(c.state, c.basis, c.evidence, c.charged) for c in one.cells] == [
        (c.state, c.basis, c.evidence, c.charged) for c in other.cells
    ]


@given(OBSERVATIONS, STOPS)
def test_nobody_reads_as_compliant_where_nobody_was_planned_to_look(plan, observed, stops):
    """Without planned presence no cell is ever compliant or scored: violated, not assessable, or not yet due."""
    result = judged(plan, kept=MissionRecords((), tuple(observed), tuple(stops)))
    assert not {cell.state for cell in result.cells} & {"no violation seen", "scored"}
