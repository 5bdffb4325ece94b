"""Who a cue cites: the source phrase of a verb, noun or preposition, found in the tree, then by place beside quotation marks."""

from trucewatch.reading.cues import lexicon
from trucewatch.reading.offices import offices
from trucewatch.reading.view import Range, View

_SUBJECTS = ("nsubj", "nsubjpass")
_ADRIFT = frozenset(
    "earlier later meanwhile yesterday today tonight recently however also then now so still thus therefore moreover instead again yet but "
    "and or monday tuesday wednesday thursday friday saturday sunday".split()
)
_ISSUE = frozenset(("issue", "release", "publish", "put", "make", "send", "write", "post", "give", "read", "deliver", "circulate"))
_CLIMB = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "acomp", "oprd", "advmod"))


def subject_of(view: View, at: int) -> int | None:
    """Return the head token of who does the verb ``at``: its own subject, or that of the clause it leans on. None where there is none.

    A reduced clause ("a letter saying …") is done by the noun it hangs on, a relative clause by its pronoun.
    """
    tree = view.tree
    here = at
    for _ in range(6):
        own = own_subject(view, here)
        if own is not None:
            return own
        relation, above = tree.dep[here], tree.head[here]
        if relation == "conj":
            above = coordinate(view, here)
        if relation == "pcomp" and tree.lower[above] == "as":
            relayed = tree.child(tree.head[above], "dobj")
            if relayed is not None and quoted_as_saying(view, tree.head[above]) == here:
                return relayed
        if relation in ("acl", "relcl"):
            issuer = _issuer(view, above) or _headless(view, above) if relation == "acl" else None
            return issuer if issuer is not None else above if above < here else None
        if relation == "conj" and tree.pos[above] not in ("VERB", "AUX"):
            return None
        if relation == "xcomp":  # "asked the army to say": the object of the verb above does it
            object_ = tree.child(above, "dobj")
            if object_ is not None and object_ < here:
                return object_
        if relation not in _CLIMB or above == here:
            return None
        if view.quoted[above] != view.quoted[at]:
            return None
        here = above
    return None


def speaker_before(view: View, at: int, first: int) -> int | None:
    """Return the head of a speaker that the parser hung on the words before it as an apposition.

    In "…, the head of mission, Ulla Holm, said" the parser may give the verb ``at`` no subject: the noun phrase right before the cue
    (which begins at ``first``), set off by a comma, is the subject then, with the description it stands in apposition to.
    """
    tree = view.tree
    here = first - 1
    while here > 0 and tree.lower[here] == ",":
        here -= 1
    if here < 1 or tree.pos[here] not in ("PROPN", "NOUN") or view.quoted[here] != view.quoted[at]:
        return None
    if tree.tag[at] == "NNS":  # the verb was taken for a noun, its subject for modifiers
        return here
    found = None
    while tree.dep[here] in ("compound", "appos", "conj", "flat", "npadvmod", "pobj"):
        left = tree.edges(here)[0]
        if tree.dep[here] == "appos" and left > 0 and tree.lower[left - 1] == ",":
            found = here
        if tree.dep[here] == "pobj" or tree.head[here] == here:
            break
        here = tree.head[here]
    return found


def _issuer(view: View, document: int) -> int | None:
    """Return who issued a document in "the ministry issued a statement saying …": the ministry says it, not the statement."""
    tree = view.tree
    verb = tree.head[document]
    if tree.dep[document] != "dobj" or tree.lemma[document].lower() not in offices().documents or tree.lemma[verb] not in _ISSUE:
        return None
    return own_subject(view, verb)


def quoted_as_saying(view: View, verb: int) -> int | None:
    """Return "saying" in "the agency quoted an officer as saying": it is the officer who says it. None in any other construction."""
    tree = view.tree
    if tree.lemma[verb] not in ("quote", "cite") or tree.child(verb, "dobj") is None:
        return None
    for child in tree.children[verb]:
        saying = tree.child(child, "pcomp") if tree.lower[child] == "as" else None
        if saying is not None and tree.tag[saying] == "VBG":
            return saying
    return None


