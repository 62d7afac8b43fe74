"""The formulas of a header, and the people in them.

Published answers: `Antwoord van Minister De Jonge (X), mede namens … (ontvangen 4 februari 2025)`,
`Mededeling van …`. Letters: `Antwoorden van de minister van X op Kamervragen`, and the signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from kamervragen.document import Participant
from kamervragen.header.names import ministry_id
from kamervragen.header.offices import Office, read_offices
from kamervragen.header.page import Page, squeezed

AnswerKind = Literal["answer", "postponement"]

_RECEIVED = re.compile(
    r"(?<![^\W\d_])(?-i:(?=[A-Z]))(?P<kind>(?:\w{1,15}\s{1,3})?antwoord(?:en)?|mededeling)\s{0,3}van\s{0,3}"
    r"(?P<who>(?:de\s{1,3})?[^\n]{3,1500}?)[(\[{]\s{0,3}ontvangen(?![a-z])",
    re.IGNORECASE,
)
# The same where the day of receipt is not printed; then brackets must show that a person answers.
_UNDATED = re.compile(
    r"(?:^|[.)*]\s{0,3})\**(?P<kind>(?:nader\s{1,3})?antwoord|mededeling)\s{0,3}van\s{0,3}"
    r"(?P<who>(?:de\s{1,3})?(?:minister|staatssecretaris)[^\n]{3,600})",
    re.IGNORECASE | re.MULTILINE,
)
_ON_BEHALF = re.compile(r"\bmede\s{0,3}namens\s{1,3}", re.IGNORECASE)
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
_LINES_OF_AN_OFFICE = 3
_LINES_TO_A_NAME = 8
_LONGEST_GAP = 30  # between one office and the next: ", en mede namens de "
_FORMAL = re.compile(r"de\b.{0,300},$", re.IGNORECASE)  # "De minister van Justitie en Veiligheid,"
_TITLE = re.compile(r"(?:mw|dhr|drs|mr|dr|prof|ir|ing|ds)\.?|(?:[A-Z][a-z]?\.){1,6}", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ][a-z]?\.){1,6}")
_NAME_WORD = re.compile(
    rf"(?:{_TITLE.pattern}|van|de|den|der|ten|ter|te|von|el|in|[’']t|"
    rf"\([A-ZÀ-Þ][\w-]{{1,20}}\)|{_INITIALS.pattern}|[^\W\d_a-z][\w’'-]{{1,30}},?)",
)
_NO_NAME = re.compile(r"\b(?:den haag|kamer|ministerie|postbus|bijlage|brief|datum|kenmerk)\b", re.IGNORECASE)
_COURT_OF_AUDIT = re.compile(
    r"algemene rekenkamer,?"
    r"|(?:\d{1,3}/\d{1,3}\s?)?antwoord(?:en)?\s(?:van\s)?(?:de\s)?algemene rekenkamer\b.{0,200}",
    re.IGNORECASE,
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
    dated = [one for found in _RECEIVED.finditer(prose) if (one := _answered(found))]
    undated = [one for found in _UNDATED.finditer(prose) if (one := _answered(found)) and one.offices[0].name]
    found = dated or undated
    return next((one for one in found if one.kind == "answer"), next(iter(found), None))


def _answered(found: re.Match[str]) -> Answered | None:
    offices = consecutive_offices(found["who"])
    kind: AnswerKind = "postponement" if found["kind"].lower() == "mededeling" else "answer"
    return Answered(kind, found.start(), found.end(), offices) if offices else None


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
    signed = list(_signatures(head.lines)) or [one for one in _signatures(tail.lines) if one.name]
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
    return any(_COURT_OF_AUDIT.fullmatch(line) for line in head.lines)


def respondents(offices: Iterable[Office], on: date | None) -> Iterator[Participant]:
    """Offices as rows; `on` is the day that decides which department a name meant."""
    for one in offices:
        identifier = ministry_id(one.ministry, on) if one.ministry else None
        yield Participant(
            "respondent", one.name, None, one.office, one.ministry, identifier, one.on_behalf_of
        )


def _signatures(lines: tuple[str, ...]) -> Iterator[Office]:
    for i, line in enumerate(lines):
        if not _MAY_SIGN.match(line):
            continue
        for count in range(_LINES_OF_AN_OFFICE, 0, -1):
            phrase = " ".join(lines[i : i + count])
            offices = read_offices(phrase)
            if offices and offices[0].ministry and not phrase[offices[-1].end :].strip(" ,.:-–"):
                yield from _signed(offices, line, _signer(lines, i, i + count))
                break


def _signed(offices: tuple[Office, ...], line: str, name: str | None) -> Iterator[Office]:
    last = offices[-1]
    if last.on_behalf_of:
        yield from offices
    elif name or _FORMAL.match(line):  # else it is a line of running text that happens to begin so
        yield from offices[:-1]
        yield replace(last, name=last.name or name)


def _signer(lines: tuple[str, ...], start: int, end: int) -> str | None:
    """The name under the office, or (in newer letters) over it; a line about a portfolio may come between."""
    below = [line for line in lines[end : end + _LINES_TO_A_NAME] if line][:2]
    above = [line for line in lines[max(start - 3, 0) : start] if line][-1:]
    return next((line.rstrip(",") for line in (*below, *above) if _is_name(line)), None)


def _is_name(line: str) -> bool:
    words = line.split()
    if not 2 <= len(words) <= 7 or _NO_NAME.search(line):
        return False
    if any(_INITIALS.fullmatch(word) and not _TITLE.fullmatch(before) for before, word in pairwise(words)):
        return False  # two people beside each other
    return all(_NAME_WORD.fullmatch(word) for word in words) and words[-1][0].isupper()


def _once(offices: Iterable[Office]) -> Iterator[Office]:
    """Each office once; of two mentions the one with a name."""
    kept: dict[tuple[str, str | None], Office] = {}
    for one in offices:
        ministry = ministry_id(one.ministry) or squeezed(one.ministry) if one.ministry else None
        key = (one.office, ministry)
        if key not in kept or (kept[key].name is None and one.name):
            kept[key] = one if key not in kept else replace(kept[key], name=one.name)
    return iter(kept.values())
