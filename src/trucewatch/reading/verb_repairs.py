"""A parsed text → the same, with verbs of violence mended that the parser took for nouns or adjectives, so that they have their arguments.

Only heads, relations and tags within a sentence change; tokens and sentences stay. ``repair`` asks for each rule at its own word only.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.people import names_people
from trucewatch.reading.triggers import triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west outside".split()
)
DESCRIBED = frozenset(
    """allied aligned affiliated based stationed posted deployed backed supported led trained equipped loyal dressed wearing riding
    hidden dug holed quartered garrisoned belonging travelling traveling believed suspected accused sent numbering linked opposed
    mounted perched crammed packed seated masked hooded clad camped billeted encamped entrenched barricaded lurking hiding
    concealed""".split()
)
"""Participles that say who people are, where the next verb says what they did."""
CONVEYING = frozenset("carrying bringing transporting ferrying taking conveying shuttling".split())
SENT = frozenset("fired launched thrown dropped planted laid lobbed hurled placed aimed flung tossed detonated".split())
"""Participles that say by whom a weapon was sent, where the next verb says what it did ("shells fired by militants struck the camp")."""
HYPHENED = frozenset("gunned bombed raped trapped whipped gassed capped gunning bombing raping".split())
"""Verbs of two words with a hyphen: "machine-gunned", "petrol-bombed", "gang-raped"."""
_FIGURES = frozenset("figure count estimate number total tally toll claim version account reckoning calculation".split())
_SORTS = frozenset(
    """wounded injured armed displaced missing dead burned burnt damaged destroyed abandoned captured exiled retired uniformed masked
    suspected alleged wanted convicted detained""".split()
)
_NOUNS = frozenset(("NOUN", "PROPN"))
_NEAR = 9
_FINITE = frozenset(("VBD", "VBZ"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_OPENERS = _SUBJECTS | {"cc", "mark"}


def conveying(word: "Token") -> None:
    """Read "fired on a pick-up carrying harvest workers" with the pick-up as what was fired on, and the workers as what it carried."""
    people, doc = word.head, word.doc
    if word.tag_ != "VBG" or word.dep_ not in ("amod", "compound") or people.i < word.i or word.i < 2:
        return
    vehicle = doc[word.i - 1]
    single = any(child.lower_ in ("a", "an") for child in people.children) and people.tag_ == "NNS"
    if not single or vehicle.is_punct or vehicle.sent != word.sent:
        return
    head, relation = people.head, people.dep_
    for child in [child for child in people.lefts if child.i < word.i and child.i != vehicle.i]:
        child.head = vehicle
    for child in [child for child in word.lefts if child.i != vehicle.i]:
        child.head = vehicle
    vehicle.head, vehicle.dep_, vehicle.tag_, vehicle.pos_ = head, relation, "NN", "NOUN"
    if vehicle.lower_ == "up" and word.i > 3:
        pick = doc[word.i - 3]
        pick.head, pick.dep_ = vehicle, "compound"
        doc[word.i - 2].head = vehicle
    word.head, word.dep_ = vehicle, "acl"
    people.head, people.dep_ = word, "dobj"


def whose_figure(word: "Token") -> None:
    """Read "six soldiers killed (their figure)" with the figure beside the sentence, as nothing that anybody kills."""
    after = [token for token in word.doc[word.i + 1 : word.i + _NEAR] if token.sent == word.sent]
    end = next((place for place, token in enumerate(after) if token.text == ")"), None)
    inside = after[:end] if end else []
    noun = next((token for token in inside if token.lemma_.lower() in _FIGURES and token.dep_ in ("dobj", "appos")), None)
    if noun is None or inside[0].tag_ != "PRP$" or noun.head.i > word.i or noun.i != inside[-1].i:
        return
    root = noun.sent.root
    noun.head, noun.dep_ = root, "parataxis"
    word.head = noun


def wanted(word: "Token") -> None:
    """Read "arrested 14 wanted men" with the men as object: "wanted" after a number and before a plural says what men they were."""
    doc = word.doc
    if not 0 < word.i < len(doc) - 1:
        return
    number, noun = doc[word.i - 1], doc[word.i + 1]
    verb = number.head
    if number.tag_ != "CD" or noun.tag_ not in ("NNS", "NNPS", "NNP") or word.pos_ != "VERB" or number.dep_ != "dobj" or verb.i > word.i:
        return
    if verb.head.i == word.i:
        take_place(verb, word)
    number.head, number.dep_ = noun, "nummod"
    noun.head, noun.dep_ = verb, "dobj"
    word.head, word.dep_ = noun, "amod"


def sought(word: "Token") -> None:
    """Read "A man wanted for the killing of a priest surrendered" with the man as who surrendered, and not as who wanted."""
    if word.tag_ != "VBD" or word.i + 1 >= len(word.doc) or word.doc[word.i + 1].lower_ not in ("for", "over", "by", "in"):
        return
    verb = next((c for c in word.children if c.dep_ == "ccomp" and c.i > word.i and c.tag_ in ("VBD", "VBZ")), None)
    subject = next((c for c in word.children if c.dep_ == "nsubj" and c.i < word.i), None)
    if verb is None or subject is None or any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    own = [c for c in word.children if word.i < c.i < verb.i and not c.is_punct]
    take_place(verb, word)
    for child in own:
        child.head = word
    subject.head = verb
    word.head, word.dep_, word.tag_ = subject, "acl", "VBN"


def beside(word: "Token") -> None:
    """Read "a raid west of Arish on Tuesday" with the raid as the noun that is told of, and not as a word before "west"."""
    doc = word.doc
    noun = doc[word.i - 1]
    if word.i + 1 >= len(doc) or doc[word.i + 1].lower_ != "of" or noun.dep_ not in ("compound", "nmod") or noun.head.i != word.i:
        return
    if noun.pos_ not in _NOUNS or noun.sent != word.sent:
        return
    noun.head, noun.dep_ = (noun, "ROOT") if word.head.i == word.i else (word.head, word.dep_)
    for child in list(word.children):
        if child.lower_ != "of":
            child.head = noun
    word.head, word.dep_ = noun, "advmod"


def opening_clause(word: "Token") -> None:
    """Read "When rebels opened fire on the car the guards shot back" with the guards' as the main clause, and no clause about the car."""
    verb = word.head
    if not word.is_sent_start or verb.dep_ != "ROOT" or verb.tag_ not in _FINITE or word.dep_ not in ("advmod", "mark"):
        return
    main = next(
        (
            clause
            for noun in verb.subtree
            if noun.i > verb.i and noun.pos_ in _NOUNS
            for clause in noun.children
            if clause.dep_ == "relcl" and clause.tag_ in ("VBD", "VBZ", "VBN") and clause.i > verb.i
        ),
        None,
    )
    if main is None:
        return
    subject = next((child for child in main.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < main.i), None)
    if subject is None or subject.pos_ not in _NOUNS or main.left_edge.i != subject.left_edge.i:
        return
    later = [child for child in verb.children if child.i > main.i]
    main.head, main.dep_ = main, "ROOT"
    verb.head, verb.dep_ = main, "advcl"
    for child in later:
        child.head = main


