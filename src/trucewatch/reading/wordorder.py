"""Cues found by the order of words, where the parse gives them no frame: "informed the court by letter that …", "verified 14 deaths".

Each rule takes a view and the token of a verb and returns its citation, or None. They are asked only of verbs that their frame gave none.
"""

from trucewatch.reading.citations import Citation
from trucewatch.reading.cuephrases import cue_range
from trucewatch.reading.cues import Sense, lexicon
from trucewatch.reading.frames import FINITE
from trucewatch.reading.idioms import clause_end
from trucewatch.reading.people import names_people
from trucewatch.reading.sources import phrase, subject_of
from trucewatch.reading.view import Range, View

_SAY = Sense("say", "assert")
_TALLYING = frozenset(
    """verify name identify note establish keep think mention report count put give document register list record confirm print
    publish""".split()
)
_TOLLS = frozenset(
    """dead deaths death killed wounded injured hurt missing bodies victims victim casualties fatalities persons people names list total
    toll losses""".split()
)
_ABOUT = frozenset("between about around some at nearly over under more fewer up roughly perhaps".split())
_KNOWING = {"make": frozenset(("known",)), "bring": frozenset(("knowledge", "attention", "notice", "information"))}
_OWNING = frozenset("take own assume admit accept claim acknowledge".split())
_HARD = frozenset((".", ";", ":", "?", "!"))
_ENDS = frozenset((",", ".", ";", ":", "(", ")", "?", "!", "—", "–"))
_REJECTING = frozenset(("dismiss", "reject", "rubbish", "deny", "repudiate"))
_REACH = 12
_FAR = 22


def by_order(view: View, at: int) -> Citation | None:
    """Return what the verb at ``at`` cites by the order of words around it."""
    tree = view.tree
    lemma = tree.lemma[at].lower()
    if tree.child(at, "auxpass", "neg") is not None or _passive(view, at):
        return None
    frames = lexicon().verbs.get(lemma, {})
    clause = frames.get("clause")
    telling = clause is not None and clause.kind in ("say", "show")
    if lemma in _REJECTING and (content := _that(view, at, None, _HARD)) is not None:
        return _cite(view, at, lemma, frames.get("object", _SAY), "object", content)
    promising = frames.get("infinitive")
    if promising is not None and promising.kind == "say" and (content := _to(view, at)) is not None:
        return _cite(view, at, lemma, promising, "infinitive", content)
    if (telling or lemma in _KNOWING) and (content := _that(view, at, _KNOWING.get(lemma))) is not None:
        return _cite(view, at, lemma, clause if clause is not None else _SAY, "clause", content)
    if lemma in _TALLYING and (content := _toll(view, at, lemma)) is not None:
        return _cite(view, at, lemma, _SAY, "object", content)
    if lemma in _OWNING and (content := _responsibility(view, at)) is not None:
        return _cite(view, at, lemma, _SAY, "object", content)
    if lemma == "hold" and (content := _up_to(view, at, _BLAMED)) is not None:
        return _cite(view, at, lemma, _ACCUSE, "object", content)
    if lemma in _NAMING and (content := _up_to(view, at, lexicon().denials | _UNTRUE)) is not None:
        return _cite(view, at, lemma, _DENY, "object", content)
    if lemma == "want" and (content := _wanted(view, at)) is not None:
        return _cite(view, at, lemma, _DEMAND, "object", content)
    if lemma in _LEARNING and (told := _from_whom(view, at)) is not None:
        return told
    if lemma in ("ask", "beg", "press") and (content := _asked_for(view, at)) is not None:
        return _cite(view, at, lemma, _URGE, "object", content)
    return None


_ACCUSE, _DENY, _DEMAND, _URGE = Sense("say", "accuse"), Sense("say", "deny"), Sense("say", "demand"), Sense("say", "urge")
_BLAMED = frozenset("responsible accountable liable answerable guilty".split())
_NAMING = frozenset("call brand label term dub describe dismiss declare pronounce style".split())
_UNTRUE = frozenset(
    "invented fictitious imaginary mischievous malicious slanderous defamatory mendacious concocted fantasy fiction fairy".split()
)
_SIDES = frozenset("side sides party parties army armies government governments rebel rebels faction factions authorities".split())


