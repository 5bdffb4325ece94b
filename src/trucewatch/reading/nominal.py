"""Nouns, adjectives, adverbs and fixed phrases that cite: "the claim that …", "is confident that …", "reportedly", "according to …"."""

from trucewatch.reading.accounts import said_under, told_under
from trucewatch.reading.citations import Citation
from trucewatch.reading.cuephrases import cue_range
from trucewatch.reading.cues import Sense, lexicon
from trucewatch.reading.frames import FINITE
from trucewatch.reading.idioms import clause_end
from trucewatch.reading.labels import labelled
from trucewatch.reading.leads import is_label
from trucewatch.reading.offices import offices
from trucewatch.reading.sources import phrase, subject_of
from trucewatch.reading.tolls import MEDIA, can_say
from trucewatch.reading.view import Range, View

_SAY = Sense("say", "assert")
_ACCOUNTS = frozenset(
    """account count reckoning estimate estimation word view opinion judgment judgement version telling figure testimony evidence assessment
    calculation narrative eye phrase parlance jargon language""".split()
)
"""What is somebody's, where "by", "in" or "on" leads it in: "in the monitors' view", "on the testimony of two guards"."""
_NOUN_PREPOSITIONS = frozenset(("of", "for", "to", "on", "against", "about"))


def nominal_citations(view: View) -> list[Citation]:
    """Return the citations whose cue is no verb."""
    tree, words = view.tree, lexicon()
    found: list[Citation | None] = []
    for at, word in enumerate(tree.lower):
        if word == "according":
            if at + 1 < len(tree) and tree.lower[at + 1] == "to":
                found.append(_according(view, at))
        elif word == ":":
            found.append(_transcript(view, at) or labelled(view, at) or told_under(view, at))
        elif word == "what":
            found.append(said_under(view, at) or _what_is_said(view, at))
        elif tree.pos[at] == "NOUN":
            lemma = tree.lemma[at]
            if tree.lower[at + 1 : at + 2] == ["that"] and (said := _plural_verb(view, at, lemma)) is not None:
                found.append(said)
                continue
            if lemma in _ACCOUNTS and at and (account := _by_account(view, at)) is not None:
                found.append(account)
            elif (lemma in words.nouns or lemma in _STANDPOINTS) and (put := put_so(view, at)) is not None:
                found.append(put)
            elif lemma in words.nouns:
                found.append(_noun(view, at, lemma, words.nouns[lemma]))
            elif lemma in words.figures and (put := put_so(view, at)) is not None:
                found.append(put)
        elif tree.pos[at] == "ADJ" and tree.lemma[at] in words.adjectives:
            found.append(_adjective(view, at, words.adjectives[tree.lemma[at]]))
    return [citation for citation in found if citation is not None]


def _what_is_said(view: View, at: int) -> Citation | None:
    """Return the citation of "What the herders say is that …"."""
    tree = view.tree
    verb = tree.head[at]
    sense = lexicon().verbs.get(tree.lemma[verb].lower(), {}).get("clause")
    subject = tree.child(verb, "nsubj")
    if sense is None or sense.kind != "say" or subject is None or not at < subject < verb:
        return None
    _, end = view.sentence(verb)
    for here in range(verb + 1, min(end - 1, verb + 9)):
        if tree.lower[here] in _STATES:
            start = here + 2 if tree.lower[here + 1] == "that" else here + 1
            content = [view.trim(start, clause_end(view, start))]
            citation = Citation(at, tree.lemma[verb], sense, "clause", (verb, verb + 1), content, governed=[verb])
            citation.source_head, citation.source = subject, [phrase(view, subject, verb)]
            return citation if tree.lower[here + 1] == "that" else None
        if tree.tag[here] in FINITE or tree.lower[here] in (",", ":", ";"):
            return None
    return None


_STANDPOINTS = frozenset("line story position stance answer reply theory thesis narrative information contention fear belief view".split())
"""What somebody has, that a clause with "that" can spell out: "the police line is that …"."""
_STATES = ("is", "was", "remains", "were")


