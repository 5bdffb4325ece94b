"""Parse, token → Stance: the speaker's polarity towards an event and how the event itself is presented (DOMAIN section 2).

Enters: a parse and the token of a predicate or an event noun. Leaves: a Stance with the hedge words and the rule that decided. The tree is
climbed from the event outwards; what its own words, the words it hangs on and the clause around it do to it is collected and the
strongest decides. The lexicon is ``vocab/hedges.yaml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.reading.mentions import Stance
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

    from trucewatch.reading.parse import Parse
    from trucewatch.records.span import Span
    from trucewatch.records.terms import Factuality, Polarity

_VERBAL = frozenset(("VERB", "AUX"))
_NOMINAL = frozenset(("NOUN", "PROPN"))
_COMPLEMENTS = frozenset(("xcomp", "ccomp", "pcomp", "dobj", "oprd", "attr", "acomp", "dative", "csubj", "csubjpass"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "whose"))
_PERCEPTION = frozenset(("see", "hear", "feel", "smell", "remember", "understand", "find", "muster", "get"))
_WH = frozenset(("who", "whom", "what", "which", "when", "where", "why", "how"))
_CARRIERS = frozenset(
    ("plan", "plot", "prepare", "threaten", "foil", "thwart", "prevent", "avert", "frustrate", "abort", "avoid", "conspire")
)
_ALLEGATIONS = frozenset(
    ("claim", "report", "allegation", "accusation", "charge", "suggestion", "rumour", "rumor", "story", "assertion", "version")
)
_PHASES = frozenset(
    """end halt stop cessation return resumption repeat repetition continuation start beginning use series wave kind act number
    campaign rash spate""".split()
)
_PREVENTING = frozenset(
    ("prevent", "avert", "thwart", "foil", "forestall", "preclude", "cancel", "abort", "rule", "preempt", "pre-empt", "lack")
)
_FURTHER = frozenset(("further", "another", "second", "more", "new", "any", "such", "next", "fresh"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))
_ORDER = ("deny", "unsaid", "asked", "demanded", "conditional", "negated", "future", "possible", "probable")


@dataclass(frozen=True, slots=True)
class Hedges:
    """The typed content of ``vocab/hedges.yaml``: what each word does to what it governs."""

    modals: Mapping[str, str]
    adverbs: Mapping[str, str]
    adjectives: Mapping[str, str]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    heads: Mapping[str, str]
    light: frozenset[str]
    saying: frozenset[str]
    involvement: frozenset[str]
    negatives: frozenset[str]
    conditional_nouns: frozenset[str]
    conditional_marks: frozenset[str]


@cache
def hedges() -> Hedges:
    """Load the hedge vocabulary."""
    raw = cast("Mapping[str, Any]", vocabulary("hedges"))

    def turned(key: str) -> dict[str, str]:
        result: dict[str, str] = {}
        for name, words in raw[key].items():
            for word in words:
                result.setdefault(str(word), str(name))
        return result

    def plain(key: str) -> dict[str, str]:
        return {str(k): str(v) for k, v in raw[key].items()}

    def words(key: str) -> frozenset[str]:
        return frozenset("no" if word is False else str(word) for word in raw[key])

    return Hedges(
        modals=plain("modals"),
        adverbs=plain("adverbs"),
        adjectives=plain("adjectives"),
        verbs=turned("verbs"),
        nouns=turned("nouns"),
        heads=plain("adjective heads"),
        light=words("light verbs"),
        saying=words("saying"),
        involvement=words("involvement"),
        negatives=words("negatives"),
        conditional_nouns=words("conditional nouns"),
        conditional_marks=words("conditional marks"),
    )


@dataclass(slots=True)
class _Found:
    """Operators met on the way up, each with the tokens that carry it."""

    trigger: int
    operators: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    presupposed: bool = False
    attempt: bool = False

    def add(self, operator: str, *tokens: int) -> None:
        self.operators.append((operator, tokens))


def stance_of(parse: "Parse", token: int) -> Stance:
    """Return how the event at ``token`` is presented. Never raises; a plain past event is asserted and certain."""
    trigger = parse.doc[token]
    found = _Found(token)
    if trigger.pos_ in _NOMINAL:
        _noun(trigger, found)
    else:
        _clause(trigger, found)
        _carried(trigger, found)
    _climb(trigger, found)
    return _decide(parse, found)


def _decide(parse: "Parse", found: _Found) -> Stance:
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
    if "consequent" in kinds:
        kinds.setdefault("conditional", kinds["consequent"])
    if "negated" in kinds and "possible" in kinds:
        del kinds["negated"]
    if "negated" in kinds and "probable" in kinds:
        del kinds["probable"]
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
        polarity, factuality = "non-assertion", "possible" if "whether" in kinds else "certain"
    else:
        factuality = cast("Factuality", kind)
    spans: list[Span] = []
    for tokens in kinds.values():
        spans += [parse.span(index, index + 1) for index in tokens]
    return Stance(polarity, factuality, tuple(sorted(set(spans))), kind)


def _clause(verb: "Token", found: _Found) -> None:
    """What a clause's own words do to its verb: modals, negation, adverbs, a negative subject, an if."""
    words = hedges()
    for child in verb.children:
        lower, dep = child.lower_, child.dep_
        if dep in ("aux", "auxpass"):
            _modal(verb, child, found)
            if lower.endswith(("n't", "n’t")) and len(lower) > 3:
                found.add("negated", child.i)
        elif dep == "neg":
            if verb.i + 1 >= len(verb.doc) or verb.doc[child.i + 1].lower_ != "only":
                found.add("negated", child.i)
        elif dep in ("advmod", "npadvmod") and lower in words.adverbs:
            kind = words.adverbs[lower]
            if kind != "certain" and not (kind == "negated" and child.i > verb.i):
                found.add(kind, child.i)
        elif dep == "acomp" and lower in words.adverbs and verb.lemma_ == "be":
            found.add(words.adverbs[lower], child.i)
        elif dep in _SUBJECTS or dep in {"dobj", "attr", "agent"}:
            negative = _negative(child)
            if negative is not None and (dep != "attr" or verb.lemma_ == "be"):
                found.add("negated", negative)
        elif dep == "mark" and lower in words.conditional_marks:
            found.add("conditional", child.i)
        elif dep == "mark" and lower == "whether":
            found.add("whether", child.i)
        elif dep == "advcl" and _is_condition(child) and not _past_plain(verb):
            found.add("consequent", child.i)
    if verb.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "expl") for c in verb.children):
        stranded = _stranded(verb)
        if stranded is not None:
            _modal(verb, stranded, found)
        elif verb.dep_ == "ROOT":
            found.add("demanded", verb.i)


