"""The tables of a case. Rows that record something carry ``entry``, the number of the log entry that reported them, and never change;
``readings``, ``analyses``, ``kept``, ``prints`` and ``likenesses`` are computed: delete them and the same come back.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, PrimaryKeyConstraint, String, Table, Text

metadata = MetaData()

log = Table(
    "log",
    metadata,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)


def _recorded(name: str, *columns: Column[str] | Column[int] | Index) -> Table:
    """A table of records: ``position`` is the order of arrival, ``entry`` the log entry that reported the row."""
    return Table(
        name,
        metadata,
        Column("position", Integer, primary_key=True),
        Column("entry", Integer, nullable=False, index=True),
        *columns,
    )


items = _recorded("items", Column("id", String(64), nullable=False, unique=True), Column("record", Text, nullable=False))
documents = _recorded(
    "documents",
    Column("id", String(16), nullable=False, unique=True),
    Column("item", String(64), index=True),
    Column("published", String(10)),
    Column("text", Text, nullable=False),
    Column("record", Text, nullable=False),
)
sightings = _recorded(
    "sightings",
    Column("document", String(16), nullable=False, index=True),
    Column("item", String(64), index=True),
    Column("path", Text),
    Column("external_id", Text),
    Column("url", Text),
)
failures = _recorded("failures", Column("path", Text, nullable=False), Column("reason", Text, nullable=False), Column("sha256", String(64)))
decisions = _recorded("decisions", Column("id", String(16), nullable=False, unique=True), Column("record", Text, nullable=False))
sources = _recorded("sources", Column("name", Text, nullable=False), Column("record", Text, nullable=False))
places = _recorded("places", Column("name", Text, nullable=False), Column("record", Text, nullable=False))
plans = _recorded("plans", Column("id", Text, nullable=False), Column("record", Text, nullable=False))
patrols = _recorded("patrols", Column("id", Text, nullable=False), Column("record", Text, nullable=False))
observations = _recorded("observations", Column("id", Text, nullable=False), Column("record", Text, nullable=False))
restrictions = _recorded("restrictions", Column("id", Text, nullable=False), Column("record", Text, nullable=False))
products = _recorded("products", Column("id", String(64), nullable=False), Column("record", Text, nullable=False))

readings = Table(
    "readings",
    metadata,
    Column("document", String(16), nullable=False),
    Column("version", String(64), nullable=False),
    Column("packed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("document", "version"),
)
prints, likenesses = (
    Table(
        name,
        metadata,
        Column("item", String(64), nullable=False),
        Column("version", String(64), nullable=False),
        Column("packed", LargeBinary, nullable=False),
        PrimaryKeyConstraint("item", "version"),
    )
    for name in ("prints", "likenesses")
)
analyses = Table("analyses", metadata, Column("key", String(64), primary_key=True), Column("packed", LargeBinary, nullable=False))
kept = Table(
    "kept",
    metadata,
    Column("rules", String(64), nullable=False),
    Column("shape", String(32), nullable=False),
    Column("key", String(64), nullable=False),
    Column("packed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("shape", "key"),
)

_EVERY = (
    items, documents, sightings, failures, decisions, sources, places, plans, patrols, observations, restrictions, products,
)  # fmt: skip
RECORDED: dict[str, Table] = {table.name: table for table in _EVERY}
"""The tables whose rows the log vouches for, by name."""
