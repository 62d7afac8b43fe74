"""Session years (vergaderjaren) in every spelling: `2025-2026`, `2025/26`, `2025/-26`, `'25/'26`.

A session year runs from September to September, so its second year is its first plus one. A misprint
is mended only where a single session year is one keystroke away (`2022–203`, `2023–34`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kamervragen.references.notation import DASH, SPACE, word

FIRST, LAST = 1814, 2039
"""The States General sit since 1814; beyond the last year a number is no session year but a misprint."""

LAST_MEANT = 2030
"""The last session year that a misprint may be taken for."""

_SEPARATOR = rf"{SPACE}[-‐‑–—/]{{1,2}}{SPACE}[-–]?\s?['’‘]?"
_CUE = (
    rf"[(\s,;.]{{0,8}}+(?:van{SPACE}(?:het{SPACE})?)?"
    rf"(?:{word('vergader')}{SPACE}{DASH}?{word('jaar')}|{word('zittingsjaar')}|{word('zitting')}|[Vv]j\.|[Vv]erg\.{SPACE}(?:jaar|jr\.?))"
    r"[\s,:]{0,8}+"
)
_YEAR = re.compile(
    rf"(?P<cue>{_CUE})?['’‘]?(?P<first>(?:1[89]|20)\d\d|20\d\d\d(?={_SEPARATOR}20\d\d)|(?<!\d)\d\d(?=\s?[-–/]\s?['’]?\d\d\b))"
    rf"(?:{_SEPARATOR}(?P<second>\d{{2,5}})(?!\d)|(?<=\d\d\d\d)(?P<glued>(?:19|20)\d\d)(?!\d))"
)


class SessionYear(NamedTuple):
    """A printed session year; `first` is None where it cannot be one and no mending is certain."""

    first: int | None
    start: int
    end: int

    @property
    def name(self) -> str | None:
        """As the tables write it: `2024-2025`."""
        return None if self.first is None else f"{self.first}-{self.first + 1}"

    @property
    def digits(self) -> str | None:
        """As publication ids write it: `20242025`."""
        return None if self.first is None else f"{self.first}{self.first + 1}"


def match_session_year(text: str, position: int, *, cue: bool = False) -> SessionYear | None:
    """The session year printed at `position`, after an optional (with `cue`: obligatory) *vergaderjaar*."""
    match = _YEAR.match(text, position)
    if match is None or (cue and match["cue"] is None):
        return None
    first, second = match["first"], match["second"] or match["glued"]
    if match["glued"] and int(second) != int(first) + 1:
        return None
    return SessionYear(
        _first_year(first, second), match.end("cue") if match["cue"] else match.start(), match.end()
    )


def _first_year(first: str, second: str) -> int | None:
    if len(first) == 2:
        first = ("19" if int(first) > 39 else "20") + first
    if len(first) == 5:  # a figure too many: "20223-2024"
        meant = int(second) - 1
        return meant if meant <= LAST_MEANT and _one_keystroke(first, str(meant)) else None
    start = int(first)
    if FIRST <= start <= LAST and second in _endings(start):
        return start
    candidates = {year for year in _neighbours(start, second) if FIRST <= year <= LAST_MEANT}
    return candidates.pop() if len(candidates) == 1 else None


def _endings(start: int) -> tuple[str, str]:
    """How the second year may be printed."""
    return str(start + 1), f"{(start + 1) % 100:02}"


def _neighbours(start: int, second: str) -> set[int]:
    """Session years that one keystroke turns into what is printed, in either of the two years.

    Two full years that do not follow each other are a period of years, not a misprint.
    """
    if len(second) == 4 and int(second) >= FIRST:
        return set()
    found = {start} if any(_one_keystroke(second, ending) for ending in _endings(start)) else set()
    if len(second) == 2:
        other = start // 100 * 100 + int(second) - 1
        if _one_keystroke(str(start), str(other)):
            found.add(other)
    return found


def _one_keystroke(printed: str, meant: str) -> bool:
    """Whether one character replaced, left out or put in makes `printed` from `meant`."""
    if printed == meant or abs(len(printed) - len(meant)) > 1:
        return False
    if len(printed) == len(meant):
        return sum(a != b for a, b in zip(printed, meant, strict=True)) == 1
    longer, shorter = sorted((printed, meant), key=len, reverse=True)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