def loyal(word: "Token") -> None:
    """Read "Men loyal to a warlord, riding on trucks, attacked the airport" with the men as those who attacked."""
    people = next((child for child in word.children if child.dep_ in ("npadvmod", "nsubj") and child.i + 1 == word.i), None)
    verb = word.head
    if people is None or word.pos_ != "ADJ" or people.tag_ not in ("NNS", "NNPS") or verb.i < word.i or verb.tag_ not in _FINITE:
        return
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    people.head, people.dep_ = verb, "nsubj"
    word.head, word.dep_ = people, "amod"


def alias(word: "Token") -> None:
    """Read "captured alias Mocho" with the man called so as who was captured, where the parse made a captured alias of him."""
    verb = word.nbor(-1) if word.i else None
    if verb is None or verb.dep_ not in ("amod", "compound") or verb.head.i != word.i or verb.tag_ not in ("VBN", "VBD"):
        return
    verb.tag_, verb.pos_ = "VBD", "VERB"
    before = [child for child in word.lefts if child.i < verb.i]
    hang_as(verb, word)
    for child in before:
        child.head = verb
    word.head, word.dep_ = verb, "dobj"


def plural(word: "Token") -> None:
    """Read "gendarmes", "irregulars" as the people they are, where the parser takes them for verbs and yet for subjects."""
    verb, text = word.head, word.lower_
    if verb.i == word.i or any(child.dep_ in ("dobj", "aux", "ccomp", "xcomp") for child in word.children):
        return
    word.tag_, word.pos_ = "NNS", "NOUN"
    word.lemma_ = text[:-3] + "y" if text.endswith("ies") else text[:-2] if text.endswith(("ches", "shes", "sses", "xes")) else text[:-1]
    for child in list(word.lefts):
        if child.dep_ == "nsubj" and child.lower_ == "that":
            child.dep_, child.head = "mark", verb
        elif child.dep_ in ("nsubj", "advmod"):
            child.dep_ = "amod" if child.i == word.i - 1 and child.pos_ == "ADJ" else "compound"


