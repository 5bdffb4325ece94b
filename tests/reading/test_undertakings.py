"""Deeds without a name of their own that are asked for, promised, threatened or refused: measure claims."""

from datetime import date

import pytest

import trucewatch


def measures(text):
    result = trucewatch.read(text, published=date(2011, 3, 9))
    return [
        (claim.payload.type, claim.payload.status, claim.factuality, " ".join(span.of(text) for span in claim.spans))
        for claim in result.claims
        if claim.kind == "measure"
    ]


@pytest.mark.parametrize(
    ("text", "word", "status", "factuality"),
    [
        ("The envoy urged the committee to restrain the militia.", "restrain", "called_for", "demanded"),
        ("The families appealed to the court to have the well searched.", "searched", "called_for", "demanded"),
        ("In the capital, the union wants its leaders freed.", "freed", "called_for", "demanded"),
        ("The council renewed its call for an immediate ceasefire.", "ceasefire", "called_for", "demanded"),
        ("A masked man said the fighters would close the road.", "close", "decided", "future"),
        ("The front said the captives would be handed to the monks.", "handed", "decided", "future"),
        ("The government said it would not suspend the talks.", "suspend", "decided", "negated"),
        ("The kingdom said it had no plan to fight.", "fight", "decided", "negated"),
        ("The clans said they would honour the truce if the tanks went back.", "went", "called_for", "conditional"),
    ],
)
def test_a_deed_is_asked_for_promised_or_refused(text, word, status, factuality):
    """Whoever is to do it, and whether a verb, a noun or a speaker's own words say so."""
    assert (status, factuality) in [each[1:3] for each in measures(text) if word in each[3]]


def test_what_is_refused_says_so_in_its_name():
    """A promise not to do a thing is no promise to do it."""
    assert any(each[0].startswith("not ") for each in measures("The government said it would not leave the talks."))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mission's head demanded safe passage for his patrols.", "passage"),
        ("The bishop called for restraint.", "restraint"),
        ("Relatives demanded an explanation.", "explanation"),
    ],
)
def test_things_demanded_that_have_no_name_among_measures_are_called_for(text, kind):
    """Whatever is demanded is told as demanded, by whom."""
    (claim,) = [c for c in trucewatch.read(text, published="2024-05-15").claims if c.kind == "measure"]
    assert (claim.payload.type, claim.payload.status, claim.factuality) == (kind, "called_for", "demanded")


@pytest.mark.parametrize(
    "text", ["The envoy insisted that the observers be let through.", "The clinic asked that his men be given lawyers."]
)
def test_that_with_a_bare_be_asks_for_it(text):
    """The subjunctive is a demand, whatever verb carries it."""
    (claim,) = [c for c in trucewatch.read(text, published="2024-05-15").claims if c.kind == "measure"]
    assert claim.factuality == "demanded"
