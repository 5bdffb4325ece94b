"""Place names folded over spellings: a name enters, a key leaves that romanisations of the same name share.

Pure string work, shared by reading and matching. The rules are those of everyday romanisation of Arabic (BGN/PCGN, French and press
spellings side by side), harmless for other names: *al-Qubayr, el-Kubeir, Mazraat al-Qubair* share one key, and so do *Houla, al-Hula*.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a",
        "'": "", "’": "", "‘": "", "`": "", "´": "", "ʿ": "", "ʾ": "", "ʼ": "", "ʻ": "", "′": "",
        "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "/": " ", "_": " ", ",": " ", ".": " ", "(": " ", ")": " ", "\u00a0": " ",
    }
)  # fmt: skip

ARTICLES = frozenset("al el ul ad ar as ash at ath az an ed er es esh et eth ez en l le the".split())
"""Arabic articles with their assimilated forms, the Spanish one, and English "the": no part of a name's key."""

SETTLEMENT_WORDS = frozenset(
    """mazraat mazrat mezraat mazraa mazra mezra farm hamlet village town city qaryat karyat qarya nahiyat nahiya markaz madinat medinat
    madina hayy hai hay""".split()
)
"""Words for a kind of settlement that reports put before a name or leave out."""

_WORDS = {
    "tell": "tal", "tel": "tal", "tall": "tal", "til": "tal",
    "kafr": "kfar", "kafar": "kfar", "kefr": "kfar", "kfar": "kfar", "kafer": "kfar", "kefar": "kfar", "kufr": "kfar",
    "deir": "dir", "dayr": "dir", "der": "dir", "dair": "dir", "deyr": "dir",
    "ain": "in", "ayn": "in", "ein": "in", "ayin": "in",
    "beit": "bit", "bayt": "bit", "bait": "bit", "beyt": "bit",
    "jabal": "jabal", "jebel": "jabal", "djebel": "jabal", "gebel": "jabal", "jabel": "jabal",
    "khan": "khan", "abou": "abu", "umm": "um", "oum": "um", "om": "um",
    "saint": "st", "mount": "mt", "fort": "ft",
}  # fmt: skip

_SOUNDS = (
    (re.compile(r"ou(?=[aeiy])"), "uw"),
    (re.compile(r"ou|oo|uu|oe$"), "u"),
    (re.compile(r"o(?!$)"), "u"),
    (re.compile(r"aa"), "a"),
    (re.compile(r"(?<=.)(?:ay|ai|ei|ey|ee|ie|iy|ij|ii)(?![aou])"), "i"),
    (re.compile(r"(?<=[^aeiou])y|(?<=[aeiou])y(?=[^aeiou]|$)"), "i"),
    (re.compile(r"e(?=.)"), "i"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"c(?=[aoulrt]|$)"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?:ia|i)?(?:eh|ah|e|a|(?<![sckt])h)$"), "a"),
)
_VOWELS = re.compile(r"(?<=.)[aeiouyw]")


@lru_cache(maxsize=32768)
def fold(name: str) -> str:
    """Return ``name`` in lower case without diacritics, apostrophes and punctuation, its words parted by one space."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(name.lower().translate(_LETTERS).split())


@lru_cache(maxsize=32768)
def place_key(name: str) -> str:
    """Return the key that spellings of one place name share: folded, without article and settlement word, sounds merged."""
    words = _core(fold(name).split())
    return " ".join(_sound(word) for word in words)


def _core(words: list[str]) -> list[str]:
    """Drop articles, and settlement words where a name is left."""
    kept = [word for word in words if word not in ARTICLES] or words
    named = [word for word in kept if word not in SETTLEMENT_WORDS]
    return named or kept


@lru_cache(maxsize=32768)
def _sound(word: str) -> str:
    """Merge the sounds that romanisations write differently. Words of one or two letters stay as they are."""
    if word in _WORDS:
        return _WORDS[word]
    if len(word) <= 2:
        return word
    sound = word
    for pattern, to in _SOUNDS:
        sound = pattern.sub(to, sound)
    return sound


@lru_cache(maxsize=32768)
def consonant_key(name: str) -> str:
    """Return the consonants of ``place_key``: a generator of candidates only, since many names share one."""
    return " ".join(_VOWELS.sub("", word.replace("g", "k")) for word in place_key(name).split())


def same_place(one: str, other: str) -> bool:
    """Return whether two names are spellings of one: equal keys, or equal consonants with keys at most one vowel in five apart.

    It says nothing of two places that bear the same name: what surrounds them decides that.
    """
    left, right = place_key(one), place_key(other)
    if left == right:
        return True
    if consonant_key(one) != consonant_key(other) or min(len(left), len(right)) < 4:
        return False
    return likeness(left, right) >= 0.8


def likeness(left: str, right: str) -> float:
    """Return 2 × longest common subsequence over the summed lengths, in [0, 1]."""
    row = [0] * (len(right) + 1)
    for a in left:
        previous = 0
        for column, b in enumerate(right, 1):
            kept = row[column]
            row[column] = previous + 1 if a == b else max(row[column], row[column - 1])
            previous = kept
    return 2 * row[-1] / (len(left) + len(right))
