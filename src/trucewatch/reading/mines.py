"""Does somebody strike a mine here? Conditions of vocab/triggers.yaml: a case in, yes or no out."""

from trucewatch.reading.conditions import Case, Conditions

_MINES = frozenset(
    {"minefield", "mine", "landmine", "ied", "device", "trap", "booby-trap", "tripwire", "bomb", "explosive", "charge", "bomblet"}
)


def _mines(conditions: Conditions, heads: tuple[int, ...]) -> bool:
    return conditions.any(heads, "weapon", frozenset({"bomb"})) and conditions.lemma_in(heads, _MINES)


def struck_mine(conditions: Conditions, case: Case) -> bool:
    """A vehicle or a man hits or sets off a mine; those who fight and "set off" a bomb did so on purpose."""
    if not case.doers or not _mines(conditions, case.patients):
        return False
    if case.trigger.word in {"trigger", "set"}:
        particle = case.trigger.word == "trigger" or conditions.has_particle(case)
        on_purpose = conditions.any(case.doers, "person", frozenset({"combatant"})) or conditions.any(case.doers, "organisation")
        return particle and not on_purpose
    if case.trigger.word == "detonate":
        return any(conditions.thing(at) for at in case.doers)
    return any(conditions.thing(at) for at in case.doers) or conditions.someone(case) or any(map(conditions.nominals.crewed, case.doers))


def on_mine(conditions: Conditions, case: Case) -> bool:
    """Somebody or something steps, drives or rolls over a mine."""
    return bool(case.doers) and (_mines(conditions, case.through) or (bool(case.particles) and _mines(conditions, case.patients)))
