"""Folders that a service copies or that are on another computer are known, and no others."""

from pathlib import Path

import pytest

from intake.vault.elsewhere import Elsewhere, elsewhere

MOUNTS = """/dev/sda1 / ext4 rw 0 0
tmpfs /home/a/local tmpfs rw 0 0
server:/home /home/a/net nfs4 rw 0 0
//server/share /mnt/the\\040office cifs rw 0 0
a@b: /home/a/ssh fuse.sshfs rw 0 0
/dev/sdb1 /home/a/net/stick vfat rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("Dropbox/v.intake", "Dropbox"),
        ("Dropbox (Personal)/a/v.intake", "Dropbox"),
        ("OneDrive/v.intake", "OneDrive"),
        ("OneDrive - The Office/Documents/v.intake", "OneDrive"),
        ("Google Drive/My Drive/v.intake", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/v.intake", "iCloud Drive"),
        ("Library/CloudStorage/ProtonDrive-a@b/v.intake", "ProtonDrive"),
        ("iCloudDrive/v.intake", "iCloud Drive"),
        ("Яндекс.Диск/v.intake", "Yandex Disk"),
        ("NEXTCLOUD/v.intake", "Nextcloud"),
    ],
)
def test_folders_of_services_are_known_by_their_names(tmp_path: Path, place: str, service: str) -> None:
    assert elsewhere(tmp_path / place) == Elsewhere(service)


@pytest.mark.parametrize(
    "place", ["Documents", "My box", "boxes", "Dropboxes", "megafon", "drive", "Library"]
)
def test_other_folders_are_not_taken_for_them(tmp_path: Path, place: str) -> None:
    assert elsewhere(tmp_path / place / "v.intake") is None


@pytest.mark.parametrize(("mark", "service"), [(".dropbox", "Dropbox"), (".stfolder", "Syncthing")])
def test_a_folder_of_any_name_is_known_by_what_a_service_left_in_it(
    tmp_path: Path, mark: str, service: str
) -> None:
    (tmp_path / "ours" / mark).mkdir(parents=True)
    assert elsewhere(tmp_path / "ours" / "deep" / "v.intake") == Elsewhere(service)
    assert elsewhere(tmp_path / "v.intake") is None


def test_a_link_into_such_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "papers").symlink_to(tmp_path / "Dropbox")
    assert elsewhere(tmp_path / "papers" / "v.intake") == Elsewhere("Dropbox")


@pytest.mark.parametrize(
    ("place", "is_elsewhere"),
    [
        ("/home/a/net/v.intake", True),
        ("/home/a/net/stick/v.intake", False),
        ("/home/a/network/v.intake", False),
        ("/home/a/local/v.intake", False),
        ("/home/a/ssh/v.intake", True),
        ("/mnt/the office/v.intake", True),
        ("/srv/v.intake", False),
        ("//server/share/v.intake", True),
    ],
)
def test_folders_on_other_computers_are_known_by_their_mount(place: str, is_elsewhere: bool) -> None:
    assert elsewhere(Path(place), MOUNTS) == (Elsewhere() if is_elsewhere else None)
