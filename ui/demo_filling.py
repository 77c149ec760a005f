"""Filling in a page as a person does: field by field, with the sample's answers."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from intake.answers import Path, State
from intake.dates import Hemisphere
from intake.form.kinds.named import OTHER
from intake.form.model import Form, Question
from intake.words import Words
from ui.demo_hands import Found, Hands, NotOnScreen
from ui.demo_sample import Said
from ui.editors.dating import WAYS
from ui.editors.point_fields import PointFields
from ui.editors.searching import SearchField
from ui.editors.typed_date import SEASONS, TypedDate, TypedPoint, Way, typed_of
from ui.pages.question_block import QuestionBlock
from ui.pages.question_page import QuestionPage
from ui.pages.voice import STATES
from ui.widgets.combo import Combo

CANNOT_ANSWER = "I can't answer this, or would rather not"
OTHER_WAYS = "Other ways to say it"
MONTHS = 12
HALVES = (Hemisphere.UNCONFIRMED, Hemisphere.NORTH, Hemisphere.SOUTH)
"""In the order of the list on screen."""
YES_AND_NO = {"yes": "Yes", "no": "No"}
APPROXIMATE = "This date is approximate"
UNCERTAIN = "I am not certain of it"


class Filler:
    """Knows the questions and their choices, so that it can tell which words to look for on screen."""

    def __init__(self, hands: Hands, form: Form, pack_words: Words) -> None:
        self._hands = hands
        self._form = form
        self._pack_words = pack_words

    def fill(self, page: QuestionPage, answers: Mapping[str, Said]) -> None:
        """Answer every question on the page that the sample answers, also those that appear meanwhile."""
        done: set[Path] = set()
        while True:
            waiting = [it for it in _blocks(page) if it.asked.path not in done]
            if not waiting:
                return
            block = waiting[0]
            done.add(block.asked.path)
            said = answers.get(block.asked.question.name)
            if said is not None and block.editor is not None:
                self._answer(block, said)

    def _answer(self, block: QuestionBlock, said: Said) -> None:
        question = block.asked.question
        if isinstance(said, State):
            self._state(block, said)
        elif question.kind == "uncertain_date":
            self._date(block, typed_of(said))
        elif question.kind in {"country", "language"}:
            self._search(block, question, str(said))
        elif question.kind in {"yes_no", "select_one", "select_multiple"}:
            for name in said if isinstance(said, tuple) else (str(said),):
                self._choose(block, question, str(name))
        else:
            self._hands.type(_field(block), str(said))

    def _state(self, block: QuestionBlock, state: State) -> None:
        """The links are folded where a page has many questions."""
        said, folded = self._hands.words.say(STATES[state]), self._hands.words.say(CANNOT_ANSWER)
        shown = {it.accessibleName() for it in block.findChildren(QAbstractButton) if it.isVisible()}
        if folded in shown:
            self._hands.click(self._hands.button(folded, block))
        self._hands.click(self._hands.button(said, block))

    def _choose(self, block: QuestionBlock, question: Question, name: str) -> None:
        label = self._label(question, name)
        if block.findChild(SearchField) is not None:
            self._find(block, label)
        else:
            self._hands.click(self._hands.button(label, block))

    def _label(self, question: Question, name: str) -> str:
        if question.kind == "yes_no":
            said = YES_AND_NO[name]
            return self._hands.words.say(said)
        choice = self._form.choice_lists[question.choice_list].get(name)
        if choice is None:
            raise NotOnScreen(name)
        return self._pack_words.say_in(f"{question.choice_list}/{name}:label", choice.label)

    def _search(self, block: QuestionBlock, question: Question, value: str) -> None:
        words = self._hands.words
        names = words.countries if question.kind == "country" else words.languages
        if value.startswith(OTHER):
            self._find(block, value.removeprefix(OTHER))
        else:
            self._find(block, names[value])

    def _find(self, block: QuestionBlock, text: str) -> None:
        """Type a name and take it from the list that opens, or keep it where it is on no list."""
        field = block.findChild(SearchField)
        if field is None:
            raise NotOnScreen(text)
        self._hands.type(field, text)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            QTest.keyClick(popup, Qt.Key.Key_Escape)

    def _date(self, block: QuestionBlock, typed: TypedDate) -> None:
        hands = self._hands
        if typed.way is not Way.DATE or typed.words:
            hands.press(OTHER_WAYS, block)
        points = list(block.findChildren(PointFields))
        if typed.way is not Way.DATE:
            hands.choose(_outside(block, Combo, points), tuple(WAYS).index(typed.way))
            points = [it for it in block.findChildren(PointFields) if it.isVisible()]
        for fields, point in zip(points, (typed.first, typed.second), strict=False):
            self._point(fields, point)
        if typed.about:
            hands.press(APPROXIMATE, block)
        if typed.perhaps:
            hands.press(UNCERTAIN, block)
        if typed.words:
            hands.type(_outside(block, QLineEdit, points), typed.words)

    def _point(self, fields: PointFields, point: TypedPoint) -> None:
        hands = self._hands
        if point.season is not None:
            hands.choose(fields.month, 1 + MONTHS + SEASONS.index(point.season))
            half = next(it for it in fields.findChildren(Combo) if it is not fields.month)
            hands.choose(half, HALVES.index(point.hemisphere))
        elif point.month:
            hands.choose(fields.month, point.month)
        if point.day:
            hands.type(fields.day, point.day)
        if point.year:
            hands.type(fields.year, point.year)


def _blocks(page: QuestionPage) -> list[QuestionBlock]:
    """The questions on screen, from above to below."""
    seen = [it for it in page.findChildren(QuestionBlock) if it.isVisible()]
    return sorted(seen, key=lambda block: block.pos().y())


def _field(block: QuestionBlock) -> QWidget:
    fields = (*block.findChildren(QLineEdit), *block.findChildren(QPlainTextEdit))
    return next(it for it in fields if it.isVisible())


def _outside(block: QuestionBlock, kind: type[Found], points: Sequence[PointFields]) -> Found:
    """The field of a date editor that belongs to none of its points."""
    fields = (it for it in block.findChildren(kind) if it.isVisible())
    return next(it for it in fields if not any(point.isAncestorOf(it) for point in points))
