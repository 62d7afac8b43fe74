"""Every character in exactly one segment.

Two layers are laid on the text: below, the units of the reading (header, labels, questions, answers,
headings, closing); above them, what cuts through units (page furniture, blocks of notes). White space
between them is `blank`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kamervragen.document import Segment


def partition(text: str, below: Sequence[Segment], above: Sequence[Segment]) -> list[Segment]:
    """The segments of the whole text, without gap or overlap.

    Both layers are in order and without overlap in themselves; what neither covers is blank where it is
    white space, else it belongs to the piece before it (or to the header at the start).
    """
    if not text:
        return []
    pieces = [
        piece for segment in laid_over(filled(text, below), above) for piece in without_edges(text, segment)
    ]
    return list(joined(pieces))


def placed(segment: Segment, start: int, end: int) -> Segment:
    """The same kind of segment in another place (`dataclasses.replace` takes three times as long)."""
    return Segment(segment.role, start, end, segment.question, segment.answer, segment.footnote)


def filled(text: str, below: Sequence[Segment]) -> Iterator[Segment]:
    """The lower layer without gaps: what stands between two units is taken by the one before."""
    position = 0
    before = Segment("header", 0, 0)
    for segment in below:
        if segment.start > position:
            yield placed(before, position, segment.start)
        if segment.end > max(segment.start, position):
            yield placed(segment, max(segment.start, position), segment.end)
            before = segment
            position = segment.end
    if position < len(text):
        yield placed(before, position, len(text))


def laid_over(below: Iterable[Segment], above: Sequence[Segment]) -> Iterator[Segment]:
    """The lower layer with the upper one on top of it."""
    upper = list(above)
    at = 0
    for segment in below:
        position = segment.start
        while at < len(upper) and upper[at].start < segment.end:
            top = upper[at]
            if top.start > position:
                yield placed(segment, position, top.start)
            stop = min(top.end, segment.end)
            if stop > max(top.start, position):
                yield placed(top, max(top.start, position), stop)
            position = max(position, stop)
            if top.end > segment.end:
                break
            at += 1
        if position < segment.end:
            yield placed(segment, position, segment.end)


def without_edges(text: str, segment: Segment) -> Iterator[Segment]:
    """The segment with the white space at its ends as blank segments of their own."""
    piece = text[segment.start : segment.end]
    left = segment.start + len(piece) - len(piece.lstrip())
    right = max(left, segment.start + len(piece.rstrip()))
    if segment.start < left:
        yield Segment("blank", segment.start, left)
    if left < right:
        yield placed(segment, left, right)
    if right < segment.end:
        yield Segment("blank", right, segment.end)


def joined(pieces: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbours that say the same are one."""
    current: Segment | None = None
    for piece in pieces:
        if current and placed(piece, current.start, current.end) == current:
            current = placed(current, current.start, piece.end)
        else:
            if current:
                yield current
            current = piece
    if current:
        yield current
