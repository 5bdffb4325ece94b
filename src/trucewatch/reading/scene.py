"""What every maker of claims looks at: one parse with its statements and events, and where each word of it stands in them."""

from dataclasses import dataclass
from functools import cached_property

from trucewatch.reading.mentions import EventMention, Stance
from trucewatch.reading.parse import Parse
from trucewatch.records.assertion import Payload, Statement
from trucewatch.records.span import Span
from trucewatch.records.terms import ClaimKind

CERTAIN = Stance("assert", "certain")
UNREAL = frozenset(("conditional", "future", "demanded"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim not yet tied to its statement. ``token`` is the word it hangs on; ``event`` indexes the event it speaks of."""

    kind: ClaimKind
    token: int
    stance: Stance
    spans: tuple[Span, ...]
    payload: Payload
    event: int | None = None
    rule: str = ""
    voice: int | None = None
    """The statement whose speaker says this, by its place among the scene's, where it is not the one around ``token``."""


@dataclass(frozen=True)
class Scene:
    """One parse with its statements and events."""

    parse: Parse
    statements: tuple[Statement, ...]
    events: tuple[EventMention, ...]

    @cached_property
    def lower(self) -> list[str]:
        """The words in lower case."""
        return self.parse.tree.lower

    @cached_property
    def lemma(self) -> list[str]:
        """The lemmas in lower case."""
        return self.parse.lemmas

    @cached_property
    def _contents(self) -> list[tuple[int, int, int, int]]:
        """(length, start, end, statement) of every content span, the shortest first."""
        found = []
        for number, statement in enumerate(self.statements):
            length = sum(span.end - span.start for span in statement.content)
            found += [(length, span.start, span.end, number) for span in statement.content]
        return sorted(found)

    def statement_at(self, token: int) -> Statement | None:
        """The innermost statement whose content covers the word, None where it is the narrator's."""
        start = self.parse.doc[token].idx
        return next((self.statements[number] for _, low, high, number in self._contents if low <= start < high), None)

    def voice_of(self, subject: int, sentence_of: int) -> int | None:
        """The statement in the sentence of ``sentence_of`` whose source is the word at ``subject``: "Mr Ban hinted at it, saying …"."""
        word = self.parse.span(subject, subject + 1)
        sentence = self.parse.doc[sentence_of].sent
        low, high = sentence.start_char, sentence.end_char
        for number, statement in enumerate(self.statements):
            cued = statement.cue is not None and low <= statement.cue.span.start < high
            if cued and any(span.touches(word) for span in statement.source):
                return number
        return None

    @cached_property
    def _event_at(self) -> dict[int, int]:
        return {event.token: number for number, event in reversed(tuple(enumerate(self.events)))}

    def event_at(self, token: int) -> int | None:
        """The event whose trigger is this word."""
        return self._event_at.get(token)

    def event_near(self, token: int) -> int | None:
        """The event a word speaks of: at it, above it in its sentence, else the nearest real one in its sentence or before it."""
        doc, sentence = self.parse.doc, self.parse.sentence_of
        if not self.events:
            return None
        here = doc[token]
        for _ in range(8):
            if here.i in self._event_at:
                return self._event_at[here.i]
            if here.head.i == here.i:
                break
            here = here.head
        real = [n for n, event in enumerate(self.events) if event.stance.factuality not in UNREAL and not event.pattern]
        same = [n for n in real if sentence[self.events[n].token] == sentence[token]]
        if same:
            return min(same, key=lambda n: (abs(self.events[n].token - token), n))
        earlier = [n for n in real if self.events[n].token < token]
        return earlier[-1] if earlier else None

    def between(self, first: int, last: int) -> Span:
        """The span of tokens ``first`` to ``last``, both included, in either order."""
        return self.parse.span(min(first, last), max(first, last) + 1)
