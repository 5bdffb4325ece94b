"""A draft and its statement → the stance the speaker takes: a party that says it did not happen denies it.

Enters: a draft claim and the statement it stands in. Leaves: its stance. "No civilians were hurt", said by anybody, tells that nothing
happened; "our guns did not fire on the town", said by a party about itself, is a denial, and so is "there was no air attack" said by one.
"""

from dataclasses import replace

from trucewatch.reading.attribution import HYPOTHETICAL
from trucewatch.reading.mentions import Stance
from trucewatch.reading.scene import Draft, Scene
from trucewatch.records.assertion import Statement

_PARTY = frozenset(
    """army military command commander coalition ministry minister spokesman spokeswoman general colonel brigadier major captain
    admiral navy force forces government regime rebels rebel militia front headquarters staff office secretary president police
    militiamen guerrillas movement tigers council ambassador division brigade air alliance nato leader leaders troops agency
    lieutenant sergeant lt col gen maj capt brig cmdr official officer spokesperson junta guerrilla brigades
    mission kremlin cabinet""".split()
)
_OWN = frozenset(("we", "our", "ours", "its", "his", "their", "my", "i", "us"))
_PRETENDED = frozenset(("pretend", "allege", "claim", "assert", "report", "contend", "suggest", "say"))


def spoken_stance(scene: Scene, draft: Draft, statement: Statement | None) -> Stance:
    """Return the draft's stance as its speaker's."""
    stance = draft.stance
    if statement is not None and statement.rule == HYPOTHETICAL:
        return replace(stance, polarity="non-assertion", rule=HYPOTHETICAL)
    if draft.kind not in ("event", "responsibility", "casualty") or stance.factuality != "negated" or stance.polarity != "assert":
        return stance
    if draft.kind == "casualty":
        return stance
    if _answers(scene, draft.token):
        return replace(stance, polarity="deny", rule="denied an allegation")
    if statement is None:
        ours = draft.kind == "event" and _ours(scene, draft.token)  # a party's own release
        return replace(stance, polarity="deny", rule="denied by a party") if ours else stance
    if statement.speech_act == "deny":
        return replace(stance, polarity="deny", rule="denied")
    if is_party(statement) and (_own_deed(scene, draft.token, statement) or _bare_event(scene, draft.token)):
        return replace(stance, polarity="deny", rule="denied by a party")
    return stance


def is_party(statement: Statement) -> bool:
    """Whether the speaker of a statement is a side or its official."""
    words = (
        f"{statement.speaker.name} {statement.speaker.role or ''} {statement.speaker.affiliation or ''}".lower().replace("'s", "").split()
    )
    return any(word.strip(".,") in _PARTY for word in words) and "police" not in words


def _own_deed(scene: Scene, token: int, statement: Statement) -> bool:
    """Whether the doer is the speaker's own side: "its artillery had not fired", "AMISOM did not shell"."""
    verb = scene.parse.doc[token]
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by") and any(c.lower_ in _OWN for c in child.subtree):
            return True  # "not one shell was fired from our lines"
        if child.dep_ != "nsubj":
            continue
        if child.lower_ in ("it", "they", "he", "she"):
            return True
        if child.lower_ in _OWN or any(c.lower_ in _OWN for c in child.children if c.dep_ == "poss"):
            return True
        if any(c.lower_ == "no" for c in child.lefts) and any(c.dep_ == "poss" and c.lower_ in _OWN for c in child.subtree):
            return True  # "no unit under his orders"
        if child.pos_ == "PROPN" or (child.pos_ == "NOUN" and any(c.lower_ == "the" for c in child.children)):
            words = child.lower_
            if words in statement.speaker.name.lower() or words in (statement.speaker.role or "").lower() or child.pos_ == "PROPN":
                return True
            return child.lower_ in ("operation", "army", "troops", "forces", "military", "coalition", "government")
    return False


def _ours(scene: Scene, token: int) -> bool:
    """Whether the doer is "we" or "our units"."""
    subjects = [child for child in scene.parse.doc[token].children if child.dep_ == "nsubj"]
    return any(child.lower_ == "we" or any(c.lower_ == "our" for c in child.lefts) for child in subjects)


def _bare_event(scene: Scene, token: int) -> bool:
    """Whether an event noun itself is negated: "no air attack", "no such operation"."""
    noun = scene.parse.doc[token]
    return noun.pos_ == "NOUN" and any(c.lower_ == "no" for c in noun.lefts)


def _answers(scene: Scene, token: int) -> bool:
    """Whether the sentence answers an allegation: "contrary to their assertions", "as the rebels pretend", "no such attack"."""
    verb = scene.parse.doc[token]
    if verb.pos_ == "NOUN" and any(c.lower_ == "such" or c.ent_type_ == "ORDINAL" for c in verb.lefts):
        return True
    for child in verb.children:
        if child.lower_ == "contrary" or (child.dep_ == "prep" and child.lower_ == "contrary"):
            return True
        if child.dep_ == "advcl" and child.lemma_ in _PRETENDED and any(c.lower_ == "as" for c in child.children):
            return True
    if any(
        one.dep_ == "advcl" and one.lemma_ in _PRETENDED and any(c.lower_ == "as" and c.dep_ == "mark" for c in one.children)
        for one in verb.sent
        if one.i > verb.i
    ):
        return True
    return any(word == "contrary" for word in scene.lower[verb.sent.start : verb.sent.end])
