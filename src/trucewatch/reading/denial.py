"""A draft and its statement → the stance the speaker takes: a party that says it did not happen denies it.

Enters: a draft claim and the statement it stands in. Leaves: its stance. "No civilians were hurt", said by anybody, tells that nothing
happened; "our guns did not fire on the town", said by a party about itself, is a denial, and so is "there was no air attack" said by one.
"""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from trucewatch.reading.actors import actors
from trucewatch.reading.allegations import allegations
from trucewatch.reading.attribution import HYPOTHETICAL
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.hedging import SUBJECTS, hedges
from trucewatch.reading.issuing import ISSUED
from trucewatch.reading.leads import lead_over
from trucewatch.reading.mentions import Stance
from trucewatch.reading.scene import Draft, Scene
from trucewatch.reading.senders import sender_paragraphs
from trucewatch.records.assertion import Statement

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

_PARTY = frozenset(
    """army military command commander coalition ministry minister spokesman spokeswoman general colonel brigadier major captain
    admiral navy force forces government regime rebels rebel militia front headquarters staff office secretary president police
    militiamen guerrillas movement tigers council ambassador division brigade air alliance nato leader leaders troops agency
    lieutenant sergeant lt col gen maj capt brig cmdr official officer spokesperson junta guerrilla brigades
    commissioner governor prefect premier chancellor envoy directorate authorities palace administration attache attaché
    mission kremlin barracks garrison constabulary gendarmerie
    cabinet guard battalion regiment fighters separatists insurgents mutineers state embassy""".split()
)
_NO_SIDE = frozenset(
    """rights refugees police monitor monitors observer observers peacekeeper peacekeepers peacekeeping cross crescent un unifil osce
    witness""".split()
)
"""Who is no side, or tells of what others did."""
_OWN = frozenset(("we", "our", "ours", "its", "his", "their", "my", "i", "us"))
_REBEL = frozenset("rebel rebels guerrilla guerrillas militia militiamen front movement tigers insurgents separatists mutineers".split())
_THEIR_ARMS = frozenset(("army", "military", "government", "police", "navy", "troops", "soldiers"))
"""Of whom a rebel speaks as of others."""
_TOLD = frozenset(("certain", "probable", "possible"))
_NOBODY = frozenset(("nobody", "none", "one", "noone"))
_HARM = frozenset("hurt injure harm wound hit kill touch affect".split())
"""What is said of nobody wherever a thing goes off, whoever speaks."""
_MADE_KNOWN = frozenset(("clear", "known", "plain"))
_LETTING_FLY = frozenset("fire drop launch throw release use lob hurl shoot".split())
_TO_COME = frozenset(("will", "would", "shall", "wo", "'ll", "’ll"))
_ALLEGED = frozenset("so-called alleged supposed purported rumoured rumored imaginary pretended imagined invented claimed".split())
_UNITS = frozenset(
    """operation force forces troops coalition side brigade battalion regiment squadron division platoon company garrison fleet squad patrol
    unit corps militia column convoy""".split()
)
"""What a party speaks of as its own, with no more than "the"."""
_STANDING = frozenset(("maintain", "adamant", "insist", "swear", "vow", "protest"))
_AGAINST = frozenset(("insist", "retort", "counter", "protest", "swear", "object", "rejoin"))
"""How one answers what others say."""
_VERSIONS = frozenset(("version", "account", "telling"))
_OURS = frozenset(("we", "our", "ours"))
_PRETENDED = frozenset(
    """pretend allege claim assert report contend suggest say put broadcast announce write print circulate spread insinuate have boast
    proclaim imply charge maintain trumpet publish peddle tell state""".split()
)
"""What others do, in "as they pretend", "as the radio put out", "as television would have its viewers believe"."""


