"""The data folder → documents with gold templates: text, dateline and the keys. ``muc4/`` as described in its public originals
(the MUC-3/4 corpus; its JSON form by the authors of GTT, github.com/xinyadu/gtt, and of GRIT, github.com/xinyadu/grit_doc_event_entity)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
"""The five roles of the GTT and GRIT gold; ``Victim`` holds named people only."""

type Entity = tuple[str, ...]
"""Mentions of one gold entity, any of which is right."""

_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_DATELINE = re.compile(r"\b(\d{1,2})\s+(JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)[A-Z]*\.?\s+(\d{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: its type and, by role, its entities."""

    type: str
    roles: dict[str, tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class Story:
    """One document: lower-case text, what its dateline says, and its gold templates."""

    id: str
    text: str
    published: date | None
    dateline: str
    templates: tuple[Template, ...]


def stories(folder: Path, part: str) -> Iterator[Story]:
    """Yield the stories of ``part``: "train" (the 1,300 development texts) or "dev" (tst1 and tst2)."""
    datelines = _datelines(folder, part)
    for line in (folder / "muc4" / "gtt" / f"{part}.json").read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        head = datelines.get(raw["docid"], "")
        yield Story(raw["docid"], raw["doctext"], _published(head), head, tuple(_templates(raw["templates"])))


def _templates(raw: list[dict[str, object]]) -> Iterator[Template]:
    """Yield the gold templates, identical ones once."""
    seen: list[Template] = []
    for entry in raw:
        roles: dict[str, tuple[Entity, ...]] = {}
        for role in ROLES:
            entities = entry.get(role, [])
            assert isinstance(entities, list)
            roles[role] = tuple(tuple(mention[0] for mention in entity) for entity in entities if entity)
        template = Template(str(entry["incident_type"]), roles)
        if template not in seen:
            seen.append(template)
            yield template


def _datelines(folder: Path, part: str) -> dict[str, str]:
    """Return the first line of each original text, by document id."""
    pattern = "dev-*" if part == "train" else "tst*"
    found: dict[str, str] = {}
    for path in sorted((folder / "muc4" / "texts").glob(pattern)):
        for block in re.split(r"\n(?=(?:DEV|TST\d)-MUC\d-\d{4})", path.read_text(encoding="latin-1")):
            name = re.match(r"\s*((?:DEV|TST\d)-MUC\d-\d{4})", block)
            if name:
                found[name.group(1)] = " ".join(block[name.end() :].split())[:160]
    return found


def _published(head: str) -> date | None:
    """Return the day the dateline gives."""
    match = _DATELINE.search(head)
    if not match:
        return None
    try:
        return date(1900 + int(match.group(3)), _MONTHS[match.group(2)[:3].lower()], int(match.group(1)))
    except ValueError:
        return None
