"""A parsed text → the same, with slips mended that put words into the wrong mouth or hide what is denied or asked for.

Only heads, relations and tags within a sentence change; tokens and sentences stay. ``repair`` asks for each rule at its own word only.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SAYING = frozenset("said says warned warns announced announces added adds declared declares stressed insisted vowed promised".split())
APPEALS = frozenset("appeals calls urges demands warns asks denies rejects claims threatens vows condemns".split())
TITLES = frozenset("maj. lt. col. capt. sgt. brig. cmdr. cdr. comr. cpl. supt. insp. fr. msgr. gen. adm. dr. rev.".split())
GERUNDS = frozenset(
    """shelling firing opening bombing burning killing using shooting attacking targeting looting raping torturing executing
    abducting kidnapping detaining arresting beating laying planting crossing violating raiding ordering recruiting breaking hitting
    striking mining bombarding ambushing stealing robbing seizing plundering murdering massacring slaughtering harassing intimidating
    extorting blocking besieging destroying demolishing damaging sabotaging torching storming invading occupying deporting expelling
    displacing driving starving poisoning sheltering harbouring harboring arming smuggling holding jailing imprisoning lynching
    assassinating maiming mutilating wounding stabbing hanging deploying sending massing hijacking hiding training funding firebombing
    dropping throwing hurling lobbing launching sowing digging burying bulldozing uprooting desecrating vandalising vandalizing""".split()
)
PRESENT = frozenset("bombard shell ambush attack raid storm bomb seize abduct kidnap ransack strafe torch mortar target rocket".split())
"""Verbs of violence that chronicles tell in the present, and that the parser takes for nouns."""
CHRONICLED = frozenset(
    """lands falls strikes hits fires attacks shells bombs raids ambushes storms kills wounds shoots explodes bursts crashes slams
    crosses enters blocks burns clashes detonates targets rockets land fall strike hit fire attack explode burst crash slam
    block burn clash""".split()
)
"""Verbs of chronicles in the present, in the third person, and with a plural before them."""
CONDITIONS = frozenset(
    "strikes fires attacks shells bombs raids moves returns fails refuses advances breaches shoots responds retreats stops".split()
)
_BEFORE_GERUND = frozenset(
    "deny avoid admit stop begin start resume risk consider contemplate recall mention regret justify acknowledge escape evade".split()
)
_NOMINAL = frozenset(("NOUN", "PROPN"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def said_between(cue: "Token") -> None:
    """Read "The Army, said Colonel Meza, will strike the camps" with the Army striking and the colonel speaking."""
    doc = cue.doc
    if cue.i < 2 or doc[cue.i - 1].text != "," or cue.dep_ != "ROOT":
        return
    subject = next((c for c in cue.children if c.dep_ == "nsubj" and c.i < cue.i), None)
    verb = next((c for c in cue.children if c.dep_ == "ccomp" and c.i > cue.i and c.pos_ in ("VERB", "AUX")), None)
    if subject is None or verb is None or subject.sent.start > subject.left_edge.i:
        return
    if any(doc[at].pos_ in ("VERB", "AUX") for at in range(subject.sent.start, cue.i)):
        return
    speaker = next((c for c in verb.children if c.dep_ == "nsubj" and cue.i < c.i < verb.i), None)
    if speaker is None or speaker.right_edge.i + 1 >= len(doc) or speaker.pos_ not in _NOMINAL:
        return
    closed = speaker.right_edge.text == "," or doc[speaker.right_edge.i + 1].text == ","
    if not closed or any(doc[at].lower_ in ("that", '"', "“") for at in range(cue.i + 1, verb.i)):
        return
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, subject.dep_ = verb, "nsubj"
    speaker.head, speaker.dep_ = cue, "nsubj"
    cue.head, cue.dep_ = verb, "parataxis"
    if speaker.right_edge.text == ",":
        speaker.right_edge.head = cue


def blamed_too(word: "Token") -> None:
    """Read "said the army had shelled the town and blamed it for the raid" with whoever said it as the one who blames."""
    told = word.head
    says = told.head
    if (
        word.dep_ != "conj"
        or word.tag_ != "VBD"
        or told.dep_ != "ccomp"
        or says.tag_ != "VBD"
        or says.lower_ not in SAYING
        or says.i > told.i
    ):
        return
    if any(child.dep_ in ("nsubj", "aux") for child in word.children) or not any(child.lower_ == "had" for child in told.children):
        return
    word.head = says


def titled(word: "Token") -> None:
    """Read "signed by its spokesman, Lt. Col. Muhindo" with the name as the spokesman's, not as who said it."""
    doc = word.doc
    if word.i < 2 or doc[word.i - 1].text != "," or doc[word.i - 2].pos_ != "NOUN":
        return
    name = word
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    noun = doc[word.i - 2]
    if name.dep_ == "npadvmod" and name.head.i < noun.i and name.i != noun.i:
        name.head, name.dep_ = noun, "appos"


