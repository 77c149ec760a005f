"""How exactly a date was told, in words."""

from pathlib import Path as FilePath

import pytest

from intake.dates import parse
from intake.review.precision import precision
from intake.words import SOURCE_LANGUAGE, Words


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2022-03-14", "exact day"),
        ("2022-03", "month only"),
        ("2022", "year only"),
        ("2022-XX-14", "month not known"),
        ("XXXX-03-14", "year not known"),
        ("2022-25", "season only"),
        ("2022-03~", "month only, approximate"),
        ("2022?", "year only, not certain"),
        ("2022-03-14%", "exact day, approximate, not certain"),
        ("[2022-03..2022-05]", "between two dates"),
        ("[..2022-05]", "no later than this"),
        ("[2022-05..]", "no earlier than this"),
        ("2021-05/2022-01-03~", "a period; beginning: month only; end: exact day, approximate"),
        ("2021-05~/..", "still going on, approximate"),
        ("2021-05/", "a period, end not known"),
        ("../2021-05", "a period, beginning not known"),
    ],
)
def test_precision_says_what_is_known_and_how_far_it_is_stood_by(edtf: str, told: str) -> None:
    words = Words.load(SOURCE_LANGUAGE, FilePath())
    assert precision(parse(edtf), words) == told
