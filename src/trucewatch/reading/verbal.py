"""Verbs that cite: which frame a cue verb stands in, and the words that are its content."""

from trucewatch.reading.citations import Citation
from trucewatch.reading.cuephrases import cue_range
from trucewatch.reading.cues import Sense, lexicon
from trucewatch.reading.sources import coordinate, own_subject, phrase, speaker_before, subject_of
from trucewatch.reading.view import TERMINATORS, Range, View

_PREPOSITIONS = frozenset(("about", "of", "to", "at", "on", "against", "for", "in", "with", "as", "like"))
_STOP = frozenset(("who", "which", "where", "when", "while", "as", "after", "before", "during", "in", "at", "with", "whose", "since"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_ALLEGED = frozenset(("claim", "allegation", "accusation", "report", "charge", "rumour", "rumor", "assertion", "account"))
_TOLD = frozenset(("tell", "inform", "assure", "remind", "warn", "advise", "write"))


def verb_citation(view: View, at: int) -> Citation | None:
    """Return the citation the verb ``at`` makes in the frame it stands in, or None where it makes none."""
    tree, words = view.tree, lexicon()
    lemma = tree.lemma[at].lower()
    lemma = words.forms.get(tree.lower[at], words.forms.get(lemma, lemma))
    frames = words.verbs.get(lemma)
    if frames is None:
        return None
    if tree.tag[at] == "NNS" and not _verb_taken_for_noun(view, at):
        return None
    found = _parenthetical(view, at) if "clause" in frames else None
    if found is not None:
        return _make(view, at, lemma, frames["clause"], "parenthetical", found[0], found[1])
    passive = _passive(view, at)
    if passive:
        return _passive_citation(view, at, lemma, frames)
    below: dict[str, int] = {}
    for child in tree.children[at]:
        if child > at or tree.dep[child] in ("dobj", "ccomp"):
            known = below.get(tree.dep[child])
            if known is None or known < at < child:
                below[tree.dep[child]] = child
    before = below.get("ccomp", at)
    if before < at and any(tree.lower[here] in TERMINATORS for here in range(before, at)):
        del below["ccomp"]
    for frame, content in _complements(view, at, below):
        if frame in frames and content[0] < content[1]:
            return _make(view, at, lemma, frames[frame], frame, [content])
    return None


def _passive(view: View, at: int) -> bool:
    tree = view.tree
    if tree.tag[at] != "VBN":
        return False
    below = [tree.dep[child] for child in tree.children[at]]
    if tree.dep[at] == "acl" and "agent" not in below and ("ccomp" in below or "dobj" in below):
        return False  # the parser took a simple past for a participle ("the movement denied that …")
    return "nsubjpass" in below or "auxpass" in below or tree.dep[at] in ("acl", "amod") and "nsubj" not in below


def _complements(view: View, at: int, below: dict[str, int]) -> list[tuple[str, Range]]:
    """Return the frames the verb's complements allow, the most telling first, each with its content."""
    tree = view.tree
    frames: list[tuple[str, Range]] = []
    clause, infinitive, object_ = below.get("ccomp"), below.get("xcomp"), below.get("dobj")
    if clause is not None:
        to = _to_infinitive(view, clause)
        content = _after(view, at, clause)
        frames.append(("infinitive" if to else "clause", content))
        if not to and tree.tag[clause] not in _FINITE and tree.child(clause, "aux") is None and object_ is None:
            frames.append(("predicate", content))
    if clause is None and object_ is not None and object_ > at and tree.lemma[at].lower() in _TOLD:
        inside = next((child for child in tree.children[object_] if tree.dep[child] in ("ccomp", "acl", "relcl") and child > object_), None)
        if inside is not None and (tree.dep[inside] == "ccomp" or tree.lower[tree.edges(inside)[0]] == "that"):
            frames.append(("clause", tree.edges(inside)))  # "told Relief Watch that …": the parser hangs the clause on the hearer
    frames.extend(_called_on(view, at, infinitive if infinitive is not None else below.get("advcl")))
    if infinitive is not None and infinitive > at:
        if _to_infinitive(view, infinitive):
            content = _after(view, at, infinitive)
            if object_ is not None and object_ < infinitive:
                content = tree.edges(object_)[0], content[1]
            frames.append(("infinitive", content))
        elif tree.tag[infinitive] == "VBG":
            frames.append(("gerund", _after(view, at, infinitive)))
        else:
            frames.append(("predicate", _after(view, at, infinitive)))
    complement = below.get("oprd", below.get("acomp"))
    if complement is not None and complement > at:
        start = tree.edges(object_)[0] if object_ is not None else tree.edges(complement)[0]
        frames.append(("predicate", (start, tree.edges(complement)[1])))
    elif tree.dep[at] == "relcl" and tree.lemma[tree.head[at]] in _ALLEGED and tree.child(at, "nsubj") is not None:
        alleged = tree.head[at]  # "a charge Iran denies"
        frames.append(("object", tree.edges(alleged, frozenset((at,)))))
    if object_ is not None:
        frames.extend(_object_frames(view, at, object_))
    colon = _after_colon(view, at)
    if colon is not None:
        frames.append(("clause", colon))
    for child in tree.children[at]:
        if tree.dep[child] == "prep" and child > at and tree.lower[child] in _PREPOSITIONS:
            content = tree.child(child, "pobj", "pcomp")
            if content is not None:
                frames.append((tree.lower[child], tree.edges(child)))
    return frames


def _object_frames(view: View, at: int, object_: int) -> list[tuple[str, Range]]:
    """Return the frames of a verb with an object: with "as …" it is a predicate, else what follows closely belongs to the object."""
    tree = view.tree
    start, end = tree.edges(object_)
    if object_ < at:
        return [("object", (start, end))]
    if tree.lemma[at] == "put":
        return _put_at(view, at, object_, start)
    predicate = False
    for child in tree.children[at]:
        if child == end and tree.dep[child] in ("prep", "advcl", "agent") and tree.lower[child] in (
            "as", "of", "for", "over", "with", "against", "about",
        ):  # fmt: skip
            predicate = predicate or tree.lower[child] == "as"
            end = tree.edges(child)[1]
    return [("predicate", (start, end)), ("object", (start, end))] if predicate else [("object", (start, end))]


def _put_at(view: View, at: int, object_: int, start: int) -> list[tuple[str, Range]]:
    """Return the frame of "put the toll at nine"."""
    tree = view.tree
    number = next((child for child in tree.children[at] if tree.lower[child] == "at" and child > object_), None)
    if number is None or tree.lemma[object_].lower() not in lexicon().figures:
        return []
    return [("number", (start, tree.edges(number)[1]))]


def _verb_taken_for_noun(view: View, at: int) -> bool:
    """Tell whether the parser took a closing cue for a noun ("…, the camp office estimates.")."""
    tree = view.tree
    _, end = view.sentence(at)
    clause = tree.child(at, "ccomp")
    return clause is not None and clause < at and tree.lower[at + 1 : at + 2] == ["."] and at + 1 < end


def _called_on(view: View, at: int, infinitive: int | None) -> list[tuple[str, Range]]:
    """Return the frame of "called on the army to withdraw": who is called on, and what for."""
    tree = view.tree
    if infinitive is None or infinitive < at or not _to_infinitive(view, infinitive):
        return []
    for child in tree.children[at]:
        if tree.dep[child] == "prep" and at < child < infinitive and tree.lower[child] in ("on", "upon", "to", "for"):
            return [(tree.lower[child], (child, tree.edges(infinitive)[1]))]
    return []


def _to_infinitive(view: View, verb: int) -> bool:
    tree = view.tree
    return any(tree.lower[child] == "to" and tree.dep[child] == "aux" for child in tree.children[verb])


def _after(view: View, at: int, head: int) -> Range:
    """Return the subtree of the complement ``head``, cut before a participle that opens a further citation (", adding …")."""
    tree = view.tree
    start, end = tree.edges(head)
    start = max(start, at + 1) if head > at else start
    words = lexicon()
    for child in tree.children[head]:
        if child > head and tree.tag[child] == "VBG" and tree.dep[child] == "advcl" and tree.lower[child - 1] == ",":
            if tree.lemma[child] in words.verbs and words.verbs[tree.lemma[child]].get("clause"):
                end = min(end, child - 1)
    end = _before_second_cue(view, at, head, end)
    if head > at and tree.lower[start : start + 1] == [":"]:
        start += 1
    return start, end


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


def _parenthetical(view: View, at: int) -> tuple[list[Range], int] | None:
    """Return content and subject of a cue set between commas ("The road, officials said, is shut"), or None where it is not so set."""
    tree = view.tree
    found = _group(view, at)
    if found is None:
        return None
    group, subject = found
    start, end = view.sentence(at)
    if group[1] >= end or tree.lower[group[1]] != ",":
        if any(child > at and tree.dep[child] in ("ccomp", "xcomp", "oprd") for child in tree.children[at]):
            return None
    object_ = tree.child(at, "dobj")
    if object_ is not None and at < object_ < group[1] and tree.lemma[at].lower() not in _TOLD:
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
    content = [before]
    if last < end and tree.lower[last] == "," and last + 1 < end:
        rest = view.trim(last + 1, end)
        if rest[0] < rest[1] and _goes_on(view, before, rest, at):
            content.append(rest)
    if not any(tree.tag[token] in _FINITE for start, end in content for token in range(start, end)):
        return None
    return content, subject


def _goes_on(view: View, before: Range, rest: Range, at: int) -> bool:
    """Tell whether what follows a parenthetical cue still belongs to what is said."""
    tree = view.tree
    opener = rest[0]
    if tree.tag[opener] in ("VBG",) or tree.lower[opener] in _STOP and any(tree.tag[token] in _FINITE for token in range(*before)):
        return False
    return tree.tag[opener] not in ("WP", "WDT")


def _group(view: View, at: int) -> tuple[Range, int] | None:
    """Return the cue's own words (subject, auxiliaries, verb, addressee, time) where a comma or closing mark stands before them."""
    tree = view.tree
    (first, last), _ = cue_range(view, at)
    subject = own_subject(view, at)
    if subject is None:
        subject = speaker_before(view, at, first)
        if subject is None:
            return None
        left, right = _phrase_start(view, subject, at), first
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
    before = first - 1
    if before <= start or tree.lower[before] not in (",", "—", "–", "-", "--") or view.quoted[before] != view.quoted[at]:
        return None
    if tree.dep[at] in ("relcl", "acl", "advcl") and tree.child(at, "mark") is not None:
        return None
    while last < end and tree.lower[last] not in (",", ".", ";", "?", "!", "—", "–", "--", ":"):
        if tree.pos[last] in ("VERB", "AUX", "SCONJ") or view.quoted[last] != view.quoted[at] or tree.lower[last] in _MARK_OR_THAT:
            return None
        last += 1
    return (first, last), subject


def _phrase_start(view: View, subject: int, at: int) -> int:
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


_MARK_OR_THAT = frozenset(('"', "“", "”", "that", "'", "‘"))


def _passive_citation(view: View, at: int, lemma: str, frames: dict[str, Sense] | object) -> Citation | None:
    """Return what a passive cue cites: "is expected to …", "was described as …", "was quoted as saying" is left to its gerund."""
    assert isinstance(frames, dict)
    tree = view.tree
    subject = tree.child(at, "nsubjpass", "nsubj")
    infinitive = tree.child(at, "xcomp")
    if infinitive is not None and "passive infinitive" in frames and _to_infinitive(view, infinitive):
        content = [tree.edges(infinitive)]
        if subject is not None:
            content.insert(0, tree.edges(subject))
        return _make_passive(view, at, lemma, frames["passive infinitive"], "passive infinitive", content)
    for child in tree.children[at]:
        if tree.dep[child] in ("prep", "advcl") and tree.lower[child] == "as" and "passive as" in frames and child > at:
            if tree.child(child, "pcomp") is not None and tree.lemma[tree.child(child, "pcomp") or 0] in lexicon().verbs:
                return None
            content = [tree.edges(child)]
            if subject is not None:
                content.insert(0, tree.edges(subject))
            return _make_passive(view, at, lemma, frames["passive as"], "passive as", content)
    clause = tree.child(at, "ccomp")
    if clause is not None and clause > at and "clause" in frames:
        return _make_passive(view, at, lemma, frames["clause"], "passive clause", [_after(view, at, clause)])
    if "passive" in frames and subject is not None:
        return _make_passive(view, at, lemma, frames["passive"], "passive", [tree.edges(subject)])
    return None


def _make_passive(view: View, at: int, lemma: str, sense: Sense, rule: str, content: list[Range]) -> Citation:
    tree = view.tree
    citation = Citation(at, lemma, sense, rule, cue_range(view, at)[0], _clean(view, at, content))
    agent = tree.child(at, "agent")
    head = tree.child(agent, "pobj") if agent is not None else None
    if head is not None:
        citation.source_head, citation.source = head, [phrase(view, head, at)]
        if agent is not None:
            start, end = tree.edges(agent)
            citation.content = [(a, min(b, start) if a < start < b else b) for a, b in citation.content]
    return citation


def _make(
    view: View, at: int, lemma: str, sense: Sense, rule: str, content: list[Range], subject: int | None = None
) -> Citation:
    cue, governed = cue_range(view, at)
    if rule in _PREPOSITIONS and content[0][0] == cue[1]:
        cue = cue[0], cue[1] + 1
        content = [(content[0][0] + 1, content[0][1])]
    citation = Citation(at, lemma, sense, rule, cue, _clean(view, at, content), governed=governed)
    head = subject if subject is not None else subject_of(view, at)
    if subject is not None and view.tree.tag[at] == "NNS":
        citation.source_head, citation.source = subject, [(_phrase_start(view, subject, at), subject + 1)]
    elif head is not None and (view.quoted[head] < 0 or view.quoted[head] == view.quoted[at]):
        citation.source_head, citation.source = head, [phrase(view, head, at)]
    if rule == "object" and sense.act == "accuse":
        citation.content.extend(_charge(view, at, citation.content))
    citation.withheld = _withheld(view, at, governed)
    return citation


def _charge(view: View, at: int, content: list[Range]) -> list[Range]:
    """Return the "of …" of an accusation that other words part from the accused ("accused troops on Thursday of firing")."""
    tree = view.tree
    last = max((end for _, end in content), default=at)
    beside = list(tree.children[at])
    for child in tree.children[at]:  # "accused troops on Thursday of firing": the parser hangs the charge on the day
        noun = tree.child(child, "pobj") if tree.dep[child] == "prep" else None
        beside.extend(tree.children[noun] if noun is not None else ())
    found = [child for child in beside if child >= last and tree.lower[child] == "of" and tree.dep[child] == "prep"][:1]
    return _clean(view, at, [tree.edges(child) for child in found])


def _clean(view: View, at: int, content: list[Range]) -> list[Range]:
    ranges = [view.trim(*view.whole(start, end, at)) for start, end in content]
    return [(start, end) for start, end in ranges if start < end]


def _withheld(view: View, at: int, governed: list[int]) -> bool:
    """Tell whether the words over or on the cue say that it was not said."""
    tree, words = view.tree, lexicon()
    if any(tree.lemma[verb].lower() in words.withheld for verb in governed):
        return True
    return any(tree.child(verb, "neg") is not None for verb in (at, *governed))
