"""The formulas of a header, and the people in them.

Published answers: `Antwoord van Minister De Jonge (X), mede namens … (ontvangen 4 februari 2025)`,
`Mededeling van …`. Letters: `Antwoorden van de minister van X op Kamervragen`, and the signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from kamervragen.document import Participant
from kamervragen.header.names import ministry_id
from kamervragen.header.offices import Office, read_offices
from kamervragen.header.page import Page, squeezed

AnswerKind = Literal["answer", "postponement"]

_RECEIVED = re.compile(
    r"\b(?P<kind>(?:nader\s{1,3}|herzien\s{1,3}|aanvullend\s{1,3})?antwoord(?:en)?|mededeling)\s{0,3}van\s{0,3}"
    r"(?P<who>(?:de\s{1,3})?[^\n]{3,1500}?)\(?\s{0,3}ontvangen(?![a-z])",
    re.IGNORECASE,
)
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
_NAME_WORD = re.compile(
    r"(?:(?:mw|dhr|drs|mr|dr|prof|ir|ing|ds)\.?|van|de|den|der|ten|ter|te|von|el|in|[’']t|"
    r"\([A-ZÀ-Þ][\w-]{1,20}\)|(?:[A-ZÀ-Þ][a-z]?\.){1,6}|[A-ZÀ-ÞŞ][\w’'-]{1,30},?)",
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
    """The `Antwoord van …` or `Mededeling van … (ontvangen …)` of a published answer."""
    for found in _RECEIVED.finditer(prose):
        offices = read_offices(found["who"])
        if offices:
            kind: AnswerKind = "postponement" if found["kind"].lower() == "mededeling" else "answer"
            return Answered(kind, found.start(), found.end(), offices)
    return None


def read_answerers(head: Page, tail: Page) -> tuple[Office, ...]:
    """Who answers in a letter: by its signature, and by the formula over its annex."""
    signed = [*_signatures(head.lines), *_signatures(tail.lines)]
    formula = _ON_QUESTIONS.search(head.prose)
    named = read_offices(formula["who"]) if formula else ()
    return tuple(_once(sorted([*signed, *named], key=lambda one: one.on_behalf_of)))


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
                name = None if offices[-1].on_behalf_of else _signer(lines, i, i + count)
                yield from offices[:-1]
                yield replace(offices[-1], name=offices[-1].name or name)
                break


def _signer(lines: tuple[str, ...], start: int, end: int) -> str | None:
    """The name under the office, or (in newer letters) over it."""
    below = next((line for line in lines[end : end + _LINES_TO_A_NAME] if line), "")
    above = next((line for line in reversed(lines[max(start - 3, 0) : start]) if line), "")
    return next((line.rstrip(",") for line in (below, above) if _is_name(line)), None)


def _is_name(line: str) -> bool:
    words = line.split()
    if not 2 <= len(words) <= 7 or _NO_NAME.search(line):
        return False
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
