"""Where money may stand: literal anchors, found in one pass, and the stretches of text around them.

Every amount has one of a few literals in it (a currency, a magnitude, a closing dash). Most text has none,
so the grammar is tried only on the stretches around them. Stretches are bounded: hostile text costs no
more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kamervragen.literals import Search, search_for

LEFT, RIGHT = 80, 64
"""How much text before and behind an anchor the grammar may look at."""

LONGEST = 8_000
_OVERLAP = 40
_LONGEST_WORD = 80

# Literals with a pattern that must match where they stand, because the literal alone says too little. Rare
# currencies ('zloty', 'yen') and magnitudes in capitals have no anchor of their own: they are found beside
# one of these.
_WORD = r"(?<![^\W\d_])"
_END = r"(?![^\W\d_])"
_ANCHORS: tuple[tuple[str, str | None], ...] = (
    ("€ $ £", None),
    ("eur Eur EURO", r"(?<![^\W\d_a-z])[eE](?:ur(?:o(?!p(?!er\s))|(?![^\W\d_]))|URO(?!P))"),
    ("EUR", _WORD),
    ("USD GBP CHF CAD CNY NLG NOK NAf", _WORD),
    ("CG NG", rf"(?:(?<=X)CG|(?<=A)NG){_END}"),
    ("eu-", r"eu-\s*ro"),
    ("joen jard", r"(?:joen|jard)(?!en)"),
    ("mln mld mrd mio milj mjn mlj mlrd", rf"{_WORD}m(?:ln|ld|rd|io|ilj|jn|lj|lrd){_END}"),
    ("cent Cent", rf"(?:{_WORD}|(?<=euro)|(?<=dollar))[cC]ent(?:en|s|per|voor)?{_END}"),
    ("ct", rf"{_WORD}cts?{_END}"),
    ("dollar gulden", None),
    ("pond", _WORD),
    ("ebel", r"(?<=ro)ebel"),
    (",- ,– ,— ,=", r"(?<=[0-9]),"),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """`start`..`end` of a text is to be read; only amounts that begin in `own_start`..`own_end` count."""

    start: int
    end: int
    own_start: int
    own_end: int


def stretches(text: str) -> Iterator[Stretch]:
    """The stretches of `text` that may hold amounts, in order; each place is owned by at most one."""
    begin = own = reach = -1
    for place in _anchor_places(text):
        if begin >= 0 and place - LEFT <= reach and place - begin <= LONGEST:
            reach = place + RIGHT
            continue
        if begin < 0 or place - LEFT > reach:
            if begin >= 0:
                yield Stretch(_word_start(text, begin), min(reach, len(text)), own, reach)
            begin = own = max(place - LEFT, 0)
        else:
            middle = place - _OVERLAP
            yield Stretch(_word_start(text, begin), min(place + RIGHT, len(text)), own, middle)
            begin, own = max(place - LEFT, 0), middle
        reach = place + RIGHT
    if begin >= 0:
        yield Stretch(_word_start(text, begin), min(reach, len(text)), own, reach)


def _anchor_places(text: str) -> Iterator[int]:
    for start, _, pattern in _search()(text):
        if pattern is None or pattern.match(text, start):
            yield start


@cache
def _search() -> Search[re.Pattern[str] | None]:
    checks = [(literals, re.compile(pattern) if pattern else None) for literals, pattern in _ANCHORS]
    return search_for({literal: check for literals, check in checks for literal in literals.split()})


def _word_start(text: str, start: int) -> int:
    """The last place up to `start` where a token can begin whole; a very long word is cut."""
    for place in range(start, max(start - _LONGEST_WORD, 0), -1):
        if text[place - 1].isspace():
            return place
    return max(start - _LONGEST_WORD, 0)
