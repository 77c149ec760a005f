"""What was sealed and sent, what came, and whose cards were compared."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "departures",
        _text("package", key=True),
        _case(),
        sa.Column("number", sa.Integer, nullable=False),
        _text("verifier"),
        _text("at"),
    )
    op.create_index("departures_of_case", "departures", ["case_id"])
    op.create_table(
        "arrivals",
        _text("package", key=True),
        _case(),
        _text("origin"),
        _text("verifier"),
        sa.Column("number", sa.Integer, nullable=False),
        _text("at"),
        _text("sheet"),
    )
    op.create_index("arrivals_of_case", "arrivals", ["case_id"])
    op.create_table(
        "cards",
        _text("verifier", key=True),
        _text("card"),
        sa.Column("compared", sa.Boolean, nullable=False),
        _text("at"),
    )


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _case() -> sa.Column[str]:
    return sa.Column("case_id", sa.Text, sa.ForeignKey("cases.id"), nullable=False)
