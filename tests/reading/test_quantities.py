"""How many people a phrase speaks of: intervals by the table of the domain rules, and what is no number of people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reading.numerals import bound, number_at
from trucewatch.reading.quantities import distinct, find_quantities


def read(parser, text):
    return list(distinct(find_quantities(parser.parse(text))))


def intervals(parser, text):
    return [(q.count.low, q.count.high) for q in read(parser, text)]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("78 villagers", 78, 78),
        ("At least 78 villagers", 78, None),
        ("Seventy-eight or more villagers", 78, None),
        ("78 villagers or more", 78, None),
        ("More than 86 villagers", 87, None),
        ("Over 86 villagers", 87, None),
        ("As many as 78 villagers", 0, 78),
        ("Up to 78 villagers", 0, 78),
        ("Fewer than 20 villagers", 0, 19),
        ("About 90 villagers", 81, 99),
        ("Some 90 villagers", 81, 99),
        ("Nearly 90 villagers", 81, 90),
        ("Dozens of villagers", 24, 99),
        ("Scores of villagers", 40, 199),
        ("Hundreds of villagers", 200, 999),
        ("Thousands of villagers", 2000, 9999),
        ("A dozen villagers", 12, 12),
        ("At least two dozen villagers", 24, None),
        ("A couple of villagers", 2, 2),
        ("Several villagers", 3, 9),
        ("A few villagers", 3, 9),
        ("Numerous villagers", 4, None),
        ("A large number of villagers", 5, None),
        ("Between four and seven villagers", 4, 7),
        ("Four to seven villagers", 4, 7),
        ("20-25 villagers", 20, 25),
        ("Two or three villagers", 2, 3),
        ("One hundred and twenty villagers", 120, 120),
        ("1,200 villagers", 1200, 1200),
        ("More than half of 150 villagers", 76, 150),
        ("Two thirds of the 90 villagers", 60, 60),
        ("No villagers", 0, 0),
        ("Villagers", 2, None),
        ("Another six villagers", 6, 6),
    ],
)
def test_words_of_number_are_the_interval_of_the_domain_rules(parser, words, low, high):
    """Each row of the table, before a noun for people."""
    assert (low, high) in intervals(parser, f"{words} were killed in the raid.")


@pytest.mark.parametrize(
    "text",
    [
        "Brennan, 34, died.",
        "The shell hit Unit 12 on 5 May at 5 p.m.",
        "The 2nd Battalion moved 20 km north with 14 tanks.",
        "The damage came to $40 million, or 12 percent of the budget.",
        "Resolution 2042 was passed in 2012 by the council.",
        "A 300-man mission was set up in 13 states for 90 days.",
        "The column burned 23 lorries and took 600 rounds of ammunition.",
    ],
)
def test_ages_dates_units_ranks_distances_money_and_things_are_nobody(parser, text):
    """No number in these counts people; only a named man is one."""
    assert [q for q in read(parser, text) if not q.named] == []


def test_a_singular_with_an_article_is_one_person(parser):
    """A man is one; so is her daughter."""
    assert intervals(parser, "A man was shot beside his daughter.") == [(1, 1), (1, 1)]


@pytest.mark.parametrize(
    ("words", "population"),
    [
        ("four soldiers", "party forces"),
        ("three police officers", "party forces"),
        ("two members of the security forces", "party forces"),
        ("five UN observers", "mission personnel"),
        ("two soldiers of UNIFIL", "mission personnel"),
        ("nine pupils", "children"),
        ("six pregnant women", "women"),
        ("seven civilians", "civilians"),
        ("seven civilian workers", "civilians"),
        ("eight villagers", "all"),
        ("31 bodies", "all"),
        ("15 women and children", "all"),
    ],
)
def test_the_noun_its_modifiers_and_its_complement_say_who_is_counted(parser, words, population):
    """Civilians only where the words say so; soldiers of the mission are mission personnel."""
    assert read(parser, f"They counted {words} there.")[0].population == population


def test_subtotals_are_marked_as_parts(parser):
    """What stands after "including", "among them" or before "of them" belongs to a total."""
    found = read(parser, "A blast killed 30 people, including nine children and two nuns, four of them teachers.")
    assert [(q.count.low, q.part) for q in found] == [(30, False), (9, True), (2, True), (4, True)]


def test_most_of_them_is_a_share_of_the_total_before_it(parser):
    """More than half of them, after 53, lies between 27 and 53 and is derived."""
    share = read(parser, "They buried 53 bodies, more than half of them women.")[-1]
    assert (share.count.low, share.count.high, share.derived, share.population) == (27, 53, True, "women")


def test_a_number_that_governs_its_noun_is_found_from_both(parser):
    """Dozens of villagers: the verb's argument is the number, the people are the villagers."""
    parse = parser.parse("Dozens of villagers fled.")
    found = find_quantities(parse)
    assert found[0] is found[2]


@given(st.integers(min_value=1, max_value=10**6))
def test_about_and_nearly_always_hold_the_number_they_qualify(number):
    """A band is never narrower than the number, and "nearly" never exceeds it."""
    low, high = bound(number, number, "about")
    assert low <= number <= high
    low, high = bound(number, number, "nearly")
    assert low <= number == high


@given(st.integers(min_value=0, max_value=10**7))
def test_digits_are_read_as_written(number):
    """With or without separators of thousands."""
    assert number_at([str(number)], 0) == (number, 1)
    assert number_at([f"{number:,}"], 0) == (number, 1)
