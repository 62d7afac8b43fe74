"""Parliamentary papers: `Kamerstuk 36 600 X, nr. 84, p. 1`, `Kamerstukken I 2018/19, 35 010, C`.

A paper is a dossier and a number in it; chamber and session year are printed but are no part of the id,
except in ids of the Eerste Kamer before 2010-2011. A paper filed in several dossiers has its number in
the first one: the others are rows of kind `dossier`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kamervragen.document import Status
from kamervragen.references import addresses
from kamervragen.references.dossiers import Dossier, match_dossier
from kamervragen.references.handelingen import read_appendix
from kamervragen.references.notation import DASH, NUMBER_CUE, SPACE, word
from kamervragen.references.number_lists import (
    Pages,
    PrintedNumber,
    after_label,
    match_numbers,
    match_pages,
)
from kamervragen.references.reading import Reading
from kamervragen.references.session_years import SessionYear, match_session_year

HIGHEST_NUMBER = 4000
"""The largest dossiers hold just under 4 000 papers."""

FIRST_YEAR_WITHOUT_YEAR_IN_ID = 2010
"""Until 2009-2010 the id of a lettered paper of the Eerste Kamer begins with its session year."""

_WORD_END = re.compile(rf"(?:{DASH}?{SPACE}ken|{SPACE}(?:dossier|nummer)|s)?(?![a-z](?![a-z]{{0,12}}\s?\d))")
_CHAMBER = re.compile(
    rf"[\s,:(.]{{0,8}}+(?:(?P<second>II|ll|lI|Il|TK|T\.K\.|{word('tweede')}{SPACE}{word('kamer')})"
    rf"|(?P<first>I|EK|E\.K\.|{word('eerste')}{SPACE}{word('kamer')}))(?![A-Za-z])"
)
_GAP = re.compile(r"[\s,:(]{0,12}+")
_BEFORE_DOSSIER = re.compile(
    rf"[\s,:;(–-]{{0,12}}+(?:(?:{word('kamerstuk')}(?:ken)?|{word('dossiernummer')}|{word('dossier')}){SPACE})?"
    rf"(?:{NUMBER_CUE}(?=\d\d[ .]?\d{{3}}))?"
)
_MORE_DOSSIERS = re.compile(
    rf"{SPACE}(?:[,;/&+]|en\b|,{SPACE}en\b|alsmede\b|resp\.){SPACE}(?=\d\d[\s.]?\d{{3}}(?!\d))"
)
_NUMBERED = re.compile(rf"[\s,.;:(]{{0,6}}+{NUMBER_CUE}")
_DASHED = re.compile(rf"{SPACE}{DASH}{SPACE}(?=\d{{1,4}}(?!\d|[.,]\d))")
_LETTER_AFTER_CUE = re.compile(r"([A-Z]{1,2})(?![\w’'])")
_LETTER = re.compile(rf"{SPACE},{SPACE}([A-Z]{{1,2}})(?![\w’'&])(?!\.{SPACE}[A-Z](?!raag|ntwoord))")
_NO_LETTERS = frozenset(
    {"TK", "EK", "EU", "NL", "VN", "MP", "PM", "SP", "CU", "II", "IV", "VI", "IX", "XI", "XV", "XX"}
)
_STANDS_ALONE = re.compile(rf"{SPACE}(?:[,;:.)\]»?!]|$|\n|en\b|van\b|over\b|\()")
_BARE = re.compile(
    r"(?<![\w€$.,/–-])(?<![€$] )\d\d[\s.]?\d{3}(?!\d)[^\n€%]{0,14}(?:[,/]\s?\d\d[\s.]?\d{3}[^\d\n]{0,14})?$"
)
_BARE_REACH = 52
_IN_BRACKETS = re.compile(
    rf"\((?=\d\d[ .]\d{{3}}{SPACE}{DASH}?{SPACE}(?:[IVX]{{1,6}}[AB]?|[A-M])?{SPACE}{DASH}{SPACE}\d{{1,4}}\)"
    rf"|\d{{5}}{SPACE}{DASH}?{SPACE}(?:[IVX]{{1,6}}[AB]?|[A-M]){SPACE}{DASH}{SPACE}\d{{1,4}}\))"
)
_DASHED_WHOLE = re.compile(r"(?<![\w/.-])\d{5}-[IVX]{1,6}[AB]?-\d{1,4}(?![\w-])")
_CHAMBER_BEFORE = re.compile(rf"(?:{word('tweede')}|{word('eerste')}){SPACE}{word('kamer')}[\s,]{{0,4}}+$")


@dataclass(frozen=True, slots=True)
class _Head:
    """What is printed between the cue and the first dossier."""

    first_chamber: bool
    year: SessionYear | None
    end: int


@dataclass(frozen=True, slots=True)
class _Paper:
    """One paper of a dossier: its number or letter(s), and the page pin behind it."""

    number: PrintedNumber
    pages: Pages | None
    without_comma: bool = False

    @property
    def end(self) -> int:
        return self.pages.end if self.pages else self.number.end


def find_paper(reading: Reading, start: int, end: int) -> int:
    """At the word *Kamerstuk(ken)*."""
    word_end = _WORD_END.match(reading.text, end)
    return _read(reading, start, word_end.end(), alone=True) if word_end else 0


def find_dossier(reading: Reading, start: int, end: int) -> int:
    """At the words *dossier*, *Kst.*, *wetsvoorstel*, directly before a number."""
    if start and reading.text[start - 1].isalpha():
        return 0
    return _read(reading, start, end, alone=True)


def find_after_session_year(reading: Reading, start: int, end: int) -> int:
    """At the word *vergaderjaar*: `Tweede Kamer, vergaderjaar 2023–2024, 19 637, nr. 3198`."""
    if match_session_year(reading.text, start, cue=True) is None:
        return 0
    before = _CHAMBER_BEFORE.search(reading.text, max(reading.consumed, start - 40), start)
    return _read(
        reading, before.start() if before else start, before.start() if before else start, alone=False
    )


def find_chamber(reading: Reading, start: int, end: int) -> int:
    """At *Eerste Kamer* or *Tweede Kamer*: `Eerste Kamer, 36 373, H`."""
    return _read(reading, start, start, alone=False)


def find_bare(reading: Reading, start: int, end: int) -> int:
    """At *nr.*: a dossier without a cue stands before it, `de motie-Akerboom, 36 410 XIV, nr. 9`."""
    low = max(reading.consumed, start - _BARE_REACH)
    before = _BARE.search(reading.text, low, start)
    return _read(reading, before.start(), before.start(), alone=False) if before else 0


def find_in_brackets(reading: Reading, start: int, end: int) -> int:
    """At a bracket with nothing but a paper in it: `(36 560 VII-2)`."""
    if _IN_BRACKETS.match(reading.text, start) is None:
        return 0
    return _read(reading, start + 1, start + 1, alone=False)


def find_dashed(reading: Reading, start: int, end: int) -> int:
    """At a dash and a Roman figure: `34950-X-2` can be nothing else."""
    begin = start - 5
    if begin < reading.consumed or _DASHED_WHOLE.match(reading.text, begin) is None:
        return 0
    return _read(reading, begin, begin, alone=False)


def _read(reading: Reading, start: int, position: int, *, alone: bool) -> int:
    """Everything cited behind one cue; `alone`: a dossier without a paper counts too."""
    head = _head(reading.text, position)
    if head.year is not None:
        appendix = read_appendix(reading, start, head.end, head.year)
        if appendix:
            return appendix
    dossiers = _dossiers(reading.text, head)
    end = 0
    while dossiers:
        papers = _papers(reading.text, dossiers[-1].end, head)
        if not papers and head.first_chamber and len(dossiers) == 1:
            dossiers, papers = _letter_without_comma(dossiers[0])
        if not papers:
            alone = alone and len(dossiers[0].number) == 5
            return _add_dossiers(reading, start, dossiers) if alone and not end else end
        end = _add_papers(reading, start, dossiers, papers, head)
        more = _MORE_DOSSIERS.match(reading.text, end)
        head = _Head(head.first_chamber, head.year, more.end()) if more else head
        dossiers = _more_dossiers(reading.text, more.end()) if more else []
        start = dossiers[0].start if dossiers else end
        alone = False
    return end


def _head(text: str, position: int) -> _Head:
    chamber = _CHAMBER.match(text, position)
    gap = _GAP.match(text, chamber.end() if chamber else position)
    year = match_session_year(text, gap.end() if gap else position)
    end = year.end if year else chamber.end() if chamber else position
    late = _CHAMBER.match(text, end) if year and not chamber else None
    chamber = chamber or late
    before_dossier = _BEFORE_DOSSIER.match(text, late.end() if late else end)
    return _Head(
        first_chamber=bool(chamber and chamber["first"]),
        year=year,
        end=before_dossier.end() if before_dossier else end,
    )


def _dossiers(text: str, head: _Head) -> list[Dossier]:
    first = match_dossier(text, head.end, old=head.year is not None)
    return [first, *_following(text, first.end)] if first else []


def _more_dossiers(text: str, position: int) -> list[Dossier]:
    first = match_dossier(text, position)
    return [first, *_following(text, first.end)] if first else []


def _following(text: str, position: int) -> list[Dossier]:
    """The further dossiers of `29 629, 32 761 en 30 821, nr. 5`."""
    found: list[Dossier] = []
    while (more := _MORE_DOSSIERS.match(text, position)) and len(found) < 12:
        dossier = match_dossier(text, more.end())
        if dossier is None:
            break
        found.append(dossier)
        position = dossier.end
    return found


def _papers(text: str, position: int, head: _Head) -> list[_Paper]:
    cue = _NUMBERED.match(text, position)
    if cue is None:
        dashed = _DASHED.match(text, position)
        if dashed is None:
            return _letter_after_comma(text, position, head)
        return _with_pages(text, match_numbers(text, dashed.end())[:1])
    papers = _numbers_or_letter(text, cue.end())
    while papers and (label := after_label(text, papers[-1].end)) is not None:
        further = _numbers_or_letter(text, label)
        if not further:
            break
        papers += further
    return papers


def _numbers_or_letter(text: str, position: int) -> list[_Paper]:
    letter = _LETTER_AFTER_CUE.match(text, position)
    if letter:
        return _with_pages(text, [PrintedNumber(letter[1], letter.start(1), letter.end(1))])
    return _with_pages(text, match_numbers(text, position))


def _letter_after_comma(text: str, position: int, head: _Head) -> list[_Paper]:
    letter = _LETTER.match(text, position)
    if letter is None or (letter[1] in _NO_LETTERS and not head.first_chamber):
        return []
    number = PrintedNumber(letter[1], letter.start(1), letter.end(1))
    return [_Paper(number, match_pages(text, number.end))]


def _letter_without_comma(dossier: Dossier) -> tuple[list[Dossier], list[_Paper]]:
    """`Kamerstukken I, 35 570 C`: a letter of the Eerste Kamer, or a fund of the budget."""
    letter = dossier.suffix
    if letter is None or len(letter) > 1:
        return [dossier], []
    number = PrintedNumber(letter, dossier.end - 1, dossier.end)
    return [replace(dossier, suffix=None)], [_Paper(number, None, without_comma=True)]


def _with_pages(text: str, numbers: list[PrintedNumber]) -> list[_Paper]:
    """A page pin belongs to the last number before it."""
    papers = [_Paper(number, None) for number in numbers]
    if papers:
        papers[-1] = _Paper(numbers[-1], match_pages(text, numbers[-1].end))
    return papers


def _add_papers(
    reading: Reading, start: int, dossiers: list[Dossier], papers: list[_Paper], head: _Head
) -> int:
    main, *others = dossiers
    trailing = None if head.year else match_session_year(reading.text, papers[-1].end, cue=True)
    year = head.year or trailing
    for position, paper in enumerate(papers):
        first = position == 0
        identifier = _identifier(main, paper, head, year)
        status = _status(main, paper, head)
        reading.add(
            "kamerstuk",
            start if first else paper.number.start,
            trailing.end if trailing and paper is papers[-1] else paper.end,
            identifier,
            None if status == "unresolved" else addresses.publication(identifier),
            status,
            dossier=main.number,
            dossier_suffix=main.suffix,
            number=paper.number.value,
            session_year=year.name if year else None,
            page_from=paper.pages.first if paper.pages else None,
            page_to=paper.pages.last if paper.pages else None,
        )
    _add_dossiers(reading, None, others)
    return trailing.end if trailing else papers[-1].end


def _add_dossiers(reading: Reading, start: int | None, dossiers: list[Dossier]) -> int:
    """Rows of dossiers named without a paper; the first begins at the cue, if there is one."""
    end = 0
    for dossier in dossiers:
        possible = dossier.possible
        if start is not None and end and not _STANDS_ALONE.match(reading.text, dossier.end):
            break
        reading.add(
            "dossier",
            dossier.start if start is None or end else start,
            dossier.end,
            dossier.identifier,
            addresses.dossier(dossier.identifier) if possible else None,
            "resolved" if possible else "unresolved",
            dossier=dossier.number,
            dossier_suffix=dossier.suffix,
        )
        end = dossier.end
    return end


def _identifier(dossier: Dossier, paper: _Paper, head: _Head, year: SessionYear | None) -> str:
    number = paper.number.value
    parts = ["kst", dossier.identifier, number]
    old = year is not None and year.first is not None and year.first < FIRST_YEAR_WITHOUT_YEAR_IN_ID
    if old and head.first_chamber and not number.isdigit() and year and year.digits:
        parts.insert(1, year.digits)
    return "-".join(parts)


def _status(dossier: Dossier, paper: _Paper, head: _Head) -> Status:
    number = paper.number
    if not dossier.possible:
        return "unresolved"
    if number.value.isdigit():
        if not 0 < int(number.value) <= HIGHEST_NUMBER:
            return "unresolved"
        return "resolved" if number.certain else "ambiguous"
    if (
        paper.without_comma
    ):  # "Kamerstukken I, 35 570 C": a letter of the Eerste Kamer or a fund of the budget
        return "ambiguous"
    return "resolved"
