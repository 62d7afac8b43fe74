"""Which answer answers which question."""

from __future__ import annotations

from collections.abc import Sequence
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
            numbers, rows_answered = answered_by(unit, questions, waiting, asked, labelled)
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


def answered_by(
    unit: Unit, questions: Sequence[Question], waiting: Sequence[int], asked: int, labelled: set[str]
) -> tuple[tuple[str, ...], list[int]]:
    """The numbers an answer covers, and the rows of the questions they stand for.

    An answer without numbers answers the question above it, and those stacked above that one unless
    another answer label names them.
    """
    if unit.numbers:
        rows = [
            row for number in unit.numbers if (row := nearest(questions, number, asked, waiting)) is not None
        ]
        return unit.numbers, list(dict.fromkeys(rows))
    rows = [row for row in waiting if row == waiting[-1] or questions[row].number not in labelled]
    return tuple(dict.fromkeys(questions[row].number for row in rows)), rows


def nearest(questions: Sequence[Question], number: str, asked: int, waiting: Sequence[int]) -> int | None:
    """The question with this number: the last one asked before the answer, else one that comes later.

    "Antwoord 2m" under a repeated "Vraag 2" answers that question.
    """
    for row in range(asked - 1, -1, -1):
        if questions[row].number == number:
            return row
    for row in range(asked, len(questions)):
        if questions[row].number == number:
            return row
    same = (row for row in reversed(waiting) if order(questions[row].number)[0] == order(number)[0])
    return next(same, misprinted(questions, waiting))


def misprinted(questions: Sequence[Question], waiting: Sequence[int]) -> int | None:
    """The question right above an answer, when its number stood before: "Vraag 7" twice, "Antwoord 8"."""
    if not waiting:
        return None
    number = questions[waiting[-1]].number
    repeated = any(question.number == number for question in questions[: waiting[-1]])
    return waiting[-1] if repeated else None


def links_of(answer: Answer, position: int, rows: Sequence[int]) -> list[QuestionAnswer]:
    """One link a question."""
    link = "referred" if answer.refers_to else "grouped" if len(rows) > 1 else "direct"
    return [QuestionAnswer(row, position, link) for row in rows]  # type: ignore[arg-type]  # a Link by construction
