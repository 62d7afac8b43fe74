"""Acts of the EU by number, old and new, turned into CELEX numbers; and Commission documents.

`Verordening (EU) 2016/679` is 32016R0679, `Verordening (EG) nr. 1907/2006` 32006R1907, `Richtlijn
95/46/EG` 31995L0046. Directives and decisions print the year first; so do regulations from 2015 on,
before that they print it last.
"""

from __future__ import annotations

import re

from kamervragen.references import addresses
from kamervragen.references.notation import MONTH, NUMBER_CUE, SPACE, stop
from kamervragen.references.reading import Finder, Reading

YEAR_FIRST_SINCE = 2015
"""Since 2015 all acts are numbered year first."""

_BODY = r"(?:EU|EG|EEG|EGKS|Euratom|GBVB|JBZ|UE|EC|EEC)"
_BODIES = rf"(?P<body>[(\[]?{_BODY}(?:\s{{0,3}}[,/]\s{{0,3}}{_BODY}){{0,3}}[)\]]?)"
_NUMBER = (
    r"(?P<first>\d{1,4})\s{0,3}/\s{0,3}(?P<second>\d{1,4})(?!\d)(?!/\d)"
    rf"(?P<suffix>(?:\s{{0,3}}/\s{{0,3}}{_BODY}){{0,2}})"
)
_PARLIAMENT = rf"Europees{SPACE}Parlement(?:{SPACE}en{SPACE}de{SPACE}Raad)?"
_INSTITUTION = rf"van{SPACE}(?:de|het){SPACE}(?:Raad|Commissie|{_PARLIAMENT}){SPACE}"
_ACT = re.compile(
    rf"(?i:en)?{SPACE}(?:{_INSTITUTION})?(?:met{SPACE}(?=[Nn]))?(?P<before>{NUMBER_CUE})?"
    rf"(?:{_BODIES}{SPACE}/?{SPACE})?"
    rf"(?P<cue>{NUMBER_CUE})?\(?{_NUMBER}"
)
_MORE = re.compile(rf"{SPACE}(?:,|;|en|of){SPACE}(?:{_BODIES}{SPACE})?(?P<cue>{NUMBER_CUE})?{_NUMBER}")
_BODIED = re.compile(rf"{_BODIES}{SPACE}(?P<cue>{NUMBER_CUE})?{_NUMBER}")
_SUFFIXED = re.compile(r"(?<![\w/.])(?P<first>\d{2,4})/(?P<second>\d{1,4})$")
_REACH = 60
"""How far before a number its act may be named: `Kaderrichtlijn water (2000/60/EG)`."""

_ACT_WORDS = re.compile(
    r"(?i:(verordening|regulation)|(richtlijn|directive)|(kaderbesluit|besluit|beschikking)|(aanbeveling))"
)
_LETTERS = ("R", "L", "D", "H")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n\s*\n")
_CELEX = re.compile(r"(?<![\w/])3(?:19|20)\d\d[A-Z]\d{4}(?:\(\d\d\))?(?:-\d{8})?(?!\w)")
_DOCUMENT = re.compile(
    rf"(COM|SWD|JOIN|SEC){SPACE}(?:[(\[]{SPACE}(\d{{4}}|\d{{2}}){SPACE}[)\]]|(?:[-:/]|(?<=\s))(\d{{4}})(?=[-/:])){SPACE}[-/:,]?{SPACE}"
    rf"(?:{NUMBER_CUE})?(\d{{1,4}})(?!\d|{SPACE}{MONTH})"
)
_MORE_DOCUMENTS = re.compile(rf"{SPACE}(?:,|en\b){SPACE}(\d{{1,4}})(?={stop(',;.)]', 'en|def|final')})")
_FULL_YEAR = re.compile(r"(?:19[5-9]|20[0-3])\d$")
_FURTHEST_SLASH = 60


def act_finder(letter: str, *, justice_letter: str | None = None) -> Finder:
    """The finder at the word for a kind of act; `justice_letter` is its letter with the suffix JBZ."""

    def find(reading: Reading, start: int, end: int) -> int:
        if reading.text.find("/", end, end + _FURTHEST_SLASH) < 0:
            return 0
        match = _ACT.match(reading.text, end)
        return _add_acts(reading, start, match, letter, justice_letter)

    return find


def find_bodied(reading: Reading, start: int, end: int) -> int:
    """At `(EU)` and the like, with words between the act and its number: `Verordening X (EU) 2016/679`."""
    match = _BODIED.match(reading.text, start)
    letter = _letter_before(reading, start) if match else None
    return _add_acts(reading, start, match, letter, "F") if letter else 0