def _carried(verb: "Token", found: _Found) -> None:
    """A verb that stands for the event in its object: "planned an attack", "foiled a bombing"."""
    lemma = verb.lemma_.lower()
    if lemma in _CARRIERS and any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        found.add(hedges().verbs[lemma], verb.i)


def _stranded(verb: "Token") -> "Token | None":
    """The modal a parenthesis has cut off from its bare verb: "would, officials said, cause"."""
    for index in range(verb.i - 1, max(verb.sent.start, verb.i - 20), -1):
        token = verb.doc[index]
        if token.tag_ == "MD":
            return token if verb.doc[index + 1].is_punct else None
    return None


def _modal(verb: "Token", child: "Token", found: _Found) -> None:
    """A modal before ``verb``: "would" is conditional unless it reports a future; "to be" to come is future."""
    kind = hedges().modals.get(child.lower_) if child.tag_ == "MD" else None
    if kind is None:
        if child.lower_ == "going" or (child.lower_ in ("is", "are", "was", "were") and verb.tag_ == "VB"):
            found.add("future", child.i)
        return
    negated = any(c.dep_ == "neg" for c in verb.children)
    if negated and child.lower_ in ("could", "can", "ca"):
        return
    if kind == "would" and negated and verb.lemma_ in hedges().saying and not _hypothetical(verb):
        return
    if kind == "would":
        top = verb
        while top.dep_ in ("conj", "xcomp") and top.head.pos_ in _VERBAL:
            top = top.head
        found.add("future" if top.dep_ == "ccomp" and not _hypothetical(verb) else "conditional", child.i)
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