def put_so(view: View, at: int) -> Citation | None:
    """Return the citation of "Pakistan's version is that …", "the army's figure for its losses is 14 dead"."""
    tree = view.tree
    verb = tree.head[at]
    if tree.dep[at] != "nsubj" or tree.lower[verb] not in _STATES or verb < at:
        return None
    owner = owner_of(view, at, verb)
    _, end = view.sentence(verb)
    last = clause_end(view, verb + 1)
    start = verb + 1
    if owner is None or start >= end:
        return None
    clause = tree.lower[start] == "that" and tree.dep[start] == "mark"
    if not clause and not (
        tree.lemma[at] in lexicon().figures and any(tree.pos[here] == "NUM" for here in range(start, min(last, start + 5)))
    ):
        return None
    citation = Citation(at, tree.lemma[at], _SAY, "noun", (at, verb + 1), [view.trim(start, last)])
    citation.source_head, citation.source = owner, [tree.edges(owner) if tree.dep[owner] == "poss" else phrase(view, owner, at)]
    return citation if citation.content[0][0] < citation.content[0][1] else None


def answers(view: View, at: int) -> bool:
    """Tell whether a noun is something said: an answer, a version, a message."""
    lemma = view.tree.lemma[at]
    return lemma in lexicon().nouns or lemma in _STANDPOINTS


def owner_of(view: View, at: int, end: int) -> int | None:
    """Return whose a word, figure or answer is: the army's, that of the rebels, the toll given by the clinic, the reply from Ankara."""
    tree = view.tree
    owner = tree.child(at, "poss")
    if owner is None:
        for here in range(at + 1, min(end, at + 6)):
            if tree.lower[here] in ("by", "of", "from") and tree.child(here, "pobj") is not None:
                owner = tree.child(here, "pobj")
                break
            if tree.tag[here] in FINITE or tree.lower[here] in (",", ";", ":"):
                break
    if owner is None and at and tree.head[at - 1] == at and tree.dep[at - 1] == "compound":
        owner = at - 1  # "the police line"
    if owner is None or tree.lower[owner] in ("my", "this", "that") or not (can_say(view, owner) or tree.pos[owner] == "PROPN"):
        return None
    return owner


def _plural_verb(view: View, at: int, lemma: str) -> Citation | None:
    """Return the citation of "Elders of the clan charge that …", whose verb the tagger took for a noun: its clause has no other verb."""
    tree = view.tree
    start, end = view.sentence(at)
    sense = lexicon().verbs.get(lemma, {}).get("clause")
    if sense is None or sense.kind not in ("say", "show", "believe") or tree.tag[at] != "NN":
        return None
    before = tree.lower[at - 1] if at else ""
    if before in ("the", "a", "this", "that", "his", "their", "its", "any", "no", "'s", "s'", "'"):
        return None
    commas = [here for here in range(start, at) if tree.lower[here] in (";", ":") or tree.tag[here] == "CC"]
    start = commas[-1] + 1 if commas else start
    finite = any(tree.tag[here] in FINITE and tree.dep[here] not in ("relcl", "aux", "auxpass") for here in range(start, at))
    head = next((here for here in range(start, at) if tree.tag[here] in ("NNS", "NNPS") or tree.lower[here] == "people"), None)
    told = any(tree.tag[here] in FINITE or tree.tag[here] == "VB" for here in range(at + 2, end))
    if finite or head is None or not told or any(tree.lower[here] in ("in", "by", "on", "of") for here in range(start, head)):
        return None
    if tree.pos[start] == "ADP":
        return None
    citation = Citation(at, lemma, sense, "clause", (at, at + 1), [view.trim(at + 1, end)])
    citation.source_head, citation.source = head, [(start, at)]
    return citation


