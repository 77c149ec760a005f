"""One name for each thing, as expressions need it, and what became of the names in the spreadsheet."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from intake.form.fields import LONGEST_NAME, NAME
from intake.form.xlsform.draft import Draft
from intake.form.xlsform.report import Remarks

_MOST_ALIKE = 100
"""Things of one name that are looked at to find the nearest."""

Place = tuple[int, ...]
"""The numbers of the steps from the root of the tree to a thing."""


@dataclass(frozen=True, slots=True)
class _Known:
    place: Place
    name: str
    is_group: bool


@dataclass(slots=True)
class Names:
    """Names that are taken, and where each name of the spreadsheet now leads."""

    remarks: Remarks
    taken: set[str] = field(default_factory=set)
    _known: dict[str, list[_Known]] = field(default_factory=dict)
    _next: dict[str, int] = field(default_factory=dict)
    _kept_free: set[str] = field(default_factory=set)
    """Names that questions have by right."""

    def rename(self, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
        """The same tree with names that are one of a kind. Questions come first: of a group and a question
        with one name, which XLSForm allows, the question keeps it.
        """
        tree = tuple(drafts)
        self._kept_free = {
            d.name for top in tree for d in top.all() if d.what != "group" and NAME.fullmatch(d.name)
        }
        return tuple(self._renamed(draft, (at,)) for at, draft in enumerate(tree))

    def resolve(self, said: str, asker: Place) -> str | None:
        """What `${said}` means for one who asks from a place: the nearest of that name, questions before
        groups. None when there is no such thing.
        """
        found = self._known.get(said.strip())
        if not found:
            return None
        return min(found[:_MOST_ALIKE], key=lambda known: (known.is_group, -_common(known.place, asker))).name

    def claim(self, wish: str) -> str:
        """A name like the wished one that is not taken, and now is."""
        base = made_name(wish)[: LONGEST_NAME - 8]
        name = base
        while name in self.taken or name in self._kept_free:
            number = self._next[base] = self._next.get(base, 1) + 1
            name = f"{base}_{number}"
        self.taken.add(name)
        return name

    def _renamed(self, draft: Draft, place: Place) -> Draft:
        name = self._name(draft)
        self._known.setdefault(draft.name, []).append(_Known(place, name, draft.what == "group"))
        items = tuple(self._renamed(item, (*place, at)) for at, item in enumerate(draft.items))
        return replace(draft, name=name, items=items)

    def _name(self, draft: Draft) -> str:
        if not draft.name:
            name = self.claim(draft.get("type").split(" ")[0] or draft.what)
            self.remarks.add(draft.row, "name", "name_made", name=name)
            return name
        free = draft.name not in self.taken and not (draft.what == "group" and draft.name in self._kept_free)
        if free and NAME.fullmatch(draft.name) and len(draft.name) <= LONGEST_NAME:
            self.taken.add(draft.name)
            return draft.name
        name = self.claim(draft.name)
        self.remarks.add(draft.row, "name", "renamed", old=draft.name[:LONGEST_NAME], name=name)
        return name


def made_name(wish: str) -> str:
    """A name out of any text: other signs become underscores; a text without Latin letters becomes `q`."""
    tidy = re.sub(r"[^A-Za-z0-9_.-]+", "_", wish.strip()).strip("_") if not NAME.fullmatch(wish) else wish
    if not re.search("[A-Za-z0-9]", tidy):
        return "q"
    return tidy if NAME.fullmatch(tidy) else f"q_{tidy.lstrip('.-')}"


def _common(one: Place, other: Place) -> int:
    """How many steps two places share from the root."""
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count
