"""An event's own clause or noun phrase → operators: modals, negation, adverbs, conditions, adjectives (DOMAIN section 2)."""

from typing import TYPE_CHECKING

from trucewatch.reading.hedging import SUBJECTS, VERBAL, Found, hedges, is_definite, negative_word

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

_PREDICATING = VERBAL | {"ADJ"}
_PERCEPTION = frozenset(("see", "hear", "feel", "smell", "remember", "understand", "find", "muster", "get"))


_CARRIERS = frozenset(
    ("plan", "plot", "prepare", "threaten", "foil", "thwart", "prevent", "avert", "frustrate", "abort", "avoid", "conspire")
)


_COMING = frozenset(("follow", "come", "begin", "start", "happen", "take", "occur", "launch", "carry", "resume", "continue", "go", "mount"))


_TIMES = frozenset(
    "time point stage moment juncture case instance occasion way circumstance circumstances account mean means condition manner".split()
)


_NOBODY = frozenset(("nothing", "nobody", "none", "noone"))


_LACKING = frozenset(("without", "failing", "barring"))


_WARNING = frozenset(("warn", "threaten", "vow", "swear", "promise", "pledge", "predict"))


_FRONTED = frozenset("nor neither never only so not nowhere thus rarely seldom".split())


_WHOEVER = frozenset(("whoever", "whosoever", "whichever"))


_ASKING = frozenset("ask wonder inquire enquire question see sure certain learn find tell ascertain doubt".split())


_FURTHER = frozenset(("further", "another", "second", "more", "new", "any", "such", "next", "fresh"))


def read_clause(verb: "Token", found: Found) -> None:
    """What a clause's own words do to its verb: modals, negation, adverbs, a negative subject, an if."""
    words = hedges()
    for child in verb.children:
        lower, dep = child.lower_, child.dep_
        if dep in ("aux", "auxpass"):
            if child.tag_ == "MD" and verb.doc[child.i + 1].tag_ in ("VBD", "VBZ"):
                continue  # "only because the accord said it could was burnt out": the modal of a clause that breaks off
            _modal(verb, child, found)
            if lower.endswith(("n't", "n’t")) and len(lower) > 3:
                found.add("negated", child.i)
        elif dep == "npadvmod" and verb.tag_ in ("VBZ", "VBP") and (lower == "tomorrow" or any(c.lower_ == "next" for c in child.lefts)):
            found.add("future", child.i)  # "the army leaves the town tomorrow"
        elif lower == "neither" and child.i < verb.i and dep in ("preconj", "cc", "advmod", "det", "neg", "dep"):
            found.add("negated", child.i)  # "neither opened fire nor"
        elif lower == "longer" and child.i and verb.doc[child.i - 1].lower_ == "no":
            found.add("negated", child.i)
        elif dep == "prep" and lower == "failing":
            found.add("consequent", child.i)  # "failing that, he would seize them"
        elif dep == "neg":
            if verb.i + 1 >= len(verb.doc) or verb.doc[child.i + 1].lower_ not in ("only", "until", "till"):
                found.add("negated", child.i)
        elif dep == "prep" and ((child.i < verb.i and _never(child)) or _at_nobody(child)):
            found.add("negated", child.i)
        elif dep in ("advmod", "npadvmod") and lower == "once" and child.i and verb.doc[child.i - 1].lower_ == "not":
            found.add("negated", child.i - 1)
        elif dep in ("advmod", "npadvmod") and lower in words.adverbs:
            kind = words.adverbs[lower]
            if kind != "certain" and not (kind == "negated" and child.i > verb.i):
                found.add(kind, child.i)
        elif dep == "acomp" and lower in words.adverbs and verb.lemma_ == "be":
            found.add(words.adverbs[lower], child.i)
        elif dep in SUBJECTS or dep in {"dobj", "attr", "agent"}:
            negative = negative_word(child)
            if negative is not None and child.i < found.trigger and any(kind == "negated" for kind, _ in found.operators):
                continue  # "no rebel in that hut and no encounter": each has its own "no"
            if dep in ("dobj", "agent") and found.trigger < verb.i and verb.doc[found.trigger].dep_ in SUBJECTS:
                continue  # "the attack left no casualties" was one
            own = dep != "attr" or any(token.i == found.trigger for token in child.subtree) or found.trigger == verb.i
            if negative is not None and own and (dep != "attr" or verb.lemma_ == "be"):  # "the blast was no accident" is one
                found.add("negated", negative)
        elif dep == "mark" and (lower == "whether" or (lower == "if" and _is_question(verb))):
            found.add("whether", child.i)
        elif dep == "mark" and lower in words.conditional_marks:
            found.add("conditional", child.i)
        elif dep == "mark" and lower == "that":
            _found_likely(child, found)
        elif dep in ("advcl", "ccomp") and _holds_off(verb, child):
            found.add("consequent", child.i)
        elif dep in ("parataxis", "ccomp") and (aside := _aside(verb, child)) is not None:
            found.add(aside, child.i)
        elif lower in _WHOEVER and dep in SUBJECTS:
            found.add("conditional", child.i)
    if verb.dep_ == "ccomp" and verb.i < verb.head.i:
        _around(verb, found)
    if verb.dep_ in ("conj", "ccomp", "ROOT") and (nor := _nor(verb)) is not None:
        found.add("negated", nor)
    if _subjunctive(verb):
        found.add("demanded", verb.i)
    if verb.tag_ == "VB":
        _without(verb, found)
        if _forbids(verb):
            found.add("demanded", verb.i)
    if verb.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "expl") for c in verb.children):
        stranded = _stranded(verb)
        if stranded is not None:
            _modal(verb, stranded, found)
        elif verb.dep_ == "ROOT" or _quoted_command(verb) or (verb.dep_ == "ccomp" and verb.i < verb.head.i and not _helped(verb)):
            found.add("demanded", verb.i)


