"""What a spreadsheet asks is asked by the form pack that is made of it."""

from pathlib import Path

import pytest

from intake.errors import FolderTaken, NoQuestions, SpreadsheetUnwritable
from intake.form.loader import load_form, pack_words
from intake.form.model import Form, Page, Repeat
from intake.form.xlsform import Report, import_xlsform
from tests.support.spreadsheets import Rows, xls, xlsx


def imported(tmp_path: Path, **sheets: str | Rows) -> tuple[Form, Report]:
    file, out = xlsx(tmp_path / "form.xlsx", **sheets), tmp_path / "pack"
    report = import_xlsform(file, out)
    return load_form(out), report


def told(report: Report) -> list[tuple[str, int, str]]:
    return [(item.sheet, item.row, item.code) for item in report.items]


def codes(report: Report) -> list[str]:
    return [item.code for item in report.items]


SETTINGS = """
| form_title | form_id | version |
| Intake     | intake  | 7       |
"""


def test_a_plain_questionnaire_comes_over_with_nothing_lost(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type          | name  | label | hint | required | relevant | constraint | constraint_message |
        | begin_group   | you   | About you          |        |          |              |       |            |
        | text          | town  | Where do you live? | A town | yes      |              |       |            |
        | select_one yn | moved | Did you move?      |        |          |              |       |            |
        | integer       | times | How many times?    |        |          | ${moved}='y' | . > 0 | Once only. |
        | end_group     |       |                    |        |          |              |       |            |
        """,
        choices="""
        | list_name | name | label |
        | yn        | y    | Yes   |
        | yn        | n    | No    |
        """,
        settings=SETTINGS,
    )
    assert (report.items, report.exit_code) == ((), 0)
    assert (form.name, form.version, form.title) == ("intake", "7", "Intake")
    assert [section.name for section in form.sections] == ["you"]
    times = form.questions["times"]
    assert times.relevant is not None
    assert times.constraint is not None
    assert (times.relevant.source, times.constraint.source) == ("${moved}='y'", ". > 0")
    assert times.constraint_message == "Once only."
    assert form.questions["town"].hint == "A town"
    assert form.questions["town"].required is not None
    assert [choice.name for choice in form.choice_lists["yn"].choices] == ["y", "n"]


def test_the_older_file_format_says_the_same(tmp_path: Path) -> None:
    file = xls(tmp_path / "a.xls", survey=[["type", "name", "label"], ["text", "town", "Where do you live?"]])
    import_xlsform(file, tmp_path / "pack")
    assert load_form(tmp_path / "pack").questions["town"].label == "Where do you live?"


@pytest.mark.parametrize(
    "headers",
    [
        ["Type", " NAME ", "Label", "Constraint Message", "Relevance", "Read only"],
        ["command", "tag", "caption", "bind::jr:constraintMsg", "bind::relevant", "readonly"],
        [
            "type",
            "value",
            "label::English (en)",
            "constraint_message::English (en)",
            "bind:relevant",
            "read_only",
        ],
        ["type", "name", "label:English", "constraining message", "relevant", "bind::readonly"],
    ],
)
def test_headers_are_known_in_all_the_spellings_in_use(headers: list[str], tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey=[
            headers,
            ["text", "a", "Say it", "", "", ""],
            ["text", "b", "And", "No", "${a} != ''", "TRUE"],
        ],
        settings=SETTINGS,
    )
    assert report.items == ()
    question = form.questions["b"]
    assert question.relevant is not None
    assert (question.label, question.constraint_message, question.read_only) == ("And", "No", True)
    assert question.relevant.source == "${a} != ''"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("text", "text"),
        ("Text ", "text"),
        ("string", "text"),
        ("int", "integer"),
        ("select one yn", "select_one"),
        ("select_one  yn", "select_one"),
        ("Select1 yn", "select_one"),
        ("select one from yn", "select_one"),
        ("add select one prompt using yn", "select_one"),
        ("select all that apply from yn", "select_multiple"),
        ("select_multiple yn", "select_multiple"),
        ("add note prompt", "note"),
        ("q string", "text"),
        ("decimal", "decimal"),
    ],
)
def test_types_are_known_in_all_the_spellings_in_use(said: str, kind: str, tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey=[["type", "name", "label"], ["text", "first", "First"], [said, "a", "A"]],
        choices=[["list_name", "name", "label"], ["yn", "y", "Yes"]],
        settings=SETTINGS,
    )
    assert report.items == ()
    assert form.questions["a"].kind == kind
    assert form.questions["a"].choice_list == ("yn" if "select" in kind else "")


def test_headers_may_stand_below_a_title_and_columns_twice(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | Our survey |      |       |        |
        | type       | name | label | type   |
        | text       | a    | A     |        |
        |            | b    | B     | note   |
        | integer    | c    | C     | text   |
        """,
        settings=SETTINGS,
    )
    assert [form.questions[name].kind for name in "abc"] == ["text", "note", "integer"]
    assert told(report) == [("survey", 2, "headers_lower"), ("survey", 2, "column_twice_differs")]


