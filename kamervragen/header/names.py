"""Tables of names: ministries with their TOOI identifiers, and parties."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from kamervragen.header.page import respaced, squeezed, with_accents

TOOI_MINISTRY = "https://identifier.overheid.nl/tooi/id/ministerie/"
"""Where the identifiers of ministries begin: TOOI, the government's register of its organisations."""

_LONGEST_NAME = 90  # printed characters in which a ministry's name must lie, lost or added spaces included

_SHORT = re.compile(r"[A-Z][A-Za-z&]{1,4}(?:(?<=[A-Z])en)?(?![\w&])")
_INDEXED = 4
_NAME_ENDS = re.compile(r"\s*(?:$|[-–—(])")
_READ_ALIKE = str.maketrans("l1|0", "iiio")
_KEPT = re.compile(r"[^\W\d_]+")
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
    """The longest known ministry that `text` begins with.

    An abbreviation (`VWS`) counts only as printed and as a whole word.
    """
    return next(matching_ministries(text), None)


def matching_ministries(text: str) -> Iterator[Match]:
    """All known ministries that `text` begins with, longest first, whatever became of spaces and capitals."""
    short = _SHORT.match(text)
    if short:
        printed = short[0] if short[0] in _by_abbreviation() else short[0].removesuffix("en")  # "OCWen"
        if printed in _by_abbreviation():
            yield Match(len(printed), printed, _by_abbreviation()[printed])
            return
    for known, name in _unmistakable().get(text[:_INDEXED], ()):
        if text.startswith(name) and not _WORD_GOES_ON.match(text, len(name)):
            yield Match(len(name), name, known)
            return
    key = _key(text[:_LONGEST_NAME])
    for known, name in _by_beginning().get(key[:_INDEXED], ()):
        if not key.startswith(known):
            continue
        end = len(name) if text.startswith(name) else _printed_length(text, len(known))
        if not _WORD_GOES_ON.match(text, end):
            yield Match(end, respaced(with_accents(text[:end]), name), known)


def _printed_length(text: str, letters: int) -> int:
    """How many characters of `text` hold so many letters of its key."""
    for position, char in enumerate(text, 1):
        letters -= len(_key(char))
        if letters <= 0:
            return position
    return len(text)


def _key(printed: str) -> str:
    """What stays the same in a name, whatever an extractor or a scanner did to it.

    Small letters without accents, spaces, commas and dashes; `&` is `en`; `I`, `l`, `1` are alike, and
    `0` and `O`.
    """
    plain = printed.replace("&", "en").lower().translate(_READ_ALIKE)
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", plain)
    return "".join(_KEPT.findall(plain))


@lru_cache(maxsize=1 << 12)
def ministry_id(name: str, on: date | None = None) -> str | None:
    """The TOOI address of the ministry printed as `name` on a day; None where none is verified.

    Where a name has had several identifiers and no day is given, none of them is right: None.
    """
    found = match_ministry(name)
    if found is None or not _NAME_ENDS.match(name, found.end):
        return None
    rows = _by_key()[found.key]
    identifiers = {row.tooi for row in rows if on is None or row.first <= on <= row.last}
    only = identifiers.pop() if len(identifiers) == 1 else None
    return TOOI_MINISTRY + only if only else None


def party(printed: str) -> str:
    """A party as printed, with lost spaces put back where the party is known."""
    return respaced(printed, _parties().get(squeezed(printed), printed))


def known_ministries() -> list[str]:
    """The names of the table of ministries, each once."""
    return list(dict.fromkeys(row.name for row in _ministries()))


def known_parties() -> list[str]:
    """The parties of the table, as printed after a name."""
    return list(_parties().values())


def is_party(printed: str) -> bool:
    """Whether the table knows a party, whatever became of its spaces and capitals."""
    return squeezed(printed) in _parties()


def is_figure_of_party(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, which may be taken for a note mark, is the end of a party: the 1 of BIJ1."""
    if not text[start - 1 : start].isupper():
        return False
    return any(
        text.startswith(name, end - len(name)) and end - len(name) < start for name in _parties_with_figures()
    )


@cache
def _parties_with_figures() -> tuple[str, ...]:
    return tuple(name for name in known_parties() if name[-1].isdigit())


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
def _by_key() -> dict[str, list[Ministry]]:
    rows: dict[str, list[Ministry]] = {}
    for row in _ministries():
        rows.setdefault(_key(row.name), []).append(row)
    return rows


@cache
def _by_beginning() -> dict[str, tuple[tuple[str, str], ...]]:
    """The names of ministries by the beginning of their key, longest first."""
    names = {_key(row.name): row.name for row in _ministries()}
    longest_first = sorted(names.items(), key=lambda item: -len(item[0]))
    beginnings = {key[:_INDEXED] for key in names}
    return {
        beginning: tuple(item for item in longest_first if item[0].startswith(beginning))
        for beginning in beginnings
    }


@cache
def _unmistakable() -> dict[str, tuple[tuple[str, str], ...]]:
    """The names that no other name begins or goes on with, by their beginning as printed: most of them."""
    names = {_key(row.name): row.name for row in _ministries()}
    alone = [
        (key, name)
        for key, name in names.items()
        if not any(other != key and (other.startswith(key) or key.startswith(other)) for other in names)
    ]
    return {
        name[:_INDEXED]: tuple(item for item in alone if item[1].startswith(name[:_INDEXED]))
        for _, name in alone
    }


@cache
def _by_abbreviation() -> dict[str, str]:
    return {
        short: _key(row["name"])
        for row in _rows("ministries.tsv")
        for short in row["short"].split(",")
        if short
    }


@cache
def _parties() -> dict[str, str]:
    return {squeezed(row["printed"]): row["printed"] for row in _rows("parties.tsv")}
