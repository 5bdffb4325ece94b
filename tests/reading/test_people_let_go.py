"""People set free, exchanged, handed over, carried along or lodged: what their being counted says of them."""

import pytest
from tests.reading.short_counts import counts, expected

HELD = [
    ("Eleven drivers were set free after a week.", "d a 11 11"),
    ("The guerrillas released six nurses on Monday.", "d a 6 6"),
    ("The sides swapped 19 policemen for 11 guardsmen.", "d pf 19 19; d pf 11 11"),
    ("The warlord delivered two of his gunmen to the police.", "d pf 2 2"),
    ("The pirates seized the tanker with 22 Filipinos aboard.", "d a 22 22"),
    ("They kept five villagers as human shields.", "d a 5 5"),
    ("Ten residents were marched on by the column as carriers.", "d a 10 10"),
    ("The militia says it has 38 of the sailors in its hands.", "d pf 38 38"),
    ("Raiders attacked a fishing village. Three men died and two were taken.", "k a 3 3; d a 2 2"),
    ("Police arrested eight suspects and freed a kidnapped boy.", "d a 8 8; d ch 1 1"),
    ("Irregulars executed eleven captured policemen.", "k pf 11 11; d pf 11 11"),
]

NOT_HELD = [
    ("The ministry released 12 names.", ""),
    ("The government promised to free 46 prisoners.", ""),
    ("Officials took two reporters to see the ruins.", ""),
    ("The liner sailed with 400 passengers aboard.", ""),
    ("A former prisoner testified before the commission.", ""),
    ("Troops detained six men at the ford. Four were freed after questioning.", "d a 6 6"),
    ("Rebels dragged a headman from his bed and beat him to death.", "k a 1 1"),
]

MISSING = [
    ("Six sailors have yet to be found.", "m pf 6 6"),
    ("Contact was lost with three gendarmes.", "m pf 3 3"),
    ("Contact has not been established with eight soldiers.", "m pf 8 8"),
]

LODGED = [
    ("Displacement. Nearly 2,000, per a relief group.", "x a 1800 2000"),
    ("The population, some 4,000, has moved to the camp at Kalma.", "x a 3600 4400"),
    ("Eighteen huts torched. 90 refugees in the church hall by Saturday.", "x a 90 90"),
    ("Bulldozers demolished five houses, leaving 47 residents without a home.", "x a 47 47"),
    ("Social welfare counts 41,340 persons in the evacuation centres of Pikit.", "x a 41340 41340"),
    ("Some 250 villagers have been put up in the temple since the raid.", "x a 225 275"),
    ("Nineteen people were burnt out of their homes on Sunday.", "x a 19 19"),
    ("Some 2,000 flee across the river.", "x a 1800 2200"),
]

NOT_LODGED = [
    ("The blast left 300 people without water.", ""),
    ("Forty people left the meeting early.", ""),
    ("A crowd of 4,000 gathered in the cathedral.", ""),
]


@pytest.mark.parametrize(("text", "rows"), HELD + MISSING)
def test_whoever_is_let_go_was_held(text, rows):
    """Those freed, swapped or carried along were in somebody's hands."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), NOT_HELD)
def test_what_is_only_promised_or_told_before_is_no_count(text, rows):
    """Those of a count before are not counted twice."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), LODGED)
def test_those_who_lost_their_homes_are_counted_where_they_are(text, rows):
    """A hall, a camp or the want of a roof says that people fled."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), NOT_LODGED)
def test_people_who_meet_or_lack_water_have_not_fled(text, rows):
    """A crowd in a cathedral is at prayer."""
    assert counts(text) == expected(rows)


TOLD_TOGETHER = [
    ("Gunmen seized four monitors on Friday. On Sunday they took two journalists.", "d mp 4 4; d a 2 2"),
    ("Police arrested four men. Officials took two reporters to see them.", "d a 4 4"),
    ("Masked soldiers pulled the pair from bed and drove off with them.", "d a 2 2"),
    ("Four road builders kidnapped last month returned unharmed.", "d a 4 4"),
    ("The soldiers were swapped for 52 rebels, eleven of them wounded.", "d pf 52 52; i pf 11 11"),
    ("The mayor thanked the pair for their work.", ""),
]


@pytest.mark.parametrize(("text", "rows"), TOLD_TOGETHER)
def test_captures_are_read_beside_captures_and_what_else_befell_the_captives(text, rows):
    """Whoever is taken where others were seized is a captive too."""
    assert counts(text) == expected(rows)
