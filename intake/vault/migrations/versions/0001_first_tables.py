"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _packs()
    _cases()
    _answers()
    _rest()


def _packs() -> None:
    op.create_table("meta", _key("name"), _text("value"))
    op.create_table("packs", _key("hash"), _text("name"))
    op.create_table(
        "pack_files",
        sa.Column("pack_hash", sa.Text, sa.ForeignKey("packs.hash"), primary_key=True, nullable=False),
        _key("name"),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        _key("id"),
        sa.Column("pack_hash", sa.Text, sa.ForeignKey("packs.hash"), nullable=False),
        _text("language"),
        _text("status"),
        _text("title"),
        _text("resume_at"),
        sa.Column("answered", sa.Integer, nullable=False, server_default="0"),
        sa.Column("fictional", sa.Boolean, nullable=False),
        _text("created"),
        _text("changed"),
    )
    op.create_table(
        "entries",
        _key("id"),
        _case(),
        _text("repeat"),
        _text("parent"),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("removed_at", sa.Text),
    )
    op.create_index("entries_of_case", "entries", ["case_id"])


def _answers() -> None:
    op.create_table(
        "answers",
        _case(key=True),
        _key("entry"),
        _key("question"),
        sa.Column("value", sa.Text),
        sa.Column("state", sa.Text),
        _text("kind"),
        _text("language"),
        _text("by"),
        sa.Column("at", sa.Text),
    )
    op.execute("""CREATE TRIGGER answer_given AFTER INSERT ON answers BEGIN
    UPDATE cases SET answered = answered + 1 WHERE id = new.case_id; END""")
    op.execute("""CREATE TRIGGER answer_cleared AFTER DELETE ON answers BEGIN
    UPDATE cases SET answered = answered - 1 WHERE id = old.case_id; END""")
    op.create_table("seen", _case(key=True), _key("entry"), _key("question"), sqlite_with_rowid=False)
    op.create_table("finished", _case(key=True), _key("section"), sqlite_with_rowid=False)


def _rest() -> None:
    op.create_table(
        "openings", sa.Column("number", sa.Integer, primary_key=True), _case(), _text("by"), _text("at")
    )
    op.create_index("openings_of_case", "openings", ["case_id"])
    op.create_table("settings", _key("name"), _text("value"))


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _case(*, key: bool = False) -> sa.Column[str]:
    return sa.Column("case_id", sa.Text, sa.ForeignKey("cases.id"), primary_key=key, nullable=False)
