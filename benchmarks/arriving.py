"""A draft of 5,000 answers is looked at and taken in: by an empty vault, and by one of 10,000 drafts."""

from datetime import UTC, datetime
from pathlib import Path as File
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.rows import Row
from benchmarks.vault import fill_many
from intake.answers import Answer, Entry, Path, new_entry_id
from intake.case import Role, Sitting, Status
from intake.changes import AnswerSet, Change, EntrySet
from intake.delivery.acquaintances import compare_card, own_keys
from intake.delivery.receiving import CameDraft, Taker, look, take_draft
from intake.delivery.sending import Addressee, Choice, Dispatch, draft_of, send_draft
from intake.export.handover.cards import card_of, fingerprint
from intake.form.model import Form
from intake.opening import PACK, Pack, open_case, read_pack, text_of_pack
from intake.vault.keys import Cost
from intake.vault.vault import Vault
from intake.words import Words

NOW = datetime(2026, 11, 24, tzinfo=UTC)
FORMS = File(__file__).resolve().parent.parent / "forms"
CHEAP = Cost(19 * 1024, 1, 1)
ANSWERS, ROUNDS = 5_000, 3
STORY = "что было потом " * 8
WHO = Sitting(Role.REVIEWER, "A. Example (fictional)")
SLOWER = 2.0
"""How much longer it may take beside 10,000 others."""


def rows() -> list[Row]:
    pack = read_pack(FORMS / PACK)
    with TemporaryDirectory(prefix="intake bench ") as home:
        applicant, alone, among = (_vault(File(home) / f"{name}.intake") for name in ("a", "b", "c"))
        among._thread.apart(fill_many)
        cases = [(_long_case(applicant, pack), pack) for _ in range(ROUNDS)]
        package = File(home) / "a.age"
        quick, slow = (
            min(_take(applicant, firm, package, case) for case in cases) for firm in (alone, among)
        )
        for vault in (applicant, alone, among):
            vault.abandon()
    what = f"receive a draft of {ANSWERS:,} answers among 10,000 ({slow:.1f} s) vs alone"
    return [Row(what, slow / quick, "x", SLOWER)]


def _vault(folder: File) -> Vault:
    return Vault.create(folder, "five words of a bench", listener=lambda _: None, cost=CHEAP)


def _long_case(home: Vault, pack: Pack) -> str:
    case = home.new_case(text_of_pack(FORMS / PACK, pack.form), "ru", fictional=True)
    home.set_case(case.id, status=Status.SHARED)
    home.submit(case.id, _story(pack.form))
    return case.id


def _story(form: Form) -> list[Change]:
    """So many entries of one list that all their texts are as many as asked for."""
    repeat = max(form.repeats, key=lambda name: len(_texts(form, name)))
    told: list[Change] = []
    answers = 0
    while answers < ANSWERS:
        entry = new_entry_id()
        told.append(EntrySet(Entry(entry, repeat)))
        for question in _texts(form, repeat)[: ANSWERS - answers]:
            kind = form.questions[question].kind
            told.append(AnswerSet(Path(question, entry), Answer(STORY, kind=kind, language="ru", at=NOW)))
            answers += 1
    return told


def _texts(form: Form, repeat: str) -> list[str]:
    return [
        name
        for name, it in form.questions.items()
        if it.repeats == (repeat,) and it.kind in {"text", "long_text"} and it.relevant is None
    ]


def _take(home: Vault, firm: Vault, package: File, of: tuple[str, Pack]) -> float:
    """Seconds from the file to the draft in the vault."""
    case_id, pack = of
    words = Words.read("en", None)
    card = card_of(own_keys(firm, NOW.date()))
    compare_card(home, card, fingerprint(card.recipient, card.verifier), NOW)
    opened = open_case(home, case_id, Sitting(Role.APPLICANT), pack, lambda: NOW)
    draft = draft_of(home, opened, Choice(), words, NOW)
    send_draft(home, draft, Dispatch(package, Addressee(card), NOW))
    start = perf_counter()
    came = look(firm, package, None, NOW, WHO)
    assert isinstance(came, CameDraft)
    take_draft(firm, came, {}, Taker(WHO, words, NOW))
    return perf_counter() - start
