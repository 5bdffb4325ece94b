"""A case from its first file to its brief, through the door a newcomer uses."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from trucewatch.case import Case
from trucewatch.reading.reader import Reader
from trucewatch.records.extent import Candidate
from trucewatch.records.gazetteer import GazetteerEntry
from trucewatch.store.folder import create
from trucewatch.store.shapes import to_json

WIRE = """Source: Wire A
Published: 2014-03-05

MOGADISHU, March 5 (Wire A) - Gunmen attacked the village of Buulo Mareer on Tuesday and killed at least 14 people, a governor said.
"""
MILITIA = """Source: Radio F
Published: 2014-03-06

The group denied that its men had attacked Buulo Mareer on Tuesday. Nine people were killed there, a spokesman for the group said.
"""
MISSION = """Source: Mission press office
Published: 2014-03-09

Observers of the mission entered Buulo Mareer on Saturday. They saw burnt houses.
"""
UNDATED = "Residents of Buulo Mareer said that gunmen attacked the village and killed 14 people.\n"


@pytest.fixture
def write(tmp_path):
    """Write a report into the folder of reports."""
    (tmp_path / "reports").mkdir()

    def run(name, text):
        path = tmp_path / "reports" / name
        path.write_text(text)
        return path

    return run


def test_adding_twice_changes_nothing(case, write):
    """The second time every file is known, the log does not grow, and there is nothing to do."""
    folder = write("wire.txt", WIRE).parent
    write("radio.txt", MILITIA)
    first = case.add([folder])
    before = case.verify()
    second = case.add([folder, folder])
    assert (len(first.taken), first.documents, first.exit_status) == (2, 2, 0)
    assert (len(second.taken), len(second.known), second.exit_status) == (0, 4, 3)
    assert case.verify() == before


def test_a_copy_under_another_name_is_another_report_of_the_same_document(case, write):
    """Exact duplicates are one document to read, and each is listed with the incident."""
    case.add([write("wire.txt", WIRE)])
    case.add([write("copy.txt", WIRE)])
    assert len(case.archive.documents()) == 1
    reports = [report for incident in case.incidents() for report in incident["documents"]]
    assert {report["id"].rsplit("/", 1)[-1] for report in reports} == {"wire.txt", "copy.txt"}


def test_a_table_lists_its_articles_by_their_own_ids(case, write):
    """The incident names the articles as the outside world does; the same text twice is one document with two reports."""
    body = WIRE.split("\n\n", 1)[1].strip()
    rows = [f'{{"id": "{name}", "published": "2014-03-05", "text": "{body}"}}' for name in ("a1", "a2")]
    case.add([write("articles.jsonl", "\n".join(rows))])
    assert len(case.archive.documents()) == 1
    (incident, *_) = case.incidents()
    assert [report["id"] for report in incident["documents"]] == ["a1", "a2"]


def test_a_case_beside_its_reports_is_not_added_to_itself(tmp_path, write):
    """A folder that holds the case is added without the case's own files."""
    write("wire.txt", WIRE)
    case = Case.create(tmp_path / "reports" / "case")
    assert len(case.add([tmp_path / "reports"]).taken) == 1
    assert "is a case" in case.add([case.folder.path]).failed[0].reason


def test_a_document_is_read_once(case, write):
    """Readings are kept; only what is new is read."""
    case.add([write("wire.txt", WIRE)])
    assert case.read() == 1
    assert case.read() == 0
    case.add([write("radio.txt", MILITIA)])
    assert case.read() == 1


def test_places_of_the_case_are_read_with(case, write):
    """A place that only the case knows gets its coordinates, and texts read before are read again."""
    case.add([write("wire.txt", WIRE)])
    case.read()
    place = Candidate("own:1", "Buulo Mareer", "SO", "Lower Shabelle", 1.6, 44.6, "P")
    assert case.add_places([GazetteerEntry(place, ("Bulo Marer",))]) == 1
    assert case.add_places([GazetteerEntry(place, ("Bulo Marer",))]) == 0
    assert case.read() == 1
    places = [place for reading in case.analyse().readings for place in reading.places]
    assert any(place.country == "SO" and place.lat == 1.6 for place in places)


def test_until_cuts_by_publication_date(case, write):
    """Reports published later are left out; a report without a date stays in."""
    for name, text in (("wire.txt", WIRE), ("radio.txt", MILITIA), ("undated.txt", UNDATED)):
        case.add([write(name, text)])
    view = case.analyse(until=date(2014, 3, 5))
    assert {document.publisher for document in view.documents.values()} == {"Wire A", None}
    assert len(case.analyse().documents) == 3


