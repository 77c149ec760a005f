"""A draft under other ids, when its own are taken in this vault: the same ones each time it comes."""

import hashlib
from dataclasses import replace

from intake.answers import CROCKFORD, ID_LETTERS, Path
from intake.export.handover.contents import Given, Sheet


def renamed(sheet: Sheet, case_id: str) -> Sheet:
    """The sheet as that of this case, with entries whose ids follow from it and from their own."""

    def entry(own: str | None) -> str | None:
        return None if own is None else _id(case_id, own)

    def path(own: Path) -> Path:
        return Path(own.question, entry(own.entry))

    return replace(
        sheet,
        case=replace(sheet.case, id=case_id),
        given=tuple(Given(path(it.path), it.answer) for it in sheet.given),
        entries=tuple(replace(it, id=_id(case_id, it.id), parent=entry(it.parent)) for it in sheet.entries),
        seen=tuple(map(path, sheet.seen)),
        left_out=tuple(map(path, sheet.left_out)),
    )


def _id(case_id: str, own: str) -> str:
    number = int.from_bytes(hashlib.sha256(f"{case_id}/{own}".encode()).digest(), "big")
    return "".join(CROCKFORD[number >> 5 * place & 31] for place in range(ID_LETTERS))
