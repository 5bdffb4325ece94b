"""Days that count from what the text told: "on the tenth", "between that day and 2 July", "that Friday", "the 5th", "six days earlier"."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import EventPayload

DAYS = [
    ("On 8 June 1944 partisans destroyed a lorry.\n\nThe company came on the tenth. It burned the mill.", "burned", "1944-06-10", None),
    (
        "The panel found that on 11 June 1993 guards seized the mill, and that between that day and 2 July they beat the millers.",
        "beat",
        "1993-06-11",
        "1993-07-02",
    ),
    (
        "Of the nine who left Oru before dawn on Wednesday, 14 January 1948, none arrived. A patrol found the bodies that Friday.",
        "found",
        "1948-01-16",
        None,
    ),
    (
        "The planes bombed Oru on Friday. In June the regime had sworn a truce. It says Adua was shelled on the 10th.",
        "shelled",
        "2024-05-10",
        None,
    ),
    (
        "The Mission condemns the attack on Oru on Saturday. A team arrives there today. Nine guards had died six days earlier.",
        "died",
        "2024-05-05",
        None,
    ),
    ("Two nuns said they had been beaten by a militia in March. Its men shot a boatman.", "shot", "2024-03-01", "2024-03-31"),
    ("The command said that 480 soldiers had been killed since the truce took hold on 3 May.", "killed", "2024-05-03", "2024-05-15"),
    (
        "Survivors of the bombing of 3 May, whose burns were dressed this week, spoke.\n\nAn envoy said the air force had struck bandits.",
        "struck",
        "2024-05-03",
        None,
    ),
    (
        "Nine men died in clashes near Oru over the weekend. Three guards fell.\n\nOn Saturday bandits seized a priest.",
        "clashes",
        "2024-05-11",
        "2024-05-12",
    ),
]


@pytest.mark.parametrize(("text", "word", "first", "last"), DAYS)
def test_a_day_counts_from_what_was_told(text, word, first, last):
    """The nearest day that the words can mean, in the month, week or stretch that the text has told of."""
    result = trucewatch.read(text, published=date(2024, 5, 15))
    whens = [c.payload.when for c in result.claims if isinstance(c.payload, EventPayload) and word in c.payload.trigger.of(text).split()]
    assert {(w.earliest.isoformat(), w.latest.isoformat()) for w in whens if w} == {(first, last or first)}


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May the column slept on the tenth floor.",
        "On 3 May the guns fell silent by the sixth of the assaults.",
        "On 3 May they broke in on the fifth attempt.",
        "The company came on the tenth.",
    ],
)
def test_an_ordinal_is_a_day_only_after_a_date_and_by_itself(text):
    """A floor, an attempt and a number with no date before it are no days."""
    times = [when for when in trucewatch.read(text, published=date(2024, 5, 15)).reading.times if when.known]
    assert {when.text for when in times} <= {"3 May"}