def spoken_stance(scene: Scene, draft: Draft, statement: Statement | None) -> Stance:
    """Return the draft's stance as its speaker's."""
    stance = draft.stance
    if statement is not None and statement.rule == HYPOTHETICAL and stance.polarity != "deny":
        return replace(stance, polarity="non-assertion", rule=HYPOTHETICAL)
    lead = lead_over(scene.parse, draft.token) if stance.factuality in _TOLD else None
    if lead == "denied":
        return replace(stance, polarity="deny", factuality="negated", rule="listed under a denial")
    if lead == "demanded":
        return replace(stance, factuality="demanded", rule="listed under a demand")
    if draft.kind not in ("event", "responsibility", "casualty") or stance.factuality != "negated" or stance.polarity != "assert":
        return stance
    if draft.kind == "casualty" or _is_to_come(_clause(scene, draft.token)):
        return stance  # "promised that there would be no reprisals" denies nothing
    if _answers(scene, draft.token) or _so_called(scene.parse.doc[draft.token]) or _after_verdict(scene, draft.token):
        return replace(stance, polarity="deny", rule="denied an allegation")
    if statement is None:
        own = draft.kind == "event" and _in_own_voice(scene, draft.token)
        return replace(stance, polarity="deny", rule="denied by a party") if own else stance
    if statement.speech_act == "deny":
        return replace(stance, polarity="deny", rule="denied")
    if _disclaims(scene.parse.doc[draft.token]) or (is_party(statement) and _alibi(scene.parse.doc[draft.token])):
        return replace(stance, polarity="deny", rule="denied")
    if _perceived(scene.parse.doc[draft.token]):
        return stance  # "its patrol saw no fighting" is what it saw
    if _belongs(scene, draft.token, statement):
        return replace(stance, polarity="deny", rule="denied by a party")
    if (
        _from_ours(scene.parse.doc[draft.token])
        or _of_itself(scene, draft.token, statement)
        or _none_of_his(scene, draft.token)
        or _insisted(scene, draft.token, statement)
    ):
        return replace(stance, polarity="deny", rule="denied")
    if not is_party(statement):
        return stance
    if statement.rule == ISSUED and _by_forces(scene.parse.doc[draft.token]) and _harmed_nobody(scene, draft.token):
        return replace(stance, polarity="deny", rule="denied by a party")
    own = _own_deed(scene, draft.token, statement) or _bare_event(scene, draft.token) or _never_suffered(scene, draft.token)
    if own or (statement.rule != ISSUED and _harmed_nobody(scene, draft.token)) or _gainsays(scene, draft.token, statement):
        return replace(stance, polarity="deny", rule="denied by a party")
    return stance


_PERCEIVING = frozenset("see hear observe find notice witness detect note spot encounter register record log".split())
_STATIONED = frozenset("garrison station deploy base post present stay operate be quarter camp billet encamp send patrol".split())


def _disclaims(word: "Token") -> bool:
    """Whether somebody says that he had no part in it: "had neither hand nor part in the killing", "had taken part in no attack"."""
    verb = word.head.head if word.pos_ == "NOUN" and word.dep_ == "pobj" and word.head.lower_ == "in" else word
    if verb.lemma_ not in ("have", "take", "play", "bear"):
        return False
    return any(c.dep_ == "dobj" and c.lemma_ in hedges().involvement for c in verb.children)


def _alibi(verb: "Token") -> bool:
    """Whether a side says that none of its own was there: "no military unit was garrisoned in the town on that date"."""
    if verb.lemma_ not in _STATIONED:
        return False
    who = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "attr")), None)
    if who is None or not any(c.lower_ in ("no", "not", "none") for c in who.subtree):
        return False
    noun = actors().noun(who.lemma_.lower())
    return who.lemma_.lower() in _UNITS or (noun is not None and noun.group in ("forces", "combatant"))


def _perceived(word: "Token") -> bool:
    """Whether what is not told of is what somebody did not see or hear."""
    return word.pos_ == "NOUN" and word.dep_ == "dobj" and word.head.lemma_ in _PERCEIVING


def _after_verdict(scene: Scene, token: int) -> bool:
    """Whether a colon leads from a denial to what is denied: "called the allegation non-credible: it had carried out no strike"."""
    parse, doc = scene.parse, scene.parse.doc
    if token == 0 or parse.word_places.lacks(_COLON):
        return False
    start = doc[token].sent.start
    colon = next((at for at in range(token - 1, start, -1) if scene.lower[at] == ":"), None)
    if colon is None:
        return False
    known = allegations()
    before = range(start, colon)
    if not any(doc[at].lemma_.lower().removesuffix("s") in known.nouns and doc[at].pos_ == "NOUN" for at in before):
        return False
    if any(doc[at].pos_ == "VERB" and doc[at].lemma_ in known.rejecting for at in before):
        return True
    called = any(doc[at].pos_ == "VERB" and doc[at].lemma_ in known.calling for at in before)
    return called and any(
        scene.lower[at] in known.false or (scene.lower[at] == "credible" and scene.lower[at - 1] in ("-", "not", "non")) for at in before
    )


