"""What is done by saying it, to whom, where, when, and how it is hedged."""

from collections.abc import Sequence

from trucewatch.reading.citations import Citation
from trucewatch.reading.cues import lexicon
from trucewatch.reading.view import Range, View
from trucewatch.records.extent import When
from trucewatch.records.span import Span
from trucewatch.records.terms import SpeechAct

ADDRESSED = frozenset(
    "tell inform assure reassure remind brief notify warn urge ask advise call implore exhort beseech beg order instruct command "
    "convince".split()
)
"""Verbs whose object is spoken to, so that their passive's subject is too."""
_DAYS = frozenset(
    "yesterday today tonight monday tuesday wednesday thursday friday saturday sunday earlier later morning afternoon evening night week "
    "month weekend january february march april may june july august september october november december".split()
)
_ADVICE = frozenset(("recommend", "propose", "suggest", "advise", "counsel", "advocate", "encourage"))
_ALLEGED = frozenset(("claim", "allegation", "accusation", "report", "charge", "rumour", "rumor", "story", "assertion"))
_OWN = frozenset(("its", "our", "their", "his", "her", "my"))
_STATES_OF_MIND = frozenset(("know", "think", "believe", "expect", "want", "need", "understand", "see", "feel", "hope"))
_VENUE_WORDS = frozenset(("in", "at", "before", "on", "during"))


def speech_act(view: View, citation: Citation) -> SpeechAct:
    """Return the act of a citation's cue, or non-assertion where the words over it withhold the saying."""
    if citation.withheld:
        return "non-assertion"
    if takes_stand(view, citation):
        return "position"
    act = citation.sense.act
    if act == "blame":
        return "accuse"
    if act == "urge" and citation.lemma not in _ADVICE:
        return "demand"
    if act == "assert" and citation.sense.kind in ("say", "topic") and _contradicts(view, citation):
        return "deny"
    return act


def takes_stand(view: View, citation: Citation) -> bool:
    """Tell whether somebody accepts or rejects a plan, an offer, a call: a position, not a report or a denial."""
    words, tree = lexicon(), view.tree
    if citation.lemma not in words.stands or citation.rule != "object":
        return False
    start, end = citation.content[0]
    head = next((at for at in range(start, end) if not start <= tree.head[at] < end or tree.head[at] == at), start)
    return tree.lemma[head].lower() in words.proposals


def _contradicts(view: View, citation: Citation) -> bool:
    """Tell whether a plain statement denies: it calls a claim false, or says that the speaker's own side did not do it."""
    tree, words = view.tree, lexicon()
    inside = [at for start, end in citation.content for at in range(start, end)]
    if any(
        tree.pos[at] in ("NOUN", "ADJ") and (tree.lemma[at].lower() in words.denials or tree.lower[at] in words.denials) for at in inside
    ):
        return citation.rule != "clause" or any(tree.lemma[at].lower() in _ALLEGED for at in inside)
    for at in inside[:12]:
        if tree.lower[at] == "such" and tree.lower[at - 1] == "no":
            return True
        own = tree.lower[at] in _OWN and tree.dep[at] == "poss"
        verb = tree.head[tree.head[at]] if own else -1
        if own and tree.dep[tree.head[at]] == "nsubj" and verb in inside and tree.child(verb, "neg") is not None:
            return tree.pos[verb] == "VERB" and tree.lemma[verb] not in _STATES_OF_MIND
    return False


def addressee_of(view: View, citation: Citation) -> str | None:
    """Return who is spoken to ("told reporters"), in the text's words, or None."""
    tree, verb = view.tree, citation.head
    if tree.pos[verb] not in ("VERB", "AUX") or citation.rule == "according to":
        return None
    if citation.lemma in ADDRESSED and citation.rule not in ("object", "predicate"):
        person = tree.child(verb, "dative", "dobj")
        if person is not None and person > verb and tree.pos[person] in ("NOUN", "PROPN", "PRON"):
            return _words(view, _short(view, person))
    for child in tree.children[verb]:
        if tree.lower[child] == "to" and tree.dep[child] in ("prep", "dative"):
            person = tree.child(child, "pobj")
            if person is not None and citation.rule != "to":
                return _words(view, _short(view, person))
    return None


