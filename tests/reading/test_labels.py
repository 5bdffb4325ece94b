"""Figures under the label of who gives them, and clauses told by somebody's account."""

import pytest

import trucewatch


def _said(text: str) -> list[tuple[str, str]]:
    result = trucewatch.read(text, published="2010-05-05")
    return [(one.speaker.name, " ".join(span.of(text) for span in one.content)) for one in result.statements]


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Interior Ministry source", "Interior Ministry source"),
        ("Regional hospital, Oru", "Regional hospital"),
        ("The daily Tan Matin", "Tan Matin"),
        ("Version B, a Tuan self-defence group", "self-defence group"),
    ],
)
def test_a_figure_after_a_label_is_the_word_of_whom_it_names(label: str, speaker: str) -> None:
    """Pages list what each source counted."""
    ((name, content),) = _said(f"A bomb exploded at Oru. {label}: 9 dead and 11 injured.")
    assert speaker in name
    assert content == "9 dead and 11 injured"


@pytest.mark.parametrize("label", ["Deaths", "Police", "Enemy side", "Location", "Fighters"])
def test_a_label_of_what_is_counted_is_no_source(label: str) -> None:
    """Police with two dead have lost them; they have not said so."""
    assert _said(f"A bomb exploded at Oru. {label}: 2 dead and 11 injured.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("They threw villagers from a bridge, drowning at least 9, by the account of a nurse who pulled the corpses ashore.", "nurse"),
        ("By Aranda's account, irregulars executed eleven captured policemen.", "Aranda"),
    ],
)
def test_what_is_told_by_an_account_is_the_word_of_who_gave_it(text: str, speaker: str) -> None:
    """It cites as "according to" does."""
    ((name, content),) = _said(text)
    assert speaker in name
    assert "account" not in content
