"""The event log, and what verification finds."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from trucewatch.case import Case, NotACase
from trucewatch.records.capture import Source

START = datetime(2012, 6, 8, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that ticks a minute at each look."""

    def __init__(self):
        self.now = START

    def __call__(self):
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def case(tmp_path):
    """A case with two reports, a failure, a registered source."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Source: Daily B\n\nNine people were killed, the witness Umm Khalid said.")
    (folder / "b.txt").write_text("Source: Daily F\n\nTen people were killed.")
    (folder / "c.txt").write_text("")
    case = Case.create(tmp_path / "case")
    case._clock = Clock()
    case.add([folder])
    case.register_sources([Source("Daily B", "outlet", owner="B Group")])
    return case


def change(case, statement, *values):
    """Tamper with the database as somebody with a text editor for databases would."""
    case.close()
    with sqlite3.connect(case.folder.path / "case.db") as database:
        database.execute(statement, values)
    database.close()
    return [f"{problem.where}: {problem.what}" for problem in Case.open(case.folder.path).verify().problems]


def test_everything_that_happens_is_an_entry(case):
    """Creation, captures, failures and registrations stand in the log in order, each following from the one before."""
    log = case.log()
    assert [entry.kind for entry in log] == ["created", "captured", "captured", "failed", "sources registered"]
    assert all(later.previous == earlier.hash for earlier, later in pairwise(log))
    assert all(entry.hash == entry.computed_hash() for entry in log)
    assert case.verify().sound


def test_the_log_holds_no_words_of_texts_and_no_paths(case):
    """Ids, hashes and numbers only: the log may be shown where the case may not."""
    text = "".join(entry.body for entry in case.log())
    assert not any(word in text for word in ("Umm Khalid", "Nine", "a.txt", "Daily"))


def test_a_changed_text_is_found(case):
    """One letter changed in a captured text is reported with the entry that recorded it."""
    problems = change(case, "update documents set text = replace(text, 'Nine', 'Five')")
    assert len(problems) == 1
    assert problems[0].startswith("documents of log entry 2 (captured, ")
    assert problems[0].endswith("were changed after they were recorded")


def test_a_deleted_row_and_a_smuggled_one_are_found(case):
    """What was reported must be there, and what is there must have been reported."""
    assert "1 rows were reported, 0 are there" in change(case, "delete from failures")[0]
    assert any("no such entry" in problem for problem in change(case, "insert into sources (entry, name, record) values (77, 'x', '{}')"))


def test_a_changed_entry_and_a_missing_one_are_found(case):
    """The chain breaks where an entry is edited or taken out."""
    assert any("was changed after it was written" in problem for problem in change(case, "update log set at = '2011' where entry = 3"))
    assert any("entries between are missing" in problem for problem in change(case, "delete from log where entry = 3"))


def test_rehashing_an_edited_entry_does_not_hide_it(case):
    """Whoever repairs the hash of an edited entry breaks the next one."""
    body = '{"files":0,"rows":{}}'
    forged = replace(case.log()[3], body=body).computed_hash()
    problems = change(case, "update log set body = ?, hash = ? where entry = 4", body, forged)
    assert any("does not follow from the entry before it" in problem for problem in problems)


def test_a_changed_or_missing_blob_is_found(case):
    """The bytes of every item are hashed again, and the file is named."""
    one, other = (case.folder.blobs.path(item.id) for item in case.archive.items())
    one.chmod(0o644)
    one.write_bytes(b"other bytes")
    other.unlink()
    problems = case.verify().problems
    assert [problem.what.split(" (")[0] for problem in problems] == [
        "its bytes are not those that were captured",
        "missing or not readable",
    ]
    assert "a.txt" in problems[0].where


def test_a_torn_database_is_a_finding_not_a_crash(case):
    """Pages overwritten in the middle of the database are reported."""
    case.add([case.folder.path.parent / "reports"])
    case.close()
    with (case.folder.path / "case.db").open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (file.seek(0, 2) - 8192))
        file.seek(4096)
        file.write(b"\xff" * 200_000)
    check = Case(case.folder).verify()
    assert not check.sound
    assert check.problems[0].where == "case.db"


def test_a_copied_case_is_the_same_case(case, tmp_path):
    """A case is one folder: a copy opens and verifies, with the same head of the log."""
    import shutil

    case.close()
    shutil.copytree(case.folder.path, tmp_path / "copy")
    assert Case.open(tmp_path / "copy").verify() == case.verify()


def test_time_in_the_log_never_runs_backwards(case):
    """A clock set back does not put an entry before an earlier one."""
    case._clock = lambda: START - timedelta(days=400)
    case.register_sources([Source("Daily F")])
    times = [entry.at for entry in case.log()]
    assert times == sorted(times)
    assert case.verify().sound


def test_a_folder_that_is_no_case_is_not_opened(tmp_path, case):
    """The message says what to do."""
    with pytest.raises(NotACase, match="trucewatch new"):
        Case.open(tmp_path / "nothing")
    with pytest.raises(NotACase, match="is a case already"):
        Case.create(case.folder.path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.txt").write_text("x")
    with pytest.raises(NotACase, match="not an empty folder"):
        Case.create(tmp_path / "full")


def test_a_case_of_a_later_version_is_left_alone(case):
    """A schema this version does not know is not touched."""
    case.close()
    with sqlite3.connect(case.folder.path / "case.db") as database:
        database.execute("update alembic_version set version_num = '9999'")
    database.close()
    with pytest.raises(NotACase, match="later version"):
        Case.open(case.folder.path)
    (case.folder.path / "case.db").write_bytes(b"no database at all, but long enough to look at" * 40)
    with pytest.raises(NotACase, match="cannot be used"):
        Case.open(case.folder.path)


def test_the_migrations_make_the_tables_that_the_code_uses(tmp_path):
    """A new case has exactly the schema of tables.py, and its number is Alembic's head."""
    from alembic.autogenerate import compare_metadata
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    from trucewatch.store import database
    from trucewatch.store.tables import metadata

    case = Case.create(tmp_path / "case")
    with case.folder.database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    config = Config()
    config.set_main_option("script_location", "trucewatch.store:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == database.SCHEMA
