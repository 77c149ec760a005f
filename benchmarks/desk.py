"""The desk over many drafts: a key of a search as it is typed, and the rows of the list, as drafts grow."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path as File
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import Connection, insert

from benchmarks.rows import Row
from intake.case import Case, Role, Sitting, Status
from intake.searching import searched
from intake.vault import engine, listing, migrate, register, search
from intake.vault.files import create_private
from intake.vault.keys import new_key
from intake.vault.register import PackText
from intake.vault.schema import TRIGGERS, passages

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PACK = PackText("large", "0" * 64, {"form.yaml": b""})
WHO = Sitting(Role.REVIEWER, "A. Example (fictional)")
SIZES = (1_000, 10_000)
ANSWERS, VOCABULARY, WORDS_OF_AN_ANSWER, ROUNDS = 20, 20_000, 12, 3
TYPED = ("образцова марина", "khabarovsk 2022", "что", "ivanov tijuana")
FREQUENT = (
    "и в не на я быть он с что а по это она этот к но они мы весь который из у свой вы год когда человек "
    "дорога граница полиция хабаровск стамбул канкун тихуана матаморос марина образцова"
)
SYLLABLES = "ма ри на об раз цо ва ха ба ровск что бы ло по том ти хуа на и ва нов за дер жа ли"


def rows() -> list[Row]:
    found: list[Row] = []
    for size in SIZES:
        with TemporaryDirectory(prefix="intake bench ") as home, _vault(File(home) / "vault.db") as vault:
            _fill(vault, size)
            keys = [_key(vault, typed[:end]) for typed in TYPED for end in range(1, len(typed) + 1)]
            listed = [_list(vault, size) for _ in range(ROUNDS)]
        bound = 50 if size == SIZES[-1] else 25
        found += [
            Row(f"search key over {size:,} drafts of {ANSWERS} answers, median", median(keys), "ms", bound),
            Row(f"search key over {size:,} drafts of {ANSWERS} answers, slowest", max(keys), "ms", bound),
            Row(f"rows of the list of {size:,} drafts", median(listed), "ms", 100),
        ]
    return found


@contextmanager
def _vault(file: File) -> Iterator[Connection]:
    create_private(file)
    connection = engine.connect(file, new_key())
    migrate.lay(connection)
    yield connection
    engine.close(connection)


def _fill(connection: Connection, size: int) -> None:
    """Drafts in words as frequent as words are: the n-th is said once where the first is said n times.

    They are indexed all at once, which gives what the triggers would.
    """
    chance = Random(1)
    made = ("".join(chance.choices(SYLLABLES.split(), k=chance.randint(2, 4))) for _ in range(VOCABULARY))
    words = {word: searched(word) for word in (*FREQUENT.split(), *made)}
    spoken, weights = list(words), [1 / rank for rank in range(1, len(words) + 1)]
    indexing = [trigger for trigger in TRIGGERS if "passage_words" in trigger]
    with connection.begin():
        for trigger in indexing:
            connection.exec_driver_sql(f"DROP TRIGGER {trigger.split()[2]}")
        for number in range(size):
            case = Case(f"MANY{number:06}", PACK.name, PACK.hash, "ru", Status.SHARED, NOW, NOW)
            register.add_case(connection, PACK, case)
            said = [chance.choices(spoken, weights, k=WORDS_OF_AN_ANSWER) for _ in range(ANSWERS)]
            rows = [
                {
                    "case_id": case.id,
                    "kind": search.ANSWERS,
                    "item": "",
                    "entry": "",
                    "question": f"question_{place}",
                    "shown": " ".join(each),
                    "folded": " ".join(words[word] for word in each),
                }
                for place, each in enumerate(said)
            ]
            connection.execute(insert(passages), rows)
        connection.exec_driver_sql("INSERT INTO passage_words(passage_words) VALUES ('rebuild')")
        for trigger in indexing:
            connection.exec_driver_sql(trigger)


def _key(connection: Connection, typed: str) -> float:
    """Milliseconds from a key to its hits, at best: what else runs here is not search."""
    return min(_once(connection, typed) for _ in range(ROUNDS))


def _once(connection: Connection, typed: str) -> float:
    start = perf_counter()
    with connection.begin():
        search.found(connection, typed, WHO, (search.ANSWERS, "notes"))
    return 1000 * (perf_counter() - start)


def _list(connection: Connection, size: int) -> float:
    start = perf_counter()
    with connection.begin():
        found = listing.summaries(connection, WHO)
    took = 1000 * (perf_counter() - start)
    assert len(found) == size
    return took
