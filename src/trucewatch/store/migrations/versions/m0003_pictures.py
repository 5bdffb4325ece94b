"""What is computed of pictures: what they are recognised by, and which earlier ones they repeat."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    for name in ("prints", "likenesses"):
        op.create_table(
            name,
            sa.Column("item", sa.String(64), nullable=False),
            sa.Column("version", sa.String(64), nullable=False),
            sa.Column("packed", sa.LargeBinary, nullable=False),
            sa.PrimaryKeyConstraint("item", "version"),
        )


def downgrade() -> None:
    """A case is never taken back to an older schema: copy the folder first."""
    raise RuntimeError("a case is never taken back to an older schema; copy the folder before an upgrade")
