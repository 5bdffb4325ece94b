"""Acts that the text does not simply tell → the words of the acts, each with its stance: denied, conditional, demanded, threatened, undone.

Whatever a denial, a condition, a demand, a threat, a doubt or a negation governs is told with its stance, whatever verb or noun it is: "has
ordered no operation", "nobody set foot there", "must quit the village", "pleaded for a truce". Verbs need no list, but for those that say,
think and are; a noun is an act where it is the very thing denied, demanded or threatened and names nobody and no place.
"""

from functools import cache
from typing import TYPE_CHECKING

from trucewatch.reading.actors import actors
from trucewatch.reading.allegations import allegations, judged
from trucewatch.reading.cues import lexicon
from trucewatch.reading.denial import is_party
from trucewatch.reading.factuality import stance_of
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.hedging import hedges
from trucewatch.reading.timewords import time_words
from trucewatch.reading.triggers import triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trucewatch.reading.mentions import Stance
    from trucewatch.reading.scene import Scene
    from trucewatch.reading.tree import Tree

STATES = frozenset(
    """be have seem remain know think believe hope expect want mean live exist include belong concern involve appear need like look feel
    call describe name swear last depend consist contain deserve matter intend plan threaten doubt fear suspect understand realise realize
    refuse decline fail try attempt manage wish seek""".split()
)
"""Verbs of being, thinking and wanting: what they govern may be an act, they are none."""
_KNOWING = frozenset(
    """find see hear show verify establish determine check accept prove decide identify publish answer authenticate corroborate learn
    exclude record register document clarify recognise recognize solve settle""".split()
)
"""Verbs of coming to know: that nothing was found out is no act that was not done."""
_HAPPENING = frozenset("occur happen take come follow ensue exist break begin start repeat continue resume recur renew".split())
_LIGHT = frozenset(
    "make give issue take have do carry commit conduct launch stage mount hold fly perpetrate undertake perform attempt use".split()
)
_PUTTING = frozenset(("put", "set", "throw", "lay"))
_ANSWERS = frozenset("meet answer respond reply retaliate end face follow".split())
_PLACED = frozenset("in at near on over inside within by".split())
_RECORDING = frozenset("verify record observe report note register see find document count confirm".split())
_VERBS = frozenset(("VB", "VBD", "VBN", "VBG", "VBZ", "VBP"))
_PAST = frozenset(("VBD", "VBN", "VBG"))
_LOUD = frozenset(("negated", "refused", "deny", "denied", "future", "demanded", "conditional", "would", "unsaid", "possible", "probable"))
_MEETING = frozenset("meet convene confer talk negotiate discuss gather attend assemble debate hold open".split())
_OPENING = frozenset(('"', "“", "‘", "``", ":", "please"))
_TO = frozenset(("to",))
_BEFORE_TO = frozenset("is are was were be has have".split())
"""Words that, with "to", say what is to come or must be done."""
_OTHERS = frozenset(
    "hours days until deadline short longer too yet before not n't n’t never without instead if unless should whether had ? no".split()
)
_OPEN = frozenset(("probable", "possible"))
_BACK = frozenset(("back", "next", "dead", "gone", "there", "here", "free"))
_NEAR = 4
_BEFORE = 6
"""Tokens before the first word that doubts within which a verb may still be what it doubts ("was used, probably")."""
_OF = frozenset(("for", "of", "against", "on", "to"))
_GOVERNORS = frozenset(("deny", "negated", "refused", "demanded", "future", "possible"))
_NOT_DEMANDING = frozenset("tell instruct command order invite encourage advise insist".split())
"""Verbs of demanding whose object is whom they tell."""
_TO_SEE = frozenset("seek await aim consider want wish hope mean agree choose opt offer propose mission".split())
"""Words of what is to come whose object is a thing more often than a deed; a mission is a house as well."""


