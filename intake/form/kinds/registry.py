"""Every kind of question by its name."""

from collections.abc import Mapping

from intake.form.kinds import Kind
from intake.form.kinds.choosing import SelectMultiple, SelectOne, YesNo
from intake.form.kinds.named import Country, Language
from intake.form.kinds.numbers import NumberKind
from intake.form.kinds.texts import NoteKind, TextKind
from intake.form.kinds.when import UncertainDateKind

_KINDS: tuple[Kind, ...] = (
    TextKind("text"),
    TextKind("long_text"),
    NumberKind("integer", whole=True),
    NumberKind("decimal", whole=False),
    SelectOne(),
    SelectMultiple(),
    YesNo(),
    Country(),
    Language(),
    UncertainDateKind(),
    NoteKind(),
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _KINDS}

WITH_CHOICES = frozenset({"select_one", "select_multiple"})
"""The kinds whose `type` names a list of choices."""

ASKING_NOTHING = frozenset({"note"})
"""The kinds that are shown but never answered."""
