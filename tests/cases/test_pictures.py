"""Pictures of a case, from the file to the warning, through the doors that people use."""

import json
import shutil
import subprocess
import sys
from datetime import date

import pytest
from typer.testing import CliRunner

from drawn import captioned, cut, drawn, jpeg
from kit import Clock
from trucewatch.case import Case
from trucewatch.cli import app
from trucewatch.product.html import html
from trucewatch.product.markdown import markdown
from trucewatch.product.terminal import plain
from trucewatch.store.folder import create, open_folder

REPORT = """Source: Wire A
Published: 2014-03-05

MOGADISHU, March 5 (Wire A) - Gunmen attacked the village of Buulo Mareer on Tuesday and killed at least 14 people, a governor said.
"""
OTHER = """Source: Wire B
Published: 2009-08-12

NAIROBI, August 12, 2009 (Wire B) - A bomb killed nine people in Garissa on Monday, police said.
"""
RUMOUR = """Source: Radio F
Published: 2014-03-07

Gunmen attacked Buulo Mareer on Tuesday and killed 14 people. The video of the killings is old, a spokesman for the group said.
"""


def writer(folder):
    folder.mkdir()

    def put(name, content):
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put


@pytest.fixture
def write(tmp_path):
    return writer(tmp_path / "files")


def sha(case, name):
    """The id of the item captured from a file."""
    return next(item.id for item in case.archive.items() if item.original_path.endswith(f"/{name}"))


@pytest.fixture(scope="module")
def made(tmp_path_factory, reader):
    """A report, a picture of 2003, and a piece of it with a caption on it, added last; made once, copied for each test."""
    folder, clock = tmp_path_factory.mktemp("made"), Clock()
    put = writer(folder / "files")
    case = Case(create(folder / "case", "buulo mareer", clock()), reader, clock)
    case.add([put("wire.txt", REPORT)])
    case.add([put("archive.jpg", jpeg(drawn(1)))], published=date(2003, 4, 30))
    report = case.add([put("other.jpg", jpeg(drawn(2))), put("now.jpg", jpeg(captioned(cut(drawn(1), 0.6))))])
    case.analyse()
    case.close()
    return folder / "case", report, clock.now


@pytest.fixture
def pictured(made, tmp_path, reader):
    folder, report, now = made
    shutil.copytree(folder, tmp_path / "case")
    clock = Clock()
    clock.now = now
    return Case(open_folder(tmp_path / "case"), reader, clock), report


def attack(case):
    return next(each.id for each in case.analyse().analysis.incidents if each.main and "Buulo" in each.where[0].name)


def test_a_picture_that_was_seen_before_is_suggested_when_it_is_added(pictured):
    """In which item, from when that is known, by what, and that nobody has decided it."""
    case, report = pictured
    (one,) = report.repeats
    assert (one.later, one.earlier, one.method) == (sha(case, "now.jpg"), sha(case, "archive.jpg"), "local features")
    (line,) = case.seen(report)
    assert "now.jpg: perhaps seen before in" in line.text
    assert "archive.jpg (published 30 April 2003 as given, captured 10 March 2014) — by local features, " in line.text
    assert line.flags == ("not decided",)


def test_the_same_file_again_is_said(pictured, write):
    """A person learns that the very bytes were there."""
    case, _ = pictured
    (line,) = case.seen(case.add([write("again.jpg", jpeg(drawn(1)))]))
    assert "again.jpg: the same file as" in line.text
    assert "archive.jpg" in line.text


def test_the_suggestion_stands_in_every_form_of_the_brief_and_no_picture_does(pictured):
    """A line for a person to decide; never the picture."""
    case, _ = pictured
    brief = case.brief()
    for text in (plain(brief, width=300), markdown(brief), html(brief)):
        assert "Pictures perhaps seen before: for a person to decide" in text
        assert "local features" in text
        assert "<img" not in text