def test_as_of_gives_what_the_case_knew(case, write):
    """A brief as of a time is the brief that was given then, whatever came in and was decided since."""
    case.add([write("wire.txt", WIRE)])
    then = case._clock()
    brief = case.brief(as_of=then)
    case.add([write("radio.txt", MILITIA)])
    (incident, *_) = case.incidents()
    case.decide("status", [incident["id"]], {"aspect": "occurrence", "status": "unverifiable"}, by="A. Analyst", why="No access.")
    assert case.brief(as_of=then) == brief
    assert len(case.analyse(as_of=then).documents) == 1
    assert case.analyse(as_of=then).decisions == ()
    assert len(case.analyse().decisions) == 1


def test_what_is_computed_can_be_deleted_and_comes_back_the_same(case, write):
    """Readings and analysis are functions of what was captured and decided."""
    for name, text in (("wire.txt", WIRE), ("radio.txt", MILITIA), ("mission.txt", MISSION)):
        case.add([write(name, text)])
    before = to_json(case.analyse().analysis)
    case.archive.forget_computed()
    assert to_json(case.analyse().analysis) == before
    assert case.verify().sound


def test_the_order_of_arrival_does_not_matter(tmp_path, reader, write):
    """The same reports in another order give the same analysis."""
    paths = [write("wire.txt", WIRE), write("radio.txt", MILITIA), write("mission.txt", MISSION)]
    analyses = []
    for number, order in enumerate((paths, paths[::-1])):
        case = Case(create(tmp_path / f"case{number}", "x", datetime.now(UTC)), reader)
        case.add(order)
        analyses.append(to_json(case.analyse().analysis))
    assert analyses[0] == analyses[1]


def test_a_decision_is_kept_with_who_and_why(case, write):
    """Decisions come back in order with their reasons, and the log vouches for them."""
    case.add([write("wire.txt", WIRE)])
    graded = case.decide("grade", ["Wire A"], {"reliability": "B"}, by="A. Analyst", why="Right in nine of ten reports checked.")
    linked = case.decide("link", ["shabiha"], {"actor": "Government of Syria"}, by="B. Analyst", why="As the commission found.")
    assert case.decisions() == (graded, linked)
    assert [entry.kind for entry in case.log()][-2:] == ["decided", "decided"]
    assert "checked" not in case.log()[-2].body
    assert case.verify().sound


@pytest.mark.parametrize(
    ("verb", "subjects", "values", "by", "why", "complaint"),
    [
        ("bless", ["i1"], {}, "A", "Because.", "there is no decision 'bless'"),
        ("merge", ["i1"], {}, "A", "Because.", "needs 2 ids"),
        ("merge", ["i1", "i2"], {}, "A", "Because.", "no record with the id i1"),
        ("grade", ["Wire A"], {"reliability": "Z"}, "A", "Because.", "A to F"),
        ("grade", ["Wire A"], {"reliability": "B"}, " ", "Because.", "name of who takes it"),
        ("grade", ["Wire A"], {"reliability": "B"}, "A", "", "and the reason"),
        ("status", ["i1"], {"aspect": "count"}, "A", "Because.", "needs a value for status"),
        ("status", ["i1"], {"aspect": "count", "status": "verified"}, "A", "Because.", "needs two people"),
    ],
)
def test_a_decision_that_lacks_something_is_refused_in_words(case, verb, subjects, values, by, why, complaint):
    """Nothing is recorded, and the complaint says what is missing."""
    with pytest.raises(ValueError, match=complaint):
        case.decide(verb, subjects, values, by=by, why=why)
    assert case.decisions() == ()


def test_one_person_twice_is_not_two_people(case):
    """Verified and refuted need another person."""
    with pytest.raises(ValueError, match="two people"):
        case.decide("status", ["i1"], {"aspect": "count", "status": "refuted"}, by="A. Analyst", why="Seen.", second="A. Analyst")


def test_a_brief_given_out_is_on_record_once(case, write):
    """The log says what was issued; the same brief again is the same product."""
    case.add([write("wire.txt", WIRE)])
    assert case.brief() == case.brief()
    assert [entry.kind for entry in case.log()].count("issued") == 1


def test_any_value_leads_to_its_words(case, write):
    """An incident's id opens to quotes that stand in the captured text."""
    case.add([write("wire.txt", WIRE)])
    (incident, *_) = case.incidents()
    explanation = case.explain(incident["id"])
    assert all(part.exact in WIRE for quote in explanation.quotes for part in quote.parts)
    assert explanation.quotes


def test_an_image_is_an_item_of_unknown_graphic_level(case, tmp_path):
    """A picture is kept by its hash; nobody has looked at it yet."""
    from PIL import Image

    Image.new("RGB", (5, 4)).save(tmp_path / "picture.png")
    case.add([tmp_path / "picture.png"])
    (item,) = case.archive.items()
    assert (item.media_type, item.graphic_level) == ("image/png", None)
    assert ("width", "5") in item.exif
    assert case.folder.blobs.read(item.id) == (tmp_path / "picture.png").read_bytes()


