"""Settings of one case, which go with it. Until now the one there was stood among those of the vault."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_PREFIX = "beside "
"""Came before the id of the case in the name of the setting."""


def upgrade() -> None:
    op.create_table(
        "case_settings",
        sa.Column("case_id", sa.Text, sa.ForeignKey("cases.id"), primary_key=True, nullable=False),
        sa.Column("name", sa.Text, primary_key=True, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    found = {"prefix": _PREFIX, "length": len(_PREFIX)}
    moved = sa.text(
        "INSERT INTO case_settings (case_id, name, value) SELECT cases.id, 'beside', settings.value"
        " FROM settings JOIN cases ON settings.name = :prefix || cases.id"
    )
    op.execute(moved.bindparams(prefix=_PREFIX))
    op.execute(sa.text("DELETE FROM settings WHERE substr(name, 1, :length) = :prefix").bindparams(**found))
