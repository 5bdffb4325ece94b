"""Text → its language (ISO 639-1) and its script (ISO 15924)."""

import re
import unicodedata
from collections import Counter

_SAMPLE = 4_000
_ENGLISH_ONLY = frozenset("the of and to that was with for were from have has which this said they their his been by".split())
_WORDS = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "LATIN": "Latn", "ARABIC": "Arab", "CYRILLIC": "Cyrl", "HEBREW": "Hebr", "GREEK": "Grek", "CJK": "Hani", "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan", "HANGUL": "Kore", "DEVANAGARI": "Deva", "ETHIOPIC": "Ethi", "GEORGIAN": "Geor", "ARMENIAN": "Armn",
    "MYANMAR": "Mymr", "THAI": "Thai", "BENGALI": "Beng", "TAMIL": "Taml", "SYRIAC": "Syrc", "THAANA": "Thaa",
}  # fmt: skip


def script_of(text: str) -> str | None:
    """Return the script most letters of ``text`` are in, or None where it has no letters or they are of none that we name."""
    counts: Counter[str] = Counter()
    for letter, number in Counter(text[:_SAMPLE]).items():
        if letter.isalpha():
            counts[unicodedata.name(letter, "?").split()[0]] += number
    return _SCRIPTS.get(max(counts, key=lambda name: (counts[name], name))) if counts else None


_NAMES = {
    "english": "en", "arabic": "ar", "french": "fr", "spanish": "es", "russian": "ru", "ukrainian": "uk", "german": "de", "persian": "fa",
    "farsi": "fa", "turkish": "tr", "hebrew": "he", "kurdish": "ku", "portuguese": "pt", "chinese": "zh", "somali": "so", "amharic": "am",
}  # fmt: skip


def stated_language(words: str | None) -> str | None:
    """Return the language a field names, by code ("en", "en-GB") or English name, or None where it names none that we know."""
    if not words:
        return None
    name = words.strip().lower()
    code = name.replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isalpha() else _NAMES.get(name)


def language_of(text: str) -> str | None:
    """Return the language of ``text``, or None where there are too few words to tell.

    Plain English is told by its function words; anything else is put to the py3langid classifier, which takes a while to load.
    """
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORDS.findall(sample)]
    if len(words) < 5:
        return None
    if sum(word in _ENGLISH_ONLY for word in words) >= len(words) * 0.18:
        return "en"
    import py3langid

    return str(py3langid.classify(sample)[0])
