"""Twenty cases that are easily got wrong, as short reports read, matched and judged. Expected results came first."""

from datetime import date

import pytest

from kit import row
from trucewatch.capture.texts import document_of
from trucewatch.judging import independent, judge
from trucewatch.matching import match


@pytest.fixture(scope="session")
def case():
    """Reads, matches and judges short reports: (outlet, day of publication, text)."""
    from trucewatch.oneshot import _reader

    def run(*reports, decisions=()):
        documents = [document_of(text, published=date.fromisoformat(day), publisher=outlet) for outlet, day, text in reports]
        readings = [_reader().read(document) for document in documents]
        by_id = {document.id: document for document in documents}
        grouping = match(readings, by_id, decisions=decisions)
        return judge(grouping, readings, by_id, decisions=decisions)

    return run


def at(analysis, name, day=None):
    """The incidents at a place (and on a day)."""
    return [
        one
        for one in analysis.incidents
        if name in {*one.spellings, *[place.name for place in one.where]} and (day is None or (one.when and str(one.when.earliest) == day))
    ]


def test_01_the_same_village_twice_in_a_week(case):
    """Two raids on one village four days apart stay two."""
    found = case(
        ("Daily A", "2014-05-06", "Gunmen killed six people in the village of Karanda on Monday, police said."),
        ("Daily B", "2014-05-10", "Gunmen killed nine people in the village of Karanda on Friday, police said."),
    )
    assert len(at(found, "Karanda", "2014-05-05")) == 1
    assert len(at(found, "Karanda", "2014-05-09")) == 1


def test_02_two_villages_of_one_name(case):
    """Villages of one name in two countries are two places."""
    found = case(
        ("Daily A", "2014-05-06", "Gunmen killed six people in the village of Karanda, in northern Nigeria, on Monday, police said."),
        ("Daily B", "2014-05-06", "Rebels killed four people in the village of Karanda, in eastern Sudan, on Monday, the army said."),
    )
    assert len(at(found, "Karanda")) == 2


def test_03_a_toll_that_grows_for_days(case):
    """The latest figure of one origin stands; the earlier ones are history."""
    found = case(
        ("Daily A", "2014-05-06", "The hospital said 12 people were killed when a bomb exploded in a market in Karanda on Monday."),
        ("Daily A", "2014-05-07", "The hospital said 19 people were killed when a bomb exploded in a market in Karanda on Monday."),
        ("Daily A", "2014-05-09", "The hospital said 31 people were killed when a bomb exploded in a market in Karanda on Monday."),
    )
    (incident,) = at(found, "Karanda")
    assert (row(incident).low, row(incident).high) == (31, 31)
    assert [point.low for point in row(incident).history] == [12, 19, 31]


def test_04_a_correction(case):
    """A corrected figure replaces what the same origin said."""
    found = case(
        ("Wire A", "2014-05-06", "The interior ministry said 40 people were killed in the attack on Karanda on Monday."),
        (
            "Wire A",
            "2014-05-07",
            "The interior ministry corrected its figure: 14 people were killed in the attack on Karanda on Monday, it said.",
        ),
    )
    (incident,) = at(found, "Karanda")
    assert (row(incident).low, row(incident).high) == (14, 14)


def test_05_a_denial_that_repeats_the_event(case):
    """Denying a massacre founds no second one; attribution is contested."""
    found = case(
        ("Daily A", "2014-05-06", "Villagers said government soldiers killed 30 people in Karanda on Monday."),
        ("Daily B", "2014-05-07", "An army spokesman denied that soldiers had killed 30 people in Karanda on Monday."),
    )
    assert len(at(found, "Karanda")) == 1


def test_06_a_commemoration_a_year_later(case):
    """A ceremony for the dead of last year adds no dead this year."""
    found = case(
        ("Daily A", "2014-05-06", "Gunmen killed 30 people in Karanda on Monday, police said."),
        ("Daily A", "2015-05-06", "Karanda on Tuesday remembered the 30 people killed there by gunmen on 5 May 2014."),
    )
    assert len([one for one in at(found, "Karanda") if row(one)]) == 1
    assert not at(found, "Karanda", "2015-05-05") or row(at(found, "Karanda", "2015-05-05")[0]) is None


