from hypothesis import given, settings
from hypothesis import strategies as st

from kit import Report, analyse, at, row


def toll(
    outlet, published, speaker, words, low, high, *, kind="institution", scope=None, named_list=False, where="Karim", accused=None, **more
):
    """One report in which one speaker gives one figure."""
    report = Report(outlet, published, f"{speaker} said {words} were killed in {where} on Wednesday. {accused or ''} did it.", country="SY")
    said = report.says(speaker, f"{words} were killed", kind=kind) if speaker else None
    event = report.event("killed", when="2012-06-06", where=where, by=said)
    report.count(event, words, low, high, by=said, scope=scope, named_list=named_list, **more)
    if accused:
        report.blame(event, accused, by=said)
    return report


WORKED = (
    ("Wire A", "2012-06-06", "Syrian Observatory for Human Rights", "24 people", 24, 24, {}),
    ("Bulletin E", "2012-06-06", "Local Coordination Committees", "at least 78 people", 78, None, {"accused": "Pro-government militia"}),
    ("Wire A", "2012-06-07", "Syrian National Council", "100 people", 100, 100, {}),
    ("State agency D", "2012-06-07", "State television", "nine people", 9, 9, {"accused": "A terrorist group"}),
    ("Wire H", "2012-06-07", "Local Coordination Committees and the Syrian Observatory for Human Rights", "more than 86", 87, None, {}),
    ("Daily B", "2012-06-08", "Local Coordination Committees", "as many as 78 people", 0, 78, {}),
    ("Bulletin I", "2012-06-09", "Syrian Observatory for Human Rights", "49 people", 49, None, {"named_list": True}),
)


def worked(order=WORKED):
    return [toll(outlet, published, speaker, words, low, high, **more) for outlet, published, speaker, words, low, high, more in order]


def test_the_worked_case_reads_as_the_domain_model_says():
    """Range 9–100, without the accused 49–100, floor 49, best empty."""
    killed = row(at(analyse(*worked()), "Karim"))
    assert (killed.low, killed.high, killed.best, killed.floor) == (9, 100, None, 49)
    assert (killed.without_accused.low, killed.without_accused.high) == (49, 100)


@settings(max_examples=15)
@given(st.permutations(WORKED))
def test_the_order_of_arrival_changes_no_range(order):
    """Reports may come in any order."""
    assert row(at(analyse(*worked(order)), "Karim")) == row(at(analyse(*worked()), "Karim"))


def test_a_turned_bound_is_represented_by_its_root_and_warned_of():
    """“As many as 78” by one paper stands for the network's “at least 78”: the lower end stays up, and a warning says so."""
    found = analyse(*(report for report in worked() if report.publisher in {"Bulletin E", "Daily B"}))
    killed = row(at(found, "Karim"))
    assert (killed.low, killed.high) == (78, None)
    assert [warning.code for warning in found.warnings] == ["turned bound"]


def test_a_later_figure_of_one_origin_supersedes_an_earlier_one_and_history_keeps_it():
    """24, then more than 86, then 49: the last one stands, all are shown."""
    killed = row(at(analyse(*worked()), "Karim"))
    observatory = [point for point in killed.history if point.origin == "Syrian Observatory for Human Rights"]
    assert [(point.low, point.live) for point in observatory] == [(24, False), (87, False), (49, True)]


def test_a_repetition_keeps_its_first_day_and_revives_nothing():
    """An old figure repeated later does not supersede the newer one."""
    repeated = toll("Daily Z", "2012-06-10", "Syrian Observatory for Human Rights", "24 people", 24, 24)
    killed = row(at(analyse(*worked(), repeated), "Karim"))
    assert [point.low for point in killed.history if point.live and point.origin == "Syrian Observatory for Human Rights"] == [49]


def test_a_count_nobody_is_cited_for_moves_nothing_beside_a_sourced_one():
    """Unknown origins count only where there is no other."""
    bare = toll("Daily Z", "2012-06-08", "", "300 people", 300, 300)
    sourced = toll("Wire A", "2012-06-07", "Syrian National Council", "100 people", 100, 100)
    assert row(at(analyse(bare), "Karim")).high == 300
    assert row(at(analyse(bare, sourced), "Karim")).high == 100


def test_a_total_over_two_places_is_no_figure_for_one_of_them():
    """55 that is 49 here and 6 in the next village belongs to both places."""
    text = (
        "The Syrian Observatory for Human Rights counts at least 55 dead. In Karim 49 people were killed Wednesday, 6 in a nearby village."
    )
    report = Report("Bulletin I", "2012-06-08", text)
    said = report.says("Syrian Observatory for Human Rights", text[44:])
    event = report.event("killed", when="2012-06-06", where="Karim", by=said)
    report.count(event, "at least 55", 55, None, by=said)
    report.count(event, "49 people", 49, 49, by=said, named_list=True)
    report.count(event, "6", 6, 6, by=said, scope="a nearby village")
    incident = at(analyse(report), "Karim")
    assert (row(incident).low, row(incident).high) == (49, 49)
    assert row(incident, scope="a nearby village").low == 6
    assert row(incident, scope="Karim and a nearby village").low == 55


