"""Clean reading text: printed lines joined, split words whole again, one newline between paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# A list item or a heading of its own starts a new line in the clean text too.
ITEM = re.compile(
    r"(?:[-–—•·▪◦*\uf0b7\x81](?:[ \t\xa0]|$)|o[ \t\xa0]"
    r"|(?:\(?\d{1,2}|\(?[a-z]|[ivx]{1,4})[.)](?:[ \t\xa0]|$))"
)
SPLIT_WORD = re.compile(r"(\w+)-$")
# "olie- en gaswinning": the hyphen at the line end is the writer's own.
OWN_HYPHEN = re.compile(r"(?:en|of|dan|tot|als|naar|c\.q\.)\b")
CLOSES = (".", "?", "!", ":", ";", ".”", "?”", ".»", "?»", ".)", "?)", ".’", "?’", '."', '?"')
SHORT_LINE = 0.8
# No page is wider: a longer line is a whole paragraph.
WIDEST_LINE = 120
HYPHENATED = re.compile(r"(?<![\w-])[^\W\d_]\w*-[^\W\d_]\w*(?![\w-])")
# Short words that are written with a hyphen before what follows: "mbo-studenten", "hiv-besmettingen".
_SHORT = """
    aow avg awb bbl btw cao cbs co coa cv eu ggd ggz gl gp hbo hiv ict it mbo mkb n ov oz pgb
    po tv uwv v vmbo vn vo vwo wo wmo ww zzp
"""
KEEPS_HYPHEN = frozenset(_SHORT.split())
VOWEL = re.compile(r"[aeiouyáéíóúàèëïöü]", re.IGNORECASE)
# An address goes on over a line end without a space.
ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,400}$")
ADDRESS_GOES_ON = re.compile(r"[\w%.~]*[/=&%_-]\S*|\w+[).]?$")


@dataclass(frozen=True, slots=True)
class Printing:
    """How a document's lines came about: `wrapped` where a line ends because the page did.

    `hyphenated` are the words that the document prints with a hyphen inside a line, in lower case.
    """

    wrapped: bool
    hyphenated: frozenset[str] = frozenset()


def printing_of(text: str, *, published: bool) -> Printing:
    """How the lines of a document were printed; the lines of a `published` page are always its own."""
    words = frozenset(word.lower() for word in HYPHENATED.findall(text))
    return Printing(published or is_wrapped(text), words)


def is_wrapped(text: str) -> bool:
    """Whether lines end where the page did: many of them go on in lower case on the next."""
    lines = [line.strip() for line in text.split("\n")]
    pairs = [(a, b) for a, b in pairwise(lines) if len(a) > 25 and b]
    running = sum(b[0].islower() for _, b in pairs)
    return running > max(2, 0.15 * len(pairs))


def clean(text: str, printing: Printing) -> str:
    """The reading text of a stretch from which furniture and notes are already gone."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    width = typical_width(lines) if printing.wrapped else 0
    paragraphs: list[str] = []
    above = ""
    for line in lines:
        if line and paragraphs and joins(above, line, paragraphs[-1], width, wrapped=printing.wrapped):
            paragraphs[-1] = join(paragraphs[-1], line, printing.hyphenated)
        elif line:
            paragraphs.append(line)
        above = line
    return "\n".join(paragraphs)


def joins(above: str, line: str, paragraph: str, width: int, *, wrapped: bool) -> bool:
    """Whether a printed line goes on with the paragraph; `above` is empty behind a blank line."""
    if not above:
        return goes_on(paragraph, line, wrapped)
    if not wrapped:
        return line[0].islower() and not above.endswith(CLOSES) and not ITEM.match(line)
    return not breaks(above, line, width)


def typical_width(lines: list[str]) -> int:
    """How long a full line is: the ninth decile of the lengths, and no more than a page is wide."""
    lengths = sorted(len(line) for line in lines if line)
    return min(lengths[(len(lengths) * 9) // 10], WIDEST_LINE) if lengths else 0


def goes_on(above: str, line: str, wrapped: bool) -> bool:
    """Whether a sentence runs on across a blank line, as it does where furniture stood."""
    return wrapped and line[0].islower() and not above.endswith(CLOSES) and not ITEM.match(line)


def breaks(above: str, line: str, width: int) -> bool:
    """Whether a new paragraph or list item begins, in a text whose lines end where the page did."""
    if ITEM.match(line):
        return True
    ends = len(above) < SHORT_LINE * width or len(above) > WIDEST_LINE
    return ends and above.endswith(CLOSES) and not line[0].islower()


def join(above: str, line: str, hyphenated: frozenset[str] = frozenset()) -> str:
    """Two printed lines as one; a word that was split at the line end is whole again."""
    # `above` grows with every line: only its end is looked at.
    end = above[-ADDRESS_LIMIT:]
    if ADDRESS.search(end) and ADDRESS_GOES_ON.match(line):
        return above + line
    split = SPLIT_WORD.search(end) if above.endswith("-") else None
    if split is None or not line[0].isalnum():
        return f"{above} {line}"
    if OWN_HYPHEN.match(line):
        return f"{above} {line}"
    return above + line if keeps_hyphen(split[1], line, hyphenated) else above[:-1] + line


ADDRESS_LIMIT = 420


def keeps_hyphen(first: str, line: str, hyphenated: frozenset[str]) -> bool:
    """Whether the hyphen at a line end is part of the word: "EU-lidstaten", "hiv-besmettingen"."""
    if not line[0].islower() or not first.isalpha() or len(first) == 1:
        return True
    if not first[1:].islower() or first.lower() in KEEPS_HYPHEN or not VOWEL.search(first):
        return True
    second = re.match(r"\w+", line)
    return f"{first}-{second[0] if second else ''}".lower() in hyphenated
