"""A case that grows on disk: what is kept between calls changes no byte, and a report more is a report's work."""

import random
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, func, select

from kit import Clock
from trucewatch import case as case_module
from trucewatch.case import Case
from trucewatch.records.capture import Source
from trucewatch.records.memo import Work
from trucewatch.store import tables
from trucewatch.store.folder import create
from trucewatch.store.memo import CaseMemo
from trucewatch.store.shapes import to_json

REPORTS = [
    ("Wire A", "2014-03-05", "Gunmen attacked the village of Buulo Mareer on Tuesday and killed at least 14 people, a governor said."),
    ("Wire A", "2014-03-06", "The governor said that 19 people were killed when gunmen attacked Buulo Mareer on Tuesday."),
    ("Radio F", "2014-03-06", "The group denied that its men had attacked Buulo Mareer on Tuesday. A spokesman said nine were killed."),
    ("Daily K", "2014-03-06", "A car bomb killed nine people near a police station in Karanda on Wednesday, the Red Cross said."),
    ("Daily L", "2014-03-07", "Nine people were apparently killed by a car bomb in Karanda on Wednesday, the Red Cross said."),
    ("Daily K", "2014-03-07", "Rebels shot dead two traders in Sogoni on Thursday. Soldiers are behind every such raid, a trader said."),
    ("Daily M", "2014-03-09", "Shells hit the market of Balanga on Saturday and wounded seven women, a nurse said. No one was blamed."),
]


@pytest.fixture
def opened(tmp_path, reader):
    """Open a case by name as a new process would: only what is on disk is known. It is made where it is not there."""

    def run(name):
        path = tmp_path / name
        if not path.exists():
            create(path, "buulo mareer", datetime(2014, 3, 10, tzinfo=UTC)).database.close()
        case = Case.open(path)
        case._reader, case._clock = reader, Clock()
        return case

    return run


@pytest.fixture
def write(tmp_path):
    """Write one of the reports into the folder of reports."""
    (tmp_path / "reports").mkdir()

    def run(number):
        outlet, day, text = REPORTS[number]
        path = tmp_path / "reports" / f"{number}.txt"
        path.write_text(f"Source: {outlet}\nPublished: {day}\n\n{text}\n")
        return path

    return run


def bytes_of(case, **cut):
    """The analysis as it is written."""
    return to_json(case.analyse(**cut).analysis)


def rows(case):
    """How many rows are kept."""
    with case.archive.database.reading() as connection:
        return connection.execute(select(func.count()).select_from(tables.kept)).scalar()