def test_what_a_desktop_cannot_do_is_asked_in_words_and_told(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type     | name  | label           | image   | requiredMsg | mystery |
        | geopoint | where | Where was it?   | map.png |             |         |
        | geotrace | voice | Where to        |         | Please.     |         |
        | seance   | ghost | Call the ghost  |         |             | boo     |
        """,
        settings=SETTINGS,
    )
    assert [question.kind for question in form.questions.values()] == ["long_text", "long_text", "text"]
    assert form.questions["where"].stands_in_for == "geopoint"
    assert told(report) == [
        ("survey", 2, "capture_as_text"),
        ("survey", 2, "media_left_out"),
        ("survey", 3, "capture_as_text"),
        ("survey", 3, "required_message_left_out"),
        ("survey", 4, "column_unknown"),
        ("survey", 4, "type_unknown"),
    ]
    assert report.exit_code == 3


def test_what_a_telephone_notes_is_left_out_and_expressions_do_without(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type     | name | label            | relevant                         |
        | start    | begun |                 |                                  |
        | today    | day  |                  |                                  |
        | deviceid | box  |                  |                                  |
        | text     | a    | Begun at ${begun} | ${begun} != '' and ${day} != ${box} |
        """,
        settings=SETTINGS,
    )
    relevant = form.questions["a"].relevant
    assert relevant is not None
    assert relevant.source == "now() != '' and today() != ''"
    assert form.questions["a"].label == "Begun at …"
    assert codes(report) == ["metadata_left_out"] * 3 + ["text_names_nothing"]


def test_groups_become_sections_and_pages_and_conditions_come_along(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type         | name   | label   | relevant     | appearance |
        | text         | first  | First   |              |            |
        | begin group  | home   | Home    | ${first}='1' |            |
        | text         | street | Street  |              |            |
        | begin group  | rooms  | Rooms   | ${street}='2' |           |
        | integer      | many   | Many    |              |            |
        | begin group  | bath   | Bath    | ${many}=3    |            |
        | text         | tub    | Tub     | ${many}=4    |            |
        | end group    |        |         |              |            |
        | begin repeat | doors  | Doors   |              |            |
        | text         | colour | Colour  |              |            |
        | end repeat   |        |         |              |            |
        | end group    |        |         |              |            |
        | end group    |        |         |              |            |
        | begin group  | one    | On one  |              | field-list |
        | text         | left   | Left    |              |            |
        | begin group  | inner  | Inner   | ${left}='5'  |            |
        | text         | right  | Right   |              |            |
        | end group    |        |         |              |            |
        | end group    |        |         |              |            |
        """,
        settings=SETTINGS,
    )
    assert [(s.name, s.label) for s in form.sections] == [
        ("questions", "Intake"),
        ("home", "Home"),
        ("questions_2", "Intake (2)"),
    ]
    home = form.section("home")
    shape = [(i.name, i.relevant.source if i.relevant else "") for i in home.items]
    assert home.relevant is not None
    assert home.relevant.source == "${first}='1'"
    assert shape == [
        ("street", ""),
        ("rooms", "${street}='2'"),
        ("bath", "(${street}='2') and (${many}=3)"),
        ("doors", "${street}='2'"),
    ]
    assert isinstance(home.items[3], Repeat)
    page = form.section("questions_2").items[0]
    assert isinstance(page, Page)
    assert [q.name for q in page.questions] == ["left", "right"]
    right = form.questions["right"].relevant
    assert right is not None
    assert right.source == "${left}='5'"
    assert told(report) == [("survey", 17, "heading_left_out")]


def test_a_repeat_in_a_repeat_stays_one_and_names_its_entries(tmp_path: Path) -> None:
    form, _ = imported(
        tmp_path,
        survey="""
        | type         | name  | label    | repeat_count |
        | begin_repeat | legs  | Legs     | 2            |
        | note         | say   | Go on    |              |
        | text         | from  | From     |              |
        | begin_repeat | stops | Stops    |              |
        | text         | stop  | Stop     |              |
        | end_repeat   |       |          |              |
        | end_repeat   |       |          |              |
        """,
        settings=SETTINGS,
    )
    legs = form.repeats["legs"]
    assert legs.count is not None
    assert (legs.entry, legs.add, legs.count.source) == ("${from}", "+ Legs", "2")
    assert form.repeats["stops"].repeats == ("legs",)
    assert form.questions["stop"].repeats == ("legs", "stops")


def test_groups_left_open_or_closed_twice_do_no_harm(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type         | name | label |
        | end group    |      |       |
        | begin repeat | r    | R     |
        | begin group  | g    | G     |
        | text         | a    | A     |
        | end repeat   |      |       |
        | begin group  | h    | H     |
        | text         | b    | B     |
        """,
        settings=SETTINGS,
    )
    assert form.questions["a"].repeats == ("r",)
    assert form.questions["b"].repeats == ()
    assert told(report) == [
        ("survey", 2, "closes_nothing"),
        ("survey", 4, "never_closed"),
        ("survey", 7, "never_closed"),
    ]


