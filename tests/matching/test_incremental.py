"""Whatever came in and was decided in between, the analysis is that of the whole case at once, and only the neighbourhood was worked on."""

import random
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import Report, documents_of, place
from trucewatch.judging import judge
from trucewatch.matching import candidates, match
from trucewatch.records.capture import Source
from trucewatch.records.decision import Decision
from trucewatch.records.memo import Memo, Work

TOWNS = ["Karim", "Darwa", "Sinaya", "Tell Amun", "Qasr Bint", "Wadi Hamra"]
SPELLINGS = {"Karim": "Kareem", "Darwa": "al-Darwah", "Sinaya": "Sinaia"}
LINES = [
    "Herders came at dawn over the ridge with rifles and drove off the camels of the lower wells.",
    "The clinic at the crossing took in the wounded until its lamp oil ran out after midnight.",
    "A trader who had fled counted the fresh graves twice from behind the mill and wrote it down.",
    "Nobody had slept since the spring, the schoolmaster Idris Benhalem told his sister in a letter.",
]


def report(number, *, town=None, days=0, dead=6, speaker=None, hedged=False, doers=(), line=0, spelled=False, vague=False):
    """A report of a raid on a town, in words that some other reports share."""
    name = SPELLINGS.get(town, town) if spelled else town
    hedge = "apparently " if hedged else ""
    text = (
        f"Gazette {number}. {hedge.capitalize()}{dead} dead after the raid at {name or 'a village'}, herders with rifles. "
        f"Some fighters did it. {LINES[line]} {LINES[(line + number % 2) % 4]}"
    )
    one = Report(f"Gazette {number % 7}", f"2014-05-{6 + days:02d}", text, country="SD")
    said = (
        one.says(speaker, f"{dead} dead after the raid at {name or 'a village'}, herders with rifles", hedges=["pparently"] * hedged)
        if speaker
        else None
    )
    if speaker and hedged:
        statement = one.statements[-1]
        content = one.span(f"{hedge.capitalize()}{dead} dead after the raid at {name or 'a village'}, herders with rifles")
        one.statements[-1] = type(statement)(**{**{f: getattr(statement, f) for f in statement.__slots__}, "content": (content,)})
    where = place("Sudan", "SD", precision="country") if vague or not name else name
    event = one.event("raid", "attack", when=None if vague else f"2014-05-{4 + days:02d}", where=where, by=said, doers=doers)
    one.count(event, f"{dead} dead", dead, dead, by=said)
    if line == 3:
        one.event("counted" if "counted" in text else "told", "killing", victims=["Idris Benhalem"])
    if number % 3 == 0:
        one.blame(event, "Some fighters", by=said, scope="pattern" if number % 2 else "incident")
    return one