def _is_question(verb: "Token") -> bool:
    """Whether a clause with "if" is what somebody asks or does not know: "asked if his men had fired"."""
    above, mark = verb.head, next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "if"), None)
    if mark is not None and mark.i and verb.doc[mark.i - 1].lower_ == "that":
        return False  # "said that if another were waylaid the village would answer"
    if mark is not None and mark.i and verb.doc[mark.i - 1].lower_ == "asked":
        return True  # wherever the parser hung it
    if above.i > verb.i or above.pos_ not in _PREDICATING:
        return False
    if verb.dep_ == "advcl":
        return above.lemma_ in ("ask", "wonder", "inquire", "know") and any(c.dep_ == "mark" and c.i < above.i + 4 for c in verb.children)
    return verb.dep_ == "ccomp" and above.lemma_ in _ASKING | hedges().saying


def _quoted_command(verb: "Token") -> bool:
    """Whether a bare verb opens a quotation: 'banners read "Hang the butchers"'."""
    return (
        verb.dep_ in ("ccomp", "xcomp")
        and verb.i > 0
        and verb.doc[verb.i - 1].lower_ in ('"', "“", "``")
        and verb.left_edge.i >= verb.i - 1
    )


def _forbids(verb: "Token") -> bool:
    """Whether a clause tells somebody not to: "Do not travel on this road"."""
    helping = next((c for c in verb.children if c.dep_ == "aux"), None)
    if helping is None or helping.lower_ != "do" or helping.i != verb.left_edge.i or not any(c.dep_ == "neg" for c in verb.children):
        return False
    return not any(c.dep_ in SUBJECTS for c in verb.children)


def _nor(verb: "Token") -> int | None:
    """The word that negates a clause with its helping verb before its subject: "nor was any house looted"."""
    helping = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
    helped = () if helping is None else helping.children  # "Nor did the army, it says, shell it", where the subject hangs on "did"
    subject = next((c for c in (*verb.children, *helped) if c.dep_ in SUBJECTS), None)
    if helping is None or subject is None or subject.i < helping.i or not helping.i:
        return None
    before = _past_aside(verb, helping.i - 1)  # "Nor, he said, had his men burned the mill"
    return before if verb.doc[before].lower_ in ("nor", "neither") else None


_ASIDE = 8
"""Words at most of an aside between "nor" and its helping verb."""


