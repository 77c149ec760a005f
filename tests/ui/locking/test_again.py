"""What is handed on to the program that starts in the place of this one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.locking import again
from ui.locking.again import Standing, handed_on

NAME = "INTAKE_AGAIN"
STANDING = Standing("/home/me/Intake/мой.intake", "ru", "dark", 1.5, (10, 20, 800, 600), maximised=True)


def test_how_the_window_stood_is_handed_on_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[str, list[str], dict[str, str]]] = []
    monkeypatch.setattr(again.os, "execve", lambda *call: calls.append(call))
    again.start_anew(STANDING)
    ((_, _, environment),) = calls
    assert handed_on(environment) == STANDING
    assert NAME not in environment
    assert handed_on(environment) is None


@given(st.one_of(st.text(), st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps)))
def test_whatever_else_stands_there_is_a_first_start(text: str) -> None:
    assert handed_on({NAME: text}) is None


def test_only_how_the_window_stood_is_handed_on() -> None:
    """A field that is added to it has to be weighed: this is in the environment of a process."""
    assert set(Standing._fields) == {
        "vault",
        "language",
        "theme",
        "scale",
        "place",
        "maximised",
    }
