"""Answers that are a list of their own: first all questions, then `1`, `2 en 3`, ... again, each an answer.

So answers were published until about 2010, below "Antwoord van minister ... (ontvangen ...)", and some
letters still are written, below "Antwoorden". Such a number is an answer only when a row of them counts all
questions above. A list inside an answer may count as far: how the lines above its items end tells the two
apart, and of all rows that count the questions the likeliest is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kamervragen.layout.furniture import Range
from kamervragen.layout.labels import Candidate
from kamervragen.layout.lines import line_start
from kamervragen.layout.numbering import NUMBERS, expand

NUMBER_FORMS = ("number", "bare-number")
QUESTION_FORMS = ("vraag", "vraag-inline", *NUMBER_FORMS)

# "Antwoorden", or who answers, on up to four lines more, down to an empty line or a number.
TURN = re.compile(
    r"\n[^\S\n]*[Aa]ntwoord(?:en)?(?:[.:]?|[^\S\n]+van[^\S\n]+(?:de[^\S\n]+)?(?:[Mm]inister|[Ss]taatssecretaris)\b"
    r"[^\n]*(?:\n(?![^\S\n]*\d{1,3}\b)[^\S\n]*+[^\n]+){0,4})[^\S\n]*(?=\n)"
)
ANNOUNCED = re.compile(r"ntwoorden|\bvan\b")
# "Antwoord van minister Bedacht (Verkeer). (Ontvangen 4 april 2008)"
BY_SOMEBODY = re.compile(r"\n?[^\n]*\bvan\b[^?]*?\([Oo]ntvangen\s[^)\n]{4,40}\)\.?")
# Above it stands what is published: its head may print who answers, and hold a question mark.
FIRST_LABEL = line_start(r"[^\S\n]*(?:Vraag\b|1[.:)]?(?=\s))")
# A row of answers: all its labels have one of these forms.
LABELS = {
    "alone": re.compile(rf"\n[^\S\n]*({NUMBERS})[.:)]?[^\S\n]*(?=\n)"),
    "stop": re.compile(rf"\n[^\S\n]*({NUMBERS})[.:][^\S\n]+(?=\S)"),
    "round": re.compile(rf"\n[^\S\n]*({NUMBERS})\)[^\S\n]+(?=\S)"),
    "space": re.compile(rf"\n[^\S\n]*({NUMBERS})[^\S\n]+(?=[A-ZÀ-Þ«“\"'‘(])"),
}
# Labels looked at, and rows of them kept while looking: no real answer has a list that needs more.
MOST_LABELS, MOST_ROWS = 400, 40

# How a label stands, and what that says for its being an answer's.
IN_A_LIST, PARTED, PLAIN = -3.0, 1.0, 0.0


@dataclass(frozen=True, slots=True)
class Label:
    """A number, or several, at the start of a line, and how likely an answer begins there."""

    start: int
    end: int
    numbers: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Row:
    """Labels that count the questions from the first on without leaving one out."""

    labels: tuple[Label, ...]
    counted: frozenset[str]
    weight: float


def turn_below(text: str) -> Range | None:
    """Where a document turns from all its questions to all its answers; None where it does not seem to.

    Both may be printed: "Antwoord", and below it who answers.
    """
    turn = None
    first_question = text.find("?")
    second_question = text.find("?", first_question + 1)
    turns = list(TURN.finditer(text))
    first_label = FIRST_LABEL.search(text) if turns else None
    for match in turns:
        start = match.start() + 1
        if turn and not text[turn[1] : start].isspace():
            break
        # who answers stands below all questions, "Antwoord" alone may stand below the first of several
        below_all = first_label and first_label.start() < start and BY_SOMEBODY.match(match[0])
        if turn or 0 < (first_question if below_all else second_question) < start:
            turn = (turn[0] if turn else start, match.end())
    return turn


def announced_turn(text: str) -> Range | None:
    """The turn to the answers, where it says that all of them follow, and not just the next one."""
    turn = turn_below(text)
    return turn if turn and ANNOUNCED.search(text, *turn) else None


def with_listed_answers(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, in which the numbers below the turn to the answers are answers.

    Only where they count just the questions that stand stacked above it, from the first to the last. Else who
    answers is the label of one answer to all of them.
    """
    turn = turn_below(text)
    if turn is None:
        return list(candidates)
    above = [c for c in candidates if c.start < turn[0]]
    below = [c for c in candidates if c.start >= turn[1]]
    asked = stacked(above)
    told_by = BY_SOMEBODY.match(text, *turn)
    if len(asked) < (1 if told_by else 2) or any(c.kind == "answer" and c.numbers for c in below):
        return list(candidates)
    row = likeliest_row(text, turn[1], asked)
    if row and len(asked) == 1 and text[turn[1] : row.labels[0].start].strip():
        row = None
    if row is None and not told_by:
        return list(candidates)
    end = turn[1] if row or told_by is None else told_by.end()
    label = Candidate(turn[0], end, "answer", "bare-antwoord")
    listed = row.labels if row else ()
    answers = [Candidate(each.start, each.end, "answer", "listed", each.numbers) for each in listed]
    taken = {each.start for each in answers}
    rest = [c for c in below if c.start not in taken and not within(answers, c)]
    return sorted([*above, label, *answers, *rest], key=lambda c: (c.start, c.end))


