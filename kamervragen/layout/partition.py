"""Every character in exactly one segment.

Two layers are laid on the text: below, the units of the reading (header, labels, questions, answers,
headings, closing); above them, what cuts through units (page furniture, blocks of notes). White space
between them is `blank`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kamervragen.document import Segment

# A stretch of the text, and the segment that it is of.
Piece = tuple[int, int, Segment]
HEADER = Segment("header", 0, 0)
BLANK = Segment("blank", 0, 0)


def partition(text: str, below: Sequence[Segment], above: Sequence[Segment]) -> list[Segment]:
    """The segments of the whole text, without gap or overlap.

    Both layers are in order and without overlap in themselves; what neither covers is blank where it is
    white space, else it belongs to the piece before it (or to the header at the start).
    """
    pieces = filled(text, below)
    if above:
        pieces = laid_over(pieces, above)
    return joined(text, without_edges(text, pieces))


def filled(text: str, below: Sequence[Segment]) -> Iterator[Piece]:
    """The lower layer without gaps: what stands between two units is taken by the one before."""
    position = 0
    before = HEADER
    for segment in below:
        if segment.start > position:
            yield position, segment.start, before
        if segment.end > max(segment.start, position):
            yield max(segment.start, position), segment.end, segment
            before = segment
            position = segment.end
    if position < len(text):
        yield position, len(text), before


def laid_over(below: Iterable[Piece], above: Sequence[Segment]) -> Iterator[Piece]:
    """The lower layer with the upper one on top of it."""
    at = 0
    for start, end, segment in below:
        position = start
        while at < len(above) and above[at].start < end:
            top = above[at]
            if top.start > position:
                yield position, top.start, segment
            stop = min(top.end, end)
            if stop > max(top.start, position):
                yield max(top.start, position), stop, top
            position = max(position, stop)
            if top.end > end:
                break
            at += 1
        if position < end:
            yield position, end, segment


def without_edges(text: str, pieces: Iterable[Piece]) -> Iterator[tuple[int, Segment]]:
    """Where each piece begins; the white space at its ends begins a blank piece of its own."""
    for start, end, segment in pieces:
        piece = text[start:end]
        right = start + len(piece.rstrip())
        if start < right:
            if text[start].isspace():
                yield start, BLANK
                start = end - len(piece.lstrip())
            yield start, segment
        if right < end:
            yield right, BLANK


def joined(text: str, begun: Iterable[tuple[int, Segment]]) -> list[Segment]:
    """The pieces as segments; neighbours that say the same are one."""
    segments: list[Segment] = []
    start, current = 0, HEADER
    for position, segment in begun:
        if segment is not current and not same(segment, current):
            if start < position:
                segments.append(placed(current, start, position))
            start, current = position, segment
    if start < len(text):
        segments.append(placed(current, start, len(text)))
    return segments


def same(one: Segment, other: Segment) -> bool:
    """Whether two segments say the same of the text."""
    return (
        one.role == other.role
        and one.question == other.question
        and one.answer == other.answer
        and one.footnote == other.footnote
    )


def placed(segment: Segment, start: int, end: int) -> Segment:
    """The same kind of segment in another place (`dataclasses.replace` takes three times as long)."""
    if segment.start == start and segment.end == end:
        return segment
    return Segment(segment.role, start, end, segment.question, segment.answer, segment.footnote)
