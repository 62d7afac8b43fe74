"""Dutch dates as they are printed, and the parliamentary year (*vergaderjaar*) that a day falls in.

Extracted text is rough: `18 november2024` (a lost space), `14 novem-` / `ber 2024` (a word split at a
line end), `7 augustus 20241` (a note mark glued to the year), `l3 novernber 2O24` (read wrong by a
scanner). All of these are dates here, and `drie mei 2024` is. A date without a year is not.
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

_UNITS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_UNITS += ["tien", "elf", "twaalf", "dertien", "veertien", *(f"{unit}tien" for unit in _UNITS[4:])]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]


def _in_words() -> dict[str, int]:
    """The numbers from 1 to 99 in words, written as one word and without accents."""
    numbers = dict(zip(_UNITS, range(1, 20), strict=True))
    for tens, word in enumerate(_TENS, 2):
        numbers[word] = 10 * tens
        numbers |= {f"{unit}en{word}": 10 * tens + n for n, unit in enumerate(_UNITS[:9], 1)}
    return numbers


NUMBERS_IN_WORDS = _in_words()
_CARDINALS = {word: number for word, number in NUMBERS_IN_WORDS.items() if number <= 31}
_ORDINALS = {f"{word}{'ste' if n >= 20 or n == 8 else 'de'}": n for word, n in _CARDINALS.items()}
_DAYS_IN_WORDS = _CARDINALS | _ORDINALS | {"eerste": 1, "derde": 3}

_ANY_DAY = "|".join(word.replace("e", "[eéë]") for word in sorted(_DAYS_IN_WORDS, key=len, reverse=True))

_LONGEST_GAP = 12  # white space between the parts of one date, line ends included
_LONGEST_DATE = 40
_GAP = rf"\s{{0,{_LONGEST_GAP}}}"
_MONTH = rf"(?P<month>[^\W\d_]{{2,10}}(?:-?\s{{1,{_LONGEST_GAP}}}[^\W\d_]{{2,8}})?)\.?"
# A scanner takes 1 for l or I and 0 for O; some extractors see a space between figures.
_YEAR_IN_WORDS = r"tweeduizend(?:\s{0,3}en\b)?\s{0,3}[a-zéë]{3,20}|negentienhonderd\s{0,3}[a-zéë]{3,20}"
_YEAR = rf"(?P<year>[12lI][\dlIO]{{3}}|(?:19|20)\s\d\d(?!\d)|20\d\s\d(?!\d)|[’'‘]\d\d|{_YEAR_IN_WORDS})"
_MISREAD = str.maketrans("lIO", "110")

_REST_OF_DATE = rf"(?:(?:e|ste|de)(?![^\W\d_]))?{_GAP}{_MONTH}{_GAP}{_YEAR}(?P<glued>\d{{0,2}})(?!\d)"
_WRITTEN = re.compile(rf"(?P<day>\d\d(?<!\d\d\d)|\d(?<!\d\d)(?<!\b[lIO]\d)){_REST_OF_DATE}")
_MISREAD_FIGURE = r"[lIO](?:\d|(?<=\b.)[\dlIO]|(?<=\b[lI])(?=\s))|[1-3](?<!\d.)[lIO]"
_SCANNED = re.compile(rf"(?P<day>(?:{_MISREAD_FIGURE})(?<!\w\w\w)){_REST_OF_DATE}")
_SEEMS_SCANNED = re.compile(r"[lIO\d](?:(?<=[lIO])\d|(?<=\d)[lIO]|(?<=\b[lI])\s)")
_WORDS = re.compile(
    rf"(?<![^\W_])(?P<day>{_ANY_DAY})\s{{1,{_LONGEST_GAP}}}{_MONTH}\s{{1,{_LONGEST_GAP}}}"
    rf"(?P<year>\d{{4}}(?!\d)|{_YEAR_IN_WORDS})",
    re.IGNORECASE,
)
_MONTH_BEHIND_WORD = re.compile(
    r"[a-z]\s{1,12}(?i:jan|feb|ma|mrt|apr|mei|jun|jul|aug|sep|okt|oct|nov|dec|rn)"
)
_DAY_FIRST = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d|[-/]\d)"
)
_NUMERIC = re.compile(r"\d[-./]\d")
_YEAR_FIRST = re.compile(r"(?<![\d./-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d|[-/]\d)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: `text[start:end]` is what was read as the day `value`."""

    start: int
    end: int
    value: date


def find_dates(text: str) -> Iterator[FoundDate]:
    """All complete dates in `text`, in order. A note mark glued to the year is left out of the span."""
    patterns = [_WRITTEN]
    patterns += [_SCANNED] if _SEEMS_SCANNED.search(text) else []
    patterns += [_DAY_FIRST, _YEAR_FIRST] if _NUMERIC.search(text) else []
    found = [one for pattern in patterns for one in _found(text, pattern)]
    if not found and _MONTH_BEHIND_WORD.search(text):
        found = list(_found(text, _WORDS))
    return iter(sorted(found, key=lambda one: one.start))


def first_date(text: str, within: int) -> date | None:
    """The first complete date that begins within so many characters; None if there is none."""
    near = text[: within + _LONGEST_DATE]
    if (written := next(_found(near, _WRITTEN), None)) and written.start <= within:
        return written.value
    in_words = _found(near, _WORDS) if _MONTH_BEHIND_WORD.search(near) else ()
    return next((one.value for one in (*find_dates(near), *in_words) if one.start <= within), None)


def read_date(text: str) -> date | None:
    """The first complete date in `text`, or None."""
    return next((one.value for one in find_dates(text)), None)


def month_number(word: str) -> int | None:
    """The number of the month that `word` names: in full, short, or in full with one letter wrong."""
    key = re.sub(r"-?\s", "", word).rstrip(".").lower()
    exact = MONTHS.get(key) or SHORT_MONTHS.get(key) or _MISREAD_MONTHS.get(_as_scanned(key))
    # In a short word one letter makes another word: "mei" and "met". Two words are a month only if split.
    if exact or len(key) < 5 or (" " in word and "-" not in word):
        return exact
    return next((number for name, number in MONTHS.items() if len(name) > 4 and _nearly(key, name)), None)


def _as_scanned(word: str) -> str:
    """What a scanner cannot tell apart: rn and m, ri and n, e and c, i and l."""
    return word.replace("rn", "m").replace("ri", "n").replace("é", "e").replace("c", "e").replace("l", "i")


_MISREAD_MONTHS = {_as_scanned(name): number for name, number in (MONTHS | SHORT_MONTHS).items()}


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
        value = _day(_year(match["year"]), month, _day_of_month(match["day"]))
        if value is not None:
            end = match.start("glued") if "glued" in match.groupdict() else match.end()
            yield FoundDate(match.start(), end, value)


def _day_of_month(printed: str) -> int:
    figures = printed.translate(_MISREAD)
    return int(figures) if figures.isdecimal() else _DAYS_IN_WORDS.get(_plain(printed), 0)


def _year(printed: str) -> int:
    """A year as a number; 0 where the word is none."""
    figures = "".join(printed.translate(_MISREAD).split())
    if figures.isdecimal():
        return int(figures)
    if figures[1:].isdecimal():  # ’24
        return int(figures[1:]) + (2000 if int(figures[1:]) < 70 else 1900)
    century, _, rest = _plain(printed).replace("honderd", "duizend").partition("duizend")
    rest = rest.strip().removeprefix("en ").strip()
    return {"twee": 2000, "negentien": 1900}[century] + NUMBERS_IN_WORDS.get(rest, -2000)


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("é", "e").replace("ë", "e").split())


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
