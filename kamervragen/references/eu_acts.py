"""Acts of the EU by number, old and new, turned into CELEX numbers; and Commission documents.

`Verordening (EU) 2016/679` is 32016R0679, `Verordening (EG) nr. 1907/2006` 32006R1907, `Richtlijn
95/46/EG` 31995L0046. Directives and decisions print the year first; so do regulations from 2015 on,
before that they print it last.
"""

from __future__ import annotations

import re

from kamervragen.references import addresses
from kamervragen.references.notation import NUMBER_CUE, SPACE
from kamervragen.references.reading import Finder, Reading

YEAR_FIRST_SINCE = 2015
"""Since 2015 all acts are numbered year first."""

_BODY = r"(?:EU|EG|EEG|EGKS|Euratom|GBVB|JBZ|UE|EC|EEC)"
_BODIES = rf"(?:\(?{_BODY}(?:\s?[,/]\s?{_BODY}){{0,3}}\)?)"
_NUMBER = rf"(\d{{1,4}})\s?/\s?(\d{{1,4}})(?!\d)(?!/\d)((?:\s?/\s?{_BODY}){{0,2}})"
_ACT = re.compile(
    rf"(?:en)?{SPACE}(?:van de (?:Raad|Commissie){SPACE})?(?:{_BODIES}{SPACE})?({NUMBER_CUE})?"
    rf"(?:{_BODIES}{SPACE})?\(?{_NUMBER}"
)
_MORE = re.compile(rf"{SPACE}(?:,|;|en|of){SPACE}(?:{_BODIES}{SPACE})?({NUMBER_CUE})?{_NUMBER}")
_CELEX = re.compile(r"(?<![\w/])3(?:19|20)\d\d[A-Z]\d{4}(?:\(\d\d\))?(?:-\d{8})?(?!\w)")
_DOCUMENT = re.compile(
    rf"(COM|SWD|JOIN|SEC){SPACE}(?:\({SPACE}(\d{{4}}){SPACE}\)|[/ ](\d{{4}})){SPACE}/?{SPACE}"
    r"(\d{1,4})(?!\d)"
)
_FULL_YEAR = re.compile(r"(?:19[5-9]|20[0-3])\d$")


def act_finder(letter: str, *, justice_letter: str | None = None) -> Finder:
    """The finder at the word for a kind of act; `justice_letter` is its letter with the suffix JBZ."""

    def find(reading: Reading, start: int, end: int) -> int:
        match = _ACT.match(reading.text, end)
        consumed = 0
        while match:
            cue, first, second, bodies = match.groups()
            kind = justice_letter if justice_letter and "JBZ" in bodies else letter
            celex = celex_number(kind, first, second, numbered=bool(cue), suffixed=bool(bodies))
            if celex is None:
                return consumed
            reading.add(
                "eu_act", match.start(2) if consumed else start, match.end(), celex, addresses.eu_act(celex)
            )
            consumed = match.end()
            match = _MORE.match(reading.text, consumed)
        return consumed

    return find


def celex_number(letter: str, first: str, second: str, *, numbered: bool, suffixed: bool) -> str | None:
    """The CELEX number of an act printed `first`/`second`; None if neither can be a year.

    `numbered`: *nr.* stood before; `suffixed`: a body stood behind (`95/46/EG`), which is done only
    where the year is first.
    """
    early, late = _year(first), _year(second)
    year_first = early is not None and (
        late is None or suffixed or letter != "R" or int(first) >= YEAR_FIRST_SINCE
    )
    if (
        early is not None
        and late is not None
        and letter == "R"
        and numbered
        and int(second) < YEAR_FIRST_SINCE
    ):
        year_first = False
    if early is not None and year_first:
        return f"3{early}{letter}{int(second):04}"
    if late is not None and (letter == "R" or len(second) == 4):
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
    if start and reading.text[start - 1].isalpha():
        return 0
    match = _DOCUMENT.match(reading.text, start)
    if match is None:
        return 0
    identifier = f"{match[1]}:{match[2] or match[3]}:{int(match[4])}"
    reading.add("eu_document", start, match.end(), identifier, addresses.eu_document(identifier))
    return match.end()


def _year(printed: str) -> str | None:
    """A year as four figures, where `printed` can be one."""
    if len(printed) == 4:
        return printed if _FULL_YEAR.match(printed) else None
    if len(printed) == 2 and 52 <= int(printed) <= 99:
        return "19" + printed
    return None
