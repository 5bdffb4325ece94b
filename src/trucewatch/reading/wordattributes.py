"""A tagged and parsed text → parts of speech and morphology: those of the model's attribute ruler, each combination looked up once.

The ruler tries each of its patterns at every token, a fifth of the time of the whole parse, though nearly all of them look at one token
only, and there at its tag, its relation and whether it is one of a few words. Here its answers are kept by these.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens._retokenize import set_token_attrs

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "trucewatch_word_attributes"
STOCK = "attribute_ruler"
"""The model's component whose work is done here."""
_MOST = 200_000
"""So many answers are kept, more than a large collection asks for; then the memory is emptied."""
_LOOKED_AT = frozenset(("TAG", "LOWER", "DEP", "IS_SPACE"))
_OPENING = "opening"
"""Name of the pattern for tokens at which one of several tokens may begin."""

type Pattern = list[dict[str, Any]]
type Key = tuple[int, int, int, int]


class WordAttributes:
    """The model's attribute ruler with a memory."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler = ruler
        self.single, self.several = Matcher(ruler.vocab), Matcher(ruler.vocab)
        openings: list[Pattern] = []
        for number, patterns in enumerate(_patterns(ruler)):
            for pattern in patterns:
                long = len(pattern) > 1
                (self.several if long else self.single).add(str(number), [pattern])
                openings += [pattern[:1]] if long else []
        if openings:
            self.single.add(_OPENING, openings)
        conditions = [rule["LOWER"] for rule in _tokens(ruler) if "LOWER" in rule]
        self.named = frozenset(word for one in conditions for word in _words(one))
        self.forms = [re.compile(one["REGEX"]) for one in conditions if isinstance(one, dict) and "REGEX" in one]
        self.words: dict[int, int] = {}
        """Ids of the words that some pattern knows, by themselves; of all others, 0."""
        self.answers: dict[Key, tuple[tuple[int, ...], bool]] = {}
        """The rules that fit a token of such a tag, word, relation; whether a pattern of several tokens may begin there."""
        self.merged: dict[tuple[int, ...], dict[int, int]] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the attributes of the tokens of ``doc``."""
        if max(len(self.words), len(self.answers)) > _MOST:
            self.words.clear()
            self.answers.clear()
        rows = doc.to_array(["TAG", "LOWER", "DEP", "IS_SPACE"]).tolist()
        words, answers = self.words, self.answers
        for at, (tag, word, relation, space) in enumerate(rows):
            if word not in words:
                self._word(word)
            if (key := (tag, words[word], relation, space)) not in answers:
                answers[key] = self._answer(doc, at)
        given = [answers[tag, words[word], relation, space] for tag, word, relation, space in rows]
        fitting = [rules for rules, _ in given]
        if any(opens for _, opens in given):
            self._together(doc, fitting)
        for token, rules in zip(doc, fitting, strict=True):
            if rules:
                set_token_attrs(token, self.merged.get(rules) or self._merge(rules))
        return doc

    def _word(self, word: int) -> None:
        """Note ``word`` as itself, or as 0 where no pattern tells it from other words."""
        text = self.ruler.vocab.strings[word]
        self.words[word] = word if text in self.named or any(form.search(text) for form in self.forms) else 0

    def _answer(self, doc: "Doc", at: int) -> tuple[tuple[int, ...], bool]:
        """Ask the patterns about the token at ``at``."""
        names = {doc.vocab.strings[match[0]] for match in self.single(doc[at : at + 1], allow_missing=True)}
        return tuple(sorted(int(name) for name in names if name != _OPENING)), _OPENING in names

    def _together(self, doc: "Doc", fitting: list[tuple[int, ...]]) -> None:
        """Add the rules that fit several tokens together."""
        for name, start, end in self.several(doc, allow_missing=True):
            number = int(doc.vocab.strings[name])
            at = range(start, end)[self.ruler.indices[number]]
            fitting[at] = tuple(sorted({*fitting[at], number}))

    def _merge(self, rules: tuple[int, ...]) -> dict[int, int]:
        """Return what rules set together: of two that set the same, the later counts."""
        merged = self.merged[rules] = {name: value for number in rules for name, value in self.ruler.attrs[number].items()}
        return merged


def _patterns(ruler: AttributeRuler) -> list[list[Pattern]]:
    """Return the patterns of each rule of ``ruler``."""
    return [cast("list[Pattern]", rule["patterns"]) for rule in ruler.patterns]


def _tokens(ruler: AttributeRuler) -> Iterator[dict[str, Any]]:
    """Yield what the patterns of ``ruler`` ask of each token."""
    for patterns in _patterns(ruler):
        for pattern in patterns:
            yield from pattern


def _words(condition: Any) -> list[str]:
    """Return the words a condition names."""
    return [condition] if isinstance(condition, str) else [*condition.get("IN", ()), *condition.get("NOT_IN", ())]


def _understood(ruler: AttributeRuler) -> bool:
    """Tell whether the patterns of ``ruler`` look only at what answers are kept by."""
    for token in _tokens(ruler):
        if not token.keys() <= _LOOKED_AT:
            return False
        word = token.get("LOWER", "")
        if not isinstance(word, str) and not word.keys() <= {"IN", "NOT_IN", "REGEX"}:
            return False
    return True


@Language.factory(NAME)
def remembering(nlp: Language, name: str) -> Any:  # noqa: ARG001 the name is part of a factory's call
    """Return the component that does the attribute ruler's work: the ruler itself where it looks at more than is kept here."""
    ruler = nlp.get_pipe(STOCK)
    return WordAttributes(ruler) if isinstance(ruler, AttributeRuler) and _understood(ruler) else ruler
