"""People named beside a deed who suffered nothing in it: who tells of it, whom the doers passed for, who heads a line, who did it.

As in "killed 21 villagers, officials and relief workers said", "two gunmen posing as traders were arrested", "Curfew breakers: a herdsman
was shot dead". Enters: a parse and a count in it, or the phrase of one. Leaves: a yes or no.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.counted import is_explicit

if TYPE_CHECKING:
    from trucewatch.reading.counted import Counted
    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token

_SAYING = frozenset(
    """say tell report add state confirm recall recount relate announce declare testify explain estimate believe claim maintain insist
    allege write note acknowledge concede admit warn suspect""".split()
)
_FEIGNING = frozenset("pose dress disguise masquerade pass clothe act present camouflage impersonate garb attire parade".split())
_IN_GUISE = frozenset(("as", "for", "like", "off"))
_BESIDE = frozenset(("off", "up", "themselves", "himself", "herself", "falsely"))
_GUISES = frozenset("guise garb uniform uniforms clothes clothing disguise cover robes outfit outfits".split())
_REACHING = frozenset(
    """reach enter leave visit approach cross pass near quit flee defend hold occupy capture take retake overrun liberate besiege attack
    raid storm shell bomb control join name call dub""".split()
)
_POINTING = frozenset(("among", "including", "amongst", "include", "includes", "included"))


def uninvolved(parse: "Parse", counted: "Counted") -> bool:
    """Whether the people of a count only stand beside the deed that seemed to befall them."""
    quantity = counted.quantity
    end = _end(parse, quantity)
    if _feigned(parse.doc[quantity.head]) or _in_relative(parse, quantity, counted.trigger):
        return True
    if quantity.named:
        return counted.rule == "order" and _gone_to(parse.doc[quantity.head], counted.trigger)
    return not is_explicit(quantity) and (_says_it(parse, quantity, end, counted.trigger) or _heads_line(parse, end, counted.trigger))


def doers_among(parse: "Parse", quantity: "Quantity") -> bool:
    """As in "the rebels, among them two women, went from hut to hut": a part of those who are told of as doing something."""
    token = parse.doc[quantity.head]
    whole = token.head if token.dep_ in ("appos", "pobj") else token
    if token.dep_ == "pobj":
        whole = token.head.head if token.head.lower_ in _POINTING else token
    if whole.i >= token.i or whole.dep_ != "nsubj" or whole.head.i < token.i or whole.head.pos_ != "VERB":
        return False
    verb, words = whole.head, lexicon()
    befallen = any(child.dep_ in ("auxpass", "neg") for child in verb.children) or verb.lemma_ in ("be", "survive", "remain", "have", "do")
    harmed = any(metric != "displaced" for metric in words.subject_phrases.get(verb.lemma_, {}).values())
    befallen = befallen or verb.lemma_ in words.suffers or harmed or verb.lower_ in words.states
    told = any(between.tag_ in ("VBD", "VBZ", "VBP", "MD") for between in parse.doc[whole.i + 1 : token.i])
    return not befallen and not told and verb.tag_ in ("VBD", "VBZ", "VBP")


def _end(parse: "Parse", quantity: "Quantity") -> int:
    at = quantity.head
    while at < len(parse.doc) and parse.doc[at].idx < quantity.span.end:
        at += 1
    return at


def _says_it(parse: "Parse", quantity: "Quantity", end: int, trigger: int) -> bool:
    """As in "killed 21 villagers, officials and relief workers said": people without a number right before a verb of saying."""
    doc, token = parse.doc, parse.doc[quantity.head]
    if end >= len(doc) or doc[end].lemma_ not in _SAYING or doc[end].tag_ not in ("VBD", "VBZ", "VBP") or trigger >= quantity.head:
        return False
    return token.dep_ == "conj" or parse.tree.lower[token.left_edge.i - 1 : token.left_edge.i] == [","]


def _feigned(token: "Token") -> bool:
    """As in "posing as traders", "tried to pass for pilgrims", "disguised in the garb of monks": what others were taken for."""
    guise = token.head
    if token.dep_ == "pobj" and guise.lower_ == "of" and guise.head.lower_ in _GUISES:
        return True
    at = token.left_edge.i - 1
    if at < 1 or token.doc[at].lower_ not in _IN_GUISE:
        return False
    at -= 1 + (token.doc[at - 1].lower_ in _BESIDE)
    return at >= 0 and token.doc[at].lemma_ in _FEIGNING and token.doc[at].pos_ in ("VERB", "ADJ")


def _in_relative(parse: "Parse", quantity: "Quantity", trigger: int) -> bool:
    """As in "a student who had eloped with a soldier was stoned": the clause about the one struck ends with somebody else.

    The parse may give the verb both for subjects; the first is the one, where "who" stands between them and no comma or "and".
    """
    token = parse.doc[quantity.head]
    if token.dep_ not in ("nsubj", "nsubjpass") or token.head.i != trigger:
        return False
    for other in token.head.children:
        if other.i >= token.i or other.dep_ not in ("nsubj", "nsubjpass"):
            continue
        between = parse.tree.lower[other.i + 1 : token.left_edge.i]
        if between[:1] in (["who"], ["whom"], ["that"]) and not {",", "and", ";"} & {*between}:
            return True
    return False


def _gone_to(token: "Token", trigger: int) -> bool:
    """As in "refugees who reached Beit Shama": a name that is the object of going or of fighting for a place, of another verb's clause."""
    verb = token.head
    return token.dep_ == "dobj" and verb.i != trigger and verb.lemma_ in _REACHING


def _heads_line(parse: "Parse", end: int, trigger: int) -> bool:
    """As in "Curfew breakers: a herdsman was shot dead": who is meant by the heading is counted after it."""
    return parse.tree.lower[end : end + 1] == [":"] and trigger > end and parse.doc[trigger].tag_ in ("VBN", "VBD", "JJ")