@pytest.mark.parametrize("seed", range(2))
def test_a_case_that_grew_gives_the_bytes_of_a_case_recomputed(opened, write, seed):
    """Reports in any order and in batches, decisions and sources between them, each in a process of its own: the bytes are those that
    come back when everything computed is deleted, and those of a case that got everything at once."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    order = chance.sample(range(len(REPORTS)), len(REPORTS))
    taken = []
    while order:
        size = chance.choice([1, 1, 2])
        batch, order = order[:size], order[size:]
        case = opened("grown")
        case.add([write(number) for number in batch])
        grown = bytes_of(case)
        incidents = case.analyse().analysis.incidents
        if incidents and not taken:
            case.decide("status", [incidents[0].id], {"aspect": "occurrence", "status": "unverifiable"}, by="Ana", why="No access.")
            case.decide("grade", ["Wire A"], {"reliability": "B"}, by="Ana", why="Checked.")
            taken.append("status")
        elif len(incidents) > 1 and len(taken) == 1:
            case.decide("merge", [incidents[0].id, incidents[1].id], by="Ana", why="One raid.")
            case.decide("correct", [incidents[0].claims[0]], {"field": "day", "value": "2014-03-04"}, by="Ana", why="As the clinic has it.")
            case.register_sources([Source("Radio F", "armed group", bloc="opposition:SO")])
            taken.append("merge")
        grown = bytes_of(case)
        case.close()
        case = opened("grown")
        assert bytes_of(case) == grown
        case.archive.forget_computed()
        assert bytes_of(case) == grown
        assert case.verify().sound
        case.close()
    case, at_once = opened("grown"), opened("at once")
    at_once.add([write(number) for number in range(len(REPORTS))])
    at_once.register_sources(case.archive.registered(tables.sources, Source))
    for decision in case.decisions():
        at_once.archive.decide(decision)
    assert bytes_of(at_once) == bytes_of(case)


def test_a_report_more_is_a_reports_work(opened, write):
    """What had to be done anew can be read off the view and the log; asked again, it is nothing."""
    case = opened("grown")
    case.add([write(number) for number in range(5)])
    first = case.analyse()
    assert (first.work.documents, first.work.incidents) == (5, len(first.analysis.incidents))
    case.close()
    case = opened("grown")
    case.add([write(6)])
    view = case.analyse()
    assert (view.work.documents, view.work.clusters, view.work.incidents) == (1, 1, 1)
    assert '"anew":{"clusters":1,"documents":1,"incidents":1,' in case.log()[-1].body
    assert case.analyse().work == Work()


def test_a_cut_takes_what_is_kept_and_leaves_it_to_the_whole(opened, write):
    """A cut by date or by time gives the bytes of a case without the rest, and what the whole case keeps stays."""
    case = opened("grown")
    case.add([write(number) for number in range(5)])
    then = case._clock()
    case.analyse()
    kept = rows(case)
    cut = bytes_of(case, until=date(2014, 3, 6))
    case.add([write(5)])
    before = bytes_of(case, as_of=then)
    assert rows(case) == kept
    case.archive.forget_computed()
    assert case.analyse(until=date(2014, 3, 6)).work.documents == 4
    assert bytes_of(case, until=date(2014, 3, 6)) == cut
    assert bytes_of(case, as_of=then) == before


def test_what_is_kept_is_lost_in_part_and_nothing_changes(opened, write):
    """Any rows may be missing, as after a kill or a hand that deletes them."""
    case = opened("grown")
    case.add([write(number) for number in range(6)])
    before = bytes_of(case)
    with case.archive.database.writing() as connection:
        some = [key for (key,) in connection.execute(select(tables.kept.c.key).order_by(tables.kept.c.key))][::2]
        connection.execute(delete(tables.kept).where(tables.kept.c.key.in_(some)))
        connection.execute(tables.analyses.delete())
    assert bytes_of(case) == before


def test_a_process_that_ends_before_it_has_saved_leaves_the_case_as_it_was(opened, write, monkeypatch):
    """What was kept before is still there, and the same analysis comes back."""
    case = opened("grown")
    case.add([write(number) for number in range(3)])
    case.analyse()
    kept = rows(case)
    case.add([write(4)])
    with monkeypatch.context() as patched:
        patched.setattr(CaseMemo, "save", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            case.analyse()
    case.close()
    case = opened("grown")
    assert rows(case) == kept
    assert case.verify().sound
    grown = bytes_of(case)
    case.archive.forget_computed()
    assert bytes_of(case) == grown


def test_other_rules_take_nothing_that_earlier_ones_kept(opened, write, monkeypatch):
    """A change of code or vocabulary is worked in everywhere, and what earlier rules kept is dropped."""
    case = opened("grown")
    case.add([write(number) for number in range(4)])
    case.analyse()
    first = case_module.rules_version
    monkeypatch.setattr(
        case_module, "rules_version", lambda packages, tools=(): first(packages, tools)[::-1] if not tools else first(packages, tools)
    )
    view = case.analyse()
    assert (view.work.documents, view.work.incidents) == (4, len(view.analysis.incidents))
    with case.archive.database.reading() as connection:
        assert connection.execute(select(func.count(tables.kept.c.rules.distinct()))).scalar() == 1


def test_what_no_report_needs_any_longer_is_dropped(opened, write):
    """What is kept grows with the case, not with how often it is looked at."""
    case = opened("grown")
    for number in range(5):
        case.add([write(number)])
        case.analyse()
    case.decide("grade", ["Wire A"], {"reliability": "B"}, by="Ana", why="Checked.")
    case.analyse()
    grown = rows(case)
    case.archive.forget_computed()
    case.analyse()
    assert rows(case) == grown
