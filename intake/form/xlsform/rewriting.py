"""Expressions and texts of a spreadsheet, in the names that the pack has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from intake.errors import ExpressionError
from intake.form.defaults import is_worked
from intake.form.expressions.lexer import Token, tokens
from intake.form.texts import GAP
from intake.form.xlsform.draft import EXPRESSIONS, Draft
from intake.form.xlsform.naming import Names, Place
from intake.form.xlsform.report import Remarks

_LONGEST_PATH = 100
"""Tokens. Nothing lies so deep."""

_NAMED = re.compile(r"\$\{\s*([^${}]+?)\s*\}")
_SEVERAL_WORDS = re.compile(r"\$\{\s*([^${}\s]+\s[^${}]*?)\s*\}")
"""`${two words}`, which the language of expressions does not have, but some spreadsheets do."""

_STEP = re.compile(r"[^\W\d][\w.-]*")


@dataclass(frozen=True, slots=True)
class Rewriter:
    """What names mean now: those of questions, of lists of choices, of choices that were spelt anew, and of
    metadata, for which an expression stands.
    """

    names: Names
    lists: Mapping[str, str]
    choices: Mapping[str, str]
    metadata: Mapping[str, str]
    remarks: Remarks
    keeps_paths: bool = False
    """Whether pages are laid out as they were, so that paths still lead where they led."""

    def tree(self, drafts: Sequence[Draft], around: Place = ()) -> tuple[Draft, ...]:
        """The same tree with every expression and text in the new names."""
        return tuple(self._draft(draft, (*around, at)) for at, draft in enumerate(drafts))

    def expression(self, source: str, asker: Place, row: int, column: str) -> str:
        """An expression in the new names. Paths that lead straight to a question become `${question}`, since
        pages are laid out anew. What cannot be read stays as it is, for the loader to judge.
        """
        source = _SEVERAL_WORDS.sub(
            lambda found: f"${{{self.names.resolve(found[1], asker) or found[1]}}}", source
        )
        try:
            found = tokens(source)
        except ExpressionError:
            return source
        parts, at, depth = [], 0, 0
        while found[at].kind != "end":
            depth += found[at].is_sign("[") - found[at].is_sign("]")
            looks = not self.keeps_paths and column != "choice_filter"
            length, path = _path(found, at, inside=depth > 0) if looks else (0, "")
            target = self.names.resolve(path, asker) if path else None
            if target:
                parts.append(f" ${{{target}}} ")
                self.remarks.add(row, column, "path_rewritten", name=target)
                at += length
            else:
                parts.append(self._token(source, found, at, asker))
                at += 1
        return "".join(parts).strip() if "".join(parts) != source else source

    def text(self, text: str, asker: Place) -> str:
        """A text with `${name}` in the new names, and "…" for what is no question."""

        def written(found: re.Match[str]) -> str:
            name = self.names.resolve(found[1], asker)
            return f"${{{name}}}" if name else GAP

        return _NAMED.sub(written, text)

    def _draft(self, draft: Draft, place: Place) -> Draft:
        cells = {
            column: self.expression(text, place, draft.row, column) if _is_expression(column, text) else text
            for column, text in draft.cells.items()
        }
        if cells.get("required") in ("yes", "true()"):
            cells["required"] = "yes"
        texts = {
            column: {language: self._told(text, place, draft.row, column) for language, text in said.items()}
            for column, said in draft.texts.items()
        }
        return replace(draft, cells=cells, texts=texts, items=self.tree(draft.items, place))

    def _told(self, text: str, place: Place, row: int, column: str) -> str:
        for name in _NAMED.findall(text):
            if self.names.resolve(name, place) is None:
                self.remarks.add(row, column, "text_names_nothing", name=name[:60])
        return self.text(text, place)

    def _token(self, source: str, found: Sequence[Token], at: int, asker: Place) -> str:
        token, start = found[at], found[at].column - 1
        raw = source[start : found[at + 1].column - 1]
        if token.kind == "reference":
            written = (
                self.metadata.get(token.text) or f"${{{self.names.resolve(token.text, asker) or token.text}}}"
            )
            return written + _space_after(raw)
        if token.kind == "text":
            new = self._literal(found, at)
            return raw if new == token.text else f"{raw[0]}{new}{raw[0]}{_space_after(raw)}"
        return raw

    def _literal(self, found: Sequence[Token], at: int) -> str:
        text = found[at].text
        opens = at >= 2 and found[at - 1].is_sign("(") and found[at - 2].text == "instance"
        return self.lists.get(text, text) if opens else self.choices.get(text, text)


def _is_expression(column: str, text: str) -> bool:
    return is_worked(text) if column == "default" else column in EXPRESSIONS


def _path(found: Sequence[Token], at: int, *, inside: bool) -> tuple[int, str]:
    """How many tokens a plain path to a question takes from here, and the last name on it; 0 for none.

    `/data/group/q`, `../q`, `../../group/q`, `current()/../q`; nothing with predicates, axes or wildcards.
    `inside` square brackets a path begins at another node, unless it begins with `current()`.
    """
    if at and (
        found[at - 1].kind in {"number", "text", "reference", "name"} or found[at - 1].is_sign(")", "]")
    ):
        return 0, ""
    if (inside or not found[at].is_sign("..", "/")) and found[at].text != "current":
        return 0, ""
    place = at
    if [token.text for token in found[at : at + 5]] == ["current", "(", ")", "/", ".."]:
        place += 4
    if found[place].is_sign(".."):
        while found[place].is_sign("..") and found[place + 1].is_sign("/") and place - at < _LONGEST_PATH:
            place += 2
    elif found[place].is_sign("/"):
        place += 1
    else:
        return 0, ""
    names = list(_steps(found, place))
    after = found[place + 2 * len(names) - 1] if names else found[place]
    if not names or after.is_sign("(", "[", "/", "//", "::"):
        return 0, ""
    return place + 2 * len(names) - 1 - at, names[-1]


def _steps(found: Sequence[Token], place: int) -> Iterator[str]:
    for _ in range(_LONGEST_PATH):
        if found[place].kind != "name" or not _STEP.fullmatch(found[place].text):
            return
        yield found[place].text
        if not (found[place + 1].is_sign("/") and found[place + 2].kind == "name"):
            return
        place += 2


def _space_after(raw: str) -> str:
    return raw[len(raw.rstrip()) :]