def _past_aside(verb: "Token", at: int) -> int:
    """Return the place of the word before an aside that commas enclose and that ends at ``at``, else ``at`` itself."""
    if verb.doc[at].text != ",":
        return at
    opens = next((here for here in range(at - 1, max(verb.sent.start, at - _ASIDE), -1) if verb.doc[here].text == ","), at)
    return opens - 1 if verb.sent.start < opens < at else at


def _helped(verb: "Token") -> bool:
    """Whether a bare verb has a mark, or something before it but "please" and "now", so that it is no command."""
    return any(c.dep_ == "mark" or (c.i < verb.i and not c.is_punct and c.lower_ not in ("please", "now", "then")) for c in verb.children)


def _around(verb: "Token", found: Found) -> None:
    """The condition beside the saying that breaks up a clause: "there could be more, the UN warns, if marchers enter"."""
    for child in verb.head.children:
        before = child.i < verb.i and child.dep_ in ("advcl", "ccomp")  # "Should stones be thrown, they will be arrested, he said"
        if (before or (child.dep_ == "advcl" and child.i > verb.head.i)) and _holds_off(verb, child):
            found.add("consequent", child.i)


def _without(verb: "Token", found: Found) -> None:
    """The condition in "without a foreign force the capital could fall"."""
    first = next((token for token in verb.sent if not token.is_punct and not token.is_space), verb)
    if first.lower_ in _LACKING and first.i < verb.i and any(c.tag_ == "MD" for c in verb.children):
        found.add("consequent", first.i)


def _at_nobody(preposition: "Token") -> bool:
    """Whether a phrase names nothing and nobody: "fired at nothing", "gave arms to nobody"."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return noun is not None and (noun.lower_ in _NOBODY or (noun.lower_ == "one" and any(c.lower_ == "no" for c in noun.lefts)))


def _never(preposition: "Token") -> bool:
    """Whether a phrase says that it was at no time, in no case, under no circumstances."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_ not in _TIMES:
        return False
    return any(c.lower_ == "no" for c in noun.lefts)


def _subjunctive(verb: "Token") -> bool:
    """Whether a clause with "that" and a bare "be" says what is asked for: "insisted that the observers be let through"."""
    bare = any(c.dep_ == "auxpass" and c.lower_ == "be" for c in verb.children)
    helped = any(c.tag_ == "MD" or (c.dep_ == "aux" and c.lower_ in ("to", "have", "has", "had")) for c in verb.children)
    return bare and not helped and verb.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)


def _found_likely(mark: "Token", found: Found) -> None:
    """The adjective of "considers it likely that …", whatever the parser made of it."""
    at = mark.i - 1
    kind = hedges().heads.get(mark.doc[at].lower_) if at > 0 else None
    before = {mark.doc[here].lower_ for here in range(max(0, at - 4), at)}
    if kind in ("probable", "possible") and before & {"it", "seems", "as"} and not before & {"not", "n't", "never"}:
        found.add(kind, at)


def _aside(verb: "Token", told: "Token") -> str | None:
    """What an aside makes of the clause it stands in: "The Reds, it appears, had plundered the store", "was, so it is said, abducted"."""
    subject = next((c.i for c in told.children if c.lower_ == "it" and c.dep_ in SUBJECTS), None)
    if subject is None or not subject:
        return None
    doc, end = verb.doc, told.i + 1
    first = subject - 1 if doc[subject - 1].lower_ in ("so", "as") else subject
    if doc[first - 1].text != "," or end >= len(doc) or doc[end].text not in (",", "."):
        return None
    if told.lemma_ in ("appear", "seem"):
        return "probable"
    kind = hedges().verbs.get(told.lemma_) if any(c.dep_ == "auxpass" for c in told.children) else None
    return "possible" if kind == "report" else kind if kind in ("probable", "possible") else None


def read_carrier(verb: "Token", found: Found) -> None:
    """A verb that stands for the event in its object: "planned an attack", "foiled a bombing"."""
    lemma = verb.lemma_.lower()
    if any(c.dep_ == "prep" and c.lower_ == "from" for c in verb.children) and lemma in ("prevent", "avert"):
        return  # "prevented pupils from entering the school": the preventing took place
    if lemma in _CARRIERS and any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        found.add(hedges().verbs[lemma], verb.i)
    elif lemma == "call" and any(c.lower_ == "off" and c.dep_ in ("prt", "advmod") for c in verb.children):
        found.add("negated", verb.i)


