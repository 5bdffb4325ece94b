"""What people are refused: the passage of "denied the patrol passage", which nobody denies in words. Tokens in and out."""

from trucewatch.reading.tree import Tree

REFUSING = frozenset({"refuse", "deny", "bar", "forbid", "grant"})
PASSAGE = frozenset(
    """access entry entrance passage admission admittance exit transit way leave permission clearance crossing movement shelter water food
    treatment""".split()
)
"""What people are refused."""


def is_refused(tree: Tree, at: int) -> bool:
    """True for the passage of "denied the patrol passage": what people are refused is no act that somebody denies."""
    return tree.dep[at] == "dobj" and tree.lemma[at].lower() in PASSAGE and tree.lemma[tree.head[at]].lower() in REFUSING