def test_a_group_of_a_kind_we_do_not_know_becomes_a_group_and_is_told(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type        | name | label |
        | begin_score | s    | S     |
        | score__row  | a    | A     |
        | end_score   |      |       |
        """,
        settings=SETTINGS,
    )
    assert [(s.name, [i.name for i in s.items]) for s in form.sections] == [("s", ["a"])]
    assert codes(report) == ["group_unknown", "type_unknown", "group_unknown"]


def test_names_become_one_of_a_kind_and_expressions_follow(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type        | name      | label          | relevant            |
        | begin group | roof      | Roof           |                     |
        | text        | roof      | The roof       |                     |
        | text        | имя       | Имя            | ${roof} = 'x'       |
        | text        | two words | Two words      | ${имя} != ''        |
        | end group   |           |                |                     |
        | begin group | other     | Other          |                     |
        | text        | roof      | Another roof   |                     |
        | text        | last      | ${two words}   | ${roof} = "roof"    |
        | note        |           | Unnamed        |                     |
        | end group   |           |                |                     |
        """,
        settings=SETTINGS,
    )
    assert list(form.questions) == ["roof", "q", "two_words", "roof_3", "last", "note"]
    assert [s.name for s in form.sections] == ["roof_2", "other"]
    sources = [q.relevant.source for q in form.questions.values() if q.relevant]
    assert sources == ["${roof} = 'x'", "${q} != ''", '${roof_3} = "roof"']
    assert form.questions["last"].label == "${two_words}"
    assert codes(report).count("renamed") == 4
    assert codes(report).count("name_made") == 1


def test_choices_are_one_word_and_one_of_a_kind_and_what_names_them_follows(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type            | name   | label  | relevant              | choice_filter      |
        | select_one area | area   | Area   |                       |                    |
        | select_one town | town   | Town   | ${area} = 'the north' | area = ${area}     |
        """,
        choices="""
        | list name | value     | label     | area      |
        | area      | the north | The north |           |
        |           | south     | The south |           |
        | town      | a         | A         | the north |
        | town      | a         | A again   | south     |
        | town      | b         |           | south     |
        | town      |           |           |           |
        """,
        settings=SETTINGS,
    )
    assert [c.name for c in form.choice_lists["area"].choices] == ["the_north", "south"]
    towns = form.choice_lists["town"].choices
    assert [(c.name, c.label, c.columns["area"]) for c in towns] == [
        ("a", "A", "the_north"),
        ("a_2", "A again", "south"),
        ("b", "b", "south"),
    ]
    relevant = form.questions["town"].relevant
    assert relevant is not None
    assert relevant.source == "${area} = 'the_north'"
    assert told(report) == [
        ("choices", 2, "renamed"),
        ("choices", 3, "list_from_above"),
        ("choices", 5, "choice_twice"),
        ("choices", 6, "label_made"),
        ("choices", 7, "choice_without_name"),
    ]


def test_or_other_stays_unless_the_list_has_another_already(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type                                | name | label |
        | select_one food or_other            | meal | Meal  |
        | select_multiple way or specify other | ways | Ways  |
        """,
        choices="""
        | list_name | name  | label   |
        | food      | rice  | Rice    |
        | way       | bus   | Bus     |
        | way       | other | Another |
        """,
        settings=SETTINGS,
    )
    assert report.items == ()
    assert form.questions["meal"].or_other
    assert not form.questions["ways"].or_other
    relevant = form.questions["ways_other"].relevant
    assert relevant is not None
    assert relevant.source == "selected(${ways}, 'other')"


