"""Articles of laws: `artikel 8, derde lid, van de Wet dieren`, `artikelen 173 en 173b Sr`, `art. 7:658 BW`.

One row per article. Articles of a budget, of a newspaper or of anything that is no law are left out where
the words around them show it.
"""

from __future__ import annotations

import re

from kamervragen.references import addresses
from kamervragen.references.articles import Article, between, match_article, match_roman_article
from kamervragen.references.law_names import is_medium, match_law
from kamervragen.references.law_table import (
    LawName,
    book_of_civil_code,
    match_known,
    may_end_name,
)
from kamervragen.references.notation import DASH, GAP, SPACE, stop
from kamervragen.references.reading import Reading

_BEFORE_NUMBER = re.compile(rf"(?i:{DASH}?{SPACE}en)?\.?{SPACE}(?:n[ru]\w{{0,6}}\.?{SPACE})?(?=\d)")
_BEFORE_ROMAN = re.compile(r"\s{1,3}(?=[IVX])")
_AGAIN = rf"(?:(?:de{SPACE})?(?:artikel(?:en)?|art\.){SPACE})?"
_TOGETHER = rf"(?:gelezen{GAP})?in{GAP}(?:samenhang|combinatie|verbinding){GAP}met\b"
_MORE = re.compile(
    rf"{SPACE}(?P<join>,{SPACE}(?:(?:en/)?of|en|juncto|jo)\b\.?|,|;|en/of|en\b|of\b|jo\b\.?|juncto\b|j°"
    rf"|dan{GAP}wel\b|alsmede\b|{_TOGETHER}|(?P<through>tot{GAP}en{GAP}met\b|t/?m\b|{DASH}(?=\d)))"
    rf"{SPACE}{_AGAIN}(?=\d)"
)
_LETTERS = re.compile(rf"{DASH}([a-z])(?![a-z])")
_STOPS = re.compile(stop(",;:.)?!]", "en|of|van|uit|tot|jo|t/m"))
_CONTINUES = re.compile(rf"{SPACE}(?:[,;]|{DASH}\d|en|of|jo|ju|j°|tot|t/?m|dan|als|in|gel)")
_GLUED_BEFORE = re.compile(
    r"(?<![a-zà-ÿ])(?:in|op|van|onder|ex|uit|aan|met|en|of|de|volgens|conform|bij|wets|grondwets|verdrags)$",
    re.IGNORECASE,
)
_NEWSPAPER_BEFORE = re.compile(
    rf"\b(?:het|dit|dat|een|uw|the|bewuste|betreffende|genoemde|bovengenoemde|voornoemde|kranten|nieuws|opinie|nrc|ad){DASH}?{SPACE}$",
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
_COLON_ARTICLE = re.compile(r"(?<![\w.:/,-])(\d{1,2}a?:[1-9]\d{0,2}[a-z]?)(?=\s{1,5}[A-Za-z]|[^\w:.]|$)")
_CODE_BEFORE = re.compile(
    r"(?<!\w)(?:BW|Awb|AWB|Wft|Burgerlijk\s{1,3}Wetboek|Algemene\s{1,3}wet\s{1,3}bestuursrecht)\s{1,3}$"
)
_LAST_WORD = re.compile(r"(\w+)[\s,(]{1,6}$")
_WORD_START = re.compile(r"(?<![\w-])[A-Z]")
_PLURAL_ENDS = {"en", "tt"}
"""How *artikelen* and *artt.* end."""

_NAME_REACH = 90
_MOST_ARTICLES = 40


def find_article(reading: Reading, start: int, end: int) -> int:
    """At *artikel*, *artikelen*, *art.*."""
    text = reading.text
    before = text[max(0, start - 16) : start]
    if before and (before[-1].isalpha() or before[-1] in "-‐@/_") and not _GLUED_BEFORE.search(before):
        return 0
    number = _BEFORE_NUMBER.match(text, end)
    if number is None:
        return _amending_article(reading, start, end)
    plural = text[start : number.end()].rstrip(" .\n\r\t\xa0")[-2:].lower() in _PLURAL_ENDS
    articles, law = _read_articles(text, number.end(), plural=plural)
    if not articles:
        return 0
    law = law or _law_before(text, start, reading.consumed)
    if not _is_of_law(text, start, before, articles, law):
        return 0
    return _add(reading, start, articles, law)


def find_colon_article(reading: Reading, start: int, end: int) -> int:
    """At the colon of an article that stands without a cue beside its law: `3:2 Awb`, `BW 6:162`."""
    text = reading.text
    match = _COLON_ARTICLE.match(text, max(reading.consumed, start - 2)) or _COLON_ARTICLE.match(
        text, start - 1
    )
    if match is None or match.end(1) <= start:
        return 0
    article = Article(match[1], match.start(1), match.end(1), match.end(1))
    behind = text[match.end() : match.end() + 6]
    law = match_known(text, match.end() + len(behind) - len(behind.lstrip()))
    if law is None:
        code = _CODE_BEFORE.search(text, max(reading.consumed, article.start - 30), article.start)
        law = match_known(text, code.start()) if code else None
        law = law._replace(end=code.start(), consumed=code.start()) if law and code else None
    if law is None or (law.civil_code and book_of_civil_code(article.number) is None):
        return 0
    return _add(reading, article.start, [article], law)


def find_abbreviation(reading: Reading, start: int, end: int) -> int:
    """At the abbreviation of a code (behind a space): `126j Sv`, `(12 Sv)`."""
    text = reading.text
    low = max(reading.consumed, start - 12)
    behind = low + len(text[low:start].rstrip())
    before = _FROM_ABBREVIATION.search(text, low, behind) if text[behind - 1 : behind].isalnum() else None
    law = match_known(text, start + 1) if before else None
    if before is None or law is None or law.end != end:
        return 0
    return _add(reading, before.start(1), [Article(before[1], before.start(1), behind, behind)], law)


def _amending_article(reading: Reading, start: int, end: int) -> int:
    """`artikel II van de Wet dieren`: only with its law, for a Roman figure may be anything."""
    roman = _BEFORE_ROMAN.match(reading.text, end)
    article = match_roman_article(reading.text, roman.end()) if roman else None
    law = match_law(reading.text, article.end) if article else None
    return _add(reading, start, [article], law) if article and law and law.name else 0


def _read_articles(text: str, position: int, *, plural: bool) -> tuple[list[Article], LawName | None]:
    """The list of articles at `position`, and the law that is named behind the last of them.

    `plural`: behind *artikelen*, where a second number is an article whatever follows, and a dash a range.
    """
    articles: list[Article] = []
    through = False
    while len(articles) < _MOST_ARTICLES:
        article = match_article(text, position)
        if article is None:
            break
        letters = _LETTERS.match(text, article.end) if article.number[-1].isalpha() else None
        if letters:
            last = Article(article.number[:-1] + letters[1], article.start, letters.end(), letters.end())
            articles += [article, *between(article, last)]
            article = last
        law = match_law(text, article.end)
        more = None if law or not _CONTINUES.match(text, article.end) else _MORE.match(text, article.end)
        if articles and law is None and more is None and not plural and not _STOPS.match(text, article.end):
            break
        if through:
            articles += between(articles[-1], article)
        articles.append(article)
        if law:
            return articles, law
        if more is None or (more["join"][0] in "-‐‑–—" and not plural):
            break
        through = more["through"] is not None
        position = more.end()
    return articles, None


def _is_of_law(text: str, start: int, before: str, articles: list[Article], law: LawName | None) -> bool:
    """Whether these are articles of a law, and not of a newspaper or a budget."""
    if law is not None and (law.bwb_id is not None or law.name is None or law.civil_code):
        return True
    if _NEWSPAPER_BEFORE.search(before) or (law and law.name and is_medium(law.name)):
        return False
    qualified = articles[-1].end > articles[-1].number_end or len(articles[0].number) > 3
    return law is not None or qualified or not _of_budget(text, start, articles[-1].end)


def _of_budget(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    if _BUDGET_BEHIND.match(text, end):
        return True
    return bool(_BUDGET_BEFORE.search(before)) and not _LEGAL_BEFORE.search(before)


def _law_before(text: str, start: int, consumed: int) -> LawName | None:
    """The law named directly in front: `Wabo, art. 2.12`, `Burgerlijk Wetboek Boek 7, Artikel 658`."""
    low = max(consumed, start - _NAME_REACH)
    last = _LAST_WORD.search(text, max(low, start - 40), start)
    if last is None or not may_end_name(last[1]):
        return None
    for word in _WORD_START.finditer(text, low, start):
        law = match_known(text, word.start())
        if law and law.end <= start and not text[law.end : start].strip(" ,(\n"):
            return law._replace(end=word.start(), consumed=word.start())
    return None


def _add(reading: Reading, start: int, articles: list[Article], law: LawName | None) -> int:
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


def _bwb_id(law: LawName | None, article: Article) -> str | None:
    if law is None:
        return None
    return book_of_civil_code(article.number) if law.civil_code else law.bwb_id
