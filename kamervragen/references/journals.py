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
_DAY = rf"(?:(?:van|d\.d\.){SPACE})?\d{{1,2}}{SPACE}{MONTH}[a-z]{{0,6}}+\.?{SPACE}"
_YEAR = re.compile(
    rf"{_PUNCTUATION}(?:{NUMBER_CUE})?(?:van{SPACE}(?:het{SPACE}Koninkrijk{SPACE}(?:der{SPACE}Nederlanden{SPACE})?)?)?,?{SPACE}"
    rf"(?:jaargang{SPACE}|{_DAY})?((?:18|19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"{_PUNCTUATION}{NUMBER_CUE}")
_BEFORE_NUMBER = re.compile(r"\)?[\s,.:;(/‐‑–—-]{1,8}+")
_YEAR_BEHIND = re.compile(
    rf"{SPACE},?{SPACE}\(?(?:(?:van|d\.d\.){SPACE})?(?:{_DAY})?((?:18|19|20)\d\d)(?!\d)", re.IGNORECASE
)
_NUMBER_AND_YEAR = re.compile(
    rf"{_PUNCTUATION}(\d{{1,6}})(?!\d)(?={SPACE}(?:,{SPACE}|\(|van{SPACE})(?:19|20)\d\d(?!\d))"
)
_THOUSANDS = re.compile(r"(\d{1,2})\.(\d{3})(?!\d)")
_IS_YEAR = re.compile(r"(?:18|19|20)\d\d")
_ANOTHER_NUMBER = re.compile(rf"{SPACE},{SPACE}(?:{NUMBER_CUE})?\d")
_NEXT_YEAR = re.compile(rf"{SPACE}(?:en|,|;){SPACE}(?=(?:19|20)\d\d{SPACE},{SPACE}(?:{NUMBER_CUE})?\d)")


def journal_finder(journal: Journal) -> Finder:
    """The finder at the name or abbreviation of `journal`."""

    def find(reading: Reading, start: int, end: int) -> int:
        text = reading.text
        if (end < len(text) and text[end].isalpha()) or (start and text[start - 1].isalpha()):
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
    numbers = _numbers(reading.text, cue.end()) if cue else []
    if numbers and numbers[0].value in {str(int(year[1]) + 1), f"{(int(year[1]) + 1) % 100:02}"}:
        dash = reading.text[year.end() : numbers[0].start].strip()
        if dash in set("-‐‑–—/"):  # "Stb. 2024-2025": a period
            return 0
    for place, number in enumerate(numbers):
        _add(reading, journal, number.start if place else start, number.end, int(year[1]), number)
    return numbers[-1].end if numbers else 0


def _numbers(text: str, position: int) -> list[PrintedNumber]:
    """The numbers of one year: up to a number that is a year with numbers of its own (`131 en 1967, 76`)."""
    thousands = _THOUSANDS.match(text, position)
    if thousands:
        return [PrintedNumber(thousands[1] + thousands[2], thousands.start(), thousands.end())]
    numbers = match_numbers(text, position)
    for place, number in enumerate(numbers[1:], 1):
        if _IS_YEAR.fullmatch(number.value) and _ANOTHER_NUMBER.match(text, number.end):
            return numbers[:place]
    return numbers


def _number_first(reading: Reading, journal: Journal, start: int, end: int) -> int:
    text = reading.text
    cue = _NUMBERED.match(text, end)
    if cue is None:
        bare = _NUMBER_AND_YEAR.match(text, end)
        numbers = [PrintedNumber(bare[1], bare.start(1), bare.end(1))] if bare else []
    else:
        numbers = _numbers(text, cue.end())
    if not numbers:
        return 0
    if len(numbers) > 1 and _IS_YEAR.fullmatch(numbers[-1].value):  # "nr 32656, 2013": a number and its year
        numbers.pop()
    last = numbers[-1]
    behind = _YEAR_BEHIND.match(text, last.end)
    year = int(behind[1]) if behind else None
    for place, number in enumerate(numbers):
        stop = behind.end() if behind and number is last else number.end
        _add(reading, journal, number.start if place else start, stop, year, number)
    return behind.end() if behind else last.end


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
