"""Gaps in the numbers of questions that are the document's own, and not questions that were overlooked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from kamervragen.document import Question
from kamervragen.layout.numbering import order

# Only where both neighbours are beyond doubt is the gap between them taken for what the document prints.
BEYOND_DOUBT = 0.99
LARGEST_GAP = 100


def printed_gaps(questions: Sequence[Question]) -> Iterator[str]:
    """A remark for each run of numbers skipped between two clearly labelled questions."""
    sure = (q for q in questions if q.number_printed and q.confidence >= BEYOND_DOUBT)
    clear = sorted({order(question.number)[0] for question in sure})
    there = {order(question.number)[0] for question in questions}
    if clear and (missing := listed(1, clear[0], there)):
        yield f"The numbers begin with {clear[0]}; not in the document: {missing}."
    for before, after in pairwise(clear):
        if after <= before + LARGEST_GAP and (missing := listed(before + 1, after, there)):
            yield f"After question {before} comes {after}; not printed: {missing}."


def listed(first: int, end: int, there: Set[int]) -> str:
    """The numbers from `first` up to (not with) `end` that no question has."""
    numbers = range(first, min(end, first + LARGEST_GAP))
    return ", ".join(str(number) for number in numbers if number not in there)
