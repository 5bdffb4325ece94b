"""Parse, token → Stance: the speaker's polarity towards an event and how the event itself is presented (DOMAIN section 2).

Enters: a parse and the token of a predicate or an event noun. Leaves: a Stance with the hedge words and the rule that decided. The tree is
climbed from the event outwards; what its own words, the words it hangs on and the clause around it do to it is collected and the
strongest decides. The lexicon is ``vocab/hedges.yaml``.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from trucewatch.reading.allegations import allegations, verdict_on
from trucewatch.reading.clauses import onwards, read_carrier, read_clause, read_noun
from trucewatch.reading.governors import COMPLEMENTS, asked_across, asks_how, denies_nothing, hinges, under_noun, under_verb
from trucewatch.reading.hedging import NOMINAL, SUBJECTS, VERBAL, Found, hedges, negative_word
from trucewatch.reading.mentions import Stance
from trucewatch.reading.openings import read_opening
from trucewatch.reading.prepositions import of_preposition, under_preposition
from trucewatch.reading.questions import answer_to
from trucewatch.reading.rehung import KNOWLEDGE, asked_first, asked_of, given_time, not_known, told_to

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.records.span import Span
    from trucewatch.records.terms import Factuality, Polarity

_BEFORE_GERUND = frozenset(("of", "from", "for", "by", "without", "in", "to", "with", "at"))
_TO_COME = frozenset(("until", "till", "before", "when"))
_CONTINUING = frozenset(
    """go continue resume persist recur repeat escalate spread begin start restart drag rage last flare erupt break intensify
    worsen""".split()
)
"""Verbs of going on: under "if", the going on is the condition; what ends under "if" goes on now."""
_ANYONE = frozenset("anyone anybody everyone everybody those whoever".split())
_THOUGHT = {"believed": "probable", "presumed": "probable", "thought": "probable", "assumed": "probable", "feared": "possible"}
_NEARLY = frozenset(("nearly", "almost"))


_GOVERNING = ("demanded", "future", "attempt", "implicative")
"""Verbs whose infinitive tells no purpose, wherever the parse hangs it ("prompted 13 states to register")."""
_ORDER = ("deny", "unsaid", "asked", "demanded", "conditional", "negated", "future", "possible", "probable")


def stance_of(parse: "Parse", token: int) -> Stance:
    """Return how the event at ``token`` is presented. Never raises; a plain past event is asserted and certain."""
    kept = cast("dict[int, Stance]", parse.notes.setdefault("stances", {}))  # every claim about the event asks for it
    if token not in kept:
        kept[token] = _read(parse, token)
    return kept[token]


def _read(parse: "Parse", token: int) -> Stance:
    trigger = parse.doc[token]
    found = Found(token)
    if trigger.pos_ in NOMINAL:
        read_noun(trigger, found)
    else:
        read_clause(trigger, found)
        for child in trigger.children:
            if child.dep_ == "auxpass" and child.tag_ == "VBN" and child.lower_ in _THOUGHT:
                found.add(_THOUGHT[child.lower_], child.i)  # "were missing, believed captured"
        read_carrier(trigger, found)
        read_opening(parse, trigger, found)
    verdict = verdict_on(parse, trigger)
    if verdict is not None and verdict[0] == "deny":
        found.add("deny", verdict[1])
    elif verdict is not None and verdict[0] == "doubt":
        found.add("possible", verdict[1])
    elif verdict is not None:
        found.add("unsaid", verdict[1])
        found.add("whether", verdict[1])
    _climb(trigger, found)
    if _too_late(trigger) and not any(kind == "negated" for kind, _ in found.operators):
        found.add("negated", trigger.i - 1)
    return _decide(parse, found)


def _too_late(verb: "Token") -> bool:
    """Whether an infinitive says what came to nothing: "arrived too late to intervene", "were too few to hold it"."""
    doc, at = verb.doc, verb.i
    if verb.tag_ != "VB" or at < 3 or doc[at - 1].lower_ != "to" or doc[at - 3].lower_ != "too":
        return False
    return doc[at - 2].pos_ in ("ADJ", "ADV") and doc[at - 4].lower_ not in ("not", "never", "n't", "n’t")


def _decide(parse: "Parse", found: Found) -> Stance:
    kinds: dict[str, tuple[int, ...]] = {}
    negations: set[tuple[int, ...]] = set()
    for operator, tokens in found.operators:
        if operator in ("negated", "refused"):
            negations.add(tokens)
        kinds.setdefault("negated" if operator == "refused" else operator, tokens)
    if len(negations) % 2 == 0 and "negated" in kinds:
        del kinds["negated"]
    if "threat" in kinds:
        kinds.pop("consequent", None)
    if "forestalled" in kinds:
        kinds.pop("possible", None)
        kinds.setdefault("negated", kinds.pop("forestalled"))
    if kinds.pop("feared", None) is not None:
        kinds.pop("future", None)  # "fear that the bridge will be bombed": what is feared is possible
    if "consequent" in kinds:
        kinds.setdefault("conditional", kinds["consequent"])
    if "negated" in kinds and "possible" in kinds:
        del kinds["negated"]
    if "negated" in kinds and "probable" in kinds:
        del kinds["probable"]
    if "whether" in kinds and not found.answered and kinds.keys().isdisjoint(_ORDER):
        kinds["unsaid"] = kinds["whether"]  # "questions about whether the convoy had been bombed": nobody says that it was
    for kind in _ORDER:
        if kind in kinds:
            return _stance(parse, kind, kinds)
    return Stance("assert", "certain", (), "attempted" if found.attempt else "plain")


def _stance(parse: "Parse", kind: str, kinds: Mapping[str, tuple[int, ...]]) -> Stance:
    polarity: Polarity = "assert"
    factuality: Factuality
    if kind == "deny":
        polarity, factuality = "deny", "negated"
    elif kind in ("unsaid", "asked"):
        polarity, factuality = "non-assertion", "possible" if kinds.keys() & {"whether", "possible"} else "certain"
    else:
        factuality = cast("Factuality", kind)
    spans: list[Span] = []
    for tokens in kinds.values():
        spans += [parse.span(index, index + 1) for index in tokens]
    return Stance(polarity, factuality, tuple(sorted(set(spans))), kind)


def _climb(trigger: "Token", found: Found) -> None:
    """Walk from the event to the root, collecting what each word on the way does to it."""
    token, steps = trigger, 0
    if (unsaid := asked_first(trigger)) is not None:
        found.add("unsaid", unsaid)
    while token.dep_ != "ROOT" and steps < 14:
        steps += 1
        head = token.head
        if head.i == token.i:
            break
        going = _step(token, head, found, trigger)
        if not going:
            return
        token = head
    if token.dep_ == "ROOT" and not found.presupposed:
        last = token.sent[-1]
        if last.text == "?" or (last.text in ('"', "”", "'") and last.i and token.doc[last.i - 1].text == "?"):
            found.add("asked", last.i)
            found.add("whether", last.i)


def _step(token: "Token", head: "Token", found: Found, trigger: "Token") -> bool:
    """One step from ``token`` to its ``head``; False where what stands above no longer touches the event."""
    dep = token.dep_
    if dep == "ccomp" and token.i < head.i and _apart(token, head):
        return False
    if _ascribed(token, head):
        return False
    if dep in ("amod", "compound") and token.tag_ == "VBG":
        if _gerund_after(token, head, found):
            return False
        if token.i and token.doc[token.i - 1].lower_ in _BEFORE_GERUND and token.i == head.left_edge.i:
            return True  # "abstained from shelling civilians", read as civilians of a kind
    if _called_false(token, head):
        found.add("deny", head.i)
        return False
    if dep == "conj":
        return _conjunct(token, head, found)
    if dep == "ccomp" and _cleft(token, head):
        return False
    if dep in ("ccomp", "advcl", "pcomp") and (answer := answer_to(token, head)) is not None:
        found.answered = True
        if answer == "deny":
            found.add("deny", head.i)
        elif answer == "open":
            found.add("unsaid", head.i)
            found.add("whether", head.i)
        return False
    if dep in ("relcl", "acl") and (verb := told_to(token, head)) is not None:
        return under_verb(token, verb, found)
    if dep in ("relcl", "acl") and (verb := asked_of(token, head)) is not None:
        found.add("demanded", verb.i)
        return False
    if _on_condition(token, head):
        found.add("conditional", head.i)
        return False
    if dep == "acl" and token.tag_ == "VBN" and head.dep_ == "pobj" and _called_false(head, head.head):
        found.add("deny", head.head.i)
        return False
    if dep == "relcl" and not any(kind == "threat" for kind, _ in found.operators) and _whoever(token, head):
        found.add("conditional", head.i)
        return False
    if dep in ("relcl", "acl") and head.lower_ == "it" and (withheld := not_known(token, head)) is not None:
        found.add("unsaid", withheld)  # "it has not been established who laid the mine"
        return False
    if dep == "ccomp" and head.lower_ == "failing" and any(c.lower_ in ("which", "that") and c.i < token.i for c in token.children):
        found.add("conditional", head.i)  # "…, failing which he would seize them"
        return False
    if dep == "relcl" and head.lower_ == "nothing" and token.tag_ == "VB":
        found.add("negated", head.i)  # "did nothing to stop them"
        return False
    if dep == "relcl" and head.lemma_ == "time" and head.head.lemma_ == "be" and any(c.dep_ == "mark" for c in token.children):
        found.add("demanded", head.i)  # "it is time that the guns fell silent"
        return False
    if dep in ("relcl", "acl") and head.lemma_ in KNOWLEDGE and negative_word(head) is not None and asks_how(token):
        found.add("unsaid", head.i)
        return False
    if dep == "acl" and head.dep_ == "attr" and head.head.lemma_ == "be" and not any(c.dep_ in SUBJECTS for c in head.head.children):
        return onwards(head.head, found)  # "at no moment was the hospital targeted"
    if dep in ("relcl", "appos", "parataxis") or (dep == "acl" and token.tag_ in ("VBN", "VBG", "VBD") and not _that_clause(token)):
        return False
    if dep == "advcl":
        return _adverbial(token, head, found)
    if dep == "prep":
        return of_preposition(token, head, found)
    if dep in ("pobj", "pcomp"):
        return under_preposition(head, found)
    if dep in ("amod", "compound", "poss", "nmod", "nummod", "npadvmod", "advmod") and token.i == trigger.i:
        return False
    if dep == "acl":
        return under_noun(token, head, found)
    if dep in SUBJECTS and token.pos_ in NOMINAL and head.lemma_ in _CONTINUING and _is_hypothetical(head):
        found.add("conditional", head.i)  # "if the killings go on"
        return False
    if dep in SUBJECTS and head.dep_ in ("ccomp", "oprd", "xcomp") and (sure := _how_likely(head.lemma_)) is not None:
        found.add(sure, head.i)  # "considers further attacks likely"
        return False
    if dep in SUBJECTS or dep in COMPLEMENTS:
        if head.pos_ in VERBAL or head.pos_ == "ADJ":
            return under_verb(token, head, found)
        return under_noun(token, head, found)
    return True


def _how_likely(word: str) -> str | None:
    """Return what "likely", "probable", "unlikely" make of what they are said of."""
    return "negated" if word in ("unlikely", "improbable") else hedges().adjectives.get(word)


_ASCRIBING = frozenset("believed thought said suspected reported understood presumed assumed alleged rumoured rumored".split())


def _ascribed(token: "Token", head: "Token") -> bool:
    """Whether a verb only says who they are who did it: "gunmen thought to be Shan attacked the post", "jets believed to be foreign"."""
    doc, at = token.doc, head.i
    if head.lower_ not in _ASCRIBING or token.i < at + 4 or doc[at + 1].lower_ != "to" or doc[at + 2].lower_ != "be":
        return False
    if not at or doc[at - 1].pos_ not in NOMINAL or token.tag_ not in ("VBD", "VBN"):
        return False
    return all(one.pos_ not in ("VERB", "AUX", "PUNCT") for one in doc[at + 3 : token.i]) and any(
        one.pos_ in ("ADJ", "NOUN", "PROPN") for one in doc[at + 3 : token.i]
    )


def _is_hypothetical(verb: "Token") -> bool:
    """Whether a clause is a condition: with "if", or with "should" before its subject."""
    subject = max((c.i for c in verb.children if c.dep_ in SUBJECTS), default=verb.i)
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in hedges().conditional_marks:
            return True
        if child.dep_ == "aux" and child.lower_ == "should" and child.i < subject:
            return True
    return False


def _on_condition(token: "Token", head: "Token") -> bool:
    """Whether a clause is a condition: "provided that", "in the event that", "on condition that"."""
    words = hedges()
    if token.dep_ in ("pcomp", "ccomp") and head.lower_ in words.conditional_marks:
        return True
    above = head.head if token.dep_ == "acl" and token.tag_ == "VBG" and head.dep_ == "pobj" else None
    if above is not None and hinges(above.head.lemma_, above, given=True):
        return True  # "is contingent on the rebels releasing the hostages"
    mark = next((c.i for c in token.children if c.dep_ == "mark" and c.lower_ == "that"), None) if token.pos_ in VERBAL else None
    if mark is None or mark < 2 or token.doc[mark - 1].lower_ not in words.conditional_nouns:
        return False
    return any(token.doc[at].lower_ in ("in", "on") for at in (mark - 2, mark - 3))


_BEFORE_CLAUSE = frozenset("before after while when as until till since because although though".split())
"""What opens a clause of its own behind what is told."""
_TELLING = frozenset("report possible probable deny unsaid clear future demanded".split())
"""Kinds of verbs (vocab/hedges.yaml) whose content may stand before them."""
_TAKING = frozenset("be seem appear look sound think believe suppose hold consider mean doubt".split())
"""Verbs other than those of saying whose clause may stand before them."""


def _apart(token: "Token", head: "Token") -> bool:
    """Whether what stands before ``head`` is no complement of it: a clause before a semicolon, a participle the parser lost its noun to.

    "22 were freed, 31 escaped": what one escapes, prevents or refuses stands after the verb.
    """
    words = hedges()
    if any(c.dep_ == "mark" and token.i < c.i < head.i and c.lower_ in _BEFORE_CLAUSE for c in head.children):
        return True  # "killed two on Friday, hours before envoys were due to meet"
    told = head.lemma_ in words.saying or words.verbs.get(head.lemma_) in _TELLING or head.lemma_ in _TAKING
    if any(token.doc[at].lower_ == ";" for at in range(token.i, head.i)) or not told:
        return True
    copula = head.lemma_ == "be" and not any(c.dep_ in ("nsubj", "expl") for c in head.children)
    return copula and token.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass", "mark") for c in token.children)


def _gerund_after(token: "Token", head: "Token", found: Found) -> bool:
    """Whether a gerund with its object was taken for an adjective: "denied shelling residential areas"."""
    verb = head.head
    hyphenated = token.i > 2 and token.doc[token.i - 1].text == "-"
    if head.dep_ != "dobj" or verb.i != token.i - (3 if hyphenated else 1):
        return False
    kind = hedges().verbs.get(verb.lemma_)
    if kind not in ("deny", "negated", "possible"):
        return False
    negated = any(c.dep_ == "neg" for c in verb.children)
    found.add("unsaid" if negated and kind == "deny" else kind, verb.i)
    return True


def _whoever(verb: "Token", noun: "Token") -> bool:
    """Whether a clause says on what condition something will be done to people: "any plane that enters the zone will be shot down"."""
    every = noun.lower_ in _ANYONE or any(c.lower_ in ("any", "every", "each", "all") for c in noun.lefts)
    if not every or verb.tag_ not in ("VBZ", "VBP", "VBN") or any(c.lower_ in ("has", "have", "had") for c in verb.children):
        return False
    return any(c.tag_ == "MD" and c.lower_ in ("will", "shall", "would", "must", "may") for c in noun.head.children)


def _cleft(verb: "Token", copula: "Token") -> bool:
    """Whether a clause only says when it was that something happened: "it was not until dawn that the troops entered the town"."""
    if copula.lemma_ != "be" or verb.i < copula.i or not any(c.dep_ in SUBJECTS and c.lower_ == "it" for c in copula.children):
        return False
    only = any(c.dep_ == "prep" and c.lower_ in ("until", "till", "by", "with", "after") for c in copula.children)
    return only and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)


def _that_clause(verb: "Token") -> bool:
    """Whether a clause says what a noun consists of ("allegations that soldiers …"), and does not merely describe it."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)


