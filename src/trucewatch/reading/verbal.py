"""Verbs that cite: which frame a cue verb stands in, and the words that are its content."""

from collections.abc import Iterable, Mapping

from trucewatch.reading.citations import Citation
from trucewatch.reading.cuephrases import cue_range
from trucewatch.reading.cues import Sense, lexicon
from trucewatch.reading.frames import FINITE, PREPOSITIONS, after, complements, to_infinitive
from trucewatch.reading.parenthetical import closing, parenthetical, phrase_start
from trucewatch.reading.sources import noun_before, phrase, quoted_as_saying, speaker_before, subject_of
from trucewatch.reading.tolls import can_say
from trucewatch.reading.view import MARKS, Range, View


def verb_citation(view: View, at: int) -> Citation | None:
    """Return the citation the verb ``at`` makes in the frame it stands in, or None where it makes none."""
    tree, words = view.tree, lexicon()
    lemma = tree.lemma[at].lower()
    lemma = words.forms.get(tree.lower[at], words.forms.get(lemma, lemma))
    frames = words.verbs.get(_with_particle(view, at, lemma)) or words.verbs.get(lemma)
    if frames is None:
        return None
    if tree.tag[at] == "NNS" and not _verb_taken_for_noun(view, at):
        return _appeals(view, at, lemma, frames)
    if quoted_as_saying(view, at) is not None or _called_names(view, at):
        return None
    found = (parenthetical(view, at) or closing(view, at)) if "clause" in frames else None
    if found is not None:
        return _make(view, at, lemma, frames["clause"], "parenthetical", found[0], found[1])
    if tree.dep[at] == "advcl" and "clause" in frames and frames["clause"].kind == "say" and tree.lower[tree.edges(at)[0]] == "as":
        return _as_reported(view, at, lemma, frames["clause"])
    if _passive(view, at):
        return _passive_citation(view, at, lemma, frames)
    if lemma == "call" and tree.lower[at + 1 : at + 2] in (["itself"], ["himself"], ["herself"], ["themselves"]):
        return None  # "a group calling itself …" has a name, it says nothing
    for frame, content in complements(view, at):
        if lemma == "hold" and not _holds_that(view, frame, content):
            continue
        if lemma == "give" and frame == "clause" and _gives_version(view, at):
            return _make(view, at, lemma, frames["object"], "clause", [content])
        if lemma in ("give", "arrive") and not gives_figure(view, range(*content)):
            continue
        if frame in frames and content[0] < content[1]:
            return _make(view, at, lemma, frames[frame], frame, [content])
    listed = _listed(view, at) if lemma in _ISSUING and "clause" in frames else None
    return _make(view, at, lemma, frames["clause"], "clause", [listed]) if listed is not None else None


_CHARGED = {"pin": "on", "attribute": "to", "ascribe": "to", "impute": "to"}
_ISSUING = frozenset(("inform", "announce", "report", "state", "declare", "communicate", "notify"))
_BLAMED = frozenset(("responsible", "accountable", "liable", "culpable", "guilty"))


_FATES = frozenset(
    "dead killed wounded injured hurt missing victim victims fatality fatalities death deaths casualties detained captured".split()
)


def gives_figure(view: View, words: Iterable[int]) -> bool:
    """Tell whether words give a number of people killed, hurt or missing, name a toll, or are a number of nothing named ("a round 100")."""
    tree, figures = view.tree, lexicon().figures
    here = list(words)
    kinds = [tree.pos[at] for at in here]
    if "NUM" not in kinds:
        return False
    return {*kinds} <= _FIGURE or any(tree.lower[at] in _FATES or tree.lemma[at].lower() in figures for at in here)


_FIGURE = frozenset(("NUM", "DET", "ADJ", "ADV"))
"""Parts of speech of a number of nothing named."""


def _called_names(view: View, at: int) -> bool:
    """Tell the noun in 'dismissed as "pure invention" reports that …', which the parser takes for a verb."""
    tree, here = view.tree, at - 1
    if tree.tag[at] != "VBZ" or at < 2 or (view.quoted[here] == view.quoted[at] and tree.lower[here] not in MARKS):
        return False
    return tree.lower[here - 1] in lexicon().denials and tree.lower[here] in MARKS


def _gives_version(view: View, at: int) -> bool:
    """Tell "gave a different version: …"."""
    given = view.tree.child(at, "dobj")
    return given is not None and view.tree.lemma[given] in ("version", "account", "explanation", "description", "story")


def _with_particle(view: View, at: int, lemma: str) -> str:
    """Return "point-out" for a verb with a particle right after it."""
    particle = view.tree.child(at, "prt")
    return f"{lemma}-{view.tree.lower[particle]}" if particle == at + 1 else lemma