def voiced(word: "Token") -> None:
    """Read "the clinic was machine-gunned" with the clinic as what was, where the parse hung it on the auxiliary.

    So the Air Force of "denied that the Air Force had machine-gunned growers", as who did it.
    """
    verb = word.head
    if word.dep_ == "aux" and any(word.doc[at].is_punct and word.doc[at].text != "-" for at in range(word.i, verb.i)):
        return
    moved = ("nsubj", "nsubjpass", "mark") if word.dep_ == "aux" else ("nsubj", "nsubjpass")
    for child in [child for child in word.children if child.dep_ in moved]:
        if child.dep_ != "mark":
            child.dep_ = "nsubjpass" if word.dep_ == "auxpass" else "nsubj"
        child.head = verb


def hyphenated(word: "Token") -> None:
    """Read "gunmen machine-gunned a bar" with the gunmen as subject, where the parse hung them on "machine"."""
    doc = word.doc
    if word.i < 3:
        return
    first = doc[word.i - 2]
    if doc[word.i - 1].text != "-" or first.head.i != word.i or word.pos_ != "VERB":
        return
    before = doc[word.i - 3]
    subjects = [child for child in word.children if child.dep_ in ("nsubj", "nsubjpass") and child.i != first.i]
    if before.is_punct or before.sent != word.sent or subjects:
        return
    if before.dep_ in ("compound", "nmod") and before.head.i in (first.i, word.i) and before.tag_ in ("NNS", "NNPS", "NN", "NNP", "VBZ"):
        before.head, before.dep_ = word, "nsubj"
        for child in [child for child in first.lefts if child.i < before.i]:
            child.head = before  # "two enemy Mirage aircraft machine-gunned a camp"
        first.dep_ = "compound" if first.dep_ == "nsubj" else first.dep_
        if before.pos_ == "VERB":
            before.pos_, before.tag_ = "NOUN", "NNS"


