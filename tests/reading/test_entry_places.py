"""Places at the heads of entries, of sites and addresses, and those an entry opens with or takes up."""

import pytest

from trucewatch import read
from trucewatch.records.assertion import EventPayload

RECORDS = """JOINT SECURITY COMMITTEE: violations, first quarter of 2003

V-03 (serious). Lamno, Pidie. On 14 January rebels took two policemen off a minibus.
V-07 (very serious). Idi Rayeuk, East Aceh. A patrol burned a coffee stall.
"""
ROWS = """DESK: was the quiet kept? (10 July to 8 August 2013)

Row 2 | 11 Jul | Raman, Yala | bomb exploded under a truck | 8 rangers hurt
Row 7 | 29 Jul | Rueso, Narathiwat | trader shot dead from a motorcycle | claim: none
"""
STOPS = """Justice Commission. Bulletin no. 19.

Chibi TTL. On the evening of 25 October a patrol fired into a meeting.

Avila. The mission was raided by armed men in September.
"""
PERSONS = """Weekly list

Monday: John Mbeki. Shot at his home by gunmen.
Tuesday: Sipho Dlamini. Stabbed by neighbours.
"""
OPENED = "11:05 In Hranitne, two craters, caused by artillery. A woman showed us the bed in which her husband had been killed."


def place_of(text: str, word: str) -> str | None:
    """Return the first place of the event told by ``word``."""
    at = text.index(word)
    for claim in read(text, published="2014-08-11").claims:
        if isinstance(claim.payload, EventPayload) and claim.payload.trigger.start <= at < claim.payload.trigger.end:
            return claim.payload.where[0].name if claim.payload.where else None
    return None


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        (RECORDS, "burned", "Idi Rayeuk"),
        (ROWS, "exploded", "Raman"),
        (ROWS, "shot dead", "Rueso"),
        (STOPS, "raided", "Avila"),
        (OPENED, "killed", "Hranitne"),
        ("Six soldiers were wounded when mortars found their position on Munigi hill.", "wounded", "Munigi hill"),
        ("Gunmen shot four nurses in the yard of the Red Cross Hospital.", "shot", "Red Cross Hospital"),
        ("Two soldiers died on a mine laid by rebels in the rural area of Corinto.", "died", "Corinto"),
        ("Gunmen abducted residents of Gawa Qanqa on Sunday.", "abducted", "Gawa Qanqa"),
    ],
)
def test_the_place_is_that_of_the_entry_or_site(text: str, word: str, place: str) -> None:
    assert place_of(text, word) == place


@pytest.mark.parametrize("word", ["Shot", "Stabbed"])
def test_a_person_whose_case_an_entry_is_is_no_place(word: str) -> None:
    assert place_of(PERSONS, word) is None
