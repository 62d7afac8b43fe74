"""Candidates: every place where a question, an answer or the closing could begin.

Each printed form of a label is one row of `FORMS`. A form says where it may stand and what it would
begin; how likely that is in this document is weighed in `evidence`, and decided for all candidates
together in `search`. Positions are those of the text without furniture and notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kamervragen.layout.numbering import NUMBERS, expand

Kind = Literal["question", "answer", "closing"]

# White space within a line, and what markdown or a table puts before a label.
_S = r"[^\S\n]"
_OPEN = r"(?m)^[*#_>|\t \xa0]{0,20}"
_VRAAG = r"(?:(?:Deel|Sub)?[Vv]ra(?:ag|gen)|VRA(?:AG|GEN)|V[ ]raa[gq]|Vraaq)"
_ANTWOORD = r"(?:Antwoord(?:en)?|ANTWOORD(?:EN)?|Beantwoording|Reactie)"
_OP_VRAAG = rf"(?:{_S}+(?:op|bij|van|aan))?(?:{_S}+(?:de|uw))?(?:{_S}*(?:deel|sub)?[Vv]ra(?:ag|gen)|{_S}*VRA(?:AG|GEN))?"
_NR = rf"{_S}*(?:nrs?\.?|nummers?)?{_S}*"
_STOP = rf"{_S}*[.:)]?[*_|]{{0,3}}{_S}*"
_EOL = r"(?=\n|\Z)"


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form of a label: `alone` on its line, or with the text after it; `anywhere` in a line."""

    name: str
    kind: Kind
    pattern: re.Pattern[str]
    alone: bool = True
    anywhere: bool = False


FORMS = (
    # Vraag 1 | Vraag 2 en 3 | **Vraag 4** | Vraag 5:
    Form("vraag", "question", re.compile(rf"{_OPEN}{_VRAAG}{_NR}({NUMBERS}){_STOP}{_EOL}")),
    # Vraag, and the number on the next line
    Form("vraag", "question", re.compile(rf"{_OPEN}Vraag{_S}*\n{_S}*(\d{{1,3}}[a-z]?){_STOP}{_EOL}")),
    # Vraag 4 Kan er onterecht geld zijn uitgekeerd?
    Form("vraag-inline", "question", re.compile(rf"{_OPEN}{_VRAAG}{_NR}({NUMBERS}){_STOP}(?=\S)"), alone=False),
    # 1. Bent u bekend ... | 2) Klopt het | 3 Hoe | 2a. Kunt u
    Form("number", "question", re.compile(rf"{_OPEN}(\d{{1,3}}[a-z]?)(?:[.):][*_|]{{0,3}}{_S}*|{_S}+)(?=[^\W\d_]|[«“\"'‘’(])"), alone=False),
    # a bare 1 on its line
    Form("bare-number", "question", re.compile(rf"{_OPEN}(\d{{1,3}}[a-z]?){_STOP}{_EOL}")),
    # Antwoord 1 | Antwoord op vraag 3 en 8 | Antwoorden 5 en 6 | Antwoord vraag 4-7:
    Form("antwoord", "answer", re.compile(rf"{_OPEN}{_ANTWOORD}{_OP_VRAAG}{_NR}({NUMBERS}){_STOP}{_EOL}")),
    # Antwoord op vragen 2 t/m 6: hier hebben wij ...
    Form("antwoord-inline", "answer", re.compile(rf"{_OPEN}{_ANTWOORD}{_OP_VRAAG}{_NR}({NUMBERS}){_STOP}(?=\S)"), alone=False),
    # Antwoord | Antwoord:
    Form("bare-antwoord", "answer", re.compile(rf"{_OPEN}(?:{_ANTWOORD}|A(?=:)){_STOP}{_EOL}")),
    # Antwoord: Ja.
    Form("bare-antwoord-inline", "answer", re.compile(rf"{_OPEN}(?:Antwoord|ANTWOORD|A|Reactie):{_S}*(?=\S)"), alone=False),
    # In a document without line ends: ... ? Antwoord 1 Ja. Vraag 2 Klopt het ...
    Form("vraag-anywhere", "question", re.compile(rf"(?<=[.?!:;)\]»”\"’'0-9\n ]){_VRAAG}{_NR}({NUMBERS}){_STOP}(?=[A-ZÀ-Þ«“\"‘(])"), alone=False, anywhere=True),
    Form("antwoord-anywhere", "answer", re.compile(rf"(?<=[.?!:;)\]»”\"’'0-9 ]){_ANTWOORD}{_OP_VRAAG}{_NR}({NUMBERS}){_STOP}(?=[A-ZÀ-Þ«“\"‘(])"), alone=False, anywhere=True),
    Form("bare-antwoord-anywhere", "answer", re.compile(rf"(?<=[.?!:;)\]»”\"’'0-9] )Antwoord:?{_S}+(?=[A-ZÀ-Þ«“\"‘(])"), alone=False, anywhere=True),
    Form("number-anywhere", "question", re.compile(rf"(?<=[.?!:;)\]»”\"’'] )(\d{{1,2}}[a-z]?)[.)]{_S}+(?=[A-ZÀ-Þ«“\"‘(])"), alone=False, anywhere=True),
    # What follows the last answer and belongs to no question
    Form("toelichting", "closing", re.compile(rf"{_OPEN}Toelichting{_S}*:{_S}*"), alone=False),
    Form("mededeling", "closing", re.compile(rf"{_OPEN}Mededeling{_STOP}{_EOL}")),
    Form("hoogachtend", "closing", re.compile(rf"{_OPEN}(?:Hoogachtend|Met vriendelijke groet|Met gevoelens van){_S}*[^\n]{{0,60}}{_EOL}")),
    Form("signature", "closing", re.compile(rf"{_OPEN}D[eE] (?:[Mm]inister|MINISTER|[Ss]taatssecretaris|STAATSSECRETARIS)\b[^\n.?]{{3,150}},?{_S}*{_EOL}")),
)  # fmt: skip

# A document whose lines are longer than this on average has lost its line ends: labels stand anywhere.
LONG_LINE = 700


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where something could begin: the label is `start`..`end`, its text begins at `end`.

    Implicit candidates (no label printed) have `start == end` and form `implicit-question` or
    `implicit-answer`.
    """

    start: int
    end: int
    kind: Kind
    form: str
    numbers: tuple[str, ...] = ()


def printed_candidates(text: str) -> list[Candidate]:
    """All places with a printed label, in order; of two forms at one place the earlier row of FORMS."""
    run_on = text.count("\n") * LONG_LINE < len(text)
    by_start: dict[int, Candidate] = {}
    for form in FORMS:
        if form.anywhere and not run_on:
            continue
        for match in form.pattern.finditer(text):
            candidate = candidate_of(form, match)
            by_start.setdefault(candidate.start, candidate)
    return list(without_overlap(sorted(by_start.values(), key=lambda c: (c.start, -c.end))))


def candidate_of(form: Form, match: re.Match[str]) -> Candidate:
    """The candidate for one match; leading spaces are no part of the label."""
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    numbers = expand(match[1]) if form.pattern.groups and match[1] else ()
    return Candidate(start, match.end(), form.kind, form.name, numbers)


def without_overlap(candidates: list[Candidate]) -> Iterator[Candidate]:
    """Each candidate that does not begin inside the label before it ("Vraag" / "16")."""
    end = -1
    for candidate in candidates:
        if candidate.start >= end:
            yield candidate
            end = candidate.end
