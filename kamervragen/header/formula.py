"""The formulas of published headers: whom questions are put to, and who answers them.

`… aan de Ministers van X en van Y over …`, `Antwoord van Minister De Jonge (X), mede namens … (ontvangen
4 februari 2025)`, `Mededeling van …`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kamervragen.header.dates import find_dates
from kamervragen.header.offices import Office, consecutive_offices
from kamervragen.header.page import Page, page_of
from kamervragen.header.when import RECEIVED

AnswerKind = Literal["answer", "postponement"]

# "Antwoord van …", "Nader antwoord van …", "Uitstelmededeling van …"; a title may quote the same words.
_OPENS = re.compile(
    r"[AaMmUu](?i:(?<=a)ntwoord(?:en)?|(?<=m)ededeling|(?<=u)itstelbericht)"
    r"(?i:\s{0,3}(?:van(?-i:(?![^\W\d_A-ZÀ-Þ]))|(?=minister|staatssecretaris))\s{0,3})"
)
_WORDS_BEFORE = re.compile(r"(?:(?<!\w)\w{1,15}\s{1,3})?\w{0,10}$")
_NO_OPENING = re.compile(r"(?:Het|Dit|Dat|Een|Uw|Mijn|Uit|In|Op)\s")
_NOT_BEFORE = re.compile(r"[^\W\d_]|[«“„\"'‘’(]")
_ON_QUESTIONS = re.compile(r"\b(?:kamer)?vragen\b", re.IGNORECASE)
_LONGEST_FORMULA = 1_500
_LONGEST_COMPOUND = 10
_BEFORE_RECEIPT = re.compile(r"[(\[{]\s{0,3}$")
# The same where the day of receipt is not printed; then brackets must show that a person answers.
_UNDATED = re.compile(
    r"(?:^|[.)*]\s{0,3})\**(?P<kind>(?:nader\s{1,3})?antwoord|mededeling)\s{0,3}van\s{0,3}"
    r"(?P<who>(?:de\s{1,3})?(?:minister|staatssecretaris)[^\n]{3,600})",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_QUESTIONS = 60_000
_OFFICIAL = r"(?:ministers?|staatssecretaris(?:sen)?|bewindsl\w{2,8})"
_THEY_ANSWERED = re.compile(
    rf"\b{_OFFICIAL}\s{{1,3}}(?:heeft|hebben)\s{{1,3}}(?:deze|de)\s{{1,3}}(?:vragen\s{{1,3}})?beantwoord"
    rf"|\bdoor\s{{1,3}}de\s{{1,3}}{_OFFICIAL}\s{{1,3}}gegeven\s{{1,3}}antwoorden",
    re.IGNORECASE,
)
_PUT_TO_COURT_OF_AUDIT = re.compile(r"\s{0,3}aan\s{1,3}de\s{1,3}algemene\s{1,3}rekenkamer\b", re.IGNORECASE)
_PUT_TO = re.compile(r"[\s,]{0,3}(?:[^.\n]{0,80}?\bvoorgelegd\s{1,3})?aan(?=\s|de\b)")
# The subject after the offices; "Financiënover het" lost a space.
_SUBJECT_BEGINS = re.compile(
    r"\n|\sover(?=[\s«‘“\"'„\dA-ZÀ-Þ])"
    r"|over(?<=[^\W\d_].{4})(?<!daarover)(?<!hierover)(?<!waarover)(?<!tegenover)(?=\s|[«‘“\"'„\dA-ZÀ-Þ])"
)
_ADDRESSED = 1_500
"""The offices that questions are put to are named within so many characters after the askers."""


@dataclass(frozen=True, slots=True)
class PutTo:
    """Whom questions are put to: where the phrase ends, and the offices in it or the Court of Audit."""

    end: int
    offices: tuple[Office, ...] = ()
    court_of_audit: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """The formula over a published answer: what it announces, its span in the prose, and who answers."""

    kind: AnswerKind
    start: int
    end: int
    offices: tuple[Office, ...]


def read_put_to(prose: str, position: int) -> PutTo:
    """`aan de Ministers van X en van Y` at `position`, where the names of the askers end."""
    put_to = _PUT_TO.match(prose, position)
    offices = consecutive_offices(_addressed(prose, put_to.end())) if put_to else ()
    if put_to and offices:
        return PutTo(put_to.end() + offices[-1].end, offices)
    return PutTo(position, court_of_audit=_PUT_TO_COURT_OF_AUDIT.match(prose, position) is not None)


def _addressed(prose: str, start: int) -> str:
    """What may name offices: up to the subject."""
    subject = _SUBJECT_BEGINS.search(prose, start, start + _ADDRESSED)
    return prose[start : subject.start() if subject else start + _ADDRESSED]


def read_answered(prose: str) -> Answered | None:
    """The `Antwoord van …` or `Mededeling van … (ontvangen …)` of a published answer.

    Where an answer stands under the notice that it would be late, the answer counts.
    """
    found = [one for receipt in RECEIVED.finditer(prose) if (one := _dated(prose, receipt))]
    if not found and _OPENS.search(prose):
        undated = (one for match in _UNDATED.finditer(prose) if (one := _undated(match)))
        found = [one for one in undated if one.offices[0].name]
    return next((one for one in found if one.kind == "answer"), next(iter(found), None))


def _dated(prose: str, receipt: re.Match[str]) -> Answered | None:
    """What leads up to `(ontvangen …)`, from the last "Antwoord van" before it."""
    bracket = _BEFORE_RECEIPT.search(prose, max(receipt.start() - 5, 0), receipt.start())
    if not bracket and not _date_follows(prose[receipt.end() : receipt.end() + 40]):
        return None
    earliest = max(receipt.start() - _LONGEST_FORMULA, prose.rfind("\n", 0, receipt.start()) + 1)
    end = bracket.start() if bracket else receipt.start()
    for opens in reversed(list(_OPENS.finditer(prose, earliest, receipt.start()))):
        start = _start_of_formula(prose, opens.start(), earliest)
        if start is not None:
            who = prose[opens.end() : end]
            offices = consecutive_offices(who)
            if not offices or _is_over_an_annex(who, offices):
                return None
            return Answered(_kind(opens[0]), start, end, offices)
    return None


def _is_over_an_annex(who: str, offices: tuple[Office, ...]) -> bool:
    """Whether it is a letter's: `Antwoorden van de minister van X op Kamervragen over mist (ontvangen …)`."""
    named = any(one.name for one in offices)
    return not named and _ON_QUESTIONS.search(who, offices[-1].end) is not None


