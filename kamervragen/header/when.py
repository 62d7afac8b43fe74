"""When the questions were submitted and when they were answered."""

from __future__ import annotations

import re
from datetime import date

from kamervragen.header.dates import find_dates, read_date
from kamervragen.header.page import Page, squeezed

# Words before a date, and how far after them (in characters) the date may begin.
_NEAR = 40
_SUBMITTED = re.compile(r"\bingezonden(?![a-z])", re.IGNORECASE)
_YOUR_LETTER = re.compile(
    r"\buw\s{1,3}(?:brief|brieven|verzoek|e-?mail|schrijven)\s{0,3}(?:van|d\.?\s?d\.?|dd)", re.IGNORECASE
)
# "Op 3 mei 2022 heeft het lid X vragen gesteld"
_ON_THE_DAY = re.compile(
    r"\bop(?=\s{1,3}\d[^.\n]{4,24}\s(?:heeft|hebben)\s[^.\n]{0,160}\svragen\b)", re.IGNORECASE
)
_RECEIVED = re.compile(r"\bontvangen(?![a-z])", re.IGNORECASE)
_DATED = re.compile(r"\b(?:d\.\s?d\.|dd\.?)(?=[\s\d])", re.IGNORECASE)
_PLACE = re.compile(r"[’'‘`]?\s?(?:s[-\s]{0,2}Gravenhage|Den\s{1,3}Haag)\s{0,3},?", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\beerdere\s{1,3}(?:schriftelijke\s{1,3})?vragen\b", re.IGNORECASE)
_LABEL_IN_LINE = re.compile(r"(?<![^\W\d_])d\s?a\s?t\s?u\s?m[\s:]{0,5}(?=\d)", re.IGNORECASE)
_LINES_AFTER_LABEL = 4


def submitted_on(head: Page, tail: Page) -> date | None:
    """The day on which the questions were handed in: `(ingezonden …)`, `uw brief van …`."""
    return (
        _near(_SUBMITTED, head.prose)
        or _near(_YOUR_LETTER, head.prose)
        or _near(_ON_THE_DAY, head.prose)
        or _in_notice(tail.prose)
    )


def received_on(prose: str, position: int = 0) -> date | None:
    """The day in `(ontvangen 20 november 2024)`."""
    return _near(_RECEIVED, prose, position)


def letter_date(head: Page) -> date | None:
    """The date of a letter, from its letterhead."""
    labelled = (_labelled(head.lines, i) for i, line in enumerate(head.lines) if _is_label(line))
    placed = (
        read_date(line)
        for line in head.lines
        if _PLACE.match(line) and _only_date(_PLACE.sub("", line, count=1))
    )
    alone = (read_date(line) for line in head.lines[:60] if _only_date(line))
    dated = (_near(_DATED, line) for line in head.lines[:3])
    within = iter([_near(_LABEL_IN_LINE, head.prose)])  # where line ends were lost
    return next((day for way in (labelled, placed, alone, within, dated) for day in way if day), None)


def _near(cue: re.Pattern[str], prose: str, position: int = 0) -> date | None:
    for found in cue.finditer(prose, position):
        if _OF_OTHERS.search(prose, max(found.start() - 200, 0), found.start()):
            continue
        day = next(find_dates(prose[found.end() : found.end() + 80]), None)
        if day and day.start <= _NEAR:
            return day.value
    return None


def _in_notice(prose: str) -> date | None:
    notice = re.search(r"\bmededeling\b", prose, re.IGNORECASE)
    return _near(_SUBMITTED, prose[notice.end() : notice.end() + 1500]) if notice else None


def _is_label(line: str) -> bool:
    return squeezed(line[:30]).startswith("datum")


def _labelled(lines: tuple[str, ...], i: int) -> date | None:
    if day := read_date(lines[i]):
        return day
    following = [line for line in lines[i + 1 : i + 12] if line][:_LINES_AFTER_LABEL]
    return next((read_date(line) for line in following if _only_date(line)), None)


def _only_date(line: str) -> bool:
    found = next(find_dates(line), None) if len(line) < 60 else None
    return found is not None and not (line[: found.start] + line[found.end :]).strip(" .,:")
