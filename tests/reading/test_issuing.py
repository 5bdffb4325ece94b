"""What a release says is its issuer's, where a heading names the issuer."""

import pytest

import trucewatch

BODY = "On Tuesday gunmen fired on a patrol near the river crossing. Two soldiers were wounded."


@pytest.mark.parametrize(
    ("heading", "issuer"),
    [
        ("NORTHERN RIVER COMMAND. Communiqué No. 12. Port Hale, 3 May 2011.\n\n", "NORTHERN RIVER COMMAND"),
        ("Statement by the Official Army Spokesman. ", "Official Army Spokesman"),
        ("Border Guard Headquarters, Press Announcement. ", "Border Guard Headquarters"),
        ("Army Spokesperson, May 3, 2011. ", "Army Spokesperson"),
        ("PRESS NOTE\nOffice of the Police Chief, Port Hale, 3.5.2011\n\n", "Office of the Police Chief"),
        (
            "Communiqué No. 7 of the High Command of the River Armed Forces. Port Hale, 3 May 2011.\n\n",
            "High Command of the River Armed Forces",
        ),
        ("The Ministry of Defence communicates:\n\n", "Ministry of Defence"),
        ("The Ministry of Defence informs the public of the following developments.\n\n", "Ministry of Defence"),
        ("The General Staff of the Armies brings to the knowledge of the public that ", "General Staff of the Armies"),
        ("Port Hale, 3/5/2011. The Army Command issued the following statement:\n\n", "Army Command"),
        ("RIVERFOR MEDIA RELEASE. Port Hale, 3 May 2011.\n\n", "RIVERFOR"),
        ("RIVER LIBERATION FRONT (RLF)\nMilitary bulletin, 3 May 2011\n\n", "RIVER LIBERATION FRONT"),
    ],
)
def test_heading_names_the_issuer(heading: str, issuer: str) -> None:
    """A heading that names a body, and calls the text a document or dates it, says whose word the text is."""
    (statement,) = trucewatch.read(heading + BODY, published="2011-05-04").statements
    assert statement.speaker.name == issuer
    assert statement.speech_act == "assert"


def test_a_name_that_closes_a_text_of_several_paragraphs_signs_it() -> None:
    """A release without a heading may be signed at its foot."""
    text = f"To our people and to the peoples of the world:\n\n{BODY}\n\nJoint Command of the Northern Front"
    (statement,) = trucewatch.read(text, published="2011-05-04").statements
    assert statement.speaker.name == "Joint Command of the Northern Front"


@pytest.mark.parametrize(
    "text",
    [
        f"PORT HALE, 3 May 2011 (Agency) - {BODY}",
        f"Attack on Police Headquarters, 3 May 2011\n\n{BODY}",
        f"ARMY COMMANDER DEAD, 3 MAY 2011\n\n{BODY}",
        f"Northern Command\n\n{BODY}",
        BODY,
    ],
)
def test_other_openings_name_no_issuer(text: str) -> None:
    """A dateline, a headline and a bare name make nobody the author of the text."""
    assert trucewatch.read(text, published="2011-05-04").statements == ()


def test_what_others_say_in_a_release_stays_theirs() -> None:
    """A saying inside a release is its own speaker's, reached through the issuer."""
    text = f"Northern Command, Communiqué No. 4, 3 May 2011\n\n{BODY} The mayor said that a shell hit the market."
    release, mayor = trucewatch.read(text, published="2011-05-04").statements
    assert release.speaker.name == "Northern Command"
    assert mayor.speaker.name == "mayor"
    assert mayor.chain[0] == release.id


def test_denial_without_a_denier_is_the_issuers() -> None:
    """What a release denies in the passive, its issuer denies; "we" are its issuer."""
    denials = "The rumour that a bridge was shelled is denied. We deny that mines were laid."
    text = f"Northern Command, Communiqué No. 4, 3 May 2011\n\n{BODY} {denials}"
    _, passive, own = trucewatch.read(text, published="2011-05-04").statements
    assert (passive.speaker.name, passive.speech_act) == ("Northern Command", "deny")
    assert (own.speaker.name, own.speech_act) == ("Northern Command", "deny")


