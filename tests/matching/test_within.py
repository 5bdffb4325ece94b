from kit import Report, analyse, at


def incidents(report):
    return analyse(report).incidents


def test_an_event_introduced_before_it_is_named_is_one_incident():
    """A massacre in the lead and the bloodshed named later are one; the killing it is compared with is another."""
    text = (
        "Ministers met after the latest massacre of as many as 60 villagers.\n\n"
        "The bloodshed in Karim on Monday night recalled the mass killing of 90 people in Darwa on 3 May.\n\n"
        "The envoy said the atrocity must be looked into."
    )
    report = Report("Daily X", "2014-05-14", text)
    latest = report.event("massacre")
    report.count(latest, "as many as 60", 0, 60)
    report.event("bloodshed", when="2014-05-12", where="Karim", anaphoric=True)
    earlier = report.event("mass killing", when="2014-05-03", where="Darwa", background=True)
    report.count(earlier, "90 people", 90, 90)
    report.event("atrocity", anaphoric=True)
    found = analyse(report)
    assert len(found.incidents) == 2
    karim, darwa = at(found, "Karim"), at(found, "Darwa")
    assert karim.main
    assert not darwa.main
    assert len(karim.claims) == 4
    assert [count.high for count in karim.counts] == [60]
    assert [count.low for count in darwa.counts] == [90]


def test_what_is_only_threatened_demanded_or_general_founds_no_incident():
    """A future, a conditional, a demand, a near miss and a pattern found nothing."""
    text = "A further attack would end it. There will be massacres. He urged surrender. They came close to killing him. Killings go on."
    report = Report("Daily X", "2014-05-14", text)
    report.event("attack", "attack", factuality="conditional")
    report.event("massacres", factuality="future")
    report.event("surrender", "surrender", factuality="demanded")
    report.event("killing", factuality="negated")
    report.event("Killings", pattern=True)
    assert incidents(report) == ()


def test_an_attempt_that_failed_founds_an_incident_and_a_threat_does_not():
    """Attempted attacks happened; threatened ones did not."""
    report = Report("Daily X", "2014-05-14", "They tried to storm the post in Karim on Monday. They threaten to bomb Darwa.")
    report.event("storm", "attack", when="2014-05-12", where="Karim", stage="attempted")
    report.event("bomb", "bombing", where="Darwa", stage="threatened")
    assert [one.stage for one in incidents(report)] == ["attempted"]


def test_a_denial_that_repeats_the_event_joins_what_it_denies():
    """The ambassador who denies the massacre speaks of the massacre the report tells."""
    report = Report(
        "Daily X", "2014-05-14", "Sixty died in a massacre in Karim on Monday. The ambassador denied that troops carried out the killing."
    )
    report.event("massacre", when="2014-05-12", where="Karim")
    said = report.says("The ambassador", "troops carried out the killing", act="deny")
    report.event("killing", by=said, polarity="deny", factuality="negated", anaphoric=True, doers=["troops"])
    found = incidents(report)
    assert len(found) == 1
    assert len(found[0].claims) == 2


def test_a_denial_alone_founds_nothing():
    """What somebody denies and nobody asserts is no incident."""
    report = Report("Daily X", "2014-05-14", "The ambassador denied that troops carried out a killing in Karim.")
    report.event("killing", where="Karim", polarity="deny", factuality="negated")
    assert incidents(report) == ()


def test_observers_fired_on_and_observers_turned_back_are_two_incidents():
    """Different kinds of hindrance keep their own provenance, even at one time and place."""
    report = Report(
        "Daily X",
        "2014-05-14",
        "Observers were shot at on the way to Karim on Tuesday. Observers were blocked by the army near Karim on Tuesday.",
    )
    report.event("shot at", "attack on observers", when="2014-05-13", where="Karim")
    report.event("blocked", "access restriction", when="2014-05-13", where="Karim", doers=["the army"])
    assert sorted(one.type for one in incidents(report)) == ["access restriction", "attack on observers"]


def test_dead_in_the_next_sentence_belong_to_the_bombing_before_it():
    """A sentence without a time or place of its own goes on with what is being told."""
    report = Report("Daily X", "2014-05-14", "A bomb exploded in a market in Karim on Monday. Nine people were killed.")
    report.event("exploded", "bombing", when="2014-05-12", where="Karim")
    killed = report.event("killed")
    report.count(killed, "Nine people", 9, 9)
    found = incidents(report)
    assert [one.type for one in found] == ["bombing"]
    assert found[0].counts[0].low == 9


def test_another_attack_elsewhere_is_another_incident():
    """A second event with its own place stands apart, and so does one the words call separate."""
    report = Report(
        "Daily X", "2014-05-14", "Gunmen killed two men in Karim on Monday. In a separate attack three soldiers were shot dead in Darwa."
    )
    report.event("killed", when="2014-05-12", where="Karim")
    report.event("shot dead", when="2014-05-12", where="Darwa")
    assert len(incidents(report)) == 2


def test_shelling_by_one_side_and_killings_by_another_stay_apart():
    """One voice that names two doers for two kinds of event tells of two events."""
    report = Report("Daily X", "2014-05-14", "Militiamen killed families in Karim on Monday after the army had shelled the place.")
    report.event("killed", when="2014-05-12", where="Karim", doers=["militiamen"])
    report.event("shelled", "shelling", when="2014-05-12", where="Karim", doers=["the army"])
    assert len(incidents(report)) == 2


def test_shots_at_observers_who_came_to_see_are_not_the_killing_they_came_to_see():
    """Told in the same sentence, the killing and the shots at observers keep their own provenance."""
    report = Report(
        "Daily X",
        "2014-05-14",
        "Ban said that shots were fired at observers who were driving to Karim to learn how the killing came about.",
    )
    said = report.says("Ban", "shots were fired at observers", kind="person")
    report.event("fired at", "attack on observers", where="Karim", by=said)
    report.event("killing", where="Karim", by=said, anaphoric=True)
    assert sorted(one.type for one in incidents(report)) == ["attack on observers", "killing"]


def test_where_people_took_refuge_is_no_other_incident():
    """Those who fled a killing to another place belong to it; a wounded man who dies in a town's hospital does too."""
    report = Report(
        "Daily X",
        "2014-05-14",
        "Gunmen killed nine people in Karim on Monday. Some 300 residents sought refuge in Darwa. A teacher died in Salim on Wednesday.",
    )
    report.event("killed", when="2014-05-12", where="Karim")
    report.event("sought refuge", "displacement", where="Darwa")
    report.event("died", "killing", when="2014-05-14", where="Salim")
    assert len(incidents(report)) == 1