def _start_of_formula(prose: str, position: int, earliest: int) -> int | None:
    """Where a formula begins whose word is at `position`: at a capital, perhaps in the word before it."""
    before = _WORDS_BEFORE.search(prose, max(position - 40, earliest), position)
    for start in sorted({before.start() if before else position, _compound(prose, position), position}):
        starts = "A" <= prose[start] <= "Z" and not (start and _NOT_BEFORE.match(prose, start - 1))
        if starts and not _NO_OPENING.match(prose, start):
            return start
    return None


def _compound(prose: str, position: int) -> int:
    """The start of the word that the one at `position` is the end of: "Uitstelmededeling"."""
    start = position
    while start and prose[start - 1].isalpha() and position - start < _LONGEST_COMPOUND:
        start -= 1
    return start


def _date_follows(text: str) -> bool:
    return any(found.start < 10 for found in find_dates(text))


def _undated(found: re.Match[str]) -> Answered | None:
    offices = consecutive_offices(found["who"])
    return Answered(_kind(found["kind"]), found.start(), found.end(), offices) if offices else None


def _kind(printed: str) -> AnswerKind:
    return "answer" if "antwoord" in printed.lower() else "postponement"


def answered_below(text: str, start: int) -> tuple[Answered, str] | None:
    """The formula between questions and answers, where it stood before 2010, and the prose it is in."""
    for opening in ("Antwoord van ", "Mededeling van "):
        place = text.find(opening, start, start + _LONGEST_QUESTIONS)
        while place >= 0:
            if not text[text.rfind("\n", 0, place) + 1 : place].strip(" *"):
                prose = page_of(text, place, place + _LONGEST_FORMULA).prose
                answered = read_answered(prose)
                if answered and answered.start == 0:
                    return answered, prose
            place = text.find(opening, place + 1, start + _LONGEST_QUESTIONS)
    return None


def answered_by_whom_was_asked(head: Page) -> bool:
    """Whether a list of questions says that those it was put to have answered."""
    return _THEY_ANSWERED.search(head.prose) is not None
