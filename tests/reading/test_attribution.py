"""Who is cited, by which words, for what: statements found in texts a user would recognise, all written for these tests."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trucewatch.reading.attribution import find_citations, find_statements
from trucewatch.reading.view import view_of
from trucewatch.records.extent import When
from trucewatch.records.span import Span


@pytest.fixture(scope="module")
def say(parser):
    """Read a text and return its statements as plain values, in order."""

    def read(text):
        return [Said(statement, text) for statement in find_statements(parser.parse(text), "doc")]

    return read


class Said:
    """One statement with the words under its spans."""

    def __init__(self, statement, text):
        self.statement = statement
        self.who = statement.speaker.name
        self.what = [span.of(text) for span in statement.content]
        self.cue = statement.cue.span.of(text)
        self.source = [span.of(text) for span in statement.source]
        self.mode, self.act, self.chain = statement.mode, statement.speech_act, statement.chain
        self.hedges = [span.of(text) for span in statement.hedges]

    def __repr__(self):
        return f"{self.who}: {self.what} ({self.cue}, {self.mode}, {self.act})"


def only(found):
    assert len(found) == 1, found
    return found[0]


def test_a_quotation_before_its_cue_is_direct_speech(say):
    """The words between the marks are the content, without the marks."""
    said = only(say('"The bridge was blown up at dawn," said Colonel Petar Vukov.'))
    assert (said.who, said.what, said.mode) == ("Petar Vukov", ["The bridge was blown up at dawn,"], "direct")


def test_a_quotation_after_its_cue_is_direct_speech(say):
    """A colon leads in what is said, over as many sentences as the marks hold."""
    said = only(say('Colonel Petar Vukov said: "The bridge was blown up. We do not know by whom."'))
    assert (said.who, said.what) == ("Petar Vukov", ["The bridge was blown up. We do not know by whom."])


def test_a_clause_is_indirect_speech_and_keeps_its_that(say):
    """Reported speech keeps a leading "that" and loses the full stop."""
    said = only(say("The governor said that the road to Mahaba was shut."))
    assert (said.what, said.mode) == (["that the road to Mahaba was shut"], "indirect")


def test_quoted_and_unquoted_words_are_told_apart_in_mixed_speech(say):
    """Content splits where quoted and unquoted words meet."""
    said = only(say('Mr Dario said that the talks had "utterly collapsed" on Sunday.'))
    assert (said.what, said.mode) == (["that the talks had", "utterly collapsed", "on Sunday"], "mixed")


def test_content_stands_on_both_sides_of_a_cue_between_commas(say):
    """A cue in the middle of a clause belongs to neither half."""
    said = only(say("A second raid would, said diplomats, force the mission to leave the valley."))
    assert (said.who, said.what) == ("diplomats", ["A second raid would", "force the mission to leave the valley"])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The convoy, the army said, was empty.", ["The convoy", "was empty"]),
        ("The convoy was empty, the army said.", ["The convoy was empty"]),
        ('The convoy would, she said, bring "real help" soon.', ["The convoy would", "bring", "real help", "soon"]),
        ("The monitors will leave, the head of mission, Ulla Holm, said on Monday.", ["The monitors will leave"]),
    ],
)
def test_a_cue_between_commas_leaves_only_what_is_said(say, text, content):
    """Commas, cue and speaker are no part of the content."""
    assert only(say(text)).what == content


def test_unquoted_words_that_lead_into_a_quotation_are_said_too(say):
    """The sentence begins before the marks do."""
    said = only(say('Any new advance "will end the truce," the minister said.'))
    assert (said.what, said.mode) == (["Any new advance", "will end the truce,"], "mixed")


def test_a_quotation_goes_on_in_the_next_paragraph(say):
    """Paragraphs that open with a mark after one left open continue the same speech."""
    text = "“The wells are poisoned,” Dr Lena Hartog said. “We carry water by hand.\n\n“There is nobody else to ask.”"
    said = only(say(text))
    assert said.what == ["The wells are poisoned,", "We carry water by hand.", "There is nobody else to ask."]


def test_a_second_quotation_in_the_paragraph_has_the_same_speaker(say):
    """Speech after the speaker's full stop is still the speaker's."""
    said = only(say('"They came at night," one woman said. "Nobody stopped them."'))
    assert said.what == ["They came at night,", "Nobody stopped them."]


@pytest.mark.parametrize("marks", ['""', "“”", "‘’", "''"])
def test_straight_and_curly_double_and_single_marks_all_quote(say, marks):
    """British and American marks, typeset or typed, are read alike; an apostrophe is no mark."""
    said = only(say(f"{marks[0]}We don't know the villagers' names,{marks[1]} said the mayor."))
    assert (said.what, said.mode) == (["We don't know the villagers' names,"], "direct")


def test_a_mark_that_is_never_closed_ends_with_its_paragraph(say):
    """An unbalanced quotation does not swallow the rest of the text."""
    said = say('The mayor said: "We are cut off.\n\nSnow fell on the pass.')
    assert said[0].what == ["We are cut off."]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army denied that its guns had fired.", "deny"),
        ("The army rejected the allegations.", "deny"),
        ("The council accused the army of burning the mill.", "accuse"),
        ("The council blamed the army for the fire.", "accuse"),
        ("The envoy urged both sides to lay down their arms.", "demand"),
        ("The envoy called on the rebels to free the crew.", "demand"),
        ("The envoy called for a ceasefire.", "demand"),
        ("The envoy warned that the truce was near collapse.", "warn"),
        ("The rebels threatened to shell the port.", "threaten"),
        ("The rebels promised to free the crew.", "promise"),
        ("The bishop condemned the killings.", "condemn"),
        ("The minister accepted the mediators' plan.", "position"),
        ("The governor told reporters that the port was open.", "assert"),
        ("The ministry called the report baseless.", "deny"),
    ],
)
def test_the_cue_says_what_is_done_by_saying_it(say, text, act):
    """Denials, accusations, demands, warnings, promises and positions are told apart."""
    assert only(say(text)).act == act


def test_refraining_from_saying_asserts_nothing(say):
    """What somebody is careful not to say is never that person's assertion."""
    said = only(say("The envoy carefully refrained from saying that the truce was over."))
    assert (said.act, said.cue) == ("non-assertion", "carefully refrained from saying")


