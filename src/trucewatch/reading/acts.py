"""What else the text dates or weighs → drafts of event claims of the type "other": visits, letters; orders denied, help suspected.

A chronology needs every act whose day the text tells ("our team visited the site on 8 March", "in its judgment of 11 May the court found"),
and an inquiry every act that somebody denies, supposes or doubts ("a serving soldier may have supplied the car"), also where the act is no
kind of violence. Such an act founds no incident.
"""

from collections.abc import Collection, Iterator, Sequence

from trucewatch.reading.actors import actors
from trucewatch.reading.datednouns import dated_noun, is_occasion, led_to
from trucewatch.reading.factuality import stance_of
from trucewatch.reading.hanging import SAYING, Hung, hung_times
from trucewatch.reading.mentions import Stance
from trucewatch.reading.narrated import SUMS, come_upon, fights, moves, narrated_acts, takes_effect
from trucewatch.reading.parties import phrase_at
from trucewatch.reading.refusals import is_refused
from trucewatch.reading.scene import CERTAIN, Draft, Scene
from trucewatch.reading.setting import is_to_come, when_of, where_of
from trucewatch.reading.weighing import is_meeting, is_plain_plan, trigger_end, weighed
from trucewatch.records.assertion import ACT, EventPayload
from trucewatch.records.extent import Place, When
from trucewatch.records.span import Span

_NO_DEED = SAYING | frozenset(
    """be have seem remain stay know think believe hope expect want mean live exist include belong concern involve
    bring rise stand climb raise date last follow precede coincide continue call describe name swear begin start end stop come do""".split()
)
"""Verbs of saying and thinking, of lasting and summing up: their time dates no act."""
_HELD = frozenset("come begin start open end follow hold occur happen take deliver conduct schedule complete conclude convene".split())
"""Verbs that only say that their noun took place ("the trial, held in 1984")."""
_PERFORMED = frozenset(
    """announce declare demand order threaten appeal warn protest pledge vow call urge proclaim promise testify depose plead apologise
    apologize""".split()
)
"""Verbs of saying that are acts of a day themselves: an announcement, a demand, a threat."""
_PERFORMING = frozenset("make do carry stage mount launch attempt plan prevent stop avert foil thwart call cancel postpone".split())
_NOT_OWN = frozenset(("counted back", "dateline"))
_WITHIN = frozenset(("in", "at", "during"))
_FINE = frozenset(("day", "days", "hour"))


def find_acts(
    scene: Scene, times: Sequence[When], places: Sequence[Place], told: Collection[int], deeds: Collection[int] = ()
) -> list[Draft]:
    """Return a draft for each verb or noun that tells of no event and that a time of its own dates, or that somebody weighs.

    To weigh is to deny, to suppose, to demand, to threaten, to make a condition, or to say that it was not done.

    ``times`` and ``places`` are those of the parse; ``told`` are the words that other claims hang on: what somebody supposes there is said.
    ``deeds`` are those of them that tell of a deed.
    """
    found: dict[int, tuple[When | None, Stance]] = {at: (when, _stance(scene, at)) for at, when in _dated(scene, times)}
    for at, stance in weighed(scene):
        if at not in found and at not in told and not is_refused(scene.parse.tree, at):
            when = when_of(scene.parse, at, times)
            if is_plain_plan(scene, at, stance) and (when is None or is_meeting(scene.parse.tree, at)):
                continue  # a plan is told where it has its day: "will travel to the town on Saturday"
            found[at] = (when, stance)
    heard = frozenset((*deeds, *found))
    found |= {at: (when, CERTAIN) for at, when in (*narrated_acts(scene, times, heard), *fights(scene, times, heard))}
    drafts = []
    for at, (when, stance) in sorted(found.items()):
        if when is not None and stance.factuality == "certain" and is_to_come(scene.parse, when):
            continue  # "set a meeting for Tuesday": no day of the setting
        first = at - 2 if at > 1 and scene.lower[at - 1] == "-" else at  # "cease-fire" is three tokens
        span = scene.parse.span(first, trigger_end(scene.parse.tree, at))
        payload = EventPayload("other", span, "accomplished", when, where_of(scene.parse, at, places), ())
        drafts.append(Draft("event", at, stance, (span, *_object(scene, at)), payload, rule=ACT))
    return drafts


def _stance(scene: Scene, at: int) -> Stance:
    """How an act is presented; a noun that only says where the words stand ("In its reply of 2 May it denied …") is a fact.

    So is the act of a day that a negation is not about ("the death of 4 May was no accident").
    """
    tree = scene.parse.tree
    within = tree.dep[at] == "pobj" and tree.lower[tree.head[at]] in _WITHIN
    stance = CERTAIN if within else stance_of(scene.parse, at)
    if tree.pos[at] == "NOUN" and stance.polarity == "assert" and stance.factuality in ("negated", "conditional"):
        definite = any(tree.lower[child] == "the" or tree.dep[child] == "poss" for child in tree.children[at])
        performed = tree.lemma[tree.head[at]] in _HELD | _PERFORMING
        return stance if performed or not definite or tree.dep[at] == "attr" else CERTAIN
    return stance


