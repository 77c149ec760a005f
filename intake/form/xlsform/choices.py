"""The lists of choices, as their sheets and files give them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from intake.form.kinds.choosing import OTHER_CHOICE
from intake.form.xlsform.draft import ChoiceDraft, Lists, any_text
from intake.form.xlsform.naming import made_name
from intake.form.xlsform.report import Remarks
from intake.form.xlsform.tables import Row, Wanted

OUR_LISTS = "intake_"
"""How the lists begin that our export writes for kinds that have none here."""

CHOICES = Wanted(
    telling=(frozenset({"list_name"}), frozenset({"name", "label"})),
    known=frozenset({"list_name", "name"}),
    translated=frozenset({"label", "image", "big-image", "audio", "video"}),
    free=True,
)


@dataclass(slots=True)
class Book:
    """The lists as they are gathered, and what became of names of lists and choices that had to change."""

    lists: dict[str, list[ChoiceDraft]] = field(default_factory=dict)
    list_names: dict[str, str] = field(default_factory=dict)
    choice_names: dict[str, str] = field(default_factory=dict)
    filed: set[str] = field(default_factory=set)
    """The lists that stand in files of their own, and are the same in all languages."""
    read_as: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """Which columns of a file were taken for names and labels, as the parameters had it."""
    _taken: set[tuple[str, str]] = field(default_factory=set)
    _next: dict[tuple[str, str], int] = field(default_factory=dict)

    def take(self, rows: Iterable[Row], remarks: Remarks) -> None:
        """The choices of a sheet. A row without a list belongs to the one above, as joined cells read."""
        above = ""
        for row in rows:
            said = row.get("list_name")
            labels = row.texts.get("label", {})
            if not said and above and (row.get("name") or labels):
                remarks.add(row.number, "list_name", "list_from_above", list=above)
            above = said or above
            if not above or not (row.get("name") or labels):
                remarks.add(row.number, "name", "choice_without_name")
                continue
            for column in row.texts.keys() - {"label"}:
                remarks.add(row.number, column, "media_left_out", file=any_text(row.texts[column])[:60])
            self.add(above, ChoiceDraft(row.number, row.get("name"), labels, row.others), remarks)

    def has(self, name: str) -> bool:
        return bool(self.lists.get(self.list_names.get(name, name)))

    def finished(self) -> Lists:
        """The lists, without those that our own export made up. A column may name a choice of another list,
        as cascades do, so it follows where that was spelt anew.
        """
        return {
            name: tuple(self._finished(choice) for choice in found)
            for name, found in self.lists.items()
            if not name.startswith(OUR_LISTS)
        }

    def _finished(self, choice: ChoiceDraft) -> ChoiceDraft:
        columns = {column: self.choice_names.get(text, text) for column, text in choice.columns.items()}
        return replace(choice, columns=columns)

    def has_other(self, name: str) -> bool:
        """Whether a choice of the list is `other` already."""
        return any(choice.name == OTHER_CHOICE for choice in self.lists[name])

    def add(self, list_name: str, choice: ChoiceDraft, remarks: Remarks) -> None:
        """One choice more. Names are one word, and one of a kind in their list."""
        name = self.list_names.setdefault(list_name, made_name(list_name))
        if name != list_name:
            remarks.add(choice.row, "list_name", "renamed", old=list_name[:60], name=name)
        wish = choice.name or made_name(any_text(choice.labels))
        given = "_".join(wish.split())
        spelt = given
        while (name, spelt) in self._taken:
            number = self._next[name, given] = self._next.get((name, given), 1) + 1
            spelt = f"{given}_{number}"
        self._taken.add((name, spelt))
        if not choice.name:
            remarks.add(choice.row, "name", "name_made", name=spelt)
        elif spelt != given:
            remarks.add(choice.row, "name", "choice_twice", old=given[:60], name=spelt)
        elif spelt != wish:
            self.choice_names[wish] = spelt
            remarks.add(choice.row, "name", "renamed", old=wish[:60], name=spelt)
        labels = choice.labels
        if not labels:
            labels = {"": spelt}
            remarks.add(choice.row, "label", "label_made", label=spelt)
        self.lists.setdefault(name, []).append(replace(choice, name=spelt, labels=labels))
