"""From groups in groups to sections with pages, which is all that an interview knows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from intake.form.kinds.registry import NEVER_SHOWN
from intake.form.xlsform.draft import Draft, any_text
from intake.form.xlsform.naming import Names
from intake.form.xlsform.report import Remarks
from intake.form.xlsform.tables import Texts

MOST_REPEATS = 10
"""Repeats in each other. A pack's files end at a certain depth."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Lays a tree out. `title` heads the sections made for questions that lie in no group."""

    names: Names
    title: Mapping[str, str]
    remarks: Remarks

    def sections(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """The sections: each outermost group, and between them whatever lies in none. A group that asks to
        stand on one screen is a page of such a section.
        """
        made: list[Draft] = []
        waiting: tuple[Draft, ...] = ()
        loose = 0
        for stands_alone, run in groupby(drafts, key=_is_section):
            loose += not stands_alone
            for draft in run if stands_alone else [self._loose(tuple(run), loose)]:
                whole = replace(draft, items=(*waiting, *draft.items))
                if _is_silent(whole.items):
                    waiting = tuple(_only_if(item, whole.get("relevant")) for item in whole.items)
                else:
                    made.append(self._section(whole))
                    waiting = ()
        if made and waiting:
            made[-1] = replace(
                made[-1], items=(*made[-1].items, *self._items(waiting, _Around(made[-1].texts)))
            )
        return tuple(section for section in made if section.items)

    def _loose(self, items: tuple[Draft, ...], number: int) -> Draft:
        tail = f" ({number})" if number > 1 else ""
        label = {code: f"{text}{tail}" for code, text in self.title.items()}
        return Draft("section", 0, "", {}, {"label": label}, items)

    def _section(self, draft: Draft) -> Draft:
        name = draft.name or self.names.claim("questions")
        texts = self._headed(draft, {"label": self.title})
        items = tuple(self._items(draft.items, _Around(texts)))
        return replace(draft, what="section", name=name, texts=texts, items=items)

    def _items(self, drafts: Iterable[Draft], around: "_Around") -> Iterator[Draft]:
        for draft in drafts:
            if draft.what == "question":
                yield _only_if(draft, around.relevant)
            elif draft.what == "repeat":
                yield from self._repeat(draft, around)
            else:
                yield from self._group(draft, around)

    def _repeat(self, draft: Draft, around: "_Around") -> Iterator[Draft]:
        if around.repeats >= MOST_REPEATS:
            self.remarks.add(draft.row, "type", "nested_too_deep")
            yield from self._group(draft, around)
            return
        texts = self._headed(draft, around.texts)
        items = tuple(self._items(draft.items, _Around(texts, "", around.repeats + 1)))
        if items:
            yield replace(_only_if(draft, around.relevant), texts=texts, items=items)
        else:
            self.remarks.add(draft.row, "type", "group_empty")

    def _group(self, draft: Draft, around: "_Around") -> Iterator[Draft]:
        inner = list(draft.all())[1:]
        if draft.texts.get("label") and inner and all(item.what != "question" for item in draft.items):
            self.remarks.add(draft.row, "label", "heading_left_out")
        texts = self._headed(draft, around.texts)
        if not inner:
            self.remarks.add(draft.row, "type", "group_empty")
        elif draft.what == "group" and _on_one_screen(draft) and all(d.what != "repeat" for d in inner):
            yield _only_if(
                replace(draft, texts=texts, items=tuple(self._flat(draft.items, ""))), around.relevant
            )
        else:
            yield from self._runs(replace(draft, texts=texts), around)

    def _runs(self, draft: Draft, around: "_Around") -> Iterator[Draft]:
        """A group that holds groups: the questions between them stand on pages under its heading."""
        whole = _Around(draft.texts, _both(around.relevant, draft.get("relevant")), around.repeats)
        name = draft.name
        for is_question, run in groupby(draft.items, key=lambda item: item.what == "question"):
            if not is_question:
                yield from self._items(run, whole)
                continue
            page = Draft(
                "group", draft.row, name or self.names.claim(draft.name), {}, draft.texts, tuple(run)
            )
            yield page.but(relevant=whole.relevant)
            name = ""

    def _flat(self, drafts: Iterable[Draft], relevant: str) -> Iterator[Draft]:
        """All questions of groups in groups, for one page."""
        for draft in drafts:
            if draft.what == "question":
                yield _only_if(draft, relevant)
                continue
            if draft.texts.get("label"):
                self.remarks.add(draft.row, "label", "heading_left_out")
            yield from self._flat(draft.items, _both(relevant, draft.get("relevant")))

    def _headed(self, draft: Draft, around: Texts) -> Texts:
        """The texts of a group, with the heading of what is around it where it has none."""
        if draft.texts.get("label"):
            return draft.texts
        label = around["label"]
        if draft.row:
            self.remarks.add(draft.row, "label", "label_made", label=any_text(label)[:60])
        return {**draft.texts, "label": label}


@dataclass(frozen=True, slots=True)
class _Around:
    """What is around a thing: the texts of its heading, a condition that has no place of its own, and how
    many repeats.
    """

    texts: Texts
    relevant: str = ""
    repeats: int = 0


def _is_section(draft: Draft) -> bool:
    return draft.what == "group" and not _wants_one_screen(draft)


def _wants_one_screen(draft: Draft) -> bool:
    return not {"field-list", "table-list"}.isdisjoint(draft.get("appearance").split())


def _on_one_screen(draft: Draft) -> bool:
    return _wants_one_screen(draft) or all(item.what == "question" for item in draft.items)


def _is_silent(drafts: Iterable[Draft]) -> bool:
    return all(draft.what == "question" and draft.get("type") in NEVER_SHOWN for draft in drafts)


def _only_if(draft: Draft, relevant: str) -> Draft:
    return draft.but(relevant=_both(relevant, draft.get("relevant")))


def _both(one: str, other: str) -> str:
    """Both conditions in one."""
    return f"({one}) and ({other})" if one and other else one or other
