"""A form pack is read strictly: every fault at once, each with its file and line, and never a traceback."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import Fault, FormError
from intake.form.loader import form_of, load_form, pack_files, pack_hash, pack_words
from intake.form.model import Page, Repeat
from intake.form.nodes import DEEPEST, LARGEST_FILE
from tests.support.packs import form, pack

QUESTION = "- {type: text, name: town, label: Which town?}"
ROOT = Path(__file__).resolve().parents[2]


def faults_of(files: Mapping[str, bytes]) -> tuple[Fault, ...]:
    with pytest.raises(FormError) as caught:
        form_of(files)
    return caught.value.faults


def told(files: Mapping[str, bytes]) -> list[tuple[str, int, str]]:
    return [(fault.file, fault.line, fault.code) for fault in faults_of(files)]


def with_section(text: str | bytes) -> dict[str, bytes]:
    data = text if isinstance(text, bytes) else text.encode()
    return {**pack(QUESTION), "sections/main.yaml": data}


def test_a_lone_question_becomes_a_page_of_its_own() -> None:
    (page,) = form(QUESTION).sections[0].items
    assert isinstance(page, Page)
    assert (page.name, page.label, page.relevant) == ("town", "Which town?", None)
    assert [question.name for question in page.questions] == ["town"]


def test_questions_know_the_repeats_around_them_outermost_first() -> None:
    made = form("""
        - type: repeat
          name: legs
          label: Legs
          entry: A leg
          add: Add a leg
          items:
            - type: repeat
              name: stops
              label: Stops
              entry: A stop
              add: Add a stop
              items:
                - {type: text, name: stop, label: Where?}
    """)
    assert made.questions["stop"].repeats == ("legs", "stops")
    assert made.repeats["stops"].repeats == ("legs",)
    assert isinstance(made.sections[0].items[0], Repeat)


def test_every_scalar_is_text_whatever_yaml_would_make_of_it() -> None:
    made = form(
        "- {type: select_one answers, name: flag, label: 2022-03-04, hint: 1.50, default: no}",
        choices="answers: [{name: no, label: No}, {name: yes, label: null}, {name: 1, label: 007}]",
    )
    question = made.questions["flag"]
    assert (question.label, question.hint, question.default) == ("2022-03-04", "1.50", "no")
    assert [(c.name, c.label) for c in made.choice_lists["answers"].choices] == [
        ("no", "No"),
        ("yes", "null"),
        ("1", "007"),
    ]


def test_required_says_yes_or_no_or_when() -> None:
    made = form("""
        - {type: text, name: a, label: A, required: yes}
        - {type: text, name: b, label: B, required: no}
        - {type: text, name: c, label: C, required: "${a} = ''"}
    """)
    sources = {
        name: question.required and question.required.source for name, question in made.questions.items()
    }
    assert sources == {"a": "true()", "b": None, "c": "${a} = ''"}


def test_an_expression_may_name_what_comes_later() -> None:
    made = form("""
        - {type: text, name: first, label: First, relevant: "${second} = 'x'"}
        - {type: text, name: second, label: Second}
    """)
    relevant = made.questions["first"].relevant
    assert relevant is not None
    assert relevant.references == {"second"}


def test_all_faults_of_all_files_are_told_at_once_in_order() -> None:
    files = pack(
        """
        - {type: text, name: town, label: Which town?, colour: red}
        - {type: number, name: age, label: How old?}
        - {type: text, name: 9lives, label: Lives}
        - {type: text, name: town, label: Again}
        - {type: select_one towns, name: pick, label: Pick, relevant: "${nobody} = 1"}
        - {name: untyped, label: Untyped}
        - {type: text, name: silent}
        """,
        choices="colours: [{name: red, label: Red}, {name: red, label: Rot}]",
    )
    assert told(files) == [
        ("choices.yaml", 1, "duplicate_choice"),
        ("sections/main.yaml", 4, "unknown_key"),
        ("sections/main.yaml", 5, "unknown_kind"),
        ("sections/main.yaml", 6, "bad_name"),
        ("sections/main.yaml", 7, "duplicate_name"),
        ("sections/main.yaml", 8, "unknown_list"),
        ("sections/main.yaml", 8, "bad_expression"),
        ("sections/main.yaml", 9, "missing_key"),
        ("sections/main.yaml", 10, "missing_key"),
    ]


def test_a_faulty_expression_tells_its_key_column_and_reason() -> None:
    (fault,) = faults_of(pack('- {type: text, name: a, label: A, constraint: "1 + ${missing}"}'))
    assert (fault.code, fault.facts) == (
        "bad_expression",
        {"key": "constraint", "column": 5, "reason": "unknown_name", "name": "missing"},
    )


def test_a_name_taken_in_another_file_is_told_with_where_it_was_taken() -> None:
    files = pack(
        QUESTION,
        more={
            "form.yaml": "{name: little, version: 1, title: T, sections: [main, other]}",
            "sections/other.yaml": "{section: other, label: O, items: [{type: text, name: town, label: T}]}",
        },
    )
    (fault,) = faults_of(files)
    assert (fault.file, fault.code) == ("sections/other.yaml", "duplicate_name")
    assert fault.facts == {"name": "town", "other_file": "sections/main.yaml", "other_line": 4}


def test_a_section_and_a_question_may_not_share_a_name() -> None:
    assert told(pack("- {type: text, name: main, label: Main}")) == [
        ("sections/main.yaml", 4, "duplicate_name")
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file_empty"),
        ("# nothing but a remark\n", "file_empty"),
        ("just words", "not_a_table"),
        ("- a\n- b\n", "not_a_table"),
        ("section: &here main\n", "anchor"),
        ("a: &a [*a]\n", "anchor"),
        ("section: *there\n", "alias"),
        ("section: !!str main\n", "tag"),
        ("section: !python/object:os.system x\n", "tag"),
        ("section: main\n---\nsection: main\n", "many_documents"),
        ("section: main: sub\n", "not_yaml"),
        ("label: 'never closed\n", "not_yaml"),
        ("items:\n\t- x\n", "not_yaml"),
        ("? [a, b]\n: c\n", "key_not_text"),
        ("[" * 100_000, "too_deep"),
        ("- " * 100_000, "too_deep"),
        ("{a: " * (DEEPEST + 1), "too_deep"),
        ("label: \x01\n", "control_character"),
        ("label: \ufffe\n", "control_character"),
        (b"label: \xff\n", "not_utf8"),
        (b"label: \xed\xa0\x80\n", "not_utf8"),
        (b"\xff\xfes\x00", "not_utf8"),
        (b"#" * (LARGEST_FILE + 1), "file_too_large"),
    ],
)
def test_a_file_that_is_no_plain_yaml_is_one_fault(text: str | bytes, code: str) -> None:
    assert [(file, found) for file, _, found in told(with_section(text))] == [("sections/main.yaml", code)]


def test_unreadable_places_are_told_by_line() -> None:
    assert told(with_section("section: main\nlabel: Main\nitems: *x\n")) == [
        ("sections/main.yaml", 3, "alias")
    ]
    assert told(with_section(b"section: main\n\nlabel: \xff")) == [("sections/main.yaml", 3, "not_utf8")]
    assert told(with_section("section: é\n\nlabel: é\x02")) == [
        ("sections/main.yaml", 3, "control_character")
    ]


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    plain = pack(QUESTION)
    windows = {name: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n") for name, data in plain.items()}
    assert form_of(windows).sections == form_of(plain).sections


def test_a_billion_laughs_are_refused_before_they_grow() -> None:
    bomb = "a: &a [x,x]\n" + "".join(
        f"{b}: &{b} [*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert told(with_section(bomb)) == [("sections/main.yaml", 1, "anchor")]


@pytest.mark.parametrize(
    ("items", "code"),
    [
        (
            "- {type: group, name: g, label: G, items: [{type: group, name: h, label: H, items: []}]}",
            "not_in_a_group",
        ),
        ("- {type: group, name: g, label: G, items: []}", "empty_list"),
        ("- {type: group, name: g, label: G, items: town}", "not_a_list"),
        ("- [a, b]", "not_a_table"),
        ("- {type: text, name: a, label: [A]}", "not_a_text"),
        ("- {type: text, name: a, label: ''}", "empty_text"),
        ("- {type: text, name: a, label: A, label: B}", "duplicate_key"),
        ("- {type: text, name: a, label: A, sensitive: true}", "not_yes_or_no"),
        ("- {type: text towns, name: a, label: A}", "list_not_wanted"),
        ("- {type: select_one, name: a, label: A}", "missing_list"),
        ("- {type: text, name: a, label: A, parameters: wide}", "bad_parameters"),
        ("- {type: text, name: a b, label: A}", "bad_name"),
        ("- {type: text, name: '${a}', label: A}", "bad_name"),
        ("- {type: text, name: a, label: A, relevant: '${a} = 1'}", "cycle"),
    ],
)
def test_a_faulty_item_is_told(items: str, code: str) -> None:
    assert told(pack(items)) == [("sections/main.yaml", 4, code)]


def test_a_cycle_is_spelt_out_where_it_begins() -> None:
    (fault,) = faults_of(
        pack("""
            - {type: text, name: a, label: A, relevant: "${c} = 1"}
            - {type: group, name: g, label: G, relevant: "${a} = 1", items: [{type: text, name: b, label: B}]}
            - {type: text, name: c, label: C, relevant: "${b} = 1"}
        """)
    )
    names = str(fault.facts["names"]).split(" → ")
    assert fault.code == "cycle"
    assert names[0] == names[-1]
    assert set(names) == {"a", "g", "b", "c"}


def test_calculations_that_wait_for_each_other_are_a_cycle() -> None:
    (fault,) = faults_of(
        pack("""
            - {type: text, name: a, label: A, calculation: "${b} + 1"}
            - {type: text, name: b, label: B, calculation: "${a} + 1"}
        """)
    )
    assert fault.code == "cycle"


def test_files_that_are_missing_or_strange_are_told() -> None:
    files = pack(QUESTION)
    head, section = files["form.yaml"], files["sections/main.yaml"]
    assert told({}) == [("form.yaml", 0, "file_missing")]
    assert told({"form.yaml": head}) == [("form.yaml", 4, "section_file_missing")]
    assert told({**files, "choice.yaml": b"a: []"}) == [("choice.yaml", 0, "unknown_file")]
    assert told({**files, "sections/extra.yaml": section}) == [
        ("sections/extra.yaml", 0, "section_not_listed")
    ]
    assert told({**files, "form.yaml": head + b"sections: [main]\n"}) == [("form.yaml", 5, "duplicate_key")]


def test_the_chronology_must_name_dates_that_are_asked_together() -> None:
    items = """
        - {type: uncertain_date, name: born, label: Born?}
        - {type: text, name: town, label: Where?}
        - type: repeat
          name: legs
          label: Legs
          entry: A leg
          add: Add
          items: [{type: uncertain_date, name: left, label: Left?}]
    """
    chronology = """
        - {name: birth, title: Born, when: born, place: town}
        - {name: leg, title: Left, when: left, place: town}
        - {name: odd, title: Odd, when: town}
        - {name: gone, title: Gone, when: nobody}
        - {name: mixed, title: Mixed, when: born, until: left}
        - {name: far, title: Far, when: born, lane: space}
        - {name: still, title: Still, when: born, still: town}
    """
    assert told(pack(items, more={"chronology.yaml": chronology})) == [
        ("chronology.yaml", 4, "not_a_date_question"),
        ("chronology.yaml", 5, "unknown_question"),
        ("chronology.yaml", 6, "other_repeat"),
        ("chronology.yaml", 7, "unknown_lane"),
        ("chronology.yaml", 8, "not_a_yes_no_question"),
    ]


def test_the_hash_follows_the_yaml_and_not_the_translations() -> None:
    files = pack(QUESTION)
    assert pack_hash(files) == pack_hash({**files, "translations/ru.po": b"x"}) == form_of(files).hash
    assert pack_hash(files) != pack_hash({**files, "form.yaml": files["form.yaml"] + b"\n"})
    moved = {"a.yaml": b"b", "ab.yaml": b""}
    assert pack_hash(moved) != pack_hash({"a.yaml": b"", "ab.yaml": b"b"})


def test_languages_are_those_of_the_catalogues_english_first() -> None:
    more = {f"translations/{language}.po": "" for language in ("ru", "ar", "es")}
    assert form(QUESTION, more=more).languages == ("en", "ar", "es", "ru")


def test_a_folder_is_read_like_its_files(tmp_path: Path) -> None:
    for name, data in pack(QUESTION).items():
        file = tmp_path / "Анкета и пробел" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    samples = tmp_path / "Анкета и пробел" / "samples"
    samples.mkdir()
    (samples / "one.yaml").write_text("not: part of it")
    assert load_form(tmp_path / "Анкета и пробел").hash == form(QUESTION).hash
    assert pack_words(tmp_path, "en").say_in("town:label", "Which town?") == "Which town?"


def test_a_folder_without_a_pack_and_one_that_cannot_be_read_are_faults(tmp_path: Path) -> None:
    with pytest.raises(FormError):
        load_form(tmp_path / "nowhere")
    (tmp_path / "form.yaml").mkdir()
    with pytest.raises(FormError) as caught:
        pack_files(tmp_path)
    assert [(fault.file, fault.code) for fault in caught.value.faults] == [("form.yaml", "file_unreadable")]


def test_a_translation_far_too_large_is_told_and_not_cut_short(tmp_path: Path) -> None:
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "ru.po").write_bytes(b"#" * (LARGEST_FILE + 1))
    with pytest.raises(FormError) as caught:
        pack_files(tmp_path)
    assert [(f.file, f.code) for f in caught.value.faults] == [("translations/ru.po", "file_too_large")]


def test_a_hostile_file_full_of_faults_tells_a_bounded_number() -> None:
    many = "section: main\nlabel: M\nitems:\n" + "".join(f"- {{a{n}: x}}\n" for n in range(2_000))
    assert 100 < len(faults_of(with_section(many))) < 1_000


def tried(files: Mapping[str, bytes]) -> None:
    """Load, and let pass only our own error."""
    try:
        form_of(files)
    except FormError as error:
        assert error.faults  # noqa: PT017  (either outcome is right; only a traceback is not)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_form_or_faults(data: bytes) -> None:
    tried(with_section(data))
    tried({**pack(QUESTION), "form.yaml": data})
    tried({**pack(QUESTION), "choices.yaml": data, "chronology.yaml": data})


WORDS = st.sampled_from(
    [
        "type",
        "name",
        "label",
        "items",
        "text",
        "repeat",
        "group",
        "entry",
        "add",
        "a",
        "b",
        "relevant",
        "${a}",
        "",
    ]
)


@given(
    st.recursive(WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=5))
)
def test_any_tree_gives_a_form_or_faults(tree: object) -> None:
    import json  # JSON is YAML

    tried(with_section(json.dumps({"section": "main", "label": "M", "items": tree})))
    tried({**pack(QUESTION), "choices.yaml": json.dumps(tree).encode()})
    tried({**pack(QUESTION), "chronology.yaml": json.dumps(tree).encode()})


@pytest.mark.parametrize("head", sorted(ROOT.glob("forms/*/form.yaml")), ids=lambda head: head.parent.name)
def test_every_shipped_pack_loads(head: Path) -> None:
    assert load_form(head.parent).questions
