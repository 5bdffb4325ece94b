"""Which of the times a text tells dates an event."""

from datetime import date

import pytest

from trucewatch.reading.setting import when_of
from trucewatch.reading.times import find_times


@pytest.fixture(scope="module")
def dated(parser):
    def read(text, word, published=date(2016, 4, 20)):
        parse = parser.parse(text)
        when = when_of(parse, parse.lower.index(word), find_times(parse, published))
        return str(when.earliest) if when else None

    return read


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("A bomb exploded without warning outside a bar on Monday.", "exploded", "2016-04-18"),
        ("He said army drones had targeted hamlets near Rahma on Monday.", "targeted", "2016-04-18"),
        ("Raiders came before dawn on 14 April. The agency said they had killed nine people.", "killed", "2016-04-14"),
        ("Two farmers were killed and three wounded on 14 April. Two houses were burned and a third looted.", "looted", "2016-04-14"),
        ("The Command wishes to inform the public that on 14/04/2016, gunmen numbering fifty stormed Rahma town.", "stormed", "2016-04-14"),
        ("As people were going to market on Monday, gunmen raided Rahma.", "raided", "2016-04-18"),
        ("RAHMA, APRIL 19 - A SERGEANT, SHOT DEAD BY A SNIPER ON MARCH 28 AT FARO, WAS BURIED TODAY.", "shot", "2016-03-28"),
    ],
)
def test_the_day_reaches_its_event(dated, text, word, day):
    """However the sentence is built, its day stands by what happened on it."""
    assert dated(text, word) == day


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Guards stopped a gang on Monday and freed three women who had been kidnapped on 12 April.", "freed", "2016-04-18"),
        ("A mine killed two on 14 April. The strike at Rahma was the first such strike since 1982.", "strike", "2016-04-14"),
        ("RAHMA, April 19 - Jets bombed a camp early today. Gunmen shot two herders yesterday.", "bombed", "2016-04-19"),
        ("RAHMA, April 19 - Jets bombed a camp early today. Gunmen shot two herders yesterday.", "shot", "2016-04-18"),
        ("• Wed 13/04, Rahma: a teacher was shot dead.", "shot", "2016-04-13"),
        ("It was 4 March, a Friday. A shell hit the camp; ten minutes later two people were shot.", "shot", "2016-03-04"),
        ("In the early hours of the 9th, rebels blew up two pylons.", "blew", "2016-04-09"),
    ],
)
def test_another_time_in_the_sentence_does_not_take_its_place(dated, text, word, day):
    """A relative clause, a record, a printing day and an indefinite weekday leave the event its own day."""
    assert dated(text, word) == day


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Troops stormed the station shortly after four o'clock this morning.", "stormed", "2016-04-20"),
        ("They hold the chiefs who were arrested a week ago today.", "arrested", "2016-04-13"),
        ("The front's last action was to launch a rocket at a base on March 28.", "launch", "2016-03-28"),
        ("Leaders spoke after a dawn raid on Lako village, in Wapen, on Tuesday left 17 people dead.", "raid", "2016-04-19"),
        ("Militants gunned down a farmer who had gone to his field at Nanu on Tuesday.", "gunned", "2016-04-19"),
    ],
)
def test_clocks_counts_and_cut_clauses_keep_the_day(dated, text, word, day):
    """An hour after "after", a week ago today, a purpose clause of the past, and a subject the parser lost."""
    assert dated(text, word) == day