def _stranded(verb: "Token") -> "Token | None":
    """The modal a parenthesis has cut off from its bare verb: "would, officials said, cause"."""
    for index in range(verb.i - 1, max(verb.sent.start, verb.i - 20), -1):
        token = verb.doc[index]
        if token.tag_ == "MD":
            return token if verb.doc[index + 1].is_punct else None
    return None


def _modal(verb: "Token", child: "Token", found: Found) -> None:
    """A modal before ``verb``: "would" is conditional unless it reports a future; "to be" to come is future."""
    kind = hedges().modals.get(child.lower_) if child.tag_ == "MD" else None
    if child.lower_ in ("should", "had") and (_inverted(verb, child) or (kind is not None and _is_condition(verb))):
        found.add("conditional", child.i)
        return
    if kind is None:
        if child.lower_ == "going" or (child.lower_ in ("is", "are", "was", "were") and verb.tag_ == "VB"):
            found.add("future", child.i)
        return
    negated = any(c.dep_ == "neg" for c in verb.children)
    if negated and child.lower_ in ("could", "can", "ca"):
        return
    if kind == "would" and negated and verb.lemma_ in hedges().saying and not _hypothetical(verb):
        return
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i == found.trigger), None)
    if kind in ("would", "future") and subject is not None and _imagined(subject, verb, kind):
        found.add("conditional", child.i)
        return
    if kind == "would" and not negated and any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
        found.add("conditional", child.i)  # "they would have marched on it": they did not
        return
    if kind == "would":
        top = verb
        while top.dep_ in ("conj", "xcomp") and top.head.pos_ in VERBAL:
            top = top.head
        told = (
            top.dep_ == "ccomp"
            or any(c.dep_ == "parataxis" and c.lemma_ in hedges().saying for c in top.children)
            or (top.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in top.children))
        )
        found.add("future" if told and not _hypothetical(verb) else "conditional", child.i)
    elif kind == "able":
        found.add("possible", child.i)
    elif kind == "possible" and verb.lemma_ in _PERCEPTION:
        return
    elif kind == "demanded" and verb.dep_ == "advcl" and child.i == verb.left_edge.i:
        found.add("conditional", child.i)
    elif kind == "demanded" and any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
        found.add("negated" if child.lower_ != "must" else "probable", child.i)
    else:
        found.add(kind, child.i)


def _inverted(verb: "Token", modal: "Token") -> bool:
    """Whether "should" or "had" stands before its subject to make a condition: "should the rebels attack"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.i < modal.i or verb.sent[-1].text == "?" or _turned(verb, modal):
        return False
    first = modal.i == verb.sent.start
    return subject.left_edge.i == modal.i + 1 and (first or verb.doc[modal.i - 1].lower_ not in _FRONTED)


def _turned(verb: "Token", modal: "Token") -> bool:
    """Whether a negation before it has turned a clause round: "by no means had the army bombed it", "nor, he said, had his men"."""
    before = (c for c in verb.children if c.i < modal.i)
    return _nor(verb) is not None or any(c.dep_ == "neg" or (c.dep_ == "prep" and _never(c)) for c in before)


def _imagined(event: "Token", verb: "Token", modal: str) -> bool:
    """Whether an attack is only imagined: "a strike would be a mistake", "any attack will be met with force"."""
    if any(c.lower_ in ("any", "every", "each") for c in event.lefts):
        return True
    return modal == "would" and not is_definite(event) and verb.lemma_ not in _COMING


def _hypothetical(verb: "Token") -> bool:
    """Whether "would" stands on a condition: an if-clause, or a subject that is yet to come ("another raid would")."""
    lower = [inner for child in verb.children if child.dep_ == "xcomp" for inner in child.children]
    for child in (*verb.children, *lower):
        if child.dep_ == "advcl" and _is_condition(child) and not _unless(child):
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ == "NOUN" and any(c.lower_ in _FURTHER for c in child.children):
            return not (verb.dep_ == "ccomp" and verb.head.lemma_ in _WARNING)  # "warned that more bombs would follow"
    return False


def _is_condition(verb: "Token") -> bool:
    return any(c.dep_ == "mark" and c.lower_ in hedges().conditional_marks for c in verb.children) or (
        verb.tag_ == "VB" and any(c.lower_ == "should" and c.i < verb.i for c in verb.children) and verb.dep_ == "advcl"
    )


def _holds_off(verb: "Token", condition: "Token") -> bool:
    """Whether a clause is the condition on which what ``verb`` tells will come: "if they attack", "should they refuse"."""
    first = condition.left_edge
    if condition.i < verb.i and first.lower_ in ("should", "had") and first.head.i == condition.i:
        return True
    return condition.dep_ == "advcl" and _is_condition(condition) and not _past_plain(verb) and not _unless(condition)


def _unless(condition: "Token") -> bool:
    """Whether a condition is what would hold a threat off: "will cut it off unless they are freed" threatens."""
    return any(c.dep_ == "mark" and c.lower_ == "unless" for c in condition.children)


def _past_plain(verb: "Token") -> bool:
    """Whether the main clause of an "if" is a plain past, so that the "if" is no condition for it."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") and not any(c.tag_ == "MD" for c in verb.children)


