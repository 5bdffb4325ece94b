"""The brief as a pure function: what it says, and that every value leads to its words."""

import re

import pytest

from trucewatch.product.brief import make_brief
from trucewatch.product.explain import explain
from trucewatch.product.html import html
from trucewatch.product.incidents import every_side, matrix
from trucewatch.product.markdown import markdown
from trucewatch.product.terminal import plain
from trucewatch.records.analysis import Analysis, Attribution, Origin, Voice

REFERENCE = re.compile(r"\[([a-z][0-9a-f]{10}(?:/[\w-]+)*)\]")


def lines_of(brief):
    groups = [line for group in brief.plan for line in group.lines]
    return [
        *brief.key_points,
        *brief.others,
        *brief.access,
        *groups,
        *brief.measures,
        *brief.contradictions,
        *brief.warnings,
        *brief.questions,
    ]


def test_the_same_case_gives_the_same_bytes(case):
    """There is no clock and no chance in a brief."""
    first, second = case.brief(), case.brief()
    assert html(first) == html(second)
    assert markdown(first) == markdown(second)
    assert plain(first) == plain(second)


def test_the_order_of_documents_changes_nothing(case):
    """A case is the same case however its files were listed."""
    shuffled = list(zip(case.documents, case.readings, strict=True))[::-1]
    again = make_brief([d for d, _ in shuffled], [r for _, r in shuffled], case.analysis, items=case.items, failures=case.failures)
    assert html(again) == html(case.brief())


def test_every_line_has_a_reference_that_explain_opens(case):
    """Nothing is said that cannot be followed down."""
    for line in lines_of(case.brief()):
        assert line.refs, line.text
        for ref in line.refs:
            assert explain(case.index, ref).facts


def test_every_reference_in_the_terminal_brief_opens(case):
    """What stands in brackets can be typed after explain."""
    refs = REFERENCE.findall(plain(case.brief()))
    assert len(refs) > 20
    for ref in refs:
        assert explain(case.index, ref).heading


def test_three_numbers_stand_for_the_sources(case):
    """Documents, outlets and independent origins are told apart; what cannot be traced is no origin."""
    sources = case.brief().sources
    assert (sources.documents, len(sources.outlets), sources.independent) == (3, 3, 3)


def test_best_is_none_where_no_rule_fired(case):
    """A range is not turned into a number."""
    (count,) = case.brief().incidents[0].counts
    assert (count.value, count.best, count.without_accused, count.floor) == ("4–31", "none", "12–31", 12)


def test_history_keeps_what_does_not_count(case):
    """A superseded figure stays, with the reason and the words that replaced it."""
    gone = [row for row in case.brief().incidents[0].counts[0].told if not row.live]
    assert [(row.value, row.why) for row in gone] == [("up to 31", "derived from “At least 31” [c0000000002]")]


def test_figures_without_a_source_stand_apart(case):
    """They are named with their reference, and no more."""
    assert [row.value for row in case.brief().incidents[0].counts[0].unsourced] == ["7"]
    assert "Without a source, so not counted: 7 [c000000000a]" in plain(case.brief(), width=200)


@pytest.mark.parametrize("form", [plain, markdown, html])
def test_responsibility_is_never_a_bare_sentence(case, form):
    """Who asserts and who denies stand beside each other; nobody "was killed by" anybody."""
    text = form(case.brief())
    assert not re.search(r"killed by", text)
    assert re.search("asserted by", text, re.IGNORECASE)
    assert re.search("denied by", text, re.IGNORECASE)


def test_labels_stay_quoted(case):
    """A label that nobody has linked to an actor is the speaker's own word."""
    actors = [row.actor for row in case.brief().incidents[0].matrix]
    assert actors == ["“the grey brigade”", "the army"]


def test_a_pattern_stands_beside_the_incidents(case):
    """What is said of a pattern is in no incident's matrix."""
    brief = case.brief()
    assert [row.actor for row in brief.patterns] == ["“gunmen in the valley”"]
    assert "gunmen in the valley" not in str(brief.incidents)


def test_what_is_not_known_becomes_questions(case):
    """How many, and who, are asked as long as no status settles them; the day is known and not asked."""
    text = " ".join(line.text for line in case.brief().questions)
    assert "How many people were killed" in text
    assert "12 are identified by name" in text
    assert "Colonel Idris denies it of the army" in text
    assert "which day" not in text


def test_cutoffs_are_stated_where_given(case):
    """A brief says up to when it reads and what was known when."""
    from datetime import UTC, date, datetime

    brief = case.brief(until=date(2021, 3, 3), as_of=datetime(2021, 3, 6, 12, tzinfo=UTC))
    text = plain(brief, width=200)
    assert "published up to 2021-03-03" in text
    assert "2021-03-06T12:00:00+00:00" in text


def test_pictures_are_listed_never_shown(case):
    """A picture is named with its level; no product carries it."""
    brief = case.brief()
    assert "burial.jpg" in brief.images[0].text
    assert "not shown" in brief.images[0].text
    assert "<img" not in html(brief)


def test_failed_files_are_named_with_their_reason(case):
    """What could not be read is not passed over."""
    assert "broken.pdf: The file is not a PDF" in plain(case.brief(), width=200)


def test_a_non_assertion_is_not_a_position(case):
    """What somebody refrained from saying reads as not said."""
    lines = [line.text for group in case.brief().plan for line in group.lines]
    assert any(line.startswith("does not say") for line in lines)


def test_an_empty_case_gives_a_brief(case):
    """No report, no incident, no crash."""
    brief = make_brief([], [], Analysis((), (), ()))
    assert "No incident" in plain(brief)
    assert "<h1>" in html(brief)


def test_a_report_cannot_command_the_terminal(case):
    """Escape sequences and direction overrides in a source are shown, never obeyed."""
    from dataclasses import replace

    first = replace(case.documents[0], publisher="Wire \x1b[31mOne\x1b]0;owned\x07", title="\u202eeltit")
    brief = make_brief((first, *case.documents[1:]), case.readings, case.analysis)
    for text in (plain(brief), markdown(brief)):
        assert "\x1b" not in text
        assert "\x07" not in text
        assert "\u202e" not in text
        assert "Wire \ufffd" in text or "Wire �" in text


def test_an_uncertain_join_is_put_to_a_person(case):
    """With its probability and what speaks for and against it; the brief does not join."""
    (line,) = case.brief().suggestions
    assert line.refs == ("i000000000a", "i000000000b")
    assert "probability 0.62 (same day +1.2, place doubtful -0.8)" in line.text
    assert "the arson at a place not known on a day not known" in line.text


def test_a_key_point_hears_every_side():
    """Four names from one side do not push out the one that the other side gives."""
    rows = [
        Attribution(None, label, "perpetrator", "incident", asserted_by=(Voice("Valley Council", claim), Voice("Valley Guard", claim)))
        for label, claim in (("militia", "c000000000a"), ("irregulars", "c000000000b"), ("raiders", "c000000000c"))
    ]
    rows.append(Attribution(None, "bandits", "perpetrator", "incident", asserted_by=(Voice("Colonel Idris", "c000000000d"),)))
    origins = [
        Origin("o1", "Valley Council", True, "opposition:VV", (), (), ("c000000000a", "c000000000b", "c000000000c"), ()),
        Origin("o2", "Government", True, "government:VV", (), (), ("c000000000d",), ()),
    ]
    shown = [row.actor for row in every_side(matrix(rows, origins), 3)]
    assert shown == ["“militia”", "“irregulars”", "“bandits”"]