def within(answers: Sequence[Candidate], candidate: Candidate) -> bool:
    """Whether a candidate begins inside the label of an answer: the "2" of "1 en / 2"."""
    return any(answer.start <= candidate.start < answer.end for answer in answers)


def stacked(above: Sequence[Candidate]) -> list[str]:
    """The numbers of the questions above an answer label, up to the answer before them.

    They count from 1 up; a list inside a question does not.
    """
    numbers: list[str] = []
    for answered, candidates in groupby(above, key=lambda candidate: candidate.kind == "answer"):
        if answered:
            numbers = []
            continue
        for candidate in candidates:
            if candidate.form in QUESTION_FORMS:
                numbers += [number for number in candidate.numbers if number == str(len(numbers) + 1)]
    return numbers


def likeliest_row(text: str, start: int, asked: Sequence[str]) -> Row | None:
    """The row of labels behind `start` that best counts the questions; None where none counts them all."""
    wanted = frozenset(asked)
    whole: list[Row] = []
    for form in LABELS:
        found = list(labels(text, start, form))
        rows = (row for row in rows_of(found, asked) if row.counted == wanted and row.weight >= PLAIN)
        whole += [row for row in rows if not counts_on(row, found, len(asked) + 1)]
    return max(whole, key=lambda row: row.weight, default=None)


def counts_on(row: Row, found: Sequence[Label], following: int) -> bool:
    """Whether the next label goes on counting: then the row counts something else than questions."""
    behind = next((label for label in found if label.start > row.labels[-1].start), None)
    return behind is not None and behind.numbers == (str(following),)


def labels(text: str, start: int, form: str) -> Iterator[Label]:
    """The labels of one form behind `start`, no more than could matter."""
    for count, match in enumerate(LABELS[form].finditer(text, start)):
        if count == MOST_LABELS:
            return
        first = match.start(1)
        opens = not text[start:first].strip()
        yield Label(first, match.end(), expand(match[1]), PLAIN if opens else weight_at(text, first))


def weight_at(text: str, start: int) -> float:
    """What stands above a label says whether it goes on with a list."""
    line = text.rfind("\n", 0, start)
    above = text[max(0, line - 200) : line].rstrip()
    if above.endswith((":", ";", ",", " en", " of")):
        return IN_A_LIST
    return PARTED if text[:line].endswith("\n") or not above else PLAIN


def rows_of(found: Sequence[Label], asked: Sequence[str]) -> list[Row]:
    """All rows that the labels can make, the best one for each set of questions counted."""
    best = {frozenset[str](): Row((), frozenset(), PLAIN)}
    for label in found:
        for row in list(best.values()):
            longer = continued(row, label, asked)
            if longer and longer.weight > best.get(longer.counted, NO_ROW).weight:
                best[longer.counted] = longer
        if len(best) > MOST_ROWS:
            kept = sorted(best.values(), key=lambda row: row.weight, reverse=True)[:MOST_ROWS]
            best = {row.counted: row for row in kept}
    return list(best.values())


NO_ROW = Row((), frozenset(), float("-inf"))


def continued(row: Row, label: Label, asked: Sequence[str]) -> Row | None:
    """The row with one label more; None where the label does not count on with the next question."""
    following = next((number for number in asked if number not in row.counted), None)
    if following is None or label.numbers[:1] != (following,):
        return None
    numbers = frozenset(label.numbers)
    if numbers & row.counted or not numbers <= frozenset(asked):
        return None
    return Row((*row.labels, label), row.counted | numbers, row.weight + label.weight)
