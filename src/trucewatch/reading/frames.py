"""The frames a verb stands in: which complements it takes, and the words each of them covers."""

from trucewatch.reading.cues import lexicon
from trucewatch.reading.leads import items_after
from trucewatch.reading.sources import coordinate
from trucewatch.reading.view import TERMINATORS, Range, View

PREPOSITIONS = frozenset(("about", "of", "to", "at", "on", "against", "for", "in", "with", "as", "like"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
PAST_OR_FINITE = FINITE | {"VBN"}
TOLD = frozenset(("tell", "inform", "assure", "remind", "warn", "advise", "write"))
"""Verbs whose object is the hearer."""
_OBJECT_PREPOSITIONS = frozenset(("as", "of", "for", "over", "with", "against", "about", "by"))
_ALLEGED = frozenset(("claim", "allegation", "accusation", "report", "charge", "rumour", "rumor", "assertion", "account"))

_BEGGING = frozenset(("beg", "urge", "implore", "beseech", "entreat", "petition", "exhort"))

type Frame = tuple[str, Range]
"""A frame's name, as in the cue vocabulary, and the words that are content in it."""


def complements(view: View, at: int) -> list[Frame]:
    """Return the frames that the complements of the verb ``at`` allow, the most telling first."""
    below = _complements_by_relation(view, at)
    object_ = below.get("dobj")
    frames = [*_listed(view, at), *_clauses(view, at, below), *_infinitives(view, at, below)]
    frames.extend(_predicates(view, at, below))
    if object_ is not None:
        frames.extend(_objects(view, at, object_))
    elif view.tree.dep[at] == "relcl":
        frames.extend(_alleged(view, at))
    colon = _after_colon(view, at)
    if colon is not None:
        frames.append(("clause", colon))
    frames.extend(_prepositions(view, at))
    return frames


def _listed(view: View, at: int) -> list[Frame]:
    """Return the frames of a list that the verb leads: "The army denies: / – that its men …; / – having …"."""
    items = items_after(view.parse, at)
    if items is None or any(view.tree.pos[here] == "VERB" for here in range(at + 1, view.sentence(at)[1])):
        return []
    return [("clause", items), ("infinitive", items)]


def _complements_by_relation(view: View, at: int) -> dict[str, int]:
    """Return the verb's complements by relation: the first after the verb, else one before it in the same sentence."""
    tree = view.tree
    below: dict[str, int] = {}
    for child in tree.children[at]:
        relation = tree.dep[child]
        if child > at or relation in ("dobj", "ccomp"):
            known = below.get(relation)
            if known is None or known < at < child:
                below[relation] = child
    before = below.get("ccomp", at)
    if before < at and any(tree.lower[here] in TERMINATORS for here in range(before, at)):
        del below["ccomp"]
    return below


def _clauses(view: View, at: int, below: dict[str, int]) -> list[Frame]:
    tree = view.tree
    clause, object_ = below.get("ccomp"), below.get("dobj")
    if clause is not None:
        content = after(view, at, clause)
        bare = tree.child(clause, "nsubj", "nsubjpass", "expl") is None and tree.lemma[at].lower() not in TOLD
        if bare and object_ is not None and at < object_ < clause:  # the parser took the subject of what is said for an object
            content = tree.edges(object_)[0], content[1]
        if to_infinitive(view, clause):
            return [("infinitive", content)]
        small = tree.tag[clause] not in FINITE and tree.child(clause, "aux") is None and object_ is None
        return [("clause", content), ("predicate", content)] if small else [("clause", content)]
    if object_ is not None and object_ > at and tree.lemma[at].lower() in TOLD:
        inside = next((child for child in tree.children[object_] if tree.dep[child] in ("ccomp", "acl", "relcl") and child > object_), None)
        if inside is not None and (tree.dep[inside] == "ccomp" or tree.lower[tree.edges(inside)[0]] == "that" or _full(view, inside)):
            return [("clause", tree.edges(inside))]  # "told Relief Watch that …": the parser hangs the clause on the hearer
    return []


def _full(view: View, verb: int) -> bool:
    """Tell a clause with a subject pronoun of its own ("told the magazine it had lost two men") from a relative one."""
    tree = view.tree
    subject = tree.child(verb, "nsubj", "nsubjpass")
    return subject is not None and tree.lower[subject] in ("it", "he", "she", "they", "there") and tree.tag[verb] in PAST_OR_FINITE


def _infinitives(view: View, at: int, below: dict[str, int]) -> list[Frame]:
    tree = view.tree
    infinitive, object_ = below.get("xcomp"), below.get("dobj")
    frames = _called_on(view, at, infinitive if infinitive is not None else below.get("advcl"))
    begged = _begged(view, at, object_, below.get("advcl")) if infinitive is None else None
    if begged is not None:
        return [*frames, ("infinitive", begged)]
    if infinitive is None or infinitive < at:
        return frames
    content = after(view, at, infinitive)
    if to_infinitive(view, infinitive):
        start = tree.edges(object_)[0] if object_ is not None and object_ < infinitive else content[0]
        return [*frames, ("infinitive", (start, content[1]))]
    gerund = tree.tag[infinitive] == "VBG" or any(tree.lower[child] == "having" for child in tree.children[infinitive])
    return [*frames, ("gerund" if gerund else "predicate", content)]


def _begged(view: View, at: int, object_: int | None, purpose: int | None) -> Range | None:
    """Return "both sides to keep away" where the parser made a purpose of what was begged for."""
    tree = view.tree
    if object_ is None or purpose is None or not at < object_ < purpose or tree.lemma[at].lower() not in _BEGGING:
        return None
    close = tree.edges(object_)[1] == tree.edges(purpose)[0] and to_infinitive(view, purpose)
    return (tree.edges(object_)[0], tree.edges(purpose)[1]) if close else None


def _predicates(view: View, at: int, below: dict[str, int]) -> list[Frame]:
    tree = view.tree
    complement, object_ = below.get("oprd", below.get("acomp")), below.get("dobj")
    if complement is not None and complement > at:
        start = tree.edges(object_)[0] if object_ is not None and object_ > at else tree.edges(complement)[0]
        return [("predicate", (start, tree.edges(complement)[1]))]
    if object_ is None or object_ < at:
        return []
    start, end = tree.edges(object_)
    own = view.quoted[at]
    label = next((here for here in range(start, min(end + 2, len(tree))) if view.quoted[here] not in (own, -1)), None)
    if label is None:
        return []
    return [("predicate", (start, max(end, view.quotations[view.quoted[label]].last)))]  # "called the raid "an outrage""


def _alleged(view: View, at: int) -> list[Frame]:
    """Return the object frame of "a charge Iran denies"."""
    tree = view.tree
    alleged = tree.head[at]
    if tree.lemma[alleged] not in _ALLEGED or tree.child(at, "nsubj") is None:
        return []
    return [("object", tree.edges(alleged, frozenset((at,))))]


def _prepositions(view: View, at: int) -> list[Frame]:
    tree = view.tree
    return [
        (tree.lower[child], tree.edges(child))
        for child in tree.children[at]
        if tree.dep[child] == "prep" and child > at and tree.lower[child] in PREPOSITIONS and tree.child(child, "pobj", "pcomp") is not None
    ]


def _objects(view: View, at: int, object_: int) -> list[Frame]:
    """Return the frames of a verb with an object: with "as …" it is a predicate, else what follows closely belongs to the object."""
    tree = view.tree
    start, end = tree.edges(object_)
    if object_ < at:
        return [("object", (start, end))]
    for child in tree.children[at]:  # "gave 46 dead and ten missing": the parser makes two objects of it
        if tree.dep[child] == "dobj" and child > object_ and tree.edges(child)[0] == end:
            end = tree.edges(child)[1]
    if tree.lemma[at] == "put":
        return _put_at(view, at, object_, start)
    predicate = False
    for child in tree.children[at]:
        close = child in (end, end + 1) and tree.dep[child] in ("prep", "advcl", "agent")
        quoted = close and view.quoted[child] not in (-1, view.quoted[at])
        as_clause = tree.dep[child] == "advcl" and tree.edges(child)[0] == end and tree.lower[end] == "as"  # "gave the losses as 30 dead"
        if as_clause:
            predicate, end = True, tree.edges(child)[1]
        elif quoted or (close and child == end and tree.lower[child] in _OBJECT_PREPOSITIONS):
            predicate = predicate or tree.lower[child] == "as"
            end = tree.edges(child)[1]
    return [("predicate", (start, end)), ("object", (start, end))] if predicate else [("object", (start, end))]


def _put_at(view: View, at: int, object_: int, start: int) -> list[Frame]:
    """Return the frame of "put the toll at nine"."""
    tree = view.tree
    number = next((child for child in tree.children[at] if tree.lower[child] == "at" and child > at), None)
    if number is None or tree.lemma[object_].lower() not in lexicon().figures:
        return []
    return [("number", (min(start, number + 1), max(tree.edges(object_)[1], tree.edges(number)[1])))]


def _called_on(view: View, at: int, infinitive: int | None) -> list[Frame]:
    """Return the frame of "called on the army to withdraw": who is called on, and what for."""
    tree = view.tree
    if infinitive is None or infinitive < at or not to_infinitive(view, infinitive):
        return []
    for child in tree.children[at]:
        if tree.dep[child] == "prep" and at < child < infinitive and tree.lower[child] in ("on", "upon", "to", "for"):
            return [(tree.lower[child], (child, tree.edges(infinitive)[1]))]
    return []


def to_infinitive(view: View, verb: int) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    tree = view.tree
    return any(tree.lower[child] == "to" and tree.dep[child] == "aux" for child in tree.children[verb])


def after(view: View, at: int, head: int) -> Range:
    """Return the subtree of the complement ``head``, cut before a participle that opens a further citation (", adding …")."""
    tree = view.tree
    start, end = tree.edges(head)
    start = max(start, at + 1) if head > at else start
    words = lexicon()
    for child in tree.children[head]:
        opens = child > head and tree.tag[child] == "VBG" and tree.dep[child] == "advcl" and tree.lower[child - 1] == ","
        if child > head and _tells_another(view, child):
            end = min(end, tree.edges(child)[0])
        if opens and "clause" in words.verbs.get(tree.lemma[child], ()):
            end = min(end, child - 1)
    end = _before_second_cue(view, at, head, end)
    if head > at and tree.lower[start : start + 1] == [":"]:
        start += 1
    return start, end


def _tells_another(view: View, verb: int) -> bool:
    """Tell whether a clause hung on the clause said cites somebody else (", while the monitors said five", ", but the army said …")."""
    tree = view.tree
    sense = lexicon().verbs.get(tree.lemma[verb].lower(), {}).get("clause")
    if sense is None or sense.kind != "say" or tree.child(verb, "nsubj") is None:
        return False
    if tree.dep[verb] == "advcl":
        mark = tree.child(verb, "mark")
        return mark is not None and tree.lower[mark] in ("while", "whereas", "although", "though")
    opening = tree.edges(verb)[0]
    return tree.dep[verb] == "conj" and tree.lower[opening - 1] == "but" and tree.lower[opening] != "that"


def _before_second_cue(view: View, at: int, head: int, end: int) -> int:
    """Cut content before a verb that the parser joined to the clause said, but that tells a further act of the speaker."""
    tree, words = view.tree, lexicon()
    for child in tree.children[head]:
        if tree.dep[child] == "conj" and child > head and tree.lemma[child].lower() in words.verbs and coordinate(view, child) == at:
            joint = next((here for here in range(child, head, -1) if tree.dep[here] == "cc"), child)
            return min(end, joint)
    return end


def _after_colon(view: View, at: int) -> Range | None:
    """Return the rest of the sentence after a colon that follows the verb at a few words' distance, or None."""
    tree = view.tree
    _, end = view.sentence(at)
    for here in range(at + 1, min(end, at + 9)):
        if tree.lower[here] == ":":
            return here + 1, end
        if tree.pos[here] in ("VERB", "AUX") and tree.tag[here] != "VBN":
            return None
    return None
