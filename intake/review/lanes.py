"""What the lanes of the chronology are called."""

from collections.abc import Mapping

from intake.words import mark

LANES: Mapping[str, str] = {
    "life": mark("Life"),
    "journey": mark("Journey"),
    "harm": mark("Harm"),
    "procedure": mark("Dates of the case"),
}
