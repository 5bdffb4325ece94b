"""How well a mention fits an account of the same report: points for type, time, place, counts, people and how the text leads there.

Two things enter, the mentions gathered so far and one more; points leave, or None where they cannot be one incident.
"""

from collections.abc import Sequence

from trucewatch.matching.account import gathered_places, leading_time
from trucewatch.matching.extents import compare_counts, compare_places, compare_times, fine
from trucewatch.matching.mentions import Mention, text_order
from trucewatch.matching.rules import Rules

_DIES_WITHIN = 30


def affinity(mentions: Sequence[Mention], mention: Mention, rules: Rules, *, first: bool) -> float | None:
    """Return the points for ``mention`` telling of the same incident as ``mentions``; None where it cannot."""
    kinship = _kinship(mentions, mention, rules)
    if kinship == "unlike":
        return None
    extents = _extents(mentions, mention)
    if _EXCLUDE.intersection(extents) or (kinship == "part" and not _one_operation(mentions, mention, extents)):
        return None
    points = rules.within[f"type_{kinship}"] + sum(rules.within.get(name, 0.0) for name in extents)
    points += _people(mentions, mention, rules, together={"same_day", "place_same"} <= set(extents)) + _discourse(mentions, mention, rules)
    return points + (rules.within["first"] if first and mention.event.anaphoric else 0.0)


def _kinship(mentions: Sequence[Mention], mention: Mention, rules: Rules) -> str:
    """Return the nearest kinship of the mention's type to any that the account tells of: a raid that killed and burned has both."""
    found = {rules.kinship(other.event.type, mention.event.type) for other in mentions}
    return next(kinship for kinship in ("same", "kin", "part", "unlike") if kinship in found)


_EXCLUDE = frozenset({"days_apart", "far_apart", "place_unlike", "place_far"})
"""What no other feature outweighs inside one report. A country alone does not exclude: it often comes from the sentence, not the event."""


def _one_operation(mentions: Sequence[Mention], mention: Mention, extents: Sequence[str]) -> bool:
    """Return whether acts of different kinds are told as one operation: same sentence or paragraph and nothing that sets them apart."""
    if mention.opens or (mention.when and not {"same_day", "days_overlap"}.intersection(extents) and not _follows(mentions, mention)):
        return False
    if mention.event.type != "displacement" and fine(mention.where) and fine(gathered_places(mentions)) and "place_same" not in extents:
        return False
    observers = [one.event.type == _OBSERVERS for one in (mention, *mentions)]
    if any(observers) and not all(observers) and not {"same_day", "place_same"} <= set(extents) and not _harmed(mention):
        return False  # shots at observers are told beside what they came to see; one wounded in it is a part of it
    if any(other.sentence == mention.sentence or other.paragraph == mention.paragraph for other in mentions):
        return True
    kind = mention.event.type
    unset = kind == "detention" and not mention.when and not fine(mention.where) and not mention.opens
    if {"same_day", "place_same"} <= set(extents) and kind not in _OWN_ACTS:
        return True
    dated = mention.when is not None and "same_day" not in extents
    alone = dated or kind == "troop movement" or (kind in _OWN_ACTS and not unset)  # "four were arrested": where it was told
    reach = 0 if alone else 2 if kind == "displacement" else 1
    return any(0 < mention.paragraph - other.paragraph <= reach for other in mentions)


def _harmed(mention: Mention) -> bool:
    """Return whether a mention tells of people killed or hurt, not only of shots at them."""
    return any(person.role == "victim" and person.effect in {"killed", "injured"} for person in mention.event.participants)


_OBSERVERS = "attack on observers"
_OWN_ACTS = frozenset({"detention", "weapons seizure", _OBSERVERS})
"""What a report tells in a paragraph of its own is an act of its own: arrests, finds of weapons, shots at observers."""


def _extents(mentions: Sequence[Mention], mention: Mention) -> list[str]:
    """Name how time, place and counts compare."""
    time = compare_times(leading_time(mentions), mention.when)
    if time in _APART and _follows(mentions, mention):
        time = None
    place = compare_places(gathered_places(mentions), mention.where)
    moved = _moved(mentions, mention)
    if place in _ELSEWHERE and moved:
        place = None
    counts = [
        compare_counts([count for other in mentions if _one_voice(other, mention) for count in other.of(metric)], mention.of(metric))
        for metric in ("killed", "injured", "detained", "displaced")
    ]
    if moved and mention.word in _DYING:
        counts = []  # one of the wounded who died later is no other toll
    return [feature for feature in (time, place, *counts) if feature]


_ELSEWHERE = frozenset({"place_unlike", "place_far", "place_doubtful", "place_near"})
_DYING = frozenset({"died", "dies", "succumbed"})