_COLON = frozenset((":",))


def _is_to_come(verb: "Token") -> bool:
    """Whether a clause, or the one it completes ("will not begin pulling back"), tells of what is to come."""
    for _ in range(3):
        perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)  # "would not have attacked a mosque" is of the past
        if not perfect and any(c.tag_ == "MD" and c.lower_ in _TO_COME for c in verb.children):
            return True
        if verb.dep_ != "xcomp":
            return False
        verb = verb.head
    return False


def _clause(scene: Scene, token: int) -> "Token":
    """The verb of the clause a word stands in: itself, or the one whose subject or object it is."""
    word = scene.parse.doc[token]
    return word.head if word.pos_ == "NOUN" and word.dep_ in ("nsubj", "nsubjpass", "attr", "dobj") else word


def is_party(statement: Statement) -> bool:
    """Whether the speaker of a statement is a side or its official."""
    speaker = statement.speaker
    if speaker.kind == "state":
        return True
    said = f"{speaker.name} {speaker.role or ''} {speaker.affiliation or ''}".lower().replace("'s", "").replace("’s", "")
    return _side(tuple(word.strip(".,") for word in said.split()))


@cache
def _side(words: tuple[str, ...]) -> bool:
    """Whether the words for a speaker name a side: its body, its officers, its fighters, its envoys."""
    if not _NO_SIDE.isdisjoint(words):
        return False
    if not _PARTY.isdisjoint(words) or "high commission" in " ".join(words):
        return True
    known = actors()
    found = (known.noun(form) for word in words for form in (word, word.removesuffix("s")))
    if any(noun is not None and noun.armed for noun in found) or any(word in known.groups for word in words):
        return True
    return any(form in known.groups for word in words for form in known.group_forms(word) if form in " ".join(words))


def _own_deed(scene: Scene, token: int, statement: Statement) -> bool:
    """Whether the doer is the speaker's own side: "its artillery had not fired", "AMISOM did not shell", "nobody on the bridge fired"."""
    verb = scene.parse.doc[token]
    if verb.dep_ in ("conj", "xcomp") and not any(c.dep_ in SUBJECTS or c.dep_ == "agent" for c in verb.children) and verb.head.i < verb.i:
        return _own_deed(scene, verb.head.i, statement)  # "had set no fire and took nobody prisoner"
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by") and any(c.lower_ in _OWN for c in child.subtree):
            return True  # "not one shell was fired from our lines"
        if child.dep_ == "nsubj":
            return _own_doer(child, statement)
    return False


def _own_doer(doer: "Token", statement: Statement) -> bool:
    """Whether those of whom a party says that they did not are its own: itself, its men, or simply nobody."""
    lower = doer.lower_
    if lower in _OWN or lower in ("it", "they", "he", "she") or any(c.lower_ in _OWN for c in doer.children if c.dep_ == "poss"):
        return True
    if lower in _NOBODY and doer.head.lemma_ not in SAYING:
        return True  # "nobody on the bridge pulled a trigger"
    if any(c.lower_ == "no" for c in doer.lefts) and any(c.dep_ == "poss" and c.lower_ in _OWN for c in doer.subtree):
        return True  # "no unit under his orders"
    if doer.pos_ == "PROPN":
        return True
    speaker = f"{statement.speaker.name} {statement.speaker.role or ''}".lower()
    others = lower in _THEIR_ARMS and any(word in _REBEL for word in speaker.split())
    noun = actors().noun(doer.lemma_.lower())
    if doer.pos_ != "NOUN" or others:
        return False
    if any(c.lower_ in ("the", "this") for c in doer.lefts):
        troops = noun is not None and noun.group == "forces" and not any(word in _REBEL for word in speaker.split())
        armed = troops or (noun is not None and noun.armed and noun.kind == "organisation")
        return armed or lower in speaker or lower in _UNITS or doer.lemma_.lower() in actors().crewed
    if noun is None:
        return lower in speaker
    # "soldiers do not murder", "no helicopter flew": a party that says so speaks of its own
    if doer.tag_ == "NNS" and noun.group == "forces" and any(c.lower_ == "never" for c in doer.head.children):
        return not any(
            c.lower_ in ("enemy", "government", "hostile", "rebel") for c in doer.lefts
        )  # "Cambodian troops have never crossed it"
    bare = doer.tag_ == "NNS" and not any(c.dep_ in ("det", "nummod", "amod", "compound", "poss") for c in doer.lefts)
    none = any(c.lower_ == "no" for c in doer.lefts) and (doer.lemma_.lower() in actors().crewed or noun.group == "forces")
    return none or (bare and noun.group == "forces")


