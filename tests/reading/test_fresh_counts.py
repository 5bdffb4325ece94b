"""Counts in ordinary wire copy, releases and pages, in words of our own: who is counted, as what, and what is no count at all."""

import pytest
from tests.reading.short_counts import counts, expected

TOLD = [
    ("The guards led the captives out in groups of seven and shot them.", ""),
    ("Villagers were marched to the ridge in small batches of twelve. Nobody was hurt.", "d a 2 n; i a 0 0"),
    ("A mine blew up under a lorry taking gendarmes to the barracks.", ""),
    ("A coach carrying off-duty soldiers was stopped at the bridge.", ""),
    ("Gunmen killed 14 traders who were sleeping in one of the barges.", "k a 14 14"),
    ("Peacekeepers are sheltering some 600 people around their base at Kavu.", "x a 540 660"),
    ("Two rangers and the wife of one of them died in the blast.", "k pf 2 2; k w 1 1"),
    ("A retired constable was shot dead on his farm.", "k a 1 1"),
    ("The district officer was stabbed to death on Friday.", "k a 1 1"),
    ("A Burundian soldier of the African Union force was wounded by a mortar round.", "i mp 1 1"),
    ("He is the sixth mayor assassinated in the province this year.", "k a 6 6"),
    ("A miner was shot dead at Lugo on Tuesday, the fifth such killing in the valley since the truce.", "k a 1 1; k a 5 5"),
    ("Our surgeons have treated 140 war-wounded, 32 of them children.", "i a 140 140; i ch 32 32"),
    ("Nurses attended to 48 patients with shrapnel wounds, half of them under twelve years of age.", "i a 48 48; i ch 24 24"),
    ("The clinic treated 71 gunshot casualties in two days.", "i a 71 71"),
    ("A shell ripped the arm off a woman.", "i w 1 1"),
    ("Police arrested nine men for arson at Tumbo and one for carrying a pistol at Kele.", "d a 9 9; d a 1 1"),
    ("Villagers were alarmed when a herdsman failed to come home on Sunday.", "m a 1 1"),
    ("Three boys did not return from the fields on Monday.", "m ch 3 3"),
    ("Some 300 survivors hid in the mountains for a month.", "x a 270 330"),
    ("Four clerks perished, as did a cook of the canteen and six drivers of the bus company.", "k a 4 4; k a 1 1; k a 6 6"),
    ("Troops killed nine rebels. Five bodies were handed over to the Red Cross.", "k pf 9 9; k pf 5 5"),
    ("A civilian riding past on a mule succumbed to his wounds.", "k c 1 1"),
    ("One woman was killed. The number of villages that have joined the truce has not changed: 1,310.", "k w 1 1"),
    ("Guerrillas estimated at 300 overran the camp and burned the mill.", ""),
    ("A girl of twelve was shot by a sniper at the well. She was the first fatality of the week.", "k ch 1 1"),
    ("Paul Dorran (31), Catholic civilian. Shot by gunmen at his shop in Ardoyne.", "k c 1 1"),
    ("The team counted 19 graves, which the mayor said were those of soldiers.", "k pf 19 19"),
    ("Rebels fired mortars at Maro. A man and his son were killed and the roof of a chapel collapsed.", "k a 1 1"),
]


@pytest.mark.parametrize(("text", "rows"), TOLD)
def test_ordinary_texts_count_the_people_that_a_reader_would_count(text: str, rows: str) -> None:
    """Each number that tells of people who came to harm is a count of them, and no other number is one."""
    assert counts(text) == expected(rows)
