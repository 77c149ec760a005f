"""The editor of an amount of money: as much of it as is known, in one's own words, and the currency."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel

from intake.answers import Stored
from intake.form.cleaning import clean_text
from intake.form.kinds.texts import plain
from intake.words import Words
from ui.editors.captioned import captioned
from ui.editors.editor import Editor
from ui.editors.texts import LineEditor
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow

_CODES = (
    "USD EUR MXN RUB TRY AED AFN AMD AZN BDT BOB BRL BYN CAD CLP CNY COP CRC CUP DOP DZD EGP ETB GBP GEL GHS"
    " GTQ HNL HTG ILS INR IQD IRR KES KGS KZT LBP MAD MMK NGN NIO NPR PAB PEN PKR RSD SDG SYP TJS TND TMT UAH"
    " UZS VES VND XAF XOF YER"
)
CURRENCIES = tuple(_CODES.split())
"""ISO 4217 codes: first those that most journeys to the United States are paid in, then by letter."""


class MoneyEditor(Editor):
    """Stored as one text, the amount as it was written and after it the code of the currency, if chosen:
    "about 2,000 USD". What was written as a text before is shown as the amount.
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._amount = LineEditor()
        self.field = self._amount.field
        self.field.setProperty("room", "amount")
        self.currency = Combo([words.say("Other, or written beside"), *_names(words)])
        self._box = Flow(gap=12, line_gap=8)
        self._box.add(captioned(words.say("Amount"), self.field))
        self._box.add(captioned(words.say("Money of which country"), self.currency))
        self.rows.addWidget(self._box)
        self.setFocusProxy(self.field)
        self._amount.changed.connect(self.changed)
        self._amount.entered.connect(self.entered)
        self.currency.activated.connect(lambda _: self.changed.emit())

    def value(self) -> Stored | None:
        amount = clean_text(self.field.text()).strip()
        at = self.currency.currentIndex()
        return f"{amount} {CURRENCIES[at - 1]}" if amount and at > 0 else amount or None

    def show_value(self, value: Stored | None) -> None:
        text = "" if value is None else plain(value)
        amount, _, code = text.rpartition(" ")
        known = bool(amount) and code in CURRENCIES
        self.field.setText(amount if known else text)
        self.currency.setCurrentIndex(CURRENCIES.index(code) + 1 if known else 0)

    def name_after(self, label: QLabel, hint: str) -> None:
        described = " ".join(filter(None, (label.text(), hint)))
        self.field.setAccessibleDescription(described)
        self.currency.setAccessibleDescription(label.text())

    def writes_at(self) -> int:
        return self._amount.writes_at()

    def write_at(self, letters: int) -> None:
        self._amount.write_at(letters)

    def draft(self) -> object:
        return self.field.text(), self.currency.currentIndex(), self.writes_at()

    def restore(self, draft: object) -> None:
        match draft:
            case (str(text), int(at), int(letters)):
                self.field.setText(text)
                self.currency.setCurrentIndex(at)
                self.write_at(letters)


def _names(words: Words) -> Iterator[str]:
    """Each currency by its name in the reader's language, and its code."""
    for code in CURRENCIES:
        name = words.currencies.get(code, code)
        yield f"{name[:1].upper()}{name[1:]} ({code})"
