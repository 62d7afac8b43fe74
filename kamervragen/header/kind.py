"""What kind of document it is, by what its header announces and by what was found in its body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamervragen.document import DocumentType
from kamervragen.header.formula import Answered
from kamervragen.header.page import Page

_ON_TIME = r"(?:binnen|tijdig|op\s{1,3}tijd|termijn|gehaald|haalbaar|gelukt|mogelijk)"
# How a letter says that the answers will be late. Gathered from letters of all ministries.
_LATE = re.compile(
    r"\buitstel|\bvertra(?:ging|agd)\b"
    r"|\b(?:meer|extra|langere?)\s{1,3}(?:\w{1,20}\s{1,3})?tijd\b"
    r"|\b(?:later|langer)\b|\bnog\s{1,3}niet\b|\bna\s{1,3}(?:het|afloop)\b[^.?]{0,30}reces\b"
    rf"|\b(?:niet|onmogelijk|geen)\b[^.?]{{0,250}}\b{_ON_TIME}\b|\b{_ON_TIME}\b[^.?]{{0,160}}\b(?:niet|onmogelijk)\b"
    r"|\bzo\s{1,3}(?:spoedig|snel)\s{1,3}mogelijk\b",
    re.IGNORECASE,
)
# The same under questions, where much else may be said to be late.
_POSTPONED = re.compile(
    r"\b(?:niet|onmogelijk|uitstel)\b[^.?]{0,160}\b(?:binnen|tijdig|uitstel)\b[^.?]{0,120}\b(?:be)?antwoord(?:en|ing|t)?\b"
    r"|\b(?:niet|onmogelijk)\b[^.?]{0,80}\bbeantwoord(?:en)?\b[^.?]{0,60}\bbinnen\b[^.?]{0,60}\b(?:termijn|weken|tijd)\b"
    r"|\bbeantwoording\b[^.?]{0,120}\b(?:niet|onmogelijk|uitstel)\b[^.?]{0,80}\b(?:binnen|tijdig|termijn|mogelijk)\b",
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
_SENTENCE_END = re.compile(r"(?<=[.?!])\s{1,3}(?=[A-Z])|\n")


def document_type(
    head: Page,
    tail: Page,
    *,
    title: str | None,
    question_count: int,
    answer_count: int,
    answered: Answered | None,
    asked: bool,
    published_questions: bool,
    headed_by_case: bool,
) -> DocumentType:
    """The kind of document.

    `title` is the subject, whose words say nothing of the document itself; `answered` is the formula over
    a published answer, `asked` whether the header says who asks, `published_questions` whether the
    publication's own id is that of a set of questions, `headed_by_case` whether the first line is the
    number of a case, as it is over questions that wait to be published.
    """
    if answered:
        return "postponement" if answered.kind == "postponement" else "answers"
    if published_questions or _ONLY_QUESTIONS.search(head.prose):
        return "questions"
    if answer_count:
        return "answers"
    if question_count and asked and headed_by_case:
        return "questions"
    about_itself = head.prose.replace(title, "") if title else head.prose
    if _postpones(about_itself, tail, asked=asked):
        return "postponement"
    if question_count:
        return "answers" if _ANSWERING.search(about_itself) else "questions"
    return "questions" if asked and not _ANSWERING.search(about_itself) else "other"


def _postpones(prose: str, tail: Page, *, asked: bool) -> bool:
    """Whether a document without answers says that they will be late."""
    if tail.mentions("mededeling") and any(_NOTICE_LINE.fullmatch(line) for line in tail.lines):
        return True
    if _POSTPONED_SUBJECT.search(prose):
        return True
    if any(_LATE.search(one) and (asked or "vragen" in one.lower()) for one in _statements(prose)):
        return True
    if not tail.mentions("antwoord") or not any(_POSTPONED.search(one) for one in _statements(tail.prose)):
        return False
    return _ANSWERING.search(tail.prose) is not None


def _statements(prose: str) -> Iterator[str]:
    """The sentences about answering that are not questions themselves."""
    sentences = _SENTENCE_END.split(prose)
    return (
        one for one in sentences if "antwoord" in one.lower() and not one.rstrip(" »”\"'’)").endswith("?")
    )