def _holds_that(view: View, frame: str, content: Range) -> bool:
    """Tell "held that …" and "held the militia responsible" from all else that is held."""
    words = view.tree.lower[content[0] : content[1]]
    return words[:1] == ["that"] if frame == "clause" else frame == "predicate" and any(word in _BLAMED for word in words)


def _listed(view: View, at: int) -> Range | None:
    """Return all that follows a sentence that closes its paragraph with a colon ("informs the public of the following:")."""
    tree = view.tree
    end = view.sentence(at)[1]
    while end > at and tree.pos[end - 1] == "SPACE":
        end -= 1
    if tree.lower[end - 1] != ":" or end >= len(tree) or view.paragraph(min(end + 1, len(tree) - 1)) == view.paragraph(at):
        return None
    return end, len(tree)


def _appeals(view: View, at: int, lemma: str, frames: Mapping[str, Sense]) -> Citation | None:
    """Return the citation of "The Special Representative appeals to all parties to …", whose verb the parser took for a noun."""
    tree = view.tree
    subject = at - 1
    if tree.dep[at] != "ROOT" or subject < 0 or tree.pos[subject] not in ("NOUN", "PROPN") or tree.head[subject] != at:
        return None
    content = next(((child, view.trim(child, view.sentence(at)[1])[1]) for child in tree.children[at] if child == at + 1), None)
    frame = tree.lower[content[0]] if content is not None else ""
    if content is None or frame not in frames or frames[frame].kind != "say":
        return None
    return _make(view, at, lemma, frames[frame], frame, [content], subject)


def _as_reported(view: View, at: int, lemma: str, sense: Sense) -> Citation | None:
    """Return the citation of "As the Daily Post reported, …" and "…, as first reported by the Post": the clause it hangs on is content."""
    tree = view.tree
    if any(tree.dep[child] in ("ccomp", "dobj", "xcomp") and tree.lower[child] != "it" for child in tree.children[at]):
        return None
    start, end = tree.edges(at)
    first, last = view.sentence(at)
    around = view.quotation(at)
    if around is not None:
        first, last = max(first, around.first), min(last, around.last)
    before, after_it = view.trim(first, start), view.trim(end, last)
    content = before if before[1] - before[0] > 2 and tree.lower[after_it[0] : after_it[0] + 1] != ["that"] else after_it
    agent = tree.child(at, "agent")
    if agent is None and tree.child(at, "nsubjpass", "auxpass") is not None:
        return None
    head = tree.child(agent, "pobj") if agent is not None else subject_of(view, at)
    if head is None or not start <= head < end or content[0] >= content[1]:
        return None
    citation = Citation(at, lemma, sense, "as reported", cue_range(view, at)[0], [view.whole(*content, at)])
    citation.source_head, citation.source = head, [phrase(view, head, at)]
    return citation


def _passive(view: View, at: int) -> bool:
    tree = view.tree
    if tree.tag[at] != "VBN":
        return False
    below = [tree.dep[child] for child in tree.children[at]]
    if tree.dep[at] == "acl" and "agent" not in below and ("ccomp" in below or "dobj" in below):
        return False  # the parser took a simple past for a participle ("the movement denied that …")
    if tree.dep[at] == "advcl" and not {"nsubj", "aux", "dobj"} & set(below):
        return True
    return "nsubjpass" in below or "auxpass" in below or (tree.dep[at] in ("acl", "amod") and "nsubj" not in below)


def _verb_taken_for_noun(view: View, at: int) -> bool:
    """Tell whether the parser took a closing cue for a noun ("…, the camp office estimates.")."""
    tree = view.tree
    _, end = view.sentence(at)
    clause = tree.child(at, "ccomp")
    return clause is not None and clause < at and tree.lower[at + 1 : at + 2] == ["."] and at + 1 < end


def _passive_citation(view: View, at: int, lemma: str, frames: Mapping[str, Sense]) -> Citation | None:
    """Return what a passive cue cites: "is expected to …", "was described as …", "was quoted as saying" is left to its gerund."""
    tree = view.tree
    subject = tree.child(at, "nsubjpass", "nsubj")
    infinitive = tree.child(at, "xcomp")
    if infinitive is not None and "passive infinitive" in frames and to_infinitive(view, infinitive):
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
        return _make_passive(view, at, lemma, frames["clause"], "passive clause", [after(view, at, clause)])
    if "passive" in frames and subject is not None:
        return _make_passive(view, at, lemma, frames["passive"], "passive", [tree.edges(subject)])
    noun = tree.head[at]
    if "passive" in frames and tree.dep[at] == "acl" and noun < at and tree.child(at, "agent") is not None:
        return _make_passive(view, at, lemma, frames["passive"], "passive", [(tree.edges(noun)[0], at)])
    return None


