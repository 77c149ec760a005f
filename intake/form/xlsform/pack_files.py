"""From a laid out questionnaire to the files of a form pack."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

import yaml

from intake.form.building import GROUP, QUESTION, REPEAT, SECTION
from intake.form.external import SUFFIX
from intake.form.fields import Keys
from intake.form.kinds.registry import ASKING_NOTHING, NEVER_SHOWN
from intake.form.loader import CHOICES_FILE, CHRONOLOGY_FILE, FORM_FILE, SECTIONS
from intake.form.xlsform.catalogues import Catalogues, joined
from intake.form.xlsform.draft import ChoiceDraft, Draft, HappeningDraft, What, Whole, any_text
from intake.form.xlsform.report import Remarks

_MEDIA = ("image", "big-image", "audio", "video")
_KEYS: Mapping[What, Keys] = {"question": QUESTION, "group": GROUP, "repeat": REPEAT, "section": SECTION}
_TEXTS: Mapping[What, tuple[str, ...]] = {
    "question": ("label", "hint", "why", "example", "constraint_message", "summary"),
    "group": ("label", "hint"),
    "repeat": ("label", "hint", "entry", "add"),
    "section": ("label", "hint", "at_hand", "support"),
}
_IN_ORDER = (
    *("type", "name", "section", "label", "hint", "why", "example", "at_hand", "minutes", "heavy"),
    *("support", "relevant", "required", "constraint", "constraint_message", "calculation"),
    *("choice_filter", "or_other"),
    *("default", "read_only", "appearance", "parameters", "sensitive", "role", "summary"),
    *("optional", "repeat_count", "entry", "add", "items"),
)
_WIDTH = 110

Keyed = dict[str, Any]
"""What YAML is written from: texts, lists and tables."""


@dataclass(frozen=True, slots=True)
class PackWriter:
    """Writes a pack into memory. Remarks on what has no place in it."""

    catalogues: Catalogues
    remarks: Remarks
    choice_remarks: Remarks

    def files(self, whole: Whole) -> Mapping[str, bytes]:
        """Every file of the pack by its name, catalogues included."""
        files: dict[str, Any] = {FORM_FILE: self._form(whole)}
        for section in whole.sections:
            files[f"{SECTIONS}/{section.name}.yaml"] = self._thing(section)
        listed = {
            name: [self._choice(name, choice) for choice in choices]
            for name, choices in whole.lists.items()
            if name not in whole.filed
        }
        if listed:
            files[CHOICES_FILE] = listed
        if whole.chronology:
            files[CHRONOLOGY_FILE] = [self._happening(happening) for happening in whole.chronology]
        filed = {f"{name}{SUFFIX}": _csv(whole.lists[name], self.catalogues) for name in sorted(whole.filed)}
        for context, said in whole.data_texts.items():
            self.catalogues.text(context, said)
        written = {name: _yaml(tree) for name, tree in files.items()}
        return {**written, **whole.data, **filed, **self.catalogues.files()}

    def _form(self, whole: Whole) -> Keyed:
        heading = whole.heading
        form: Keyed = {
            "name": heading.name,
            "version": heading.version,
            "title": self.catalogues.text("form:title", heading.titles)[0],
            "case_title": self.catalogues.text("form:case_title", heading.case_titles)[0],
            "sections": [section.name for section in whole.sections],
            "renames": dict(whole.renames),
            "untranslated": list(whole.untranslated),
        }
        return {key: value for key, value in form.items() if value}

    def _thing(self, draft: Draft) -> Keyed:
        keys: Keyed = {"section" if draft.what == "section" else "name": draft.name, **self._cells(draft)}
        keys |= dict(self._texts(draft))
        if draft.what in ("group", "repeat"):
            keys["type"] = draft.what
        elif keys.get("type") == "calculate" and "calculation" not in keys:
            keys["type"] = "hidden"
        if draft.what == "repeat":
            keys |= {key: keys.get(key) or made for key, made in self._made(draft, keys["label"])}
        if draft.what != "question":
            keys["items"] = [self._thing(item) for item in draft.items]
        return {key: keys[key] for key in _IN_ORDER if key in keys}

    def _cells(self, draft: Draft) -> Keyed:
        known = _KEYS[draft.what]
        cells = {}
        for column, text in draft.cells.items():
            if column in known.allowed | known.needed:
                cells[column] = text
            elif draft.what == "question" or column != "appearance":
                self.remarks.add(draft.row, column, "cell_not_used", text=text[:60])
        return cells

    def _texts(self, draft: Draft) -> Iterator[tuple[str, str]]:
        hint = joined(draft.texts, "hint", "guidance_hint", self.catalogues)
        for column in _TEXTS[draft.what]:
            said = hint if column == "hint" else draft.texts.get(column, {})
            text, foreign = self.catalogues.text(f"{draft.name}:{column}", said)
            if foreign and draft.row:
                self.remarks.add(draft.row, column, "text_in_another_language")
            if not text and column == "label" and draft.get("type") not in NEVER_SHOWN:
                text = self._label(draft)
            if text:
                yield column, text
        self._left_out(draft)

    def _label(self, draft: Draft) -> str:
        """What stands for a label that the spreadsheet leaves empty: the hint, else the name."""
        hints = draft.texts.get("hint", {})
        label, _ = self.catalogues.text(f"{draft.name}:label", hints) if hints else (draft.name, False)
        self.remarks.add(draft.row, "label", "label_made", label=label[:60])
        return label

    def _left_out(self, draft: Draft) -> None:
        for column in _MEDIA:
            if column in draft.texts:
                self.remarks.add(draft.row, column, "media_left_out", file=any_text(draft.texts[column])[:60])
        if "required_message" in draft.texts:
            self.remarks.add(draft.row, "required_message", "required_message_left_out")
        if "guidance_hint" in draft.texts:
            self.remarks.add(draft.row, "guidance_hint", "guidance_joined")

    def _made(self, draft: Draft, label: str) -> Iterator[tuple[str, str]]:
        """What names an entry and the button for one more, where the spreadsheet cannot say."""
        asked = (d for d in draft.items if not (d.what == "question" and d.get("type") in ASKING_NOTHING))
        lead = next((_first_question(item) for item in asked), None)
        yield "entry", f"${{{lead.name}}}" if lead else label
        yield "add", f"+ {label}"
        if "add" not in draft.texts:
            said = draft.texts.get("label", {})
            self.catalogues.text(f"{draft.name}:add", {code: f"+ {text}" for code, text in said.items()})

    def _choice(self, list_name: str, choice: ChoiceDraft) -> Keyed:
        text, foreign = self.catalogues.text(f"{list_name}/{choice.name}:label", choice.labels)
        if foreign and choice.row:
            self.choice_remarks.add(choice.row, "label", "text_in_another_language")
        return {"name": choice.name, "label": text or choice.name, **choice.columns}

    def _happening(self, happening: HappeningDraft) -> Keyed:
        name = happening.cells.get("name", "")
        title, _ = self.catalogues.text(f"chronology/{name}:title", happening.titles)
        return {"name": name, "title": title, **{k: v for k, v in happening.cells.items() if k != "name"}}


def _first_question(draft: Draft) -> Draft | None:
    """The first question in a page that is answered, not in a repeat inside."""
    if draft.what == "question":
        return None if draft.get("type") in ASKING_NOTHING else draft
    if draft.what == "repeat":
        return None
    return next((found for item in draft.items if (found := _first_question(item))), None)


def _csv(choices: Iterable[ChoiceDraft], catalogues: Catalogues) -> bytes:
    """A file of choices: names, labels as they are in all languages, and further columns."""
    found = tuple(choices)
    columns = tuple(dict.fromkeys(column for choice in found for column in choice.columns))
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(("name", "label", *columns))
    for choice in found:
        label = catalogues.own(choice.labels) or choice.name
        writer.writerow((choice.name, label, *(choice.columns.get(column, "") for column in columns)))
    return written.getvalue().encode()


class _Dumper(yaml.CSafeDumper):
    """Writes texts of several lines as such."""


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _yaml(tree: Any) -> bytes:
    written: bytes = yaml.dump(
        tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, encoding="utf-8"
    )
    return written
