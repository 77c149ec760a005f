"""The navigator: what is asked, what follows, what is missing."""

from datetime import UTC, datetime

import pytest

from intake.answers import Answer, Answers, Entry, Path, State
from intake.changes import AnswerSet, EntrySet, SectionFinished, Seen
from intake.interview import Delta, Interview, Problem, Progress, Spot, Standing
from tests.support.packs import form, interview

JOURNEY = form(
    """
    - {type: note, name: hello, label: Welcome}
    - {type: yes_no, name: moved, label: Did you move?, required: "yes"}
    - type: repeat
      name: legs
      label: Legs
      entry: To ${leg_to}
      add: Add
      relevant: "${moved} = 'yes'"
      items:
        - {type: text, name: leg_to, label: Where to?}
        - type: group
          name: leg_by
          label: How
          items:
            - {type: select_one means, name: by, label: By what?}
            - {type: text, name: by_other, label: What?, relevant: "${by} = 'other'"}
        - type: repeat
          name: stops
          label: Stops
          entry: Stop
          add: Add
          items: [{type: text, name: stop, label: Where?, relevant: "${leg_to} != ''"}]
    - {type: integer, name: age, label: How old?, constraint: ". < 150"}
    - {type: text, name: many, label: Why so many?, relevant: "count(${legs}) > 2"}
    - {type: select_one towns, name: town, label: Which?, choice_filter: "land = ${land}", relevant: "true()"}
    - {type: select_one lands, name: land, label: Which land?}
    """,
    choices="""
        means: [{name: bus, label: Bus}, {name: other, label: Other}]
        lands: [{name: mx, label: Mexico}, {name: tr, label: Turkey}]
        towns:
          - {name: tijuana, label: Tijuana, land: mx}
          - {name: cancun, label: Cancun, land: mx}
          - {name: istanbul, label: Istanbul, land: tr}
    """,
)
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def said(at: Interview, question: str, value: str | int | State, entry: str | None = None) -> Interview:
    answer = Answer(state=value) if isinstance(value, State) else Answer(value)
    return at.answer(Path(question, entry), answer)[0]


def travelled(*legs: str) -> Interview:
    at = said(interview(JOURNEY), "moved", "yes")
    for leg in legs:
        at = at.add_entry("legs", None, leg)[0]
    return at


def test_pages_stand_in_order_and_an_entry_list_before_the_pages_of_its_entries() -> None:
    at = travelled("A", "B").add_entry("stops", "A", "S")[0]
    at = said(at, "leg_to", "Cancun", "A")
    assert [(spot.item, spot.entry) for spot in at.spots("main")] == [
        ("hello", None),
        ("moved", None),
        ("legs", None),
        ("leg_to", "A"),
        ("leg_by", "A"),
        ("stops", "A"),
        ("stop", "S"),
        ("leg_to", "B"),
        ("leg_by", "B"),
        ("stops", "B"),
        ("age", None),
        ("town", None),
        ("land", None),
    ]


def test_what_is_not_relevant_is_no_page_and_no_list() -> None:
    assert [spot.item for spot in interview(JOURNEY).spots("main")] == [
        "hello",
        "moved",
        "age",
        "town",
        "land",
    ]


def test_a_page_is_left_out_when_none_of_its_questions_is_asked() -> None:
    at = travelled("A").add_entry("stops", "A", "S")[0]
    assert Spot("stop", "S") not in at.spots("main")


def test_continue_leads_along_the_section_and_out_of_an_entry_to_its_list() -> None:
    at = said(travelled("A", "B"), "leg_to", "Cancun", "A").add_entry("stops", "A", "S")[0]
    assert at.following(Spot("moved")) == Spot("legs")
    assert at.following(Spot("legs")) == Spot("age")
    assert at.following(Spot("leg_to", "A")) == Spot("leg_by", "A")
    assert at.following(Spot("leg_by", "A")) == Spot("stops", "A")
    assert at.following(Spot("stop", "S")) == Spot("stops", "A")
    assert at.following(Spot("stops", "A")) == Spot("legs")
    assert at.following(Spot("land")) is None


