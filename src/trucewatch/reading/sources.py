"""Who a cue cites: the source phrase of a verb, noun or preposition, found in the tree, then by place beside quotation marks."""

from trucewatch.reading.view import Range, View

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLIMB = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "acomp", "oprd"))


def subject_of(view: View, at: int) -> int | None:
    """Return the head token of who does the verb ``at``: its own subject, or that of the clause it leans on. None where there is none.

    A reduced clause ("a letter saying …") is done by the noun it hangs on, a relative clause by its pronoun.
    """
    tree = view.tree
    here = at
    for _ in range(6):
        own = tree.child(here, *_SUBJECTS)
        if own is not None:
            return own
        relation, above = tree.dep[here], tree.head[here]
        if relation in ("acl", "relcl"):
            return above if above < here else None
        if relation == "conj" and tree.pos[above] not in ("VERB", "AUX"):
            return None
        if relation == "xcomp" and here != at or relation == "xcomp":
            # "asked the army to say": the object of the verb above does it
            object_ = tree.child(above, "dobj")
            if object_ is not None and object_ < here:
                return object_
        if relation not in _CLIMB or above == here:
            return None
        if view.quoted[above] != view.quoted[at]:
            return None
        here = above
    return None


def phrase(view: View, head: int, cue: int) -> Range:
    """Return the whole phrase of the source ``head``: determiners, titles, appositions and relative clauses, but not the cue's clause."""
    tree = view.tree
    if tree.dep[head] in ("poss",):
        start, end = tree.edges(head)
        return start, end
    cut = frozenset(
        child for child in tree.children[head] if tree.dep[child] in ("acl", "relcl", "prep") and _holds(tree.edges(child), cue)
    )
    start, end = tree.edges(head, cut)
    if start <= cue < end:
        start, end = (start, cue) if head < cue else (cue + 1, end)
    own = view.quoted[cue]
    while start < head and view.quoted[start] != own and own < 0 and view.quoted[head] < 0:
        start += 1
    return _tidy(view, start, end, head)


def _holds(edges: Range, at: int) -> bool:
    return edges[0] <= at < edges[1]


def _tidy(view: View, start: int, end: int, head: int) -> Range:
    """Drop punctuation, conjunctions and stray adverbs at the edges of a source phrase."""
    tree = view.tree
    while start < head and (tree.pos[start] in ("PUNCT", "SPACE", "CCONJ", "SCONJ") or tree.dep[start] in ("advmod", "cc", "mark")):
        if tree.lower[start] in ("both", "even", "only") or tree.head[start] != head and tree.pos[start] not in ("PUNCT", "SPACE"):
            break
        start += 1
    while end - 1 > head and tree.pos[end - 1] in ("PUNCT", "SPACE") and tree.lower[end - 1] not in (")", "]"):
        end -= 1
    return start, end
