"""Packages: what was sealed comes out; nothing comes out of what was altered, cut or meant for another."""

import hashlib
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path as FilePath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyrage import decrypt_io, encrypt, x25519

from intake.answers import Answer, Answers, Entry, Path, State
from intake.case import Case, Status
from intake.errors import (
    ExportIntoVault,
    ExportUnwritable,
    HandoverError,
    NotAPackage,
    PackageDamaged,
    PackageForAnother,
    PackageTooLarge,
    PackageTooNew,
)
from intake.export.handover import manifest as manifests
from intake.export.handover import packing
from intake.export.handover.cards import card_of, fingerprint
from intake.export.handover.contents import (
    Draft,
    Talk,
    draft_files,
    read_draft,
    read_talk,
    sheet_of,
    talk_files,
)
from intake.export.handover.keys import new_keys, rotated, signed
from intake.export.handover.manifest import Item, Letterhead, Manifest, Purpose
from intake.export.handover.packing import Packing, padded
from intake.export.handover.sealing import MANIFEST, SIGNATURE, seal
from intake.export.handover.unsealing import needs_passphrase, unseal
from intake.record import Query

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = NOW.date()
FIRM = new_keys("Example Legal Aid (fictional)", TODAY)
APPLICANT = new_keys("", TODAY)
HEAD = Letterhead("0" * 16, Purpose.DRAFT, "ABCDEFGHJK", 1, NOW, "ru")
PHOTO = b"\xff\xd8\xff not really a photo"
DIGEST = hashlib.sha256(PHOTO).hexdigest()
CASE = Case("ABCDEFGHJK", "asylum_us", "f" * 64, "ru", Status.SHARED, NOW, NOW, resume_at="incidents/3")
ANSWERS = Answers(
    {
        Path("name"): Answer("Анна Вымышленная", language="ru", by="", at=NOW),
        Path("fear"): Answer(state=State.TELL_IN_PERSON, kept="was there before", at=NOW),
        Path("photo"): Answer(
            {"sha256": DIGEST, "name": "лицо.jpg", "media": "image/jpeg", "size": len(PHOTO)}, kind="image"
        ),
        Path("where", "AAAAAAAAAA"): Answer("Tijuana"),
        Path("where", "BBBBBBBBBB"): Answer("removed words"),
    },
    {
        "AAAAAAAAAA": Entry("AAAAAAAAAA", "stops"),
        "BBBBBBBBBB": Entry("BBBBBBBBBB", "stops", removed_at=NOW),
    },
    frozenset({Path("name")}),
    frozenset({"identity"}),
)
DRAFT = Draft(
    sheet_of(CASE, ANSWERS, frozenset()),
    Talk(),
    {"form.yaml": b"name: x", "sections/a.yaml": b""},
    "Имя: Анна",
    {DIGEST: PHOTO}.__getitem__,
)


def sealed(folder: FilePath, draft: Draft = DRAFT) -> FilePath:
    target = folder / "parcel.age"
    seal(target, HEAD, draft_files(draft), card_of(FIRM), APPLICANT)
    return target


def sealed_raw(folder: FilePath, plain: bytes) -> FilePath:
    """What somebody else's program might seal: any bytes, to the right key."""
    target = folder / "raw.age"
    target.write_bytes(encrypt(plain, [x25519.Recipient.from_str(FIRM.current.recipient)]))
    return target


def test_a_draft_comes_out_as_it_went_in(tmp_path: FilePath) -> None:
    parcel = unseal(sealed(tmp_path), FIRM)
    draft = read_draft(parcel.files, parcel.manifest.hashes)
    assert parcel.manifest.letterhead == HEAD
    assert parcel.manifest.sender == card_of(APPLICANT)
    assert draft.sheet == DRAFT.sheet
    assert (draft.talk, draft.pack, draft.readable) == (DRAFT.talk, DRAFT.pack, DRAFT.readable)
    assert draft.original(DIGEST) == PHOTO


def test_nothing_goes_along_that_was_put_aside_removed_or_left_out(tmp_path: FilePath) -> None:
    draft = replace(DRAFT, sheet=sheet_of(CASE, ANSWERS, frozenset({Path("name")})))
    parcel = unseal(sealed(tmp_path, draft), FIRM)
    everything = b"".join(parcel.files.read(name) for name in parcel.manifest.hashes).decode(
        "utf-8", "replace"
    )
    assert "was there before" not in everything
    assert "removed words" not in everything
    assert "incidents/3" not in everything
    sheet = read_draft(parcel.files, parcel.manifest.hashes).sheet
    assert sheet.left_out == (Path("name"),)
    assert Path("name") not in sheet.answers.by_path


def test_questions_come_back_as_they_were_asked(tmp_path: FilePath) -> None:
    talk = Talk(queries=(Query("Q1", NOW, "Paralegal", "Когда?", "ru", Path("name")),))
    back = replace(HEAD, purpose=Purpose.BACK)
    seal(tmp_path / "back.age", back, talk_files(talk), card_of(APPLICANT), FIRM)
    assert read_talk(unseal(tmp_path / "back.age", APPLICANT).files) == talk


