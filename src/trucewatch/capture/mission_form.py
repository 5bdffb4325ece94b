"""The field form for patrols, observations and restrictions as an XLSForm, for ODK and Kobo; ``mission_records`` reads what it collects."""

from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from trucewatch.vocab import vocabulary

FORM = "mission_records.xlsx"
_SURVEY = ("type", "name", "label", "hint", "required", "relevant")

type Row = tuple[str, ...]


def form_bytes() -> bytes:
    """Return the form that ships with the package."""
    return files("trucewatch.capture").joinpath("forms", FORM).read_bytes()


def survey() -> tuple[Row, ...]:
    """Return the survey sheet, its heading first: one submission is one patrol, one observation or one restriction."""
    patrol, seen, stop = ("${record} = '" + kind + "'" for kind in ("patrol", "observation", "restriction"))
    return (
        _SURVEY,
        ("start", "start", "", "", "", ""),
        ("select_one record", "record", "What do you report?", "", "yes", ""),
        ("date", "day", "Day", "the day it happened or was to be visited", "yes", ""),
        ("text", "at", "Local time", "24 hours, as 14:05", "", ""),
        ("text", "place", "Place", "nearest village or town", "yes", ""),
        ("text", "area", "Area", "governorate, region or sector", "", ""),
        ("text", "team", "Team", "", "", ""),
        ("geopoint", "point", "Position", "", "", ""),
        ("begin_group", "patrol_made", "Patrol", "", "", patrol),
        ("select_one yes_no", "planned", "Was it planned?", "", "yes", ""),
        ("select_one yes_no", "made", "Was it made?", "", "yes", ""),
        ("select_one yes_no", "reached", "Did it get there?", "", "yes", "${made} = 'yes'"),
        ("integer", "observers", "How many observers?", "", "", ""),
        ("end_group", "", "", "", "", ""),
        ("begin_group", "observed", "Observation", "", "", seen),
        ("select_one manner", "manner", "How do you know?", "say 'was told' for anything you did not perceive yourself", "yes", ""),
        ("select_one kind", "kind", "What was it?", "", "yes", ""),
        ("text", "number", "How many?", "12, at least 12, more than 12, 10-12", "", ""),
        ("text", "weapon", "Weapon or calibre", "only what you can tell", "", ""),
        ("text", "by", "Who did it?", "leave empty if not known", "", ""),
        ("select_one manner", "by_manner", "How do you know who?", "", "", "string-length(${by}) > 0"),
        ("text", "target", "What or whom did it hit?", "", "", ""),
        ("text", "killed", "Killed", "", "", ""),
        ("text", "injured", "Injured", "", "", ""),
        ("text", "detained", "Detained", "", "", ""),
        ("select_one population", "population", "Who are they?", "", "", ""),
        ("text", "commitment", "Commitment", "the plan's number, where you verified one", "", ""),
        ("integer", "done", "Done", "214 of 840 handed in", "", ""),
        ("integer", "total", "Out of", "", "", ""),
        ("image", "photos", "Photograph", "no faces of witnesses", "", ""),
        ("end_group", "", "", "", "", ""),
        ("begin_group", "hindered", "Restriction", "", "", stop),
        ("select_one access", "restriction", "What happened?", "", "yes", ""),
        ("text", "who", "Who was hindered?", "", "yes", ""),
        ("text", "by_whom", "By whom?", "leave empty if not known", "", ""),
        ("text", "reason", "Reason given", "in their words", "", ""),
        ("text", "effect", "What came of it?", "turned back, went on by another road", "", ""),
        ("integer", "minutes", "Minutes lost", "", "", ""),
        ("end_group", "", "", "", "", ""),
        ("text", "note", "Notes", "no names of witnesses or victims", "", ""),
    )


def choices() -> tuple[Row, ...]:
    """Return the choices sheet, its heading first; names are the domain's terms, with underscores as XLSForm asks."""
    data: Any = vocabulary("mission_records")
    lists = {
        "record": list(data["records"]),
        "yes_no": ["yes", "no"],
        "manner": list(data["manners"]),
        "kind": list(data["kinds"]),
        "access": list(data["access"]),
        "population": ["all", "civilians", "children", "women", "party forces", "mission personnel"],
    }
    rows = [(name, term.replace(" ", "_"), term) for name, terms in lists.items() for term in terms]
    return (("list_name", "name", "label"), *rows)


def write_form(path: Path) -> None:
    """Write the form as an XLSForm workbook."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    settings = (("form_title", "form_id", "version"), ("Mission records", "mission_records", "1"))
    sheet = book.active
    for name, rows in (("survey", survey()), ("choices", choices()), ("settings", settings)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(path)