def gerund(word: "Token") -> None:
    """Read "denied shelling civilians", "avoided opening fire" with the civilians as what was shelled."""
    doc = word.doc
    if word.dep_ == "pcomp" and word.tag_ == "NN" and any(c.dep_ == "dobj" for c in word.children):
        word.tag_, word.pos_, word.lemma_ = "VBG", "VERB", _stem(word.lower_)  # "accused the Front of mining the road"
        return
    if not word.i or word.dep_ not in ("compound", "amod"):
        return
    if _next_gerund(word) or _charged(word):
        return
    noun, verb = word.head, doc[word.i - 1]
    if noun.i != word.i + 1 or noun.dep_ != "dobj" or noun.head.i != verb.i:
        return
    if verb.lemma_ not in _BEFORE_GERUND or verb.pos_ != "VERB":
        return
    later = [c for c in verb.children if c.dep_ == "prep" and c.i > noun.i]
    word.tag_, word.pos_, word.lemma_ = "VBG", "VERB", _stem(word.lower_)
    word.head, word.dep_ = verb, "xcomp"
    noun.head, noun.dep_ = word, "dobj"
    for child in later:
        child.head = word


def _charged(word: "Token") -> bool:
    """Read "accused Armenia of laying mines" with the mines as what was laid, and not as mines that lay something."""
    noun, preposition = word.head, word.nbor(-1)
    above = preposition.head
    if noun.dep_ != "pobj" or noun.head.i != preposition.i or noun.i < word.i or preposition.lower_ not in ("of", "for", "with", "in"):
        return False
    if above.lemma_ not in _CHARGING and above.head.lemma_ not in _CHARGING:
        return False
    later = [c for c in above.children if c.dep_ in ("prep", "npadvmod") and c.i > noun.i] if above.pos_ == "VERB" else []
    word.tag_, word.pos_, word.lemma_ = "VBG", "VERB", _stem(word.lower_)
    word.head, word.dep_ = preposition, "pcomp"
    noun.head, noun.dep_ = word, "dobj"
    for child in later:
        child.head = word
    return True


_CHARGING = frozenset(
    """accuse suspect charge convict blame condemn denounce fault acquit indict implicate clear exonerate guilty capable incapable innocent
    responsible accusation suspicion charge allegation""".split()
)


def _next_gerund(word: "Token") -> bool:
    """Read "hacking farmers to death, burning shops and leading away villagers" with the shops as what was burned."""
    noun, doc = word.head, word.doc
    verb = noun.head
    listed = doc[word.i - 1].text == "," and noun.i == word.i + 1 and noun.tag_ in ("NNS", "NN") and noun.dep_ in ("dobj", "conj", "appos")
    while listed and noun.dep_ != "dobj" and verb.pos_ in _NOMINAL and verb.dep_ in ("dobj", "conj", "appos"):
        verb = verb.head
    if not listed or verb.tag_ != "VBG" or verb.pos_ != "VERB" or verb.i > word.i:
        return False
    word.tag_, word.pos_, word.lemma_ = "VBG", "VERB", _stem(word.lower_)
    word.head, word.dep_ = verb, "conj"
    noun.head, noun.dep_ = word, "dobj"
    return True


