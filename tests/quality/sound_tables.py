"""A small set of tables in which all is well: four invented documents and seven raw files.

Tables are lists of rows here, so that a test can break one thing and write them again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from schemas import TABLES
from schemas.arrow import arrow_schema

Row = dict[str, Any]
Tables = dict[str, list[Row]]

ANSWERS, QUESTIONS, POSTPONEMENT, OTHER = (
    "ah-tk-20242025-1",
    "kv-tk-2024Z00002",
    "ah-tk-20242025-3",
    "file-0004",
)

_PIECES = {
    ANSWERS: [
        ("header", "Voorbeelddocument: een brug 🌉 te Voorbeeldwoude (Stb. 2020, 12)\n"),
        ("question_label", "Vraag 1\n"),
        ("question", "Kent u Kamerstuk 31 125, nr. 133, en de kosten van € 2 miljoen1?\n"),
        ("question_label", "Vraag 2 en 3\n"),
        ("question", "Wat kost de brug e\u0301e\u0301n jaar lang?\n"),
        ("answer_label", "Antwoord 1\n"),
        ("answer", "Ja, zie artikel 3:4 Awb2.\n"),
        ("answer_label", "Antwoord 2 en 3\n"),
        ("answer", "Tussen 10 en 20 miljoen euro.\n"),
        ("footnote_label", "1 "),
        ("footnote", "Kamerstuk 31 125, nr. 134\n"),
        ("footnote_label", "2 "),
        ("footnote", "Zie het antwoord op vraag 1\n"),
    ],
    QUESTIONS: [
        ("header", "Voorbeelddocument: vragen over een veerpont\n"),
        ("question_label", "1 "),
        ("question", "Klopt het bericht over de pont?\n"),
        ("question_label", "2 "),
        ("question", "Wie betaalt de pont?\n"),
    ],
    POSTPONEMENT: [("closing", "Voorbeelddocument: het antwoord volgt later.\n")],
    OTHER: [("header", "Voorbeelddocument: een kladje.\n")],
}
TEXTS = {document: "".join(text for _, text in pieces) for document, pieces in _PIECES.items()}


def sound_tables() -> Tables:
    """Fresh rows, which the caller may change."""
    return {
        "sources": _sources(),
        "documents": _documents(),
        "participants": _participants(),
        "questions": _questions(),
        "answers": _answers(),
        "question_answers": [
            _link("q/1", "a/1", "direct"),
            _link("q/2", "a/2", "grouped"),
            _link("q/3", "a/2", "grouped"),
        ],
        "footnotes": _footnotes(),
        "references": _references(),
        "amounts": _amounts(),
        "segments": _segments(),
    }


def write(tables: Mapping[str, list[Row]], folder: Path) -> None:
    """Writes the given tables. Nulls are let through everywhere: the gate has to find them itself."""
    for name, rows in tables.items():
        schema = pa.schema([field.with_nullable(True) for field in arrow_schema(TABLES[name])])
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), folder / f"{name}.parquet")


def row(table: str, **values: object) -> Row:
    """A row with nulls wherever nothing is given."""
    return {**dict.fromkeys(TABLES[table].column_names), **values}


def _place(document: str, text: str, owner: str = "") -> Row:
    """Where a text stands; after `owner`, where the text itself occurs twice."""
    start = TEXTS[document].index(text, TEXTS[document].index(owner))
    return {"document_id": document, "start": start, "end": start + len(text)}


def _sha(number: int) -> str:
    return f"{number:064x}"


def _sources() -> list[Row]:
    loaded = [
        row(
            "sources",
            source_path=f"{number}.txt",
            source_sha256=_sha(number),
            size_bytes=len(TEXTS[document].encode()),
            encoding="utf-8",
            status="loaded",
            document_id=document,
        )
        for number, document in enumerate(TEXTS)
    ]
    aside = [
        ("duplicate", "It has the same bytes as 0.txt.", ANSWERS, 0),
        ("superseded", "0.txt holds the same document.", ANSWERS, 5),
        ("rejected", "The file is empty.", None, 6),
    ]
    return loaded + [
        row(
            "sources",
            source_path=f"{status}.txt",
            source_sha256=_sha(number),
            size_bytes=0,
            status=status,
            reason=reason,
            document_id=document,
        )
        for status, reason, document, number in aside
    ]


def _documents() -> list[Row]:
    common = {"question_count": 0, "answer_count": 0, "reference_count": 0, "amount_count": 0}
    facts: dict[str, Row] = {
        ANSWERS: {
            "document_type": "answers",
            "session_year": "2024-2025",
            "case_number": "2024Z00001",
            "submitted_on": date(2024, 10, 30),
            "answered_on": date(2024, 11, 21),
            "days_to_answer": 22,
            "question_count": 3,
            "answer_count": 2,
            "reference_count": 5,
            "amount_count": 2,
        },
        QUESTIONS: {"document_type": "questions", "submitted_on": date(2024, 12, 1), "question_count": 2},
        POSTPONEMENT: {
            "document_type": "postponement",
            "submitted_on": date(2024, 12, 1),
            "answered_on": date(2024, 12, 20),
        },
        OTHER: {"document_type": "other"},
    }
    return [
        row(
            "documents",
            document_id=document,
            source_path=f"{number}.txt",
            source_sha256=_sha(number),
            publication_id=None if document == OTHER else document,
            dialect="aanhangsel",
            confidence=0.9,
            text=TEXTS[document],
            **{**common, **facts[document]},
        )
        for number, document in enumerate(TEXTS)
    ]


def _participants() -> list[Row]:
    asker = {"role": "asker", "name": "Van Voorbeeld", "party": "SP"}
    respondent = {
        "role": "respondent",
        "office": "Minister",
        "ministry": "Infrastructuur en Waterstaat",
        "ministry_id": "https://identifier.overheid.nl/tooi/id/ministerie/mnre1130",
    }
    return [
        row(
            "participants",
            participant_id=f"{ANSWERS}/p/{position}",
            document_id=ANSWERS,
            position=position,
            on_behalf_of=False,
            **facts,
        )
        for position, facts in enumerate((asker, respondent), start=1)
    ]


def _questions() -> list[Row]:
    printed = [
        (ANSWERS, "1", 1, _PIECES[ANSWERS][2][1]),
        (ANSWERS, "2", 2, _PIECES[ANSWERS][4][1]),
        (ANSWERS, "3", 3, _PIECES[ANSWERS][4][1]),
        (QUESTIONS, "1", 1, _PIECES[QUESTIONS][2][1]),
        (QUESTIONS, "2", 2, _PIECES[QUESTIONS][4][1]),
    ]
    return [
        row(
            "questions",
            question_id=f"{document}/q/{number}",
            number=number,
            number_printed=True,
            position=position,
            text=text.strip(),
            confidence=0.9,
            **_place(document, text.strip()),
        )
        for document, number, position, text in printed
    ]


def _answers() -> list[Row]:
    printed = [(["1"], _PIECES[ANSWERS][6][1]), (["2", "3"], _PIECES[ANSWERS][8][1])]
    return [
        row(
            "answers",
            answer_id=f"{ANSWERS}/a/{position}",
            position=position,
            question_numbers=numbers,
            text=text.strip(),
            **_place(ANSWERS, text.strip()),
        )
        for position, (numbers, text) in enumerate(printed, start=1)
    ]


def _link(question: str, answer: str, link: str) -> Row:
    return row(
        "question_answers",
        question_id=f"{ANSWERS}/{question}",
        answer_id=f"{ANSWERS}/{answer}",
        link=link,
        document_id=ANSWERS,
    )


def _footnotes() -> list[Row]:
    first, second = (TEXTS[ANSWERS].index(mark) + len(mark) - 1 for mark in ("miljoen1", "Awb2"))
    notes = [
        ("1", _PIECES[ANSWERS][10][1], first, {"question_id": f"{ANSWERS}/q/1"}),
        ("2", _PIECES[ANSWERS][12][1], second, {"answer_id": f"{ANSWERS}/a/1"}),
    ]
    return [
        row(
            "footnotes",
            footnote_id=f"{ANSWERS}/n/{number}",
            number=number,
            text=text.strip(),
            marker_start=mark,
            marker_end=mark + 1,
            **owner,
            **_place(ANSWERS, text.strip()),
        )
        for number, text, mark, owner in notes
    ]


def _references() -> list[Row]:
    cited: list[tuple[str, str, str, Row]] = [
        ("staatsblad", "stb-2020-12", "Stb. 2020, 12", {"part": "header"}),
        (
            "kamerstuk",
            "kst-31125-133",
            "Kamerstuk 31 125, nr. 133",
            {"part": "question", "question_id": f"{ANSWERS}/q/1", "dossier": "31125", "number": "133"},
        ),
        (
            "law",
            "BWBR0005537",
            "artikel 3:4 Awb",
            {"part": "answer", "answer_id": f"{ANSWERS}/a/1", "article": "3:4", "law": "Awb"},
        ),
        (
            "kamerstuk",
            "kst-31125-134",
            "Kamerstuk 31 125, nr. 134",
            {"part": "footnote", "footnote_id": f"{ANSWERS}/n/1", "page_from": 5, "page_to": 7},
        ),
        ("internal", "1", "vraag 1", {"part": "footnote", "footnote_id": f"{ANSWERS}/n/2"}),
    ]
    return [
        row(
            "references",
            reference_id=f"{ANSWERS}/r/{number}",
            kind=kind,
            text=text,
            target_id=target,
            status="resolved",
            **facts,
            **_place(ANSWERS, text),
        )
        for number, (kind, target, text, facts) in enumerate(cited, start=1)
    ]


def _amounts() -> list[Row]:
    printed: list[tuple[str, str, str | None, Row]] = [
        ("€ 2 miljoen", "2000000", None, {"part": "question", "question_id": f"{ANSWERS}/q/1"}),
        (
            "Tussen 10 en 20 miljoen euro",
            "10000000",
            "20000000",
            {"part": "answer", "answer_id": f"{ANSWERS}/a/2"},
        ),
    ]
    return [
        row(
            "amounts",
            amount_id=f"{ANSWERS}/m/{number}",
            text=text,
            value=Decimal(value),
            value_max=value_max and Decimal(value_max),
            currency="EUR",
            currency_stated=True,
            **facts,
            **_place(ANSWERS, text),
        )
        for number, (text, value, value_max, facts) in enumerate(printed, start=1)
    ]


def _segments() -> list[Row]:
    owners: dict[tuple[str, int], Row] = {
        (ANSWERS, 3): {"question_id": f"{ANSWERS}/q/1"},
        (ANSWERS, 5): {"question_id": f"{ANSWERS}/q/2"},
        (ANSWERS, 7): {"answer_id": f"{ANSWERS}/a/1"},
        (ANSWERS, 9): {"answer_id": f"{ANSWERS}/a/2"},
        (ANSWERS, 11): {"footnote_id": f"{ANSWERS}/n/1"},
        (ANSWERS, 13): {"footnote_id": f"{ANSWERS}/n/2"},
        (QUESTIONS, 3): {"question_id": f"{QUESTIONS}/q/1"},
        (QUESTIONS, 5): {"question_id": f"{QUESTIONS}/q/2"},
    }
    rows: list[Row] = []
    for document, pieces in _PIECES.items():
        start = 0
        for position, (role, text) in enumerate(pieces, start=1):
            owner = owners.get((document, position), {})
            rows.append(
                row(
                    "segments",
                    document_id=document,
                    position=position,
                    role=role,
                    start=start,
                    end=start + len(text),
                    **owner,
                )
            )
            start += len(text)
    return rows
