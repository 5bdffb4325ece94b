"""What an event hangs on → operators: matrix verbs, adjectives and nouns, as the lexicon has them (DOMAIN section 2)."""

from typing import TYPE_CHECKING

from trucewatch.reading.clauses import onwards
from trucewatch.reading.happenings import as_subject, called_off, is_hearsay
from trucewatch.reading.hedging import NOMINAL, SUBJECTS, VERBAL, Found, hedges, is_definite, negative_word, object_under
from trucewatch.reading.implicatives import CHANCES, SEIZING
from trucewatch.reading.summons import summoned

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

COMPLEMENTS = frozenset(("xcomp", "ccomp", "pcomp", "dobj", "oprd", "attr", "acomp", "dative", "csubj", "csubjpass"))


_PHASES = frozenset(
    """end halt stop cessation return resumption repeat repetition continuation start beginning use series wave kind
    act number campaign rash spate""".split()
)


_PREVENTING = frozenset("""prevent avert thwart foil forestall preclude cancel abort rule preempt pre-empt lack""".split())


_DEEDS = frozenset("action act deed move step crime operation response reaction mistake achievement feat reply answer exploit".split())


_DOUBTS = frozenset(("doubt", "question", "dispute", "secret", "mistake", "denying"))


_HEARD = frozenset("allege suspect rumour rumor fear suggest speculate insinuate imply claim".split())
"""Verbs of which, in the passive, what follows is hearsay: "it has been suggested that"."""


_CLAIMING = frozenset("say state declare announce claim assert report acknowledge admit conclude".split())
"""Verbs of which, where they are withheld, nobody says that what follows happened: "stopped short of saying that he had been killed"."""


_PROOF = frozenset("evidence proof sign indication confirmation record knowledge information word news inkling".split())


_DRAWN = frozenset(("draw", "press"))
_DODGING = frozenset("dodge duck sidestep parry deflect skirt".split())
_YIELDING = frozenset(
    """observe respect honour honor release free withdraw pull surrender disarm hand return lift halt stop suspend end cease open allow let
    evacuate abide refrain extend talk negotiate dismantle demobilise demobilize vacate keep uphold comply cooperate lay hold""".split()
)
"""What is promised and no threat: "promised to observe a truce if the army stays in" sets a condition."""
_HINGING = frozenset("depend hinge contingent conditional dependent".split())
"""Words that, with "on", make what follows the condition."""
_ARGUMENTS = SUBJECTS | {"dobj", "pobj"}
_OUGHT = frozenset(("have", "has", "ought"))
"""Words that, with an infinitive, say what must be done; what people "had to" do they did."""


LAWFUL = frozenset(
    """arrest detention release withdrawal evacuation deportation expulsion closure seizure disarmament demolition extradition
    prosecution trial dismissal imprisonment""".split()
)
"""What courts and governments order: "ordered the arrest of the captain" is no arrest, "ordered the killing" tells of one."""


_DOING = frozenset(("carry", "commit", "perpetrate", "stage", "conduct", "launch", "execute"))


def is_dated(noun: "Token") -> bool:
    """Whether an event noun is taken for granted by its day: "last night's machine-gunning", "Monday's attack"."""
    return any(c.dep_ == "poss" and c.ent_type_ in ("DATE", "TIME") for c in noun.lefts)


def denies_nothing(verb: "Token") -> bool:
    """Whether a verb of denying is itself negated: "did not deny", "nobody disputes", "neither confirmed nor denied"."""
    nor = verb.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == "nor" for c in verb.head.children)
    return nor or any(
        c.dep_ == "neg"
        or (c.lower_ == "longer" and verb.doc[c.i - 1].lower_ == "no")
        or (c.dep_ in SUBJECTS and negative_word(c) is not None)
        for c in verb.children
    )


def asks_how(clause: "Token") -> bool:
    """Whether a clause asks how, why, where or who, and so takes for granted that it happened."""
    first = clause.left_edge
    return first.lower_ in ("how", "why", "where", "when", "who", "whom", "whose", "which", "what") and first.i < clause.i


def asked_across(verb: "Token") -> bool:
    """Whether "to" and a verb says what those are asked for whom a clause describes: "urged all who carry arms to surrender"."""
    relative, noun = verb.head, verb.head.head
    if relative.dep_ not in ("relcl", "acl") or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return hedges().verbs.get(above.lemma_) == "demanded" and noun.dep_ in ("pobj", "dobj") and noun.head.lower_ not in ("for", "from")