def _insisted(scene: Scene, token: int, statement: Statement) -> bool:
    """Whether somebody insists that he did not do it, or that no such thing took place, against what has been said."""
    if statement.cue is None or statement.cue.lemma not in _AGAINST | _STANDING:
        return False
    if statement.cue.lemma in _STANDING:
        return True  # "maintains that no political prisoner has been tortured"
    doer = next((c for c in scene.parse.doc[token].children if c.dep_ == "nsubj"), None)
    return _bare_event(scene, token) or (doer is not None and doer.lower_ in ("he", "she", "they", "i", "we"))


def _none_of_his(scene: Scene, token: int) -> bool:
    """Whether somebody says that none of his own did it: "insisted that none of its fighters had entered the town"."""
    doer = next((c for c in scene.parse.doc[token].children if c.dep_ == "nsubj"), None)
    if doer is None or (doer.lower_ not in _NOBODY and not any(c.lower_ in ("no", "not") for c in doer.lefts)):
        return False
    return any(c.dep_ == "poss" and c.lower_ in _OWN for c in doer.subtree)


def _so_called(noun: "Token") -> bool:
    """Whether what is said not to have happened is what others allege: "the so-called massacre never took place"."""
    return noun.pos_ == "NOUN" and any(
        c.lower_ in _ALLEGED or (c.lower_ == "called" and c.i > 1 and c.doc[c.i - 2].lower_ == "so") for c in noun.lefts
    )


def _of_itself(scene: Scene, token: int, statement: Statement) -> bool:
    """Whether a body says that it did not: "The corporation has evicted nobody, it says"."""
    doer = next((c for c in _clause(scene, token).children if c.dep_ == "nsubj"), None)
    itself = doer is not None and doer.lower_ in ("it", "we", "i")
    if itself and (scene.event_at(token) is not None or is_party(statement)):
        return True  # "says it carried out no attacks"
    if doer is None or doer.pos_ not in ("NOUN", "PROPN") or doer.tag_ in ("NNS", "NNPS"):
        return False
    name = statement.speaker.name.lower()
    return doer.lower_ in name.split() or (name == "it" and doer.sent.start_char <= statement.source[0].start < doer.sent.end_char)


def _belongs(scene: Scene, token: int, statement: Statement) -> bool:
    """Whether the speaker is named as the doer's own: "The movement has ordered no attack, its liaison man said"."""
    doer = next((c for c in scene.parse.doc[token].children if c.dep_ == "nsubj"), None)
    if doer is None or doer.pos_ not in ("NOUN", "PROPN") or not statement.source:
        return False
    source = statement.source[0]
    said = source.of(scene.parse.text).lower().split()
    return (
        said[:1] in (["its"], ["their"]) and scene.parse.doc[token].sent.start_char <= source.start < scene.parse.doc[token].sent.end_char
    )


