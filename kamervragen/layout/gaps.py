"""Gaps in the numbers of questions that are the document's own, and not questions that were overlooked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kamervragen.document import Question
from kamervragen.layout.numbering import order

# Only where both neighbours are beyond doubt is the gap between them taken for what the document prints.
BEYOND_DOUBT = 0.99
LARGEST_GAP = 100


def printed_gaps(questions: Sequence[Question]) -> Iterator[str]:
    """A remark for each run of numbers skipped between two clearly labelled questions."""
    clear = sorted(
        {order(q.number)[0] for q in questions if q.number_printed and q.confidence >= BEYOND_DOUBT}
    )
    if clear and clear[0] > 1:
        yield f"The numbers begin with {clear[0]}; not in the document: {listed(1, clear[0])}."
    for before, after in pairwise(clear):
        if before + 1 < after <= before + LARGEST_GAP:
            yield f"After question {before} comes {after}; not printed: {listed(before + 1, after)}."


def listed(first: int, end: int) -> str:
    """The numbers from `first` up to (not with) `end`."""
    return ", ".join(str(number) for number in range(first, min(end, first + LARGEST_GAP)))
