"""One answer as texts: its value, the person's own words, or what stands in their stead."""

from intake.answers import Answer, Path, State
from intake.export.plain import Text
from intake.form.defaults import came_by_itself
from intake.interview import Standing
from intake.review.reading import Reading
from intake.words import Words, mark

STATES = {
    State.DONT_KNOW: mark("does not know"),
    State.DONT_REMEMBER: mark("does not remember"),
    State.PREFER_NOT_TO_SAY: mark("prefers not to say"),
    State.TELL_IN_PERSON: mark("will tell a lawyer in person"),
    State.LATER: mark("will answer later"),
    State.NOT_APPLICABLE: mark("does not apply"),
}
MISSING = {
    Standing.UNANSWERED: mark("seen, not answered"),
    Standing.NOT_REACHED: mark("not reached yet"),
}


def in_stead(answer: Answer | None, standing: Standing, words: Words) -> str:
    """What is printed where there is no value: the state the person chose, or that they have not answered."""
    if answer is not None and answer.state is not None:
        return words.say(STATES[answer.state])
    return words.say(MISSING[standing])


def answer_texts(reading: Reading, path: Path, standing: Standing, language: str) -> tuple[Text, ...]:
    """What is printed of the answer at `path`. Own words in another language than `language` say which."""
    answer, words = reading.interview.answers.get(path), reading.words
    if answer is None or answer.value is None:
        return (Text(in_stead(answer, standing, words), soft=True),)
    lines = reading.marked_lines(path)
    typed = not came_by_itself(answer)
    texts = [Text(line.words, line.own and typed, answer.language, soft=line.remark) for line in lines]
    if not typed:
        texts.append(Text(words.say("filled in by the questionnaire, not typed"), soft=True))
    elif any(text.own for text in texts) and answer.language not in {"", language}:
        name = words.languages.get(answer.language, answer.language)
        texts.append(Text(words.say("Said in: {language}", language=name), soft=True))
    return tuple(texts)