_ALL = frozenset(("both", "all", "everyone", "everybody", "others"))


_LEARNING = frozenset("hear learn gather understand come reach receive arrive".split())
_NEWS = frozenset("word news message report reports testimony information tidings".split())


def _from_whom(view: View, at: int) -> Citation | None:
    """Return what is heard from somebody: "heard from a fisherman, Adil Rahmani, that …", "word came from the abbot that …"."""
    tree = view.tree
    start, end = view.sentence(at)
    subject = subject_of(view, at)
    news = tree.lemma[at] in ("come", "reach", "arrive", "receive")
    if news and not _NEWS & {*tree.lower[max(start, at - 3) : at], *tree.lower[at + 1 : at + 3]}:
        return None
    source = None
    for here in range(at + 1, min(end, at + 18)):
        if tree.lower[here] == "that" and source is not None and tree.tag[here] in ("IN", "WDT"):
            content = view.trim(here, clause_end(view, here))
            citation = Citation(at, tree.lemma[at], _SAY, "clause", cue_range(view, at)[0], [content])
            citation.source_head, citation.source = source, [phrase(view, source, at)]
            return citation if content[0] + 2 < content[1] and source != subject else None
        if tree.lower[here] == "from" and source is None:
            source = tree.child(here, "pobj")
        if tree.lower[here] in _HARD or (tree.tag[here] in FINITE and source is None):
            return None
    return None


def _up_to(view: View, at: int, words: frozenset[str]) -> Range | None:
    """Return what is held responsible or called false, with all that its clause says of it."""
    tree = view.tree
    _, end = view.sentence(at)
    for here in range(at + 1, min(end, at + _FAR)):
        if tree.lower[here] in words or tree.lemma[here].lower() in words:
            return view.trim(at + 1, clause_end(view, here))
        if tree.lower[here] in _HARD or (tree.tag[here] in FINITE and tree.lower[here - 1] not in ("that", "which")):
            return None
    return None


def _wanted(view: View, at: int) -> Range | None:
    """Return what "wants the minister sacked" demands."""
    tree = view.tree
    _, end = view.sentence(at)
    for here in range(at + 2, min(end, at + 9)):
        if (
            tree.tag[here] in ("VBN", "VBD")
            and tree.pos[here - 1] in ("NOUN", "PROPN", "ADV")
            and tree.lower[here].endswith(("ed", "en", "t"))
        ):
            return view.trim(at + 1, clause_end(view, here))
        if tree.lower[here] in _ENDS or tree.pos[here] in ("VERB", "AUX", "PART", "SCONJ"):
            return None
    return None


def _asked_for(view: View, at: int) -> Range | None:
    """Return what "asked both parties for a pause" asks for."""
    tree = view.tree
    _, end = view.sentence(at)
    people = False
    for here in range(at + 1, min(end, at + 9)):
        if tree.lower[here] == "for" and people:
            return view.trim(here + 1, clause_end(view, here))
        people = people or tree.lower[here] in _SIDES or names_people(tree.lower[here]) or tree.pos[here] == "PROPN"
        if tree.lower[here] in _ENDS or tree.pos[here] in ("VERB", "AUX", "SCONJ"):
            return None
    return None


def _passive(view: View, at: int) -> bool:
    """Whether a form of "be" stands before the verb."""
    tree = view.tree
    return any(tree.lemma[here] == "be" and tree.head[here] == at for here in range(max(0, at - 4), at))


def _to(view: View, at: int) -> Range | None:
    """Return "to carry out bombings" after a threat or an appeal, past who is asked and when it was said."""
    tree = view.tree
    _, end = view.sentence(at)
    for here in range(at + 1, min(end - 1, at + 6)):
        if tree.lower[here] == "to" and (tree.tag[here + 1] == "VB" or tree.lower[here - 1] in _ALL):
            return view.trim(at + 1, end)
        if tree.lower[here] in _ENDS or tree.tag[here] in FINITE or tree.pos[here] == "ADP" or view.quoted[here] != view.quoted[at]:
            return None
    return None