def weighed(scene: "Scene") -> "Iterator[tuple[int, Stance]]":
    """Yield the verbs and nouns of acts that the text does not simply tell, with how it tells them, in text order."""
    tree = scene.parse.tree
    loud, doubtful = _loud(scene)
    for at in (token.i for number in sorted(loud) for token in scene.parse.doc.sents[number]):
        verb = tree.pos[at] == "VERB" or tree.tag[at] in _VERBS
        if not (verb or tree.pos[at] == "NOUN") or scene.event_at(at) is not None:
            continue
        if verb:
            if _may_be_act(tree, at) and (stance := stance_of(scene.parse, at)).rule != "plain" and _tells(scene, at, stance, doubtful):
                yield at, stance
        elif _governed(tree, at) and _deed_noun(tree, at) and not _after_denial(tree, at - 1):
            stance = stance_of(scene.parse, at)
            tried = tree.lemma[at] == "attempt" and stance.factuality == "negated"  # "foiled an attempt": it was made
            if stance.factuality != "certain" and stance.rule != "asked" and not tried:
                yield at, stance


def trigger_end(tree: "Tree", at: int) -> int:
    """Return one past the last token of the words that name an act: with its noun where the verb says no more than that it was done."""
    built = tree.lemma[at] in _PUTTING and tree.child(at, "prt") is not None  # "put up roadblocks"
    thing = tree.child(at, "dobj") if built or tree.lemma[at] in _LIGHT else None
    return thing + 1 if thing is not None and at < thing <= at + _NEAR and tree.pos[thing] == "NOUN" else at + 1


def _loud(scene: "Scene") -> tuple[set[int], dict[int, int]]:
    """Return the sentences with a word that makes an act other than plain, and from which token on one doubts what it governs."""
    tree, sentences = scene.parse.tree, scene.parse.sentence_of
    words, doubts = _loud_words(), _doubting()
    judging = judged(scene.parse)
    loud, doubtful = set(judging), dict.fromkeys(judging, 0)
    places, lemmas = scene.parse.word_places.places(words), scene.parse.lemma_places.places(words)
    for at in sorted({*places, *(at for at in lemmas if tree.lemma[at] in words)}):
        loud.add(sentences[at])
        if tree.lower[at] in doubts or tree.lemma[at] in doubts:
            doubtful.setdefault(sentences[at], at - _BEFORE)
    loud.update(sentences[at] for at, tag in enumerate(tree.tag) if tag == "VB" and _opens(scene, at))
    loud.update(sentences[at] for at in scene.parse.word_places.places(_TO) if at and tree.lower[at - 1] in _BEFORE_TO)
    return loud, doubtful


def _opens(scene: "Scene", at: int) -> bool:
    """Whether a bare verb opens a sentence or a quotation, as a command does."""
    return at == 0 or scene.parse.sentence_of[at - 1] != scene.parse.sentence_of[at] or scene.lower[at - 1] in _OPENING


def _may_be_act(tree: "Tree", at: int) -> bool:
    """Whether a verb can be an act of somebody: no saying, no state, no helping verb and no participle that describes."""
    lemma, dep, tag = tree.lemma[at].lower(), tree.dep[at], tree.tag[at]
    if dep in ("aux", "auxpass") or tag not in _VERBS:
        return False
    if lemma == "be":
        return _was_there(tree, at) or _will_be(tree, at)
    if lemma == "threaten" and tag == "VBN" and dep == "advcl" and tree.child(at, "mark") is not None:
        return True  # "if threatened again"
    if lemma == "claim" and tree.child(at, "dobj", "nsubjpass") is not None and tree.child(at, "ccomp", "xcomp") is None:
        return True  # "has not claimed the bombing"
    if at > 1 and tree.lower[at - 1] == "-" and tag in _PAST:
        return True  # "was stage-managed"
    if lemma in STATES and (_denied_state(tree, at) or (lemma == "try" and tree.child(at, "dobj", "nsubjpass", "auxpass") is not None)):
        return True  # "the court is to try eleven officers"
    if lemma in STATES or ((lemma in SAYING or lemma in lexicon().denials) and lemma not in _ANSWERS):
        return _has_part(tree, at) or _will_ask(tree, at)
    if lemma in _HAPPENING and (thing := tree.child(at, "nsubj", "nsubjpass")) is not None and tree.pos[thing] == "NOUN":
        return not _deed_noun(tree, thing)  # "no reprisals took place": the noun is told
    if tag == "VBN" and dep in ("amod", "compound") and tree.lower[at - 1] not in ("having", "been"):
        return False
    if tag == "VBG" and dep in ("amod", "compound", "csubj", "nsubj", "npadvmod", "nmod"):
        return _after_denial(tree, at)
    return True


