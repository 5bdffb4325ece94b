"""A folder of broken, hostile and useless files beside one good report: each is refused with its reason, and the good one is taken."""

import os
import socket
import sys

import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.capture.files import capture_file
from trucewatch.capture.limits import ItemFailed, Limits
from trucewatch.capture.worker import Worker
from trucewatch.case import Case

GOOD = "Source: Daily B\nPublished: 2012-06-08\n\nNine people were killed in the hamlet, the army said.\n"
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "'
    + "x" * 1000
    + '">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 30}">' for a, b in zip("abcde", "bcdef", strict=True))
    + ']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:body></w:document>'
)

REFUSED = {
    "empty.txt": (b"", "is empty"),
    "only-head.txt": (b"Source: Daily B\nPublished: 2012-06-08\n\n", "holds no text"),
    "blank.txt": (b" \n\n\t\n", "holds no text"),
    "zeros.txt": (bytes(5000), "zero bytes"),
    "garbage.txt": (bytes(range(1, 32)) * 200, "control characters"),
    "noise.txt": (bytes((i * 7919 + 13) % 251 for i in range(9000)), "is not a text file"),
    "program.txt": (b"\x7fELF\x02\x01\x01" + bytes(200), "is a program"),
    "reports.zip": (b"PK\x03\x04" + bytes(60), "is an archive; unpack it"),
    "reports.tar.gz": (b"\x1f\x8b\x08\x00" + bytes(60), "is an archive; unpack it"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office file or an encrypted one"),
    "sheet.xlsx": (b"PK\x03\x04" + bytes(60), "save the sheet as CSV"),
    "settings.yaml": (b"a: 1\n", "no format of reports"),
    "bomb.xml": (ENTITIES.encode(), "is XML, which is not read"),
    "renamed.pdf": (b"Nine people were killed.", "is called .pdf but its bytes are not"),
    "cut.pdf": (samples.pdf(["Nine died."])[:60], "is damaged"),
    "scan.pdf": (samples.pdf([]), "holds page images and no text"),
    "locked.pdf": (samples.pdf(["Nine died."], encrypted=True), "is encrypted"),
    "cut.docx": (samples.docx("Nine died.")[:900], "is damaged"),
    "entities.docx": (samples.rewritten(samples.docx("Nine died."), "word/document.xml", ENTITIES.encode()), "open"),
    "unpacked.docx": (samples.rewritten(samples.docx("x"), "word/document.xml", b" " * (200 << 20)), "refused as a zip bomb"),
    "empty.docx": (samples.docx(""), "holds no text"),
    "empty.html": (b"<html><body><script>1</script></body></html>", "holds no text"),
    "cut.png": (samples.png()[:20], "cannot be opened as an image"),
    "bomb.png": (samples.png_bomb(), "cannot be opened as an image"),
    "no-text.csv": (b"id,name\n1,Houla\n", "no text column"),
    "head-only.csv": (b"id,text\n", "without rows"),
    "broken.json": (b'{"text": "Nine', "not valid JSON"),
    "deep.json": (b"[" * 200_000, "nested too deeply"),
    "broken.jsonl": (b"{}\n{\n", "no article that could be taken"),
    "half-character.jsonl": (b'{"text": "Nine \\ud83d died"}\n', "half characters"),
    "damaged.txt": ("À Douma, des témoins ont été blessés, a déclaré l’hôpital. ".encode() * 3 + b"\xe9\xff fin", "is damaged UTF-8: byte"),
    "wrong.txt": (b"\xff\xfeN\x00i\x00n\x00e\x00\x00\xd8", "cannot be decoded"),
}


@pytest.fixture(scope="module")
def shared_worker():
    """One process that opens files."""
    with Worker() as worker:
        yield worker


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    """Add a folder of all of them, once."""
    folder = tmp_path_factory.mktemp("reports")
    for name, (content, _) in REFUSED.items():
        (folder / name).write_bytes(content)
    (folder / "good.txt").write_text(GOOD)
    (folder / "zz-good.txt").write_text(GOOD.replace("Daily B", "Daily F"))
    (folder / "long-line.txt").write_text("Nine people were killed. " * 40_000)
    (folder / "deep.html").write_text("<html><body>" + "<div>" * 50_000 + "<p>Nine people were killed in the hamlet, the army said.</p>")
    outside = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    outside.write_text("Not for this case.")
    (folder / "leads-out.txt").symlink_to(outside)
    (folder / "leads-in.txt").symlink_to(folder / "good.txt")
    (folder / "leads-nowhere.txt").symlink_to(folder / "gone.txt")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(folder / "socket.txt"))
    (folder / ".hidden").write_text("x")
    (folder / "not-mine.txt").write_text(GOOD)
    (folder / "not-mine.txt").chmod(0)
    (folder / os.fsdecode(b"name-\xff.txt")).write_text(GOOD.replace("Daily B", "Daily G"))
    case = Case.create(tmp_path_factory.mktemp("case") / "case")
    report = case.add([folder, folder / "gone.txt"])
    listening.close()
    return case, report, {failure.path.rsplit("/", 1)[-1]: failure.reason for failure in report.failed}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_taken_is_refused_with_its_reason(outcome, name):
    """The reason is words a person can act on."""
    _, _, reasons = outcome
    assert REFUSED[name][1] in reasons[name]