def _noun(view: View, at: int, lemma: str, sense: Sense) -> Citation | None:
    """Return the citation of "its claim that …", "the rebels' threat to …", "his opposition to …"; it needs somebody who owns it."""
    tree = view.tree
    owner = tree.child(at, "poss")
    issuer = _voiced_by(view, at) if sense.kind == "say" and sense.act != "assert" else None
    if owner is None and issuer is None and sense.kind == "say":
        return _issued_by(view, at, lemma, sense)
    if owner is None and issuer is None:
        return None
    owner = issuer if issuer is not None else owner
    if owner is None or view.quoted[owner] != view.quoted[at]:
        return None
    content, end = None, at + 1
    for child in tree.children[at]:
        if child < at:
            continue
        if tree.dep[child] in ("acl", "ccomp", "relcl"):
            first = tree.edges(child)[0]
            if (tree.lower[first] == "that" and tree.dep[first] == "mark") or tree.lower[first] == "to":
                content = tree.edges(child)
                break
        if tree.dep[child] == "prep" and child == at + 1 and tree.lower[child] in _NOUN_PREPOSITIONS and not _asked_of(view, child):
            inside = tree.child(child, "pobj", "pcomp")
            if inside is not None:
                content, end = (child + 1, tree.edges(child)[1]), child + 1
                break
    if content is None and issuer is not None and tree.lower[at + 1 : at + 2] in (["for"], ["to"], ["on"], ["upon"], ["that"]):
        content = at + 1, clause_end(view, at + 1)  # "renewed an appeal to the rebels to free …"
    if content is None:
        return None
    source = tree.edges(owner)
    if issuer is not None:
        source = phrase(view, issuer, tree.head[at])
    rule = "noun" if end == at + 1 or issuer is not None else "noun of"
    citation = Citation(
        at, lemma, sense, rule, (source[1] if issuer is None else tree.head[at], end), [view.trim(*view.whole(*content, at))]
    )
    citation.source_head, citation.source = owner, [source]
    return citation if citation.content[0][0] < citation.content[0][1] else None


_ISSUED_FAR = 16
"""Within how many words of the noun what it holds begins."""


def _issued_by(view: View, at: int, lemma: str, sense: Sense) -> Citation | None:
    """Return the citation of "the claim of the 8th Division that …", "a report on Sava radio that …", "the Front communiqué according to
    which …", "an allegation, made by several families, that …"."""
    tree = view.tree
    _, end = view.sentence(at)
    source = _modifier(view, at)
    for here in range(at + 1, min(end, at + _ISSUED_FAR)):
        lower = tree.lower[here]
        which = lower == "according" and tree.lower[here + 1 : here + 3] == ["to", "which"]
        if (which or lower == "that") and source is not None:
            start = here + 3 if which else here
            stop = next((one for one in range(start + 1, end) if tree.lower[one] in (",", ";") or _judges(view, one)), end)
            citation = Citation(at, lemma, sense, "noun", (at, at + 1), [view.trim(start, stop)])
            citation.source_head, citation.source = source, [phrase(view, source, at) if source > at else (source, source + 1)]
            return citation if start + 2 < stop else None
        if lower in ("by", "of", "from", "on", "in") and (source is None or source < at):
            found = tree.child(here, "pobj")
            if lower in ("on", "in") and (found is None or not _carries(view, found)):
                continue
            source = found
            if source is None or tree.pos[source] not in ("NOUN", "PROPN"):
                return None
        elif (
            tree.tag[here] in ("VBZ", "VBP", "MD")
            or (tree.tag[here] == "VBD" and tree.dep[here] != "acl")
            or lower in (";", ":")
            or view.quoted[here] != view.quoted[at]
        ):
            return None
    return None


def _carries(view: View, at: int) -> bool:
    """Whether a noun is a paper, station or page that words stand in."""
    lower = view.tree.lower[at]
    return lower in MEDIA or view.tree.lemma[at].lower() in MEDIA


def _modifier(view: View, at: int) -> int | None:
    """Return the body whose word a noun is by what stands before it: "a foreign radio report", "the Front communiqué"."""
    tree = view.tree
    before = at - 1
    if before < 0 or tree.head[before] != at or tree.dep[before] not in ("compound", "nmod"):
        return None
    return before if _carries(view, before) or (tree.pos[before] == "PROPN" and can_say(view, before)) else None


