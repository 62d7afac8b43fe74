"""When the questions were submitted and when they were answered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kamervragen.header.dates import FoundDate, find_dates, first_date, read_date
from kamervragen.header.page import Page, sentence_before

# Words before a date, and how far after them (in characters) the date may begin.
_NEAR = 40
# Spelt wrong it counts only in brackets: "(ingezoden 3 mei 2022)".
# "Een ingezonden brief van 3 mei 2022" is one to the editor.
_NO_LETTER_TO_THE_EDITOR = r"(?!\s{1,3}(?:brie|stuk|artikel|opini|mail))"
_SUBMITTED = re.compile(
    r"[IiTt](?<!\w.)(?i:(?:(?<=i)n|(?<=t)oe)gezonden|(?<=i)ngediend)(?![A-Za-z])(?!\D{0,40}\bover\b)"
    + _NO_LETTER_TO_THE_EDITOR
)
_HANDED_IN = re.compile(
    r"\(\s{0,3}(?:(?:nr\.?\s{0,3})?\d{4}\s?Z\s?\d{5}[,;]?\s{0,3})?"
    r"(?i:in[a-z]{0,3}z[a-z]{2,7}|toegezonden|toezonden|verzonden|ingediend)(?![A-Za-z])"
    + _NO_LETTER_TO_THE_EDITOR
)
_BRACKET_CLOSES = re.compile(r"[^()\n]{0,60}\)\s{0,3}(?=\()")
RECEIVED = re.compile(r"[oO](?<!\w.)(?i:[nm]?t?va[a-z]{1,6}(?![a-z]))")
"""The word before the day on which an answer came in, misprints (`onvangen`) included."""
# A letter whose subject tells of other questions and their day still begins so.
_YOUR_LETTER = re.compile(
    r"\bantwoord\s{1,3}op\s{1,3}uw\s{1,3}brief\s{1,3}(?:van\b|d\.?\s?d\.?)", re.IGNORECASE
)
_DATED = re.compile(r"\b(?:d\.\s?d\.|dd\.?)(?=[\s\d])", re.IGNORECASE)
# A list of questions and answers of a committee is settled on a day.
_ANSWERED_ON = re.compile(r"\bbeantwoord\s{1,3}bij\s{1,3}brief\s{1,3}van\b", re.IGNORECASE)
_SETTLED = re.compile(r"\bvastgesteld(?=\s{1,3}(?:op|d\.|\d))", re.IGNORECASE)
_NOTICE = re.compile(r"\bmededeling\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\beerdere\s{1,3}(?:schriftelijke\s{1,3})?(?:kamer)?vragen\b", re.IGNORECASE)

_WEEKDAY = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag"
_ONLY_WEEKDAY = re.compile(rf"(?:{_WEEKDAY})?", re.IGNORECASE)
_PLACE = re.compile(
    r"[’'‘`]?\s?(?:s[-\s]{0,2}Gravenhage|Den\s{1,3}Haag)\s{0,3},?|(?-i:[A-Z][\w’ -]{2,25}),", re.IGNORECASE
)
_LABEL = re.compile(r"[d0o]\s?[ao]\s?[tf]\s?(?:u|ii)\s?(?:m|rn)(?!\s{0,3}(?:uw|van|ont))", re.IGNORECASE)
_LABEL_IN_LINE = re.compile(
    rf"[dDoO0](?<![^\W\d_].)(?i:(?<=[d0o]){_LABEL.pattern.removeprefix('[d0o]')}[\s:]{{0,5}}"
    rf"(?:[A-Z][\w’ -]{{2,25}},\s?)?(?:{_WEEKDAY}\s)?(?=[\dlI]))"
)
_OF_ANOTHER_LETTER = re.compile(r"uw\s{0,3}(?:brief|kenmerk|referentie)", re.IGNORECASE)
_LINES_AFTER_LABEL = 4
_LONGEST_HEADING = 100  # "Brief aan de Tweede Kamer, d.d. 3 mei 2022, kenmerk 22001234 R"


@dataclass(frozen=True, slots=True)
class Cue:
    """What stands around the day on which questions were handed in.

    `near` is right before it, `earlier` before that in the same sentence, `after` behind it.
    """

    near: re.Pattern[str]
    after: re.Pattern[str]
    earlier: re.Pattern[str]


def _cue(near: str, after: str = "", earlier: str = "") -> Cue:
    day = rf"\s{{0,3}}(?:{_WEEKDAY}\s{{1,3}})?$"
    return Cue(*(re.compile(pattern, re.IGNORECASE) for pattern in (near + day, after, earlier)))


_NEAR_DAY, _SENTENCE = 70, 260
_ON = r"(?:\s{0,3}[:,]?\s{0,3}(?:op|van|d\.?\s?d\.?|dd\.?|bij\s{1,3}brief\s{1,3}van)(?=\s|$))?"
_OF = r"(?:van|d\.?\s?d\.?|dd\.?)"
_QUESTIONS = r"\b(?:kamer)?vragen\b[^.\n]{0,250}$"
# How letters tell the day, the plainest first. Gathered from letters of all ministries.
LETTER_CUES = (
    _cue(r"\buw\s{1,3}(?:brief|brieven|verzoek|e-?mail|schrijven)\b(?:[^.\n\d]|d\.\s?d\.){0,30}"),
    _cue(r"\b(?:in|toe)ge(?:zonden|stuurd)" + _ON),
    _cue(r"\bop", r"[^.\n]{0,12}\b(?:heeft|hebben)\b[^.\n]{0,200}\b(?:kamer)?vragen\b"),
    _cue(r"\bop", r"\s{1,3}ontving\b[^.\n]{0,250}\bvragen\b"),
    _cue(r"\bdie\s{1,3}op", r"\s{1,3}(?:zijn|werden)\s{1,3}(?:in|toe)ge(?:zonden|stuurd)\b"),
    _cue(r"\bheeft\s{1,3}op", r"\s[^.\n]{0,30}\b(?:kamer)?vragen\b"),
    _cue(
        r"\bop",
        r"\s{1,3}(?:ingezonden|(?:schriftelijk\s{1,3})?gestelde|door\b[^.\n]{0,200}\bgestelde)\s[^.\n]{0,60}vragen\b",
    ),
    _cue(
        r"\b(?:bij|met|per|in)\s{1,3}(?:de\s{1,3})?brief" + _ON,
        r"[^.\n]{0,200}\b(?:kamer)?vragen\b|[^.\n]{0,60}\b(?:toe|in)gezonden\b",
    ),
    _cue(r"\bbrief" + _ON, earlier=r"\b(?:kamer)?vragen\b[^.\n]{0,200}\b(?:toe|in)gezonden\b[^.\n]{0,60}$"),
    _cue(rf"\b(?:kamer)?vragen(?:\s{{1,3}}{_OF})", r"\s{1,3}(?:van|door)\b"),
    _cue(
        rf"[)\]]\s{{0,3}},?\s{{0,3}}{_OF}",
        r"\s{0,3},?\s{0,3}(?:over|inzake|betreffende|omtrent|\(|met\b)",
    ),
    _cue(r"\b(?:ontvangen|ingediend)" + _ON, earlier=_QUESTIONS),
    _cue(
        r"\bop", r"[^.\n]{0,30}\b(?:ontvangen|(?:in|toe)ge(?:zonden|stuurd)|ingediend|gesteld)\b", _QUESTIONS
    ),
)


def handed_in(prose: str, start: int, end: int | None = None) -> re.Match[str] | None:
    """The `(ingezonden` that closes a statement of questions from `start` on.

    Of two brackets in a row the first belongs to the subject: "eerdere vragen (ingezonden …) (ingezonden …)".
    """
    until = len(prose) if end is None else end
    found = _HANDED_IN.search(prose, start, until)
    while found:
        closes = _BRACKET_CLOSES.match(prose, found.end(), until)
        following = _HANDED_IN.match(prose, closes.end(), until) if closes else None
        if following is None:
            break
        found = following
    return found


def submitted_on(
    head: Page, tail: Page, asked_from: int, *, published: bool, notice_from: int | None = None
) -> date | None:
    """The day on which the questions were handed in: `(ingezonden …)`, `uw brief van …`.

    `asked_from` is where the header begins to say who asks whom about what. What is `published` is no
    letter, but for a notice of delay, which is one from `notice_from` on.
    """
    prose = head.prose
    return (
        (None if published else _near(_YOUR_LETTER, prose))
        or _handed_in_on(prose, asked_from)
        or _near(_SUBMITTED, prose, of_others=False)
        or (None if published else _in_letter(prose))
        or (None if notice_from is None else _in_letter(prose[notice_from:]))
        or _in_notice(tail)
    )


def _handed_in_on(prose: str, position: int) -> date | None:
    while found := handed_in(prose, position):
        if day := first_date(prose[found.end() : found.end() + 80], _NEAR):
            return day
        position = found.end()
    return None


def received_on(prose: str, position: int = 0) -> date | None:
    """The day in `(ontvangen 20 november 2024)`."""
    return _near(RECEIVED, prose, position)


def letter_date(head: Page) -> date | None:
    """The date of a letter, from its letterhead."""
    labelled = (_labelled(head.lines, i) for i, line in enumerate(head.lines) if _LABEL.match(line))
    placed = (_dated_line(line) for line in head.lines if _PLACE.match(line))
    alone = (
        read_date(line)
        for before, line in zip(["", *head.lines], head.lines[:60], strict=False)
        if _only_date(line) and not _OF_ANOTHER_LETTER.search(before)
    )
    dated = (_near(_DATED, line) for line in head.lines[:3] if len(line) < _LONGEST_HEADING)
    within = (_near(cue, head.prose) for cue in (_LABEL_IN_LINE,))  # where line ends were lost
    settled = (_near(cue, head.prose) for cue in (_ANSWERED_ON, _SETTLED))
    return next(
        (day for way in (labelled, placed, alone, within, dated, settled) for day in way if day), None
    )


def _near(cue: re.Pattern[str], prose: str, position: int = 0, *, of_others: bool = True) -> date | None:
    for found in cue.finditer(prose, position):
        if not of_others and _is_of_others(prose, found.start()):
            continue
        if day := first_date(prose[found.end() : found.end() + 80], _NEAR):
            return day
    return None


def _is_of_others(prose: str, position: int) -> bool:
    return _OF_OTHERS.search(sentence_before(prose, position)) is not None


def _in_letter(prose: str) -> date | None:
    days = [day for day in find_dates(prose) if not _is_of_others(prose, day.start)]
    return next((day.value for cue in LETTER_CUES for day in days if _stands_in(prose, day, cue)), None)


def _stands_in(prose: str, day: FoundDate, cue: Cue) -> bool:
    near = cue.near.search(prose[max(day.start - _NEAR_DAY, 0) : day.start])
    if not near or not cue.after.match(prose, day.end):
        return False
    return cue.earlier.search(prose[max(day.start - _SENTENCE, 0) : day.start]) is not None


def _in_notice(tail: Page) -> date | None:
    notice = _NOTICE.search(tail.prose) if tail.mentions("mededeling") else None
    return (
        _near(_SUBMITTED, tail.prose[notice.end() : notice.end() + 1500], of_others=False) if notice else None
    )


def _labelled(lines: tuple[str, ...], i: int) -> date | None:
    if day := read_date(lines[i]):
        return day
    following = [line for line in lines[i + 1 : i + 12] if line][:_LINES_AFTER_LABEL]
    return next((read_date(line) for line in following if _only_date(line)), None)


def _dated_line(line: str) -> date | None:
    return read_date(line) if _only_date(_PLACE.sub("", line, count=1)) else None


def _only_date(line: str) -> bool:
    found = next(find_dates(line), None) if len(line) < 60 else None
    if found is None:
        return False
    return _ONLY_WEEKDAY.fullmatch((line[: found.start] + line[found.end :]).strip(" .,:")) is not None
