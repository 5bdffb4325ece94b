"""A mission's tables: what is taken from CSV, XLSX and JSON, ODK and Kobo exports, and how bad rows are refused."""

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from trucewatch.capture.limits import ItemFailed
from trucewatch.capture.mission_form import choices, form_bytes, survey
from trucewatch.capture.mission_records import RecordMapping, read_mapping, read_records
from trucewatch.records.extent import Count

PATROLS = """id,date,place,area,team,planned,made,reached,observers
P1,2020-06-01,Ardin,East,Alpha,yes,yes,yes,6
P2,2020-06-02,Ardin,East,Alpha,yes,yes,no,6
P3,2020-06-03,Bela,West,Bravo,yes,no,,
"""


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_patrol_log_is_read_with_planned_made_and_reached():
    """A patrol that was not made did not get there, whatever the log leaves empty."""
    found = read_records(PATROLS.encode(), "patrols.csv")
    assert not found.failures
    assert [(each.made, each.reached) for each in found.records.patrols] == [(True, True), (True, False), (False, False)]
    assert found.records.patrols[0].day == date(2020, 6, 1)
    assert found.records.patrols[0].source == "patrols.csv#1"


def test_reading_a_table_twice_gives_the_same_ids():
    """Ids come from the export's own id or the row's content, so importing twice adds nothing."""
    bare = PATROLS.replace("id,", "").replace("P1,", "").replace("P2,", "").replace("P3,", "")
    for text in (PATROLS, bare):
        one, other = (read_records(text.encode(), name).records.patrols for name in ("a.csv", "b.csv"))
        assert [each.id for each in one] == [each.id for each in other]
        assert len({each.id for each in one}) == 3


def test_a_mapping_reads_columns_and_codes_of_another_language():
    """A log with its own column names and codes is read through a mapping, and says the same as one with ours."""
    text = "Datum;Ort;Weise;Was;Zahl\n2020-06-01;Ardin;g;arty;mind. 3\n"
    mapping = read_mapping(
        """
        record: observation
        columns: {day: Datum, place: Ort, manner: Weise, kind: Was, number: Zahl}
        values: {manner: {g: heard}, kind: {arty: shelling}, number: {"mind. 3": at least 3}}
        """
    )
    (seen,) = read_records(text.encode(), "log.csv", mapping).records.observations
    assert (seen.manner, seen.kind, seen.number, seen.place) == ("heard", "shelling", Count(3, None), "Ardin")


def test_a_restriction_keeps_the_reason_in_its_words():
    """Who was hindered, by whom, why in their words, and what came of it, are all kept."""
    text = "date,place,type,who,by,reason,effect,minutes\n"
    text += '2020-06-04,Ardin,turned back,patrol 3,army checkpoint,"“no order, come back tomorrow”",returned to base,90\n'
    (stop,) = read_records(text.encode(), "stops.csv", RecordMapping("restriction")).records.restrictions
    assert (stop.kind, stop.by, stop.reason, stop.effect, stop.minutes) == (
        "denial", "army checkpoint", "“no order, come back tomorrow”", "returned to base", 90,
    )  # fmt: skip


def test_kobo_and_odk_exports_of_the_shipped_form_need_no_mapping():
    """The same submission from Kobo's JSON, ODK Central's nested JSON and a flat CSV is the same observation."""
    group = {"manner": "was_told", "kind": "small-arms_fire", "number": "4"}
    common = {"_uuid": "u1", "record": "observation", "day": "2020-06-01", "place": "Ardin"}
    kobo = common | {f"observed/{name}": value for name, value in group.items()}
    odk = common | {"observed": group}
    flat = (
        "_uuid,record,day,place,observed-manner,observed-kind,observed-number\nu1,observation,2020-06-01,Ardin,was_told,small-arms_fire,4\n"
    )
    tables = [json.dumps({"results": [kobo]}), json.dumps({"value": [odk]}), flat]
    found = [read_records(text.encode(), "x").records.observations for text in tables]
    assert found[0] == found[1] == found[2]
    assert (found[0][0].manner, found[0][0].kind, found[0][0].number.low) == ("was told", "small-arms fire", 4)


