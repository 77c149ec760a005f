"""The sentence for each code: what happened, and what to do.

Nobody is blamed, and nothing is promised that is not so.
"""

from collections.abc import Mapping
from string import Formatter

from intake.errors import Fact, Fault, IntakeError
from intake.form.advice import EXPRESSIONS, FAULTS, SPREADSHEETS
from intake.words import Words, mark

UNKNOWN = mark("Something went wrong that this program has no words for ({code}).")

ERRORS: Mapping[str, str] = {
    "intake": mark("Something in the program went wrong. What was saved is kept. Please try again."),
    "form": mark("This questionnaire cannot be used: {count} faults were found in its files."),
    "vault": mark("The vault cannot be used right now."),
    "vault-wrong-passphrase": mark(
        "This passphrase does not open this vault. Check the keyboard layout and capital letters. "
        "Nothing was changed."
    ),
    "vault-wrong-recovery-code": mark(
        "This recovery code was copied well, but it does not open this vault. It may belong to "
        "another vault, "
        "or a newer code took its place. Nothing was changed."
    ),
    "vault-recovery-code-mistyped": mark("This is not a recovery code. Please compare it with your paper."),
    "vault-recovery-code-mistyped/length": mark(
        "A recovery code has {wanted} letters and digits; here are {found}. Please compare it with "
        "your paper."
    ),
    "vault-recovery-code-mistyped/letter": mark(
        "A recovery code has only digits and the letters A to Z of the Latin alphabet, without U. "
        "Please look at the keyboard layout, and compare with your paper."
    ),
    "vault-recovery-code-mistyped/check": mark(
        "One of the letters or digits is another one than on your paper, or two have changed places. "
        "Please compare them group by group."
    ),
    "vault-keyring-unavailable": mark(
        "This computer's keyring cannot be used right now. Please type the passphrase. Nothing was changed."
    ),
    "vault-keyring-unavailable/none": mark(
        "No keyring that encrypts what it keeps was found on this computer. The vault opens with its "
        "passphrase, as before. Nothing was changed."
    ),
    "vault-keyring-unavailable/locked": mark(
        "This computer's keyring is locked. Please type the passphrase of the vault, or unlock the keyring "
        "first. Nothing was changed."
    ),
    "vault-keyring-unavailable/slow": mark(
        "This computer's keyring does not answer. Please type the passphrase of the vault. "
        "Nothing was changed."
    ),
    "vault-keyring-forgot": mark(
        "This computer does not remember the vault any more. Please type the passphrase."
    ),
    "vault-header-rolled-back": mark(
        "The file with the locks of this vault is older than the vault. With it, passphrases that "
        "were changed "
        "or removed may work again. If you did not put an older file there yourself, somebody else may have. "
        "Nothing was changed."
    ),
    "vault-ways-full": mark(
        "A vault can be opened in {most} ways at most. Remove one that is not needed, and then try again."
    ),
    "vault-last-passphrase": mark(
        "This is the only passphrase of the vault, so it cannot be removed. You can change it."
    ),
    "vault-last-passphrase/own": mark(
        "This is the passphrase that you have just given, so it cannot be removed. You can change it."
    ),
    "vault-header-damaged": mark(
        "The file with the locks of this vault is damaged, so no passphrase can be tried. "
        "Nothing was changed. Open a backup copy of the vault."
    ),
    "vault-database-damaged": mark(
        "The passphrase is right, but the file with the answers is damaged. "
        "Nothing was changed. Open a backup copy of the vault."
    ),
    "vault-missing": mark(
        "There is no whole vault in this folder: “{file}” is not there. "
        "Look whether the folder was moved, or the drive taken out."
    ),
    "vault-exists": mark(
        "There is something in this folder already. Nothing was changed. Choose another name."
    ),
    "vault-in-use": mark(
        "This vault is open in another window or program. Close it there, and then try again. "
        "Nothing was changed."
    ),
    "vault-unwritable": mark(
        "This folder cannot be read or written. Look whether it is write-protected, or choose another one."
    ),
    "vault-unwritable/disk-full": mark(
        "This disk is full. Make some room, and then try again. Nothing was changed."
    ),
    "vault-unwritable/memory": mark(
        "There is too little free memory. Close other programs, and then try again."
    ),
    "vault-too-new": mark(
        "This vault was made by a newer Intake. Open it with that version. It was left as it is."
    ),
    "vault-needs-memory": mark(
        "This computer has too little free memory to open the vault: {mebibytes} MB are needed. "
        "Close other programs, and then try again."
    ),
    "vault-cipher-missing": mark(
        "The part of the program that encrypts is missing or too old, so no vault can be opened. "
        "Install Intake again. Nothing was changed."
    ),
    "vault-closed": mark("The vault was closed meanwhile. Open it again to go on."),
    "vault-not-saved": mark(
        "The last changes could not be saved. They are kept here as long as this window is open. "
        "Look at the disk, and then try again."
    ),
    "vault-not-saved/disk-full": mark(
        "The disk is full, so the last changes could not be saved. They are kept here as long as this window "
        "is open. Make some room, and then try again."
    ),
    "vault-not-saved/read-only": mark(
        "The disk does not allow writing, so the last changes could not be saved. They are kept here as long "
        "as this window is open. Look whether the disk or the folder is write-protected, and then try again."
    ),
    "vault-not-saved/memory": mark(
        "There is too little free memory, so the last changes could not be saved. They are kept here as long "
        "as this window is open. Close other programs, and then try again."
    ),
    "vault-not-saved/fault": mark(
        "Something in the program went wrong, so the last changes could not be saved. They are kept here as "
        "long as this window is open. Please try again."
    ),
    "vault-not-saved/damaged": mark(
        "The vault's database is damaged, so the last changes cannot be saved. They are kept here as long as "
        "this window is open. Make a PDF now: they are in it. Then leave the vault's folder as it is."
    ),
    "vault-not-saved/slow": mark(
        "The disk does not answer, so the last changes are not saved yet. They are kept here as long as this "
        "window is open. Wait a moment, and then try again."
    ),
    "vault-not-saved/gone": mark(
        "The vault's folder is gone, so the last changes could not be saved. They are kept here as long as "
        "this window is open. If the vault is on a drive, plug it in again, and then try again."
    ),
    "vault-copy-damaged": mark(
        "This file is not a whole backup copy of a vault. It may be damaged, or not copied to its end. "
        "Nothing was changed. Try another copy."
    ),
    "vault-copy-exists": mark(
        "There is a file with this name already. Nothing was changed. Choose another name."
    ),
    "case-missing": mark("There is no draft with this number in the vault."),
    "case-closed": mark("This draft is closed until the applicant shares it or asks for help."),
    "case-in-use": mark("This draft is open in this window already."),
    "file-missing": mark("This file is not in the vault any more. You can add it again."),
    "file-gone": mark(
        "This file could not be read. Perhaps it was moved, or lies on a stick that was taken out."
        " Nothing was added."
    ),
    "version-missing": mark("There is no such version of this draft in the vault."),
    "file-too-large": mark(
        "This file is larger than {most} MB, so it was not added. A smaller copy, or a few pages at a time, "
        "can be added."
    ),
    "handover": mark("The draft could not be handed over. Nothing was changed."),
    "handover-card": mark("This file is not a card of Intake. Please ask for the card again."),
    "handover-card/newer": mark("This card was made by a newer Intake. Please update this program."),
    "handover-card/altered": mark(
        "This card was altered after it was made. Do not use it; ask those who gave it to you for a new one."
    ),
    "handover-not-compared": mark(
        "Nothing is sealed to a card before its digits were compared with those who gave it to you."
    ),
    "handover-fingerprint": mark(
        "These digits are not those of this card. Please compare them once more, best on the telephone. If "
        "they differ again, do not use the card: it may belong to somebody else."
    ),
    "handover-last-key": mark("This is the key that your card shows. Make a new key first."),
    "handover-from-nobody": mark(
        "This draft did not come in a sealed package, so there is nobody to send questions back to."
    ),
    "handover-from-stranger": mark(
        "These questions were signed by somebody whose card was never compared in this vault. Nothing of "
        "them was taken. Please ask your helpers for their card, and compare its digits with them."
    ),
    "handover-gone": mark("Somebody else has just taken this package from the folder."),
    "handover-inbox": mark(
        "This folder cannot be used: it is not there, or may not be read and written here. Nothing was taken."
    ),
    "handover-for-nothing/draft": mark(
        "This package holds a draft, not questions. It can be taken in from the list of drafts."
    ),
    "handover-for-nothing": mark("These questions are about a draft that is not in this vault."),
    "handover-no-package": mark("This file is not a sealed package of Intake."),
    "handover-for-another": mark(
        "This package was sealed for somebody else, or for a key that this vault no longer has. "
        "Nothing of it can be read here."
    ),
    "handover-damaged": mark(
        "This package is not as it was sealed: it is damaged, incomplete or altered. Nothing of it was used. "
        "Please ask for it again."
    ),
    "handover-damaged/signature": mark(
        "The signature in this package is not that of its sender. Nothing of it was used. Please ask for it "
        "again, and compare with the sender."
    ),
    "handover-older": mark(
        "A newer package of this draft was taken in before, so this one was left alone. Nothing was changed."
    ),
    "handover-taken": mark("This package was taken in before. Nothing was changed."),
    "handover-too-large": mark("This is more than one package can hold: at most 512 MB and 2,000 files."),
    "handover-too-new": mark(
        "This package was made by a newer Intake. Please update this program to open it."
    ),
    "handover-wrong-passphrase": mark(
        "This passphrase does not open the package. Check the keyboard layout and capital letters."
    ),
    "export": mark("The file could not be made. Nothing that was there before was changed."),
    "export-unwritable": mark(
        "The file cannot be written in this folder. Choose another folder. "
        "Nothing that was there before was changed."
    ),
    "export-unwritable/name": mark(
        "The file cannot have this name. Choose another one. Nothing that was there before was changed."
    ),
    "export-into-vault": mark(
        "There is a vault in this folder, and nothing else should be kept there. Choose another folder. "
        "Nothing that was there before was changed."
    ),
    "export-fonts-unreadable": mark(
        "The folder of further fonts could not be read. Perhaps it was moved, or lies on a drive that is not"
        " there. Choose it again, or use no further fonts."
    ),
    "export-disk-full": mark(
        "There is no room for the file. Make some room, and then try again. "
        "Nothing that was there before was changed."
    ),
    "export-no-password": mark("A file with a password needs one. Write a password, and then try again."),
    "export-password-unfit": mark("The file cannot have this password. Write another one."),
    "export-password-unfit/short": mark("Please make the password longer: at least {least} letters."),
    "export-password-unfit/long": mark(
        "Please make the password shorter. A PDF can have 127 letters of the Latin alphabet, or 63 "
        "of another."
    ),
    "export-password-unfit/unseen": mark(
        "There is something in this password that cannot be seen or typed everywhere. Please type it anew."
    ),
    "export-stopped": mark("The file was not made, because nobody waited for it."),
    "export-unproved": mark(
        "The finished file did not pass its own check, so it was thrown away. "
        "Nothing that was there before was changed."
    ),
}