def _tells(scene: "Scene", at: int, stance: "Stance", doubtful: dict[int, int]) -> bool:
    """Whether what a verb's stance says of it is worth telling."""
    tree = scene.parse.tree
    if stance.polarity == "assert" and stance.factuality == "certain":
        return False
    lemma = tree.lemma[at].lower()
    if lemma == "be" and stance.factuality == "future":
        return _will_be(tree, at)
    if lemma == "be" and stance.polarity != "deny":
        statement = scene.statement_at(at)
        return stance.factuality == "negated" and statement is not None and is_party(statement)
    if lemma in SAYING and stance.factuality not in ("future", "conditional"):
        return lemma == "claim" and stance.factuality == "negated" and _claims_deed(scene, at)
    if lemma in _KNOWING and tree.child(at, "prt") is None and stance.factuality == "negated" and stance.polarity != "deny":
        return False
    if lemma in _LIGHT and (thing := tree.child(at, "dobj")) is not None and tree.lemma[thing] in _THINGS and stance.polarity != "deny":
        return False  # "gave no names"
    if stance.rule == "asked" and scene.statement_at(at) is None:
        return False
    subject = tree.child(at, "nsubj", "nsubjpass")
    if stance.polarity == "deny" and tree.dep[at] == "relcl" and subject is not None and tree.tag[subject] in ("WDT", "WP"):
        return False  # "a clip that has been viewed by thousands claims that …": what describes it is not what is denied
    if stance.factuality in _OPEN and stance.polarity == "assert":
        if tree.tag[at] == "VB":
            return tree.dep[at] != "relcl" and any(_may(scene, at, child) for child in tree.children[at])
        return tree.tag[at] in _PAST and at >= doubtful.get(scene.parse.sentence_of[at], len(tree)) and _under(tree, at)
    if stance.rule == "future":
        own = scene.parse.span(at, at + 1)
        if all(span == own for span in stance.hedges):
            return False  # "fled to hide": a purpose is no threat
    return True


def _may(scene: "Scene", at: int, helping: int) -> bool:
    """Whether a helping verb says what may come: "may", "could" in what somebody says now, "will" in what is feared."""
    tree = scene.parse.tree
    lower = tree.lower[helping]
    if lower in ("may", "might"):
        return True
    if lower in ("will", "would"):
        return any(tree.lemma[above] in ("fear", "dread") for above in (tree.head[at], tree.head[tree.head[at]]))
    return lower == "could" and scene.statement_at(at) is not None and tree.lemma[at] not in _KNOWING | STATES


def _claims_deed(scene: "Scene", at: int) -> bool:
    """Whether "claim" is to own up to a deed: "has not claimed the bombing"."""
    thing = scene.parse.tree.child(at, "dobj", "nsubjpass")
    return thing is not None and scene.event_at(thing) is not None


def _will_be(tree: "Tree", at: int) -> bool:
    """Whether somebody will be back, next or there: a threat or a promise."""
    return any(tree.lower[child] in _BACK for child in tree.children[at] if child > at)


def is_plain_plan(scene: "Scene", at: int, stance: "Stance") -> bool:
    """Whether the text only says, in its own voice, that something will be done: "the delegates will visit the port", no threat or vow."""
    tree = scene.parse.tree
    if stance.rule != "future" or tree.pos[at] == "NOUN" or scene.statement_at(at) is not None:
        return False
    subject = tree.child(at, "nsubj", "nsubjpass")
    if subject is not None and any(tree.lower[at] in ("we", "our") for at in (subject, *tree.children[subject])):
        return False  # "we shall avenge them", "our brigades will", in a party's own release
    if any(tree.dep[c] == "advcl" for c in (*tree.children[at], *tree.children[tree.head[at]])):
        return False  # "unless it does, said a student leader, the north will burn"
    return all(span.of(scene.parse.text).lower() in hedges().modals for span in stance.hedges)