def under_noun(token: "Token", head: "Token", found: Found) -> bool:
    """An event under a noun: "a threat of attacks", "a plan to bomb", "calls for an end to the killing"."""
    words = hedges()
    if head.lemma_ in CHANCES and token.tag_ == "VB" and head.dep_ == "dobj" and head.head.lemma_ in SEIZING:
        return onwards(head.head, found)  # "seized the chance to search the shops": they did
    kind = words.nouns.get(head.lemma_)
    if head.lemma_ in _DOUBTS and (negative_word(head) is not None or head.head.lower_ in ("without", "beyond")):
        return False  # "there is no doubt that": certain
    if head.lemma_ == "bid" and head.dep_ in _ARGUMENTS and head.head.tag_ in ("VBD", "VBN", "IN"):
        kind = "attempt"  # "a bid to assassinate the mayor failed": it was made
    if kind == "attempt":
        if negative_word(head) is not None:
            found.add("negated", head.i)
            return False
        found.attempt = True
        return True
    if head.lower_ == "nothing" and token.dep_ in ("acl", "relcl") and token.tag_ == "VB":
        found.add("negated", head.i)  # "did nothing to stop them"
        return False
    if kind == "denied":
        found.add("deny", head.i)
        return False
    if kind == "demanded" and _unfulfilled(head):
        found.add("negated", head.i)  # "the order to burn the huts was never carried out"
        return False
    if kind is not None:
        if head.lemma_ in ("fear", "dread", "danger", "risk"):
            found.add("feared", head.i)
        negated = negative_word(head) is not None and kind in ("future", "possible", "demanded")
        found.add("negated" if negated else kind, head.i)
        return not negated
    if head.pos_ == "NUM":
        return True
    if head.lemma_ == "way" and head.head.lower_ == "on" and token.tag_ == "VB":
        found.add("future", head.i)  # "was on his way to surrender"
        return False
    if head.lemma_ in _PROOF:
        if negative_word(head) is not None:
            found.add("unsaid", head.i)
            inner = object_under(token) if token.dep_ == "prep" else None
            if inner is None or not is_definite(inner):
                found.add("whether", head.i)
        return False
    if head.lemma_ in words.tidings and any(words.adjectives.get(c.lower_) == "possible" for c in head.lefts):
        if (inner := object_under(token)) is None or not is_definite(inner):
            found.add("possible", head.i)  # "unconfirmed accounts of looting"
        return False
    if head.lemma_ in words.involvement:
        return False
    if token.dep_ == "prep" and token.lower_ == "of" and found.trigger > token.i and (none := negative_word(head)) is not None:
        found.add("negated", none)  # "no exchange of fire"
    if head.lemma_ in _PHASES:
        return True
    return token.dep_ == "acl" and head.dep_ in COMPLEMENTS and head.head.lemma_ in words.light


_UNREAL = frozenset(
    """fabrication fabrications invention invented fabricated fiction hoax myth lie lies fake figment fable fantasy propaganda falsehood
    canard concoction disinformation imaginary non-existent nonexistent fairy-tale untruth""".split()
)
"""Words that say of an event that it did not happen; "wrong" and "a crime" say that it did."""


_CALLING = frozenset("call brand label term describe dub denounce characterise characterize dismiss decry portray".split())


def _called_unreal(verb: "Token") -> bool:
    """Whether a verb of calling calls its object a thing that did not happen."""
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    below = [c for c in verb.children if c.dep_ in ("oprd", "attr") or (c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i)]
    named = (inner for c in below for inner in (c, *c.children) if inner.lower_ in _UNREAL)
    return next(named, None) is not None


def hinges(lemma: str, preposition: "Token", *, given: bool = False) -> bool:
    """Whether something depends on what a preposition leads to: "depends on whether the army lifts the siege", "hinges on the release".

    ``given``: a clause hangs on the noun there ("on the rebels releasing them").
    """
    if lemma not in _HINGING or preposition.lower_ not in ("on", "upon"):
        return False
    inner = object_under(preposition)
    return inner is not None and (given or inner.dep_ == "pcomp" or inner.tag_ == "VBG" or is_definite(inner))


