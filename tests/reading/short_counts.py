"""Counts in short rows, for tables of cases: "k pf 3 3; i a 9 n" is three fighters killed and nine or more people injured."""

from datetime import date

import trucewatch
from trucewatch.records.assertion import CasualtyPayload

METRICS = {"k": "killed", "i": "injured", "m": "missing", "d": "detained", "x": "displaced"}
PEOPLE = {"a": "all", "c": "civilians", "ch": "children", "w": "women", "mp": "mission personnel", "pf": "party forces"}


def counts(text):
    result = trucewatch.read(text, published=date(2020, 5, 20))
    rows = (claim.payload for claim in result.claims if isinstance(claim.payload, CasualtyPayload))
    return {(row.metric, row.population, row.low, row.high) for row in rows}


def expected(short):
    """Rows such as "k pf 3 3; i a 9 n": metric, population, low, high (n: no upper bound)."""
    rows = (row.split() for row in short.split(";") if row.strip())
    return {(METRICS[m], PEOPLE[p], int(low), None if high == "n" else int(high)) for m, p, low, high in rows}
