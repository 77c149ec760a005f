"""What the fictional reviewer of the demonstration writes at the desk, through its forms."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from intake.answers import Path
from ui.demo_hands import Hands, NotOnScreen
from ui.desk.forms import Form
from ui.desk.review_page import ReviewPage
from ui.desk.versions_view import VersionsView

REVIEWER = "Fictional Reviewer"
INTERPRETER = "Fictional Interpreter"
VERSIONS = 4
TRANSLATED = Path("appointment_words")
ENGLISH = (
    "Every morning, the two of us, on two phones. The app was in English and Spanish.",
    "It froze at the photo. We got an appointment at about the thirtieth try.",
)
NOTED, NOTE = Path("fear_of_what"), "Fictional: counsel asks for the fine and its date before the interview."
ASKED, QUESTION = Path("why_then"), "В какой день вы это решили? Если не помните, так и напишите."
PROPOSED = Path("birth_city")
PROPOSAL, WHY = ", Курганская область", "Так написано в вашем паспорте. Верно ли это?"
SEALED = "As told, before counsel reads it (fictional)"


def review(hands: Hands, desk: ReviewPage) -> None:
    """Write all of it at this desk."""
    DeskWork(hands, desk).do()


class DeskWork:
    """A reviewer at one draft: English, a note, a question, a proposal, a section read back, a version."""

    def __init__(self, hands: Hands, desk: ReviewPage) -> None:
        self._hands = hands
        self._desk = desk

    def do(self) -> None:
        """Write all of it; each stands in a picture."""
        self._translate()
        for tool, path, text in (("note", NOTED, NOTE), ("ask", ASKED, QUESTION)):
            form = self._open(tool, path)
            self._hands.type(form.first, text)
            self._keep(form)
        self._propose()
        self._read_back()
        self._hands.take_picture("review")
        self._seal()

    def _translate(self) -> None:
        form = self._open("translate", TRANSLATED)
        for field, english in zip(form.findChildren(QPlainTextEdit), ENGLISH, strict=True):
            self._hands.type(field, english)
        self._hands.type(_line(form, "translator"), REVIEWER)
        self._hands.take_picture("english")
        self._keep(form)

    def _propose(self) -> None:
        form = self._open("propose", PROPOSED)
        self._hands.type(form.findChildren(QLineEdit)[0], PROPOSAL)
        self._hands.type(form.findChildren(QPlainTextEdit)[0], WHY)
        self._hands.take_picture("proposal")
        self._keep(form)

    def _read_back(self) -> None:
        form = self._open("read_back", PROPOSED)
        self._hands.type(_line(form, "interpreter"), INTERPRETER)
        self._keep(form)

    def _seal(self) -> None:
        self._desk.tabs.setCurrentIndex(VERSIONS)
        versions = self._desk.findChild(VersionsView)
        if versions is None:
            raise NotOnScreen("versions")
        self._hands.type(versions.name.line, SEALED)
        self._hands.press("Seal a version now")
        self._hands.take_picture("versions")

    def _open(self, tool: str, path: Path) -> Form:
        """The form that a tool of the desk opens for an answer."""
        self._desk.read(path)
        button = self._desk.findChild(QWidget, tool)
        if button is not None:
            self._hands.click(button)
        form = self._desk.answers.side.form
        if form is None:
            raise NotOnScreen(tool)
        return form

    def _keep(self, form: Form) -> None:
        button = form.findChild(QWidget, "keep")
        if button is None:
            raise NotOnScreen("keep")
        self._hands.click(button)
        if self._desk.answers.side.form is form:
            raise NotOnScreen("a form that is kept")


def _line(place: QWidget, name: str) -> QLineEdit:
    line = place.findChild(QLineEdit, name)
    if line is None:
        raise NotOnScreen(name)
    return line
