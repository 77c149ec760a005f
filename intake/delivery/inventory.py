"""What a choice sends along, counted, so that it can be said in plain words before it is sealed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from intake.delivery.sending import Choice, left_out, shown_answers
from intake.form.kinds.files import file_of
from intake.form.model import Form
from intake.interview import Interview


@dataclass(frozen=True, slots=True)
class Inventory:
    """What goes along: answers of each section by its name, in the form's order, and those of them that are
    to sensitive questions; files and their size in bytes; and how many answers stay.
    """

    sections: tuple[tuple[str, int], ...]
    sensitive_in: tuple[tuple[str, int], ...]
    files: int
    size: int
    stays: int

    @property
    def answers(self) -> int:
        return sum(count for _, count in self.sections)

    @property
    def sensitive(self) -> int:
        return sum(count for _, count in self.sensitive_in)


def inventory(interview: Interview, choice: Choice) -> Inventory:
    """Count what goes along with this choice. Hidden answers never do, and are not counted as staying."""
    stays = left_out(interview, choice)
    by_path = shown_answers(interview).by_path
    goes = {path: it for path, it in by_path.items() if path not in stays}
    form = interview.form
    asked = [path.question for path in goes if path.question in form.questions]
    guarded = [question for question in asked if form.questions[question].sensitive]
    given = (file_of(it.value) for it in goes.values() if it.value is not None)
    files = {file.sha256: file.size for file in given if file is not None}
    return Inventory(
        sections=_by_section(form, asked),
        sensitive_in=_by_section(form, guarded),
        files=len(files),
        size=sum(files.values()),
        stays=len(stays),
    )


def _by_section(form: Form, questions: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(form.section_asking(question).name for question in questions)
    return tuple((section.name, counted[section.name]) for section in form.sections)