def _unfulfilled(order: "Token") -> bool:
    """Whether an order or a demand is said not to have been carried out."""
    verb = order.head
    if order.dep_ not in SUBJECTS or verb.lemma_ not in ("carry", "execute", "obey", "follow", "fulfil", "fulfill", "heed", "meet"):
        return False
    return any(c.dep_ == "neg" for c in verb.children) or (order.dep_ == "nsubjpass" and negative_word(order) is not None)


def under_verb(token: "Token", head: "Token", found: Found) -> bool:
    """An event as complement, object or subject of a verb or adjective."""
    words = hedges()
    if head.lemma_ == "be" and token.dep_ in ("ccomp", "csubj"):
        verdict = next((c for c in head.children if c.dep_ in ("acomp", "attr")), None)
        if verdict is not None and verdict.lemma_ in words.heads:
            return _verdict(token, verdict, head, found)
    if head.lemma_ == "be" and token.dep_ == "xcomp" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children):
        subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
        if subject is not None and subject.lemma_ in _DEEDS and head.tag_ == "VBD":
            return onwards(head, found)  # "its last action was to launch a rocket": it did
        if any(c.lower_ == "have" and c.dep_ == "aux" for c in token.children):
            found.add("negated", head.i)  # "was to have left on Sunday"
            return onwards(head, found)
        inverted = subject is not None and subject.i > head.i and token.sent[-1].text != "?"
        found.add("conditional" if inverted and head.tag_ == "VBD" else "future", head.i)
        return onwards(head, found)
    if head.lemma_ in ("mean", "imply") and token.dep_ == "ccomp" and any(c.dep_ == "neg" for c in head.children):
        found.add("deny", head.i)
        return False
    nominal = token.pos_ in NOMINAL
    prepositional = token.dep_ == "prep"
    if token.dep_ == "xcomp" and head.lemma_ == "go" and head.tag_ == "VBG" and token.tag_ == "VB":
        found.add("future", head.i)
        return onwards(head, found)
    lemma = head.lemma_ if head.lemma_.islower() else head.lemma_.lower()
    adjectival = head.pos_ == "ADJ" or (head.tag_ in ("VBN", "VBD") and head.lower_ in ("determined", "poised", "resolved"))
    kind = words.heads.get(lemma if head.pos_ == "ADJ" else head.lower_) if adjectival else words.verbs.get(lemma)
    if token.dep_ in SUBJECTS:
        return as_subject(token, head, found, kind)
    if _befalls(token, head):
        return onwards(head, found)
    if _falsely(head) and kind in ("report", "possible", "demanded", "future", None):
        found.add("deny", head.i)
        return False
    if is_hearsay(token, head):
        found.add("possible", head.i)
        return False
    if called_off(head) and token.dep_ == "dobj":
        found.add("negated", head.i)
        return onwards(head, found)
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in head.children)
    inner = object_under(token) if prepositional else token
    event_noun = inner is not None and inner.pos_ in NOMINAL and inner.i == found.trigger
    if event_noun and token.dep_ == "dobj" and lemma in _CALLING and _called_unreal(head):
        found.add("deny", head.i)  # "called the massacre a fabrication"
        return False
    if event_noun and inner is not None and lemma in _DOING and is_dated(inner):
        return False  # "are believed to have carried out last night's attack": who did it is believed, that it happened is not
    if event_noun and (summons := summoned(token, head)) is not None:
        found.add(summons, head.i)
        return onwards(head, found)
    if lemma == "allege" and not passive:
        kind = "report"
    if kind == "report" or (passive and kind in ("report", "possible")):
        return _reported(token, head, found, passive=passive, nominal=nominal or event_noun)
    part = event_noun and prepositional and lemma in ("take", "have", "play", "bear") and _has_part_in(head)
    if part and inner is not None and is_definite(inner):
        return False  # "took no part in the kidnapping": it happened
    presupposed = event_noun and inner is not None and is_definite(inner) and kind not in ("deny", "demanded")
    presupposed = presupposed and not (kind == "negated" and lemma in _PREVENTING)
    if presupposed and kind == "future" and inner is not None and any(c.lower_ == "of" for c in inner.children):
        presupposed = False  # "are seeking the removal of the director"
    if presupposed and lemma not in words.light and lemma not in ("stop", "end", "halt", "cease"):
        return False
    if event_noun and (
        lemma in ("escape", "evade", "survive", "fail", "neglect")
        or (lemma in ("order", "command") and inner is not None and is_definite(inner) and inner.lemma_ not in LAWFUL)
    ):
        return False
    if lemma == "have" and token.dep_ == "xcomp" and any(c.lower_ == "yet" for c in head.children):
        found.add("negated", head.i)
        return onwards(head, found)
    if token.dep_ == "xcomp" and head.lower_ in _OUGHT and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children):
        found.add("demanded", head.i)  # "the siege has to be lifted"
        return onwards(head, found)
    if kind == "deny":
        return _denied(head, found, definite=event_noun and inner is not None and is_definite(inner))
    if lemma == "face" and event_noun and token.dep_ == "dobj" and not any(c.dep_ in ("det", "poss", "nummod") for c in token.lefts):
        found.add("future", head.i)  # "the prisoners face execution"
        return onwards(head, found)
    if lemma == "guilty" and prepositional and any(c.dep_ == "neg" for c in head.children):
        found.add("deny", head.i)  # "pleaded not guilty to ordering the massacre"
        return False
    if lemma in ("ask", "wonder", "inquire", "enquire") and any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in token.children):
        found.add("unsaid", head.i)
        found.add("whether", head.i)
        return False
    if prepositional and (hinges(lemma, token) or (lemma in _DRAWN and passive and any(c.dep_ == "neg" for c in head.children))):
        if lemma not in _DRAWN:
            found.add("conditional", head.i)
            return onwards(head, found)
        found.add("unsaid", head.i)  # "would not be drawn on reports that napalm had been used"
        if inner is None or not (is_definite(inner) or asks_how(inner)):
            found.add("whether", head.i)
        return False
    if lemma in _DODGING and token.dep_ == "dobj" and not event_noun:
        found.add("unsaid", head.i)  # "sidestepped questions about the use of gas"
        return False
    if kind == "refused":
        if token.lemma_ in words.saying or (token.lemma_ == "draw" and token.tag_ == "VBN"):
            found.add("unsaid", head.i)
            return False
        found.add("refused", head.i)
        return onwards(head, found)
    if kind == "negated":
        if event_noun and prepositional and head.lemma_ not in ("refrain", "abstain", "desist", "escape"):
            return False
        if _says(token):
            found.add("unsaid", head.i)
            return False
        if head.lemma_ == "rule" and not any(c.lower_ == "out" for c in head.children):
            return False
        if head.lemma_ in ("rule", "exclude", "discount") and any(c.dep_ == "neg" for c in head.children):
            found.add("possible", head.i)  # "did not rule out another raid"
            return False
        if head.lemma_ == "rule" and token.lemma_ in words.involvement:
            found.add("deny", head.i)  # "ruled out any involvement of its men"
            return False
        if found.attempt and lemma in _PREVENTING:
            return False  # "foiled an attempt to storm the fort": it was attempted
        found.add("negated", head.i)
        return onwards(head, found)
    return _other(token, head, found, kind, nominal=nominal or event_noun)


