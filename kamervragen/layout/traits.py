"""What a document as a whole shows about its layout, before any candidate is chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kamervragen.layout import wording
from kamervragen.layout.labels import Candidate
from kamervragen.layout.lines import line_start


@dataclass(frozen=True, slots=True)
class Traits:
    """What the document as a whole shows about its layout, before any candidate is chosen."""

    labelled_questions: int
    asking_numbers: int
    asking_bare_numbers: int
    bare_answers: int
    answered_numbers: frozenset[str]
    told_between: bool
    expects_answers: bool | None
    run_on: bool


ANSWERED_BY = wording.phrases(
    r"antwoord(?:en)?\s+van\s+(?:de\s+)?(?:minister|staatssecretaris)", r"\(ontvangen\s+\d"
)
ANNOUNCES_ANSWERS = wording.phrases(
    "gegeven antwoorden",
    "worden beantwoord",
    "onze antwoorden",
    "in antwoord op",
    r"antwoorden\s+(?:aan|algemene|op)",
    r"beantwoording\s+(?:van\s+)?(?:de\s+)?(?:kamer)?vragen",
)
NOTICE = line_start(
    r"[*#_ \t]{0,8}(?:Mededeling(?:[*_: \t]*$| van\b|:)|Uitstel(?:bericht|brief)?[*_: \t]*$)", re.MULTILINE
)
# What a sentence says that puts an answer off.
DELAY = wording.phrases(
    r"\bvragen\b[^.?]{0,300}\bniet\b[^.?]{0,80}\b(?:termijn|periode|weken)\b",
    r"\bbeantwoording\b[^.?]{0,300}\bniet\b[^.?]{0,80}\b(?:termijn|periode|weken)\b",
    r"\bniet (?:tijdig|op tijd|binnen (?:de|drie)[^.?]{0,30}(?:termijn|periode|weken))\b",
    r"\bbeantwoording\b[^.?]{0,200}\b(?:vergt|kost|vraagt|neemt)\b[^.?]{0,40}\btijd\b",
    r"\bvragen\b[^.?]{0,200}\b(?:nog niet|later)\b[^.?]{0,80}\bbeantwoord",
    r"\buitstel(?:bericht|brief)?\b[^.?]{0,80}\bbeantwoord",
)
ANNOUNCES_QUESTIONS = wording.phrases(r"\(ingezonden\s+\d", "vragen gesteld door de leden", "kv-tk-")
HEAD, TAIL = 6_000, 2_000
# The text behind a question is looked at so far.
LONGEST_GAP = 3_000
# So many times as many asking numbers as labels: the questions are numbered, not labelled.
FEW_LABELS = 4


def traits_of(text: str, candidates: Sequence[Candidate], run_on: bool) -> Traits:
    """The traits of a document; `text` is without furniture and notes."""
    first = next((c.start for c in candidates if c.kind == "question" and is_label(text, c)), HEAD)
    head = text[: min(max(first, 600), HEAD)]
    answered = {number for c in candidates if c.kind == "answer" for number in c.numbers}
    labelled = sum(
        c.form in ("vraag", "cell") or (c.form == "vraag-inline" and not text[c.end : c.end + 1].islower())
        for c in candidates
    )
    unnumbered = sum(c.form in ("bare-vraag", "bare-vraag-inline") for c in candidates)
    # "Vraag" alone may be the head of a table's column
    labelled += unnumbered if unnumbered > 1 else 0
    asking = sum(
        c.form in ("number", "number-anywhere") and wording.opens_question(text, c.end) for c in candidates
    )
    told = told_between(text, candidates)
    return Traits(
        # "Vraag 3" opens a line here and there where questions are numbered, too
        labelled_questions=labelled if labelled * FEW_LABELS > asking else 0,
        asking_numbers=asking,
        asking_bare_numbers=sum(
            c.form == "bare-number" and wording.opens_question(text, c.end + 1) for c in candidates
        ),
        bare_answers=sum(c.kind == "answer" and not c.numbers for c in candidates),
        answered_numbers=frozenset(answered),
        told_between=told,
        expects_answers=expects_answers(head, text, told),
        run_on=run_on,
    )


def expects_answers(head: str, text: str, told: bool) -> bool | None:
    """Whether the document announces answers, or says that there are none; None where it says nothing.

    `told`: more than questions stands between its labels. Then a delay that it tells of at its end is an
    answer to the question whether it could not be quicker.
    """
    if NOTICE.search(text):
        return False
    if wording.says(head, ANSWERED_BY):
        return True
    if wording.says(head, DELAY):
        return False
    if wording.says(head, ANNOUNCES_ANSWERS):
        return True
    if not told and wording.says(text[-TAIL:], DELAY):
        return False
    return False if wording.says(head, ANNOUNCES_QUESTIONS) and not told else None


def told_between(text: str, candidates: Sequence[Candidate]) -> bool:
    """Whether behind most questions, the last aside, more stands than what asks."""
    asking = [c for c in candidates if c.kind == "question" and is_label(text, c)]
    told = [
        said_since(text[c.end : min(after.start, c.end + LONGEST_GAP)].rstrip())
        for c, after in pairwise(asking)
    ]
    return sum(told) * 2 > len(told)


def is_label(text: str, candidate: Candidate) -> bool:
    """Whether a question is labelled, or its number stands before what opens like one."""
    return not candidate.form.endswith(("number", "number-anywhere")) or wording.opens_question(
        text, candidate.end + (text[candidate.end : candidate.end + 1] == "\n")
    )


def said_since(above: str) -> bool:
    """Whether a further line stands behind the last question mark, or else behind the first sentence."""
    asked = wording.end_of_asking(above)
    if not asked:
        first = wording.SENTENCE_END.search(above)
        asked = first.end() if first else len(above)
    return bool(FURTHER_LINE.search(above, asked))


FURTHER_LINE = re.compile(r"\n\s{0,80}[^\s\d)\]]")
