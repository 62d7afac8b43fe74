"""The marks of footnotes in the running text.

A mark is a bare number, `1)` or `[1]`, and so could many other numbers be; where one stands tells them
apart. Each form of a mark is one row, the surest first; `{n}` is the number. A row begins with the number, a
bracket or the newline before it, and looks back from there: what begins with a sign is found fast. Marks
follow each other in the order of their notes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from kamervragen.layout.furniture import Range

# A mark that opens a line is followed by what closes a clause, or by the rest of the sentence.
# Where a full stop follows, the sentence had not ended before: that tells "liter / 2. In 2023" from a list.
# What counts something is no mark: "per / 1 juli 2025", "ten hoogste / 2 jaar".
COUNTED = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jaar|maand|week|weken|dag|uur|procent|miljoen|miljard|mln|mld|euro|keer|kilo|meter|ton)"
)
_GOES_ON = (
    r"(?:(?:(?<=[^\s.:;?!,]\n)|(?<=[^\s.:;?!,][ ]\n)){n}(?=[.,;:?!)»”’]{1,2}(?:\s|$)(?![^\S\n]*\d))"
    rf"|{{n}}(?=[^\S\n]+(?!en[^\S\n]\d|{COUNTED})[^\W\d]))"
)

_CLOSED = r"[.?!;»”’'\")]"


def _behind(sign: str, *, spaces: Sequence[int], unless: Sequence[str]) -> str:
    """Looking back from the end of a mark "{n})": a sign so many spaces before it, but none of the words."""
    marks = [rf"[^\S\n]{{{count}}}{{n}}\)" for count in spaces]
    looks = (f"(?<={sign}{mark})" + "".join(f"(?<!{word}{mark})" for word in unless) for mark in marks)
    return f"(?:{'|'.join(looks)})"


BRACKETED = (r"(\[(?<!^\[){n}[^\S\n]?\])",)

PARENTHESIS = (
    # behind what closes a sentence, a quote or a bracket: "vraagt? 1)", "boa's (nos.nl)” 1)"
    r"({n}\))"
    + _behind(_CLOSED, spaces=(0, 1, 2), unless=(f"[ ]p{_CLOSED}", f"nr{_CLOSED}", f"blz{_CLOSED}")),
    # behind a word, but not "het antwoord op vraag 2)"
    r"({n}\))" + _behind(r"[\w,:]", spaces=(1, 2), unless=("vraag", "vragen", "[ ]en")),
    r"({n}\))(?<=[^\W\d_]{n}\))",
    r"(\({n}\))",
    # at the start of a printed line that goes on with the sentence, or on its own line; an item of a list
    # stands below what closes
    r"\n(?<=[^\s.:;?!,]\n)({n}\))(?=[.,;:?!]|[^\S\n]+[^\W\d_])",
    r"\n(?<=[.?!»”]\n)({n}\))(?=\n|\Z)",
)

PLAIN = (
    # on a line of its own, perhaps with others: "1", "2 3", "2, 3 en 4"; below a blank line it is no mark
    r"(?m)\n(?<!\n\n)(?:\d{1,3}(?:,[^\S\n]?|[^\S\n]en[^\S\n]|[^\S\n])){0,8}?(?<!\d){n}(?=(?:(?:,[^\S\n]?|[^\S\n]en[^\S\n]|[^\S\n])\d{1,3}){0,8}[^\S\n]*$)",
    # glued to what closes a sentence: "onderzoek?1", "(KOZP)?1"
    r"{n}(?<!\d[.,]{n})(?<=[.?!,;:)»”’\"'\]]{n})(?![\d.,]\d|\d|[^\W\d_A-ZÀ-Þ])",
    # at the start of a line that goes on with the sentence: "2. In 2023", "6). Daarin", "3 De"
    r"(?m)\n(?<!vraag\n)(?<!vragen\n)(?<!nr\.\n)(?<!\blid\n)(?<! en\n)" + _GOES_ON,
    # glued to a word: "Energeia-artikel1", but not "Vraag1" on a line of its own
    r"{n}(?<=[^\W\d_]{n})(?<!\nVraag{n})(?<!\nAntwoord{n})(?!\d|[.,]\d|[^\W\d_])",
    # between a year's full stop and the next sentence: "in 2015.1 De netto"
    r"{n}(?<=\D(?:19|20)\d\d\.{n})(?=\s{1,3}[A-ZÀ-Þ«“]|\s*\Z)",
    # behind the comma of a year: "in 2015,3 nu volledig"
    r"{n}(?<=\D(?:19|20)\d\d,{n})(?=[^\S\n]+(?!mi?l|procent)[a-zß-ÿ])",
    # glued to a year: "7 augustus 20241"
    r"{n}(?<=\D(?:19|20)\d\d{n})(?!\d|[.,]\d)",
    # parted by a space at a sentence end
    r"{n}(?<=[.?!»”][^\S\n]{n})(?=\s|$)",
    # at the start of a line, glued to the sentence that follows: "3De maatregelen"
    r"\n{n}(?=[A-ZÀ-Þ][a-zß-ÿ])",
    # at the start of a line after a word that mostly announces a number ("vragen")
    r"(?m)\n" + _GOES_ON,
)

# markdown: "bericht[^1]", "bericht^1"
CARET = (r"(\[\^{n}\])(?!:)", r"(\^{n})(?!\d)")
RAISED = (r"(<sup>{n}</sup>)",)
# glued to a sentence's end, a word or a year
GLUED = (PLAIN[1], PLAIN[3], PLAIN[6])

# A number that so many places could be the mark of is looked for no further.
PLACES_TRIED = 40
# What a mark is worth, less the rank of its form: a surer form is worth less than one mark more.
MARK_WORTH = 20
MARK_CACHE: dict[tuple[str, str], re.Pattern[str]] = {}


class Way(NamedTuple):
    """Marks chosen for the notes so far: the last one, and the way before it."""

    end: int
    worth: int
    note: int
    mark: Range | None
    before: Way | None


def find_mark(
    text: str, number: str, forms: Sequence[str], stretches: Sequence[Range], previous: int, numbers_to: int
) -> Range | None:
    """The first place that can be the mark of this number, stretch by stretch, by the best form.

    Up to `numbers_to` a number that begins a line is a number, not a mark.
    """
    if previous and (match := beside_previous(number).match(text, previous)):
        return match.span(1)
    for start, stop in stretches:
        for form in forms:
            match = mark_pattern(form, number).search(text, from_line_break(text, start), stop)
            if match and not (stop <= numbers_to and begins_line(text, mark_span(match, number)[0])):
                return mark_span(match, number)
    return None


def marks_in_order(
    text: str, numbers: Sequence[str], forms: Sequence[str], stretches: Sequence[Range], numbers_to: int
) -> list[Range | None]:
    """As many marks as can be had that stand in the order of their notes, in the surest forms."""
    places = possible_marks(text, numbers, forms, stretches, numbers_to)
    ways = [Way(-1, 0, -1, None, None)]
    for note, number in enumerate(numbers):
        longer = [
            Way(mark[1], way.worth + worth, note, mark, way)
            for mark, worth in places.get(number, ())
            for way in [ways[bisect_right(ways, mark[0], key=lambda way: way.end) - 1]]
        ]
        longer += [
            Way(match.end(1), way.worth + MARK_WORTH, note, match.span(1), way)
            for way in ways
            if way.note == note - 1 and way.mark
            if (match := beside_previous(number).match(text, way.end))
        ]
        ways = worthwhile([*ways, *longer])
    chosen: list[Range | None] = [None] * len(numbers)
    last: Way | None = ways[-1]
    while last:
        if last.mark:
            chosen[last.note] = last.mark
        last = last.before
    return chosen


def possible_marks(
    text: str, numbers: Sequence[str], forms: Sequence[str], stretches: Sequence[Range], numbers_to: int
) -> dict[str, list[tuple[Range, int]]]:
    """For each number the places that could be its mark, with their worth."""
    places: dict[str, list[tuple[Range, int]]] = {}
    lengths = {len(number) for number in numbers}
    for rank, form in enumerate(forms):
        patterns = [mark_pattern(form, r"\d" * length) for length in lengths]
        for pattern, (start, stop) in product(patterns, stretches):
            for match in pattern.finditer(text, from_line_break(text, start), stop):
                number = LAST_NUMBER.findall(match[0])[-1]
                mark = mark_span(match, number)
                tried = places.setdefault(number, [])
                if len(tried) < PLACES_TRIED and not (stop <= numbers_to and begins_line(text, mark[0])):
                    tried.append((mark, MARK_WORTH - rank))
    return places


LAST_NUMBER = re.compile(r"\d{1,3}")


def worthwhile(ways: Sequence[Way]) -> list[Way]:
    """The ways of which none that ends earlier is worth as much, in the order of their ends."""
    kept: list[Way] = []
    for way in sorted(ways, key=lambda way: (way.end, -way.worth)):
        if not kept or way.worth > kept[-1].worth:
            kept.append(way)
    return kept


def from_line_break(text: str, start: int) -> int:
    """The start of a stretch, with the newline before it where it begins a line."""
    return start - 1 if text[start - 1 : start] == "\n" else start


def begins_line(text: str, position: int) -> bool:
    """Whether a position is the first of a line."""
    return position == 0 or text[position - 1] == "\n"


def mark_span(match: re.Match[str], number: str) -> Range:
    """The mark itself: the form's group, else the number at the end of the match."""
    if match.re.groups:
        return match.span(1)
    start, end = match.end() - len(number), match.end()
    text = match.string
    if text.startswith(")", end) and not opened(text, start):
        end += 1
    return start, end


def opened(text: str, position: int) -> bool:
    """Whether a round bracket is open at a position; looked for over a few lines."""
    before = text[max(0, position - BRACKET_REACH) : position]
    return before.count("(") > before.count(")")


BRACKET_REACH = 600


def beside_previous(number: str) -> re.Pattern[str]:
    """A mark right after the one before it: "2 3", "1, 2", "1 en 2"."""
    return mark_pattern(r"(?:,[^\S\n]{0,2}|[^\S\n]en[^\S\n]|[^\S\n]{1,2})({n}\)?)(?![\w.]\d|[\da-z])", number)


def mark_pattern(form: str, number: str) -> re.Pattern[str]:
    """The compiled form of a mark for one number."""
    key = (form, number)
    if key not in MARK_CACHE:
        if len(MARK_CACHE) > 5_000:
            MARK_CACHE.clear()
        MARK_CACHE[key] = re.compile(form.replace("{n}", number))
    return MARK_CACHE[key]
