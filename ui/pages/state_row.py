"""The quiet links under a question, for whoever cannot or does not want to answer it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.answers import State
from ui.pages.voice import STATES, Voice
from ui.widgets.buttons import LinkButton
from ui.widgets.flow import Flow
from ui.widgets.labels import phrase, show_or_hide

OFFERED = (
    State.DONT_KNOW,
    State.DONT_REMEMBER,
    State.PREFER_NOT_TO_SAY,
    State.TELL_IN_PERSON,
    State.NOT_APPLICABLE,
    State.LATER,
)

WITHOUT = "without"
"""The parameter of a question that names states which make no sense there, with commas between."""


def offered_states(without: str) -> tuple[State, ...]:
    """The states that are offered where a question names these as `without`."""
    unwanted = without.split(",")
    return tuple(state for state in OFFERED if state.value not in unwanted)


class StateRow(QWidget):
    """Offers the states, or says which one was chosen and lets the person change it.

    Folded, it is one link that opens them all: on a page of many questions they would drown the questions.
    """

    chosen = Signal(State)
    taken_back = Signal()
    """The person wants to answer after all."""
    cleared = Signal()
    """The person takes back an answer that the editor itself cannot take back."""

    def __init__(self, voice: Voice, states: Sequence[State] = OFFERED, *, folded: bool) -> None:
        super().__init__()
        self._voice = voice
        self._states = states
        self._offer = Flow()
        self._said = Flow()
        self._sentence = phrase("", "strong")
        self._said.add(self._sentence)
        change = _link(voice.say("Change"), self.taken_back.emit)
        self._said.add(change)
        self.setFocusProxy(change)
        self._clear = _link(voice.say("Clear my answer"), self.cleared.emit)
        self._clear.setProperty("quiet", "true")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._offer)
        rows.addWidget(self._said)
        self._said.hide()
        if folded and states:
            self._unfold = _link(voice.say("I can't answer this, or would rather not"), self._open)
            self._unfold.setProperty("quiet", "true")
            self._offer.add(self._unfold)
        elif states:
            self._fill()
        self._offer.add(self._clear)
        self._offer.show_part(self._clear, shown=False)

    def show_state(self, state: State | None) -> None:
        """Say the chosen state; with None, offer them all."""
        show_or_hide(self._said, shown=state is not None)
        show_or_hide(self._offer, shown=state is None)
        if state is not None:
            said = self._voice.say("Your answer: {answer}", answer=self._voice.say_both(STATES[state]))
            self._sentence.setText(said)

    def offer_clearing(self, *, offered: bool) -> None:
        """Show or hide "Clear my answer"."""
        self._offer.show_part(self._clear, shown=offered)

    def _open(self) -> None:
        self._offer.show_part(self._unfold, shown=False)
        first = self._fill()
        first.setFocus()

    def _fill(self) -> LinkButton:
        """Offer every state; gives the first of the links."""
        links = [_link(self._voice.say_both(STATES[state]), self._choosing(state)) for state in self._states]
        for link in links:
            self._offer.add(link)
        return links[0]

    def _choosing(self, state: State) -> Callable[[], None]:
        return lambda: self.chosen.emit(state)


def _link(text: str, act: Callable[[], object]) -> LinkButton:
    link = LinkButton(text)
    link.clicked.connect(lambda: act())
    return link
