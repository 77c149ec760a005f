"""What people write beside the answers, files, and what lists of drafts show of them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _items()
    op.create_table(
        "files", _case(), _text("sha256", key=True), sa.Column("content", sa.LargeBinary, nullable=False)
    )
    op.create_table(
        "glances",
        _case(),
        sa.Column("findings", sa.Integer, nullable=False),
        sa.Column("deadline", sa.Text),
    )
    op.create_table("archived", _case())


def _items() -> None:
    op.create_table(
        "items",
        _text("id", key=True),
        _case(key=False),
        _text("kind"),
        _text("entry"),
        _text("question"),
        _text("at"),
        sa.Column("open", sa.Boolean, nullable=False),
        _text("body"),
    )
    op.create_index("items_open", "items", ["kind", "case_id"], sqlite_where=sa.text("open"))
    op.create_index("items_of_case", "items", ["case_id"])


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _case(*, key: bool = True) -> sa.Column[str]:
    return sa.Column("case_id", sa.Text, sa.ForeignKey("cases.id"), primary_key=key, nullable=False)
