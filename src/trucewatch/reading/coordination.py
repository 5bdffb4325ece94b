"""Nouns joined by "and", commas or the parser's slips → all of them. Token indices in and out."""

from trucewatch.reading.exclusions import excluded
from trucewatch.reading.tree import Tree

_VERBAL = frozenset({"VERB", "AUX"})
_PLURAL = frozenset({"NNS", "NNPS"})


def coordinated(tree: Tree, at: int) -> tuple[int, ...]:
    """Return ``at`` and the nouns coordinated with it, in text order, but for those that are only ruled out."""
    found = [at]
    for here in found:
        for child in tree.children[here]:
            if (tree.dep[child] == "conj" and tree.pos[child] not in _VERBAL) or (
                tree.dep[child] == "appos" and _enumerated(tree, here, child)
            ):
                found.append(child)
            elif tree.dep[child] == "nmod" and child < here and tree.tag[child] in _PLURAL and tree.child(child, "cc") is not None:
                found.append(child)  # "Marines and Scout Rangers stormed", read as one noun phrase
    return tuple(sorted(head for head in found if not excluded(tree, head, at)))


def _enumerated(tree: Tree, at: int, apposed: int) -> bool:
    """True for "a colonel, two lieutenants and a driver", read as an apposition: one person or thing is not several."""
    one = tree.tag[at] == "NN" and any(tree.lower[child] in {"a", "an", "one"} for child in tree.children[at])
    common = tree.tag[apposed] in {"NN", "NNS"}
    listed = common and tree.child(apposed, "cc") is not None and tree.child(apposed, "conj") is not None
    one = one or (
        tree.tag[at] == "NN" and tree.tag[apposed] == "NNS" and tree.child(apposed, "nummod") is not None
    )  # "the abbot, two monks"
    return (listed and (one or _goes_on(tree, at, apposed))) or (common and _counted_apart(tree, at, apposed))


def _counted_apart(tree: Tree, at: int, apposed: int) -> bool:
    """True for an object's "nine customers, a barmaid and a passing cyclist": a plural is not explained by persons each with an article.

    "Two men, a father and his son" are.
    """
    number = tree.child(at, "nummod")
    if tree.tag[at] != "NNS" or number is None or tree.lower[number] in {"two", "2", "both"} or tree.dep[at] not in {"dobj", "pobj"}:
        return False
    named = [apposed]
    while (nested := tree.child(named[-1], "appos", "conj")) is not None:
        named.append(nested)
    joined = tree.dep[named[-1]] == "conj"
    return joined and all(tree.child(item, "det", "nummod") is not None for item in named)


def _goes_on(tree: Tree, at: int, apposed: int) -> bool:
    """True for "two policemen, a teacher and a nurse were shot": what explains a subject has a comma behind it as well."""
    after = tree.edges(apposed)[1]
    counted = tree.tag[at] == "NNS" and tree.child(at, "nummod") is not None and tree.dep[at] in {"nsubj", "nsubjpass"}
    return counted and after < len(tree) and tree.pos[after] in _VERBAL and tree.child(apposed, "det", "nummod") is not None
