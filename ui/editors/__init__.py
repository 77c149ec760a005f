"""Editors: one for each kind of question, to fill in its answer."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from intake.form.kinds.registry import ASKING_NOTHING
from intake.form.model import Choice, Question
from intake.words import Words
from ui.editors.choosing import CheckEditor, RadioEditor, yes_no_editor
from ui.editors.dating import DateEditor
from ui.editors.editor import Editor
from ui.editors.finding import Findable
from ui.editors.searching import country_editor, language_editor, long_list_editor
from ui.editors.texts import DecimalEditor, IntegerEditor, LineEditor, LongTextEditor

MOST_RADIOS = 7
"""A longer list of choices is searched, not read through."""

_EDITORS: Mapping[str, Callable[[Words], Editor]] = MappingProxyType(
    {
        "long_text": lambda _: LongTextEditor(),
        "integer": lambda _: IntegerEditor(),
        "decimal": lambda _: DecimalEditor(),
        "yes_no": yes_no_editor,
        "country": country_editor,
        "language": language_editor,
        "uncertain_date": DateEditor,
    }
)


def editor_for(
    question: Question, choices: Sequence[Choice], words: Words, pack_words: Words
) -> Editor | None:
    """The editor for a question; None for what asks nothing. `choices` are those offered now.

    A kind without an editor of its own is answered in a line of text.
    """
    if question.kind in ASKING_NOTHING:
        return None
    if question.kind == "select_multiple":
        return CheckEditor(_offered(question, choices, pack_words))
    if question.kind == "select_one":
        return _select_one(question, choices, words, pack_words)
    make = _EDITORS.get(question.kind)
    return make(words) if make is not None else LineEditor()


def _select_one(question: Question, choices: Sequence[Choice], words: Words, pack_words: Words) -> Editor:
    offered = _offered(question, choices, pack_words)
    if len(offered) <= MOST_RADIOS:
        return RadioEditor(offered)
    english = {choice.name: choice.label for choice in choices}
    return long_list_editor(words, [Findable(name, label, (english[name],)) for name, label in offered])


def _offered(question: Question, choices: Sequence[Choice], pack_words: Words) -> list[tuple[str, str]]:
    return [
        (choice.name, pack_words.say_in(f"{question.choice_list}/{choice.name}:label", choice.label))
        for choice in choices
    ]
