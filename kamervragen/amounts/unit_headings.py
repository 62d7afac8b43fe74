"""Unit headings of tables: '(bedragen x € 1.000)' says a unit and is no amount itself."""

from __future__ import annotations

from decimal import Decimal

from kamervragen.amounts.ranges import Reading
from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import word_list

UNITS = frozenset(Decimal(10) ** power for power in (0, 3, 6, 9))
_TIMES = frozenset("x×")
_BEFORE_IN = word_list("unit_headings")


def is_unit_heading(tokens: Tokens, reading: Reading) -> bool:
    """Whether the reading is the unit of a table's numbers, not an amount."""
    if reading.value_max is not None or reading.value not in UNITS:
        return False
    before = tokens.word(reading.first - 1)
    if before in _TIMES:
        return not tokens.is_number(reading.first - 2)
    return before == "in" and tokens.word(reading.first - 2) in _BEFORE_IN
