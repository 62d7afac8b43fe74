"""From raw text to the best reading of its structure: the steps of the layout package in their order."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kamervragen.layout.breaks import implicit_answers, implicit_closing, implicit_questions
from kamervragen.layout.evidence import (
    answer_evidence,
    closing_evidence,
    paragraph_evidence,
    question_evidence,
    split_evidence,
    stop_of,
)
from kamervragen.layout.furniture import Range, find_furniture
from kamervragen.layout.labels import LONG_LINE, Candidate, printed_candidates
from kamervragen.layout.listed_answers import with_listed_answers
from kamervragen.layout.notes import Note, find_notes
from kamervragen.layout.prose import Printing, printing_of
from kamervragen.layout.search import Decision, Scored, scored, search
from kamervragen.layout.table_rows import with_cells
from kamervragen.layout.traits import Traits, traits_of
from kamervragen.view import View

# The text behind a label is judged on this many characters.
BODY_LIMIT = 2_500
# Candidates that could never be taken are not searched.
HOPELESS = -7.0
# A numbered line below this is taken for part of an answer when breaks are looked for.
UNLIKELY = -3.0


@dataclass(frozen=True, slots=True)
class Structure:
    """What was found in a raw text. Decisions have positions of `view` (without furniture and notes)."""

    text: str
    furniture: tuple[Range, ...]
    notes: tuple[Note, ...]
    view: View
    printing: Printing
    marks: tuple[Range, ...]
    traits: Traits
    scored: tuple[Scored, ...]
    decisions: tuple[Decision, ...]


def read_structure(text: str) -> Structure:
    """Furniture, notes, candidates and the best reading of a raw text.

    All of it is found in the text without the spaces at the ends of its lines (carriage returns among
    them), which extractors leave or do not leave, and with plain spaces for those of other widths; the
    places are led back to the text itself.
    """
    plain = plainly_spaced(text)
    lines = View.of(plain, line_edges(plain))
    furniture = find_furniture(lines.text)
    notes = find_notes(lines.text, furniture)
    seen = View.of(lines.text, hidden_ranges(lines.text, furniture, notes))
    run_on = seen.text.strip().count("\n") * LONG_LINE < len(seen.text)
    printed = with_listed_answers(seen.text, with_cells(printed_candidates(seen.text, run_on), seen.text))
    traits = traits_of(seen.text, printed, run_on)
    weighed = [item for item in score(seen.text, printed, traits) if item.weight > HOPELESS]
    published = any(IMPRINT.search(lines.text, *span) for span in furniture)
    placed = tuple(note_within(lines, note) for note in notes)
    return Structure(
        text=text,
        furniture=tuple(lines.span(*span) for span in furniture),
        notes=placed,
        view=seen.within(lines),
        printing=printing_of(seen.text, published=published),
        marks=tuple(sorted(note.mark for note in placed if note.mark)),
        traits=traits,
        scored=tuple(weighed),
        decisions=tuple(search(weighed, traits, BEYOND_DOUBT)),
    )


# Spaces that do not break, and thin ones.
OTHER_SPACES = "\xa0\u2002\u2003\u2007\u2008\u2009\u200a\u202f"


def plainly_spaced(text: str) -> str:
    """The text with plain spaces only (`str.translate` would look at every character by itself)."""
    for space in OTHER_SPACES:
        text = text.replace(space, " ")
    return text


# White space at the beginning and the end of lines; form feeds part pages and stay.
SPACES = re.compile(r"[^\S\n\f]*")
SPACED_NEWLINE = re.compile(r"\n(?:(?<=[^\S\n\f]\n)|(?=[^\S\n\f]))")


def line_edges(text: str) -> Iterator[Range]:
    """The white space around the newlines of a text."""
    for newline in SPACED_NEWLINE.finditer(text):
        start = end = newline.start()
        while start and text[start - 1].isspace() and text[start - 1] not in "\n\f":
            start -= 1
        if start < end:
            yield start, end
        if spaces := SPACES.match(text, end + 1):
            yield spaces.span()


def note_within(lines: View, note: Note) -> Note:
    """A note found in the text without line edges, with its places in the text itself."""
    mark = lines.span(*note.mark) if note.mark else None
    return Note(note.number, lines.span(*note.label), lines.span(*note.body), mark)


# What only a printed page of a publication has.
IMPRINT = re.compile(r"ISSN|-Gravenhage|vergaderjaar")


def hidden_ranges(text: str, furniture: Sequence[Range], notes: Sequence[Note]) -> list[Range]:
    """What the reader of the running text does not see, with the line break that it leaves behind."""
    blocks = [without_line(text, *span) for span in furniture]
    blocks += [without_line(text, note.label[0], body_end(text, note)) for note in notes]
    marks = [note.mark for note in notes if note.mark]
    marks = [(start - (text[start - 1 : start] == "\n"), end) for start, end in sorted(marks)]
    between = [(a[1], b[0]) for a, b in pairwise(marks) if BETWEEN_MARKS.fullmatch(text, a[1], b[0])]
    return sorted(blocks + marks + between)


# Marks that stand together: "1 2", "3, 4 en 5".
BETWEEN_MARKS = re.compile(r"[^\S\n]*(?:,|en|,[^\S\n]*en)?[^\S\n]*")


def body_end(text: str, note: Note) -> int:
    """The end of a note's body, with the bracket that closes an inline one."""
    end = note.body[1]
    if text[note.label[0] : note.label[1]].startswith("[") and text[note.label[0] : note.label[1]].endswith(
        ":"
    ):
        end = text.find("]", end) + 1 or end
    return end


