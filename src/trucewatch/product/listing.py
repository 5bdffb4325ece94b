"""Incidents → the list of the command line."""

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.product import wording
from trucewatch.product.brief import by_weight
from trucewatch.product.index import Index
from trucewatch.product.terminal import references


def print_incidents(index: Index, console: Console) -> None:
    """Print every incident of a case, one a row, those that most reports are about first."""
    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False)
    for name in ("When", "What", "Where", "Counts", "Status", "Reports", "Reference"):
        table.add_column(name, overflow="fold", justify="right" if name == "Reports" else "left")
    for incident in by_weight(index.analysis.incidents):
        counts = "; ".join(f"{wording.counted(c)} {wording.interval(c.low, c.high)}" for c in incident.counts if c.population == "all")
        happened = next((wording.STATUS_WORDS[step.status] for step in incident.status if step.aspect == "occurrence"), "not assessed")
        contested = f"; contested: {', '.join(wording.ASPECT_WORDS[each] for each in incident.contested)}" if incident.contested else ""
        cells = (wording.when(incident.when), incident.type, wording.where(incident.where), counts or "—", happened + contested)
        table.add_row(*map(Text, cells), Text(str(len(incident.documents))), references((incident.id,)))
    console.print(table if index.analysis.incidents else Text("No incident is reported."))
