"""The numbers of articles and what is printed behind them: `161quater, eerste lid, aanhef en onder b`."""

from __future__ import annotations

import re
from typing import NamedTuple

from kamervragen.references.notation import DASH, GAP, MONTH, SPACE

RANGE_CAP = 25
"""A range of more articles than this is read as its two ends only."""

_LATIN = r"(?:bis|ter|quater|quinquies|sexies|septies|octies)"
_UNITS = (
    r"(?:miljoen|miljard|jaar|jaren|euro|keer|maal|weken|dagen|dag|uur|uren|maanden|minuten|vragen|pagina|procent|"
    r"personen|mensen|woorden)"
)
_NUMBER = re.compile(
    rf"(\d{{1,2}}\s{{0,3}}:\s{{0,3}}\d{{1,3}}[a-z]?(?=\s{{1,3}}(?:BW|Awb|Wft)\b)"
    rf"|\d{{1,4}}(?:[.:]\d{{1,3}}[a-z]?){{0,4}}"
    rf"(?:{SPACE}{_LATIN}\b|[a-z]{{1,2}}(?=(?:van|vande)\b|[A-Z][a-z]{{2}})"
    rf"|(?!en\b|of\b|van\b|lid\b|jo\b|tm\b)[a-z]{{1,4}}(?![A-Za-z])|[A-Z](?![A-Za-z]))?)"
    rf"(?![\d%]|/\d|-[a-z]{{2}}|[.:]\d|{SPACE}{MONTH}|{GAP}{_UNITS}\b)"
)
_ROMAN = re.compile(r"([IVX]{1,6}[A-Z]?)(?![\w&’'-])")
_ORDINAL = (
    r"(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)?-?(?:en)?(?:twintig|dertig|veertig|vijftig|zestig)ste|eerste|tweede|derde|"
    r"vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende|vijftiende|zestiende|"
    r"zeventiende|achttiende|negentiende|laatste|\d{1,2}[eE])"
)
_JOIN = rf"{SPACE}(?:,{SPACE}en\b|,|en\b|of\b|t/m|tot{GAP}en{GAP}met|jo\.|{DASH}){SPACE}"
_UNIT = r"(?:leden|lid|volzin|zin|alinea|gedachtestreepje|onderdelen|onderdeel)"
_PART = r"(?:leden|lid|onderdelen|onderdeel|onder|sub|letters|letter|punt|alinea)"
_MARK = r"(?:\d{1,2}[°ºo]?(?!\d)|[a-z]{1,2}(?![a-zà-ÿ])|[ivx]{1,4}(?![a-z])|[A-Z](?![A-Za-z]))"
_QUALIFIER = re.compile(
    rf"[\s,]{{0,8}}+(?:(?:en|jo\.|juncto|\(en){SPACE})?(?:{_ORDINAL}(?:{_JOIN}{_ORDINAL}){{0,5}}{SPACE}{_UNIT}\b\)?"
    rf"|(?:aanhef{GAP}en{GAP})?\(?{_PART}{SPACE}{_MARK}(?:{_JOIN}{_MARK}(?={SPACE}[,.;)]|{GAP}|$)){{0,6}}\)?"
    rf"|aanhef\b|en{GAP}(?:verder|volgende)\b|e\.?v\.|\((?:oud|nieuw)\)|\((?:\d{{1,2}}|[a-z])\)"
    rf"|boek{GAP}\d{{1,2}}a?(?={SPACE},))"
)
_LEADING = re.compile(r"\d{4}(?![.:\d])")
_AROUND_COLON = re.compile(r"\s*:\s*")
_CAN_QUALIFY = re.compile(r"\s{0,8}+[,(]|\s{1,8}+[a-z\d]")


class Article(NamedTuple):
    """One article and where its number is printed; `end` is behind its paragraphs and parts."""

    number: str
    start: int
    number_end: int
    end: int


def match_article(text: str, position: int) -> Article | None:
    """The article whose number stands at `position`; a year is none."""
    match = _NUMBER.match(text, position)
    if match is None or 1900 <= _leading(match[1]) <= 2100:
        return None
    return Article(
        _on_one_line(match[1]), match.start(1), match.end(1), _behind_qualifiers(text, match.end(1))
    )


def match_roman_article(text: str, position: int) -> Article | None:
    """The article of a law that amends others, which has a Roman number: `II, onderdeel B`."""
    match = _ROMAN.match(text, position)
    if match is None:
        return None
    return Article(match[1], match.start(1), match.end(1), _behind_qualifiers(text, match.end(1)))


def between(first: Article, last: Article) -> list[Article]:
    """The articles inside a range, where they can be counted: `3 t/m 6`, `7.12 t/m 7.14`, `137c t/m 137e`."""
    low, high = (
        re.fullmatch(r"(.*?)(\d+|[a-z])", first.number),
        re.fullmatch(r"(.*?)(\d+|[a-z])", last.number),
    )
    if low is None or high is None or low[1] != high[1] or low[2].isdigit() != high[2].isdigit():
        return []
    if low[2].isdigit():
        numbers = [str(n) for n in range(int(low[2]) + 1, int(high[2]))]
    else:
        numbers = [chr(n) for n in range(ord(low[2]) + 1, ord(high[2]))]
    if len(numbers) >= RANGE_CAP:
        return []
    return [Article(low[1] + number, first.start, last.number_end, last.end) for number in numbers]


def _on_one_line(printed: str) -> str:
    """`161 quater`, `6 : 162` and the like without stray white space."""
    if printed.isalnum():
        return printed
    return _AROUND_COLON.sub(":", " ".join(printed.split()))


def _leading(number: str) -> int:
    match = _LEADING.match(number)
    return int(match[0]) if match else 0


def _behind_qualifiers(text: str, position: int) -> int:
    """Behind `, eerste lid, aanhef en onder b`."""
    for _ in range(8):
        match = _QUALIFIER.match(text, position) if _CAN_QUALIFY.match(text, position) else None
        if match is None:
            break
        position = match.end()
    return position
