"""What was asked and what was said, as lines under headings. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from intake.answers import Path
from intake.form.cleaning import shown_text
from intake.form.kinds.when import own_words
from intake.interview import Interview, Spot, Standing
from intake.words import Words, mark
from ui.pages.voice import Voice, page_of

GAPS: Mapping[Standing, str] = {
    Standing.UNANSWERED: mark("Not answered yet"),
    Standing.NOT_REACHED: mark("Not reached yet"),
}
"""What stands in the place of an answer that is not there."""
LEFT_EMPTY = mark("Left empty")
"""What stands there for a question that may stay empty."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question. `soft` marks a state or a gap; `matter` is what there is to look at in the answer;
    `reached`, whether the question was ever on screen, or has an answer.
    """

    path: Path
    question: str
    answer: tuple[str, ...]
    soft: bool = False
    matter: str = ""
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading (or none), `depth` repeats deep. `entries` is set for a repeat: its list; `bare`,
    when nothing is on it.
    """

    heading: str
    depth: int
    lines: tuple[Line, ...] = ()
    entries: Spot | None = None
    bare: bool = False


def answer_list(section: str, voice: Voice, interview: Interview) -> list[Part]:
    """All that is asked in a section now, as it follows: first the section's own part, if empty; each repeat
    entry by entry.
    """
    heading = voice.heading(interview.form.section(section), "label", interview, None)
    parts = [Part(heading, 0)]
    within: str | None = None
    for spot in interview.spots(section):
        if spot.item in interview.form.repeats:
            parts.append(_list_of(spot, voice, interview))
        elif spot.entry != within or parts[-1].entries:
            parts.append(Part(_heading_at(spot, voice, interview), _depth(spot.entry, interview)))
        within = spot.entry
        if spot.item not in interview.form.repeats:
            lines = tuple(
                _line(path, voice, interview) for path in interview.paths(spot) if _asks(path, interview)
            )
            parts[-1] = replace(parts[-1], lines=parts[-1].lines + lines)
    return [parts[0], *(part for part in parts[1:] if part.lines or part.entries)]


def put_off(voice: Voice, interview: Interview) -> list[Part]:
    """The questions that were kept for later, a part for each section that has any."""
    parts: list[Part] = []
    for path in interview.put_off():
        section = interview.form.section_asking(path.question)
        heading = voice.heading(section, "label", interview, None)
        if not parts or parts[-1].heading != heading:
            parts.append(Part(heading, 0))
        parts[-1] = replace(parts[-1], lines=(*parts[-1].lines, _line(path, voice, interview)))
    return parts


def not_reached(count: int, words: Words) -> str:
    """One line for all of them: whoever reads a whole draft looks for what is there."""
    return words.say_many("{count} question not reached yet", "{count} questions not reached yet", count)


def _list_of(spot: Spot, voice: Voice, interview: Interview) -> Part:
    repeat = interview.form.repeats[spot.item]
    label = voice.heading(repeat, "label", interview, spot.entry)
    bare = not interview.answers.entries(spot.item, spot.entry)
    return Part(label, _depth(spot.entry, interview), entries=spot, bare=bare)


def _heading_at(spot: Spot, voice: Voice, interview: Interview) -> str:
    """What an entry is called; outside repeats, after one, the page's own label, unless its question says
    the same.
    """
    page = page_of(interview.form, spot.item)
    if spot.entry is None:
        return "" if len(page.questions) == 1 else voice.heading(page, "label", interview, None)
    return voice.entry(interview.form.repeats[page.repeats[-1]], interview, spot.entry)


def _depth(entry: str | None, interview: Interview) -> int:
    return sum(1 for _ in interview.answers.ancestors(entry))


def _asks(path: Path, interview: Interview) -> bool:
    return interview.standing(path) is not Standing.NOT_ASKED


def _line(path: Path, voice: Voice, interview: Interview) -> Line:
    asked = interview.form.questions[path.question]
    question = voice.question(asked, "label", interview, path.entry)
    answer, problem = interview.answers.get(path), interview.problem(path)
    matter = voice.problem(problem, interview) if problem is not None else ""
    if answer is None:
        standing = interview.standing(path)
        reached = standing is not Standing.NOT_REACHED
        gap = LEFT_EMPTY if asked.optional and reached else GAPS[standing]
        return Line(path, question, (voice.say(gap),), soft=True, matter=matter, reached=reached)
    lines = voice.answer(asked, answer, interview)
    if asked.kind == "uncertain_date" and answer.value is not None:
        own = shown_text(own_words(answer.value))
        lines = tuple(voice.say("In own words: “{words}”", words=it) if it == own else it for it in lines)
    return Line(path, question, lines, soft=answer.state is not None, matter=matter)
