"""What the person wishes about locking, kept in the vault and read back."""

from hypothesis import given
from hypothesis import strategies as st

from ui.locking.wish import MINUTES, LockWish, wish_of

WISHES = st.builds(LockWish, st.sampled_from(MINUTES), st.booleans(), st.booleans())


@given(WISHES)
def test_what_is_kept_is_what_is_read(wish: LockWish) -> None:
    assert wish_of(wish.settings().get) == wish


def test_a_vault_that_holds_no_wish_locks_after_five_minutes_and_starts_anew() -> None:
    assert wish_of({}.get) == LockWish(minutes=5, minimised=False, anew=True)


@given(st.dictionaries(st.sampled_from(["lock-minutes", "lock-minimised", "lock-anew"]), st.text(max_size=9)))
def test_whatever_stands_in_a_vault_it_always_locks_after_minutes_that_are_offered(
    kept: dict[str, str],
) -> None:
    assert wish_of(kept.get).minutes in MINUTES
