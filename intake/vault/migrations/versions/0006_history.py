"""What stood there before each editing spell, and sealed versions. A draft that is open is shared now."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    _past()
    op.create_table("shared", _case(), _text("at"))
    _versions()
    found = sa.text(
        "INSERT INTO shared (case_id, at) SELECT id, :now FROM cases WHERE status <> 'in_progress'"
    )
    op.execute(found.bindparams(now=datetime.now(UTC).isoformat()))


def _past() -> None:
    op.create_table(
        "past",
        sa.Column("number", sa.Integer, primary_key=True),
        _case(key=False),
        _text("entry"),
        _text("question"),
        *(
            sa.Column(f"before_{name}", sa.Text)
            for name in ("value", "state", "kind", "language", "by", "at")
        ),
        _text("by"),
        _text("at"),
        sa.Column("private", sa.Boolean, nullable=False),
    )
    op.create_index("past_of_answer", "past", ["case_id", "entry", "question"])


def _versions() -> None:
    op.create_table(
        "versions",
        _case(),
        sa.Column("number", sa.Integer, primary_key=True, nullable=False),
        sa.Column("pack_hash", sa.Text, sa.ForeignKey("packs.hash"), nullable=False),
        *map(_text, ("language", "item", "digest")),
    )
    op.create_table(
        "version_parts",
        _case(),
        sa.Column("number", sa.Integer, primary_key=True, nullable=False),
        _text("kind", key=True),
        _text("place", key=True),
        _text("digest"),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("body", sa.Text),
    )


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _case(*, key: bool = True) -> sa.Column[str]:
    return sa.Column("case_id", sa.Text, sa.ForeignKey("cases.id"), primary_key=key, nullable=False)
