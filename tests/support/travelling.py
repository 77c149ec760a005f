"""An applicant's vault and a firm's, and the ways between them, for tests of what travels."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path as FilePath

from intake.answers import Answer, Entry, Path, Stored
from intake.case import Case, Sitting, Status
from intake.changes import AnswerSet, EntrySet
from intake.delivery.acquaintances import compare_card, own_keys
from intake.delivery.receiving import CameDraft, Taker, look_at_draft, open_package, take_draft
from intake.delivery.sending import Addressee, Choice, Dispatch, draft_of, send_draft
from intake.export.handover.cards import Card, card_of, fingerprint
from intake.export.handover.merging import Side
from intake.form.loader import form_of
from intake.opening import Opened, Pack, open_case
from intake.vault.vault import PackText, Vault
from intake.words import Words
from tests.support.packs import pack
from tests.support.vaults import ALONE, CHEAP, NOW, PASSPHRASE, REVIEWER, Receipts

ITEMS = """
- {type: text, name: full_name, label: What is your name?}
- {type: yes_no, name: partner, label: Do you have a partner?}
- {type: text, name: partner_name, label: What is their name?, relevant: "${partner} = 'yes'"}
- {type: text, name: illness, label: What hurts?, sensitive: "yes", why: So that we can help.}
- {type: file, name: paper, label: A paper}
- type: repeat
  name: legs
  label: The parts of your journey
  entry: "To ${leg_to}"
  add: Add a part
  items:
    - {type: text, name: leg_to, label: Where did you arrive?}
"""
HEAD = """
name: little
version: "1"
title: A little form
case_title: ${full_name}
sections: [main]
"""
FILES = pack(ITEMS, more={"form.yaml": HEAD})
FORM = form_of(FILES)
TEXT = PackText(FORM.name, FORM.hash, FILES)
ENGLISH = Words.read("en", None)
SHIPPED = Pack(FORM, {"en": ENGLISH})
PHOTO = b"%PDF-1.7 a paper that is fictional" * 100


def vault(folder: FilePath) -> Vault:
    return Vault.create(folder, PASSPHRASE, listener=Receipts(), cost=CHEAP)


def later(hours: int) -> datetime:
    return NOW + timedelta(hours=hours)


def say(home: Vault, case: Case, question: str, value: Stored, entry: str | None = None) -> None:
    kind = FORM.questions[question].kind
    answer = Answer(value, kind=kind, language="ru", at=NOW)
    home.submit(case.id, [AnswerSet(Path(question, entry), answer)])


def add_leg(home: Vault, case: Case, entry: str, to: str) -> None:
    home.submit(case.id, [EntrySet(Entry(entry, "legs"))])
    say(home, case, "leg_to", to, entry)


def opened(home: Vault, case_id: str) -> Opened:
    return open_case(home, case_id, ALONE, SHIPPED, lambda: NOW)


def card(owner: Vault) -> Card:
    return card_of(own_keys(owner, NOW.date()))


def compare(home: Vault, other: Card) -> None:
    """Read the digits aloud and type them, as two people on the telephone do."""
    compare_card(home, other, fingerprint(other.recipient, other.verifier), NOW)


def seal_draft(
    home: Vault, case: Case, target: FilePath, to: Addressee, choice: Choice | None = None
) -> FilePath:
    draft = draft_of(home, opened(home, case.id), choice or Choice(), ENGLISH, NOW)
    send_draft(home, draft, Dispatch(target, to, later(1)))
    return target


def look(firm: Vault, package: FilePath, passphrase: str | None = None, who: Sitting = REVIEWER) -> CameDraft:
    return look_at_draft(firm, open_package(firm, package, passphrase, NOW), who)


def take(firm: Vault, package: FilePath, **decided: Side) -> Case:
    sides = {Path(question): side for question, side in decided.items()}
    return take_draft(firm, look(firm, package), sides, Taker(REVIEWER, ENGLISH, later(2)))


@dataclass(frozen=True)
class Two:
    """An applicant with a draft, and a firm whose card was compared."""

    home: Vault
    firm: Vault
    case: Case
    folder: FilePath

    def seal(self, name: str, choice: Choice | None = None) -> FilePath:
        return seal_draft(self.home, self.case, self.folder / name, Addressee(card(self.firm)), choice)


def two(folder: FilePath, *, compared: bool = True) -> Two:
    home, firm = vault(folder / "home.intake"), vault(folder / "firm.intake")
    case = home.new_case(TEXT, "ru", fictional=True)
    home.set_case(case.id, status=Status.SHARED)
    say(home, case, "full_name", "Анна Вымышленная")
    if compared:
        compare(home, card(firm))
    return Two(home, firm, case, folder)
