"""The keyring of the system, a real one: what is kept there, and everything that can be wrong with it."""

import os
from pathlib import Path

import pytest

from intake.errors import KeyringUnavailable
from intake.vault import keystore
from tests.support.secret_service import Session

pytestmark = pytest.mark.filterwarnings(
    "ignore:unclosed:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


def why(name: str = "a") -> object:
    """Why the keyring cannot be used: for reading, writing and removing alike."""
    reasons = set()
    for act in (
        lambda: keystore.kept(name),
        lambda: keystore.keep(name, "text"),
        lambda: keystore.drop(name),
        lambda: keystore.probe(keystore.PATIENCE),
    ):
        with pytest.raises(KeyringUnavailable) as told:
            act()
        reasons.add(told.value.facts["reason"])
    (reason,) = reasons
    return reason


def test_a_text_is_kept_replaced_and_removed(desktop: Session) -> None:
    desktop.start()
    assert keystore.kept("a") is None
    keystore.keep("a", "one")
    keystore.keep("b", "other")
    keystore.keep("a", "two")
    assert keystore.kept("a") == "two"
    keystore.drop("a")
    keystore.drop("a")
    assert keystore.kept("a") is None
    assert keystore.kept("b") == "other"


def test_a_trial_leaves_nothing_behind(desktop: Session) -> None:
    desktop.start()
    keystore.probe()
    assert desktop.texts() == []


def test_what_is_kept_outlasts_the_keyrings_end(desktop: Session) -> None:
    desktop.start()
    keystore.keep("a", "one")
    desktop.stop()
    desktop.start()
    assert keystore.kept("a") == "one"


def test_a_bus_without_a_keyring_is_told(desktop: Session) -> None:
    assert why() == "none"


def test_a_keyring_that_goes_away_is_told(desktop: Session) -> None:
    desktop.start()
    keystore.keep("a", "one")
    desktop.stop()
    assert why() == "none"


def test_no_bus_at_all_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    assert why() == "none"
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert why() == "none"


def test_a_keyring_that_was_never_opened_is_told_as_locked(desktop: Session) -> None:
    desktop.start(unlocked=False)
    assert why() == "locked"


def test_a_locked_keyring_is_told_as_locked(desktop: Session) -> None:
    desktop.start()
    keystore.keep("a", "one")
    desktop.lock()
    assert why() == "locked"


def test_a_keyring_that_never_answers_is_not_waited_for(
    desktop: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    monkeypatch.setattr(keystore, "_ring", lambda: os.read(reading, 1))
    with pytest.raises(KeyringUnavailable) as told:
        keystore.kept("a", 0.01)
    assert told.value.facts == {"reason": "slow"}
    os.close(writing)


@pytest.mark.parametrize("other", ["null.Keyring", "chainer.ChainerBackend", "fail.Keyring"])
def test_no_setting_puts_another_keyring_in_the_place_of_the_allowed_ones(
    other: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = f"keyring.backends.{other}"
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", other)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "python_keyring").mkdir()
    (tmp_path / "python_keyring" / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring={other}\n")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    assert why() == "none"


def test_a_keyring_of_somebody_elses_that_offers_itself_first_is_never_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from keyring.backend import KeyringBackend

    asked: list[str] = []

    class Plain(KeyringBackend):
        """Like those of add-on packages, which write into a file that anyone can read."""

        priority = 1000.0  # type: ignore[assignment]

        def get_password(self, service: str, username: str) -> str | None:
            asked.append(username)
            return None

        def set_password(self, service: str, username: str, password: str) -> None:
            asked.append(password)

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    assert why() == "none"
    assert asked == []
