"""Cues set between commas: "The road, officials said, is shut." What stands on both sides is content."""

from trucewatch.reading.cuephrases import cue_range
from trucewatch.reading.frames import FINITE, PAST_OR_FINITE, TOLD
from trucewatch.reading.sources import own_subject, phrase, speaker_before
from trucewatch.reading.view import Range, View

_STOP = frozenset(("who", "which", "where", "when", "while", "as", "after", "before", "during", "in", "at", "with", "whose", "since"))
_MARK_OR_THAT = frozenset(('"', "“", "”", "that", "'", "‘"))
_OCCASIONS = frozenset(("when", "while", "after", "before", "asked", "as", "in", "at", "during", "on", "speaking"))
_ENDS = frozenset((",", ".", ";", "?", "!", "—", "–", "--", ":"))
_CLOSES = _ENDS | {"by", "that"}


def parenthetical(view: View, at: int) -> tuple[list[Range], int] | None:
    """Return content and subject of a cue set between commas ("The road, officials said, is shut"), or None where it is not so set."""
    tree = view.tree
    found = _group(view, at)
    if found is None:
        return None
    group, subject = found
    start, end = view.sentence(at)
    closed = group[1] < end and tree.lower[group[1]] == ","
    if not closed and any(child > at and tree.dep[child] in ("ccomp", "xcomp", "oprd") for child in tree.children[at]):
        return None
    object_ = tree.child(at, "dobj")
    if object_ is not None and at < object_ < group[1] and tree.lemma[at].lower() not in TOLD:
        return None
    around = view.quotation(at)
    if around is not None:
        start, end = max(start, around.first), min(end, around.last)
    first, last = group
    before = view.trim(start, first)
    while before[0] < before[1] and tree.lower[before[0]] in ("but", "and", "yet", "so") and tree.pos[before[0]] == "CCONJ":
        before = view.trim(before[0] + 1, before[1])
    if before[0] >= before[1]:
        return None
    opens = tree.lower[before[0]] in _OCCASIONS
    led = opens and any(tree.dep[child] in ("advcl", "prep") and _covers(tree.edges(child), before) for child in tree.children[at])
    if led and not (closed and tree.dep[at] == "parataxis"):
        return None  # "When asked why, he said …": the words before the comma go with the cue
    content = [before]
    if last < end and tree.lower[last] == "," and last + 1 < end:
        rest = view.trim(last + 1, end)
        if rest[0] < rest[1] and _goes_on(view, before, rest):
            content.append(rest)
    told = (token for start, end in content for token in range(start, end) if tree.pos[token] in ("VERB", "AUX"))
    if not any(tree.tag[token] in FINITE or (tree.tag[token] == "VBN" and tree.dep[token] in _MAIN) for token in told):
        return None
    return content, subject


_MAIN = frozenset(("ROOT", "ccomp", "parataxis"))


def _covers(edges: Range, inner: Range) -> bool:
    return edges[0] <= inner[0] and inner[1] <= edges[1]


def _goes_on(view: View, before: Range, rest: Range) -> bool:
    """Tell whether what follows a parenthetical cue still belongs to what is said."""
    tree = view.tree
    opener = rest[0]
    if tree.tag[opener] == "VBG" or (tree.lower[opener] in _STOP and any(tree.tag[token] in FINITE for token in range(*before))):
        return False
    return tree.tag[opener] not in ("WP", "WDT")


def _group(view: View, at: int) -> tuple[Range, int] | None:
    """Return the cue's own words (subject, auxiliaries, verb, addressee, time) where a comma or closing mark stands before them."""
    tree = view.tree
    (first, last), _ = cue_range(view, at)
    subject = own_subject(view, at)
    apposed = speaker_before(view, at, first) if tree.dep[at] == "ccomp" and tree.head[at] < at else None
    if subject is None or apposed is not None:
        subject = apposed if apposed is not None else speaker_before(view, at, first)
        if subject is not None:
            left, right = phrase_start(view, subject, at), first
        elif (after := _inverted(view, at, last)) is not None:
            subject, left, right = after
        else:
            return None
    else:
        if tree.dep[subject] != "nsubj":
            return None
        left, right = tree.edges(subject)
    if subject < at:
        if right > first or any(tree.pos[token] not in ("ADV", "PUNCT") for token in range(right, first)):
            return None
        first = left
    else:
        if left != last:
            return None
        last = right
    start, end = view.sentence(at)
    first -= first > start and tree.lower[first - 1] == "so"  # "…, so the parish register says, …"
    before = first - 1
    if before <= start or tree.lower[before] not in (",", "—", "–", "-", "--") or view.quoted[before] != view.quoted[at]:
        return None
    if tree.dep[at] in ("relcl", "acl", "advcl") and tree.child(at, "mark") is not None:
        return None
    while last < end and tree.lower[last] not in _ENDS:
        described = tree.tag[last] in ("VBN", "VBG") and tree.dep[last] == "acl"  # "in a statement issued on Monday"
        if (
            (tree.pos[last] in ("VERB", "AUX", "SCONJ") and not described)
            or view.quoted[last] != view.quoted[at]
            or tree.lower[last] in _MARK_OR_THAT
        ):
            return None
        last += 1
    return (first, last), subject


