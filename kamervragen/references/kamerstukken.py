"""Parliamentary papers: `Kamerstuk 36 600 X, nr. 84, p. 1`, `Kamerstukken I 2018/19, 35 010, C`.

A paper is a dossier and a number in it; chamber and session year are printed but are no part of the id,
except in ids of the Eerste Kamer before 2010-2011. A paper filed in several dossiers has its number in
the first one: the others are rows of kind `dossier`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kamervragen.document import Status
from kamervragen.references import addresses
from kamervragen.references.dossiers import Dossier, match_dossier
from kamervragen.references.handelingen import read_appendix
from kamervragen.references.notation import DASH, NUMBER_CUE, SPACE, stop, word
from kamervragen.references.number_lists import PrintedNumber
from kamervragen.references.papers import Paper, lone_letter, match_papers
from kamervragen.references.reading import Reading
from kamervragen.references.session_years import SessionYear, match_session_year

FIRST_YEAR_WITHOUT_YEAR_IN_ID = 2010
"""Until 2009-2010 the id of a lettered paper of the Eerste Kamer begins with its session year."""

LOWEST_BARE = 15000
"""Dossiers before 1978 are not cited without a cue: `12 345, nr. 6` is something else."""

_NUMBER = r"\d\d[\s.]{0,3}\d{3}"
_WORD_END = re.compile(
    rf"(?i:{DASH}?{SPACE}ken|{SPACE}dossiers?|{SPACE}nummers?|{SPACE}nrs?\.?|s)?(?![a-z](?![a-z]{{0,12}}\s?\d))"
)
_CHAMBER = re.compile(
    rf"[\s,:(.]{{0,8}}+(?:(?P<second>II|ll|lI|Il|TK|T\.K\.|{word('tweede')}{SPACE}{word('kamer')})"
    rf"|(?P<first>I|EK|E\.K\.|{word('eerste')}{SPACE}{word('kamer')}))(?![A-Za-z])"
)
_GAP = re.compile(r"[\s,:(]{0,12}+")
_INNER_CUE = (
    rf"(?:{word('kamerstuk')}(?:ken|nummer)?|{word('dossier')}(?:nummer|nr\.?|s)?"
    rf"|{word('wetsvoorstel')}(?:len)?)"
)
_BEFORE_DOSSIER = re.compile(
    rf"[\s,:;()–-]{{0,12}}+(?:{_INNER_CUE}{SPACE}[:(]?{SPACE})?(?:met{SPACE}(?=[Nn]))?"
    rf"(?:{NUMBER_CUE}(?={_NUMBER}))?"
)
_PLAIN_DOSSIER = re.compile(r" (?=[1-3]\d\s?\d{3})")
_MORE_DOSSIERS = re.compile(
    rf"{SPACE}\)?{SPACE}(?:[,;/&+]|en\b|,{SPACE}en\b|alsmede\b|resp\.){SPACE}(?={_NUMBER}(?!\d))"
)
_STANDS_ALONE = re.compile(stop(",;:.)(]»?!", "en|van|over"))
_IN_A_SENTENCE = re.compile(
    stop(
        ",;:.)(]»?!/–—-",
        "aan|aangaande|als|betreffende|bij|dat|die|door|en|er|geldt|gaat|heeft|in|inzake|is|"
        "kan|ligt|met|moet|naar|niet|of|om|onder|op|over|staat|te|tot|uit|van|voor|waarin|waarmee|was|werd|wordt|zal|ziet|zijn|zoals|zou",
    )
)
_BARE = re.compile(
    r"(?:(?<![\w€$.,/–-])(?<![€$] )|(?<=[/–-]\d\d,)|(?<=[–-]\d{4},))"
    rf"({_NUMBER})(?!\d)[^€%]{{0,14}}(?:[,/]\s?{_NUMBER}[^\d]{{0,14}})?$"
)
_BARE_REACH = 52
_ENDS_LIKE_DOSSIER = frozenset("0123456789IVXABCDEFGHJKLMivx)")
_ON_PAPER = re.compile(r"(?i:stuk|motie|amendement)\s{1,3}$")
_IN_DOSSIER = re.compile(rf"{NUMBER_CUE}(\d{{1,4}}){SPACE}\(({_NUMBER})(?:\)|[\s-]{{1,3}}[IVX])")
_IN_BRACKETS = re.compile(
    rf"\((?=\d\d(?:\.|\s{{1,3}})\d{{3}}{SPACE}{DASH}?{SPACE}(?:[IVX]{{1,6}}[AB]?|[A-M])?{SPACE}{DASH}{SPACE}\d{{1,4}}\)"
    rf"|\d{{5}}{SPACE}{DASH}?{SPACE}(?:[IVX]{{1,6}}[AB]?|[A-M]){SPACE}{DASH}{SPACE}\d{{1,4}}\))"
)
_DASHED_WHOLE = re.compile(rf"(?<![\w/.-])\d{{5}}{DASH}[IVX]{{1,6}}[AB]?{DASH}\d{{1,4}}(?![\w-])")
_CHAMBER_BEFORE = re.compile(rf"(?:{word('tweede')}|{word('eerste')}){SPACE}{word('kamer')}[\s,]{{0,4}}+$")
_MAY_CITE = re.compile(
    r"[^,()A-Za-z]{4,22}+[\s,()]{0,4}+(?:\d|[Kk]amer|[Dd]ossier|[Nn]r|[IE]|A(?:vdH|\.?H|anh\.)"
    r"|[Aa]anhangsel[\s(-]{0,3}(?:[hHnN(,]|van\s{1,3}de\s{1,3}Hand\w{2,8}[\s,]{1,3}[\dn(]))"
)
"""What stands behind *vergaderjaar* and a year in a citation, but not in the foot of a page."""

_COMPOUND_BEFORE = re.compile(r"(?i:kamer|initiatief|wet|belasting|begrotings)$")


class _Head(NamedTuple):
    """What is printed between the cue and the first dossier."""

    first_chamber: bool
    year: SessionYear | None
    end: int


_NO_HEAD = _Head(first_chamber=False, year=None, end=0)


def find_paper(reading: Reading, start: int, end: int) -> int:
    """At the word *Kamerstuk(ken)*."""
    word_end = _WORD_END.match(reading.text, end)
    return _read(reading, start, word_end.end(), alone=True, cued=True) if word_end else 0


def find_dossier(reading: Reading, start: int, end: int) -> int:
    """At the words *dossier*, *Kst.*, *wetsvoorstel*, directly before a number."""
    text = reading.text
    if start and text[start - 1].isalpha():
        before = _COMPOUND_BEFORE.search(text, max(start - 12, 0), start)
        if before is None:
            return 0
        start = before.start()
    head = _head(text, end)
    first = match_dossier(text, head.end)
    if first is None or not (match_papers(text, first.end) or _IN_A_SENTENCE.match(text, first.end)):
        return 0
    return _read(reading, start, end, alone=True)


def find_after_session_year(reading: Reading, start: int, end: int) -> int:
    """At the word *vergaderjaar*: `Tweede Kamer, vergaderjaar 2023–2024, 19 637, nr. 3198`."""
    if _MAY_CITE.match(reading.text, end) is None:
        return 0
    if match_session_year(reading.text, start, cue=True) is None:
        return 0
    before = _CHAMBER_BEFORE.search(reading.text, max(reading.consumed, start - 40), start)
    begin = before.start() if before else start
    return _read(reading, begin, begin, alone=False, cued=True)


def find_chamber(reading: Reading, start: int, end: int) -> int:
    """At *Eerste Kamer*, *Tweede Kamer*, *EK* or *TK*: `Eerste Kamer, 36 373, H`."""
    if start and reading.text[start - 1].isalnum():
        return 0
    return _read(reading, start, start, alone=False)


def find_bare(reading: Reading, start: int, end: int) -> int:
    """At *nr.*: a dossier without a cue stands before it, `de motie-Akerboom, 36 410 XIV, nr. 9`."""
    text = reading.text
    if text[max(start - 8, 0) : start].rstrip(" ,;:(–-\n\r\t\xa0")[-1:] not in _ENDS_LIKE_DOSSIER:
        return _on_paper(reading, start)
    low = max(reading.consumed, start - _BARE_REACH)
    before = _BARE.search(text, low, start)
    if before is None or int(re.sub(r"\D", "", before[1])) < LOWEST_BARE:
        return 0
    return _read(reading, before.start(), before.start(), alone=False)


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


def _on_paper(reading: Reading, start: int) -> int:
    """At *nr.* behind *stuk*: `de motie op stuk nr. 133 (31 125)`, as it is said in debates."""
    text = reading.text
    before = _ON_PAPER.search(text, max(reading.consumed, start - 12), start)
    match = _IN_DOSSIER.match(text, start) if before else None
    dossier = match_dossier(text, match.start(2)) if match else None
    if before is None or match is None or dossier is None:
        return 0
    paper = Paper(PrintedNumber(match[1].lstrip("0") or "0", match.start(1), match.end(1)), None)
    _add_paper(reading, before.start(), dossier.end, dossier, paper, _NO_HEAD, None)
    return dossier.end


def _read(reading: Reading, start: int, position: int, *, alone: bool, cued: bool = False) -> int:
    """Everything cited behind one cue.

    `alone`: a dossier without a paper counts too; `cued`: the cue is so clear that *nr.* may be missing.
    """
    text = reading.text
    head = _head(text, position)
    if head.year is not None:
        appendix = read_appendix(reading, start, head.year.end, head.year)
        if appendix:
            return appendix
    dossiers = _dossiers(text, head)
    end = 0
    while dossiers:
        sure = cued and len(dossiers[-1].number) == 5
        papers = match_papers(text, dossiers[-1].end, lettered=head.first_chamber, cued=sure)
        if not papers and head.first_chamber and len(dossiers) == 1:
            dossiers, papers = _letter_without_comma(dossiers[0])
        if not papers:
            alone = alone and len(dossiers[0].number) == 5
            return _add_dossiers(reading, start, dossiers) if alone and not end else end
        end = _add_papers(reading, start, dossiers, papers, head)
        more = _MORE_DOSSIERS.match(text, end)
        head = _Head(head.first_chamber, head.year, more.end()) if more else head
        dossiers = _more_dossiers(text, more.end()) if more else []
        start = dossiers[0].start if dossiers else end
        alone = False
    return end


def _head(text: str, position: int) -> _Head:
    plain = _PLAIN_DOSSIER.match(text, position)
    if plain:
        return _Head(first_chamber=False, year=None, end=plain.end())
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


def _letter_without_comma(dossier: Dossier) -> tuple[list[Dossier], list[Paper]]:
    """`Kamerstukken I, 35 570 C`: a letter of the Eerste Kamer, or a fund of the budget."""
    letter = dossier.suffix
    if letter is None or len(letter) > 1:
        return [dossier], []
    return [dossier._replace(suffix=None)], [lone_letter(letter, dossier.end)]


def _add_papers(
    reading: Reading, start: int, dossiers: list[Dossier], papers: list[Paper], head: _Head
) -> int:
    main, *others = dossiers
    last = papers[-1]
    trailing = None if head.year or last.closed else match_session_year(reading.text, last.end, cue=True)
    for paper in papers:
        end = trailing.end if trailing and paper is last else paper.end
        begin = start if paper is papers[0] else paper.number.start
        _add_paper(reading, begin, end, main, paper, head, head.year or trailing)
    _add_dossiers(reading, None, others)
    return trailing.end if trailing else last.end


def _add_paper(
    reading: Reading,
    start: int,
    end: int,
    dossier: Dossier,
    paper: Paper,
    head: _Head,
    year: SessionYear | None,
) -> None:
    identifier = _identifier(dossier, paper, head, year)
    status = _status(dossier, paper)
    reading.add(
        "kamerstuk",
        start,
        end,
        identifier,
        None if status == "unresolved" else addresses.publication(identifier),
        status,
        dossier=dossier.number,
        dossier_suffix=dossier.suffix,
        number=paper.number.value,
        session_year=year.name if year else None,
        page_from=paper.pages.first if paper.pages else None,
        page_to=paper.pages.last if paper.pages else None,
    )


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


def _identifier(dossier: Dossier, paper: Paper, head: _Head, year: SessionYear | None) -> str:
    number = paper.number.value
    parts = ["kst", dossier.identifier, number]
    old = year is not None and year.first is not None and year.first < FIRST_YEAR_WITHOUT_YEAR_IN_ID
    if old and head.first_chamber and not number.isdigit() and year and year.digits:
        parts.insert(1, year.digits)
    return "-".join(parts)


def _status(dossier: Dossier, paper: Paper) -> Status:
    number = paper.number
    if not dossier.possible:
        return "unresolved"
    if number.value.isdigit():
        if not dossier.can_hold(int(number.value)):
            return "unresolved"
        return "resolved" if number.certain else "ambiguous"
    # "Kamerstukken I, 35 570 C": a letter of the Eerste Kamer or a fund of the budget
    return "ambiguous" if paper.without_comma else "resolved"
