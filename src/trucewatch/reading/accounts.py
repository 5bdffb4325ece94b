"""What stands under the name of whoever tells it: "What the army says: …", "The account of a ticket inspector: …".

Enters: a view and the token of "what" or of a colon; leaves: the citation of all that follows in its paragraph, up to the next account.
"""

from trucewatch.reading.citations import Citation
from trucewatch.reading.cues import Sense, lexicon
from trucewatch.reading.frames import FINITE
from trucewatch.reading.tolls import can_say
from trucewatch.reading.view import View

_SAY = Sense("say", "assert")
_LONGEST = 16
"""Words of a heading "What … said" and of an account's name at most."""
_ACCOUNTS = frozenset("account version story statement testimony narrative recollection description explanation evidence".split())


def said_under(view: View, at: int) -> Citation | None:
    """Return the citation of what follows "What the residents say." at the opening of a paragraph."""
    tree = view.tree
    if tree.start[at] not in view.openings:
        return None
    verb = head = None
    for here in range(at + 1, min(len(tree), at + _LONGEST)):
        if tree.lower[here] in (".", ":"):
            if verb is None or head is None or here - verb > 4:
                return None
            found = _under(view, here, head, (at + 1, verb))
            if found is not None:
                found.governed = [verb]
            return found
        sense = lexicon().verbs.get(tree.lemma[here].lower(), {}).get("clause") if tree.tag[here] in FINITE else None
        if sense is not None and sense.kind == "say":
            verb = here
        elif tree.tag[here] in FINITE:
            return None
        if verb is None and tree.pos[here] in ("NOUN", "PROPN") and tree.dep[here] == "nsubj":
            head = here
    return None


def told_under(view: View, at: int) -> Citation | None:
    """Return the citation of what follows "The government's account, as broadcast on the radio:" at the head of a sentence."""
    owner = _teller(view, at)
    return None if owner is None else _under(view, at, owner, view.tree.edges(owner))


def _teller(view: View, colon: int) -> int | None:
    """Return whose account stands before a colon, None where a clause or something else does."""
    tree = view.tree
    start = view.sentence(colon)[0]
    if not 2 < colon - start <= _LONGEST:
        return None
    words = range(start, colon)
    noun = next((at for at in words if tree.lemma[at] in _ACCOUNTS), None)
    told = (at for at in words if tree.tag[at] in FINITE and tree.dep[at] not in ("relcl", "aux", "auxpass"))
    if noun is None or any(tree.lower[at - 1] != "," for at in told):  # ", met in the port," is no clause of its own
        return None
    owner = tree.child(noun, "poss")
    of = next((at for at in range(noun + 1, colon) if tree.lower[at] in ("of", "by")), None)
    owner = owner if owner is not None or of is None else tree.child(of, "pobj")
    owner = noun - 1 if owner is None and noun > start and tree.dep[noun - 1] == "compound" else owner  # "the police version"
    return owner if owner is not None and start <= owner < colon and can_say(view, owner) else None


def _under(view: View, at: int, head: int, source: tuple[int, int]) -> Citation | None:
    tree = view.tree
    end = at + 1
    while end < len(tree) and tree.start[end] not in view.openings:
        if tree.lower[end] == ":" and _teller(view, end) is not None:
            end = max(at + 1, view.sentence(end)[0])
            break
        end += 1
    content = view.trim(at + 1, end)
    if content[0] + 2 > content[1]:
        return None
    citation = Citation(at, ":", _SAY, "transcript", (at, at + 1), [content])
    citation.source_head, citation.source = head, [source]
    return citation
