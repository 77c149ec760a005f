"""The story that the demonstration plays: a vault is made, a case told, looked over, shared and taken out."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget

from intake.form.model import Form
from intake.opening import Pack
from ui.demo_filling import Filler
from ui.demo_hands import Hands, NotOnScreen
from ui.demo_photo import draw_photo
from ui.demo_review import REVIEWER
from ui.demo_sample import Said, Sample, SampleEntry
from ui.desk.review_page import ReviewPage
from ui.editors.filing import FileEditor
from ui.pages.before_page import BeforePage
from ui.pages.cases_page import CasesPage
from ui.pages.check_page import CheckPage
from ui.pages.create_page import CreatePage
from ui.pages.entries_page import EntriesPage
from ui.pages.export_page import ExportedPage, ExportPage
from ui.pages.home_page import HomePage
from ui.pages.question_page import QuestionPage
from ui.pages.quiet_page import QuietPage, RestPage
from ui.pages.share_page import SharePage
from ui.pages.sitting_page import SittingPage
from ui.pages.unlock_page import UnlockPage
from ui.pages.welcome_page import WelcomePage
from ui.stage import NATIVE_NAMES
from ui.widgets.top_bar import THEME_NAMES

PHOTO = "fictional-photo.jpg"
UNPROTECTED = "Without a password. Anyone who gets the file can read it."

Review: TypeAlias = Callable[[Hands, ReviewPage], None]


class Story:
    """One fictional person at the window, from the first page to the last."""

    def __init__(self, hands: Hands, sample: Sample, pack: Pack, review: Review) -> None:
        """`review` is what the reviewer writes at the desk."""
        self._hands = hands
        self._sample = sample
        self._form: Form = pack.form
        self._pack_words = pack.words_in(sample.language)
        self._filler = Filler(hands, pack.form, self._pack_words)
        self._review = review

    def tell(self, vault: str, summary: str) -> str:
        """Play all of it; gives the passphrase that was suggested on screen."""
        passphrase = self._make_vault(vault)
        self._begin_draft()
        for section in self._form.sections:
            self._tell_section(section.name, heavy=section.heavy)
        self._look_around()
        self._share()
        self._lock_and_review(passphrase)
        self._take_out(summary)
        self._hands.press("Leave now")
        return passphrase

    def _make_vault(self, name: str) -> str:
        hands = self._hands
        hands.wait_for_page(WelcomePage)
        hands.click(hands.button(NATIVE_NAMES[self._sample.language]))
        hands.read(self._sample.language)
        hands.take_picture("welcome")
        hands.press("Make a new vault")
        hands.wait_for_page(BeforePage)
        hands.take_picture("before")
        hands.press("Continue")
        page = hands.wait_for_page(CreatePage)
        hands.type_anew(_line(page, "name"), name)
        hands.press("Use these words")
        passphrase = _line(page, "first").text()
        hands.take_picture("create")
        hands.press("Make the vault")
        hands.wait_for_page(SittingPage)
        hands.take_picture("who-is-here")
        hands.press("Continue")
        return passphrase

    def _begin_draft(self) -> None:
        self._hands.wait_for_page(CasesPage)
        self._hands.press("Begin a new draft")
        self._hands.wait_for_page(HomePage)
        self._hands.take_picture("home")

    def _tell_section(self, name: str, *, heavy: bool) -> None:
        hands = self._hands
        home = hands.wait_for_page(HomePage)
        hands.click(_named(home, f"section-{name}"))
        if heavy:
            hands.wait_for_page(QuietPage)
            hands.take_picture("quiet")
            hands.press("Start")
        self._answer_pages(self._sample.answers, self._sample.entries, None)
        hands.wait_for_page(CheckPage)
        hands.take_picture(f"check-{name}")
        hands.press("I have finished this section")
        if heavy:
            hands.wait_for_page(RestPage)
            hands.take_picture("rest")
            hands.press("Back to my draft")
        hands.wait_for_page(HomePage)

    def _answer_pages(
        self, answers: Mapping[str, Said], entries: Sequence[SampleEntry], entry: str | None
    ) -> None:
        """Answer page after page until the section, or this entry of a repeat, is at its end."""
        while True:
            page = self._hands.window.page
            if isinstance(page, QuestionPage) and page.spot.entry == entry:
                self._filler.fill(page, answers)
                self._add_photo(page)
                self._take_first_picture(page.spot.item)
            elif isinstance(page, EntriesPage) and page.spot.entry == entry:
                self._add_entries(page, entries)
                self._take_first_picture(page.spot.item)
            else:
                return
            self._go_on()

    def _add_photo(self, page: QuestionPage) -> None:
        """Where a file can be added, add a photo that the program draws; the one on the disk goes at once."""
        editor = page.findChild(FileEditor)
        if editor is None:
            return
        with TemporaryDirectory() as folder:
            photo = Path(folder, PHOTO)
            draw_photo(photo)
            self._hands.press("Choose a file", page)
            self._choose_path(str(photo))
            shown = editor.findChildren(QLabel)
            self._hands.wait_for(lambda: any(not it.pixmap().isNull() for it in shown), PHOTO)
        self._hands.take_picture("photo")

    def _choose_path(self, text: str) -> None:
        """Type a name or a path into the file dialog that is open."""
        hands = self._hands
        dialog = hands.window.findChild(QFileDialog)
        if dialog is None:
            raise NotOnScreen("the file dialog")
        name = _line(dialog, "fileNameEdit")
        hands.type_anew(name, text)
        hands.press_enter(name)
        hands.wait_for(lambda: hands.window.findChild(QFileDialog) is None, "the end of the file dialog")

    def _add_entries(self, page: EntriesPage, entries: Sequence[SampleEntry]) -> None:
        repeat = self._form.repeats[page.spot.item]
        for sample in [it for it in entries if it.repeat == repeat.name]:
            self._hands.click(self._add_button(page))
            inside = self._hands.wait_for_page(QuestionPage)
            self._answer_pages(sample.answers, sample.entries, inside.spot.entry)
            page = self._hands.wait_for_page(EntriesPage)

    def _add_button(self, page: EntriesPage) -> QWidget:
        repeat = self._form.repeats[page.spot.item]
        return self._hands.button(self._pack_words.say_in(f"{repeat.name}:add", repeat.add), page)

    def _go_on(self) -> None:
        """Press Continue; a page that has something to look at asks once to stay."""
        before = self._hands.window.page
        self._hands.press("Continue")
        if self._hands.window.page is before:
            self._hands.take_picture("something-to-look-at")
            self._hands.press("Continue")
        if self._hands.window.page is before:
            raise NotOnScreen("the next page")

    def _take_first_picture(self, name: str) -> None:
        if name in PICTURED:
            self._hands.take_picture(f"page-{name}")

    def _look_around(self) -> None:
        """The home in other languages, in dark, and with large letters."""
        hands, own = self._hands, self._sample.language
        hands.take_picture("home-finished")
        for language in ("es", "en"):
            hands.choose_in_menu("language", NATIVE_NAMES[language])
            hands.read(language)
            hands.take_picture(f"home-{language}")
        for text, name in ((self._theme("dark"), "dark"), (self._size(200), "dark-200")):
            hands.choose_in_menu("look", text)
            hands.take_picture(f"home-{name}")
        hands.choose_in_menu("look", self._size(100))
        hands.choose_in_menu("look", self._theme("light"))
        hands.choose_in_menu("language", NATIVE_NAMES[own])
        hands.read(own)

    def _theme(self, name: str) -> str:
        said = THEME_NAMES[name]
        return self._hands.words.say(said)

    def _size(self, percent: int) -> str:
        return self._hands.words.say("Text size {percent} %", percent=percent)

    def _share(self) -> None:
        hands = self._hands
        hands.press("Share it, or ask for help")
        hands.wait_for_page(SharePage)
        hands.take_picture("share")
        hands.press("Ready to share")
        hands.wait_for_page(HomePage)

    def _take_out(self, summary: str) -> None:
        """A PDF without a password: the case is fictional, and whoever plays it wants to read it.

        The reviewer makes it, so that it has their English beside the person's own words.
        """
        hands = self._hands
        hands.press("Make a PDF for a lawyer")
        hands.wait_for_page(ExportPage)
        hands.take_picture("export")
        hands.press("Choose another place")
        self._choose_path(summary)
        hands.press(UNPROTECTED)
        hands.press("Make the PDF")
        hands.wait_for_page(ExportedPage)
        hands.take_picture("exported")
        hands.press("Back to the draft")
        hands.wait_for_page(ReviewPage)

    def _lock_and_review(self, passphrase: str) -> None:
        """A break, and then the shared draft as a reviewer sees it, in English, and what they write there."""
        hands = self._hands
        hands.press("Take a break")
        page = hands.wait_for_page(UnlockPage)
        hands.take_picture("unlock")
        hands.type(_line(page, "passphrase"), passphrase)
        hands.press("Open")
        hands.wait_for_page(SittingPage)
        hands.choose_in_menu("language", NATIVE_NAMES["en"])
        hands.read("en")
        sitting = hands.wait_for_page(SittingPage)
        hands.press("I review drafts for a lawyer")
        hands.type(_line(sitting, "name"), REVIEWER)
        hands.press("Continue")
        hands.wait_for_page(CasesPage)
        hands.take_picture("drafts")
        hands.press("Open")
        desk = hands.wait_for_page(ReviewPage)
        self._review(hands, desk)
        for view, name in ((1, "chronology"), (2, "dates-to-keep"), (3, "grounds")):
            desk.tabs.setCurrentIndex(view)
            hands.take_picture(name)


PICTURED = frozenset(
    {"own_name", "birth_date", "legs", "leg_places", "leg_dates", "arrivals", "incidents", "incident_time"}
)
"""Pages that are worth a picture of their own."""


def _line(place: QWidget, name: str) -> QLineEdit:
    line = place.findChild(QLineEdit, name)
    if line is None:
        raise NotOnScreen(name)
    return line


def _named(place: QWidget, name: str) -> QWidget:
    widget = place.findChild(QWidget, name)
    if widget is None:
        raise NotOnScreen(name)
    return widget