def test_explain_follows_a_picture_both_ways(pictured):
    """From the later to the earlier, and back."""
    case, _ = pictured
    assert any(name == "seen before" and "archive.jpg" in value for name, value in case.explain(sha(case, "now.jpg")[:12]).facts)
    assert any(name == "seen again" and "suggested" in value for name, value in case.explain(sha(case, "archive.jpg")).facts)


def test_a_rejected_suggestion_is_gone_until_the_decision_is_undone(pictured):
    """By the beginnings of the two ids, in either order."""
    case, _ = pictured
    decision = case.decide("reject", [sha(case, "archive.jpg")[:12], sha(case, "now.jpg")[:12]], by="Ana", why="other windows")
    assert case.brief().recurrences == ()
    assert any("rejected by Ana" in value for _, value in case.explain(sha(case, "now.jpg")).facts)
    case.decide("undo", [decision.id], by="Ben", why="same windows")
    assert len(case.brief().recurrences) == 1


def test_an_accepted_suggestion_is_said_as_the_same_picture(pictured):
    """No longer a suggestion, and with whose word."""
    case, _ = pictured
    case.decide("accept", [sha(case, "now.jpg"), sha(case, "archive.jpg")], by="Ana", why="same cracks in the wall")
    brief = case.brief()
    assert brief.recurrences == ()
    assert any("the same picture as" in line.text and "archive.jpg" in line.text for line in brief.images)
    assert case.analyse().analysis.conflicts == ()


def test_two_pictures_that_the_program_holds_for_different_can_be_said_to_be_one(pictured):
    """A person sees what no hash does."""
    case, _ = pictured
    case.decide("accept", [sha(case, "other.jpg"), sha(case, "archive.jpg")], by="Ana", why="the negative shows it")
    found = {each["path"].rsplit("/", 1)[1]: each["seen_before"] for each in case.pictures()}
    assert [(one["method"], one["state"]) for one in found["other.jpg"]] == [("a person", "accepted")]


def test_a_picture_from_an_older_war_attached_to_an_incident_gives_a_warning(pictured):
    """The piece that was added today is of 2003; the incident stands."""
    case, _ = pictured
    incident, before = attack(case), case.analyse().analysis.incidents
    case.decide("attach", [sha(case, "now.jpg")[:12]], {"incident": incident}, by="Ana", why="sent in as from there")
    brief = case.brief()
    (warning,) = [line for line in brief.warnings if "exhibit in doubt" in line.flags]
    assert "perhaps the same picture, was published on 30 April 2003, before that" in warning.text
    exhibit = next(line for line in brief.incidents[0].exhibits if "now.jpg" in line.text)
    assert exhibit.flags == ("perhaps older than the incident",)
    case.decide("accept", [sha(case, "now.jpg"), sha(case, "archive.jpg")], by="Ana", why="same cracks")
    assert "older than the incident" in next(line for line in case.brief().incidents[0].exhibits if "now.jpg" in line.text).flags
    after = case.analyse().analysis.incidents
    assert [(each.id, each.status, each.counts) for each in after] == [(each.id, each.status, each.counts) for each in before]
    case.decide("reject", [sha(case, "now.jpg"), sha(case, "archive.jpg")], by="Ben", why="other cracks")
    assert not [line for line in case.brief().warnings if "exhibit in doubt" in line.flags]


def test_a_picture_whose_own_account_is_older_is_doubted_as_such(case, write):
    """EXIF is shown, and not trusted."""
    from io import BytesIO

    page = BytesIO()
    exif = drawn(3).getexif()
    exif[0x0132] = "2006:07:30 10:00:00"
    drawn(3).save(page, "JPEG", exif=exif)
    case.add([write("wire.txt", REPORT), write("own.jpg", page.getvalue())])
    case.decide("attach", [sha(case, "own.jpg")], {"incident": attack(case)}, by="Ana", why="sent in")
    (warning,) = [line for line in case.brief().warnings if "exhibit in doubt" in line.flags]
    assert "says of itself that it was taken on 30 July 2006, before that (recorded, not trusted)" in warning.text


