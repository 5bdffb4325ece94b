"""Direct speech: quotations that are said in full, given to the cue beside their marks."""

from bisect import bisect_left

from trucewatch.reading.citations import Citation
from trucewatch.reading.cuephrases import cue_range
from trucewatch.reading.cues import Sense, lexicon
from trucewatch.reading.nominal import answers, owner_of
from trucewatch.reading.quotations import Quotation
from trucewatch.reading.sources import phrase, quoted_as_saying, subject_of
from trucewatch.reading.tolls import can_say
from trucewatch.reading.view import MARKS, TERMINATORS, Range, View

_NEAR = 45
_FAR = 60
_SAY = Sense("say", "assert")


def direct_citations(view: View) -> list[Citation]:
    """Return the citations whose content is direct speech; a cue between two quotations has both."""
    found: dict[int, Citation] = {}
    last: Citation | None = None
    last_paragraph = -1
    paragraph_at = [paragraph.start for paragraph in view.parse.paragraphs]
    for quotation in view.quotations:
        if not quotation.utterance:
            continue
        paragraph = bisect_left(paragraph_at, quotation.marked.start + 1) - 1
        content = quotation.first, quotation.last
        cue = _cue_of(view, quotation, content)
        if cue is not None and cue >= content[1]:
            content = _with_words_before(view, quotation)
        if cue is not None:
            citation = found.get(cue)
            if citation is None:
                citation = found[cue] = _cite(view, cue, content)
            else:
                citation.content.append(content)
        elif (answer := _uncued(view, content, same_paragraph=paragraph == last_paragraph)) is not None:
            citation = found[answer.head] = answer
        elif last is not None and _continues(view, quotation, paragraph, last_paragraph):
            citation = last
            citation.content.append(content)
        else:
            continue
        last, last_paragraph = citation, paragraph
    return list(found.values())


_REACTING = frozenset(
    """be remain seem deny laugh shrug shake nod smile sigh weep cry disagree insist disown dispute reject dismiss scoff object contradict
    recall remember wave smirk grin gesture frown wince hesitate react have""".split()
)
"""Verbs of a sentence that shows somebody about to speak: "The minister was blunt.", "Her brother shook his head."."""


def _uncued(view: View, content: Range, *, same_paragraph: bool) -> Citation | None:
    """Return the citation of a quotation that no verb of saying leads in: what stands before it tells whose it is.

    "A shopkeeper, by telephone: “…”", "The reply from Ankara was curt: “…”", "The minister was blunt. “…”"."""
    tree = view.tree
    mark = content[0] - 1
    while mark >= 0 and (tree.lower[mark] in MARKS or tree.pos[mark] == "SPACE"):
        mark -= 1
    colon = mark > 0 and tree.lower[mark] == ":"
    if mark < 1 or not (colon or tree.lower[mark] == ".") or _opens_paragraph(view, mark + 1, content[0]):
        return None
    start = max(view.sentence(mark)[0], next((at + 1 for at in range(mark - 1, -1, -1) if tree.lower[at] in TERMINATORS), 0))
    if any(view.quoted[at] >= 0 for at in range(start, mark)):
        return None
    subject = next((at for at in range(start, mark) if tree.dep[at] == "nsubj" and tree.dep[tree.head[at]] != "relcl"), None)
    if subject is None and colon and not any(tree.tag[at] in ("VBD", "VBZ", "VBP") for at in range(start, mark)):
        subject = next((at for at in range(start, mark) if tree.pos[at] in ("NOUN", "PROPN") and tree.dep[at] != "compound"), None)
    if subject is None:
        return None
    verb = tree.head[subject] if tree.dep[subject] == "nsubj" else mark
    owner = owner_of(view, subject, mark) if colon and answers(view, subject) else None
    if owner is None:
        single = tree.tag[subject] in ("NN", "NNP") or tree.lower[subject] in ("he", "she")
        reacts = colon or (single and tree.lemma[verb] in _REACTING and tree.lower[subject] not in ("it", "this", "that"))
        if (
            not reacts
            or not can_say(view, subject)
            or tree.lower[subject] == "it"
            or (same_paragraph and not colon and tree.pos[subject] == "PRON")
        ):
            return None
    head = subject if owner is None else owner
    citation = Citation(mark, ":" if colon else tree.lemma[verb], _SAY, "quotation", (mark, mark + 1), [content])
    citation.source_head, citation.source = head, [phrase(view, head, verb)]
    return citation