@pytest.mark.parametrize(
    ("opening", "issuer"),
    [
        ("The Minister Delegate in charge of Defence communicates:", "Minister Delegate"),
        ("The Secretariat for Public Security of the State of Ara releases the balance of the weekend.", "Secretariat for Public Security"),
        ("ETA makes known to Basque society that it carried out these actions:", "ETA"),
        ("PRESS NOTE\nManipur Police Control Room, Imphal, 13th September, 2023", "Manipur Police Control Room"),
        ("UNREST REPORT, SA POLICE, PRETORIA. The following incidents were reported.", "SA POLICE"),
        ("A security source at the Ministry of the Interior made the following statement today:", "source"),
        ("The Army Command - Guidance Directorate issued the following:", "Army Command"),
        ("The Joint Operations Command (JOC) gave the following account on Tuesday.", "Joint Operations Command"),
        ("ARANDA, 3 May 2023 – Communiqué of the General Staff of the Armies", "General Staff"),
        ("Aranda, 3 May 2023 – The Peace and Security Bureau has given details of the operations of the week.", "Security Bureau"),
        ("In the Name of God. The Relations Department of the al-Nasr Headquarters informs the people:", "Relations Department"),
        ("The Ministry of Foreign Affairs of Ara draws the attention of the observers to the following facts.", "Foreign Affairs"),
        ("Press Unit, Northern Sector - FARA. Oru, 6 May 2020.", "Press Unit"),
    ],
)
def test_more_ways_in_which_a_release_names_its_issuer(opening: str, issuer: str) -> None:
    """Whatever the verb, after a dateline or a blessing, with its letters or a department after its name."""
    result = trucewatch.read(f"{opening}\n\n{BODY}", published="2023-09-14")
    assert any(issuer in f"{one.speaker.name} {one.speaker.role}" for one in result.statements)


def test_a_body_that_heads_a_release_dated_at_its_foot_is_its_issuer() -> None:
    """The first line names a body, the last one the day."""
    text = f"Public Relations of the Eastern Headquarters\n\n{BODY}\n\n16 November 2024"
    result = trucewatch.read(text, published="2024-11-16")
    assert any("Eastern Headquarters" in f"{one.speaker.name} {one.speaker.role}" for one in result.statements)


def test_what_was_announced_in_one_clause_is_all_that_was_announced() -> None:
    """The colon of an hour ends no opening sentence: the rest of the text is not given to the issuer."""
    opening = "ARANDA, May 3 - The Coast Guard announced that a launch was sunk at 3:40 a.m. today."
    result = trucewatch.read(f"{opening}\n\n{BODY}", published="2023-05-03")
    assert not any(one.rule == "issuer" for one in result.statements)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"Military Headquarters, Port Hale, 3 May - {BODY}", "Military Headquarters"),
        (f"The Ministry of Interior informs that two men were held. {BODY}", "Ministry of Interior"),
        (f"The River National Union deeply regrets the death of its envoy. {BODY}", "River National Union"),
        (f"PRESIDENCY OF THE REPUBLIC\nPress Directorate\n\n{BODY}", "PRESIDENCY OF THE REPUBLIC"),
        (f"Eastern Command Press Cell\n\nPort Hale, 7 June. {BODY}", "Eastern Command Press Cell"),
        (f"We, the fighters of the River Dawn Brigade, declare before the people:\n\n{BODY}", "River Dawn Brigade"),
        (f"To whom it may concern,\n\n{BODY}\n\nAssociation of River Councils (ARC)\n7 June 2010", "Association of River Councils"),
        (f"To the press\n\n{BODY}\n\nPaul Lasu, Coordinator, Southern Lake Relief\nHale, 9 March 2000", "Southern Lake Relief"),
        (f"HALE - {BODY}\n\nThey fled.\n\nSigned: Abdou Rissa, spokesman of the River Front", "River Front"),
        (f"HALE - Two guards died, the army said in a statement read on the radio.\n\n{BODY}", "army"),
    ],
)
def test_bodies_that_speak_sign_or_are_relayed_issue_the_text(text: str, issuer: str) -> None:
    """A body that speaks in its own present, that signs with who signs for it, or whose document is all that a text passes on."""
    result = trucewatch.read(text, published="2011-05-04")
    assert [one.speaker.name for one in result.statements if one.rule == "issuer"] == [issuer]


@pytest.mark.parametrize(
    "text",
    [
        f"Police Station No. 4, Port Hale. 3 May 2011.\n\n{BODY} Residents said the officers had fired first.",
        f"Battle of Goose River, 28 May 1982\n\n{BODY}",
        f"Location: Pyar, Rakhine State. Date: 19 September 2023\n\n{BODY}",
        f"HALE - Two guards died, the army said in a statement.\n\nThe rebels said that ten had died.\n\n{BODY}",
        f"The Interior Ministry says that three officers died in Hale.\n\n{BODY}",
    ],
)
def test_places_battles_and_reports_of_several_sides_have_no_issuer(text: str) -> None:
    """A building, a state as a place and a text that cites two sides make nobody the author of the whole."""
    assert not any(one.rule == "issuer" for one in trucewatch.read(text, published="2011-05-04").statements)
