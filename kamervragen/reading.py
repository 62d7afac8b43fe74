"""Reading one document: raw text in, everything that can be said about it out."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from kamervragen.document import Amount, Document, Footnote, Header, Reference, Segment
from kamervragen.finding import Found, find
from kamervragen.header import read_header
from kamervragen.layout import prose
from kamervragen.layout.confidence import confidence_of
from kamervragen.layout.dialect import dialect_of
from kamervragen.layout.gaps import printed_gaps
from kamervragen.layout.notes import Note
from kamervragen.layout.pairing import Paired, pair
from kamervragen.layout.partition import partition, placed
from kamervragen.layout.structure import Structure, body_end, read_structure
from kamervragen.layout.units import Unit, units_of
from kamervragen.view import View, reaching_into


def read(text: str) -> Document:
    """Read a raw text: its header, questions, answers, notes, references and amounts.

    Any text can be read; one without questions, answers and header is a document of type `other`.
    """
    with _collector_held_off():
        return _read(text)


@contextmanager
def _collector_held_off() -> Iterator[None]:
    """No search for cyclic garbage while the block runs.

    Reading makes thousands of small objects that live until it ends, and no cycles: the collector would go
    over all of them again and again, the more of them the longer a text is.
    """
    held_off = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held_off:
            gc.enable()


def _read(text: str) -> Document:
    structure = read_structure(text)
    units = units_of(structure)
    paired = pair(units)
    header = header_of(structure, units, paired)
    notes = footnotes_of(structure)
    segments = segments_of(structure, units, paired)
    found = [find(view) for view in finding_views(structure)]
    return Document(
        text=text,
        dialect=dialect_of(structure),
        confidence=confidence_of(structure, header.document_type, paired),
        header=header,
        segments=tuple(segments),
        questions=paired.questions,
        answers=paired.answers,
        question_answers=paired.links,
        footnotes=tuple(owned(note, segments) for note in notes),
        references=tuple(references_of(structure, found, header, segments)),
        amounts=tuple(amounts_of(found)),
        remarks=tuple(printed_gaps(paired.questions)),
    )


def header_of(structure: Structure, units: Sequence[Unit], paired: Paired) -> Header:
    """The header, read from what stands before the first question or answer."""
    first = next((unit for unit in units), None)
    body_start = first_place(first) if first else len(structure.text)
    marks = [(note.label[0], body_end(structure.text, note)) for note in structure.notes]
    marks += [note.mark for note in structure.notes if note.mark]
    return read_header(
        structure.text,
        body_start,
        question_count=len(paired.questions),
        answer_count=len(paired.answers),
        notes=sorted(marks),
    )


def first_place(unit: Unit) -> int:
    """Where a unit begins, its heading and label included."""
    return min(span[0] for span in (unit.heading, unit.label, unit.body) if span)


def footnotes_of(structure: Structure) -> list[Footnote]:
    """The notes with their clean text."""
    notes: list[Footnote] = []
    for note in structure.notes:
        view = body_view(structure, note)
        mark = note.mark or (None, None)
        text = prose.clean(view.text, structure.printing).replace("\n", " ")
        notes.append(Footnote(note.number, text, *note.body, *mark))
    return notes


def body_view(structure: Structure, note: Note) -> View:
    """A note's body as it reads on over the foot of a page."""
    return View.of(structure.text, reaching_into(structure.furniture, *note.body), *note.body)


def segments_of(structure: Structure, units: Sequence[Unit], paired: Paired) -> list[Segment]:
    """The whole document, cut without a gap."""
    below: list[Segment] = []
    for position, unit in enumerate(units):
        question, answer = paired.question_of[position], paired.answer_of[position]
        if unit.heading:
            below.append(Segment("heading", *unit.heading))
        if unit.label:
            role = {"question": "question_label", "answer": "answer_label", "closing": "closing"}[unit.kind]
            below.append(Segment(role, *unit.label, question, answer))  # type: ignore[arg-type]  # a Role by construction
        if unit.body[0] < unit.body[1]:
            below.append(Segment(unit.kind, *unit.body, question, answer))
    above = [Segment("page_furniture", *span) for span in structure.furniture]
    for position, note in enumerate(structure.notes):
        above.append(Segment("footnote_label", *note.label, footnote=position))
        above.append(Segment("footnote", *note.body, footnote=position))
        if (end := body_end(structure.text, note)) > note.body[1]:
            above.append(Segment("footnote_label", note.body[1], end, footnote=position))
    above.sort(key=lambda segment: segment.start)
    return partition(structure.text, below, without_overlap(above))


def without_overlap(segments: Sequence[Segment]) -> list[Segment]:
    """The upper layer, each piece beginning where the one before it ended at the earliest."""
    kept: list[Segment] = []
    for segment in segments:
        start = max(segment.start, kept[-1].end if kept else 0)
        if start < segment.end:
            kept.append(placed(segment, start, segment.end))
    return kept


def segment_at(segments: Sequence[Segment], position: int) -> Segment | None:
    """The segment that holds a position."""
    at = bisect_right(segments, position, key=lambda segment: segment.start) - 1
    return segments[at] if at >= 0 else None


def owned(note: Footnote, segments: Sequence[Segment]) -> Footnote:
    """The note with the question or answer in which its mark stands."""
    if note.marker_start is None:
        return note
    segment = segment_at(segments, note.marker_start)
    return replace(note, question=segment.question, answer=segment.answer) if segment else note


def references_of(
    structure: Structure, found: Sequence[Found], header: Header, segments: Sequence[Segment]
) -> list[Reference]:
    """All references in running text and notes, without the document's own number in its heading."""
    own = {header.publication_id, header.case_number} - {None}
    kept = [
        reference
        for one in found
        for reference in one.references
        if not (reference.target_id in own and is_heading(structure.text, reference, segments))
    ]
    return sorted(kept, key=lambda reference: (reference.start, reference.end))


def is_heading(text: str, reference: Reference, segments: Sequence[Segment]) -> bool:
    """Whether a reference is all that stands on its line, in the header."""
    segment = segment_at(segments, reference.start)
    line = text[
        text.rfind("\n", 0, reference.start) + 1 : (text.find("\n", reference.end) + 1 or len(text) + 1) - 1
    ]
    return (
        segment is not None
        and segment.role == "header"
        and line.strip() == text[reference.start : reference.end]
    )


def amounts_of(found: Sequence[Found]) -> list[Amount]:
    """All amounts in the running text and in the notes."""
    amounts = [amount for one in found for amount in one.amounts]
    return sorted(amounts, key=lambda amount: (amount.start, amount.end))


def finding_views(structure: Structure) -> list[View]:
    """The running text, each note's body, and the addresses listed at the foot of a page, as finders should
    see them."""
    notes = [body_view(structure, note) for note in structure.notes]
    listed = [span for span in structure.furniture if "://" in structure.text[slice(*span)]]
    return [structure.view, *notes, *(View.of(structure.text, (), *span) for span in listed)]
