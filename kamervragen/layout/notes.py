"""Footnotes: their bodies, and the marks in the running text that they answer to.

Two ways of printing need two ways of finding. Word processors leave notes inline: the mark
`[footnoteRef:1]` and, in the same paragraph, the body `[1:  text ]`. Everybody else prints a block of
bodies, numbered in a row, at the foot of a page or at the end of the document, and leaves a bare number,
`1)` or `[1]` as the mark. There a body is believed only as part of a row that runs on from the notes
before it to the end of its page, and a number is a mark only when a body answers to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kamervragen.layout.furniture import Range
from kamervragen.layout.lines import LineStart, line_start
from kamervragen.view import View

# A body longer than this is a misread bracket, not a note.
LONGEST_NOTE = 4_000
# How far a row of notes may be out of step with the notes seen so far (a lost note, a table's own note).
HIGHEST_NUMBER = 400
NOTES_MISSED = 2
# A row is looked for from this many of the last bodies upward; keeps hostile lists of numbers cheap.
LAST_BODIES_TRIED = 40
# A mark stands on the page of its body, or a few pages before it in a long answer.
PAGES_BACK = 4


@dataclass(frozen=True, slots=True)
class Note:
    """`label` spans the printed number of the body, `body` its text, `mark` the mark (None: not found)."""

    number: str
    label: Range
    body: Range
    mark: Range | None


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of printed notes looks: the line that opens a body, and the mark (`{n}`: the number).

    `marks` are tried in order; the first that matches between the previous mark and the body wins.
    """

    name: str
    opening: LineStart
    marks: tuple[str, ...]
    mark_needed: bool


# A note that opens in lower case (`3 bis: ...`) is believed only when its mark is found.
_LOWER = r"[a-zß-ÿ]"
_OPENS = r"[A-ZÀ-Þ«“”„\"‘'’´(<\[€*]|https?:|www\."

# A mark that opens a line is followed by what closes a clause, or by the rest of the sentence.
# Where a full stop follows, the sentence had not ended before: that tells "liter / 2. In 2023" from a list.
_GOES_ON = (
    r"(?:(?:(?<=[^\s.:;?!,]\n)|(?<=[^\s.:;?!,][ ]\n)){n}(?=[.,;:?!)»”’]{1,2}(?:\s|$)(?![^\S\n]*\d))"
    r"|{n}(?=[^\S\n]+(?!en[^\S\n]\d)[^\W\d]))"
)

STYLES = (
    Style(
        "bracketed",
        line_start(r"[^\S\n]*\[(\d{1,3})[^\S\n]?\][^\S\n]*(?=\S)"),
        (r"(?<!^)(\[{n}[^\S\n]?\])",),
        mark_needed=True,
    ),
    Style(
        "parenthesis",
        line_start(r"[^\S\n]*\(?(\d{1,3})\)[^\S\n]*(?=\S)"),
        (
            # behind what closes a sentence, a quote or a bracket: "vraagt? 1)", "boa's (nos.nl)” 1)"
            r"(?<![ ]p)(?<!nr)(?<!blz)[.?!;»”’'\")][^\S\n]{0,2}(?<!\d)({n}\))",
            # behind a word, but not "het antwoord op vraag 2)"
            r"(?<!vraag[ ])(?<!vragen[ ])(?<!nr\.[ ])(?<![ ]en[ ])(?<=[\w,:][^\S\n])({n}\))",
            r"(?<=[^\W\d_])({n}\))",
            r"(\({n}\))",
        ),
        mark_needed=True,
    ),
    Style(
        "plain",
        # The number may be glued to the text, even to a year ("22023 Annual report" is note 2).
        line_start(
            rf"[^\S\n]*(\d{{1,3}}?)(?:(?=(?:19|20)\d\d(?!\d))|[^\S\n]{{1,4}}(?=\d)|[^\S\n]{{0,4}}(?={_OPENS}|{_LOWER}))"
        ),
        (
            # on a line of its own, perhaps with others: "1", "2 3", "2, 3 en 4"
            r"(?m)(?<=^)(?:\d{1,3}(?:,[^\S\n]?|[^\S\n]en[^\S\n]|[^\S\n]))*?(?<!\d){n}(?=(?:(?:,[^\S\n]?|[^\S\n]en[^\S\n]|[^\S\n])\d{1,3})*[^\S\n]*$)",
            # at the start of a line that goes on with the sentence: "2. In 2023", "6). Daarin", "3 De"
            r"(?m)(?<!vraag\n)(?<!vragen\n)(?<!nr\.\n)(?<!\blid\n)(?<! en\n)^" + _GOES_ON,
            # glued to what closes a sentence or a word: "onderzoek?1", "(KOZP)?1"
            r"(?<!\d[.,])(?<=[.?!,;:)»”’\"'\]]){n}(?![\d.,]\d|\d|[^\W\d_A-ZÀ-Þ])",
            r"(?<=[^\W\d_]){n}(?!\d|[.,]\d|[^\W\d_])",
            # between a year's full stop and the next sentence: "in 2015.1 De netto"
            r"(?<=\b(?:19|20)\d\d\.){n}(?=[^\S\n]+[A-ZÀ-Þ])",
            # glued to a year: "7 augustus 20241"
            r"(?<=\b(?:19|20)\d\d){n}(?!\d|[.,]\d)",
            # parted by a space at a sentence end
            r"(?<=[.?!»”][^\S\n]){n}(?=\s|$)",
            # at the start of a line, glued to the sentence that follows: "3De maatregelen"
            r"(?m)^{n}(?=[A-ZÀ-Þ][a-zß-ÿ])",
            # at the start of a line after a word that mostly announces a number ("vragen")
            r"(?m)^" + _GOES_ON,
        ),
        mark_needed=False,
    ),
)
MARK_CACHE: dict[tuple[str, str], re.Pattern[str]] = {}

