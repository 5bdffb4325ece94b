"""The Makefile explains itself, and CI runs what a person runs."""

import os
import re
import subprocess
from pathlib import Path

import pytest

WANTED = {"demo", "test", "lint", "type", "contracts", "bench", "wheel", "clean"}


def targets(root: Path) -> set[str]:
    """Return the names that the Makefile declares phony, other than the parts of other targets."""
    phony = re.search(r"^\.PHONY: (.+)$", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony
    return set(phony[1].split()) - {"setup-run"}


@pytest.fixture(scope="module")
def listing(root: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    return subprocess.run(["make", "--no-print-directory"], cwd=root, env=environment, capture_output=True, text=True, check=True).stdout


def test_plain_make_lists_every_target(root, listing):
    """A newcomer needs to remember `make` only."""
    assert set(re.findall(r"^  make (\S+)", listing, re.MULTILINE)) == targets(root)


def test_every_target_says_what_it_does(listing):
    """A name without a sentence is no help."""
    assert all(re.fullmatch(r"  make \S+ +\S.{8,}", line) for line in listing.splitlines())


def test_the_promised_targets_are_there(root):
    """The README and CI count on these."""
    assert targets(root) >= WANTED


def test_ci_runs_make_test(root):
    """What CI checks is what a person checks."""
    run = root / ".ci" / "run"
    assert os.access(run, os.X_OK)
    assert "make test" in run.read_text(encoding="utf-8")


def test_scripts_are_executable_posix_shell(root):
    """They run on any machine with a shell, by name."""
    for script in (root / "scripts").glob("*.sh"):
        assert script.read_text(encoding="utf-8").startswith("#!/bin/sh\n"), script.name
        assert os.access(script, os.X_OK), script.name
