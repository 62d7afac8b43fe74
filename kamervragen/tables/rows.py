"""One document -> its rows in every table, column by column.

Rows are kept as columns (`{"questions": {"question_id": [...], "number": [...], ...}, ...}`), in the order
of the text: a hundred thousand documents have some ten million rows, and an object for each would cost more
than reading them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from operator import attrgetter
from typing import Any, NamedTuple

from kamervragen.document import Amount, Document, Part, Reference, Role
from kamervragen.tables import ids
from kamervragen.tables.ids import pick
from schemas import DECIMAL_PRECISION, DECIMAL_SCALE, TABLES

Columns = dict[str, list[Any]]
Rows = dict[str, Columns]

# Every table but the ledger, which is about files.
DOCUMENT_TABLES = tuple(name for name in TABLES if name != "sources")

_PART_OF_ROLE: dict[Role, Part] = {
    "header": "header",
    "heading": "other",
    "question_label": "question",
    "question": "question",
    "answer_label": "answer",
    "answer": "answer",
    "footnote_label": "footnote",
    "footnote": "footnote",
    "page_furniture": "other",
    "closing": "other",
    "blank": "other",
}
_START = attrgetter("start")
_SMALLEST = Decimal(1).scaleb(-DECIMAL_SCALE)
_LARGEST = Decimal(10) ** (DECIMAL_PRECISION - DECIMAL_SCALE) - 1


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """The raw file that a document was read from: path relative to the raw folder, and its SHA-256."""

    source_path: str
    source_sha256: str


class _Ids(NamedTuple):
    """The ids of a document and of everything in it, by position in the document's lists."""

    document: str
    questions: list[str]
    answers: list[str]
    footnotes: list[str]

    @classmethod
    def of(cls, document: Document, document_id: str) -> _Ids:
        return cls(
            document=document_id,
            questions=ids.ids_by_number(document_id, ids.QUESTION, (q.number for q in document.questions)),
            answers=ids.ids_by_position(document_id, ids.ANSWER, len(document.answers)),
            footnotes=ids.ids_by_number(document_id, ids.FOOTNOTE, (n.number for n in document.footnotes)),
        )


def document_rows(document: Document, *, document_id: str, source: SourceFacts) -> Rows:
    """The rows of a document in every table but `sources`; each column is a list in the order of the text.

    `references.target_document_id` is null: which documents a release holds is known only when all are read.

    Raises:
        ValueError: an amount is too large to be stored.
    """
    known = _Ids.of(document, document_id)
    return {
        "documents": _document(document, document_id, source),
        "participants": _participants(document, document_id),
        "questions": _questions(document, known),
        "answers": _answers(document, known),
        "question_answers": _question_answers(document, known),
        "footnotes": _footnotes(document, known),
        "references": _references(document, known),
        "amounts": _amounts(document, known),
        "segments": _segments(document, known),
    }


def row_count(columns: Columns) -> int:
    """How many rows the columns hold."""
    return len(next(iter(columns.values())))


def as_dicts(columns: Columns) -> list[dict[str, Any]]:
    """The same rows one by one, for looking at."""
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _document(document: Document, document_id: str, source: SourceFacts) -> Columns:
    header = document.header
    row = {
        "document_id": document_id,
        "source_path": source.source_path,
        "source_sha256": source.source_sha256,
        "document_type": header.document_type,
        "publication_id": header.publication_id,
        "session_year": header.session_year,
        "case_number": header.case_number,
        "title": header.title,
        "submitted_on": header.submitted_on,
        "answered_on": header.answered_on,
        "days_to_answer": _days_to_answer(document),
        "question_count": len(document.questions),
        "answer_count": len(document.answers),
        "reference_count": len(document.references),
        "amount_count": len(document.amounts),
        "dialect": document.dialect,
        "confidence": document.confidence,
        "text": document.text,
        "remarks": "\n".join(document.remarks) or None,
    }
    return {name: [value] for name, value in row.items()}


def _days_to_answer(document: Document) -> int | None:
    header = document.header
    if header.document_type == "postponement" or header.answered_on is None or header.submitted_on is None:
        return None
    return (header.answered_on - header.submitted_on).days


def _participants(document: Document, document_id: str) -> Columns:
    people = document.header.participants
    return {
        "participant_id": ids.ids_by_position(document_id, ids.PARTICIPANT, len(people)),
        "document_id": [document_id] * len(people),
        "role": [person.role for person in people],
        "position": _positions(people),
        "name": [person.name for person in people],
        "party": [person.party for person in people],
        "office": [person.office for person in people],
        "ministry": [person.ministry for person in people],
        "ministry_id": [person.ministry_id for person in people],
        "on_behalf_of": [person.on_behalf_of for person in people],
    }


def _questions(document: Document, known: _Ids) -> Columns:
    questions = document.questions
    return {
        "question_id": known.questions,
        "document_id": [known.document] * len(questions),
        "number": [question.number for question in questions],
        "number_printed": [question.number_printed for question in questions],
        "position": _positions(questions),
        "heading": [question.heading for question in questions],
        "text": [question.text for question in questions],
        "start": [question.start for question in questions],
        "end": [question.end for question in questions],
        "confidence": [question.confidence for question in questions],
    }


