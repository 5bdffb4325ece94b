"""Figures by the order of the words, qualifiers and ranges, and parts of a whole that has a clause of its own."""

import pytest
from tests.reading.short_counts import counts, expected

FIGURES = [
    ("Military attaches put the number of Libyan soldiers killed at about 60.", "k pf 54 66"),
    ("A clinic put the number of villagers wounded at 23.", "i a 23 23"),
    ("Observers placed the number of rebels captured at over 40.", "d pf 41 n"),
    ("He estimated the number of soldiers missing at 30.", "m pf 30 30"),
    ("The army lost 12 men on Monday. The figure given a day earlier was nine.", "k pf 12 12; k pf 9 9"),
    ("The ministry said 49 soldiers had died; an opposition website has 61.", "k pf 49 49; k pf 61 61"),
    ("Fewer than 90 troops were lost in the assault, the minister said. Polisario puts the figure at 792.", "k pf 0 89; k pf 792 792"),
    ("The movement listed its own injured as five.", "i pf 5 5"),
    ("The command gave its own dead as 14 and its wounded as 30.", "k pf 14 14; i pf 30 30"),
    ("The peasants' movement raised to five the number of its members who lost their lives.", "k a 5 5"),
    ("The police raised to 14 the number of people detained.", "d a 14 14"),
    ("The union lowered to three the number of miners killed.", "k a 3 3"),
    ("The explosion left 20 dead, among them seven police officers. Russia put the number at nine.", "k a 20 20; k pf 7 7; k a 9 9"),
    ("The newspaper An-Nahar reported 22 dead; a party brochure published in 1985 claims 58.", "k a 22 22; k a 58 58"),
    ("The committee lists 17 victims, all Hindus and six of them children.", "k a 17 17; k ch 6 6"),
    ("Sources in the diaspora list 40 victims, nine of them women.", "k a 40 40; k w 9 9"),
    ("The widows' association speaks of 70 victims.", "k a 70 70"),
    ("Thirty people were killed. The figure usually quoted is 45.", "k a 30 30; k a 45 45"),
    ('A fact-finding team counted 23 dead, and the army\'s own pamphlet boasted of "twenty-five".', "k a 23 23; k a 25 25"),
    ("The government's statement spoke of 412 persons killed. A students' body holds to 1,100.", "k a 412 412; k a 1100 1100"),
    ("The commission lists 40 dead. The diocese insists on 73.", "k a 40 40; k a 73 73"),
    ("The prefect announced 12 dead; two priests made it 31.", "k a 12 12; k a 31 31"),
    ('The commission has by name 37 of those who perished; the declarants speak of "more than fifty".', "k a 37 n; k a 51 n"),
    ("Deir Ezzor Watch first spoke of eight civilians killed; by Tuesday it had raised that to 14.", "k c 8 8; k c 14 14"),
    ("A former officer admits the deed but sets the number of dead at about sixty.", "k a 54 66"),
    ("Fatalities: low 80 / high 321", "k a 80 321"),
    ("The daily El Ittihad: 412 dead. Security services: 78.", "k a 412 412; k a 78 78"),
    ('State television: more than 140 "terrorists" neutralised, 51 captured; no civilian killed.', "k pf 141 n; d pf 51 51; k c 0 0"),
    ("Of the faithful, the parish committee has so far buried between forty and forty-five.", "k a 40 45"),
    ("He was one of the twelve fusiliers shot dead by police in Crater on Tuesday.", "k pf 12 12"),
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
    ("The priest has buried between forty and forty-five.", "k a 40 45"),
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
    ("A quarter of a million people have been driven from their homes.", "x a 250000 250000"),
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
]

WHOLES = [
    ("He was one of the twelve fusiliers shot dead by police in Crater on Tuesday.", "k pf 12 12"),
    ("Two of the nine teachers abducted in May came home on Sunday.", "d a 9 9"),
    ("She is one of the 40 villagers killed in the raid.", "k a 40 40"),
    ("Five of the 31 policemen died.", "k pf 5 5"),
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
