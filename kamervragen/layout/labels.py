"""Candidates: every place where a question, an answer or the closing could begin.

Each printed form of a label is one row of `FORMS`. A form says where it may stand and what it would
begin; how likely that is in this document is weighed in `evidence`, and decided for all candidates
together in `search`. Positions are those of the text without furniture and notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal, NamedTuple

from kamervragen.layout.numbering import NUMBERS, expand

Kind = Literal["question", "answer", "closing"]

# The parts that forms are made of; `<name>` in a form stands for the part of that name.
PARTS = {
    "s": r"[^\S\n]",
    "eol": r"(?=\n|\Z)",
    "text": r"(?=\S)",
    "opening": r"(?=[A-ZÀ-Þ«“\"‘(])",
    # in a text without lines, a label follows the end of a sentence
    "sentence-end": r"(?<=[.?!:;)\]»”\"’'0-9\n ])",
    "vraag": r"(?:(?:Deel|Sub)?[Vv]ra(?:ag|gen)|VRA(?:AG|GEN)|V[ ]raa[gq]|Vraaq|Vr\.)",
    "antwoord": (
        r"(?:(?:(?:Gezamenlijk|Gecombineerd)<s>+antwoord|Antwoord)(?:en)?|ANTWOORD(?:EN)?"
        r"|Beantwoording|Reactie|Antw\.)"
    ),
    # misspelt or in lower case, it is a label only where nothing but its numbers stand on the line
    "antword": r"(?:[Aa]n[a-z]?t?w{1,2}o{1,3}r?[dt]{1,2}(?:en|e|n)?)",
    "vrag": r"(?:V{1,2}r{0,2}a{1,3}g(?:en)?)",
    "tail": (
        r"(?:<s>+gezamenlijk|<s>*\([^()\n]{1,80}\)"
        r"|<s>+van<s>+(?:het<s>+lid|de<s>+leden)<s>[^\n?]{1,100})?"
    ),
    "minister-s": (
        r"(?:<s>+(?:van<s>+)?(?:de<s>+)?[Mm]inister[^\n\d?.]{0,80}?"
        r"|<s>+van<s>+de<s>+staatss[^\n\d?.]{0,80}?)(?=<s>+op<s>+(?:de<s>+)?[Vv]ra)"
    ),
    "op-vraag": (
        r"(?:<minister-s>)?(?:<s>++(?:op|bij|van|aan|OP|BIJ))?(?:<s>++(?:de|uw|DE|deze))?"
        r"(?:<s>*+(?:(?:deel|sub)?[Vv]ra(?:ag|gen)|VRA(?:AG|GEN)))?"
    ),
    # nr. 3 | #3 | (3)
    "nr": r"<s>*+(?:(?:nrs?\.?|nummers?)<s>*+|#|\((?=\d{1,3}[a-z]?\)))?",
    "numbers": NUMBERS,
    "stop": r"<s>*+(?:[.:)]|[–-](?=<s>))?[*_|]{0,3}<s>*+",
    "who": (
        r"(?:<s>+(?:van<s>+)?(?:(?:de|het)<s>+)?(?:[Mm]inister|[Ss]taatssecretaris|[Kk]abinet|[Rr]egering))?"
    ),
    "minister": r"(?:[Mm]inister|MINISTER|[Ss]taatssecretaris|STAATSSECRETARIS)",
}


# Where a form stands, as the beginning of its template says: at the start of a line, glued to the end of a
# sentence, or wherever a sentence ends (in a text that has lost its line ends).
LINE, GLUED = "<line>", "<glued>"
# What markdown or a table puts at the start of a line.
MARKUP = r"(?:[-–][ ]+(?=[*_]{0,3}(?:Vra|VRA|Antw|ANTW)))?+[*#_>|•▪●\t \xa0]{0,20}+"
NOTE_MARKS = " \t0123456789"
CLOSES_SENTENCE = (".", "?", "!", "»", "”", ")", "]")


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form of a label: a regular expression, whose one group (if it has one) holds the numbers."""

    name: str
    kind: Kind
    pattern: str
    place: str
    numbered: bool


def form(name: str, kind: Kind, template: str, *, anywhere: bool = False) -> Form:
    """A form from its template."""
    place = "" if anywhere else LINE if template.startswith(LINE) else GLUED
    pattern = template.removeprefix(place)
    while found := PART.search(pattern):
        pattern = pattern.replace(found[0], PARTS[found[1]])
    return Form(name, kind, pattern, place, numbered=re.compile(pattern).groups == 1)


PART = re.compile(r"<([a-z-]+)>")