WORD_MARK = re.compile(r"\[(?:foot|end)noteRef:(\d{1,4})\]")
WORD_BODY = re.compile(r"\[(\d{1,4}):")
# A label of a question or an answer never stands in the notes at the foot of a page.
LABEL_LINE = line_start(r"[^\S\n]*(?:Vra(?:ag|gen)|Antwoord(?:en)?|Mededeling)\b")
# What may follow the notes at the end of a document.
EXPLANATION = line_start(r"[^\S\n]*Toelichting[^\S\n]*:")


def find_notes(text: str, furniture: Sequence[Range]) -> list[Note]:
    """All notes of the document, in the order of their bodies."""
    notes = list(word_notes(text))
    taken = [note.body for note in notes]
    pages = page_ranges(text, furniture)
    for style in STYLES:
        if not any(style.opening.search(text, *page) for page in pages):
            continue
        found = paged_notes(text, pages, style)
        if style.mark_needed and any(note.mark is None for note in found):
            continue
        found = [note for note in found if not any(a < note.body[1] and note.body[0] < b for a, b in taken)]
        taken += [note.body for note in found]
        notes += found
    said = (note for note in notes if says(text, note, furniture))
    return list(marked_once(sorted(said, key=lambda note: note.body)))


def marked_once(notes: Iterable[Note]) -> Iterator[Note]:
    """The notes, each mark going to the first that claims it: two bodies may carry one number."""
    taken: set[Range] = set()
    for note in notes:
        yield replace(note, mark=None) if note.mark in taken else note
        if note.mark:
            taken.add(note.mark)


def says(text: str, note: Note, furniture: Sequence[Range]) -> bool:
    """Whether a body holds anything but page furniture."""
    return bool(View.of(text, furniture, *note.body).text.strip())


def word_notes(text: str) -> Iterator[Note]:
    """Notes that a word processor's extractor leaves inline, mark and body each in square brackets."""
    if "noteRef:" not in text:
        return
    marks = {match[1]: match.span() for match in reversed(list(WORD_MARK.finditer(text)))}
    seen_to = 0
    for match in WORD_BODY.finditer(text):
        if match.start() < seen_to or match[1] not in marks:
            continue
        close = closing_bracket(text, match.end())
        if close is None:
            continue
        seen_to = close + 1
        yield Note(match[1], match.span(), stripped(text, match.end(), close), marks[match[1]])


def closing_bracket(text: str, start: int) -> int | None:
    """Where the bracket that was opened before `start` closes; notes may hold brackets of their own."""
    depth = 1
    for match in re.compile(r"[\[\]]").finditer(text, start, min(len(text), start + LONGEST_NOTE)):
        depth += 1 if match[0] == "[" else -1
        if depth == 0:
            return match.start()
    return None


