"""Laws of the navigator over random walks: worked out step by step is worked out at once."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers import Answer, Answers, Path, State
from intake.changes import AnswerSet, Change, EntrySet, SectionFinished, Seen
from intake.interview import Delta, Interview, Spot
from tests.support.packs import form, interview

EVERY_WAY = form(
    """
    - {type: yes_no, name: late_reader, label: L, relevant: "${last} = 'yes'"}
    - {type: yes_no, name: outside, label: O}
    - {type: integer, name: total, label: T, calculation: "count(${outer}) + sum(${weight})"}
    - {type: integer, name: wanted, label: W, default: "1"}
    - {type: hidden, name: start, default: "count(${outer})"}
    - type: repeat
      name: counted
      label: Counted
      entry: E
      add: A
      repeat_count: "${wanted} + ${start}"
      items:
        - {type: integer, name: each, label: E, default: "position(..)"}
        - {type: text, name: told, label: T, relevant: "count(${part_of}) > 1", constraint: "${wanted} < 2"}
        - type: repeat
          name: counted_inner
          label: Counted inside
          entry: E
          add: A
          repeat_count: "${each}"
          relevant: "${outside} != 'no'"
          items:
            - {type: yes_no, name: part_of, label: P, default: "yes"}
    - {type: text, name: of_counted, label: O, relevant: "count(${part_of}) > 2 or count(${counted}) > 2"}
    - {type: text, name: heavy, label: H, relevant: "${total} > 3", required: "yes"}
    - type: repeat
      name: outer
      label: Outer
      entry: E
      add: A
      relevant: "not(${outside} = 'no')"
      items:
        - {type: yes_no, name: flag, label: F, constraint: "${outside} = 'yes' or . = 'no'"}
        - {type: integer, name: weight, label: W, relevant: "${flag} = 'yes'", constraint: ". <= ${total}"}
        - type: group
          name: pair
          label: P
          relevant: "${outside} = 'yes'"
          items:
            - {type: yes_no, name: first, label: F, relevant: "position(..) = 1"}
            - {type: yes_no, name: second, label: S, relevant: "${first} = 'yes' or count(${inner}) > 1"}
        - {type: text, name: led, label: L, relevant: "indexed-repeat(${flag}, ${outer}, 1) = 'yes'"}
        - {type: text, name: among, label: A, constraint: "sum(/little/main/outer/weight) > 2"}
        - {type: text, name: under, label: U, relevant: "join('', ${deep}) = 'yesyes' or ${weight} = 5"}
        - {type: text, name: part, label: P, calculation: "${total} - ${weight}"}
        - {type: text, name: most, label: M, relevant: "${part} > 3", required: "${part} != 1"}
        - type: repeat
          name: inner
          label: Inner
          entry: E
          add: A
          relevant: "${flag} != 'no'"
          items:
            - {type: yes_no, name: deep, label: D, relevant: "${weight} > 1 or ${outside} = 'yes'"}
            - type: repeat
              name: innermost
              label: Innermost
              entry: E
              add: A
              items:
                - {type: select_one picks, name: pick, label: P, choice_filter: "when = '' or when = ${deep}"}
                - {type: yes_no, name: seen_deep, label: S, relevant: "${deep} = 'yes' and ${pick} != 'b'"}
    - type: yes_no
      name: any_pick
      label: A
      relevant: "selected(join(' ', ${pick}), 'a')"
      required: "${last} = 'no'"
    - {type: yes_no, name: last, label: L, constraint: "count(${flag}) < 2"}
    """,
    choices="""
        picks:
          - {name: a, label: A, when: ""}
          - {name: b, label: B, when: "yes"}
          - {name: c, label: C, when: "no"}
    """,
)
OF_REPEAT = {"outer": None, "inner": "outer", "innermost": "inner"}
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ANSWERS: dict[str, list[str | int]] = {
    "integer": [0, 1, 2, 5, "many"],
    "yes_no": ["yes", "no"],
    "select_one": ["a", "b", "c"],
    "text": ["", "x"],
    "hidden": ["0", "2", "x"],
}
Step = tuple[Interview, Delta]


def applied(answers: Answers, change: Change) -> Answers:
    """What a store does with a change."""
    match change:
        case AnswerSet(path, answer):
            return answers.with_answer(path, answer)
        case EntrySet(entry):
            return answers.with_entry(entry)
        case Seen(paths):
            return answers.with_seen(paths)
        case SectionFinished(section, finished):
            return answers.with_finished(section, finished=finished)


def everything_asked(at: Interview) -> frozenset[Path]:
    entries: dict[str | None, list[str | None]] = {None: [None]}
    for entry in at.answers.by_entry.values():
        entries.setdefault(entry.repeat, []).append(entry.id)
    return frozenset(
        path
        for question in at.form.questions.values()
        if question.kind != "hidden"
        for entry in entries.get(question.repeats[-1] if question.repeats else None, ())
        if at.is_asked(path := Path(question.name, entry))
    )


def everything_amiss(at: Interview) -> dict[Path, str]:
    problems = ((path, at.problem(path)) for path in everything_asked(at))
    return {path: problem.code for path, problem in problems if problem is not None}


Choose = Callable[[Sequence[Any]], Any]


def answer(at: Interview, choose: Choose) -> Iterator[Step]:
    path = choose(sorted(everything_asked(at) | set(at.answers.by_path), key=str))
    state = choose([None, None, None, None, None, None, *State])
    kind = at.form.questions[path.question].kind
    yield at.answer(path, Answer(state=state) if state else Answer(choose(ANSWERS[kind])))


def clear(at: Interview, choose: Choose) -> Iterator[Step]:
    if at.answers.by_path:
        yield at.answer(choose(sorted(at.answers.by_path, key=str)), None)


def add_entry(at: Interview, choose: Choose) -> Iterator[Step]:
    repeat, around = choose(sorted(OF_REPEAT.items()))
    parents = [e.id for e in at.answers.by_entry.values() if e.repeat == around] if around else [None]
    if parents:
        yield at.add_entry(repeat, choose(parents), f"E{len(at.answers.by_entry)}")


def remove_entry_and_perhaps_undo(at: Interview, choose: Choose) -> Iterator[Step]:
    by_hand = [entry for entry in at.answers.by_entry.values() if entry.repeat in OF_REPEAT]
    if not by_hand:
        return
    entry = choose(sorted(by_hand, key=lambda entry: entry.id))
    removed, delta = at.remove_entry(entry.id, NOON)
    yield removed, delta
    if choose([True, False]) and entry.removed_at is None:
        restored, delta = removed.restore_entry(entry.id)
        yield restored, delta
        assert restored == at
        assert everything_asked(restored) == everything_asked(at)


def see(at: Interview, choose: Choose) -> Iterator[Step]:
    spots = at.spots("main")
    if spots:
        yield at.see(choose(spots))


def finish_or_take_it_back(at: Interview, choose: Choose) -> Iterator[Step]:
    yield at.finish("main", finished="main" not in at.answers.finished)


MOVES = (answer, answer, answer, add_entry, add_entry, remove_entry_and_perhaps_undo, clear, see)
RARE = (finish_or_take_it_back,)


def peopled() -> Interview:
    """Most of what can go wrong needs several entries of one repeat."""
    at = interview(EVERY_WAY)
    for outer in ("O0", "O1"):
        at = at.add_entry("outer", None, outer)[0]
        for inner in (f"{outer}I0", f"{outer}I1"):
            at = at.add_entry("inner", outer, inner)[0].add_entry("innermost", inner, f"{inner}X")[0]
    return at


@settings(deadline=None, max_examples=150)
@given(st.booleans(), st.integers(0, 2**32), st.lists(st.sampled_from(MOVES + RARE), max_size=30))
def test_a_random_walk_keeps_every_law(
    with_entries: bool, seed: int, moves: list[Callable[..., Iterator[Step]]]
) -> None:
    at, chance = peopled() if with_entries else interview(EVERY_WAY), Random(seed)
    stored = at.answers
    for move in moves:
        for after, delta in move(at, chance.choice):
            for change in delta.changes:
                stored = applied(stored, change)
            delta_tells_what_happened(at, after, delta)
            at = after
        assert stored == at.answers
        steps_lead_where_beginning_anew_leads(at)
        what_is_hidden_is_on_no_page(at)
        forward_and_back_undo_each_other(at)


def delta_tells_what_happened(before: Interview, after: Interview, delta: Delta) -> None:
    asked, asked_before = everything_asked(after), everything_asked(before)
    assert (delta.shown, delta.hidden) == (asked - asked_before, asked_before - asked)
    amiss, amiss_before = everything_amiss(after), everything_amiss(before)
    differing = {path for path in asked | asked_before if amiss.get(path) != amiss_before.get(path)}
    assert delta.problems == differing


def steps_lead_where_beginning_anew_leads(at: Interview) -> None:
    anew = interview(EVERY_WAY, at.answers)
    assert everything_asked(at) == everything_asked(anew)
    assert everything_amiss(at) == everything_amiss(anew)
    assert at.spots("main") == anew.spots("main")
    assert everything_asked(interview(EVERY_WAY).with_answers(at.answers)) == everything_asked(anew)


def what_is_hidden_is_on_no_page(at: Interview) -> None:
    on_pages = {path for spot in at.spots("main") for path in at.paths(spot)}
    assert on_pages == everything_asked(at)
    assert on_pages.isdisjoint(at.hidden_answers())


def forward_and_back_undo_each_other(at: Interview) -> None:
    for spot in at.spots("main"):
        onward, back = at.following(spot), at.preceding(spot)
        if onward is not None:
            assert leads_to_list(at, spot, onward) or at.preceding(onward) == spot
        if back is not None:
            assert leads_to_list(at, spot, back) or at.following(back) == spot


def leads_to_list(at: Interview, spot: Spot, other: Spot) -> bool:
    """Whether the other spot is the list of the entry that this one lies in."""
    entry = at.answers.by_entry[spot.entry] if spot.entry is not None else None
    return entry is not None and other == Spot(entry.repeat, entry.parent)


@given(st.lists(st.tuples(st.sampled_from(["outside", "last"]), st.sampled_from(["yes", "no"]))))
def test_the_order_of_answers_does_not_matter_to_where_they_lead(steps: list[tuple[str, str]]) -> None:
    at = interview(EVERY_WAY)
    for question, value in steps:
        at = at.answer(Path(question), Answer(value))[0]
    at_once = Answers({Path(question): Answer(value) for question, value in steps})
    assert at == interview(EVERY_WAY, at_once)
    assert everything_asked(at) == everything_asked(interview(EVERY_WAY, at_once))