def _with_words_before(view: View, quotation: Quotation) -> Range:
    """Return a quotation that a cue follows, with the unquoted words of its sentence that lead into it (Aid "will not come," he said)."""
    tree = view.tree
    here = quotation.first - 1
    while here >= 0 and tree.lower[here] in MARKS and tree.start[here] >= quotation.marked.start:
        here -= 1
    start = here + 1
    while here >= 0 and view.quoted[here] < 0 and tree.lower[here] not in TERMINATORS and tree.lower[here] not in (":", ","):
        if tree.pos[here] == "SPACE" or tree.lower[here] in MARKS or tree.lower[here] in ("—", "–", "-", "--"):
            break
        here -= 1
        if tree.start[here + 1] in view.openings:
            break
    first = here + 1
    while first < start and tree.pos[first] in ("CCONJ", "SPACE", "PUNCT"):
        first += 1
    plain = first < start and not any(_may_cite(view, at) for at in range(first, start) if tree.pos[at] == "VERB")
    return (first if plain else quotation.first), quotation.last


def _continues(view: View, quotation: Quotation, paragraph: int, last_paragraph: int) -> bool:
    """Tell whether a quotation without a cue goes on with what the last speaker said."""
    if quotation.follows:
        return True
    tree = view.tree
    before = quotation.first - 2
    fresh = before < 0 or tree.lower[before] in TERMINATORS or tree.lower[before] in MARKS or tree.pos[before] == "SPACE"
    if paragraph == last_paragraph:
        return fresh
    whole = view.parse.paragraphs[paragraph]
    return paragraph == last_paragraph + 1 and quotation.marked.start == whole.start and quotation.marked.end >= whole.end - 1


def _cue_of(view: View, quotation: Quotation, content: Range) -> int | None:
    text = view.parse.text
    if text[quotation.words.end - 1] in ",?!—-–" or text[quotation.marked.end : quotation.marked.end + 1] == ",":
        after = cue_after(view, content)
        return after if after is not None else cue_before(view, content)
    before = cue_before(view, content)
    return before if before is not None else cue_after(view, content)


def cue_after(view: View, content: Range) -> int | None:
    """Return the cue verb that follows a quotation ("…," he said · "…," said the mayor), or None."""
    tree = view.tree
    begin = content[1]
    while begin < len(tree) and (
        tree.lower[begin] in MARKS or tree.lower[begin] in (",", "—", "–", "-", "--") or tree.pos[begin] == "SPACE"
    ):
        if tree.pos[begin] == "SPACE" and "\n" in view.parse.text[tree.start[begin] : tree.end[begin]]:
            return None
        begin += 1
    text = view.parse.text
    if begin >= len(tree) or (text[tree.end[content[1] - 1] - 1] == "." and text[tree.start[begin]].isupper()):
        return None  # the sentence ended inside the marks; what follows is the next one
    stop = min(begin + _NEAR, len(tree))
    for here in range(begin, stop):
        if tree.lower[here] in TERMINATORS or view.quoted[here] >= 0 or tree.start[here] in view.openings:
            return None
        if tree.lower[here] in MARKS and tree.lower[here] not in ("'", "’"):
            return None
        if tree.pos[here] in ("VERB", "AUX") or tree.tag[here] in ("VBD", "VBZ"):
            if _may_cite(view, here):
                return quoted_as_saying(view, here) or here if _leads(view, begin, here) else None
            if tree.dep[here] in ("relcl", "acl", "aux", "auxpass", "amod") or tree.lower[here] in ("has", "have", "had", "was"):
                continue
            if _inside_source(view, here):
                continue
            return None
    return None


def _inside_source(view: View, at: int) -> bool:
    """Tell whether a verb belongs to a relative clause of the speaker's description."""
    tree = view.tree
    here = at
    for _ in range(6):
        if tree.dep[here] in ("relcl", "acl"):
            return True
        if tree.head[here] == here:
            return False
        here = tree.head[here]
    return False


