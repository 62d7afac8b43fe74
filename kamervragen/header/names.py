"""Tables of names: ministries with their TOOI identifiers, and parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from kamervragen.header.page import respaced, squeezed

TOOI_MINISTRY = "https://identifier.overheid.nl/tooi/id/ministerie/"
"""Where the identifiers of ministries begin: TOOI, the government's register of its organisations."""

_LONGEST_NAME = 160  # printed characters in which a ministry's name must lie, lost or added spaces included

# A letter right after the name makes another word of it (Defensiebeleid), unless a space was lost there.
_WORD_GOES_ON = re.compile(r"(?!(?:over|en|mede|aan|van|voor|inzake)(?:[\sA-Z]|de\b|het\b))[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Ministry:
    """A name of a department (or of a portfolio) and the days between which it had its identifier."""

    name: str
    tooi: str | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Match:
    """A known ministry at the start of a text: `text[:end]`; `printed` is that with its spaces repaired."""

    end: int
    printed: str
    key: str


def match_ministry(text: str) -> Match | None:
    """The longest known ministry that `text` begins with, whatever became of spaces and capitals.

    An abbreviation (`VWS`) counts only as printed and as a whole word.
    """
    short = re.match(r"[A-Z][A-Za-z&]{1,4}(?![\w&])", text)
    if short and short[0] in _by_abbreviation():
        return Match(short.end(), short[0], _by_abbreviation()[short[0]])
    places = [i for i, char in enumerate(text[:_LONGEST_NAME]) if not char.isspace() and char != "-"]
    tight = "".join(text[i] for i in places).lower()
    # Lower-casing may lengthen a letter (İ); then positions no longer agree and nothing is matched.
    if len(tight) != len(places):
        return None
    for key, name in _longest_first():
        if not tight.startswith(key):
            continue
        end = places[len(key) - 1] + 1
        if not _WORD_GOES_ON.match(text, end):
            return Match(end, respaced(text[:end], name), key)
    return None


def ministry_id(name: str, on: date | None = None) -> str | None:
    """The TOOI address of the ministry printed as `name` on a day; None where none is verified.

    Where a name has had several identifiers and no day is given, none of them is right: None.
    """
    found = match_ministry(name)
    if found is None or not re.match(r"\s*(?:$|[-–(])", name[found.end :]):
        return None
    rows = [row for row in _ministries() if squeezed(row.name) == found.key]
    if on is not None:
        rows = [row for row in rows if row.first <= on <= row.last]
    identifiers = {row.tooi for row in rows}
    only = identifiers.pop() if len(identifiers) == 1 else None
    return TOOI_MINISTRY + only if only else None


def party(printed: str) -> str:
    """A party as printed, with lost spaces put back where the party is known."""
    return respaced(printed, _parties().get(squeezed(printed), printed))


def _rows(table: str) -> Iterator[dict[str, str]]:
    lines = (files("kamervragen.header") / table).read_text(encoding="utf-8").splitlines()
    heads, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    for row in rows:
        yield dict(zip(heads, row, strict=True))


@cache
def _ministries() -> tuple[Ministry, ...]:
    return tuple(
        Ministry(
            row["name"],
            row["tooi"] or None,
            date.fromisoformat(row["from"]) if row["from"] else date.min,
            date.fromisoformat(row["until"]) if row["until"] else date.max,
        )
        for row in _rows("ministries.tsv")
    )


@cache
def _longest_first() -> tuple[tuple[str, str], ...]:
    names = {squeezed(row.name): row.name for row in _ministries()}
    return tuple(sorted(names.items(), key=lambda item: -len(item[0])))


@cache
def _by_abbreviation() -> dict[str, str]:
    return {
        short: squeezed(row["name"])
        for row in _rows("ministries.tsv")
        for short in row["short"].split(",")
        if short
    }


@cache
def _parties() -> dict[str, str]:
    return {squeezed(row["printed"]): row["printed"] for row in _rows("parties.tsv")}
