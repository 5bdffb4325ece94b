"""What a text goes on to narrate that no trigger names → the words of ordinary acts and happenings of a day: "a helicopter came down".

Enters: a scene with the times of its parse. Leaves: each verb of such an act with when it was: its own day, or that of the clause around,
of the sentence before, of the entry or of the heading. States, thoughts, speech, habits and sums are no acts (vocab/narration.yaml).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from trucewatch.reading.actors import actors
from trucewatch.reading.factuality import stance_of
from trucewatch.reading.hanging import (
    SAYING,
    day_it_happened,
    gives_toll,
    hung_times,
    is_active,
    is_before,
    is_narrated,
    is_told_now,
    told_by,
)
from trucewatch.reading.headings import opens_line
from trucewatch.reading.hedging import hedges
from trucewatch.reading.implicatives import done_under
from trucewatch.reading.scene import CERTAIN, Scene
from trucewatch.reading.setting import when_of
from trucewatch.reading.sincespans import since_told
from trucewatch.reading.tree import Tree
from trucewatch.records.extent import When
from trucewatch.vocab import vocabulary

SUMS = frozenset(("toll", "number", "total", "figure", "count", "tally"))
"""What "reached 55 on Monday" is no act of anybody."""
_TAGS = frozenset(("VBD", "VBN", "VBZ", "VBP", "VBG", "VB"))
_CLAUSES = frozenset(("ROOT", "conj", "ccomp", "advcl", "parataxis", "dep"))
_USUAL = frozenset(
    "often usually always sometimes regularly frequently routinely generally normally traditionally never rarely seldom still".split()
)
_TOWARDS = frozenset(
    """aside into onto from to over through off up down out in away back across towards toward under upon along around past apart round
    aboard home ashore""".split()
)
"""Words of direction: after them "came", "went" and "took" tell of a movement."""
_DAYS = frozenset(("day", "days"))
_SHARED = frozenset(("nsubj", "nsubjpass", "dobj", "prt", "oprd", "acomp"))
"""What tells of the event itself where an event is its subject, its object or its state: "the raid left 12 dead"."""
_UNTOLD = frozenset(("since", "past span", "dateline", "vague"))
_MOVING = frozenset(("take", "lead", "bring", "carry", "pull", "push", "drop", "move"))
"""Verbs that tell of an act where somebody is moved: "took the boy to the yard"."""
_THEM = frozenset(("him", "her", "them", "me", "us"))
_ABSTRACT = tuple("ion ment ness ity ence ance report news talk talks price death toll attack call order move visit".split())
"""Endings of nouns of things without a body."""


def narrated_acts(scene: Scene, times: Sequence[When], told: frozenset[int]) -> Iterator[tuple[int, When]]:
    """Yield the verbs of acts that the text narrates as facts and dates, with when they were; ``told`` are the words told already."""
    if not times:
        return
    tree = scene.parse.tree
    for at, tag in enumerate(tree.tag):
        if tag not in _TAGS or tree.pos[at] != "VERB" or at in told or scene.event_at(at) is not None:
            continue
        if not _is_clause(tree, at) or not _is_act(tree, at):
            continue
        if any(child in told or scene.event_at(child) is not None for child in tree.children[at] if _shares(tree, at, child)):
            continue
        if any(tree.lower[child] in _USUAL or tree.dep[child] == "neg" for child in tree.children[at]):
            continue
        when = _when(scene, at, times)
        if when is None:
            continue
        if stance_of(scene.parse, at) == CERTAIN and not _asked_for(tree, at):
            yield at, when


def _is_clause(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is that of a clause that goes on telling, also where the parser hung it on a noun that no verb has."""
    if tree.tag[verb] in ("VB", "VBG"):
        return _goes_along(tree, verb)
    if tree.dep[verb] in _CLAUSES or day_it_happened(tree, verb) or is_active(tree, verb):
        return True
    head = tree.head[verb]
    return tree.dep[verb] == "relcl" and tree.dep[head] == "ROOT" and tree.pos[head] in ("NOUN", "PROPN") and not _relative(tree, verb)


def _asked_for(tree: Tree, verb: int) -> bool:
    """Tell whether what was let be done is what somebody asks: "we ask one thing, that they let her telephone"."""
    above = done_under(tree, verb)
    if above is None or tree.lemma[above] not in ("let", "allow", "permit") or tree.dep[above] != "ccomp":
        return False
    return tree.lemma[tree.head[above]] != "tell" and hedges().verbs.get(tree.lemma[tree.head[above]]) == "demanded"


