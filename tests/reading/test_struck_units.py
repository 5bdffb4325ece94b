"""Figures after an attack: whose people fell, by the patrol, the post or the mission that was struck."""

import pytest
from tests.reading.short_counts import counts, expected

STRUCK = [
    ("Guerrillas ambushed an army patrol near Kandi, killing three and wounding seven.", "k pf 3 3; i pf 7 7"),
    ("Rebels fired on a police post at dawn. Two men died and five were hurt.", "k pf 2 2; i pf 5 5"),
    ("Gunmen raided the barracks at Tolu; four men were killed.", "k pf 4 4"),
    ("Infiltrators attacked a rifle company on the ridge. Three men died.", "k pf 3 3"),
    ("Four soldiers entered a minefield; two died and one lost a leg.", "k pf 2 2; i pf 1 1"),
]

NOT_STRUCK = [
    ("Rebels shelled the market in Tolu. Four men were killed.", "k a 4 4"),
    ("Raiders attacked a fishing village. Three men died.", "k a 3 3"),
    ("A warplane bombed a refugee column near the border. The province reported 87 dead.", "k a 87 87"),
    ("A crowd stoned a police patrol, which used birdshot. Two men were fatally wounded.", "k a 2 2"),
    ("Five soldiers were killed. Six men were arrested in the town.", "k pf 5 5; d a 6 6"),
]

NATIONS = [
    ("A helicopter of the UN mission came under fire. Two Ghanaians were wounded.", "i mp 2 2"),
    ("Nine Zambian peacekeepers were surrounded at Lunsar; two Zambians were wounded.", "i mp 2 2"),
    ("The rebels overran the camp of the U.N. force. Four Kenyans were killed and two are missing.", "k mp 4 4; m mp 2 2"),
    ("Five Guineans of the ECOMOG force were detained.", "d mp 5 5"),
    ("A Dutch lorry driver working for the U.N. refugee agency was shot dead.", "k mp 1 1"),
    ("A bus was shot at. Four Kenyans were killed.", "k a 4 4"),
    ("Rockets hit the port. Israeli soldiers returned fire. Three Israelis were wounded.", "i a 3 3"),
]

OWN = [
    ("Our own losses amount to 14 martyrs and some twenty wounded.", "k pf 14 14; i pf 18 22"),
    ("Losses on our side: one killed, three slightly wounded.", "k pf 1 1; i pf 3 3"),
    ("This takes our casualties to 86 killed and 241 wounded. Six men are still unaccounted for.", "k pf 86 86; i pf 241 241; m pf 6 6"),
    ("Two men of his company were bayoneted after laying down their arms.", "k pf 2 2"),
    ("Twelve heroic comrades-in-arms were martyred.", "k pf 12 12"),
    ("Law-enforcement member Ayham Sulaiman was martyred.", "k pf 1 1"),
    ("An army patrol killed 19 rebels and villagers in a farmhouse.", "k a 19 19"),
    ("Thirty policemen and soldiers were killed.", "k pf 30 30"),
    ("Troops flogged two women; one of them has since died.", "i w 2 2; k w 1 1"),
    ("The front's sources admit to 27 fallen guardsmen.", "k pf 27 27"),
]


@pytest.mark.parametrize(("text", "rows"), STRUCK)
def test_those_who_fell_are_of_the_unit_that_was_struck(text, rows):
    """A patrol or a post has none but those who fight."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), NOT_STRUCK)
def test_a_market_a_column_of_refugees_and_those_whom_a_patrol_hits_are_no_fighters(text, rows):
    """Who was struck decides, not who stands nearest."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), NATIONS)
def test_people_of_a_nation_serve_a_mission_only_where_the_text_tells_of_one(text, rows):
    """Four Kenyans on a bus are four people."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), OWN)
def test_titles_owners_and_comrades_say_whose_people_they_are(text, rows):
    """A side's own losses are its fighters."""
    assert counts(text) == expected(rows)
