"""An incident told as part of another: read off the words of a report, changed by people, never by dates and places alone."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import Report, analyse, at
from trucewatch.matching.nesting import parents
from trucewatch.records.decision import Decision


def nest(incident, inside, hour=1):
    values = (("inside", inside),)
    return Decision(f"knest{hour}", "nest", (incident,), values, "Ana", "the front's own log", datetime(2014, 6, 1, hour, tzinfo=UTC))


def told(sentence, *, killed="2012-05-05"):
    """A report of an offensive in a valley and, in ``sentence``, of a killing in one of its villages."""
    report = Report("Daily A", "2012-05-12", f"The army opened an offensive in the Dolen valley on 1 May.\n\n{sentence}")
    report.event("offensive", "attack", when="2012-05-01", where="Dolen")
    report.event("killed", when=killed, where="Karsa")
    return report


DURING = told("During the offensive twelve villagers were killed in Karsa on 5 May, residents said.")


def test_what_happened_during_an_offensive_is_inside_it():
    """The report says so in words; the offensive is an incident of its own."""
    found = analyse(DURING)
    assert at(found, "Karsa").parent == at(found, "Dolen").id
    assert at(found, "Dolen").parent is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Twelve villagers were killed in Karsa on 5 May, residents said.",
        "Days after the offensive twelve villagers were killed in Karsa, residents said.",
        "Nobody spoke of the offensive. Twelve villagers were killed in Karsa on 5 May.",
    ],
)
def test_dates_and_places_alone_put_no_incident_inside_another(sentence):
    """What is told beside or after an offensive is not told as part of it."""
    found = analyse(told(sentence))
    assert all(incident.parent is None for incident in found.incidents)


def test_what_was_over_before_it_began_is_not_inside_it():
    """Dates that speak against the words leave it open."""
    found = analyse(told("During the offensive twelve villagers were killed in Karsa, residents said.", killed="2012-04-20"))
    assert all(incident.parent is None for incident in found.incidents)


def test_a_person_puts_an_incident_inside_another_and_takes_it_out():
    """A decision goes before what reports tell, is replayed when reports are added, and is undone by another."""
    plain = told("Twelve villagers were killed in Karsa on 5 May, residents said.")
    found = analyse(plain)
    inside = nest(at(found, "Karsa").id, at(found, "Dolen").id)
    later = Report("Daily B", "2012-05-13", "Twelve people killed in Karsa on 5 May were buried.")
    later.event("killed", when="2012-05-05", where="Karsa")
    decided = analyse(plain, later, decisions=[inside])
    assert at(decided, "Karsa").parent == at(decided, "Dolen").id
    outside = nest(at(analyse(DURING), "Karsa").id, "none")
    assert at(analyse(DURING, decisions=[outside]), "Karsa").parent is None
    undo = Decision("kundo", "undo", (outside.id,), (), "Ben", "taken in error", datetime(2014, 6, 1, 2, tzinfo=UTC))
    assert analyse(DURING, decisions=[outside, undo]) == analyse(DURING)


def test_a_decision_on_an_incident_that_is_read_no_more_is_listed():
    """Nothing people decided is dropped in silence."""
    found = analyse(DURING, decisions=[nest("i0000000000", "none")])
    assert [conflict.decision for conflict in found.conflicts] == ["knest1"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=12))
def test_nothing_holds_itself_by_whatever_way_round(pairs):
    """Whatever reports tell, following what holds an incident comes to an end."""
    found = parents(pairs, {})
    for name in found:
        seen = {name}
        while (name := found.get(name)) is not None:
            assert name not in seen
            seen.add(name)


def test_a_text_that_tells_of_an_offensive_and_of_a_killing_in_it_is_read_so():
    """From the words alone to the incident that holds the other."""
    import trucewatch

    text = (
        "The army launched an offensive in the Dolen valley on 1 May, the general staff said.\n\n"
        "During the two-week offensive, twelve villagers were killed in Karsa on 5 May, residents said."
    )
    found = trucewatch.read(text, published=datetime(2012, 5, 20, tzinfo=UTC).date())
    (killing,) = [incident for incident in found.incidents if incident.type == "killing"]
    (offensive,) = [incident for incident in found.incidents if incident.type == "attack"]
    assert (killing.parent, offensive.parent) == (offensive.id, None)
