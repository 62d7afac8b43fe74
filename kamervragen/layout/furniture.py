"""Page furniture: running headers and footers, page numbers, imprint lines.

Extractors leave these in the middle of sentences, alone on a line or glued to what follows
("Aanhangsel 1Antwoord 3"). Five kinds of evidence find them: printed forms that are furniture wherever
they stand, page counters ("3/12") that run through the document, page numbers alone on their lines at
even distances, lines that come back at every page counter, and the addresses behind a page's links, which
some extractors list at its foot.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kamervragen.layout.lines import line_start
from kamervragen.layout.page_heads import letterheads, running_headers
from kamervragen.layout.page_numbers import page_numbers

Range = tuple[int, int]

# Forms that only furniture has. The first begins at the start of a line; others may be run together
# behind it. Each stops before what an extractor may have glued to it: the year of the imprint has four
# digits, a page number at most three.
_IMPRINT = r"""
    ISSN[^\S\n]*\d{4}[^\S\n]*-[^\S\n]*\d{3}[\dX]
  | [’'‘`]s-Gravenhage[^\S\n]+\d{4}
"""
_FOOTER = r"""
    (?:Tweede|Eerste)[ ]*+Kamer,[ ]*+vergaderjaar[ ]*+\d{4}[–-]\d{4},[ ]*+(?:Aanhangsel|Vragen)
    (?![^\S\n]*(?:van[ ]+de[ ]+)?Handelingen|[^\S\n]*,)
    (?:[^\S\n]+\d{1,3}(?!\d)|[^\S\n]*\n[^\S\n]*\d{1,3}[^\S\n]*(?=\n|\Z))?
"""
_OWN_ID = r"(?:ah|kv)-[te]k-(?:\d{8}-\d{1,5}|\d{4}Z\d{5}|\d{1,12})[^\S\n]*(?=\n|\Z|ISSN|’s-)"
# "Pagina 3 van 12", "blz. 3/12"
_PAGE_OF = r"""
    (?:[Pp](?i:agina|age)|[Bb](?i:lz\.|ladzijde|lad))[^\S\n]*\d{1,3}[^\S\n]*(?i:van|/|of)[^\S\n]*\d{1,3}[^\S\n]*
"""
# How one of the forms begins: that settles most lines.
_FIRST = r"(?=[\sakIPpBbTE’'‘`])"
PRINTED_FORMS = line_start(
    rf"{_FIRST}[^\S\n]*(?:(?P<page>{_PAGE_OF})|(?:{_OWN_ID}|{_IMPRINT}|{_FOOTER})+)", re.VERBOSE
)
RUN_ON = re.compile(rf"(?x)(?:[^\S\n]*(?:{_IMPRINT}|{_FOOTER}))+")
FORM_FEED = re.compile(r"\f")
COUNTER = re.compile(r"(?<![\d/.,-])(\d{1,3})[^\S\n]?/[^\S\n]?(\d{1,3})(?![\d/.,-])")
NUMBER_BEHIND = re.compile(r"[^\S\n]?\d")
NUMBER_BEFORE = re.compile(r"(?<![\d/.,-])\d{1,3}[^\S\n]?\Z")
LONGEST_NUMBER = 4
# Two page counters are at least so many characters apart; fractions in one sentence are not.
SHORTEST_PAGE = 60
# A running header stands within this many lines of its page counter, if it is not one of several short lines.
HEADER_LINES = 3
# The addresses behind a page's links, on one line. What leads up to a printed address ends so.
LINK_LIST = line_start(r"(?:https?://|mailto:)\S++(?:[ ]+(?:https?://|mailto:)\S++)*(?=\n|\Z)")
NEXT_WORD = re.compile(r"\s*+(?=\S)")
ADDRESS_FOLLOWS = re.compile(r"(?i)(?:[:(\[,]|\b(?:zie|via|op|naar|website|link))\Z")


def find_furniture(text: str) -> list[Range]:
    """The ranges of `text` that are page furniture, in order and without overlap."""
    counters = list(page_counters(text))
    printed = list(PRINTED_FORMS.finditer(text))
    worded = [match.span() for match in printed if match["page"]]
    found = [
        *(match.span() for match in (FORM_FEED.finditer(text) if "\f" in text else ())),
        *(with_run_on(text, match) for match in printed),
        *counters,
        *running_headers(text, counters, HEADER_LINES),
        *running_headers(text, worded, 0),
        *letterheads(text, [*worded, *counters]),
        *link_lists(text, counters),
    ]
    if not any(text[start:end].strip() for start, end in found):
        found += page_numbers(text)
    return merge(text, found)


def with_run_on(text: str, printed: re.Match[str]) -> Range:
    """A footer, imprint or numbered page, with the footers that run on behind the first two."""
    more = None if printed["page"] else RUN_ON.match(text, printed.end())
    return printed.start(), more.end() if more else printed.end()


def page_counters(text: str) -> Iterator[Range]:
    """Page counters such as "3/12", wherever they stand, when they count through the document.

    A fraction in a sentence ("24/7", "1/3") is no counter: the numerators must run up to the one
    denominator with hardly a gap, and one of them at least stand at the start of its line.
    """
    matches = list(counters_in(text))
    by_total = Counter(match[2] for match in matches)
    for total, _ in by_total.most_common(2):
        pages = int(total)
        run = rising(match for match in matches if match[2] == total and 1 <= int(match[1]) <= pages)
        alone = [match for match in run if starts_line(text, match)]
        missing = pages - len(run)
        if pages == 1 and not (alone and alone[-1].end() == len(text)):
            continue
        if run and alone and missing <= (2 if alone == run else 1):
            yield from (with_line(text, match) for match in run)
            return


def counters_in(text: str) -> Iterator[re.Match[str]]:
    """All that is printed like a counter, found by its stroke: few signs are as rare."""
    stroke = text.find("/")
    while stroke >= 0:
        if NUMBER_BEHIND.match(text, stroke + 1):
            number = NUMBER_BEFORE.search(text, max(0, stroke - LONGEST_NUMBER), stroke)
            match = COUNTER.match(text, number.start()) if number else None
            if match:
                yield match
        stroke = text.find("/", stroke + 1)


def rising(matches: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Those whose numbers go up by one or two, from the front, each at least a few lines further on."""
    run: list[re.Match[str]] = []
    last, end = 0, -SHORTEST_PAGE
    for match in matches:
        number = int(match[1])
        far = match.start() - end >= SHORTEST_PAGE or match.end() == len(match.string)
        if last < number <= last + 2 and far:
            run.append(match)
            last, end = number, match.end()
    return run


def starts_line(text: str, match: re.Match[str]) -> bool:
    """Whether only spaces stand before it on its line."""
    return not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()


def with_line(text: str, match: re.Match[str]) -> Range:
    """The counter, with the spaces around it when it stands at the start of its line."""
    start, end = match.span()
    line = text.rfind("\n", 0, start) + 1
    return (line, end) if not text[line:start].strip() else (start, end)


def link_lists(text: str, counters: Sequence[Range]) -> Iterator[Range]:
    """Lists of addresses right above a page counter, or at the end of a document with page counters.

    A sentence that leads up to its address ends in a colon or in "zie"; that line is the writer's own.
    """
    if not counters:
        return
    for match in LINK_LIST.finditer(text):
        rest = NEXT_WORD.match(text, match.end())
        foot = rest is None or any(start <= rest.end() < end for start, end in counters)
        above = text[max(0, match.start() - 100) : match.start()].rstrip()
        if foot and not ADDRESS_FOLLOWS.search(above):
            yield match.span()


def merge(text: str, ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order, joined where they touch or where only white space parts them."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and (start <= merged[-1][1] or not text[merged[-1][1] : start].strip()):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
