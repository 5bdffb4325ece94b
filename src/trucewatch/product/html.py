"""Brief → one HTML file that needs nothing else: no network, no script, no picture. Source words are escaped and keep their direction."""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from trucewatch.product.model import Brief, columns_of
from trucewatch.product.plots import interval_plot, timeline

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_REFERENCE = re.compile(r"\[(c[0-9a-f]{10})\]")


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("trucewatch.product"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["linked"] = linked
    return environment.get_template("brief.html.jinja")


def html(brief: Brief) -> str:
    """Return the brief as a self-contained HTML page."""
    return _template().render(
        brief=brief,
        plot=interval_plot,
        timeline=timeline(brief.incidents),
        home=homes(brief).get,
        columns_of=columns_of,
    )


def linked(text: str, home: Callable[[str], str | None]) -> "Markup":
    """Return text, escaped, in which claim ids in brackets lead to their words in the appendix."""
    from markupsafe import Markup

    pieces = _REFERENCE.split(text)
    link = Markup('<a class="ref" href="#{0}">{0}</a>')
    return Markup("").join(link.format(piece) if number % 2 and home(piece) else piece for number, piece in enumerate(pieces))


def homes(brief: Brief) -> dict[str, str]:
    """Return, for each reference of the brief, the id of the element of the page where it is set out."""
    found = {ref: ref for ref in brief.quotes}
    for view in brief.incidents:
        found[view.id] = view.id
        found.update((count.ref, count.ref.replace("/", "-")) for count in view.counts)
        found.update((row.ref, row.ref.replace("/", "-")) for row in view.status)
        found[f"{view.id}/count"] = f"{view.id}-count"
    found.update((origin.id, origin.id) for origin in brief.sources.origins)
    found.update((document.id, document.id) for document in brief.sources.listed)
    return found