def test_what_nobody_sees_needs_no_label_and_no_section(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type        | name | label | calculation | default  | relevant |
        | calculate   | two  |       | 1 + 1       |          |          |
        | begin group | g    | G     |             |          |          |
        | integer     | a    | A     |             | ${two}   |          |
        | end group   |      |       |             |          |          |
        | begin group | sums | Sums  |             |          | ${a} > 1 |
        | calculate   | bad  |       | 1 +         |          |          |
        | end group   |      |       |             |          |          |
        | hidden      | h    |       |             | constant |          |
        """,
        settings=SETTINGS,
    )
    assert [(s.name, [i.name for i in s.items]) for s in form.sections] == [("g", ["two", "a", "bad", "h"])]
    assert [form.questions[name].kind for name in ("two", "bad", "h")] == ["calculate", "hidden", "hidden"]
    worked, relevant = form.questions["a"].worked_default, form.questions["bad"].relevant
    assert worked is not None
    assert relevant is not None
    assert (worked.source, relevant.source) == ("${two}", "${a} > 1")
    assert told(report) == [("survey", 7, "expression_left_out")]


def test_a_range_without_a_scale_takes_the_usual_one(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type  | name | label | parameters           |
        | range | a    | A     | start=0; end=5, step=1 |
        | range | b    | B     | start=9 end=1        |
        """,
        settings=SETTINGS,
    )
    assert dict(form.questions["a"].parameters) == {"start": "0", "end": "5", "step": "1"}
    assert dict(form.questions["b"].parameters) == {}
    assert told(report) == [("survey", 3, "cell_left_out")]


def test_a_list_in_a_file_beside_the_spreadsheet_is_read_and_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "towns.csv").write_text("\ufeffcode,called,land\nx,Old Town,N\ny,,S\n", encoding="utf-8")
    (tmp_path / "broken.csv").write_bytes(b"name,label\n\xff,\xfe\n")
    form, report = imported(
        tmp_path,
        survey=[
            ["type", "name", "label", "parameters"],
            ["select_one_from_file towns.csv", "a", "A", "value=code label=called seed=7"],
            ["select_one_from_file ../towns.csv", "b", "B", ""],
            ["select_one_from_file gone.csv", "c", "C", ""],
            ["select_one_from_file broken.csv", "d", "D", ""],
            ["select_one nowhere", "e", "E", ""],
        ],
        settings=SETTINGS,
    )
    assert form.questions["a"].choice_list == "towns"
    assert dict(form.questions["a"].parameters) == {"seed": "7"}
    towns = form.choice_lists["towns"].choices
    assert [(c.name, c.label, c.columns["land"]) for c in towns] == [("x", "Old Town", "N"), ("y", "y", "S")]
    assert {form.questions[name].kind for name in "bcde"} == {"text"}
    assert told(report) == [
        ("survey", 3, "list_file_missing"),
        ("survey", 3, "list_missing"),
        ("survey", 4, "list_file_missing"),
        ("survey", 4, "list_missing"),
        ("survey", 5, "list_file_unreadable"),
        ("survey", 5, "list_missing"),
        ("survey", 6, "list_missing"),
    ]


