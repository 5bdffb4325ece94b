"""What a mission recorded: patrols, observations, restrictions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    for name in ("patrols", "observations", "restrictions"):
        op.create_table(
            name,
            sa.Column("position", sa.Integer, primary_key=True),
            sa.Column("entry", sa.Integer, nullable=False, index=True),
            sa.Column("id", sa.Text, nullable=False),
            sa.Column("record", sa.Text, nullable=False),
        )


def downgrade() -> None:
    """A case is never taken back to an older schema: copy the folder first."""
    raise RuntimeError("a case is never taken back to an older schema; copy the folder before an upgrade")