def _object(scene: Scene, at: int) -> tuple[Span, ...]:
    """The words of what is acted on, where they follow: "visited … the site"."""
    thing = scene.parse.tree.child(at, "dobj")
    return () if thing is None or thing < at else (scene.parse.span(*phrase_at(scene.parse.doc[thing])),)


def _dated(scene: Scene, times: Sequence[When]) -> Iterator[tuple[int, When]]:
    """Yield the verbs and nouns of acts that a time hangs on, with when they were: a noun's own day, a verb's as its clause says."""
    if (titled := _titled(scene, times)) is not None:
        yield titled
    for one in (one for found in hung_times(scene.parse, times).values() for one in found):
        when = times[one.number]
        if when.rule in _NOT_OWN or not when.known:
            continue
        noun = dated_noun(scene, one, when)
        if noun is None:
            noun = led_to(scene, one) if when.precision in _FINE else None
        if noun is not None:
            yield noun, when
        elif not one.saying and (deed := _deed(scene, one.governor)) is not None:
            yield deed, when_of(scene.parse, deed, times) or when_of(scene.parse, one.governor, times) or when
        if noun is None and when.precision == "day":
            yield from ((verb, when) for verb in _performed(scene, one))


def _titled(scene: Scene, times: Sequence[When]) -> tuple[int, When] | None:
    """Return what the title over a text names with its day: "The sweep of Katyr-Aldy, 5 February 2000"."""
    parse, tree = scene.parse, scene.parse.tree
    told = hung_times(parse, times).get(0, ())
    days = [times[one.number] for one in told if one.governor < 0 and times[one.number].precision == "day"]
    if len(days) != 1 or days[0].rule == "dateline" or parse.paragraph_of[-1] == 0:
        return None
    for at, sentence in enumerate(parse.sentence_of):
        if sentence or parse.paragraph_of[at] or tree.pos[at] in ("VERB", "AUX"):
            break
        if tree.dep[at] == "ROOT":
            named = tree.pos[at] == "NOUN" and is_occasion(tree, at) and scene.event_at(at) is None
            return (at, days[0]) if named else None
    return None


def _performed(scene: Scene, one: Hung) -> Iterator[int]:
    """Yield the announcements, demands and threats made on a day: those that the time hangs on, and what was joined to it."""
    tree, verb = scene.parse.tree, one.governor
    if verb < 0 or tree.tag[verb] not in ("VBD", "VBN") or scene.event_at(verb) is not None:
        return
    if one.saying and tree.lemma[verb] in _PERFORMED:
        yield verb
    for other in tree.children[verb]:
        joined = tree.dep[other] == "conj" and tree.tag[other] == "VBD" and tree.child(other, "nsubj") is None
        if joined and tree.lemma[other] in _PERFORMED and one.start < other:
            yield other


def _deed(scene: Scene, verb: int) -> int | None:
    """The word of what was done: a verb in the past, or the noun it says took place; None for sayings, states and what is an event."""
    tree = scene.parse.tree
    going = verb >= 0 and tree.tag[verb] == "VBG" and any(tree.lower[child] in ("was", "were") for child in tree.children[verb])
    if verb < 0 or not (going or tree.tag[verb] in ("VBD", "VBN")) or scene.event_at(verb) is not None:
        return None
    if (subject := tree.child(verb, "nsubj")) is not None and tree.lemma[subject] in SUMS:
        return None
    if takes_effect(tree, verb):
        return verb
    under = [child for child in tree.children[verb] if tree.dep[child] in ("nsubj", "nsubjpass", "dobj", "prt", "oprd")]
    if any(tree.tag[child] == "MD" for child in tree.children[verb]) or any(scene.event_at(child) is not None for child in under):
        return None
    noun = _what_was_held(scene, verb) if tree.lemma[verb] in _HELD and not moves(tree, verb) else None
    if tree.lemma[verb] == "be" and tree.tag[verb] == "VBD" and (subject := tree.child(verb, "nsubj")) is not None:
        named = [noun for noun in (subject, tree.child(verb, "attr")) if noun is not None and tree.pos[noun] == "NOUN"]
        return next((noun for noun in named if is_occasion(tree, noun)), None)  # "the funeral was on Monday"
    if noun is not None:
        return noun
    if come_upon(tree, verb):
        return verb
    return None if tree.lemma[verb].lower() in _NO_DEED and tree.child(verb, "prt") is None else verb  # "called off", "came down"


def _what_was_held(scene: Scene, verb: int) -> int | None:
    """The noun that a verb says took place: "the hearing, held on 4 May", "the reprisal came at dusk"; None for people and things."""
    tree = scene.parse.tree
    noun = tree.head[verb] if tree.dep[verb] in ("acl", "relcl") else tree.child(verb, "nsubjpass", "nsubj")
    if noun is None and verb > 1 and tree.lower[verb - 1] == ",":
        noun = verb - 2  # "At the trial, held in 1984, the defendant denied it", where the parse takes "held" for the main verb
    if noun is None or tree.pos[noun] != "NOUN" or scene.event_at(noun) is not None:
        return None
    return noun if actors().noun(tree.lemma[noun].lower()) is None else None
