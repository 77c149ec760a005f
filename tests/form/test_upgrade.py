"""Answers come to a newer version of a questionnaire without loss, and once is as good as twice."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Answer, Answers, Entry, Path
from intake.changes import AnswerSet, Change, EntrySet, Seen
from intake.form.model import Form
from intake.form.upgrade import renames_between, upgrade
from tests.support.packs import form, interview


def version(number: int, items: str, renames: str = "{}") -> Form:
    head = f'name: little\nversion: "{number}"\ntitle: T\nsections: [main]\nrenames: {renames}\n'
    return form(items, more={"form.yaml": head})


def texts(*names: str) -> str:
    return "\n".join(f"- {{type: text, name: {name}, label: L}}" for name in names)


def repeat(name: str, *inside: str) -> str:
    held = "\n".join(f"    {line}" for item in inside for line in item.split("\n"))
    return f"- type: repeat\n  name: {name}\n  label: L\n  entry: E\n  add: A\n  items:\n{held}"


def said(*names: str, entry: str | None = None) -> dict[Path, Answer]:
    return {Path(name, entry): Answer(f"said to {name}") for name in names}


def applied(answers: Answers, changes: tuple[Change, ...]) -> Answers:
    """What a store does with changes."""
    for change in changes:
        match change:
            case AnswerSet(path, answer):
                answers = answers.with_answer(path, answer)
            case EntrySet(entry):
                answers = answers.with_entry(entry)
            case Seen(paths):
                answers = answers.with_seen(paths)
    return answers


def moved(old: Form, new: Form, *names: str) -> dict[str, Any]:
    """Each name that has an answer afterwards -> what was said there."""
    after = upgrade(Answers(said(*names)), old, new).answers
    return {path.question: answer.value for path, answer in after.by_path.items()}


def test_what_has_not_changed_stays_where_it_is() -> None:
    made = upgrade(Answers(said("a")), version(1, texts("a")), version(2, texts("a", "b")))
    assert (made.answers.by_path, made.changes, made.gone) == (said("a"), (), ())


def test_a_renamed_question_takes_its_answer_along() -> None:
    old, new = version(1, texts("a")), version(2, texts("b"), "{a: b}")
    made = upgrade(Answers(said("a"), seen=frozenset({Path("a")})), old, new)
    assert made.answers.by_path == {Path("b"): Answer("said to a")}
    assert Path("b") in made.answers.seen
    assert made.moved == {Path("a"): Path("b")}
    assert made.changes[:2] == (AnswerSet(Path("a"), None), AnswerSet(Path("b"), Answer("said to a")))
    assert made.gone == ()


def test_what_is_pinned_to_a_question_without_an_answer_moves_too() -> None:
    old, new = version(1, texts("a", "c")), version(2, texts("b", "c"), "{a: b}")
    made = upgrade(Answers(), old, new, [Path("a"), Path("c"), Path("a", "LOST")])
    assert made.moved == {Path("a"): Path("b"), Path("a", "LOST"): Path("b", "LOST")}


def test_names_that_change_places_keep_what_was_said_to_each() -> None:
    old, new = version(1, texts("a", "b")), version(2, texts("a", "b"), "{a: b, b: a}")
    assert moved(old, new, "a", "b") == {"b": "said to a", "a": "said to b"}


def test_renames_lead_over_several_versions() -> None:
    first, second = version(1, texts("a")), version(2, texts("b"), "{a: b}")
    third = version(3, texts("c"), "{a: b, b: c}")
    assert moved(first, third, "a") == {"c": "said to a"}
    assert moved(second, third, "b") == {"c": "said to b"}


def test_one_name_may_move_up_into_the_place_of_another() -> None:
    old, new = version(1, texts("a", "b")), version(2, texts("b", "c"), "{a: b, b: c}")
    assert moved(old, new, "a", "b") == {"b": "said to a", "c": "said to b"}


def test_renames_that_go_in_a_circle_lead_nowhere() -> None:
    old, new = version(1, texts("a")), version(2, texts("d"), "{a: b, b: c, c: a}")
    assert moved(old, new, "a") == {"a": "said to a"}


def test_an_answer_whose_question_is_gone_is_kept_and_listed() -> None:
    made = upgrade(Answers(said("a", "b")), version(1, texts("a", "b")), version(2, texts("a")))
    assert made.answers.by_path == said("a", "b")
    assert made.gone == (Path("b"),)
    assert made.changes == ()


def test_what_is_gone_makes_room_for_what_has_its_name_now() -> None:
    old, new = version(1, texts("a", "b")), version(2, texts("b"), "{a: b}")
    made = upgrade(Answers(said("a", "b")), old, new)
    assert made.answers.by_path == {Path("b"): Answer("said to a"), Path("b@1"): Answer("said to b")}
    assert made.gone == (Path("b@1"),)


def test_of_two_that_become_one_the_second_is_kept_apart() -> None:
    old, new = version(1, texts("a", "b")), version(2, texts("c"), "{a: c, b: c}")
    assert moved(old, new, "a", "b") == {"c": "said to a", "b": "said to b"}


def test_a_repeat_is_renamed_with_its_entries_and_what_lies_in_them() -> None:
    old = version(1, repeat("legs", texts("to"), repeat("stops", texts("stop"))))
    new = version(
        2, repeat("ways", texts("to_town"), repeat("stops", texts("stop"))), "{legs: ways, to: to_town}"
    )
    answers = Answers(
        said("to", entry="A") | said("stop", entry="B"),
        {"A": Entry("A", "legs"), "B": Entry("B", "stops", "A")},
    )
    made = upgrade(answers, old, new)
    at = interview(new, made.answers)
    assert at.entries("ways") == ("A",)
    assert at.entries("stops", "A") == ("B",)
    assert at.is_asked(Path("to_town", "A"))
    assert at.is_asked(Path("stop", "B"))
    assert made.gone == ()


def test_a_question_that_left_its_repeat_leaves_its_answers_behind() -> None:
    old, new = (
        version(1, repeat("legs", texts("to", "by"))),
        version(2, texts("to") + "\n" + repeat("legs", texts("by"))),
    )
    answers = Answers(said("to", "by", entry="A"), {"A": Entry("A", "legs")})
    made = upgrade(answers, old, new)
    assert made.gone == (Path("to@1", "A"),)
    assert made.answers.get(Path("to@1", "A")) == Answer("said to to")
    assert made.answers.get(Path("by", "A")) == Answer("said to by")


def test_entries_of_a_repeat_that_is_gone_are_kept_with_their_answers() -> None:
    old, new = version(1, texts("a") + "\n" + repeat("legs", texts("to"))), version(2, texts("a"))
    answers = Answers(said("a") | said("to", entry="A"), {"A": Entry("A", "legs")})
    made = upgrade(answers, old, new)
    assert made.answers == answers
    assert made.gone == (Path("to", "A"),)


def test_what_is_gone_for_long_makes_room_too() -> None:
    first, second = version(1, texts("a", "b")), version(2, texts("a"))
    third = version(3, texts("b"), "{a: b}")
    once = upgrade(Answers(said("a", "b")), first, second)
    twice = upgrade(once.answers, second, third)
    assert twice.answers.by_path == {Path("b"): Answer("said to a"), Path("b@2"): Answer("said to b")}


NAMES = ["a", "b", "c", "d"]
PLAIN = st.lists(st.sampled_from(NAMES), unique=True, min_size=1)
RENAMES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES), max_size=4)


@st.composite
def versions(draw: st.DrawFn, number: int) -> Form:
    """A form over few names, some outside and some in a repeat of either name."""
    outside = draw(PLAIN)
    inside = [name for name in NAMES if name not in outside]
    items = texts(*outside)
    if inside:
        items += "\n" + repeat(draw(st.sampled_from(["r", "s"])), texts(*inside))
    renames = draw(RENAMES | st.just({"r": "s"}) | st.just({"r": "s", "s": "r"}))
    return version(number, items, "{" + ", ".join(f"{a}: {b}" for a, b in renames.items()) + "}")


@given(versions(1), versions(2), versions(3), st.data())
def test_nothing_is_lost_and_twice_is_once(old: Form, new: Form, last: Form, data: st.DataObject) -> None:
    entries = {f"E{n}": Entry(f"E{n}", name) for n, name in enumerate(old.repeats) for _ in range(1)}
    places = [
        Path(question.name, entry)
        for question in old.questions.values()
        for entry in (entries if question.repeats else [None])
    ]
    taken = data.draw(st.lists(st.sampled_from(places), unique=True))
    answers = Answers(
        {path: Answer(f"{path}") for path in taken},
        entries,
        frozenset(data.draw(st.sets(st.sampled_from(places)))),
    )
    made = upgrade(answers, old, new)
    assert sorted(str(a.value) for a in made.answers.by_path.values()) == sorted(map(str, taken))
    assert applied(answers, made.changes) == made.answers
    assert made.answers.by_entry.keys() == entries.keys()
    at = interview(new, made.answers)
    asked = {path for path in made.answers.by_path if at.is_asked(path)}
    assert asked == made.answers.by_path.keys() - set(made.gone)
    further = upgrade(made.answers, new, last).answers
    assert sorted(str(a.value) for a in further.by_path.values()) == sorted(map(str, taken))
    again = upgrade(made.answers, new, new)
    assert (again.answers, again.changes, again.gone) == (made.answers, (), made.gone)


@given(versions(1), versions(2))
def test_no_two_names_become_one(old: Form, new: Form) -> None:
    found = renames_between(old, new)
    assert len({*found.values()}) == len(found)
    assert {*found.values()} <= new.questions.keys() | new.repeats.keys()
