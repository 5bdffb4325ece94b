"""How well a mention fits an account of the same report: points for type, time, place, counts, people and how the text leads there.

Two things enter, the mentions gathered so far and one more; points leave, or None where they cannot be one incident.
"""

from collections.abc import Sequence

from trucewatch.matching.contrasts import APART, extents_of, follows
from trucewatch.matching.doers import people_points
from trucewatch.matching.extents import fine
from trucewatch.matching.mentions import Mention, text_order
from trucewatch.matching.rules import Rules


def affinity(mentions: Sequence[Mention], mention: Mention, rules: Rules, *, first: bool) -> float | None:
    """Return the points for ``mention`` telling of the same incident as ``mentions``; None where it cannot."""
    kinship = _kinship(mentions, mention, rules)
    if kinship == "unlike":
        return None
    extents = extents_of(mentions, mention)
    if _other_entry(mentions, mention):
        return None
    if _EXCLUDE.intersection(extents) or (kinship == "part" and not _one_operation(mentions, mention, extents)):
        return None
    points = rules.within[f"type_{kinship}"] + sum(rules.within.get(name, 0.0) for name in extents)
    points += people_points(mentions, mention, rules, together={"same_day", "place_same"} <= set(extents))
    points += _discourse(mentions, mention, rules, extents)
    return points + (rules.within["first"] if first and mention.event.anaphoric else 0.0)


def _kinship(mentions: Sequence[Mention], mention: Mention, rules: Rules) -> str:
    """Return the nearest kinship of the mention's type to any that the account tells of: a raid that killed and burned has both."""
    found = {rules.kinship(other.event.type, mention.event.type) for other in mentions}
    return next(kinship for kinship in ("same", "kin", "part", "unlike") if kinship in found)


_EXCLUDE = frozenset({"another_day", "days_apart", "far_apart", "place_unlike", "place_far"})
"""What no other feature outweighs inside one report. A country alone does not exclude: it often comes from the sentence, not the event."""


def _other_entry(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Return whether an account was opened by another entry of a list with days or places of their own, or by a later turn to it."""
    opening = min(mentions, key=text_order)
    if opening.sentence > mention.sentence and (opening.turns or (opening.placed and 1 < mention.paragraph < opening.paragraph)):
        return True
    if not opening.item or not mention.item or opening.item == mention.item:
        return False
    return (opening.headed and mention.headed) or opening.dated or opening.placed or mention.dated or mention.placed


def _one_operation(mentions: Sequence[Mention], mention: Mention, extents: Sequence[str]) -> bool:
    """Return whether acts of different kinds are told as one operation: same sentence or paragraph and nothing that sets them apart."""
    if mention.opens or (_APART.intersection(extents) and not follows(mentions, mention)):
        return False
    if mention.event.type != "displacement" and _ELSEWHERE.intersection(extents):
        return False
    observers = [one.event.type == _OBSERVERS for one in (mention, *mentions)]
    if any(observers) and not all(observers) and not {"same_day", "place_same"} <= set(extents) and not mention.harmed:
        return False  # shots at observers are told beside what they came to see; one wounded in it is a part of it
    if any(other.sentence == mention.sentence or other.paragraph == mention.paragraph for other in mentions):
        return True
    kind = mention.event.type
    unset = kind == "detention" and not mention.dated and not fine(mention.where) and not mention.opens
    if "place_same" in extents and ("same_day" in extents or (mention.placed and not mention.when)) and kind not in _OWN_ACTS:
        return True
    dated = mention.when is not None and "same_day" not in extents
    alone = dated or kind == "troop movement" or (kind in _OWN_ACTS and not unset)  # "four were arrested": where it was told
    reach = 0 if alone else 2 if kind == "displacement" else 1
    return any(0 < mention.paragraph - other.paragraph <= reach for other in mentions)


_ELSEWHERE = frozenset({"place_unlike", "place_far", "place_doubtful", "place_near", "region_unlike"})
_APART = APART | {"another_day"}
_OBSERVERS = "attack on observers"


_OWN_ACTS = frozenset({"detention", "weapons seizure", _OBSERVERS})
"""What a report tells in a paragraph of its own is an act of its own: arrests, finds of weapons, shots at observers."""


def _introduces(mentions: Sequence[Mention], mention: Mention, extents: Sequence[str]) -> float:
    """Return how far a mention is told as something new, from 0 to 1: a sentence after, with a day and a place of its own."""
    if mention.event.anaphoric or mention.result or mention.event.type == "displacement" or "place_same" in extents:
        return 0.0
    if any(other.sentence >= mention.sentence for other in mentions):
        return 0.0
    if mention.placed and (mention.dated or mention.turns):
        return 1.0
    if (
        mention.dated
        and any(name.endswith("_overlap") for name in extents)
        and all(other.paragraph != mention.paragraph for other in mentions)
    ):
        return 0.7
    return 0.0


def _discourse(mentions: Sequence[Mention], mention: Mention, rules: Rules, extents: Sequence[str]) -> float:
    """Points for how the text leads from the account to the mention."""
    weights = rules.within
    points = 0.0
    if mention.event.anaphoric:
        points += weights["anaphoric"] + weights["salience"] * min(5, len(mentions))
    if mention.result and mention.when and follows(mentions, mention):
        points += weights["follows"]
    elif mention.opens and not mention.event.anaphoric:
        points += weights["new_event_words"]
    if mention.latest and not all(other.event.background for other in mentions):
        points += weights["latest_words"]
    if not fine(mention.where) or mention.event.type == "displacement" or mention.headline or mention.adrift:
        points += weights["nothing_own" if not mention.when else "no_place_own"]
    points += weights["introduces"] * _introduces(mentions, mention, extents)
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
