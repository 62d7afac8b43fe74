"""Numbers in digits, in the Dutch and the English style, as exact decimals.

Both styles occur in one document, and extraction adds traps: `€ 75,000` is seventy-five thousand, but
`€ 4,995 miljard` is nearly five milliard; `27.7 miljoen` is a decimal point, `€ 4.858 miljoen` is not.
"""

from __future__ import annotations

import re
from decimal import Decimal

MOST_DIGITS = 15
"""Longer numbers are not money; the bound also keeps arithmetic exact."""

MOST_DECIMALS = 6

_DUTCH_GROUPS = re.compile(r"([0-9]{1,4}(?:\.[0-9]{3}){1,5})(?:[,.]([0-9]{1,2}|[0-9]{4,6}))?")
_ENGLISH_GROUPS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.([0-9]{1,2}))?")
_OTHER_GROUPS = re.compile(r"([0-9]{1,3}(?:[' ’][0-9]{3}){1,5})(?:[,.]([0-9]{1,2}))?")
_DECIMAL = re.compile(r"([0-9]{1,15})(?:[,.]([0-9]{1,6}))?")


def read_digits(text: str, *, scaled: bool = False, priced: bool = False) -> Decimal | None:
    """The value of a number in digits, None where it has no certain reading.

    `scaled`: a magnitude follows, so a comma before three digits is a decimal comma.
    `priced`: it is the price of a small measure (per kWh, per liter), where three decimals are usual.
    """
    if sum(character.isdigit() for character in text) > MOST_DIGITS:
        return None
    if match := _DUTCH_GROUPS.fullmatch(text):
        if text[0] == "0":
            return _decimal_fraction(text)
        return _grouped(match)
    if match := _ENGLISH_GROUPS.fullmatch(text):
        lone_comma = text.count(",") == 1 and "." not in text
        if lone_comma and (scaled or priced or text[0] == "0"):
            return _decimal_fraction(text)
        return None if text[0] == "0" else _grouped(match)
    if match := _OTHER_GROUPS.fullmatch(text):
        return None if text[0] == "0" else _grouped(match)
    return _decimal_fraction(text)


def is_grouped(text: str) -> bool:
    """Whether the digits are written in groups of three ('1.250', '1 250 000')."""
    return any(groups.fullmatch(text) for groups in (_DUTCH_GROUPS, _ENGLISH_GROUPS, _OTHER_GROUPS))


def _grouped(match: re.Match[str]) -> Decimal:
    whole = re.sub(r"[^0-9]", "", match[1])
    return Decimal(f"{whole}.{match[2]}" if match[2] else whole)


def _decimal_fraction(text: str) -> Decimal | None:
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return None
    whole, fraction = match[1], match[2]
    # '12.5000' is neither thousands nor a price: no certain reading.
    if fraction and len(fraction) > 3 and "." in text and whole.strip("0"):
        return None
    return Decimal(f"{whole}.{fraction}") if fraction else Decimal(whole)
