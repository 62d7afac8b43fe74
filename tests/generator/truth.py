"""What is known of an invented document, and of a passage of text before it is laid out.

A passage is the running text of one paragraph with its facts: citations, amounts, note marks, note bodies
and stretches that are not part of the reading text. Laying it out moves it into the document and breaks
its lines; the facts move along.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kamervragen.document import Amount, Answer, Footnote, Header, Question, Reference, Role


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of note `number` in the running text."""

    number: str


@dataclass(frozen=True, slots=True)
class NoteBody:
    """The body of a note that is printed inside the paragraph."""

    number: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """Printed in the paragraph, but no part of its reading text."""


Fact: TypeAlias = Reference | Amount | NoteMark | NoteBody | Hidden


@dataclass(frozen=True, slots=True)
class Stretch:
    """A fact and where it stands in its passage."""

    start: int
    end: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text and its facts. Passages are added like strings."""

    text: str = ""
    stretches: tuple[Stretch, ...] = ()

    def __add__(self, other: Passage | str) -> Passage:
        if isinstance(other, str):
            return Passage(self.text + other, self.stretches)
        shift = len(self.text)
        moved = tuple(Stretch(s.start + shift, s.end + shift, s.fact) for s in other.stretches)
        return Passage(self.text + other.text, self.stretches + moved)

    def __radd__(self, other: str) -> Passage:
        return Passage(other) + self

    @classmethod
    def of(cls, text: str, fact: Fact) -> Passage:
        """A passage that is one fact as a whole."""
        return cls(text, (Stretch(0, len(text), fact),))

    def hidden(self) -> Passage:
        """The same passage, printed but not read."""
        return Passage(self.text, (Stretch(0, len(self.text), Hidden()), *self.stretches))

    def reading_text(self) -> str:
        """The text as the contract wants it: without marks and hidden stretches, white space folded."""
        pieces, place = [], 0
        skipped = [s for s in self.stretches if isinstance(s.fact, NoteMark | Hidden)]
        for stretch in sorted(skipped, key=lambda s: (s.start, -s.end)):
            if stretch.start >= place:
                pieces.append(self.text[place : stretch.start])
            place = max(place, stretch.end)
        return " ".join("".join([*pieces, self.text[place:]]).split())


@dataclass(frozen=True, slots=True)
class Note:
    """A note that is printed apart from its mark."""

    number: str
    body: Passage


@dataclass(frozen=True, slots=True)
class Painted:
    """A stretch of the document with its role; what no stretch covers is blank."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Invented:
    """A document and all rows that a right reading of it gives, in the order of the text."""

    text: str
    layout: str
    dress: str
    header: Header
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    footnotes: tuple[Footnote, ...]
    references: tuple[Reference, ...]
    amounts: tuple[Amount, ...]
    painted: tuple[Painted, ...]