def test_good_files_beside_bad_ones_are_taken(outcome):
    """Nothing that is wrong with one file keeps another out; a name that is no text is shown as well as it can be."""
    case, report, _ = outcome
    taken = {taken.path.rsplit("/", 1)[-1] for taken in report.taken}
    assert {"good.txt", "zz-good.txt", "long-line.txt", "name-\ufffd.txt"} <= taken
    assert report.exit_status == 1
    assert "Not for this case." not in {document.text for document in case.archive.documents()}


def test_links_that_lead_out_and_special_files_are_not_opened(outcome):
    """A link out of the folder, a link to nothing, a pipe and a socket are each refused; a link within the folder is the file again."""
    _, report, reasons = outcome
    assert "leads out of the folder" in reasons["leads-out.txt"]
    assert "leads out" in reasons["leads-nowhere.txt"] or "to no file" in reasons["leads-nowhere.txt"]
    assert "no regular file" in reasons["pipe.txt"]
    assert "socket.txt" in reasons
    assert reasons["gone.txt"] == "does not exist"
    assert "leads-in.txt" in {known.path.rsplit("/", 1)[-1] for known in report.known} | {
        taken.path.rsplit("/", 1)[-1] for taken in report.taken
    }


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_says_so(outcome):
    """Permissions are a reason of their own."""
    assert "permissions" in outcome[2]["not-mine.txt"]


def test_refused_files_are_on_record_and_the_case_is_sound(outcome):
    """Every refusal is in the case with its reason, the log vouches for all of it, and no bytes of refused files are kept."""
    case, report, _ = outcome
    assert {failure.path for failure in report.failed} == {failure.path for failure in case.archive.failures()}
    assert case.verify().sound
    assert case.verify().blobs == len(case.archive.items()) == len({taken.item for taken in report.taken})
    assert not list((case.folder.path / "blobs" / "incoming").iterdir())


def test_a_file_that_never_ends_is_stopped_in_time():
    """What hangs the reader of a format is ended at the time limit, and the next file is opened as if nothing had been."""
    with Worker(Limits(seconds=0.02)) as worker, pytest.raises(ItemFailed, match="longer than"):  # less than any process takes to start
        worker.open("text/html", samples.page("<p>x</p>" * 100_000).encode())
    with Worker() as worker:
        assert "Nine died" in worker.open("application/pdf", samples.pdf(["Nine died."])).text


def test_a_reader_that_crashes_is_reported():
    """A crash in the process that opens files is a failure of that file only."""
    with Worker() as worker:
        worker.open("application/pdf", samples.pdf(["Nine died."]))
        worker._process.kill()
        worker._process.wait()
        with pytest.raises(ItemFailed, match="crashed"):
            worker.open("application/pdf", samples.pdf(["Nine died."]))
        assert "Ten died" in worker.open("application/pdf", samples.pdf(["Ten died."])).text


@settings(max_examples=60)
@given(
    content=st.binary(max_size=300),
    start=st.sampled_from([b"", b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\n", b"<html>", b"\xff\xfe", b"id,text\n", b'{"text":']),
    name=st.sampled_from(["a.txt", "a.html", "a.pdf", "a.png", "a.csv", "a.jsonl", "a.json", "a.docx", "a"]),
)
def test_any_bytes_are_taken_or_refused_in_words(shared_worker, tmp_path_factory, content, start, name):
    """Whatever a file holds and however it is called, the outcome is a capture or a reason."""
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(start + content)
    try:
        documents, reason = capture_file(path, worker=shared_worker).documents, "taken"
    except ItemFailed as error:
        documents, reason = (), str(error)
    assert reason
    assert all(document.text.strip() for document in documents)


@pytest.mark.skipif(sys.platform != "linux", reason="limits on memory are the system's")
def test_a_file_that_needs_too_much_memory_is_refused():
    """Memory is bounded in the process that opens files."""
    large = samples.rewritten(samples.docx("x"), "word/document.xml", b"<a>" + b"<b/>" * (8 << 20) + b"</a>")
    with (
        Worker(Limits(unpacked_bytes=1 << 40, unpacked_ratio=1 << 20, memory_bytes=512 << 20)) as worker,
        pytest.raises(ItemFailed, match=r"memory|open"),
    ):
        worker.open("application/vnd.openxmlformats-officedocument.wordprocessingml.document", large)
