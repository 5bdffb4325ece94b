"""Days that a noun shares with its clause, days of documents and balances, and the days that belong to something else."""

from datetime import date

import pytest

import trucewatch

PUBLISHED = date(2024, 3, 15)
"""A Friday."""


def dated(text, word):
    """Return the first and last day of the event at ``word``, None where it has none."""
    start = text.index(word)
    for claim in trucewatch.read(text, published=PUBLISHED).claims:
        trigger = claim.payload.trigger if claim.kind == "event" else None
        if trigger is not None and trigger.start <= start < trigger.end:
            when = claim.payload.when
            return None if when is None else (when.earliest.isoformat()[5:], when.latest.isoformat()[5:])
    return "no event"


def day(month_day):
    return month_day, month_day


DAYS = [
    ("Police held nine men on Tuesday over a mine attack that maimed two porters on 5 March.", "attack", day("03-05")),
    ("Troops seized four men on Tuesday in connection with a blast that tore through a ferry on Sunday.", "blast", day("03-10")),
    (
        "It fought to stop the killings of January, in which 40 herders are believed to have been massacred.",
        "massacred",
        ("01-01", "01-31"),
    ),
    ("The court heard of Saturday's raid, in which six millers were shot.", "shot", day("03-09")),
    ("Some 30 guards have died since March 6, when rebels entered the port and burned two sheds.", "entered", day("03-06")),
    ("In the fighting which has raged at Oru from 4 March until yesterday, nine men died.", "fighting", ("03-04", "03-14")),
    ("He is charged with the abduction in February of a nurse near Oru.", "abduction", ("02-01", "02-29")),
    ("Police nabbed a clerk said to be the paymaster of the band on Monday.", "nabbed", day("03-11")),
    ("Gunmen killed a baker believed to be an informer on Sunday night.", "killed", day("03-10")),
    ("Jets bombed Oru, a hamlet where its elders say the Front has never had a post, on Sunday morning.", "bombed", day("03-10")),
    ("The day after soldiers shelled and then occupied his camp at Oru, his men struck back on Tuesday.", "shelled", day("03-11")),
    (
        "Tanks pushed on from Oru on Wednesday, two days after the guns were to have stopped, driving out the villagers.",
        "driving",
        day("03-13"),
    ),
    ("Rebels said on Thursday that jets had strafed the market at Oru the previous afternoon.", "strafed", day("03-13")),
    ("They put the number of millers killed at 28. The raid took place on 3 March.", "killed", day("03-03")),
    ("Some 300 people lived at the mill until Saturday. Before daybreak a large band attacked them.", "attacked", day("03-09")),
    ("Bar was shot on 3 March. His corpse surfaced two days later. On their way out the men burned two huts.", "burned", day("03-03")),
    ("The staff today presented its balance for the month of February: 12 rebels killed, nine captured.", "captured", ("02-01", "02-29")),
    ("Police clashed with rebels at Oru on Monday. Five constables killed in the fight were buried yesterday.", "killed", day("03-11")),
    ("A mill at Oru was levelled on Sunday, and the elders attributed the bombing to the air force.", "bombing", day("03-10")),
    ("We spoke to nine witnesses of the events of 22 February. All described how men shot seven boys.", "shot", day("02-22")),
    ("The massacre took place on 3 March. A crowd with spears set upon the villagers as they ran.", "set upon", day("03-03")),
    ("Rebels raided Oru on Monday. Within the hour another band attacked a bus at Bor.", "attacked", day("03-11")),
    ("Rebels raided Oru on Monday. On the morrow they burned the mill at Bor.", "burned", day("03-12")),
    ("Shells hit Oru on Monday and Tuesday. On the first day three people died. On the second, five were killed.", "killed", day("03-12")),
    ("Troops drove in on Tuesday night. Between dawn and breakfast 38 rockets hit Oru.", "hit", day("03-13")),
    ("In the first two months of the year, 60 millers were killed.", "killed", ("01-01", "02-29")),
    ("In the year to date, police have killed 31 men.", "killed", ("01-01", "03-15")),
    ("Soldiers burned the school on the twenty-first of February.", "burned", day("02-21")),
    ("On the 7th police shot two men who had defied the curfew.", "shot", day("03-07")),
]

MORE = [
    ("Gunmen overran a post near Oru on Thursday night. The assault began before midnight and lasted until dawn.", "assault", day("03-14")),
    ("Police on Friday held a man over last month's bombing of a church in Oru, which killed nine.", "killed", ("02-01", "02-29")),
]

OTHER_DAYS = [
    ("The mayor on Wednesday condemned a raid that the army announced on Monday.", "raid"),
    ("Two teachers shot dead by gunmen were buried on Sunday.", "shot"),
    ("Guards beaten by prisoners were treated at Oru on Monday.", "beaten"),
    ("On the strength of the exhumation of 1996, the panel concluded that troops committed the massacre.", "massacre"),
    ("On Bloody Sunday soldiers shot 13 men.", "shot"),
    ("Three men were wounded on Saturday. Two days before the vote a minibus ran over a mine near Oru.", "ran over"),
    ("Radio Oru, 3 March, on the word of nine villagers: soldiers executed 15 herders.", "executed"),
    ("The staff today presented its balance. Our forces lost 19 men.", "lost"),
]

LISTED = """SITUATION IN THE EAST AS OF 07:00, 9 MARCH

On Friday the enemy opened fire eight times.

- At Oru mortars were used.
- Near Krym a sniper killed a guard."""

HEADED = [
    ("Incident 31 | Kola, Bor road | 7–11 February 2024\n\nA column entered Kola on the Thursday.", "entered", day("02-08")),
    ("EVENT: Gulum\nDATE: 21–22 February 2024\n\nNote. Men overran the barracks on the Wednesday evening.", "overran", day("02-21")),
    (LISTED, "killed", day("03-15")),
]


@pytest.mark.parametrize(("text", "word", "expected"), [*DAYS, *HEADED, *MORE])
def test_a_deed_has_the_day_that_its_words_decide(text, word, expected):
    """What a clause, a heading or the noun beside it says of the day of a deed is its day."""
    assert dated(text, word) == expected


@pytest.mark.parametrize(("text", "word"), OTHER_DAYS)
def test_a_day_of_something_else_dates_no_deed(text, word):
    """The day of a burial, of an announcement, of an inquiry or of a source is not that of the deed."""
    assert dated(text, word) is None


def test_verbs_of_violence_have_their_own_lemmas():
    """The model's lemmatiser makes "gut" of "gutte" and "rage" of "rag"; the reading does not."""
    text = "The mill was gutted on Monday as fighting raged and snipers sniped at the ford."
    assert dated(text, "gutted") == day("03-11")