FORMS = (
    # Vraag 1 | Vraag 2 en 3 | **Vraag 4** | Vraag 5:
    form("vraag", "question", r"<line><vraag><nr>(<numbers>)<tail><stop><eol>"),
    # Vrag 1, misspelt
    form("vraag", "question", r"<line><vrag><nr>(<numbers>)<stop><eol>"),
    # Vraag, and the number on the next line
    form("vraag", "question", r"<line>(?:Vraag|VRAAG)<s>*\n<s>*(\d{1,3}[a-z]?)<stop><eol>"),
    # Vraag, without a number | Vraag: Klopt dit?
    form("bare-vraag", "question", r"<line>(?:Vraag|VRAAG)<stop><eol>"),
    form("bare-vraag-inline", "question", r"<line>(?:Vraag|VRAAG):[*_]{0,3}<s>*<text>"),
    # Vraag 4 Kan er onterecht geld zijn uitgekeerd?
    form("vraag-inline", "question", r"<line><vraag><nr>(<numbers>)<stop><text>"),
    # 1. Bent u bekend ... | 2) Klopt het | 3 Hoe | 2a. Kunt u | (4) Welke | 5 - Wanneer
    form(
        "number",
        "question",
        r"<line>(?:\((?=\d{1,3}[a-z]?\)))?+(\d{1,3}[a-z]?)"
        r"(?:[.):][*_|]{0,3}<s>*+|<s>++(?:[–-]<s>++)?+)(?=[^\W\d_]|[«“\"'‘’(])",
    ),
    # a bare 1 on its line
    form("bare-number", "question", r"<line>(?:\((?=\d{1,3}[a-z]?\)))?+(\d{1,3}[a-z]?)<stop><eol>"),
    # Antwoord 1 | Antwoord op vraag 3 en 8 | Antwoorden 5 en 6 | Antwoord vraag 4-7:
    form("antwoord", "answer", r"<line><antwoord><op-vraag><nr>(<numbers>)<tail><stop><eol>"),
    form("antwoord", "answer", r"<line><antword><op-vraag><nr>(<numbers>)<stop><eol>"),
    # ... het bericht?Antwoord 2 | ... niet? Vraag 3, and nothing else on the line
    form("vraag-glued", "question", r"<glued>Vra(?:ag|gen)<nr>(<numbers>)<stop><eol>"),
    form("antwoord-glued", "answer", r"<glued>Antwoord(?:en)?<op-vraag><nr>(<numbers>)<stop><eol>"),
    # Antwoord op vragen 2 t/m 6: hier hebben wij ...
    form("antwoord-inline", "answer", r"<line><antwoord><op-vraag><nr>(<numbers>)<stop><text>"),
    # Antwoord | Antwoord: | Antwoord van de minister | Reactie kabinet
    form("bare-antwoord", "answer", r"<line>(?:<antwoord><who>|A(?=:))<stop><eol>"),
    # Antwoord: Ja. | Antwoord Ja.
    form(
        "bare-antwoord-inline",
        "answer",
        r"<line>Antwoord[*_]{0,3}<s>+(?!Minister|Staatssecretaris|Kamervragen|Algemene|Tweede|Eerste|[IVX]{1,4}\b)"
        r"(?=[A-ZÀ-Þ«“])",
    ),
    form("bare-antwoord-inline", "answer", r"<line>(?:Antwoord|ANTWOORD|A|Reactie):[*_]{0,3}<s>*<text>"),
    # In a text without line ends: ... ? Antwoord 1 Ja. Vraag 2 Klopt het ...
    form(
        "vraag-anywhere",
        "question",
        r"<sentence-end><vraag><nr>(<numbers>)<stop><opening>",
        anywhere=True,
    ),
    form(
        "antwoord-anywhere",
        "answer",
        r"<sentence-end><antwoord><op-vraag><nr>(<numbers>)<stop><opening>",
        anywhere=True,
    ),
    form(
        "bare-antwoord-anywhere",
        "answer",
        r"(?<=[.?!:;)\]»”\"’'0-9] )Antwoord:?<s>+<opening>",
        anywhere=True,
    ),
    form(
        "number-anywhere",
        "question",
        r"(?<=[.?!:;)\]»”\"’'] )(\d{1,2}[a-z]?)[.)]<s>+<opening>",
        anywhere=True,
    ),
    # What follows the last answer and belongs to no question
    form("toelichting", "closing", r"<line>Toelichting(?:<s>*:<s>*|<stop>\n{1,3}(?=De(?:ze)? vragen\b))"),
    form("mededeling", "closing", r"<line>(?:Mededeling|Uitstel(?:bericht|brief)?)<stop><eol>"),
    form("mededeling", "closing", r"<line>Mededeling:<s>*<text>"),
    form(
        "hoogachtend",
        "closing",
        r"<line>(?:Hoogachtend|Met (?:de )?(?:meeste )?hoogachting|Met vriendelijke groet|Met gevoelens van)"
        r"<s>*[^\n]{0,60}<eol>",
    ),
    form("signature", "closing", r"<line>D[eE] <minister> (?:van|voor|VAN|VOOR) [^\n.?]{3,150},?<s>*<eol>"),
)

