"""Articles of laws: `artikel 8, derde lid, van de Wet dieren`, `artikelen 173 en 173b Sr`, `art. 7:658 BW`.

One row per article. Articles of a budget, of a newspaper or of anything that is no law are left out where
the words around them show it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamervragen.references import addresses
from kamervragen.references.law_names import match_law
from kamervragen.references.law_table import LawName, book_of_civil_code, is_civil_code, match_known
from kamervragen.references.notation import DASH, GAP, MONTH, SPACE
from kamervragen.references.reading import Reading

_NUMBER = re.compile(
    rf"(\d{{1,4}}(?:[.:]\d{{1,3}}[a-z]?){{0,4}}(?:{SPACE}(?:bis|ter|quater|quinquies|sexies|septies|octies)\b|"
    rf"(?!en\b|of\b|van\b|lid\b)[a-z]{{1,4}}(?![A-Za-z])|[A-Z](?![A-Za-z]))?)"
    rf"(?![\d%]|/\d|-\d|-[a-z]{{3}}|[.:]\d|{SPACE}{MONTH}|{GAP}(?:miljoen|miljard|jaar|euro)\b)"
)
_PLURAL = re.compile(rf"(?:{DASH}?{SPACE}en)?{SPACE}(?=\d)")
_ORDINAL = (
    r"(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)?-?(?:en)?(?:twintig|dertig|veertig|vijftig|zestig)ste|eerste|tweede|derde|"
    r"vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende|vijftiende|zestiende|"
    r"zeventiende|achttiende|negentiende|laatste|\d{1,2}[eE])"
)
_JOIN = rf"{SPACE}(?:,{SPACE}en\b|,|en\b|of\b|t/m|tot en met|jo\.|{DASH}){SPACE}"
_UNIT = r"(?:leden|lid|volzin|zin|alinea|gedachtestreepje|onderdelen|onderdeel)"
_MARK = r"(?:\d{1,2}[°ºo]?(?!\d)|[a-z]{1,2}(?![a-zà-ÿ])|[ivx]{1,4}(?![a-z]))"
_QUALIFIER = re.compile(
    rf"[\s,]{{0,8}}+(?:(?:en|jo\.|juncto|\(en){SPACE})?(?:{_ORDINAL}(?:{_JOIN}{_ORDINAL}){{0,5}}{SPACE}{_UNIT}\b\)?"
    rf"|(?:aanhef{GAP}en{GAP})?(?:leden|lid|onderdelen|onderdeel|onder|sub|letter|punt|alinea){SPACE}{_MARK}(?:{_JOIN}{_MARK}(?={SPACE}[,.;)]|{GAP}|$)){{0,6}}"
    rf"|aanhef\b|en{GAP}(?:verder|volgende)\b|e\.v\.|\((?:oud|nieuw)\))"
)
_MORE = re.compile(
    rf"{SPACE}(?P<join>,{SPACE}(?:en|of)\b|,|;|en/of|en\b|of\b|tot{GAP}en{GAP}met|t/m|jo\.?|juncto){SPACE}(?:(?:de{SPACE})?(?:artikel(?:en)?|art\.){SPACE})?(?=\d)"
)
_STOPS = re.compile(rf"{SPACE}(?:[,;:.)\]?!]|$|(?:en|of|van|uit|tot|jo)\b|t/m)|\s*\n")
_GLUED_BEFORE = re.compile(
    r"(?<![a-zà-ÿ])(?:in|op|van|onder|ex|uit|aan|met|en|of|de|volgens|conform|bij|wets|grondwets|verdrags)$",
    re.IGNORECASE,
)
_NEWSPAPER_BEFORE = re.compile(
    rf"\b(?:het|dit|dat|een|uw|bewuste|betreffende|genoemde|bovengenoemde|voornoemde|kranten|nieuws|opinie|nrc|ad){DASH}?{SPACE}$",
    re.IGNORECASE,
)
_BUDGET_BEFORE = re.compile(rf"(?:\b(?:op|onder|binnen|voor){SPACE}(?:de{SPACE})?)$", re.IGNORECASE)
_LEGAL_BEFORE = re.compile(
    rf"(?:beroep|inbreuk|grond|basis|uitzondering|gelet|gebaseerd|verwijzing){SPACE}op{SPACE}(?:de{SPACE})?$",
    re.IGNORECASE,
)
_BUDGET_BEHIND = re.compile(
    rf"{SPACE}(?:\(|–|-|«)?{SPACE}(?:(?:van|in|op){SPACE}de{SPACE}(?:begroting|rijksbegroting)|(?!Wet|Besluit)[A-Z][a-z]{{2,}})"
)
_FROM_ABBREVIATION = re.compile(
    r"(?<![\w.:/,-])(\d{1,4}(?:(?::\d{1,3}[a-z]?)|(?!e\b|m\b|u\b|k\b|x\b)[a-z]{1,4}|(?<=\(\d)|(?<=\(\d\d)|(?<=\(\d\d\d)))$"
)
_COLON_ARTICLE = re.compile(r"(?<![\w.:/,-])(\d{1,2}a?:[1-9]\d{0,2}[a-z]?)\s{1,5}(?=[A-Za-z])")
_WORD_START = re.compile(r"(?<![\w-])[A-Z]")
_NAME_REACH = 90
_MOST_ARTICLES = 40


@dataclass(frozen=True, slots=True)
class _Article:
    """One article and where its number is printed; `end` is behind its paragraphs and parts."""

    number: str
    start: int
    number_end: int
    end: int


def find_article(reading: Reading, start: int, end: int) -> int:
    """At *artikel*, *artikelen*, *art.*."""
    text = reading.text
    plural = _PLURAL.match(text, end)
    if plural is None or not _may_be_law(text, start):
        return 0
    articles, law = _read_articles(text, plural.end())
    if not articles:
        return 0
    law = law or _law_before(text, start, reading.consumed)
    qualified = articles[-1].end > articles[-1].number_end or len(articles[0].number) > 3
    if law is None and not qualified and _of_budget(text, start, articles[-1].end):
        return 0
    return _add(reading, start, articles, law)


def find_colon_article(reading: Reading, start: int, end: int) -> int:
    """At the colon of an article that stands before its law without a cue: `3:2 Awb`, `7:658 BW`."""
    text = reading.text
    match = _COLON_ARTICLE.match(text, max(reading.consumed, start - 2)) or _COLON_ARTICLE.match(
        text, start - 1
    )
    law = match_known(text, match.end()) if match and match.end(1) > start else None
    if match is None or law is None:
        return 0
    return _add(
        reading, match.start(1), [_Article(match[1], match.start(1), match.end(1), match.end(1))], law
    )


def find_abbreviation(reading: Reading, start: int, end: int) -> int:
    """At the abbreviation of a code (behind a space): `126j Sv`, `(12 Sv)`."""
    text = reading.text
    low = max(reading.consumed, start - 12)
    before = _FROM_ABBREVIATION.search(text, low, start) if text[start - 1 : start].isalnum() else None
    law = match_known(text, start + 1) if before else None
    if before is None or law is None or law.end != end:
        return 0
    return _add(reading, before.start(1), [_Article(before[1], before.start(1), start, start)], law)


def _read_articles(text: str, position: int) -> tuple[list[_Article], LawName | None]:
    """The list of articles at `position`, and the law that is named behind the last of them."""
    articles: list[_Article] = []
    while len(articles) < _MOST_ARTICLES:
        number = _NUMBER.match(text, position)
        if number is None or 1900 <= _leading(number[1]) <= 2100:
            break
        end = _behind_qualifiers(text, number.end(1))
        law = match_law(text, end)
        more = None if law else _MORE.match(text, end)
        if articles and law is None and more is None and not _STOPS.match(text, end):
            break
        articles.append(_Article(" ".join(number[1].split()), number.start(1), number.end(1), end))
        if law:
            return articles, law
        if more is None:
            break
        position = more.end()
    return articles, None


def _leading(number: str) -> int:
    match = re.match(r"\d+(?![.:\d])", number)
    return int(match[0]) if match else 0


def _behind_qualifiers(text: str, position: int) -> int:
    """Behind `, eerste lid, aanhef en onder b`."""
    for _ in range(8):
        match = _QUALIFIER.match(text, position)
        if match is None:
            break
        position = match.end()
    return position


def _may_be_law(text: str, start: int) -> bool:
    before = text[max(0, start - 16) : start]
    if before and (before[-1].isalpha() or before[-1] in "-‐@/_") and not _GLUED_BEFORE.search(before):
        return False
    return _NEWSPAPER_BEFORE.search(before) is None


def _of_budget(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    if _BUDGET_BEHIND.match(text, end):
        return True
    return bool(_BUDGET_BEFORE.search(before)) and not _LEGAL_BEFORE.search(before)


def _law_before(text: str, start: int, consumed: int) -> LawName | None:
    """The law named directly in front: `Wabo, art. 2.12`, `Burgerlijk Wetboek Boek 7, Artikel 658`."""
    low = max(consumed, start - _NAME_REACH)
    for word in _WORD_START.finditer(text, low, start):
        law = match_known(text, word.start())
        if law and law.end <= start and not text[law.end : start].strip(" ,(\n"):
            return LawName(law.name, law.bwb_id, word.start(), word.start())
    return None


def _add(reading: Reading, start: int, articles: list[_Article], law: LawName | None) -> int:
    last = articles[-1]
    law_end = law.end if law and law.end > last.end else last.end
    begin = min(start, law.end) if law and law.end < start else start
    for place, article in enumerate(articles):
        bwb_id = _bwb_id(law, article)
        reading.add(
            "law",
            article.start if place else begin,
            law_end if article is last else article.number_end,
            bwb_id,
            addresses.article(bwb_id, article.number) if bwb_id else None,
            "resolved" if bwb_id else "unresolved",
            article=article.number,
            law=law.name if law else None,
        )
    return max(last.end, law.consumed if law else 0)


def _bwb_id(law: LawName | None, article: _Article) -> str | None:
    if law is None or law.name is None:
        return None
    return book_of_civil_code(article.number) if is_civil_code(law.name) else law.bwb_id
