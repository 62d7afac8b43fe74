"""What kind of document it is, by what its header announces and by what was found in its body."""

from __future__ import annotations

import re

from kamervragen.document import DocumentType
from kamervragen.header.page import Page
from kamervragen.header.statements import Answered

_TERM = r"(?:termijn|weken|tijd)"
_POSTPONED = re.compile(
    rf"\b(?:niet|onmogelijk|uitstel)\b[^.?]{{0,160}}\b(?:binnen|tijdig|uitstel)\b[^.?]{{0,120}}\b(?:be)?antwoord(?:en|ing|t)?\b"
    rf"|\b(?:niet|onmogelijk)\b[^.?]{{0,80}}\bbeantwoord(?:en)?\b[^.?]{{0,60}}\bbinnen\b[^.?]{{0,60}}\b{_TERM}\b",
    re.IGNORECASE,
)
_POSTPONED_SUBJECT = re.compile(r"\b(?:onderwerp|betreft)\W{1,6}[^\n]{0,60}?\buitstel", re.IGNORECASE)
_ONLY_QUESTIONS = re.compile(
    r"vragen\s{1,3}gesteld\s{1,3}door\s{1,3}de\s{1,3}leden\s{1,3}der\s{1,3}kamer(?![^\n]{0,160}\bantwoorden\b)",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    r"\b(?:antwoord(?:en)?\s{1,3}(?:van|op)|beantwoording|worden\s{1,3}beantwoord)\b", re.IGNORECASE
)
_NOTICE_LINE = re.compile(r"mededeling:?", re.IGNORECASE)


def document_type(
    head: Page,
    tail: Page,
    *,
    question_count: int,
    answer_count: int,
    answered: Answered | None,
    asked: bool,
    published_questions: bool,
) -> DocumentType:
    """The kind of document.

    `answered` is the formula over a published answer, `asked` whether the header says who asks,
    `published_questions` whether the publication's own id is that of a set of questions.
    """
    if answered:
        return "postponement" if answered.kind == "postponement" else "answers"
    if published_questions or _ONLY_QUESTIONS.search(head.prose):
        return "questions"
    if answer_count:
        return "answers"
    if _postpones(head, tail):
        return "postponement"
    if question_count:
        return "answers" if _ANSWERING.search(head.prose) else "questions"
    return "questions" if asked and not _ANSWERING.search(head.prose) else "other"


def _postpones(head: Page, tail: Page) -> bool:
    """Whether a document without answers says that they will be late."""
    if any(_NOTICE_LINE.fullmatch(line) for line in tail.lines) or _POSTPONED_SUBJECT.search(head.prose):
        return True
    return any(_POSTPONED.search(page.prose) and _ANSWERING.search(page.prose) for page in (head, tail))