def and_did(word: "Token") -> None:
    """Read "entered the town on Monday and tortured villagers" with a second verb, where the parse made it say what villagers they were."""
    doc = word.doc
    deed = doc[word.i + 1] if word.i + 1 < len(doc) else None
    if deed is not None and deed.tag_ == "VBG":
        _and_doing(word, deed)
        return
    if deed is None or deed.dep_ != "amod" or deed.lower_ in _SORTS or not deed.lower_.endswith("ed") or deed.sent != word.sent:
        return
    noun = deed.head
    if noun.tag_ not in ("NNS", "NNPS") or noun.i <= deed.i or noun.i > deed.i + 2 or not names_people(noun.lower_):
        return
    beside = (
        noun.head if noun.dep_ == "conj" else next((child for child in noun.children if child.dep_ == "nmod" and child.i < word.i), None)
    )
    if beside is None or (beside.pos_ != "VERB" and beside.ent_type_ not in ("DATE", "TIME", "GPE", "LOC", "FAC")):
        return
    verb = beside
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    if verb.tag_ != "VBD" or verb.i > word.i:
        return
    if beside.head.i == noun.i:
        beside.head, beside.dep_ = noun.head, noun.dep_
    deed.tag_, deed.pos_, deed.head, deed.dep_ = "VBD", "VERB", verb, "conj"
    if deed.lemma_ == deed.lower_:
        deed.lemma_ = _lemma(deed.lower_)
    word.head, word.dep_ = verb, "cc"
    noun.head, noun.dep_ = deed, "dobj"


def _and_doing(word: "Token", deed: "Token") -> None:
    """Read "beating passers-by and looting shops" with two deeds, where the parse made it say what shops they were."""
    noun = deed.head
    verb = noun.head
    if deed.dep_ != "amod" or noun.i <= deed.i or noun.dep_ not in ("dobj", "conj") or deed.lemma_ not in triggers().verbs:
        return
    first = next((child for child in noun.lefts if child.i < word.i and child.pos_ in _NOUNS), None) if noun.dep_ == "dobj" else verb
    verb = verb if noun.dep_ == "dobj" else first.head if first is not None else verb
    if first is None or verb.tag_ != "VBG" or first.i < verb.i or (noun.dep_ == "conj" and first.dep_ != "dobj"):
        return
    first.head, first.dep_ = verb, "dobj"
    deed.head, deed.dep_, deed.pos_ = verb, "conj", "VERB"
    word.head, word.dep_ = verb, "cc"
    noun.head, noun.dep_ = deed, "dobj"


def _lemma(past: str) -> str:
    """Return the verb of a regular past form ("tortured", "kidnapped", "attacked")."""
    return triggers().inflected.get(past, past.removesuffix("ed"))


def trod(word: "Token") -> None:
    """Read "a patrol trod on a mine" with "trod" as the verb: it is nothing else."""
    doc = word.doc
    if word.pos_ == "VERB" or not 0 < word.i < len(doc) - 1 or doc[word.i + 1].lower_ not in ("on", "upon"):
        return
    before = doc[word.i - 1]
    if before.head.i != word.i:
        return
    word.tag_, word.pos_ = "VBD", "VERB"
    for child in list(word.lefts):
        if child.i != before.i and child.i > word.i - 5:
            child.head = before
    before.head, before.dep_ = word, "nsubj"


def article(word: "Token") -> None:
    """Read "gunmen on a scooter sprayed bullets" with what they sprayed as object: "a" is no article of a plural."""
    noun = word.head
    if noun.tag_ != "NNS" or noun.dep_ != "pobj" or noun.head.dep_ != "prep":
        return
    verb = next((child for child in noun.lefts if child.dep_ == "amod" and child.tag_ in ("VBN", "VBD")), None)
    if verb is None or verb.i < word.i + 2:
        return
    before, preposition = word.doc[verb.i - 1], noun.head
    top = preposition.head
    if before.head.i not in (noun.i, verb.i) or before.tag_ not in ("NN", "NNP") or top.pos_ not in _NOUNS or not names_people(top.lower_):
        return
    for child in [child for child in noun.lefts if child.i < before.i]:
        child.head = before
    rise(verb, before, preposition, top)
    noun.head, noun.dep_ = verb, "dobj"


