"""The decisions of the search as questions, answers and headings, with their exact places and clean text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kamervragen.layout import prose
from kamervragen.layout.furniture import Range
from kamervragen.layout.labels import Candidate, Kind
from kamervragen.layout.structure import Structure, certainty
from kamervragen.layout.titles import titles_above
from kamervragen.view import View


class Unit(NamedTuple):
    """A question, an answer or the closing. All ranges are in the raw text.

    `numbers` are those its label covers; an unnumbered question has none. `sure` is the confidence that it
    begins and ends here.
    """

    kind: Kind
    numbers: tuple[str, ...]
    label: Range | None
    body: Range
    text: str
    heading: Range | None
    heading_text: str | None
    sure: float


class _Place(NamedTuple):
    """Positions in the view: label, body (trimmed) and the heading that it stands under.

    `titled`: the heading stands right above the label.
    """

    candidate: Candidate
    margin: float
    body: Range
    heading: Range | None
    titled: bool


def units_of(structure: Structure) -> list[Unit]:
    """All units in order; a label over several questions whose texts can be told apart gives several."""
    seen = structure.view.text
    wrapped = structure.printing.wrapped
    units: list[Unit] = []
    for place in places(structure, wrapped):
        bodies = told_apart(seen, place) if place.candidate.kind == "question" else [place.body]
        shared = len(bodies) == 1
        for position, body in enumerate(bodies):
            numbers = place.candidate.numbers if shared else place.candidate.numbers[position : position + 1]
            units.append(unit(structure, place, body, numbers, first=position == 0))
    return units


def unit(structure: Structure, place: _Place, body: Range, numbers: tuple[str, ...], *, first: bool) -> Unit:
    """One unit, its places led back to the raw text."""
    view = structure.view
    heading = place.heading
    return Unit(
        kind=place.candidate.kind,
        numbers=numbers,
        label=label_span(view, place.candidate) if first else None,
        body=with_marks(structure, view.span(*body)),
        text=prose.clean(view.text[body[0] : body[1]], structure.printing),
        heading=view.span(*heading) if heading and place.titled and first else None,
        heading_text=prose.clean(view.text[slice(*heading)], structure.printing) if heading else None,
        sure=certainty(place.margin),
    )


def label_span(view: View, candidate: Candidate) -> Range | None:
    """The place of a printed label without the white space behind it."""
    label = view.text[candidate.start : candidate.end].rstrip()
    return view.span(candidate.start, candidate.start + len(label)) if label else None


def with_marks(structure: Structure, body: Range) -> Range:
    """The place of a body with the note marks that stand right behind it, which are part of it."""
    start, end = body
    marks = structure.marks
    for mark_start, mark_end in marks[bisect_left(marks, (end, 0)) :]:
        if structure.text[end:mark_start].strip():
            break
        end = mark_end
    return start, max(end, body[1])


def places(structure: Structure, wrapped: bool) -> Iterator[_Place]:
    """The taken candidates, each with what stands between it and the next."""
    seen = structure.view.text
    taken = [decision for decision in structure.decisions if decision.taken]
    doubts = doubts_between(structure)
    headings = titles_above(seen, [decision.candidate for decision in taken], wrapped=wrapped)
    heading: Range | None = None
    for position, decision in enumerate(taken):
        candidate = decision.candidate
        following = taken[position + 1] if position + 1 < len(taken) else None
        heading = headings.get(candidate.start, heading)
        end = following.candidate.start if following else len(seen)
        below = headings.get(end)
        body = trimmed(seen, candidate.end, below[0] if below else end)
        if following and candidate.kind == following.candidate.kind == "question":
            body = without_joiner(seen, body)
        margin = min(decision.margin, following.margin if following else decision.margin, doubts[position])
        yield _Place(candidate, margin, body, heading, candidate.start in headings)


# "Vraag 2 ... ? / en / Vraag 3": the word between two labels asks nothing.
JOINER = re.compile(r"\n\s{0,80}(?:en|&|,)\Z")


def without_joiner(text: str, body: Range) -> Range:
    """The body of a question without a word that joins it to the next label."""
    joiner = JOINER.search(text[max(body[0], body[1] - 100) : body[1]])
    return trimmed(text, body[0], body[1] - len(joiner[0])) if joiner else body


def doubts_between(structure: Structure) -> list[float]:
    """For each taken candidate, the smallest margin of those not taken before the next taken one."""
    doubts: list[float] = []
    for decision in structure.decisions:
        if decision.taken:
            doubts.append(99.0)
        elif doubts:
            doubts[-1] = min(doubts[-1], decision.margin)
    return doubts


# What the other cells of a table's row hold: page numbers behind a tab.
CELLS = "0123456789\t –-"


def trimmed(text: str, start: int, end: int) -> Range:
    """The stretch without white space at its ends and without a table's other cells, or the bar that closes
    its row, behind it."""
    piece = text[start:end].rstrip(" \n").removesuffix("|")
    if "\t" in piece:
        tab = piece.find("\t", len(piece.rstrip(CELLS)))
        piece = piece[:tab] if tab >= 0 else piece
    piece = piece.rstrip()
    return start + len(piece) - len(piece.lstrip()), start + len(piece)


def told_apart(text: str, place: _Place) -> list[Range]:
    """The texts of the questions under one label, where there are as many as numbers; else the whole."""
    count = len(place.candidate.numbers)
    if count < 2:
        return [place.body]
    asking = asking_cuts(text, place.body)
    fresh = [cut for cut in asking if not FOLLOW_UP.match(text, cut)]
    for cuts in (paragraph_cuts(text, place.body), asking, fresh):
        if len(cuts) == count - 1:
            edges = [place.body[0], *cuts, place.body[1]]
            return [trimmed(text, a, b) for a, b in pairwise(edges)]
    return [place.body]


PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]{0,80}\n\s{0,80}(?=\S)")


def paragraph_cuts(text: str, body: Range) -> list[int]:
    """Where paragraphs begin after a blank line."""
    return [body[0] + match.end() for match in PARAGRAPH_BREAK.finditer(text[slice(*body)])]


# A new line behind a question mark; where an extractor lost the line end, the next word is glued to the mark.
NEW_LINE = re.compile(r"\?[»”\"'’)]{0,2}(?:[^\S\n]*\n[^\S\n]*|(?=[A-ZÀ-Þ]))(?=[A-ZÀ-Þ«“])")
FOLLOW_UP = re.compile(r"Zo (?:ja|nee|niet)\b|Waarom niet\b|Indien\b|Graag\b")


def asking_cuts(text: str, body: Range) -> list[int]:
    """Where a line begins behind a line that ended with a question mark."""
    return [body[0] + match.end() for match in NEW_LINE.finditer(text[slice(*body)])]
