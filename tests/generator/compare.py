"""What a reader read otherwise than the document was invented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kamervragen.document import Answer, Document, Footnote, Participant, Question
from tests.generator.truth import Invented

FIELDS = ("document_type", "publication_id", "session_year", "submitted_on", "answered_on")


def differences(document: Document, invented: Invented, citations: bool = True) -> list[str]:
    """One sentence for each difference; without `citations` references and amounts are not compared."""
    found = _header(document, invented)
    found += _questions(document.questions, invented.questions)
    found += _answers(document.answers, invented.answers)
    found += _links(document, invented)
    found += _footnotes(document.footnotes, invented.footnotes)
    if citations:
        found += _found("reference", invented.text, document.references, invented.references, _same_reference)
        found += _found("amount", invented.text, document.amounts, invented.amounts, _same_amount)
    return found


def letters(text: str | None) -> str | None:
    """Only letters and digits: white space and hyphens at line ends are no difference here."""
    return text and re.sub(r"[\W_]+", "", text)


def _header(document: Document, invented: Invented) -> list[str]:
    have, want = document.header, invented.header
    found = [
        f"{key} is {getattr(have, key)!r}, not {getattr(want, key)!r}"
        for key in FIELDS
        if getattr(have, key) != getattr(want, key)
    ]
    if want.case_number and have.case_number != want.case_number:
        found.append(f"case_number is {have.case_number!r}, not {want.case_number!r}")
    if letters(have.title) != letters(want.title):
        found.append(f"title is {have.title!r}, not {want.title!r}")
    if invented.layout == "Court of Audit":  # a committee asks and the Court answers: nobody to compare
        return found
    people, wanted = sorted(map(_person, have.participants)), sorted(map(_person, want.participants))
    return found if people == wanted else [*found, f"people are {people}, not {wanted}"]


def _person(person: Participant) -> tuple[str, ...]:
    parts = (
        person.role,
        letters(person.name),
        letters(person.party),
        person.office,
        letters(person.ministry),
    )
    return tuple(part or "" for part in (*parts, "mede namens" if person.on_behalf_of else ""))


def _questions(have: Sequence[Question], want: Sequence[Question]) -> list[str]:
    if [row.number for row in have] != [row.number for row in want]:
        return [f"questions are {[row.number for row in have]}, not {[row.number for row in want]}"]
    found = []
    for row, wanted in zip(have, want, strict=True):
        found += _text(f"question {row.number}", row.text, wanted.text)
        if row.number_printed != wanted.number_printed:
            found.append(f"question {row.number}: number_printed is {row.number_printed}")
        if row.heading != wanted.heading:
            found.append(f"question {row.number}: heading is {row.heading!r}, not {wanted.heading!r}")
    return found


def _answers(have: Sequence[Answer], want: Sequence[Answer]) -> list[str]:
    numbers = [row.question_numbers for row in have]
    wanted_numbers = [row.question_numbers for row in want]
    if numbers != wanted_numbers:
        return [f"answers are to {numbers}, not {wanted_numbers}"]
    found = []
    for row, wanted in zip(have, want, strict=True):
        found += _text(f"answer to {row.question_numbers}", row.text, wanted.text)
        if row.refers_to != wanted.refers_to:
            found.append(
                f"answer to {row.question_numbers} refers to {row.refers_to}, not {wanted.refers_to}"
            )
    return found


def _text(what: str, have: str, want: str) -> list[str]:
    if letters(have) == letters(want) and have == have.strip():
        return []
    return [f"{what} reads\n    {have!r}\n  not\n    {want!r}"]


def _links(document: Document, invented: Invented) -> list[str]:
    """Each answer is linked with each question it answers; pointers may be linked with more."""
    positions = {row.number: place for place, row in enumerate(invented.questions)}
    have = {(link.question, link.answer) for link in document.question_answers if link.link != "referred"}
    own = {
        (positions[number], place)
        for place, row in enumerate(invented.answers)
        for number in row.question_numbers
    }
    pointing = {(question, answer) for question, answer in own if invented.answers[answer].refers_to}
    wrong = (have - own) | (own - pointing - have)
    return [f"links (question, answer) differ: {sorted(wrong)}"] if wrong else []


def _footnotes(have: Sequence[Footnote], want: Sequence[Footnote]) -> list[str]:
    if [row.number for row in have] != [row.number for row in want]:
        return [f"footnotes are {[row.number for row in have]}, not {[row.number for row in want]}"]
    found = []
    for row, wanted in zip(have, want, strict=True):
        found += _text(f"footnote {row.number}", row.text, wanted.text)
        places = (row.question, row.answer), (wanted.question, wanted.answer)
        if places[0] != places[1]:
            found.append(f"footnote {row.number}: mark in (question, answer) {places[0]}, not {places[1]}")
        if not _near(row.marker_start, wanted.marker_start):
            found.append(f"footnote {row.number}: mark at {row.marker_start}, not {wanted.marker_start}")
    return found


def _near(have: int | None, want: int | None) -> bool:
    """A mark may be read with the white space or brackets around it."""
    return have == want if have is None or want is None else abs(have - want) <= 2


def _same_reference(have: Any, want: Any) -> bool:
    if have.kind != want.kind:
        return False
    return bool(have.article == want.article if have.kind == "law" else have.target_id == want.target_id)


def _same_amount(have: Any, want: Any) -> bool:
    keys = ("value", "value_max", "currency", "currency_stated")
    return all(getattr(have, key) == getattr(want, key) for key in keys)


def _found(what: str, text: str, have: Sequence[Any], want: Sequence[Any], same: Any) -> list[str]:
    spare, messages = list(have), []
    for wanted in want:
        hit = next(
            (r for r in spare if min(r.end, wanted.end) > max(r.start, wanted.start) and same(r, wanted)),
            None,
        )
        if hit is None:
            messages.append(f"{what} missed: {text[wanted.start : wanted.end]!r} {wanted}")
        else:
            spare.remove(hit)
    return messages + [f"{what} too many: {text[row.start : row.end]!r} {row}" for row in spare]
