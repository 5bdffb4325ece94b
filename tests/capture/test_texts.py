"""What a plain text says of its own publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.capture.texts import document_of

REPORT = """Source: Wire A
Published: 1994-02-07
Byline: Wire A staff, Zagreb
Headline: Shell hits market

SARAJEVO, Feb 5 (Wire B) - A mortar shell hit the market on Saturday and killed dozens of people, hospital officials said.

(Wire B, citing the city's radio)
"""


def test_header_lines_are_metadata_and_the_text_stays_as_it_was():
    """Key: value lines at the head are fields, reading begins after them, and the text is unchanged."""
    document = document_of(REPORT)
    assert document.text == REPORT
    assert (document.publisher, document.byline, document.title) == ("Wire A", "Wire A staff, Zagreb", "Shell hits market")
    assert document.text[document.body_start :].startswith("SARAJEVO, Feb 5")


@pytest.mark.parametrize(
    "text",
    [
        "Note: the army denied it.\n\nResidents said otherwise.",
        "Clinton: we must act now.\nHague: time is running out.\n\nThat was all.",
        "The dead: 14.\nThe wounded: 30.\n\nNobody claimed the attack.",
        "12:30: shelling resumed in the east of the town.\n\nNothing else happened.",
    ],
)
def test_a_first_paragraph_with_a_colon_is_no_header(text):
    """Paragraphs that merely hold a colon belong to the text."""
    assert document_of(text).body_start == 0


def test_front_matter_of_a_markdown_file_is_a_header():
    """Fields between two lines of three hyphens are read, quotation marks taken off."""
    document = document_of("---\ntitle: 'Bulletin for 6 June'\ndate: 2012-06-06\nsource: Monitor E\n---\n\n# Bulletin\n\nTwo were hurt.\n")
    assert (document.title, document.published, document.publisher) == ("Bulletin for 6 June", date(2012, 6, 6), "Monitor E")
    assert document.text[document.body_start :].startswith("# Bulletin")


def test_what_is_given_outranks_metadata_dateline_text_and_file():
    """The strongest basis is used and every other one is kept, in order."""
    document = document_of(REPORT, published=date(1994, 2, 8), path="19940210-market.txt")
    assert document.published == date(1994, 2, 8)
    assert [(basis.basis, basis.day) for basis in document.published_bases] == [
        ("given", date(1994, 2, 8)),
        ("metadata", date(1994, 2, 7)),
        ("dateline", date(1994, 2, 5)),
        ("file", date(1994, 2, 10)),
    ]


@pytest.mark.parametrize(
    ("text", "dateline", "day"),
    [
        ("SAN SALVADOR, 3 Jan 90 -- [TEXT] Guerrillas attacked the post.", "SAN SALVADOR, 3 Jan 90", date(1990, 1, 3)),
        ("CARACAS (VENEZUELA), 30 NOV 89 (EFE) -- [TEXT] THE MINISTER SPOKE.", "CARACAS (VENEZUELA), 30 NOV 89 (EFE)", date(1989, 11, 30)),
        ("GENEVA, 16 August 2012. The commission found otherwise.", "GENEVA, 16 August 2012", date(2012, 8, 16)),
        ("Note to media\n\nDamascus, 8 June 2012\n\n1. Observers entered.", "Damascus, 8 June 2012", date(2012, 6, 8)),
        ("Friday, 8 June 2012\n\nObservers entered the hamlet.", "Friday, 8 June 2012", date(2012, 6, 8)),
        ("KABUL, Afghanistan (AP) — A bomb went off.", "KABUL, Afghanistan (AP)", None),
        ("(Beirut) – Nine people died, a monitor said.", "Beirut", None),
        ("(New York, 3 June 2012) – The council met.", "New York, 3 June 2012", date(2012, 6, 3)),
        ("MOGADISHU — A bomb went off near the port.", "MOGADISHU", None),
        ("BEIRUT, June 7 (Wire A) - Nine people died.", "BEIRUT, June 7 (Wire A)", None),
    ],
)
def test_datelines_give_place_and_day(text, dateline, day):
    """A dateline is found in the forms that wires, releases and monitors use; a day without its year is no date yet."""
    document = document_of(text)
    assert (document.dateline, document.published) == (dateline, day)


@pytest.mark.parametrize(
    "text",
    [
        "Incident date\n\nJune 8, 2012\n\nGeolocation\n\nNear the mosque.",
        "The army - which denies it - shelled the town.",
        "On 8 June 2012 observers entered the hamlet.",
        "Accessed 8 June 2012\n\nThe hamlet lies in farmland.",
    ],
)
def test_other_dates_and_dashes_are_no_dateline(text):
    """The date of an incident, a dash in a sentence and a date in running text say nothing of where the report was filed."""
    document = document_of(text)
    assert (document.dateline, document.published) == (None, None)


def test_a_day_without_a_year_takes_the_year_that_lies_nearest():
    """A dateline of 31 December in a report published on 1 January is of the year before."""
    document = document_of("KYIV, December 31 (Wire C) - Shelling went on.", published=date(2015, 1, 1))
    assert document.published_bases[1].day == date(2014, 12, 31)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Published: 3 May 2021, 10:00", date(2021, 5, 3)),
        ("Posted on March 4th, 2017 by the desk", date(2017, 3, 4)),
        ("FOR IMMEDIATE RELEASE\nMarch 4, 2017", date(2017, 3, 4)),
        ("Last updated 13/10/2016", date(2016, 10, 13)),
        ("Last updated 03/04/2016", None),
    ],
)
def test_a_text_may_state_its_own_date(words, day):
    """A statement of publication counts as basis "text"; a date that could be two days counts as none."""
    document = document_of(f"Shelling in the valley\n{words}\n\nFour people were hurt.")
    assert document.published == day
    assert document.published_basis in {"text", "dateline", "unknown"}


@pytest.mark.parametrize(
    ("text", "publisher", "credits"),
    [
        ("BEIRUT (AFP) - Nine died.", "Daily B", ("Agence France-Presse",)),
        ("BEIRUT (AFP) - Nine died.", "Agence France-Presse", ()),
        ("Nine died.\n\n(AFP, citing the SOHR)", "Daily B", ("Agence France-Presse", "SOHR")),
        ("Nine died.\n\nReuters and AP contributed to this report.", "Daily B", ("Reuters", "Associated Press")),
        ("Nine died.\n\nAdditional reporting by the Khorasan News Agency", "Daily B", ("Khorasan News Agency",)),
        ("Nine died, AFP reported.", "Daily B", ()),
        ("Byline: Foreign staff and Wire A\nSource: Daily B\n\nNine died.", None, ("Wire A",)),
        ("Byline: Wire A staff, Beirut\nSource: Wire A\n\nNine died.", None, ()),
        ("Nine died (two of them children).", "Daily B", ()),
    ],
)
def test_agencies_are_credited_where_credits_stand(text, publisher, credits):  # noqa: A002 - the domain's word
    """Datelines, bylines and last lines name the agencies a text came from; its own name and an agency cited in passing do not count."""
    assert document_of(text, publisher=publisher).credits == credits


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        ("The army said that the patrol was fired upon from the village.", "en", "Latn"),
        ("THE ARMY SAID THAT THE PATROL WAS FIRED UPON FROM THE VILLAGE.", "en", "Latn"),
        ("قال الجيش السوري يوم الأربعاء إن تسعة أشخاص قتلوا في القرية", "ar", "Arab"),
        ("Армия сообщила, что патруль был обстрелян из деревни", "ru", "Cyrl"),
        ("El ejército dijo que la patrulla fue atacada desde la aldea", "es", "Latn"),
        ("14:30", None, None),
    ],
)
def test_language_and_script_are_told(text, language, script):
    """Language and script are recorded; too few words give none."""
    document = document_of(text)
    assert (document.language, document.script) == (language, script)


@pytest.mark.parametrize(("field", "language"), [("English", "en"), ("en-GB", "en"), ("Arabic", "ar"), ("as spoken", "en")])
def test_a_stated_language_counts_where_it_is_one(field, language):
    """Names and codes are understood; anything else leaves it to the text."""
    text = f"Source: Daily B\nLanguage: {field}\n\nThe army said that the patrol was fired upon from the village.\n"
    assert document_of(text).language == language


def test_the_same_text_of_another_outlet_is_another_document():
    """The id comes from text, publisher and date, not from where the file lay."""
    one = document_of("Nine died.", publisher="Daily B", path="a.txt")
    assert one.id == document_of("Nine died.", publisher="Daily B", path="b/c.txt").id
    assert one.id != document_of("Nine died.", publisher="Daily F", path="a.txt").id


@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_any_text_becomes_a_document_unchanged(text):
    """Whatever the characters, the text is kept as it is and reading begins somewhere in it."""
    document = document_of(text)
    assert document.text == text
    assert 0 <= document.body_start <= len(text)