def test_a_day_of_publication_that_a_person_found_counts_like_a_given_one(pictured):
    """Corrected, it dates the picture and every one that may be the same; undone, the doubt goes."""
    case, _ = pictured
    case.decide("attach", [sha(case, "other.jpg")], {"incident": attack(case)}, by="Ana", why="sent in")
    assert case.analyse().pictures.doubts == ()
    found = case.decide(
        "correct", [sha(case, "other.jpg")[:12]], {"field": "published", "value": "2011-08-02"}, by="Ben", why="a paper had it"
    )
    assert [(each.kind, each.day) for each in case.analyse().pictures.doubts] == [("published before", date(2011, 8, 2))]
    case.decide("undo", [found.id], by="Ben", why="another picture")
    assert case.analyse().pictures.doubts == ()


def test_a_picture_attached_to_incidents_of_two_times_is_doubted_at_both(pictured, write):
    """It cannot show both."""
    case, _ = pictured
    case.add([write("bomb.txt", OTHER)])
    garissa = next(each.id for each in case.analyse().analysis.incidents if each.where and "Garissa" in each.where[0].name)
    for incident in (attack(case), garissa):
        case.decide("attach", [sha(case, "other.jpg")], {"incident": incident}, by="Ana", why="sent in")
    doubts = case.analyse().pictures.doubts
    assert sorted((each.incident, each.kind) for each in doubts) == sorted((each, "another time") for each in (attack(case), garissa))


def test_detaching_shows_on_what_was_given_out_and_never_refutes_the_incident(pictured):
    """The brief that listed the exhibit is named; another decision brings it back."""
    case, _ = pictured
    incident = attack(case)
    case.decide("attach", [sha(case, "now.jpg")], {"incident": incident}, by="Ana", why="sent in")
    case.brief()
    assert case.outdated() == ()
    status = case.analyse().analysis.incidents[0].status
    decision = case.decide("detach", [sha(case, "now.jpg")], {"incident": incident}, by="Ben", why="it is from 2003")
    assert [each.detached for each in case.outdated()] == [((incident, sha(case, "now.jpg")),)]
    assert any("now.jpg was an exhibit, and is none now" in words for words in case.no_longer_true())
    view = case.analyse()
    assert view.analysis.incidents[0].exhibits == ()
    assert view.analysis.incidents[0].status == status
    lines = [line for line in case.brief().incidents[0].exhibits if "now.jpg" in line.text]
    assert [line.flags for line in lines] == [("detached",)]
    assert "detached by Ben: it is from 2003" in lines[0].text
    case.decide("undo", [decision.id], by="Ana", why="the date was wrong")
    assert case.analyse().analysis.incidents[0].exhibits == (sha(case, "now.jpg"),)
    assert case.outdated() == ()


def test_what_reports_say_of_a_picture_stays_beside_an_attached_one(case, write):
    """Attaching a file hides no claim about pictures; detaching the claim does."""
    case.add([write("wire.txt", REPORT), write("rumour.txt", RUMOUR), write("own.jpg", jpeg(drawn(3)))])
    view = case.analyse()
    claim = next(claim for reading in view.readings for claim in reading.claims if claim.kind == "authenticity")
    home = view.index.incident_of[claim.id]
    case.decide("attach", [sha(case, "own.jpg")], {"incident": home}, by="Ana", why="sent in")
    shown = [line for each in case.brief().incidents if each.id == home for line in each.exhibits]
    assert len(shown) == 2
    case.decide("detach", [claim.id], {"incident": home}, by="Ana", why="another house")
    shown = [line for each in case.brief().incidents if each.id == home for line in each.exhibits]
    assert [line.flags for line in shown if claim.id in line.refs] == [("detached",)]


