"""What must hold of the Qubeir example case: expected.yaml beside its reports, written before the code."""

from importlib.resources import files

import pytest
import yaml
from kit import row

from trucewatch.capture.files import capture_file
from trucewatch.capture.worker import Worker
from trucewatch.judging import independent, judge
from trucewatch.matching import match
from trucewatch.records.names import same_place

FOLDER = files("trucewatch.examples").joinpath("qubeir")
EXPECTED = yaml.safe_load(FOLDER.joinpath("expected.yaml").read_text(encoding="utf-8"))
KILLED = EXPECTED["incidents"]["qubeir"]["killed"]


@pytest.fixture(scope="module")
def read():
    """Every report of the example, read once, by file name."""
    from trucewatch.oneshot import _reader

    found = {}
    with Worker() as worker:
        for folder in (FOLDER, FOLDER.joinpath("rewrites")):
            for path in sorted(folder.iterdir(), key=lambda each: each.name):
                if path.name[0].isdigit():
                    (document,) = capture_file(path, worker=worker, shown=path.name).documents
                    found[path.parent.name, path.name] = (document, _reader().read(document))
    return found


def analyse(pairs):
    documents = {document.id: document for document, _ in pairs}
    readings = [reading for _, reading in pairs]
    return judge(match(readings, documents), readings, documents)


@pytest.fixture(scope="module")
def base(read):
    """The twenty reports of the base case, analysed."""
    return analyse([pair for (folder, _), pair in read.items() if folder == "qubeir"])


@pytest.fixture(scope="module")
def extended(read):
    """The base case and ten rewrites of the wire story."""
    return analyse(list(read.values()))


def qubeir(analysis):
    """The incident with the most reports that bears one of the place's names."""
    named = [
        one
        for one in analysis.incidents
        if any(same_place(place.name, "Qubeir") for place in one.where) and one.type != "access restriction"
    ]
    return max(named, key=lambda one: len(one.documents))


def test_one_incident_over_at_least_eight_spellings(base):
    """Mazraat al-Qubeir, al-Kubeir, Qubair, al-Qubayr … are one place and one incident on 6 June 2012."""
    incident = qubeir(base)
    assert str(incident.when.earliest) == str(incident.when.latest) == "2012-06-06"
    assert len(set(incident.spellings) & set(EXPECTED["incidents"]["qubeir"]["spellings"])) >= 8


def test_the_range_is_what_the_domain_model_works_out(base):
    """9–100, without the accused 49–100, named-list floor 49, best none."""
    killed = row(qubeir(base))
    assert [killed.low, killed.high] == KILLED["range"]
    assert [killed.without_accused.low, killed.without_accused.high] == KILLED["without_accused"]
    assert (killed.floor, killed.best) == (KILLED["named_list_floor"], KILLED["best"])


def test_the_live_figures_are_one_for_each_origin(base):
    """Four origins, each with its latest figure; what they said before is history."""
    live = {(point.origin, point.low) for point in row(qubeir(base)).history if point.live}
    assert live == {(each["from"], each["low"]) for each in KILLED["live"]}


def test_fifty_five_is_a_figure_for_two_places(base):
    """49 in the hamlet and 6 in the next village: 55 is never a figure for the hamlet."""
    incident = qubeir(base)
    assert any(one.low == 55 and one.scope for one in incident.counts)
    assert not any(point.low == 55 and point.live for point in row(incident).history)


def test_counts_of_houla_stay_with_houla(base):
    """108, 92 and 34 are never figures for Qubeir."""
    lows = {point.low for one in qubeir(base).counts for point in one.history}
    assert not lows & set(EXPECTED["incidents"]["must_not_carry"]["qubeir"])


def test_count_and_attribution_are_contested_and_nothing_is_verified(base):
    """Both sides stay visible; from these reports alone nothing is verified."""
    incident = qubeir(base)
    assert {"count", "attribution"} <= set(incident.contested)
    assert {step.status for step in incident.status} <= {"reported", "unassessed"}


def test_ban_implies_the_government_and_its_ambassador_denies(base):
    """The matrix keeps who asserts and who denies apart; no competent body has found anything on Qubeir."""
    incident = qubeir(base)
    assert all(not one.found_by for one in incident.responsibility)
    assert any(voice.speaker == "Bashar Jaafari" for one in incident.responsibility for voice in one.denied_by)


def test_the_commission_found_on_houla(base):
    """Government forces and shabiha, at reasonable grounds to believe."""
    found = [one for one in base.incidents if any(finding.body == "Commission of Inquiry" for finding in one.findings)]
    assert len(found) == 1
    assert found[0].findings[0].standard == "reasonable grounds to believe"
    assert any(same_place(place.name, "Houla") for place in found[0].where)


def test_a_turned_bound_is_warned_of(base):
    """“As many as 78” stands for the committees' “at least 78”."""
    assert any(warning.code == "turned bound" and "as many as 78" in warning.text.lower() for warning in base.warnings)


def test_copies_are_found(base, read):
    """The portal's copy and the daily's rewrite share their text with the wire story; the daily that credits it has its own."""
    paths = {document.id: document.path for document, _ in read.values()}
    pairs = {frozenset((paths[copy.left], paths[copy.right])) for copy in base.copies}
    original = EXPECTED["copies"]["of"]
    assert all(frozenset((original, copy)) in pairs for copy in EXPECTED["copies"]["near_duplicates"])
    assert frozenset((original, "10-daily-b-as-many-as.txt")) not in pairs


def test_ten_rewrites_change_documents_and_outlets_never_origins(base, extended):
    """New headline, paragraphs cut or reordered, the credit line dropped in five."""
    before, after = qubeir(base), qubeir(extended)
    assert len(after.documents) - len(before.documents) == EXPECTED["rewrites"]["adding_them_changes"]["documents"]
    assert len(after.outlets) - len(before.outlets) == EXPECTED["rewrites"]["adding_them_changes"]["outlets"]
    assert independent(after.origins) == independent(before.origins)
    killed = row(after)
    assert [killed.low, killed.high] == EXPECTED["rewrites"]["range_stays"]["killed"]


def test_withdrawing_the_picture_changes_no_occurrence(base, read):
    """With or without the report that withdraws it, every other incident occurred as before."""
    without = analyse([pair for (folder, name), pair in read.items() if folder == "qubeir" and not name.startswith("01-")])
    status = {one.id: next(step.status for step in one.status if step.aspect == "occurrence") for one in base.incidents}
    assert all(
        status.get(one.id, "reported") == next(step.status for step in one.status if step.aspect == "occurrence")
        for one in without.incidents
    )
