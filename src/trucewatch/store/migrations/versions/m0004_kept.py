"""What matching and judging keep, so that a new document touches only its neighbourhood."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "kept",
        sa.Column("rules", sa.String(64), nullable=False),
        sa.Column("shape", sa.String(32), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("shape", "key"),
    )


def downgrade() -> None:
    """A case is never taken back to an older schema: copy the folder first."""
    raise RuntimeError("a case is never taken back to an older schema; copy the folder before an upgrade")
