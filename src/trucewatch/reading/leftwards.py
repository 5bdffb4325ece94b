"""Who did it, read off the words before a verb whose subject the parse lost: "In the Tibesti, Libyan Tupolevs bombed the grove".

The words from the opening of the clause to the verb are parted into noun phrases; what follows a preposition or a participle is passed
over, and the first phrase that is left and names people, a body or a craft is the subject. Tokens in and out.
"""

from collections.abc import Iterator
from dataclasses import replace

from trucewatch.reading.arguments import Arguments
from trucewatch.reading.conditions import Conditions
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.strangers import people
from trucewatch.reading.tree import Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "DET"})
_OPENING = frozenset("that when where as while after before because since if until whether how why who which whom whose but".split())
_LINKING = frozenset("and or".split())
_COMPLEMENTS = frozenset({"dobj", "prt", "prep", "oprd", "advmod"})
_LONGEST = 40
_BANDS = frozenset(
    """man youth gang mob crowd band column detachment company patrol unit squad platoon party group force follower supporter member
    reinforcement detail team stranger assailant attacker boy settler villager protester student civilian""".split()
)


def with_subject(conditions: Conditions, at: int, given: Arguments) -> Arguments | None:
    """Return the subject and the arguments of the verb at ``at`` where the parse gives it none, or None where nothing is found."""
    tree = conditions.nominals.tree
    if (joined := _joined(conditions, at, given)) is not None:
        return Arguments(coordinated(tree, joined), given.objects, given.preps, given.particles)
    above = tree.head[at]
    told = given.shared and tree.dep[at] == "conj" and tree.lemma[above] in SAYING and not given.passive
    idle = bool(given.subjects) and not given.passive and all(map(conditions.abstract, given.subjects))
    if (given.subjects and not (told or idle)) or (given.shared and not told) or tree.child(at, "aux", "auxpass") is not None:
        return None
    if told or idle:
        found = _subject(conditions, at)
        known = found is not None and (idle or found > above)  # "describe how settlers came and burned it", read as describing and burning
        return replace(given, subjects=coordinated(tree, found), shared=False) if known and found is not None else None
    if tree.tag[at] not in {"VBD", "VBZ", "VBP"} and not (tree.tag[at] == "VBN" and tree.child(at, "dobj") is not None):
        return None
    if tree.child(at, "nsubj", "nsubjpass", "csubj", "expl", "agent") is not None:
        return None
    if not any(child > at and tree.dep[child] in _COMPLEMENTS for child in tree.children[at]):
        return None
    found = _subject(conditions, at)
    return None if found is None else Arguments(coordinated(tree, found), given.objects, given.preps, given.particles)


def _joined(conditions: Conditions, at: int, given: Arguments) -> int | None:
    """Return the snipers of "opened up on Vitez and snipers pinned down engineers", read as though Vitez and snipers were fired on."""
    tree, noun = conditions.nominals.tree, at - 1
    if noun < 2 or tree.tag[noun] != "NNS" or tree.dep[noun] != "conj" or tree.tag[at] not in {"VBD", "VBN", "VBZ", "VBP"}:
        return None
    first = tree.edges(noun)[0]
    if tree.lower[first - 1] != "and" or tree.dep[tree.head[noun]] not in {"pobj", "dobj"} or not given.objects or noun in given.subjects:
        return None
    if given.passive or tree.child(at, "aux", "auxpass", "nsubj", "agent") is not None:
        return None
    return noun if _acts(conditions, noun) else None


def _subject(conditions: Conditions, at: int) -> int | None:
    """Return the head of the first free noun phrase of the clause that can have done something, where no finite verb stands between."""
    tree = conditions.nominals.tree
    first = _clause_start(conditions, at)
    if first is None:
        return None
    return next((head for head in _free_heads(tree, first, at) if _acts(conditions, head)), None)