# A document whose lines are longer than this on average has lost its line ends: labels stand anywhere.
LONG_LINE = 700


class Candidate(NamedTuple):
    """A place where something could begin: the label is `start`..`end`, its text begins at `end`.

    Implicit candidates (no label printed) have `start == end` and form `implicit-question` or
    `implicit-answer`.
    """

    start: int
    end: int
    kind: Kind
    form: str
    numbers: tuple[str, ...] = ()


LINE_FORMS = tuple(form for form in FORMS if form.place == LINE)
# The signs that every form at the start of a line begins with: most lines are prose, which they tell at once.
FIRST_SIGNS = r"(?=[\d(]|[Vv][rRVa ]|[Aa][nN:]|De|DE|Su|Ge|Be|Re|To|Me|Ui|Ho)"
# All of them at once, each in a group of its own, so that a text is gone through once. Not `(?m)^`: that is
# tried at every character, a newline is found at once.
OPENS_TEXT = re.compile(f"{MARKUP}{FIRST_SIGNS}(?:{'|'.join(f'({form.pattern})' for form in LINE_FORMS)})")
OPENS_LINE = re.compile(rf"\n{OPENS_TEXT.pattern}")
# The group of each form: forms before it have one group, and one more for their numbers.
GROUPS = {
    1 + sum(1 + before.numbered for before in LINE_FORMS[:at]): form for at, form in enumerate(LINE_FORMS)
}
OTHER_FORMS = tuple((form, re.compile(form.pattern)) for form in FORMS if form.place != LINE)


def printed_candidates(text: str, run_on: bool) -> list[Candidate]:
    """All places with a printed label, in order; of two forms at one place the earlier row of FORMS.

    `run_on`: the text has lost its line ends, and labels stand anywhere.
    """
    by_start: dict[int, Candidate] = {}
    for candidate in (*line_candidates(text), *other_candidates(text, run_on)):
        if not continues_sentence(text, candidate.start):
            by_start.setdefault(candidate.start, candidate)
    return list(without_overlap([by_start[start] for start in sorted(by_start)]))


def line_candidates(text: str) -> Iterator[Candidate]:
    """The labels that open a line."""
    first = OPENS_TEXT.match(text)
    for match in chain([first] if first else [], OPENS_LINE.finditer(text)):
        group = match.lastindex or 0
        yield candidate_of(GROUPS[group], match, group + 1)


def other_candidates(text: str, run_on: bool) -> Iterator[Candidate]:
    """The labels within lines."""
    for printed, pattern in OTHER_FORMS:
        if printed.place == GLUED or run_on:
            for match in pattern.finditer(text):
                if printed.place != GLUED or closes_sentence(text, match.start()):
                    yield candidate_of(printed, match, 1)


def closes_sentence(text: str, end: int) -> bool:
    """Whether a sentence closes on this line right before `end`, perhaps with note marks behind it."""
    return text[text.rfind("\n", 0, end) + 1 : end].rstrip(NOTE_MARKS).endswith(CLOSES_SENTENCE)


def candidate_of(printed: Form, match: re.Match[str], group: int) -> Candidate:
    """The candidate for one match, with the numbers in `group`; leading spaces are no part of the label."""
    end = match.end()
    start = end - len(match[0].lstrip())
    numbers = expand(match[group]) if printed.numbered and match[group] else ()
    return Candidate(start, end, printed.kind, printed.name, numbers)


def continues_sentence(text: str, start: int) -> bool:
    """Whether a printed line only happens to begin like a label: "Zie ook het / antwoord op vraag 5."."""
    if not text[start : start + 1].islower() or text[start - 1 : start] != "\n":
        return False
    above = text[start - 2 : start - 1]
    return above.isalnum() or above in (",", "(", "-", "–", "/")


def without_overlap(candidates: list[Candidate]) -> Iterator[Candidate]:
    """Each candidate that does not begin inside the label before it ("Vraag" / "16")."""
    end = -1
    for candidate in candidates:
        if candidate.start >= end:
            yield candidate
            end = candidate.end