@pytest.mark.parametrize(
    "text", ["He declined to say who had fired.", "The army did not say how many had died.", "She refused to confirm the toll."]
)
def test_what_is_not_said_is_no_assertion(say, text):
    """Declining, refusing and not saying are non-assertions."""
    assert only(say(text)).act == "non-assertion"


def test_two_verbs_of_one_subject_make_two_statements(say):
    """Each verb has its own content and both have the speaker."""
    first, second = say('Mrs Adeyemi declared that the plan was "finished" and urged the general to resign.')
    assert (first.who, second.who) == ("Adeyemi", "Adeyemi")
    assert first.what == ["that the plan was", "finished"]
    assert second.what == ["the general to resign"]


def test_words_that_only_lead_up_to_a_quotation_make_no_statement_of_their_own(say):
    """Words such as "echoed the message, saying" are one act of saying."""
    said = only(say('Mr Obi echoed this message, saying: "The door is still open."'))
    assert (said.cue, said.what) == ("saying", ["The door is still open."])


def test_a_label_and_what_follows_it_are_two_statements(say):
    """Calling something by a quoted name is an act of saying beside the quotation that follows."""
    first, second = say('Mr Obi called the raid "vile", saying: "We shall answer for our dead."')
    assert first.what == ["the raid", "vile"]
    assert second.mode == "direct"


def test_the_relayer_of_a_statement_stands_in_its_chain(say):
    """What reached the narrator through somebody else names that somebody's statement."""
    outer, inner = say("Mr Sand said that the president had blamed the rebels for the fire.")
    assert inner.chain == (outer.statement.id, "narrator")
    assert outer.chain == ("narrator",)


def test_a_relayer_named_at_the_end_stands_in_the_chain_too(say):
    """The order of words does not matter to who relays whom."""
    inner, outer = say("President Omar Talib warned that any raid would be answered, state radio reported.")
    assert (inner.who, outer.who) == ("Omar Talib", "state radio")
    assert inner.chain == (outer.statement.id, "narrator")


