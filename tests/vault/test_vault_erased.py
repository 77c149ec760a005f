"""What was erased is in no page of any file of the vault, deciphered, and what stays is."""

import unicodedata
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path as File

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from intake.answers import Answer, Entry, Path
from intake.case import Glance, Status
from intake.changes import AnswerSet, EntrySet
from intake.record import Note, Proposal, Translation
from intake.searching import Passage
from intake.translit import fold
from intake.vault import copies, engine, rotation
from intake.vault.engine import PAGE_BYTES
from intake.vault.keys import derived
from intake.vault.parcels import Arrival, Departure, Incoming
from intake.vault.slots import opened
from intake.vault.vault import Vault
from intake.written import text_of
from tests.support.vaults import ALONE, NOW, PACK, PASSPHRASE, REVIEWER, said

GONE, STAYS = "кречетобор", "соколовник"
BY = "A. Example (fictional)"


def fill(vault: Vault, word: str) -> str:
    """A draft with this word in everything that a vault keeps of one."""
    case = vault.new_case(PACK, "ru").id
    story = Path("story")
    entry = Entry(fold(word).upper()[:10], f"repeat {word}")
    vault.submit(
        case, [EntrySet(entry), said("name", word, entry.id)], [Passage(Path("name", entry.id), word)]
    )
    for hour in range(3):
        words = f"{word} {hour} " * 400
        answer = Answer(words, by=word, at=NOW + timedelta(hours=hour))
        vault.submit(case, [AnswerSet(story, answer)], [Passage(story, words)])
    vault.keep_file(case, word.encode() * 3000)
    vault.put(
        case,
        Note(f"N{word}", NOW, BY, word, story),
        Translation(f"T{word}", NOW, BY, story, (word,), (word,)),
        Proposal(f"P{word}", NOW, BY, story, Answer(word, at=NOW)),
    )
    vault.set_glance(case, Glance(3))
    vault.note_setting(f"setting {word}", word, case)
    vault.set_case(case, status=Status.SHARED, title=word, resume_at=word)
    for hour in range(3, 6):
        answer = Answer(f"{word} {hour}", by=word, at=NOW + timedelta(days=9000, hours=hour))
        vault.submit(case, [AnswerSet(story, answer)], [Passage(story, f"{word} {hour}")])
    vault.case(case, REVIEWER)
    vault.past.seal(case, REVIEWER, word)
    deliver(vault, case, word)
    return case


def deliver(vault: Vault, case_id: str, word: str) -> None:
    """A package with this word left, and one came."""
    came = vault.case(case_id, REVIEWER)
    given = [
        {"path": path, "answer": answer} for path, answer in vault.answers(case_id, ALONE).by_path.items()
    ]
    sheet = text_of({"given": given})
    vault.parcels.note_departure(Departure(f"left {word}", case_id, 1, word, NOW))
    vault.parcels.take_in(
        Incoming(came, Arrival(f"came {word}", word, word, 1, NOW, sheet), (), (), f"card of {word}")
    )


def deciphered(vault: Vault, folder: File) -> bytes:
    """Every page of the database file and of each copy kept in the folder, free pages too, in clear."""
    vault._thread.apart(engine.checkpoint)
    (header,) = copies.read(folder)
    found = opened(header, PASSPHRASE)
    assert found is not None
    key = bytes(derived(found[1], header.vault_id, "database"))
    files = [folder / header.database, *rotation.kept(folder)]
    return b"".join(in_clear(file.read_bytes(), key) for file in files)


def in_clear(data: bytes, key: bytes) -> bytes:
    """The pages of SQLCipher 4: AES-256-CBC, then 16 bytes of IV and 64 of HMAC; before the first, a salt."""
    pages = (data[start : start + PAGE_BYTES] for start in range(0, len(data) - PAGE_BYTES + 1, PAGE_BYTES))
    clear = []
    for number, page in enumerate(pages):
        sealed, iv = page[16 * (number == 0) : -80], page[-80:-64]
        cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        clear.append(cipher.update(sealed) + cipher.finalize())
    return b"".join(clear)


def forms(word: str) -> list[bytes]:
    """The word as it may lie in a page: its bytes, and how it is searched, less the start words share."""
    return [word.encode(), unicodedata.normalize("NFD", word).encode(), fold(word).encode()[3:]]


@pytest.mark.parametrize("whole", [True, False])
def test_no_page_holds_a_word_of_an_erased_draft(
    made: Vault, folder: File, reopened: Callable[[], Vault], *, whole: bool
) -> None:
    gone, kept = fill(made, GONE), fill(made, STAYS)
    before = deciphered(made, folder)
    assert all(form in before for word in (GONE, STAYS) for form in forms(word))
    made.close()
    vault = reopened()
    if whole:
        vault.erase_case(gone)
    else:
        for path in vault.answers(gone, ALONE).by_path:
            vault.past.forget(gone, path)
        vault.erase_case(gone)
    pages = deciphered(vault, folder)
    assert [form for form in forms(GONE) if form in pages] == []
    assert all(form in pages for form in forms(STAYS))
    assert [hit.case_id for hit in vault.search(GONE, ALONE)] == []
    assert {hit.case_id for hit in vault.search(STAYS, REVIEWER)} == {kept}


def test_an_answer_removed_for_good_is_not_in_the_draft_that_came_either(made: Vault) -> None:
    case = fill(made, GONE)
    for path in made.answers(case, ALONE).by_path:
        made.past.forget(case, path)
    came = made.parcels.last_arrival(case)
    assert came is not None
    assert GONE not in came.sheet
