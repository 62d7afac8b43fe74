"""Footnotes: their bodies, and the marks in the running text that they answer to.

Two ways of printing need two ways of finding. Word processors leave notes inline: the mark
`[footnoteRef:1]` and, in the same paragraph, the body `[1:  text ]`. Everybody else prints a block of
bodies, numbered in a row, at the foot of a page or at the end of the document, and leaves a bare number,
`1)` or `[1]` as the mark. There a body is believed only as part of a row that runs on from the notes
before it to the end of its page, and a number is a mark only when a body answers to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kamervragen.layout import marks, wording
from kamervragen.layout.furniture import Range
from kamervragen.layout.lines import LineStart, line_start
from kamervragen.layout.listed_answers import announced_turn
from kamervragen.view import View, reaching_into

# A body longer than this is a misread bracket, not a note.
LONGEST_NOTE = 4_000
# How far a row of notes may be out of step with the notes seen so far (a lost note, a table's own note).
HIGHEST_NUMBER = 400
NOTES_MISSED = 2
# A row is looked for from this many of the last bodies upward; keeps hostile lists of numbers cheap.
LAST_BODIES_TRIED = 40
# A mark stands on the page of its body, or a few pages before it in a long answer.
PAGES_BACK = 4
# With so many more marks missing than found, the others are not looked for: these are no notes.
MARKS_MISSED = 3
# After so many rows in vain, marks are looked for on the last pages only, no longer in all that was read.
ROWS_IN_VAIN = 20


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

    `sign` is in every first opening. `marks` are tried in order; the first that matches between the previous
    mark and the body wins. What is `doubtful` looks like a list as well: it is looked for last, and only
    believed when each body names a source and has a mark.
    """

    name: str
    sign: str
    opening: LineStart
    marks: tuple[str, ...]
    mark_needed: bool
    doubtful: bool = False


# A note that opens in lower case (`3 bis: ...`) is believed only when its mark is found; not "2x", "2 mei".
_LOWER = rf"(?!(?:x|e|de|ste)\b|{marks.COUNTED})[a-zß-ÿ]"
_OPENS = r"[A-ZÀ-Þ«“”„\"‘'’´(<\[€*]|https?:|www\."

STYLES = (
    Style(
        "bracketed",
        "[",
        line_start(r"[^\S\n]*\[(\d{1,3})[^\S\n]?\][^\S\n]*(?=\S)"),
        marks.BRACKETED,
        mark_needed=True,
    ),
    Style(
        "parenthesis",
        ")",
        line_start(r"[^\S\n]*\(?(\d{1,3})\)[^\S\n]*(?=\S)"),
        marks.PARENTHESIS,
        mark_needed=True,
    ),
    Style(
        "plain",
        "",
        # The number may be glued to the text, even to a year ("22023 Annual report" is note 2).
        line_start(
            rf"[^\S\n]*(\d{{1,3}}?)(?:(?=(?:19|20)\d\d(?!\d))|[^\S\n]{{1,4}}(?=\d)|[^\S\n]{{0,4}}(?={_OPENS}|{_LOWER}))"
        ),
        marks.PLAIN,
        mark_needed=False,
    ),
    # markdown: "[^1]: ..." or "^1 ..."
    Style(
        "caret",
        "^",
        line_start(r"[^\S\n]*\[?\^(\d{1,3})(?:\]:?)?[^\S\n]*(?=\S)"),
        marks.CARET,
        mark_needed=True,
    ),
    Style(
        "raised",
        "<sup>",
        line_start(r"[^\S\n]*<sup>(\d{1,3})</sup>[^\S\n]*(?=\S)"),
        marks.RAISED,
        mark_needed=True,
    ),
    # the number alone on the line above
    Style(
        "above",
        "\n1\n",
        line_start(r"(\d{1,3})\n\n?(?=\S)"),
        marks.GLUED,
        mark_needed=True,
        doubtful=True,
    ),
    Style(
        "stop",
        "\n1. ",
        line_start(r"(\d{1,3})\.[^\S\n]+(?=\S)"),
        marks.GLUED,
        mark_needed=True,
        doubtful=True,
    ),
)
# What a body names that is no item of a list.
SOURCE = re.compile(
    r"(?:19|20)\d\d|https?:|www\.|\b(?:Kamerst|Aanhangsel|Handelingen|Stb|Stcrt|ECLI|nr\.|p\.)"
)