def _leads(view: View, begin: int, at: int) -> bool:
    """Tell whether the words between a quotation and a verb are no more than the verb's subject."""
    tree = view.tree
    if at - begin <= 1:
        return True
    first = tree.pos[begin]
    return first in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "ADV", "NUM", "AUX") and tree.lower[begin] not in ("that", "which", "who")


def _may_cite(view: View, at: int) -> bool:
    words = lexicon()
    lemma = view.tree.lemma[at].lower()
    lemma = words.forms.get(view.tree.lower[at], lemma)
    frames = words.verbs.get(lemma)
    if view.tree.tag[at] == "VBN" and view.tree.child(at, "auxpass", "nsubjpass") is not None:
        return False
    return frames is not None and (
        ("clause" in frames and frames["clause"].kind in ("say", "think", "believe")) or lemma in ("laugh", "go")
    )


def cue_before(view: View, content: Range) -> int | None:
    """Return the cue verb that leads into a quotation (he said: "…" · saying, "…"), or None."""
    tree = view.tree
    here = content[0] - 1
    while here >= 0 and (tree.lower[here] in MARKS or tree.pos[here] == "SPACE"):
        here -= 1
    if here < 0 or _opens_paragraph(view, here + 1, content[0]):
        return None
    sign = tree.lower[here]
    colon = sign == ":"
    if sign in TERMINATORS:
        return None
    if not colon and sign != ",":
        return here if _may_cite(view, here) else None
    crossed = 0
    for at in range(here - 1, max(-1, here - _FAR), -1):
        if tree.lower[at] in TERMINATORS or (view.quoted[at] >= 0 and not _fragment(view, at)):
            return None
        if tree.pos[at] in ("VERB", "AUX") or tree.tag[at] == "VBG":
            if _may_cite(view, at):
                return at if crossed == 0 or colon else None
            if colon and tree.pos[at] == "VERB" and _with_message(view, at, here):
                return at
            if tree.pos[at] == "VERB":
                crossed += 1
                if crossed > (3 if colon else 0):
                    return None
    return None


def _opens_paragraph(view: View, start: int, end: int) -> bool:
    """Tell whether a paragraph begins between two tokens, so that what stands before leads into nothing."""
    return any(view.tree.start[at] in view.openings for at in range(start, end + 1))


def _with_message(view: View, verb: int, colon: int) -> bool:
    """Tell whether a verb hands over a message before the colon ("She had a short message for them: …")."""
    tree, words = view.tree, lexicon()
    object_ = tree.child(verb, "dobj")
    if object_ is None or not verb < object_ < colon:
        return False
    sense = words.nouns.get(tree.lemma[object_])
    return sense is not None and sense.kind == "say"


def _fragment(view: View, at: int) -> bool:
    quotation = view.quotation(at)
    return quotation is not None and not quotation.utterance


def _cite(view: View, at: int, content: Range) -> Citation:
    words = lexicon()
    tree = view.tree
    lemma = words.forms.get(tree.lower[at], tree.lemma[at].lower())
    sense = words.verbs.get(lemma, {}).get("clause", _SAY)
    cue, governed = cue_range(view, at)
    citation = Citation(at, lemma, sense, "quotation", cue, [content], governed=governed)
    head = _speaker(view, at, content)
    if head is not None:
        citation.source_head, citation.source = head, [phrase(view, head, at)]
    return citation


def _speaker(view: View, at: int, content: Range) -> int | None:
    """Return who says it: the verb's subject outside the quotation, else the nearest noun beside the verb."""
    tree = view.tree
    head = subject_of(view, at)
    if head is not None and not content[0] <= head < content[1] and view.quoted[head] < 0:
        return head
    if content[1] <= at:  # "…," said NP
        for here in range(at + 1, min(at + 12, len(tree))):
            if tree.pos[here] in ("PROPN", "NOUN", "PRON") and tree.dep[here] != "compound":
                return here
            if tree.lower[here] in TERMINATORS:
                break
        for here in range(at - 1, content[1] - 1, -1):
            if tree.pos[here] in ("PROPN", "NOUN", "PRON"):
                return here
    return None
