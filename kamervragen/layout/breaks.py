"""Candidates without a printed label: an answer that follows its question directly, a bare list of questions.

They can only begin where a line or a paragraph begins, or, in a text without line ends, after a question
mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kamervragen.layout import wording
from kamervragen.layout.labels import Candidate
from kamervragen.layout.traits import DELAY

# An answer that is not found within so many breaks behind its question is not there.
BREAKS_TRIED = 16
# Runs of white space are looked at this far; a page of blank lines must not cost its square.
LINE_BREAK = re.compile(r"\n\s{0,80}(?=\S)")
BLANK_LINE = re.compile(r"\n[^\S\n]{0,80}\n")
AFTER_ASKING = re.compile(r"\?[»”\"'’)\]]{0,2}[^\S\n]+(?=[A-ZÀ-Þ«“‘\"'])")
PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
# Paragraphs are joined line by line only where blank lines part them; else each line is one.
SHORTEST_QUESTION = 12
# A question mark is looked for so far behind a label.
SILENT_LIMIT = 1_500


def implicit_answers(text: str, printed: Sequence[Candidate], run_on: bool) -> Iterator[Candidate]:
    """Breaks behind each possible question where its answer could begin."""
    for position, candidate in enumerate(printed):
        if candidate.kind != "question":
            continue
        stop = printed[position + 1].start if position + 1 < len(printed) else len(text)
        yield from answer_breaks(text, candidate.end, stop, run_on)


def answer_breaks(text: str, start: int, stop: int, run_on: bool) -> Iterator[Candidate]:
    """The first breaks in a stretch that follow a question mark, a request or a blank line.

    A stretch without a question mark may ask in a sentence that a full stop closes.
    """
    tried = 0
    silent = text.find("?", start, min(stop, start + SILENT_LIMIT)) < 0
    pattern = AFTER_ASKING if run_on else LINE_BREAK
    printed = wording.PRINTED.search(text, start, stop)
    for match in pattern.finditer(text, printed.start(), stop) if printed else ():
        at = match.end()
        if at >= stop:
            return
        above = match.start() + (1 if run_on else 0)
        parted = run_on or text.find("\n", match.start() + 1, at) >= 0 or (silent and text[above - 1] == ".")
        if not (parted or closes_question(text, start, above)):
            continue
        yield Candidate(at, at, "answer", "implicit-answer")
        tried += 1
        if tried == BREAKS_TRIED:
            return


def closes_question(text: str, start: int, end: int) -> bool:
    """Whether a question or a request could end here."""
    return wording.ends_question(text, start, end) or wording.ends_request(text, start, end)


def implicit_questions(text: str, run_on: bool) -> Iterator[Candidate]:
    """Paragraphs that end with a question mark, for documents that number nothing."""
    if run_on:
        return
    pattern = PARAGRAPH if BLANK_LINE.search(text) else re.compile(r"\S[^\n]*")
    for match in pattern.finditer(text):
        asks = closes_question(text, match.start(), match.end()) or wording.asks_in_words(text, match.start())
        says_who = asks and wording.says_who_asks(text, match.start(), match.end())
        if len(match[0]) >= SHORTEST_QUESTION and asks and not says_who:
            yield Candidate(match.start(), match.start(), "question", "implicit-question")


def implicit_closing(text: str, printed: Sequence[Candidate]) -> Iterator[Candidate]:
    """The paragraph below the last question that says that the answers will be late."""
    last = max((candidate.end for candidate in printed if candidate.kind == "question"), default=0)
    asked = max(last, text.rfind("?") + 1)
    if not asked:
        return
    for match in LINE_BREAK.finditer(text, asked, asked + FAR_BELOW):
        if wording.says(text[match.end() : match.end() + DELAY_SAID], DELAY):
            yield Candidate(match.end(), match.end(), "closing", "delay")
            return


# A delay is told of within so many characters below the last question, in so many from its first line.
FAR_BELOW, DELAY_SAID = 1_500, 600