@pytest.mark.parametrize(
    ("verb", "subjects", "values", "words"),
    [
        ("attach", ["now.jpg"], {"incident": "i0000000000"}, "no record with the id i0000000000"),
        ("attach", ["wire.txt"], {"incident": "wire.txt"}, "is no incident"),
        ("detach", ["other.jpg"], {"incident": "attack"}, "is not attached"),
        ("accept", ["now.jpg"], {}, "needs the two"),
        ("attach", ["attack"], {"incident": "attack"}, "is no exhibit"),
    ],
)
def test_a_decision_on_pictures_that_fits_nothing_is_refused(pictured, verb, subjects, values, words):
    """In words, and nothing is recorded."""
    case, _ = pictured

    def meant(name):
        return attack(case) if name == "attack" else sha(case, name) if "." in name else name

    with pytest.raises(ValueError, match=words):
        case.decide(verb, map(meant, subjects), {name: meant(value) for name, value in values.items()}, by="Ana", why="a try")
    assert case.decisions() == ()


def test_what_was_computed_of_pictures_comes_back_the_same(pictured):
    """Delete it, and the same likenesses return; a picture is opened once."""
    case, _ = pictured
    before = list(case.pictures())
    assert case.look() == 0
    case.archive.forget_computed()
    assert list(case.pictures()) == before
    assert case.verify().sound


def test_a_brief_of_an_earlier_day_or_state_knows_no_later_picture(pictured):
    """Both cuts hold for pictures too."""
    case, _ = pictured
    moment = next(item.captured_at for item in case.archive.items() if item.original_path.endswith("other.jpg"))
    assert [each["seen_before"] for each in case.pictures(as_of=moment)] == [[], []]
    assert [each["published"] for each in case.pictures(until=date(2003, 1, 1))] == [None, None]


def test_a_picture_that_cannot_be_opened_whole_is_kept_and_named(case, write):
    """Cut short, it is an item all the same, and compared with nothing."""
    case.add([write("short.jpg", jpeg(drawn(1))[:9000])])
    (one,) = case.pictures()
    assert one["not_compared"] == "cannot be opened as an image; it may be damaged or cut short"
    assert "not compared with others" in case.brief().images[0].text


def test_a_picture_of_too_many_pixels_is_kept_and_not_compared(case, write):
    """Its size is read before anything is unpacked."""
    import struct
    import zlib

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 11_000, 10_000, 8, 0, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(10_000 * 11_001), 1)) + chunk(b"IEND", b"")
    case.add([write("bomb.png", bomb)])
    (one,) = case.pictures()
    assert "more than the limit of 100,000,000" in one["not_compared"]


def test_the_command_line_suggests_lists_and_decides(tmp_path, write):
    """add, pictures, decide and show, as a person types them."""

    def run(*arguments):
        return CliRunner().invoke(app, [str(each) for each in arguments])

    folder = tmp_path / "typed"
    run("new", folder)
    assert run("add", folder, write("archive.jpg", jpeg(drawn(1))), "--published", "2003-04-30").exit_code == 0
    added = run("add", folder, write("wire.txt", REPORT), write("now.jpg", jpeg(cut(drawn(1), 0.5))))
    assert "now.jpg: perhaps seen before in" in " ".join(added.stdout.split())
    found = [json.loads(line) for line in run("pictures", folder, "--json").stdout.splitlines()]
    now = next(each for each in found if each["path"].endswith("now.jpg"))
    assert now["seen_before"][0]["first_known"] == "2003-04-30"
    assert "Perhaps seen before" in run("pictures", folder).stdout
    incident = json.loads(run("incidents", folder, "--json").stdout.splitlines()[0])["id"]
    why = ["--by", "Ana", "--why", "sent in"]
    assert run("decide", folder, "attach", now["id"][:12], "--set", f"incident={incident}", *why).exit_code == 0
    assert "perhaps older than the incident" in run("show", folder, incident).stdout
    listed = json.loads(run("incidents", folder, "--json").stdout.splitlines()[0])
    assert listed["pictures"][0]["warnings"]
    run("brief", folder)
    said = run("decide", folder, "detach", now["id"][:12], "--set", f"incident={incident}", *why).stderr
    assert "no longer true of a product given out" in said
    assert "now.jpg was an exhibit, and is none now" in run("brief", folder).stderr


def test_a_case_without_pictures_never_loads_what_compares_them():
    """OpenCV is imported when the first picture comes."""
    code = "import sys, trucewatch.case, trucewatch.cli; print('cv2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
