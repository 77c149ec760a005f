"""The tables of a vault, as this version wants them. Times are UTC in ISO 8601; values are JSON.

What is added comes as a table of its own: a column that an older database lacks would keep its whole table
from being salvaged.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

REVISION = "0007"
"""The migration that leads to these tables."""

OUTSIDE = ""
"""Stands in `entry` and `parent` for "in no entry": a key column cannot be null."""

tables = MetaData()


def _text(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=False)


def _case(*, key: bool = False) -> Column[str]:
    return Column("case_id", Text, ForeignKey("cases.id"), primary_key=key, nullable=False)


meta = Table("meta", tables, _text("name", key=True), _text("value"))

packs = Table("packs", tables, _text("hash", key=True), _text("name"))

pack_files = Table(
    "pack_files",
    tables,
    Column("pack_hash", Text, ForeignKey("packs.hash"), primary_key=True, nullable=False),
    _text("name", key=True),
    Column("content", LargeBinary, nullable=False),
)

cases = Table(
    "cases",
    tables,
    _text("id", key=True),
    Column("pack_hash", Text, ForeignKey("packs.hash"), nullable=False),
    _text("language"),
    _text("status"),
    _text("title"),
    _text("resume_at"),
    Column("answered", Integer, nullable=False, server_default="0"),
    Column("fictional", Boolean, nullable=False),
    _text("created"),
    _text("changed"),
)

entries = Table(
    "entries",
    tables,
    _text("id", key=True),
    _case(),
    _text("repeat"),
    _text("parent"),
    Column("rank", Integer, nullable=False),
    Column("removed_at", Text),
    Index("entries_of_case", "case_id"),
)

answers = Table(
    "answers",
    tables,
    _case(key=True),
    _text(
        "entry", key=True
    ),  # no foreign key: an answer that comes before its entry must be kept all the same
    _text("question", key=True),
    Column("value", Text),  # beside a state: the value that was put aside for it
    Column("state", Text),
    _text("kind"),
    _text("language"),
    _text("by"),
    Column("at", Text),
)

seen = Table(
    "seen",
    tables,
    _case(key=True),
    _text("entry", key=True),
    _text("question", key=True),
    sqlite_with_rowid=False,
)

finished = Table("finished", tables, _case(key=True), _text("section", key=True), sqlite_with_rowid=False)

openings = Table(
    "openings",
    tables,
    Column("number", Integer, primary_key=True),
    _case(),
    _text("by"),
    _text("at"),
    Index("openings_of_case", "case_id"),
)

settings = Table("settings", tables, _text("name", key=True), _text("value"))

case_settings = Table("case_settings", tables, _case(key=True), _text("name", key=True), _text("value"))
"""Those of one case, which go with it."""

outside_copies = Table(
    "outside_copies", tables, Column("number", Integer, primary_key=True), _text("place"), _text("made")
)

items = Table(
    "items",
    tables,
    _text("id", key=True),
    _case(),
    _text("kind"),
    _text("entry"),
    _text("question"),  # empty: of the whole case
    _text("at"),
    Column("open", Boolean, nullable=False),  # something is still awaited
    _text("body"),
    Index("items_of_case", "case_id"),
    Index("items_open", "kind", "case_id", sqlite_where=text("open")),
)

files = Table(
    "files",
    tables,
    _case(key=True),
    _text("sha256", key=True),
    Column("content", LargeBinary, nullable=False),
)

glances = Table(
    "glances", tables, _case(key=True), Column("findings", Integer, nullable=False), Column("deadline", Text)
)

archived = Table("archived", tables, _case(key=True))

past = Table(
    "past",
    tables,
    Column("number", Integer, primary_key=True),
    _case(),
    _text("entry"),
    _text("question"),
    *(Column(f"before_{name}", Text) for name in ("value", "state", "kind", "language", "by", "at")),
    _text("by"),
    _text("at"),
    Column("private", Boolean, nullable=False),
    Index("past_of_answer", "case_id", "entry", "question"),
)
"""What stood there before each editing spell (no kind: nothing), who began it and when. `private`: before the
draft was first shared.
"""

shared = Table("shared", tables, _case(key=True), _text("at"))
"""When a draft was first shared."""

versions = Table(
    "versions",
    tables,
    _case(key=True),
    Column("number", Integer, primary_key=True, nullable=False),
    Column("pack_hash", Text, ForeignKey("packs.hash"), nullable=False),
    _text("language"),
    _text("item"),
    _text("digest"),
)
"""Sealed versions; `item` is the Sealed in the record that names it."""

version_parts = Table(
    "version_parts",
    tables,
    _case(key=True),
    Column("number", Integer, primary_key=True, nullable=False),
    _text("kind", key=True),
    _text("place", key=True),
    _text("digest"),
    Column("salt", LargeBinary),
    Column("body", Text),
)
"""What a version holds. What is removed for good leaves a digest that nothing can be guessed from."""

passages = Table(
    "passages",
    tables,
    Column("number", Integer, primary_key=True),
    _case(),
    _text("kind"),  # "answers", or the kind of an item
    _text("item"),  # empty for an answer
    _text("entry"),
    _text("question"),
    _text("shown"),
    _text("folded"),
    UniqueConstraint("case_id", "item", "entry", "question"),
)
"""What search looks through: the words of each answer and item, as shown and as folded."""

indexed = Table("indexed", tables, _case(key=True))
"""The cases whose answers are all among the passages, as they are now."""

departures = Table(
    "departures",
    tables,
    _text("package", key=True),
    _case(),
    Column("number", Integer, nullable=False),
    _text("verifier"),  # whose card it was sealed to; empty for a passphrase
    _text("at"),
    Index("departures_of_case", "case_id"),
)
"""The sealed packages that left, by their random id."""

arrivals = Table(
    "arrivals",
    tables,
    _text("package", key=True),
    _case(),
    _text("origin"),  # the id that the case has where it comes from
    _text("verifier"),  # who signed it
    Column("number", Integer, nullable=False),
    _text("at"),
    _text("sheet"),  # what came, as it came: what the next one is compared with; empty for questions
    Index("arrivals_of_case", "case_id"),
)
"""The sealed packages that were taken in."""

cards = Table(
    "cards",
    tables,
    _text("verifier", key=True),
    _text("card"),
    Column("compared", Boolean, nullable=False),  # its fingerprint, by a person; else it came in a package
    _text("at"),
)
"""The last card of each holder."""

SEARCH = (
    """CREATE VIRTUAL TABLE passage_words USING fts5(folded, case_id, content='passages',
    content_rowid='number', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')""",
    "INSERT INTO passage_words(passage_words, rank) VALUES ('secure-delete', 1)",
)
"""Full text search over `passages.folded`, which forgets what is removed."""

TRIGGERS = (
    """CREATE TRIGGER answer_given AFTER INSERT ON answers BEGIN
    UPDATE cases SET answered = answered + 1 WHERE id = new.case_id; END""",
    """CREATE TRIGGER answer_cleared AFTER DELETE ON answers BEGIN
    UPDATE cases SET answered = answered - 1 WHERE id = old.case_id; END""",
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
"""They keep `cases.answered`, so that a list of ten thousand drafts need not count their answers, and the
words that are searched.
"""

revisions = Table(
    "alembic_version", MetaData(), Column("version_num", String(32), primary_key=True, nullable=False)
)
"""Alembic's own table, which it keeps out of what it compares."""
