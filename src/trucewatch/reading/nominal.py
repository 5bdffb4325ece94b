"""Nouns, adjectives, adverbs and fixed phrases that cite: "the claim that …", "is confident that …", "reportedly", "according to …"."""

from trucewatch.reading.citations import Citation
from trucewatch.reading.cuephrases import cue_range
from trucewatch.reading.cues import Sense, lexicon
from trucewatch.reading.labels import labelled
from trucewatch.reading.leads import is_label
from trucewatch.reading.offices import offices
from trucewatch.reading.sources import phrase, subject_of
from trucewatch.reading.view import Range, View

_SAY = Sense("say", "assert")
_ACCOUNTS = frozenset(("account", "count", "reckoning", "estimate"))
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
            found.append(_transcript(view, at) or labelled(view, at))
        elif tree.pos[at] == "NOUN":
            lemma = tree.lemma[at]
            if lemma in _ACCOUNTS and at and (account := _by_account(view, at)) is not None:
                found.append(account)
            elif lemma in words.nouns:
                found.append(_noun(view, at, lemma, words.nouns[lemma]))
        elif tree.pos[at] == "ADJ" and tree.lemma[at] in words.adjectives:
            found.append(_adjective(view, at, words.adjectives[tree.lemma[at]]))
    return [citation for citation in found if citation is not None]


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
        if tree.dep[child] == "prep" and child == at + 1 and tree.lower[child] in _NOUN_PREPOSITIONS:
            inside = tree.child(child, "pobj", "pcomp")
            if inside is not None:
                content, end = (child + 1, tree.edges(child)[1]), child + 1
                break
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


def _issued_by(view: View, at: int, lemma: str, sense: Sense) -> Citation | None:
    """Return the citation of "the claim of the 8th Division that …", "an allegation, made by several families, that …"."""
    tree = view.tree
    _, end = view.sentence(at)
    source = None
    for here in range(at + 1, min(end, at + 12)):
        lower = tree.lower[here]
        if lower == "that" and source is not None:
            stop = next((one for one in range(here + 1, end) if tree.lower[one] in (",", ";") or _judges(view, one)), end)
            citation = Citation(at, lemma, sense, "noun", (at, at + 1), [view.trim(here, stop)])
            citation.source_head, citation.source = source, [phrase(view, source, at)]
            return citation if here + 2 < stop else None
        if lower in ("by", "of", "from") and source is None:
            source = tree.child(here, "pobj")
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


def _judges(view: View, at: int) -> bool:
    """Whether the verb of the sentence whose subject the allegation is begins here: "… is baseless"."""
    tree = view.tree
    return tree.tag[at] in ("VBZ", "VBP", "VBD") and tree.lemma[at] in ("be", "have", "remain") and tree.dep[at] == "ROOT"


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
    if tree.dep[at] != "pobj" or tree.lower[by] != "by" or (by != view.sentence(by)[0] and tree.lower[by - 1] != ","):
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
