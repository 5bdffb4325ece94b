"""Whose people those of a count are, and what the words around them say befell them."""

import pytest
from tests.reading.short_counts import counts, expected

WHOSE = [
    ("Two other ranks and an officer were wounded.", "i pf 2 2; i pf 1 1"),
    ("Four members of the Border Guard Force were shot in the head.", "k pf 4 4"),
    ("Six members of the Presidential Guard were captured.", "d pf 6 6"),
    ("Three members of the National Gendarmerie were wounded.", "i pf 3 3"),
    ("Five members of the village self-defence group died.", "k pf 5 5"),
    ("Two elements of the Republican Guard were killed.", "k pf 2 2"),
    ("Six security guards of the palm company and a peasant died.", "k pf 6 6; k a 1 1"),
    ("A security guard of the bank was shot dead.", "k pf 1 1"),
    ("Aircraft bombed a mortar crew, five of whom died.", "k pf 5 5"),
    ("Shells hit a gun crew, killing three of them.", "k pf 3 3"),
    ("Two ranking cadres of the guerrilla group fell in a half-hour encounter.", "k pf 2 2"),
    ("Rebel commanders report nine of their number dead.", "k pf 9 9"),
    ("The rebels lost nine of their number.", "k pf 9 9"),
    ("A constable died in the fire. Fourteen of his colleagues were hurt.", "k pf 1 1; i pf 14 14"),
    ("Two policemen were killed. Nine of their colleagues were wounded, two of whom lost their sight.", "k pf 2 2; i pf 9 9; i pf 2 2"),
    ("A teacher died and three of her colleagues were hurt.", "k a 1 1; i a 3 3"),
    ("Two soldiers died when the lorry hit a mine; three of their comrades were injured.", "k pf 2 2; i pf 3 3"),
    ("On our side comrade Lucia gave her life.", "k pf 1 1"),
    ("Nine soldiers and a second lieutenant fell prisoner.", "d pf 9 9; d pf 1 1"),
    ("The enemy abandoned 17 dead and two trucks.", "k pf 17 17"),
    ("The attackers left behind six bodies.", "k pf 6 6"),
    ("The seditious Walter Sosa was found dead in the kitchen.", "k pf 1 1"),
    ("The terrorist Ali Hamdan was killed in the raid.", "k pf 1 1"),
    ("The rebel commander Sayed Amin was captured.", "d pf 1 1"),
    ("The student leader Pedro Ruiz was arrested.", "d a 1 1"),
    ("The subversive Rosa Paz was shot dead.", "k pf 1 1"),
    ("An Australian corporal of the monitoring force was concussed when his lorry struck a mine.", "i mp 1 1"),
    ("Two Ethiopian privates of the United Nations Force were killed.", "k mp 2 2"),
    ("A Ghanaian captain serving with UNIFIL was wounded.", "i mp 1 1"),
    ("UNIFIL said three of its soldiers had been hurt.", "i mp 3 3"),
    ("An employee of UNOMIG was injured.", "i mp 1 1"),
    ("A Russian serving with the peacekeeping battalion was wounded.", "i mp 1 1"),
    ("One of the compound's watchmen was killed.", "k a 1 1"),
    ("Rebels from the hills raided the mission and killed one of its watchmen.", "k a 1 1"),
    ("Its driver and a medical orderly, both conscripts, were wounded.", "i pf 1 1; i pf 1 1"),
    ("Two men, both reservists, were taken prisoner.", "d pf 2 2"),
    ("Three youths, all fighters of the front, were shot dead.", "k pf 3 3"),
    ("Two brothers, members of the militia, were killed.", "k pf 2 2"),
    ("Security forces gunned down two rebels, one of them a woman.", "k pf 2 2; k w 1 1"),
    ("Eleven people were arrested, among them the sister of one of the gunmen.", "d a 11 11; d a 1 1"),
    ("Police arrested the brother of a rebel commander.", "d a 1 1"),
    ("Soldiers detained the wife of a guerrilla and her two children.", "d a 1 1; d ch 2 2"),
    ("Gunmen killed the son of a police officer.", "k a 1 1"),
    ("Babu Salama, a grandmother, was wounded.", "i w 1 1"),
    ("Fusilier Alan Stobbs, 19, was shot dead.", "k pf 1 1"),
    ("One lance corporal was hit in the thigh by a stray round.", "i pf 1 1"),
    ('More than 140 "terrorists" neutralised, 51 captured.', "k pf 141 n; d pf 51 51"),
    ("Thirty of its fighters died, the group said.", "k pf 30 30"),
]

