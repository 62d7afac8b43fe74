"""The formulas of a header, and the people in them.

Published answers: `Antwoord van Minister De Jonge (X), mede namens … (ontvangen 4 februari 2025)`,
`Mededeling van …`. Letters: `Antwoorden van de minister van X op Kamervragen`, and the signature.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from kamervragen.document import Participant
from kamervragen.header.dates import find_dates
from kamervragen.header.names import ministry_id
from kamervragen.header.offices import MINISTER_PRESIDENT, Office, read_offices
from kamervragen.header.page import Page, page_of, squeezed
from kamervragen.header.persons import is_person, tidy_name
from kamervragen.header.when import RECEIVED

AnswerKind = Literal["answer", "postponement"]

# "Antwoord van …", "Nader antwoord van …", "Uitstelmededeling van …"; a title may quote the same words.
_OPENS = re.compile(
    r"(?<![^\W\d_«“„\"'‘’(])(?=[A-Z])(?!(?:Het|Dit|Dat|Een|Uw|Mijn|Uit|In|Op)\s)(?i:(?:\w{1,15}\s{1,3})?(?:\w{1,10})?(?P<kind>antwoord(?:en)?|mededeling|uitstelbericht)"
    r"\s{0,3}(?:van(?![^\W\d_A-ZÀ-Þ])|(?=(?:minister|staatssecretaris)))\s{0,3})"
)
_LONGEST_FORMULA = 1_500
_BEFORE_RECEIPT = re.compile(r"[(\[{]\s{0,3}$")
# The same where the day of receipt is not printed; then brackets must show that a person answers.
_UNDATED = re.compile(
    r"(?:^|[.)*]\s{0,3})\**(?P<kind>(?:nader\s{1,3})?antwoord|mededeling)\s{0,3}van\s{0,3}"
    r"(?P<who>(?:de\s{1,3})?(?:minister|staatssecretaris)[^\n]{3,600})",
    re.IGNORECASE | re.MULTILINE,
)
_ON_BEHALF = re.compile(r"\b(?:mede|ook|tevens)[\s-]{0,3}namens\s{1,3}", re.IGNORECASE)
# "Mede namens de X, / De minister van Y, / naam": the line that follows is signed for itself.
_NEXT_SIGNATURE = re.compile(r"\n|,\s{1,3}De\s{1,3}(?=[Mm]inister|[Ss]taatssecretaris)")
_ON_QUESTIONS = re.compile(
    r"\b(?:antwoord(?:en)?|beantwoording)\s{1,3}van\s{1,3}(?P<who>(?:de\s{1,3}|het\s{1,3})?[^\n]{3,800}?)\s(?:op|bij)\s{1,3}"
    r"(?:de\s{1,3})?(?:\w{1,20}\s{1,3}){0,3}(?:kamer)?vragen\b",
    re.IGNORECASE,
)
_MAY_SIGN = re.compile(
    r"(?:mede\s{0,3})?(?:namens\s{0,3})?(?:de\s{0,3})?(?:demissionair\s{1,3})?(?:viceminister|vice-|minister|staats\s?secretaris)",
    re.IGNORECASE,
)
_NAMENS = re.compile(r"\bnamens\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:de|namens|van|aan|en)$")  # the line before belongs to the same sentence
_LINES_OF_AN_OFFICE = 3
_LINES_TO_A_NAME = 20
_LONGEST_GAP = 30  # between one office and the next: ", en mede namens de "
_FORMAL = re.compile(r"de\b.{0,300},$", re.IGNORECASE)  # "De minister van Justitie en Veiligheid,"
_NO_NAME = re.compile(r"\b(?:den haag|kamer|ministerie|postbus|bijlage|brief|datum|kenmerk)\b", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"\(?(?:w\.?\s?g\.?|getekend|namens (?:deze|dezen)),?\)?|\d{1,3}/\d{1,3}", re.IGNORECASE
)
_LONGEST_QUESTIONS = 60_000
_OFFICIAL = r"(?:ministers?|staatssecretaris(?:sen)?|bewindsl\w{2,8})"
_THEY_ANSWERED = re.compile(
    rf"\b{_OFFICIAL}\s{{1,3}}(?:heeft|hebben)\s{{1,3}}(?:deze|de)\s{{1,3}}(?:vragen\s{{1,3}})?beantwoord"
    rf"|\bdoor\s{{1,3}}de\s{{1,3}}{_OFFICIAL}\s{{1,3}}gegeven\s{{1,3}}antwoorden",
    re.IGNORECASE,
)
_PUT_TO_COURT_OF_AUDIT = re.compile(r"\s{0,3}aan\s{1,3}de\s{1,3}algemene\s{1,3}rekenkamer\b", re.IGNORECASE)
_COURT_OF_AUDIT_LINE = re.compile(r"algemene rekenkamer,?", re.IGNORECASE)
_COURT_OF_AUDIT = re.compile(
    r"antwoord(?:en)?\s{1,3}(?:van\s{1,3})?(?:de\s{1,3})?algemene\s{0,3}rekenkamer\s{1,3}(?:bij|op)\b",
    re.IGNORECASE,
)
# A signature where line ends were lost; only initials show that a name follows.
_SIGNED_IN_LINE = re.compile(
    r"\b[Dd]e\s(?=[Mm]inister|[Ss]taatssecretaris)(?P<office>[^.\n]{8,140}?),?\s(?P<name>(?:[A-Z]\.){1,6}\s?"
    r"(?:\([A-Z]\w{1,20}\)\s)?(?:(?:van|de|den|der|ten|ter)\s){0,3}[A-Z][\w’-]{1,40})"
)


@dataclass(frozen=True, slots=True)
class Answered:
    """The formula over a published answer: what it announces, its span in the prose, and who answers."""

    kind: AnswerKind
    start: int
    end: int
    offices: tuple[Office, ...]


def read_answered(prose: str) -> Answered | None:
    """The `Antwoord van …` or `Mededeling van … (ontvangen …)` of a published answer.

    Where an answer stands under the notice that it would be late, the answer counts.
    """
    dated = [one for receipt in RECEIVED.finditer(prose) if (one := _dated(prose, receipt))]
    undated = [one for found in _UNDATED.finditer(prose) if (one := _undated(found)) and one.offices[0].name]
    found = dated or undated
    return next((one for one in found if one.kind == "answer"), next(iter(found), None))


def _dated(prose: str, receipt: re.Match[str]) -> Answered | None:
    """What leads up to `(ontvangen …)`, from the last "Antwoord van" before it."""
    bracket = _BEFORE_RECEIPT.search(prose, max(receipt.start() - 5, 0), receipt.start())
    if not bracket and not _date_follows(prose[receipt.end() : receipt.end() + 40]):
        return None
    earliest = max(receipt.start() - _LONGEST_FORMULA, prose.rfind("\n", 0, receipt.start()) + 1)
    opens = deque(_OPENS.finditer(prose, earliest, receipt.start()), maxlen=1)
    if not opens:
        return None
    end = bracket.start() if bracket else receipt.start()
    offices = consecutive_offices(prose[opens[0].end() : end])
    return Answered(_kind(opens[0]), opens[0].start(), end, offices) if offices else None


def _date_follows(text: str) -> bool:
    return any(found.start < 10 for found in find_dates(text))


def _undated(found: re.Match[str]) -> Answered | None:
    offices = consecutive_offices(found["who"])
    return Answered(_kind(found), found.start(), found.end(), offices) if offices else None


def _kind(found: re.Match[str]) -> AnswerKind:
    return "answer" if "antwoord" in found["kind"].lower() else "postponement"


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


def consecutive_offices(phrase: str) -> tuple[Office, ...]:
    """The offices from the start of `phrase` on, as long as each follows upon the one before."""
    kept: list[Office] = []
    for office in read_offices(phrase):
        between = phrase[kept[-1].end if kept else 0 : office.start]
        if len(between) > _LONGEST_GAP or " over" in between:
            break
        kept.append(office)
    return tuple(kept)


def read_answerers(head: Page, tail: Page) -> tuple[Office, ...]:
    """Who answers in a letter: by its signature, and by what it says of itself and over its annex."""
    signed = list(_signatures(head.lines)) or list(_signed_in_line(head.prose))
    signed = signed or [one for one in _signatures(tail.lines) if one.name]
    formula = _ON_QUESTIONS.search(head.prose)
    named = consecutive_offices(formula["who"]) if formula else ()
    behalf = [
        replace(office, on_behalf_of=True)
        for found in _ON_BEHALF.finditer(head.prose)
        for office in consecutive_offices(
            _NEXT_SIGNATURE.split(head.prose[found.end() : found.end() + 600])[0]
        )
    ]
    return tuple(_once(sorted([*signed, *named, *behalf], key=lambda one: one.on_behalf_of)))


def signed_by_court_of_audit(head: Page) -> bool:
    """Whether it is the *Algemene Rekenkamer* that answers: a line of its own, or over the answers."""
    if any(_COURT_OF_AUDIT_LINE.fullmatch(line) for line in head.lines):
        return True
    return _COURT_OF_AUDIT.search(head.prose) is not None


def put_to_court_of_audit(prose: str, position: int) -> bool:
    """Whether the questions whose askers end at `position` are put to the *Algemene Rekenkamer*."""
    return _PUT_TO_COURT_OF_AUDIT.match(prose, position) is not None


def respondents(offices: Iterable[Office], on: date | None) -> Iterator[Participant]:
    """Offices as rows; `on` is the day that decides which department a name meant."""
    for one in offices:
        identifier = ministry_id(one.ministry, on) if one.ministry else None
        yield Participant(
            "respondent", one.name, None, one.office, one.ministry, identifier, one.on_behalf_of
        )


def _signatures(lines: tuple[str, ...]) -> Iterator[Office]:
    read_until = 0
    for i, line in enumerate(lines):
        if i < read_until or not _MAY_SIGN.match(line) or (i and _GOES_ON.search(lines[i - 1])):
            continue
        for count in range(_lines_of_office(lines, i), 0, -1):
            phrase = " ".join(lines[i : i + count])
            offices = read_offices(phrase)
            rest = phrase[offices[-1].end :].strip(" ,.:-–") if offices else ""
            if offices and offices[0].ministry and (not rest or (count == 1 and is_person(rest))):
                yield from _signed(offices, line, rest or _signer(lines, i, i + count))
                read_until = i + count
                break


def _lines_of_office(lines: tuple[str, ...], start: int) -> int:
    """How many lines the office at `start` may take: up to the next line that is signed for itself."""
    behalf = bool(_NAMENS.search(lines[start]))
    for count, line in enumerate(lines[start + 1 : start + _LINES_OF_AN_OFFICE], 1):
        premier = "president" in lines[start + count - 1].lower()
        if _MAY_SIGN.match(line) and not premier and (behalf or not _NAMENS.search(line)):
            return count
    return _LINES_OF_AN_OFFICE


def _signed_in_line(prose: str) -> Iterator[Office]:
    for found in _SIGNED_IN_LINE.finditer(prose):
        offices = read_offices(found["office"])
        if len(offices) == 1 and offices[0].ministry and offices[0].end == len(found["office"]):
            yield replace(offices[0], name=tidy_name(found["name"]))


def _signed(offices: tuple[Office, ...], line: str, name: str | None) -> Iterator[Office]:
    if offices[0].on_behalf_of:
        yield from offices
    elif name or _FORMAL.match(line):  # else it is a line of running text that happens to begin so
        themselves = [one for one in offices if not one.on_behalf_of]
        yield from themselves[:-1]
        yield replace(themselves[-1], name=themselves[-1].name or name)
        yield from offices[len(themselves) :]


def _signer(lines: tuple[str, ...], start: int, end: int) -> str | None:
    """The name below a signature's office, or right above it."""
    below = [line for line in lines[end : end + _LINES_TO_A_NAME] if line and not _NOT_A_NAME.fullmatch(line)]
    above = [line for line in lines[max(start - 3, 0) : start] if line][-1:]
    return next((tidy_name(line) for line in (*below[:2], *above) if _is_name(line)), None)


def _is_name(line: str) -> bool:
    return (
        len(line.split()) > 1
        and not _NO_NAME.search(line)
        and is_person(line)
        and line.split()[-1][0].isupper()
    )


def _once(offices: Iterable[Office]) -> Iterator[Office]:
    """Each office once; of two mentions the one with a name."""
    kept: dict[tuple[str, str | None], Office] = {}
    for one in offices:
        ministry = ministry_id(one.ministry) or squeezed(one.ministry) if one.ministry else None
        key = (one.office, ministry if one.office != MINISTER_PRESIDENT else None)
        if key not in kept or (kept[key].name is None and one.name):
            kept[key] = one if key not in kept else replace(kept[key], name=one.name)
    return iter(kept.values())
