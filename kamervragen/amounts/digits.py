"""Numbers in digits, in the Dutch and the English style, as exact decimals.

Both styles occur in one document, and extraction adds traps: `€ 75,000` is seventy-five thousand, but
`€ 4,995 miljard` is nearly five milliard; `27.7 miljoen` is a decimal point, `€ 4.858 miljoen` is not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_LONGEST = 24
"""Longer numbers are not money; the bound also keeps arithmetic exact."""

_MOST_DIGITS = 15
_DUTCH_GROUPS = re.compile(r"([0-9]{1,4}(?:\.[0-9]{3}){1,5})(?:[,.]([0-9]{1,2}|[0-9]{4,6}))?")
_ENGLISH_GROUPS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.([0-9]{1,2}))?")
_OTHER_GROUPS = re.compile(r"([0-9]{1,3}(?:[' ’][0-9]{3}){1,5})(?:[,.]([0-9]{1,2}))?")
_DECIMAL = re.compile(rf"([0-9]{{1,{_MOST_DIGITS}}})(?:[,.]([0-9]{{1,6}}))?")


class Digits(NamedTuple):
    """A number in digits: its value, and whether the digits are written in groups ('1.250', '1 250 000')."""

    value: Decimal
    grouped: bool = False


def read_digits(text: str, *, scaled: bool = False, priced: bool = False) -> Digits | None:
    """The value of a number in digits, None where it has no certain reading.

    `scaled`: a magnitude follows, so a comma before three digits is a decimal comma.
    `priced`: it is the price of a small measure (per kWh, per liter), where three decimals are usual.
    """
    if text.isdigit():
        return (
            Digits(Decimal(text))
            if len(text) == 1 or (text[0] != "0" and len(text) <= _MOST_DIGITS)
            else None
        )
    if len(text) > _LONGEST:
        return None
    if match := _DECIMAL.fullmatch(text):
        whole, fraction = match[1], match[2]
        if fraction is None or len(fraction) != 3:
            return _ungrouped(whole, fraction, text)
        # Three digits behind a point are thousands; behind a comma they may be decimals.
        if whole == "0" or ("," in text and (scaled or priced or len(whole) > 3)):
            return _ungrouped(whole, fraction, text)
    for groups in (_DUTCH_GROUPS, _ENGLISH_GROUPS, _OTHER_GROUPS):
        if (match := groups.fullmatch(text)) and text[0] != "0":
            whole = re.sub(r"[^0-9]", "", match[1])
            return Digits(Decimal(f"{whole}.{match[2]}" if match[2] else whole), grouped=True)
    return None


def _ungrouped(whole: str, fraction: str | None, text: str) -> Digits | None:
    # '12.5000' is neither thousands nor a price: no certain reading.
    if fraction and len(fraction) > 3 and "." in text and whole != "0":
        return None
    return Digits(Decimal(f"{whole}.{fraction}" if fraction else whole))