def _moved(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Return whether a place only says where people got to: the refuge of those who fled, the hospital where one wounded died."""
    near = any(abs(mention.paragraph - other.paragraph) <= 1 for other in mentions)
    if not near or mention.opens:
        return False
    if mention.event.type == "displacement":
        return True
    later = mention.when is not None and _follows(mentions, mention) and compare_times(leading_time(mentions), mention.when) in _APART
    return later and mention.word in _DYING


_ANSWERS = 0.25


_REBELS = frozenset(
    """rebels rebel terrorists terrorist militants militant insurgents insurgent gunmen gunman guerrillas fighters attackers attacker
    assailants assailant raiders bandits""".split()
)
_TROOPS = frozenset("troops soldiers soldier forces force army military servicemen marines".split())


def _sides(mention: Mention) -> frozenset[str]:
    """Return the sides, "rebels" and "troops", that the doers' head words put them on."""
    doers = [person for person in mention.event.participants if person.role.startswith("perpetrator") and person.name.split()]
    heads = {person.name.lower().split()[-1] for person in doers}
    return frozenset(side for side, words in (("rebels", _REBELS), ("troops", _TROOPS)) if heads & words)


def _retold(mention: Mention, doers: Sequence[Mention]) -> bool:
    """Return whether the doers are told again by a mere description ("the terrorists") that fits those told before."""
    return _sides(mention) == {"rebels"} and not _named_doer(mention) and all("troops" not in _sides(other) for other in doers)


def _answers(mention: Mention, doers: Sequence[Mention]) -> bool:
    """Return whether those who do it suffered what was told before, or the other way round: two sides of one fight."""
    own, others = _heads(mention, "perpetrator"), [(_heads(other, "perpetrator"), _heads(other, "victim", "target")) for other in doers]
    return any(own & suffered or _heads(mention, "victim", "target") & did for did, suffered in others) or (
        "armed clash" in {mention.event.type, *(other.event.type for other in doers)}
    )


def _heads(mention: Mention, *roles: str) -> frozenset[str]:
    """Return the last words of the names of those in the roles."""
    people = (person for person in mention.event.participants if person.role.startswith(roles) and person.name.split())
    return frozenset(person.name.lower().split()[-1] for person in people)


def _named_doer(mention: Mention) -> bool:
    """Return whether a doer is called by a name, not only described."""
    return any(person.role.startswith("perpetrator") and any(map(str.isupper, person.name)) for person in mention.event.participants)


_APART = frozenset({"day_beside", "days_apart", "far_apart"})


def _follows(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Return whether one tells of a death or find within weeks of the other's event: the wounded die and the dead are found later."""
    own, other = mention.when, leading_time(mentions)
    if not own or not other or not own.earliest or not other.earliest:
        return False
    if mention.result:
        return 0 <= (own.earliest - other.earliest).days <= _DIES_WITHIN
    return all(one.result for one in mentions) and 0 <= (other.earliest - own.earliest).days <= _DIES_WITHIN


def _one_voice(left: Mention, right: Mention) -> bool:
    """Return whether both mentions are one statement's words or the narrator's: accounts of different speakers may differ."""
    return left.claim.statement == right.claim.statement or not (left.claim.statement and right.claim.statement)


def _same_voice(left: Mention, right: Mention) -> bool:
    """Return whether both mentions are one statement's words, or both the narrator's: an accusation retells under other doers."""
    return left.claim.statement == right.claim.statement


def _people(mentions: Sequence[Mention], mention: Mention, rules: Rules, *, together: bool) -> float:
    """Points for victims in common, and against one voice that names different doers for different kinds of event.

    ``together``: one day and one place, so that who answers whom fights one fight.
    """
    points = 0.0
    if any(mention.victims & other.victims for other in mentions):
        points += rules.within["victim_same"]
    suffers = any(person.role in {"victim", "target"} for person in mention.event.participants)
    doers = [
        other
        for other in mentions
        if other.actors
        and other.event.type != mention.event.type
        and (_same_voice(other, mention) or (suffers and _one_voice(other, mention)))
    ]
    if mention.actors and doers and not any(other.actors & mention.actors for other in doers):
        # the other side's part in one fight is told without a time or place of its own ("militants opened fire; the force returned it"),
        # and one side is described in several ways ("terrorists", "the rebels")
        goes_on = not mention.when and not fine(mention.where) and not mention.opens
        described = not any(map(_named_doer, (mention, *doers))) and any(_sides(mention) & _sides(other) for other in doers)
        near = any(other.paragraph == mention.paragraph for other in doers)
        described = described or (together and near and _retold(mention, doers))
        goes_on = goes_on or (together and near and _answers(mention, doers))
        version = goes_on and mention.claim.statement is not None and not any(map(_harmed, (mention,)))
        points += rules.within["actor_unlike"] * (0.0 if version else _ANSWERS if goes_on or described else 1.0)
    return points


def _discourse(mentions: Sequence[Mention], mention: Mention, rules: Rules) -> float:
    """Points for how the text leads from the account to the mention."""
    weights = rules.within
    points = 0.0
    if mention.event.anaphoric:
        points += weights["anaphoric"] + weights["salience"] * min(5, len(mentions))
    if mention.result and mention.when and _follows(mentions, mention):
        points += weights["follows"]
    elif mention.opens and not mention.event.anaphoric:
        points += weights["new_event_words"]
    if mention.latest and not all(other.event.background for other in mentions):
        points += weights["latest_words"]
    if not fine(mention.where) or mention.event.type == "displacement":
        points += weights["nothing_own" if not mention.when else "no_place_own"]
    if mention.event.background != all(other.event.background for other in mentions):
        points += weights["background_unlike"]
    return points + _nearness(mentions, mention, rules)


def _nearness(mentions: Sequence[Mention], mention: Mention, rules: Rules) -> float:
    """Points for the nearest mention of the account before this one, else (a little less) after it."""
    before = [other for other in mentions if other.start <= mention.start]
    nearest = max(before, key=text_order) if before else min(mentions, key=text_order)
    points = 0.0 if before else rules.within["ahead"]
    if nearest.sentence == mention.sentence:
        return points + rules.within["same_sentence"]
    apart = abs(mention.paragraph - nearest.paragraph)
    if apart == 0:
        return points + rules.within["same_paragraph"]
    return points + max(rules.within["farthest"], rules.within["per_paragraph"] * apart)