def reports_of(seed, number):
    """A case: towns raided on several days, told in several ways, some hardly placed."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    found = []
    for at in range(number):
        town = chance.choice([*TOWNS, None])
        found.append(
            report(
                at,
                town=town,
                days=chance.choice([0, 0, 1, 4, 9]),
                dead=chance.choice([6, 8, 30]),
                speaker=chance.choice([None, "Radio Karim", "UNAMID", "State television", "The Observatory"]),
                hedged=chance.random() < 0.3,
                doers=chance.choice([(), ("armed men",), ("government soldiers",)]),
                line=chance.randrange(4),
                spelled=chance.random() < 0.4,
                vague=chance.random() < 0.2,
            )
        )
    return list({one.document.id: one for one in found}.values())


def whole(reports, decisions=(), memo=None, sources=()):
    """Match and judge reports."""
    documents, readings = documents_of(reports), [one.reading for one in reports]
    grouping = match(readings, documents, decisions=decisions, memo=memo)
    return judge(grouping, readings, documents, sources=sources, decisions=decisions, memo=memo)


def decide(chance, analysis, number):
    """A decision about something that the analysis shows."""
    incidents = [chance.choice(analysis.incidents) for _ in range(2)]
    one, other = incidents
    claim = chance.choice(one.claims)
    verb, subjects, values = chance.choice(
        [
            ("merge", (one.id, other.id), {}),
            ("reject", (one.claims[0], other.claims[0]), {}),
            ("reject", (one.claims[0], one.claims[-1]), {}),
            (
                "reject",
                (one.claims[0], chance.choice([name for each in analysis.joins for name in (each.left, each.right)] or [claim])),
                {},
            ),
            ("split", (one.id, claim), {}),
            ("move", (claim,), {"to": other.id}),
            ("reject", (claim,), {}),
            ("correct", (claim,), {"field": "high", "value": "41"}),
            ("correct", (claim,), {"field": "day", "value": "2014-05-04"}),
            ("attach", ("item1",), {"incident": one.id}),
            ("link", ("armed men",), {"actor": "the government's militia"}),
            ("grade", ("UNAMID",), {"reliability": "B"}),
            ("status", (one.id,), {"aspect": "occurrence", "status": "corroborated"}),
            ("status", (claim,), {"aspect": "count", "status": "refuted"}),
            ("undo", (f"k{chance.randrange(number + 1)}",), {}),
        ]
    )
    at = datetime(2014, 6, 1, number // 60, number % 60, tzinfo=UTC)
    return Decision(f"k{number}", verb, subjects, tuple(sorted(values.items())), "Ana", "seen on site", at, chance.choice([None, "Ben"]))


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_adding_in_any_order_with_decisions_between_gives_what_a_case_made_at_once_gives(seed):
    """After each batch and each decision, what was kept and worked on is the same, to the byte, as what is computed from nothing."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    waiting = reports_of(seed, 14)
    chance.shuffle(waiting)
    memo, here, decisions, numbers = Memo(), [], [], count()
    while waiting:
        size = chance.choice([1, 1, 2, 5])
        here, waiting = [*here, *waiting[:size]], waiting[size:]
        chance.shuffle(here)
        found = whole(here, decisions, memo)
        assert repr(found) == repr(whole(here, decisions))
        if found.incidents and chance.random() < 0.7:
            decisions.append(decide(chance, found, next(numbers)))
            assert repr(whole(here, decisions, memo)) == repr(whole(here, decisions))


@settings(max_examples=15)
@given(st.integers(0, 10_000))
def test_what_was_kept_for_other_reports_changes_nothing(seed):
    """Reports that leave (a cut by date), that come back, and that are read otherwise give what they give from nothing."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    pool = reports_of(seed, 16)
    memo = Memo()
    for _ in range(5):
        here = chance.sample(pool, chance.randrange(2, len(pool)))
        sources = chance.choice([(), (Source("Radio Karim", "outlet", owner="UNAMID"),)])
        assert repr(whole(here, memo=memo, sources=sources)) == repr(whole(here, sources=sources))


@settings(max_examples=15)
@given(st.integers(0, 10_000))
def test_in_a_crowd_a_new_report_changes_who_of_the_others_is_compared(seed):
    """Where blocks are crowded each account is compared with its next few; a new one steps between two that were compared before."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    waiting = reports_of(seed, 14)
    chance.shuffle(waiting)
    memo = Memo()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(candidates, "_CROWD", 1)
        patched.setattr(candidates, "_FEW", 1)
        for size in range(4, len(waiting) + 1):
            assert repr(whole(waiting[:size], memo=memo)) == repr(whole(waiting[:size]))


class Leaky(Memo):
    """A memo that has lost about half of what it held."""

    def __init__(self, chance):
        super().__init__()
        self.chance = chance

    def leak(self):
        """Lose half of it."""
        self._held = {place: value for place, value in self._held.items() if self.chance.random() < 0.5}


