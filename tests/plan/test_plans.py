"""Plan files: what is read from them and how clearly a bad one is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.plan.loader import check_plan, load_plan
from trucewatch.plan.marks import BadPlan
from trucewatch.plan.shipped import PLANS, shipped


def problems(text: str) -> list[str]:
    return [str(problem) for problem in check_plan(text)]


@pytest.mark.parametrize("name", PLANS)
def test_every_shipped_plan_is_valid_and_says_where_it_is_from(name):
    """Each shipped plan loads, is in our own words, and every commitment has an obligor and an instrument it comes from."""
    plan = shipped(name)
    assert plan.sources
    assert plan.paraphrase
    instruments = {each.id for each in plan.instruments}
    assert all(each.instrument in instruments and plan.party(each.obligor) for each in plan.commitments)


def test_the_plan_of_2012_has_its_twenty_six_commitments(shared):
    """The shipped six-point plan has the same commitments, obligors, kinds and deadlines as the data it was written from."""
    import json

    wanted = json.loads((shared / "plans" / "annan_2012.json").read_text())["commitments"]
    plan = shipped("annan_2012")
    found = [
        (each.id, plan.party(each.obligor).name, each.kind, each.deadline.isoformat() if each.deadline else None)
        for each in plan.commitments
    ]
    assert found == [(each["id"], each["obligor"], each["kind"].replace("_", " "), each["deadline"]) for each in wanted]
    assert len(found) == 26
    assert not {each.action for each in plan.commitments} & {each["action"] for each in wanted}


def test_every_kind_of_commitment_is_in_the_shipped_plans():
    """Discrete, progressive, recurring, continuing positive and negative, conditional: the shipped plans show each."""
    assert len({each.kind for name in PLANS for each in shipped(name).commitments}) == 6


def test_an_unknown_obligor_is_refused_with_its_line_and_a_hint(plan_text):
    """A slip in an obligor's name is reported on its line with the name that was probably meant."""
    bad = plan_text.replace("obligor: south", "obligor: soth", 1)
    line = bad.splitlines().index("    obligor: soth") + 1
    assert problems(bad) == [f"line {line}: the obligor 'soth' of commitment C3 is not defined in the plan; did you mean 'south'?"]


@pytest.mark.parametrize("day", ["2020-02-31", "2020-13-01", "soon", "01/07/2020", "9999-12-31", "0020-07-01"])
def test_a_day_that_no_calendar_has_is_refused_with_its_line(plan_text, day):
    """Impossible dates and dates in another form are reported on their line, with the value as written."""
    bad = plan_text.replace("deadline: 2020-07-01", f"deadline: {day}", 1)
    line = bad.splitlines().index(f"    deadline: {day}") + 1
    assert any(each.startswith(f"line {line}: ") and repr(day) in each for each in problems(bad))


def test_overlapping_periods_are_refused_with_both_places(plan_text):
    """Two periods that share a day are refused, naming both and the line of the first."""
    bad = plan_text + "periods:\n  - {from: 2020-06-01, to: 2020-06-07}\n  - {from: 2020-06-07, to: 2020-06-14}\n"
    first = bad.splitlines().index("  - {from: 2020-06-01, to: 2020-06-07}") + 1
    (found,) = problems(bad)
    assert found.startswith(f"line {first + 1}: ")
    assert f"on line {first}" in found


def test_overlapping_planned_presence_is_refused(plan_text):
    """The same place cannot be planned twice for one day: it would be counted twice."""
    bad = (
        plan_text
        + "presence:\n  - {place: Ardin, from: 2020-06-01, to: 2020-06-07}\n  - {place: Ardin, from: 2020-06-05, to: 2020-06-09}\n"
    )
    assert "overlaps" in problems(bad)[0]


def test_every_fault_is_reported_at_once(plan_text):
    """A file with several faults gets them all in one go, in order of line."""
    bad = (
        plan_text.replace("kind: recurring", "kind: now and then")
        .replace("mission: mission", "mission: nobody")
        .replace("records: [pause]", "recordz: [pause]")
    )
    found = problems(bad)
    assert len(found) >= 3
    assert found == sorted(found, key=lambda each: int(each.split()[1].rstrip(":")))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("id: C2", "id: C1", "given twice"),
        ("families: [violence]", "families: [violense]", "did you mean 'violence'"),
        ("suspended_while: [C2]", "suspended_while: [C9]", "no commitment of the plan"),
        ("level: 1}, {day", "level: 7}, {day", "number from 0 to 3"),
        ("    trigger:\n      text: the bridge is open\n", "    note:\n      text: the bridge is open\n", "needs a 'trigger'"),
        ("members: [north, south]", "members: [north, west]", "no party of the plan"),
        ("signed: 2020-05-01", "signed: yesterday", "not a day written"),
        ("mission: mission\n", "mission: mission\nstarts: 2020-01-01\nends: 2199-01-01\n", "lasts too long"),
        ("mission: mission\n", "mission: mission\npresence: [{place: A, from: 2020-01-01, to: 2190-01-01}]\n", "more than thirty years"),
        ("title: River truce of 2020\n", "", "needs 'title'"),
        ("    action: Hold fire\n", "    action: Hold fire\n    until: 2019-01-01\n", "before it begins"),
    ],
)  # fmt: skip
def test_a_bad_plan_is_refused_in_words(plan_text, before, after, said):
    """Names given twice, words outside the vocabulary, dangling references and absurd values are each refused in plain words."""
    assert before in plan_text
    with pytest.raises(BadPlan, match=said):
        load_plan(plan_text.replace(before, after, 1))


@pytest.mark.parametrize(
    "text", ["", "- a\n- b\n", "a: [1, 2", "a: b: c", "\tx: 1", "x: &a [1]\ny: *a\n", "[" * 50 + "]" * 50, "\x00", "just words"]
)
def test_what_is_no_plan_at_all_is_refused_with_a_line(text):
    """Empty files, broken YAML, anchors and deep nesting give a problem with a line, never a traceback."""
    assert all(problem.line >= 1 for problem in check_plan(text))
    assert check_plan(text)


@given(st.text(max_size=200))
def test_no_text_makes_the_check_fall_over(text):
    """Whatever stands in a file, checking it gives problems or none."""
    assert isinstance(check_plan(text), tuple)


@given(st.data())
def test_no_damage_to_a_plan_makes_the_check_fall_over(data):
    """A plan with a piece cut out or doubled is either valid or refused with problems, each with a line of the file."""
    from trucewatch.plan.shipped import shipped_text

    lines = shipped_text("aceh_2005").splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    until = data.draw(st.integers(at, min(len(lines), at + 6)))
    kept = data.draw(
        st.sampled_from([lines[:at] + lines[until:], lines[:until] + lines[at:], [*lines[:at], lines[at][2:], *lines[at + 1 :]]])
    )
    assert all(1 <= problem.line <= len(kept) + 1 for problem in check_plan("\n".join(kept)))