def test_an_old_package_opens_while_its_key_is_kept(tmp_path: FilePath) -> None:
    path = sealed(tmp_path)
    turned = rotated(FIRM, date(2027, 2, 1))
    assert unseal(path, turned).manifest.letterhead == HEAD
    with pytest.raises(PackageForAnother):
        unseal(path, replace(turned, receiving=turned.receiving[1:]))


def test_nobody_else_can_open_it(tmp_path: FilePath) -> None:
    with pytest.raises(PackageForAnother):
        unseal(sealed(tmp_path), new_keys("Stranger (fictional)", TODAY))


def test_a_package_passed_on_to_another_is_not_taken_as_meant_for_them(tmp_path: FilePath) -> None:
    """Whoever can open a package could seal its inside, signature and all, to a third person."""
    inside = io.BytesIO()
    with sealed(tmp_path).open("rb") as file:
        decrypt_io(file, inside, [x25519.Identity.from_str(FIRM.current.secret)])
    third = new_keys("Third (fictional)", TODAY)
    forwarded = tmp_path / "forwarded.age"
    forwarded.write_bytes(encrypt(inside.getvalue(), [x25519.Recipient.from_str(third.current.recipient)]))
    with pytest.raises(PackageForAnother):
        unseal(forwarded, third)


def test_every_flipped_byte_is_noticed(tmp_path: FilePath) -> None:
    path = sealed(tmp_path)
    whole = path.read_bytes()
    accepted = []
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x40]) + whole[place + 1 :])
        try:
            unseal(path, FIRM)
        except HandoverError:
            continue
        accepted.append(place)
    assert accepted == []


@given(kept=st.integers(0, 4000))
def test_a_package_that_was_cut_is_refused(tmp_path_factory: pytest.TempPathFactory, kept: int) -> None:
    folder = tmp_path_factory.mktemp("cut")
    path = sealed(folder)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises((NotAPackage, PackageDamaged, PackageForAnother)):
        unseal(path, FIRM)


def test_a_package_with_something_appended_is_refused(tmp_path: FilePath) -> None:
    path = sealed(tmp_path)
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(PackageDamaged):
        unseal(path, FIRM)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"age-encryption.org/v2\n", b"Intake card 1"])
def test_what_is_no_package_is_told_as_none(tmp_path: FilePath, data: bytes) -> None:
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(NotAPackage):
        needs_passphrase(tmp_path / "x")


def forged(folder: FilePath, change: object) -> FilePath:
    """A package whose inside was made by another program with the sender's own key."""
    packed = Packing()
    packed.add_all(draft_files(DRAFT))
    change(packed)  # type: ignore[operator]
    return sealed_raw(folder, packed.finish().getvalue())


def signed_manifest(contents: tuple[Item, ...], to: str) -> tuple[bytes, bytes]:
    text = manifests.written(Manifest(HEAD, card_of(APPLICANT), to, contents))
    return text, signed(text, APPLICANT)


OURS = fingerprint(FIRM.current.recipient, FIRM.verifier)


def test_a_file_that_the_signature_does_not_cover_is_refused(tmp_path: FilePath) -> None:
    def add_one_more(packed: Packing) -> None:
        contents = tuple(Item(name, digest) for name, digest in packed.contents.items())
        text, signature = signed_manifest(contents, OURS)
        packed.add("readme.txt", b"nobody signed this")
        packed.add(MANIFEST, text)
        packed.add(SIGNATURE, signature)

    with pytest.raises(PackageDamaged) as caught:
        unseal(forged(tmp_path, add_one_more), FIRM)
    assert caught.value.facts == {"reason": "contents"}


def test_a_signature_of_somebody_else_is_told_as_such(tmp_path: FilePath) -> None:
    def sign_wrongly(packed: Packing) -> None:
        contents = tuple(Item(name, digest) for name, digest in packed.contents.items())
        text, _ = signed_manifest(contents, OURS)
        packed.add(MANIFEST, text)
        packed.add(SIGNATURE, signed(text, new_keys("", TODAY)))

    with pytest.raises(PackageDamaged) as caught:
        unseal(forged(tmp_path, sign_wrongly), FIRM)
    assert caught.value.facts == {"reason": "signature"}


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (b'{"format":"intake-package","version":2,"manifest":{}}', PackageTooNew),
        (b'{"format":"other","version":1}', NotAPackage),
        (b"[]", NotAPackage),
        (b'{"format":"intake-package","version":1}', PackageDamaged),
        (b"[" * 100_000, PackageDamaged),
        (b"\xff", PackageDamaged),
    ],
)
def test_a_manifest_that_is_not_ours_is_told_apart(
    tmp_path: FilePath, text: bytes, error: type[HandoverError]
) -> None:
    def replace_manifest(packed: Packing) -> None:
        packed.add(MANIFEST, text)
        packed.add(SIGNATURE, b"")

    with pytest.raises(error):
        unseal(forged(tmp_path, replace_manifest), FIRM)