def alight(word: "Token") -> None:
    """Read "set a farmer's house alight" with the house as object. What moves hangs on "set" or on the house, above which "set" stands."""
    verb = word.head
    if word.dep_ not in ("dobj", "ccomp", "advcl", "xcomp") or verb.lower_ not in ("set", "setting", "sets") or not verb.i < word.i - 1:
        return
    thing = word.doc[word.i - 1]
    while thing.dep_ == "pobj" and thing.head.lower_ == "of" and thing.head.head.i > verb.i:
        thing = thing.head.head  # "set one of the barges alight"
    if thing.head.i != word.i or thing.pos_ not in _NOUNS | {"NUM"} or thing.dep_ not in ("compound", "nmod", "poss", "nsubj"):
        return
    others = [child for child in word.lefts if child.i != thing.i]
    after = [child for child in word.rights if child.dep_ in ("prep", "npadvmod")]
    thing.head, thing.dep_ = verb, "dobj"
    for child in others:
        child.head = thing
    for child in after:
        child.head = verb
    word.dep_ = "oprd"


def whom(word: "Token") -> None:
    """Read "three workers, whom uniformed men snatched" with the men as those who snatched, not as those who were."""
    people = word.head
    verb = next((child for child in people.children if child.dep_ == "acl" and child.i > people.i), None)
    if people.i < word.i or people.dep_ != "relcl" or verb is None or verb.tag_ not in ("VBN", "VBD"):
        return
    if any(child.dep_ in ("dobj", "agent") for child in verb.children):
        return
    verb.tag_, verb.head, verb.dep_ = "VBD", people.head, "relcl"
    people.head, people.dep_ = verb, "nsubj"
    word.head, word.dep_ = verb, "dobj"


def rise(verb: "Token", before: "Token", preposition: "Token", top: "Token") -> None:
    """Make ``verb`` the verb of ``top``, where the parse took it for a word of the phrase that stands after ``preposition``."""
    verb.tag_, verb.pos_ = "VBD", "VERB"
    later = [child for child in top.children if child.i > verb.i]
    main = top.head if top.head.i > verb.i and top.dep_ in ("nsubj", "nsubjpass") else None
    own = main is not None and any(child.dep_ in ("nsubj", "nsubjpass", "expl") and child.i > verb.i for child in main.children)
    if top.head.i == top.i:
        verb.head, verb.dep_ = verb, "ROOT"
    elif main is None:
        verb.head, verb.dep_ = top.head, top.dep_
    elif own:
        verb.head, verb.dep_ = main, "ccomp"
    else:
        take_place(verb, main)
        main.head, main.dep_ = verb, "conj"
    before.head, before.dep_ = preposition, "pobj"
    top.head, top.dep_ = verb, "nsubj"
    for child in later:
        child.head = verb


def reduced(word: "Token") -> None:
    """Read "Anyone found with mud on his feet was finished off" with anyone as who was finished off, not as who found something."""
    verb = word.head
    low = verb.head
    if word.dep_ != "auxpass" or verb.dep_ not in ("ccomp", "conj", "advcl") or low.tag_ not in ("VBN", "VBD") or low.i > word.i:
        return
    if any(child.dep_ in _OPENERS and child.i < word.i for child in verb.children):
        return
    who = next((child for child in low.children if child.dep_ == "nsubj" and child.i < low.i), None)
    if who is None or any(child.dep_ in ("aux", "auxpass", "dobj", "cc") for child in low.children):
        return
    agent = any(child.dep_ == "agent" and child.i < word.i for child in low.children)
    if who.lower_ not in _ANYONE and low.lower_ not in _SUFFERED and not agent:
        return  # "Two teachers shot dead by gunmen were buried", "Five policemen killed there were buried"
    hang_as(verb, low)
    for child in [child for child in low.children if child.i > verb.i and child.dep_ == "punct"]:
        child.head = verb
    who.head, who.dep_ = verb, "nsubjpass"
    low.head, low.dep_, low.tag_ = who, "acl", "VBN"


_SUFFERED = frozenset(
    """killed slain murdered wounded injured captured arrested detained kidnapped abducted seized taken held executed hanged beheaded
    lynched massacred displaced expelled evicted uprooted maimed beaten tortured raped found""".split()
)
"""Participles of verbs that need an object, where they are pasts."""
STRONG = frozenset(
    """retook overtook undertook withdrew overthrew withstood overcame overran struck fled fought sought drove broke drew threw tore stole
    froze shook slew swept crept gave took held sank stood stuck swore went wrote rose rode""".split()
)
"""Pasts that are no bare verbs, whatever the tagger makes of them."""
ONLY_PAST = frozenset("retook overtook overran".split())
"""Pasts that the tagger takes for names and presents."""
_ANYONE = frozenset("anyone anybody everyone everybody those people men women youths boys villagers prisoners".split())


