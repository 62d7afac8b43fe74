"""What the charts of a release show, counted from its tables."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kamervragen.tables.database import database, parquet

TERM = 21  # days: the term for answers in the rules of procedure of the House (three weeks)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: `rows` hold a label and a number each; `limit` is a value to draw a line at."""

    name: str
    title: str
    label: str
    unit: str
    rows: tuple[tuple[str, float], ...]
    limit: float | None = None


_QUERIES = (
    (
        "months", "Questions a month", "Month", "questions", None,
        "select strftime(submitted_on, '%Y-%m'), sum(question_count) from documents"
        " where submitted_on is not null and document_type <> 'postponement'"
        " group by 1 order by 1 desc limit 36",
    ),
    (
        "ministries", "Median time to answer by ministry, against the term of three weeks",
        "Ministry", "days", TERM,
        # A ministry is printed in more ways than one: its id tells; the name printed most often is shown.
        "with named as (select document_id, ministry, coalesce(ministry_id, ministry) who from participants"
        " where role = 'respondent' and ministry is not null),"
        " names as (select who, first(ministry order by n desc, ministry) label from"
        " (select who, ministry, count(*) n from named group by all) group by who)"
        " select label, median(days_to_answer) from (select distinct document_id, who from named)"
        " join names using (who) join documents d using (document_id)"
        " where d.document_type = 'answers' and d.days_to_answer is not null"
        " group by who, label order by 2 desc, 1 limit 25",
    ),
    (
        "dossiers", "The most cited dossiers", "Dossier", "references", None,
        "select dossier || coalesce('-' || dossier_suffix, ''), count(*) from refs"
        " where dossier is not null group by 1 order by 2 desc, 1 limit 15",
    ),
    (
        "amounts", "Amounts by magnitude", "Magnitude", "amounts", None,
        "select case when value < 1000 then 'under 1 thousand' "
        "when value < 1000000 then '1 thousand to 1 million'"
        " when value < 1000000000 then '1 million to 1 billion' else '1 billion and more' end, count(*)"
        " from amounts group by 1 order by min(value)",
    ),
    (
        "confidence", "How sure the reading is", "Confidence", "documents", None,
        "select format('{:.1f} to {:.1f}', b / 10.0, (b + 1) / 10.0), n from (select"
        " least(9, floor(confidence * 10)) b, count(*) n from documents where confidence is not null"
        " group by 1) order by b",
    ),
)  # fmt: skip


def figures(release: Path) -> tuple[Figure, ...]:
    """The figures of the release in that folder, in the order of the page."""
    with database() as connection:
        for view in ("documents", "participants", "amounts", "references"):
            name = "refs" if view == "references" else view  # REFERENCES is a word of SQL
            parquet(connection, release / f"{view}.parquet").create_view(name)
        return tuple(
            Figure(
                name,
                title,
                label,
                unit,
                tuple((str(row[0]), float(row[1])) for row in connection.execute(query).fetchall()),
                limit,
            )
            for name, title, label, unit, limit, query in _QUERIES
        )
