"""Page numbers alone on their lines: "Pagina 3", "- 3 -", "3 van 12", or nothing but a number.

A bare number is the label of a question or the mark of a note far more often. A page number stands at an
even distance from the one before it, somewhere cuts a sentence in two, and no note answers to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kamervragen.layout.lines import line_start

FORMS = (
    re.compile(r"(?:[Pp]agina|PAGINA|[Bb]lz\.|[Bb]ladzijde|[Bb]lad)[ ](\d{1,3})"),
    re.compile(r"[-–—]{1,2}[ ]?(\d{1,3})[ ]?[-–—]{1,2}"),
    re.compile(r"(\d{1,3})[ ]van[ ]\d{1,3}"),
    re.compile(r"(\d{1,3})"),
)
BARE = FORMS[-1]
# How one of the forms begins: that settles most lines.
_FIRST = r"(?=[\f\dPpBb–—-])"
LONE_NUMBER = line_start(rf"{_FIRST}\f*(?:{'|'.join(form.pattern for form in FORMS)})\f*(?=\n|\Z)")
LONGEST_FORM = 20
# A page holds so many printed lines, of so many characters.
PAGE_LINES = range(20, 90)
LINE_WIDTH = 95
# So many numbers at even distances are no note marks.
SURE_RUN = 4
# What closes a sentence at the end of a line.
CLOSED = (".", "?", "!", ":", ";", "”", "»", ")")


@dataclass(frozen=True, slots=True)
class Place:
    """A number alone on the line `start`..`end` in one of the `FORMS`, so many printed lines down."""

    form: int
    number: int
    start: int
    end: int
    lines: int


def page_numbers(text: str) -> list[tuple[int, int]]:
    """The places of page numbers that count through the document, in the first form that does."""
    alone = list(lone_numbers(text))
    for position, form in enumerate(FORMS):
        places = [place for place in alone if place.form == position]
        for first in (1, 2):
            run = in_a_row(text, places, first, PAGE_LINES.start if form is BARE else 1)
            if form is not BARE and run and (len(run) > 1 or is_last(text, run[0])):
                return [(place.start, place.end) for place in run]
            if len(run) > 1 and evenly_placed(text, run):
                return [(place.start, place.end) for place in run]
    return []


def lone_numbers(text: str) -> Iterator[Place]:
    """The lines that hold nothing but a number."""
    seen_to = lines = 0
    for match in LONE_NUMBER.finditer(text):
        start, end = match.span()
        lines += printed_lines(text[seen_to:start]) - 1
        seen_to = start
        form = match.lastindex
        if form and end - start < LONGEST_FORM:
            yield Place(form - 1, int(match[form]), start, end, lines)


def printed_lines(text: str) -> int:
    """How many lines a text has when printed. A long line is a paragraph of several lines."""
    return sum([1 + len(line) // LINE_WIDTH for line in text.split("\n")])


def in_a_row(text: str, places: Sequence[Place], first: int, shortest: int) -> list[Place]:
    """The numbers from `first` up, each at least so many lines further on; the last page may be shorter."""
    run: list[Place] = []
    for place in places:
        since = run[-1].lines if run else 0
        far = place.lines - since >= shortest
        if place.number == first + len(run) and (far or is_last(text, place)):
            run.append(place)
    return run


def is_last(text: str, place: Place) -> bool:
    """Whether nothing stands below a number."""
    return place.end >= len(text) - LONGEST_FORM and not text[place.end :].strip()


def evenly_placed(text: str, run: Sequence[Place]) -> bool:
    """Whether bare numbers part the whole document into pages, and neither label questions nor mark notes."""
    pages = [after.lines - before.lines for before, after in pairwise(run) if not is_last(text, after)] or [
        run[0].lines
    ]
    rest = printed_lines(text[run[-1].end :])
    return (
        max(pages) < min(PAGE_LINES.stop, 2 * min(pages))
        and max(run[0].lines // run[0].number, rest) <= 2 * max(pages)
        and any(cuts_sentence(text, place) for place in run)
        and (len(run) >= SURE_RUN or not any(is_answered(text, place) for place in run[:2]))
    )


def cuts_sentence(text: str, place: Place) -> bool:
    """Whether a sentence goes on over the number in lower case."""
    above, below = text[max(0, place.start - 100) : place.start].rstrip(), text[place.end : place.end + 100]
    return bool(above) and not above.endswith(CLOSED) and below.lstrip()[:1].islower()


def is_answered(text: str, place: Place) -> bool:
    """Whether the body of a note of this number opens a line further on."""
    opening = re.compile(rf"(?m)^[\[(]?{place.number}[\])]?[ ]?(?=[A-Z«<]|https?:|www\.)")
    return bool(opening.search(text, place.end))
