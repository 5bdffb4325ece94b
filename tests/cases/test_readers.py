"""Reading with several processes."""

import pytest

from trucewatch.capture.texts import document_of
from trucewatch.readers import Readers, processes_for, read_all
from trucewatch.reading.reader import Reader


@pytest.fixture(scope="module")
def reader():
    return Reader.load()


@pytest.fixture(scope="module")
def documents():
    """A few batches of short reports, all different."""
    text = "SANAA, March {day} (Wire A) - Gunmen killed {n} people in the town of Dhamar on Tuesday, an official said."
    return [document_of(text.format(day=1 + n % 28, n=n + 2), publisher=f"Daily {n % 7}") for n in range(40)]


def test_several_processes_give_what_one_gives_in_the_same_order(reader, documents):
    """How many read makes no difference to what is read."""
    one = [reading for batch in read_all(documents, lambda: reader, (), processes=1) for reading in batch]
    two = [reading for batch in read_all(documents, lambda: reader, (), processes=2) for reading in batch]
    assert [reading.document for reading in two] == [document.id for document in documents]
    assert two == one


def test_a_process_that_dies_hands_its_batch_back(documents):
    """What it was to read comes back unread, so that nothing is lost."""
    with Readers((), 1) as readers:
        readers._all[0].kill()
        readers._all[0].wait()
        assert [readings for _, readings in readers.read([documents[:2], documents[2:4]])] == [None, None]


@pytest.mark.parametrize(("number", "most"), [(1, 1), (99, 1), (10_000, 4)])
def test_few_documents_start_no_processes(number, most):
    """Starting a model for a handful of texts costs more than reading them."""
    assert 1 <= processes_for(number) <= most