def test_back_leads_the_same_way_and_before_an_entry_to_its_list() -> None:
    at = said(travelled("A"), "leg_to", "Cancun", "A").add_entry("stops", "A", "S")[0]
    assert at.preceding(Spot("age")) == Spot("legs")
    assert at.preceding(Spot("legs")) == Spot("moved")
    assert at.preceding(Spot("leg_to", "A")) == Spot("legs")
    assert at.preceding(Spot("stop", "S")) == Spot("stops", "A")
    assert at.preceding(Spot("hello")) is None


def test_from_a_page_that_has_just_been_hidden_the_way_goes_on() -> None:
    at = said(travelled("A"), "moved", "no")
    assert at.following(Spot("legs")) == Spot("age")
    assert at.preceding(Spot("legs")) == Spot("moved")
    assert at.following(Spot("leg_by", "A")) == Spot("legs")


def test_a_hidden_answer_is_kept_reads_as_empty_and_comes_back() -> None:
    at = said(said(travelled("A"), "by", "other", "A"), "by_other", "a mule", "A")
    hidden, delta = at.answer(Path("by", "A"), Answer("bus"))
    assert delta.hidden == {Path("by_other", "A")}
    assert hidden.answers.get(Path("by_other", "A")) == Answer("a mule")
    assert list(hidden.hidden_answers()) == [Path("by_other", "A")]
    assert "by_other" not in hidden.texts_for("A")
    assert hidden.paths(Spot("leg_by", "A")) == (Path("by", "A"),)
    back, delta = hidden.answer(Path("by", "A"), Answer("other"))
    assert delta.shown == {Path("by_other", "A")}
    assert back.texts_for("A")["by_other"] == Answer("a mule")


def test_a_change_in_one_entry_shows_nothing_in_another() -> None:
    _, delta = travelled("A", "B").answer(Path("by", "B"), Answer("other"))
    assert delta == Delta(
        (AnswerSet(Path("by", "B"), Answer("other")),), shown=frozenset({Path("by_other", "B")})
    )


def test_hiding_a_repeat_hides_all_its_entries_and_they_count_for_nothing() -> None:
    at = travelled("A", "B", "C")
    assert at.is_asked(Path("many"))
    hidden, delta = at.answer(Path("moved"), Answer("no"))
    assert {path.question for path in delta.hidden} == {"leg_to", "by", "many"}
    assert not hidden.is_asked(Path("many"))


def test_an_entry_is_removed_with_all_it_holds_and_brought_back_exactly() -> None:
    at = said(travelled("A", "B", "C"), "leg_to", "Cancun", "A").add_entry("stops", "A", "S")[0]
    at = said(at, "stop", "the beach", "S")
    removed, delta = at.remove_entry("A", NOON)
    assert delta.changes == (EntrySet(Entry("A", "legs", None, 0, NOON)),)
    assert {Path("stop", "S"), Path("leg_to", "A"), Path("many")} <= delta.hidden
    assert list(removed.hidden_answers()) == [Path("leg_to", "A"), Path("stop", "S")]
    restored, undone = removed.restore_entry("A")
    assert restored == at
    assert (undone.shown, undone.hidden) == (delta.hidden, delta.shown)


def test_a_new_entry_stands_after_those_that_are_there_removed_ones_included() -> None:
    at = travelled("A", "B").remove_entry("B", NOON)[0]
    _, delta = at.add_entry("legs", None, "C")
    assert delta.changes == (EntrySet(Entry("C", "legs", None, 2)),)


