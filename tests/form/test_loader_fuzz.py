"""Form packs broken in every way give a form or faults with a place, and nothing else."""

from gettext import NullTranslations

from hypothesis import given
from hypothesis import strategies as st

from intake.errors import Fault, FormError
from intake.form.advice import FAULTS
from intake.form.external import read_choices
from intake.form.faults import Faults
from intake.form.loader import form_of
from intake.form.model import Form
from intake.sentences import sentence
from intake.words import SOURCE_LANGUAGE, Words
from tests.support.packs import pack

ENGLISH = Words(SOURCE_LANGUAGE, NullTranslations())
WHOLE = pack(
    """
    - {type: integer, name: most, label: M, default: "1", constraint: . < 9, constraint_message: Look.}
    - type: group
      name: page
      label: Page
      items:
        - {type: select_one ways, name: way, label: "Way, ${most}?", or_other: yes}
        - {type: select_one_from_file towns.csv, name: town, label: Town?, choice_filter: "c = ${way}"}
        - {type: range, name: pain, label: Pain?, parameters: start=0 end=5 step=1}
    - type: repeat
      name: legs
      label: Legs
      entry: To ${to}
      add: Add
      repeat_count: ${most} + 1
      items:
        - {type: uncertain_date, name: when, label: When?, why: W, sensitive: yes}
        - {type: text, name: to, label: To?, relevant: "${when} != '' and position(..) < 3"}
        - type: repeat
          name: stops
          label: Stops
          entry: Stop
          add: Add
          items:
            - {type: calculate, name: sum, calculation: "count(${stops}) * ${most}"}
            - {type: date, name: day, label: Day?, default: today(), read_only: "no"}
    """,
    choices="ways: [{name: bus, label: Bus}, {name: foot, label: Foot}]",
    more={
        "towns.csv": "name,label,c\ntj,Tijuana,bus\n",
        "chronology.yaml": "- {name: left, title: 'To ${to}', when: when}\n",
    },
)
PIECES = (
    b"&a ~*a~!!python/object:x ~- ~: ~\t~\x00~\xff~\r~'~\"~{~]~#~---\n~${~}~\xef\xbb\xbf~yes~,~\n  ~| \n"
    b"~%YAML 9\n~type: ~items: ~name: most~((((~\xe2\x80\xae~[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
)
SPLICES = st.sampled_from(PIECES.split(b"~"))


@st.composite
def broken(draw: st.DrawFn) -> dict[str, bytes]:
    """A pack with some bytes of it cut out, doubled, moved, replaced or put in."""
    files = dict(WHOLE)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(files)))
        data = files[name]
        start, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        end = min(end, start + draw(st.integers(0, 40)))
        part = draw(st.sampled_from([b"", data[start:end] * 2]) | SPLICES | st.binary(max_size=6))
        files[name] = data[:start] + part + data[end:]
    return files


def test_the_pack_that_is_broken_is_whole_at_first() -> None:
    assert len(form_of(WHOLE).questions) == 8


def faults_of(files: dict[str, bytes]) -> tuple[Fault, ...]:
    """What is wrong with a pack; nothing when it is a form."""
    try:
        made = form_of(files)
    except FormError as error:
        return error.faults or (Fault("", 0, "no fault was told"),)
    return () if isinstance(made, Form) else (Fault("", 0, "no form came"),)


@given(broken())
def test_a_broken_pack_is_a_form_or_faults_that_say_where(files: dict[str, bytes]) -> None:
    for fault in faults_of(files):
        lines = len(files.get(fault.file, b"").splitlines()) + 1
        assert fault.file in files or fault.code in ("file_missing", "section_file_missing")
        assert 0 <= fault.line <= lines
        assert fault.code in FAULTS
        assert sentence(fault, ENGLISH)


@given(st.dictionaries(st.sampled_from([*WHOLE, "sections/other.yaml", "more.csv"]), st.binary(max_size=200)))
def test_any_bytes_in_any_file_are_a_form_or_faults(files: dict[str, bytes]) -> None:
    assert {fault.code for fault in faults_of({**WHOLE, **files})} <= FAULTS.keys()


@given(st.binary(max_size=400) | st.text(alphabet='nameلabel,"\n\r\t;\x00', max_size=200).map(str.encode))
def test_any_bytes_are_choices_or_faults(data: bytes) -> None:
    faults = Faults("towns.csv")
    found = read_choices(b"name,label\n" + data, faults)
    assert faults or all(choice.name and choice.label for choice in found.choices)