def test_according_to_cites_on_either_side(say):
    """The phrase may open or close the sentence, or stand in a subordinate clause."""
    assert only(say("According to the Delta Monitor, 14 people died.")).what == ["14 people died"]
    assert only(say("At least 14 people died, according to the Delta Monitor.")).what == ["At least 14 people died"]
    inside = only(say("They visited a farm where, according to elders, two boys were shot."))
    assert (inside.who, inside.what) == ("elders", ["two boys were shot"])


def test_a_passive_cue_names_its_speaker(say):
    """A passive such as "was quoted as saying" cites its subject."""
    said = only(say("The general was quoted as saying that the road was clear."))
    assert (said.who, said.cue) == ("general", "was quoted as saying")


def test_whoever_is_quoted_as_saying_it_speaks_and_not_the_quoter(say):
    """An agency that quotes an officer as saying something passes on the officer's words."""
    said = only(say('"Gunmen fired on the crowd," the Delta agency quoted a police officer as saying.'))
    assert said.who == "police officer"


def test_as_somebody_reported_cites_the_clause_it_hangs_on(say):
    """Credit at the head or the end of a sentence is a citation of the rest."""
    said = only(say("The general has resigned, as first reported by the Daily Post."))
    assert (said.source, said.what) == (["the Daily Post"], ["The general has resigned"])


def test_who_issued_a_statement_says_what_it_says(say):
    """The statement is the ministry's, and one act of saying."""
    said = only(say("The defence ministry later issued a statement saying that 11 people had died."))
    assert (said.who, said.what) == ("defence ministry", ["that 11 people had died"])


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility.",
        "The army refused to withdraw.",
        "The witness asked not to be named.",
        "Smuggling feeds crime.",
    ],
)
def test_nobody_and_no_act_of_saying_make_no_statement(say, text):
    """What nobody says, and what is refused without words, cites nobody."""
    assert say(text) == []


def test_a_number_somebody_gives_is_a_statement(say):
    """Putting, listing and recording a toll are acts of saying, with the number in the content."""
    first, second = say("The monitors put the toll at nine. A hospital recorded 14 dead.")
    assert (first.who, first.what) == ("monitors", ["the toll at nine"])
    assert (second.who, second.what) == ("hospital", ["14 dead"])


def test_a_second_source_in_the_sentence_keeps_its_own_words(say):
    """What follows "while" or "but" with another speaker is not the first one's."""
    first, second = say("The army said that two soldiers died, while the monitors said that six had been buried.")
    assert first.what == ["that two soldiers died"]
    assert (second.who, second.chain) == ("monitors", ("narrator",))


def test_what_is_reported_by_nobody_has_an_unknown_speaker(say):
    """A passive without an agent is a statement whose author the text does not give."""
    said = only(say("It was alleged that soldiers had taken the grain."))
    assert said.statement.speaker.kind == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        'A banner over the gate read "No more graves".',
        'Graffiti on the wall, reading "No more graves", was painted over.',
        "Marchers carried placards saying 'No more graves'.",
    ],
)
def test_words_on_things_are_inscriptions(say, text):
    """Banners, graffiti and placards are quoted from the thing; who wrote them is not known."""
    said = only(say(text))
    assert (said.mode, said.what, said.statement.speaker.kind) == ("inscription", ["No more graves"], "unknown")


def test_beliefs_and_findings_are_cited_too(say):
    """Beliefs and findings that a text ascribes to somebody are statements, bare wishes are not."""
    found = say("Investigators found that the shell came from the north. Residents believe the army fired it. The mayor wants to leave.")
    assert [said.who for said in found] == ["Investigators", "Residents"]


def test_what_speakers_say_of_their_own_saying_is_no_second_statement(say):
    """What stands in the first person inside a quotation belongs to that quotation."""
    said = only(say('"I can confirm that the camp was hit," said the mayor.'))
    assert said.who == "mayor"


def test_hearer_place_and_day_are_kept_apart_from_what_is_said(say):
    """Addressee, venue and day of the saying are their own fields."""
    text = "Colonel Petar Vukov told reporters in Mahaba on Monday that the siege was over."
    said = only(say(text)).statement
    assert (said.addressee, said.said_at.text) == ("reporters", "on Monday")
    assert said.content[0].of(text) == "that the siege was over"


