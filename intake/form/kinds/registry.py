"""Every kind of question by its name."""

from collections.abc import Mapping

from intake.form.kinds import Kind
from intake.form.kinds.choosing import Acknowledge, Rank, SelectMultiple, SelectOne, YesNo
from intake.form.kinds.files import FileKind
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
    FileKind("image", pictures=True),
    FileKind("file", pictures=False),
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

STANDING_IN: Mapping[str, str] = {
    "audio": "file",
    "video": "file",
    "background-audio": "long_text",
    "geopoint": "long_text",
    "start-geopoint": "long_text",
    "geotrace": "long_text",
    "geoshape": "long_text",
}
"""Types that need a recorder or a map, and the kinds that stand in for them: a recording is a file that is
there already, a place is told in words.
"""

NEVER_SHOWN = frozenset({"calculate", "hidden"})
"""The kinds that no page shows: values for expressions and texts."""

ASKING_NOTHING = frozenset({"note"}) | NEVER_SHOWN
"""The kinds that are never answered."""
