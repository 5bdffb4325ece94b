"""People made to work for those who bear arms → for whom, and where the words of it end: "were made to carry shells for the battalion".

Whoever is made to fetch and carry for a battalion is made to by the battalion. Arguments in, tokens out.
"""

from trucewatch.reading.arguments import Arguments
from trucewatch.reading.conditions import Conditions
from trucewatch.reading.coordination import coordinated

FORCING = frozenset("make force compel oblige coerce order press conscript commandeer".split())
"""Verbs by which people are brought to do what they would not."""
_WORK = frozenset(
    """carry porter haul drag dig build clear sweep cut fell load unload guide march walk cook push pull repair work lug bear transport
    fetch gather collect row drive lay fill plant harvest bury dismantle strip act serve""".split()
)


def forced(conditions: Conditions, at: int, given: Arguments) -> tuple[int, tuple[int, ...]] | None:
    """Return the work that people "were made" to do and for whom who fights, if the words say so; None where ``at`` forces nobody."""
    tree = conditions.nominals.tree
    if not given.passive or given.subjects or not given.objects or tree.child(at, "neg") is not None:
        return None
    work = next((child for child in tree.children[at] if child > at and tree.tag[child] == "VB" and tree.lower[child - 1] == "to"), None)
    if work is None or tree.lemma[work].lower() not in _WORK or tree.child(work, "neg") is not None:
        return None
    things = [child for child in tree.children[work] if tree.dep[child] in {"dobj", "pobj"}]
    masters = (
        head
        for above in (work, *things)
        for child in tree.children[above]
        if child > work and tree.lower[child] == "for"
        for below in tree.children[child]
        if tree.dep[below] == "pobj"
        for head in coordinated(tree, below)
    )
    return work, tuple(head for head in masters if conditions.fights(head) or conditions.nominals.force(head))
