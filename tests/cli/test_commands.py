"""The command line as a person meets it: what it prints, where, and with which exit status."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from trucewatch.cli import app

NEWS = """KANO, March 2, 2021 (Wire One) - Gunmen killed 14 villagers in Dutse on Monday, police said.

Police spokesman Musa Bello denied that soldiers were present. "Nobody in uniform was there," he said.
"""
OTHER = """ABUJA, March 3, 2021 (Daily Two) - At least 20 people died in Dutse on Monday, the Red Cross said.
"""


def run(*arguments):
    return CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    (folder / "one.txt").write_text(NEWS, encoding="utf-8")
    (folder / "two.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def case(reports, tmp_path_factory):
    folder = tmp_path_factory.mktemp("cases") / "dutse"
    assert run("new", folder).exit_code == 0
    assert run("add", folder, reports).exit_code == 0
    return folder


def references(case):
    return [json.loads(line) for line in run("incidents", case, "--json").stdout.splitlines()]


def test_help_names_every_command():
    """A newcomer finds the way from --help."""
    text = run("--help").stdout
    for name in ("demo", "read", "new", "add", "brief", "incidents", "show", "explain", "decide", "gazetteer", "verify"):
        assert name in text


def test_one_text_waits_for_nothing_that_only_many_need():
    """What compares texts takes a second to import: a single text does not pay for it."""
    code = (
        "import datetime, sys, trucewatch; trucewatch.read('Gunmen killed two men in Karsa.', published=datetime.date(2020, 1, 1)); "
        "print([name for name in ('datasketch', 'cv2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_needs_no_heavy_import():
    """--help answers at once: neither the language model nor the database is imported for it."""
    code = "import sys, trucewatch.cli; print([m for m in ('spacy', 'sqlalchemy', 'rich', 'jinja2', 'numpy') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_read_prints_statements_claims_and_incidents(reports):
    """One text, no case."""
    result = run("read", reports / "one.txt")
    assert result.exit_code == 0
    assert "Who says what" in result.stdout
    assert "Musa Bello" in result.stdout


def test_read_json_gives_a_line_a_file_in_the_order_given_errors_in_place(reports, tmp_path):
    """Nothing else stands on standard output; one failure makes the status 1."""
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    result = run("read", "--json", reports / "two.txt", empty, reports / "one.txt")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [next(iter(line)) for line in lines] == ["document", "error", "document"]
    assert set(lines[1]["error"]) == {"path", "reason"}
    assert lines[2]["document"]["text"] == NEWS


def test_read_takes_a_table_of_articles_line_by_line(tmp_path):
    """Each article of a JSONL file has its own publication date; a bad row stands in its place."""
    table = tmp_path / "articles.jsonl"
    rows = [
        {"id": "a", "published": "2021-03-02", "text": NEWS},
        {"id": "b", "published": "2021-03-03", "text": ""},
        {"id": "c", "text": OTHER},
    ]
    table.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    result = run("read", table, "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line.get("document", {}).get("external_id") for line in lines] == ["a", None, "c"]
    assert "error" in lines[1]
    assert lines[0]["document"]["published"] == "2021-03-02"


def test_a_given_date_outranks_the_files_own(reports):
    """What the person says is the strongest basis."""
    record = json.loads(run("read", reports / "one.txt", "--published", "2021-03-05", "--source", "Wire Nine", "--json").stdout)
    document = record["document"]
    assert (document["published"], document["published_basis"], document["publisher"]) == ("2021-03-05", "given", "Wire Nine")


def test_adding_again_is_nothing_to_do(case, reports):
    """A file that the case knows changes nothing, and the status says so."""
    result = run("add", case, reports)
    assert result.exit_code == 3
    assert "known already: 2" in result.stdout


def test_a_file_that_fails_is_named_with_its_reason(case, tmp_path):
    """The rest goes on; the status is 1."""
    result = run("add", case, tmp_path / "nowhere.txt")
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr
    assert "failed: 1" in result.stdout


@pytest.mark.parametrize(("form", "sign"), [("md", "# "), ("html", "<!doctype html>"), ("terminal", "Key points")])
def test_a_brief_is_written_in_each_form(case, tmp_path, form, sign):
    """The same case gives the same file."""
    first, second = tmp_path / "a", tmp_path / "b"
    assert run("brief", case, "--format", form, "-o", first).exit_code == 0
    assert run("brief", case, "--format", form, "--output", second).exit_code == 0
    assert sign in first.read_text(encoding="utf-8")
    assert first.read_bytes() == second.read_bytes()


def test_until_cuts_by_publication_date(case):
    """The report of 3 March is not in the brief up to 2 March."""
    assert "2 documents" in run("brief", case).stdout
    early = run("brief", case, "--until", "2021-03-02").stdout
    assert "1 document " in early
    assert "2021-03-02" in early


def test_as_of_a_time_before_the_case_nothing_was_known(case):
    """What a case knew then is what was captured then."""
    assert "No incident" in run("brief", case, "--as-of", "2000-01-01").stdout


def test_incidents_json_names_every_report(case):
    """One incident a line, with its reports by path."""
    found = references(case)
    assert found
    for incident in found:
        assert all(set(report) == {"id", "claims", "main"} for report in incident["documents"])


def test_show_and_explain_open_what_the_list_names(case):
    """From the list to the claims side by side, and down to the words."""
    incident = references(case)[0]["id"]
    assert "Every claim about it" in run("show", case, incident).stdout
    assert "wire one" in run("explain", case, incident).stdout.lower()


def test_explain_of_an_unknown_id_is_wrong_usage(case):
    """It says so in a sentence, without a traceback."""
    result = run("explain", case, "c0ffee")
    assert result.exit_code == 2
    assert "Nothing in this case has the id" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_decision_needs_a_reason_and_a_known_subject(case):
    """Who and why are asked of everyone; an id that is none is refused."""
    assert run("decide", case, "reject", "c0ffee", "--by", "A. Analyst").exit_code == 2
    result = run("decide", case, "reject", "c0ffee", "--by", "A. Analyst", "--why", "a test")
    assert result.exit_code == 2
    assert "Nothing was decided" in result.stderr


def test_verify_finds_a_case_sound(case):
    """Every file and record is as it was recorded."""
    result = run("verify", case)
    assert result.exit_code == 0
    assert "Sound" in result.stdout


@pytest.mark.parametrize("command", [["brief"], ["incidents"], ["verify"], ["explain", "c0"], ["add", "x"]])
def test_a_folder_that_is_no_case_is_said_to_be_none(tmp_path, command):
    """The message says how to make one; the status is 2."""
    name, *rest = command
    result = run(name, tmp_path, *rest)
    assert result.exit_code == 2
    assert "is not a case; make one with" in result.stderr


def test_a_case_is_not_made_over_other_files(reports):
    """A folder with something in it stays as it is."""
    result = run("new", reports)
    assert result.exit_code == 2
    assert "not an empty folder" in result.stderr


def test_a_wrong_date_is_wrong_usage(case):
    """The message shows how a date is written."""
    result = run("brief", case, "--until", "June")
    assert result.exit_code == 2
    assert "2012-06-08" in result.stderr


@pytest.mark.slow
def test_demo_builds_the_example_and_shows_its_brief(tmp_path):
    """The first result: a brief on the example case, and what to try next. Run again, it is the same case."""
    folder = tmp_path / "demo"
    first, second = run("demo", folder), run("demo", folder)
    assert first.exit_code == second.exit_code == 0
    assert "20 documents" in first.stdout
    assert "Try next" in first.stdout
    assert first.stdout == second.stdout


def test_own_places_are_imported_once(case, tmp_path):
    """Known places are nothing to do; a table that is none is wrong usage."""
    places = tmp_path / "places.csv"
    places.write_text("name,lat,lon,country\nUpper Mill,11.7,9.3,NG\n", encoding="utf-8")
    assert run("gazetteer", "import", case, places).exit_code == 0
    assert run("gazetteer", "import", case, places).exit_code == 3
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n", encoding="utf-8")
    assert run("gazetteer", "import", case, bad).exit_code == 2


def test_a_brief_that_cannot_be_written_says_why(case, tmp_path):
    """No traceback for a folder that is not there."""
    result = run("brief", case, "--format", "html", "-o", tmp_path / "nowhere" / "brief.html")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