def _hypothetical(verb: "Token") -> bool:
    """Whether "would" stands on a condition: an if-clause, or a subject that is yet to come ("another raid would")."""
    for child in verb.children:
        if child.dep_ == "advcl" and _is_condition(child):
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ == "NOUN" and any(c.lower_ in _FURTHER for c in child.children):
            return True
    return False


def _is_condition(verb: "Token") -> bool:
    return any(c.dep_ == "mark" and c.lower_ in hedges().conditional_marks for c in verb.children) or (
        verb.tag_ == "VB" and any(c.lower_ == "should" and c.i < verb.i for c in verb.children) and verb.dep_ == "advcl"
    )


def _past_plain(verb: "Token") -> bool:
    """Whether the main clause of an "if" is a plain past, so that the "if" is no condition for it."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") and not any(c.tag_ == "MD" for c in verb.children)


def _negative(noun: "Token") -> int | None:
    """The word that makes a subject or object negative: "no civilians", "nobody", "none of them"."""
    words = hedges().negatives
    if noun.lower_ in words:
        return noun.i
    return next((c.i for c in noun.lefts if c.dep_ in ("det", "neg", "advmod", "preconj") and c.lower_ in words), None)


def _noun(noun: "Token", found: _Found) -> None:
    """What an event noun's own modifiers do to it."""
    words = hedges()
    for child in noun.lefts:
        lower = child.lower_
        if lower in words.negatives and child.dep_ in ("det", "neg", "advmod"):
            found.add("negated", child.i)
        elif child.dep_ == "mark" and lower in words.conditional_marks:
            found.add("conditional", child.i)
        elif child.dep_ in ("amod", "advmod", "compound", "nmod") and (kind := words.adjectives.get(lower)):
            found.add(kind, child.i)
        for inner in child.lefts if child.dep_ == "amod" else ():
            if inner.lower_ in words.adverbs:
                found.add(words.adverbs[inner.lower_], inner.i)
    first = noun.left_edge.i
    under_if = first > 0 and noun.doc[first - 1].lower_ in words.conditional_marks and noun.dep_ == "nsubj"
    if under_if and sum(c.dep_ == "nsubj" for c in noun.head.children) > 1:
        # "If the rebels attack again, the truce will lapse": the verb was taken for a noun, and the clause has two subjects.
        found.add("conditional", first - 1)
    after = noun.i + 1
    if after < len(noun.doc) and noun.doc[after].tag_ == "MD" and noun.doc[after].dep_ not in ("aux", "auxpass") and not _definite(noun):
        # A parenthesis ("another raid would, aides said, …") often leaves the modal hanging on the noun.
        kind = words.modals.get(noun.doc[after].lower_, "conditional")
        found.add("conditional" if kind == "would" else "possible" if kind == "able" else kind, after)


def _climb(trigger: "Token", found: _Found) -> None:
    """Walk from the event to the root, collecting what each word on the way does to it."""
    token, steps = trigger, 0
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


def _step(token: "Token", head: "Token", found: _Found, trigger: "Token") -> bool:
    """One step from ``token`` to its ``head``; False where what stands above no longer touches the event."""
    dep = token.dep_
    if _called_false(token, head):
        found.add("deny", head.i)
        return False
    if dep == "conj":
        return _conjunct(token, head, found)
    if dep == "acl" and token.tag_ == "VBN" and head.dep_ == "pobj" and _called_false(head, head.head):
        found.add("deny", head.head.i)
        return False
    if dep in ("relcl", "appos", "parataxis") or (dep == "acl" and token.tag_ in ("VBN", "VBG", "VBD") and not _that_clause(token)):
        return False
    if dep == "advcl":
        return _adverbial(token, head, found)
    if dep == "prep":
        return _preposition(token, head, found)
    if dep in ("pobj", "pcomp"):
        return _object_of(head, found)
    if dep in ("amod", "compound", "poss", "nmod", "nummod", "npadvmod", "advmod") and token.i == trigger.i:
        return False
    if dep == "acl":
        return _governed(token, head, found)
    if dep in _SUBJECTS or dep in _COMPLEMENTS:
        if head.pos_ in _VERBAL or head.pos_ == "ADJ":
            return _verb_above(token, head, found)
        return _governed(token, head, found)
    return True


