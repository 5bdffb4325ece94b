"""Figures of the dead, wounded or missing that somebody gives: "raised the toll to 77", "has 12 names", "the hospital, 19".

Each rule takes a view and a token and returns its citation, or None. Who gives a figure must be somebody who can: a person, a body, a list.
"""

from trucewatch.reading.casualtywords import lexicon as casualtywords
from trucewatch.reading.citations import Citation
from trucewatch.reading.cuephrases import cue_range
from trucewatch.reading.cues import Sense, lexicon
from trucewatch.reading.offices import offices
from trucewatch.reading.people import names_people
from trucewatch.reading.sources import phrase, subject_of
from trucewatch.reading.view import Range, View

_SAY = Sense("say", "assert")
_SETTING = frozenset(
    "raise lower revise cut reduce increase correct adjust bring place put set fix reckon estimate update upgrade downgrade trim".split()
)
"""Verbs that move a figure "to" or set it "at" a number."""
_SPEAKING = frozenset("speak talk tell write know hear admit confess settle arrive own come report boast".split())
"""Verbs that reach a number by a preposition: "was speaking on Sunday of 60 dead", "settled on eleven"."""
_SPEAKING_OF = frozenset(("of", "to", "on", "at"))
_HAVING = frozenset("have hold collect gather compile list count see remember recall bury wash register log note find show carry".split())
"""Verbs whose object is the people counted: "has 44 names", "saw nine bodies"."""
_RECORDED = frozenset("name names deaths list record records statements complaints testimonies graves bodies corpses dead".split())
_WORKS = frozenset("see remember recall bury wash count find".split())
_FIGURES = frozenset(("it", "this", "that", "them"))
_HARD = frozenset((".", ";", ":", "?", "!"))
_COUNTERS = frozenset(
    """ministry hospital clinic morgue mortuary registry prosecutor prosecutors office daily newspaper paper radio television station
    channel agency website site outlet outlets media list register tally database bulletin report communique communiqué""".split()
)
"""Those of whom "had 23 dead" gives a figure, and no loss of their own."""
MEDIA = frozenset(
    """daily newspaper newspapers paper papers radio television station channel channels broadcaster agency website websites site sites blog
    page outlet outlets media press magazine weekly journal leaflet pamphlet""".split()
)
"""What words are printed in, sent by or posted on."""
_NEAR = 7
_BEFORE_NUMBER = frozenset(
    "about around some at least only nearly over under more fewer than up to no as many exactly almost between".split()
)


def toll_citation(view: View, at: int) -> Citation | None:
    """Return the figure that the subject of the verb at ``at`` gives."""
    tree = view.tree
    lemma = tree.lemma[at].lower()
    content = None
    if lemma in _SETTING:
        content = _set_at(view, at)
    if content is None and lemma in _SPEAKING:
        content = _spoken_of(view, at)
    if content is None and lemma in _HAVING:
        content = _held(view, at, lemma)
    if content is None:
        return None
    head = subject_of(view, at)
    if head is None or not can_say(view, head) or content[0] <= head < content[1] or view.quoted[head] != view.quoted[at]:
        return None
    if tree.dep[at] in ("amod", "acl") or tree.child(at, "auxpass", "neg") is not None:
        return None
    citation = Citation(at, lemma, _SAY, "object", cue_range(view, at)[0], [content])
    citation.source_head, citation.source = head, [phrase(view, head, at)]
    return citation


def can_say(view: View, head: int) -> bool:
    """Tell whether a noun, name or pronoun is somebody, a body or a document: a death that "raised the toll to 12" is none."""
    tree, known = view.tree, offices()
    lower, lemma = tree.lower[head], tree.lemma[head].lower()
    if lower in ("he", "she", "they", "who", "it"):
        return True
    if lemma in lexicon().figures:
        return False
    if lemma in known.persons or lemma in known.offices or lemma in known.institutions or lower in known.groups or lemma in known.documents:
        return True
    if lower in known.states or lower in known.bodies or lower in _COUNTERS or names_people(lower):
        return True
    return tree.pos[head] == "PROPN" and view.parse.doc[head].ent_type_ in ("PERSON", "ORG", "GPE", "NORP")