def _inverted(view: View, at: int, last: int) -> tuple[int, int, int] | None:
    """Return who speaks in ", said the camp's director, Lina Haddad," where the parser gives the verb no subject: head, start and end."""
    tree = view.tree
    _, end = view.sentence(at)
    commas = [here for here in range(last, min(end, last + 16)) if tree.lower[here] == ","]
    if tree.lower[at - 1] != "," or not commas or tree.tag[at] not in FINITE:
        return None
    stop = commas[0]
    named = commas[1] if len(commas) > 1 else stop
    if named > stop + 1 and all(tree.pos[here] == "PROPN" for here in range(stop + 1, named)):
        stop = named
    inside = range(last, stop)
    if any(tree.pos[here] in ("VERB", "AUX", "SCONJ") or view.quoted[here] != view.quoted[at] for here in inside):
        return None
    head = next((here for here in inside if tree.pos[here] in ("NOUN", "PROPN") and tree.dep[here] not in ("compound", "poss")), None)
    return None if head is None or tree.pos[last] not in _NOMINAL else (head, last, stop)


_CLOSING = frozenset(("say", "report", "announce", "state", "add", "confirm", "note", "disclose"))
_NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "NUM"))


def closing(view: View, at: int) -> tuple[list[Range], int] | None:
    """Return content and subject of a cue that closes its sentence, whatever the parser hung it on.

    In "…, a doctor at the hospital reported over the radio." a noun phrase after a comma leads up to the verb, and only words of time,
    place and manner follow. None in any other order of words.
    """
    tree = view.tree
    lead = tree.head[at] if tree.tag[at] == "VB" and tree.lemma[tree.head[at]] in ("regret", "wish") else at
    if tree.lemma[at] not in _CLOSING or tree.tag[lead] not in PAST_OR_FINITE or tree.child(lead, "auxpass", "dobj", "aux") is not None:
        return None
    start, end = view.sentence(at)
    end = view.trim(start, end)[1]
    for here in range(at + 1, end):
        if tree.lower[here] == "," and tree.tag[here + 1 : here + 2] == ["VBG"]:
            break  # "…, headquarters announced on Monday, quoting a teacher who …"
        verbal = tree.pos[here] in ("VERB", "AUX", "SCONJ", "PRON") and not (tree.tag[here] == "VBN" and tree.dep[here] in ("acl", "amod"))
        if verbal or tree.lower[here] in _CLOSES or view.quoted[here] != view.quoted[at]:
            return None
    first = lead
    while first > start and tree.pos[first - 1] in _NOMINAL and view.quoted[first - 1] == view.quoted[at]:
        first -= 1
    if not start < first < lead or tree.lower[first - 1] != "," or tree.pos[first] not in ("DET", "NOUN", "PROPN", "ADJ"):
        return None
    subject = first
    while subject + 1 < lead and tree.pos[subject + 1] not in ("ADP", "PART"):
        subject += 1
    if tree.lower[subject + 1] in ("'s", "'"):
        subject = lead - 1
    before = view.trim(start, first - 1)
    told = before[0] < before[1] and any(tree.tag[here] in FINITE for here in range(*before))
    return ([before], subject) if told and tree.pos[subject] in ("NOUN", "PROPN") else None


def phrase_start(view: View, subject: int, at: int) -> int:
    """Return where the phrase of a subject begins that the parser did not hang on the verb."""
    tree = view.tree
    if tree.tag[at] != "NNS":
        return phrase(view, subject, at)[0]
    start = subject
    while start > 0 and tree.lower[start - 1] != "," and tree.head[start - 1] in (at, subject, start):
        start -= 1
    while start > 0 and tree.lower[start - 1] != "," and tree.pos[start - 1] in ("DET", "NOUN", "PROPN", "ADJ", "PART"):
        start -= 1
    return start
