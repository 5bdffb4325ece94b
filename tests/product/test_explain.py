"""Explain: from any id to its words, with the rule."""

from dataclasses import replace

import pytest

from trucewatch.product.explain import NotFound, explain, find_incident


def facts(found):
    return dict(found.facts)


def test_a_claim_leads_to_speaker_cue_rule_and_words(case):
    """Who says it, with which cue, by which rule, and the exact words with their offsets."""
    found = explain(case.index, "c0000000004")
    assert facts(found)["said by"] == "Colonel Idris"
    assert facts(found)["mode"] == "direct"
    assert facts(found)["reading rule"] == "a rule"
    assert found.quotes[0].words == "Four bandits died"
    (part,) = found.quotes[0].parts
    assert case.documents[0].text[part.start : part.end] == part.exact


def test_pieces_that_stand_close_share_one_excerpt(case):
    """Words in two places of one sentence are shown in that sentence, once."""
    from trucewatch.product.index import Index
    from trucewatch.records.span import Span

    claim = case.readings[0].claims[3]
    text = case.documents[0].text
    start = text.index("Four bandits")
    spans = (Span(start, start + 4), Span(start + 13, start + 17))
    reading = replace(case.readings[0], claims=(replace(claim, spans=spans),))
    quote = Index(case.documents, [reading], case.analysis).quote(claim.id)
    ((_, *pieces, _),) = quote.excerpts
    assert pieces == [("Four", True), (" bandits ", False), ("died", True)]


def test_what_nobody_is_cited_for_is_the_outlets_own_word(case):
    """The narrator has no other name than the outlet's."""
    assert facts(explain(case.index, "c000000000a"))["said by"] == "Bulletin Three, in its own words"


def test_a_range_shows_every_figure_and_why_it_counts_or_not(case):
    """The derivation of a range: each figure, its origin, and the reason where it does not count."""
    found = explain(case.index, "i000000000a/killed")
    values = " ".join(value for _, value in found.facts)
    assert "does not count: derived from “At least 31” [c0000000002]" in values
    assert "from the accused" in values
    assert {quote.ref for quote in found.quotes} == {"c0000000002", "c0000000004", "c0000000008", "c000000000a", "c000000000b"}


def test_an_aspect_says_why_it_has_its_status(case):
    """Status, reason, what contradicts, and the matrix for attribution."""
    found = explain(case.index, "i000000000a/attribution")
    assert facts(found)["why"] == "asserted and denied"
    assert facts(found)["the army, denied by"].startswith("Colonel Idris")


@pytest.mark.parametrize(
    "ref", ["i000000000a", "o000000000a", "d000000000b", "s000000000b", "i000000000a/count", "[c0000000001]", "k000000000a", "f" * 12]
)
def test_every_kind_of_id_can_be_explained(case, ref):
    """Incident, origin, document, statement, value, decision, file, and an id still in its brackets."""
    assert explain(case.index, ref).facts


def test_the_beginning_of_an_id_is_enough_where_it_is_unambiguous(case):
    """Nobody types ten hex digits."""
    assert explain(case.index, "o000000000c").ref == explain(case.index, "o000000000c"[:11]).ref
    with pytest.raises(NotFound, match="could be any of"):
        explain(case.index, "c00")


@pytest.mark.parametrize("ref", ["zzz", "", "i000000000a/nothing"])
def test_an_unknown_id_is_said_to_be_unknown(case, ref):
    """The message says where ids come from."""
    with pytest.raises(NotFound, match=r"Nothing in this case|any of"):
        explain(case.index, ref)


def test_a_claim_leads_to_its_incident(case):
    """``show`` takes a claim's id as well."""
    assert find_incident(case.index, "c0000000001") == "i000000000a"