def _that_clause(verb: "Token") -> bool:
    """Whether a clause says what a noun consists of ("allegations that soldiers …"), and does not merely describe it."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)


def _called_false(token: "Token", head: "Token") -> bool:
    """Whether what is told is what an allegation says that the sentence calls false or rejects."""
    carrier = head.head if head.pos_ == "ADP" else head
    if carrier.lemma_.lower() not in _ALLEGATIONS and carrier.lower_.removesuffix("s") not in _ALLEGATIONS:
        return False
    words = hedges()
    above = carrier.head
    if any(words.heads.get(c.lower_) == "deny" for c in carrier.lefts):
        return True
    if carrier.dep_ == "nsubjpass" and words.verbs.get(above.lemma_) == "deny":
        return True
    if carrier.dep_ == "dobj" and words.verbs.get(above.lemma_) == "deny" and token.dep_ in ("acl", "relcl", "pobj", "pcomp"):
        return above.lemma_ != "deny" or token.i != carrier.i
    # The parser often loses the predicate of so long a subject, so it is looked for by its place: behind the clause.
    last = min(token.sent.end, token.i + 14)
    after = (token.doc[index] for index in range(token.i + 1, last))
    return any(words.heads.get(word.lower_) == "deny" and word.head.lemma_ in ("be", "call", token.lemma_) for word in after)


def _conjunct(token: "Token", head: "Token", found: _Found) -> bool:
    """A second conjunct shares the first one's modals and negation unless it has a subject or an auxiliary of its own."""
    if token.pos_ in _VERBAL and head.pos_ in _VERBAL:
        own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "expl") and c.i < token.i for c in token.children)
        if not own:
            but = any(c.dep_ == "cc" and c.lower_ == "but" for c in head.children)
            shared = _Found(found.trigger)
            _clause(head, shared)
            found.operators += [(k, t) for k, t in shared.operators if k != "conditional" and not (but and k == "negated")]
    elif token.pos_ in _NOMINAL and _negative(head) is not None and not any(c.dep_ == "det" for c in token.lefts):
        found.add("negated", head.i)
    return True


def _adverbial(token: "Token", head: "Token", found: _Found) -> bool:
    """An adverbial clause: a participle shares its main clause's stance, an infinitive tells a purpose, others stand alone."""
    marks = [c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i]
    if token.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children):
        if head.tag_ == "VBD" and head.lemma_ == "be" and head.i == head.left_edge.i:
            found.add("conditional", head.i)
            return False
        if head.pos_ in _VERBAL and head.lemma_ in hedges().verbs and hedges().verbs[head.lemma_] in ("demanded", "future", "attempt"):
            return _verb_above(token, head, found)
        found.add("future", token.i)
        return False
    if token.tag_ in ("VBG", "VBN") and not marks:
        if head.pos_ in _VERBAL:
            _clause(head, found)
        return head.pos_ in _VERBAL
    if any(mark in hedges().conditional_marks for mark in marks):
        return False
    if "before" in marks and any(c.tag_ == "MD" for c in token.children):
        found.add("negated", token.i)
    return False


def _preposition(token: "Token", head: "Token", found: _Found) -> bool:
    """From a preposition to what it hangs on: "threat of", "accused of", "prevented from", "without"."""
    if head.pos_ == "ADV" and head.lemma_ in ("close", "near", "short"):
        found.add("negated", head.i)
        return False
    if head.pos_ in _VERBAL or head.pos_ == "ADJ":
        if head.lemma_ in ("stop", "keep", "bar", "block", "restrain", "protect", "prevent", "dissuade") and token.lower_ == "from":
            found.add("negated", head.i)
            return _onwards(head, found)
        if token.lower_ in ("for", "of", "against", "from", "on", "about", "to", "in"):
            return _verb_above(token, head, found)
        found.presupposed = True
        return False
    if head.pos_ in _NOMINAL or head.pos_ == "NUM":
        return _governed(token, head, found)
    return False


