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
    return list(joined(without_edges(text, pieces)))


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


def without_edges(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with the white space at their ends as blank pieces of their own."""
    for start, end, segment in pieces:
        piece = text[start:end]
        left = end - len(piece.lstrip())
        right = max(left, start + len(piece.rstrip()))
        if start < left:
            yield start, left, BLANK
        if left < right:
            yield left, right, segment
        if right < end:
            yield right, end, BLANK


def joined(pieces: Iterable[Piece]) -> Iterator[Segment]:
    """Neighbours that say the same as one segment."""
    start = end = 0
    current = HEADER
    for piece_start, piece_end, segment in pieces:
        if not same(segment, current):
            if start < end:
                yield placed(current, start, end)
            start, current = piece_start, segment
        end = piece_end
    if start < end:
        yield placed(current, start, end)


def same(one: Segment, other: Segment) -> bool:
    """Whether two segments say the same of the text."""
    return one is other or (one.role, one.question, one.answer, one.footnote) == (
        other.role,
        other.question,
        other.answer,
        other.footnote,
    )


def placed(segment: Segment, start: int, end: int) -> Segment:
    """The same kind of segment in another place (`dataclasses.replace` takes three times as long)."""
    if segment.start == start and segment.end == end:
        return segment
    return Segment(segment.role, start, end, segment.question, segment.answer, segment.footnote)
