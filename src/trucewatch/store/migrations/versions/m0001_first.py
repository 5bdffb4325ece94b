"""The first schema. Written out, not taken from tables.py, which goes on to later ones."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_RECORDED: dict[str, list[sa.Column[str]]] = {
    "items": [sa.Column("id", sa.String(64), nullable=False, unique=True), sa.Column("record", sa.Text, nullable=False)],
    "documents": [
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        sa.Column("item", sa.String(64), index=True),
        sa.Column("published", sa.String(10)),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    ],
    "sightings": [
        sa.Column("document", sa.String(16), nullable=False, index=True),
        sa.Column("item", sa.String(64), index=True),
        sa.Column("path", sa.Text),
        sa.Column("external_id", sa.Text),
        sa.Column("url", sa.Text),
    ],
    "failures": [
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64)),
    ],
    "decisions": [sa.Column("id", sa.String(16), nullable=False, unique=True), sa.Column("record", sa.Text, nullable=False)],
    "sources": [sa.Column("name", sa.Text, nullable=False), sa.Column("record", sa.Text, nullable=False)],
    "places": [sa.Column("name", sa.Text, nullable=False), sa.Column("record", sa.Text, nullable=False)],
    "plans": [sa.Column("id", sa.Text, nullable=False), sa.Column("record", sa.Text, nullable=False)],
    "products": [sa.Column("id", sa.String(64), nullable=False), sa.Column("record", sa.Text, nullable=False)],
}


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "log",
        sa.Column("entry", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    for name, columns in _RECORDED.items():
        op.create_table(
            name,
            sa.Column("position", sa.Integer, primary_key=True),
            sa.Column("entry", sa.Integer, nullable=False, index=True),
            *columns,
        )
    op.create_table(
        "readings",
        sa.Column("document", sa.String(16), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("document", "version"),
    )
    op.create_table("analyses", sa.Column("key", sa.String(64), primary_key=True), sa.Column("packed", sa.LargeBinary, nullable=False))


def downgrade() -> None:
    """A case is never taken back to an older schema: copy the folder first."""
    raise RuntimeError("a case is never taken back to an older schema; copy the folder before an upgrade")
