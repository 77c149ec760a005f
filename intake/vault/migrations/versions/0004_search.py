"""What search looks through. Nothing is in it yet: a case is read in when it is next opened."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "passages",
        sa.Column("number", sa.Integer, primary_key=True),
        _case(key=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in _TEXTS),
        sa.UniqueConstraint("case_id", "item", "entry", "question"),
    )
    op.create_table("indexed", _case(key=True))
    for statement in _STATEMENTS:
        op.execute(statement)


_TEXTS = ("kind", "item", "entry", "question", "shown", "folded")
_STATEMENTS = (
    """CREATE VIRTUAL TABLE passage_words USING fts5(folded, case_id, content='passages',
    content_rowid='number', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')""",
    "INSERT INTO passage_words(passage_words, rank) VALUES ('secure-delete', 1)",
    """CREATE TRIGGER passage_added AFTER INSERT ON passages BEGIN
    INSERT INTO passage_words(rowid, folded, case_id)
    VALUES (new.number, new.folded, new.case_id); END""",
    """CREATE TRIGGER passage_removed AFTER DELETE ON passages BEGIN
    INSERT INTO passage_words(passage_words, rowid, folded, case_id)
    VALUES ('delete', old.number, old.folded, old.case_id); END""",
    """CREATE TRIGGER passage_changed AFTER UPDATE ON passages WHEN old.folded <> new.folded BEGIN
    INSERT INTO passage_words(passage_words, rowid, folded, case_id)
    VALUES ('delete', old.number, old.folded, old.case_id);
    INSERT INTO passage_words(rowid, folded, case_id)
    VALUES (new.number, new.folded, new.case_id); END""",
)


def _case(*, key: bool) -> sa.Column[str]:
    return sa.Column("case_id", sa.Text, sa.ForeignKey("cases.id"), primary_key=key, nullable=False)
