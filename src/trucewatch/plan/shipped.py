"""The plans and Council memberships that ship with the package, as data."""

from functools import cache
from importlib.resources import files

from trucewatch.plan.loader import load_plan
from trucewatch.records.plan import Plan

PLANS = ("annan_2012", "minsk_2015", "aceh_2005")
"""The shipped plans by file name: a ceasefire with supervision, one with withdrawal lines by weapon, an accord with dated stipulations."""


@cache
def shipped(name: str) -> Plan:
    """Return a shipped plan. Raises KeyError with the known names for any other."""
    return load_plan(shipped_text(name), name=f"{name}.yaml")


@cache
def shipped_text(name: str) -> str:
    """Return the text of a shipped plan's file. Raises KeyError with the known names for any other."""
    if name not in PLANS:
        raise KeyError(f"no shipped plan {name!r}; there are: {', '.join(PLANS)}")
    return _data(f"{name}.yaml")


@cache
def council_text() -> str:
    """Return the shipped file of Security Council memberships."""
    return _data("council.yaml")


def _data(name: str) -> str:
    return files("trucewatch.plan").joinpath("data", name).read_text(encoding="utf-8")