@settings(max_examples=15)
@given(st.integers(0, 10_000))
def test_a_memo_that_lost_half_of_what_it_held_changes_nothing(seed):
    """What is kept can be dropped, all of it or a part, at any time."""
    pool = reports_of(seed, 14)
    memo = Leaky(random.Random(seed))  # noqa: S311 - as above
    for size in (5, 9, 10, 14):
        assert repr(whole(pool[:size], memo=memo)) == repr(whole(pool[:size]))
        memo.leak()


def test_a_reading_of_another_version_is_worked_in_again():
    """What is kept of a document holds for the version it was made from; a corrected document or a new reading has another."""
    pool = reports_of(1, 8)
    memo = Memo({one.document.id: "first" for one in pool})
    whole(pool, memo=memo)
    later = Memo({pool[0].document.id: "second"} | {one.document.id: "first" for one in pool[1:]})
    later._held = memo._held
    pool[0].event("rifles", "attack", when="2014-05-30", where="Ghazal")
    assert repr(whole(pool, memo=later)) == repr(whole(pool))
    assert later.work.documents == 1


SOUNDS = "bdfklmnr"


def town(number, outlets=("Daily", "Herald")):
    """Reports of a raid on a town that nobody else tells of, in words of its own."""
    first, second = SOUNDS[number // 8], SOUNDS[number % 8]
    day, name = f"2014-{1 + number % 9:02d}", f"{first.upper()}a{second}uma"
    found = []
    for outlet in outlets:
        own = " ".join(f"{first}o{sound}{second}e{first}t" for sound in SOUNDS)
        one = Report(f"{outlet} {number}", f"{day}-06", f"{own}: {6 + number} dead, {name} {outlet.lower()}", country="SD")
        event = one.event("dead", "attack", when=f"{day}-04", where=name)
        one.count(event, f"{6 + number} dead", 6 + number, 6 + number)
        found.append(one)
    return found


@pytest.mark.parametrize("size", [10, 40])
def test_a_new_report_touches_only_its_neighbourhood(size):
    """However large the case, one report more is one report taken apart, compared with its town's two, and one incident judged."""
    here = [one for number in range(size) for one in town(number)]
    memo = Memo()
    before = whole(here, memo=memo)
    assert memo.work.documents == len(here)
    assert memo.work.incidents == len(before.incidents)
    memo.done.clear()
    after = whole([*here, *town(3, ["Observer"])], memo=memo)
    assert memo.work == Work(documents=1, pairs=2, texts=2, weighed=3, clusters=1, incidents=1)
    assert len(after.incidents) == len(before.incidents)


def test_a_grade_and_a_status_are_no_work():
    """What people say of a source or of an incident's status is put on top of what was judged."""
    here = [one for number in range(12) for one in town(number)]
    memo = Memo()
    analysis = whole(here, memo=memo)
    memo.done.clear()
    at = datetime(2014, 6, 1, tzinfo=UTC)
    grade = Decision("k1", "grade", ("Daily 3",), (("reliability", "B"),), "Ana", "checked", at)
    status = Decision(
        "k2", "status", (analysis.incidents[0].id,), (("aspect", "occurrence"), ("status", "unverifiable")), "Ana", "no access", at
    )
    found = whole(here, [grade, status], memo=memo)
    assert memo.work == Work()
    assert repr(found) == repr(whole(here, [grade, status]))


def test_a_decision_touches_only_what_it_speaks_of():
    """Two incidents joined are clustered and judged again, and no other."""
    here = [one for number in range(12) for one in town(number, ["Daily"])]
    memo = Memo()
    analysis = whole(here, memo=memo)
    memo.done.clear()
    two = analysis.incidents[0].id, analysis.incidents[5].id
    merge = Decision("k1", "merge", two, (), "Ana", "one raid", datetime(2014, 6, 1, tzinfo=UTC))
    found = whole(here, [merge], memo=memo)
    assert len(found.incidents) == len(analysis.incidents) - 1
    assert (memo.work.documents, memo.work.pairs, memo.work.clusters, memo.work.incidents) == (0, 0, 1, 1)
    assert repr(found) == repr(whole(here, [merge]))
