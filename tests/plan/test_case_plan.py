"""A case with a plan: loading, mission tables, compliance over the example, approval, and the command line."""

import json
from datetime import date
from importlib.resources import files

import pytest
from typer.testing import CliRunner

import trucewatch
from trucewatch.case import Case
from trucewatch.cli import app
from trucewatch.planning import NoPlan
from trucewatch.records.plan import Period

WEEK = Period(date(2012, 6, 4), date(2012, 6, 10))
EXAMPLE = files("trucewatch.examples") / "qubeir"


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """The example case with its plan and the mission's records."""
    made = Case.create(tmp_path_factory.mktemp("plan") / "qubeir", "qubeir")
    made.add(sorted(str(each) for each in EXAMPLE.iterdir() if each.name.endswith((".txt", ".md", ".html"))))
    made.load_plan("annan_2012")
    made.add_records([str(EXAMPLE / "mission" / "records.csv")])
    return made


@pytest.fixture(scope="module")
def before(case):
    return case.compliance(periods=[WEEK])


def cell(view, commitment):
    return view.cells(commitment)[0]


def test_the_fighting_goes_on_and_nobody_is_charged(before):
    """P2.1 is violated by the killings of the week, and charged to nobody: all there is, is accusation."""
    found = cell(before, "P2.1")
    assert (found.state, found.charged) == ("violated", ())
    assert any(each.actor_known for each in found.violations)


def test_the_army_kept_the_observers_out(before):
    """R2 is violated by the army, on the mission's word."""
    found = cell(before, "R2")
    assert (found.state, found.charged) == ("violated", ("government",))


def test_somebody_shot_at_the_observers_and_nobody_knows_who(before):
    """R5 is violated with the actor unknown."""
    found = cell(before, "R5")
    assert (found.state, found.charged) == ("violated", ())
    assert not any(each.actor_known for each in found.violations)


@pytest.mark.parametrize("commitment", ["P3.1", "P3.2", "P4.1", "P4.2", "P4.3", "P5.1", "P5.2", "P6.1", "P6.2", "R6"])
def test_what_nobody_could_look_at_is_not_assessable(before, commitment):
    """Aid, detainees, media and assembly: no report and hardly any presence, so nothing can be said."""
    assert cell(before, commitment).state == "not assessable"


def test_the_envoy_and_the_government_contradict_one_another(before):
    """The words "not being implemented" stand beside "fulfilled its obligations", as words, with who contradicts whom."""
    verdicts = {each.speaker: each.verdict for each in before.compliance.said}
    assert verdicts["Kofi Annan"] == "not implemented"
    assert verdicts["Bashar Jaafari"] == "fulfilled"
    assert any("Kofi Annan" in each and "Bashar Jaafari" in each for each in before.compliance.contradictions)


def test_the_powers_stand_where_they_say_they_stand(before):
    """Russia and China are for the plan, the American and British ministers doubt it, and a veto of a mandate to intervene is announced."""
    on_plan = {each.state: each.stance for each in before.positions if each.issue == before.plan.title and each.polarity == "assert"}
    assert {on_plan["RU"], on_plan["CN"]} == {2}
    assert {on_plan["US"], on_plan["GB"]} == {-1}
    found = before.outlook("mandate for outside intervention", 2012)
    assert found.vetoes == ("Russia",)
    assert found.unknown == 14


@pytest.mark.parametrize(
    ("text", "issue", "stance"),
    [
        ("The roadmap was published in May. Kenya supports it.", "roadmap", 2),
        ("The Kenyan foreign minister, Ann Wekesa, said the Council would give no mandate for a blockade.", "mandate for a blockade", -2),
        ("Ann Wekesa, the Kenyan minister, said the Council would give no mandate for a blockade if talks went on.", None, None),
    ],
)
def test_positions_reach_back_to_what_it_means_and_to_what_will_be_withheld(text, issue, stance):
    """A pronoun is the issue last named; a mandate that will not be given is opposed by who says so; on a condition it is no stance."""
    found = [each.payload for each in trucewatch.read(text, published="2012-06-08").claims if each.kind == "position"]
    assert [(each.issue, each.stance) for each in found] == ([(issue, stance)] if issue else [])


def test_thirteen_states_expelled_diplomats(before):
    """The expulsions are a measure taken, by thirteen states, because of the earlier killings."""
    assert any("expulsion" in each.type and each.status == "taken" and each.number and each.number.low == 13 for each in before.measures)


def test_the_next_patrol_is_asked_what_the_reports_leave_open(case):
    """The report of 7 June asks who shot at the patrol, from the mission's records, and how many died, from what was published by then."""
    questions = " ".join(line.text for line in case.report(date(2012, 6, 7)).questions)
    assert "Mazraat al-Qubeir: fired upon 1 ×" in questions
    assert "How many people were killed" in questions


