"""The benchmark's choice of fillers: what the rules give stays unless it is improbable, what they do not give must be probable."""

from bench.incident_templates.choice import JOIN, LEAVE, Pair, chosen, probability


def pair(wording: str, here: float, *signs: str, key: str = "") -> Pair:
    """Return a weighed pair beside the first incident."""
    return Pair("Target", key or wording, wording, wording, 0, set(signs), here)


def test_a_rules_filler_stays_where_another_would_not_join() -> None:
    """Between the two limits only what the rules give is kept."""
    between = (LEAVE + JOIN) / 2
    assert chosen([pair("bridge", between, "ruled"), pair("mill", between)]) == {(0, "Target"): ["bridge"]}


def test_an_improbable_filler_goes_and_a_probable_one_joins() -> None:
    """Below the lower limit a rule's filler is dropped; above the upper one any phrase is taken."""
    assert chosen([pair("bridge", LEAVE / 2, "ruled"), pair("mill", JOIN * 2)]) == {(0, "Target"): ["mill"]}


def test_one_wording_of_a_thing_is_enough() -> None:
    """Of wordings that hold one another, and of one name's forms, only the most probable is given."""
    found = chosen([pair("two bridges", 0.5), pair("bridges", 0.8), pair("span", 0.6, key="bridges")])
    assert found == {(0, "Target"): ["bridges"]}


def test_probability_is_logistic_in_the_weights() -> None:
    """Signs without a weight count nothing; the bias counts always."""
    assert probability({"bias": 0.0}, {"unknown"}) == 0.5
    assert probability({"bias": 0.0, "ruled": 2.0}, {"ruled"}) > 0.85