def noun_before(view: View, first: int) -> Range | None:
    """Return the noun phrase that stands right before a cue beginning at ``first``, past words between commas (", citing a source,")."""
    tree = view.tree
    here = first - 1
    if here > 0 and tree.lower[here] == ",":
        opening = next((at for at in range(here - 1, max(0, here - 12), -1) if tree.lower[at] == ","), 0)
        if not opening or tree.tag[opening + 1] not in ("VBG", "IN", "VBN"):
            return None
        here = opening - 1
    end = here + 1
    while here >= 0 and tree.pos[here] in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and view.quoted[here] == view.quoted[end - 1]:
        here -= 1
    text = view.parse.text[tree.start[end - 1] : tree.end[end - 1]]
    known = here + 1 < end and (tree.pos[end - 1] in ("NOUN", "PROPN") or text.isupper())
    return (here + 1, end) if known else None


def coordinate(view: View, verb: int) -> int:
    """Return the verb that a second verb ("… and have called") is joined to.

    Where the parser joins it to a clause said ("believe relief is possible and have called …"), but it has no subject of its own and goes
    with the tense of the verb of saying and not with that of the clause, it is joined to the verb of saying.
    """
    tree = view.tree
    above = tree.head[verb]
    saying = tree.head[above]
    if tree.dep[above] != "ccomp" or saying > above or tree.child(verb, "nsubj", "nsubjpass", "expl") is not None:
        return above
    return saying if _tense(view, verb) == _tense(view, saying) != _tense(view, above) else above


def _tense(view: View, verb: int) -> str:
    tree = view.tree
    auxiliaries = [child for child in tree.children[verb] if tree.dep[child] in ("aux", "auxpass")]
    if not auxiliaries:
        return "past" if tree.tag[verb] in ("VBD", "VBN") else "present" if tree.tag[verb] in ("VBZ", "VBP") else ""
    first = tree.tag[auxiliaries[0]]
    if first == "MD":
        return "modal"
    if tree.lemma[auxiliaries[0]] == "have" and first == "VBD":
        return "pluperfect"
    return "past" if first == "VBD" else "present"


def own_subject(view: View, at: int) -> int | None:
    """Return the subject among the children of ``at``; where the parser gives two, the one right after the verb ("said officials"), else
    the nearest before it."""
    tree = view.tree
    subjects = [child for child in tree.children[at] if tree.dep[child] in _SUBJECTS]
    if len(subjects) < 2:
        return _past_relative(view, subjects[0], at) if subjects else None
    after = next((child for child in subjects if child > at and tree.edges(child)[0] == at + 1), None)
    first, *others = subjects
    if after is not None and first < at and _named_beside(view, first, at):
        return first  # "A spokesman, Paul Okello, says the captives, most of them boys, were held": the parse joins whom he speaks of
    described = any(tree.dep[child] == "relcl" and first < child < others[0] for child in tree.children[first])
    if after is None and others[-1] < at and described and tree.pos[others[-1]] == "NOUN":
        return first  # "Survivors who appeared before the court related that …"
    return after if after is not None else subjects[-1]


def _headless(view: View, at: int) -> int | None:
    """Return the noun of a sentence without a main verb whose relative clause ends in ``at``: "The brigade that ran the prison held …"."""
    tree = view.tree
    verb = tree.head[at]
    if tree.dep[at] != "dobj" or tree.dep[verb] != "relcl":
        return None
    noun = tree.head[verb]
    return noun if tree.dep[noun] == "ROOT" and tree.pos[noun] in ("NOUN", "PROPN") and noun < verb else None


def _past_relative(view: View, subject: int, at: int) -> int:
    """Return the brigade in "The brigade that ran the prison held that …": what a relative clause lacks as its object is no subject."""
    tree = view.tree
    verb = tree.edges(subject)[0] - 1
    if subject > at or verb < 1 or tree.dep[verb] != "relcl" or tree.pos[verb] != "VERB" or tree.tag[verb] not in ("VBD", "VBZ", "VBP"):
        return subject
    noun = tree.head[verb]
    lacking = tree.child(verb, "dobj", "ccomp", "xcomp", "prt", "prep") is None and noun < verb and tree.pos[noun] in ("NOUN", "PROPN")
    return noun if lacking and tree.lower[verb - 1] in ("that", "who", "which", "had", "has", "have") else subject


