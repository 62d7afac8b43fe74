"""Clean reading text: printed lines joined, split words whole again, one newline between paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

# A list item or a heading of its own starts a new line in the clean text too.
ITEM = re.compile(
    r"(?:[-–—•·▪◦*\uf0b7\x81](?:[ \t\xa0]|$)|o[ \t\xa0]"
    r"|(?:\(?\d{1,2}|\(?[a-z]|[ivx]{1,4})[.)](?:[ \t\xa0]|$))"
)
# Behind a full line that closes nothing, a dash that is followed by another opens an insertion, no item.
INSERTION = re.compile(r"[-–—] [^\n]*? [-–—](?: |,|$)")
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


@dataclass(frozen=True)
class Printing:
    """How a document's lines came about: `wrapped` where a line ends because the page did.

    `text` is its running text, for what it prints inside a line.
    """

    wrapped: bool
    text: str = ""

    @cached_property
    def hyphenated(self) -> frozenset[str]:
        """The words that the document prints with a hyphen inside a line, in lower case.

        Looked up only where a line ends with a hyphen.
        """
        words = " ".join(word for word in self.text.split() if "-" in word)
        return frozenset(word.lower() for word in HYPHENATED.findall(words))


def printing_of(text: str, *, published: bool) -> Printing:
    """How the lines of a document were printed; the lines of a `published` page are always its own."""
    return Printing(published or is_wrapped(text), text)


def is_wrapped(text: str) -> bool:
    """Whether lines end where the page did: many of them go on in lower case on the next."""
    pairs = running = 0
    for above, line in pairwise(map(str.strip, text.split("\n"))):
        if line and len(above) > 25:
            pairs += 1
            running += line[0].islower()
    return running > max(2, 0.15 * pairs)


def clean(text: str, printing: Printing) -> str:
    """The reading text of a stretch from which furniture and notes are already gone."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    if len(lines) == 1:
        return lines[0]
    width = typical_width(lines) if printing.wrapped else 0
    pieces: list[str] = []
    # The line above (empty behind a blank line), and the end of the paragraph so far.
    above = end = ""
    for line in lines:
        if line and end and joins(above, line, end, width, wrapped=printing.wrapped):
            end = join(pieces, end, line, printing)
        elif line:
            pieces += ("\n", line) if end else (line,)
            end = line
        above = line
    return "".join(pieces)


def joins(above: str, line: str, end: str, width: int, *, wrapped: bool) -> bool:
    """Whether a printed line goes on with the paragraph; `above` is empty behind a blank line."""
    if above and wrapped:
        return not breaks(above, line, width)
    # A sentence runs on across a blank line only where furniture stood, which wrapped lines tell.
    if not above and not wrapped:
        return False
    return line[0].islower() and not end.endswith(CLOSES) and not ITEM.match(line)


def typical_width(lines: list[str]) -> int:
    """How long a full line is: the ninth decile of the lengths, and no more than a page is wide."""
    lengths = sorted(len(line) for line in lines if line)
    return min(lengths[(len(lengths) * 9) // 10], WIDEST_LINE) if lengths else 0


def breaks(above: str, line: str, width: int) -> bool:
    """Whether a new paragraph or list item begins, in a text whose lines end where the page did."""
    ends = len(above) < SHORT_LINE * width or len(above) > WIDEST_LINE
    if ITEM.match(line):
        return ends or above.endswith(CLOSES) or not INSERTION.match(line)
    return ends and above.endswith(CLOSES) and not line[0].islower()


def join(pieces: list[str], end: str, line: str, printing: Printing) -> str:
    """Add a printed line to a paragraph that ends with `end`; returns the new end.

    A word or an address that was split at the line end is whole again.
    """
    last_word = end[end.rfind(" ") + 1 :][-ADDRESS_LIMIT:]
    if ("/" in last_word or "www." in last_word) and (
        ADDRESS.search(last_word) and ADDRESS_GOES_ON.match(line)
    ):
        pieces.append(line)
        return last_word + line
    split = SPLIT_WORD.search(last_word) if last_word.endswith("-") else None
    if split is None or not line[0].isalnum() or OWN_HYPHEN.match(line):
        pieces += (" ", line)
        return line
    if keeps_hyphen(split[1], line, printing):
        pieces.append(line)
        return last_word + line
    pieces[-1] = pieces[-1][:-1]
    pieces.append(line)
    return last_word[:-1] + line


ADDRESS_LIMIT = 420


def keeps_hyphen(first: str, line: str, printing: Printing) -> bool:
    """Whether the hyphen at a line end is part of the word: "EU-lidstaten", "hiv-besmettingen"."""
    if not line[0].islower() or not first.isalpha() or len(first) == 1:
        return True
    if not first[1:].islower() or first.lower() in KEEPS_HYPHEN or not VOWEL.search(first):
        return True
    second = re.match(r"\w+", line)
    return f"{first}-{second[0] if second else ''}".lower() in printing.hyphenated