def _called_false(token: "Token", head: "Token") -> bool:
    """Whether what is told is what an allegation says that the sentence calls false or rejects."""
    carrier = head.head if head.pos_ == "ADP" else head
    known = allegations()
    nouns = known.of if token.pos_ in NOMINAL else known.nouns
    if carrier.lemma_.lower() not in nouns and carrier.lower_.removesuffix("s") not in nouns:
        return False
    words = hedges()
    above = carrier.head
    if denies_nothing(above):
        return False
    if any(words.heads.get(c.lower_) == "deny" for c in carrier.lefts):
        return True
    if carrier.dep_ == "nsubjpass" and words.verbs.get(above.lemma_) == "deny":
        return True
    return (
        carrier.dep_ == "dobj"
        and words.verbs.get(above.lemma_) == "deny"
        and token.dep_ in ("acl", "relcl", "pobj", "pcomp")
        and (above.lemma_ != "deny" or token.i != carrier.i)
    )


def _conjunct(token: "Token", head: "Token", found: Found) -> bool:
    """A second conjunct shares the first one's modals and negation unless it has a subject or an auxiliary of its own."""
    if head.dep_ == "ccomp" and token.tag_ in ("VBD", "VBN") and _cites(token) and not _cites(head):
        return False  # "demanded that it be pulled out and warned that …": whoever demanded warned
    if _is_finite(token) and head.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children):
        return False  # "were told to kneel and were shot": the second is no part of the order
    if token.pos_ in VERBAL and head.pos_ in VERBAL:
        own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "expl") and c.i < token.i for c in token.children)
        if not own:
            but = any(c.dep_ == "cc" and c.lower_ == "but" for c in head.children)
            shared = Found(found.trigger)
            read_clause(head, shared)
            found.operators += [
                (k, t)
                for k, t in shared.operators
                if k != "conditional" and not (k == "negated" and (but or token.doc[t[0]].lower_ in _NEARLY))
            ]
    elif token.pos_ in NOMINAL and negative_word(head) is not None and not any(c.dep_ == "det" for c in token.lefts):
        found.add("negated", head.i)
    return True


