"""From the files of a form pack to its Form.

Strict: everything unknown is a fault, and all faults are told at once.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from intake.disk import read_regular
from intake.form.building import Site, build_section
from intake.form.data_files import CHECKS_FILE, I589_FILE, RULES_FILE, TERMS_FILE, build_data
from intake.form.external import SUFFIX, read_choices
from intake.form.faults import Faults
from intake.form.fields import Fields, Keys, checked_name
from intake.form.lists import build_choice_lists, build_chronology, check_chronology
from intake.form.model import ChoiceList, Form
from intake.form.nodes import LARGEST_FILE, Node, Table, read_yaml
from intake.form.outline import outline
from intake.form.plan import Cycles, plan_of
from intake.words import SOURCE_LANGUAGE, Words

FORM_FILE, CHOICES_FILE, CHRONOLOGY_FILE = "form.yaml", "choices.yaml", "chronology.yaml"
SECTIONS, TRANSLATIONS = "sections", "translations"
_FILES = frozenset({FORM_FILE, CHOICES_FILE, CHRONOLOGY_FILE, I589_FILE, RULES_FILE, TERMS_FILE, CHECKS_FILE})

_FORM = Keys(
    frozenset({"name", "version", "title", "sections"}), frozenset({"case_title", "renames", "untranslated"})
)


def load_form(folder: Path) -> Form:
    """The form of a pack's folder. Raises FormError, which holds every fault found."""
    return form_of(pack_files(folder))


def pack_words(folder: Path, language: str) -> Words:
    """The pack's own texts in a language, from its compiled catalogue."""
    return Words.load(language, folder / TRANSLATIONS)


def pack_files(folder: Path) -> Mapping[str, bytes]:
    """Everything a questionnaire is made of, by name in its folder: its YAML files, its files of choices and
    its translations.

    Samples are not part of it. Raises FormError when a file cannot be read, or is far too large.
    """
    faults = Faults()
    patterns = ("*.yaml", f"*{SUFFIX}", f"{SECTIONS}/*.yaml", f"{TRANSLATIONS}/*.po")
    files: dict[str, bytes] = {}
    for path in sorted(path for pattern in patterns for path in folder.glob(pattern)):
        name = path.relative_to(folder).as_posix()
        try:
            files[name] = read_regular(path, LARGEST_FILE + 1)
        except OSError as error:
            faults.of(name).add(0, "file_unreadable", reason=error.strerror or "")
        else:
            if len(files[name]) > LARGEST_FILE:
                faults.of(name).add(0, "file_too_large", most=LARGEST_FILE)
    if faults:
        raise faults.error()
    return files


def form_of(files: Mapping[str, bytes]) -> Form:
    """The form that these files describe. Raises FormError, which holds every fault found."""
    faults = Faults()
    nodes = {name: read_yaml(data, faults.of(name)) for name, data in files.items() if name.endswith(".yaml")}
    head = _table(nodes, FORM_FILE, faults)
    if head is not None:
        lists = _choice_lists(files, nodes, faults)
        form = _form(Fields(head, _FORM, faults.of(FORM_FILE)), nodes, lists, faults)
        if not faults:
            return replace(form, hash=pack_hash(files), languages=_languages(files))
    raise faults.error()


def pack_hash(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the names and bytes of the YAML files and the files of choices, in the order of their
    names; translations do not count.
    """
    digest = hashlib.sha256()
    for name in sorted(name for name in files if name.endswith((".yaml", SUFFIX))):
        digest.update(f"{name}\0{len(files[name])}\0".encode())
        digest.update(files[name])
    return digest.hexdigest()


def _choice_lists(
    files: Mapping[str, bytes], nodes: Mapping[str, Node | None], faults: Faults
) -> Mapping[str, ChoiceList]:
    """The lists of `choices.yaml`, then those of CSV files, which have the names of their files."""
    lists = dict(build_choice_lists(nodes.get(CHOICES_FILE), faults.of(CHOICES_FILE)))
    for file in sorted(file for file in files if file.endswith(SUFFIX)):
        found = read_choices(files[file], faults.of(file))
        if found.name in lists:
            faults.of(file).add(0, "duplicate_list", list=found.name)
        elif checked_name(found.name, 0, faults.of(file)):
            lists[found.name] = found
    return lists


def _form(
    fields: Fields, nodes: Mapping[str, Node | None], lists: Mapping[str, ChoiceList], faults: Faults
) -> Form:
    name, parts = fields.name("name"), fields.names("sections")
    found = {part: _part_table(nodes, part, line, faults) for part, line in parts}
    tables = {part: table for part, table in found.items() if table is not None}
    _tell_strangers(nodes, found, faults)
    filed = frozenset(found.name for found in lists.values() if any(c.as_it_is for c in found.choices))
    site = Site(outline(name or "form", tables.items()), lists, filed)
    for part, line in parts:
        site.claim(part, line, faults.of(FORM_FILE))
    chronology = build_chronology(nodes.get(CHRONOLOGY_FILE), faults.of(CHRONOLOGY_FILE))
    form = Form(
        name=name,
        version=fields.needed_text("version"),
        title=fields.needed_text("title"),
        hash="",
        languages=(),
        sections=tuple(
            build_section(part, table, site, faults.of(_file_of(part))) for part, table in tables.items()
        ),
        choice_lists=lists,
        chronology=tuple(happening for happening, _ in chronology),
        case_title=fields.text("case_title"),
        renames={old.text: fields.text_of(new, "renames") for old, new in fields.pairs("renames")},
        untranslated=tuple(fields.text_of(node, "untranslated") for node in fields.items("untranslated")),
    )
    check_chronology(
        form, {happening.name: line for happening, line in chronology}, faults.of(CHRONOLOGY_FILE)
    )
    _check_order(form, site, faults)
    return replace(form, data=build_data(nodes, form, site.shape, faults))


def _check_order(form: Form, site: Site, faults: Faults) -> None:
    try:
        plan_of(form)
    except Cycles as found:
        for circle in found.names:
            file, line = site.places[circle[0]]
            faults.of(file).add(line, "cycle", names=" → ".join(circle))


def _file_of(section: str) -> str:
    return f"{SECTIONS}/{section}.yaml"


def _part_table(nodes: Mapping[str, Node | None], section: str, line: int, faults: Faults) -> Table | None:
    if _file_of(section) not in nodes:
        faults.of(FORM_FILE).add(line, "section_file_missing", name=section, wanted=_file_of(section))
        return None
    return _table(nodes, _file_of(section), faults)


def _table(nodes: Mapping[str, Node | None], file: str, faults: Faults) -> Table | None:
    node = nodes.get(file)
    if isinstance(node, Table):
        return node
    if node is not None:
        faults.of(file).add(node.line, "not_a_table", key=file)
    elif file not in nodes:
        faults.of(file).add(0, "file_missing")
    return None


def _tell_strangers(nodes: Mapping[str, Node | None], sections: Iterable[str], faults: Faults) -> None:
    known = {*_FILES, *map(_file_of, sections)}
    for file in sorted(nodes.keys() - known):
        faults.of(file).add(0, "section_not_listed" if file.startswith(f"{SECTIONS}/") else "unknown_file")


def _languages(files: Mapping[str, bytes]) -> tuple[str, ...]:
    names = sorted(PurePosixPath(file).stem for file in files if file.startswith(f"{TRANSLATIONS}/"))
    return (SOURCE_LANGUAGE, *(name for name in names if name != SOURCE_LANGUAGE))
