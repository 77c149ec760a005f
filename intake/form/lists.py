"""The choice lists and the chronology of a pack, from their files."""

from collections.abc import Mapping

from intake.form.faults import Faults
from intake.form.fields import Fields, Keys, checked_name
from intake.form.model import Choice, ChoiceList, Form, Happening
from intake.form.nodes import Items, Node, Table

LANES = ("life", "journey", "harm", "procedure")

_CHOICE = Keys(frozenset({"name", "label"}), free=True)
_HAPPENING = Keys(frozenset({"name", "title", "when"}), frozenset({"until", "still", "place", "lane"}))


def build_choice_lists(node: Node | None, faults: Faults) -> Mapping[str, ChoiceList]:
    """Every list of `choices.yaml` by name. Further keys of a choice are columns for `choice_filter`."""
    if node is None:
        return {}
    if not isinstance(node, Table):
        faults.add(node.line, "not_a_table", key="choices")
        return {}
    lists: dict[str, ChoiceList] = {}
    for key, value in node.pairs:
        name = checked_name(key.text.strip(), key.line, faults)
        if name in lists:
            faults.add(key.line, "duplicate_key", key=name)
        elif name:
            lists[name] = ChoiceList(name, _choices(value, name, faults))
    return lists


def columns_of(found: ChoiceList) -> frozenset[str]:
    """The further columns of a list."""
    return frozenset(column for choice in found.choices for column in choice.columns)


def build_chronology(node: Node | None, faults: Faults) -> tuple[tuple[Happening, int], ...]:
    """Every happening of `chronology.yaml` with its line."""
    if node is None:
        return ()
    if not isinstance(node, Items):
        faults.add(node.line, "not_a_list", key="chronology")
        return ()
    made: dict[str, tuple[Happening, int]] = {}
    for item in node.items:
        if not isinstance(item, Table):
            faults.add(item.line, "not_a_table", key="chronology")
            continue
        happening = _happening(Fields(item, _HAPPENING, faults), faults)
        if happening.name in made:
            faults.add(item.line, "duplicate_key", key=happening.name)
        made.setdefault(happening.name, (happening, item.line))
    return tuple(made.values())


def check_chronology(form: Form, lines: Mapping[str, int], faults: Faults) -> None:
    """Tell which happenings name a question that is not there, is no date, or lies in another repeat."""
    for happening in form.chronology:
        line = lines[happening.name]
        when = form.questions.get(happening.when)
        for key in ("when", "until", "still", "place"):
            name: str = getattr(happening, key)
            if not name:
                continue
            question = form.questions.get(name)
            if question is None:
                faults.add(line, "unknown_question", key=key, name=name)
            elif key in {"when", "until"} and question.kind != "uncertain_date":
                faults.add(line, "not_a_date_question", key=key, name=name)
            elif key == "still" and question.kind != "yes_no":
                faults.add(line, "not_a_yes_no_question", key=key, name=name)
            elif when is not None and question.repeats != when.repeats[: len(question.repeats)]:
                faults.add(line, "other_repeat", key=key, name=name)


def _choices(node: Node, list_name: str, faults: Faults) -> tuple[Choice, ...]:
    if not isinstance(node, Items):
        faults.add(node.line, "not_a_list", key=list_name)
        return ()
    if not node.items:
        faults.add(node.line, "empty_list", key=list_name)
    made: dict[str, Choice] = {}
    for item in node.items:
        if not isinstance(item, Table):
            faults.add(item.line, "not_a_table", key=list_name)
            continue
        fields = Fields(item, _CHOICE, faults)
        name = fields.text("name")
        if name in made:
            faults.add(fields.line_of("name"), "duplicate_choice", name=name, list=list_name)
        elif "name" in fields and (not name or len(name.split()) != 1):
            faults.add(fields.line_of("name"), "bad_choice_name", name=name)
        columns = {key: fields.text(key) for key in fields if key not in ("name", "label")}
        made.setdefault(name, Choice(name, fields.needed_text("label"), columns))
    return tuple(made.values())


def _happening(fields: Fields, faults: Faults) -> Happening:
    lane = fields.text("lane", LANES[0])
    if lane not in LANES:
        faults.add(fields.line_of("lane"), "unknown_lane", lane=lane, lanes=", ".join(LANES))
    return Happening(
        name=fields.name("name"),
        title=fields.needed_text("title"),
        when=fields.needed_text("when"),
        until=fields.text("until"),
        still=fields.text("still"),
        place=fields.text("place"),
        lane=lane,
    )