def _late_agent(view: View, at: int) -> int | None:
    """Return the "by" of "was claimed in a call to the radio by the Red Hand", which the parser hangs on another noun."""
    tree = view.tree
    _, end = view.sentence(at)
    for here in range(at + 1, min(end, at + 12)):
        if tree.pos[here] in ("VERB", "AUX", "SCONJ", "CCONJ") or tree.lower[here] in (",", ";", ":", "that"):
            return None
        if tree.lower[here] == "by" and tree.dep[here] == "prep":
            noun = tree.child(here, "pobj")
            return here if noun is not None and can_say(view, noun) else None
    return None


def _make_passive(view: View, at: int, lemma: str, sense: Sense, rule: str, content: list[Range]) -> Citation:
    tree = view.tree
    citation = Citation(at, lemma, sense, rule, cue_range(view, at)[0], _clean(view, at, content))
    agent = tree.child(at, "agent")
    agent = _late_agent(view, at) if agent is None else agent
    head = tree.child(agent, "pobj") if agent is not None else None
    if head is not None:
        citation.source_head, citation.source = head, [phrase(view, head, at)]
        if agent is not None:
            start, _ = tree.edges(agent)
            citation.content = [(a, min(b, start) if a < start < b else b) for a, b in citation.content]
    return citation


def _make(view: View, at: int, lemma: str, sense: Sense, rule: str, content: list[Range], subject: int | None = None) -> Citation:
    cue, governed = cue_range(view, at)
    if rule in PREPOSITIONS and content[0][0] == cue[1]:
        cue = cue[0], cue[1] + 1
        content = [(content[0][0] + 1, content[0][1])]
    if rule == "clause":
        content = _with_next_thats(view, content)
    citation = Citation(at, lemma, sense, rule, cue, _clean(view, at, content), governed=governed)
    head = subject if subject is not None else subject_of(view, at)
    if subject is not None and view.tree.tag[at] == "NNS":
        citation.source_head, citation.source = subject, [(phrase_start(view, subject, at), subject + 1)]
    elif head is not None and (view.quoted[head] < 0 or view.quoted[head] == view.quoted[at]):
        citation.source_head, citation.source = head, [phrase(view, head, at)]
    elif head is None and view.tree.tag[at] in FINITE:
        _cite_before(view, citation)
    if rule == "object" and sense.act == "accuse":
        citation.content.extend(_charge(view, at, citation.content, _CHARGED.get(lemma, "of")))
    citation.withheld = _withheld(view, at, governed)
    return citation


def _with_next_thats(view: View, content: list[Range]) -> list[Range]:
    """Return what is said with the further clauses with "that" that go on with it: "…, that 40 had died and that two jets were lost"."""
    tree = view.tree
    start, end = content[-1]
    last = view.sentence(end - 1)[1]
    if tree.lower[start] != "that" and tree.lower[start - 1] != "that":
        return content
    while end < last:
        here = end
        while here < last and tree.lower[here] in (",", "and", "but", ";"):
            here += 1
        verb = tree.head[here] if here < last and tree.lower[here] == "that" and tree.dep[here] == "mark" else -1
        if here == end or verb <= here:
            break
        end = tree.edges(verb)[1]
    return [*content[:-1], (start, max(end, content[-1][1]))]


def _cite_before(view: View, citation: Citation) -> None:
    """Give a citation whose verb has no subject in the tree the name or noun that stands right before its cue."""
    apposed = speaker_before(view, citation.head, citation.cue[0])
    before = noun_before(view, citation.cue[0])
    if apposed is not None:
        citation.source_head, citation.source = apposed, [phrase(view, apposed, citation.head)]
    elif before is not None:
        citation.source_head, citation.source = before[1] - 1, [before]


def _charge(view: View, at: int, content: list[Range], by: str) -> list[Range]:
    """Return the "of …" of an accusation, the "to …" of an attribution, that other words part from it ("accused troops on Thursday of")."""
    tree = view.tree
    last = max((end for _, end in content), default=at)
    beside = list(tree.children[at])
    for child in tree.children[at]:  # "accused troops on Thursday of firing": the parser hangs the charge on the day
        noun = tree.child(child, "pobj") if tree.dep[child] == "prep" else None
        beside.extend(tree.children[noun] if noun is not None else ())
    found = [child for child in beside if child >= last and tree.lower[child] == by and tree.dep[child] == "prep"][:1]
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
