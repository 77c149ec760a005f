"""Which questionnaire a new draft answers: the one that the program brings, or one that a vault was given."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from intake.errors import FormError
from intake.form.lint import REMARKS, lint
from intake.form.loader import TRANSLATIONS, form_of, pack_files
from intake.form.translations import compiled
from intake.opening import COMPILED, PACK, Pack, pack_of_text, read_pack, text_of_pack
from intake.vault.vault import PackText, Vault


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A form pack as it is read, and as a vault keeps it. `own`, when the vault was given it."""

    pack: Pack
    text: PackText
    own: bool = False


class Questionnaires:
    """Reads each pack once. Any call may raise FormError, DatabaseDamaged and VaultClosed."""

    def __init__(self, vault: Vault, forms: Path) -> None:
        """`forms` holds the packs that the program brings."""
        self._vault = vault
        self._folder = forms / PACK
        self._shipped: Questionnaire | None = None
        self._own: Questionnaire | None = None

    def shipped(self) -> Questionnaire:
        """The one that the program brings."""
        if self._shipped is None:
            pack = read_pack(self._folder)
            self._shipped = Questionnaire(pack, text_of_pack(self._folder, pack.form))
        return self._shipped

    def for_new(self) -> Questionnaire:
        """The one that new drafts answer."""
        text = self._vault.offering.pack()
        if text is None:
            return self.shipped()
        if self._own is None or self._own.text != text:
            self._own = Questionnaire(pack_of_text(text), text, own=True)
        return self._own

    def newest(self, name: str) -> Questionnaire:
        """The newest of this name that is here, or the one that the program brings."""
        offered = self.for_new()
        return offered if offered.pack.form.name == name else self.shipped()

    def choose(self, folder: Path) -> Questionnaire:
        """Have new drafts answer the pack in a folder, which may go then: the vault keeps its text.

        Raises FormError with every fault of it, and NotSaved.
        """
        text = text_of_folder(folder)
        self._own = Questionnaire(pack_of_text(text), text, own=True)
        self._vault.offering.choose(text)
        return self._own

    def choose_shipped(self) -> None:
        """Have new drafts answer what the program brings. Raises NotSaved."""
        self._vault.offering.choose(None)


def text_of_folder(folder: Path) -> PackText:
    """A pack that was checked, with its catalogues compiled. Raises FormError with every fault of it."""
    files = pack_files(folder)
    form = form_of(files)
    faults = [fault for fault in lint(form, folder) if fault.code not in REMARKS]
    if faults:
        raise FormError(tuple(faults))
    return PackText(form.name, form.hash, {**files, **_catalogues(files)})


def _catalogues(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    texts = {name: data for name, data in files.items() if name.startswith(f"{TRANSLATIONS}/")}
    return {name.removesuffix(".po") + COMPILED: compiled(name, data) for name, data in texts.items()}