def _one_more(noun: "Token") -> bool:
    """Whether a noun is a condition that "and" leads on from: "one more raid and we shall strike at the capital"."""
    if not any(c.lower_ in ("more", "another", "further") for c in noun.lefts):
        return False
    doc, at = noun.doc, noun.right_edge.i + 1
    at = next((here for here in range(noun.i + 1, min(len(doc), at + 2)) if doc[here].lower_ == "and"), len(doc))
    later = range(at + 1, min(len(doc), at + 6))
    return any(doc[here].tag_ == "MD" and doc[here].lower_ in ("will", "shall", "'ll", "’ll") for here in later)


def read_noun(noun: "Token", found: Found) -> None:
    """What an event noun's own modifiers do to it."""
    words = hedges()
    for child in noun.lefts:
        lower = child.lower_
        if lower == "called" and child.i > 1 and noun.doc[child.i - 2].lower_ == "so":
            found.add("possible", child.i)  # "the so-called massacre"
        if lower in words.negatives and child.dep_ in ("det", "neg", "advmod"):
            found.add("negated", child.i)
        elif child.dep_ == "mark" and lower in words.conditional_marks:
            found.add("conditional", child.i)
        elif child.dep_ in ("amod", "advmod", "compound", "nmod") and (kind := words.adjectives.get(lower)):
            found.add(kind, child.i)
        elif lower == "next" and noun.dep_ in SUBJECTS and any(c.lower_ in ("will", "shall", "'ll") for c in noun.head.children):
            found.add("future", child.i)
        for inner in child.lefts if child.dep_ == "amod" else ():
            if inner.lower_ in words.adverbs:
                found.add(words.adverbs[inner.lower_], inner.i)
    if _one_more(noun):
        found.add("conditional", noun.i)
    first = noun.left_edge.i
    under_if = first > 0 and noun.doc[first - 1].lower_ in words.conditional_marks and noun.dep_ == "nsubj"
    if under_if and sum(c.dep_ == "nsubj" for c in noun.head.children) > 1:
        # "If the rebels attack again, the truce will lapse": the verb was taken for a noun, and the clause has two subjects.
        found.add("conditional", first - 1)
    after = noun.i + 1
    last = noun.right_edge.i
    if after < len(noun.doc) and noun.doc[after].tag_ != "MD" and last + 2 < len(noun.doc) and noun.doc[last + 2].is_punct:
        after = last + 1
    if after < len(noun.doc) and noun.doc[after].tag_ == "MD" and noun.doc[after].dep_ not in ("aux", "auxpass") and not is_definite(noun):
        # A parenthesis ("another raid would, aides said, …") often leaves the modal hanging on the noun.
        kind = words.modals.get(noun.doc[after].lower_, "conditional")
        found.add("conditional" if kind == "would" else "possible" if kind == "able" else kind, after)


def onwards(head: "Token", found: Found) -> bool:
    """The clause of ``head`` bears on the event too: take its modals and negation along."""
    if head.pos_ in VERBAL:
        read_clause(head, found)
    return True