WORD_MARK = re.compile(r"\[(?:foot|end)noteRef:(\d{1,4})\]")
WORD_BODY = re.compile(r"\[(\d{1,4}):")
# A label of a question or an answer never stands in the notes at the foot of a page.
LABEL_LINE = line_start(r"[^\S\n]*(?:Vra(?:ag|gen)|Antwoord(?:en)?|Mededeling)(?![^\W\d])")
# What may follow the notes at the end of a document.
EXPLANATION = line_start(r"[^\S\n]*Toelichting[^\S\n]*:")


def find_notes(text: str, furniture: Sequence[Range]) -> list[Note]:
    """All notes of the document, in the order of their bodies."""
    if "\n¹" in text:  # raised digits count the bodies, and so they do the marks
        text = text.translate(RAISED_DIGITS)
    notes = list(word_notes(text))
    taken = [note.body for note in notes]
    pages = page_ranges(text, furniture)
    paper: Paper | None = None
    for style in STYLES:
        if style.doubtful and notes:
            break
        openings = [openings_on(text, page, style) for page in pages] if style.sign in text else []
        # notes begin with the first
        if not any(int(match[1]) == 1 for on_page in openings for match in on_page):
            continue
        paper = paper or paper_of(text, pages)
        if style.doubtful and paper.labels:
            continue
        found = paged_notes(paper, style, openings)
        found = [note for note in found if not reaching_into(taken, *note.body)]
        taken = sorted([*taken, *(note.body for note in found)])
        notes += found
    said = (note for note in notes if says(text, note, furniture))
    return list(marked_once(sorted(said, key=lambda note: note.body)))


# One character for one, so that all places stay.
RAISED_DIGITS = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")


def marked_once(notes: Iterable[Note]) -> Iterator[Note]:
    """The notes, each mark going to the first that claims it: two bodies may carry one number."""
    taken: set[Range] = set()
    for note in notes:
        yield replace(note, mark=None) if note.mark in taken else note
        if note.mark:
            taken.add(note.mark)