def test_what_was_told_in_passing_is_no_base(dated):
    """A mast burned three days earlier leaves "that morning" where it was."""
    text = "On 9 March 2014 police entered Eromaga. Three days earlier rebels had burned a mast at Ilam. Four died that morning."
    assert dated(text, "died") == "2014-03-09"


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("April 7 - Southern troops capture 120 men at Mukay. Sana calls it invented.", "capture", "2016-04-07"),
        ("Two men were killed in the Nyala area on Monday, among them a boy in the Jir district (15 April).", "killed", "2016-04-18"),
        ("The ministry announced on 15 April that two men had been shot dead at Nag that morning.", "shot", "2016-04-15"),
        ("The market attack was a raid on Gindin on Easter Sunday, 31 March 2013.", "raid", "2013-03-31"),
        (
            "Two were hurt when their patrol came under fire above Canala on Monday evening, the office announced Tuesday.",
            "hurt",
            "2016-04-18",
        ),
        (
            "Troops held the town on 14 April. On the previous evening a grenade had killed two. They shot three men at daybreak.",
            "shot",
            "2016-04-14",
        ),
        ("A family was hacked to death over the weekend. A neighbour found the bodies on Sunday morning.", "hacked", "2016-04-16"),
    ],
)
def test_entries_brackets_and_what_was_told_in_passing(dated, text, word, day):
    """Chronologies, brackets, announcements of the same morning, feasts with their date, sayings at the end."""
    assert dated(text, word) == day


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Twelve soldiers were killed in three days of fighting that ended Sunday.", "fighting", "2016-04-15"),
        ("Troops killed 14 rebels in a two-day sweep through the hills that ended on Tuesday.", "killed", "2016-04-18"),
        ("Raiders attacked the post on Tuesday, the mission said.\n\nThe guards fired back, killing a boy of 17.", "killing", "2016-04-19"),
        (
            "Raiders attacked the post on Tuesday, the mission said.\n\nIn the battle the guards killed nine raiders.",
            "killed",
            "2016-04-19",
        ),
        ("Its losses since Monday are nine dead, Rahma says. It began when raiders fired on a patrol that day.", "fired", "2016-04-18"),
        ("Raiders plundered a train near Rahma, some 40 km from Faro, on Monday, sources told the bulletin.", "plundered", "2016-04-18"),
        ("Masked men dragged a clerk, suspected of spying for Faro, from his home Monday and executed him.", "executed", "2016-04-18"),
        (
            "Police shot two men who raided an office, the ministry said on Wednesday. A clerk died in Monday's attack in Rahma.",
            "raided",
            "2016-04-18",
        ),
    ],
)
def test_stretches_replies_and_days_told_aside(dated, text, word, day):
    """A stretch begins as many days before its end as it lasted; replies go on; a saying at the end leaves the day to the deed."""
    assert dated(text, word) == day


def test_a_stretch_has_its_whole_length(parser):
    """Days that are only counted, with no end named, stay one day."""
    parse = parser.parse("Four days of fighting that ended Sunday left nine dead. Two days of clashes on Monday left three dead.")
    times = find_times(parse, date(2016, 4, 20))
    first, second = (when_of(parse, parse.lower.index(word), times) for word in ("fighting", "clashes"))
    assert first is not None
    assert (first.earliest, first.latest) == (date(2016, 4, 14), date(2016, 4, 17))
    assert second is None or second.latest == date(2016, 4, 18)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        (
            "UNREST REPORT. The following incidents were reported for Monday, 18 April 2016.\n\nRAHMA: A mob attacked a home.",
            "attacked",
            "2016-04-18",
        ),
        ("The Press Office has issued the following update for Tuesday.\n\nFaro Axis: Rebels fired at a camp.", "fired", "2016-04-19"),
        ("Summary of operations on 17 April 2016\n\nA patrol met gunmen near Rahma. Two were killed.", "killed", "2016-04-17"),
        ("The minister died on Monday after a long illness.\n\nRebels fired at a camp near Rahma.", "fired", None),
        ("Ten people died in an attack on Monday.\n\nRebels burned a camp near Rahma in March.", "burned", "2016-03-01"),
    ],
)
def test_the_day_a_report_covers_dates_its_entries(dated, text, word, day):
    """What the opening says the report is of is the day of every entry that tells none of its own; a first incident's day is not."""
    assert dated(text, word) == day
