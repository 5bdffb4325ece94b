"""Incidents and pictures → the lists of the command line."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from trucewatch.product import wording
from trucewatch.product.brief import by_weight
from trucewatch.product.index import Index
from trucewatch.product.pictures import doubt_lines, picture_lines, recurrence_lines
from trucewatch.product.sections import suggestion_lines
from trucewatch.product.terminal import references


def print_pictures(index: Index, console: Console) -> None:
    """Print every picture and video of a case, what each repeats, and where it is attached. None is shown."""
    lines = picture_lines(index)
    for line in lines:
        console.print(Text.assemble(references(line.refs), " ", line.text))
    if not lines:
        console.print("The case holds no picture.")
    for heading, found in (
        ("Perhaps seen before (decide … accept, or reject, with the two ids)", recurrence_lines(index)),
        ("Attached, and in doubt", doubt_lines(index)),
    ):
        if found:
            console.print(Text(f"\n{heading}:", style="bold"))
        for line in found:
            console.print(Padding(Text.assemble(references(line.refs), " ", line.text), (0, 0, 0, 1)))


def print_incidents(index: Index, console: Console) -> None:
    """Print every incident of a case, those that most reports are about first."""
    for incident in by_weight(index.analysis.incidents):
        console.print(Text.assemble(references((incident.id,)), " ", (wording.title(incident), "bold")))
        counts = [f"{wording.counted(c)} {wording.interval(c.low, c.high)}" for c in incident.counts if c.population == "all"]
        happened = next((wording.STATUS_WORDS[step.status] for step in incident.status if step.aspect == "occurrence"), "not assessed")
        contested = [f"contested: {', '.join(wording.ASPECT_WORDS[each] for each in incident.contested)}"] if incident.contested else []
        about = [*counts, happened, *contested, wording.number(len(incident.documents), "report")]
        console.print(Padding(Text(" · ".join(about)), (0, 0, 0, 14)))
    if not index.analysis.incidents:
        console.print("No incident is reported.")
    suggestions = suggestion_lines(index)
    if suggestions:
        console.print(Text("\nPerhaps one incident (join with decide … merge, keep apart with decide … reject):", style="bold"))
    for line in suggestions:
        console.print(Padding(Text.assemble(references(line.refs), " ", line.text), (0, 0, 0, 1)))
