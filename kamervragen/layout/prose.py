"""Clean reading text: printed lines joined, split words whole again, one newline between paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

# A list item or a heading of its own starts a new line in the clean text too.
ITEM = re.compile(
    r"(?:[-–—•·▪◦*o][ \t\xa0]+|\(?\d{1,2}[.)][ \t\xa0]|\(?[a-z][.)][ \t\xa0]|[ivx]{1,4}[.)][ \t\xa0])"
)
SPLIT_WORD = re.compile(r"([^\W\d_]+)-$")
# "olie- en gaswinning": the hyphen at the line end is the writer's own.
OWN_HYPHEN = re.compile(r"(?:en|of|dan|tot|als|naar|c\.q\.)\b")
CLOSES = (".", "?", "!", ":", ";", ".”", "?”", ".»", "?»", ".)", "?)", ".’", "?’", '."', '?"')
SHORT_LINE = 0.8


def is_wrapped(text: str) -> bool:
    """Whether lines end where the page did: many of them go on in lower case on the next."""
    lines = [line.strip() for line in text.split("\n")]
    pairs = [(a, b) for a, b in pairwise(lines) if len(a) > 25 and b]
    running = sum(b[0].islower() for _, b in pairs)
    return running > max(2, 0.15 * len(pairs))


def clean(text: str, *, wrapped: bool) -> str:
    """The reading text of a stretch from which furniture and notes are already gone."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    width = typical_width(lines) if wrapped else 0
    paragraphs: list[str] = []
    above = ""
    for line in lines:
        if line and paragraphs and joins(above, line, paragraphs[-1], width, wrapped=wrapped):
            paragraphs[-1] = join(paragraphs[-1], line)
        elif line:
            paragraphs.append(line)
        above = line
    return "\n".join(paragraphs)


def joins(above: str, line: str, paragraph: str, width: int, *, wrapped: bool) -> bool:
    """Whether a printed line goes on with the paragraph; `above` is empty behind a blank line."""
    if not above:
        return goes_on(paragraph, line, wrapped)
    return wrapped and not breaks(above, line, width)


def typical_width(lines: list[str]) -> int:
    """How long a full line is: the ninth decile of the lengths."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[(len(lengths) * 9) // 10] if lengths else 0


def goes_on(above: str, line: str, wrapped: bool) -> bool:
    """Whether a sentence runs on across a blank line, as it does where furniture stood."""
    return wrapped and line[0].islower() and not above.endswith(CLOSES) and not ITEM.match(line)


def breaks(above: str, line: str, width: int) -> bool:
    """Whether a new paragraph or list item begins, in a text whose lines end where the page did."""
    if ITEM.match(line):
        return True
    return above.endswith(CLOSES) and len(above) < SHORT_LINE * width and not line[0].islower()


def join(above: str, line: str) -> str:
    """Two printed lines as one; a word that was split at the line end is whole again."""
    # `above` grows with every line: to search it each time would be quadratic.
    split = SPLIT_WORD.search(above) if above.endswith("-") else None
    if split and line[0].islower() and len(split[1]) > 1:
        return f"{above} {line}" if OWN_HYPHEN.match(line) else above[:-1] + line
    if split and line[0].isalnum():
        return above + line
    return f"{above} {line}"
