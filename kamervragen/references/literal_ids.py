"""Ids of publications printed as such: `ah-tk-20232024-1283`, `kst-26643-144-h1`, `BWBR0005537`.

What is printed is the id already; it is only put in the case that published ids have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamervragen.references import addresses
from kamervragen.references.reading import Reading

_EXTRA = r"(?:-[bhn]\d{1,3})?"
"""An annex (b), a reprint (h) or an enclosure (n): part of an id only where it is printed."""


@dataclass(frozen=True, slots=True)
class IdForm:
    """How the ids of one kind look; the groups `year`, `dossier`, `suffix`, `number` fill columns."""

    kind: str
    pattern: re.Pattern[str]


def _form(kind: str, pattern: str) -> IdForm:
    """A pattern that stands free, but for a note mark glued to the front."""
    return IdForm(kind, re.compile(rf"(?<![^\W\d]|-)(?<!\d\d\d){pattern}(?![\w-]|\.\w)", re.IGNORECASE))


FORMS: tuple[IdForm, ...] = (
    _form(
        "kamerstuk",
        r"kst-(?:(?P<year>\d{8})-)?(?P<dossier>\d{5})[A-Z]?(?:-(?P<suffix>[IVX]{1,7}[AB]?|[A-M]|\d\d(?=-\d)))?"
        rf"-(?P<number>\d{{1,4}}[a-z]?|[A-Z]{{1,2}}|[A-Z]\d[A-Z]){_EXTRA}",
    ),
    _form("aanhangsel", rf"ah-(?:tk|ek)-(?P<year>\d{{8}})-(?P<number>\d{{1,4}}){_EXTRA}"),
    _form("handelingen", r"h-(?:tk|ek|vv)-(?P<year>\d{8})-(?P<number>\d{1,5})-\d{1,5}"),
    _form("staatsblad", rf"stb-\d{{4}}-(?P<number>\d{{1,4}}){_EXTRA}"),
    _form("staatscourant", rf"stcrt-\d{{4}}-(?P<number>\d{{1,6}}){_EXTRA}"),
    _form("tractatenblad", rf"trb-\d{{4}}-(?P<number>\d{{1,4}}){_EXTRA}"),
)
_LAW = re.compile(r"BWB[RV]\d{7}(?!\d)")


def find_id(reading: Reading, start: int, end: int) -> int:
    """At the first letters of a published id."""
    for form in FORMS:
        match = form.pattern.match(reading.text, start)
        if match:
            return _add(reading, form.kind, match)
    return 0


def find_law_id(reading: Reading, start: int, end: int) -> int:
    """At *BWBR* or *BWBV*: a law by its id, without an article."""
    match = _LAW.match(reading.text, start)
    if match is None:
        return 0
    reading.add("law", start, match.end(), match[0], addresses.law(match[0]))
    return match.end()


def _add(reading: Reading, kind: str, match: re.Match[str]) -> int:
    parts = match.groupdict()
    year = parts.get("year")
    possible = year is None or int(year[4:]) == int(year[:4]) + 1
    identifier = _published_case(match[0])
    reading.add(
        kind,
        match.start(),
        match.end(),
        identifier,
        addresses.publication(identifier) if possible else None,
        "resolved" if possible else "unresolved",
        dossier=parts.get("dossier"),
        dossier_suffix=parts.get("suffix"),
        number=parts.get("number"),
        session_year=f"{year[:4]}-{year[4:]}" if year and possible else None,
    )
    return match.end()


def _published_case(printed: str) -> str:
    """Prefixes in lower case; suffixes and letters as printed (a URL in small letters is not mended)."""
    prefix, _, rest = printed.partition("-")
    if prefix.lower() in {"ah", "h"}:
        return printed.lower()
    return f"{prefix.lower()}-{rest}"
