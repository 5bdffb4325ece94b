"""Puts the helpers beside these tests within reach, and gives the small plan they judge by."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))


@pytest.fixture(scope="session")
def plan_text() -> str:
    from plankit import TEXT

    return TEXT


@pytest.fixture(scope="session")
def plan(plan_text):
    from trucewatch.plan.loader import load_plan

    return load_plan(plan_text)
