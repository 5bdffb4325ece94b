"""A case that is killed while files are added."""

import os
import signal
import subprocess
import sys

import pytest

from trucewatch.case import Case

FILES = 12
ADD = """
import sys
from trucewatch.case import Case
Case.open(sys.argv[1]).add([sys.argv[2]], progress=lambda outcome: print(outcome.path, flush=True))
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Two dozen reports, large enough for a write to be interrupted, and a table."""
    folder = tmp_path_factory.mktemp("reports")
    for number in range(FILES):
        (folder / f"{number:02}.txt").write_text(f"Report {number}. " + "Nine people were killed in the hamlet. " * 4000)
    (folder / "99.csv").write_text("id,text\n" + "".join(f"{n},Report {n} of nine dead.\n" for n in range(300)))
    return folder


@pytest.mark.parametrize(("lines", "wait"), [(0, 0.0), (1, 0.001), (7, 0.011), (FILES, 0.02)])
def test_nothing_reported_is_lost_and_the_case_opens(tmp_path, reports, lines, wait):
    """Killed after so many reported files and a moment more, the case opens, holds all that was reported, verifies, and can go on."""
    Case.create(tmp_path / "case").close()
    with subprocess.Popen(
        [sys.executable, "-c", ADD, str(tmp_path / "case"), str(reports)], stdout=subprocess.PIPE, text=True, env=os.environ
    ) as child:
        reported = [child.stdout.readline().strip() for _ in range(lines)]
        try:
            child.wait(timeout=wait)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
        reported += [line.strip() for line in child.stdout if line.endswith("\n")]
    case = Case.open(tmp_path / "case")
    check = case.verify()
    assert check.sound, check.problems
    assert set(reported) <= {item.original_path for item in case.archive.items()}
    again = case.add([reports])
    assert again.failed == []
    assert len(case.archive.items()) == FILES + 1
    assert len(case.archive.documents()) == FILES + 300
    assert case.verify().sound
