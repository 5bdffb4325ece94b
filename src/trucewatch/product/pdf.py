"""Brief → PDF, set by Typst (the extra ``pdf``). The template gets the brief as data, so no word of a source is ever markup."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import cast

from trucewatch.product.model import Brief


class NeedsTypst(RuntimeError):
    """The extra ``pdf`` is not installed; the message says how to get it."""


def pdf(brief: Brief) -> bytes:
    """Return the brief as PDF. The same brief gives the same bytes. Raises NeedsTypst where typst is not installed."""
    try:
        import typst
    except ImportError as error:
        raise NeedsTypst("A PDF needs the extra pdf: pip install 'trucewatch[pdf]'. HTML needs nothing: --format html") from error
    template = files("trucewatch.product").joinpath("templates", "brief.typ").read_bytes()
    data = cast(dict[str, object], plain(brief))
    data |= {"coverage": brief.coverage, "independent": brief.sources.independent, "documents": brief.sources.documents}
    made: bytes = typst.compile(
        template, format="pdf", sys_inputs={"brief": json.dumps(data, ensure_ascii=False)}, ignore_system_fonts=False
    )
    return made


def plain(value: object) -> object:
    """Return a frozen record as lists, dicts and values that JSON knows; an incident's and a count's own sentences come along."""
    if is_dataclass(value) and not isinstance(value, type):
        found = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        for name in ("rests_on", "words"):
            if name not in found and hasattr(value, name):
                found[name] = getattr(value, name)
        return found
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, tuple | list) else value
