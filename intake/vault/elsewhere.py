"""Whether a folder is also elsewhere: copied by a service, or on another computer to begin with.

Copies of a vault there keep what was erased here and open with passphrases that were changed; two computers
that write into one vault, or a connection that breaks, can damage it. It is told from names, from what the
services leave in their folders, and from the system's list of mounts. Others are not seen.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SERVICES = (
    ("Dropbox", ("dropbox",)),
    ("OneDrive", ("onedrive",)),
    ("Google Drive", ("google drive", "googledrive", "my drive")),
    ("iCloud Drive", ("icloud drive", "iclouddrive", "mobile documents", "com~apple~clouddocs")),
    ("Yandex Disk", ("yandex.disk", "yandexdisk", "яндекс.диск")),
    ("Nextcloud", ("nextcloud", "owncloud")),
    ("MEGA", ("megasync",)),
    ("pCloud", ("pcloud", "pclouddrive")),
    ("Box", ("box sync",)),
)
"""What services call their folders. Some add a name: "OneDrive - Office", "Dropbox (Personal)"."""
_MARKS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".owncloudsync.log", "Nextcloud"),
)
_APPLE = ("library", "cloudstorage")
"""Where macOS puts the folders of all services."""
_MOUNTS = Path("/proc/self/mounts")
_NETWORK = frozenset(("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "davfs"))
_NETWORK_BY_FUSE = frozenset(("sshfs", "rclone", "davfs2", "gvfsd-fuse", "glusterfs", "s3fs", "onedriver"))


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else a folder is: the name of the service that copies it; none when it is a network's."""

    service: str = ""


def elsewhere(folder: Path, mounts: str | None = None) -> Elsewhere | None:
    """Where else a folder is or would be, as far as can be told; None when nothing speaks for it.

    `mounts` is in the form of /proc/self/mounts, which is read when none is given.
    """
    place = folder.absolute()
    real = Path(os.path.realpath(place))
    for path in dict.fromkeys((place, real)):
        service = _service(path)
        if service:
            return Elsewhere(service)
    if str(place).startswith(("\\\\", "//")) or _is_mounted(real, _listed() if mounts is None else mounts):
        return Elsewhere()
    return None


def _service(folder: Path) -> str:
    parts = [part.casefold() for part in folder.parts]
    for at, part in enumerate(parts):
        if tuple(parts[at - 2 : at]) == _APPLE:
            return folder.parts[at].split("-")[0]
        for service, names in SERVICES:
            if any(part == name or part.startswith((f"{name} -", f"{name} (")) for name in names):
                return service
    return _marked((folder, *folder.parents))


def _marked(folders: Iterable[Path]) -> str:
    for folder in folders:
        for name, service in _MARKS:
            if os.path.lexists(folder / name):
                return service
    return ""


def _is_mounted(folder: Path, mounts: str) -> bool:
    """Whether the innermost mount that the folder is in is a network's."""
    found: tuple[int, bool] = (0, False)
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = Path(fields[1].replace("\\040", " "))
        if folder.is_relative_to(place):
            found = max(found, (len(place.parts), _is_network(fields[2])))
    return found[1]


def _is_network(kind: str) -> bool:
    return kind in _NETWORK or kind.removeprefix("fuse.") in _NETWORK_BY_FUSE


def _listed() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:  # another system than Linux
        return ""
