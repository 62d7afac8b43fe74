"""What speaks for and against each candidate, in this document.

Every piece of evidence has a name and a weight, a rough log-odds: +3 is strong, -8 all but forbids. The
weights stand in `WEIGHTS`, so that a reading can be explained (`kamervragen show --why`) and tuned in one
place. Nothing here decides; `search` adds the weights up over the whole document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kamervragen.layout import prose, wording
from kamervragen.layout.labels import Candidate
from kamervragen.layout.numbering import Number
from kamervragen.layout.traits import Traits, said_since

WEIGHTS: dict[str, float] = {
    # forms of labels
    "label alone on its line: Vraag": 10.0,
    "label before its text: Vraag": 5.0,
    "bare Vraag": 8.0,
    "cell of a table of questions and answers": 12.0,
    "counts the questions above": 10.0,
    "label alone on its line: Antwoord": 10.0,
    "label before its text: Antwoord": 5.0,
    "bare Antwoord": 9.0,
    "numbered line": -1.0,
    "number alone on its line": -1.5,
    "label in running text": -1.0,
    "label glued to the sentence before it": 6.0,
    "label in running text of a text without lines": 5.0,
    # "Ik verwijs naar het antwoord op vraag 5. Antwoord op vraag 5 ..."
    "label in running text with nothing behind it": -12.0,
    "number in running text of a text without lines": -0.5,
    "the text goes on in lower case": -7.0,
    # how the text behind a label reads
    "opens like a question": 2.5,
    "holds a question mark": 1.0,
    "ends with a question mark": 2.0,
    "ends with a request": 1.0,
    "no question mark in it": -3.5,
    "asks without a question mark": 0.0,
    "its first line asks nothing and ends like a list item": -1.5,
    "only figures behind the number": -6.0,
    # how it fits the other labels of the document
    "other questions are labelled Vraag": -9.0,
    "other questions are numbered at their text": -3.0,
    "other questions have a bare number": 2.0,
    "other questions have a bare number, this one none": -3.0,
    "begins with a list item": -2.5,
    "an answer label follows": 1.5,
    # the order of numbers
    "next number": 3.0,
    "first number is 1": 2.0,
    "first number is not 1": -1.5,
    "number skipped": -2.0,
    "each further number skipped": -0.4,
    "number comes again": -5.0,
    "number goes back": -7.0,
    # answers
    "answers the question above": 2.0,
    "answers questions above": 1.0,
    "answers a question not asked": -3.0,
    "answer after an answer": -1.5,
    "bare answer after an answer": -4.0,
    "answer before any question": -4.0,
    "bare answer before any question": -12.0,
    "question left without an answer": -0.7,
    "question left without an answer, and none is labelled": -2.0,
    # no label printed
    "no answer label printed": -1.0,
    "another label answers this question": -9.0,
    "answers are labelled here": -9.0,
    "nothing is answered here": -9.0,
    "answers are announced": 1.0,
    "the sentence before asks": 2.0,
    "the sentence before opens like a question": 0.5,
    "the sentence before does not ask": -3.0,
    "more stands between the question and this": -2.5,
    "a long stretch above asks nothing": -2.5,
    "the sentence behind asks": -6.0,
    "the sentence behind opens like a question": -2.0,
    "only a joining word follows": -9.0,
    "a source in brackets follows": -5.0,
    "opens like an answer": 1.0,
    "a blank line parts them": 1.5,
    "the text above goes on": -3.0,
    "paragraph that asks": 1.5,
    "paragraph under a numbered question": -8.0,
    # the end
    "closing words": 4.0,
    "a formula that ends letters": 2.0,
    "closing words far from the end": -3.0,
    "tells that the answers will be late": 4.0,
    "Mededeling": 9.0,
    "goes on after the closing": -6.0,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One named reason; `weight` is its share of the score."""

    name: str
    weight: float


_KNOWN = {name: Evidence(name, weight) for name, weight in WEIGHTS.items()}


def weigh(*names: str) -> list[Evidence]:
    """The named evidence with its weights."""
    return list(map(_KNOWN.__getitem__, names))


def question_evidence(
    text: str, candidate: Candidate, stop: int, traits: Traits, following: str
) -> list[Evidence]:
    """For a labelled or numbered question whose text ends by `stop`; `following`: the next kind."""
    found = form_evidence(candidate, traits)
    body = text[candidate.end : stop]
    if body[:1].islower():
        found += weigh("the text goes on in lower case")
    if candidate.form == "vraag-anywhere" and not body.strip():
        found += weigh("label in running text with nothing behind it")
    if wording.opens_question(text, candidate.end):
        found += weigh("opens like a question")
    found += asking_evidence(text, candidate.end, stop)
    if candidate.form in ("number", "number-anywhere", "bare-number"):
        found += number_evidence(body, traits)
        if following == "answer":
            found += weigh("an answer label follows")
        found += company_evidence(candidate, traits)
    return found


