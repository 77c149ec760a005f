"""The keys and cards of an open vault: its own, and those of others."""

from datetime import date, datetime

from intake.errors import DatabaseDamaged, FingerprintDiffers
from intake.export.handover.cards import Acquaintance, Card, acquaintance, read_card, same_digits, written
from intake.export.handover.keys import OwnKeys, ReceivingKey, new_keys, without
from intake.vault.vault import OutsideCopy, Vault
from intake.written import read, text_of

_KEYS = "handover/keys"
"""The setting that holds the vault's own keys: inside the encrypted database, like everything else."""


def own_keys(vault: Vault, today: date) -> OwnKeys:
    """The keys of a vault, made the first time they are asked for. Raises DatabaseDamaged, NotSaved."""
    kept = vault.setting(_KEYS)
    if kept is None:
        keys = new_keys("", today)
        keep_keys(vault, keys)
        return keys
    try:
        return read(OwnKeys, kept)
    except ValueError as fault:
        raise DatabaseDamaged from fault


def keep_keys(vault: Vault, keys: OwnKeys) -> None:
    """Keep changed keys. Raises NotSaved."""
    vault.set_setting(_KEYS, text_of(keys))


def delete_key(vault: Vault, keys: OwnKeys, key: ReceivingKey) -> tuple[OutsideCopy, ...]:
    """Delete a key, from the copies in the vault's folder too: what was sealed to it and was not taken in can
    never be opened again. Gives the copies elsewhere, which we cannot reach and which keep it.

    Raises LastReceivingKey, NotSaved, VaultUnwritable.
    """
    keep_keys(vault, without(keys, key))
    return vault.past.sweep()


def compared_cards(vault: Vault) -> tuple[Card, ...]:
    """The cards whose fingerprints a person compared, the newest first."""
    return tuple(read_card(text.encode()) for text in vault.parcels.cards(compared=True))


def standing_of(vault: Vault, card: Card) -> Acquaintance:
    """What is known of a card's holder from the cards that a person compared."""
    return acquaintance(card, compared_cards(vault))


def compare_card(vault: Vault, card: Card, digits: str, now: datetime) -> None:
    """Take a card as its holder's, since these are the digits that the holder read aloud.

    Raises FingerprintDiffers, NotSaved.
    """
    if not same_digits(digits, card):
        raise FingerprintDiffers
    vault.parcels.keep_compared(card.verifier, written(card), now)


def sender_of(vault: Vault, verifier: str) -> Card | None:
    """The card of whoever signs so: one that was compared, or else one that came in a package."""
    came = (read_card(text.encode()) for text in vault.parcels.cards(compared=False))
    return next((card for card in (*compared_cards(vault), *came) if card.verifier == verifier), None)