def _object_of(head: "Token", found: _Found) -> bool:
    """From an event to its preposition."""
    lower = head.lower_
    if lower == "without":
        found.add("negated", head.i)
        return False
    if lower in (
        "instead",
        "than",
        "like",
        "unlike",
        "despite",
        "after",
        "since",
        "following",
        "during",
        "amid",
        "by",
        "before",
        "until",
        "with",
    ):
        found.presupposed = True
        return False
    if lower == "of" and head.head.lower_ in hedges().conditional_nouns and head.head.head.lower_ == "in":
        found.add("conditional", head.head.i)
        return False
    if lower == "of" and head.head.lower_ == "instead":
        found.add("negated", head.head.i)
        return False
    return True


def _governed(token: "Token", head: "Token", found: _Found) -> bool:
    """An event under a noun: "a threat of attacks", "a plan to bomb", "calls for an end to the killing"."""
    words = hedges()
    kind = words.nouns.get(head.lemma_)
    if kind == "attempt":
        found.attempt = True
        return True
    if kind == "denied":
        found.add("deny", head.i)
        return False
    if kind is not None:
        negated = _negative(head) is not None and kind in ("future", "possible")
        found.add("negated" if negated else kind, head.i)
        return not negated
    if head.pos_ == "NUM":
        return True
    if head.lemma_ in ("evidence", "proof", "sign", "indication", "confirmation", "record"):
        if _negative(head) is not None:
            found.add("unsaid", head.i)
            found.add("whether", head.i)
        return False
    if head.lemma_ in words.involvement:
        return False
    if head.lemma_ in _PHASES:
        return True
    return token.dep_ == "acl" and head.dep_ in _COMPLEMENTS and head.head.lemma_ in words.light


def _verb_above(token: "Token", head: "Token", found: _Found) -> bool:
    """An event as complement, object or subject of a verb or adjective."""
    words = hedges()
    if head.lemma_ == "be" and token.dep_ in ("ccomp", "csubj"):
        verdict = next((c for c in head.children if c.dep_ in ("acomp", "attr")), None)
        if verdict is not None and verdict.lemma_ in words.heads:
            return _verdict(token, verdict, head, found)
    if head.lemma_ == "be" and token.dep_ == "xcomp" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children):
        found.add("future", head.i)
        return _onwards(head, found)
    if head.lemma_ in ("mean", "imply") and token.dep_ == "ccomp" and any(c.dep_ == "neg" for c in head.children):
        found.add("deny", head.i)
        return False
    nominal = token.pos_ in _NOMINAL
    prepositional = token.dep_ == "prep"
    lemma = head.lemma_ if head.lemma_.islower() else head.lemma_.lower()
    kind = words.heads.get(lemma) if head.pos_ == "ADJ" else words.verbs.get(lemma)
    if token.dep_ in _SUBJECTS:
        return _as_subject(token, head, found, kind)
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in head.children)
    inner = _prep_object(token) if prepositional else token
    event_noun = inner is not None and inner.pos_ in _NOMINAL and inner.i == found.trigger
    if lemma == "allege" and not passive:
        kind = "report"
    if kind == "report" or (passive and kind in ("report", "possible")):
        return _reported(token, head, found, passive=passive, nominal=nominal or event_noun)
    presupposed = event_noun and inner is not None and _definite(inner) and kind not in ("deny", "demanded")
    presupposed = presupposed and not (kind == "negated" and lemma in _PREVENTING)
    if presupposed and lemma not in words.light and lemma not in ("stop", "end", "halt", "cease"):
        return False
    if event_noun and (
        lemma in ("escape", "evade", "survive", "fail", "neglect")
        or (lemma in ("order", "command") and inner is not None and _definite(inner))
    ):
        return False
    if lemma == "have" and token.dep_ == "xcomp" and any(c.lower_ == "yet" for c in head.children):
        found.add("negated", head.i)
        return _onwards(head, found)
    if kind == "deny":
        return _denied(head, found, definite=event_noun and inner is not None and _definite(inner))
    if kind == "refused":
        if token.lemma_ in words.saying:
            found.add("unsaid", head.i)
            return False
        found.add("refused", head.i)
        return _onwards(head, found)
    if kind == "negated":
        if event_noun and prepositional and head.lemma_ not in ("refrain", "abstain", "desist", "escape"):
            return False
        if _says(token):
            found.add("unsaid", head.i)
            return False
        if head.lemma_ == "rule" and not any(c.lower_ == "out" for c in head.children):
            return False
        found.add("negated", head.i)
        return _onwards(head, found)
    return _other(token, head, found, kind, nominal=nominal or event_noun)