def _that(view: View, at: int, needed: frozenset[str] | None, ends: frozenset[str] | None = None) -> Range | None:
    """Return the clause with "that" or "how" that follows a verb at a distance, with no other finite verb in between."""
    tree = view.tree
    _, end = view.sentence(at)
    between: set[str] = set()
    aside = _aside(view, at + 1, end)
    for here in range(max(at + 1, aside), min(end, max(at, aside) + (_REACH if ends is None else 20))):
        lower = tree.lower[here]
        if lower in ("that", "how") and tree.tag[here] != "DT" and tree.pos[here + 1 : here + 2] not in (["VERB"], ["AUX"]):
            if needed is not None and not needed & between:
                return None
            told = any(tree.tag[after] in FINITE for after in range(here + 1, min(end, here + _FAR)))
            return view.trim(here, end) if told else None
        known = needed is not None and lower in needed
        if not known and tree.pos[here] == "VERB" and "clause" in lexicon().verbs.get(tree.lemma[here], ()):
            return None  # "responded by telling them that …": that other verb's
        if lower in (ends or _ENDS) or tree.tag[here] in FINITE or (ends is None and view.quoted[here] != view.quoted[at]):
            return None
        between.add(lower)
    return None


def _aside(view: View, start: int, end: int) -> int:
    """Return where the words go on after an aside between commas, right after a verb: "held, in a video of 4 July, that …"."""
    tree = view.tree
    if start + 1 >= end or tree.lower[start] != "," or tree.pos[start + 1] not in ("ADP", "ADV"):
        return 0
    closing = next((here for here in range(start + 1, min(end, start + 12)) if tree.lower[here] == ","), 0)
    return closing + 1 if closing and tree.lower[closing + 1 : closing + 2] == ["that"] else 0


def _toll(view: View, at: int, lemma: str) -> Range | None:
    """Return the number of people that a verb of counting takes: "verified 14 civilian deaths", "thought between 80 and 100"."""
    tree = view.tree
    _, end = view.sentence(at)
    last = at + 1
    while (
        last < end and tree.lower[last] not in _ENDS and tree.tag[last] not in FINITE and tree.lower[last] not in ("who", "which", "that")
    ):
        last += 1
    words = tree.lower[at + 1 : last]
    if not words or not any(tree.pos[here] == "NUM" for here in range(at + 1, last)):
        return None
    guessed = lemma in ("think", "mention") and (words[0] in _ABOUT or "NUM" in tree.pos[at + 1 : at + 4])
    if not guessed and not (_TOLLS & set(words)):
        return None
    if lemma == "keep" and "list" not in words:
        return None
    return view.trim(at + 1, last)


def _responsibility(view: View, at: int) -> Range | None:
    """Return "responsibility for it" after a verb of taking."""
    tree = view.tree
    _, end = view.sentence(at)
    noun = next((here for here in range(at + 1, min(end, at + 4)) if tree.lemma[here] in ("responsibility", "authorship")), None)
    if noun is None or any(tree.pos[here] in ("VERB", "AUX") for here in range(at + 1, noun)):
        return None
    return view.trim(at + 1, tree.edges(noun)[1])


def _cite(view: View, at: int, lemma: str, sense: Sense, rule: str, content: Range) -> Citation | None:
    tree = view.tree
    head = subject_of(view, at)
    if head is None and tree.dep[at] in ("acl", "relcl", "amod") and tree.head[at] < at and tree.pos[tree.head[at]] in ("NOUN", "PROPN"):
        head = tree.head[at]  # a simple past that the parser took for a participle: "a leader asserted in the assembly that …"
        if tree.dep[head] not in ("ROOT", "nsubj", "conj"):
            return None
    if head is None or tree.pos[head] not in ("NOUN", "PROPN", "PRON") or tree.lower[head] in ("it", "this", "that", "which", "what"):
        return None
    if view.quoted[head] != view.quoted[at] or content[0] >= content[1]:
        return None
    citation = Citation(at, lemma, sense, rule, cue_range(view, at)[0], [content])
    citation.source_head, citation.source = head, [phrase(view, head, at)]
    return citation
