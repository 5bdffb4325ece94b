"""Parse → statements: who is cited, by which words, for what.

One engine finds every citation (``find_citations``: sayings, beliefs, wishes, attitudes, findings); statements are those that are acts of
saying, with the speaker resolved, the relayers in ``chain``, and content as exact spans without quotation marks.
"""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.reading.citations import Citation, Holders
from trucewatch.reading.contents import content_spans, mode_of
from trucewatch.reading.cuephrases import DOCUMENTS
from trucewatch.reading.cues import lexicon
from trucewatch.reading.direct import direct_citations
from trucewatch.reading.gapping import gapped
from trucewatch.reading.idioms import idiom_citation
from trucewatch.reading.inscriptions import inscription_citations
from trucewatch.reading.issuing import ISSUED, issued_citation
from trucewatch.reading.nominal import nominal_citations
from trucewatch.reading.parse import Parse
from trucewatch.reading.people import names_people
from trucewatch.reading.speakers import Resolver, resolver_of
from trucewatch.reading.speech_acts import ADDRESSED, addressee_of, hedges_of, said_at, speech_act, takes_stand, venue_of
from trucewatch.reading.tolls import toll_citation
from trucewatch.reading.verbal import gives_figure, verb_citation
from trucewatch.reading.view import Range, View, view_of
from trucewatch.reading.wordorder import by_order
from trucewatch.records.assertion import NARRATOR, Cue, Speaker, Statement
from trucewatch.records.extent import When
from trucewatch.records.identity import identify

_BODIES = frozenset(("institution", "group", "state"))
_PASSIVES = frozenset(("passive", "passive infinitive", "passive clause"))
_RELAYS = frozenset(
    ("as reported", "clause", "quotation", "parenthetical", "according to", "transcript", "infinitive", "passive clause", "inscription")
) | {ISSUED}
_MANY = frozenset(("dozen", "dozens", "scores", "hundreds", "thousands"))
_LEADING_RULES = frozenset(("object", "to", "on", "about", "of", "at"))
_NAMED = frozenset(("named", "identified", "quoted", "anonymous", "anonymity"))
HYPOTHETICAL = "hypothetical"
"""Rule of what nobody in particular says ("whoever writes …"): it asserts nothing."""
_ANYBODY = frozenset(("whoever", "anyone", "anybody"))
_NOBODY = frozenset(("no", "nobody", "none", "neither"))
_GRANTED = frozenset("access passage entry permission entrance visa bail treatment food water leave asylum refuge admission".split())
_BEFALLEN = frozenset("killed injured wounded missing detained displaced arrested".split())
_FIGURED = frozenset(("give", "mention", "cite", "name", "arrive"))
_FIRST_PERSON = frozenset(("i", "we", "me", "us", "my", "our"))


def find_statements(parse: Parse, document_id: str, times: Sequence[When] = ()) -> tuple[Statement, ...]:
    """Return the statements of a text in the order of their cues.

    ``document_id`` goes into their ids; ``times`` are the times already read, from which the day of a saying is taken. A statement inside
    another's content names that other in ``chain``; what a speaker says of his own saying ("I can confirm") is no second statement.
    """
    view = view_of(parse)
    resolver = resolver_of(view)
    resolver.said.clear()
    acts = [citation for citation in find_citations(view) if _is_saying(view, citation)]
    release = issued_citation(view)
    if release is not None:
        low, high = release.cue
        acts = [one for one in acts if not any(first < high and low < last for first, last in one.source)]  # the sentence that opens it
    issuer = None if release is None else _issuer(view, release)
    leading = _leading(view, acts)
    made: list[tuple[Citation, Statement]] = []
    holders: Holders[Statement] = Holders(view)
    if release is not None and issuer is not None:
        made.append((release, _issued(view, release, issuer, document_id)))
        holders.add(*made[0])
        resolver.remember(release.head, issuer)
    for citation in acts:
        statement = None if citation.head in leading else _statement(view, resolver, citation, document_id, times)
        if statement is not None and issuer is not None and _own_word(view, citation):
            statement = replace(statement, speaker=replace(issuer, mention=statement.speaker.mention))
        if statement is not None and not _repeats_speaker(view, citation, statement, holders):
            made.append((citation, statement))
            holders.add(citation, statement)
    if release is None and (relayed := _relayed_document(view, made)) is not None:
        made.insert(0, (relayed, _issued(view, relayed, made[0][1].speaker, document_id)))
        holders.add(*made[0])
    return tuple(replace(statement, chain=_chain(citation, holders, statement.speaker)) for citation, statement in made)


