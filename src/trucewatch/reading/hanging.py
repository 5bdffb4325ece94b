"""How mentions of times and places hang in a sentence: the predicate each modifies, and which predicates share a setting.

A parse and the spans of its times or places go in; for each sentence its mentions come out with their way up to a predicate, and whether
they date or place an act of saying rather than what is said.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import cast

from trucewatch.reading.implicatives import done_under
from trucewatch.reading.parse import Parse
from trucewatch.reading.placewords import place_words
from trucewatch.reading.refusals import is_refused
from trucewatch.reading.timewords import time_words
from trucewatch.reading.tree import Tree
from trucewatch.reading.triggers import triggers
from trucewatch.records.extent import When
from trucewatch.records.span import Span

SAYING = frozenset(
    """say tell report announce declare add claim state note warn confirm deny insist allege accuse urge condemn blame ask write quote
    describe explain recall acknowledge admit assert argue believe estimate testify observe speak comment respond reply suggest
    reveal disclose brief inform remark repeat complain contend predict pledge promise vow appeal stress indicate maintain conclude
    tweet deplore denounce protest regret express agree recount relate narrate attest""".split()
)
_BRIDGES = frozenset(("advcl", "conj", "xcomp", "relcl", "acl", "pcomp", "ccomp", "parataxis", "dep"))
BREAKS = frozenset("after before since until till following despite about because like than".split())
_QUOTES = frozenset(('"', "“", "”", "„", "«", "»", "``", "''"))


@dataclass(frozen=True, slots=True)
class Hung:
    """A time or place mention in the tree: its tokens, the head they hang on, and the words passed on the way to a predicate.

    ``path`` runs from the mention's head upward to and with the first predicate; ``governor`` is that predicate, −1 without one;
    ``saying`` is True where it dates or places the saying.
    """

    number: int
    start: int
    end: int
    path: tuple[int, ...]
    governor: int
    saying: bool


def hang(parse: Parse, kind: str, number: int, mentions: Callable[[], Sequence[tuple[Span, int]]]) -> dict[int, list[Hung]]:
    """Return the mentions by sentence; kept beside the parse, since every event asks for them."""
    kept = parse.notes.get(kind)
    if isinstance(kept, tuple) and kept[0] == number:
        return cast("dict[int, list[Hung]]", kept[1])
    tree, sentences = parse.tree, parse.sentence_of
    found: dict[int, list[Hung]] = {}
    for span, index in mentions():
        start, end = parse.tokens_in(span)
        if start >= end:
            continue
        found.setdefault(sentences[start], []).append(_hang_one(tree, index, start, end))
    parse.notes[kind] = (number, found)
    return found


def hung_times(parse: Parse, times: Sequence[When]) -> dict[int, list[Hung]]:
    """Return the mentions of ``times``, those of ``find_times`` for the same parse, by sentence."""
    return hang(parse, "times", len(times), lambda: [(when.spans[0], index) for index, when in enumerate(times)])


def _hang_one(tree: Tree, number: int, start: int, end: int) -> Hung:
    """Follow a mention upward to the predicate it modifies."""
    at = next((i for i in range(start, end) if not start <= tree.head[i] < end), end - 1)
    if tree.head[at] == end and tree.lower[end] in site_words():
        at = end
    path, governor = [at], -1
    while tree.head[at] != at and len(path) < 14:
        at = tree.head[at]
        path.append(at)
        if tree.pos[at] in ("VERB", "AUX"):
            governor = at
            break
    participle = _aside(tree, governor)
    passing = _closed(tree, participle, start) or _ascribed(tree, participle, governor, start)
    if not passing and (relative := _in_another_tense(tree, governor, start)) >= 0:
        passing, participle = True, relative
    if passing or (governor >= 0 and _names_what(tree, governor)):
        above = clause_of(tree, tree.head[participle])
        if above >= 0:
            path.append(above)
            governor = above
    if tree.pos[path[0]] in ("VERB", "AUX") and not _named(tree, path[0], end):
        governor = path[0]
    if governor >= 0 and is_saying(tree, governor) and _set_apart(tree, governor, start):
        beside = tree.dep[governor] in ("parataxis", "conj")
        content = tree.head[governor] if beside else tree.child(governor, "ccomp")
        if content is not None and tree.pos[content] in ("VERB", "AUX"):
            governor = path[-1] = content
    if governor >= 0 and _of_writing(tree, path):
        return Hung(number, start, end, tuple(path), governor, saying=True)
    aside = _said_then(tree, start, end)
    if aside is not None and aside != governor:
        return Hung(number, start, end, (path[0], aside), aside, saying=True)
    return Hung(number, start, end, tuple(path), governor, governor >= 0 and _dates_saying(tree, governor, start, path))


_WRITINGS = frozenset(
    """statement message communiqué communique report letter interview broadcast bulletin speech release declaration recording video tape
    leaflet note cable memorandum judgment verdict ruling resolution petition reply testimony affidavit article dispatch telegram
    newsletter""".split()
)


def _of_writing(tree: Tree, path: Sequence[int]) -> bool:
    """Tell whether a mention is of something said or written: "in an audio message of 21 June", "a letter dated 3 May"."""
    for under, at in pairwise(path):
        if tree.lemma[at] in _WRITINGS and tree.pos[at] == "NOUN":
            return tree.dep[under] in ("poss", "compound", "nmod") or tree.lower[under] in ("of", "from")
    return False


def _said_then(tree: Tree, start: int, end: int) -> int | None:
    """Return the saying in passing that a mention belongs to: "On the night of 3 May, the radio said two days later, rebels raided it"."""
    verb = start - 1 if tree.pos[start - 1] != "ADP" else start - 2
    if verb < 2 or end >= len(tree) or tree.lower[end] != "," or tree.tag[verb] != "VBD" or not is_saying(tree, verb):
        return None
    subject = next((child for child in tree.children[verb] if tree.dep[child] == "nsubj" and child < verb), None)
    return verb if subject is not None and tree.lower[tree.edges(subject)[0] - 1] == "," else None


def _aside(tree: Tree, verb: int) -> int:
    """Return the participle set aside that a gerund belongs to ("accused of spying for them"), the verb itself else."""
    at = verb
    for _ in range(4):
        if at < 0 or tree.dep[at] not in ("pcomp", "prep", "xcomp") or tree.head[at] == at:
            break
        at = tree.head[at]
        if tree.dep[at] == "acl":
            return at
    return verb


_ASCRIBING = frozenset(
    """say believe think know describe identify suspect allege report claim presume consider reckon suppose rumour rumor deem understand
    hold assume accuse list name dress disguise""".split()
)
"""Verbs whose participle says who somebody is: "a woman said to be a courier", "a man identified as an officer"."""


def _ascribed(tree: Tree, participle: int, verb: int, start: int) -> bool:
    """Tell whether a participle before a mention only says who or what somebody is: the mention is of the clause above it."""
    if participle < 0 or tree.dep[participle] != "acl" or tree.tag[participle] == "VBG" or tree.lemma[participle] not in _ASCRIBING:
        return False
    if participle != verb:
        return tree.lemma[verb] == "be" and tree.dep[verb] in ("xcomp", "pcomp") and participle < verb < start
    return any(tree.lower[child] == "as" and child < start for child in tree.children[participle])


def _in_another_tense(tree: Tree, verb: int, start: int) -> int:
    """Return the relative clause that cannot have a day set off by a comma, being told in the present, −1 where there is none.

    "Bombed Deir Hamoud, where elders say the front has never had a post, on Sunday morning".
    """
    opens = start - (tree.tag[start - 1] == "IN")
    if verb < 0 or opens < 2 or tree.lower[opens - 1] != "," or tree.lower[start - 1] in ("since", "until", "from"):
        return -1
    if tree.tag[verb] not in ("VBZ", "VBP") and not any(
        tree.lower[child] in ("has", "have", "is", "are") and tree.dep[child] in ("aux", "auxpass") for child in tree.children[verb]
    ):
        return -1
    for _ in range(4):
        if tree.dep[verb] == "relcl":
            above = clause_of(tree, tree.head[verb])
            return verb if above >= 0 and above < start and tree.tag[above] in ("VBD", "VBN") else -1
        if tree.dep[verb] not in ("ccomp", "conj", "xcomp"):
            break
        verb = tree.head[verb]
    return -1


def _names_what(tree: Tree, verb: int) -> bool:
    """Tell whether a verb only gives its name to what happened: "killed in what police described as an encounter on Monday"."""
    if tree.dep[verb] != "pcomp" or tree.lemma[verb] not in ("describe", "call", "term", "label", "say", "claim"):
        return False
    return any(tree.lower[child] == "what" for child in tree.children[verb])


def _closed(tree: Tree, verb: int, start: int) -> bool:
    """Tell whether commas close a participle before a mention: "dragged the man, accused of spying, from his home Tuesday"."""
    if verb < 1 or tree.dep[verb] != "acl" or tree.tag[verb] != "VBN" or tree.lower[verb - 1] != "," or verb > start:
        return False
    between = range(verb + 1, start)
    return sum(tree.lower[at] == "," for at in between) == 1 and not any(tree.lower[at] == "and" for at in between)


def _named(tree: Tree, at: int, end: int) -> bool:
    """Tell whether the parser took the first word of a name for a verb ("outside Tell Rifat")."""
    return at + 1 < end and tree.tag[at] in ("VB", "VBP", "NNP", "VBD", "VBN")


def _dates_saying(tree: Tree, verb: int, start: int, path: Sequence[int]) -> bool:
    """Tell whether a mention under ``verb`` is of the saying: the verb says something, and the mention does not follow what is said."""
    if gives_toll(tree, verb) and tree.dep[path[-2] if len(path) > 1 else start] in ("prep", "npadvmod", "advmod"):
        below = path[-2] if len(path) > 1 else start
        of_the_issue = tree.lemma[verb] in _ISSUING and tree.lower[below] == "in" and below > verb
        return not of_the_issue  # "on 16 June the government raised the toll"; "presented its balance in Oru province" is of Oru
    if not is_saying(tree, verb) or _set_apart(tree, verb, start) or _of_deed(tree, path):
        return False
    content = next(
        (c for c in tree.children[verb] if tree.dep[c] in ("ccomp", "xcomp") and tree.pos[c] in ("VERB", "AUX", "NOUN", "ADJ")), None
    )
    if content is None:
        # "the shelling was reported on Friday" dates the report; "condemned a killing at Drodro on Friday" leaves it to the noun
        below = path[-2] if len(path) > 1 else start
        thing = next((c for c in tree.children[verb] if tree.dep[c] == "dobj"), None)
        if tree.lemma[verb] == "claim" and thing is not None and any(tree.lower[child] == "the" for child in tree.children[thing]):
            return tree.dep[below] not in ("dobj", "nsubjpass")  # "claimed the attack on 6 August"
        return tree.dep[below] not in ("dobj", "nsubjpass") and not (thing is not None and verb < thing < start)
    if content < verb:
        return True
    return start < content or start < tree.edges(content)[0]


def _of_deed(tree: Tree, path: Sequence[int]) -> bool:
    """Tell whether a mention is the own day of a deed that is spoken of: "spoke of the roundup of 4 May", "of Sunday's massacre"."""
    if len(path) > 1 and tree.dep[path[0]] == "poss" and tree.pos[path[1]] == "NOUN" and tree.lemma[path[1]] in triggers().nouns:
        return True
    if len(path) < 4 or tree.dep[path[1]] != "prep" or tree.lower[path[1]] not in ("of", "on") or tree.dep[path[2]] != "pobj":
        return False
    if tree.pos[path[2]] != "NOUN":
        return False
    return tree.lemma[path[2]] in triggers().nouns or tree.lemma[path[2]] in _TOLD_OF or tree.lemma[path[2]] in time_words().happenings


_TOLD_OF = frozenset(("event", "incident", "happening", "scene"))
"""What witnesses speak of that no trigger names: "witnesses of the events of 22 March"."""


_ASIDE = 5
"""Words after a saying within which a comma closes what is told in passing."""


def _told_aside(tree: Tree, verb: int) -> bool:
    """Tell whether a comma closes a saying with its hearer or its time: "…, survivors told us, …"."""
    for at in range(verb + 1, min(verb + 1 + _ASIDE, len(tree))):
        if tree.lower[at] == ",":
            return True
        if tree.pos[at] in ("VERB", "AUX", "SCONJ", "PUNCT", "CCONJ") or tree.lower[at] == "that":
            return False
    return False


def is_saying(tree: Tree, verb: int) -> bool:
    """Tell whether a verb says something; a blast that "claimed the lives" of people does not."""
    if tree.lemma[verb] not in SAYING:
        return False
    if tree.lemma[verb] == "deny" and any(is_refused(tree, child) for child in tree.children[verb]):
        return False  # "denied a team access"
    return tree.lemma[verb] != "claim" or not any(tree.dep[c] == "dobj" and tree.lemma[c] in _CLAIMED for c in tree.children[verb])


_CLAIMED = frozenset(("life", "victim"))
_TALLIES = frozenset(("toll", "tally", "estimate", "figure"))
_TALLYING = frozenset(("raise", "revise", "put", "lower", "update", "set", "correct", "increase", "reduce"))


def gives_toll(tree: Tree, verb: int) -> bool:
    """Tell whether a verb gives a new toll."""
    things = [c for c in tree.children[verb] if tree.dep[c] == "dobj"]
    if tree.lemma[verb] in _GIVING and any(tree.tag[c] == "CD" or tree.lemma[c] in _COUNTED for c in things):
        return True
    if tree.lemma[verb] in _ISSUING and any(tree.lemma[c] in _ISSUED or tree.lemma[c] in _TALLIES for c in things):
        return True  # "today presented its balance for October"
    return tree.lemma[verb] in _TALLYING and any(tree.lemma[c] in _TALLIES for c in things)


_ISSUING = frozenset("present issue release publish deliver submit unveil circulate distribute post".split())
_ISSUED = frozenset(
    """balance result statistic summary report account review bulletin communique communiqué statement assessment breakdown list update
    overview number record""".split()
)


_GIVING = frozenset(("give", "cite", "list", "quote", "publish"))
_COUNTED = frozenset(("dead", "death", "fatality", "casualty", "victim", "name"))
"""What "gave 85 dead" counts; a bare number too ("the prosecutor gave 169")."""


def _set_apart(tree: Tree, verb: int, start: int) -> bool:
    """Tell whether commas part a mention from a saying told in passing: "Two days earlier, the rebels claimed, troops had …", "… south of
    Zouerate Tuesday, the ministry announced"."""
    if start > verb:
        if any(tree.lower[at] == ":" for at in range(verb + 1, min(start, verb + 4))):
            return True
        return any(tree.lower[at] == "that" and tree.tag[at + 1] == "IN" for at in range(max(verb + 1, start - 5), start - 1))
    subject = next((child for child in tree.children[verb] if tree.dep[child] == "nsubj" and start < child < verb), -1)
    if subject < 0:
        return False
    before = tree.edges(subject)[0] - 1
    if before < start or tree.lower[before] != ",":
        return False
    content = tree.child(verb, "ccomp")
    if tree.dep[verb] == "conj":  # "militia stopped a train near Goma, on Tuesday, sources told the agency", parsed as two clauses
        opens = start - (tree.tag[start - 1] == "IN")
        return opens > 1 and tree.lower[opens - 1] == "," and tree.pos[opens - 2] != "CCONJ" and tree.head[verb] < start
    if content is not None and content < start:
        return True  # "troops destroyed a den, on Sunday, a source told the agency"
    after = tree.lower[verb + 1] if verb + 1 < len(tree) else ""
    return (
        after in (",", ".")
        or _told_aside(tree, verb)
        or (tree.tag[start - 1] != "IN" and tree.tag[start] == "NNP" and start > 0 and tree.pos[start - 1] in ("PROPN", "NOUN"))
    )


