"""Texts all of capitals or without any are cased as usual before parsing, with every offset kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reading.truecase import casing, restore, uniform

PLAIN = casing(["soldier", "village", "police", "minister", "road"], ["attack", "kill", "say", "near", "burn", "new"])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("SOLDIERS BURNED A VILLAGE NEAR SUCHITOTO.", "Soldiers burned a village near Suchitoto."),
        ("soldiers killed two men in beirut on monday, police said.", "Soldiers killed two men in Beirut on Monday, police said."),
        ("THE UNITED NATIONS AND THE FMLN MET IN EL SALVADOR.", "The United Nations and the FMLN"),
        ("PRESIDENT CRISTIANI SPOKE IN SAN LUIS DE LA REINA.", "President Cristiani"),
    ],
)
def test_names_get_capitals_and_common_words_lose_them(parser, given, expected):
    """Places, people, days and bodies are written as names; the rest is not."""
    assert parser.cased(given).startswith(expected)


def test_a_text_in_ordinary_case_is_left_as_it_is(parser):
    """Nothing is mended that is not broken."""
    text = 'UN observers in Hama said the BBC was told of it. "NO," he said.'
    assert parser.cased(text) == text


def test_a_headline_in_capitals_is_cased_and_the_rest_kept(parser):
    """A line all of capitals above an ordinary text is a headline."""
    text = "REBELS SHELL MARKET IN ALEPPO\nThree people died in Aleppo on Monday, the UN said."
    assert parser.cased(text).split("\n") == ["Rebels shell market in Aleppo", text.split("\n")[1]]


def test_the_parse_keeps_the_text_as_written(parser):
    """Spans point into the capitals, the parse sees the restored words."""
    parse = parser.parse("GUERRILLAS ATTACKED A BARRACKS NEAR USULUTAN ON TUESDAY, THE ARMY SAID.")
    assert parse.words(parse.span(0, 2)) == "GUERRILLAS ATTACKED"
    assert parse.doc[1].tag_ == "VBD"


@given(st.text(max_size=300))
def test_casing_never_changes_the_length(text):
    """One code point for one code point, whatever the script."""
    assert len(restore(text, PLAIN)) == len(text)


@given(st.text(alphabet="ABC abc.,", min_size=80, max_size=200))
def test_a_text_in_both_cases_is_not_uniform(text):
    """Mixed case, where a fifth of the letters are small and a fifth capital, is ordinary case."""
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if letters and 0.2 < capitals / len(letters) < 0.8:
        assert not uniform(text)