def test_repeats_of_a_kobo_workbook_belong_to_their_submission():
    """Rows of a repeat sheet get the day and place of the submission they were entered in."""
    data = workbook(
        {
            "main": [["_index", "day", "place"], [1, date(2020, 6, 1), "Ardin"], [2, date(2020, 6, 2), "Bela"]],
            "seen": [
                ["manner", "kind", "number", "_parent_index", "_parent_table_name"],
                ["heard", "explosion", 3, 1, "main"],
                ["saw", "shots", 1, 1, "main"],
                ["saw", "shots", 2, 2, "main"],
            ],
        }
    )  # fmt: skip
    seen = read_records(data, "kobo.xlsx", RecordMapping("observation")).records.observations
    assert [(each.place, each.kind, each.number.low) for each in seen] == [
        ("Ardin", "explosion", 3),
        ("Ardin", "shots", 1),
        ("Bela", "shots", 2),
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2020-02-31,Ardin,saw,shots,1", "no such day"),
        ("03/04/2020,Ardin,saw,shots,1", "not a day"),
        ("2020-06-01,,saw,shots,1", "no place"),
        ("2020-06-01,Ardin,,shots,1", "how it is known"),
        ("2020-06-01,Ardin,guessed,shots,1", "must be one of"),
        ("2020-06-01,Ardin,saw,,1", "of what kind"),
        ("2020-06-01,Ardin,saw,shots,plenty", "not a number"),
        ("2020-06-01,Ardin,saw,shots,9-2", "not an interval"),
    ],
)
def test_a_bad_row_is_refused_in_words_and_the_others_are_taken(row, said):
    """One bad row fails with its number and reason; the rows around it are taken."""
    text = f"date,place,manner,kind,number\n2020-06-01,Ardin,saw,shots,1\n{row}\n2020-06-02,Ardin,saw,shots,1\n"
    found = read_records(text.encode(), "log.csv", RecordMapping("observation"))
    assert len(found.records.observations) == 2
    assert [failure.path for failure in found.failures] == ["log.csv#2"]
    assert said in found.failures[0].reason


@pytest.mark.parametrize("data", [b"", b"\n\n", b"{", b"[1, 2]", b"PK\x03\x04 broken", b"date,place\n"])
def test_what_is_no_table_is_refused_whole(data):
    """Empty files, broken JSON and broken workbooks fail as a whole, in words."""
    with pytest.raises(ItemFailed):
        read_records(data, "x")


@given(st.binary(max_size=300))
def test_no_bytes_make_the_import_fall_over(data):
    """Whatever a file holds, it gives records, failures by row, or one failure of the whole."""
    try:
        found = read_records(data, "x")
    except ItemFailed:
        return
    assert all(failure.reason for failure in found.failures)


def test_the_shipped_form_is_the_one_that_is_written_and_its_fields_are_known():
    """The workbook in the package holds the survey and choices of the code, and the importer knows every field it collects."""
    book = load_workbook(io.BytesIO(form_bytes()))
    for name, rows in (("survey", survey()), ("choices", choices())):
        assert [tuple(cell or "" for cell in row) for row in book[name].iter_rows(values_only=True)] == [tuple(row) for row in rows]
    row = {"record": "restriction", "day": "2020-06-01", "place": "Ardin", "restriction": "fire", "who": "patrol 1", "by_whom": "gunmen"}
    (stop,) = read_records(json.dumps([row]).encode(), "x").records.restrictions
    assert (stop.kind, stop.by) == ("fire", "gunmen")


def test_harm_is_kept_by_kind_and_population():
    """Killed and injured of one event are two counts of one observation, with their population."""
    text = "date,place,manner,kind,killed,injured,population\n2020-06-01,Ardin,was told,shelling,at least 2,5,civilians\n"
    (seen,) = read_records(text.encode(), "x").records.observations
    assert [(each.metric, each.count, each.population) for each in seen.harm] == [
        ("killed", Count(2, None), "civilians"),
        ("injured", Count(5, 5), "civilians"),
    ]
