"""Whether those who did what a mention tells are those of an account of the same report, or the other side of the same fight."""

from collections.abc import Sequence

from trucewatch.matching.contrasts import one_voice
from trucewatch.matching.mentions import Mention
from trucewatch.matching.rules import Rules

_ANSWERS = 0.25
_MOVEMENT = "troop movement"


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


def _answers(mention: Mention, doers: Sequence[Mention], mentions: Sequence[Mention]) -> bool:
    """Return whether those who do it suffered what was told before, or the other way round: two sides of one fight."""
    if any(_heads(one, "target") & _heads(two, "instrument") for other in doers for one, two in ((mention, other), (other, mention))):
        return True  # the drones that one side launched are what the other shot down
    own, others = _heads(mention, "perpetrator"), [(_heads(other, "perpetrator"), _heads(other, "victim", "target")) for other in doers]
    return any(own & suffered or _heads(mention, "victim", "target") & did for did, suffered in others) or (
        any(one.event.type == "armed clash" for one in (mention, *mentions))
    )


def _heads(mention: Mention, *roles: str) -> frozenset[str]:
    """Return the last words of the names of those in the roles."""
    people = (person for person in mention.event.participants if person.role.startswith(roles) and person.name.split())
    return frozenset(person.name.lower().split()[-1] for person in people)


def _same_doers(left: Mention, right: Mention) -> bool:
    """Return whether two mentions have a doer in common, by name or by the head of its description ("the crowd", "a crowd of youths")."""
    heads = [
        {person.name.lower().split(" of ")[0].split()[-1] for person in one.event.participants if person.role.startswith("perpetrator")}
        for one in (left, right)
    ]
    return bool(left.actors & right.actors or heads[0] & heads[1])


def _named_doer(mention: Mention) -> bool:
    """Return whether a doer is called by a name, not only described."""
    return any(person.role.startswith("perpetrator") and any(map(str.isupper, person.name)) for person in mention.event.participants)


def _same_voice(left: Mention, right: Mention) -> bool:
    """Return whether both mentions are one statement's words, or both the narrator's: an accusation retells under other doers."""
    return left.claim.statement == right.claim.statement


def people_points(mentions: Sequence[Mention], mention: Mention, rules: Rules, *, together: bool) -> float:
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
        and other.founds
        and other.event.type not in {_MOVEMENT, mention.event.type}
        and (_same_voice(other, mention) or (suffers and one_voice(other, mention)))
    ]
    if mention.event.type != _MOVEMENT and mention.actors and doers and not any(_same_doers(other, mention) for other in doers):
        # the other side's part in one fight is told without a time or place of its own ("militants opened fire; the force returned it"),
        # and one side is described in several ways ("terrorists", "the rebels")
        goes_on = not mention.dated and not mention.placed and not mention.opens
        described = not any(map(_named_doer, (mention, *doers))) and any(_sides(mention) & _sides(other) for other in doers)
        near = any(other.paragraph == mention.paragraph for other in doers)
        described = described or (together and near and _retold(mention, doers))
        goes_on = goes_on or (together and near and _answers(mention, doers, mentions))
        version = goes_on and mention.claim.statement is not None and not mention.harmed
        points += rules.within["actor_unlike"] * (0.0 if version else _ANSWERS if goes_on or described else 1.0)
    return points
