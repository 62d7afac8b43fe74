"""Dutch dates as they are printed, and the parliamentary year (*vergaderjaar*) that a day falls in.

Extracted text is rough: `18 november2024` (a lost space), `14 novem-` / `ber 2024` (a word split at a
line end), `7 augustus 20241` (a note mark glued to the year), `3 novernber 2024` (read wrong by a
scanner). All of these are dates here. A date without a year is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS: dict[str, int] = {
    "januari": 1,
    "februari": 2,
    "maart": 3,
    "april": 4,
    "mei": 5,
    "juni": 6,
    "juli": 7,
    "augustus": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "december": 12,
}
"""The full names of the months; what is printed may also be short, split or misspelt by one letter."""

SHORT_MONTHS: dict[str, int] = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mrt": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}

FIRST_YEAR, LAST_YEAR = 1814, 2199  # the States General have sat since 1814

_LONGEST_GAP = 12  # white space between the parts of one date, line ends included

_WRITTEN = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:e|ste|de)?\s{{0,{_LONGEST_GAP}}}"
    rf"(?P<month>[^\W\d_]{{2,10}}(?:-\s{{1,{_LONGEST_GAP}}}[^\W\d_]{{2,8}})?)\.?"
    rf"\s{{0,{_LONGEST_GAP}}}(?P<year>\d{{4}})(?P<glued>\d{{0,2}})(?!\d)"
)
_DAY_FIRST = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d|[-/]\d)"
)
_YEAR_FIRST = re.compile(r"(?<![\d./-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d|[-/]\d)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: `text[start:end]` is what was read as the day `value`."""

    start: int
    end: int
    value: date


def find_dates(text: str) -> Iterator[FoundDate]:
    """All complete dates in `text`, in order. A note mark glued to the year is left out of the span."""
    found = [*_found(text, _WRITTEN), *_found(text, _DAY_FIRST), *_found(text, _YEAR_FIRST)]
    return iter(sorted(found, key=lambda one: one.start))


def read_date(text: str) -> date | None:
    """The first complete date in `text`, or None."""
    return next((one.value for one in find_dates(text)), None)


def month_number(word: str) -> int | None:
    """The number of the month that `word` names: in full, short, or in full with one letter wrong."""
    key = re.sub(r"-?\s", "", word).rstrip(".").lower()
    exact = MONTHS.get(key) or SHORT_MONTHS.get(key)
    if exact or len(key) < 5:  # in a short word one letter makes another word: "mei" and "met"
        return exact
    return next((number for name, number in MONTHS.items() if len(name) > 4 and _nearly(key, name)), None)


def third_tuesday_of_september(year: int) -> date:
    """*Prinsjesdag*, the day on which the parliamentary year begins (Grondwet, article 65)."""
    first = date(year, 9, 1)
    tuesday = 1
    return first + timedelta(days=(tuesday - first.weekday()) % 7 + 14)


def session_year_of(day: date) -> str:
    """The parliamentary year of a day, `2024-2025`; it begins on the third Tuesday of September."""
    first = day.year if day >= third_tuesday_of_september(day.year) else day.year - 1
    return f"{first}-{first + 1}"


def _found(text: str, pattern: re.Pattern[str]) -> Iterator[FoundDate]:
    for match in pattern.finditer(text):
        month = int(match["month"]) if match["month"].isdecimal() else month_number(match["month"])
        value = _day(int(match["year"]), month, int(match["day"]))
        if value is not None:
            yield FoundDate(match.start(), match.end("year" if "glued" in match.groupdict() else 0), value)


def _day(year: int, month: int | None, day: int) -> date | None:
    if month is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:  # 31 februari: printed, but no day
        return None


def _nearly(word: str, name: str) -> bool:
    """Whether one letter (or the pair rn, read for m) separates `word` from `name`."""
    if word.replace("rn", "m") == name.replace("rn", "m"):
        return True
    if abs(len(word) - len(name)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), None)
    if same is None:
        return True
    rests = (
        (word[same + 1 :], name[same + 1 :]),  # another letter
        (word[same + 1 :], name[same:]),  # a letter too many
        (word[same:], name[same + 1 :]),  # a letter too few
        (word[same + 1 : same + 2] + word[same : same + 1] + word[same + 2 :], name[same:]),  # swapped
    )
    return any(left == right for left, right in rests)
