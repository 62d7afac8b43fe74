"""One document as it was read: what the reader returns and the tables are made from.

Offsets are half-open ranges of Unicode code points into `Document.text`, the decoded raw file,
verbatim. Lists of rows are in the order of the text. Rows point to each other by position in those
lists (`question=2` is `questions[2]`); the tables turn positions into ids.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

DocumentType = Literal["answers", "questions", "postponement", "other"]
Role = Literal[
    "header",
    "heading",
    "question_label",
    "question",
    "answer_label",
    "answer",
    "footnote_label",
    "footnote",
    "page_furniture",
    "closing",
    "blank",
]
Link = Literal["direct", "grouped", "referred"]
Part = Literal["header", "question", "answer", "footnote", "other"]
Status = Literal["resolved", "ambiguous", "unresolved"]


@dataclass(slots=True, unsafe_hash=True)  # not frozen: four times as quick to make
class Segment:
    """A stretch of the document with one role; all segments together are the whole text, without a gap."""

    role: Role
    start: int
    end: int
    question: int | None = None
    answer: int | None = None
    footnote: int | None = None


@dataclass(slots=True, unsafe_hash=True)  # not frozen: quicker to make
class Question:
    """One question; `confidence` (0..1) says how clearly this reading beats the next best one."""

    number: str
    number_printed: bool
    heading: str | None
    text: str
    start: int
    end: int
    confidence: float


@dataclass(slots=True, unsafe_hash=True)  # not frozen: quicker to make
class Answer:
    """One answer block and the numbers of all questions it answers."""

    question_numbers: tuple[str, ...]
    text: str
    start: int
    end: int
    refers_to: tuple[str, ...] = ()


@dataclass(slots=True, unsafe_hash=True)  # not frozen: quicker to make
class QuestionAnswer:
    """Answer `answer` answers question `question` (positions in the document's lists)."""

    question: int
    answer: int
    link: Link


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note: `start`/`end` span its body, `marker_*` its mark in the running text (None: not found)."""

    number: str
    text: str
    start: int
    end: int
    marker_start: int | None = None
    marker_end: int | None = None
    question: int | None = None
    answer: int | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who asks or answers. `party` is of askers, the other fields are of respondents."""

    role: Literal["asker", "respondent"]
    name: str | None
    party: str | None = None
    office: str | None = None
    ministry: str | None = None
    ministry_id: str | None = None
    on_behalf_of: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """What the document says of itself: kind, numbers, dates, subject and people. Absent is None."""

    document_type: DocumentType = "other"
    publication_id: str | None = None
    session_year: str | None = None
    case_number: str | None = None
    title: str | None = None
    submitted_on: date | None = None
    answered_on: date | None = None
    participants: tuple[Participant, ...] = ()


@dataclass(slots=True, unsafe_hash=True)  # not frozen: six times as quick to make
class Reference:
    """One citation of one target, as printed at `start`..`end`."""

    kind: str
    start: int
    end: int
    target_id: str | None
    target_url: str | None
    status: Status
    dossier: str | None = None
    dossier_suffix: str | None = None
    number: str | None = None
    session_year: str | None = None
    article: str | None = None
    law: str | None = None
    page_from: int | None = None
    page_to: int | None = None


@dataclass(slots=True, unsafe_hash=True)  # not frozen: six times as quick to make
class Amount:
    """One amount of money in whole units of `currency`; `value_max` is the upper end of a range."""

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    currency: str
    currency_stated: bool
    approximation: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A raw text, read."""

    text: str
    dialect: str
    confidence: float
    header: Header
    segments: tuple[Segment, ...]
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    question_answers: tuple[QuestionAnswer, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    references: tuple[Reference, ...] = ()
    amounts: tuple[Amount, ...] = ()
    remarks: tuple[str, ...] = field(default=())