def page_ranges(text: str, furniture: Sequence[Range]) -> list[Range]:
    """The stretches between page furniture."""
    edges = [0, *(edge for span in furniture for edge in span), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


def paged_notes(text: str, pages: Sequence[Range], style: Style) -> list[Note]:
    """The notes of one style at the foot of each page, counted on from page to page."""
    notes: list[Note] = []
    after = 0
    for position, page in enumerate(pages):
        expected = int(notes[-1].number) + 1 if notes else 1
        for first in range(expected, expected + (1 + NOTES_MISSED if notes else 1)):
            row = with_marks(
                text, foot_of_page(text, page, style, first), style, pages[: position + 1], after
            )
            if row and believable(text, row):
                notes += row
                after = max([after, *(note.mark[1] for note in row if note.mark)])
                break
    return notes


def believable(text: str, row: Sequence[Note]) -> bool:
    """Whether enough marks answer to the bodies: half of them, and each that opens in lower case."""
    unmarked = [note for note in row if note.mark is None]
    return len(unmarked) * 2 <= len(row) and not any(
        text[note.body[0] : note.body[0] + 1].islower() for note in unmarked
    )


def foot_of_page(text: str, page: Range, style: Style, expected: int) -> list[Note]:
    """The longest row of bodies numbered `expected`, `expected + 1`, ... that runs to the end of the page."""
    label = last_label(text, page)
    closing = EXPLANATION.search(text, label, page[1])
    end = closing.start() if closing and not style.opening.search(text, closing.end(), page[1]) else page[1]
    openings = [
        m for m in style.opening.finditer(text, label, end) if expected <= int(m[1]) <= HIGHEST_NUMBER
    ]
    for last in range(len(openings) - 1, max(-1, len(openings) - 1 - LAST_BODIES_TRIED), -1):
        row = row_up_from(openings, last, expected)
        if row:
            ends = [match.start() for match in row[1:]] + [end]
            found = [note_of(text, match, stop) for match, stop in zip(row, ends, strict=True)]
            if all(note.body[1] - note.body[0] <= LONGEST_NOTE for note in found):
                return found
    return []


def note_of(text: str, opening: re.Match[str], end: int) -> Note:
    """The note that opens here and ends where the next one opens, or its page ends."""
    label = stripped(text, opening.start(), opening.end())
    return Note(opening[1], label, stripped(text, opening.end(), end), None)


def row_up_from(openings: Sequence[re.Match[str]], last: int, expected: int) -> list[re.Match[str]]:
    """Going up from `openings[last]`, the nearest match for each lower number down to `expected`."""
    row = [openings[last]]
    wanted = int(openings[last][1]) - 1
    for match in reversed(openings[:last]):
        if wanted < expected:
            break
        if int(match[1]) == wanted:
            row.append(match)
            wanted -= 1
    return row[::-1] if wanted < expected else []


def last_label(text: str, page: Range) -> int:
    """Where the last question or answer label of the page begins; notes stand below it."""
    position = page[0]
    for match in LABEL_LINE.finditer(text, *page):
        position = match.start()
    return position


def with_marks(
    text: str, row: Sequence[Note], style: Style, pages: Sequence[Range], after: int
) -> list[Note]:
    """The row with each note's mark: on its own page if it is there, else on the pages before it."""
    marked: list[Note] = []
    parts = masthead_apart(text, pages)
    masthead = parts[0][1] if len(parts) > len(pages) else 0
    for note in row:
        stretches = [(max(start, after), min(end, row[0].label[0])) for start, end in parts]
        seen = [stretch for stretch in stretches if stretch[0] < stretch[1]]
        mark = find_mark(text, note.number, style, seen, after, masthead)
        after = mark[1] if mark else after
        marked.append(replace(note, mark=mark))
    return marked


def masthead_apart(text: str, pages: Sequence[Range]) -> list[Range]:
    """The pages, with what stands above the first question as a page of its own: digits there are numbers,
    and a mark is looked for among them last."""
    first = LABEL_LINE.search(text, *pages[0]) if pages else None
    if not first or first.start() == pages[0][0]:
        return list(pages)
    return [(pages[0][0], first.start()), (first.start(), pages[0][1]), *pages[1:]]


def find_mark(
    text: str, number: str, style: Style, stretches: Sequence[Range], previous: int, masthead: int
) -> Range | None:
    """The first place that can be the mark of this number: on the last stretch first, by the best form.

    Up to `masthead` a number alone on its line is a number, not a mark.
    """
    if previous and (match := beside_previous(number).match(text, previous)):
        return match.span(1)
    for start, stop in reversed(stretches[-PAGES_BACK:]):
        for form in style.marks:
            match = mark_pattern(form, number).search(text, start, stop)
            if match and not (stop <= masthead and stands_alone(text, *mark_span(match, number))):
                return mark_span(match, number)
    return None


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch is all that stands on its line."""
    return text[:start].endswith("\n") and text.startswith("\n", end)


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
    return mark_pattern(r"(?:,[^\S\n]?|[^\S\n]en[^\S\n]|[^\S\n])({n}\)?)(?![\w.]\d|[\da-z])", number)


def mark_pattern(form: str, number: str) -> re.Pattern[str]:
    """The compiled form of a mark for one number."""
    key = (form, number)
    if key not in MARK_CACHE:
        if len(MARK_CACHE) > 5_000:
            MARK_CACHE.clear()
        MARK_CACHE[key] = re.compile(form.replace("{n}", number))
    return MARK_CACHE[key]


def stripped(text: str, start: int, end: int) -> Range:
    """The range without white space at its ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return (start + left, start + max(left, len(piece.rstrip())))