def _relayed_document(view: View, made: list[tuple[Citation, Statement]]) -> Citation | None:
    """Return the citation of a text that only passes on a body's document: its first sentence names it, and nobody else is cited."""
    if (
        len(view.parse.paragraphs) < 2
        or not made
        or made[0][0].rule not in ("parenthetical", "clause", "according to")
        or made[0][1].speaker.kind not in _BODIES
    ):
        return None
    first, statement = made[0]
    tree, said = view.tree, range(first.cue[0], view.sentence(first.head)[1])
    if view.parse.paragraph_of[first.head] or not any(tree.lower[at] in DOCUMENTS for at in said if at not in _inside(first)):
        return None
    name = statement.speaker.name
    for other, later in made[1:]:
        quoted_by = any(first_ <= other.head < last for one, _ in made if one is not other for first_, last in one.content)
        if later.speaker.name not in (name, "") and later.speaker.kind != "document" and not quoted_by:
            return None
    start = next((line.end for line in view.parse.datelines[:1]), 0)
    body = view.trim(next(at for at in range(len(tree)) if tree.start[at] >= start), len(tree))
    citation = Citation(first.head, first.lemma, first.sense, ISSUED, first.source[0], [body], first.source)
    citation.source_head = first.source_head
    return citation


def _inside(citation: Citation) -> set[int]:
    return {at for start, end in citation.content for at in range(start, end)}


def find_citations(view: View) -> list[Citation]:
    """Return every citation of the text, of every kind, in the order of their cues."""
    tree, words = view.tree, lexicon()
    inscriptions = inscription_citations(view)
    taken = {citation.head for citation in inscriptions}
    direct = {citation.head: citation for citation in direct_citations(view) if citation.head not in taken}
    found = [*inscriptions, *direct.values()]
    verbs, forms = words.verbs, words.forms
    places = {*view.parse.lemma_places.places(verbs), *view.parse.word_places.places(forms)}
    for at in sorted(places - taken):
        if at in direct:
            _with_clause(view, direct[at])
            continue
        if tree.tag[at][:1] == "V" or (tree.tag[at] == "NNS" and tree.head[at] == at):
            citation = verb_citation(view, at)
            if citation is not None and citation.content:
                found.append(citation)
    _by_order(view, found, taken)
    found.extend(second for citation in tuple(found) if (second := gapped(view, citation)) is not None)
    found.extend(nominal_citations(view))
    found = [citation for citation in found if not any(_repeats(citation, other) for other in inscriptions)]
    governing = {verb for citation in found for verb in citation.governed}
    found = [citation for citation in found if citation.head not in governing]
    _cut_out_parentheses(view, found)
    found = [citation for citation in found if citation.content]
    found.sort(key=lambda citation: (citation.cue[0], citation.head))
    return found


def _by_order(view: View, found: list[Citation], taken: set[int]) -> None:
    """Add what the order of words gives: new citations, wider ones in place of an object alone, and words that the frame left out."""
    framed = {citation.head: citation for citation in found}
    for at, tag in enumerate(view.tree.tag):
        if tag[:1] != "V" or at in taken or (citation := by_order(view, at) or toll_citation(view, at) or idiom_citation(view, at)) is None:
            continue
        known = framed.get(at)
        if known is None:
            found.append(citation)
        elif (known.rule == "object" and (known.sense.kind != "say" or citation.rule != "object")) or (
            known.sense.kind == "think" and citation.sense.kind == "say"
        ):
            found[found.index(known)] = citation
        elif known.rule in ("object", "clause") and all(
            last <= citation.first or citation.content[0][1] <= first for first, last in known.content
        ):
            known.content = sorted([*known.content, *citation.content])


def _with_clause(view: View, citation: Citation) -> None:
    """Add the clause with "that" that a quotation goes on from: "denied that jets had bombed the village" and then his words."""
    tree, at = view.tree, citation.head
    clause = tree.child(at, "ccomp")
    if clause is None or not at < clause < citation.first:
        return
    start, end = tree.edges(clause)
    if tree.lower[start] == "that" and start == at + 1 and view.quoted[start] == view.quoted[at]:
        citation.content.insert(0, view.trim(start, min(end, citation.first)))


def _cut_out_parentheses(view: View, found: list[Citation]) -> None:
    """Take the words of a cue between commas out of the content of every other citation of its sentence."""
    near: Holders[None] = Holders(view, ((citation, None) for citation in found if citation.content))
    for citation in found:
        if citation.rule != "parenthetical" or not citation.source:
            continue
        start = min(citation.cue[0], citation.source[0][0])
        end = max(citation.cue[1], citation.source[-1][1])
        for other, _ in near.near(citation.head):
            if other is citation or view.quoted[other.head] != view.quoted[citation.head]:
                continue
            if any(first < end and start < last for first, last in other.content):
                pieces = [piece for range_ in other.content for piece in _without(range_, start, end)]
                trimmed = [view.trim(*piece) for piece in pieces]
                other.content = [piece for piece in trimmed if piece[0] < piece[1]]


