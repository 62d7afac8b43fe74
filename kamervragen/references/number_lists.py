"""Lists of numbers after one cue, and page pins: `nrs. 2830, 2834 en 2854`, `nrs. 1-3`, `p. 12-13`."""

from __future__ import annotations

import re
from typing import NamedTuple

from kamervragen.references.notation import DASH, GAP, MONTH, NUMBER_CUE, SPACE, stop, word

RANGE_CAP = 25
"""A range of more numbers than this is read as its two ends only."""

_NUMBER = re.compile(r"(\d{1,5}+(?:[a-z](?![A-Za-z]))?)(?!\d|\.\d|\s?[ZDzd]\s?\d)")
_THROUGH = rf"(?:{SPACE}{DASH}{SPACE}|{SPACE}t/?m{SPACE}|{GAP}tot{GAP}en{GAP}met{GAP})"
_RANGE_END = re.compile(_THROUGH + rf"(?:{NUMBER_CUE})?(\d{{1,5}}+)(?![\d/.]|[-–]\d)")
_AND = (
    rf"(?:{SPACE}[,;/&]{SPACE}(?:(?:en|of)\b{SPACE})?"
    rf"|{SPACE}(?:en|of|alsmede|evenals|respectievelijk|resp)\b\.?{SPACE})"
)
_MORE = re.compile(_AND + rf"({NUMBER_CUE})?(?!\d\d[\s.]{{0,3}}\d{{3}}(?!\d))(?=\d)")
_MORE_LABELLED = re.compile(
    rf"(?:{SPACE}\([^()\n]{{1,60}}+\))?{SPACE}[,;]?{SPACE}(?:(?:en|of)\b{SPACE})?{NUMBER_CUE}(?=\d|[A-Z]{{1,2}}\b)"
)
_STOPS = re.compile(rf"{stop(',;:.)»?!]', 'en|of|van|d.d|t/m|tot')}|{SPACE}{DASH}\s?\d")
_PAGE = re.compile(
    rf"{SPACE}[,(]?{SPACE}(?:pp?|blz|pag|{word('pagina')}(?:[’']?s)?|{word('bladzijden')}|{word('bladzijde')})\.?{SPACE}"
    rf"(\d{{1,5}}+)(?!\d)(?:{_THROUGH}(\d{{1,5}}+)(?!\d)"
    rf"|{SPACE}en{SPACE}(\d{{1,5}}+)(?={stop(',;:.)»]', 'en|van')}))?"
)
_DATE = re.compile(rf"\d{{1,2}}{SPACE}{MONTH}", re.IGNORECASE)
_GOES_ON = re.compile(rf"{SPACE}(?:[,;/&(–‐‑‒—-]|[a-zA-Z])")


class PrintedNumber(NamedTuple):
    """A number of a list and where it is printed (a number inside a range: the whole range)."""

    value: str
    start: int
    end: int
    certain: bool = True


class Pages(NamedTuple):
    """A page pin: `p. 12-13`."""

    first: int
    last: int
    end: int


def goes_on(text: str, position: int) -> bool:
    """Whether anything can follow a number at all; mostly a full stop or a closing bracket says no."""
    return _GOES_ON.match(text, position) is not None


def match_number(text: str, position: int) -> PrintedNumber | None:
    """The single number at `position`, possibly with a small letter (`42e`)."""
    match = _NUMBER.match(text, position)
    return PrintedNumber(match[1].lstrip("0") or "0", match.start(1), match.end(1)) if match else None


def match_numbers(text: str, position: int) -> list[PrintedNumber]:
    """The list of numbers at `position` (after its cue); empty if there is none."""
    first = match_number(text, position)
    if first is None:
        return []
    if not goes_on(text, first.end):
        return [first]
    numbers = [first, *_rest_of_range(text, first)]
    while (following := _next_number(text, numbers[-1].end)) is not None:
        numbers += [following, *_rest_of_range(text, following)]
    return numbers


def after_label(text: str, position: int) -> int | None:
    """Where the next number begins, if a further `nr.` announces one: `nr. 6, p. 15-16; nr. 7`."""
    match = _MORE_LABELLED.match(text, position)
    return match.end() if match else None


def match_pages(text: str, position: int) -> Pages | None:
    """The page pin at `position`."""
    match = _PAGE.match(text, position)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[3] or match[1])
    if last < first:  # "p. 12 en 3 andere": the second number is no page
        return Pages(first, first, match.end(1))
    return Pages(first, last, match.end())


def _next_number(text: str, position: int) -> PrintedNumber | None:
    more = _MORE.match(text, position)
    if more is None or _DATE.match(text, more.end()):
        return None
    number = match_number(text, more.end())
    if number is None or not (more[1] or _STOPS.match(text, number.end)):
        return None
    return number


def _rest_of_range(text: str, first: PrintedNumber) -> list[PrintedNumber]:
    """The numbers after the first of a range; only its end, and uncertain, where it is too long."""
    match = _RANGE_END.match(text, first.end)
    if match is None or not first.value.isdigit():
        return []
    low, high = int(first.value), int(match[1])
    if high <= low:
        return []
    last = PrintedNumber(str(high), match.start(1), match.end(1), certain=high - low < RANGE_CAP)
    if not last.certain:
        return [last]
    between = [PrintedNumber(str(n), first.start, last.end) for n in range(low + 1, high)]
    return [*between, last]
