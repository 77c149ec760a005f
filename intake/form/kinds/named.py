"""Questions answered with a country or a language: a code, or the person's own name for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from intake.answers import Stored
from intake.form.cleaning import shown_text
from intake.form.kinds import Reader
from intake.form.kinds.texts import OneLine, plain

OTHER = "other:"
"""What stands before a name in the person's own words: a state that is gone, a language on no list."""

_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN
IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK
YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_CODES.split())
"""ISO 3166-1 alpha-2, and XK for Kosovo, which CLDR names too."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Country(OneLine):
    """Stored: an ISO 3166 code in capitals, or "other:" and a name. Typed: a search by name.

    Shown: the name in the reader's language.
    """

    name: str = "country"

    def check(self, value: Stored) -> str | None:
        return (
            None if isinstance(value, str) and (value in COUNTRIES or _own_name(value)) else "no_such_country"
        )

    def brief(self, value: Stored, reader: Reader) -> str:
        return _named(value, reader.words.countries)


@dataclass(frozen=True, slots=True)
class Language(OneLine):
    """Stored: an ISO 639 code, or "other:" and a name. Typed: a search by name.

    Shown: the name in the reader's language.
    """

    name: str = "language"

    def check(self, value: Stored) -> str | None:
        known = isinstance(value, str) and (_LANGUAGE.fullmatch(value) or _own_name(value))
        return None if known else "no_such_language"

    def brief(self, value: Stored, reader: Reader) -> str:
        return _named(value, reader.words.languages)


def _own_name(value: str) -> str:
    return value.removeprefix(OTHER).strip() if value.startswith(OTHER) else ""


def _named(value: Stored, names: Mapping[str, str]) -> str:
    text = plain(value)
    return shown_text(_own_name(text) or names.get(text, text))
