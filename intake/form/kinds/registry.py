"""Every kind of question by its name."""

from collections.abc import Mapping

from intake.form.kinds import Kind
from intake.form.kinds.choosing import Acknowledge, Rank, SelectMultiple, SelectOne, YesNo
from intake.form.kinds.moments import DATE, DATE_AND_TIME, TIME
from intake.form.kinds.named import Country, Language
from intake.form.kinds.numbers import NumberKind
from intake.form.kinds.texts import NoteKind, TextKind
from intake.form.kinds.when import UncertainDateKind

_KINDS: tuple[Kind, ...] = (
    TextKind("text"),
    TextKind("long_text"),
    NumberKind("integer", whole=True),
    NumberKind("decimal", whole=False),
    NumberKind("range", whole=False),
    SelectOne(),
    SelectMultiple(),
    Rank(),
    YesNo(),
    Acknowledge(),
    Country(),
    Language(),
    UncertainDateKind(),
    DATE,
    TIME,
    DATE_AND_TIME,
    TextKind("barcode"),
    NoteKind(),
    TextKind("calculate"),
    TextKind("hidden"),
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _KINDS}

WITH_CHOICES = frozenset({"select_one", "select_multiple", "rank"})
"""The kinds whose `type` names a list of choices."""

FROM_FILE: Mapping[str, str] = {
    "select_one_from_file": "select_one",
    "select_multiple_from_file": "select_multiple",
}
"""Types that name a CSV file of choices, and the kinds they make."""

AS_TEXT = frozenset(
    {"image", "file", "audio", "video", "geopoint", "geotrace", "geoshape", "background-audio"}
    | {"start-geopoint"}
)
"""Types that need a camera, a recorder, a map or a place for files: here a long text stands in for them."""

NEVER_SHOWN = frozenset({"calculate", "hidden"})
"""The kinds that no page shows: values for expressions and texts."""

ASKING_NOTHING = frozenset({"note"}) | NEVER_SHOWN
"""The kinds that are never answered."""