def test_the_inquirys_finding_charges_the_government_weeks_later(case):
    """Until June nobody is charged for the killings of May; the finding of August charges the Government, with body and standard."""
    may = Period(date(2012, 5, 21), date(2012, 5, 27))
    assert cell(case.compliance(periods=[may], until=date(2012, 6, 10)), "P2.1").charged == ()
    found = cell(case.compliance(periods=[may]), "P2.1")
    assert found.charged == ("government",)
    assert any(each.happening.charge == "found by Commission of Inquiry, reasonable grounds to believe" for each in found.violations)


def test_approved_cells_survive_and_ten_rewrites_change_none(case, before):
    """Ten rewrites of one report leave every cell as it was, the approved one included; its approval is not flagged."""
    approved = cell(before, "R5")
    case.approve(approved.id, by="R. Haddad", why="records of the day read")
    case.add(sorted(str(each) for each in (EXAMPLE / "rewrites").iterdir()))
    after = case.compliance(periods=[WEEK])
    shown = [
        (c.id, c.state, c.implementation, c.charged, c.by_status, c.observability.share, c.confidence) for c in before.compliance.cells
    ]
    assert [
        (c.id, c.state, c.implementation, c.charged, c.by_status, c.observability.share, c.confidence) for c in after.compliance.cells
    ] == shown
    found = cell(after, "R5")
    assert (found.approval.by, found.basis_changed) == ("R. Haddad", False)


def test_a_case_without_a_plan_says_how_to_load_one(tmp_path):
    """Asking for compliance without a plan names the command and the shipped plans."""
    with pytest.raises(NoPlan, match="annan_2012"):
        Case.create(tmp_path / "empty").compliance()


def test_a_records_table_taken_twice_changes_nothing_and_bad_rows_are_named(tmp_path):
    """The second import finds every record known; a bad row fails with its number and status 1."""
    folder, table = tmp_path / "case", tmp_path / "log.csv"
    Case.create(folder).close()
    table.write_text("date,place,manner,kind\n2020-06-01,Ardin,saw,shots\n2020-02-31,Ardin,saw,shots\n", encoding="utf-8")
    first, second = (CliRunner().invoke(app, ["mission", "import", str(folder), str(table)]) for _ in range(2))
    assert "New: 0 patrols, 1 observations, 0 restrictions." in first.stdout
    assert "log.csv#2" in first.stderr
    assert first.exit_code == 1
    assert "Known already: 1." in second.stdout


def test_a_bad_plan_is_named_with_its_lines_on_the_command_line(tmp_path, plan_text):
    """`plan check` prints file, line and fault, and ends with status 1; `plan load` refuses it with status 2."""
    folder, bad = tmp_path / "case", tmp_path / "bad.yaml"
    Case.create(folder).close()
    bad.write_text(plan_text.replace("obligor: south", "obligor: soth", 1), encoding="utf-8")
    checked, loaded = CliRunner().invoke(app, ["plan", "check", str(bad)]), CliRunner().invoke(app, ["plan", "load", str(folder), str(bad)])
    assert (checked.exit_code, loaded.exit_code) == (1, 2)
    assert "did you mean 'south'" in checked.stderr
    assert ", line " in loaded.stderr


def test_a_mission_case_shows_its_plan_as_json_and_its_report(tmp_path, plan_text):
    """Records and a plan without any article give cells as JSON, an approval and a report, all on the command line."""
    folder, table, file = tmp_path / "case", tmp_path / "log.csv", tmp_path / "plan.yaml"
    Case.create(folder).close()
    file.write_text(plan_text, encoding="utf-8")
    table.write_text("date,place,area,manner,kind,number\n2020-06-03,Ardin,East,heard,explosion,4\n", encoding="utf-8")
    run = CliRunner()
    for command in (["plan", "load", str(folder), str(file)], ["mission", "import", str(folder), str(table)]):
        assert run.invoke(app, command).exit_code == 0
    shown = json.loads(run.invoke(app, ["plan", "show", str(folder), "--json"]).stdout)
    (violated,) = [each for each in shown["cells"] if each["state"] == "violated"]
    assert (violated["commitment"], violated["by_status"], violated["charged"]) == ("C1", {"reported": 4}, [])
    assert run.invoke(app, ["plan", "approve", str(folder), violated["id"], "--by", "A", "--why", "B"]).exit_code == 0
    assert "approved by A" in run.invoke(app, ["plan", "show", str(folder), "C1"]).stdout
    report = run.invoke(app, ["mission", "report", str(folder), "--day", "2020-06-03"])
    assert "the mission heard 4 × explosion" in report.stdout
    assert run.invoke(app, ["explain", str(folder), violated["id"]]).exit_code == 0
    # Before anything was loaded, the case knew of no plan.
    assert run.invoke(app, ["plan", "show", str(folder), "--as-of", "2001-01-01"]).exit_code == 2
