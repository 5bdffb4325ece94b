import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.matching.tables import Rows, link, take


def rows(*given):
    """Rows of (source, day, latitude, longitude, type, deaths)."""
    source, day, latitude, longitude, kind, dead = (np.array(column) for column in zip(*given, strict=True))
    size = len(source)
    dead = dead.astype(np.int64)
    return Rows(
        source.astype(np.int64), day.astype(np.int64), latitude.astype(float), longitude.astype(float), np.full(size, 1.0),
        np.zeros(size, np.int64),
        kind.astype(np.int64), dead, dead,
    )  # fmt: skip


def test_two_tables_rows_of_one_event_are_linked():
    """A day and a kilometre apart, the same kind and number."""
    assert len(set(link(rows((0, 10, 35.0, 36.0, 1, 78), (1, 11, 35.008, 36.0, 1, 78))))) == 1


def test_rows_of_one_table_are_never_linked():
    """One source does not list an event twice."""
    assert len(set(link(rows((0, 10, 35.0, 36.0, 1, 78), (0, 10, 35.0, 36.0, 1, 78))))) == 2


def test_rows_far_apart_in_space_or_time_are_not_linked():
    """Thirty kilometres, or ten days."""
    assert len(set(link(rows((0, 10, 35.0, 36.0, 1, 78), (1, 10, 35.3, 36.0, 1, 78))))) == 2
    assert len(set(link(rows((0, 10, 35.0, 36.0, 1, 78), (1, 20, 35.0, 36.0, 1, 78))))) == 2


def test_the_better_of_two_partners_is_taken():
    """Two attacks in one town on neighbouring days find their own rows."""
    labels = link(rows((0, 10, 35.0, 36.0, 1, 5), (0, 11, 35.0, 36.0, 1, 40), (1, 11, 35.0, 36.0, 1, 40), (1, 10, 35.0, 36.0, 1, 5)))
    assert labels[0] == labels[3]
    assert labels[1] == labels[2]
    assert labels[0] != labels[1]


def test_three_tables_meet_in_one_event():
    """Every source contributes one row."""
    assert len(set(link(rows((0, 10, 35.0, 36.0, 1, 5), (1, 10, 35.0, 36.0, 1, 5), (2, 11, 35.001, 36.0, 1, 6))))) == 1


def test_nothing_in_gives_nothing():
    """An empty table, or one source alone."""
    assert len(link(take(rows((0, 1, 1.0, 1.0, 1, 1)), np.array([], np.int64)))) == 0
    assert list(link(rows((0, 1, 1.0, 1.0, 1, 1)))) == [0]


SOME = rows(*[(at % 2, 10 + at // 7, 35.0 + (at % 5) * 0.004, 36.0, at % 3, at % 4) for at in range(24)])


@settings(max_examples=20)
@given(st.permutations(range(24)))
def test_the_order_of_rows_changes_no_cluster(order):
    """Shuffled tables link the same rows."""
    at = np.array(order)
    plain, shuffled = link(SOME), link(take(SOME, at))
    assert np.array_equal(plain[at][:, None] == plain[at][None, :], shuffled[:, None] == shuffled[None, :])