def test_columns_of_a_file_that_give_way_to_others_are_told(tmp_path: Path) -> None:
    (tmp_path / "towns.csv").write_text("name,label,code\nOld Town,Town,x\n", encoding="utf-8")
    form, report = imported(
        tmp_path,
        survey=[
            ["type", "name", "label", "parameters"],
            ["select_one_from_file towns.csv", "a", "A", "value=code"],
            ["select_one_from_file towns.csv", "b", "B", "value=code"],
            ["select_one_from_file towns.csv", "c", "C", "label=name"],
        ],
        settings=SETTINGS,
    )
    (town,) = form.choice_lists["towns"].choices
    assert (town.name, town.label, dict(town.columns)) == ("x", "Town", {"code": "x"})
    assert told(report) == [("survey", 2, "file_column_left_out"), ("survey", 4, "file_read_before")]


@pytest.mark.parametrize(
    ("called", "code"),
    [
        ("jr:itext('greeting')", "expression_doubtful"),
        ("pulldata('towns', 'a', 'b', 'c')", "expression_left_out"),
    ],
)
def test_calls_that_have_no_meaning_here_are_told_with_their_row(
    tmp_path: Path, called: str, code: str
) -> None:
    _, report = imported(
        tmp_path,
        survey=[
            ["type", "name", "label", "calculation"],
            ["text", "a", "A", ""],
            ["calculate", "b", "", called],
        ],
        settings=SETTINGS,
    )
    assert told(report) == [("survey", 3, code)]
    assert report.exit_code == 3


def test_settings_for_other_programs_are_told_and_lose_nothing(tmp_path: Path) -> None:
    _, report = imported(
        tmp_path,
        survey="""
        | type | name | label |
        | text | a    | A     |
        """,
        settings="""
        | form_title | form_id | style | submission_url       | clean_text_values | add_none_option |
        | Intake     | intake  | pages | https://example.org/ | no                | yes             |
        """,
    )
    assert codes(report) == ["column_idle", "column_idle", "column_idle", "column_unknown"]
    assert [item.column for item in report.losses] == ["add_none_option"]


def test_pictures_beside_questions_and_choices_are_told_row_by_row(tmp_path: Path) -> None:
    _, report = imported(
        tmp_path,
        survey="""
        | type         | name | label | media::image | media::audio::es |
        | select_one l | a    | A     | a.png        |                  |
        | text         | b    | B     |              | b.mp3            |
        """,
        choices="""
        | list_name | name | label | media::image |
        | l         | x    | X     | x.png        |
        """,
        settings=SETTINGS,
    )
    assert {(sheet, row) for sheet, row, code in told(report) if code == "media_left_out"} == {
        ("survey", 2),
        ("survey", 3),
        ("choices", 2),
    }


def test_languages_become_catalogues_and_english_is_the_source(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type | name | label::Español (es) | label::English | hint  | label::Elvish |
        | text | a    | Hola                | Hello          | Pista | Suilad        |
        | text | b    | Sólo                |                |       |               |
        """,
        settings="""
        | form_title | form_id | default_language |
        | Intake     | intake  | Español (es)     |
        """,
    )
    spanish = pack_words(tmp_path / "pack", "es")
    assert form.languages == ("en", "es")
    assert form.questions["a"].label == "Hello"
    assert spanish.say_in("a:label", "Hello") == "Hola"
    assert spanish.say_in("a:hint", "Pista") == "Pista"
    assert form.questions["b"].label == "Sólo"
    assert "language_unknown" in codes(report)
    assert codes(report).count("text_in_another_language") == 2
    assert (
        (tmp_path / "pack/translations/es.po")
        .read_text("utf-8")
        .startswith('msgid ""\nmsgstr ""\n"Language: es')
    )


def test_a_questionnaire_without_english_speaks_its_own_language_and_says_so(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type | name | label::Français |
        | text | a    | Bonjour         |
        """,
        settings=SETTINGS,
    )
    assert form.questions["a"].label == "Bonjour"
    assert pack_words(tmp_path / "pack", "fr").say_in("a:label", "Bonjour") == "Bonjour"
    assert codes(report) == ["source_not_english"]


