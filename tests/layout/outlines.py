"""A reading in short, for tests."""

from __future__ import annotations

import kamervragen


def outline(text: str) -> str:
    """Questions and answers with their numbers, in order: "Q1 A1 Q2 Q3 A2+3"."""
    document = kamervragen.read(text)
    parts = [(row.start, f"Q{row.number}") for row in document.questions]
    parts += [(row.start, "A" + "+".join(row.question_numbers)) for row in document.answers]
    return " ".join(name for _, name in sorted(parts, key=lambda part: part[0]))


def answers(text: str) -> list[str]:
    """The clean texts of the answers."""
    return [row.text for row in kamervragen.read(text).answers]


def questions(text: str) -> list[str]:
    """The clean texts of the questions."""
    return [row.text for row in kamervragen.read(text).questions]