def says(text: str, note: Note, furniture: Sequence[Range]) -> bool:
    """Whether a body holds anything but page furniture."""
    return bool(View.of(text, reaching_into(furniture, *note.body), *note.body).text.strip())


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
    """The stretches between page furniture. Notes to questions may stand right above all answers."""
    turn = announced_turn(text)
    between = sorted([*furniture, turn]) if turn else furniture
    edges = [0, *(edge for span in between for edge in span), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


@dataclass(frozen=True, slots=True)
class Paper:
    """The pages of a document; above `head` stand no questions. `labels` are where bare numbers label
    questions."""

    text: str
    pages: tuple[Range, ...]
    head: int
    labels: tuple[int, ...]

    def numbers_to(self, style: Style) -> int:
        """Up to where a number that begins a line is no mark of this style."""
        return len(self.text) + 1 if self.labels and not style.mark_needed else self.head

    def between(self, start: int, end: int, most: int | None = None) -> list[Range]:
        """What lies of the (last) pages between two positions; the head is a page of its own."""
        pages = reaching_into(self.pages, start, end)
        edges = (edge for page in pages[-most if most else 0 :] for edge in cut(page, self.head))
        return [(max(a, start), min(b, end)) for a, b in edges if a < end and start < b]


def cut(page: Range, at: int) -> Sequence[Range]:
    """A page, in two when a position lies within it."""
    return ((page[0], at), (at, page[1])) if page[0] < at < page[1] else (page,)


def paper_of(text: str, pages: Sequence[Range]) -> Paper:
    """The pages, and what is known of their labels.

    In the head digits are numbers, and a mark is looked for among them last; where bare numbers are the
    labels of the questions, a number that begins a line is nowhere a mark.
    """
    first = LABEL_LINE.search(text, *pages[0]) if pages else None
    return Paper(text, tuple(pages), first.start() if first else 0, tuple(bare_labels(text)))


def paged_notes(
    paper: Paper, style: Style, openings_by_page: Sequence[Sequence[re.Match[str]]]
) -> list[Note]:
    """The notes of one style at the foot of each page, counted on from page to page, or afresh on each."""
    text = paper.text
    notes: list[Note] = []
    after = in_vain = 0
    for page, on_page in zip(paper.pages, openings_by_page, strict=True):
        openings, end = at_foot(paper, page, on_page)
        for first in first_numbers(notes) if openings else ():
            afresh = bool(notes) and first == 1
            since = max(after, page[0]) if afresh else after
            row = with_marks(paper, row_from(text, openings, end, first), style, since)
            if not afresh and in_vain < ROWS_IN_VAIN and any(note.mark is None for note in row):
                row = most_marked(row, with_marks_in_order(paper, row, style, since))
            if row and believable(text, row, style, strict=afresh):
                notes += row
                after = max([after, *(note.mark[1] for note in row if note.mark)])
                break
            in_vain += bool(row)
    return notes


def first_numbers(notes: Sequence[Note]) -> Sequence[int]:
    """The numbers that the first note of a page can have."""
    if not notes:
        return (1,)
    following = int(notes[-1].number) + 1
    return (*range(following, following + 1 + NOTES_MISSED), 1)


def most_marked(one: list[Note], other: list[Note]) -> list[Note]:
    """Of two readings of the same bodies, the one in which more of them have a mark."""
    return max(one, other, key=lambda row: sum(note.mark is not None for note in row))


def believable(text: str, row: Sequence[Note], style: Style, *, strict: bool) -> bool:
    """Whether enough marks answer to the bodies: half of them, and each that opens in lower case.

    Two thirds, where a body looks like the item of a list ("1)"); all of them, where notes begin afresh.
    """
    unmarked = [note for note in row if note.mark is None]
    if style.doubtful and not all(SOURCE.search(text, *note.body) for note in row):
        return False
    if strict or style.doubtful:
        return not unmarked and not text[row[0].body[0]].islower() and not text[row[0].body[0]].isdigit()
    if style.mark_needed and len(unmarked) * 3 > len(row):
        return not unmarked
    return len(unmarked) * 2 <= len(row) and not any(
        text[note.body[0] : note.body[0] + 1].islower() for note in unmarked
    )


def openings_on(text: str, page: Range, style: Style) -> list[re.Match[str]]:
    """Where bodies could open on a page."""
    return list(style.opening.finditer(text, *page))


def at_foot(paper: Paper, page: Range, openings: Sequence[re.Match[str]]) -> tuple[list[re.Match[str]], int]:
    """The openings below the last label of a page, and where the last of the bodies would end."""
    if not openings:
        return [], page[1]
    label = last_label(paper, page)
    openings = [match for match in openings if match.start() >= label]
    closing = EXPLANATION.search(paper.text, label, page[1]) if openings else None
    closed = closing and openings[-1].start() < closing.end()
    end = closing.start() if closing and closed else page[1]
    return [match for match in openings if match.start() < end and int(match[1]) <= HIGHEST_NUMBER], end


def row_from(text: str, openings: Sequence[re.Match[str]], end: int, expected: int) -> list[Note]:
    """The longest row of bodies numbered `expected`, `expected + 1`, ... that runs to the end of the page."""
    openings = [match for match in openings if int(match[1]) >= expected]
    for last in range(len(openings) - 1, max(-1, len(openings) - 1 - LAST_BODIES_TRIED), -1):
        row = row_up_from(text, openings, last, expected)
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


def row_up_from(
    text: str, openings: Sequence[re.Match[str]], last: int, expected: int
) -> list[re.Match[str]]:
    """Going up from `openings[last]`, the nearest match for each lower number down to `expected`.

    A number that no opening has may be glued to digits ("61823021 ENE" is note 6 between 5 and 7).
    """
    row = [openings[last]]
    wanted, below = int(openings[last][1]) - 1, openings[last].start()
    for position in range(last - 1, -1, -1):
        match = openings[position]
        if wanted < expected:
            break
        if int(match[1]) == wanted - 1 >= expected:
            if glued := glued_opening(wanted).search(text, match.end(), below):
                row.append(glued)
                wanted -= 1
            below = match.start()
        if int(match[1]) == wanted:
            row.append(match)
            wanted, below = wanted - 1, match.start()
    return row[::-1] if wanted < expected else []


def glued_opening(number: int) -> re.Pattern[str]:
    """A line that begins with a number, whatever stands behind it."""
    return marks.mark_pattern(r"(?m)^({n})(?=[\dA-Za-z])", str(number))


def last_label(paper: Paper, page: Range) -> int:
    """Where the last question or answer label of the page begins; notes stand below it."""
    labels = [match.start() for match in LABEL_LINE.finditer(paper.text, *page)]
    bare = paper.labels[: bisect_left(paper.labels, page[1])]
    return max((page[0], *labels[-1:], *bare[-1:]))


def with_marks(paper: Paper, row: Sequence[Note], style: Style, after: int) -> list[Note]:
    """The row with each note's mark: on its own page if it is there, else on the pages before it."""
    marked: list[Note] = []
    missing = 0
    for note in row:
        seen = paper.between(after, row[0].label[0], PAGES_BACK)[: -PAGES_BACK - 1 : -1]
        hopeless = missing > len(marked) - missing + MARKS_MISSED
        mark = None
        if not hopeless:
            mark = marks.find_mark(paper.text, note.number, style.marks, seen, after, paper.numbers_to(style))
        missing += mark is None
        after = mark[1] if mark else after
        marked.append(replace(note, mark=mark))
    return marked


def with_marks_in_order(paper: Paper, row: Sequence[Note], style: Style, after: int) -> list[Note]:
    """The row with marks from anywhere above it: notes at the end of a document, or a number in a list that
    was taken for a mark and left none for the notes behind it."""
    seen = paper.between(after, row[0].label[0])
    numbers = [note.number for note in row]
    chosen = marks.marks_in_order(paper.text, numbers, style.marks, seen, paper.numbers_to(style))
    return [replace(note, mark=mark) for note, mark in zip(row, chosen, strict=True)]


# "2", and on the next line "Kunt u ...", or "2 Kunt u ...", "2. Kunt u ..."
BARE_LABEL = line_start(r"(\d{1,3})[.)]?(?:\n\n?|[ ]+)(?=[A-ZÀ-Þ])")
LABELLED = line_start(r"[*#>| \t]{0,8}(?:Vra(?:ag|gen)|VRA(?:AG|GEN))\b[^\n]{0,30}(?=\n|\Z)")
LABELLED_TEXT = line_start(r"[*#>| \t-]{0,8}(?:Vraag|VRAAG)[ ]?\d{1,3}\b")


def bare_labels(text: str) -> list[int]:
    """Where bare numbers count the questions: 1, 2, ... before what asks. None where labels are printed."""
    labels: list[int] = []
    for match in BARE_LABEL.finditer(text):
        if int(match[1]) == len(labels) + 1 and asks(text, match.end()):
            labels.append(match.start())
    if len(labels) < 2 or LABELLED.search(text):
        return []
    # "Vraag 3" may open a line or two where questions are numbered
    return labels if sum(1 for _ in LABELLED_TEXT.finditer(text)) < len(labels) else []


def asks(text: str, position: int) -> bool:
    """Whether a paragraph opens like a question or holds one."""
    end = text.find("\n\n", position, position + LONGEST_QUESTION)
    return wording.opens_question(text, position) or "?" in text[position : end if end >= 0 else position]


LONGEST_QUESTION = 800


def stripped(text: str, start: int, end: int) -> Range:
    """The range without white space at its ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return (start + left, start + max(left, len(piece.rstrip())))
