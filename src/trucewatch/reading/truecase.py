"""A text all of capitals, or without any, → the same text cased as usual, character for character of the same length.

Old wires, telegrams and headlines come in capitals, some data sets in lower case; the parser knows neither. A word keeps its small letters
where it is a common English word (the lemma lists of the parser's own model say so) and no known name; every other word is a name. Nothing
else of the text changes, so offsets stay valid. Texts in ordinary case come back as they are.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from trucewatch.vocab import vocabulary

_TOKEN = re.compile(r"[^\W_]+(?:\.[^\W\d_]\b\.?)*(?:['’][^\W_]+)*")
_STOP = re.compile(
    r"[.!?:]['\"”’)\]]*\s*[\[(\"“'‘]*$|\n\s*\n\s*[\[(\"“'‘]*$"
    r"|\[(?:text|report|excerpts?|passage omitted)[^\]]*\]\s*[\[(\"“'‘]*$|\]\s*[\"“]$"
)
_DASH = re.compile(r"[^.!?\"]{3,110}(?:--| -)\s*(?:\[[^\]]*\]\s*)*")
_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ied", "y"), ("ing", ""), ("ing", "e"), ("er", ""), ("r", ""),
            ("est", ""), ("st", ""), ("ly", ""), ("ers", ""), ("rs", ""), ("ings", ""), ("n't", ""), ("men", "man"))  # fmt: skip
_PARTICLES = frozenset(
    "al el bin ibn abu abou um san santa santo los las new port puerto villa saint st mount mt fort lake de von van".split()
)
_INNER = frozenset("de del la las los y al el ez ad as ar of bin ibn da do dos du van von der".split())
_TITLES = frozenset(
    """president general colonel captain major lieutenant sergeant commander minister mr mrs ms dr monsignor bishop archbishop father
    senator
    governor mayor judge king queen prince sheikh ayatollah ambassador deputy professor admiral pope""".split()
)
_SMALL = frozenset(
    """a an the and or but if in on at by for of to from with as is was were are be been being am has have had do does
    did not no so than that
    this it its he she they them his her their we our you your i me my us who what when where why how which while after before over under
    into out up down off about against between through there here then also all any both each few more most other some such only own same
    too very can will just one two three four five six seven eight nine ten eleven twelve him again further once during
    above below nor""".split()
)


@dataclass(frozen=True, slots=True)
class Casing:
    """What is known of words' case, all lower-case: ``nouns`` and ``firm`` (other words) are common words; the other sets are capitalised.

    ``given`` are first names and titles: after one even a common noun may be a surname.
    """

    nouns: frozenset[str]
    firm: frozenset[str]
    names: frozenset[str]
    given: frozenset[str]
    acronyms: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]

    def is_common(self, word: str) -> bool:
        """Tell whether ``word`` is a common word in some inflection."""
        return word in _SMALL or _inflects(word, self.firm) or (_inflects(word, self.nouns) and word.removesuffix("s") not in self.names)

    def is_firm(self, word: str) -> bool:
        """Tell whether ``word`` is no noun only: it cannot be a surname."""
        return word in _SMALL or _inflects(word, self.firm)


def _inflects(word: str, lemmas: frozenset[str]) -> bool:
    """Tell whether ``word`` is one of ``lemmas`` or a regular inflection of one."""
    if word in lemmas:
        return True
    for ending, to in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)] + to
            if stem in lemmas or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in lemmas):
                return True
    return False


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    """Return the word lists of vocab/casing.yaml, and the words of countries, their people, months and weekdays."""
    raw = cast("dict[str, list[str]]", vocabulary("casing"))
    countries = cast("dict[str, dict[str, list[str]]]", vocabulary("countries"))
    calendar = cast("dict[str, Any]", vocabulary("times"))
    known = [name.lower() for row in countries.values() for group in row.values() for name in group]
    known += [name.lower() for name in cast("dict[str, Any]", vocabulary("places"))["areas"]]
    names = [name for name in known if " " not in name and name not in ("pole", "us")]
    names += [
        word.lower() + "s"
        for row in countries.values()
        for word in row.get("people", ())
        if " " not in word and word not in ("Pole", "Polish")
    ]
    names += [m for m in calendar["months"] if m not in ("may", "march", "mar")] + list(calendar["weekdays"])
    lists = {key: tuple(map(str, words)) for key, words in raw.items()}
    lists["names"] = (*names, *lists["countries"])
    groups = cast("dict[str, Any]", vocabulary("actors"))["armed_groups"]
    armed = (form for forms in groups for form in forms if " " in form and form.replace(" ", "").isalpha())
    verbs = cast("dict[str, Any]", vocabulary("triggers"))["verbs"]
    lists["common"] = (*lists["common"], *(word for entry in verbs for word in entry["words"]))
    lists["phrases"] = (*lists["phrases"], *(name for name in known if " " in name), *armed)
    return lists


def casing(nouns: Iterable[str], others: Iterable[str] = ()) -> Casing:
    """Return what is known of case: ``nouns`` and ``others`` (verbs, adjectives, adverbs) are the common words of a lemmatizer."""
    lists = _lists()
    names = {*lists["names"], *lists["given"], *lists["places"]} - _SMALL
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lists["phrases"]:
        words = tuple(phrase.split())
        phrases.setdefault(words[0], []).append(words)
    ordered = {first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in phrases.items()}
    firm = frozenset((*others, *lists["common"]))
    given = frozenset((*lists["given"], *_TITLES))
    return Casing(frozenset(nouns), firm, frozenset(names), given, frozenset(lists["acronyms"]), ordered)


def uniform(text: str) -> bool:
    """Tell whether ``text`` is all of capitals or has none: nine letters in ten capital, or under one in 150."""
    letters, capitals = sum(map(str.isalpha, text)), sum(map(str.isupper, text))
    if letters < 12:
        return False
    return capitals * 10 >= letters * 9 or (capitals * 150 < letters and letters > 30)


def restore(text: str, casing: Casing) -> str:
    """Return ``text`` in ordinary case, with as many characters."""
    lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    pieces = [(m.start(), m.end()) for m in _TOKEN.finditer(lower)]
    words = [lower[start:end] for start, end in pieces]
    forms = _forms(words, pieces, lower, casing)
    out, at = list[str](), 0
    for (start, end), word, form in zip(pieces, words, forms, strict=True):
        out.append(lower[at:start])
        out.append(_shaped(word, form))
        at = end
    out.append(lower[at:])
    return "".join(out)


def restore_lines(text: str, casing: Casing) -> str:
    """Return ``text`` with the lines that are all of capitals (headlines) in ordinary case; lines under four words stay."""
    if not any(line.isupper() for line in text.split("\n")):
        return text
    return "\n".join(restore(line, casing) if line.isupper() and len(line.split()) > 3 else line for line in text.split("\n"))


def _forms(words: Sequence[str], pieces: Sequence[tuple[int, int]], lower: str, casing: Casing) -> list[str]:
    """Return the form of every word: "lower", "title" or "upper"."""
    forms = [_form(word, lower, start, end, casing) for word, (start, end) in zip(words, pieces, strict=True)]
    for index, word in enumerate(words):
        for phrase in casing.phrases.get(word, ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                for at in range(index, index + len(phrase)):
                    forms[at] = "lower" if words[at] in ("of", "the", "de") else "title"
                break
    for index in range(len(words) - 1):
        if forms[index + 1] != "title" or forms[index] != "lower" or lower[pieces[index][1] : pieces[index + 1][0]].strip(" \n-."):
            continue
        if (
            words[index] in _TITLES
            or (words[index] in _PARTICLES and words[index] not in _INNER)
            or (
                words[index] in ("la", "el", "los", "las", "al")
                and not (index and (forms[index - 1] == "title" or words[index - 1] in _INNER))
                and lower[pieces[index][1]] == " "
            )
        ):
            forms[index] = "title"
    for index in range(len(words) - 1):  # a first name that is a word too, before a surname
        apart = lower[pieces[index][1] : pieces[index + 1][0]]
        named = words[index] in casing.given and words[index] not in _TITLES
        if named and forms[index] == "lower" and forms[index + 1] == "title" and apart == " ":
            forms[index] = "title"
    for index in range(1, len(words)):
        near = lower[pieces[index - 1][1] : pieces[index][0]].isspace()
        if forms[index] == "lower" and near and _is_surname(words, forms, index, casing):
            forms[index] = "title"
    for index in range(len(words)):
        start = pieces[index][0]
        if forms[index] == "lower" and (start == 0 or _begins(lower, start)) and not (index and "." in words[index - 1]):
            forms[index] = "title"
    return forms


def _begins(lower: str, start: int) -> bool:
    """Tell whether a sentence begins at ``start``: after an end mark, a paragraph's end, or the dash of a dateline."""
    before = lower[max(0, start - 24) : start]
    if _STOP.search(before):
        return True
    if not before.rstrip().endswith(("--", "]", " -")):
        return False
    opened = lower.rfind("\n\n", 0, start)
    return bool(_DASH.fullmatch(lower[opened + 2 if opened >= 0 else 0 : start]))


