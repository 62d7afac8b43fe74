"""For each critical check, one way to break sound tables that this check must see, and no other critical one.

Most checks come from `schemas/` and are broken in the same few ways, on a row that nothing else depends on;
the others are written out one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from kamervragen.quality.rules import Rule, rules
from schemas import TABLES
from tests.quality.sound_tables import ANSWERS, OTHER, POSTPONEMENT, QUESTIONS, Row, Tables, row

Break = Callable[[Tables], None]

NOWHERE = "ah-tk-19992000-1"
# The row of each table that the least hangs on.
_SPARE = {
    "sources": -1,  # the rejected file
    "documents": -1,  # of type other
    "participants": -1,
    "questions": -1,  # in a document without answers
    "answers": -1,
    "question_answers": -1,
    "footnotes": -1,
    "references": -2,  # with pages and a note
    "amounts": -1,
    "segments": -1,
}
_COUNTS = {"questions": "question_count", "answers": "answer_count", "references": "reference_count"}
_COUNTS["amounts"] = "amount_count"


def spare(tables: Tables, table: str) -> Row:
    """The row that may be changed at will."""
    return tables[table][_SPARE[table]]


def document(tables: Tables, document_id: str) -> Row:
    """The row of a document."""
    return next(row for row in tables["documents"] if row["document_id"] == document_id)


def add(tables: Tables, table: str, row: Row) -> None:
    """Adds a row as a well-made table would have it: counted, and at the next position."""
    if "position" in row:
        siblings = (other for other in tables[table] if other["document_id"] == row["document_id"])
        row["position"] = max((other["position"] for other in siblings), default=0) + 1
    if table in _COUNTS and row["document_id"] != NOWHERE:
        document(tables, row["document_id"])[_COUNTS[table]] += 1
    tables[table].append(row)


def rename(tables: Tables, table: str, new: str | None) -> None:
    """Gives the spare row another key, and everything that points to it too."""
    (key,) = TABLES[table].primary_key
    old = spare(tables, table)[key]
    for name, definition in TABLES.items():
        for foreign in definition.foreign_keys:
            if foreign.table == table:
                for row in tables[name]:
                    (column,) = foreign.columns
                    row[column] = new if row[column] == old else row[column]
    spare(tables, table)[key] = new


def orphan(table: str) -> Break:
    """A row of a document that is not there."""

    def broken(tables: Tables) -> None:
        row = {**spare(tables, table), "document_id": NOWHERE}
        if table != "segments":
            key = TABLES[table].primary_key[0]
            row[key] = f"{row[key]}9"
        add(tables, table, {**row, **dict.fromkeys(set(row) & {"marker_start", "marker_end"})})

    return broken


def setting(table: str, **values: Any) -> Break:
    """The spare row with other values."""
    return lambda tables: spare(tables, table).update(values)


def _without_key(table: str) -> Break:
    """A row without its own key, which no row points to any more."""

    def broken(tables: Tables) -> None:
        rename(tables, table, None)
        if table == "documents":
            tables["segments"] = [row for row in tables["segments"] if row["document_id"] is not None]
        if table in ("questions", "answers"):
            links = tables["question_answers"]
            tables["question_answers"] = [row for row in links if None not in row.values()]

    return broken


def _without_document(table: str) -> Break:
    """A row that does not say of which document it is."""

    def broken(tables: Tables) -> None:
        row = spare(tables, table)
        if table == "segments":  # taking one away would leave a gap
            tables["segments"].append({**row, "document_id": None})
            return
        if table in _COUNTS:
            document(tables, row["document_id"])[_COUNTS[table]] -= 1
        row["document_id"] = None

    return broken


def _twice(table: str) -> Break:
    """Two rows with one key."""

    def broken(tables: Tables) -> None:
        row = dict(spare(tables, table))
        row.update(dict.fromkeys(set(row) & {"marker_start", "marker_end"}))
        if "document_id" in row and table not in ("sources", "documents"):
            add(tables, table, row)
        else:
            tables[table].append(row)

    return broken


def _missing(rule: Rule) -> Break:
    if (rule.column,) == TABLES[rule.table].primary_key:
        return _without_key(rule.table)
    if rule.column == "document_id" and rule.table != "question_answers":
        return _without_document(rule.table)
    return setting(rule.table, **{rule.column: None})


def _wrong(rule: Rule, value: object) -> Break:
    column = TABLES[rule.table].column(rule.column)
    if (rule.column,) == TABLES[rule.table].primary_key and rule.table != "sources":
        return lambda tables: rename(tables, rule.table, str(value))
    return setting(rule.table, **{rule.column: [value] if column.type == "list<string>" else value})


def _of_rule(rule: Rule) -> Break:
    match rule.kind:
        case "not_null":
            return _missing(rule)
        case "unique":
            return _twice(rule.table)
        case "values":
            return _wrong(rule, "nonsense")
        case "pattern":
            return _wrong(rule, "/ ; ")
        case "not_empty":
            return _wrong(rule, "")
        case "range":
            too_low = rule.minimum is not None
            return _wrong(rule, rule.minimum - 1 if too_low else rule.maximum + 1)  # type: ignore[operator] # numbers


def _unlisted_document(tables: Tables) -> None:
    """A document of a raw file that the ledger does not know."""
    added = {**spare(tables, "documents"), "document_id": NOWHERE, "source_path": "unknown.txt"}
    tables["segments"].append({**spare(tables, "segments"), "document_id": NOWHERE})
    tables["documents"].append(added)


def _document_without_path(tables: Tables) -> None:
    path = spare(tables, "documents")["source_path"]
    tables["sources"] = [row for row in tables["sources"] if row["source_path"] != path]
    spare(tables, "documents")["source_path"] = None


def _hash_of_another_form(tables: Tables) -> None:
    spare(tables, "documents")["source_sha256"] = "ABC"
    next(row for row in tables["sources"] if row["document_id"] == OTHER)["source_sha256"] = None


def _empty_text(tables: Tables) -> None:
    spare(tables, "documents")["text"] = ""
    tables["segments"] = [row for row in tables["segments"] if row["document_id"] != OTHER]


def _no_value(tables: Tables) -> None:
    spare(tables, "amounts").update(value=None, value_max=None)


def _negative(tables: Tables) -> None:
    spare(tables, "amounts").update(value=Decimal(-1), value_max=None)


def _empty(*names: str) -> Break:
    """The named tables without a row, and nothing left that points to them or counts them."""

    def broken(tables: Tables) -> None:
        for name in names:
            tables[name] = []
            for other, definition in TABLES.items():
                for foreign in definition.foreign_keys:
                    if foreign.table == name:
                        for row in tables[other]:
                            row.update(dict.fromkeys(foreign.columns))
            for row in tables["documents"]:
                row.update({_COUNTS[name]: 0} if name in _COUNTS else {})

    return broken


def _no_documents(tables: Tables) -> None:
    _empty(*(name for name in TABLES if name != "sources"))(tables)
    for source in tables["sources"]:
        source.update(status="rejected", reason="It holds no text.", document_id=None)


def _shared_mark(tables: Tables) -> None:
    first, second = tables["footnotes"]
    second.update(marker_start=first["marker_start"], marker_end=first["marker_end"])


def _gap(tables: Tables) -> None:
    tables["segments"][4]["start"] += 1


def _same_position(tables: Tables) -> None:
    tables["segments"][12]["position"] = tables["segments"][11]["position"]


def _loose_source(tables: Tables) -> None:
    next(row for row in tables["sources"] if row["document_id"] == OTHER)["document_id"] = None


def _elsewhere(table: str, column: str) -> Break:
    """A row that stands in a question, answer or note of another document."""

    def broken(tables: Tables) -> None:
        there = {
            "question_id": f"{QUESTIONS}/q/1",
            "answer_id": f"{QUESTIONS}/a/1",
            "footnote_id": f"{QUESTIONS}/n/1",
        }
        added = {"document_id": QUESTIONS, "start": 0, "end": 5}
        answer = {**tables["answers"][0], **added, "answer_id": there["answer_id"]}
        note = row("footnotes", **added, footnote_id=there["footnote_id"], number="1", text="Voorbeeld")
        spare(tables, table)[column] = there[column]
        add(tables, "answers", answer)
        add(tables, "footnotes", note)

    return broken


def _miscounted(column: str) -> Break:
    def broken(tables: Tables) -> None:
        document(tables, QUESTIONS)[column] += 1

    return broken


_WITH_OWNERS = ("footnotes", "references", "amounts", "segments")
_SPANS = ("questions", "answers", "footnotes", "references", "amounts")
_OF_DOCUMENTS = ("participants", "questions", "answers", "footnotes", "references", "amounts", "segments")

_SPECIAL: dict[str, Break] = {
    "sources.status.values": lambda tables: tables["sources"][4].update(status="nonsense"),
    "documents.source_path.not_null": _document_without_path,
    "documents.source_sha256.pattern": _hash_of_another_form,
    "documents.text.not_empty": _empty_text,
    "amounts.value.not_null": _no_value,
    "amounts.value.negative": _negative,
}
_BY_HAND: dict[str, Break] = {
    **{f"{table}.document_id.resolves": orphan(table) for table in _OF_DOCUMENTS},
    **{f"{table}.start.within": setting(table, end=99_999) for table in _SPANS},
    "footnotes.marker_start.within": setting("footnotes", marker_end=99_999),
    "question_answers.key": lambda tables: tables["question_answers"].append(
        dict(tables["question_answers"][0])
    ),
    "segments.key": _same_position,
    **{
        f"{table}.position.counts": setting(table, position=99)
        for table in ("participants", "questions", "answers")
    },
    "segments.position.counts": lambda tables: tables["segments"][12].update(position=99),
    "sources.document_id.resolves": lambda tables: tables["sources"][4].update(document_id=NOWHERE),
    "documents.source_path.resolves": _unlisted_document,
    "question_answers.document_id.resolves": setting("question_answers", document_id=NOWHERE),
    "question_answers.question_id.resolves": setting("question_answers", question_id=f"{ANSWERS}/q/9"),
    "question_answers.answer_id.resolves": setting("question_answers", answer_id=f"{ANSWERS}/a/9"),
    "references.target_document_id.resolves": setting("references", target_document_id=NOWHERE),
    **{
        f"{table}.{column}.resolves": setting(table, **{column: f"{ANSWERS}/x/9"})
        for table in _WITH_OWNERS
        for column in ("question_id", "answer_id", "footnote_id")
        if column in TABLES[table].column_names and (column,) != TABLES[table].primary_key
    },
    **{
        f"{table}.{column}.same_document": _elsewhere(table, column)
        for table in ("question_answers", *_WITH_OWNERS)
        for column in ("question_id", "answer_id", "footnote_id")
        if column in TABLES[table].column_names and (column,) != TABLES[table].primary_key
    },
    "sources.none": _empty(*TABLES),
    "sources.documents": _loose_source,
    "sources.reason.given": setting("sources", reason=None),
    "sources.document_id.given": setting("sources", document_id=ANSWERS),
    "documents.none": _no_documents,
    "documents.source_sha256.same": setting("documents", source_sha256="f" * 64),
    **{
        f"documents.{column}.right": _miscounted(column)
        for column in ("question_count", "answer_count", "reference_count", "amount_count")
    },
    "documents.days_to_answer.right": lambda tables: document(tables, POSTPONEMENT).update(days_to_answer=19),
    "segments.partition": _gap,
    "questions.none": _empty("questions", "question_answers"),
    "answers.none": _empty("answers", "question_answers"),
    "question_answers.none": _empty("question_answers"),
    "footnotes.marker_start.once": _shared_mark,
    "footnotes.marker_end.pair": setting("footnotes", marker_end=None),
    "references.status.target": setting("references", target_id=None),
    "references.text.printed": setting("references", text="Kamerstuk 31 125, nr. 135"),
    "amounts.text.printed": setting("amounts", text="10 tot 20 miljoen euro"),
    "amounts.value_max.order": setting("amounts", value_max=Decimal(5)),
}

BREAKS: dict[str, Break] = {
    **{rule.id: _of_rule(rule) for rule in rules() if rule.severity == "critical"},
    **_SPECIAL,
    **_BY_HAND,
}
