from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from kit import Report, analyse, at, row
from trucewatch.records.decision import Decision


def decide(verb, *subjects, second=None, by="Ana", why="seen on site", hour=1, supersedes=None, **values):
    return Decision(
        f"k{verb}{hour}", verb, subjects, tuple(sorted(values.items())), by, why, datetime(2014, 6, 1, hour, tzinfo=UTC), second, supersedes
    )


def raid(outlet, where, when, dead, *, published="2014-05-06", speaker=None, words=""):
    """A report of a raid, in words of its own."""
    text = f"{outlet} of {published}: {dead} dead after a raid at {where}. {words}"
    report = Report(outlet, published, text, country="SD")
    said = report.says(speaker, f"{dead} dead") if speaker else None
    event = report.event("raid", "attack", when=when, where=where, by=said)
    report.count(event, f"{dead} dead", dead, dead, by=said)
    return report


KARIM = raid("Daily A", "Karim", "2014-05-04", 6, words="Herders came at dawn over the ridge with rifles.")
SINAYA = raid("Daily B", "Sinaya", "2014-05-04", 8, words="The elder of the lower wells named the camels that were taken away.")


def ids(analysis):
    return at(analysis, "Karim").id, at(analysis, "Sinaya").id


def test_a_merge_joins_and_a_later_report_keeps_it_joined():
    """Two incidents a person joined stay one when another report arrives, though the id they are shown by may change."""
    karim, sinaya = ids(analyse(KARIM, SINAYA))
    merge = decide("merge", karim, sinaya)
    assert len(analyse(KARIM, SINAYA, decisions=[merge]).incidents) == 1
    early = raid("Daily 0", "Kareem", "2014-05-04", 6, published="2014-05-05", words="A trader who fled counted the graves twice.")
    assert len(analyse(KARIM, SINAYA, early, decisions=[merge]).incidents) == 1


def test_an_undone_merge_is_as_if_it_had_never_been():
    """Undoing brings both back."""
    before = analyse(KARIM, SINAYA)
    merge = decide("merge", *ids(before))
    undo = decide("undo", merge.id, hour=2)
    assert analyse(KARIM, SINAYA, decisions=[merge, undo]) == before


def test_a_merge_against_the_evidence_holds_and_is_listed():
    """Two raids a month apart that a person joins are one, and the conflict is shown."""
    late = raid("Daily C", "Karim", "2014-06-04", 7, published="2014-06-05", words="Nobody had slept since the spring.")
    first, second = (one.id for one in analyse(KARIM, late).incidents)
    found = analyse(KARIM, late, decisions=[decide("merge", first, second)])
    assert len(found.incidents) == 1
    assert [one.decision for one in found.conflicts] == ["kmerge1"]


def test_a_rejected_suggestion_keeps_two_apart_for_good():
    """What a person holds apart is neither joined nor suggested again; if the evidence speaks for joining, that is listed."""
    again = raid("Daily D", "Kareem", "2014-05-04", 6, words="The clinic at the crossing took in the wounded.")
    joined = analyse(KARIM, again)
    assert len(joined.incidents) == 1
    claims = [KARIM.claims[0].id, again.claims[0].id]
    found = analyse(KARIM, again, decisions=[decide("reject", *claims)])
    assert len(found.incidents) == 2
    assert found.suggestions == ()
    assert "now speaks for one incident" in found.conflicts[0].text


def test_a_split_takes_claims_into_an_incident_of_their_own():
    """The claims of one report leave an incident that others stay in."""
    again = raid("Daily D", "Kareem", "2014-05-04", 6, words="The clinic at the crossing took in the wounded.")
    incident = analyse(KARIM, again).incidents[0]
    found = analyse(KARIM, again, decisions=[decide("split", incident.id, again.claims[0].id)])
    assert sorted(len(one.documents) for one in found.incidents) == [1, 1]


def test_a_moved_count_goes_to_the_other_incident_alone():
    """A count put to the wrong raid is moved; the event it stood with stays."""
    before = analyse(KARIM, SINAYA)
    count = SINAYA.claims[1].id
    found = analyse(KARIM, SINAYA, decisions=[decide("move", count, to=ids(before)[0])])
    assert row(at(found, "Karim")).high == 8
    assert at(found, "Sinaya").counts == ()


def test_a_moved_event_takes_its_report_along():
    """An event claim moved to another incident brings what is said of it."""
    before = analyse(KARIM, SINAYA)
    found = analyse(KARIM, SINAYA, decisions=[decide("move", SINAYA.claims[0].id, to=ids(before)[0])])
    assert len(found.incidents) == 1
    assert len(found.incidents[0].documents) == 2


def test_a_corrected_count_counts_and_a_rejected_claim_does_not():
    """The reading stays; what counts is what the person said."""
    count = KARIM.claims[1].id
    corrected = analyse(KARIM, decisions=[decide("correct", count, field="high", value="9")])
    assert row(at(corrected, "Karim")).high == 9
    assert at(analyse(KARIM, decisions=[decide("reject", count)]), "Karim").counts == ()


