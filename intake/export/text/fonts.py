"""The font files that a document may use: families in order, each with a regular and a bold face."""

import errno
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

from intake.export.text.clean import is_ignorable

FIRST_FAMILY = "NotoSans"
_NOT_NEEDED = (b"GSUB", b"GPOS", b"GDEF", b"kern", b"name")
"""Tables that only shaping reads, and names that only systems read."""


@dataclass(frozen=True, eq=False)
class FontFile:
    """One face, parsed. `scale` turns its units into thousandths of an em."""

    name: str
    face: hb.Face
    font: hb.Font
    characters: frozenset[int]

    @property
    def scale(self) -> float:
        return 1000 / float(self.face.upem)

    @property
    def is_outlined(self) -> bool:
        """Whether its glyphs are TrueType outlines, the only ones that are embedded."""
        return "glyf" in self.face.table_tags


@dataclass(frozen=True)
class Fonts:
    """Faces for every character that any of them has; earlier ones are preferred."""

    regular: tuple[FontFile, ...]
    bold: tuple[FontFile, ...]

    @classmethod
    def load(cls, folder: Path, more: Path | None = None) -> "Fonts":
        """Read every `FAMILY-Regular.ttf` of a folder with its `FAMILY-Bold.ttf`; Noto Sans comes first, what
        lies in `more` last, where a name need not say that a face is regular.

        A family without a bold face stands in bold text as it is. Raises OSError, also without Noto Sans.
        """
        families = _families(folder)
        if FIRST_FAMILY not in families:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))
        names = sorted(families, key=lambda family: (family != FIRST_FAMILY, family))
        found = [families[name] for name in names]
        if more is not None:
            added = _families(more)
            found += [added[name] for name in sorted(added.keys() - families.keys())]
        faces = [(_read(regular), _read(bold) if bold else None) for regular, bold in found]
        drawn = [(regular, bold or regular) for regular, bold in faces if regular.is_outlined]
        return cls(tuple(regular for regular, _ in drawn), tuple(bold for _, bold in drawn))

    def lacking(self, characters: Mapping[str, int]) -> dict[str, int]:
        """Those of the counted characters that no face has: they print as boxes."""
        known = frozenset[int]().union(*(file.characters for file in self.regular))
        return {c: n for c, n in characters.items() if ord(c) not in known and not is_ignorable(c)}


def subset(file: FontFile, glyphs: Iterable[int]) -> bytes:
    """The font file with these glyphs alone, under their old numbers, and the box for missing ones."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag, "big") for tag in _NOT_NEEDED)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    return bytes(hb.subset(file.face, wanted).blob.data)


def _families(folder: Path) -> dict[str, tuple[Path, Path | None]]:
    """The regular and the bold face of each family in a folder; raises OSError when it cannot be listed."""
    files = {path.stem: path for path in sorted(folder.iterdir()) if path.suffix.lower() == ".ttf"}
    families = {}
    for stem, path in files.items():
        family, _, style = stem.partition("-")
        if style in {"", "Regular"}:
            families[family] = (path, files.get(f"{family}-Bold"))
    return families


def _read(path: Path) -> FontFile:
    face = hb.Face(hb.Blob(path.read_bytes()))
    return FontFile(path.stem, face, hb.Font(face), frozenset(face.unicodes))
