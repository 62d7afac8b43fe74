"""Reading a header: from the raw text before the first question to what the document says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kamervragen.document import DocumentType, Header, Participant
from kamervragen.header import numbers, when
from kamervragen.header.askers import Askers, best_statement, end_of_statement_below, read_statements
from kamervragen.header.formula import (
    Answered,
    PutTo,
    answered_below,
    answered_by_whom_was_asked,
    read_answered,
    read_put_to,
)
from kamervragen.header.kind import document_type
from kamervragen.header.names import is_figure_of_party, ministry_id
from kamervragen.header.offices import Office
from kamervragen.header.page import Page, page_of
from kamervragen.header.signatures import read_answerers, signed_by_court_of_audit
from kamervragen.header.subject import read_title

COURT_OF_AUDIT = Participant("respondent", "Algemene Rekenkamer")

# However long the text, a header is looked for in so many characters of its beginning and its end.
HEAD = 20_000
TAIL = 6_000
FURNITURE = 60_000
"""The foot of the first page lies within so many characters, even where notes and tables swell the page."""

STATEMENTS = 10
"""So many statements of who asks are tried for the subject."""


@dataclass(frozen=True, slots=True)
class People:
    """What was found about the people: `put_to` are the offices that the questions of `asked` are put to."""

    asked: Askers | None
    put_to: PutTo
    answered: Answered | None


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
    notes = [note for note in notes if note[0] > HEAD or not is_figure_of_party(text, *note)]
    head = page_of(text, 0, min(body_start, HEAD), notes)
    tail = page_of(text, max(body_start, len(text) - TAIL), len(text), notes)

    ends = (text,) if len(text) <= FURNITURE else (text[:FURNITURE], text[-TAIL:])

    statements = read_statements(head.prose)
    if not statements and (end := end_of_statement_below(text, body_start)):
        head = page_of(text, 0, min(end, HEAD), notes)
        statements = read_statements(head.prose)
    asked = best_statement(statements)
    put_to = {one.end: read_put_to(head.prose, one.end) for one in statements[:STATEMENTS]}
    title = read_title(head, [one.end for one in put_to.values()])

    year = numbers.printed_session_year(head)
    answered, formula, below = read_answered(head.prose), head.prose, None
    if answered is None and (year or asked) and (below := answered_below(text, body_start)):
        answered, formula = below
    received = when.received_on(formula, answered.start) if answered else None
    published = received is not None or year is not None
    year = year or numbers.session_year_of_masthead(head) or numbers.session_year_of_furniture(*ends)
    publication = numbers.answer_id(head, year, received)
    printed_id = None if publication and answered else numbers.own_id(*ends)
    publication = publication or printed_id

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
    asked_from = asked.start if asked else len(head.prose)
    notice_from = answered.end if answered and answered.kind == "postponement" and not below else None
    submitted = when.submitted_on(head, tail, asked_from, published=published, notice_from=notice_from)
    dated = received or (when.letter_date(head) if not published else None)
    case = numbers.case_number(head, tail, publication)
    if publication is None and kind == "questions" and case:
        publication = f"kv-tk-{case}"

    whom = put_to.get(asked.end) or read_put_to(head.prose, asked.end) if asked else PutTo(0)
    people = People(asked, whom, answered)
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
            *_respondents(kind, head, tail, people, dated or submitted),
        ),
    )


def _respondents(
    kind: DocumentType, head: Page, tail: Page, people: People, on: date | None
) -> tuple[Participant, ...]:
    if kind == "questions":
        to_court = people.put_to.court_of_audit
        return (COURT_OF_AUDIT,) if to_court else tuple(respondents(people.put_to.offices, on))
    if people.answered:
        return tuple(respondents(people.answered.offices, on))
    if kind == "other":
        return ()
    if signed_by_court_of_audit(head):
        return (COURT_OF_AUDIT,)
    offices = read_answerers(head, tail)
    if not offices and answered_by_whom_was_asked(head):
        offices = people.put_to.offices
    return tuple(respondents(offices, on))


def respondents(offices: Iterable[Office], on: date | None) -> Iterator[Participant]:
    """Offices as rows; `on` is the day that decides which department a name meant."""
    for one in offices:
        identifier = ministry_id(one.ministry, on) if one.ministry else None
        yield Participant(
            "respondent", one.name, None, one.office, one.ministry, identifier, one.on_behalf_of
        )