def _judges(view: View, at: int) -> bool:
    """Whether the verb of the sentence whose subject the allegation is begins here: "… is baseless"."""
    tree = view.tree
    return tree.tag[at] in ("VBZ", "VBP", "VBD") and tree.lemma[at] in ("be", "have", "remain") and tree.dep[at] == "ROOT"


def _asked_of(view: View, to: int) -> bool:
    """Whether an infinitive follows those to whom an appeal is made: "to the rebels to free …"."""
    tree = view.tree
    end = tree.edges(to)[1]
    return tree.lower[to] == "to" and tree.tag[end : end + 2] == ["TO", "VB"]


_VOICING = frozenset("make issue renew repeat reiterate launch voice send deliver join".split())


def _voiced_by(view: View, at: int) -> int | None:
    """Return who voices a demand: "Indonesia renewed its call for a ceasefire", "the union issued an appeal to both sides"."""
    tree, verb = view.tree, view.tree.head[at]
    if tree.dep[at] != "dobj" or tree.lemma[verb] not in _VOICING or tree.child(verb, "neg") is not None:
        return None
    return tree.child(verb, "nsubj")


def _adjective(view: View, at: int, sense: Sense) -> Citation | None:
    """Return the citation of "is confident that …", "are unwilling to …", "was aware of …"."""
    tree = view.tree
    verb = tree.head[at]
    if tree.dep[at] != "acomp" or tree.lemma[verb] not in ("be", "remain", "feel", "seem", "become"):
        return None
    subject = subject_of(view, verb)
    if subject is None or (tree.pos[subject] == "PRON" and tree.lower[subject] in ("it", "that", "this", "there", "what", "which")):
        return None
    child = next((below for below in tree.children[at] if below > at and tree.dep[below] == "ccomp"), None)
    if child is None:
        child = next((below for below in tree.children[at] if below > at and tree.dep[below] in ("xcomp", "prep")), None)
    if child is None or (tree.dep[child] == "prep" and (child != at + 1 or tree.lower[child] not in ("about", "of", "to"))):
        return None
    (start, _), _ = cue_range(view, verb)
    content = tree.edges(child)
    end = at + 1
    if tree.dep[child] == "prep":
        content, end = (child + 1, content[1]), child + 1
    citation = Citation(at, tree.lemma[at], sense, "adjective", (start, end), [view.trim(*view.whole(*content, at))])
    citation.source_head, citation.source = subject, [phrase(view, subject, verb)]
    return citation if citation.content[0][0] < citation.content[0][1] else None


def _transcript(view: View, at: int) -> Citation | None:
    """Return the citation of a transcript's turn: a name at the start of a paragraph, a colon, and what he said."""
    tree = view.tree
    start = at
    text = view.parse.text
    while start > 0 and tree.start[start] not in view.openings:
        if tree.pos[start - 1] != "PROPN" and not text[tree.start[start - 1] : tree.end[start - 1]].isupper():
            break
        start -= 1
    if start == at or at - start > 4 or tree.start[start] not in view.openings or at + 4 >= len(tree):
        return None
    name = text[tree.start[start] : tree.end[at - 1]]
    if any(line.start <= tree.start[start] < line.end for line in view.parse.datelines):
        return None  # "SRINAGAR: Six persons …" is sent from there
    if name.lower() in offices().states or is_label(name):
        return None  # "Sierra Leone: a chronology", "DENIES: that …"
    if len(name) < 3 or (not name.isupper() and view.parse.doc[at - 1].ent_type_ != "PERSON"):
        return None
    end = at + 1
    while end < len(tree) and tree.start[end] not in view.openings:
        end += 1
    citation = Citation(at, ":", _SAY, "transcript", (at, at + 1), [view.trim(at + 1, end)])
    citation.source_head, citation.source = at - 1, [(start, at)]
    return citation


