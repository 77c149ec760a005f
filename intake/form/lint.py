"""What is doubtful in a form pack that loads: gaps, dead ends, and translations that do not fit."""

from collections.abc import Iterable
from pathlib import Path

from intake.errors import Fault
from intake.form.catalogues import standing_texts
from intake.form.defaults import starts_with
from intake.form.expressions import Expression
from intake.form.expressions.hints import Hint, hints_of
from intake.form.faults import Faults
from intake.form.kinds.choosing import OTHER_CHOICE
from intake.form.kinds.scale import scale_of
from intake.form.lines import Lines
from intake.form.loader import TRANSLATIONS, pack_files
from intake.form.model import Form, Page, Question, Repeat, Section
from intake.form.owners import Owner, expressions_at, owners_in, owners_of
from intake.form.reachable import Possible, choices_of
from intake.form.texts import names_in
from intake.form.translations import check_catalogue

REMARKS = frozenset({"unused_list", "not_translated", "fuzzy", "same_as_english"})
"""Codes of what keeps nobody from using a pack: what nobody reads, and translations that are on their way."""

_CONDITIONS = {"relevant", "required", "constraint", "when"}


class _Notes:
    """Faults with the place that a name has in the files."""

    def __init__(self, lines: Lines) -> None:
        self.faults = Faults()
        self._lines = lines

    def add(self, owner: str, key: str, code: str, /, **facts: str | int) -> None:
        file, line = self._lines.find(owner, key)
        self.faults.of(file).add(line, code, **facts)


def lint(form: Form, folder: Path) -> tuple[Fault, ...]:
    """Every doubt about a pack loaded from this folder, in the order of its files and lines.

    Raises FormError when a file cannot be read.
    """
    files = pack_files(folder)
    notes = _Notes(Lines(files))
    _check_names(form, notes)
    possible = Possible(form)
    uncertain = frozenset(q.name for q in form.questions.values() if q.kind == "uncertain_date")
    for owner in owners_of(form):
        in_repeat = not isinstance(owner, Section) and bool(owner.repeats)
        for key, expression in expressions_at(owner):
            _check_expression(owner.name, key, expression, notes)
            _check_hints(
                (owner.name, key), hints_of(expression.source, uncertain, in_repeat=in_repeat), notes
            )
        _check_reach(owner, possible, notes)
    for check in form.data.checks:
        if check.when is not None:
            place = (f"checks/{check.name}", "when")
            _check_expression(*place, check.when, notes)
            _check_hints(place, hints_of(check.when.source, uncertain, in_repeat=bool(check.each)), notes)
    for question in form.questions.values():
        _check_question(form, question, notes)
        _check_choices(form, question, possible, notes)
    _check_lists(form, notes)
    _check_renames(form, notes)
    texts = tuple(standing_texts(form))
    for said in sorted(frozenset(form.untranslated) - {text.english for text in texts}):
        notes.add("form", "untranslated", "no_such_text", text=said)
    for file, data in files.items():
        if file.startswith(f"{TRANSLATIONS}/"):
            check_catalogue(data, texts, form.untranslated, notes.faults.of(file))
    return notes.faults.error().faults


def _check_names(form: Form, notes: _Notes) -> None:
    """A text may name what is asked outside repeats and in the repeats it stands in."""
    for text in standing_texts(form):
        for name in sorted(names_in(text.english)):
            question = form.questions.get(name)
            if question is None or question.repeats != text.around[: len(question.repeats)]:
                notes.add(
                    text.owner, text.column, "dangling_name", column=text.column, name=text.owner, wanted=name
                )


def _check_expression(name: str, key: str, expression: Expression, notes: _Notes) -> None:
    for doubt in expression.doubts:
        facts: dict[str, str | int] = {"reason": doubt.reason, "column": doubt.column, "wanted": doubt.name}
        notes.add(name, key, "doubtful_expression", key=key, name=name, **facts)
    if key in _CONDITIONS and expression.sort == "nodes":
        notes.add(name, key, "always_holds", key=key, name=name)


def _check_hints(place: tuple[str, str], hints: Iterable[Hint], notes: _Notes) -> None:
    name, key = place
    for hint in hints:
        facts: dict[str, str | int] = {"reason": hint.reason, "column": hint.column, "wanted": hint.about}
        notes.add(name, key, "doubtful_expression", key=key, name=name, **facts)


def _check_reach(owner: Owner, possible: Possible, notes: _Notes) -> None:
    """Tell what no answers can lead to, once: not of each thing inside it."""
    if owner.name in possible.never or owner.relevant is None or possible.holds_ever(owner.relevant):
        return
    notes.add(owner.name, "relevant", "never_shown", name=owner.name)
    possible.never.add(owner.name)
    if isinstance(owner, Section | Repeat):
        possible.never.update(inner.name for inner in owners_in(owner.items))
    elif isinstance(owner, Page):
        possible.never.update(question.name for question in owner.questions)


def _check_choices(form: Form, question: Question, possible: Possible, notes: _Notes) -> None:
    """Tell which choices a constraint can never be content with."""
    if question.constraint is None:
        return
    for choice in choices_of(question, form):
        texts = possible.texts_with(question, choice)
        if texts and not possible.holds_ever(question.constraint, {question.name: texts}):
            notes.add(question.name, "constraint", "choice_never_allowed", name=question.name, choice=choice)


def _check_question(form: Form, question: Question, notes: _Notes) -> None:
    if question.sensitive and not question.why:
        notes.add(question.name, "sensitive", "sensitive_without_why", name=question.name)
    if question.constraint is not None and not question.constraint_message:
        notes.add(question.name, "constraint", "no_message", name=question.name)
    if question.stands_in_for and question.kind != "file":
        notes.add(question.name, "type", "stands_in", name=question.name, kind=question.stands_in_for)
    if question.kind == "calculate" and question.calculation is None:
        notes.add(question.name, "", "no_calculation", name=question.name)
    if question.kind == "range" and scale_of(question.parameters) is None:
        notes.add(question.name, "parameters", "bad_scale")
    if question.or_other and any(
        c.name == OTHER_CHOICE for c in form.choice_lists[question.choice_list].choices
    ):
        notes.add(question.name, "or_other", "other_twice", list=question.choice_list)
    if (
        question.default
        and question.worked_default is None
        and starts_with(question, question.default) is None
    ):
        notes.add(question.name, "default", "bad_default", name=question.name)


def _check_lists(form: Form, notes: _Notes) -> None:
    read = {question.choice_list for question in form.questions.values()}
    read.update(*(e.lists for owner in owners_of(form) for _, e in expressions_at(owner)))
    for name in form.choice_lists.keys() - read:
        notes.add(name, "", "unused_list", list=name)


def _check_renames(form: Form, notes: _Notes) -> None:
    """A rename leads to a name that is there, perhaps over others; a name that is there still must have come
    to something new by another rename, as where two change places.
    """
    names, renames = form.questions.keys() | form.repeats.keys(), form.renames
    for old, new in renames.items():
        if not (new in names or new in renames) or (old in names and old not in renames.values()):
            notes.add("form", "renames", "bad_rename", old=old, new=new)
