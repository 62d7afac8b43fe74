"""What is worth a warning is reported, and stops nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.quality.breaks import Break, add, document, setting, spare
from tests.quality.conftest import QUERIES, RULES, Look
from tests.quality.sound_tables import ANSWERS, OTHER, POSTPONEMENT, QUESTIONS, Tables, row, sound_tables


def of_document(document_id: str, **values: Any) -> Break:
    return lambda tables: document(tables, document_id).update(values)


def cited(kind: str, target: str) -> Break:
    return setting("references", kind=kind, target_id=target)


def on(table: str, place: int, **values: Any) -> Break:
    return lambda tables: tables[table][place].update(values)


def many_documents(table: str) -> Break:
    """Fifty documents more, and none of all of them has a row in `table`."""

    def broken(tables: Tables) -> None:
        for number in range(50):
            tables["documents"].append({**spare(tables, "documents"), "document_id": f"file-{number + 100}"})
        tables[table] = []

    return broken


def all_unresolved(tables: Tables) -> None:
    for reference in tables["references"]:
        reference.update(status="unresolved", target_id=None)


def unanswered(tables: Tables) -> None:
    tables["question_answers"] = tables["question_answers"][:1]


def question_missing(tables: Tables) -> None:
    tables["questions"][2]["number"] = "4"


def citation_twice(tables: Tables) -> None:
    add(tables, "references", {**tables["references"][1], "reference_id": f"{ANSWERS}/r/9"})


def amounts_overlap(tables: Tables) -> None:
    first = tables["amounts"][0]
    add(tables, "amounts", {**first, "amount_id": f"{ANSWERS}/m/9", "start": first["start"] + 2})


def empty_segment(tables: Tables) -> None:
    end = spare(tables, "segments")["end"]
    tables["segments"].append(
        row("segments", document_id=OTHER, position=2, role="blank", start=end, end=end)
    )


def no_marks(tables: Tables) -> None:
    for note in tables["footnotes"]:
        note.update(marker_start=None, marker_end=None)


WARNINGS: dict[str, Break] = {
    "amounts.value.absurd": setting("amounts", value=Decimal(10) ** 14, value_max=None),
    "amounts.value_max.absurd": setting("amounts", value_max=Decimal(10) ** 14),
    "amounts.currency.known": setting("amounts", currency="XYZ"),
    "amounts.overlap": amounts_overlap,
    "amounts.part.owner": setting("amounts", part="footnote"),
    "amounts.none": many_documents("amounts"),
    "documents.submitted_on.plausible": of_document(QUESTIONS, submitted_on=date(1024, 10, 30)),
    "documents.answered_on.plausible": of_document(POSTPONEMENT, answered_on=date(2224, 10, 30)),
    "documents.days_to_answer.plausible": of_document(ANSWERS, days_to_answer=4000),
    "documents.answered_on.order": of_document(POSTPONEMENT, answered_on=date(2024, 11, 30)),
    "documents.session_year.follows": of_document(QUESTIONS, session_year="2024-2026"),
    "documents.publication_id.once": of_document(OTHER, publication_id=ANSWERS),
    "sources.rejected": lambda tables: None,
    "sources.source_sha256.once": on("sources", 1, source_sha256=f"{0:064x}"),
    "segments.empty": empty_segment,
    "segments.role.owner": on("segments", 2, question_id=None),
    "questions.number.gaps": question_missing,
    "questions.number.once": on("questions", 2, number="2"),
    "questions.unanswered": unanswered,
    "answers.question_numbers.found": on("answers", 1, question_numbers=["2", "3", "4"]),
    "answers.refers_to.found": on("answers", 1, refers_to=["9"]),
    "answers.linked": unanswered,
    "question_answers.link.fits": on("question_answers", 1, link="direct"),
    "footnotes.unmarked": no_marks,
    "footnotes.none": many_documents("footnotes"),
    "participants.none": many_documents("participants"),
    "references.none": many_documents("references"),
    "references.unresolved": all_unresolved,
    "references.part.owner": setting("references", part="question"),
    "references.once": citation_twice,
    "references.target_document_id.other": setting("references", target_document_id=ANSWERS),
    "references.page_to.order": setting("references", page_from=9),
    **{
        f"{table}.text.clean": setting(table, text="Dit is  het.")
        for table in ("questions", "answers", "footnotes")
    },
    "references.target_id.kamerstuk": cited("kamerstuk", "31125, nr. 133"),
    "references.target_id.dossier": cited("dossier", "31 125"),
    "references.target_id.aanhangsel": cited("aanhangsel", "ah-tk-2024-528"),
    "references.target_id.handelingen": cited("handelingen", "h-tk-20232024-12"),
    "references.target_id.case": cited("case", "2024Z1829"),
    "references.target_id.document": cited("document", "2024Z18294"),
    "references.target_id.gazette": cited("tractatenblad", "trb-2020"),
    "references.target_id.ecli": cited("ecli", "ECLI:NL:RVS:2024:"),
    "references.target_id.eu_act": cited("eu_act", "2016/679"),
    "references.target_id.eu_document": cited("eu_document", "COM(2021)206"),
    "references.target_id.eu_case": cited("eu_case", "C-373/2019"),
    "references.target_id.law": cited("law", "Algemene wet bestuursrecht"),
    "references.target_id.url": cited("url", "www.voorbeeld.example"),
    "references.target_id.internal": cited("internal", "1; 2"),
}


def test_every_warning_is_raised_by_a_test() -> None:
    rules = {rule.id for rule in RULES if rule.severity == "warning"}
    queries = {query.check for query in QUERIES if query.severity == "warning"}

    assert rules | queries == set(WARNINGS)


@pytest.mark.parametrize("check", WARNINGS)
def test_what_is_odd_raises_a_warning(check: str, look: Look) -> None:
    tables = sound_tables()
    WARNINGS[check](tables)
    # Something must change for a check to be run at all; a remark does no harm.
    tables["sources"][0]["remarks"] = "Voorbeelddocument"

    failed = {result.id: result for result in look(tables, "warning")}

    assert check in failed
    assert failed[check].severity == "warning"
    assert failed[check].failing_rows


def test_a_remark_explains_a_gap(look: Look) -> None:
    tables = sound_tables()
    question_missing(tables)
    document(tables, ANSWERS)["remarks"] = "Question 3 is missing between 2 and 4."

    assert "questions.number.gaps" not in {result.id for result in look(tables, "warning")}


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("kamerstuk", "kst-36600-X-84"),
        ("kamerstuk", "kst-21501-20-2128"),
        ("kamerstuk", "kst-35010-C"),
        ("kamerstuk", "kst-20082009-32024-C"),
        ("dossier", "36600-X"),
        ("staatscourant", "stcrt-2020-68088"),
        ("eu_act", "31995L0046"),
        ("internal", "5;8"),
        ("ecli", "ECLI:EU:C:2014:317"),
    ],
)
def test_official_ids_raise_no_warning(kind: str, target: str, look: Look) -> None:
    tables = sound_tables()
    cited(kind, target)(tables)

    assert not [result.id for result in look(tables, "warning") if "target_id" in result.id]


def test_few_documents_may_lack_a_table(look: Look) -> None:
    tables = sound_tables()
    tables["amounts"] = []

    assert "amounts.none" not in {result.id for result in look(tables, "warning")}
