"""What is printed at the head of each page, found beside the page counters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

Range = tuple[int, int]

# A head has at most so many lines, and short ones where it has several.
MOST_LINES, LONGEST_LINE = 10, 50
# A line with fewer letters is a header only in a column of such lines; with fewer signs it is none.
FEWEST_LETTERS, FEWEST_SIGNS = 8, 5
LABEL = re.compile(
    r"(?i)\W*(?:antwoord(?:en)?|vra(?:ag|gen)|toelichting|mededeling)(?:\W|\d|en|op|vra(?:ag|gen))*"
)
# What the head of a letter's further pages prints: it stands once in a letter of two pages.
_FACT = r"(?:Datum|(?:Ons|Onze|Uw)? ?(?:[Kk]enmerk|[Rr]eferentie))"
LETTERHEAD = re.compile(
    rf"(?:Ministerie van|Directie|Directoraat-Generaal|DG|Afdeling)\b[^.?!]*\Z|{_FACT}\b[^.?!]{{0,60}}\Z"
)
VALUE_BELOW = re.compile(rf"{_FACT}:?\Z")
SUBJECT = re.compile(r"Betreft|Onderwerp|Geachte|Aan de|De [Vv]oorzitter")


def running_headers(text: str, counters: Sequence[Range], near: int) -> Iterator[Range]:
    """Lines next to page counters that come back, word for word, at half of them or more (at least two).

    Any of the `near` next lines can be one. Further ones are only in a column of short lines, such as the
    head of a letter's further pages, where a date and a number are among them.
    """
    if len(counters) < 2:
        return
    sides = [neighbours(text, start, before=True) for start, _ in counters]
    sides += [neighbours(text, end, before=False) for _, end in counters]
    often = max(2, (len(counters) + 1) // 2)
    nearest = coming_back(text, [side[:near] for side in sides], often)
    column = coming_back(text, sides, often)
    found = {span for span in nearest if sum(map(str.isalpha, text[slice(*span)])) >= FEWEST_LETTERS}
    for side in sides:
        found.update(takewhile(lambda span: span in column and span[1] - span[0] <= LONGEST_LINE, side))
    yield from sorted(found)


def coming_back(text: str, sides: Sequence[Sequence[Range]], often: int) -> set[Range]:
    """The lines that stand so often in these columns, and can be recognised when they do."""
    keys = {span: "".join(text[slice(*span)].split()) for side in sides for span in side}
    seen = Counter(keys.values())
    headers = {key for key, times in seen.items() if times >= often and returns(key)}
    return {span for span, key in keys.items() if key in headers}


def returns(key: str) -> bool:
    """Whether a line can be recognised when it returns; `key` is the line without its spaces.

    Only one that says enough can. A header is no sentence: a question that is put twice, or an answer given
    twice, is none. Nor is a label.
    """
    return len(key) >= FEWEST_SIGNS and not key.endswith((".", "?", "!")) and not LABEL.fullmatch(key)


def neighbours(text: str, position: int, *, before: bool) -> list[Range]:
    """The spans of the nearest non-empty lines before or after a position's line, the nearest first."""
    spans: list[Range] = []
    edge = text.rfind("\n", 0, position) if before else text.find("\n", position)
    while len(spans) < MOST_LINES and 0 <= edge < len(text):
        other = text.rfind("\n", 0, edge) if before else text.find("\n", edge + 1)
        span = (other + 1, edge) if before else (edge + 1, other if other >= 0 else len(text))
        if text[slice(*span)].strip():
            spans.append(span)
        if before and other < 0:
            break
        edge = other
    return spans


def letterheads(text: str, counters: Iterable[Range]) -> Iterator[Range]:
    """The head of the next page of a letter, right below a page counter: who writes, its date and numbers.

    That of the first page goes on with its subject.
    """
    for _, end in counters:
        head: list[Range] = []
        valued = False
        for span in neighbours(text, end, before=False):
            line = text[slice(*span)].strip()
            if not valued and not LETTERHEAD.match(line):
                if len(head) > 1 and not SUBJECT.match(line):
                    yield from head
                break
            head.append(span)
            valued = not valued and VALUE_BELOW.match(line) is not None
