"""What is printed between a label, the paragraphs under it and the next block."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.generator.layouts import Layout


@dataclass(frozen=True, slots=True)
class Seams:
    """After a label, between paragraphs, before a list item, after a block."""

    label: str
    paragraph: str
    item: str
    block: str


def seams(random: Random, layout: Layout) -> Seams:
    """The seams of one document in this layout."""
    if layout.lines == "glued":
        return Seams("\n", random.choice(("", "\n")), random.choice(("", "\n")), "\n")
    if layout.lines == "printed":
        return Seams("\n", "\n", "\n", "\n")
    if layout.name == "table of answers":
        return Seams("", "\n", "\n", "")
    if layout.name == "one line":
        return Seams(" ", " ", " ", " ")
    if layout.pages == "scan":
        return Seams(" ", " ", " ", "\n")
    if layout.name == "markdown":
        return Seams("\n\n", "\n\n", "\n", "\n\n")
    return Seams(random.choice(("\n", " \n")), "\n\n", "\n", random.choice(("\n\n", "\n\n\n")))