def _befalls(token: "Token", head: "Token") -> bool:
    """Whether a participle says what somebody will see, find or have done to what is theirs: "will see their vehicles burned"."""
    if head.lemma_ not in ("see", "find", "have") or token.dep_ not in ("ccomp", "xcomp", "oprd") or token.tag_ not in ("VBN", "VBD"):
        return False
    return not any(c.dep_ in ("aux", "auxpass", "mark") for c in token.children)


def _falsely(verb: "Token") -> bool:
    """Whether a verb of saying is itself called untrue: "falsely claims that", "lies when it says that", "is lying when it claims"."""
    if any(c.dep_ == "advmod" and c.lower_ in ("falsely", "wrongly", "mendaciously", "untruthfully", "dishonestly") for c in verb.children):
        return verb.lemma_ in hedges().saying or verb.lemma_ in ("claim", "allege", "accuse", "charge", "assert", "insist", "pretend")
    above = verb.head
    return verb.dep_ in ("advcl", "pcomp") and above.lemma_ == "lie" and not any(c.dep_ == "neg" for c in above.children)


def _verdict(token: "Token", verdict: "Token", head: "Token", found: Found) -> bool:
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


def _other(token: "Token", head: "Token", found: Found, kind: str | None, *, nominal: bool) -> bool:
    """Verbs of wanting, demanding, fearing, trying; adjectives; light verbs."""
    words = hedges()
    if kind in ("future", "demanded", "possible", "probable"):
        if head.lemma_ == "ask" and token.dep_ == "prep" and token.lower_ in ("about", "of"):
            return False  # "when asked about the killing"
        if (
            kind == "demanded"
            and token.dep_ == "xcomp"
            and token.tag_ == "VBG"
            and any(c.dep_ == "dobj" and c.i == token.i - 1 for c in head.children)
        ):
            return False  # "told those watching that they would return": who they were
        if kind == "demanded" and head.lemma_ == "call" and token.dep_ in ("oprd", "dobj", "ccomp"):
            return False
        if kind == "demanded" and head.lemma_ in ("tell", "insist", "advise", "ask") and token.dep_ == "ccomp" and not _subjunctive(token):
            return _reported(token, head, found, passive=False, nominal=nominal)
        if token.dep_ in ("ccomp", "pcomp") and asks_how(token):
            return False  # "will investigate how its men came to shoot"
        if head.lemma_ in ("want", "need") and token.dep_ in ("ccomp", "oprd", "xcomp") and token.tag_ in ("VBN", "VBD"):
            found.add("demanded", head.i)
            return onwards(head, found)
        if head.lemma_ == "want" and token.dep_ == "dobj" and nominal:
            found.add("demanded", head.i)  # "wants an inquiry into the deaths"
            return onwards(head, found)
        if head.lemma_ == "want" and token.tag_ == "VB" and any(c.dep_ in SUBJECTS for c in token.children):
            found.add("demanded", head.i)  # "wants the North to apologise": another is to do it
            return onwards(head, found)
        if kind == "future" and token.dep_ == "ccomp" and (not _irrealis(token) or _may(token)):
            return False
        if kind == "future" and head.lemma_ in ("threaten", "vow", "promise", "pledge", "swear") and token.lemma_ not in _YIELDING:
            found.add("threat", head.i)
        if any(c.dep_ == "neg" for c in head.children) and kind in ("future", "probable"):
            found.add("negated", head.i)
            return False
        if head.lemma_ in ("warn", "caution") and token.dep_ == "xcomp" and token.tag_ == "VB":
            found.add("demanded", head.i)  # "warned them to leave"
        if head.lemma_ in ("fear", "dread"):
            found.add("feared", head.i)
        found.add(kind, head.i)
        return onwards(head, found)
    if kind == "attempt":
        found.attempt = True
        return onwards(head, found)
    if kind in ("unsaid", "clear"):
        if kind == "unsaid" or any(c.dep_ == "neg" for c in head.head.children) or any(c.dep_ == "neg" for c in head.children):
            found.add("unsaid", head.i)
            inner = object_under(token) if token.dep_ == "prep" else None
            if any(c.lower_ in ("whether", "if") for c in token.children) or (inner is not None and not is_definite(inner)):
                found.add("whether", head.i)
        return False
    if head.pos_ == "ADJ":
        if kind in ("negated", "deny") or (token.tag_ == "VB" and any(c.lower_ == "too" for c in head.lefts)):
            found.add("negated", head.i)  # "too weak to resist"
        return True
    if kind is None and token.dep_ == "xcomp" and token.tag_ == "VB" and head.pos_ in VERBAL and head.lemma_ not in words.light:
        found.add("future", head.i)
        return onwards(head, found)
    if nominal and head.lemma_ not in words.light and not (kind == "implicative" or _indefinite(token)):
        return False
    return onwards(head, found)


