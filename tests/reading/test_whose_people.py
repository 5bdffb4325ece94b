"""Whose people those of a count are, and what the words around them say befell them."""

import pytest
from tests.reading.short_counts import counts, expected

WHOSE = [
    ("Two other ranks and an officer were wounded.", "i pf 2 2; i pf 1 1"),
    ("Six members of the Presidential Guard were captured.", "d pf 6 6"),
    ("Three members of the National Gendarmerie were wounded.", "i pf 3 3"),
    ("Five members of the village self-defence group died.", "k pf 5 5"),
    ("Two elements of the Republican Guard were killed.", "k pf 2 2"),
    ("Six security guards of the palm company and a peasant died.", "k pf 6 6; k a 1 1"),
    ("A security guard of the bank was shot dead.", "k pf 1 1"),
    ("Shells hit a gun crew, killing three of them.", "k pf 3 3"),
    ("The rebels lost nine of their number.", "k pf 9 9"),
    ("A constable died in the fire. Fourteen of his colleagues were hurt.", "k pf 1 1; i pf 14 14"),
    ("Two policemen were killed. Nine of their colleagues were wounded, two of whom lost their sight.", "k pf 2 2; i pf 9 9; i pf 2 2"),
    ("A teacher died and three of her colleagues were hurt.", "k a 1 1; i a 3 3"),
    ("Two soldiers died when the lorry hit a mine; three of their comrades were injured.", "k pf 2 2; i pf 3 3"),
    ("On our side comrade Lucia gave her life.", "k pf 1 1"),
    ("The attackers left behind six bodies.", "k pf 6 6"),
    ("The terrorist Ali Hamdan was killed in the raid.", "k pf 1 1"),
    ("The rebel commander Sayed Amin was captured.", "d pf 1 1"),
    ("The student leader Pedro Ruiz was arrested.", "d a 1 1"),
    ("The subversive Rosa Paz was shot dead.", "k pf 1 1"),
    ("A Ghanaian captain serving with UNIFIL was wounded.", "i mp 1 1"),
    ("An employee of UNOMIG was injured.", "i mp 1 1"),
    ("One of the compound's watchmen was killed.", "k a 1 1"),
    ("Rebels from the hills raided the mission and killed one of its watchmen.", "k a 1 1"),
    ("Two men, both reservists, were taken prisoner.", "d pf 2 2"),
    ("Two brothers, members of the militia, were killed.", "k pf 2 2"),
    ("Security forces gunned down two rebels, one of them a woman.", "k pf 2 2; k w 1 1"),
    ("Police arrested the brother of a rebel commander.", "d a 1 1"),
    ("Soldiers detained the wife of a guerrilla and her two children.", "d w 1 1; d ch 2 2"),
    ("Gunmen killed the son of a police officer.", "k a 1 1"),
    ("Babu Salama, a grandmother, was wounded.", "i w 1 1"),
    ("Five members of the Coastal Protection Force were wounded.", "i pf 5 5"),
    ("Jets hit a rocket crew, four of whom were killed.", "k pf 4 4"),
    ("Three senior cadres of the front fell at the bridge.", "k pf 3 3"),
    ("Six troopers and a captain fell prisoner.", "d pf 6 6; d pf 1 1"),
    ("The enemy abandoned 23 dead and a field gun.", "k pf 23 23"),
    ("The subversive Julia Rey was found dead in a barn.", "k pf 1 1"),
    ("UNTSO said two of its officers had been injured.", "i mp 2 2"),
    ("A clerk of UNMIL was wounded.", "i mp 1 1"),
    ("A Pole serving with the peacekeeping contingent was hurt.", "i mp 1 1"),
    ("Three waiters, all militiamen of the party, were killed.", "k pf 3 3"),
    ("Nine people were detained, among them the cousin of one of the rebels.", "d a 9 9; d a 1 1"),
    ("Trooper Ian Moss, 22, was shot dead.", "k pf 1 1"),
    ("One sergeant was hit in the arm by a spent bullet.", "i pf 1 1"),
    ('More than 30 "bandits" killed, nine captured.', "k pf 31 n; d pf 9 9"),
    ("Twelve of its militants died, the front said.", "k pf 12 12"),
]

