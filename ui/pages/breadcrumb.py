"""Where in entries within entries a page lies, with a way up to each list."""

from PySide6.QtCore import Signal

from intake.interview import Interview, Spot
from ui.pages.voice import Voice
from ui.widgets.buttons import LinkButton
from ui.widgets.flow import Flow
from ui.widgets.labels import phrase, shortened


class Breadcrumb(Flow):
    """For each entry that the page lies in, from the outside in: its list, as a link, and which one it is."""

    chosen = Signal(object)
    """With the Spot of a list."""

    def __init__(self, entry: str, voice: Voice, interview: Interview) -> None:
        super().__init__(gap=8, line_gap=0)
        found = reversed([*interview.answers.ancestors(entry)])
        for depth, around in enumerate(found):
            repeat = interview.form.repeats[around.repeat]
            if depth:
                self.add(phrase("›", "caption"))
            link = LinkButton(voice.heading(repeat, "label", interview, around.parent))
            link.setProperty("quiet", "true")
            spot = Spot(around.repeat, around.parent)
            link.clicked.connect(lambda _on=False, spot=spot: self.chosen.emit(spot))
            self.add(link)
            beside = interview.entries(around.repeat, around.parent)
            number = beside.index(around.id) + 1 if around.id in beside else len(beside) + 1
            title = voice.entry(repeat, interview, around.id)
            self.add(phrase("›", "caption"))
            self.add(phrase(shortened(f"{number}. {title}"), "caption"))