def _set_at(view: View, at: int) -> Range | None:
    """Return "the figure to 19", "the dead at no more than 12": a figure moved or set."""
    tree, figures = view.tree, lexicon().figures
    _, end = view.sentence(at)
    figure = False
    for here in range(at + 1, min(end, at + 12)):
        lower = tree.lower[here]
        if figure and lower in ("to", "at") and _number(view, here + 1, end):
            return view.trim(at + 1, _until(view, here + 1, end))
        figure = figure or (lower in _FIGURES and here == at + 1) or tree.lemma[here].lower() in figures or lower in casualtywords().states
        figure = figure or lower in ("displaced", "losses", "count", "tally")
        if lower in _HARD or tree.pos[here] in ("AUX", "SCONJ"):
            return None
    return None


def _spoken_of(view: View, at: int) -> Range | None:
    """Return the number that a verb of speaking reaches by a preposition."""
    tree = view.tree
    _, end = view.sentence(at)
    for here in range(at + 1, min(end, at + _NEAR)):
        if tree.lower[here] in _SPEAKING_OF and _number(view, here + 1, end):
            last = _until(view, here + 1, end)
            deadly = any(_befallen(view, one) for one in range(here + 1, last))
            alone = tree.lemma[at] in ("settle", "arrive", "own")
            return view.trim(here + 1, last) if deadly or alone else None
        if tree.lower[here] in _HARD or tree.lower[here] == "," or tree.pos[here] in ("VERB", "AUX", "SCONJ"):
            return None
    return None


def _held(view: View, at: int, lemma: str) -> Range | None:
    """Return the people whom somebody has on a list, or saw or buried: "has 44 names", "saw nine bodies", "remembers burying eleven"."""
    tree = view.tree
    _, end = view.sentence(at)
    start = at + 1
    while start < end and (
        tree.lower[start] in ("the", "names", "of", "on", "record", "also", "a", "list", "with") or tree.tag[start] == "VBG"
    ):
        start += 1
    if not _number(view, start, end):
        return None
    last = _until(view, start, end)
    words = set(tree.lower[at + 1 : last])
    if lemma in _WORKS:
        return view.trim(start, last) if words & {"bodies", "corpses", "graves", "coffins", "dead"} or _VERBAL & words else None
    if words & {"names", "name", "bodies", "graves", "deaths", "statements", "complaints", "testimonies"}:
        return view.trim(at + 1, last)
    subject = subject_of(view, at)
    counts = subject is not None and (tree.lemma[subject].lower() in _COUNTERS or tree.lower[subject] in _COUNTERS)
    return view.trim(at + 1, last) if counts and (any(_befallen(view, one) for one in range(start, last)) or "on" in words) else None


_VERBAL = frozenset(("burying", "washing", "seeing", "counting", "carrying"))


def _number(view: View, start: int, end: int) -> bool:
    """Whether a number stands here, with what may lead it in."""
    tree = view.tree
    here = start
    while here < end and here < start + 5 and tree.lower[here] in _BEFORE_NUMBER:
        here += 1
    quoted = here < end and tree.lower[here] in ('"', "“", "'", "‘")
    here += quoted
    return here < end and (tree.pos[here] == "NUM" or tree.lower[here] in ("hundreds", "dozens", "scores", "thousands", "a"))


def _befallen(view: View, at: int) -> bool:
    tree = view.tree
    lower = tree.lower[at]
    return lower in casualtywords().states or lower in _RECORDED or tree.lemma[at].lower() in lexicon().figures or names_people(lower)


def _until(view: View, start: int, end: int) -> int:
    """Return where the figure's own words end."""
    tree = view.tree
    for here in range(start, end):
        if tree.lower[here] in _HARD or (tree.lower[here] == "," and tree.pos[here + 1 : here + 2] not in (["NUM"], ["ADP"], ["VERB"])):
            return here
        if tree.lower[here] in ("and", "but", "while", "whereas") and tree.pos[here + 1 : here + 2] in (["VERB"], ["AUX"]):
            return here
    return end
