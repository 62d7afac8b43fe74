"""A view of a text with some stretches hidden, whose offsets still lead back to the text itself.

Page furniture and note marks stand in the middle of sentences, and a citation or an amount may run
across them. Finders therefore look at a `View`: the text without those stretches. Every position in
the view has one position in the original text, so that spans found in the view stay exact.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter


@dataclass(frozen=True, slots=True)
class View:
    """`text` is what can be seen; `starts[i]` in it corresponds to `origins[i]` in the whole text."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    @classmethod
    def of(
        cls, text: str, hidden: Iterable[tuple[int, int]] = (), start: int = 0, end: int | None = None
    ) -> View:
        """The stretch `start`..`end` of `text` without the `hidden` (start, end) ranges.

        Hidden ranges may be unordered, overlap, or lie partly outside the stretch.
        """
        end = len(text) if end is None else end
        pieces: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        seen = 0
        position = start
        for hide_start, hide_end in sorted(hidden):
            if hide_start >= end:
                break
            if hide_start > position:
                pieces.append(text[position:hide_start])
                starts.append(seen)
                origins.append(position)
                seen += hide_start - position
            if hide_end > position:
                position = hide_end
        if position < end:
            pieces.append(text[position:end])
            starts.append(seen)
            origins.append(position)
        if not pieces:
            starts, origins = [0], [start]
        return cls("".join(pieces), tuple(starts), tuple(origins))

    def origin(self, position: int) -> int:
        """The offset in the whole text of the character at `position` in the view."""
        piece = max(bisect_right(self.starts, position) - 1, 0)
        return self.origins[piece] + position - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range in the whole text of the (non-empty) range `start`..`end` in the view.

        The end is taken from the last character inside the range, so that a span which stops just
        before a hidden stretch does not swallow it.
        """
        starts, origins = self.starts, self.origins
        if len(starts) == 1:
            shift = origins[0] - starts[0]
            return start + shift, max(start, end) + shift
        piece = max(bisect_right(starts, start) - 1, 0)
        first = origins[piece] + start - starts[piece]
        if start >= end:
            return first, first
        if piece + 1 == len(starts) or end <= starts[piece + 1]:
            return first, first + end - start
        return first, self.origin(end - 1) + 1

    def within(self, outer: View) -> View:
        """This view of `outer.text` as a view of the text that `outer` is a view of."""
        if outer.origins == (0,):  # which hides nothing but its end
            return self
        starts: list[int] = []
        origins: list[int] = []
        stops = [*self.starts[1:], len(self.text)]
        for start, origin, stop in zip(self.starts, self.origins, stops, strict=True):
            seen = start
            for piece_start, piece_end in outer.pieces(origin, origin + stop - start):
                starts.append(seen)
                origins.append(piece_start)
                seen += piece_end - piece_start
        if not starts:
            starts, origins = [0], [outer.origin(self.origins[0])]
        return View(self.text, tuple(starts), tuple(origins))

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges in the whole text that can be seen between `start` and `end` of the view."""
        found: list[tuple[int, int]] = []
        piece = max(bisect_right(self.starts, start) - 1, 0)
        while start < end:
            stop = min(end, self.starts[piece + 1] if piece + 1 < len(self.starts) else end)
            origin = self.origins[piece] + start - self.starts[piece]
            found.append((origin, origin + stop - start))
            start, piece = stop, piece + 1
        return found


def reaching_into(ranges: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Those of the ranges, which are in order and apart, that hold something of `start`..`end`.

    For the view of a short stretch of a long text, which should not cost a look at all that is hidden.
    """
    first = bisect_right(ranges, start, key=itemgetter(1))
    return ranges[first : bisect_left(ranges, end, lo=first, key=itemgetter(0))]
