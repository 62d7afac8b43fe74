"""How sure a reading as a whole is.

The margin between the best reading and the next best one says how clear the labels are. It cannot say that
labels in a form nobody knows were overlooked; what such labels leave behind shows that: answers that are
announced and missing, questions without an answer between others that have one, numbers that are skipped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kamervragen.document import DocumentType
from kamervragen.layout.numbering import order
from kamervragen.layout.pairing import Paired
from kamervragen.layout.structure import Structure, certainty

# Of a document in which nothing was found: its header says that nothing is to be found, or does not.
EXPECTED_EMPTY, UNEXPECTED_EMPTY = 0.95, 0.5
# A question mark may stand in a title; several are questions.
TITLE_MARKS = 1
# Answers that all open with one short line, numbers aside, open with a label that was not known as one.
UNKNOWN_LABELS, LONGEST_LABEL = 0.3, 40
# What a label that was not read as one looks like: "V1:", "Vraag I", "Antwoord op vraag een", "Ad 3", "b)".
LEFT_LABEL = re.compile(
    r"(?i)[*_(]{0,3}(?:(?:(?:antwoord[^\S\n](?:op|bij)[^\S\n])?vraag|antwoord|reactie|ad(?:[^\S\n]vraag)?|vr|antw|[vaq])"
    r"\W{0,2}(?:\d{1,3}|[ivx]{1,4}|[a-h]|één|een|twee|drie|vier)|(?:[ivx]{1,4}|[a-h])[.)])(?![^\W_])"
)
# Questions with more than questions between them, and no answers.
UNREAD_ANSWERS = 0.4
# A number far beyond the number of questions is a misprint.
LARGEST_GAP = 30


def confidence_of(structure: Structure, document_type: DocumentType, paired: Paired) -> float:
    """0..1: the certainty of the least certain label, less for what a whole reading would not leave open.

    Where nothing was found there was nothing to weigh. A header that says so makes it likely (a
    postponement, questions put orally); a text of no known kind, or one that asks, stays an even chance.
    """
    if not any(decision.taken for decision in structure.decisions):
        says_so = document_type in ("questions", "postponement")
        asks = structure.view.text.count("?") > TITLE_MARKS
        return EXPECTED_EMPTY if says_so and not asks else UNEXPECTED_EMPTY
    sure = certainty(min(decision.margin for decision in structure.decisions))
    doubt = left_open(document_type, paired) + skipped(paired) / 2
    doubt += UNKNOWN_LABELS if open_alike(paired) or labels_left(paired) else 0.0
    doubt += UNREAD_ANSWERS if structure.traits.told_between and not paired.answers else 0.0
    return round(min(sure, max(UNEXPECTED_EMPTY, 1 - doubt)), 4)


def left_open(document_type: DocumentType, paired: Paired) -> float:
    """The share of the questions and answers of an answered document that stand alone."""
    rows = len(paired.questions) + len(paired.answers)
    if document_type != "answers" or not rows:
        return 0.0
    questions = {link.question for link in paired.links}
    answers = {link.answer for link in paired.links}
    return 1 - (len(questions) + len(answers)) / rows


def skipped(paired: Paired) -> float:
    """The share of the numbers from 1 to the highest that no question has."""
    there = {order(question.number)[0] for question in paired.questions if question.number_printed}
    highest = max(there, default=0)
    return 0.0 if highest > len(there) + LARGEST_GAP else (highest - len(there - {0})) / max(highest, 1)


def labels_left(paired: Paired) -> bool:
    """Whether most questions, or most answers, open with what counts like a label, or one answer to several
    questions has such lines."""
    opened = ([LEFT_LABEL.match(row.text) for row in rows] for rows in (paired.questions, paired.answers))
    within = (
        [LEFT_LABEL.match(line) for line in answer.text.split("\n")]
        for answer in paired.answers
        if len(answer.question_numbers) > 1
    )
    return any(counting(matches, len(matches)) for matches in opened) or any(
        counting([match for match in matches if match and " " in match[0]], 0) for matches in within
    )


def counting(matches: Sequence[re.Match[str] | None], among: int) -> bool:
    """Whether there are several, each another one, and more than half of so many."""
    printed = [match[0] for match in matches if match]
    return len(printed) > 1 and len(set(printed)) == len(printed) and len(printed) * 2 > among


def open_alike(paired: Paired) -> bool:
    """Whether most answers open with the same short line that closes nothing, numbers aside: "Reactie 3"."""
    first_lines = [answer.text.split("\n", 1)[0] for answer in paired.answers if "\n" in answer.text]
    openings = Counter(
        re.sub(r"[\d\W]+", " ", line).strip()
        for line in first_lines
        if len(line) <= LONGEST_LABEL and not line.endswith((".", "!", "?"))
    )
    return any(count > 1 and count * 2 > len(paired.answers) for count in openings.values())