DATES: Mapping[str, str] = {
    "date": mark("This is not a date we can keep yet. What you wrote stays."),
    "unreadable": mark("This is not a date we can keep yet. What you wrote stays."),
    "empty": mark("Write at least a year, a month or a day."),
    "not_a_number": mark("Please write this as a number, with digits."),
    "year_zero": mark("There is no year 0. Please look at the year."),
    "year_short": mark("Please write the year with four digits, so that nobody has to guess it."),
    "year_out_of_range": mark("Please write a year from 1 to 9999."),
    "no_such_month": mark("There is no such month. Please write a number from 1 to 12, or leave it empty."),
    "no_such_day": mark("This month has no such day. Please look at the day, or leave it empty."),
    "season_with_month": mark("Choose either a season or a month."),
    "wrong_order": mark("The second date comes before the first one. Please look at both."),
    "calendar_needs_year": mark(
        "In this calendar a date needs its year. If you do not know it, say it in your own words."
    ),
    "calendar_needs_month": mark(
        "In this calendar a day needs its month. If you do not know it, say it in your own words."
    ),
    "calendar_year": mark(
        "Years of the Islamic calendar can be reckoned from 1343 to 1499. You can say it in your own words."
    ),
}

PROBLEMS: Mapping[str, str] = {
    "required": mark("This answer helps your lawyer. You can also say why you leave it empty."),
    "constraint": mark("Please look at this answer again. What you wrote is kept either way."),
    "not_a_whole_number": mark("Please write a whole number, without a fraction."),
    "not_on_the_scale": mark("Please choose one of the numbers on the scale."),
    "not_a_day": mark(
        "Please look at the day, the month and the year: together they make no day yet. What you wrote stays."
    ),
    "not_a_time": mark("Please write a time of day, for example 14:30. What you wrote stays."),
    "not_a_day_and_time": mark(
        "Please give day, month, year and a time of day, for example 14:30. What you wrote stays."
    ),
    "not_a_text": mark("This answer was given to an earlier form of the question. Please look at it again."),
    "not_a_file": mark("No file belongs to this answer yet. What was written here before is kept."),
    "not_a_picture": mark("Please choose a photo or a picture, if you have one. What you chose is kept."),
    "too_long": mark("This text is longer than we can keep in one answer. Please divide it."),
    "no_such_choice": mark("What was chosen here is not among the choices any more. Please choose again."),
    "no_such_country": mark(
        "We do not know this country. Choose it from the list, or write its name as another one."
    ),
    "no_such_language": mark(
        "We do not know this language. Choose it from the list, or write its name as another one."
    ),
}