def without_line(text: str, start: int, end: int) -> Range:
    """A block with the white space before it; one line break stays where something is glued behind it."""
    left = start
    while left and text[left - 1].isspace():
        left -= 1
    rest = text[end : end + 200].lstrip(" \t\xa0")
    if not rest or rest.startswith("\n") or "\n" not in text[left:start]:
        return (left if "\n" in text[left:start] or not rest else start), end
    return text.index("\n", left, start) + 1, end


def score(text: str, printed: Sequence[Candidate], traits: Traits) -> list[Scored]:
    """All candidates, printed and implicit, with the evidence for each, in order of position."""
    starts = [candidate.start for candidate in printed]
    last_label = max((c.start for c in printed if c.kind != "closing"), default=0)
    items = [
        score_printed(text, printed, position, starts, last_label, traits) for position in range(len(printed))
    ]
    asked = [item.candidate for item in items if item.candidate.kind != "question" or item.weight > UNLIKELY]
    if not (traits.labelled_questions or traits.asking_numbers or traits.asking_bare_numbers > 1):
        bare = [
            Candidate(c.start, c.start, c.kind, c.form)
            for c in implicit_questions(text, traits.run_on and bool(printed))
        ]
        known = set(starts)
        bare = [c for c in bare if c.start not in known]
        edges = sorted([*starts, *(c.start for c in bare), len(text)])
        items += [
            scored(c, paragraph_evidence(text, c, edges[bisect_right(edges, c.start)], traits)) for c in bare
        ]
        asked = sorted([*asked, *bare], key=lambda c: c.start)
    items += score_breaks(text, asked, traits)
    if traits.expects_answers is False and not (traits.answered_numbers or traits.bare_answers):
        items += [
            scored(candidate, closing_evidence(text, candidate, last_label))
            for candidate in implicit_closing(text, printed)
            if candidate.start not in starts
        ]
    return sorted(items, key=lambda item: (item.candidate.start, item.candidate.end))


def score_printed(
    text: str,
    printed: Sequence[Candidate],
    position: int,
    starts: Sequence[int],
    last_label: int,
    traits: Traits,
) -> Scored:
    """A candidate with a printed label."""
    candidate = printed[position]
    if candidate.kind == "answer":
        return scored(candidate, answer_evidence(text, candidate, traits))
    if candidate.kind == "closing":
        return scored(candidate, closing_evidence(text, candidate, last_label))
    stop = stop_of(printed, position, text, starts, BODY_LIMIT)
    following = printed[position + 1].kind if position + 1 < len(printed) else ""
    return scored(candidate, question_evidence(text, candidate, stop, traits, following))


def score_breaks(text: str, asked: Sequence[Candidate], traits: Traits) -> Iterator[Scored]:
    """The breaks at which an answer could begin without a label."""
    label_ends = {candidate.start: candidate.end for candidate in asked if candidate.kind != "closing"}
    edges = sorted([*label_ends, len(text)])
    for candidate in implicit_answers(text, asked, traits.run_on):
        if candidate.start in label_ends:
            continue
        position = bisect_right(edges, candidate.start)
        above = label_ends[edges[position - 1]] if position else 0
        start = max(above, candidate.start - BODY_LIMIT)
        yield scored(candidate, split_evidence(text, candidate, start, edges[position], traits))


# Chosen so that a margin of 2.5, the smallest at which invented documents were all but always read
# right, is a confidence of 0.9.
STEEPNESS = 0.9
# Any larger margin is a confidence of 1 all the same.
BEYOND_DOUBT = 12.0


def certainty(margin: float) -> float:
    """A margin in weight as a confidence between 0.5 (a coin's toss) and 1."""
    return 1.0 if margin >= BEYOND_DOUBT else round(1 / (1 + math.exp(-margin * STEEPNESS)), 4)
