"""Invented documents for the tests of the tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kamervragen import tables
from kamervragen.document import (
    Amount,
    Answer,
    Document,
    Footnote,
    Header,
    Participant,
    Question,
    QuestionAnswer,
    Reference,
    Segment,
)
from kamervragen.tables import PartRows, SourceFacts, document_id

PIECES = (
    ("header", "Voorbeelddocument 604\n"),
    ("question_label", "Vraag 1\n"),
    ("question", "Kent u Kamerstuk 31 125, nr. 133?1\n"),
    ("question_label", "Vraag 1\n"),
    ("question", "Klopt het dat dit € 2,4 miljoen kost?\n"),
    ("answer_label", "Antwoord 1 en 2a\n"),
    ("answer", "Ja, zie 2024Z18294.\n"),
    ("footnote_label", "1 "),
    ("footnote", "Stb. 2024, 153"),
    ("closing", "\nEinde"),
)


def sample() -> Document:
    """A document with a row in every table; its second question bears the number of the first."""
    text = "".join(piece for _, piece in PIECES)
    segments, position = [], 0
    for role, piece in PIECES:
        segments.append(Segment(role, position, position + len(piece)))
        position += len(piece)
    for index, question in ((1, 0), (2, 0), (3, 1), (4, 1)):
        segments[index] = replace(segments[index], question=question)
    for index in (5, 6):
        segments[index] = replace(segments[index], answer=0)
    for index in (7, 8):
        segments[index] = replace(segments[index], footnote=0)
    marker = text.index("?1") + 1
    return Document(
        text=text,
        dialect="example",
        confidence=0.9,
        header=Header(
            document_type="answers",
            publication_id="ah-tk-20242025-604",
            session_year="2024-2025",
            case_number="2024Z18294",
            title="Een voorbeeld",
            submitted_on=date(2024, 10, 30),
            answered_on=date(2024, 11, 21),
            participants=(
                Participant("asker", "Van Voorbeeld", party="SP"),
                Participant("respondent", None, office="Minister", ministry="Voorbeeldzaken"),
            ),
        ),
        segments=tuple(segments),
        questions=(
            Question("1", True, None, "Kent u Kamerstuk 31 125, nr. 133?", *_span(segments[2]), 0.9),
            Question("1", True, "Kop", "Klopt het dat dit € 2,4 miljoen kost?", *_span(segments[4]), 0.8),
        ),
        answers=(Answer(("1", "2a"), "Ja, zie 2024Z18294.", *_span(segments[6])),),
        question_answers=(QuestionAnswer(0, 0, "grouped"), QuestionAnswer(1, 0, "grouped")),
        footnotes=(Footnote("1", "Stb. 2024, 153", *_span(segments[8]), marker, marker + 1, question=0),),
        references=(
            _reference(text, "kamerstuk", "Kamerstuk 31 125, nr. 133", "kst-31125-133"),
            _reference(text, "case", "2024Z18294", "2024Z18294"),
            _reference(text, "staatsblad", "Stb. 2024, 153", "stb-2024-153"),
        ),
        amounts=(
            Amount(
                text.index("€"),
                text.index(" kost"),
                value=Decimal("2400000"),
                value_max=None,
                currency="EUR",
                currency_stated=True,
            ),
        ),
    )


def _span(segment: Segment) -> tuple[int, int]:
    return segment.start, segment.end


def _reference(text: str, kind: str, printed: str, target: str) -> Reference:
    start = text.index(printed)
    return Reference(kind, start, start + len(printed), target, None, "resolved")


@dataclass(frozen=True)
class Read:
    """A raw file and what was read from it."""

    source_path: str
    document: Document
    source_sha256: str | None = None

    @property
    def facts(self) -> SourceFacts:
        """What the tables need to know of the file; its hash is made up from the path unless given."""
        digest = self.source_sha256 or hashlib.sha256(self.source_path.encode()).hexdigest()
        return SourceFacts(self.source_path, digest)


def write_parts(folder: Path, partitions: Iterable[Sequence[Read]]) -> Path:
    """Part files in `folder`/parts, one partition for each sequence."""
    parts = folder / "parts"
    parts.mkdir(parents=True)
    for number, partition in enumerate(partitions):
        rows = PartRows()
        for read in partition:
            name = document_id(read.document.header.publication_id, read.source_path)
            rows.add(read.document, document_id=name, source=read.facts)
        tables.write_parts(parts, f"{number:04d}", rows.finish())
    return parts


def write_ledger(folder: Path, reads: Iterable[Read], more: Sequence[dict[str, object]] = ()) -> Path:
    """A ledger in `folder` with the files that were read as loaded, and `more` rows."""
    rows = [
        {
            "source_path": read.source_path,
            "source_sha256": read.facts.source_sha256,
            "size_bytes": len(read.document.text.encode()),
            "encoding": "utf-8",
            "status": "loaded",
        }
        for read in reads
    ]
    names = ["source_path", "source_sha256", "size_bytes", "encoding", "status", "reason", "document_id"]
    types = {"size_bytes": pa.int64(), "published_on": pa.date32()}
    names += ["source_url", "published_on", "remarks", "publication_id"]
    schema = pa.schema([(name, types.get(name, pa.string())) for name in names])
    path = folder / "ledger.parquet"
    complete = [{name: row.get(name) for name in names} for row in [*rows, *more]]
    pq.write_table(pa.Table.from_pylist(complete, schema=schema), path)
    return path