def find_suffixed(reading: Reading, start: int, end: int) -> int:
    """At the slash of `/EG`: `Kaderrichtlijn water (2000/60/EG)`."""
    text = reading.text
    number = _SUFFIXED.search(text, max(reading.consumed, start - 10), start)
    letter = _letter_before(reading, number.start()) if number else None
    if number is None or letter is None:
        return 0
    kind = "F" if letter == "D" and text.startswith("/JBZ", start) else letter
    celex = celex_number(kind, number["first"], number["second"], numbered=False, bodied=True, suffixed=True)
    if celex is None:
        return 0
    end += len(text[end : end + 4]) - len(text[end : end + 4].lstrip("ABEGJUVZ"))
    reading.add("eu_act", number.start(), end, celex, addresses.eu_act(celex))
    return end


def _letter_before(reading: Reading, start: int) -> str | None:
    """The letter of the act that is named last before `start`, in the same sentence."""
    low = max(reading.consumed, start - _REACH)
    words = list(_ACT_WORDS.finditer(reading.text, low, start))
    if not words or _SENTENCE_END.search(reading.text, words[-1].end(), start):
        return None
    return _LETTERS[(words[-1].lastindex or 1) - 1]


def _add_acts(
    reading: Reading, start: int, match: re.Match[str] | None, letter: str, justice_letter: str | None
) -> int:
    consumed = 0
    while match:
        suffix = match["suffix"]
        celex = celex_number(
            justice_letter if justice_letter and letter == "D" and "JBZ" in suffix else letter,
            match["first"],
            match["second"],
            numbered=bool(match["cue"] or match.groupdict().get("before")),
            bodied=bool(match["body"] or suffix),
            suffixed=bool(suffix),
        )
        if celex is None:
            return consumed
        begin = match.start("first") if consumed else start
        reading.add("eu_act", begin, match.end(), celex, addresses.eu_act(celex))
        consumed = match.end()
        match = _MORE.match(reading.text, consumed)
    return consumed


def celex_number(
    letter: str, first: str, second: str, *, numbered: bool, bodied: bool, suffixed: bool
) -> str | None:
    """The CELEX number of an act printed `first`/`second`; None if it can be none.

    `numbered`: *nr.* stood before; `bodied`: a body stood before or behind; `suffixed`: it stood behind
    (`95/46/EG`), which is done only where the year is first.
    """
    early, late = _year(first), _year(second)
    if early and not bodied and second in {str(int(early) + 1), f"{(int(early) + 1) % 100:02}"}:
        return None  # "besluit 2023/2024": a school year
    year_first = early is not None and (
        late is None or suffixed or letter != "R" or int(first) >= YEAR_FIRST_SINCE
    )
    if letter == "R" and early and late and numbered and int(second) < YEAR_FIRST_SINCE:
        year_first = False
    if early is not None and year_first:
        return f"3{early}{letter}{int(second):04}"
    # Only regulations end in a year; decisions of Parliament and Council too, but with their body.
    if late is not None and (letter == "R" or (len(second) == 4 and bodied)):
        return f"3{late}{letter}{int(first):04}"
    return None


def find_celex(reading: Reading, start: int, end: int) -> int:
    """At `320` or `319`: the CELEX number itself."""
    match = _CELEX.match(reading.text, start)
    if match is None:
        return 0
    celex = match[0]
    reading.add("eu_act", match.start(), match.end(), celex, addresses.eu_act(celex))
    return match.end()


def find_document(reading: Reading, start: int, end: int) -> int:
    """At COM, SWD, JOIN or SEC: `COM(2021) 206 final`."""
    text = reading.text
    if start and text[start - 1].isalpha():
        return 0
    match = _DOCUMENT.match(text, start)
    year = (match[3] or _year(match[2])) if match else None
    if match is None or year is None:
        return 0
    end = _add_document(reading, start, match.end(), f"{match[1]}:{year}", match[4])
    while more := _MORE_DOCUMENTS.match(text, end):
        end = _add_document(reading, more.start(1), more.end(), f"{match[1]}:{year}", more[1])
    return end


def _add_document(reading: Reading, start: int, end: int, series: str, number: str) -> int:
    identifier = f"{series}:{int(number)}"
    reading.add("eu_document", start, end, identifier, addresses.eu_document(identifier))
    return end


def _year(printed: str) -> str | None:
    """A year as four figures, where `printed` can be one."""
    if len(printed) == 4:
        return printed if _FULL_YEAR.match(printed) else None
    if len(printed) == 2 and 52 <= int(printed) <= 99:
        return "19" + printed
    return None