def _clause_start(conditions: Conditions, at: int) -> int | None:
    """Return the first token of the verb's clause: after the word that opens it, a colon or a finite verb's "and"; else the sentence's."""
    tree, sentence = conditions.nominals.tree, conditions.nominals.parse.sentence_of
    for here in range(at - 1, max(-1, at - _LONGEST), -1):
        if sentence[here] != sentence[at]:
            return here + 1
        if tree.tag[here] in _FINITE and not _aside(tree, here, at):
            joined = next((one for one in range(here + 1, at) if tree.lower[one] in _LINKING and _opens_clause(tree, one, at)), None)
            return None if joined is None else joined + 1
        if tree.lower[here] in _OPENING or tree.lower[here] in {":", ";", '"'}:
            return here + 1
    return max(0, at - _LONGEST) if at < _LONGEST else None


def _opens_clause(tree: Tree, linking: int, at: int) -> bool:
    """True for an "and" after which a noun phrase of its own stands before the verb: "shelled the town and snipers pinned down nine"."""
    return (
        linking + 1 < at
        and tree.pos[linking + 1] in _NOMINAL
        and all(tree.tag[one] not in _FINITE or _aside(tree, one, at) for one in range(linking + 1, at))
    )


def _aside(tree: Tree, at: int, verb: int) -> bool:
    """True for the "allied" of "soldiers allied to the mayor shot a nurse", read as a clause that hangs on the shooting."""
    return (
        tree.dep[at] == "advcl"
        and tree.head[at] == verb
        and tree.lower[at].endswith("ed")
        and tree.child(at, "mark", "advmod", "dobj") is None
    )


def _free_heads(tree: Tree, first: int, end: int) -> Iterator[int]:
    """Yield the heads of the noun phrases between two tokens that no preposition and no participle governs."""
    governed, here = False, first
    while here < end:
        if tree.pos[here] not in _NOMINAL:
            governed = _governs(tree, here, governed=governed) or _aside(tree, here, end)
            here += 1
            continue
        last = here
        while last + 1 < end and (tree.pos[last + 1] in _NOMINAL or tree.tag[last + 1] in {"POS", "HYPH"}):
            if tree.pos[last] in {"NOUN", "PROPN"} and tree.pos[last + 1] in {"DET", "ADJ", "NUM"} and not _date(tree, last):
                break  # one phrase ends and another begins without a comma: "at Beru three rangers"
            last += 1
        head = last
        while head > here and tree.pos[head] not in {"NOUN", "PROPN"}:
            head -= 1
        if not governed:
            yield head
        elif tree.pos[head] == "NOUN" and tree.tag[head] == "NNS" and head > here and tree.pos[head - 1] == "PROPN":
            yield head  # "In Port Lamy legionnaires": a plural after a name opens a phrase of its own
        governed = False
        here = last + 1


def _governs(tree: Tree, at: int, *, governed: bool) -> bool:
    """True for a word after which a noun phrase is not the clause's subject."""
    if tree.pos[at] == "ADP" or tree.tag[at] in _PARTICIPLES or tree.pos[at] == "PRON":
        return True
    return governed and tree.pos[at] in {"ADV", "PART"}


def _date(tree: Tree, at: int) -> bool:
    """True for the month of "3 August 1990", which a number follows."""
    return tree.pos[at] == "PROPN" and at > 0 and tree.pos[at - 1] == "NUM"


def _acts(conditions: Conditions, at: int) -> bool:
    """True for those who fight, craft, weapons, bands and people in the plural."""
    nominals, tree = conditions.nominals, conditions.nominals.tree
    if nominals.entity[at] in {"DATE", "TIME"}:
        return False
    if conditions.fights(at) or conditions.craft(at) or conditions.any((at,), "weapon") or people(nominals, at):
        return True
    if tree.lemma[at].lower() in _BANDS:
        return True
    noun = nominals.noun(nominals.content(at))
    return noun is not None and noun.kind == "person" and noun.group not in {"pronoun", "count", "hurt"} and tree.tag[at] == "NNS"