def past(word: "Token") -> None:
    """Read "Four guerrillas beat to death the headman" with the guerrillas beating him, where the parse makes a noun of the verb."""
    if word.lower_ in ONLY_PAST and word.tag_ in ("VBP", "NNP", "NN"):
        if any(child.dep_ in ("nsubj", "dobj") for child in word.children):
            word.tag_, word.pos_ = "VBD", "VERB"
        return
    if word.tag_ == "VBN" and word.dep_ == "acl":
        _told_of(word)
        return
    if word.lower_ in STRONG and word.tag_ == "VB" and not any(child.dep_ == "aux" for child in word.children):
        word.tag_ = "VBD"  # "a column, backed by tanks, retook the ford"
        return
    if word.tag_ not in ("NN", "VB", "VBP") or not any(child.dep_ == "nsubj" and child.i < word.i for child in word.children):
        return
    if any(child.dep_ in ("aux", "cop", "det", "poss") for child in word.children):
        return
    if word.tag_ != "NN" and not (word.i + 2 < len(word.doc) and word.doc[word.i + 1].lower_ == "to"):
        return
    word.tag_, word.pos_, word.lemma_ = "VBD", "VERB", word.lower_


def _told_of(word: "Token") -> None:
    """Read "A crowd with spears set upon the villagers" with the crowd as who did so, where the sentence has no other verb."""
    who = word.head
    while who.dep_ == "pobj" and who.head.dep_ == "prep" and who.head.lower_ in ("with", "of", "in", "from", "on"):
        who = who.head.head  # "a crowd with spears set upon the villagers", parsed as spears that were set
    if who.head.i != who.i or who.pos_ not in ("NOUN", "PROPN") or word.lower_ in ("hit", "hurt", "spread"):
        return
    upon = word.doc[word.i + 1 : word.i + 2].text in ("upon", "about", "fire", "off", "ablaze", "alight")
    if not upon and not any(child.dep_ == "dobj" for child in word.children):
        return
    if any(child.dep_ in ("agent", "aux", "auxpass") for child in word.children):
        return
    others = [child for child in who.children if child.tag_ in ("VBZ", "MD", "VBP", "VBD") and child.dep_ != "advcl"]
    if others:
        return
    for child in list(who.children):
        if child.i > word.i:
            child.head = word
    word.head, word.dep_, word.tag_ = word, "ROOT", "VBD"
    who.head, who.dep_ = word, "nsubj"


def broken_off(word: "Token") -> None:
    """Read "A family that moved back because the accord said it could was burnt out" with the family as who was burnt out."""
    modal = word.doc[word.i - 1] if word.i else None
    verb = word.head
    if modal is None or modal.tag_ != "MD" or word.dep_ != "auxpass" or modal.head.i != verb.i or verb.dep_ != "ccomp":
        return
    top = verb.head
    while top.head.i != top.i and top.dep_ not in ("nsubj", "nsubjpass"):
        top = top.head
    if top.pos_ not in _NOUNS or top.i > word.i or top.head.i != top.i:
        return
    for child in [child for child in verb.children if child.i < modal.i]:
        child.head = modal
    modal.head, modal.dep_ = verb.head, "ccomp"
    verb.head, verb.dep_ = verb, "ROOT"
    top.head, top.dep_ = verb, "nsubjpass"


def hang_as(verb: "Token", old: "Token") -> None:
    """Hang ``verb`` where ``old`` hangs: on the same head, or as the root."""
    if old.head.i == old.i:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = old.head, old.dep_