def test_a_subtotal_never_moves_the_total():
    """“Including 20 children” is a row of its own."""
    report = Report("Wire A", "2012-06-07", "In Karim 100 people, including 20 children, were killed on Wednesday.")
    event = report.event("killed", when="2012-06-06", where="Karim")
    total = report.count(event, "100 people", 100, 100)
    report.count(event, "20 children", 20, 20, population="children", part_of=total)
    incident = at(analyse(report), "Karim")
    assert (row(incident).low, row(incident).high) == (100, 100)
    assert row(incident, population="children").low == 20


def test_where_only_parts_are_claimed_the_total_is_their_sum_in_one_breath():
    """Five civilians and three soldiers are eight people; alone, soldiers are a lower bound for all."""
    both = Report("Wire A", "2012-06-07", "In Karim five civilians and three soldiers were killed on Wednesday.")
    event = both.event("killed", when="2012-06-06", where="Karim")
    both.count(event, "five civilians", 5, 5, population="civilians")
    both.count(event, "three soldiers", 3, 3, population="party forces")
    assert (row(at(analyse(both), "Karim")).low, row(at(analyse(both), "Karim")).high) == (8, 8)
    alone = Report("Wire A", "2012-06-07", "In Karim three soldiers were killed on Wednesday.")
    event = alone.event("killed", when="2012-06-06", where="Karim")
    alone.count(event, "three soldiers", 3, 3, population="party forces")
    assert (row(at(analyse(alone), "Karim")).low, row(at(analyse(alone), "Karim")).high) == (3, None)


def test_overlapping_parts_are_never_summed():
    """Twelve civilians and four children may be the same people."""
    report = Report("Wire A", "2012-06-07", "In Karim twelve civilians and four children were killed on Wednesday.")
    event = report.event("killed", when="2012-06-06", where="Karim")
    report.count(event, "twelve civilians", 12, 12, population="civilians")
    report.count(event, "four children", 4, 4, population="children")
    assert (row(at(analyse(report), "Karim")).low, row(at(analyse(report), "Karim")).high) == (12, None)


def test_best_is_a_competent_bodys_count_before_anything_else():
    """The mission counted 92; two others agree on 120: best is 92, and the rule says why."""
    reports = [
        toll("Wire A", "2012-06-07", "UNSMIS", "92 people", 92, 92),
        toll("Wire B", "2012-06-07", "Red Crescent of Karim", "120 people", 120, 120),
        toll("Wire C", "2012-06-07", "Bishop Hanna", "120 people", 120, 120, kind="person"),
    ]
    killed = row(at(analyse(*reports), "Karim"))
    assert killed.best == 92
    assert "competent body" in killed.rule


def test_best_is_what_two_independent_origins_agree_on_within_a_tenth():
    """100 and 95 of unrelated sources give a best; two voices of one side do not."""
    apart = [
        toll("Wire A", "2012-06-07", "Syrian National Council", "100 people", 100, 100),
        toll("Wire B", "2012-06-07", "ICRC", "95 people", 95, 95),
    ]
    assert row(at(analyse(*apart), "Karim")).best == 95
    together = [apart[0], toll("Wire C", "2012-06-07", "Syrian Network for Human Rights", "95 people", 95, 95)]
    assert row(at(analyse(*together), "Karim")).best is None


def test_vague_words_keep_no_number_to_repeat():
    """“Dozens” is no repetition of 24."""
    reports = [
        toll("Wire A", "2012-06-06", "Syrian Observatory for Human Rights", "24 people", 24, 24),
        toll("Wire A", "2012-06-07", "Syrian Observatory for Human Rights", "dozens", 24, 99, vague=True),
    ]
    killed = row(at(analyse(*reports), "Karim"))
    assert [(point.high, point.live) for point in killed.history] == [(24, False), (99, True)]


def test_inside_one_report_the_figure_it_leads_with_stands():
    """What was said before, or of some of them, comes after what holds; a figure that says it revises another takes its place."""
    text = "More than 86 people were killed in Karim on Wednesday, the Syrian National Council said. It had said at least 78."
    report = Report("Wire H", "2012-06-07", text)
    said = report.says("Syrian National Council", "More than 86 people were killed in Karim on Wednesday")
    event = report.event("killed", when="2012-06-06", where="Karim", by=said)
    report.count(event, "More than 86 people", 87, None, by=said)
    report.count(event, "at least 78", 78, None, by=said)
    killed = row(at(analyse(report), "Karim"))
    assert killed.low == 87
    assert [point.live for point in killed.history] == [True, False]