def _stem(gerund: str) -> str:
    """Return the verb of a gerund: "shelling" → "shell", "firing" → "fire", "bombing" → "bomb"."""
    stem = gerund.removesuffix("ing")
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsf":
        return stem[:-1]
    return stem + "e" if stem[-1] in "rszvgc" and stem not in _BARE else stem


_BARE = frozenset(("enter", "hear", "offer", "order", "storm", "clear", "harbour", "harbor", "shelter", "murder", "plunder", "surrender"))


def condition(word: "Token") -> None:
    """Read "If the United Nations fires on us" with "fires" as its verb, which the parser takes for a noun."""
    if word.tag_ != "NNS":
        return
    mark = next((c for c in word.children if c.dep_ == "mark"), None)
    before = word.doc[word.i - 1] if word.i else None
    if mark is None or before is None or before.head.i != word.i or before.pos_ not in _NOMINAL or before.dep_ not in ("compound", "nmod"):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in word.children):
        return
    _finite(word, before)


def told_now(word: "Token") -> None:
    """Read "Tigers bombard a naval base" with the Tigers bombarding it, where the parse makes a noun of the verb."""
    if word.tag_ not in ("NN", "NNP") or not word.i or not any(c.dep_ == "dobj" and c.i > word.i for c in word.children):
        return
    before = word.doc[word.i - 1]
    if before.head.i == word.i and before.dep_ in ("compound", "nmod") and before.tag_ in ("NNS", "NNPS", "NNP"):
        _finite(word, before)


def chronicled(word: "Token") -> None:
    """Read "11 May: a shell lands in the yard" with the shell landing, where the parse makes a noun of the only verb there can be."""
    before = word.doc[word.i - 1] if word.i else None
    if word.i > 2 and before is not None and before.text == "-":
        before = word.doc[word.i - 3]  # "a helicopter machine-guns a launch"
    elif word.lower_ == "guns":
        return
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if (
        before is None
        or after is None
        or word.tag_ not in ("NN", "NNS")
        or before.head.i != word.i
        or before.dep_ not in ("compound", "nmod")
    ):
        return
    single, told = before.tag_ in ("NN", "NNP", "JJ"), word.lower_.endswith("s")
    if single != told or after.tag_ not in ("IN", "DT", "CD", "PRP$", "JJ", "NNS", "NNP", "RP"):
        return
    if any(token.tag_ in _FINITE for token in word.sent):
        return
    _finite(word, before)


def heading_verb(word: "Token") -> None:
    """Read "The Special Representative appeals to all parties to stop the attacks" with "appeals" as its verb."""
    before = word.doc[word.i - 1] if word.i else None
    if word.dep_ != "ROOT" or word.tag_ != "NNS" or before is None or before.head.i != word.i:
        return
    if before.pos_ not in _NOMINAL or before.dep_ not in ("compound", "nmod"):
        return
    if any(token.tag_ in _FINITE for token in word.sent if token.i != word.i) or word.i + 1 >= len(word.doc):
        return
    if word.doc[word.i + 1].lower_ not in ("to", "on", "for", "upon", "that", "all", "both", "the", "any", "parties"):
        return
    _finite(word, before)


def _finite(word: "Token", subject: "Token") -> None:
    """Make a verb of a noun, with the noun before it as its subject."""
    lower = word.lower_
    word.tag_, word.pos_ = "VBZ", "VERB"
    word.lemma_ = lower[:-2] if lower.endswith(("shes", "ches", "sses", "xes")) else lower.removesuffix("s")
    for child in list(word.lefts):
        if child.i < subject.i and child.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod"):
            child.head = subject
    subject.dep_ = "nsubj"
    for child in word.rights:
        if child.dep_ == "appos" and child.i > word.i and any(below.dep_ == "det" and below.i == word.i + 1 for below in child.children):
            child.dep_ = "dobj"
