from kit import Report, analyse, at


def step(incident, aspect):
    return next(one for one in incident.status if one.aspect == aspect)


def told(outlet, speaker, *, label=None, polarity="assert", cue="say", extra="", **more):
    report = Report(outlet, "2012-06-08", f"{speaker} said people were killed in Karim by {label or 'unknown men'}. {extra}")
    said = report.says(speaker, "people were killed in Karim", cue=cue, **more)
    event = report.event("killed", when="2012-06-06", where="Karim", by=said)
    if label:
        report.blame(event, label, by=said, polarity=polarity, factuality="negated" if polarity == "deny" else "certain")
    return report


def test_one_claim_makes_an_aspect_reported_and_nothing_more():
    """The machine sets reported; legal stays unassessed."""
    incident = at(analyse(told("Daily A", "Syrian National Council", label="government forces")), "Karim")
    assert {one.aspect: one.status for one in incident.status} == {
        "occurrence": "reported", "time": "reported", "place": "reported",
        "count": "unassessed", "attribution": "reported", "legal": "unassessed",
    }  # fmt: skip
    assert all(one.proposed is None for one in incident.status)


def test_two_independent_origins_are_proposed_as_corroboration_not_set():
    """An opposition body and a mission agree: proposed, for a person to accept."""
    incident = at(analyse(told("Daily A", "Syrian National Council"), told("Daily B", "UNSMIS")), "Karim")
    assert (step(incident, "occurrence").status, step(incident, "occurrence").proposed) == ("reported", "corroborated")


def test_one_side_blamed_and_cleared_is_contested():
    """The Secretary-General implies the government, its ambassador denies: attribution is contested, with both claims."""
    ban = told(
        "Daily A", "Ban Ki-moon", label="government forces", polarity="implicate", kind="person", role="Secretary General", affiliation="UN"
    )
    denial = told(
        "Daily B",
        "Bashar Jaafari",
        label="allies of the government",
        polarity="deny",
        kind="person",
        role="ambassador",
        affiliation="Syria",
    )
    found = analyse(ban, denial)
    incident = at(found, "Karim")
    assert incident.contested == ("attribution",)
    assert [one.aspect for one in found.contradictions] == ["attribution"]
    rows = {one.label: one for one in incident.responsibility}
    assert [voice.speaker for voice in rows["government forces"].implied_by] == ["Ban Ki-moon"]
    assert [voice.speaker for voice in rows["allies of the government"].denied_by] == ["Bashar Jaafari"]


def test_a_pattern_stands_beside_the_incidents():
    """A militia with a free rein is in no incident's matrix."""
    report = told("Daily A", "Syrian National Council", extra="The militia seems to have a free rein.")
    report.blame(None, "The militia", scope="pattern")
    found = analyse(report)
    assert at(found, "Karim").responsibility == ()
    assert [one.label for one in found.patterns] == ["The militia"]


def test_a_finding_names_its_body_and_standard_and_is_proposed_as_verified():
    """A commission that found, on reasonable grounds to believe, stands in its own column."""
    report = told(
        "Daily A", "Commission of Inquiry", label="government forces", cue="find",
        extra="It applied the standard of reasonable grounds to believe.",
    )  # fmt: skip
    incident = at(analyse(report), "Karim")
    voice = incident.responsibility[0].found_by[0]
    assert (voice.body, voice.standard) == ("Commission of Inquiry", "reasonable grounds to believe")
    assert step(incident, "attribution").proposed == "verified"
    assert incident.findings[0].actors == ("government forces",)


def test_a_lost_hedge_is_warned_of():
    """“Apparently surrounded” in one report, “surrounded” in another, by one speaker: the hedge was lost."""
    first = Report("Broadcaster C", "2012-06-07", "Ban Ki-moon spoke of a village apparently surrounded by government forces.")
    first.says(
        "Ban Ki-moon", "a village apparently surrounded by government forces", kind="person", affiliation="UN", hedges=("apparently",)
    )
    second = Report("Daily F", "2012-06-08", "Ban Ki-moon said the village had been surrounded by government forces.")
    second.says("Ban Ki-moon", "the village had been surrounded by government forces", kind="person", affiliation="UN")
    warnings = analyse(first, second).warnings
    assert [(one.code, one.document) for one in warnings] == [("lost hedge", second.document.id)]


def test_computing_everything_again_gives_the_same():
    """Analysis is a pure function of what was read."""
    reports = [told("Daily A", "Syrian National Council", label="government forces"), told("Daily B", "UNSMIS")]
    assert analyse(*reports) == analyse(*reversed(reports))