def take_place(verb: "Token", old: "Token") -> None:
    """Put ``verb`` where ``old`` stands, with the children of ``old`` under it."""
    hang_as(verb, old)
    for child in list(old.children):
        if child.i != verb.i:
            child.head = verb


def armed(word: "Token") -> None:
    """Read "when men armed with machetes attacked the post, wounding two" with the men as those who attacked."""
    if word.dep_ != "advcl" or word.tag_ != "VBN" or any(child.dep_ in ("aux", "auxpass") for child in word.children):
        return
    people = next((child for child in word.children if child.dep_ == "nsubj" and child.i < word.i), None)
    above = word.head
    verb = next((child for child in above.children if child.i > word.i and child.tag_ in _FINITE and child.dep_ == "conj"), None)
    if people is None or verb is None or any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    if any(word.doc[at].text == "," or word.doc[at].dep_ == "cc" for at in range(word.i, verb.i)):
        return
    for child in list(word.children):
        if child.i < people.i:
            child.head = verb
    for child in list(above.children):
        if child.i > verb.i:
            child.head = verb
    verb.dep_ = "advcl"
    people.head, people.dep_ = verb, "nsubj"
    word.head, word.dep_ = people, "acl"


def described(word: "Token") -> None:
    """Read "soldiers allied to the capital shot dead a woman" with the soldiers as those who shot, "allied" as what they are."""
    people = next((child for child in word.children if child.dep_ in _SUBJECTS and child.i + 1 == word.i), None)
    if word.tag_ not in ("VBD", "VBN", "VBG") or people is None or people.pos_ not in _NOUNS:
        return
    sent = word.lower_ in SENT and any(child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by") for child in word.children)
    ascribed = word.lower_ in ("believed", "suspected") and word.doc[word.i + 1 : word.i + 2].text == "to"
    if not sent and (word.lower_ in SENT or not (ascribed or names_people(people.lower_))):
        return
    if any(child.dep_ in ("aux", "auxpass", "dobj") for child in word.children):
        return
    if word.lower_ == "said" and word.doc[word.i + 1 : word.i + 2].text != "to":
        return  # "men said to belong to the Front": whoever says something says it without "to"
    near = word.doc[word.i + 1 : word.i + _NEAR + 3 * sent]
    verb = next((t for t in near if _is_finite(t, word) or (sent and _with_object(t)) or t.is_sent_start or t.text in ",.;"), None)
    if (
        verb is None
        or not (_is_finite(verb, word) or (sent and _with_object(verb)))
        or any(child.dep_ in _SUBJECTS for child in verb.children)
    ):
        return
    if not any(child.dep_ in ("dobj", "prep", "prt", "advmod", "oprd") and child.i > verb.i for child in verb.children):
        return
    above, relation = (verb, "ROOT") if word.head.i == word.i else (word.head, word.dep_)
    if above.i == verb.i and relation != "ROOT":
        return
    for child in list(word.children):
        if child.i > verb.i or (child.i < people.i):
            child.head = verb
    verb.head, verb.dep_ = above, relation
    if verb.tag_ == "VB":
        verb.tag_ = "VBP"
    if sent:
        word.tag_, verb.tag_ = "VBN", "VBD"
    people.head, people.dep_ = verb, "nsubj"
    word.head, word.dep_ = people, "acl"


def _is_finite(token: "Token", described: "Token") -> bool:
    """Whether a verb is finite, the present of many too: "fighters allied with the state surround a hamlet", left loose by the parse."""
    if token.tag_ in _FINITE:
        return True
    loose = token.tag_ in ("VB", "VBP") and token.dep_ in ("dep", "ccomp", "conj") and token.head.i == described.i
    return loose and not any(child.dep_ in ("aux", "cc", "mark") for child in token.children)


def _with_object(token: "Token") -> bool:
    """Whether a participle hung on a noun has an object, as no passive has: "fired by men in the hills killed 12 people"."""
    return token.tag_ == "VBN" and token.dep_ == "acl" and any(child.dep_ == "dobj" for child in token.children)
