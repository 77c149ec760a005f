"""The first page of a summary: who this is, what counsel looks for first, and how far it has come."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from intake.answers import Answer
from intake.case import Case, Status
from intake.export.answer import answer_texts
from intake.export.document import Block, Heading, Pair, Picture, Prose, Space
from intake.export.outstanding import Outstanding
from intake.export.plain import Text
from intake.export.source import Imprint, Source
from intake.export.text.clean import isolated
from intake.form.defaults import came_by_itself
from intake.form.model import Question
from intake.interview import Interview, Standing
from intake.moments import day_and_time
from intake.review.reading import Reading, says_nothing
from intake.words import Words, mark

STATUSES = {
    Status.IN_PROGRESS: mark("still being written"),
    Status.HELP_WANTED: mark("the applicant has asked for help"),
    Status.SHARED: mark("shared by the applicant"),
    Status.IN_REVIEW: mark("in review"),
    Status.QUESTIONS: mark("in review, with questions to the applicant"),
    Status.READY_FOR_COUNSEL: mark("reviewed, ready for counsel"),
    Status.EXPORTED: mark("exported before"),
    Status.CLOSED: mark("closed"),
}


def label(case: Case, words: Words, imprint: Imprint) -> str:
    """What heads every page. Whoever it is prepared for, it is a draft; docs/decisions/label.md."""
    said = words.say("Draft, unsworn, not filed; privilege not established")
    if imprint.prepared_for:
        said = words.say(
            "Prepared for {name} · draft, unsworn, not filed", name=isolated(imprint.prepared_for)
        )
    if case.fictional:
        fictional = words.say("Fictional sample")
        return f"{fictional} · {said}"
    return said


def main_language(interview: Interview) -> str:
    """The language in which most answers were given; empty when there are none."""
    counted = _languages(_asked(interview))
    return counted[0][0] if counted else ""


def cover_head(source: Source, title: str) -> Iterator[Block]:
    """What every document begins with: whose paper it is, what it is, and that a sample is one."""
    yield from _letterhead(source.imprint)
    yield Heading(0, Text(title))
    if source.case.fictional:
        said = source.reading.words.say("This is a fictional sample. No real person is described.")
        yield Prose(Text(said))


def _letterhead(imprint: Imprint) -> Iterator[Block]:
    """The logo and the lines of an office, where it has them."""
    if imprint.logo:
        yield Picture(imprint.logo, imprint.letterhead.partition("\n")[0])
    if imprint.letterhead:
        yield Prose(Text(imprint.letterhead, soft=True))


def cover(source: Source, title: str, found: Outstanding) -> Iterator[Block]:
    """Title, what the pack wants at the head, and what is to be known about the draft itself."""
    case, reading, imprint = source.case, source.reading, source.imprint
    words = reading.words
    yield from cover_head(source, title)
    note = words.say(
        "Facts as the applicant told them, not checked. "
        "A line beside an answer marks the applicant's own words, printed as they were typed."
    )
    yield Prose(Text(note, soft=True))
    yield from withheld_note(source)
    yield from identity(source)
    yield Space()
    yield pair(words.say("Case"), Text(case.id))
    yield pair(words.say("Status"), Text(words.say(STATUSES[case.status])))
    answers = _asked(reading.interview)
    spoken = tuple(Text(line) for line in _spoken(answers, words))
    if spoken:
        yield Pair(Text(words.say("Languages of the answers")), spoken)
    yield Pair(Text(words.say("Typed by")), tuple(Text(line) for line in _typists(answers, words)))
    yield pair(words.say("Exported"), Text(clock(imprint.exported, words)))
    yield Pair(Text(words.say("What is open")), tuple(Text(line) for line in found.counts(words)))


def identity(source: Source) -> Iterator[Pair]:
    """Who this is: the name as given, and the answers that have a name for the first page."""
    reading = source.reading
    name = reading.text("form:case_title", reading.interview.form.case_title)
    if not says_nothing(name):
        yield pair(reading.words.say("Name as given"), Text(name, own=True))
    yield from _head(source)


def withheld_note(source: Source) -> Iterator[Block]:
    """That this copy tells less; nothing when it tells all."""
    if source.silent:
        yield Prose(Text(withheld(source), soft=True))


def withheld(source: Source) -> str:
    """How many answers a copy leaves out, as was chosen."""
    return source.reading.words.say_many(
        "As chosen, {count} answer that is sensitive, or asked because of such a one, is left out.",
        "As chosen, {count} answers that are sensitive, or asked because of such a one, are left out.",
        source.left_out,
    )


def pair(question: str, answer: Text) -> Pair:
    return Pair(Text(question), (answer,))


def clock(moment: datetime, words: Words) -> str:
    """A moment with what its clock is ahead of UTC."""
    offset = moment.strftime("%z")
    return f"{day_and_time(moment, words)} (UTC{offset[:3]}:{offset[3:5]})"


def _head(source: Source) -> Iterator[Pair]:
    """In the order in which they are asked."""
    reading = source.reading
    language = main_language(reading.interview)
    for question in reading.interview.form.questions.values():
        if question.summary and question.name not in source.silent:
            texts = tuple(_everywhere(reading, question, language))
            if texts:
                yield Pair(Text(reading.text(f"{question.name}:summary", question.summary)), texts)


def _everywhere(reading: Reading, question: Question, language: str) -> Iterator[Text]:
    """What is printed of a question in all entries in which it is asked."""
    for path in reading.places(question):
        standing = reading.interview.standing(path)
        if standing is not Standing.NOT_ASKED:
            yield from answer_texts(reading, path, standing, language)


def _asked(interview: Interview) -> list[Answer]:
    answers = interview.answers.by_path.items()
    return [answer for path, answer in answers if interview.standing(path) is not Standing.NOT_ASKED]


def _languages(answers: list[Answer]) -> list[tuple[str, int]]:
    counted = Counter(answer.language for answer in answers if answer.language)
    return sorted(counted.items(), key=lambda found: (-found[1], found[0]))


def _spoken(answers: list[Answer], words: Words) -> Iterator[str]:
    """In which language how many answers were given, the most used first."""
    for code, count in _languages(answers):
        language = words.languages.get(code, code)
        yield words.say_many(
            "{language}: {count} answer", "{language}: {count} answers", count, language=language
        )


def _typists(answers: list[Answer], words: Words) -> Iterator[str]:
    """Who typed how many of the answers printed here."""
    counted = Counter(answer.by for answer in answers if not came_by_itself(answer))
    for by, count in sorted(counted.items()):
        name = isolated(by) if by else words.say("the applicant")
        yield words.say_many("{name}: {count} answer", "{name}: {count} answers", count, name=name)
    if not counted:
        yield words.say("no answers yet")
    filled = sum(map(came_by_itself, answers))
    if filled:
        yield words.say_many(
            "filled in by the questionnaire, not typed: {count} answer",
            "filled in by the questionnaire, not typed: {count} answers",
            filled,
        )
