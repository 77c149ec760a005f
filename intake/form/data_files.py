"""From `i589.yaml`, `rules.yaml`, `terms.yaml` and `checks.yaml` to what a pack says beside its questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from intake.errors import ExpressionError
from intake.form.expressions import Expression, Shape, compile_expression, compile_loosened
from intake.form.faults import Faults
from intake.form.fields import Fields, Keys
from intake.form.model import Form
from intake.form.nodes import Items, Node, Table
from intake.form.packdata import (
    CLOCKS,
    LENGTHS,
    NAMED_CHECKS,
    NOT_ASKED,
    Check,
    I589Item,
    PackData,
    Rule,
    Term,
)

I589_FILE, RULES_FILE, TERMS_FILE, CHECKS_FILE = "i589.yaml", "rules.yaml", "terms.yaml", "checks.yaml"

OFFICIAL_FORM = Keys(frozenset({"edition", "items"}))
ITEM = Keys(frozenset({"item", "title"}), frozenset({"answers", "not_asked", "story"}))
RULE = Keys(
    frozenset({"rule", "title", "version", "value", "source", "checked_on", "stale_after", "confirm"})
)
TERM = Keys(
    frozenset({"term", "title", "neutral", "changes", "clock", "sources"}), frozenset({"rules", "matter"})
)
CHECK = Keys(frozenset({"name", "finding", "sources"}), frozenset({"each", "when", "check"}))

_ONLY_A_PERSON = frozenset({"yes_no", "acknowledge"})
"""Kinds that say something on the official form which nobody but the person may say."""

_LONGEST_STALE = 4


def build_data(nodes: Mapping[str, Node | None], form: Form, shape: Shape, faults: Faults) -> PackData:
    """What these files say. Every name in them that the form does not have is a fault.

    `shape` is the form's own; expressions are compiled against it.
    """
    edition, items = _official_form(nodes.get(I589_FILE), form, faults.of(I589_FILE))
    rules = tuple(_rules(nodes.get(RULES_FILE), faults.of(RULES_FILE)))
    return PackData(
        edition,
        items,
        rules,
        tuple(_checks(nodes.get(CHECKS_FILE), form, shape, faults.of(CHECKS_FILE))),
        tuple(_terms(nodes.get(TERMS_FILE), form, rules, faults.of(TERMS_FILE))),
    )


def _official_form(node: Node | None, form: Form, faults: Faults) -> tuple[str, tuple[I589Item, ...]]:
    if node is None:
        return "", ()
    if not isinstance(node, Table):
        faults.add(node.line, "not_a_table", key="i589")
        return "", ()
    fields = Fields(node, OFFICIAL_FORM, faults)
    tables = _tables(Items(fields.items("items"), fields.line_of("items")), "items", faults)
    found = _unlike((Fields(table, ITEM, faults) for table in tables), "item", faults)
    return fields.needed_text("edition"), tuple(_item(item, form, faults) for item in found)


def _item(fields: Fields, form: Form, faults: Faults) -> I589Item:
    made = I589Item(
        fields.needed_text("item"),
        fields.needed_text("title"),
        _questions(fields, "answers", form, faults),
        fields.text("not_asked"),
        fields.yes_no("story"),
    )
    if ("answers" in fields) == ("not_asked" in fields):
        faults.add(fields.line, "answers_or_not_asked", item=made.item)
    elif "not_asked" in fields and made.not_asked not in NOT_ASKED:
        faults.add(fields.line_of("not_asked"), "bad_not_asked", reasons=", ".join(NOT_ASKED))
    elif made.answers and not made.story and _only_told(made, form):
        faults.add(fields.line_of("answers"), "only_long_texts", item=made.item)
    for name in made.answers:
        if form.questions[name].default and form.questions[name].kind in _ONLY_A_PERSON:
            faults.add(fields.line_of("answers"), "default_not_wanted", name=name)
    return made


def _only_told(item: I589Item, form: Form) -> bool:
    return all(form.questions[name].kind == "long_text" for name in item.answers)


def _rules(node: Node | None, faults: Faults) -> Iterator[Rule]:
    found = (Fields(table, RULE, faults) for table in _tables(node, "rules", faults))
    for fields in _unlike(found, "rule", faults):
        yield Rule(
            rule=fields.name("rule"),
            title=fields.needed_text("title"),
            version=fields.needed_text("version"),
            value=_values(fields),
            source=fields.needed_text("source"),
            checked_on=_day(fields, "checked_on", faults),
            stale_after=_days(fields, "stale_after", faults),
            confirm=fields.needed_text("confirm"),
        )


def _values(fields: Fields) -> tuple[str, ...]:
    """One text, or a list of texts."""
    if fields.is_list("value"):
        return tuple(fields.text_of(node, "value") for node in fields.items("value"))
    return (fields.needed_text("value"),)


def _day(fields: Fields, key: str, faults: Faults) -> date:
    text = fields.text(key)
    try:
        return date.fromisoformat(text)
    except ValueError:
        if key in fields:
            faults.add(fields.line_of(key), "not_a_day", key=key)
        return date.min


def _days(fields: Fields, key: str, faults: Faults) -> int:
    text = fields.text(key)
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST_STALE:
        return int(text)
    if key in fields:
        faults.add(fields.line_of(key), "not_days", key=key)
    return 0


def _terms(node: Node | None, form: Form, rules: tuple[Rule, ...], faults: Faults) -> Iterator[Term]:
    known = {rule.rule: rule for rule in rules}
    found = (Fields(table, TERM, faults) for table in _tables(node, "terms", faults))
    for fields in _unlike(found, "term", faults):
        made = Term(
            name=fields.name("term"),
            title=fields.needed_text("title"),
            neutral=fields.needed_text("neutral"),
            changes=fields.needed_text("changes"),
            clock=fields.text("clock"),
            sources=_questions(fields, "sources", form, faults),
            rules=tuple(_known_rules(fields, known, faults)),
            matter=fields.text("matter"),
        )
        _look_at_clock(made, fields, form, faults)
        if sum(bool(known[name].length) for name in made.rules) < LENGTHS.get(made.clock, 0):
            faults.add(fields.line_of("rules"), "no_length", clock=made.clock)
        yield made


def _known_rules(fields: Fields, known: Mapping[str, Rule], faults: Faults) -> Iterator[str]:
    for name, line in fields.names("rules"):
        if name in known:
            yield name
        else:
            faults.add(line, "unknown_rule", name=name)


def _look_at_clock(made: Term, fields: Fields, form: Form, faults: Faults) -> None:
    kinds = CLOCKS.get(made.clock)
    if kinds is None:
        faults.add(fields.line_of("clock"), "unknown_clock", clocks=", ".join(CLOCKS))
    elif kinds != tuple(form.questions[name].kind for name in made.sources):
        faults.add(fields.line_of("sources"), "other_sources", check=made.clock, kinds=", ".join(kinds))


def _checks(node: Node | None, form: Form, shape: Shape, faults: Faults) -> Iterator[Check]:
    found = (Fields(table, CHECK, faults) for table in _tables(node, "checks", faults))
    reader = _CheckReader(form, shape, faults)
    for fields in _unlike(found, "name", faults):
        yield reader.check(fields)


@dataclass(frozen=True, slots=True)
class _CheckReader:
    """What reading a check needs besides its table."""

    form: Form
    shape: Shape
    faults: Faults

    def check(self, fields: Fields) -> Check:
        made = Check(
            name=fields.name("name"),
            finding=fields.needed_text("finding"),
            sources=_questions(fields, "sources", self.form, self.faults),
            each=self._each(fields),
            when=self._when(fields),
            perhaps=self._perhaps(fields),
            named=fields.text("check"),
        )
        if ("when" in fields) == ("check" in fields):
            self.faults.add(fields.line, "when_or_check", name=made.name)
        elif "check" in fields:
            self._look_at_named(made, fields)
        return made

    def _each(self, fields: Fields) -> str:
        name = fields.text("each")
        if name and name not in self.form.repeats:
            self.faults.add(fields.line_of("each"), "unknown_repeat", key="each", name=name)
            return ""
        return name

    def _when(self, fields: Fields) -> Expression | None:
        if "when" not in fields:
            return None
        try:
            return compile_expression(fields.text("when"), self.shape, self._asker(fields.text("each")))
        except ExpressionError as error:
            self.faults.add(fields.line_of("when"), "bad_expression", key="when", **error.facts)
            return None

    def _perhaps(self, fields: Fields) -> Expression | None:
        """What does not compile has been told of already."""
        try:
            return compile_loosened(fields.text("when"), self.shape, self._asker(fields.text("each")))
        except ExpressionError:
            return None

    def _asker(self, each: str) -> str:
        """Something that stands in the entries looked at, or at the top of the form."""
        repeat = self.form.repeats.get(each)
        if repeat is not None:
            return repeat.items[0].name if repeat.items else repeat.name
        return self.form.sections[0].name if self.form.sections else self.form.name

    def _look_at_named(self, made: Check, fields: Fields) -> None:
        kinds = NAMED_CHECKS.get(made.named)
        if kinds is None:
            self.faults.add(fields.line_of("check"), "unknown_check", checks=", ".join(NAMED_CHECKS))
        elif kinds != tuple(self.form.questions[name].kind for name in made.sources):
            self.faults.add(
                fields.line_of("sources"), "other_sources", check=made.named, kinds=", ".join(kinds)
            )


def _questions(fields: Fields, key: str, form: Form, faults: Faults) -> tuple[str, ...]:
    """The questions of a list; those that the form does not have are told and left out."""
    names = fields.names(key)
    for name, line in names:
        if name not in form.questions:
            faults.add(line, "unknown_question", key=key, name=name)
    return tuple(name for name, _ in names if name in form.questions)


def _tables(node: Node | None, key: str, faults: Faults) -> Iterator[Table]:
    if node is not None and not isinstance(node, Items):
        faults.add(node.line, "not_a_list", key=key)
        return
    for item in node.items if node is not None else ():
        if isinstance(item, Table):
            yield item
        else:
            faults.add(item.line, "not_a_table", key=key)


def _unlike(found: Iterator[Fields], key: str, faults: Faults) -> Iterator[Fields]:
    """Those whose name nobody had before them."""
    taken: set[str] = set()
    for fields in found:
        name = fields.text(key)
        if name in taken:
            faults.add(fields.line_of(key), "duplicate_key", key=name)
        else:
            taken.add(name)
            yield fields
