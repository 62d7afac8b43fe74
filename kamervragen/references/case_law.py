"""Judgments: ECLI numbers, and cases of the Court of Justice of the EU and the General Court."""

from __future__ import annotations

import re

from kamervragen.references import addresses
from kamervragen.references.notation import SPACE
from kamervragen.references.reading import Reading

_COLON = rf"(?:[-‐]\s{{1,5}}+)?\s{{0,5}}+:{SPACE}"
_ECLI = re.compile(
    rf"ECLI(?:{_COLON}|\s{{1,3}})([A-Z]{{2}}){_COLON}([A-Z0-9]{{1,7}}){_COLON}(\d{{4}}){_COLON}([A-Z0-9.]{{1,25}})",
    re.IGNORECASE,
)
_EU_COURT = re.compile(r"(?<![\w:-])EU:([CTF]):(\d{4}):(\d{1,4})(?!\d)")
_GLUED = re.compile(r"[a-z]+$")
_CASE = re.compile(
    r"([CTF])(?:\s?[-‐‑–]\s{0,3}|(?P<space>\s{1,3}))(\d{1,4})\s{0,3}/\s{0,3}(0\d|1\d|2\d|8[89]|9\d)(?!\d)"
    r"(?:[ -]?P(?:PU)?(?![A-Za-z]))?"
)
"""Cases have a letter since 1989: `T-34/85` is a tank."""

_CASE_BEFORE = re.compile(r"(?i:zaak|zaken|arrest|nr\.)\s{0,3}$")


def find_ecli(reading: Reading, start: int, end: int) -> int:
    """At *ECLI*, whose parts may stand on two lines."""
    match = _ECLI.match(reading.text, start)
    if match is None:
        return 0
    number = match[4]
    end = match.end()
    if number.upper() != number:  # a lower-case word glued behind: `BY5603en`
        number = _GLUED.sub("", number) or number
    number = number.rstrip(".")
    end = match.start(4) + len(number)
    if not number:
        return 0
    identifier = ":".join(("ECLI", match[1], match[2], match[3], number)).upper()
    reading.add("ecli", start, end, identifier, addresses.case_law(identifier))
    return end


def find_eu_ecli(reading: Reading, start: int, end: int) -> int:
    """At `EU:C:`: the ECLI of a judgment of the EU courts as they print it themselves, without *ECLI*."""
    match = _EU_COURT.match(reading.text, start)
    if match is None:
        return 0
    identifier = f"ECLI:{match[0]}"
    reading.add("ecli", start, match.end(), identifier, addresses.case_law(identifier))
    return match.end()


def find_eu_case(reading: Reading, start: int, end: int) -> int:
    """At `C-` or `T-` and a digit: `C-373/19`. An aircraft (`C-390`) has no year."""
    text = reading.text
    match = _CASE.match(text, start)
    if match is None or (start and (text[start - 1].isalnum() or text[start - 1] in "-/")):
        return 0
    odd = match["space"] or text[max(start - 1, 0) : start] == "."
    if odd and not _CASE_BEFORE.search(text, max(start - 10, 0), start):
        return 0
    identifier = f"{match[1]}-{int(match[3])}/{match[4]}"
    reading.add("eu_case", start, match.end(), identifier, addresses.eu_case(identifier))
    return match.end()
