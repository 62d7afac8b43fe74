"""The layouts of raw text: how questions are dressed, notes marked, lines broken, pages turned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kamervragen.document import DocumentType

Notes = Literal["word", "list", "brackets", "markdown", "page", "glued page", "none"]
Lines = Literal["paragraphs", "printed", "glued"]
Pages = Literal["none", "printed", "glued", "scan", "court", "numbers"]
HeaderStyle = Literal[
    "printed", "markdown", "plain", "letter", "scan", "court", "bare", "list", "case", "none"
]


@dataclass(frozen=True, slots=True)
class Dress:
    """How questions and answers are labelled; `{}` is the number. None: no label.

    `inline`: a question begins on the line of its label; `answer_inline`: so does an answer. `apart`: all
    answers stand below all questions, in a list of their own.
    """

    question: str | None
    answer: str | None
    inline: bool = False
    answer_inline: bool = False
    apart: bool = False

    @property
    def numbered(self) -> bool:
        """Whether questions bear numbers."""
        return self.question is not None and "{}" in self.question

    @property
    def grouping(self) -> bool:
        """Whether an answer can say which questions it answers."""
        return self.answer is not None and "{}" in self.answer and not self.apart

    @property
    def letters(self) -> bool:
        """Whether numbers such as 2a can be told from the text."""
        return self.question is not None and "Vraag" in self.question and self.grouping

    @property
    def name(self) -> str:
        return f"{self.question} / {self.answer}"


@dataclass(frozen=True, slots=True)
class Layout:
    """One shape that documents come in."""

    name: str
    document_types: tuple[DocumentType, ...]
    dresses: tuple[Dress, ...]
    notes: tuple[Notes, ...]
    headers: tuple[HeaderStyle, ...]
    lines: Lines = "paragraphs"
    pages: Pages = "none"
    width: int = 0


LABELLED = Dress("Vraag {}", "Antwoord {}")
LETTER = Dress("Vraag {}", "Antwoord op vraag {}")
NUMBERED = Dress("{}. ", "Antwoord vraag {}:", inline=True)
BARE_ANSWER = Dress("{}. ", "Antwoord:", inline=True)
NO_ANSWER_LABEL = Dress("{}. ", None, inline=True)
BARE_NUMBER = Dress("{}", "Antwoord")
BARE_NUMBER_ONLY = Dress("{}", None)
COURT = Dress("Vraag {}", None)
BOLD = Dress("**Vraag {}**", "Antwoord {}")
UNLABELLED = Dress(None, None)
QUESTIONS = Dress("Vraag {}", None)
QUESTION_LIST = Dress("{}. ", None, inline=True)
COLON = Dress("Vraag {}:", "Antwoord op vraag {}:")
CAPITALS = Dress("VRAAG {}", "ANTWOORD {}")
ROUND = Dress("{}) ", "Antwoord:", inline=True)
NO_NUMBER = Dress("Vraag", "Antwoord")
ONE_LINE = Dress("{}. ", "Antwoord ", inline=True, answer_inline=True)
CELLS = Dress("{}\t", "\t", inline=True, answer_inline=True)
APART = Dress("{}. ", "{}. ", inline=True, answer_inline=True, apart=True)
TABLE = Dress("{}\t", None, inline=True)

LAYOUTS: tuple[Layout, ...] = (
    Layout("letter through POI", ("answers",), (LETTER, LETTER, NUMBERED), ("word", "none"), ("letter",)),
    Layout(
        "docx through POI", ("answers",), (NO_ANSWER_LABEL, BARE_ANSWER), ("word", "none"), ("none", "plain")
    ),
    Layout(
        "docx as plain text",
        ("answers",),
        (LABELLED, LETTER, NUMBERED, BARE_ANSWER, BARE_NUMBER),
        ("list", "brackets", "none"),
        ("plain",),
    ),
    Layout(
        "bare numbers", ("answers",), (BARE_NUMBER, BARE_NUMBER_ONLY), ("list", "none"), ("plain", "bare")
    ),
    Layout(
        "PDF, glued lines",
        ("answers", "answers", "postponement"),
        (LABELLED,),
        ("glued page",),
        ("printed",),
        lines="glued",
        pages="glued",
        width=80,
    ),
    Layout(
        "PDF, printed lines",
        ("answers", "answers", "postponement"),
        (LABELLED,),
        ("page",),
        ("printed",),
        lines="printed",
        pages="printed",
        width=78,
    ),
    Layout(
        "questions, glued lines",
        ("questions",),
        (QUESTIONS,),
        ("glued page",),
        ("case",),
        lines="glued",
        pages="glued",
        width=80,
    ),
    Layout("questions as docx", ("questions",), (UNLABELLED, QUESTION_LIST), ("list", "none"), ("list",)),
    Layout("questions alone", ("questions",), (UNLABELLED,), ("none",), ("none",)),
    Layout("question table", ("questions",), (TABLE,), ("none",), ("none",)),
    Layout("scanned letter", ("answers",), (LETTER,), ("none",), ("scan",), pages="scan"),
    Layout("markdown", ("answers",), (BOLD,), ("markdown", "none"), ("markdown",)),
    Layout(
        "Court of Audit",
        ("answers",),
        (COURT, LETTER),
        ("none",),
        ("court",),
        lines="printed",
        pages="court",
        width=88,
    ),
    Layout(
        "docx in rarer labels",
        ("answers",),
        (COLON, CAPITALS, ROUND, NO_NUMBER, ONE_LINE),
        ("list", "brackets", "none"),
        ("plain",),
    ),
    Layout("table of answers", ("answers",), (CELLS,), ("none",), ("plain", "bare")),
    Layout("answers apart", ("answers",), (APART,), ("none",), ("plain",)),
    Layout(
        "numbered pages",
        ("answers",),
        (LABELLED, LETTER),
        ("none",),
        ("plain",),
        lines="printed",
        pages="numbers",
        width=80,
    ),
    Layout("one line", ("answers",), (LABELLED, LETTER), ("none",), ("bare",)),
)