def test_an_exhibit_attached_and_detached_leaves_the_incident_standing():
    """Withdrawing a picture changes no incident's occurrence."""
    plain = analyse(KARIM)
    attach = decide("attach", "item1", incident=plain.incidents[0].id)
    assert analyse(KARIM, decisions=[attach]).incidents[0].exhibits == ("item1",)
    detach = decide("detach", "item1", incident=plain.incidents[0].id, hour=2)
    assert analyse(KARIM, decisions=[attach, detach]) == plain


def test_a_decision_on_what_is_no_longer_there_is_listed_and_changes_nothing():
    """A merge with an id nothing bears is a conflict."""
    found = analyse(KARIM, decisions=[decide("merge", analyse(KARIM).incidents[0].id, "i0000000000")])
    assert found.incidents == analyse(KARIM).incidents
    assert len(found.conflicts) == 1


def test_a_status_needs_two_people_where_the_domain_asks_for_them():
    """Verified by one person alone changes nothing and is listed; by two it stands with their reasons."""
    incident = analyse(KARIM).incidents[0]
    alone = analyse(KARIM, decisions=[decide("status", incident.id, aspect="occurrence", status="verified")])
    assert alone.incidents[0].status[0].status == "reported"
    assert "two people" in alone.conflicts[0].text
    both = analyse(KARIM, decisions=[decide("status", incident.id, aspect="occurrence", status="verified", second="Ben")])
    assert (both.incidents[0].status[0].status, both.incidents[0].status[0].because) == ("verified", "Ana and Ben: seen on site")


def test_a_corroboration_that_lost_its_origins_is_listed():
    """Accepted on two origins; when they turn out to be one, the status stays and the conflict is shown."""
    one = raid("Daily A", "Karim", "2014-05-04", 6, speaker="Radio Karim", words="Herders came at dawn over the ridge with rifles.")
    other = raid("Daily B", "Karim", "2014-05-04", 6, speaker="UNAMID", words="A patrol reached the wells on the next morning.")
    accept = decide("status", analyse(one, other).incidents[0].id, aspect="occurrence", status="corroborated")
    assert analyse(one, other, decisions=[accept]).conflicts == ()
    alone = analyse(one, decisions=[decide("status", analyse(one).incidents[0].id, aspect="occurrence", status="corroborated")])
    assert "one" not in alone.conflicts[0].text or "1 independent origin" in alone.conflicts[0].text


def test_a_label_linked_to_an_actor_aligns_it():
    """“Armed men” stays unaligned until a person links it; then the accused is known."""
    report = raid("Daily A", "Karim", "2014-05-04", 6, speaker="State television", words="Armed men did it.")
    report.blame(report.claims[0], "Armed men")
    assert row(at(analyse(report), "Karim")).without_accused is not None
    found = at(analyse(report, decisions=[decide("link", "armed men", actor="the government's militia")]), "Karim")
    assert found.responsibility[0].actor == "the government's militia"
    assert row(found).without_accused is None


def test_a_grade_shows_on_the_origin():
    """An origin nobody graded is F."""
    report = raid("Daily A", "Karim", "2014-05-04", 6, speaker="UNAMID")
    grade = decide("grade", "UNAMID", reliability="B")
    assert [one.reliability for one in at(analyse(report), "Karim").origins] == ["F"]
    assert [one.reliability for one in at(analyse(report, decisions=[grade]), "Karim").origins] == ["B"]


@settings(max_examples=10)
@given(st.permutations([KARIM, SINAYA, raid("Daily D", "Kareem", "2014-05-04", 6, words="The clinic took in the wounded.")]))
def test_decisions_survive_whatever_order_reports_come_in(reports):
    """The same decisions on the same reports give the same analysis."""
    decisions = [decide("merge", *ids(analyse(KARIM, SINAYA))), decide("correct", KARIM.claims[1].id, field="high", value="9", hour=2)]
    assert (
        analyse(*reports, decisions=decisions).incidents
        == analyse(*sorted(reports, key=lambda one: one.publisher), decisions=decisions).incidents
    )


def test_a_merge_takes_every_report_of_both_incidents_along():
    """Two incidents of two reports each become one of four, whatever the days say; rejecting a pair holds that report out."""
    again = raid("Daily D", "Karim", "2014-05-04", 6, words="Herders came at dawn over the ridge with rifles, a teacher said.")
    late = raid("Daily E", "Sinaya", "2014-06-20", 8, published="2014-06-22", words="The elder of the lower wells named the camels.")
    later = raid("Daily F", "Sinaya", "2014-06-20", 8, published="2014-06-23", words="The elder of the lower wells named the camels again.")
    before = analyse(KARIM, again, late, later)
    assert sorted(len(one.documents) for one in before.incidents) == [2, 2]
    merge = decide("merge", *ids(before))
    assert [len(one.documents) for one in analyse(KARIM, again, late, later, decisions=[merge]).incidents] == [4]
