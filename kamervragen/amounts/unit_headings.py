"""Unit headings of tables: '(bedragen x € 1.000)' gives the unit of the numbers below it, and is no amount.

The numbers of a table are read only where the table is certain: right below the heading stand at least
two rows, each a label in words and the same number of cells, and nothing else between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kamervragen.amounts.digits import read_digits
from kamervragen.amounts.ranges import Reading
from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import magnitudes, word_list

UNITS = frozenset(Decimal(10) ** power for power in (0, 3, 6, 9))
_MAGNITUDES = magnitudes()
_TIMES = frozenset("x×")
_BEFORE_IN = word_list("unit_headings")
_NUMBERED_THINGS = word_list("numbered_things")
_HEADING = re.compile(
    r"(?:[x×]|\b(?:bedragen|bedrag|cijfers)[ \t\u00a0]{1,3}in|\(\s?in)[ \t\u00a0]{0,3}"
    r"(?P<before>€|eur\b|euro\b)?[ \t\u00a0]{0,3}"
    r"(?P<number>1(?:\.000){0,3}(?![.,]?[0-9]))?[ \t\u00a0]{0,3}"
    r"(?P<magnitude>duizend|miljoen|miljard|mln|mld)?(?:en)?\b\.?[ \t\u00a0]{0,3}"
    r"(?P<after>€|eur\b|euro(?:'s|’s)?(?!\w))?",
    re.IGNORECASE,
)
_MOST_LINES = 80
_MOST_HEADER_LINES = 3
_LONGEST_LINE = 300
_FEWEST_ROWS = 2
_CELL = re.compile(r"[-−]?[0-9]{1,12}(?:\.[0-9]{3}){0,4}(?:,[0-9]{1,3})?")
_PIECE = re.compile(r"[^\s|]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table at `start`..`end` of the text, in euros; `telling`: it can be no label."""

    start: int
    end: int
    value: Decimal
    telling: bool


def is_unit_heading(tokens: Tokens, reading: Reading) -> bool:
    """Whether the reading is the unit of a table's numbers, not an amount."""
    if reading.value_max is not None or reading.value not in UNITS:
        return False
    before = tokens.word(reading.first - 1)
    if before in _TIMES:
        return not tokens.is_number(reading.first - 2)
    return before == "in" and tokens.word(reading.first - 2) in _BEFORE_IN


def table_cells(text: str, start: int, end: int) -> tuple[list[Cell], int]:
    """The numbers of the tables whose unit heading (in euros) stands in `text[start:end]`.

    Also gives the place up to which the text was read for them: no heading before it needs another look.
    """
    cells: list[Cell] = []
    read = start
    for heading in _HEADING.finditer(text[start:end]):
        unit = _unit(heading)
        if unit is not None and start + heading.start() >= read:
            below, read = _cells_below(text, start + heading.end(), unit)
            cells += below
    return cells, read


def _unit(heading: re.Match[str]) -> Decimal | None:
    currency = heading["before"] or heading["after"]
    if not (currency and (heading["number"] or heading["magnitude"])):
        return None
    number = Decimal((heading["number"] or "1").replace(".", ""))
    if not heading["magnitude"]:
        return number
    word = heading["magnitude"].lower()
    found = _MAGNITUDES.longest(lambda place: word if place == 0 else "", 0)
    return number * found[1].factor if found else None


def _cells_below(text: str, position: int, unit: Decimal) -> tuple[list[Cell], int]:
    """The cells of the rows right below the line in which `position` lies, if they are a sure table.

    Also gives the place behind the last line that was looked at.
    """
    rows: list[list[Cell]] = []
    headers = 0
    for start, end in _lines_below(text, position):
        row = _row(text, start, end, unit)
        position = end
        if row:
            rows.append(row)
        elif rows or headers == _MOST_HEADER_LINES:
            break
        else:
            headers += 1
    same_width = len({len(row) for row in rows}) == 1
    sure = len(rows) >= _FEWEST_ROWS and same_width and any(cell.telling for row in rows for cell in row)
    return [cell for row in rows for cell in row] if sure else [], position


def _lines_below(text: str, position: int) -> Iterator[tuple[int, int]]:
    """The filled lines below the one in which `position` lies, as ranges of the text."""
    end = text.find("\n", position)
    for _ in range(_MOST_LINES):
        if end < 0:
            return
        start, end = end + 1, text.find("\n", end + 1)
        stop = len(text) if end < 0 else end
        if stop - start > _LONGEST_LINE:
            return
        if text[start:stop].strip():
            yield start, stop


def _row(text: str, start: int, end: int, unit: Decimal) -> list[Cell]:
    """The cells of a row: a label that ends in a word, and numbers to the end of the line; else nothing."""
    pieces = list(_PIECE.finditer(text, start, end))
    first = len(pieces)
    while first > 0 and _CELL.fullmatch(pieces[first - 1][0]):
        first -= 1
    label = pieces[first - 1][0].lower() if first else ""
    if first == len(pieces) or not any(letter.isalpha() for letter in label) or label in _NUMBERED_THINGS:
        return []
    cells = [_cell(piece, unit) for piece in pieces[first:]]
    return [] if None in cells or _are_years(pieces[first:]) else [cell for cell in cells if cell]


def _cell(piece: re.Match[str], unit: Decimal) -> Cell | None:
    digits = read_digits(piece[0].lstrip("-−"), priced=True)
    if digits is None:
        return None
    value = digits.value * unit
    telling = len(piece[0]) >= 3
    return Cell(piece.start(), piece.end(), -value if piece[0][0] in "-−" else value, telling)


def _are_years(pieces: Sequence[re.Match[str]]) -> bool:
    return all(piece[0].isdigit() and 1900 <= int(piece[0]) <= 2100 for piece in pieces)
