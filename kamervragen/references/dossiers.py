"""Dossier numbers as printed: `31 125`, `31.066`, `36 600 X`, `35 570-XVI`, `21 501-20`, `34 775 (R2090)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kamervragen.references.notation import DASH, NUMBER_CUE, SPACE, word

LOWEST, HIGHEST = 10000, 39999
"""Dossiers got five figures in 1968; some 350 are opened in a year, so that 40 000 is far ahead."""

WITH_DASH_CHAPTERS = "21501"
"""The only dossier whose chapters are two figures: one for each formation of the Council of the EU."""

_NUMBER = re.compile(rf"(\d\d)(?:[\s.]|{DASH}\n|\s\n)?(\d{{3}})(?!\d)")
_OLD_NUMBER = re.compile(r"(\d)[ .]?(\d{3})(?!\d)")
_KINGDOM_ACT = re.compile(rf"{SPACE}\({SPACE}R{SPACE}\d{{3,4}}{SPACE}\)")
_COUNCIL = re.compile(rf"(?:{SPACE}{DASH}{SPACE}|[ ,]{{1,3}})(\d\d)(?!\d)")
_CHAPTER = re.compile(
    rf"(?:{SPACE}{DASH}{SPACE}|{SPACE},?{SPACE}{word('hoofdstuk')}{SPACE}|{SPACE}/{SPACE}|\s{{0,5}}+)"
    r"([IVX]{1,7}[AB]?|[A-M])(?![A-Za-z0-9’'&])(?!\.[A-Z])"
)
_CHAPTER_AFTER_COMMA = re.compile(
    rf"{SPACE},{SPACE}([IVX]{{1,7}}[AB]?|[A-M])(?={SPACE},?{SPACE}(?:{NUMBER_CUE}|{DASH}{SPACE})\d)"
)


@dataclass(frozen=True, slots=True)
class Dossier:
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


@cache
def chapters() -> frozenset[str]:
    """The budget chapters and funds that exist."""
    lines = files(__package__).joinpath("chapters.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def match_dossier(text: str, position: int, *, old: bool = False) -> Dossier | None:
    """The dossier at `position`; with `old` also one of four figures, as before 1968."""
    match = _NUMBER.match(text, position) or (_OLD_NUMBER.match(text, position) if old else None)
    if match is None:
        return None
    number, end = match[1] + match[2], match.end()
    kingdom = _KINGDOM_ACT.match(text, end)
    if kingdom:
        end = kingdom.end()
    suffix = _suffix(text, end, number)
    if suffix is None:
        return Dossier(number, None, match.start(), end)
    return Dossier(number, suffix[1], match.start(), suffix.end())


def _suffix(text: str, position: int, number: str) -> re.Match[str] | None:
    if number == WITH_DASH_CHAPTERS:
        return _COUNCIL.match(text, position)
    return _CHAPTER_AFTER_COMMA.match(text, position) or _CHAPTER.match(text, position)
