"""Who came to no harm, and who was carried off, is counted as the words say."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import CasualtyPayload


def counts(text):
    result = trucewatch.read(text, published=date(2020, 5, 20))
    rows = (claim.payload for claim in result.claims if isinstance(claim.payload, CasualtyPayload))
    return {(row.metric, row.population, row.low, row.high) for row in rows}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The shell landed in a yard. A girl who was playing there was unhurt.", ("injured", "children", 0, 0)),
        ("Rockets set fire to a depot at Karsa without wounding anyone.", ("injured", "all", 0, 0)),
        ("The patrol came under fire at dawn. No one was hit.", ("injured", "all", 0, 0)),
        ("Shots were fired at the team, but no peacekeepers were struck.", ("injured", "mission personnel", 0, 0)),
        ("A mine exploded beside the convoy; the monitors were not harmed, the mission said.", ("injured", "mission personnel", 0, 0)),
    ],
)
def test_who_came_to_no_harm_is_none_hurt(text, count):
    """A named absence of harm is a count of zero, for whom the words name."""
    assert count in counts(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The ambush at the ford cost six drovers their lives.", ("killed", "all", 6, 6)),
        ("The clash cost seven lives.", ("killed", "all", 7, 7)),
        ("A sentry was mortally wounded in the raid.", ("killed", "party forces", 1, 1)),
        ("Five policemen were flown to the capital with wounds after the ambush.", ("injured", "party forces", 5, 5)),
        ("Two nurses seized in March are still being held, the agency said.", ("detained", "all", 2, 2)),
        ("The raiders took four boys with them when they left.", ("detained", "children", 4, 4)),
        ("Militiamen burned the hamlet, driving some 300 villagers into the hills.", ("displaced", "all", 270, 330)),
        ('State radio said nine "bandit" fighters had been killed.', ("killed", "party forces", 9, 9)),
        ("Three girls who had gone for water are still missing, an elder said.", ("missing", "children", 3, 3)),
    ],
)
def test_idioms_of_dying_taking_and_driving_out_count_people(text, count):
    """What befell the people is read from the idiom as from the plain verb."""
    assert count in counts(text)


def test_asking_whether_anyone_was_hurt_counts_nobody():
    """A question or a condition about harm states none."""
    assert not counts("Reporters asked whether anyone had been wounded in the attack on the depot.")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Raiders pulled a village teacher from her house and shot her dead on Monday.", ("killed", "all", 1, 1)),
        ("Gunmen stopped a lorry near Kote and took away the brother of the mayor.", ("detained", "all", 1, 1)),
        ("Militiamen kidnapped the pharmacist Adam Ishaq on the Kass road.", ("detained", "all", 1, 1)),
        ("Sergeant Tomas Kovar was killed when the patrol hit a mine.", ("killed", "party forces", 1, 1)),
        ("A rebel commander said the shelling killed four of his men.", ("killed", "party forces", 4, 4)),
        ("The survey documented the deaths of 12 civilians: seven men, three women and two children.", ("killed", "women", 3, 3)),
        ("Nine villagers had been killed, two girls among them.", ("killed", "children", 2, 2)),
        ("Five of the detained men have never been found.", ("missing", "all", 5, 5)),
        ("The clinic took in four bodies and nine people with stab wounds.", ("injured", "all", 9, 9)),
        ("At least 30 people died, elders say; the army gives a total of 18.", ("killed", "all", 18, 18)),
    ],
)
def test_people_told_of_in_passing_are_counted(text, count):
    """Pronouns, titles, possessors, lists after a colon and bare totals lead to the people they stand for."""
    assert count in counts(text)