TAKEN = [
    ("Police found the bodies of two men. Both had been tortured.", "k a 2 2"),
    ("According to the Red Cross 40 villagers are dead.", "k a 40 40"),
    ("Twelve were wounded, three so gravely that they may not live.", "i a 12 12; i a 3 3"),
    ("Nine people were hurt, two critically.", "i a 9 9; i a 2 2"),
    ("Four dead in bread queue", "k a 4 4"),
    ("Three killed, nine hurt in market blast", "k a 3 3; i a 9 9"),
    ("Two policemen dead in ambush", "k pf 2 2"),
    ("They are accused of the kidnapping on Friday of a nurse and her driver.", "d a 1 1; d a 1 1"),
    ("Three students were gunned down outside the hall.", "k a 3 3"),
    ("An inquest was held on Eugene Toner, 34, whose body was found on waste ground.", "k a 1 1"),
    ("An open verdict was returned on Mary Quinn, whose body was discovered in a ditch.", "k a 1 1"),
    ("Rosa Diaz, whose body turned up on Monday, was a nurse.", "k a 1 1"),
    ("The shopkeeper was taken from his house by masked men and has not been seen since.", "d a 1 1; m a 1 1"),
    ("He was taken away by soldiers; his whereabouts remain unknown.", ""),
    ("Soldiers tied up nine men and led them to the barracks.", "d a 9 9"),
    ("Cadres took Dil Oli, a party official, from his brother's wedding.", "d a 1 1"),
    ("The Red Crescent took out 19 bodies.", "k a 19 19"),
    ("Two bodies were pulled from the well.", "k a 2 2"),
    ("Rescuers dug out eleven bodies.", "k a 11 11"),
    ("In the morgue lie the bodies of six men.", "k a 6 6"),
    ("Friday's grenade cost two passers-by their lives.", "k a 2 2"),
    ("By the mission's estimate 300 people are dead.", "k a 300 300"),
    ("Up to 50 people were hurt, nine badly enough to lose a limb.", "i a 0 50; i a 9 9"),
    ("A shell fell among women drawing water, killing three of them, a Dutch surgeon said.", "k w 3 3"),
    ("She is accused of the kidnapping in June of a vet and two drovers.", "d a 1 1; d a 2 2"),
    ("Three coffee-sellers were shot down in the arcade on Monday.", "k a 3 3"),
    ("The two herders have not been seen since.", "m a 2 2"),
    ("Pavel Rusu, of whom there has been no news since March, was a clerk.", "m a 1 1"),
    ("Of the remaining four nothing was ever heard.", "m a 4 4"),
    ("Eighteen farmhands were tied together and marched ahead of the column.", "d a 18 18"),
    ("Thirty boys were brought to the barracks with their hands bound.", "d ch 30 30"),
    ("Guerrillas loaded nine others onto lorries.", "d a 9 9"),
    ("Armed men stopped a train and dragged off 20 passengers.", "d a 20 20"),
    ("Six women were taken to the base, where they were kept a week.", "d w 6 6"),
    ("The three had been in custody since Monday.", "d a 3 3"),
    ("Gendarmes herded about 90 men into a stadium.", "d a 81 99"),
    ("Soldiers took 15 displaced persons from the church.", "d a 15 15"),
]


@pytest.mark.parametrize(("text", "rows"), WHOSE)
def test_members_crews_colleagues_and_kin_belong_to_whom_the_words_say(text, rows):
    """A body's members are of the body, whoever is only somebody's kin is not."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), TAKEN)
def test_words_beside_people_say_what_befell_them(text, rows):
    """Taken along by those who bear arms, found dead, never heard of again, worse hurt than the others."""
    assert counts(text) == expected(rows)