QUESTION_FORMS = {
    "vraag": "label alone on its line: Vraag",
    "vraag-inline": "label before its text: Vraag",
    "cell": "cell of a table of questions and answers",
    "bare-vraag": "bare Vraag",
    "bare-vraag-inline": "label before its text: Vraag",
    "vraag-anywhere": "label in running text",
    "vraag-glued": "label glued to the sentence before it",
    "number": "numbered line",
    "number-anywhere": "number in running text of a text without lines",
    "bare-number": "number alone on its line",
}
ANSWER_FORMS = {
    "antwoord": "label alone on its line: Antwoord",
    "antwoord-inline": "label before its text: Antwoord",
    "antwoord-glued": "label glued to the sentence before it",
    "bare-antwoord": "bare Antwoord",
    "bare-antwoord-inline": "label before its text: Antwoord",
    "cell": "cell of a table of questions and answers",
    "listed": "counts the questions above",
}


def form_evidence(candidate: Candidate, traits: Traits) -> list[Evidence]:
    """What the printed form of a question's label is worth."""
    if candidate.form == "vraag-anywhere" and traits.run_on:
        return weigh("label in running text of a text without lines")
    return weigh(QUESTION_FORMS[candidate.form])


def asking_evidence(text: str, start: int, stop: int) -> list[Evidence]:
    """Whether a stretch that would be a question asks anything."""
    if wording.ends_question(text, start, stop):
        return weigh("holds a question mark", "ends with a question mark")
    if text.find("?", start, stop) >= 0:
        return weigh("holds a question mark")
    if wording.ends_request(text, start, stop):
        return weigh("ends with a request")
    return weigh(
        "asks without a question mark" if wording.asks_in_words(text, start) else "no question mark in it"
    )


def company_evidence(candidate: Candidate, traits: Traits) -> list[Evidence]:
    """What a number is worth beside the form that the other questions of the document have."""
    bare = traits.asking_bare_numbers > max(1, traits.asking_numbers)
    if candidate.form != "bare-number":
        return weigh("other questions have a bare number, this one none") if bare else []
    if bare:
        return weigh("other questions have a bare number")
    return weigh("other questions are numbered at their text") if traits.asking_numbers >= 2 else []


_FIGURES = re.compile(r"[\d\s.,%€()/–-]*\Z")


def number_evidence(body: str, traits: Traits) -> list[Evidence]:
    """What makes a numbered line a list item rather than a question."""
    found = weigh("other questions are labelled Vraag") if traits.labelled_questions else []
    first_line = body.lstrip().split("\n", 1)[0].rstrip()
    if _FIGURES.match(first_line):
        found += weigh("only figures behind the number")
    elif (
        "?" not in body[:600]
        and first_line.endswith((";", ",", ":", "."))
        and not wording.asks_in_words(first_line, 0)
    ):
        found += weigh("its first line asks nothing and ends like a list item")
    return found


def answer_evidence(text: str, candidate: Candidate, traits: Traits) -> list[Evidence]:
    """For an answer label."""
    run_on = "label in running text of a text without lines" if traits.run_on else "label in running text"
    found = weigh(ANSWER_FORMS.get(candidate.form, run_on))
    label = text[candidate.start : candidate.end].rstrip(" ")
    if text[candidate.end : candidate.end + 1].islower() and not label.endswith(":"):
        found += weigh("the text goes on in lower case")
    return found


# A signature closes a letter when it stands this close to its end.
SIGNED_BY = 600


def closing_evidence(text: str, candidate: Candidate, last_label: int) -> list[Evidence]:
    """For what follows the last answer. A signature above the questions closes nothing."""
    if candidate.form == "mededeling":
        return weigh("Mededeling")
    found = weigh("closing words")
    if candidate.form == "delay":
        found += weigh("tells that the answers will be late")
    if candidate.form == "hoogachtend":
        found += weigh("a formula that ends letters")
    if candidate.start < last_label or (
        candidate.form == "signature" and len(text) - candidate.start > SIGNED_BY
    ):
        found += weigh("closing words far from the end") * 3
    return found


def asks_far_apart(above: str) -> bool:
    """Whether so much stands between two question marks that the first answer must have begun there."""
    return any(len(piece) > LONGEST_LEAD for piece in above.split("?")[1:-1])


# What leads up to a further question of one block is shorter than this.
LONGEST_LEAD = 500


# "Vraag 2 ... ? / en / Vraag 3": two questions joined, no answer between them.
JOINING = frozenset({"en", "&", "en:", ",", "resp.", "en/of"})