TAKEN = [
    ("Sunday's shelling cost three passers-by their lives, a nurse told us.", "k a 3 3"),
    ("Police found the bodies of two men. Both had been tortured.", "k a 2 2"),
    ("By the government's reckoning 1,000 people are dead.", "k a 1000 1000"),
    ("According to the Red Cross 40 villagers are dead.", "k a 40 40"),
    ("Up to 30 people were hurt, 13 badly enough to be flown to the coast.", "i a 0 30; i a 13 13"),
    ("Twelve were wounded, three so gravely that they may not live.", "i a 12 12; i a 3 3"),
    ("Nine people were hurt, two critically.", "i a 9 9; i a 2 2"),
    ("Four dead in bread queue", "k a 4 4"),
    ("Three killed, nine hurt in market blast", "k a 3 3; i a 9 9"),
    ("Two policemen dead in ambush", "k pf 2 2"),
    ("A single round fell among women waiting for bread, killing four of them, an army doctor said.", "k w 4 4"),
    ("He is charged with the abduction in April of a bishop and nine priests near Batangafo.", "d a 1 1; d a 9 9"),
    ("The court convicted him of the murder in May of two youths.", "k a 2 2"),
    ("They are accused of the kidnapping on Friday of a nurse and her driver.", "d a 1 1; d a 1 1"),
    ("Two Moslem flower-sellers were shot down at point-blank range this morning.", "k a 2 2"),
    ("Three students were gunned down outside the hall.", "k a 3 3"),
    ("An inquest was held on Eugene Toner, 34, whose body was found on waste ground.", "k a 1 1"),
    ("An open verdict was returned on Mary Quinn, whose body was discovered in a ditch.", "k a 1 1"),
    ("Rosa Diaz, whose body turned up on Monday, was a nurse.", "k a 1 1"),
    ("The two students have not been heard of since.", "m a 2 2"),
    ("Marko Ilic, of whom there has been no trace since Friday, was a cameraman.", "m a 1 1"),
    ("Of the other three nothing was ever found.", "m a 3 3"),
    ("The shopkeeper was taken from his house by masked men and has not been seen since.", "d a 1 1; m a 1 1"),
    ("He was taken away by soldiers; his whereabouts remain unknown.", ""),
    ("Twenty-two villagers were roped together and made to walk ahead of the soldiers.", "d a 22 22"),
    ("Soldiers tied up nine men and led them to the barracks.", "d a 9 9"),
    ("Seventy men were brought to the station with their arms tied.", "d a 70 70"),
    ("Militiamen loaded sixteen others onto trucks.", "d a 16 16"),
    ("Masked men halted a coach and pulled off 14 passengers.", "d a 14 14"),
    ("Four women were taken to the outpost, where they remained two months.", "d w 4 4"),
    ("The four had been in custody since the 5th.", "d a 4 4"),
    ("Cadres took Dil Oli, a party official, from his brother's wedding.", "d a 1 1"),
    ("Guardsmen herded about 200 men of the quarter into a football ground.", "d a 180 220"),
    ("Men of the guard took 40 displaced persons from the compound.", "d a 40 40"),
    ("The Red Crescent took out 19 bodies.", "k a 19 19"),
    ("Two bodies were pulled from the well.", "k a 2 2"),
    ("Rescuers dug out eleven bodies.", "k a 11 11"),
    ("In the morgue lie the bodies of six men.", "k a 6 6"),
]


@pytest.mark.parametrize(("text", "rows"), WHOSE)
def test_members_crews_colleagues_and_kin_belong_to_whom_the_words_say(text, rows):
    """A body's members are of the body, whoever is only somebody's kin is not."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), TAKEN)
def test_words_beside_people_say_what_befell_them(text, rows):
    """Taken along by those who bear arms, found dead, never heard of again, worse hurt than the others."""
    assert counts(text) == expected(rows)
