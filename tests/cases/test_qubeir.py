"""The example case that ships with the package: what must hold of it was written (expected.yaml) before the code that reads it."""

from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from trucewatch.case import Case

EXAMPLE = Path(str(files("trucewatch.examples").joinpath("qubeir")))
BASE = sorted(path for path in EXAMPLE.iterdir() if path.suffix in {".txt", ".md", ".html"})
REWRITES = sorted((EXAMPLE / "rewrites").glob("*.txt"))
EXPECTED = yaml.safe_load((EXAMPLE / "expected.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    case = Case.create(tmp_path_factory.mktemp("cases") / "qubeir")
    case.add(BASE)
    return case


@pytest.fixture(scope="module")
def view(case):
    return case.analyse()


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    case = Case.create(tmp_path_factory.mktemp("cases") / "copied")
    case.add([*BASE, *REWRITES])
    return case.analyse()


def qubeir(view):
    found = [i for i in view.analysis.incidents if len(i.spellings) >= 8]
    assert len(found) == 1, [(i.type, i.spellings) for i in view.analysis.incidents]
    return found[0]


def killed(incident):
    return next(c for c in incident.counts if c.metric == "killed" and c.population == "all" and c.scope is None)


def test_the_base_case_is_twenty_reports_of_twelve_outlets(view):
    """Every report of the folder is captured, and nothing else."""
    assert len(view.documents) == EXPECTED["base"]["documents"]
    assert {d.publisher for d in view.documents.values()} == set(EXPECTED["base"]["outlet_names"])


def test_eight_spellings_are_one_incident(view):
    """The hamlet's name over its spellings, and the killing of 6 June, are one incident."""
    incident = qubeir(view)
    assert str(incident.when.earliest) == "2012-06-06"
    assert len({s for s in incident.spellings if s in EXPECTED["incidents"]["qubeir"]["spellings"]}) >= 8, incident.spellings


def test_the_range_is_wide_and_best_is_empty(view):
    """9 to 100; without the accused 49 to 100; the list of names is the floor; nobody's figure is best."""
    row, expected = killed(qubeir(view)), EXPECTED["incidents"]["qubeir"]["killed"]
    assert [row.low, row.high] == expected["range"], row.history
    assert [row.without_accused.low, row.without_accused.high] == expected["without_accused"]
    assert row.floor == expected["named_list_floor"]
    assert row.best is None


def test_ten_rewrites_change_documents_and_outlets_never_origins(view, copied):
    """Copies of a wire story, with or without its credit line, add no independent origin and move no range."""
    assert len(copied.documents) == len(view.documents) + 10
    before, after = qubeir(view), qubeir(copied)
    assert len(after.outlets) == len(before.outlets) + 10
    assert [o.name for o in after.origins if o.known and "?" not in o.name] == [
        o.name for o in before.origins if o.known and "?" not in o.name
    ]
    assert len(after.origins) <= len(before.origins), [o.name for o in after.origins]
    one, two = killed(before), killed(after)
    assert (one.low, one.high, one.best, one.floor, one.without_accused) == (two.low, two.high, two.best, two.floor, two.without_accused)


def test_withdrawing_the_image_changes_no_occurrence(view, tmp_path):
    """The broadcaster's withdrawn picture detaches an exhibit; the incident at Houla stands."""
    without = Case.create(tmp_path / "without")
    without.add([path for path in BASE if not path.name.startswith("01-")])

    def occurrence(v):
        return {
            s.status for i in v.analysis.incidents if any("Houla" in p.name for p in i.where) for s in i.status if s.aspect == "occurrence"
        }

    assert occurrence(without.analyse()) == occurrence(view) == {"reported"}


def test_nobody_is_flatly_said_to_have_done_it(view):
    """Responsibility is a matrix: the opposition names the militia, the government side denies and names others."""
    rows = qubeir(view).responsibility
    assert any("shabiha" in row.label for row in rows)
    assert any("Jaafari" in voice.speaker for row in rows for voice in row.denied_by)
    assert "attribution" in qubeir(view).contested
    assert not [row for row in rows if row.found_by]