_SENTENCES: Mapping[str, str] = {
    **FAULTS,
    **SPREADSHEETS,
    **{f"expression/{reason}": text for reason, text in EXPRESSIONS.items()},
    "expression": mark("An expression cannot be worked out at column {column}: {why}"),
    **ERRORS,
    **DATES,
    **PROBLEMS,
}


def sentence(subject: IntakeError | Fault | str, words: Words, **facts: Fact) -> str:
    """The sentence for an error, a fault of a form pack, or the code of a problem; `facts` fill its gaps.

    A fact that is missing leaves "…". A fault's file and line are said by whoever lists it.
    """
    code, known = (subject, facts) if isinstance(subject, str) else (subject.code, {**subject.facts, **facts})
    if code in ("expression", "bad_expression", "doubtful_expression"):
        about = {**known, "name": known.get("wanted", known.get("name", ""))}
        known = {**known, "why": sentence(f"expression/{known.get('reason', '')}", words, **about)}
    text = _text(code, str(known.get("reason", "")))
    gaps = {name: "…" for _, name, _, _ in Formatter().parse(text) if name}
    return words.say(text, **{**gaps, "code": code, **known})


def _text(code: str, reason: str) -> str:
    if code == "date" and reason in DATES:
        return DATES[reason]
    if code == "expression":
        return _SENTENCES[code]
    return _SENTENCES.get(f"{code}/{reason}") or _SENTENCES.get(code) or UNKNOWN
