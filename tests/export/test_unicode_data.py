"""Unicode's own tests of direction (UAX #9) and of line breaking (UAX #14), from its data files."""

import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest
from uniseg.linebreak import line_break_boundaries

from intake.export.text import bidi
from intake.export.text.breaks import words

DATA = Path(__file__).resolve().parents[1] / "data" / "unicode"
SOME = 29
"""Every so manieth line is tried at each run, a prime: the cases go through their parts in turn."""
AUTO = 2
_BREAK, _NO_BREAK = "÷", "×"


def lines(name: str) -> Iterator[str]:
    with lzma.open(DATA / name, "rt", encoding="utf-8") as file:
        stripped = (line.partition("#")[0].strip() for line in file)
        yield from (line for line in stripped if line)


def is_as_written(case: str) -> bool:
    """Whether levels and order of a line of BidiCharacterTest.txt are those that we find."""
    characters, direction, base, levels, order = case.split(";")
    text = "".join(chr(int(code, 16)) for code in characters.split())
    found_base, found = bidi.levels(text, None if int(direction) == AUTO else int(direction))
    found = bidi.line_levels(text, found, found_base)
    kept = [at for at, level in enumerate(levels.split()) if level != "x"]
    wanted = [int(level) for level in levels.split() if level != "x"]
    shown = [kept[at] for at in bidi.visual_order([found[at] for at in kept])]
    return (
        found_base == int(base)
        and [found[at] for at in kept] == wanted
        and shown == [int(at) for at in order.split()]
    )


def test_a_part_of_the_cases_of_direction_comes_out_as_written() -> None:
    cases = [case for number, case in enumerate(lines("BidiCharacterTest.txt.xz")) if number % SOME == 0]
    assert len(cases) > 3000
    assert [case for case in cases if not is_as_written(case)] == []


@pytest.mark.slow
def test_every_case_of_direction_comes_out_as_written() -> None:
    cases = [*lines("BidiCharacterTest.txt.xz")]
    assert len(cases) == 91_707
    assert [case for case in cases if not is_as_written(case)] == []


def broken(case: str) -> tuple[str, list[int]]:
    """The text of a line of LineBreakTest.txt, and where a line may break in it."""
    text, breaks = "", []
    for part in case.split()[1:]:
        if part == _BREAK:
            breaks.append(len(text))
        elif part != _NO_BREAK:
            text += chr(int(part, 16))
    return text, breaks


def test_lines_break_as_written_wherever_the_rules_of_both_versions_agree() -> None:
    """The tables we lean on are of a newer Unicode; where it broke with the older, it is not asked."""
    agreed = 0
    astray = []
    for case in lines("LineBreakTest.txt.xz"):
        text, breaks = broken(case)
        rules = [at for at in line_break_boundaries(text) if at > 0]
        plain = not any(sign in text for sign in "\n\r\x0b\x0c\x85\u2028\u2029")
        if plain and rules == breaks and not text.startswith(" "):
            agreed += 1
            found = [after for _, _, after in words(text)]
            if found != breaks:
                astray.append(case)
    assert agreed > 4000
    assert astray == []