def _reported(token: "Token", head: "Token", found: Found, *, passive: bool, nominal: bool) -> bool:
    """Under a saying verb: who says it is the statement's matter; a passive without speaker hedges, a negation says nothing."""
    if passive and token.dep_ in ("xcomp", "oprd", "acomp") and not any(c.dep_ == "agent" for c in head.children):
        if head.lemma_ not in ("show", "find", "see", "hear", "know", "prove", "accuse", "blame", "charge", "condemn", "confirm"):
            found.add("possible", head.i)
        return False
    if passive and head.lemma_ in _HEARD:
        found.add("possible", head.i)
        return False
    beside = (*head.children, *head.head.children) if head.pos_ == "ADJ" else tuple(head.children)
    negated = [
        c
        for c in beside
        if (c.dep_ == "neg" and c.doc[c.i + 1].lower_ not in ("until", "till")) or (c.dep_ in SUBJECTS and negative_word(c) is not None)
    ]
    governor = head.head
    withheld = head.dep_ in ("xcomp", "ccomp", "pcomp", "acl", "advcl") and _withholds(governor)
    withheld = withheld or (head.dep_ in ("xcomp", "pcomp", "ccomp") and hedges().verbs.get(governor.lemma_) == "deny")
    factive = head.lemma_ == "know" and token.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
    if factive and not passive:
        return False  # "did not know that soldiers had surrounded the house"
    if head.lemma_ in hedges().saying and (negated or withheld):
        found.add("unsaid", (negated[0] if negated else governor).i)
        definite = nominal and is_definite(object_under(token) or token if token.dep_ == "prep" else token)
        if not (definite or asks_how(token)) and (
            any(c.lower_ in ("whether", "if") for c in token.children)
            or head.lemma_ in ("confirm", "verify", "establish", "corroborate", "know", "aware")
            or (token.dep_ == "ccomp" and head.lemma_ in _CLAIMING and not _done_to_known(token))
        ):
            found.add("whether", head.i)
    return False


