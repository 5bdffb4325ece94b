"""The plan in the brief: violations one by one, and silence that nobody could check is never compliance."""

import pytest

from trucewatch.plan.compliance import comply
from trucewatch.plan.loader import load_plan
from trucewatch.product.terminal import plain

PLAN = """
plan: valley-2021
title: Valley truce
sources: [written for this test]
wording: paraphrase
country: SD
mission: MON
instruments:
  T: {title: Truce of the valley, signed: 2021-02-01}
parties:
  ARMY: {name: The army, names: [army, soldiers]}
  MON: {name: The observers, names: [observers]}
commitments:
  - id: T1
    point: "1"
    instrument: T
    obligor: ARMY
    action: Kill nobody
    kind: continuing negative
    from: 2021-02-01
    violated_by: [{text: a killing, incidents: [killing]}]
  - id: T2
    point: "2"
    instrument: T
    obligor: ARMY
    action: Burn nothing
    kind: continuing negative
    from: 2021-02-01
    violated_by: [{text: arson, incidents: [arson]}]
"""


@pytest.fixture
def plan():
    return load_plan(PLAN)


def test_a_violation_names_whom_it_is_charged_to_or_that_it_is_nobody(case, plan):
    """A denied accusation charges nobody, and the violation stays."""
    found = comply(plan, analysis=case.analysis, documents=case.index.documents, readings=case.readings)
    text = " ".join(plain(case.brief(plans=[(plan, found)]), width=300).split())
    assert "T1, The army: Kill nobody — violated, " in text
    assert "charged to The army" not in text


def test_where_nobody_could_look_no_report_is_not_assessable(case, plan):
    """No arson reported is not compliance."""
    found = comply(plan, analysis=case.analysis, documents=case.index.documents, readings=case.readings)
    text = " ".join(plain(case.brief(plans=[(plan, found)]), width=300).split())
    assert "Not assessable: T2 — nothing of what was planned to be seen" in text
    assert "silence means nothing" in text


def test_without_a_plan_the_brief_says_nothing_of_one(case):
    """The part is there only where the case holds a plan."""
    assert "How far the plan is kept" not in plain(case.brief())