def _without(range_: Range, start: int, end: int) -> list[Range]:
    """Return what is left of a range on both sides of ``[start, end)``."""
    first, last = range_
    return [piece for piece in ((first, min(last, start)), (max(first, end), last)) if piece[0] < piece[1]]


def _repeats(citation: Citation, inscription: Citation) -> bool:
    """Tell whether another cue gives the words of an inscription to the thing that carries them ("Graffiti found on it read …")."""
    if citation is inscription or citation.source_head != inscription.source_head:
        return False
    end = inscription.content[0][1]
    return all(inscription.head <= first and last <= end for first, last in citation.content)


def _repeats_speaker(view: View, citation: Citation, statement: Statement, holders: Holders[Statement]) -> bool:
    """Tell whether a cue inside somebody's words only says that he himself counted it, or speaks in his own first person."""
    around = [outer for other, outer in holders.around(citation.head) if other.rule != ISSUED]
    if not around or citation.source_head is None:
        return False
    if view.tree.lower[citation.source_head] in _FIRST_PERSON:
        return True
    return citation.sense.kind == "tally" and any(outer.speaker.name == statement.speaker.name for outer in around)


def _is_saying(view: View, citation: Citation) -> bool:
    """Tell whether a citation is an act of saying by somebody."""
    if citation.rule in ("quotation", "inscription"):
        return True
    if citation.lemma == "ask" and any(view.tree.lower[at] in _NAMED for start, end in citation.content for at in range(start, end)):
        return False  # "asked not to be named"
    if not _says(view, citation) or _no_words(view, citation):
        return False
    if citation.source_head is None or not citation.source:
        reported = citation.rule in _PASSIVES and citation.sense.kind == "say" and citation.lemma not in ADDRESSED
        return reported and citation.sense.act in ("assert", "deny", "accuse")  # "it was alleged that", not "he was ordered to"
    if view.tree.lower[citation.source[0][0]] in _NOBODY:
        return False  # "no group has claimed responsibility"
    if _asks(view, citation.source_head):
        return False  # "Who blames whom for the killings"
    own = view.tree.lower[citation.source_head] in _FIRST_PERSON
    return not (own and view.quoted[citation.head] >= 0)


def _no_words(view: View, citation: Citation) -> bool:
    """Tell deeds and states from sayings: "denied the team passage", "civilians reported killed"."""
    tree, head = view.tree, citation.head
    if tree.lower[head] == "alleged" and head and tree.lower[head - 1] in (",", "the", "an", "two", "three", "by", "of", "several", "some"):
        return True  # "on 3 May, alleged rebels ambushed …"
    if citation.lemma in ("release", "free") and citation.rule == "object":
        return any(names_people(tree.lower[child]) for child in tree.children[head] if tree.dep[child] == "dobj")
    if citation.lemma == "deny" and citation.rule != "clause":
        return any(tree.lower[child] in _GRANTED for child in tree.children[head] if tree.dep[child] == "dobj")
    return head + 1 < len(tree) and tree.tag[head] == "VBN" and tree.tag[head + 1] == "VBN" and tree.lower[head + 1] in _BEFALLEN


def _asks(view: View, head: int) -> bool:
    """Tell whether the source is a question word, not a relative pronoun that stands for somebody."""
    tree = view.tree
    return tree.lower[head] in ("who", "whom", "what") and tree.dep[tree.head[head]] not in ("relcl", "acl")


def _says(view: View, citation: Citation) -> bool:
    """Tell whether the kind of a cue, with what it takes, makes an assertion that a reader must know the author of."""
    kind, tree, words = citation.sense.kind, view.tree, lexicon()
    inside = [at for start, end in citation.content for at in range(start, end)]
    if takes_stand(view, citation):
        return True
    if kind == "say" and citation.sense.act == "non-assertion":  # "declined to answer" is about saying, "refused to leave" is not
        spoken = next((at for at in inside if tree.pos[at] == "VERB"), None)
        return spoken is not None and any(sense.kind in ("say", "topic") for sense in words.verbs.get(tree.lemma[spoken], {}).values())
    if kind == "say":
        return citation.rule != "noun of"
    if kind in ("believe", "show"):
        return citation.rule in ("clause", "parenthetical") and citation.source_head is not None
    own = view.quoted[citation.head]
    if citation.lemma == "give" and citation.rule == "clause":
        return True
    if citation.lemma in _FIGURED and citation.rule in ("object", "predicate", "at"):
        return gives_figure(view, inside)
    quotes = any(view.quoted[at] not in (own, -1) for at in inside)
    if kind == "topic":
        return (
            quotes
            or citation.withheld
            or (citation.rule == "of" and any(tree.pos[at] == "NUM" or tree.lower[at] in _MANY for at in inside))
        )
    if kind == "tally":
        return any(tree.pos[at] == "NUM" for at in inside)
    return citation.lemma in words.stands and quotes


