"""Which answer answers which question."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kamervragen.document import Answer, Question, QuestionAnswer
from kamervragen.layout.numbering import order
from kamervragen.layout.pointers import pointed_to
from kamervragen.layout.units import Unit


@dataclass(frozen=True, slots=True)
class Paired:
    """Questions, answers and their links; `question_of[i]`, `answer_of[i]`: what unit `i` became."""

    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    links: tuple[QuestionAnswer, ...]
    question_of: tuple[int | None, ...]
    answer_of: tuple[int | None, ...]


def pair(units: Sequence[Unit]) -> Paired:
    """Number the questions, build the answers and link them.

    A label with nothing behind it is only a label: it gives no row.
    """
    questions, question_of = numbered_questions(units)
    answers: list[Answer] = []
    links: list[QuestionAnswer] = []
    answer_of: list[int | None] = [None] * len(units)
    labelled = {number for unit in units if unit.kind == "answer" for number in unit.numbers}
    rows_of = rows_by_number(questions)
    asked = 0
    waiting: list[int] = []
    for position, unit in enumerate(units):
        if not unit.text:
            continue
        if unit.kind == "question":
            rows = max(1, len(unit.numbers))
            waiting += range(asked, asked + rows)
            asked += rows
        elif unit.kind == "answer":
            numbers, rows_answered = answered_by(unit, questions, rows_of, waiting, asked, labelled)
            answers.append(Answer(numbers, unit.text, *unit.body, pointed_to(unit.text)))
            answer_of[position] = len(answers) - 1
            links += links_of(answers[-1], len(answers) - 1, rows_answered)
            waiting = []
    ordered = sorted(links, key=lambda link: (link.question, link.answer))
    return Paired(tuple(questions), tuple(answers), tuple(ordered), tuple(question_of), tuple(answer_of))


def numbered_questions(units: Sequence[Unit]) -> tuple[list[Question], list[int | None]]:
    """One row a number; questions without a printed number are numbered by their order."""
    rows: list[Question] = []
    question_of: list[int | None] = []
    for unit in units:
        asks = unit.kind == "question" and bool(unit.text)
        question_of.append(len(rows) if asks else None)
        if not asks:
            continue
        for number in unit.numbers or (str(len(rows) + 1),):
            rows.append(
                Question(number, bool(unit.numbers), unit.heading_text, unit.text, *unit.body, unit.sure)
            )
    return rows, question_of


def rows_by_number(questions: Sequence[Question]) -> dict[str, list[int]]:
    """The rows of each number, in order."""
    rows_of: dict[str, list[int]] = {}
    for row, question in enumerate(questions):
        rows_of.setdefault(question.number, []).append(row)
    return rows_of


def answered_by(
    unit: Unit,
    questions: Sequence[Question],
    rows_of: Mapping[str, Sequence[int]],
    waiting: Sequence[int],
    asked: int,
    labelled: set[str],
) -> tuple[tuple[str, ...], list[int]]:
    """The numbers an answer covers, and the rows of the questions they stand for.

    An answer without numbers answers the question above it, and those stacked above that one unless
    another answer label names them.
    """
    if unit.numbers:
        nearby = (nearest(questions, rows_of, number, asked, waiting) for number in unit.numbers)
        return unit.numbers, list(dict.fromkeys(row for row in nearby if row is not None))
    rows = [row for row in waiting if row == waiting[-1] or questions[row].number not in labelled]
    return tuple(dict.fromkeys(questions[row].number for row in rows)), rows


def nearest(
    questions: Sequence[Question],
    rows_of: Mapping[str, Sequence[int]],
    number: str,
    asked: int,
    waiting: Sequence[int],
) -> int | None:
    """The question with this number: the last one asked before the answer, else one that comes later.

    "Antwoord 2m" under a repeated "Vraag 2" answers that question.
    """
    if rows := rows_of.get(number):
        before = bisect_left(rows, asked)
        return rows[before - 1] if before else rows[0]
    same = (row for row in reversed(waiting) if order(questions[row].number)[0] == order(number)[0])
    return next(same, misprinted(questions, rows_of, waiting))


def misprinted(
    questions: Sequence[Question], rows_of: Mapping[str, Sequence[int]], waiting: Sequence[int]
) -> int | None:
    """The question right above an answer, when its number stood before: "Vraag 7" twice, "Antwoord 8"."""
    if not waiting:
        return None
    repeated = rows_of[questions[waiting[-1]].number][0] < waiting[-1]
    return waiting[-1] if repeated else None


def links_of(answer: Answer, position: int, rows: Sequence[int]) -> list[QuestionAnswer]:
    """One link a question."""
    link = "referred" if answer.refers_to else "grouped" if len(rows) > 1 else "direct"
    return [QuestionAnswer(row, position, link) for row in rows]  # type: ignore[arg-type]  # a Link by construction