def test_the_document_something_was_said_in_belongs_to_the_cue(say):
    """The cue is the whole phrase, its lemma the head's."""
    said = only(say("The army has also said in a statement that the mill was empty."))
    assert (said.cue, said.statement.cue.lemma) == ("has also said in a statement", "say")


def test_a_hedge_on_the_saying_is_kept(say):
    """Words such as "appeared to" hedge the act they lead up to."""
    said = say("Mr Sand appeared to blame the army, saying the shells came from its guns.")
    assert any("appeared to" in hedge for one in said for hedge in one.hedges)


def test_a_dateline_is_no_part_of_the_speaker(say):
    """Place, day and agency before the dash are not who speaks."""
    said = only(say("MAHABA, June 8 (Delta Wire) - The army said the mill was empty."))
    assert (said.who, said.source) == ("army", ["The army"])


def test_events_and_bare_wishes_are_no_statements(say):
    """The narrator's own account cites nobody."""
    assert say("Gunmen attacked the mill at dawn and fled. The villagers buried nine people.") == []


def test_the_engine_finds_more_kinds_of_citation_than_become_statements(parser):
    """Wishes and attitudes are citations; the acts of saying among them are statements."""
    parse = parser.parse("The council wants to leave. Russia backs the plan. The mayor said nobody was hurt.")
    kinds = [citation.sense.kind for citation in find_citations(view_of(parse))]
    assert kinds == ["want", "judge", "say"]
    assert len(find_statements(parse, "doc")) == 1


def test_reading_twice_gives_the_same_statements(parser):
    """Ids come from content: the same text gives the same ids, another document others."""
    text = '"We saw it," said Ann Lee. She added that it was late.'
    first, second = find_statements(parser.parse(text), "a"), find_statements(parser.parse(text), "a")
    assert first == second
    assert {s.id for s in first}.isdisjoint({s.id for s in find_statements(parser.parse(text), "b")})


_PIECES = st.sampled_from(
    [
        '"',
        "'",
        "“",
        "”",
        "‘",
        "’",
        " said ",
        "the mayor",
        "We",
        " left",
        ", ",
        ". ",
        "\n\n",
        " that ",
        "he",
        ": ",
        " denied",
        " — ",
        "U.S.",
        "?",
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, max_size=14).map("".join))
def test_spans_always_lie_in_the_text_and_hold_no_outer_marks(parser, text):
    """Whatever the punctuation, spans are ordered, inside the text and not empty."""
    for statement in find_statements(parser.parse(text), "doc"):
        for span in statement.content:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text)
        assert list(statement.content) == sorted(statement.content)
        assert statement.chain[-1] == "narrator"


def test_the_seed_article_has_its_twenty_five_statements(parser, shared):
    """On the article the project began from, every statement has its speaker, and nothing asserts that the plan is dead."""
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    said = [Said(statement, text) for statement in find_statements(parser.parse(text), "seed")]
    acts = [one for one in said if one.act != "non-assertion"]
    expected = {"Clinton": 3, "Hague": 2, "Annan": 7, "Assad": 1, "Jaafari": 4, "Ban": 3, "Cameron": 2, "Lavrov": 1, "officials": 1}
    counted = {name: sum(name in one.who for one in acts) for name in expected}
    assert counted == expected
    assert [one.who for one in acts if one.mode == "inscription"] == ["Graffiti"]
    assert len(acts) == 25
    withheld = [one for one in said if one.act == "non-assertion"]
    assert [(one.who, one.cue) for one in withheld] == [("Hillary Clinton and William Hague", "carefully refrained from saying")]


def test_the_day_of_a_saying_is_taken_from_the_times_already_read(parser):
    """Words that the time step has turned into days are not read a second time."""
    text = "The army said on Monday that the mill was empty."
    at = text.index("Monday")
    monday = When(date(2012, 6, 4), date(2012, 6, 4), "day", "Monday", (Span(at, at + 6),))
    (statement,) = find_statements(parser.parse(text), "doc", (monday,))
    assert statement.said_at == monday


def test_whoever_speaks_of_a_dozen_says_so():
    """A number in words is a figure as one in digits is."""
    import trucewatch

    (statement,) = trucewatch.read("The guerrillas spoke of a dozen dead.", published="2021-06-30").statements
    assert statement.speaker.name == "guerrillas"
