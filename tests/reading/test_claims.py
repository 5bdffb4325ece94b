"""What a text claims, kind by kind, and who says it: counts, responsibility, access, authenticity, compliance, positions, measures."""

from datetime import date

import pytest

from trucewatch.reading.reader import Reader
from trucewatch.records.assertion import EventPayload
from trucewatch.records.capture import Document

PUBLISHED = date(2013, 3, 8)


@pytest.fixture(scope="module")
def read(parser):
    from trucewatch.reading.gazetteer import Gazetteer

    reader = Reader(parser, Gazetteer.load())

    def reading(text):
        return reader.read(Document(id="d", text=text, published=PUBLISHED))

    return reading


def of_kind(reading, kind):
    return [claim for claim in reading.claims if claim.kind == kind]


def speaker(reading, claim):
    return next((s.speaker.name for s in reading.statements if s.id == claim.statement), None)


def counts(reading):
    return {(c.payload.metric, c.payload.population, c.payload.low, c.payload.high) for c in of_kind(reading, "casualty")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A rocket killed 14 traders and wounded at least 30 others.", {("killed", "all", 14, 14), ("injured", "all", 30, None)}),
        ("Six soldiers died and four were wounded.", {("killed", "party forces", 6, 6), ("injured", "party forces", 4, 4)}),
        ("Troops tried to hold the bridge and three were wounded.", {("injured", "party forces", 3, 3)}),
        ("Medics recovered 31 bodies.", {("killed", "all", 31, 31)}),
        ("The killing of 12 herders by gunmen shocked the valley.", {("killed", "all", 12, 12)}),
        ("Gunmen took nine pupils hostage.", {("detained", "children", 9, 9)}),
        ("Five constables went missing.", {("missing", "party forces", 5, 5)}),
        ("About 200 people fled the town.", {("displaced", "all", 180, 220)}),
        ("Nobody was hurt.", {("injured", "all", 0, 0)}),
        ("No casualties were reported.", {("killed", "all", 0, 0), ("injured", "all", 0, 0)}),
        ("The two monitors were not hurt.", {("injured", "mission personnel", 0, 0)}),
        ("Insurgents were killed in the clash.", {("killed", "party forces", 2, None)}),
        ("A shepherd was shot dead.", {("killed", "all", 1, 1)}),
        ("Two privates paid the supreme price.", {("killed", "party forces", 2, 2)}),
        ("The observers were shot at.", set()),
        ("A girl carried a doll representing a dead child.", set()),
        ("The 300-man mission lost 14 tents.", set()),
    ],
)
def test_a_count_has_the_metric_population_and_interval_the_words_give(read, text, expected):
    """Verbs, nouns and phrases say what happened to whom; props, units and near misses count nobody."""
    assert counts(read(text)) == expected


def test_a_later_figure_replaces_an_earlier_one_and_a_subtotal_belongs_to_its_total(read):
    """The toll rose from nine to 14, four of them children."""
    found = of_kind(read("A blast killed nine people. The toll later rose to 14, four of them children."), "casualty")
    nine, fourteen, four = (c for c in sorted(found, key=lambda c: c.spans[0].start))
    assert fourteen.payload.revises == nine.id
    assert (four.payload.population, four.payload.part_of) == ("children", fourteen.id)


def test_a_list_of_names_is_a_floor(read):
    """A list of 40 names says that at least 40 died."""
    (total, listed) = of_kind(read("Shelling killed dozens of people. A priest kept a list of 40 names."), "casualty")
    assert total.payload.vague
    assert (listed.payload.low, listed.payload.high, listed.payload.named_list) == (40, None, True)


def test_a_count_is_tied_to_the_event_that_claimed_the_victims(read):
    """Each of two attacks keeps its own dead."""
    reading = read("Gunmen attacked a bus near Homs, killing six people. Two days later shells hit a school, killing nine pupils.")
    events = {c.id: c.payload for c in of_kind(reading, "event")}
    about = [events[c.about].trigger.start for c in of_kind(reading, "casualty")]
    assert len(set(about)) == 2


def test_who_did_it_is_said_by_whoever_says_it(read):
    """An accusation belongs to the accuser, a denial to the one who denies."""
    reading = read("Rebels accused the army of shelling the market. The army denied any role in the shelling.")
    found = [(speaker(reading, c), c.polarity, c.payload.label) for c in of_kind(reading, "responsibility")]
    assert ("Rebels", "assert", "army") in found
    assert any(said in ("army", "The army") for said, polarity, _ in found if polarity == "deny")


def test_not_these_but_those_asserts_one_and_denies_the_other(read):
    """A speaker who names terrorists, and not the police, says both."""
    reading = read('The envoy said that "terrorists", not the police, had carried out the massacre.')
    found = {(c.payload.label, c.polarity) for c in of_kind(reading, "responsibility")}
    assert {("terrorists", "assert"), ("police", "deny")} <= found


