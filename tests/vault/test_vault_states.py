"""Whatever is done to a vault in whatever order, it holds what a plain value in memory holds."""

from pathlib import Path as File
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from intake.answers import Answer, Answers, Entry, Path, State
from intake.changes import AnswerSet, Change, EntrySet, SectionFinished, Seen
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, CHEAP, NOW, PACK, PASSPHRASE, Receipts

ENTRIES = st.sampled_from(["7FQ2AAAAAA", "7FQ2BBBBBB"])
PATHS = st.builds(Path, st.sampled_from(["name", "when", "story"]), st.none() | ENTRIES)
VALUES = st.booleans() | st.integers() | st.text(st.characters(codec=None)) | st.tuples(st.text(), st.text())
ANSWERS = st.builds(Answer, VALUES, at=st.none() | st.just(NOW)) | st.builds(
    Answer, state=st.sampled_from(State)
)
CASES = st.integers(0, 1)


class Vaults(RuleBasedStateMachine):
    """Two cases in one vault, each beside the Answers it should hold."""

    @initialize()
    def make(self) -> None:
        self.home = TemporaryDirectory()
        self.receipts = Receipts()
        self.folder = File(self.home.name) / "v.intake"
        self.vault = Vault.create(self.folder, PASSPHRASE, listener=self.receipts, cost=CHEAP)
        self.cases = [self.vault.new_case(PACK, "ru").id for _ in range(2)]
        self.wanted = [Answers(), Answers()]

    def change(self, case: int, change: Change, wanted: Answers) -> None:
        self.vault.submit(self.cases[case], [change])
        self.wanted[case] = wanted

    @rule(case=CASES, path=PATHS, answer=st.none() | ANSWERS)
    def answer(self, case: int, path: Path, answer: Answer | None) -> None:
        self.change(case, AnswerSet(path, answer), self.wanted[case].with_answer(path, answer))

    @rule(entry_id=ENTRIES, parent=st.none() | ENTRIES, rank=st.integers(0, 3), removed=st.booleans())
    def enter(self, entry_id: str, parent: str | None, rank: int, removed: bool) -> None:
        entry = Entry(entry_id, "legs", parent, rank, NOW if removed else None)
        self.change(0, EntrySet(entry), self.wanted[0].with_entry(entry))

    @rule(case=CASES, paths=st.frozensets(PATHS))
    def see(self, case: int, paths: frozenset[Path]) -> None:
        self.change(case, Seen(paths), self.wanted[case].with_seen(paths))

    @rule(case=CASES, section=st.sampled_from(["you", "journey"]), finished=st.booleans())
    def finish(self, case: int, section: str, finished: bool) -> None:
        change = SectionFinished(section, finished)
        self.change(case, change, self.wanted[case].with_finished(section, finished=finished))

    @rule(flushed=st.booleans())
    def open_again(self, flushed: bool) -> None:
        if flushed:
            assert self.vault.flush(60)
            self.vault.abandon()
        else:
            self.vault.close()
        self.vault = Vault.open(self.folder, PASSPHRASE, listener=self.receipts)

    @invariant()
    def the_vault_holds_what_was_said(self) -> None:
        for case, wanted in zip(self.cases, self.wanted, strict=True):
            assert self.vault.answers(case, ALONE) == wanted

    @invariant()
    def the_list_counts_the_answers(self) -> None:
        found = {row.id: row.answered for row in self.vault.cases(ALONE)}
        assert found == {case: len(self.wanted[n].by_path) for n, case in enumerate(self.cases)}

    def teardown(self) -> None:
        self.vault.abandon()
        self.home.cleanup()


Vaults.TestCase.settings = settings(
    max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestVaults = Vaults.TestCase