def _verdict(token: "Token", verdict: "Token", head: "Token", found: _Found) -> bool:
    """A clause of which something is said: "it is likely that …", "it is not clear whether …"."""
    kind = hedges().heads[verdict.lemma_]
    negated = any(c.dep_ == "neg" for c in head.children)
    if kind == "unsaid" or (kind == "clear" and negated):
        found.add("unsaid", verdict.i)
        if any(c.lower_ in ("whether", "if") for c in token.children):
            found.add("whether", verdict.i)
    elif kind in ("probable", "possible", "negated", "future", "demanded", "deny"):
        found.add("negated" if negated else kind, verdict.i)
    return False


def _other(token: "Token", head: "Token", found: _Found, kind: str | None, *, nominal: bool) -> bool:
    """Verbs of wanting, demanding, fearing, trying; adjectives; light verbs."""
    words = hedges()
    if kind in ("future", "demanded", "possible", "probable"):
        if kind == "demanded" and head.lemma_ == "call" and token.dep_ in ("oprd", "dobj", "ccomp"):
            return False
        if kind == "demanded" and head.lemma_ in ("tell", "insist", "advise", "ask") and token.dep_ == "ccomp" and token.tag_ != "VB":
            return _reported(token, head, found, passive=False, nominal=nominal)
        if kind == "future" and token.dep_ == "ccomp" and not _irrealis(token):
            return False
        if kind == "future" and head.lemma_ in ("threaten", "vow", "promise", "pledge", "swear"):
            found.add("threat", head.i)
        if any(c.dep_ == "neg" for c in head.children) and kind in ("future", "probable"):
            found.add("negated", head.i)
            return False
        found.add(kind, head.i)
        return _onwards(head, found)
    if kind == "attempt":
        found.attempt = True
        return _onwards(head, found)
    if kind in ("unsaid", "clear"):
        if kind == "unsaid" or any(c.dep_ == "neg" for c in head.head.children) or any(c.dep_ == "neg" for c in head.children):
            found.add("unsaid", head.i)
            if any(c.lower_ in ("whether", "if") for c in token.children):
                found.add("whether", head.i)
        return False
    if head.pos_ == "ADJ":
        if kind in ("negated", "deny"):
            found.add("negated", head.i)
        return True
    if kind is None and token.dep_ == "xcomp" and token.tag_ == "VB" and head.pos_ in _VERBAL and head.lemma_ not in words.light:
        found.add("future", head.i)
        return _onwards(head, found)
    if nominal and head.lemma_ not in words.light and not (kind == "implicative" or _indefinite(token)):
        return False
    return _onwards(head, found)


def _onwards(head: "Token", found: _Found) -> bool:
    """The clause of ``head`` bears on the event too: take its modals and negation along."""
    if head.pos_ in _VERBAL:
        _clause(head, found)
    return True