@pytest.mark.parametrize(
    ("repeat", "parent", "name"), [("legs", None, "A"), ("stops", None, "S"), ("legs", "A", "B")]
)
def test_an_entry_needs_a_new_id_and_a_fitting_parent(repeat: str, parent: str | None, name: str) -> None:
    with pytest.raises(ValueError, match="an entry needs"):
        travelled("A").add_entry(repeat, parent, name)


def test_standings_are_told_apart() -> None:
    at = said(said(interview(JOURNEY), "moved", "no"), "age", State.DONT_KNOW)
    at = at.see(Spot("land"))[0]
    standing = {name: at.standing(Path(name)) for name in ("moved", "age", "land", "town", "many", "hello")}
    assert standing == {
        "moved": Standing.ANSWERED,
        "age": Standing.STATE,
        "land": Standing.UNANSWERED,
        "town": Standing.NOT_REACHED,
        "many": Standing.NOT_ASKED,
        "hello": Standing.NOT_ASKED,
    }


def test_a_required_question_is_missed_only_after_it_was_seen() -> None:
    at = interview(JOURNEY)
    assert at.problem(Path("moved")) is None
    at, delta = at.see(Spot("moved"))
    assert delta == Delta((Seen(frozenset({Path("moved")})),), problems=frozenset({Path("moved")}))
    assert at.problems("main") == (Problem(Path("moved"), "required"),)
    assert said(at, "moved", State.PREFER_NOT_TO_SAY).problems("main") == ()
    assert said(at, "moved", State.LATER).problem(Path("moved")) == Problem(Path("moved"), "required")
    assert at.see(Spot("moved")) == (at, Delta())


def test_what_a_constraint_dislikes_is_kept_and_told() -> None:
    at, delta = interview(JOURNEY).answer(Path("age"), Answer(200))
    assert delta.problems == {Path("age")}
    assert at.answers.get(Path("age")) == Answer(200)
    assert at.problem(Path("age")) == Problem(Path("age"), "constraint")
    assert said(at, "age", "many").problem(Path("age")) == Problem(Path("age"), "not_a_number")
    assert said(at, "age", State.DONT_KNOW).problem(Path("age")) is None


def test_a_choice_filter_offers_what_fits_and_tells_what_no_longer_does() -> None:
    at = said(said(interview(JOURNEY), "land", "mx"), "town", "cancun")
    assert [choice.name for choice in at.choices(Path("town"))] == ["tijuana", "cancun"]
    assert at.problem(Path("town")) is None
    moved, delta = at.answer(Path("land"), Answer("tr"))
    assert delta.problems == {Path("town")}
    assert moved.problem(Path("town")) == Problem(Path("town"), "no_such_choice")


def test_only_the_person_calls_a_section_finished() -> None:
    at = interview(JOURNEY)
    assert at.progress("main") is Progress.NOT_STARTED
    at = said(at, "age", 40)
    assert at.progress("main") is Progress.STARTED
    done, delta = at.finish("main")
    assert (done.progress("main"), delta.changes) == (
        Progress.FINISHED,
        (SectionFinished("main", finished=True),),
    )
    assert done.finish("main") == (done, Delta())
    assert done.finish("main", finished=False)[0].progress("main") is Progress.STARTED


def test_a_text_may_name_its_own_entry_those_around_it_and_what_stands_outside() -> None:
    at = said(said(travelled("A", "B"), "leg_to", "Cancun", "A"), "leg_to", "Tijuana", "B")
    at = said(at.add_entry("stops", "A", "S")[0], "stop", "the beach", "S")
    assert {name: answer.value for name, answer in at.texts_for("S").items()} == {
        "moved": "yes",
        "leg_to": "Cancun",
        "stop": "the beach",
    }
    assert at.texts_for("B")["leg_to"].value == "Tijuana"
    assert set(at.texts_for(None)) == {"moved"}


def test_the_same_answer_again_changes_nothing() -> None:
    at = said(interview(JOURNEY), "age", 40)
    assert at.answer(Path("age"), Answer(40)) == (at, Delta())