def split_evidence(text: str, candidate: Candidate, start: int, stop: int, traits: Traits) -> list[Evidence]:
    """For an answer that would begin, without a label, at a break between two lines of one block."""
    above = text[start : candidate.start].rstrip()
    found = weigh("no answer label printed")
    if traits.expects_answers is not None:
        found += weigh("answers are announced" if traits.expects_answers else "nothing is answered here")
    asked = traits.labelled_questions + traits.asking_numbers + traits.asking_bare_numbers
    if traits.bare_answers * 2 > max(1, asked):
        found += weigh("answers are labelled here")
    asks_above = (
        wording.ends_question(above, 0, len(above))
        or wording.ends_request(above, 0, len(above))
        or ("?" not in above and wording.asks_in_words(above.lstrip(), 0))
    )
    if not asks_above and "?" not in above and wording.opens_question(text, start + leading(text, start)):
        found += weigh("the sentence before opens like a question")
    else:
        found += weigh("the sentence before asks" if asks_above else "the sentence before does not ask")
    if said_since(above):
        found += weigh("more stands between the question and this")
    if asks_far_apart(above):
        found += weigh("a long stretch above asks nothing")
    if not above.endswith((".", "?", "!", ")", "]", "”", "»", "'", "’", '"')) and not above[-1:].isdigit():
        found += weigh("the text above goes on")
    found += behind_break(text, candidate.start, stop)
    if "\n" in text[start + len(above) : candidate.start].replace(" ", "").replace("\t", "")[1:]:
        found += weigh("a blank line parts them")
    return found


def leading(text: str, position: int) -> int:
    """How much white space stands at a position."""
    return len(text[position : position + 200]) - len(text[position : position + 200].lstrip())


def behind_break(text: str, position: int, stop: int) -> list[Evidence]:
    """Whether what stands behind a break reads like the beginning of an answer."""
    found = weigh("begins with a list item") if prose.ITEM.match(text, position) else []
    if text[position:stop].strip().lower() in JOINING:
        return [*found, *weigh("only a joining word follows")]
    if wording.SOURCE.match(text, position):
        return [*found, *weigh("a source in brackets follows")]
    if wording.asks(text, position, stop):
        return [*found, *weigh("the sentence behind asks")]
    if wording.opens_answer(text, position):
        return [*found, *weigh("opens like an answer")]
    if wording.opens_question(text, position):
        return [*found, *weigh("the sentence behind opens like a question")]
    return found


def paragraph_evidence(text: str, candidate: Candidate, stop: int, traits: Traits) -> list[Evidence]:
    """For a paragraph that would be a question without number or label."""
    found = weigh("paragraph that asks")
    if wording.opens_question(text, candidate.start):
        found += weigh("opens like a question")
    found += asking_evidence(text, candidate.start, stop)
    if traits.labelled_questions or traits.asking_numbers:
        found += weigh("paragraph under a numbered question")
    return found


def order_evidence(number: Number | None, last: Number | None) -> list[Evidence]:
    """How a question's number follows the last question's; unnumbered questions always follow."""
    if number is None:
        return []
    if last is None:
        return weigh("first number is 1" if number[0] == 1 else "first number is not 1")
    if follows(last, number):
        return weigh("next number")
    if number == last:
        return weigh("number comes again")
    if number < last:
        return weigh("number goes back")
    skipped = min(number[0] - last[0] - 1, 20)
    return [
        *weigh("number skipped"),
        Evidence("each further number skipped", WEIGHTS["each further number skipped"] * skipped),
    ]


def follows(last: Number, number: Number) -> bool:
    """Whether `number` is the next after `last`: 3 after 2, 2b after 2a, 3 after 2b, 2a after 2 or 1."""
    if number[0] == last[0] + 1:
        return number[1] in ("", "a")
    return number[0] == last[0] and len(number[1]) == 1 and ord(number[1]) - ord(last[1] or "`") == 1


def stop_of(
    candidates: Sequence[Candidate], position: int, text: str, starts: Sequence[int], limit: int
) -> int:
    """Where the text behind a label ends at the latest: the next printed label, a blank line, or a limit.

    A first paragraph without a question mark may only lead up to the question in the second.
    """
    here = candidates[position]
    after = bisect_right(starts, here.start)
    nearest = starts[after] if after < len(starts) else len(text)
    nearest = min(nearest, here.end + limit)
    body = wording.PRINTED.search(text, here.end, nearest)
    blank = BLANK_LINE.search(text, body.start(), nearest) if body else None
    if body and blank and text.find("?", body.start(), blank.start()) < 0:
        second = BLANK_LINE.search(text, blank.end(), nearest)
        end = second.start() if second else nearest
        return blank.start() if text.find("?", blank.end(), end) < 0 else end
    return blank.start() if blank else nearest


BLANK_LINE = re.compile(r"\n[^\S\n]{0,80}\n")