def _according(view: View, at: int) -> Citation | None:
    """Return the citation of "according to …": the clause it stands in, on both sides."""
    tree = view.tree
    source = tree.child(at + 1, "pobj") or tree.child(at, "pobj")
    if source is None:
        source = next((here for here in range(at + 2, min(at + 10, len(tree))) if tree.pos[here] in ("NOUN", "PROPN", "PRON")), None)
    if source is None:
        return None
    citation = Citation(at, "accord", _SAY, "according to", (at, at + 2))
    citation.source_head, citation.source = source, [phrase(view, source, at)]
    citation.content = _clause_around(view, at, citation.source[0][1])
    return citation if citation.content else None


def _by_account(view: View, at: int) -> Citation | None:
    """Return the citation of "by the account of a nurse", "by Baku's account": the clause it stands in, as after "according to"."""
    tree = view.tree
    by = tree.head[at]
    if tree.dep[at] != "pobj" or tree.lower[by] not in ("by", "in", "on", "from") or not _opens_clause(view, by):
        return None
    of = next((child for child in tree.children[at] if tree.dep[child] == "prep" and tree.lower[child] == "of"), None)
    source = tree.child(of, "pobj") if of is not None else tree.child(at, "poss")
    if source is None or tree.pos[source] == "PRON":
        return None
    citation = Citation(at, tree.lemma[at], _SAY, "according to", (by, at + 1))
    citation.source_head, citation.source = source, [phrase(view, source, at) if of is not None else tree.edges(source)]
    end = max(at + 1, citation.source[0][1])
    citation.content = _clause_around(view, by, end)
    return citation if citation.content else None


def _opens_clause(view: View, at: int) -> bool:
    """Whether the phrase at ``at`` stands at the head of a sentence or between commas."""
    tree = view.tree
    first = view.sentence(at)[0]
    return (
        at == first or tree.lower[at - 1] in (",", ":", ";", "—", "–") or (at == first + 1 and tree.lower[first] in ("and", "but", "yet"))
    )


def _clause_around(view: View, at: int, end: int) -> list[Range]:
    """Return the clause that "according to …" (tokens ``[at, end)``) stands in, before and after it."""
    tree = view.tree
    start, stop = view.sentence(at)
    around = view.quotation(at)
    if around is not None:
        start, stop = max(start, around.first), min(stop, around.last)
    if tree.lower[start:stop].count("according") > 1:  # "nine according to X, 100 according to Y": each has its own item
        marks = [here for here in range(start, at) if tree.lower[here] in (",", ":", ";")]
        item = view.trim(marks[-1] + 1 if marks else start, at)
        while item[0] < item[1] and tree.pos[item[0]] == "CCONJ":
            item = view.trim(item[0] + 1, item[1])
        return [item] if item[0] < item[1] else []
    verb = tree.head[at]
    while verb != tree.head[verb] and tree.pos[verb] not in ("VERB", "AUX"):
        verb = tree.head[verb]
    if verb > end and tree.dep[verb] in ("relcl", "advcl", "ccomp", "conj"):
        last = tree.edges(verb)[1]
        return [view.whole(*view.trim(end, min(last, stop)), at)]
    before, after = view.trim(start, at), view.trim(end, stop)
    while before[0] < before[1] and tree.pos[before[0]] == "CCONJ":
        before = view.trim(before[0] + 1, before[1])
    content = [view.whole(*before, at)] if before[0] < before[1] else []
    finite = any(tree.tag[here] in ("VBD", "VBZ", "VBP", "MD") for here in range(*before))
    if after[0] < after[1] and (not content or (tree.lower[end : end + 1] == [","] and not finite)):
        content.append(view.whole(*after, at))
    elif after[0] < after[1] and content and tree.lower[end : end + 2] == [",", "and"] and not _cites_again(view, after):
        content.append(view.whole(*view.trim(after[0] + 1, after[1]), at))
    return content


def _cites_again(view: View, words: Range) -> bool:
    """Tell whether a further act of saying follows ("…, and the army said …")."""
    tree, verbs = view.tree, lexicon().verbs
    return any(tree.pos[at] == "VERB" and "clause" in verbs.get(tree.lemma[at], ()) for at in range(*words))