def _answers(document: Document, known: _Ids) -> Columns:
    answers = document.answers
    return {
        "answer_id": known.answers,
        "document_id": [known.document] * len(answers),
        "position": _positions(answers),
        "question_numbers": [answer.question_numbers for answer in answers],
        "text": [answer.text for answer in answers],
        "start": [answer.start for answer in answers],
        "end": [answer.end for answer in answers],
        "refers_to": [answer.refers_to or None for answer in answers],
    }


def _question_answers(document: Document, known: _Ids) -> Columns:
    links = document.question_answers
    return {
        "question_id": [known.questions[link.question] for link in links],
        "answer_id": [known.answers[link.answer] for link in links],
        "link": [link.link for link in links],
        "document_id": [known.document] * len(links),
    }


def _footnotes(document: Document, known: _Ids) -> Columns:
    notes = document.footnotes
    return {
        "footnote_id": known.footnotes,
        "document_id": [known.document] * len(notes),
        "number": [note.number for note in notes],
        "text": [note.text for note in notes],
        "start": [note.start for note in notes],
        "end": [note.end for note in notes],
        "marker_start": [note.marker_start for note in notes],
        "marker_end": [note.marker_end for note in notes],
        "question_id": [pick(known.questions, note.question) for note in notes],
        "answer_id": [pick(known.answers, note.answer) for note in notes],
    }


def _references(document: Document, known: _Ids) -> Columns:
    found = document.references
    return {
        "reference_id": ids.ids_by_position(known.document, ids.REFERENCE, len(found)),
        **_place(document, known, found),
        "kind": [reference.kind for reference in found],
        **_span(document, found),
        "target_id": [reference.target_id for reference in found],
        "target_url": [reference.target_url for reference in found],
        "target_document_id": [None] * len(found),
        "status": [reference.status for reference in found],
        "dossier": [reference.dossier for reference in found],
        "dossier_suffix": [reference.dossier_suffix for reference in found],
        "number": [reference.number for reference in found],
        "session_year": [reference.session_year for reference in found],
        "article": [reference.article for reference in found],
        "law": [reference.law for reference in found],
        "page_from": [reference.page_from for reference in found],
        "page_to": [reference.page_to for reference in found],
    }


def _amounts(document: Document, known: _Ids) -> Columns:
    found = document.amounts
    return {
        "amount_id": ids.ids_by_position(known.document, ids.AMOUNT, len(found)),
        **_place(document, known, found),
        **_span(document, found),
        "value": [_money(amount.value) for amount in found],
        "value_max": [None if amount.value_max is None else _money(amount.value_max) for amount in found],
        "currency": [amount.currency for amount in found],
        "currency_stated": [amount.currency_stated for amount in found],
        "approximation": [amount.approximation for amount in found],
        "period": [amount.period for amount in found],
    }


def _segments(document: Document, known: _Ids) -> Columns:
    segments = document.segments
    questions, answers, footnotes = known.questions, known.answers, known.footnotes
    return {
        "document_id": [known.document] * len(segments),
        "position": _positions(segments),
        "role": [segment.role for segment in segments],
        "start": [segment.start for segment in segments],
        "end": [segment.end for segment in segments],
        # Nine rows of ten are segments, so that a call for each would show.
        "question_id": [None if s.question is None else questions[s.question] for s in segments],
        "answer_id": [None if s.answer is None else answers[s.answer] for s in segments],
        "footnote_id": [None if s.footnote is None else footnotes[s.footnote] for s in segments],
    }


def _positions(things: tuple[Any, ...]) -> list[int]:
    return list(range(1, len(things) + 1))


def _span(document: Document, found: tuple[Reference, ...] | tuple[Amount, ...]) -> Columns:
    return {
        "text": [document.text[thing.start : thing.end] for thing in found],
        "start": [thing.start for thing in found],
        "end": [thing.end for thing in found],
    }


def _place(document: Document, known: _Ids, found: tuple[Reference, ...] | tuple[Amount, ...]) -> Columns:
    """In what each thing stands: the segment that holds its first character decides."""
    segments = document.segments
    places = [segments[bisect_right(segments, thing.start, key=_START) - 1] for thing in found]
    parts = [_PART_OF_ROLE[segment.role] for segment in places]
    placed = list(zip(places, parts, strict=True))
    return {
        "document_id": [known.document] * len(found),
        "question_id": [pick(known.questions, s.question) if p == "question" else None for s, p in placed],
        "answer_id": [pick(known.answers, s.answer) if p == "answer" else None for s, p in placed],
        "footnote_id": [pick(known.footnotes, s.footnote) if p == "footnote" else None for s, p in placed],
        "part": parts,
    }


def _money(value: Decimal) -> Decimal:
    """The value as it can be stored: exact to six decimals, rounded to even beyond that."""
    if abs(value) >= _LARGEST:
        raise ValueError(
            f"the amount {value:.6E} is too large to be stored (it must be below {_LARGEST:.0E})"
        )
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -DECIMAL_SCALE:
        return value.quantize(_SMALLEST, ROUND_HALF_EVEN)
    return value