def test_a_hint_of_blame_is_implied_by_the_one_who_hints(read):
    """As in "seemed to put the blame on": nobody asserts it."""
    reading = read("Mr Okello seemed to put the blame on the army, saying the killings began when its trucks arrived.")
    (hint,) = [c for c in of_kind(reading, "responsibility") if c.polarity == "implicate"]
    assert "Okello" in speaker(reading, hint)
    assert hint.payload.label == "army"


def test_violence_in_general_is_a_pattern(read):
    """Blame for "the violence" and a "free hand" are about no one incident; the main responsibility is a duty."""
    reading = read(
        "The president blamed smugglers for the violence. The envoy said the militia had a free hand. "
        "She said the main responsibility lies with the cabinet."
    )
    found = {(c.payload.label, c.payload.role, c.payload.scope) for c in of_kind(reading, "responsibility")}
    assert ("smugglers", "perpetrator", "pattern") in found
    assert ("militia", "perpetrator", "pattern") in found
    assert ("cabinet", "duty_bearer", "pattern") in found


def test_fire_without_a_name_and_a_barrier_with_one_are_two_claims_of_access(read):
    """Observers shot at by nobody known, and stopped by the army."""
    reading = read("UN observers were shot at near the village. The observers were blocked from entering it by the Syrian army.")
    found = {(c.payload.kind, c.payload.by) for c in of_kind(reading, "access")}
    assert found == {("fire", None), ("denial", "Syrian army")}


@pytest.mark.parametrize(
    ("text", "alleged"),
    [
        ("The ministry said the footage was fake.", "fake"),
        ("The photograph was taken in another country, the paper admitted.", "taken in another country"),
        ("The envoy accused channels of showing pictures of bodies from another province.", "from another province"),
        ("The broadcaster withdrew the picture.", "withdrew"),
    ],
)
def test_what_is_said_of_an_exhibit_is_kept_in_the_texts_words(read, text, alleged):
    """Fake, taken elsewhere, withdrawn: a claim about the exhibit, never about the event."""
    assert alleged in [c.payload.alleged for c in of_kind(read(text), "authenticity")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The accord is not being observed, the envoy said.", "not implemented"),
        ("The army violated the truce on Sunday.", "violated"),
        ("The ceasefire largely held.", "partly"),
        ("The government has fulfilled its obligations.", "fulfilled"),
        ("The roadmap had failed, she said.", "not implemented"),
    ],
)
def test_sayings_about_a_commitment_carry_their_verdict(read, text, verdict):
    """What somebody says about compliance is a claim beside the score."""
    assert [c.payload.verdict for c in of_kind(read(text), "compliance")] == [verdict]


def test_positions_belong_to_each_of_those_who_hold_them(read):
    """Two states back a plan; what ministers refrained from saying is no position."""
    reading = read("Kenya and Ghana both support the plan. Mr Hall refrained from saying that the plan was dead.")
    found = {(c.payload.actor, c.payload.issue, c.payload.stance, c.polarity) for c in of_kind(reading, "position")}
    assert {("Kenya", "plan", 2, "assert"), ("Ghana", "plan", 2, "assert")} <= found
    assert {polarity for _, _, stance, polarity in found if stance < 0} == {"non-assertion"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Nine states expelled Iranian diplomats.", "expulsion of diplomats", "taken"),
        ("The envoy urged the president to hand over power.", "surrender of power", "called_for"),
        ("The rebels threatened to suspend the truce.", "suspension of ceasefire", "threatened"),
        ("The minister promised an inquiry.", "inquiry", "promised"),
        ("The union lifted its sanctions.", "sanctions", "lifted"),
        ("The ministry decided to recall its ambassador.", "recall of ambassador", "decided"),
    ],
)
def test_a_measure_is_as_far_as_the_words_say(read, text, kind, status):
    """Called for, threatened, promised, decided, taken and lifted are told apart."""
    assert (kind, status) in [(c.payload.type, c.payload.status) for c in of_kind(read(text), "measure")]


def test_the_number_of_those_who_act_is_kept(read):
    """Nine states: the number is the measure's."""
    (claim,) = of_kind(read("Nine states expelled Iranian diplomats."), "measure")
    assert (claim.payload.number.low, claim.payload.number.high) == (9, 9)


def test_every_claim_rests_on_words_of_the_text_and_has_an_id_of_its_own(read):
    """Reading the same text twice gives the same claims; no two share an id; about, part and statement point at what exists."""
    text = (
        "The army said on Friday that rebels had killed at least 12 farmers, three of them women, at Kouri. "
        "A rebel spokesman denied it and accused soldiers of the killings. Observers were refused access to the village."
    )
    reading = read(text)
    assert reading.claims == read(text).claims
    ids = [claim.id for claim in reading.claims]
    assert len(ids) == len(set(ids))
    for claim in reading.claims:
        assert claim.spans
        assert all(span.of(text).strip() for span in claim.spans)
        assert claim.about is None or claim.about in ids
        assert claim.statement is None or claim.statement in [s.id for s in reading.statements]
        assert not isinstance(claim.payload, EventPayload) or claim.payload.trigger in claim.spans
