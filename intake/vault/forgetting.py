"""Removing one answer for good, with everything in its case that says again what stood there."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, select, update

from intake.answers import Answer, Path
from intake.quoting import own_words, quotes, says_again
from intake.record import Item, Proposal, Reply, Translation
from intake.vault import encoding, evidence, history, records, register, sealing
from intake.vault.schema import answers, arrivals, cases, items, passages
from intake.written import without_words


def forget(connection: Connection, case_id: str, path: Path) -> None:
    """Remove an answer, its former wordings, its translations and proposals, and what quotes any of them.

    Sealed versions keep the digests of what they lose. Raises CaseMissing, DatabaseDamaged.
    """
    register.case_of(connection, case_id)
    gone = [*_taken(connection, case_id, path), *history.forget(connection, case_id, path)]
    gone.extend(sealing.remove_answer(connection, case_id, path))
    words = own_words(gone)
    _drop_items(connection, case_id, path, words)
    for number, kind, place, body in sealing.items_left(connection, case_id):
        if _tells(records.item_of(kind, body), path, words):
            sealing.remove(connection, case_id, number, (kind, place))
    _drop_title(connection, case_id, words)
    _hollow_sheets(connection, case_id, path)
    evidence.drop_unnamed(connection, case_id)


def _taken(connection: Connection, case_id: str, path: Path) -> Iterator[Answer]:
    """The answer, removed with the words that are searched of it."""
    place = encoding.path_columns(path)
    a, p = answers.c, passages.c
    here = (a.case_id == case_id, a.entry == place["entry"], a.question == place["question"])
    wanted = select(a.value, a.state, a.kind, a.language, a.by, a.at).where(*here)
    row = connection.execute(wanted).one_or_none()
    if row is not None:
        yield encoding.answer_of(row)
    connection.execute(delete(answers).where(*here))
    words = (p.case_id == case_id, p.item == "", p.entry == place["entry"], p.question == place["question"])
    connection.execute(delete(passages).where(*words))


def _drop_items(connection: Connection, case_id: str, path: Path, words: Sequence[str]) -> None:
    """A reply goes with its query: alone it might be taken for one to another."""
    rows = connection.execute(select(items.c.kind, items.c.body).where(items.c.case_id == case_id)).all()
    there = [records.item_of(kind, body) for kind, body in rows]
    told = {item.id for item in there if _tells(item, path, words)}
    told |= {item.id for item in there if isinstance(item, Reply) and item.query in told}
    for item_id in told:
        records.dropping(case_id, item_id)(connection)


def _tells(item: Item, path: Path, words: Sequence[str]) -> bool:
    """Whether an item says again what stood at the path."""
    if isinstance(item, Translation | Proposal) and item.path == path:
        return True
    return says_again(item, words)


def _hollow_sheets(connection: Connection, case_id: str, path: Path) -> None:
    """Of an answer in a draft that came, only that there was one stays: when it comes again, a person is
    asked whether to take it.
    """
    a = arrivals.c
    rows = connection.execute(select(a.package, a.sheet).where(a.case_id == case_id, a.sheet != "")).all()
    for package, sheet in rows:
        hollow = without_words(sheet, path)
        if hollow != sheet:
            connection.execute(update(arrivals).where(a.package == package).values(sheet=hollow))


def _drop_title(connection: Connection, case_id: str, words: Sequence[str]) -> None:
    """What a draft is called in lists is made of answers too."""
    if quotes(connection.scalar(select(cases.c.title).where(cases.c.id == case_id)) or "", words):
        connection.execute(update(cases).where(cases.c.id == case_id).values(title=""))