def _is_finite(verb: "Token") -> bool:
    """Whether a verb is in the past by its own form or its own helping verb."""
    return verb.tag_ == "VBD" or any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.children)


def _cites(verb: "Token") -> bool:
    """Whether a verb has a clause that it says, warns or vows."""
    kind = hedges().verbs.get(verb.lemma_)
    return kind in ("report", "future", "deny") and any(c.dep_ == "ccomp" for c in verb.children)


def _adverbial(token: "Token", head: "Token", found: Found) -> bool:
    """An adverbial clause: a participle shares its main clause's stance, an infinitive tells a purpose, others stand alone."""
    marks = [c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i]
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    asking = next((c for c in head.children if c.dep_ == "attr" and hedges().nouns.get(c.lemma_) == "demanded"), None)
    if infinitive and "for" in marks and asking is not None:
        found.add("demanded", asking.i)  # "there were calls for the minister to step down"
        return False
    if infinitive and "for" in marks and head.pos_ in VERBAL and hedges().verbs.get(head.lemma_) in _GOVERNING:
        return under_verb(token, head, found)  # "appealed for the hostages to be freed"
    if token.tag_ == "VB" and infinitive:
        if head.tag_ == "VBD" and head.lemma_ == "be" and head.i == head.left_edge.i:
            found.add("conditional", head.i)
            return False
        if given_time(token, head):
            found.add("demanded", head.i)
            return False
        if head.pos_ in VERBAL and head.lemma_ in hedges().verbs and hedges().verbs[head.lemma_] in _GOVERNING:
            return under_verb(token, head, found)
        found.add("demanded" if asked_across(token) else "future", token.i)
        return False
    if token.tag_ in ("VBG", "VBN") and not marks:
        if head.pos_ in VERBAL:
            read_clause(head, found)
        return head.pos_ in VERBAL
    if head.lemma_ == "know" and {"whether", "if"}.intersection(marks):
        return under_verb(token, head, found)
    if any(mark in hedges().conditional_marks for mark in marks):
        return False
    if "whether" in marks and token.i < head.i and hedges().verbs.get(head.lemma_) == "report":
        if any(c.dep_ == "neg" for c in head.children):
            found.add("unsaid", head.i)  # "Whether the village was shelled could not be established"
        found.add("whether", head.i)
        return False
    if "before" in marks and any(c.tag_ == "MD" for c in token.children):
        found.add("forestalled", token.i)
    elif _TO_COME.intersection(marks) and _lies_ahead(head, told_now=token.tag_ in ("VBZ", "VBP")):
        found.add("future", token.i)
    return False


def _lies_ahead(main: "Token", *, told_now: bool) -> bool:
    """Whether a main clause tells of what is to come or to be done: "will go on", "must keep away", "called on them to wait".

    ``told_now``: what comes then is told in the present, as in "to wait until the army enters"; "to hide when soldiers came" is past.
    """
    helping = [c for c in main.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ in ("have", "has", "had") for c in helping):
        return False
    command = not helping and not any(c.dep_ in SUBJECTS for c in main.children)
    if main.tag_ == "VB" and told_now and (command or any(c.lower_ == "to" for c in helping)):
        return True
    kinds = hedges().modals
    return any(c.tag_ == "MD" and kinds.get(c.lower_) in ("future", "would", "demanded") for c in main.children)
