"""Giving a draft to a firm: whose card, what goes along, and one sealed file."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from intake.delivery.acquaintances import compare_card, compared_cards, standing_of
from intake.delivery.inventory import inventory
from intake.delivery.sending import Addressee, Choice, Dispatch, draft_of, send_draft
from intake.disk import read_regular
from intake.errors import FileGone, IntakeError
from intake.export.handover.cards import LARGEST, Acquaintance, Card, fingerprint, read_card
from intake.opening import Opened
from intake.words import Words
from ui.dialogs import ask_file
from ui.going import Going
from ui.handover.card_page import CardPage
from ui.handover.compare_page import ComparePage
from ui.handover.contents_page import Cargo, ContentsPage
from ui.handover.phrase_page import ChoosePhrasePage
from ui.handover.sealed_page import SealedPage
from ui.jobs import Jobs
from ui.pages.voice import Voice
from ui.placing import ask_place, make_folder, package_in
from ui.session import Session
from ui.stage import Scene, Stage


class Giving(QObject):
    """Leads an applicant from a card to a package. Nothing is sealed to a card that was not compared."""

    ended = Signal()
    progressed = Signal(int)

    def __init__(self, stage: Stage, jobs: Jobs, folder: Path, session: Session) -> None:
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._session = session
        self._folder = folder
        self._target = folder
        self._to = Addressee()
        self._page: ContentsPage | None = None
        self._waiting = False
        self._going = Going(self.progressed.emit)
        self.progressed.connect(self._tell)

    def show(self) -> None:
        """Ask whom the draft is given to."""
        self._session.watch(None)
        self.stop()
        self._target = package_in(self._folder)
        self._stage.turn_to(self._ask_card)

    def stop(self) -> None:
        """Whatever is still being sealed is not put in its place, and nothing of it is shown any more."""
        self._going.settle()
        self._going, self._waiting = Going(self.progressed.emit), False
        self._page, self._to = None, Addressee()

    def _ask_card(self, words: Words) -> Scene:
        page = CardPage(words, compared_cards(self._session.vault))
        page.chosen.connect(self._use)
        page.file_asked.connect(lambda: self._ask_file(page))
        page.text_given.connect(lambda text: self._read(page, text.strip().encode("utf-8", "replace")))
        page.phrase_asked.connect(lambda: self._stage.turn_to(self._ask_phrase))
        page.given_up.connect(self._end)
        return Scene(page, "", self._end, page.file)

    def _ask_file(self, page: CardPage) -> None:
        stage = self._stage
        ask_file(stage.window, stage.words, self._folder, lambda path: self._open(page, path))

    def _open(self, page: CardPage, path: Path) -> None:
        try:
            data = read_regular(path, LARGEST + 1)
        except OSError:
            page.told.tell(self._stage.sentence(FileGone()))
        else:
            self._read(page, data)

    def _read(self, page: CardPage, data: bytes) -> None:
        try:
            self._use(read_card(data))
        except IntakeError as error:
            page.told.tell(self._stage.sentence(error))
            page.show_part(page.told)

    def _use(self, card: Card) -> None:
        standing = standing_of(self._session.vault, card)
        if standing is Acquaintance.KNOWN:
            self._go_on(Addressee(card))
        else:
            self._stage.turn_to(partial(self._compare, card, standing))

    def _compare(self, card: Card, standing: Acquaintance, words: Words) -> Scene:
        page = ComparePage(words, card, standing)
        page.given.connect(lambda digits: self._try(page, card, digits))
        page.given_up.connect(self.show)
        return Scene(page, "", self.show, page.digits.line)

    def _try(self, page: ComparePage, card: Card, digits: str) -> None:
        try:
            compare_card(self._session.vault, card, digits, datetime.now(UTC))
        except IntakeError as error:
            page.tell(self._stage.sentence(error))
            page.bring(page.digits.line)
        else:
            self._go_on(Addressee(card))

    def _ask_phrase(self, words: Words) -> Scene:
        page = ChoosePhrasePage(words)
        page.given.connect(lambda phrase: self._go_on(Addressee(passphrase=phrase)))
        page.given_up.connect(self.show)
        return Scene(page, "", self.show, page.phrase.first.line)

    def _go_on(self, to: Addressee) -> None:
        self._to = to
        self._stage.turn_to(self._choose)

    def _choose(self, words: Words) -> Scene:
        interview, pack = self._session.interview, self._session.pack
        voice = Voice(words, pack.words_in(words.language))
        named = {it.name: voice.heading(it, "label", interview, None) for it in interview.form.sections}
        cargo = Cargo(named, inventory(interview, Choice()), partial(inventory, interview))
        self._page = page = ContentsPage(words, cargo, self._addressee(words), self._target)
        page.agreed.connect(self._seal)
        page.place_asked.connect(lambda: ask_place(self._stage, self._target, self._place))
        page.stopped.connect(self._stop_sealing)
        page.given_up.connect(self._back)
        if self._waiting:
            page.wait()
        return Scene(page, "", self._back, page.act)

    def _addressee(self, words: Words) -> tuple[str, ...]:
        card = self._to.card
        if card is None:
            return (words.say("For whoever has the file and its passphrase"),)
        name = card.name or words.say("A card without a name")
        digits = fingerprint(card.recipient, card.verifier)
        compared = words.say("You compared its digits: {digits}", digits=digits)
        return words.say("For {name}", name=name), compared

    def _place(self, target: Path) -> None:
        self._target = target
        if self._page is not None:
            self._page.show_place(target)

    def _seal(self, choice: Choice) -> None:
        """Hand a snapshot of values to a thread; what is typed meanwhile is not in it."""
        if self._waiting or self._page is None:
            return
        self._waiting = True
        self._page.wait()
        session, words = self._session, self._stage.words
        opened = Opened(session.case, session.pack, session.interview)
        to, target = self._to, self._target
        self._going = going = Going(self.progressed.emit)

        def wanted(done: int, of: int) -> bool:
            return going.goes_on(done, of) and (done < of or going.settle())

        def work() -> None:
            make_folder(target.parent)
            draft = draft_of(session.vault, opened, choice, words, datetime.now().astimezone())
            send_draft(session.vault, draft, Dispatch(target, to, datetime.now(UTC), wanted))

        self._jobs.run(work, partial(self._sealed, going), partial(self._failed, going))

    def _sealed(self, going: Going, _nothing: None) -> None:
        if going is self._going and self._page is not None:
            self._waiting, self._page = False, None
            self._stage.turn_to(self._show_result)

    def _failed(self, going: Going, error: IntakeError) -> None:
        if going is self._going and self._page is not None:
            self._waiting = False
            self._page.tell(self._stage.sentence(error))

    def _tell(self, percent: int) -> None:
        if self._page is not None and self._waiting:
            self._page.progress(percent)

    def _stop_sealing(self) -> None:
        """Seal no more of it, unless it is just being put in its place."""
        if self._waiting and self._going.settle():
            self._going, self._waiting = Going(self.progressed.emit), False
            if self._page is not None:
                self._page.rest()

    def _show_result(self, words: Words) -> Scene:
        card = self._to.card
        if card is None:
            said = words.say("Whoever has the file and its passphrase can open it.")
        else:
            name = card.name or words.say("the holder of the card")
            said = words.say("Only {name} can open it. Whoever else gets it can read nothing.", name=name)
        back = words.say("Back to my draft")
        page = SealedPage(words, self._target, (said,), back, self._to.passphrase)
        page.went_on.connect(self._end)
        return Scene(page, "", self._end, page.go_on)

    def _back(self) -> None:
        """To the cards; but a file just put in its place is shown, for its passphrase is needed."""
        if not self._waiting or self._going.settle():
            self.show()

    def _end(self) -> None:
        self.stop()
        self.ended.emit()