def _as_subject(token: "Token", head: "Token", found: _Found, kind: str | None) -> bool:
    """An event noun as subject: a definite one is taken for granted unless the verb says no more than that it happened."""
    if token.pos_ not in _NOMINAL:
        return True
    if head.tag_ == "MD" and not _definite(token):
        modal = hedges().modals.get(head.lower_, "would")
        found.add("conditional" if modal == "would" else "possible" if modal == "able" else modal, head.i)
        return False
    light = head.lemma_ in hedges().light
    if _definite(token) and not light:
        return False
    if kind in ("possible", "probable", "future", "deny") and any(c.dep_ in ("auxpass", "nsubjpass") for c in head.children):
        found.add("possible" if kind == "deny" else kind, head.i)
    return _onwards(head, found)


def _reported(token: "Token", head: "Token", found: _Found, *, passive: bool, nominal: bool) -> bool:
    """Under a saying verb: who says it is the statement's matter; a passive without speaker hedges, a negation says nothing."""
    if passive and token.dep_ in ("xcomp", "oprd", "acomp") and not any(c.dep_ == "agent" for c in head.children):
        if head.lemma_ not in ("show", "find", "see", "hear", "know", "prove", "accuse", "blame", "charge", "condemn", "confirm"):
            found.add("possible", head.i)
        return False
    if passive and head.lemma_ in ("allege", "suspect", "rumour", "fear"):
        found.add("possible", head.i)
        return False
    negated = [c for c in head.children if c.dep_ == "neg"]
    governor = head.head
    withheld = head.dep_ in ("xcomp", "ccomp", "pcomp", "acl", "advcl") and _withholds(governor)
    if head.lemma_ in hedges().saying and (negated or withheld):
        found.add("unsaid", (negated[0] if negated else governor).i)
        if not nominal and (
            any(c.lower_ in ("whether", "if") for c in token.children)
            or head.lemma_ in ("confirm", "verify", "establish", "corroborate", "know")
        ):
            found.add("whether", head.i)
    return False


def _withholds(governor: "Token") -> bool:
    """Whether what stands above a saying verb keeps it from being said: "declined to", "refrained from", "in no position to"."""
    words = hedges()
    above = governor
    if governor.pos_ == "ADP":
        if governor.head.lemma_ == "short" or governor.head.lower_ in ("without", "short") or governor.lower_ == "without":
            return True
        above = governor.head
    if words.verbs.get(above.lemma_) in ("refused", "negated") or words.heads.get(above.lemma_) == "negated":
        return True
    if any(c.dep_ == "neg" for c in above.children) and (
        above.lemma_ in ("able", "ready", "willing", "prepared", "be", "go", "want") or above.pos_ == "ADJ"
    ):
        return True
    if above.pos_ == "ADJ" and any(c.dep_ == "neg" for c in above.head.children):
        return True
    if above.pos_ in _NOMINAL:
        return _negative(above) is not None or any(c.dep_ == "neg" for c in above.head.children)
    return any(
        _negative(inner) is not None
        for c in above.children
        if c.dep_ == "prep" and (inner := _prep_object(c)) and inner.lemma_ == "position"
    )


def _denied(head: "Token", found: _Found, *, definite: bool) -> bool:
    """Under a denying verb; a negated denial is no assertion, and rejecting a definite event is no denial that it happened."""
    nor = head.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == "nor" for c in head.head.children)
    if nor or any(c.dep_ == "neg" for c in head.children):
        found.add("unsaid", head.i)
        return False
    if definite and head.lemma_ != "deny":
        return False
    passive = any(c.dep_ == "nsubjpass" for c in head.children)
    found.add("deny" if not passive else "negated", head.i)
    return False


def _says(token: "Token") -> bool:
    """Whether a verb under "refrained from" or "failed to" is one of saying."""
    inner = _prep_object(token) if token.dep_ == "prep" else token
    return inner is not None and inner.lemma_ in hedges().saying


def _prep_object(token: "Token") -> "Token | None":
    return next((c for c in token.children if c.dep_ in ("pobj", "pcomp")), None)


def _irrealis(verb: "Token") -> bool:
    """Whether a clause looks forward: a modal, or a bare verb."""
    return verb.tag_ == "VB" or any(c.tag_ == "MD" for c in verb.children)


def _definite(noun: "Token") -> bool:
    return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.lefts)


def _indefinite(noun: "Token") -> bool:
    return not _definite(noun)
