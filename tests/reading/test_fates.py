"""People told of in one breath share one fate; those left unnamed are counted with the people they belong to."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import CasualtyPayload


def counts(text):
    result = trucewatch.read(text, published=date(2020, 5, 20))
    rows = (claim.payload for claim in result.claims if isinstance(claim.payload, CasualtyPayload))
    return {(row.metric, row.population, row.low, row.high) for row in rows}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A mine killed two sappers walking in front of the column and a mule driver.",
            {("killed", "party forces", 2, 2), ("killed", "all", 1, 1)},
        ),
        (
            "An off-duty sergeant and a barber were killed in the attack on the bar.",
            {("killed", "party forces", 1, 1), ("killed", "all", 1, 1)},
        ),
        (
            "Of the 11 constables in the post, four were killed, five wounded and one taken prisoner.",
            {("killed", "party forces", 4, 4), ("injured", "party forces", 5, 5), ("detained", "party forces", 1, 1)},
        ),
        ("Twelve quarry workers were led out of the shed and shot dead by militiamen.", {("killed", "all", 12, 12)}),
        ("Six rebels, found hiding in a kiln near the river, were shot dead.", {("killed", "party forces", 6, 6)}),
        (
            "The shelling killed 17 people (nine men, five women, three children), the clinic said.",
            {("killed", "all", 17, 17), ("killed", "all", 9, 9), ("killed", "women", 5, 5), ("killed", "children", 3, 3)},
        ),
        (
            "Three soldiers were killed in the ambush. Two more were taken prisoner.",
            {("killed", "party forces", 3, 3), ("detained", "party forces", 2, 2)},
        ),
        ("Two fighters were killed in the raid and no civilians were.", {("killed", "party forces", 2, 2), ("killed", "civilians", 0, 0)}),
        ("More than a score of herders were hacked to death by raiders.", {("killed", "all", 21, None)}),
        (
            "A private and two members of the garrison laid down their lives.",
            {("killed", "party forces", 1, 1), ("killed", "party forces", 2, 2)},
        ),
        ("The colonel denied that anyone had been killed.", {("killed", "all", 0, 0)}),
        (
            "The mission recorded 61 civilian casualties in the raid: 20 killed and 41 injured.",
            {("killed", "civilians", 20, 20), ("injured", "civilians", 41, 41)},
        ),
        (
            "Raid on the Karsa ford. Civilians killed: between 3 and 5. Militants reported killed: 2.",
            {("killed", "civilians", 3, 5), ("killed", "party forces", 2, 2)},
        ),
        ("The army shelled the camp. Some 70 are still being treated.", {("injured", "all", 63, 77)}),
        ("Raiders seized eleven drovers. The fate of nine of them is unknown.", {("detained", "all", 11, 11), ("missing", "all", 9, 9)}),
        ("Four monitors were stoned by a crowd; none of the monitors was injured.", {("injured", "mission personnel", 0, 0)}),
        (
            "Night raid. Fatalities: 9 civilians (4 children, 3 women, 2 men). Injured civilians: 12.",
            {
                ("killed", "civilians", 9, 9),
                ("killed", "children", 4, 4),
                ("killed", "women", 3, 3),
                ("killed", "all", 2, 2),
                ("injured", "civilians", 12, 12),
            },
        ),
        ("The column's escort lost two men at the ford.", {("killed", "party forces", 2, 2)}),
        ("Six people were shot by gunmen; nobody else was hurt.", {("injured", "all", 6, 6), ("injured", "all", 0, 0)}),
        ("Four people died in the shelling and eleven suffered wounds.", {("killed", "all", 4, 4), ("injured", "all", 11, 11)}),
    ],
)
def test_fates_are_shared(text, expected):
    """A verb, a total or the sentence before says of all who are joined to them what befell them."""
    assert counts(text) == expected


def test_who_strikes_is_not_struck():
    """People who do something share nothing with those to whom it is done."""
    assert counts("Gunners brought down a plane, whose pilot, Captain Jan Maas, was captured.") == {("detained", "party forces", 1, 1)}
    assert counts("Soldiers attacked a guard post and two porters were killed.") == {("killed", "all", 2, 2)}
    assert counts("Soldiers shot and killed two porters in Karsa.") == {("killed", "all", 2, 2)}