def is_meeting(tree: "Tree", at: int) -> bool:
    """Whether a verb only says that people will sit together: that it is fixed for a day is no act that is to come."""
    return tree.lemma[at] in _MEETING


def _under(tree: "Tree", at: int) -> bool:
    """Whether a participle in -ing is what something governs."""
    return tree.tag[at] != "VBG" or tree.dep[at] in ("pcomp", "xcomp", "ccomp") or _after_denial(tree, at)


def _governed(tree: "Tree", at: int) -> bool:
    """Whether a noun is the very thing that a word denies, demands, threatens or fears, or that is said to happen."""
    dep, above = tree.dep[at], tree.head[at]
    words = hedges()
    if dep == "conj":
        return tree.dep[above] != "conj" and tree.pos[above] == "NOUN" and _governed(tree, above)
    if dep == "pobj" and tree.lower[above] in ("with", "by", "in"):
        above = tree.head[above]
        return tree.lemma[above] in _ANSWERS and any(tree.tag[child] == "MD" for child in tree.children[above])
    if dep == "pobj" and tree.lower[above] in _OF:
        above = tree.head[above]
        if tree.lower[tree.head[at]] == "of" and tree.pos[above] == "NOUN" and tree.lemma[above] in allegations().of:
            return True
        if tree.lower[tree.head[at]] in ("on", "to", "of") and tree.pos[above] != "VERB":
            return False
        kind = words.verbs.get(tree.lemma[above]) if tree.pos[above] == "VERB" else words.nouns.get(tree.lemma[above])
        return kind in ("demanded", "future", "possible") and tree.lemma[above] not in _NOT_DEMANDING | _TO_SEE
    if dep == "appos":
        return _promised(tree, above)
    if tree.pos[above] not in ("VERB", "AUX"):
        return False
    lemma = tree.lemma[above].lower()
    if dep in ("dobj", "nsubjpass"):
        return _done_to(tree, at, above, lemma)
    if dep == "attr":
        return lemma == "be" and tree.child(above, "expl") is not None
    return dep == "nsubj" and lemma in _HAPPENING


def _done_to(tree: "Tree", at: int, verb: int, lemma: str) -> bool:
    """Whether what a verb is done to is a deed that it denies or demands, does ("attempt another landing") or records none of."""
    if lemma in _HAPPENING and tree.dep[at] == "nsubjpass":
        return True
    if lemma == "call":
        return any(tree.lower[child] == "off" for child in tree.children[verb])
    if lemma in _LIGHT:
        return tree.dep[at] == "nsubjpass" or lemma == "attempt"
    if lemma in _RECORDING:
        return any(tree.lower[child] in ("no", "any") for child in tree.children[at])
    kind = hedges().verbs.get(lemma)
    if kind not in _GOVERNORS or lemma in _NOT_DEMANDING | _TO_SEE:
        return False
    if tree.dep[at] == "nsubjpass" and kind == "demanded":
        return False
    # "asked both camps to", "barred the team from": whom they ask and bar is no deed
    below = tree.children[verb]
    return not any(tree.dep[c] in ("xcomp", "ccomp") or (c > at and tree.lower[c] in ("from", "for", "to")) for c in below)


def _promised(tree: "Tree", above: int) -> bool:
    """Whether a noun stands beside those to whom a verb promises it: "promise the rulers of the city a blow"."""
    verb = tree.head[above]
    return tree.dep[above] == "dobj" and tree.lemma[verb] in ("promise", "offer", "deny", "refuse") and verb < above


