"""What follows a dossier: the numbers or letters of its papers, `, nrs. 2830 en 2834`, `-133`, `, C`."""

from __future__ import annotations

import re
from typing import NamedTuple

from kamervragen.references.notation import DASH, MONTH, NUMBER_CUE, SPACE, stop
from kamervragen.references.number_lists import (
    Pages,
    PrintedNumber,
    after_label,
    goes_on,
    match_numbers,
    match_pages,
)

_NUMBERED = re.compile(rf"[\s,.;:()–—-]{{0,6}}+(?:stuk{SPACE})?{NUMBER_CUE}")
_DASHED = re.compile(rf"{SPACE}{DASH}{SPACE}(?=\d{{1,4}}(?!\d|\.\d))")
_UNLABELLED = re.compile(
    rf"{SPACE}[,/]{SPACE}(?!(?:19|20)\d\d(?!\d)|\d{{1,2}}{SPACE}{MONTH})"
    rf"(?=\d{{1,4}}(?:{stop(').;:»]')}|{SPACE},{SPACE}(?!\d)))",
    re.IGNORECASE,
)
_LETTER_AFTER_CUE = re.compile(r"[«\"“']?([A-Z]{1,2})(?![\w’'])")
_LETTER = re.compile(
    rf"{SPACE},{SPACE}(?:letter{SPACE})?[«\"“]?([A-Z]{{1,2}})(?![\w’'&])(?!\.{SPACE}[A-Z](?!raag|ntwoord))"
)
_LETTER_WITH_DASH = re.compile(rf"{SPACE}{DASH}{SPACE}([A-Z]{{1,2}})(?![\w’'&-])")
_MORE_LETTERS = re.compile(rf"{SPACE}(?:,|en\b|,{SPACE}en\b){SPACE}([A-Z]{{1,2}})(?={stop(',;:.)»]', 'en')})")
_CLOSES = re.compile(stop(',;:.)»”"?!(]', "en|p"))
_NO_LETTERS = frozenset(
    {"TK", "EK", "EU", "NL", "VN", "MP", "PM", "SP", "CU", "II", "IV", "VI", "IX", "XI", "XV", "XX"}
)


class Paper(NamedTuple):
    """One paper of a dossier: its number or letter(s), and the page pin behind it.

    `closed`: nothing that belongs to the citation can follow.
    """

    number: PrintedNumber
    pages: Pages | None
    without_comma: bool = False
    closed: bool = False

    @property
    def end(self) -> int:
        return self.pages.end if self.pages else self.number.end


def match_papers(text: str, position: int, *, lettered: bool = False, cued: bool = False) -> list[Paper]:
    """The papers printed behind a dossier that ends at `position`.

    `lettered`: of the Eerste Kamer, whose papers have letters; `cued`: *nr.* may be missing (`31 125, 133`).
    """
    cue = _NUMBERED.match(text, position)
    if cue is None:
        return _without_cue(text, position, lettered=lettered, cued=cued)
    papers = _numbers_or_letters(text, cue.end())
    while papers and not papers[-1].closed and (label := after_label(text, papers[-1].end)) is not None:
        further = _numbers_or_letters(text, label)
        if not further:
            break
        papers += further
    return papers


def lone_letter(letter: str, end: int) -> Paper:
    """A letter without a comma before it, which may belong to the dossier instead."""
    return Paper(PrintedNumber(letter, end - 1, end), None, without_comma=True)


def _without_cue(text: str, position: int, *, lettered: bool, cued: bool) -> list[Paper]:
    dashed = _DASHED.match(text, position)
    if dashed:
        return _with_pages(text, match_numbers(text, dashed.end())[:1])
    letters = _letters(text, position, lettered=lettered)
    unlabelled = _UNLABELLED.match(text, position) if cued and not letters else None
    return _with_pages(text, match_numbers(text, unlabelled.end())[:1]) if unlabelled else letters


def _numbers_or_letters(text: str, position: int) -> list[Paper]:
    letter = _LETTER_AFTER_CUE.match(text, position)
    return _from_letter(text, letter) if letter else _with_pages(text, match_numbers(text, position))


def _letters(text: str, position: int, *, lettered: bool) -> list[Paper]:
    letter = _LETTER.match(text, position) or (_LETTER_WITH_DASH.match(text, position) if lettered else None)
    if letter is None or not (
        lettered or (letter[1] not in _NO_LETTERS and _CLOSES.match(text, letter.end()))
    ):
        return []
    return _from_letter(text, letter)


def _from_letter(text: str, letter: re.Match[str]) -> list[Paper]:
    numbers = [PrintedNumber(letter[1], letter.start(1), letter.end(1))]
    while (more := _MORE_LETTERS.match(text, numbers[-1].end)) and more[1] not in _NO_LETTERS:
        numbers.append(PrintedNumber(more[1], more.start(1), more.end(1)))
    return _with_pages(text, numbers)


def _with_pages(text: str, numbers: list[PrintedNumber]) -> list[Paper]:
    """A page pin belongs to the last number before it."""
    if not numbers:
        return []
    last = numbers[-1]
    if not goes_on(text, last.end):
        return [*(Paper(number, None) for number in numbers[:-1]), Paper(last, None, closed=True)]
    return [*(Paper(number, None) for number in numbers[:-1]), Paper(last, match_pages(text, last.end))]
