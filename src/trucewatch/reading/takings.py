"""People whom those who bear arms take along → taken: "militiamen took four girls to their camp", "masked men pulled off 14 passengers".

A verb of taking says of itself nothing of force: soldiers take wounded to a hospital and reporters to the front. Enters: a verb and its
object in a parse. Leaves: yes or no.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.people import names_people, population_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trucewatch.reading.token import Token

_TAKING = frozenset("take pull drag haul remove fetch order march lead carry force bring herd escort walk bundle push".split())
_BODIES = frozenset(
    """army police militia gendarmerie patrol garrison battalion company platoon squad band gang column unit detachment brigade
    regiment cadres commandos paramilitaries guerrillas""".split()
)
_LOOKS = frozenset("masked armed uniformed hooded camouflaged unknown unidentified helmeted bearded".split())
_AWAY = frozenset("from to off out into onto aboard away towards".split())
_SAFE = frozenset(
    """hospital hospitals clinic clinics safety shelter shelters home homes parents family families relatives school schools doctor
    doctors infirmary ambulance morgue mortuary grave graves scene site front airport border polls tour hotel church mosque burial
    cemetery
    alive unharmed unhurt safe list lists roll register rubble ruins wreckage debris water river sea""".split()
)
_UNTAKEN = frozenset(
    """journalists reporters correspondents diplomats observers monitors visitors delegates tourists wounded injured dead bodies body
    corpses corpse remains witnesses votes aid part place position positions control cover refuge""".split()
)
_THEM = frozenset(("them", "him", "her"))
_REACH = 11


def taken_by_force(verb: "Token", token: "Token", lower: "Sequence[str]") -> bool:
    """Whether those who bear arms take the people at ``token`` along, from where they were or to a place of theirs."""
    if verb.lemma_ not in _TAKING or token.dep_ == "pobj" or token.lower_ in _UNTAKEN:
        return False
    if not (names_people(token.lower_) or token.tag_ in ("CD", "NNP")):
        return False
    if token.tag_ == "NNS" and not any(child.dep_ in ("nummod", "det", "amod", "poss", "predet") for child in token.lefts):
        return False  # "dragged men from the arcades": nobody says how many
    doc = verb.doc
    if not any(token.lower_ in _AWAY for token in doc[verb.i + 1 : verb.i + _REACH]) or _struck_after(token):
        return False
    near: set[str] = set()
    for one in doc[verb.i + 1 : max(verb.i, token.i) + _REACH]:
        if one.lower_ in (".", ";") or one.is_sent_start:
            break
        near.add(one.lower_)
    doer = _doer(verb)
    return not near & _SAFE and doer is not None and _armed(doer, lower)


def _struck_after(token: "Token") -> bool:
    """As in "pulled 11 men off a bus and bayoneted them": what was done to them then is for others to tell."""
    doc = token.doc
    for at in range(token.i + 1, token.sent.end - 1):
        if doc[at + 1].lower_ in _THEM and doc[at].tag_[:2] == "VB" and doc[at].lemma_ not in _TAKING:
            return True
    return False


def _doer(verb: "Token") -> "Token | None":
    for _ in range(3):
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is not None or verb.dep_ not in ("conj", "advcl", "xcomp"):
            return subject
        verb = verb.head
    return None


def _armed(doer: "Token", lower: "Sequence[str]") -> bool:
    if doer.lower_ in _BODIES or any(child.lower_ in _LOOKS for child in doer.lefts):
        return True
    return population_at(doer.doc, doer.i, lower) == "party forces"