def test_metadata_of_a_file_is_never_read_as_its_words(case, write):
    """No statement or claim rests on the header lines of a text file."""
    case.add(
        [write("a.txt", "Source: Daily B\nHeadline: Army kills nine in raid, rebels say\nPublished: 2014-03-05\n\nThe day was quiet.\n")]
    )
    (reading,) = case.analyse().readings
    spans = [span for claim in reading.claims for span in claim.spans] + [span for each in reading.statements for span in each.content]
    start = next(iter(case.archive.documents())).body_start
    assert all(span.start >= start for span in spans)


def test_a_corrected_date_is_read_with(case, write):
    """A person's date outranks the file's: the text is read again with it, cuts follow it, and undoing brings the old one back."""
    case.add([write("wire.txt", WIRE)])
    (document,) = case.analyse().documents.values()
    decision = case.decide("correct", [document.id], {"field": "published", "value": "2014-04-01"}, by="A. Analyst", why="Misprint.")
    (corrected,) = case.analyse().documents.values()
    assert (corrected.published, corrected.published_basis) == (date(2014, 4, 1), "given")
    assert case.analyse(until=date(2014, 3, 31)).documents == {}
    case.decide("undo", [decision.id], by="B. Analyst", why="It was right.")
    assert tuple(case.analyse().documents.values()) == (document,)
    assert case.read() == 0


def test_a_graphic_level_is_set_by_a_person(case, tmp_path):
    """Until then it is unknown; a level that is none is refused."""
    from PIL import Image

    Image.new("RGB", (5, 4)).save(tmp_path / "picture.png")
    case.add([tmp_path / "picture.png"])
    (item,) = case.archive.items()
    case.decide("correct", [item.id], {"field": "graphic_level", "value": "3"}, by="A. Analyst", why="Bodies are seen.")
    assert [item.graphic_level for item in case.analyse().items] == [3]
    with pytest.raises(ValueError, match="0 to 4"):
        case.decide("correct", [item.id], {"field": "graphic_level", "value": "high"}, by="A. Analyst", why="Bodies are seen.")


def test_two_people_adding_at_once_make_one_log(case, tmp_path):
    """Two programs that write to a case at the same time wait for one another; nothing is lost and the chain holds."""
    import subprocess
    import sys

    command = "import sys; from trucewatch.case import Case; Case.open(sys.argv[1]).add([sys.argv[2]])"
    children = []
    for name in "ab":
        folder = tmp_path / name
        folder.mkdir()
        for number in range(8):
            (folder / f"{number}.txt").write_text(f"Report {number} of {name}: nine people died.")
        children.append(subprocess.Popen([sys.executable, "-c", command, str(case.folder.path), str(folder)]))
    assert [child.wait() for child in children] == [0, 0]
    assert len(case.archive.documents()) == 16
    assert case.verify().sound


def test_a_text_on_which_a_rule_breaks_keeps_no_other_from_being_read(case, write, monkeypatch):
    """It gives a warning in its reading; the rest is read as always."""
    case.add([write("wire.txt", WIRE), write("radio.txt", MILITIA)])
    broken = case.archive.documents()[0].id
    interpret = Reader.interpret

    def breaks(self, document, parse):
        if document.id == broken:
            raise IndexError("no such token")
        return interpret(self, document, parse)

    monkeypatch.setattr(Reader, "interpret", breaks)
    one, other = case.analyse().readings
    assert [warning.code for warning in one.warnings] == ["reading-failed"]
    assert other.claims


def test_a_change_of_rules_reads_every_text_again(case, write, monkeypatch):
    """Readings by other rules are not used."""
    case.add([write("wire.txt", WIRE)])
    assert case.read() == 1
    monkeypatch.setattr("trucewatch.case.rules_version", lambda *_: "other")
    assert case.read() == 1
    assert case.read() == 0


def test_a_product_is_outdated_when_the_case_no_longer_bears_it_out(case, write):
    """What was issued with a higher status than now stands is named, incident and aspect."""
    case.add([write("wire.txt", WIRE)])
    case.brief()
    assert case.outdated() == ()
    view = case.analyse()
    issued = view.issued(view.brief(), "brief")
    stronger = replace(issued, statuses=tuple((*place, "verified") for *place, _ in issued.statuses))
    lower = view.since(stronger).lower
    assert (view.analysis.incidents[0].id, "occurrence", "verified", "reported") in lower
    gone = replace(issued, statuses=(("i1", "c1", "occurrence", "reported"),))
    assert view.since(gone).lower == (("i1", "occurrence", "reported", "withdrawn"),)