def _is_surname(words: Sequence[str], forms: Sequence[str], index: int, casing: Casing) -> bool:
    """Tell whether a common noun is a surname here: it follows a first name, at most one name between ("Fernando Torres Silva")."""
    if words[index] in _TITLES or casing.is_firm(words[index]) or words[index] in _PARTICLES | _INNER:
        return False
    first = words[index - 1] in casing.given and words[index - 1] not in _TITLES
    second = index > 1 and words[index - 2] in casing.given and forms[index - 1] == "title" and forms[index - 2] == "title"
    return forms[index - 1] == "title" and (first or second)


def _form(word: str, lower: str, start: int, end: int, casing: Casing) -> str:
    """Return the form one word has by itself."""
    bare = word.removesuffix("'s").removesuffix("’s")
    if "." in word or (len(word) == 1 and word != "a" and lower[end : end + 1] == "."):
        return "lower" if word in ("a.m.", "p.m.", "a.m", "p.m", "i.e.", "e.g.") else "upper"
    if word == "i" or bare in casing.acronyms:
        return "upper"
    if any(char.isdigit() for char in word):
        return "lower" if word[0].isdigit() else "upper"
    bracketed = lower[start - 1 : start] in ("(", "[") and lower[end : end + 1] in (")", "]")
    if bracketed and 2 <= len(word) <= 6 and not casing.is_common(word):
        return "upper"
    if bare in casing.names:
        return "title"
    if bare in _INNER or casing.is_common(bare) or word in _PARTICLES:
        return "lower"
    if not any(char in "aeiouy" for char in bare):
        return "upper" if len(bare) > 1 else "lower"
    return "title"


def _shaped(word: str, form: str) -> str:
    """Return ``word`` in a form. Only changes that keep the length are made."""
    if form == "lower":
        return word
    if form == "upper":
        shaped = word.upper()
        if shaped.endswith(("'S", "’S")):
            shaped = shaped[:-1] + "s"
    else:
        shaped = word[:1].upper() + word[1:]
    return shaped if len(shaped) == len(word) else word
