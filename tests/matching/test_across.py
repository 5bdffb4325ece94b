import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from kit import Report, analyse, at, documents_of, place
from trucewatch.matching import Matcher, match


def report(outlet, published, where, when, low, *, country="IQ", words="Gunmen killed people in", type="killing", **more):  # noqa: A002
    one = Report(
        outlet, published, f"{outlet}: {words} {where if isinstance(where, str) else where.name} and left {low} dead.", country=country
    )
    event = one.event("killed", type, when=when, where=where, **more)
    one.count(event, f"{low} dead", low, low)
    return one


def test_spellings_of_one_village_on_one_day_are_one_incident():
    """Romanisations of one Arabic name, and one day, are one incident that shows every spelling."""
    names = ["Qubeir", "al-Kubeir", "Mazraat al-Qubair", "al-Qubayr"]
    found = analyse(*(report(f"Daily {at}", "2012-06-08", name, "2012-06-06", 20 + at, country="SY") for at, name in enumerate(names)))
    assert len(found.incidents) == 1
    assert set(found.incidents[0].spellings) == set(names)


def test_the_same_village_twice_in_a_week_is_two_incidents():
    """Days four apart keep two attacks on one village apart."""
    found = analyse(report("Daily A", "2014-05-05", "Karim", "2014-05-04", 6), report("Daily B", "2014-05-09", "Karim", "2014-05-08", 6))
    assert len(found.incidents) == 2


def test_two_villages_of_one_name_in_two_countries_are_two_incidents():
    """A name shared over a border joins nothing."""
    found = analyse(
        report("Daily A", "2014-05-05", "Karim", "2014-05-04", 6, country="SD"), report("Daily B", "2014-05-05", "Karim", "2014-05-04", 8)
    )
    assert len(found.incidents) == 2


def test_two_places_of_one_name_far_apart_are_two_incidents():
    """Within one country too, where both are located."""
    north, south = (place("Karim", "IQ", lat=lat, lon=44.0) for lat in (36.5, 31.0))
    found = analyse(report("Daily A", "2014-05-05", north, "2014-05-04", 6), report("Daily B", "2014-05-05", south, "2014-05-04", 9))
    assert len(found.incidents) == 2


def test_an_uncertain_pair_is_suggested_and_not_joined():
    """A report that names only the country and overlaps in time is put to a person, with weights."""
    one = report("Daily A", "2014-05-05", "Karim", "2014-05-04", 6)
    other = Report(
        "Daily B", "2014-05-09", "Half a dozen farm hands were killed by unknown raiders somewhere in Iraq that Sunday.", country="IQ"
    )
    other.event("killed", when="2014-05-04", where=place("Iraq", "IQ", precision="country"))
    found = analyse(one, other)
    assert len(found.incidents) == 2
    assert len(found.suggestions) == 1
    assert 0.3 <= found.suggestions[0].probability < 0.8
    assert "same_day" in dict(found.suggestions[0].features)


def test_a_joined_pair_shows_its_features_and_weights():
    """Whoever asks why two reports are one incident gets every feature with its weight."""
    found = analyse(report("Daily A", "2014-05-05", "Karim", "2014-05-04", 6), report("Daily B", "2014-05-05", "Kareem", "2014-05-04", 6))
    assert len(found.joins) == 1
    features = dict(found.joins[0].features)
    assert {"prior", "same_day", "place_same", "type_same", "count_equal"} <= set(features)
    assert found.joins[0].probability > 0.8


def test_an_id_stays_findable_when_an_earlier_report_arrives():
    """Every id names a claim: after an earlier report takes over the incident, the claim of the old id is in it."""
    late = report("Daily B", "2014-05-06", "Karim", "2014-05-04", 6)
    early = report("Daily A", "2014-05-05", "Karim", "2014-05-04", 6)
    assert set(analyse(late).incidents[0].claims) < set(analyse(late, early).incidents[0].claims)


REPORTS = [
    report(f"Daily {at}", f"2014-05-{6 + at % 4:02d}", name, f"2014-05-{3 + at % 3:02d}", 4 + at % 5)
    for at, name in enumerate(["Karim", "Kareem", "Darwa", "al-Darwa", "Karim", "Sinaya", "Darwah", "Sinaia"])
]


@settings(max_examples=20)
@given(st.permutations(REPORTS))
def test_the_order_of_arrival_changes_nothing(shuffled):
    """Whatever order reports come in, the incidents are the same, ids and all."""
    documents = documents_of(REPORTS)
    assert match([one.reading for one in shuffled], documents) == match([one.reading for one in REPORTS], documents)


@settings(max_examples=10)
@given(st.integers(1, len(REPORTS) - 1))
def test_adding_one_by_one_gives_what_matching_all_at_once_gives(split):
    """Matching half, then adding the rest, equals matching everything."""
    matcher = Matcher()
    for one in REPORTS[:split]:
        matcher.add(one.reading, one.document)
    matcher.grouping()
    for one in REPORTS[split:]:
        matcher.add(one.reading, one.document)
    assert matcher.grouping() == match([one.reading for one in REPORTS], documents_of(REPORTS))


def test_two_incidents_one_report_holds_apart_are_not_joined_through_a_third():
    """Two villages attacked on one day in one report stay two, whatever a vaguer report says."""
    both = Report("Daily A", "2014-05-05", "Gunmen killed six in Karim. In Darwa they shot nine.", country="IQ")
    both.event("killed", when="2014-05-04", where="Karim")
    both.event("shot", when="2014-05-04", where="Darwa")
    vague = report("Daily B", "2014-05-05", place("Iraq", "IQ", precision="country"), "2014-05-04", 15)
    found = analyse(both, vague)
    assert at(found, "Karim").id != at(found, "Darwa").id


def test_pairs_compared_do_not_depend_on_which_report_comes_first():
    """The features of a pair are symmetric."""
    from trucewatch.matching.features import compare
    from trucewatch.matching.rules import rules

    matcher = Matcher()
    for one in REPORTS:
        matcher.add(one.reading, one.document)
    for left, right in itertools.combinations(matcher.profiles.values(), 2):
        assert sorted(compare(left, right, rules())) == sorted(compare(right, left, rules()))


def test_a_village_that_is_attacked_is_where_it_happened():
    """One report has it attacked, the other has people killed in it."""
    one = Report("Daily A", "2014-05-05", "Raiders attacked Karim on Sunday at dawn, driving off its herds.", country="SD")
    one.event("attacked", "attack", when="2014-05-04", victims=["Karim"])
    other = report("Daily B", "2014-05-05", "Karim", "2014-05-04", 6, country="SD")
    assert len(analyse(one, other).incidents) == 1
