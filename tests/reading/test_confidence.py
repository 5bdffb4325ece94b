"""Who accuses decides how sure a named perpetrator is."""

import pytest

import trucewatch


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed three farmers near Kasra on Monday.", "fact"),
        ("Residents said soldiers killed three farmers near Kasra on Monday.", "accused"),
        ("Police said gunmen killed three farmers near Kasra on Monday.", "accused_by_authorities"),
        ("The Liberation Front said the Liberation Front killed three soldiers near Kasra on Monday.", "claimed"),
    ],
)
def test_a_perpetrator_is_as_sure_as_the_one_who_names_them(text, expected):
    """The text's own word, an accusation, an accusation by authorities and a claim of one's own deed are told apart."""
    claims = trucewatch.read(text, published="2012-06-08").claims
    found = {p.confidence for c in claims if c.kind == "event" for p in c.payload.participants if p.role.startswith("perpetrator")}
    assert found == {expected}
