"""Proceedings (Handelingen) and their appendix (Aanhangsel), where answered questions are published.

`Aanhangsel van de Handelingen II, 2022/-23, nr. 1823` is `ah-tk-20222023-1823`;
`Handelingen II 2023/24, nr. 12, item 5` is `h-tk-20232024-12-5`.
"""

from __future__ import annotations

import re

from kamervragen.document import Status
from kamervragen.references import addresses
from kamervragen.references.notation import DASH, NUMBER_CUE, SPACE, word
from kamervragen.references.number_lists import (
    PrintedNumber,
    goes_on,
    match_number,
    match_numbers,
    match_pages,
)
from kamervragen.references.reading import Reading
from kamervragen.references.session_years import SessionYear, match_session_year

HIGHEST_NUMBER = 4500
"""The busiest session year holds 4 124 answers."""

_PROCEEDINGS = rf"(?:{word('handelingen')}|{word('handeling')}|Hand\.)"
_OF_THE_PROCEEDINGS = re.compile(
    rf"(?:nummer|nr\.?)?[\s()-]{{0,6}}+(?:(?:van|bij|der)(?:{SPACE}de)?{SPACE})?{_PROCEEDINGS}"
)
_CHAMBER = re.compile(
    rf"{SPACE}(?:(?:van|der)(?:{SPACE}de)?{SPACE})?[\s,()]{{0,6}}+(?:(?P<second>II|ll|TK|{word('tweede')}{SPACE}{word('kamer')})"
    rf"|(?P<first>I|EK|{word('eerste')}{SPACE}{word('kamer')}))(?![A-Za-z])(?:{SPACE}der{SPACE}Staten-Generaal)?"
)
_PUNCTUATION = re.compile(r"[\s,:;(.)]{0,8}+")
_NUMBERED = re.compile(rf"[\s,:;(.)]{{0,8}}+{NUMBER_CUE}")
_APPENDIX = re.compile(
    rf"[\s,:;(.)]{{0,8}}+(?:(?P<short>AvdH|A\.?H\.?(?={SPACE}(?:{NUMBER_CUE})?\d))|{word('aanhangsel')}|Aanh\.)\)?"
)
_ITEM = re.compile(
    rf"[\s,;(]{{0,6}}+(?:item|{word('agendapunt')}){SPACE}(?:{NUMBER_CUE})?(\d{{1,3}})(?!\d)", re.IGNORECASE
)
_DASHED_ITEM = re.compile(rf"{DASH}(\d{{1,2}})(?![\d/-]|[.,]\d)")
_HEADING = re.compile(r"\s{0,8}+(?<=\n)(?![\dIiTtVvNn(d])")
"""`Aanhangsel van de Handelingen` alone at the end of a line, as above every document."""

_NEXT_YEAR = re.compile(
    rf"{SPACE}(?:[,;]|en\b|,{SPACE}en\b){SPACE}(?=[Vv]erg|[Vv]j|(?:19|20)\d\d{SPACE}[-–/])"
)


def find_appendix(reading: Reading, start: int, end: int) -> int:
    """At the word *Aanhangsel* (or *Aanh.*, *AvdH*)."""
    text = reading.text
    proceedings = _OF_THE_PROCEEDINGS.match(text, end)
    if proceedings:
        end = proceedings.end()
        if _HEADING.match(text, end):
            return 0
    chamber = _CHAMBER.match(text, end)
    if chamber:
        end = chamber.end()
    year = _year(text, end)
    named = proceedings or chamber or not text[start + 1].islower() or text[start + 3] == "H"
    return _read_years(reading, start, year.end if year else end, year, cue_needed=not named)


def find_short_appendix(reading: Reading, start: int, end: int) -> int:
    """At *AH*: `AH 2025-2026, nr. 528`; never without a session year, for that is the document's own."""
    text = reading.text
    if start and text[start - 1].isalpha():
        return 0
    chamber = _CHAMBER.match(text, end)
    year = _year(text, chamber.end() if chamber else end)
    return _read_years(reading, start, year.end, year, cue_needed=False) if year else 0


def read_appendix(reading: Reading, start: int, position: int, year: SessionYear | None) -> int:
    """Behind another cue and its session year: `Kamerstukken II, 2023–2024, AvdH 721`."""
    appendix = _APPENDIX.match(reading.text, position)
    if appendix is None:
        return 0
    end = appendix.end()
    proceedings = _OF_THE_PROCEEDINGS.match(reading.text, end)
    if proceedings:
        end = proceedings.end()
    if year is None:
        chamber = _CHAMBER.match(reading.text, end)
        end = chamber.end() if chamber else end
        year = _year(reading.text, end)
        end = year.end if year else end
    return _read_years(reading, start, end, year, cue_needed=not (proceedings or appendix["short"]))