def _named_beside(view: View, subject: int, at: int) -> bool:
    """Tell whether a name in apposition to the subject stands right before the verb."""
    tree = view.tree
    return any(
        tree.dep[child] == "appos" and tree.pos[child] == "PROPN" and tree.edges(child)[1] == at - 1 for child in tree.children[subject]
    )


def phrase(view: View, head: int, cue: int = -1) -> Range:
    """Return the whole phrase of the source ``head``: determiners, titles, appositions and relative clauses, but not the cue's clause."""
    tree = view.tree
    if tree.dep[head] == "poss":
        start, end = tree.edges(head)
        return start, end
    cut = frozenset(
        child
        for child in tree.children[head]
        if child <= cue and tree.dep[child] in ("acl", "relcl", "prep") and _holds(tree.edges(child), cue)
    )
    cut |= frozenset(
        child
        for child in tree.children[head]
        if (tree.dep[child] == "prep" and _weekday(view, child)) or (tree.dep[child] == "relcl" and _cites(view, child))
    )
    start, end = tree.edges(head, cut)
    end = _past_abbreviation(view, end, cue)
    while head < end < cue and tree.pos[end] != "PUNCT" and view.parse.text[tree.start[end]].isupper():
        end += 1
    end = min([end, *(tree.edges(child)[0] for child in cut if child > head)])
    if start <= cue < end:
        start, end = (start, cue) if head < cue else (cue + 1, end)
    own = view.quoted[cue] if cue >= 0 else view.quoted[head]
    while start < head and view.quoted[start] != own and own < 0 and view.quoted[head] < 0:
        start += 1
    return _tidy(view, start, end, head)


def _past_abbreviation(view: View, end: int, cue: int) -> int:
    """Return the end of a name whose abbreviated title the parser took for the end of the sentence ("said Cmdr. Ennis")."""
    tree = view.tree
    last = end - 1
    stop = end + 1 if end < len(tree) and tree.lower[end] == "." and tree.pos[last] == "PROPN" else end
    if view.parse.text[tree.end[stop - 1] - 1] != "." or tree.end[last] - tree.start[last] > 6 or stop >= len(tree):
        return end
    if tree.pos[stop] != "PROPN" or tree.start[stop] in view.openings or tree.lower[last].rstrip(".") not in offices().offices:
        return end
    while stop < len(tree) and tree.pos[stop] == "PROPN" and stop != cue:
        stop += 1
    return stop


def _cites(view: View, verb: int) -> bool:
    """Tell whether a relative clause cites its noun for something else (", who also said …"): it is a statement, no description."""
    frames = lexicon().verbs.get(view.tree.lemma[verb].lower(), {})
    sense = frames.get("clause")
    return sense is not None and sense.kind == "say" and view.tree.child(verb, "ccomp") is not None


def _weekday(view: View, at: int) -> bool:
    """Tell whether a preposition only says when ("on Monday")."""
    tree = view.tree
    return tree.lower[at] == "on" and at + 1 < len(tree) and tree.lower[at + 1] in _ADRIFT


def _holds(edges: Range, at: int) -> bool:
    return edges[0] <= at < edges[1]


def _tidy(view: View, start: int, end: int, head: int) -> Range:
    """Drop a dateline, punctuation, conjunctions and stray adverbs at the edges of a source phrase."""
    tree = view.tree
    start = max(start, _after_dateline(view, start, head))
    while start < head and (tree.pos[start] in ("PUNCT", "SPACE") or tree.lower[start] in _ADRIFT):
        start += 1
    while end - 1 > head and tree.pos[end - 1] in ("PUNCT", "SPACE") and tree.lower[end - 1] not in (")", "]", "."):
        end -= 1
    return start, end


def _after_dateline(view: View, start: int, head: int) -> int:
    """Return the token after a dateline's dash ("GENEVA, June 8 (Agency) - ") between ``start`` and ``head``, else ``start``."""
    tree, text = view.tree, view.parse.text
    for at in range(start, min(head, start + 14)):
        if tree.lower[at] in ("-", "—", "–", "--") and tree.end[at - 1] < tree.start[at]:
            opening = text[tree.start[start] : tree.end[start]]
            if opening.isupper() or ")" in text[tree.start[start] : tree.start[at]]:
                return at + 1
    return start
