"""The official journals: Staatsblad, Staatscourant and Tractatenblad, each cited by year and number.

`Stb. 2024, 153`, `Stcrt. 2020, nr. 68088`, `Staatscourant nr 32656, 2013`, `Trb. 2020, 12`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamervragen.references import addresses
from kamervragen.references.notation import MONTH, NUMBER_CUE, SPACE
from kamervragen.references.number_lists import PrintedNumber, match_numbers
from kamervragen.references.reading import Finder, Reading


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal, and from which year on its ids follow from year and number."""

    kind: str
    prefix: str
    first_year: int


STAATSBLAD = Journal("staatsblad", "stb", 1813)
STAATSCOURANT = Journal("staatscourant", "stcrt", 2009)
TRACTATENBLAD = Journal("tractatenblad", "trb", 1951)

_PUNCTUATION = r"[\s,.:;(]{0,8}+"
_YEAR = re.compile(rf"{_PUNCTUATION}(?:jaargang{SPACE})?((?:18|19|20)\d\d)(?!\d|{SPACE}[-–/]\d)")
_NUMBERED = re.compile(rf"{_PUNCTUATION}{NUMBER_CUE}")
_BEFORE_NUMBER = re.compile(_PUNCTUATION)
_YEAR_BEHIND = re.compile(
    rf"{SPACE},?{SPACE}(?:(?:van|d\.d\.){SPACE})?(?:\d{{1,2}}{SPACE}{MONTH}[a-z]{{0,6}}+\.?{SPACE})?((?:18|19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_IS_YEAR = re.compile(r"(?:19|20)\d\d")
_NEXT_YEAR = re.compile(rf"{SPACE}(?:en|,|;){SPACE}(?=(?:19|20)\d\d{SPACE},{SPACE}(?:nr)?)")


def journal_finder(journal: Journal) -> Finder:
    """The finder at the name or abbreviation of `journal`."""

    def find(reading: Reading, start: int, end: int) -> int:
        text = reading.text
        if end < len(text) and text[end].isalpha():
            return 0
        found = _year_first(reading, journal, start, end)
        following = _NEXT_YEAR.match(text, found) if found else None
        while following:
            further = _year_first(reading, journal, following.end(), following.end())
            if not further:
                break
            found = further
            following = _NEXT_YEAR.match(text, found)
        return found or _number_first(reading, journal, start, end)

    return find


def _year_first(reading: Reading, journal: Journal, start: int, end: int) -> int:
    year = _YEAR.match(reading.text, end)
    if year is None:
        return 0
    cue = _NUMBERED.match(reading.text, year.end()) or _BEFORE_NUMBER.match(reading.text, year.end())
    if cue is None or cue.end() == year.end():
        return 0
    numbers = match_numbers(reading.text, cue.end())
    for place, number in enumerate(numbers):
        _add(reading, journal, number.start if place else start, number.end, int(year[1]), number)
    return numbers[-1].end if numbers else 0


def _number_first(reading: Reading, journal: Journal, start: int, end: int) -> int:
    cue = _NUMBERED.match(reading.text, end)
    numbers = match_numbers(reading.text, cue.end()) if cue else []
    if not numbers:
        return 0
    if len(numbers) > 1 and _IS_YEAR.fullmatch(numbers[-1].value):  # "nr 32656, 2013": a number and its year
        numbers.pop()
    behind = _YEAR_BEHIND.match(reading.text, numbers[-1].end)
    for place, number in enumerate(numbers):
        last = behind.end() if behind and number is numbers[-1] else number.end
        _add(
            reading,
            journal,
            number.start if place else start,
            last,
            int(behind[1]) if behind else None,
            number,
        )
    return behind.end() if behind else numbers[-1].end


def _add(
    reading: Reading, journal: Journal, start: int, end: int, year: int | None, number: PrintedNumber
) -> None:
    identifier = f"{journal.prefix}-{year}-{number.value}" if year else None
    derivable = year is not None and year >= journal.first_year and number.value.isdigit()
    reading.add(
        journal.kind,
        start,
        end,
        identifier,
        addresses.publication(identifier) if identifier and derivable else None,
        "resolved" if derivable else "unresolved",
        number=number.value,
    )