def venue_of(view: View, citation: Citation) -> str | None:
    """Return the occasion or place the text gives for the saying ("in a statement", "at a news conference in Geneva"), or None."""
    tree, verb = view.tree, citation.head
    for child in tree.children[verb]:
        if citation.rule in ("inscription", tree.lower[child]):
            continue
        if tree.dep[child] == "prep" and tree.lower[child] in _VENUE_WORDS and not _inside(citation, child):
            place = tree.child(child, "pobj")
            if place is not None and not _temporal(view, place):
                cut = frozenset(below for below in tree.children[place] if tree.dep[below] == "prep" and _when_words(view, below))
                start, end = tree.edges(place, cut)
                return _words(view, (start, min(end, start + 12)))
    return None


def said_at(view: View, citation: Citation, times: Sequence[When] = ()) -> When | None:
    """Return when it was said: the time read from those words where ``times`` has it, else the words as written. None where the cue has
    no time."""
    written = _said_at(view, citation)
    if written is None:
        return None
    (words,) = written.spans
    return next((time for time in times if any(words.touches(span) for span in time.spans)), written)


def _said_at(view: View, citation: Citation) -> When | None:
    tree, verb = view.tree, citation.head
    for child in tree.children[verb]:
        if _inside(citation, child):
            continue
        relation = tree.dep[child]
        if relation in ("npadvmod", "advmod") and _temporal(view, child):
            return _when(view, tree.edges(child))
        if relation == "prep":
            found = _when_words(view, child)
            place = tree.child(child, "pobj")
            if found is None and place is not None:  # "in a statement on Tuesday"
                found = next((words for below in tree.children[place] if (words := _when_words(view, below))), None)
            if found is not None:
                return _when(view, found)
    return None


def _when_words(view: View, at: int) -> Range | None:
    """Return the words of "on Monday", "in June" where ``at`` is such a preposition, or None."""
    tree = view.tree
    if tree.lower[at] not in ("on", "in", "at", "during") or tree.dep[at] != "prep":
        return None
    noun = tree.child(at, "pobj")
    return (at, noun + 1) if noun is not None and _temporal(view, noun) else None


def _when(view: View, words: Range) -> When:
    span = view.parse.span(*words)
    return When(None, None, "unknown", view.parse.words(span), (span,), "as written")


def hedges_of(view: View, citation: Citation) -> tuple[Span, ...]:
    """Return the hedges on the saying itself: "appeared to", "reportedly", "may have said"."""
    tree, words = view.tree, lexicon()
    found: list[Range] = []
    verbs = [citation.head, *citation.governed]
    above = tree.head[citation.head]
    if tree.dep[citation.head] in ("advcl", "xcomp") and tree.lemma[above].lower() in ("appear", "seem") and above not in verbs:
        verbs.append(above)
    for verb in verbs:
        if verb != citation.head and tree.lemma[verb].lower() in words.hedges:
            to = verb + 1 < len(tree) and tree.lower[verb + 1] == "to"
            found.append((verb, verb + 2 if to else verb + 1))
        found.extend(
            (child, child + 1)
            for child in tree.children[verb]
            if child < verb and tree.dep[child] in ("aux", "advmod") and tree.lower[child] in words.hedges
        )
    return tuple(view.parse.span(*range_) for range_ in sorted(set(found)))


def _temporal(view: View, at: int) -> bool:
    word = view.tree.lower[at]
    return word in _DAYS or (len(word) == 4 and word.isdecimal())


def _inside(citation: Citation, at: int) -> bool:
    return any(start <= at < end for start, end in citation.content)


def _short(view: View, head: int) -> Range:
    """Return a noun phrase without the clauses that hang on it."""
    tree = view.tree
    cut = frozenset(child for child in tree.children[head] if tree.dep[child] in ("relcl", "acl", "appos", "ccomp"))
    start, end = tree.edges(head, cut)
    while end - 1 > head and tree.pos[end - 1] == "PUNCT":
        end -= 1
    return start, end


def _words(view: View, range_: Range) -> str:
    return view.parse.words(view.parse.span(*range_)).replace("\n", " ")
