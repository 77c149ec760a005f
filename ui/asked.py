"""What helpers ask the applicant, as long as anything of it is open, and what the applicant says to it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from intake.answers import Answer, Path, new_entry_id
from intake.case import Role
from intake.errors import NotSaved
from intake.record import Adoption, Proposal, Query, Record, Reply
from intake.words import Words
from ui.pages.asked_page import AskedLine, AskedPage, ProposedLine
from ui.pages.voice import Voice
from ui.session import Session
from ui.stage import Scene, Stage


class Asked(QObject):
    """Shows the questions and proposals of those who review; they hold nothing that is for counsel alone."""

    left = Signal()
    answer_wanted = Signal(Path)

    def __init__(self, stage: Stage, session: Session) -> None:
        super().__init__(stage)
        self._stage = stage
        self._session = session
        self._record = Record()
        self._page: AskedPage | None = None

    def waiting(self) -> int:
        """How many questions have no reply, and proposals no decision."""
        with suppress(NotSaved):  # it is told of elsewhere, and what was known before is still good
            self._record = self._session.vault.record(self._session.case.id, self._session.sitting)
        replied = {reply.query for reply in self._record.replies if reply.text}
        return sum(it.id not in replied for it in self._queries()) + sum(1 for _ in self._proposals())

    def show(self) -> None:
        self._session.watch(None)
        self._stage.turn_to(self._ask)

    def keep(self) -> None:
        """Keep the replies as they stand in the fields."""
        page = self._page
        if page is None or self._stage.page is not page:
            return
        for asked, text in page.replies().items():
            before = self._reply_to(asked)
            if text != (before.text if before else ""):
                sitting, language = self._session.sitting, self._session.language
                ident = before.id if before else new_entry_id()
                self._put(Reply(ident, datetime.now(UTC), sitting.name, asked, text, language))

    def _ask(self, words: Words) -> Scene:
        self.keep()  # the page is built anew in another language
        voice = Voice(words, self._session.pack.words_in(words.language))
        asked = [self._line(query, voice) for query in self._queries()]
        proposed = [self._proposal(it, voice) for it in self._proposals()]
        assisted = self._session.sitting.role is Role.ASSISTED
        self._page = page = AskedPage(words, asked, proposed, assisted=assisted)
        page.answer_wanted.connect(self._go_to)
        page.adopted.connect(self._adopt)
        page.declined.connect(self._decline)
        page.left.connect(self._leave)
        return Scene(page, back=self._leave, focus=page.first)

    def _go_to(self, path: Path) -> None:
        self.keep()
        self.answer_wanted.emit(path)

    def _leave(self) -> None:
        self.keep()
        self._page = None
        self.left.emit()

    def _adopt(self, proposal_id: str, interpreter: str) -> None:
        """The applicant takes a proposal as their own; from now on it is their answer."""

        def adopted(proposal: Proposal) -> Proposal:
            today, session = datetime.now().astimezone().date(), self._session
            given = proposal.answer.value if proposal.answer.value is not None else proposal.answer.state
            session.answer(proposal.path, given)
            adoption = Adoption(today, session.language, interpreter, session.sitting.name)
            return replace(proposal, adopted=adoption)

        self._decide(proposal_id, adopted)

    def _decline(self, proposal_id: str) -> None:
        self._decide(proposal_id, lambda proposal: replace(proposal, declined=True))

    def _decide(self, proposal_id: str, decided: Callable[[Proposal], Proposal]) -> None:
        self.keep()
        found = next((it for it in self._proposals() if it.id == proposal_id), None)
        if found is not None:
            self._put(decided(found))
        self.show()

    def _put(self, item: Reply | Proposal) -> None:
        self._session.vault.put(self._session.case.id, item)
        self._record = self._record.with_item(item)

    def _queries(self) -> Iterator[Query]:
        return (it for it in self._record.queries if not it.closed)

    def _proposals(self) -> Iterator[Proposal]:
        """Those that nobody decided on, for questions that are asked now."""
        return (
            it
            for it in self._record.proposals
            if it.adopted is None and not it.declined and self._session.interview.is_asked(it.path)
        )

    def _reply_to(self, query_id: str) -> Reply | None:
        return next((it for it in reversed(self._record.replies) if it.query == query_id), None)

    def _line(self, query: Query, voice: Voice) -> AskedLine:
        reply, path = self._reply_to(query.id), query.path
        there = path is not None and self._session.interview.is_asked(path)
        about = self._about(path, voice) if there and path is not None else ""
        return AskedLine(
            query.id, query.by, query.text, about, path if there else None, reply.text if reply else ""
        )

    def _proposal(self, proposal: Proposal, voice: Voice) -> ProposedLine:
        interview = self._session.interview
        asked = interview.form.questions[proposal.path.question]

        def said(answer: Answer | None) -> str:
            return "; ".join(voice.answer(asked, answer, interview)) if answer is not None else ""

        return ProposedLine(
            proposal.id,
            proposal.by,
            self._about(proposal.path, voice),
            said(interview.answers.get(proposal.path)),
            said(proposal.answer),
            proposal.why,
        )

    def _about(self, path: Path, voice: Voice) -> str:
        interview = self._session.interview
        return voice.question(interview.form.questions[path.question], "label", interview, path.entry)