def _harmed_nobody(scene: Scene, token: int) -> bool:
    """Whether people who are not of those who fight came to no harm: said by a party to whom it is put, it is a denial.

    "No villager had been killed", "not a single mourner was harmed", "no village had been burned"; never "no one was hurt", "no arrests
    have been made", "no soldier was hit".
    """
    verb = scene.parse.doc[token]
    suffered = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if suffered is None or suffered.pos_ not in ("NOUN", "PRON") or any(c.lower_ in ("has", "have", "believed") for c in verb.children):
        return False
    negative = any(c.lower_ in ("no", "not", "none", "any", "the") for c in suffered.subtree) or suffered.lower_ in hedges().negatives
    if not negative or any(c.lower_ in _OWN for c in suffered.subtree):
        return False
    if suffered.lower_ in _NOBODY:
        return verb.lemma_ not in _HARM  # "no one from the town had been brought in", "nobody was buried in secret"
    if actors().noun(suffered.lemma_.lower(), "weapon") is not None:
        # "no bomb was dropped", never "the second device was not set off"
        return verb.lemma_ in _LETTING_FLY and any(c.lower_ in ("no", "not") for c in suffered.lefts)
    if any(c.lower_ in _PARTY or ((found := actors().noun(c.lemma_.lower())) is not None and found.armed) for c in suffered.subtree):
        return False  # "no member of the force was hurt"
    noun = actors().noun(suffered.lemma_.lower())
    if noun is not None and noun.kind == "person":
        return noun.group not in ("combatant", "forces", "mission", "hurt")
    return noun is None or noun.kind == "target"


def _gainsays(scene: Scene, token: int, statement: Statement) -> bool:
    """Whether somebody else has said that what the speaker says did not happen did: "none of its soldiers had been killed"."""
    number = scene.event_at(token)
    own = (c for c in scene.parse.doc[token].children if c.dep_ == "nsubjpass" and any(inner.lower_ in _OWN for inner in c.subtree))
    if number is None or next(own, None) is None:
        return False
    event = scene.events[number]
    for other in scene.events[:number]:
        if other.type != event.type or other.stance.polarity != "assert" or other.stance.factuality == "negated":
            continue
        said = scene.statement_at(other.token)
        if said is not None and said.speaker.name not in ("", statement.speaker.name) and is_party(said):
            return True
    return False


def _in_own_voice(scene: Scene, token: int) -> bool:
    """Whether nobody is cited, and those who did not do it speak: "our units did not", "ETA did not" in its own release, "We deny it"."""
    verb, doc = scene.parse.doc[token], scene.parse.doc
    if _ours(scene, token) or _none_of_his(scene, token) or _from_ours(verb):
        return True
    voice = _voice(verb)
    if voice is not None:
        itself = any(c.dep_ == "nsubj" and c.lower_ in ("it", "they", "we") for c in verb.children)
        emphatic = _never_suffered(scene, token)
        return _speaks_for_side(voice) and (itself or emphatic or _harmed_nobody(scene, token) or _own_voice_doer(verb))
    start = verb.sent.start
    if any(doc[at].lower_ in _VERSIONS and doc[at - 1].lower_ in _OWN for at in range(max(1, start), token)):
        return _harmed_nobody(scene, token)
    if _by_forces(verb) and _sent_by_side(scene) and _harmed_nobody(scene, token):
        return True
    if not _first_person(scene):
        return False
    doer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if doer is not None and doer.pos_ == "PROPN":
        return True
    before = doc[max(0, start - 4) : start]
    return any(one.lemma_ in ("deny", "reject", "refute") for one in before) and any(
        one.lower_ == "we" for one in doc[max(0, start - 6) : start]
    )


_AUTHORITIES = _PARTY | frozenset("governorship prefecture bureau department command gendarmerie constabulary presidency interior".split())


_HEADING = 120
"""Characters of a heading at most."""
_OPENING = 2
"""Paragraphs that may say who sends a text."""


_TROOPS = frozenset("forces army troops soldiers gendarmes gendarmerie military navy guards servicemen commandos".split())


def _by_forces(verb: "Token") -> bool:
    """Whether something is said not to have been done by troops: "no house was set on fire by the security forces"."""
    done = (inner for c in verb.children if c.dep_ == "agent" for inner in c.children if inner.dep_ == "pobj")
    return any(inner.lower_ in _TROOPS for inner in done)