def find_proceedings(reading: Reading, start: int, end: int) -> int:
    """At the word *Handelingen*."""
    text = reading.text
    chamber = _CHAMBER.match(text, end)
    if chamber:
        end = chamber.end()
    year = _year(text, end)
    appendix = read_appendix(reading, start, year.end if year else end, year)
    if appendix:
        return appendix
    cue = _NUMBERED.match(text, year.end if year else end)
    if cue is None and year is None:
        return 0
    before_number = cue or _PUNCTUATION.match(text, year.end if year else end)
    meeting = match_number(text, before_number.end()) if before_number else None
    if meeting is None:
        return 0
    return _add_proceedings(reading, start, meeting, year, "ek" if chamber and chamber["first"] else "tk")


def _year(text: str, position: int) -> SessionYear | None:
    punctuation = _PUNCTUATION.match(text, position)
    return match_session_year(text, position) or (
        match_session_year(text, punctuation.end()) if punctuation else None
    )


def _read_years(
    reading: Reading, start: int, position: int, year: SessionYear | None, *, cue_needed: bool
) -> int:
    """The numbers behind a session year, and those of further years: `2024/25, nr. 5 en 2025/26, nr. 12`."""
    end = _read_numbers(reading, start, position, year, cue_needed=cue_needed)
    while end and year and (following := _NEXT_YEAR.match(reading.text, end)):
        year = match_session_year(reading.text, following.end()) or _year(reading.text, end)
        further = _read_numbers(reading, following.end(), year.end, year, cue_needed=True) if year else 0
        if not further:
            break
        end = further
    return end


def _read_numbers(
    reading: Reading, start: int, position: int, year: SessionYear | None, *, cue_needed: bool
) -> int:
    """The numbers of an appendix; without *nr.* only where nothing else can be meant."""
    text = reading.text
    cue = _NUMBERED.match(text, position)
    punctuation = cue or (None if cue_needed else _PUNCTUATION.match(text, position))
    numbers = match_numbers(text, punctuation.end()) if punctuation else []
    if not numbers or (cue is None and not _plausible_without_cue(numbers[0], year)):
        return 0
    last = numbers[-1]
    trailing = (
        match_session_year(text, last.end, cue=True) if year is None and goes_on(text, last.end) else None
    )
    for place, number in enumerate(numbers):
        end = trailing.end if trailing and number is last else number.end
        _add_appendix(reading, number.start if place else start, end, number.value, year or trailing)
    return trailing.end if trailing else last.end


def _plausible_without_cue(number: PrintedNumber, year: SessionYear | None) -> bool:
    """`Aanhangsel van de Handelingen 2386`: a number; `Aanhangsel Handelingen 2022`: half a session year."""
    return number.value.isdigit() and (year is not None or not 1990 <= int(number.value) <= 2040)


def _add_appendix(reading: Reading, start: int, end: int, number: str, year: SessionYear | None) -> None:
    identifier = f"ah-tk-{year.digits}-{number}" if year and year.digits else None
    possible = number.isdigit() and 0 < int(number) <= HIGHEST_NUMBER
    status: Status = "resolved" if identifier and possible else "unresolved"
    reading.add(
        "aanhangsel",
        start,
        end,
        identifier,
        addresses.publication(identifier) if identifier and possible else None,
        status,
        number=number,
        session_year=year.name if year else None,
    )


def _add_proceedings(
    reading: Reading, start: int, meeting: PrintedNumber, year: SessionYear | None, chamber: str
) -> int:
    item = _ITEM.match(reading.text, meeting.end) or _DASHED_ITEM.match(reading.text, meeting.end)
    end = item.end() if item else meeting.end
    pages = match_pages(reading.text, end)
    identifier = None
    if year and year.digits and item and meeting.value.isdigit():
        identifier = f"h-{chamber}-{year.digits}-{meeting.value}-{int(item[1])}"
    end = pages.end if pages else end
    reading.add(
        "handelingen",
        start,
        end,
        identifier,
        addresses.publication(identifier) if identifier else None,
        "resolved" if identifier else "unresolved",
        number=meeting.value,
        session_year=year.name if year else None,
        page_from=pages.first if pages else None,
        page_to=pages.last if pages else None,
    )
    return end
