"""What stands above the page while the window is about to lock."""

from PySide6.QtCore import Signal

from intake.words import Words
from ui.stage import Stage
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.flow import row
from ui.widgets.labels import announce, label


class Countdown(Card):
    """Counts down. Any key or click ends it; the button is there for whoever looks for one."""

    went_on = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__("note")
        self._words = words
        self._text = label("", "strong")
        self._said = False
        go_on = LinkButton(words.say("I am still here"))
        go_on.setObjectName("still-here")
        go_on.clicked.connect(self.went_on)
        self.add(self._text)
        self.add(row(go_on))

    def show_left(self, seconds: int) -> None:
        """Say how many seconds are left. It is read out once: a voice that counts would cover all else."""
        self._text.setText(
            self._words.say_many(
                "Intake saves everything and locks in {count} second. Press any key to go on.",
                "Intake saves everything and locks in {count} seconds. Press any key to go on.",
                seconds,
            )
        )
        if not self._said:
            self._said = True
            announce(self, self._text.text())


def count_down(stage: Stage, seconds: int) -> None:
    """Say above the page how many seconds are left."""
    countdown = stage.window.countdown
    if not isinstance(countdown, Countdown):
        countdown = Countdown(stage.words)
        countdown.went_on.connect(lambda: stage.window.show_countdown(None))
        stage.window.show_countdown(countdown)
    countdown.show_left(seconds)
