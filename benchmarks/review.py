"""What a reviewer waits for: chronology, findings, days to keep of a case of 5,000 answers; in CPU time."""

from datetime import UTC, date, datetime
from pathlib import Path as Folder
from random import Random
from statistics import median
from time import process_time

from benchmarks.rows import Row
from intake.answers import Answer, Answers, Entry, Path, Stored
from intake.form.loader import load_form
from intake.form.model import Form, Question
from intake.interview import Interview
from intake.review.chronology import chronology
from intake.review.deadlines import deadlines
from intake.review.findings import findings
from intake.words import SOURCE_LANGUAGE, Words

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ANSWERS, TIMES = 5_000, 20
ROOT = Folder(__file__).resolve().parent.parent
CHOSEN = {"harm_any": "yes", "been_to_us": "yes", "returned_home": "no", "fear_country": "CM"}


def rows() -> list[Row]:
    interview, words = long_case(), Words.load(SOURCE_LANGUAGE, Folder())
    today = NOON.date()
    told = _milliseconds(lambda: chronology(interview, words, words))
    found = _milliseconds(lambda: findings(interview, today))
    count = len(interview.answers.by_path)
    return [
        Row(f"chronology and all findings of {count:,} answers", told + found, "ms", 50),
        Row("the chronology of them alone", told, "ms", 50),
        Row("their days to keep", _milliseconds(lambda: deadlines(interview)), "ms", 10),
    ]


def long_case() -> Interview:
    """Every question answered that the answers lead to, and entries added until there are 5,000 answers."""
    form = load_form(ROOT / "forms" / "asylum_us")
    answers, chance = Answers(), Random(1)
    outside = {Path(q.name): _answer(form, q, chance) for q in form.questions.values() if not q.repeats}
    by_path, by_entry = dict(outside), dict[str, Entry]()
    repeats = [repeat for repeat in form.repeats.values() if not repeat.repeats]
    while len(by_path) < ANSWERS:
        for repeat in repeats:
            entry = Entry(f"E{len(by_entry):09}", repeat.name, None, len(by_entry))
            by_entry[entry.id] = entry
            inside = (q for q in form.questions.values() if q.repeats == (repeat.name,))
            by_path |= {Path(q.name, entry.id): _answer(form, q, chance) for q in inside}
    answers = Answers(by_path, by_entry, frozenset(by_path))
    return Interview.begin(form, answers, now=lambda: NOON, random=chance)


def _answer(form: Form, question: Question, chance: Random) -> Answer:
    return Answer(_value(form, question, chance), kind=question.kind, language="en")


def _value(form: Form, question: Question, chance: Random) -> Stored:
    if question.name in CHOSEN:
        return CHOSEN[question.name]
    match question.kind:
        case "uncertain_date":
            day = date.fromordinal(date(2010, 1, 1).toordinal() + chance.randrange(6_000))
            edtf = chance.choice((day.isoformat(), f"{day:%Y-%m}", f"{day:%Y-%m}~", f"{day:%Y}"))
            return {"edtf": edtf, "words": "as I remember it", "calendar": "gregorian"}
        case "yes_no":
            return chance.choice(("yes", "yes", "yes", "no"))
        case "country":
            return chance.choice(("CM", "NG", "MX", "US"))
        case "language":
            return chance.choice(("fr", "en"))
        case "integer":
            return chance.randrange(5)
        case "select_one":
            return chance.choice(form.choice_lists[question.choice_list].choices).name
        case "select_multiple":
            return (chance.choice(form.choice_lists[question.choice_list].choices).name,)
    return "Words of the person, about ten of them, as they told it."


def _milliseconds(work: object) -> float:
    assert callable(work)
    taken = []
    for _ in range(TIMES):
        start = process_time()
        work()
        taken.append((process_time() - start) * 1_000)
    return median(taken)
