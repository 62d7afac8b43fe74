"""Questions and answers in the rows of a table: `Nr | Vraag | Antwoord`, its cells parted by tabs or bars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamervragen.layout.labels import Candidate, without_overlap
from kamervragen.layout.lines import line_start
from kamervragen.layout.numbering import expand

# The head of the table names three columns; the last group is what parts them.
HEAD = line_start(
    r"[|* \t]{0,9}(?:[Nn]r\.?|[Nn]ummer|#|[Nn]o\.?)?[* ]{0,4}[|\t][* ]{0,4}[Vv]ra(?:ag|gen)[* ]{0,4}"
    r"([|\t])[* ]{0,4}[Aa]ntwoord(?:en)?[|* \t]{0,9}(?=\n|\Z)"
)


def with_cells(candidates: list[Candidate], text: str) -> list[Candidate]:
    """The candidates, in which the rows of such a table stand for what else could begin where they do."""
    cells = {cell.start: cell for cell in cell_candidates(text)}
    if not cells:
        return candidates
    others = [candidate for candidate in candidates if candidate.start not in cells]
    return list(without_overlap(sorted([*others, *cells.values()], key=lambda c: (c.start, -c.end))))


def cell_candidates(text: str) -> Iterator[Candidate]:
    """The labels in the rows of such a table: the number's cell, and the bar before the answer's cell."""
    head = HEAD.search(text) if "|" in text or "\t" in text else None
    if not head:
        return
    part = re.escape(head[1])
    rows = line_start(rf"[|* ]{{0,4}}(\d{{1,3}}[a-z]?)[.)* ]{{0,3}}{part}[ ]{{0,9}}(?=\S)")
    for row in rows.finditer(text, head.end()):
        bar = text.find(head[1], row.end())
        following = text.find("\n", row.end())
        numbers = expand(row[1])
        yield Candidate(row.start(), row.end(), "question", "cell", numbers)
        if row.end() < bar and (following < 0 or bar < following):
            yield Candidate(bar, bar + 1, "answer", "cell", numbers)
