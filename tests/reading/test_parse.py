"""Paragraphs, captions, headlines and datelines never run into the sentences beside them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reading.paragraphs import divide


def sentences(parse):
    return [words for s in parse.doc.sents if (words := parse.words(parse.span(s.start, s.end))).strip()]


def test_wrapped_lines_are_one_paragraph(parser):
    """A telegram broken at seventy letters reads on over the line end."""
    text = (
        "The mission's patrol was held for three hours at a checkpoint south of\n"
        "Maarat on Tuesday by soldiers who said that nobody might go on to the\n"
        "village without a letter from the governor, and then was sent away by\n"
        "another road.\n\nA second patrol went by the river road.\n"
    )
    parse = parser.parse(text)
    assert len(parse.paragraphs) == 2
    assert len(sentences(parse)) == 2


def test_unwrapped_lines_are_paragraphs_of_their_own(parser):
    """A caption without a full stop does not run into the text below."""
    text = (
        "A woman looks at a burnt house in Dar Salim\n"
        "Observers reached the village on Sunday, two days after the fire, and spoke with eleven families who had stayed there.\n"
        "Nobody was in the school."
    )
    parse = parser.parse(text)
    assert sentences(parse)[0] == "A woman looks at a burnt house in Dar Salim"
    assert len(parse.paragraphs) == 3


def test_points_of_a_list_are_paragraphs(parser):
    """Bulletins list incidents; wrapped or not, each point stands alone."""
    text = "INCIDENTS\n- Two shells fell on Zor.\n- A farmer was hurt in Maar.\n- Nothing else was seen.\n"
    assert len(parser.parse(text).paragraphs) == 4


def test_a_dateline_is_a_sentence_of_its_own(parser):
    """BEIRUT, Oct 6 (Agency) - is no part of what happened."""
    parse = parser.parse("BEIRUT, Oct 6 (Agency) - Snipers killed two soldiers on Wednesday, police said.")
    assert [parse.words(line).strip() for line in parse.datelines] == ["BEIRUT, Oct 6 (Agency) -"]
    assert sentences(parse)[1].startswith("Snipers")


def test_a_dash_in_a_sentence_makes_no_dateline(parser):
    """Only a place, with or without a date, opens a report."""
    for text in ("Mr Hall - who had seen it - said nothing.", "The town - once rich - was empty.", "No - he said."):
        assert parser.parse(text).datelines == ()


def test_empty_text_parses_to_nothing(parser):
    """A file without words is read without complaint."""
    for text in ("", " \n\n ", "\n"):
        parse = parser.parse(text)
        assert [token for token in parse.doc if not token.is_space] == []


@given(st.text(alphabet="ab .\n\t-", max_size=400))
def test_paragraphs_lie_in_order_and_hold_every_letter(text):
    """No letter is lost between paragraphs and none is in two."""
    spans = divide(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert sum(len(span.of(text).split()) for span in spans) == len(text.split())


def test_a_footnote_mark_is_no_word(parser):
    """What comes before "[4]" ends its sentence at the stop."""
    text = "Youths lynched two pastors.[4] The governor imposed a curfew.[note 2]"
    parse = parser.parse(text)
    assert [parse.shown[s.start_char : s.end_char].strip() for s in parse.doc.sents] == [
        "Youths lynched two pastors.",
        "The governor imposed a curfew.",
    ]


def test_words_are_what_the_models_own_components_make_of_them(parser):
    """Parts of speech, morphology and lemmas are looked up once for each kind of word, and come out as if they had been each time."""
    text = (
        "There's nothin' y'all ain't gonna say, c'mon: let's go, they've got to. What is there? That's it, he didn't, \n\n"
        "The men's lorries, which were burnt, weren't theirs. It was I whom they'd seen. Those had been shelled, nor do they deny it. "
        "There are 3 of 4 left -- “dying”, he said (on 5 May) & left 10% of £20 to them. Its worst, best, further, worse fights. "
        "THEY WERE BURYING THEIR DEAD; SOLDIERS LAY WOUNDED NEARBY, having fled, flying, lying, ran, running."
    )

    def words():
        return [(word.text, word.tag_, word.pos_, word.dep_, word.lemma_, str(word.morph)) for word in parser.nlp(text)]

    quick = words()
    with parser.as_installed() as model:
        assert {"attribute_ruler", "lemmatizer"} <= set(model.pipe_names)
        installed = words()
    assert not {"attribute_ruler", "lemmatizer"} & set(parser.nlp.pipe_names)
    assert quick == installed


def test_texts_read_together_come_back_in_order_and_as_if_each_had_been_read_alone(parser):
    """Nothing of one text of a batch reaches another."""
    texts = [f"On {day} May soldiers shelled Ward {day}, killing {day + 1} people. The army denies it." for day in range(1, 31)] * 2
    together = list(parser.parse_many(texts, batch=7))
    assert [parse.text for parse in together] == texts
    for parse in together[::9]:
        alone = parser.parse(parse.text)
        assert (alone.tree, [one.label_ for one in alone.doc.ents]) == (parse.tree, [one.label_ for one in parse.doc.ents])


def test_a_source_of_texts_that_fails_says_so(parser):
    def texts():
        yield from ["Gunmen fired on a convoy."] * 5
        raise OSError("the folder is gone")

    with pytest.raises(OSError, match="the folder is gone"):
        list(parser.parse_many(texts(), batch=2))
