"""Figures by the order of the words, qualifiers and ranges, and parts of a whole that has a clause of its own."""

import pytest
from tests.reading.short_counts import counts, expected

FIGURES = [
    ("Observers placed the number of rebels captured at over 40.", "d pf 41 n"),
    ("He estimated the number of soldiers missing at 30.", "m pf 30 30"),
    ("The ministry said 49 soldiers had died; an opposition website has 61.", "k pf 49 49; k pf 61 61"),
    ("The command gave its own dead as 14 and its wounded as 30.", "k pf 14 14; i pf 30 30"),
    ("The police raised to 14 the number of people detained.", "d a 14 14"),
    ("The explosion left 20 dead, among them seven police officers. Russia put the number at nine.", "k a 20 20; k pf 7 7; k a 9 9"),
    ("The newspaper An-Nahar reported 22 dead; a party brochure published in 1985 claims 58.", "k a 22 22; k a 58 58"),
    ("Sources in the diaspora list 40 victims, nine of them women.", "k a 40 40; k w 9 9"),
    ("The widows' association speaks of 70 victims.", "k a 70 70"),
    ("Thirty people were killed. The figure usually quoted is 45.", "k a 30 30; k a 45 45"),
    ('A fact-finding team counted 23 dead, and the army\'s own pamphlet boasted of "twenty-five".', "k a 23 23; k a 25 25"),
    ("The government's statement spoke of 412 persons killed. A students' body holds to 1,100.", "k a 412 412; k a 1100 1100"),
    ("The commission lists 40 dead. The diocese insists on 73.", "k a 40 40; k a 73 73"),
    ("Diplomats put the number of Chadian gendarmes killed at around 80.", "k pf 72 88"),
    ("A surgeon put the number of miners injured at 44.", "i a 44 44"),
    ("The navy lost 16 men in March. The figure given a week earlier was eleven.", "k pf 16 16; k pf 11 11"),
    ("Fifteen troopers were lost in the battle. The front puts the figure at 140.", "k pf 15 15; k pf 140 140"),
    ("The dockers' union raised to nine the number of its members who died.", "k a 9 9"),
    ("The bishop's office lists 30 dead, all weavers and eight of them women.", "k a 30 30; k w 8 8"),
    ("The governor announced five dead; a nun made it eleven.", "k a 5 5; k a 11 11"),
    ('The inquiry has by name 52 of those who died; the parents speak of "more than eighty".', "k a 52 n; k a 81 n"),
    ("The radio first spoke of six civilians killed; by evening it had raised that to 19.", "k c 6 6; k c 19 19"),
    ("A retired major sets the number of dead at about forty.", "k a 36 44"),
    ("Fatalities: low 12 / high 45", "k a 12 45"),
    ('The ministry radio: more than 60 "terrorists" neutralised, 22 captured.', "k pf 61 n; d pf 22 22"),
    ("The sexton has buried between thirty and thirty-five.", "k a 30 35"),
]

QUALIFIED = [
    ("At the very least 40 villagers were killed.", "k a 40 n"),
    ("A good thirty soldiers were wounded.", "i pf 30 n"),
    ("Forty people at the very least died.", "k a 40 n"),
    ("Anything up to 200 people were detained.", "d a 0 200"),
    ("In the order of 500 men were arrested.", "d a 450 550"),
    ("Just short of 60 guards were captured.", "d pf 54 60"),
    ("Twenty-odd fighters were killed.", "k pf 18 22"),
    ("Some twenty-odd fighters were killed.", "k pf 18 22"),
    ("Ninety or thereabouts were hurt.", "i a 81 99"),
    ("Fifty people, give or take, were killed.", "k a 45 55"),
    ("Between five and seven people were wounded.", "i a 5 7"),
    ("Five to seven people were wounded.", "i a 5 7"),
    ("Ten or twelve people were wounded.", "i a 10 12"),
    ("From 30 to 40 rebels were killed.", "k pf 30 40"),
    ("Anywhere from 30 to 40 rebels were killed.", "k pf 30 40"),
    ("A score of villagers were killed.", "k a 20 20"),
    ("Half a dozen soldiers were wounded.", "i pf 6 6"),
    ("A dozen people were arrested.", "d a 12 12"),
    ("Two dozen people were arrested.", "d a 24 24"),
    ("A couple of guards were hurt.", "i pf 2 2"),
    ("A pair of policemen were shot dead.", "k pf 2 2"),
    ("One hundred and twelve people were killed.", "k a 112 112"),
    ("1.2 million people are displaced.", "x a 1200000 1200000"),
    ("Half a million people have fled their homes.", "x a 500000 500000"),
    ("12,000-15,000 people have fled.", "x a 12000 15000"),
    ("Close on 40 soldiers were killed.", "k pf 36 40"),
    ("Well nigh 40 soldiers were killed.", "k pf 36 40"),
    ("Upwards of 300 villagers are missing.", "m a 301 n"),
    ("A third of the 30 hostages were killed.", "k a 10 10"),
    ("Dozens of soldiers and scores of civilians were killed.", "k pf 24 99; k c 40 199"),
    ("Hundreds were killed and thousands displaced.", "k a 200 999; x a 2000 9999"),
    ("A number of villagers were injured.", "i a 3 9"),
    ("Numerous villagers were injured.", "i a 4 n"),
    ("Tens of thousands have fled.", "x a 20000 99999"),
    ("Many were killed.", "k a 5 n"),
    ("Several hundred people were arrested.", "d a 300 900"),
    ("An undertaker has buried between fifty and sixty.", "k a 50 60"),
]

WHOLES = [
    ("Two of the nine teachers abducted in May came home on Sunday.", "d a 9 9"),
    ("She is one of the 40 villagers killed in the raid.", "k a 40 40"),
    ("Three of the eight hostages were killed.", "k a 3 3"),
    ("Four of the six nurses who were kidnapped last week escaped.", "d a 6 6"),
    ("One of the three men arrested on Friday has died in custody.", "d a 3 3; k a 1 1"),
]


@pytest.mark.parametrize(("text", "rows"), FIGURES)
def test_a_number_counts_what_the_words_around_it_name(text, rows):
    """The noun of a figure may stand before the number, after it, or in the sentence before."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), QUALIFIED)
def test_words_around_a_number_bound_it(text, rows):
    """Each qualifier makes an interval of its own."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), WHOLES)
def test_a_whole_that_a_clause_tells_of_is_counted_beside_its_part(text, rows):
    """One of twelve shot: twelve were shot."""
    assert counts(text) == expected(rows)