def test_an_answer_to_no_question_of_the_form_is_refused() -> None:
    with pytest.raises(KeyError):
        interview(JOURNEY).answer(Path("nobody"), Answer("x"))


def test_answers_that_the_form_does_not_know_are_kept_hidden() -> None:
    lost = (Entry("X", "gone"), Entry("Y", "stops"), Entry("Z", "legs", "Z"))
    answers = Answers({Path("gone"): Answer("x"), Path("stop", "Y"): Answer("y")}, {e.id: e for e in lost})
    at = interview(JOURNEY, answers)
    assert list(at.hidden_answers()) == [Path("gone"), Path("stop", "Y")]
    assert said(at, "moved", "yes").spots("main")[2:4] == (Spot("legs"), Spot("age"))


def test_an_expression_that_cannot_be_worked_out_hides_nothing_and_blames_nobody() -> None:
    made = form("""
        - {type: text, name: a, label: A, relevant: "boom()", constraint: "boom()", required: "boom()"}
    """)
    at = said(interview(made).see(Spot("a"))[0], "a", "x")
    assert (at.is_asked(Path("a")), at.problems("main")) == (True, ())


def test_a_calculation_is_seen_by_what_reads_it() -> None:
    made = form("""
        - {type: integer, name: a, label: A}
        - {type: integer, name: twice, label: Twice, calculation: "${a} * 2"}
        - {type: text, name: big, label: Big, relevant: "${twice} > 10"}
    """)
    at, delta = interview(made).answer(Path("a"), Answer(6))
    assert delta.shown == {Path("big")}
    assert at.answer(Path("a"), Answer(5))[1].hidden == {Path("big")}
    assert {name: answer.value for name, answer in at.texts_for(None).items()} == {"a": 6, "twice": "12"}
    assert at.standing(Path("twice")) is Standing.NOT_ASKED


def test_a_calculation_may_look_at_what_is_stored_for_it_and_fails_as_empty() -> None:
    made = form("""
        - {type: text, name: kept, label: K, calculation: "if(. = '', 'new', .)"}
        - {type: text, name: failing, label: F, calculation: "boom()"}
    """)
    at = interview(made, Answers({Path("kept"): Answer("old")}))
    assert {name: answer.value for name, answer in at.texts_for(None).items()} == {
        "kept": "old",
    }
    assert at.given(Path("failing")) is None


def test_a_chain_of_a_thousand_that_wait_for_what_comes_later_is_walked() -> None:
    count = 1_000
    waiting = """
        - {type: text, name: q%d, label: Q, relevant: "${q%d} != ''", calculation: "${q%d}"}
    """
    links = (waiting.strip() % (number, number + 1, number + 1) for number in range(count))
    made = form("\n".join((*links, f"- {{type: text, name: q{count}, label: Last}}")))
    at, delta = interview(made).answer(Path(f"q{count}"), Answer("x"))
    assert len(delta.shown) == count
    assert at.texts_for(None)["q0"].value == "x"
    assert len(at.answer(Path(f"q{count}"), None)[1].hidden) == count


def test_a_problem_comes_and_goes_with_an_answer_that_is_hidden_or_worked_out() -> None:
    made = form("""
        - {type: yes_no, name: open, label: O}
        - {type: integer, name: least, label: L, relevant: "${open} = 'yes'"}
        - {type: integer, name: twice, label: T, calculation: "coalesce(${least}, 0) * 2"}
        - {type: integer, name: much, label: M, constraint: "${least} = '' or . > ${least}"}
        - {type: integer, name: more, label: M, constraint: ". > ${twice}"}
    """)
    at = said(said(said(interview(made), "open", "yes"), "much", 3), "more", 3)
    at, delta = at.answer(Path("least"), Answer(5))
    assert delta.problems == {Path("much"), Path("more")}
    assert at.answer(Path("open"), Answer("no"))[1].problems == {Path("much"), Path("more")}