def _leading(view: View, acts: list[Citation]) -> frozenset[int]:
    """Return the cues that only lead up to another ("echoed this message, saying: …", "issued a statement saying …")."""
    tree = view.tree
    by_head = {citation.head: citation for citation in acts if citation.rule in _LEADING_RULES}
    found = set()
    for other in acts:
        if tree.tag[other.head] != "VBG":
            continue
        above = tree.head[other.head]
        issued = by_head.get(tree.head[above]) if tree.dep[other.head] == "acl" else None
        if issued is not None and issued.head < other.head and issued.source_head == other.source_head:
            found.add(issued.head)
        leader = by_head.get(above) or by_head.get(tree.child(above, "xcomp") or -1)  # "appeared to lay the blame on …, saying …"
        if leader is None or leader.head > other.head or leader.lemma in ("take", "own", "assume", "admit", "claim"):
            continue  # "took responsibility, calling it an answer": both are said
        if not any(view.quoted[at] >= 0 for start, end in leader.content for at in range(start, end)):
            found.add(leader.head)
    return frozenset(found)


def _issuer(view: View, release: Citation) -> Speaker:
    """Return who issues a release, by the name in its heading."""
    span = view.parse.span(*release.cue)
    return Speaker(view.parse.words(span).replace("\n", " "), "institution", mention=span)


def _issued(view: View, release: Citation, issuer: Speaker, document_id: str) -> Statement:
    """Return the statement that a release is as a whole: its issuer's, under all that it relays of others."""
    content, source = content_spans(view, release), view.parse.span(*release.cue)
    return Statement(
        id=identify("s", document_id, content[0].start, content[-1].end, source.start),
        document=document_id,
        speaker=issuer,
        source=(source,),
        chain=(NARRATOR,),
        cue=Cue(source, release.lemma),
        mode=mode_of(view, release),
        content=content,
        speech_act="assert",
        rule=ISSUED,
    )


def _own_word(view: View, citation: Citation) -> bool:
    """Tell what a release says as its issuer beside the whole: what "we" say in it, what it denies without naming who denies it."""
    if view.quoted[citation.head] >= 0:
        return False
    if citation.source_head is None:
        return citation.rule in _PASSIVES and citation.sense.act == "deny"
    return view.tree.lower[citation.source_head] == "we"


def _statement(view: View, resolver: Resolver, citation: Citation, document_id: str, times: Sequence[When]) -> Statement | None:
    content = content_spans(view, citation)
    if not content:
        return None
    parse = view.parse
    source = tuple(parse.span(*found) for found in citation.source)
    speaker = _speaker(resolver, citation)
    if speaker.kind != "unknown" or speaker.name:
        resolver.remember(citation.head, speaker)
    cue = parse.span(*citation.cue)
    return Statement(
        id=identify("s", document_id, content[0].start, content[-1].end, cue.start),
        document=document_id,
        speaker=speaker,
        source=source,
        chain=(NARRATOR,),
        cue=Cue(cue, citation.lemma),
        mode=mode_of(view, citation),
        content=content,
        speech_act="non-assertion" if speaker.name.lower() in _ANYBODY else speech_act(view, citation),
        addressee=addressee_of(view, citation),
        venue=venue_of(view, citation),
        said_at=said_at(view, citation, times),
        hedges=hedges_of(view, citation),
        rule=HYPOTHETICAL if speaker.name.lower() in _ANYBODY else citation.rule,
    )


def _speaker(resolver: Resolver, citation: Citation) -> Speaker:
    if citation.source_head is None or not citation.source:
        return Speaker("", "unknown")
    if citation.rule == "inscription":  # what carries the words is known, who wrote them is not
        carrier = resolver.resolve(citation.source_head, citation.source[0])
        return Speaker(carrier.name, "unknown", mention=carrier.mention)
    return resolver.resolve(citation.source_head, citation.source[0])


def _chain(citation: Citation, holders: Holders[Statement], speaker: Speaker) -> tuple[str, ...]:
    """Return the relayers, innermost first: the statements whose content holds this cue, the narrowest first, then the narrator.

    An issuer relays nothing of its own."""
    around = []
    for other, statement in holders.around(citation.head):
        if other is citation or other.rule not in _RELAYS or any(first <= other.head < last for first, last in citation.content):
            continue
        if other.rule == ISSUED and statement.speaker.name == speaker.name:
            continue
        size = min(end - start for start, end in other.content if start <= citation.head < end)
        around.append((size, statement.id))
    return (*(relayer for _, relayer in sorted(around)), NARRATOR)
