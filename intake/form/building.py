"""From the tree of a section file to its pages, repeats and questions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from intake.errors import ExpressionError
from intake.form.defaults import is_worked
from intake.form.expressions import Expression, Shape, compile_choice_filter, compile_expression
from intake.form.external import SUFFIX, list_named_in
from intake.form.faults import Faults
from intake.form.fields import Fields, Keys
from intake.form.kinds.registry import FROM_FILE, KINDS, NEVER_SHOWN, STANDING_IN, WITH_CHOICES
from intake.form.lists import columns_of
from intake.form.model import ChoiceList, Item, Page, Question, Repeat, Section
from intake.form.nodes import Node, Scalar, Table

ALWAYS, NEVER = "yes", "no"
"""What `required` may say instead of an expression."""

SECTION = Keys(
    frozenset({"section", "label", "items"}),
    frozenset({"hint", "minutes", "heavy", "relevant", "at_hand", "support"}),
)
GROUP = Keys(frozenset({"type", "name", "label", "items"}), frozenset({"hint", "relevant"}))
REPEAT = Keys(
    frozenset({"type", "name", "label", "entry", "add", "items"}),
    frozenset({"hint", "relevant", "repeat_count"}),
)
_MAY_SAY = frozenset(
    {"hint", "why", "example", "relevant", "required", "constraint", "constraint_message", "calculation"}
    | {"choice_filter", "default", "read_only", "appearance", "parameters", "sensitive", "role"}
    | {"or_other", "summary", "optional"}
)
QUESTION = Keys(frozenset({"type", "name", "label"}), _MAY_SAY)
UNSEEN = Keys(frozenset({"type", "name"}), _MAY_SAY | {"label"})
"""A question that is never shown: nobody would read its label."""

_WITH_OTHER = frozenset({"select_one", "select_multiple"})


@dataclass(frozen=True, slots=True)
class Site:
    """What building needs besides the file: all names of the pack, its choice lists, those of them that are
    `filed` in CSV, and where each name was first used.
    """

    shape: Shape
    lists: Mapping[str, ChoiceList]
    filed: frozenset[str] = frozenset()
    places: dict[str, tuple[str, int]] = field(default_factory=dict)

    def claim(self, name: str, line: int, faults: Faults) -> None:
        """Take a name for one thing; every name is unique in a pack."""
        if not name:
            return
        if name in self.places:
            file, at = self.places[name]
            faults.add(line, "duplicate_name", name=name, other_file=file, other_line=at)
        else:
            self.places[name] = (faults.file, line)


def build_section(name: str, table: Table, site: Site, faults: Faults) -> Section:
    """The section of a file. Faults are told, and what is faulty is left out or stands with plain values."""
    fields = Fields(table, SECTION, faults)
    if "section" in fields and fields.text("section") != name:
        faults.add(fields.line_of("section"), "section_name_differs", name=name)
    part = _Part(site, faults)
    return Section(
        name=name,
        label=fields.needed_text("label"),
        items=part.items(fields),
        hint=fields.text("hint"),
        minutes=fields.minutes("minutes", 5),
        heavy=fields.yes_no("heavy"),
        relevant=part.expression(fields, "relevant", name),
        at_hand=fields.text("at_hand"),
        support=fields.text("support"),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """Where in a file we are: inside which repeats."""

    site: Site
    faults: Faults
    repeats: tuple[str, ...] = ()

    def items(self, fields: Fields) -> tuple[Item, ...]:
        makers: Mapping[str, Callable[[Table], Item | None]] = {"group": self._group, "repeat": self._repeat}
        made = []
        for node in fields.items("items"):
            table = self._table(node)
            if table is not None:
                made.append(makers.get(_type_of(table), self._lone)(table))
        return tuple(item for item in made if item is not None)

    def expression(self, fields: Fields, key: str, asker: str) -> Expression | None:
        """The compiled expression under a key; None when there is none or it is faulty."""
        source = fields.text(key)
        return self._compiled(source, key, asker, fields.line_of(key)) if source else None

    def _compiled(self, source: str, key: str, asker: str, line: int) -> Expression | None:
        shape = self.site.shape
        return self._tried(lambda: compile_expression(source, shape, asker), key, asker, line)

    def _choice_filter(self, fields: Fields, name: str, choice_list: str) -> Expression | None:
        source, line = fields.text("choice_filter"), fields.line_of("choice_filter")
        if not source:
            return None
        shape, found = self.site.shape, self.site.lists.get(choice_list)
        columns = columns_of(found) if found else frozenset[str]()
        return self._tried(
            lambda: compile_choice_filter(source, shape, name, columns), "choice_filter", name, line
        )

    def _tried(self, make: Callable[[], Expression], key: str, asker: str, line: int) -> Expression | None:
        if not asker:
            return None  # a thing without a name has its fault already, and no place to ask from
        try:
            return make()
        except ExpressionError as error:
            self.faults.add(line, "bad_expression", key=key, **error.facts)
            return None

    def _table(self, node: Node) -> Table | None:
        if isinstance(node, Table):
            return node
        self.faults.add(node.line, "not_a_table", key="items")
        return None

    def _named(self, fields: Fields) -> str:
        name = fields.name("name")
        self.site.claim(name, fields.line_of("name"), self.faults)
        return name

    def _group(self, table: Table) -> Page:
        fields = Fields(table, GROUP, self.faults)
        name = self._named(fields)
        questions = []
        for node in fields.items("items"):
            inner = self._table(node)
            if inner is not None and _type_of(inner) in ("group", "repeat"):
                self.faults.add(inner.line, "not_in_a_group", what=_type_of(inner))
            elif inner is not None:
                questions.append(self._question(inner))
        return Page(
            name=name,
            label=fields.needed_text("label"),
            questions=tuple(question for question in questions if question is not None),
            hint=fields.text("hint"),
            relevant=self.expression(fields, "relevant", name),
            repeats=self.repeats,
        )

    def _repeat(self, table: Table) -> Repeat:
        fields = Fields(table, REPEAT, self.faults)
        name = self._named(fields)
        return Repeat(
            name=name,
            label=fields.needed_text("label"),
            entry=fields.needed_text("entry"),
            add=fields.needed_text("add"),
            items=_Part(self.site, self.faults, (*self.repeats, name)).items(fields),
            hint=fields.text("hint"),
            relevant=self.expression(fields, "relevant", name),
            count=self.expression(fields, "repeat_count", name),
            repeats=self.repeats,
        )

    def _lone(self, table: Table) -> Page | None:
        question = self._question(table)
        if question is None:
            return None
        return Page(question.name, question.label, (question,), repeats=self.repeats)

    def _question(self, table: Table) -> Question | None:
        unseen = _type_of(table) in NEVER_SHOWN
        fields = Fields(table, UNSEEN if unseen else QUESTION, self.faults)
        name = self._named(fields)
        kind, choice_list = self._kind(fields)
        if not kind:
            return None
        self._check_question(fields, kind)
        stands_in_for = _type_of(table) if _type_of(table) in STANDING_IN else ""
        return Question(
            name=name,
            kind=kind,
            label=fields.text("label") if unseen else fields.needed_text("label"),
            hint=fields.text("hint"),
            why=fields.text("why"),
            example=fields.text("example"),
            choice_list=choice_list,
            repeats=self.repeats,
            relevant=self.expression(fields, "relevant", name),
            required=self._required(fields, name),
            constraint=self.expression(fields, "constraint", name),
            constraint_message=fields.text("constraint_message"),
            calculation=self.expression(fields, "calculation", name),
            choice_filter=self._choice_filter(fields, name, choice_list),
            default=fields.text("default"),
            worked_default=self.expression(fields, "default", name)
            if is_worked(fields.text("default"))
            else None,
            or_other=fields.yes_no("or_other"),
            read_only=fields.yes_no("read_only"),
            appearance=tuple(fields.text("appearance").split()),
            parameters=self._parameters(fields),
            sensitive=fields.yes_no("sensitive"),
            role=fields.text("role"),
            summary=fields.text("summary"),
            optional=fields.yes_no("optional"),
            stands_in_for=stands_in_for,
        )

    def _kind(self, fields: Fields) -> tuple[str, str]:
        """The kind and, for those that have one, the list of choices: `select_one travel_by`."""
        word, _, said = fields.text("type").partition(" ")
        said, line = said.strip(), fields.line_of("type")
        kind = FROM_FILE.get(word) or STANDING_IN.get(word, word)
        if kind not in KINDS:
            if "type" in fields:
                self.faults.add(line, "unknown_kind", kind=kind)
            return "", ""
        choice_list = said
        if word in FROM_FILE:
            choice_list = list_named_in(fields.text("type"))
            if said != f"{choice_list}{SUFFIX}" or choice_list not in self.site.filed:
                self.faults.add(line, "unknown_choice_file", file=said, kind=word)
        elif kind in WITH_CHOICES and said not in self.site.lists:
            self.faults.add(line, "unknown_list" if said else "missing_list", list=said, kind=kind)
        elif kind not in WITH_CHOICES and said:
            self.faults.add(line, "list_not_wanted", kind=word, list=said)
        return kind, choice_list

    def _check_question(self, fields: Fields, kind: str) -> None:
        """Tell what does not go together."""
        if fields.text("or_other", "no") != "no" and kind not in _WITH_OTHER:
            self.faults.add(fields.line_of("or_other"), "other_not_wanted", kind=kind)

    def _required(self, fields: Fields, name: str) -> Expression | None:
        said = fields.text("required", NEVER)
        if said in (NEVER, ""):
            return None
        source = "true()" if said == ALWAYS else said
        return self._compiled(source, "required", name, fields.line_of("required"))

    def _parameters(self, fields: Fields) -> Mapping[str, str]:
        """`start=0 end=10`, as XLSForm writes them."""
        pairs = [word.partition("=") for word in fields.text("parameters").split()]
        if not all(key and value for key, _, value in pairs):
            self.faults.add(fields.line_of("parameters"), "bad_parameters")
        return {key: value for key, _, value in pairs}


def _type_of(table: Table) -> str:
    """What an item says it is; empty when it does not say."""
    found = (value.text for key, value in table.pairs if key.text == "type" and isinstance(value, Scalar))
    return next(found, "").strip()
