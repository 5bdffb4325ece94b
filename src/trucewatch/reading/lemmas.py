"""A tagged text → its lemmas: those of the model's lemmatiser, each worked out once.

The lemmatiser asks only for a token's form, part of speech and morphology, yet works most lemmas out anew at every token. Here its answers
are kept by what it asks for.
"""

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.pipeline import Lemmatizer

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "trucewatch_lemmas"
STOCK = "lemmatizer"
"""The model's component whose work is done here."""
_MOST = 200_000
"""So many answers are kept, more than a large collection asks for; then the memory is emptied."""


class Lemmas:
    """The model's lemmatiser with a memory."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self.lemmatizer = lemmatizer
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for kind, words in list(index.items()):
            index[kind] = frozenset(words)  # a list of fifty thousand nouns takes as long to search as parsing the sentence
        self.known: dict[tuple[int, int, int], int] = {}
        """Lemmas by form, part of speech and morphology, all as the ids of strings."""

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the lemma of every token of ``doc`` that has none."""
        if not len(doc):
            return doc
        known, strings = self.known, doc.vocab.strings
        if len(known) > _MOST:
            known.clear()
        columns: Any = doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"])
        lemmas = []
        for at, (form, pos, morph, given) in enumerate(columns.tolist()):
            key = (form, pos, morph)
            if not given and key not in known:
                known[key] = strings.add(self.lemmatizer.lemmatize(doc[at])[0])
            lemmas.append(given or known[key])
        columns[:, 3] = lemmas
        return doc.from_array(["LEMMA"], columns[:, 3])


@Language.factory(NAME)
def remembering(nlp: Language, name: str) -> Any:  # noqa: ARG001 the name is part of a factory's call
    """Return the component that does the lemmatiser's work: the lemmatiser itself where it looks at more than is kept here."""
    lemmatizer: Any = nlp.get_pipe(STOCK)
    by_rule = isinstance(lemmatizer, Lemmatizer) and lemmatizer.mode == "rule" and not lemmatizer.overwrite
    return Lemmas(lemmatizer) if by_rule else lemmatizer
