"""What every test may ask for: ``shared``, and property tests that try the same examples each time."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("house", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of notes and data beside the checkout; a test that needs it is skipped where it is missing."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the shared folder beside the checkout")
    return folder


@pytest.fixture(scope="session")
def parser():
    """The parser, loaded once for the whole run."""
    from trucewatch.reading.parser import Parser

    return Parser.load()


@pytest.fixture(scope="session")
def sides():
    """Who did, and who suffered, what a word of a text tells of."""
    from trucewatch import read
    from trucewatch.records.assertion import EventPayload

    def told(text: str, word: str) -> tuple[set[str], set[str]]:
        """Return who did and who suffered the event that ``word`` tells of."""
        at = text.index(word)
        people = [
            person
            for claim in read(text, published="2021-06-30").claims
            if isinstance(claim.payload, EventPayload) and claim.payload.trigger.start <= at < claim.payload.trigger.end
            for person in claim.payload.participants
        ]
        did = {person.name for person in people if person.role.startswith("perpetrator")}
        return did, {person.name for person in people if person.role in {"victim", "target"}}

    return told
