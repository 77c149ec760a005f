"""What a choice sends along, counted, so that it can be said in plain words before it is sealed."""

from collections import Counter
from dataclasses import dataclass

from intake.delivery.sending import Choice, left_out, shown_answers
from intake.form.kinds.files import file_of
from intake.interview import Interview


@dataclass(frozen=True, slots=True)
class Inventory:
    """What goes along: answers of each section by its name, in the form's order; how many of them are to
    sensitive questions; files and their size in bytes; and how many answers stay.
    """

    sections: tuple[tuple[str, int], ...]
    sensitive: int
    files: int
    size: int
    stays: int

    @property
    def answers(self) -> int:
        return sum(count for _, count in self.sections)


def inventory(interview: Interview, choice: Choice) -> Inventory:
    """Count what goes along with this choice. Hidden answers never do, and are not counted as staying."""
    stays = left_out(interview, choice)
    by_path = shown_answers(interview).by_path
    goes = {path: it for path, it in by_path.items() if path not in stays}
    form = interview.form
    asked = [path.question for path in goes if path.question in form.questions]
    counted = Counter(form.section_asking(question).name for question in asked)
    given = (file_of(it.value) for it in goes.values() if it.value is not None)
    files = {file.sha256: file.size for file in given if file is not None}
    return Inventory(
        sections=tuple((section.name, counted[section.name]) for section in form.sections),
        sensitive=sum(form.questions[question].sensitive for question in asked),
        files=len(files),
        size=sum(files.values()),
        stays=len(stays),
    )
