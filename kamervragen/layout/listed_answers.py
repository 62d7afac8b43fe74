"""Answers that are a list of their own: all questions, then "Antwoorden", then `1.`, `2.`, ... again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kamervragen.layout.labels import Candidate

NUMBER_FORMS = ("number", "bare-number")
QUESTION_FORMS = ("vraag", "vraag-inline", *NUMBER_FORMS)


def with_listed_answers(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, in which the numbers below a bare "Antwoord" or "Antwoorden" label answers.

    Only where they count just the questions that stand stacked above it, from the first to the last.
    """
    found = list(candidates)
    for position, candidate in enumerate(candidates):
        if candidate.form != "bare-antwoord":
            continue
        asked = stacked(candidates[:position])
        below = candidates[position + 1 : position + 1 + len(asked)]
        after = candidates[position + 1 + len(asked) :][:1]
        listed = len(asked) > 1 and [c.numbers for c in below] == asked
        if (
            listed
            and all(c.form in NUMBER_FORMS for c in below)
            and not any(is_next(c, asked) for c in after)
        ):
            answers = [replace(c, kind="answer", form="listed") for c in below]
            found[position + 1 : position + 1 + len(asked)] = answers
    return found


def stacked(above: Sequence[Candidate]) -> list[tuple[str, ...]]:
    """The numbers of the questions right above an answer label, up to the answer before them."""
    numbers: list[tuple[str, ...]] = []
    for candidate in reversed(above):
        if candidate.form not in QUESTION_FORMS:
            break
        numbers.append(candidate.numbers)
    return numbers[::-1]


def is_next(candidate: Candidate, numbers: Sequence[tuple[str, ...]]) -> bool:
    """Whether a candidate goes on with the list: then it counts something else."""
    return candidate.form in NUMBER_FORMS and candidate.numbers == (str(len(numbers) + 1),)
