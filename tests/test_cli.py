"""The commands as scripts of offices use them: output, exit codes, one line on stderr, never a traceback."""

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import pikepdf
import pypdf
import pytest
from PIL import Image

from intake.answers import Answer
from intake.answers import Path as At
from intake.case import Case, Role, Sitting, Status
from intake.changes import AnswerSet
from intake.export.firm import FirmPapers
from intake.form.loader import load_form
from intake.opening import PACK, read_pack, text_of_pack
from intake.vault.vault import Vault
from intake.words import Words
from tests.support.packs import pack as pack_of_items
from tests.support.vaults import CHEAP, PASSPHRASE, ROOT
from ui.paths import find_folders

NOW = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
NAME = "Образцова-вымышленная"
ALONE = Sitting(Role.APPLICANT)


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


class Office:
    """A vault with one draft, and a shell beside it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.vault = home / "наш офис.intake"
        self.secret = home / "passphrase.txt"
        self.secret.write_text(f"{PASSPHRASE}\nthe second line is nobody's business\n", encoding="utf-8")
        self.case = self._make()

    def _make(self) -> Case:
        folder = find_folders().forms / PACK
        vault = Vault.create(self.vault, PASSPHRASE, listener=lambda _: None, cost=CHEAP)
        case = vault.new_case(text_of_pack(folder, read_pack(folder).form), "ru", fictional=True)
        answer = Answer(NAME, language="ru", at=NOW)
        vault.submit(case.id, [AnswerSet(At("family_name"), answer)])
        vault.close()
        return case

    def share(self) -> None:
        vault = Vault.open(self.vault, PASSPHRASE, listener=lambda _: None)
        vault.set_case(self.case.id, status=Status.SHARED)
        vault.close()

    def run(
        self,
        *arguments: object,
        typed: str = "",
        language: str = "C.UTF-8",
        out: IO[str] | None = None,
        program: tuple[str, ...] = ("-m", "ui"),
    ) -> Ended:
        """Run a command without a terminal. `out` is where its output goes; without it, it is caught."""
        done = subprocess.run(
            [sys.executable, *program, *map(str, arguments)],
            input=typed,
            stdout=out or subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            text=True,
            check=False,
            cwd=ROOT,
            env={**os.environ, "LC_ALL": language, "PYTHONUTF8": "1", "HOME": str(self.home)},
            timeout=120,
        )
        return Ended(done.returncode, done.stdout or "", done.stderr)

    def list(self, *more: object) -> Ended:
        return self.run("list", self.vault, "--passphrase-file", self.secret, *more)

    def export(self, *more: object) -> Ended:
        return self.run("export", self.vault, self.case.id, "--passphrase-file", self.secret, *more)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def one_line(ended: Ended) -> str:
    """The only line on stderr, which is no traceback."""
    (line,) = ended.err.splitlines()
    assert "Traceback" not in line
    return line


def test_list_gives_one_object_a_draft_and_no_names(office: Office) -> None:
    office.share()
    ended = office.list("--json")
    assert ended.code == 0
    assert NAME not in ended.out
    (row,) = map(json.loads, ended.out.splitlines())
    changed = row.pop("changed")
    assert datetime.fromisoformat(changed).utcoffset() == UTC.utcoffset(None)
    assert row == {
        "id": office.case.id,
        "status": "shared",
        "language": "ru",
        "answered": 1,
        "open_findings": None,
        "next_deadline": None,
    }


def test_list_says_of_a_draft_in_progress_only_that_it_exists(office: Office) -> None:
    (row,) = map(json.loads, office.list("--json").out.splitlines())
    assert (row["status"], row["answered"]) == ("in_progress", 0)


def test_list_without_json_has_a_line_a_draft(office: Office) -> None:
    assert office.list().out.split("\t")[:3] == [office.case.id, "in_progress", "ru"]


def test_the_passphrase_may_come_on_standard_input(office: Office) -> None:
    assert office.run("list", office.vault, "--passphrase-file", "-", typed=f"{PASSPHRASE}\n").code == 0


def test_a_passphrase_file_that_others_can_read_gets_a_warning(office: Office) -> None:
    assert office.list().err == ""
    office.secret.chmod(0o644)
    ended = office.list()
    assert ended.code == 0
    assert "chmod 600" in one_line(ended)


def test_a_wrong_passphrase_is_a_find_and_changes_nothing(office: Office) -> None:
    office.secret.write_text("something else\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in office.vault.rglob("*") if path.is_file()}
    ended = office.list()
    assert ended.code == 1
    assert "passphrase" in one_line(ended)
    assert {path.name: path.read_bytes() for path in office.vault.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("language", ["ru_RU.UTF-8", "es_MX.UTF-8"])
def test_errors_are_told_in_the_language_of_the_terminal(office: Office, language: str) -> None:
    english = office.run("list", office.home / "nowhere", "--passphrase-file", office.secret)
    ended = office.run("list", office.home / "nowhere", "--passphrase-file", office.secret, language=language)
    assert (english.code, ended.code) == (2, 2)
    assert one_line(ended) != one_line(english)
    assert "[en]" not in ended.err


def test_an_unshared_draft_is_not_exported(office: Office) -> None:
    target = office.home / "summary.pdf"
    ended = office.export("--pdf", target)
    assert ended.code == 1
    assert one_line(ended)
    assert not target.exists()


def test_a_shared_draft_is_exported_with_the_password_of_the_file(office: Office) -> None:
    office.share()
    target, password = office.home / "сводка.pdf", office.home / "pdf-password.txt"
    password.write_text("пароль для файла\n", encoding="utf-8")
    ended = office.export("--pdf", target, "--pdf-password-file", password)
    assert (ended.code, ended.err) == (0, "")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    reader = pypdf.PdfReader(target, password="пароль для файла")
    assert NAME in "\n".join(page.extract_text() for page in reader.pages)


def test_the_language_of_the_pdf_can_be_chosen(office: Office) -> None:
    office.share()
    target = office.home / "summary.pdf"
    assert office.export("--pdf", target, "--language", "es").code == 0
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(target).pages)
    spanish = Words.load("es", find_folders().translations)
    assert spanish.say("Summary of an intake") in text
    assert NAME in text


def test_a_language_that_is_not_there_is_refused(office: Office) -> None:
    office.share()
    target = office.home / "summary.pdf"
    ended = office.export("--pdf", target, "--language", "xx")
    assert ended.code == 2
    assert "en, es, ru" in one_line(ended)
    assert not target.exists()


def test_a_pdf_without_a_password_is_said_to_be_open(office: Office) -> None:
    office.share()
    ended = office.export("--pdf", office.home / "summary.pdf")
    assert ended.code == 0
    assert "password" in one_line(ended)


def test_an_opening_by_the_command_line_is_recorded(office: Office) -> None:
    office.share()
    office.export("--pdf", office.home / "summary.pdf")
    vault = Vault.open(office.vault, PASSPHRASE, listener=lambda _: None)
    assert [it.by for it in vault.openings(office.case.id)] == ["command line"]
    vault.close()


def test_a_vault_that_is_open_elsewhere_is_left_alone(office: Office) -> None:
    vault = Vault.open(office.vault, PASSPHRASE, listener=lambda _: None)
    try:
        ended = office.list()
    finally:
        vault.close()
    assert ended.code == 2
    assert one_line(ended)


def test_a_target_that_cannot_be_written_is_told(office: Office) -> None:
    office.share()
    ended = office.export("--pdf", office.home / "no such folder" / "summary.pdf")
    assert ended.code == 2
    assert one_line(ended)


def test_a_draft_that_is_not_there_is_told(office: Office) -> None:
    ended = office.run(
        "export",
        office.vault,
        "0000000000",
        "--pdf",
        office.home / "x.pdf",
        "--passphrase-file",
        office.secret,
    )
    assert ended.code == 2
    assert one_line(ended)


def test_the_shipped_pack_has_no_faults(office: Office) -> None:
    ended = office.run("form", "check", find_folders().forms / PACK)
    assert (ended.code, ended.err) == (0, "")


def test_a_pack_whose_translation_has_begun_can_be_used_and_is_told_to_be_unfinished(office: Office) -> None:
    items = "- {type: text, name: called, label: What do people call you?}\n"
    head = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    folder = office.home / "begun"
    for name, content in {**pack_of_items(items), "translations/ru.po": head}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    ended = office.run("form", "check", folder)
    assert (ended.code, ended.err) == (0, "")
    assert "called:label" in ended.out
    assert "things are not finished" in ended.out
    assert office.run("form", "check", folder, "--strict").code == 1


@pytest.mark.parametrize("command", [["check"], ["export", "--xlsx", "a.xlsx"]])
def test_a_pack_that_is_not_there_is_unusable(office: Office, command: list[str]) -> None:
    ended = office.run("form", command[0], office.home / "nowhere", *command[1:])
    assert ended.code == 2
    assert "There is no folder" in ended.err
    assert one_line(ended)


def test_faults_of_a_pack_are_listed_with_file_and_line(office: Office) -> None:
    pack = office.home / "pack"
    (pack / "sections").mkdir(parents=True)
    (pack / "form.yaml").write_text("name: x\nversion: '1'\ntitle: X\nsections: [you]\nstrange: key\n")
    (pack / "sections" / "you.yaml").write_text(
        "section: you\nlabel: You\nitems:\n  - type: nonsense\n    name: a\n"
    )
    ended = office.run("form", "check", pack)
    assert ended.code == 1
    places = [line.split(": ")[0] for line in ended.out.splitlines()]
    assert "form.yaml:5" in places
    assert any(place.startswith("sections/you.yaml:") for place in places)
    assert one_line(ended)


def test_a_pack_goes_out_as_a_spreadsheet_and_comes_back_with_what_was_lost_on_the_way(
    office: Office,
) -> None:
    sheet, back = office.home / "form.xlsx", office.home / "back"
    out = office.run("form", "export", find_folders().forms / PACK, "--xlsx", sheet)
    assert out.code == 3
    assert all(
        line.startswith(("survey:", "choices", "settings", "intake_", ":")) for line in out.out.splitlines()
    )
    assert one_line(out)
    assert office.run("form", "import", sheet, "--out", back).code == 0
    assert load_form(back).questions == load_form(find_folders().forms / PACK).questions
    again = office.run("form", "import", sheet, "--out", back)
    assert again.code == 2
    assert one_line(again)


def test_what_is_no_spreadsheet_and_what_is_no_pack_are_told(office: Office) -> None:
    (office.home / "page.xlsx").write_text("<html></html>", encoding="utf-8")
    for arguments in (
        ("form", "import", office.home / "page.xlsx", "--out", office.home / "a"),
        ("form", "import", office.home / "nowhere.xlsx", "--out", office.home / "a"),
        ("form", "export", office.home, "--xlsx", office.home / "a.xlsx"),
    ):
        ended = office.run(*arguments)
        assert ended.code == 2
        assert one_line(ended)
    assert not (office.home / "a").exists()
    assert not (office.home / "a.xlsx").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["list"],
        ["export", "x", "y"],
        ["form"],
        ["form", "import", "x"],
        ["form", "export", "x"],
        ["list", "x", "--nonsense"],
        ["demo"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_code_2(office: Office, arguments: list[str]) -> None:
    ended = office.run(*arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert one_line(ended)


def test_nothing_is_listed_in_help_that_does_not_exist(office: Office) -> None:
    ended = office.run("--help")
    assert ended.code == 0
    listed = re.findall(r"^ {4}([a-z]+) ", ended.out, re.MULTILINE)
    assert {"demo", "list", "export", "backup", "restore", "seal", "receive", "form"} <= set(listed)
    for name in listed:
        described = office.run(name, "--help")
        assert (described.code, described.err) == (0, "")
        assert f"asylum-intake {name}" in described.out


@pytest.mark.parametrize("name", ["", ".", "/", "x" * 300])
def test_a_target_that_is_no_name_of_a_file_is_told(office: Office, name: str) -> None:
    office.share()
    for ended in (
        office.export("--pdf", name),
        office.run("form", "export", find_folders().forms / PACK, "--xlsx", name),
    ):
        assert ended.code == 2
        assert one_line(ended)


def test_nothing_is_written_into_the_folder_of_a_vault(office: Office) -> None:
    office.share()
    (database,) = office.vault.glob("vault-*.db")
    before = {path: path.read_bytes() for path in office.vault.rglob("*") if path.is_file()}
    for ended in (
        office.export("--force", "--pdf", database),
        office.run("form", "export", find_folders().forms / PACK, "--force", "--xlsx", database),
    ):
        assert ended.code == 2
        assert "vault" in one_line(ended)
    assert {path: path.read_bytes() for path in office.vault.rglob("*") if path.is_file()} == before


def test_a_file_that_is_there_is_replaced_only_with_force(office: Office) -> None:
    office.share()
    target = office.home / "summary.pdf"
    target.write_bytes(b"somebody else's")
    ended = office.export("--pdf", target)
    assert ended.code == 2
    assert "--force" in one_line(ended)
    assert target.read_bytes() == b"somebody else's"
    assert office.export("--force", "--pdf", target).code == 0
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("password", [" ", "short", "я" * 64, "a password\twith a tab"])
def test_a_password_that_does_not_fit_a_pdf_is_told(office: Office, password: str) -> None:
    office.share()
    target, file = office.home / "summary.pdf", office.home / "pdf-password.txt"
    file.write_text(f"{password}\n", encoding="utf-8")
    file.chmod(0o600)
    ended = office.export("--pdf", target, "--pdf-password-file", file)
    assert ended.code == 2
    assert "password" in one_line(ended)
    assert not target.exists()


def test_a_passphrase_file_of_windows_opens_the_vault(office: Office) -> None:
    office.secret.write_bytes(f"\ufeff{PASSPHRASE}\r\n".encode())
    assert office.list().code == 0
    typed = office.run("list", office.vault, "--passphrase-file", "-", typed=f"\ufeff{PASSPHRASE}\r\n")
    assert typed.code == 0


def test_without_a_terminal_the_passphrase_is_not_read_in_sight(office: Office) -> None:
    ended = office.run("list", office.vault, typed=f"{PASSPHRASE}\n")
    assert ended.code == 2
    assert "--passphrase-file" in one_line(ended)


def test_no_passphrase_is_asked_for_where_no_vault_is(office: Office) -> None:
    ended = office.run("list", office.home / "nowhere")
    assert ended.code == 2
    assert "--passphrase-file" not in one_line(ended)


def test_output_that_cannot_be_written_is_told(office: Office) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = office.run("list", office.vault, "--passphrase-file", office.secret, out=full)
    assert ended.code == 2
    assert one_line(ended)


def test_a_reader_who_has_heard_enough_is_no_fault(office: Office) -> None:
    there, here = os.pipe()
    os.close(there)
    with os.fdopen(here, "w") as nobody:
        ended = office.run("list", office.vault, "--passphrase-file", office.secret, out=nobody)
    assert (ended.code, ended.err) == (2, "")


def test_a_file_of_a_pack_commands_no_terminal(office: Office) -> None:
    pack = office.home / "pack"
    (pack / "sections").mkdir(parents=True)
    (pack / "form.yaml").write_text('name: "\\e]0;owned\\a\\u202e\\u009b31m"\nversion: "1"\n')
    (pack / "sections" / "\x1b[31m\u202e.yaml").write_text("nonsense: 1\n")
    for ended in (
        office.run("form", "check", pack),
        office.run("form", "check", pack, "\x1b[31m"),
        office.run("list", office.home / "\x1b[31m", "--passphrase-file", office.home / "\x1b[31m"),
    ):
        assert ended.code in {1, 2}
        assert not set(ended.out + ended.err) & set("\x1b\x07\x9b\u202e")


def test_a_pipe_in_a_pack_or_for_a_spreadsheet_is_not_waited_for(office: Office) -> None:
    pack = office.home / "pack"
    pack.mkdir()
    os.mkfifo(pack / "form.yaml")
    assert office.run("form", "check", pack).code == 1
    assert office.run("form", "import", pack / "form.yaml", "--out", office.home / "a").code == 2


def test_names_too_long_for_any_disk_are_told(office: Office) -> None:
    name = "x" * 300
    for ended in (
        office.run("list", name, "--passphrase-file", office.secret),
        office.run("form", "import", name, "--out", office.home / "a"),
        office.run("form", "import", office.home / "a.xlsx", "--out", name),
        office.run("form", "check", name),
    ):
        assert ended.code in {1, 2}
        assert one_line(ended)


PRIVATE = """
import ctypes, os, resource, sys
from ui.__main__ import main
code = main()
dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
print(code, oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE), dumpable, file=sys.stderr)
"""


def test_a_command_leaves_no_picture_of_its_memory_and_no_file_for_others(office: Office) -> None:
    ended = office.run("list", office.vault, "--passphrase-file", office.secret, program=("-c", PRIVATE))
    assert one_line(ended) == "0 0o77 (0, 0) 0"


def test_demo_refuses_a_folder_that_holds_one_already(office: Office) -> None:
    (office.home / "demo.intake").mkdir()
    ended = office.run("demo", "--out", office.home)
    assert ended.code == 2
    assert one_line(ended)
    assert list((office.home / "demo.intake").iterdir()) == []


def keep_papers(office: Office, papers: FirmPapers) -> None:
    vault = Vault.open(office.vault, PASSPHRASE, listener=lambda _: None)
    for name, value in papers.settings().items():
        vault.set_setting(name, value)
    vault.close()


def test_export_takes_the_papers_that_the_vault_keeps_and_options_come_before_them(office: Office) -> None:
    office.share()
    drawn = io.BytesIO()
    Image.new("RGB", (60, 20), (29, 91, 121)).save(drawn, "JPEG")
    keep_papers(office, FirmPapers("Example Legal Aid (fictional)", drawn.getvalue(), "a4"))
    mine, other = office.home / "mine.pdf", office.home / "other.pdf"
    assert office.export("--pdf", mine).code == 0
    first = pypdf.PdfReader(mine).pages[0]
    assert "Example Legal Aid" in first.extract_text()
    assert (int(first.mediabox.width), len(first.images)) == (595, 1)
    lines = office.home / "letterhead.txt"
    lines.write_text("Another Office (fictional)", encoding="utf-8")
    assert office.export("--pdf", other, "--letterhead", lines, "--paper", "letter").code == 0
    first = pypdf.PdfReader(other).pages[0]
    assert "Another Office" in first.extract_text()
    assert "Example Legal Aid" not in first.extract_text()
    assert int(first.mediabox.width) == 612


def test_fonts_that_the_vault_names_and_that_are_gone_are_one_line(office: Office) -> None:
    office.share()
    keep_papers(office, FirmPapers(fonts=office.home / "taken out"))
    ended = office.export("--pdf", office.home / "x.pdf")
    assert ended.code == 2
    assert "fonts" in one_line(ended)
    assert not (office.home / "x.pdf").exists()
    here = office.home / "fonts"
    here.mkdir()
    assert office.export("--pdf", office.home / "x.pdf", "--fonts", here).code == 0
