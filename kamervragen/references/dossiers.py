"""Dossier numbers as printed: `31 125`, `31.066`, `36 600 X`, `35 570-XVI`, `21 501-20`, `34 775 (R2090)`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kamervragen.references.notation import DASH, NUMBER_CUE, SPACE, word

LOWEST, HIGHEST = 10000, 39999
"""Dossiers got five figures in 1968; some 350 are opened in a year, so that 40 000 is far ahead."""

HIGHEST_PAPER = 4000
"""The largest dossiers hold just under 4 000 papers."""

YOUNG, FAR = 36000, 300
"""Dossiers from `YOUNG` on may still grow; others outside large_dossiers.tsv never come near `FAR` papers."""

WITH_DASH_CHAPTERS = "21501"
"""The only dossier whose chapters are two figures: one for each formation of the Council of the EU."""

_NUMBER = re.compile(rf"(\d\d)(?:\s{{1,3}}|\s?[.·]\s?|{DASH}\n?)?(\d{{3}})(?!\d)")
_OLD_NUMBER = re.compile(r"(\d)[ .]?(\d{3})(?!\d)")
_KINGDOM_ACT = re.compile(
    rf"{SPACE}{DASH}?{SPACE}(?:\({SPACE}R{SPACE}\d{{3,4}}{SPACE}\)|R{SPACE}\d{{3,4}}(?!\d))"
)
_COUNCIL = re.compile(rf"(?:{SPACE}{DASH}{SPACE}|[\s,]{{1,3}})(\d\d)(?!\d)")
_BETWEEN = re.compile(r"[\s-]+")
_ROMAN = r"[IVX]{1,7}[AB]?"
_BEFORE_PAPER = rf"(?={SPACE},?{SPACE}(?:{DASH}{SPACE})?{NUMBER_CUE}\d|{SPACE}{DASH}{SPACE}\d)"
_CHAPTER = re.compile(
    rf"{SPACE},?{SPACE}(?:{word('hoofdstuk')}|hfst\.?|[Hh]\.){SPACE}({_ROMAN}|[A-M])(?![A-Za-z0-9])"
    rf"|{SPACE}(?:[,(/]|{DASH})?{SPACE}([IVXivx]{{1,7}}(?:[\s-]{{0,3}}[ABab])?|[A-M])\)?{_BEFORE_PAPER}"
    rf"|(?:{SPACE}{DASH}{SPACE}|{SPACE}/{SPACE}|\s{{0,5}}+)({_ROMAN}|[A-M])(?![A-Za-z0-9’'&])(?!\.[A-Z])"
)
"""A chapter after its word; in any writing directly before a paper's number; else in capitals."""


class Dossier(NamedTuple):
    """A dossier as printed; `suffix` is a budget chapter (`X`) or, in 21501, a Council formation (`20`)."""

    number: str
    suffix: str | None
    start: int
    end: int

    @property
    def identifier(self) -> str:
        """`31125`, `36600-X`, `21501-20`."""
        return f"{self.number}-{self.suffix}" if self.suffix else self.number

    @property
    def possible(self) -> bool:
        """Whether such a dossier can exist."""
        if not LOWEST <= int(self.number) <= HIGHEST:
            return False
        if self.suffix is None or self.number == WITH_DASH_CHAPTERS:
            return True
        return self.suffix in chapters()

    def can_hold(self, number: int) -> bool:
        """Whether the dossier can have a paper of this number.

        In an old dossier that was never large, a number in the hundreds is a misprint of the dossier or
        of the number.
        """
        if not 0 < number <= HIGHEST_PAPER:
            return False
        known = int(self.number) < YOUNG and self.suffix is None
        return not known or number <= FAR or self.number in large_dossiers()


@cache
def chapters() -> frozenset[str]:
    """The budget chapters and funds that exist."""
    return _lines("chapters.tsv")


@cache
def large_dossiers() -> frozenset[str]:
    """The dossiers without chapters that held more than 150 papers in February 2025."""
    return _lines("large_dossiers.tsv")


def _lines(table: str) -> frozenset[str]:
    lines = files(__package__).joinpath(table).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def match_dossier(text: str, position: int, *, old: bool = False) -> Dossier | None:
    """The dossier at `position`; with `old` also one of four figures, as before 1968."""
    match = _NUMBER.match(text, position) or (_OLD_NUMBER.match(text, position) if old else None)
    if match is None:
        return None
    number, end = match[1] + match[2], match.end()
    if text.startswith((", nr", " nr", ")"), end):  # mostly; nothing more belongs to the dossier
        return Dossier(number, None, match.start(), end)
    kingdom = _KINGDOM_ACT.match(text, end)
    if kingdom:
        end = kingdom.end()
    suffix = (_COUNCIL if number == WITH_DASH_CHAPTERS else _CHAPTER).match(text, end)
    if suffix is None:
        return Dossier(number, None, match.start(), end)
    printed = suffix[suffix.lastindex or 0]
    return Dossier(number, _BETWEEN.sub("", printed).upper(), match.start(), suffix.end())