def _goes_along(tree: Tree, verb: int) -> bool:
    """Tell whether an infinitive or a form in -ing tells what was done with its clause: "made to dig", "went off, setting fires"."""
    if tree.tag[verb] == "VB":
        return done_under(tree, verb) is not None or (tree.dep[verb] == "ROOT" and is_told_now(tree, verb))
    above = tree.head[verb]
    if any(tree.dep[child] in ("aux", "mark", "auxpass") for child in tree.children[verb]) or tree.pos[above] != "VERB" or above > verb:
        return False
    if tree.dep[verb] == "xcomp":
        return tree.lemma[above] in _GOING_ON
    if tree.dep[verb] == "conj":
        return tree.tag[above] == "VBG" and _goes_along(tree, above)
    return tree.dep[verb] == "advcl" and tree.lemma[above] not in SAYING


_GOING_ON = frozenset("begin start continue keep resume spend finish".split())
"""Verbs after which a form in -ing tells what was done: "kept shooting", "spent the night digging"."""


def _relative(tree: Tree, verb: int) -> bool:
    """Tell whether a verb has a relative for its subject or object."""
    return any(tree.tag[child] in ("WP", "WDT", "WRB", "WP$") for child in tree.children[verb])


def _shares(tree: Tree, verb: int, child: int) -> bool:
    """Tell whether an event under a verb is what the verb tells of; "broke up a march", "beat off the attack" are acts of their own."""
    if tree.dep[child] == "dobj":
        return tree.lemma[verb] not in _ENDING or tree.child(verb, "prt", "advmod") is None
    return tree.dep[child] in _SHARED


_ENDING = frozenset("break beat fight drive push throw fend hold put".split())
"""Verbs that with a particle put an end to what others began: "beat off", "broke up", "put down"."""
_FIGHTS = frozenset(
    """battle fight firefight gunfight gunbattle combat clash fighting shoot-out shootout encounter confrontation skirmish engagement raid
    attack assault sweep operation ambush offensive incursion duel shooting bombardment standoff strike barrage""".split()
)
_AMID = frozenset(("in", "during", "after", "amid"))
_RAGING = frozenset("rage continue last go take break erupt ensue follow precede begin start end flare happen occur develop".split())


def fights(scene: Scene, times: Sequence[When], told: frozenset[int]) -> Iterator[tuple[int, When]]:
    """Yield the nouns of fighting that no event stands for, where their clause is dated: "died in a confrontation with police"."""
    tree = scene.parse.tree
    for at, lemma in enumerate(tree.lemma if times else ()):
        if lemma not in _FIGHTS or tree.pos[at] != "NOUN" or at in told or scene.event_at(at) is not None:
            continue
        above = tree.head[at]
        amid = tree.dep[at] == "pobj" and (
            tree.lower[above] in _AMID or (tree.lower[above] == "of" and tree.lemma[tree.head[above]] in _LASTING)
        )
        if not amid and not (tree.dep[at] == "nsubj" and tree.lemma[above] in _RAGING):
            continue
        if any(tree.lower[child] in ("no", "any") for child in tree.children[at]) or stance_of(scene.parse, at) != CERTAIN:
            continue
        when = when_of(scene.parse, at, times)
        if when is not None and when.precision in _DAYS and when.rule not in _UNTOLD:
            yield at, when


_LASTING = frozenset(("hour", "day", "minute", "week", "night", "round"))


def _when(scene: Scene, at: int, times: Sequence[When]) -> When | None:
    """Return the day or few that the text gives an act told in the past, or the stretch up to now of one told in the perfect."""
    tree = scene.parse.tree
    if tree.tag[at] in ("VB", "VBG"):
        teller = told_by(tree, at)
        if teller == at and tree.tag[at] == "VBG":
            return None
        when = when_of(scene.parse, at, times)
        if not is_narrated(tree, teller) and not _looked_back_on(tree, teller):
            return when if when is not None and is_told_now(tree, teller) and _heads_line(scene, at, when) else None
        return when if when is not None and when.rule not in _UNTOLD and (when.precision in _DAYS or _own_time(scene, at, when)) else None
    if not is_narrated(tree, at) and not is_active(tree, at):
        if span := since_told(scene.parse, at, times, hung_times(scene.parse, times)):
            return span
        counted = (
            when_of(scene.parse, at, times) if is_told_now(tree, at) or any(tree.lower[c] == "had" for c in tree.children[at]) else None
        )
        own = counted is not None and (counted.rule == "counted back" or _heads_line(scene, at, counted) or _had_then(scene, at, counted))
        return counted if own else None
    when = when_of(scene.parse, at, times)
    return when if when is not None and when.precision in _DAYS and when.rule not in _UNTOLD else None