def _sent_by_side(scene: Scene) -> bool:
    """Whether the first lines say that an authority or a command sends the text: "From the Governorship of the region"."""
    heads = [scene.parse.paragraphs[number].of(scene.parse.text).lower() for number in sender_paragraphs(scene.parse) if number < _OPENING]
    words = {word.strip(".,:;()") for head in heads for word in head.split() if len(head) < _HEADING}
    return not words.isdisjoint(_AUTHORITIES) and words.isdisjoint(_NO_SIDE)


def _never_suffered(scene: Scene, token: int) -> bool:
    """Whether a side says of its own that something never befell it: "its garrison was never so much as approached"."""
    verb = scene.parse.doc[token]
    suffered = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if suffered is None or not any(c.lower_ in _OWN for c in suffered.subtree):
        return False
    return any(c.lower_ == "never" for c in verb.children)


def _voice(verb: "Token") -> "Token | None":
    """The subject of the saying that governs a clause, where no statement was made of it: "called it a tale and said that no …"."""
    here = verb
    for _ in range(4):
        if here.dep_ not in ("ccomp", "conj") or here.head.i == here.i:
            break
        here = here.head
        if here.lemma_ in SAYING or here.lower_ in _MADE_KNOWN or here.lemma_ == "pretend":
            saying = here
            while saying.dep_ in ("conj", "xcomp", "ccomp") and not any(c.dep_ == "nsubj" for c in saying.children):
                saying = saying.head
            said = next((c for c in saying.children if c.dep_ == "nsubj"), None)
            return saying.head if said is not None and said.lower_ in ("which", "who") and saying.dep_ == "relcl" else said
    doc, start = verb.doc, verb.sent.start
    if doc[start].lower_ == "according" and start + 1 < len(doc) and doc[start + 1].lower_ == "to":
        return next((c for c in doc[start + 1].children if c.dep_ == "pobj"), None)
    return None


def _speaks_for_side(speaker: "Token") -> bool:
    """Whether a subject's words are those of a side or its official."""
    if speaker.ent_type_ == "GPE" and speaker.pos_ == "PROPN":
        return True  # "Rabat pretends that its garrison was never approached"
    words = {c.lower_.strip(".,") for c in speaker.subtree}
    return bool(words & _PARTY) and "police" not in words


def _own_voice_doer(verb: "Token") -> bool:
    """Whether a side says that no aircraft, boat or gun of anybody's did it, as of its own."""
    doer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return doer is not None and any(c.lower_ == "no" for c in doer.lefts) and doer.lemma_.lower() in actors().crewed


def _first_person(scene: Scene) -> bool:
    """Whether the text itself, and nobody whom it cites, says "we" and "our"."""
    kept = scene.parse.notes.get("first person")
    if not isinstance(kept, bool):
        kept = any(lower in _OURS and scene.statement_at(at) is None for at, lower in enumerate(scene.lower))
        scene.parse.notes["first person"] = kept
    return kept


def _ours(scene: Scene, token: int) -> bool:
    """Whether the doer is "we" or "our units"."""
    verb = scene.parse.doc[token]
    while verb.dep_ == "conj" and verb.head.i < verb.i and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = verb.head  # "our side observes the truce and has not opened fire"
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return any(child.lower_ == "we" or any(c.lower_ == "our" for c in child.lefts) for child in subjects)


def _from_ours(verb: "Token") -> bool:
    """Whether something is said not to have come from "our lines" or to have been done by "our men"."""
    sent = (c for c in verb.children if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "by"))
    return any(inner.lower_ in _OURS for c in sent for inner in c.subtree)


def _bare_event(scene: Scene, token: int) -> bool:
    """Whether an event noun itself is negated: "no air attack", "no such operation"."""
    noun = scene.parse.doc[token]
    return noun.pos_ == "NOUN" and any(c.lower_ == "no" for c in noun.lefts)


def _answers(scene: Scene, token: int) -> bool:
    """Whether the sentence answers an allegation: "contrary to their assertions", "as the rebels pretend", "no such attack"."""
    verb = scene.parse.doc[token]
    if any(c.dep_ in ("dobj", "nsubjpass") and any(inner.lower_ == "such" for inner in c.lefts) for c in verb.children):
        return True  # "never gave such an order", "use no such weapons"
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
    return any(word in ("contrary", "notwithstanding") for word in scene.lower[verb.sent.start : verb.sent.end])
