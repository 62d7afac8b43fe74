"""Reading a header: from the raw text before the first question to what the document says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kamervragen.document import DocumentType, Header, Participant
from kamervragen.header import numbers, when
from kamervragen.header.askers import Askers, best_statement, read_statements
from kamervragen.header.kind import document_type
from kamervragen.header.offices import Office
from kamervragen.header.page import Page, page_of
from kamervragen.header.statements import (
    Answered,
    answered_below,
    answered_by_whom_was_asked,
    consecutive_offices,
    put_to_court_of_audit,
    read_answered,
    read_answerers,
    respondents,
    signed_by_court_of_audit,
)
from kamervragen.header.subject import read_title

COURT_OF_AUDIT = Participant("respondent", "Algemene Rekenkamer")

# However long the text, a header is looked for in so many characters of its beginning and its end.
HEAD = 20_000
TAIL = 6_000
FURNITURE = 60_000
"""The foot of the first page lies within so many characters, even where notes and tables swell the page."""

STATEMENTS = 10
"""So many statements of who asks are tried for the subject."""

_PUT_TO = re.compile(r"[\s,]{0,3}(?:[^.\n]{0,80}?\bvoorgelegd\s{1,3})?aan(?=\s|de\b)")
ADDRESSED = 1_500
"""The offices that questions are put to are named within so many characters after the askers."""


def read_header(
    text: str,
    body_start: int,
    *,
    question_count: int,
    answer_count: int,
    notes: Sequence[tuple[int, int]] = (),
) -> Header:
    """What a document says of itself; whatever it does not say is None.

    `text` is the whole raw text and `text[:body_start]` everything before the first label of a question
    or an answer (the whole text where there is none). `question_count` and `answer_count` are what was
    found in the body; `notes` are the (start, end) ranges of note marks and bodies, which are not read.
    Never raises; looks at a bounded part of the text only.
    """
    body_start = min(max(body_start, 0), len(text))
    head = page_of(text, 0, min(body_start, HEAD), notes)
    tail = page_of(text, max(body_start, len(text) - TAIL), len(text), notes)
    furniture = (text[:FURNITURE], text[-TAIL:])

    answered, formula = read_answered(head.prose), head.prose
    if answered is None and (below := answered_below(text, body_start)):
        answered, formula = below
    statements = read_statements(head.prose)
    asked = best_statement(statements)
    title = read_title(head, [_end_of_addressed(head.prose, one) for one in statements[:STATEMENTS]])
    printed_id = numbers.own_id(*furniture)
    kind = document_type(
        head,
        tail,
        title=title,
        question_count=question_count,
        answer_count=answer_count,
        answered=answered,
        asked=asked is not None,
        headed_by_case=numbers.is_headed_by_case(head),
        published_questions=bool(printed_id and printed_id.startswith("kv-tk-")),
    )

    submitted = when.submitted_on(head, tail, asked.start if asked else len(head.prose))
    received = when.received_on(formula, answered.start) if answered else None
    published = received is not None or numbers.printed_session_year(head) is not None
    dated = received or (when.letter_date(head) if not published else None)

    year = numbers.printed_session_year(head, *furniture)
    publication = numbers.answer_id(head, year, received) or printed_id
    case = numbers.case_number(head, tail, publication)
    if publication is None and kind == "questions" and case:
        publication = f"kv-tk-{case}"

    addressed = _addressed(head.prose, asked)
    return Header(
        document_type=kind,
        publication_id=publication,
        session_year=year or numbers.year_of_id(publication),
        case_number=case,
        title=title,
        submitted_on=submitted,
        answered_on=dated if kind in ("answers", "postponement") else None,
        participants=(
            *(asked.people if asked else ()),
            *_respondents(kind, head, tail, asked, answered, addressed, dated or submitted),
        ),
    )


def _addressed(prose: str, asked: Askers | None) -> tuple[Office, ...]:
    """The offices that the questions are put to: `aan de Ministers van X en van Y`."""
    put_to = _PUT_TO.match(prose, asked.end) if asked else None
    if asked is None or put_to is None:
        return ()
    offices = consecutive_offices(prose[put_to.end() : put_to.end() + ADDRESSED])
    beyond = put_to.end() - asked.end
    return tuple(replace(one, start=one.start + beyond, end=one.end + beyond) for one in offices)


def _end_of_addressed(prose: str, asked: Askers) -> int:
    offices = _addressed(prose, asked)
    return asked.end + (offices[-1].end if offices else 0)


def _respondents(
    kind: DocumentType,
    head: Page,
    tail: Page,
    asked: Askers | None,
    answered: Answered | None,
    addressed: Sequence[Office],
    on: date | None,
) -> tuple[Participant, ...]:
    if kind == "questions":
        to_court = not addressed and asked is not None and put_to_court_of_audit(head.prose, asked.end)
        return (COURT_OF_AUDIT,) if to_court else tuple(respondents(addressed, on))
    if answered:
        return tuple(respondents(answered.offices, on))
    if kind == "other":
        return ()
    offices: Sequence[Office] = read_answerers(head, tail)
    if not offices and answered_by_whom_was_asked(head):
        offices = addressed
    if not offices and signed_by_court_of_audit(head):
        return (COURT_OF_AUDIT,)
    return tuple(respondents(offices, on))
