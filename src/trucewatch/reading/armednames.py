"""Names of bodies that fight: those everybody knows ("PKK", "Shining Path") and those that the text itself calls so ("KNLA fighters").

Enters: the tokens of one text and the place of a name's last word. Leaves: a yes or no. The known names are ``vocab/actors.yaml``.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.actors import actors

if TYPE_CHECKING:
    from trucewatch.reading.token import Token
    from trucewatch.reading.tokens import Tokens

_OUTSIDE = frozenset(("GPE", "LOC", "NORP", "FAC", "DATE", "TIME", "PERSON"))
_OFFICES = frozenset("ministry department government state command office directorate headquarters united nations".split())


def armed_name(doc: "Tokens", at: int) -> bool:
    """Whether the name that ends at token ``at`` is one of a body that fights."""
    token = doc[at]
    known = actors()
    word = token.lower_
    if word in known.groups or word in told_armed(doc):
        return True
    if token.text[:1].isupper() and known.name_heads.get(word) == "armed" and doc[at - 1].text[:1].isupper():
        return True
    longest = min(known.longest_group, at + 1)
    return any(" ".join(one.lower_ for one in doc[at - size + 1 : at + 1]) in known.groups for size in range(2, longest + 1))


def told_armed(doc: "Tokens") -> frozenset[str]:
    """Words of names, in lower case, that the text sets before people who fight: "Kirai" where it tells of "Kirai gunmen"."""
    kept = doc.notes.get("armed names")
    if not isinstance(kept, frozenset):
        kept = doc.notes["armed names"] = frozenset(word for token in doc for word in _named_by(token))
    return kept


def _named_by(fighters: "Token") -> list[str]:
    """The names right before or, with "of the", right after a plural of people who fight."""
    if fighters.tag_ not in ("NNS", "NNPS"):
        return []
    noun = actors().noun(fighters.lemma_.lower(), "person")
    if noun is None or not noun.armed:
        return []
    doc, at = fighters.doc, fighters.i
    names = [doc[at - 1]] if at else []
    if [token.lower_ for token in doc[at + 1 : at + 3]] == ["of", "the"] and at + 3 < len(doc):
        names.append(doc[at + 3])
    return [one.lower_ for one in names if one.tag_ == "NNP" and _bodily(one)]


def _bodily(name: "Token") -> bool:
    """Whether a name can be a body's: no place, nation or person, and no ministry."""
    word = name.lower_
    known = actors()
    return name.ent_type_ not in _OUTSIDE and word not in _OFFICES and known.name_heads.get(word) != "civil" and known.noun(word) is None
