"""Who is cited by an office alone, who is not a town, and who issued what a first line introduces."""

import pytest

import trucewatch


def speakers(text):
    return [statement.speaker.name for statement in trucewatch.read(text, published="2024-03-15").statements]


OFFICES = [
    ("The mayor of Kola condemned the raid. He said two men were held.", ["mayor of Kola", "mayor of Kola"]),
    ("The governor of Cross River condemned the raid. She said two men were held.", ["governor of Cross River", "governor of Cross River"]),
    ("The governor of South Kordofan, Ali Sow, condemned the raid.", ["Ali Sow"]),
    ("The archbishop of Bangui, Dieudonne Nzapa, said two men were held.", ["Dieudonne Nzapa"]),
    (
        "Some 300 people have fled, the prefect of Oru estimated. He accused the rebels of looting the mill.",
        ["prefect of Oru", "prefect of Oru"],
    ),
    (
        "A man was seized.\n\nThe Transitional Administrator condemned it. He described as invention a report that troops had fired.",
        ["Transitional Administrator", "Transitional Administrator"],
    ),
    ("The lawyer of Ali Haddad said two men were held.", ["Ali Haddad"]),
]

BODY = "On Monday our troops destroyed two posts near Bor, captured nine men there and lost one killed."

ISSUED = [
    ("MUSCAT, October 20 - The following was released by the Ministry of Information:", "Ministry of Information"),
    ("The following communiqué was issued yesterday by the Combined Operations Headquarters:", "Combined Operations Headquarters"),
    ("Press service of the MIA of the Republic.", "Press service of the MIA of the Republic"),
    ("Message of condolence addressed on 3 March by the President of the Republic to his brother", "President of the Republic"),
    ("Statement of the official spokesman of the army, Brigadier Ali Marwan, Sana'a, 12 March 2024.", "Brigadier Ali Marwan"),
    ("The General Command of the Army issued its communiqué No. 74 this evening.", "General Command of the Army"),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_an_office_is_cited_and_no_town(text, expected):
    """The mayor of a town speaks, not the town; "he" goes on with who was cited by his office; a name after the office is its holder's."""
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), ISSUED)
def test_the_first_line_says_who_issued_the_rest(text, expected):
    """A passive, a press service and an office with its holder name the issuer as well as a heading does."""
    assert expected in speakers(f"{text}\n\n{BODY}")


def test_nobody_inside_a_quotation_is_who_quotes():
    """Whom a quotation speaks of is not "he" who said it."""
    text = 'Canon Birch asked that there be no reprisals. "Sam would not thank you for it," he said.'
    assert speakers(text)[-1] == "Birch"


@pytest.mark.parametrize(
    "text",
    [
        "The following people were killed on Monday: Ali Sow, 34, and Peter Bor, 41. Gunmen shot them at the mill.",
        "Letter written by Peter Sow to his brother\n\nOn Monday gunmen burned the mill at Bor and shot two herders there.",
    ],
)
def test_a_list_and_a_letter_have_no_issuer(text):
    """What follows "the following people" is a list, and a person who writes a letter issues nothing."""
    assert speakers(text) == []
