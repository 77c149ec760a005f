"""The window of whoever reviews a draft: its name and status above, its views below."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from intake.answers import Path
from intake.case import Role, Status, settable
from ui.desk.answers_view import AnswersView
from ui.desk.dossier import Dossier
from ui.desk.keys import KEYS, give_keys, key_sheet
from ui.pages.parts import Told
from ui.pages.voice import Voice
from ui.status import STATUS_WORDS
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow
from ui.widgets.labels import label, shortened


class View(NamedTuple):
    """A view of the draft: what its tab says, and how it is made when it is first looked at."""

    title: str
    make: Callable[[], QWidget]


LEAST = 20
"""Lines that the views have at least: in a smaller window the page scrolls."""


class ReviewPage(QScrollArea):
    """Views are made when they are first looked at, and shown anew when something was written."""

    export_asked = Signal()
    return_asked = Signal()
    """The questions are wanted sealed, for the applicant's own computer."""
    status_chosen = Signal(Status)

    def __init__(self, voice: Voice, title: str, dossier: Dossier, views: Sequence[View]) -> None:
        """`views` come after the answers."""
        super().__init__()
        words = voice.words
        self._words = words
        self._dossier = dossier
        self.told = Told()
        self.answers = AnswersView(voice, dossier)
        self._views = [View(words.say("Answers"), lambda: self.answers), *views]
        self._views.append(View(words.say("Keys"), lambda: key_sheet(words)))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._places: list[QVBoxLayout] = []
        for view in self._views:
            place = QWidget()
            self._places.append(QVBoxLayout(place))
            self._places[-1].setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(place, view.title)
        self._made: dict[int, QWidget] = {}
        self._following = QTimer(self, singleShot=True, interval=0)
        self._following.timeout.connect(self._follow_focus)
        ground = QWidget()
        lines = QVBoxLayout(ground)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._head(title))
        lines.addWidget(self.told)
        lines.addWidget(self.tabs, 1)
        self.tabs.ensurePolished()
        self.tabs.setMinimumHeight(LEAST * self.tabs.fontMetrics().lineSpacing())
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(ground)
        self._make(0)
        self.tabs.currentChanged.connect(self._make)
        self._give_keys()

    def first_field(self) -> QWidget:
        """What gets the focus when the page is turned to."""
        return self.answers.answers

    def refresh(self) -> None:
        """Something was written beside the answers."""
        for view in self._made.values():
            again = getattr(view, "refresh", None)
            if again is not None:
                again()

    def read(self, path: Path) -> None:
        """Show an answer where it stands."""
        self.tabs.setCurrentIndex(0)
        self.answers.go_to(path)

    def draft(self) -> object:
        """Where the reader is, for a page that is built anew; what is half written is kept before."""
        self.answers.rest()
        return self.tabs.currentIndex(), self.answers.path(), self.answers.only_told.isChecked()

    def restore(self, draft: tuple[int, Path | None, bool]) -> None:
        view, path, only_told = draft
        self.answers.only_told.setChecked(only_told)
        self.tabs.setCurrentIndex(view)
        if path is not None:
            self.answers.answers.go_to(path)

    def _make(self, at: int) -> None:
        """Put a view into its place when it is first looked at."""
        if at in self._made:
            return
        self._made[at] = made = self._views[at].make()
        self._places[at].addWidget(made)

    def _head(self, title: str) -> QFrame:
        words, case = self._words, self._dossier.session.case
        offered = tuple(dict.fromkeys((case.status, *settable(Role.REVIEWER, case.status))))
        status = Combo([words.say(STATUS_WORDS[it]) for it in offered])
        status.setObjectName("status")
        status.activated.connect(lambda at: self.status_chosen.emit(offered[at]))
        status.setAccessibleName(words.say("Status"))
        status.setToolTip(words.say("Status"))
        export = QuietButton(words.say("Make a PDF for a lawyer"))
        export.setObjectName("export")
        export.setToolTip(KEYS["export"][0])
        export.clicked.connect(self.export_asked)
        send = QuietButton(words.say("Send questions back"))
        send.setObjectName("return")
        send.clicked.connect(self.return_asked)
        frame = QFrame()
        frame.setObjectName("head")
        lines = QVBoxLayout(frame)
        lines.setContentsMargins(16, 8, 16, 8)
        lines.setSpacing(4)
        lines.addWidget(label(shortened(title), "asked"))
        lines.addWidget(self._tools(status, export, send))
        return frame

    def _tools(self, *first: QWidget) -> Flow:
        """What can be done with the draft, and with the answer that is being read, each with its keys."""
        tools = Flow(gap=18, line_gap=2)
        for part in first:
            tools.add(part)
        words, answers = self._words, self.answers
        for name, text, act in (
            ("note", words.say("Note"), answers.note),
            ("ask", words.say("Ask the applicant"), answers.ask),
            ("propose", words.say("Propose a change"), answers.propose),
            ("translate", words.say("English"), answers.translate),
            ("history", words.say("History"), answers.show_history),
            ("read_back", words.say("Read back"), answers.read_back),
        ):
            button = LinkButton(text)
            button.setObjectName(name)
            button.setProperty("quiet", "true")
            keys, told = KEYS[name]
            button.setToolTip(" · ".join((words.say(told), keys)))
            button.clicked.connect(lambda _on=False, act=act: self._at_answers(act))
            tools.add(button)
        return tools

    def _at_answers(self, act: Callable[[], object]) -> None:
        self.tabs.setCurrentIndex(0)
        act()
        self._following.start()

    def _follow_focus(self) -> None:
        """In a small window, scroll to where the keys are now."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    def _give_keys(self) -> None:
        answers = self.answers
        acts: dict[str, Callable[[], object]] = {
            "next": lambda: self._at_answers(lambda: answers.go_to_next(1)),
            "previous": lambda: self._at_answers(lambda: answers.go_to_next(-1)),
            "untranslated": lambda: self._at_answers(answers.go_to_untranslated),
            "pane": self._next_pane,
            "find": lambda: self._at_answers(answers.search_line.setFocus),
            "note": lambda: self._at_answers(answers.note),
            "ask": lambda: self._at_answers(answers.ask),
            "propose": lambda: self._at_answers(answers.propose),
            "translate": lambda: self._at_answers(answers.translate),
            "history": lambda: self._at_answers(answers.show_history),
            "read_back": lambda: self._at_answers(answers.read_back),
            "export": self.export_asked.emit,
            "keys": lambda: self._look_at(len(self._views) - 1),
        }
        for at in range(len(self._views) - 1):
            acts[f"view_{at + 1}"] = partial(self._look_at, at)
        give_keys(self, acts)

    def _look_at(self, at: int) -> None:
        self.tabs.setCurrentIndex(at)
        view = self._made[at]
        (self.first_field() if at == 0 else view.focusProxy() or view).setFocus()

    def _next_pane(self) -> None:
        """From the outline to the answers, on to what lies beside them, and round."""
        self.tabs.setCurrentIndex(0)
        panes = (self.answers.outline, self.answers.answers, self.answers.side.list)
        now = QApplication.focusWidget()
        at = next((it for it, pane in enumerate(panes) if pane is now), -1)
        panes[(at + 1) % len(panes)].setFocus()
