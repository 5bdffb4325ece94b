"""What must hold of the article the project began from. It stays outside the project, so these tests skip where it is not beside it."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import (
    AccessPayload,
    AuthenticityPayload,
    CasualtyPayload,
    EventPayload,
    MeasurePayload,
    PositionPayload,
    ResponsibilityPayload,
)

QUBEIR_DAY = date(2012, 6, 6)


@pytest.fixture(scope="module")
def article(shared):
    path = shared / "seed" / "article.txt"
    return trucewatch.read(path.read_text(encoding="utf-8"), published="2012-06-08")


def said_by(article, surname):
    return [s for s in article.statements if surname.lower() in s.speaker.name.lower()]


def incident_at(article, name):
    found = [i for i in article.incidents if any(name in place.name for place in i.where) and i.type != "access restriction"]
    return [i for i in found if i.type != "attack on observers"]


def killed(incident):
    return next(c for c in incident.counts if c.metric == "killed" and c.population == "all")


@pytest.mark.parametrize(
    ("surname", "number"),
    [("Clinton", 3), ("Hague", 2), ("Annan", 7), ("Assad", 1), ("Jaafari", 4), ("Ban", 3), ("Cameron", 2), ("Lavrov", 1), ("officials", 1)],
)
def test_each_speaker_is_cited_as_often_as_the_article_cites_them(article, surname, number):
    """Every statement goes to the person who made it, under name, title or pronoun."""
    acts = [s for s in said_by(article, surname) if s.speech_act != "non-assertion"]
    assert len(acts) == number, [(s.speaker.name, [p.of(article.document.text) for p in s.content]) for s in acts]


def test_graffiti_is_an_inscription(article):
    """What is written on a vehicle is an inscription, not the newspaper's own quotation."""
    assert [s for s in article.statements if s.mode == "inscription"]


def test_assad_speaks_through_annan(article):
    """The Syrian president's words reached the newspaper through the envoy."""
    (statement,) = [s for s in said_by(article, "Assad") if s.speech_act != "non-assertion"]
    outer = {s.id: s for s in article.statements}
    assert "Annan" in outer[statement.chain[0]].speaker.name
    assert statement.chain[-1] == "narrator"


def test_spans_match_the_text(article):
    """No content span holds quotation marks or leaves the text."""
    text = article.document.text
    for statement in article.statements:
        for span in statement.content:
            words = span.of(text)
            assert words == words.strip()
            assert not words.startswith(('"', "“")), words
            assert not words.endswith(('"', "”")), words


def test_qubeir_is_one_incident_of_6_june(article):
    """Headline mention, bloodshed, atrocity and denial are one incident with an open lower bound."""
    (qubeir,) = incident_at(article, "Qubeir")
    assert (qubeir.when.earliest, qubeir.when.latest) == (QUBEIR_DAY, QUBEIR_DAY)
    assert (killed(qubeir).low, killed(qubeir).high) == (0, 78)
    assert killed(qubeir).best is None


def test_responsibility_for_qubeir_is_a_matrix(article):
    """Ban implies the government side, Jaafari denies it and names terrorists; so attribution is contested."""
    (qubeir,) = incident_at(article, "Qubeir")
    rows = qubeir.responsibility
    assert any("Ban" in v.speaker for row in rows for v in row.implied_by)
    assert any("Jaafari" in v.speaker for row in rows for v in row.denied_by)
    assert any("terrorists" in row.label and any("Jaafari" in v.speaker for v in row.asserted_by) for row in rows)
    assert "attribution" in qubeir.contested


def test_the_militia_is_a_pattern_in_no_matrix(article):
    """A remark about the militia in general stands beside incidents."""
    militia = [c for c in article.claims if isinstance(c.payload, ResponsibilityPayload) and "militia" in c.payload.label]
    assert [c.payload.scope for c in militia] == ["pattern"] * len(militia)
    assert militia
    assert not [r for i in article.incidents for r in i.responsibility if "militia" in r.label]


def test_houla_keeps_its_own_count(article):
    """An incident mentioned for comparison is an incident of its own."""
    (houla,) = incident_at(article, "Houla")
    assert (houla.when.earliest, houla.when.latest) == (date(2012, 5, 25), date(2012, 5, 25))
    assert (killed(houla).low, killed(houla).high, killed(houla).best) == (108, 108, None)


def test_observers_shot_at_and_blocked_are_two_incidents(article):
    """Ban's word that they were shot at names nobody; the newspaper says the army blocked them."""
    fire = [i for i in article.incidents if i.type == "attack on observers"]
    blocked = [i for i in article.incidents if i.type == "access restriction"]
    assert (len(fire), len(blocked)) == (1, 1)
    assert not [p for p in fire[0].participants if p.role.startswith("perpetrator")]
    assert [p for p in blocked[0].participants if p.role.startswith("perpetrator") and "army" in p.name.lower()]
    access = [c.payload for c in article.claims if isinstance(c.payload, AccessPayload)]
    assert {(a.kind, a.by is None) for a in access} >= {("fire", True), ("denial", False)}


def test_the_four_wounded_are_soldiers_on_the_ambassadors_word(article):
    """The wounded belong to the troops."""
    (claim,) = [
        c for c in article.claims if isinstance(c.payload, CasualtyPayload) and c.payload.metric == "injured" and c.payload.low == 4
    ]
    assert claim.payload.population == "party forces"
    statement = next(s for s in article.statements if s.id == claim.statement)
    assert "Jaafari" in statement.speaker.name


def test_images_are_an_authenticity_claim_and_expulsions_a_measure(article):
    """Where pictures come from is a claim of its own kind; thirteen states acted."""
    assert [c for c in article.claims if isinstance(c.payload, AuthenticityPayload)]
    taken = [c.payload for c in article.claims if isinstance(c.payload, MeasurePayload) and c.payload.status == "taken"]
    assert any("13 states" in m.actor for m in taken)


@pytest.mark.parametrize("words", ["A further incident", "will be one of", "came close to", "mandate", "surrender", "a sack"])
def test_no_incident_comes_from_what_did_not_happen(article, words):
    """Threatened, future, demanded and depicted events found no incident."""
    text = article.document.text
    at = text.index(words)
    line = range(at, at + len(words) + 25)
    for incident in article.incidents:
        for claim in article.claims:
            if claim.id in incident.claims and isinstance(claim.payload, EventPayload):
                assert claim.payload.trigger.start not in line, claim


def test_nobody_is_made_to_say_the_plan_is_dead(article):
    """Refraining from saying is a non-assertion."""
    for claim in article.claims:
        if isinstance(claim.payload, PositionPayload) and claim.polarity != "non-assertion":
            words = " ".join(span.of(article.document.text) for span in claim.spans)
            assert "categorically dead" not in words


def test_blaming_enemies_is_no_denial_about_qubeir(article):
    """What Assad said of his enemies says nothing of Qubeir."""
    (qubeir,) = incident_at(article, "Qubeir")
    assert not [v for row in qubeir.responsibility for v in row.denied_by if "Assad" in v.speaker]


def test_the_wrong_publication_date_is_warned_of(shared):
    """Weekday words contradict 7 June."""
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    codes = {w.code for w in trucewatch.read(text, published="2012-06-07").warnings}
    assert any("date" in code for code in codes), codes
    assert not any("date" in w.code for w in trucewatch.read(text, published="2012-06-08").warnings)
