"""Time without a touch: the warning, the end, a computer that slept, a clock that was set."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from ui.locking.idle import Idle
from ui.locking.watch import Clocks


@dataclass
class Desk:
    """An idle timer with two clocks that go on when told to."""

    steady: float = 1_000.0
    wall: float = 1_700_000_000.0
    heard: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.idle = Idle(Clocks(lambda: self.steady, lambda: self.wall))
        self.idle.warned.connect(self.heard.append)
        self.idle.extended.connect(lambda: self.heard.append("extended"))
        self.idle.expired.connect(lambda: self.heard.append("expired"))

    def wait(self, seconds: int) -> None:
        """Both clocks go on, looked at every second."""
        for _ in range(seconds):
            self.steady += 1
            self.wall += 1
            self.idle.look()


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.idle.rest()


def test_nothing_is_said_before_the_last_minute_of_five(desk: Desk) -> None:
    desk.idle.begin(5)
    desk.wait(239)
    assert desk.heard == []


def test_the_last_minute_is_counted_down_and_then_it_is_over(desk: Desk) -> None:
    desk.idle.begin(5)
    desk.wait(300)
    assert desk.heard[:3] == [60, 59, 58]
    assert desk.heard[-3:] == [1, "extended", "expired"]


def test_of_two_minutes_half_a_minute_is_warning(desk: Desk) -> None:
    desk.idle.begin(2)
    desk.wait(91)
    assert desk.heard == [30, 29]


def test_any_touch_takes_the_warning_back(desk: Desk) -> None:
    desk.idle.begin(5)
    desk.wait(250)
    desk.idle.stir()
    assert desk.heard[-1] == "extended"
    desk.wait(239)
    assert desk.heard[-1] == "extended"


def test_it_ends_once(desk: Desk) -> None:
    desk.idle.begin(2)
    desk.wait(400)
    assert desk.heard.count("expired") == 1


def test_a_computer_that_slept_locks_at_the_first_look_although_its_steady_clock_stood_still(
    desk: Desk,
) -> None:
    desk.idle.begin(10)
    desk.wait(5)
    desk.wall += 3_600
    desk.idle.stir()  # the key that woke it
    desk.wait(1)
    assert desk.heard == ["expired"]


def test_a_clock_set_back_locks_too(desk: Desk) -> None:
    desk.idle.begin(10)
    desk.wall -= 600
    desk.wait(1)
    assert desk.heard == ["expired"]


def test_a_clock_that_is_put_right_by_a_second_locks_nothing(desk: Desk) -> None:
    desk.idle.begin(10)
    desk.wall += 1.5
    desk.wait(5)
    assert desk.heard == []


def test_a_program_that_was_stopped_longer_than_its_time_locks_without_a_warning(desk: Desk) -> None:
    desk.idle.begin(5)
    desk.steady += 900
    desk.wall += 900
    desk.idle.look()
    assert desk.heard == ["expired"]


def test_at_rest_nothing_happens_however_long(desk: Desk) -> None:
    desk.idle.begin(2)
    desk.idle.rest()
    desk.wait(1_000)
    assert desk.heard == []


@given(st.sampled_from([2, 5, 10]), st.lists(st.one_of(st.just("touch"), st.integers(1, 700)), max_size=12))
def test_it_is_over_exactly_when_nobody_touched_anything_for_so_long(
    qapp: QApplication, minutes: int, story: list[str | int]
) -> None:
    desk = Desk()
    desk.idle.begin(minutes)
    untouched, over = 0, False
    for step in story:
        if isinstance(step, int):
            desk.wait(step)
            untouched += step
            over = over or untouched >= minutes * 60
        else:
            desk.idle.stir()
            untouched = 0
    desk.idle.rest()
    assert ("expired" in desk.heard) is over