def test_paths_to_a_question_become_its_name_since_pages_are_laid_out_anew(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type        | name | label | relevant                                         |
        | begin group | g    | G     |                                                  |
        | begin group | h    | H     |                                                  |
        | text        | a    | A     |                                                  |
        | end group   |      |       |                                                  |
        | text        | b    | B     | ../h/a = 'x' and /data/g/h/a = 'y' and 4 div 2=2 |
        | text        | c    | C     | current()/../b != '' and position(..) = 1        |
        | end group   |      |       |                                                  |
        """,
        settings=SETTINGS,
    )
    sources = {q.name: q.relevant.source for q in form.questions.values() if q.relevant}
    assert " ".join(sources["b"].split()) == "${a} = 'x' and ${a} = 'y' and 4 div 2=2"
    assert " ".join(sources["c"].split()) == "${b} != '' and position(..) = 1"
    assert set(codes(report)) == {"path_rewritten"}


def test_expressions_that_cannot_be_read_are_left_out_one_by_one(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type | name | label | relevant     | constraint | calculation             |
        | text | a    | A     | ${nobody}=1  | . != ''    |                         |
        | text | b    | B     | 1 +          |            | pulldata('f','a','b',1) |
        | text | c    | C     | no_such(1)   |            |                         |
        | text | d    | D     | ${e} = 1     |            |                         |
        | text | e    | E     | ${d} = 1     |            |                         |
        | text | f    | F     | ‘a’ = ‘a’    |            |                         |
        """,
        settings=SETTINGS,
    )
    kept = {q.name for q in form.questions.values() if q.relevant}
    assert kept == {"c", "e", "f"}
    assert form.questions["a"].constraint is not None
    assert sorted(told(report)) == [
        ("survey", 2, "expression_left_out"),
        ("survey", 3, "expression_left_out"),
        ("survey", 3, "expression_left_out"),
        ("survey", 4, "expression_doubtful"),
        ("survey", 5, "circle_left_out"),
    ]
    assert report.exit_code == 3


def test_the_name_of_an_instance_becomes_the_title_of_a_case(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type | name | label |
        | text | имя  | A     |
        """,
        settings="""
        | form_title | form_id | instance_name                |
        | Intake     | intake  | concat('Case of ', ${имя}, "!") |
        """,
    )
    assert form.case_title == "Case of ${q}!"
    assert codes(report) == ["renamed"]


@pytest.mark.parametrize(
    "sheets",
    [
        {"survey": [["type", "name", "label"]]},
        {"survey": [["type", "name", "label"], ["note", "a", "Only a note"]]},
        {"survey": [["type", "name", "label"], ["start", "a", ""]]},
        {"notes": [["hello"]]},
        {"survey": [["hello", "world"]]},
        {"survey": []},
    ],
)
def test_a_spreadsheet_without_a_question_is_told_as_such(sheets: dict[str, Rows], tmp_path: Path) -> None:
    with pytest.raises(NoQuestions):
        import_xlsform(xlsx(tmp_path / "a.xlsx", **sheets), tmp_path / "pack")
    assert not (tmp_path / "pack").exists()


def test_nothing_is_ever_overwritten_and_nothing_half_written(tmp_path: Path) -> None:
    file = xlsx(tmp_path / "a.xlsx", survey=[["type", "name", "label"], ["text", "a", "A"]])
    (tmp_path / "pack").mkdir()
    import_xlsform(file, tmp_path / "pack")
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(FolderTaken):
        import_xlsform(file, tmp_path / "pack")
    with pytest.raises(FolderTaken):
        import_xlsform(file, file)
    with pytest.raises(SpreadsheetUnwritable):
        import_xlsform(file, tmp_path / "no" / "such" / "pack")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_sheet_under_another_name_is_found_by_its_headers(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        readme=[["Please fill the next sheet"]],
        Fragen=[["type", "name", "label"], ["text", "a", "A"]],
    )
    assert list(form.questions) == ["a"]
    assert ("readme", 0, "sheet_ignored") in told(report)


def test_rows_switched_off_or_without_a_type_are_told(tmp_path: Path) -> None:
    form, report = imported(
        tmp_path,
        survey="""
        | type | name | label | disabled |
        | text | a    | A     |          |
        | text | b    | B     | yes      |
        |      |      | Later |          |
        """,
        settings=SETTINGS,
    )
    assert list(form.questions) == ["a"]
    assert told(report) == [("survey", 3, "row_disabled"), ("survey", 4, "row_without_type")]