WIRE = (
    "Gunmen on motorcycles killed 30 people in the market town of Karanda on Monday, the Red Cross said.\n\n"
    "Shops were looted and the clinic was set on fire, leaving the wounded without care until a convoy came from the capital.\n\n"
    "Schools stayed closed on Tuesday and many families left for the far bank of the river, where relatives took them in."
)


def test_07_a_wire_rewritten_by_three_outlets(case):
    """Three rewrites of one story change documents and outlets, not origins."""
    first, second, third = WIRE.split("\n\n")
    alone = case(("Wire A", "2014-05-06", WIRE))
    found = case(
        ("Wire A", "2014-05-06", WIRE),
        ("Daily B", "2014-05-06", f"Market town attacked\n\n{first}\n\n{third}"),
        ("Daily C", "2014-05-07", f"{second}\n\n{first}"),
        ("Daily D", "2014-05-07", f"Thirty dead\n\n{third}\n\n{first}\n\n{second}"),
    )
    incident = max(at(found, "Karanda"), key=lambda one: len(one.documents))
    assert len(incident.documents) == 4
    assert independent(incident.origins) == independent(at(alone, "Karanda")[0].origins)
    assert len(found.copies) >= 3


def test_08_a_picture_from_an_older_war(case):
    """A photograph withdrawn because it shows another war leaves the incident standing."""
    found = case(
        ("Daily A", "2014-05-06", "Gunmen killed 30 people in Karanda on Monday, the Red Cross said."),
        (
            "Daily A",
            "2014-05-08",
            "We have withdrawn a photograph from our report. It was taken in Bosnia in 1993 and does not show Karanda.",
        ),
    )
    (incident,) = at(found, "Karanda")
    assert next(step.status for step in incident.status if step.aspect == "occurrence") == "reported"


def test_09_an_event_mentioned_for_comparison(case):
    """The massacre a report compares with keeps its own dead."""
    found = case(
        (
            "Daily A",
            "2014-05-06",
            "Gunmen killed 30 people in Karanda on Monday. It was the worst attack since 200 people were killed in Sogoni in March 2012.",
        ),
    )
    assert row(at(found, "Karanda")[0]).high == 30
    assert row(at(found, "Sogoni")[0]).high == 200


def test_10_several_incidents_in_one_report(case):
    """A round-up of three attacks gives three incidents with their own dead."""
    found = case(
        (
            "Daily A",
            "2014-05-06",
            (
                "Gunmen killed six people in Karanda on Monday.\n\nIn Sogoni, a bomb killed four soldiers on Sunday.\n\n"
                "Rebels shot dead two traders in Balanga on Saturday."
            ),
        ),
    )
    assert [row(at(found, name)[0]).low for name in ("Karanda", "Sogoni", "Balanga")] == [6, 4, 2]


def test_11_agreement_of_opposed_sides(case):
    """Two independent origins within a tenth give a best figure, with its rule."""
    found = case(
        ("Daily A", "2014-05-06", "The Red Cross said 30 people were killed in Karanda on Monday."),
        ("Daily B", "2014-05-06", "The army said 29 people were killed in Karanda on Monday."),
    )
    (incident,) = at(found, "Karanda")
    assert row(incident).best in {29, 30}
    assert "two independent origins" in row(incident).rule


def test_12_two_voices_of_one_side(case):
    """The ministry and the army are one origin."""
    found = case(
        ("Daily A", "2014-05-06", "The interior ministry said 30 people were killed in Karanda, in northern Nigeria, on Monday."),
        ("Daily B", "2014-05-06", "The army said 30 people were killed in Karanda, in northern Nigeria, on Monday."),
    )
    (incident,) = at(found, "Karanda")
    assert independent(incident.origins) == 1
    assert row(incident).best is None


