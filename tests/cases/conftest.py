"""Puts the helpers that these tests share within reach, and makes a case for them."""

import sys
from pathlib import Path

import pytest

from trucewatch.case import Case
from trucewatch.reading.reader import Reader
from trucewatch.store.folder import create

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


@pytest.fixture(scope="session")
def reader():
    """The English reader, loaded once."""
    return Reader.load()


@pytest.fixture
def case(tmp_path, reader):
    """An empty case with a clock of its own."""
    from kit import Clock

    clock = Clock()
    return Case(create(tmp_path / "case", "buulo mareer", clock()), reader, clock)
