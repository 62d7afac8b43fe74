"""Section titles that stand between an answer and the next question.

Where paragraphs are parted by blank lines a title is a short paragraph of its own. Where lines end because
the page did, it is known by how it opens ("Antwoorden bij vragen over ...", "Opmerking vooraf"), by being
short below a closed sentence, or because the question below repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kamervragen.layout.furniture import Range
from kamervragen.layout.labels import Candidate
from kamervragen.layout.lines import line_start
from kamervragen.layout.prose import ITEM

# A title is looked for in so many characters and lines above a question.
TITLE_LIMIT, TITLE_LINES = 300, 4
PARAGRAPH = re.compile(r"\n[^\S\n]*\n[^\S\n]*([A-ZÀ-Þ][^\n]{2,90}[^\s.?!:;,»”)\]\d])\s*\Z")
# A sentence is no title, even where its full stop was forgotten.
SAYS = re.compile(
    r"(?i)\b(?:ik|wij|we|u|uw|mij|is|zijn|was|waren|wordt|worden|werd|heb|hebben|heeft|had|kan|kunnen|zal"
    r"|zullen|zie|verwijs|verwijst|verwijzen|niet|deze|dit|dat|er|ja|nee|neen|klopt)\b"
)
CLOSED = (".", "?", "!", ":", ";", "”", "»", ")", "]", ",")
OPENS_TITLE = re.compile(
    r"(?:Antwoord(?:en)?|Beantwoording|Vragen|Overkoepelende|Overige|Resultaten|Hoofdstuk|Paragraaf|Onderdeel"
    r"|Thema|Deel|Bijlage|Rapport|Ministerie|Artikel)\b"
)
SHORTEST_TITLE, LONGEST_SHORT_TITLE = 8, 70
FIGURES = re.compile(r"\d(?!\d{0,3}\Z)|(?<!\b(?:19|20)\d)\d\Z")
# What is said before the answers to a part of the questions; it is part of its title.
PREFACE = line_start(
    r"(?:Opmerking(?:en)? vooraf|Vooraf|(?:Algemene|Inleidende) opmerking(?:en)?|Vooropmerking(?:en)?)"
    r"[^\n.?!]{0,120}(?=\n)"
)
# A repeated title has so many letters at least.
SHORTEST_REPEATED = 35
NO_LETTERS = re.compile(r"[\W_]+")


def titles_above(text: str, taken: Sequence[Candidate], *, wrapped: bool) -> dict[int, Range]:
    """Titles that stand right above questions, by the place of the question.

    One above the first question could as well belong to the letter's head: it counts only when others
    follow.
    """
    found = {
        question.start: title
        for position, question in enumerate(taken)
        if question.kind == "question" and (not position or taken[position - 1].kind == "answer")
        if (
            title := title_at_end(text, taken[position - 1].end if position else 0, question, wrapped=wrapped)
        )
    }
    first = taken[0].start if taken else 0
    return found if set(found) - {first} else {}


def title_at_end(text: str, start: int, question: Candidate, *, wrapped: bool) -> Range | None:
    """A title at the end of the stretch above a question; something of the stretch remains above it."""
    end = question.start
    if match := PARAGRAPH.search(text, max(start, end - TITLE_LIMIT), end):
        title = match.span(1)
        alone = bool(text[start : title[0]].strip()) and not (wrapped and not closes(text, start, title[0]))
        return title if alone and not SAYS.search(match[1]) else None
    if not wrapped or not start:
        return None
    if preface := PREFACE.search(text, start, end):
        return preface.span() if closes(text, start, preface.start()) else None
    return next(printed_titles(text, start, question), None)


def printed_titles(text: str, start: int, question: Candidate) -> Iterator[Range]:
    """The last printed lines above a question that could be its title, the fewest first."""
    end = start + len(text[start : question.start].rstrip())
    at = end
    for _ in range(TITLE_LINES):
        at = text.rfind("\n", max(start, end - TITLE_LIMIT), at)
        if at < 0:
            return
        title = text[at + 1 : end]
        if closes(text, start, at) and (is_title(title) or is_repeated(title, text, question)):
            yield at + 1, end


def closes(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends where a stretch does."""
    return text[start:end].rstrip()[-2:].endswith((".", "?", "!", ".”", ".’", ".)", "”", "»"))


def is_title(title: str) -> bool:
    """Whether printed lines read like a title: they close nothing, say nothing, and list nothing."""
    lines = title.split("\n")
    if not title[0].isupper() or any(line.endswith(CLOSED) for line in lines) or ITEM.match(title):
        return False
    if OPENS_TITLE.match(title):
        return True
    short = SHORTEST_TITLE <= len(title) <= LONGEST_SHORT_TITLE and len(lines) == 1
    return short and not SAYS.search(title) and not FIGURES.search(title) and "://" not in title


def is_repeated(title: str, text: str, question: Candidate) -> bool:
    """Whether the question below prints the title again; a sentence may come back, too, and is none."""
    if title.endswith((".", "?", "!")):
        return False
    letters = NO_LETTERS.sub("", title)
    below = text[question.end : question.end + 3 * TITLE_LIMIT]
    return len(letters) >= SHORTEST_REPEATED and letters in NO_LETTERS.sub("", below)
