"""Parts of the body → harm told by them: "lost a toe", "had three ribs broken", "was found with his throat cut".

Enters: a verb in a parse. Leaves: whether what it says of a part of the body is a wound, or a death.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

PARTS = frozenset(
    """leg legs arm arms eye eyes hand hands foot feet limb limbs finger fingers thumb thumbs toe toes ear ears nose tongue jaw jaws tooth
    teeth lip cheek chin forehead scalp skull face rib ribs collarbone shoulder shoulders elbow elbows forearm forearms wrist wrists palm
    knuckle knuckles nail nails fingernails spine back hip hips pelvis thigh thighs knee knees kneecap kneecaps shin shins calf ankle ankles
    heel heels kidney spleen lung sight eyesight hearing vertebra vertebrae breast breasts""".split()
)
"""Parts of the body that somebody can lose, or have broken, and live."""
SEVERED = frozenset(
    """blow tear sever amputate shatter crush mangle break fracture smash cut slash chop hack pierce gouge rip split dislocate burn scald
    hurt injure wound maim lacerate gash bruise crack knock shear slice perforate graze wrench twist splinter pulp""".split()
)
_CUT = frozenset("cut slit slashed severed".split())
_REACH = 6


def maimed(verb: "Token") -> bool:
    """As in "had his foot blown off by a mine", "had three ribs broken": somebody whom a verb of having gives a part that was hurt."""
    part = None
    for token in verb.doc[verb.i + 1 : verb.i + 1 + _REACH]:
        if token.lower_ in (",", ".", ";", "and") or token.is_sent_start:
            return False
        if part is not None and token.tag_ in ("VBN", "VBD") and token.lemma_ in SEVERED:
            return True
        if token.lower_ in PARTS:
            part = token
    return False


def throat_cut(verb: "Token") -> bool:
    """As in "was found in his yard with his throat cut", wherever the words for the place stand."""
    words = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 14]]
    for place, word in enumerate(words[:-1]):
        if word in (".", ";"):
            return False
        if word in ("throat", "throats") and words[place + 1] in _CUT and "with" in words[:place]:
            return True
    return False
