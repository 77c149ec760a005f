"""Three bare Shifts leave; nothing that a hand does with Shift while typing does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.locking.shifts import ThreeShifts

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = {
    "shift": (Qt.Key.Key_Shift, SHIFT),
    "a": (Qt.Key.Key_A, SHIFT),
    "alt": (Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier),
    "alt+shift": (Qt.Key.Key_Shift, SHIFT | Qt.KeyboardModifier.AltModifier),
    "ctrl+shift": (Qt.Key.Key_Shift, SHIFT | Qt.KeyboardModifier.ControlModifier),
    "meta+shift": (Qt.Key.Key_Shift, SHIFT | Qt.KeyboardModifier.MetaModifier),
    "group": (Qt.Key.Key_unknown, NONE),
}


def key(mark: str, *, repeated: bool = False) -> QKeyEvent:
    """`+shift` presses, `-shift` lets go."""
    kind = QEvent.Type.KeyPress if mark[0] == "+" else QEvent.Type.KeyRelease
    code, held = KEYS[mark[1:]]
    return QKeyEvent(kind, code, held, "", repeated)


def fled(marks: str, seconds: float = 0.1) -> bool:
    """Whether these keys, each so long after the one before, are the way out."""
    shifts = ThreeShifts()
    return any(shifts.hear(key(mark), at * seconds) for at, mark in enumerate(marks.split()))


def test_three_presses_and_releases_are_the_way_out() -> None:
    assert fled("+shift -shift +shift -shift +shift -shift")


def test_two_are_not() -> None:
    assert not fled("+shift -shift +shift -shift")


def test_the_third_counts_when_it_is_let_go() -> None:
    assert not fled("+shift -shift +shift -shift +shift")


def test_three_that_take_longer_than_five_seconds_are_not() -> None:
    assert not fled("+shift -shift +shift -shift +shift -shift", seconds=1.1)


def test_three_within_five_seconds_are_it_also_after_an_earlier_one() -> None:
    shifts = ThreeShifts()
    moments = [0.0, 0.1, 4.0, 4.1, 6.0, 6.1, 8.0, 8.1]
    marks = ["+shift", "-shift"] * 4
    heard = [shifts.hear(key(mark), at) for mark, at in zip(marks, moments, strict=True)]
    assert heard == [False] * 7 + [True]


@pytest.mark.parametrize(
    "between",
    [
        "+shift +a -a -shift",
        "+alt +alt+shift -alt+shift -alt",
        "+shift +alt -alt -shift",
        "+ctrl+shift -ctrl+shift",
        "+meta+shift -meta+shift",
        "+shift +shift -shift -shift",
        "+shift +group -group -shift",
    ],
    ids=["capital", "alt then shift", "shift then alt", "ctrl", "meta", "both shifts", "layout key"],
)
def test_capitals_and_switching_the_layout_never_count(between: str) -> None:
    assert not fled(" ".join([between] * 6))
    assert not fled(f"+shift -shift +shift -shift {between}")
    assert not fled(f"+shift -shift {between} +shift -shift")


def test_a_shift_that_is_held_down_counts_once() -> None:
    shifts = ThreeShifts()
    shifts.hear(key("+shift"), 0.0)
    for _ in range(20):
        assert not shifts.hear(key("+shift", repeated=True), 0.1)
    assert not shifts.hear(key("-shift"), 0.2)


def test_a_click_between_begins_anew() -> None:
    shifts = ThreeShifts()
    for mark in ("+shift", "-shift", "+shift", "-shift"):
        shifts.hear(key(mark), 0.0)
    shifts.forget()
    assert not shifts.hear(key("+shift"), 0.1)
    assert not shifts.hear(key("-shift"), 0.1)


@given(
    st.lists(st.sampled_from(["+shift", "-shift", "+a", "-a", "+alt", "-alt", "+alt+shift", "-alt+shift"]))
)
def test_only_three_bare_ones_in_a_row_are_ever_it(marks: list[str]) -> None:
    shifts = ThreeShifts()
    heard = [shifts.hear(key(mark), 0.0) for mark in marks]
    for at, was_it in enumerate(heard):
        if was_it:
            assert marks[at - 5 : at + 1] == ["+shift", "-shift"] * 3