def clause_of(tree: Tree, token: int) -> int:
    """Return the predicate of the clause ``token`` stands in: itself for a verb, else the verb it hangs on, −1 without one."""
    at, steps = token, 0
    while tree.pos[at] not in ("VERB", "AUX") and tree.head[at] != at and steps < 14:
        at, steps = tree.head[at], steps + 1
    return at if tree.pos[at] in ("VERB", "AUX") else -1


def is_narrated(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells what happened: simple past, or past perfect in what somebody says."""
    words = {tree.lower[c] for c in tree.children[verb] if tree.dep[c] in ("aux", "auxpass")}
    if words & {"has", "have", "will", "would", "could", "may", "might", "must", "should", "is", "are", "can", "shall", "to"}:
        return False
    if not words and tree.tag[verb] == "VBN" and tree.dep[verb] == "conj" and tree.pos[tree.head[verb]] == "VERB":
        return is_narrated(tree, tree.head[verb])  # "two were killed and three wounded"
    if "had" in words:
        return tree.dep[verb] in ("ccomp", "conj")
    if not words and tree.tag[verb] == "VBN" and tree.dep[verb] == "ROOT" and tree.edges(verb)[0] == verb:
        return True  # "Struck in the neck at her door; died on the 24th"
    if not words and tree.tag[verb] in ("VBN", "VBP") and tree.dep[verb] not in ("acl", "amod") and tree.child(verb, "nsubj") is not None:
        return tree.tag[verb] == "VBN" or (tree.lower[verb] in _ALIKE and _in_the_past(tree, verb))
    return tree.tag[verb] == "VBD" or (tree.tag[verb] == "VBN" and bool(words & {"was", "were", "got"}))


_ALIKE = frozenset("burst cut hit set shut spread put let cast shed hurt split thrust slit beat quit beset upset".split())
"""Verbs whose past is written as their present."""
_AROUND = 40


def _in_the_past(tree: Tree, verb: int) -> bool:
    """Tell whether the words around a verb tell of the past."""
    around = tree.tag[max(0, verb - _AROUND) : verb + _AROUND]
    return around.count("VBD") > around.count("VBZ")


_TWICE = frozenset(
    "give call name dub deny offer send tell promise pay award show teach allow ask assign elect grant lend owe order".split()
)


def is_active(tree: Tree, verb: int) -> bool:
    """Tell whether what the parser took for a participle is a verb in the past, since it has an object: "snipers pinned down engineers"."""
    if tree.dep[verb] != "acl" or tree.tag[verb] not in ("VBN", "VBD") or tree.lemma[verb] in _TWICE:
        return False
    return tree.child(verb, "dobj") is not None and tree.child(verb, "agent", "auxpass", "aux") is None


def day_it_happened(tree: Tree, verb: int) -> bool:
    """Tell whether a verb stands in a clause that says what a day was: "on 3 August 1990, when followers of the sect seized a post"."""
    for _ in range(3):
        if tree.dep[verb] == "relcl":
            head = tree.head[verb]
            timely = tree.tag[head] == "CD" or tree.lower[head] in _timely()
            return timely and any(tree.lower[child] == "when" for child in tree.children[verb])
        if tree.dep[verb] != "conj":
            return False
        verb = tree.head[verb]
    return False


@cache
def _timely() -> frozenset[str]:
    words = time_words()
    return words.parts | frozenset((*words.months, *words.weekdays, *words.units, "yesterday", "today"))


def is_told_now(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells what happened, in the present of a chronicle: "a shell lands"; no saying and no condition."""
    words = {tree.lower[c] for c in tree.children[verb] if tree.dep[c] in ("aux", "auxpass", "mark")}
    if words & _UNREAL_MARKS or tree.lemma[verb] in SAYING or tree.lemma[verb] in ("be", "have"):
        return False
    if tree.dep[verb] == "conj" and not words and tree.tag[verb] in ("VBN", "VBZ", "VBP", "VB"):
        above = tree.head[verb]
        return tree.pos[above] in ("VERB", "AUX") and tree.lemma[above] not in SAYING and is_told_now(tree, above)
    if tree.tag[verb] == "VB":  # "Raiders then pass through ten villages", which the parser took for a bare verb
        return not words and tree.dep[verb] == "ROOT" and any(tree.dep[c] == "nsubj" and c < verb for c in tree.children[verb])
    return tree.tag[verb] in ("VBZ", "VBP") or (tree.tag[verb] == "VBN" and bool(words & {"is", "are"}))


_UNREAL_MARKS = frozenset(
    "has have had will would could may might must should can shall to if unless whether was were do does did because although".split()
)


def is_none(tree: Tree, token: int) -> bool:
    """Tell whether an event is said not to have been ("no massacre"): it has no day or place to go on from."""
    return any(tree.lower[child] == "no" for child in tree.children[token])


def is_before(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is in the past perfect."""
    return any(tree.dep[child] == "aux" and tree.lower[child] in ("had", "'d", "’d") for child in tree.children[verb])


_FIGURING = frozenset("put count list number give estimate tally record register name document set raise log total".split())
_FIGURE = frozenset("number toll total figure count tally list estimate names dead".split())


def _in_that(tree: Tree, verb: int) -> bool:
    """Tell whether a participle points back at what was told: "five policemen killed there in the same fight"."""
    first, last = tree.edges(verb)
    return any(
        tree.lower[at] in ("there", "same")
        or (tree.lower[at] in ("that", "this", "the") and tree.lemma[tree.head[at]] in time_words().happenings)
        for at in range(first, last)
    )


def _put_under(tree: Tree, verb: int) -> int:
    """Return the verb that gives a figure of those a participle tells of: "put the number of villagers killed at 28", −1 else."""
    if tree.dep[verb] != "acl" or tree.tag[verb] == "VBG":
        return -1
    at = tree.head[verb]
    above = clause_of(tree, at)
    if above >= 0 and tree.lemma[above] in AFTERWARDS and _in_that(tree, verb):
        return above
    if above < 0 or tree.lemma[above] not in _FIGURING or not above < verb:
        return -1
    while tree.head[at] != above and tree.head[at] != at:
        at = tree.head[at]
    return above if tree.dep[at] == "dobj" or tree.lemma[at] in _FIGURE else -1


def told_by(tree: Tree, verb: int) -> int:
    """Return the finite verb that a participle or an infinitive of what was done goes along with, the verb itself else.

    "Went through the alleys, killing residents", "had been made to carry shells".
    """
    if (put := _put_under(tree, verb)) >= 0:
        return put
    for _ in range(4):
        if (above := done_under(tree, verb)) is not None:
            verb = above
            continue
        if tree.tag[verb] != "VBG" or tree.dep[verb] not in ("advcl", "xcomp", "conj", "pcomp") or tree.pos[tree.head[verb]] != "VERB":
            break
        if any(tree.dep[child] in ("aux", "mark") for child in tree.children[verb]):
            break
        verb = tree.head[verb]
    return verb


AFTERWARDS = frozenset(
    """sentence charge convict acquit indict try arraign jail prosecute extradite sue plead testify rule rebury exhume commemorate mourn
    honour honor remember identify sign ratify return resume bury inter cremate eulogise eulogize compensate pardon amnesty treat
    hospitalise hospitalize bandage""".split()
)
"""What courts, mourners and envoys do afterwards, and what those return to who were hurt: its day is not that of what it is about."""
_LONG = frozenset(
    """war conflict campaign insurgency uprising rebellion dictatorship regime strife unrest struggle crisis feud period years decade
    occupation""".split()
)
"""What lasts too long for the day it ended or was spoken of to be that of what happened in it."""


def apart_in_time(tree: Tree, at: int, above: int) -> bool:
    """Tell whether what a clause tells was at another time than the clause ``above`` it.

    "Judge Ivic, who was wounded in an ambush, returned to work on Monday", "ended a war in which 20,000 people were killed".
    """
    if tree.dep[at] != "relcl" and not (tree.dep[at] == "acl" and tree.tag[at] != "VBG" and tree.lemma[above] in AFTERWARDS):
        return False
    return tree.lemma[above] in AFTERWARDS or tree.lemma[tree.head[at]] in _LONG


def linked(tree: Tree, verb: int) -> list[int]:
    """Return the verbs that share a verb's setting, nearest first: those in its clause's reach below, then above, none across a saying.

    A relative clause comes last, and one in the past perfect never: "freed hostages who had been kidnapped on 19 June". Neither does a
    clause with "until".
    """
    if verb < 0:
        return []
    found = _below(tree, verb)
    last = [other for other in found if _in_relative(tree, other, verb)]
    found = [other for other in found if other not in last]
    if any(tree.lower[child] in ("has", "have") and tree.dep[child] == "aux" for child in tree.children[verb]):
        last = []  # "which kidnapped three nuns last year, has often attacked churches"
    at = verb
    for _ in range(4):
        above = tree.head[at]
        if above == at or tree.dep[at] not in _BRIDGES or (tree.dep[at] == "ccomp" and is_before(tree, at) and not is_before(tree, above)):
            break  # "heard that four had been shot": not when it was heard
        if tree.pos[above] not in ("VERB", "AUX"):
            above = clause_of(tree, above)
            if above < 0:
                break
        if apart_in_time(tree, at, above):
            break
        if tree.lemma[above] in SAYING and tree.dep[at] in ("ccomp", "xcomp", "parataxis"):
            found.extend(other for other in _beside(tree, above, at) if other not in found)
            break
        found.append(above)
        found.extend(other for other in _below(tree, above) if other != at and other not in found)
        at = above
    return [*found, *(other for other in last if other not in found)]


def _beside(tree: Tree, saying: int, at: int) -> list[int]:
    """Return the verbs that the parser hung on a saying at the end of its sentence: "Two were hurt when a patrol was hit, he said"."""
    subject = next((child for child in tree.children[saying] if tree.dep[child] == "nsubj" and child < saying), -1)
    if not at < subject:
        return []
    clauses = [child for child in tree.children[saying] if child < subject and child != at and tree.dep[child] in ("advcl", "ccomp", "dep")]
    return [child for child in clauses if tree.pos[child] == "VERB" and not _apart(tree, child)]


def _below(tree: Tree, verb: int) -> list[int]:
    """Return the verbs below ``verb``, nearest first; what somebody says there, and what lasted until then, is another matter."""
    found, level, pos = list[int](), [verb], tree.pos
    while level:
        below = [child for at in level for child in tree.children[at] if pos[child] not in _CLAUSES or not _apart(tree, child)]
        found += [child for child in below if pos[child] == "VERB"]
        level = below
    return found


_GOING = frozenset("go come leave return set gather travel walk drive arrive stop queue assemble stay sit sleep wait meet".split())


_CLAUSES = frozenset(("VERB", "AUX"))


def _apart(tree: Tree, at: int) -> bool:
    if tree.pos[at] not in _CLAUSES:
        return False
    words = {tree.lower[child] for child in tree.children[at] if tree.dep[child] in ("mark", "aux")}
    if tree.dep[at] == "conj" and "that" in words and tree.child(at, "nsubj", "nsubjpass") is not None:
        return True  # "found that he ordered it, and that between that day and 2 July his guards beat them": a finding of its own
    went = tree.lemma[at] in _GOING  # "a farmer who had gone to his field on Tuesday"
    return tree.lemma[at] in SAYING or bool(words & {"until", "till"}) or (tree.dep[at] == "relcl" and "had" in words and not went)


_LATER = frozenset(
    """free release set let rescue ransom die succumb bury find recover return reappear resurface escape identify hand exchange discharge
    convict sentence charge try acquit hang execute extradite pardon transfer resign arrest surrender confess""".split()
)
"""What befalls those an event was done to on a later day: "abducted the clerk, who was set free on 30 April"."""


def came_later(tree: Tree, at: int) -> bool:
    """Tell whether a relative clause goes on to what befell somebody afterwards."""
    while at >= 0 and tree.dep[at] in ("conj", "xcomp", "ccomp") and tree.head[at] != at:
        at = tree.head[at]
    return at >= 0 and tree.dep[at] == "relcl" and tree.lemma[at] in _LATER and tree.head[at] < at


def _in_relative(tree: Tree, at: int, top: int) -> bool:
    """Tell whether a verb stands in a relative clause below ``top``."""
    while at != top and tree.head[at] != at:
        if tree.dep[at] == "relcl":
            return True
        at = tree.head[at]
    return False


@cache
def site_words() -> frozenset[str]:
    """Return the nouns for settlements, sites and parts of places."""
    words = place_words()
    return words.settlements | words.bearings | words.regions | words.sites | words.districts


def is_site(tree: Tree, at: int, settlements: frozenset[str]) -> bool:
    """Tell whether token ``at`` is such a noun in any number."""
    return tree.lower[at] in settlements or tree.lemma[at] in settlements


def passes_other_event(tree: Tree, one: Hung, token: int) -> bool:
    """Tell whether a mention stands in a phrase that leads away from ``token``: "after the massacre in Houla", "over Saturday's raid"."""
    for at in one.path[1:]:
        if at in {token, one.governor}:
            return False
        if tree.lower[at] in BREAKS and tree.pos[at] in ("ADP", "SCONJ") and not of_the_day(tree, at) and not _after_minutes(tree, at):
            return True
    return False


_FIGHTS = frozenset("firefight gunfight gunbattle shootout battle clash engagement encounter exchange fight skirmish siege chase".split())
_MINUTES = frozenset("minute hour brief short".split())


def _after_minutes(tree: Tree, at: int) -> bool:
    """Tell whether "after" leads to a fight of minutes or hours: "overran a camp after a 40-minute firefight at dawn Saturday"."""
    noun = tree.child(at, "pobj")
    if tree.lower[at] != "after" or noun is None or tree.lemma[noun] not in _FIGHTS:
        return False
    return any(tree.lemma[below] in _MINUTES for child in tree.children[noun] if child < noun for below in (child, *tree.children[child]))


_CLOCK = frozenset("o'clock o’clock a.m. p.m. am pm hrs hours light daylight curfew prayers".split())


def of_the_day(tree: Tree, at: int) -> bool:
    """Tell whether a preposition only says at what time of the day: "before daybreak Monday", "after midnight on Friday"."""
    return any(tree.lower[child] in time_words().parts or tree.lower[child] in _CLOCK for child in tree.children[at])


def quoted(parse: Parse) -> tuple[bool, ...]:
    """Return for every token whether it stands inside double quotation marks; a paragraph closes what is open."""
    kept = parse.notes.get("quoted")
    if isinstance(kept, tuple):
        return cast("tuple[bool, ...]", kept)
    inside, paragraph, flags = False, -1, list[bool]()
    words = () if parse.word_places.lacks(_QUOTES) else parse.lower
    for word, number in zip(words, parse.paragraph_of, strict=False):
        if number != paragraph:
            inside, paragraph = False, number
        if word in _QUOTES:
            inside = word in ("“", "„", "«", "``") or (word == '"' and not inside)
        flags.append(inside)
    found = tuple(flags) if words else (False,) * len(parse.lower)
    parse.notes["quoted"] = found
    return found


def outside_quotation(parse: Parse, token: int, one: Hung) -> bool:
    """Tell whether a mention stands outside the quotation marks that hold the whole clause of ``token``: it is of the writing or saying."""
    marks = quoted(parse)
    verb = clause_of(parse.tree, token)
    return marks[token] and not marks[one.start] and verb >= 0 and marks[verb]


def where_clause(tree: Tree, verb: int) -> int:
    """Return the verb of the clause with "where" that ``verb`` stands in ("Houla, where the mission says 108 died"), −1 in none."""
    asked = False
    for _ in range(3):
        if verb < 0:
            return -1
        asked = asked or any(tree.lower[child] == "where" for child in tree.children[verb])
        if tree.dep[verb] == "relcl":
            return verb if asked else -1
        if tree.dep[verb] not in ("ccomp", "conj"):
            return -1
        verb = tree.head[verb]
    return -1


def opens_sentence(parse: Parse, token: int) -> int:
    """Return the first token of the sentence ``token`` stands in."""
    return bisect_left(parse.sentence_of, parse.sentence_of[token])
