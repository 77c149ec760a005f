"""Editors: one for each kind of question, to fill in its answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from intake.form.kinds.choosing import label_of
from intake.form.kinds.numbers import read_integer
from intake.form.kinds.registry import ASKING_NOTHING, WITH_CHOICES
from intake.form.kinds.scale import scale_of
from intake.form.model import Choice, Question
from intake.words import Words
from ui.beside import side_by_side
from ui.editors.choosing import CheckEditor, DropDownEditor, RadioEditor, TickEditor, yes_no_editor
from ui.editors.dating import DateEditor
from ui.editors.days import DayEditor, TimeEditor
from ui.editors.editor import Editor
from ui.editors.filing import FileEditor, Shelf
from ui.editors.finding import Findable
from ui.editors.money import MoneyEditor
from ui.editors.other import OtherEditor, with_other
from ui.editors.ranking import RankEditor
from ui.editors.scales import RangeEditor
from ui.editors.searching import country_editor, language_editor, long_list_editor
from ui.editors.texts import LineEditor, LongTextEditor, NumberEditor, PhoneEditor

_IN_BOTH: Mapping[str, Callable[[Words, Words | None], Editor]] = MappingProxyType(
    {"yes_no": yes_no_editor, "acknowledge": TickEditor}
)
MOST_RADIOS = 7
"""A longer list of choices is searched, not read through."""

WITH_FILES = frozenset({"image", "file"})
IN_A_ROW = frozenset({"likert", "horizontal"})
SEARCHED = frozenset({"autocomplete", "search"})
DROPPED_DOWN = "minimal"
OF_LINES, OF_MONEY, OF_PHONES = "multiline", "money", "phone"
"""Words of an `appearance` that an editor heeds; the others are for other screens."""

_EDITORS: Mapping[str, Callable[[Words], Editor]] = MappingProxyType(
    {
        "long_text": lambda _: LongTextEditor(),
        "barcode": lambda _: LineEditor(),
        "integer": lambda _: NumberEditor(read_integer),
        "decimal": lambda _: NumberEditor(),
        "country": country_editor,
        "language": language_editor,
        "uncertain_date": DateEditor,
        "date": DayEditor,
        "time": lambda _: TimeEditor(),
        "datetime": lambda words: DayEditor(words, timed=True),
    }
)


@dataclass(frozen=True, slots=True)
class Means:
    """What some editors need besides: where files are kept, and the words of the pack and of the program in a
    second language.
    """

    shelf: Shelf | None = None
    second: Words | None = None
    second_words: Words | None = None


def editor_for(
    question: Question,
    choices: Sequence[Choice],
    words: Words,
    pack_words: Words,
    means: Means | None = None,
) -> Editor | None:
    """The editor for a question; None for one that is shown but not answered. `choices` are offered now.

    KeyError for a kind that has no editor.
    """
    if question.kind in ASKING_NOTHING or question.read_only or question.calculation is not None:
        return None
    if question.kind in WITH_CHOICES:
        said = (pack_words,) if means is None or means.second is None else (pack_words, means.second)
        return _chooser(question, choices, words, said)
    if question.kind == "range":
        scale = scale_of(question.parameters)
        return NumberEditor() if scale is None else RangeEditor(scale)
    if question.kind == "text":
        return _of_text(question, words)
    if question.kind in WITH_FILES:
        return FileEditor(words, means.shelf if means is not None else None)
    return _of_kind(question.kind, words, None if means is None else means.second_words)


def _of_kind(kind: str, words: Words, second: Words | None) -> Editor:
    """What is chosen by its words is said in both languages; the rest is written."""
    if kind in _IN_BOTH:
        return _IN_BOTH[kind](words, second)
    return _EDITORS[kind](words)


def _of_text(question: Question, words: Words) -> Editor:
    if OF_LINES in question.appearance:
        return LongTextEditor()
    if OF_MONEY in question.appearance:
        return MoneyEditor(words)
    return PhoneEditor() if OF_PHONES in question.appearance else LineEditor()


def _chooser(question: Question, choices: Sequence[Choice], words: Words, said: Sequence[Words]) -> Editor:
    """`said`: the pack's words in the language, or the two, in which choices are to be read."""
    offered = [(choice.name, _label(choice, question.choice_list, said)) for choice in choices]
    if question.kind == "rank":
        return RankEditor(offered, words)
    if question.kind == "select_one":
        return _select_one(question, choices, offered, words)
    if question.or_other:
        return OtherEditor(CheckEditor(with_other(offered, words)), words)
    return CheckEditor(offered)


def _label(choice: Choice, list_name: str, said: Sequence[Words]) -> str:
    """The label of a choice; in two languages both, unless they are the same."""
    return side_by_side(label_of(choice, list_name, words) for words in said)


def _select_one(
    question: Question, choices: Sequence[Choice], offered: list[tuple[str, str]], words: Words
) -> Editor:
    looks = frozenset(question.appearance)
    if looks & SEARCHED or (len(offered) > MOST_RADIOS and DROPPED_DOWN not in looks):
        english = {choice.name: choice.label for choice in choices}
        found = [Findable(name, label, (english[name],)) for name, label in offered]
        return long_list_editor(words, found, own_names=question.or_other)
    among = with_other(offered, words) if question.or_other else offered
    editor: Editor
    if DROPPED_DOWN in looks:
        editor = DropDownEditor(among, words)
    else:
        editor = RadioEditor(among, in_a_row=bool(looks & IN_A_ROW))
    return OtherEditor(editor, words) if question.or_other else editor