def _looked_back_on(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is in the past perfect: "had used the lull to round up youths"."""
    return is_before(tree, verb) and tree.tag[verb] == "VBN"


def _own_time(scene: Scene, at: int, when: When) -> bool:
    """Tell whether a week or a month stands beside the act itself: "were made to dig trenches in May"."""
    start = scene.parse.tokens_in(when.spans[0])[0]
    return when.precision in _WIDER and scene.parse.sentence_of[start] == scene.parse.sentence_of[at]


_WIDER = frozenset(("week", "month"))


def _had_then(scene: Scene, at: int, when: When) -> bool:
    """Tell whether a day stands in the sentence of an act told in the past perfect: "By Tuesday evening the army had pulled back"."""
    tree, parse = scene.parse.tree, scene.parse
    if when.precision not in _DAYS or when.rule in _UNTOLD or not is_before(tree, at):
        return False
    start = parse.tokens_in(when.spans[0])[0]
    return parse.sentence_of[start] == parse.sentence_of[at]


def _heads_line(scene: Scene, at: int, when: When) -> bool:
    """Tell whether a day heads the line of a chronicle in the present: "6 April: a team lands at Oru. It photographs nine graves."."""
    start = scene.parse.tokens_in(when.spans[0])[0]
    return when.precision in _DAYS and scene.parse.paragraph_of[start] == scene.parse.paragraph_of[at] and opens_line(scene.parse, start)


def _is_act(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is one of doing or happening, by its lemma and what follows it."""
    lemma = tree.lemma[verb].lower()
    if come_upon(tree, verb):
        return True
    if lemma in ("let", "set") and _sets_free(tree, verb):
        return True
    if lemma in SAYING or gives_toll(tree, verb):
        return False
    subject = next((child for child in tree.children[verb] if tree.dep[child] in ("nsubj", "nsubjpass", "expl", "csubj")), None)
    if subject is not None and tree.lemma[subject] in SUMS:
        return False
    if subject is not None and (tree.dep[subject] in ("expl", "csubj") or tree.lower[subject] in ("it", "this", "that", "which", "what")):
        return lemma not in _verbs("no_act") and tree.lower[subject] == "it"
    if lemma in _verbs("light"):
        after = [child for child in tree.children[verb] if child > verb]
        if any(tree.dep[child] == "prt" or (tree.dep[child] == "advmod" and tree.lower[child] in _TOWARDS) for child in after):
            return True
        if lemma in ("come", "fall", "go", "run", "move", "pass", "turn", "rise") or tree.child(verb, "dobj") is None:
            led = any(tree.dep[child] == "prep" and tree.lower[child] in _TOWARDS for child in after)
            with_it = tree.tag[verb] in ("VB", "VBG")  # "went off, moving from door to door": whoever went moved
            return led and (with_it if subject is None else _can_move(tree, subject))
        thing = tree.child(verb, "dobj")
        person = thing is not None and (tree.lower[thing] in _THEM or actors().noun(tree.lemma[thing].lower()) is not None)
        return lemma not in _verbs("no_act") or (person and lemma in _MOVING)
    return lemma not in _verbs("no_act")


_FORCE = frozenset(("effect", "hold", "force", "operation"))
_COMING_IN = frozenset(("take", "come", "go", "enter"))


def takes_effect(tree: Tree, verb: int) -> bool:
    """Tell whether a verb says that a truce or a law began or ceased to hold: "took effect", "came into force", "lapsed"."""
    if tree.lemma[verb] in ("lapse", "expire"):
        return True
    if tree.lemma[verb] not in _COMING_IN:
        return False
    things = [child for child in tree.children[verb] if tree.dep[child] in ("dobj", "prep") and child > verb]
    things += [below for child in things if tree.lower[child] in ("into", "in") for below in tree.children[child]]
    return any(tree.lower[thing] in _FORCE for thing in things)


def come_upon(tree: Tree, verb: int) -> bool:
    """Tell whether somebody or something was found: "the body was come upon in a stream bed"."""
    if tree.lemma[verb] != "come" or tree.child(verb, "auxpass") is None:
        return False
    return any(tree.lower[child] in ("upon", "across") and child == verb + 1 for child in tree.children[verb])


_GONE = frozenset("go off out in through pass leave walk free alight ablaze afire loose adrift upon".split())


def _sets_free(tree: Tree, verb: int) -> bool:
    """Tell whether "let" or "set" is told with what came of it: "let them go", "set alight the school", "let in"."""
    return any(child > verb and tree.lower[child] in _GONE and tree.dep[child] != "dobj" for child in tree.children[verb])


def moves(tree: Tree, verb: int) -> bool:
    """Tell whether "came" tells of a movement: "came upon the kidnappers", where nothing took place."""
    return tree.lemma[verb] == "come" and any(child > verb and tree.lower[child] in _TOWARDS for child in tree.children[verb])


def _can_move(tree: Tree, subject: int) -> bool:
    """Tell whether a subject is somebody, or something with a body: no statement, talk or figure goes anywhere."""
    lemma = tree.lemma[subject].lower()
    return tree.pos[subject] in ("PROPN", "PRON") or actors().noun(lemma) is not None or not lemma.endswith(_ABSTRACT)


@cache
def _verbs(key: str) -> frozenset[str]:
    """Return one list of vocab/narration.yaml."""
    return frozenset(cast(dict[str, list[str]], vocabulary("narration"))[key])