def test_13_dead_and_wounded_are_not_mixed(case):
    """Soldiers wounded are no civilians killed."""
    found = case(("Daily A", "2014-05-06", "Rebels killed three civilians and wounded seven soldiers in Karanda on Monday, police said."))
    (incident,) = at(found, "Karanda")
    assert row(incident, "killed", "civilians").low == 3
    assert row(incident, "injured", "party forces").low == 7


def test_14_the_wounded_die_later(case):
    """A death in hospital days later belongs to the attack, not to a new one."""
    found = case(
        ("Daily A", "2014-05-06", "Gunmen shot the mayor of Karanda, Ibrahim Sule, on Monday, police said."),
        (
            "Daily A",
            "2014-05-09",
            "The mayor of Karanda, Ibrahim Sule, who was shot by gunmen on Monday, died in hospital on Thursday, police said.",
        ),
    )
    assert len([one for one in found.incidents if one.type != "detention"]) == 1


def test_15_a_threat_and_its_fulfilment(case):
    """A threatened attack is none; the attack that came is one."""
    found = case(
        ("Daily A", "2014-05-04", "The rebels threatened to attack Karanda unless the army left."),
        ("Daily A", "2014-05-06", "Rebels attacked Karanda on Monday and killed six people, police said."),
    )
    assert len(at(found, "Karanda")) == 1


def test_16_as_many_as_for_at_least(case):
    """A turned bound is represented by its root and warned of."""
    found = case(
        ("Wire A", "2014-05-06", "At least 30 people were killed in Karanda on Monday, the Red Cross said."),
        ("Daily B", "2014-05-07", "As many as 30 people were killed in Karanda on Monday, the Red Cross said."),
    )
    (incident,) = at(found, "Karanda")
    assert (row(incident).low, row(incident).high) == (30, None)
    assert "turned bound" in [warning.code for warning in found.warnings]


def test_17_the_accused_count_low(case):
    """The range without the accused leaves out the government's own figure where its soldiers are blamed."""
    found = case(
        ("Daily A", "2014-05-06", "The Red Cross said government soldiers killed 30 people in Karanda, in northern Nigeria, on Monday."),
        ("Daily B", "2014-05-07", "The army said three people were killed in Karanda, in northern Nigeria, on Monday."),
    )
    (incident,) = at(found, "Karanda")
    assert (row(incident).low, row(incident).high) == (3, 30)
    assert (row(incident).without_accused.low, row(incident).without_accused.high) == (30, 30)


def test_18_spellings_of_one_town(case):
    """Three romanisations are one town and one incident."""
    found = case(
        ("Daily A", "2014-05-06", "A car bomb killed nine people in al-Qaryatayn on Monday, state television said."),
        ("Daily B", "2014-05-06", "Nine people were killed by a car bomb in Qaryatein on Monday, the army said."),
        ("Daily C", "2014-05-07", "Activists said the car bomb in al-Karyatein on Monday killed nine people."),
    )
    assert max(len(one.documents) for one in found.incidents) == 3


def test_19_a_place_over_the_border_on_the_same_day(case):
    """Two bombings on one day in two cities are two, however alike the sentences."""
    found = case(
        ("Daily A", "2014-05-06", "A car bomb killed nine people near a police station in Baghdad on Monday, police said."),
        ("Daily A", "2014-05-06", "A car bomb killed nine people near a police station in Damascus on Monday, police said."),
    )
    assert len(found.incidents) == 2


def test_20_observers_fired_on_and_turned_back(case):
    """Shots at observers and a checkpoint that stops them are two incidents, neither the killing they came to see."""
    found = case(
        (
            "Daily A",
            "2014-05-07",
            (
                "Gunmen killed 30 people in Karanda on Monday. UN observers were shot at by unknown men on the road to Karanda on Tuesday. "
                "Later on Tuesday the observers were turned back by soldiers at a checkpoint outside Karanda."
            ),
        ),
    )
    types = sorted(one.type for one in found.incidents)
    assert "attack on observers" in types
    assert "access restriction" in types
    assert len(types) == 3