def zipped(entries: list[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for info, data in entries:
            archive.writestr(info, data)
    return out.getvalue()


def compressed(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


@pytest.mark.parametrize("name", ["../../evil", "/etc/passwd", "a\\b", "C:evil", "a..b/..", "nul\x00", "имя"])
def test_names_that_lead_out_of_the_archive_are_refused(tmp_path: FilePath, name: str) -> None:
    path = sealed_raw(tmp_path, zipped([(zipfile.ZipInfo("x"), b""), (zipfile.ZipInfo(name), b"evil")]))
    with pytest.raises(PackageDamaged):
        unseal(path, FIRM)


def test_a_bomb_is_not_unpacked(tmp_path: FilePath) -> None:
    path = sealed_raw(tmp_path, zipped([(compressed(MANIFEST), bytes(50_000_000))]))
    with pytest.raises(PackageDamaged):
        unseal(path, FIRM)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(tmp_path: FilePath) -> None:
    path = sealed_raw(
        tmp_path, zipped([(zipfile.ZipInfo(MANIFEST), b"a"), (zipfile.ZipInfo(MANIFEST), b"b")])
    )
    with pytest.raises(PackageDamaged):
        unseal(path, FIRM)


def test_more_files_than_a_draft_has_are_refused(tmp_path: FilePath) -> None:
    path = sealed_raw(
        tmp_path, zipped([(zipfile.ZipInfo(f"f{n}"), b"") for n in range(packing.MOST_FILES + 1)])
    )
    with pytest.raises(PackageDamaged):
        unseal(path, FIRM)


@given(st.binary(max_size=400))
def test_any_bytes_that_were_sealed_to_us_are_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    with pytest.raises(PackageDamaged):
        unseal(sealed_raw(tmp_path_factory.mktemp("any"), data), FIRM)


def test_more_than_a_package_holds_is_refused_while_it_is_decrypted(
    tmp_path: FilePath, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sealed_raw(tmp_path, bytes(300_000))
    monkeypatch.setattr("intake.export.handover.unsealing.LARGEST", 200_000)
    with pytest.raises(PackageTooLarge):
        unseal(path, FIRM)


def test_more_than_a_package_holds_is_not_sealed_and_leaves_nothing(
    tmp_path: FilePath, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intake.export.handover.packing.LARGEST", 100)
    with pytest.raises(PackageTooLarge):
        sealed(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_package_is_never_put_into_a_vault_or_a_missing_folder(tmp_path: FilePath) -> None:
    vault = tmp_path / "home.intake"
    vault.mkdir()
    (vault / "vault.json").write_text("{}")
    with pytest.raises(ExportIntoVault):
        sealed(vault)
    with pytest.raises(ExportUnwritable):
        sealed(tmp_path / "missing")


def test_sizes_tell_little() -> None:
    """Of what age encrypts; its own header adds a random length besides."""
    sizes = set()
    for letters in range(0, 3000, 100):
        packed = Packing()
        packed.add("case.json", bytes(letters))
        sizes.add(packed.finish().getbuffer().nbytes)
    assert len(sizes) <= 2


@given(st.integers(0, 2**32))
def test_padding_adds_at_most_an_eighth_and_never_takes_away(size: int) -> None:
    assert max(size, 4096) <= padded(size) <= max(4096, size + size // 8)
    assert padded(padded(size)) == padded(size)


def test_a_circle_of_entries_is_refused(tmp_path: FilePath) -> None:
    ring = (Entry("AAAAAAAAAA", "a", "BBBBBBBBBB"), Entry("BBBBBBBBBB", "a", "AAAAAAAAAA"))
    parcel = unseal(sealed(tmp_path, replace(DRAFT, sheet=replace(DRAFT.sheet, entries=ring))), FIRM)
    with pytest.raises(PackageDamaged):
        read_draft(parcel.files, parcel.manifest.hashes)


def test_an_answer_of_an_entry_that_is_not_there_is_refused(tmp_path: FilePath) -> None:
    parcel = unseal(sealed(tmp_path, replace(DRAFT, sheet=replace(DRAFT.sheet, entries=()))), FIRM)
    with pytest.raises(PackageDamaged):
        read_draft(parcel.files, parcel.manifest.hashes)


needs_age = pytest.mark.skipif(
    shutil.which("age") is None,
    reason="NOT TESTED: that the age tool opens a package; install the package age",
)


@needs_age
def test_the_age_tool_and_any_zip_tool_open_a_package_without_this_program(tmp_path: FilePath) -> None:
    """docs/command-line.md promises these commands to whoever has the key and not the program."""
    key = tmp_path / "key.txt"
    key.write_text(FIRM.current.secret + "\n")
    opened = tmp_path / "parcel.zip"
    subprocess.run(["age", "-d", "-i", key, "-o", opened, sealed(tmp_path)], check=True)
    with zipfile.ZipFile(opened) as archive:
        assert archive.testzip() is None
        assert archive.read("readable.txt").decode() == "Имя: Анна"
        assert "Анна Вымышленная" in archive.read("case.json").decode()
        assert archive.read(f"originals/{DIGEST}.jpg") == PHOTO