def _has_part_in(verb: "Token") -> bool:
    """Whether a verb says that somebody had a part, or none, in what follows."""
    return any(c.dep_ == "dobj" and c.lemma_ in hedges().involvement for c in verb.children)


def _done_to_known(verb: "Token") -> bool:
    """Whether a clause tells who did what was told before: "stopped short of saying that guerrillas had laid it"."""
    return any(c.dep_ == "dobj" and c.lower_ in ("it", "them", "him", "her") for c in verb.children)


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
    if above.pos_ in NOMINAL:
        return negative_word(above) is not None or any(c.dep_ == "neg" for c in above.head.children)
    return any(
        negative_word(inner) is not None
        for c in above.children
        if c.dep_ == "prep" and (inner := object_under(c)) and inner.lemma_ == "position"
    )


def _denied(head: "Token", found: Found, *, definite: bool) -> bool:
    """Under a denying verb; a negated denial is no assertion, and rejecting a definite event is no denial that it happened."""
    if any(c.dep_ in SUBJECTS and negative_word(c) is not None for c in head.children):
        return False  # "nobody disputes that": everybody grants it
    if denies_nothing(head):
        found.add("unsaid", head.i)
        return False
    if definite and head.lemma_ != "deny":
        return False
    passive = any(c.dep_ == "nsubjpass" for c in head.children)
    found.add("deny" if not passive else "negated", head.i)
    return False


def _says(token: "Token") -> bool:
    """Whether a verb under "refrained from" or "failed to" is one of saying."""
    inner = object_under(token) if token.dep_ == "prep" else token
    return inner is not None and inner.lemma_ in hedges().saying


def _irrealis(verb: "Token") -> bool:
    """Whether a clause looks forward: a modal, or a bare verb."""
    return verb.tag_ == "VB" or any(c.tag_ == "MD" or (c.tag_ == "TO" and c.dep_ == "aux") for c in verb.children)


def _may(verb: "Token") -> bool:
    """Whether a clause says itself that it is no more than possible ("warned that rebels may attack")."""
    return any(c.tag_ == "MD" and hedges().modals.get(c.lower_) == "possible" for c in verb.children)


def _subjunctive(verb: "Token") -> bool:
    """Whether a clause asks for what it tells ("insisted that he leave"), with a bare verb and no modal."""
    bare = verb.tag_ == "VB" or (verb.tag_ == "VBP" and _of_one(verb))
    return bare and not any(c.tag_ == "MD" or c.lower_ in ("did", "does", "do", "have") for c in verb.children)


def _of_one(verb: "Token") -> bool:
    """Whether a verb in the plural has a subject in the singular: "that Sudan pull out"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or any(c.dep_ == "conj" for c in subject.children):
        return False
    return (subject.tag_ in ("NN", "NNP") and subject.lemma_ not in ("police", "people")) or subject.lower_ in ("he", "she", "it")


def _indefinite(noun: "Token") -> bool:
    return not is_definite(noun)
