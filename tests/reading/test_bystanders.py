"""Who only stands beside a deed is not counted, who lives through it is hurt, and who did it is whom the sentence's build names."""

import datetime as dt

import pytest

import trucewatch

DAY = dt.date(2024, 3, 15)


def counts(text: str) -> list[tuple[str, str, int, int | None]]:
    """Return metric, population and interval of every count."""
    found = [claim.payload for claim in trucewatch.read(text, published=DAY).claims if claim.kind == "casualty"]
    return [(one.metric, one.population, one.low, one.high) for one in found]


def sides(text: str, trigger: str) -> tuple[list[str], list[str]]:
    """Return the doers and the victims of the event whose trigger the words are."""
    doers: list[str] = []
    hit: list[str] = []
    for claim in trucewatch.read(text, published=DAY).claims:
        if claim.kind == "event" and claim.payload.trigger.of(text) == trigger:
            doers += [one.name for one in claim.payload.participants if one.role.startswith("perpetrator")]
            hit += [one.name for one in claim.payload.participants if one.role in ("victim", "target")]
    return doers, hit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mine killed three farmers, doctors and police officers said on Monday.", [("killed", "all", 3, 3)]),
        ("Gunmen kidnapped two priests, residents and soldiers said.", [("detained", "all", 2, 2)]),
        ("Two militants who tried to pass for pilgrims were detained.", [("detained", "party forces", 2, 2)]),
        ("Three insurgents posing as traders were arrested at a checkpoint.", [("detained", "party forces", 3, 3)]),
        ("The commandos, among them three women, went from hut to hut and killed nine guards.", [("killed", "party forces", 9, 9)]),
        ("Eleven travellers, among them three women, were killed.", [("killed", "all", 11, 11), ("killed", "women", 3, 3)]),
        ("A student who had eloped with a soldier was stoned to death.", [("killed", "all", 1, 1)]),
        ("Police chased three suspects but lost them in the fog.", []),
        ("The company lost three men in the fight.", [("killed", "party forces", 3, 3)]),
    ],
)
def test_bystanders(text: str, expected: list[tuple[str, str, int, int | None]]) -> None:
    """Who tells of a deed, whom the doers passed for and the doers themselves are none of its victims."""
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truck hit a mine. The crew escaped injury.", [("injured", "all", 0, 0)]),
        ("Two miners escaped with minor injuries when their bus hit a mine.", [("injured", "all", 2, 2)]),
        ("Three women were bayoneted and are in a critical condition in hospital.", [("injured", "women", 3, 3)]),
        ("Four prisoners were bayoneted and thrown into the river.", [("killed", "all", 4, 4)]),
        ("Two men were beaten and had their throats cut.", [("killed", "all", 2, 2)]),
        ("The survivors, numbering 512, were driven out on foot.", [("displaced", "all", 512, 512)]),
        ("A dozen North Koreans crossed the Demarcation Line and sprayed a tent with automatic fire.", []),
        ("More than 2,000 villagers crossed the border into Chad on Friday.", [("displaced", "all", 2001, None)]),
    ],
)
def test_fates(text: str, expected: list[tuple[str, str, int, int | None]]) -> None:
    """What is told after a deed decides what became of those to whom it was done."""
    assert counts(text) == expected


def test_all_told() -> None:
    """A number that takes up all who were told just before has their populations, not that of who took them."""
    text = "Soldiers arrested a pastor and five of his parishioners at a roadblock. The six were beaten and shot on the spot."
    assert counts(text)[-1] == ("killed", "all", 6, 6)


def test_peace_force() -> None:
    """Soldiers of a nation's battalion in a text of a peace force are its personnel; those of the host nation are not."""
    text = "UNIFIL, Naqoura. Militiamen took away three soldiers of the Finnish battalion."
    assert counts(text) == [("detained", "mission personnel", 3, 3)]
    other = "UNIFIL, Naqoura. Militiamen took away three soldiers of the Syrian battalion. The Syrian army protested."
    assert counts(other) == [("detained", "party forces", 3, 3)]


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "hit"),
    [
        ("Police mounted a raid on the quarter, during which four youths were arrested.", "arrested", ["Police"], ["youths"]),
        (
            "The army carried out a search operation in the village, in the course of which 11 villagers were detained.",
            "detained",
            ["army"],
            ["villagers"],
        ),
        ("The ministry mourns the deaths of three teachers in an ambush by gunmen near Yei.", "ambush", ["gunmen"], ["teachers"]),
        ("The ministry mourns the deaths of three teachers in an ambush by gunmen near Yei.", "deaths", ["gunmen"], ["teachers"]),
        ("Police raided a bar, where youths were watching football, and arrested nine.", "arrested", ["Police"], ["nine"]),
        ("Fighters accused the headman of selling out and shot him.", "shot", ["Fighters"], ["headman"]),
        ("Fighters accused a trader of spying and beat him to death.", "beat him to death", ["Fighters"], ["trader"]),
        ("The Front, accusing three teachers of informing, executed them.", "executed", ["Front"], ["teachers"]),
        ("A ferry was hit by ground fire.", "hit", [], ["ferry"]),
    ],
)
def test_sides(text: str, trigger: str, doers: list[str], hit: list[str]) -> None:
    """An operation lends its doers to what was done in it, and the deed after a clause between commas is the main verb's."""
    assert sides(text, trigger) == (doers, hit)


def test_so_many() -> None:
    """A number with "the" takes up three people told before, and not the others there."""
    text = "Guerrillas kidnapped three tourists in July. A defector said that the three had been beheaded in September."
    assert sides(text, "beheaded")[1] == ["tourists"]