def _deed_noun(tree: "Tree", at: int) -> bool:
    """Whether a noun may name what people do: it names nobody, nothing to shoot with or at, no time, no tale and no part in a deed."""
    lemma, lower = tree.lemma[at].lower(), tree.lower[at]
    words, times = hedges(), time_words()
    if (
        lower in words.negatives
        or (lemma in words.involvement and lemma not in _PARTS)
        or lemma in allegations().nouns
        or lemma in times.units
    ):
        return False
    if lemma in times.parts or lower in times.parts or (actors().noun(lemma) is not None and lemma not in triggers().nouns):
        return False
    return lemma not in _THINGS and not any(tree.dep[child] == "nummod" for child in tree.children[at])


_PARTS = frozenset("role part involvement hand complicity participation order cover-up".split())
_THINGS = frozenset(
    """name number place way side matter time fact doubt reason evidence proof sign question problem answer detail comment thing anything
    something everything nothing someone anyone one effect responsibility information word day truth deal weapon mine photograph video
    letter body injury casualty death victim wound figure toll total mention statement comment reason plan plot bid effort permission
    access choice need use sense trace regular rebel belligerent faction""".split()
)
"""Nouns that name no act, though they are denied, asked for or said not to be."""


def _was_there(tree: "Tree", at: int) -> bool:
    """Whether somebody is said to be somewhere: "none of its drones was in the air", "no soldier was near the village"."""
    if tree.child(at, "expl", "acomp", "attr") is not None or (who := tree.child(at, "nsubj")) is None:
        return False
    return tree.pos[who] != "PRON" and any(tree.dep[c] == "prep" and tree.lower[c] in _PLACED for c in tree.children[at] if c > at)


_ASKING = frozenset("ask appeal request demand urge call apply petition protest complain plead".split())


def _will_ask(tree: "Tree", at: int) -> bool:
    """Whether somebody will make a demand, an appeal or a protest: "it would ask both sides for another day"."""
    if tree.lemma[at] not in _ASKING or not any(tree.tag[child] == "MD" for child in tree.children[at]):
        return False
    return any(tree.dep[child] in ("dobj", "prep", "prt", "xcomp", "ccomp") for child in tree.children[at] if child > at)


def _denied_state(tree: "Tree", at: int) -> bool:
    """Whether a state, a wish or a plan is the very thing denied: "denied having heavy guns", "denied that it intends to"."""
    above = tree.head[at]
    return tree.dep[at] in ("ccomp", "xcomp", "pcomp") and tree.tag[at] != "VB" and hedges().verbs.get(tree.lemma[above]) == "deny"


def _has_part(tree: "Tree", verb: int) -> bool:
    """Whether a verb says that somebody had a hand in something."""
    thing = tree.child(verb, "dobj")
    return thing is not None and tree.lemma[verb] in ("have", "take") and tree.lemma[thing] in ("hand", "part", "role", "share")


def _after_denial(tree: "Tree", at: int) -> bool:
    """Whether a participle that the parser took for an adjective is what is denied: "denied issuing orders"."""
    before = at - 3 if at > 2 and tree.lower[at - 1] == "-" else at - 1  # "denied ill-treating anyone"
    return at > 0 and tree.dep[at] in ("amod", "compound") and tree.head[at] > at and hedges().verbs.get(tree.lemma[before]) == "deny"


@cache
def _loud_words() -> frozenset[str]:
    """Return every word that can make what it governs other than plain (vocab/hedges.yaml)."""
    words = hedges()
    kinds = (words.modals, words.adverbs, words.adjectives, words.verbs, words.nouns, words.heads)
    named = {word for kind in kinds for word, what in kind.items() if what in _LOUD}
    return frozenset(named) | words.negatives | words.conditional_marks | words.conditional_nouns | _OTHERS


@cache
def _doubting() -> frozenset[str]:
    """Return the words that deny, suppose or doubt what they govern (vocab/hedges.yaml)."""
    words = hedges()
    kinds = (words.modals, words.adverbs, words.adjectives, words.verbs, words.nouns)
    return frozenset(word for kind in kinds for word, what in kind.items() if what in ("deny", "denied", "possible", "probable"))
