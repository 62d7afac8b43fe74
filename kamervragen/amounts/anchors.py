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

import ahocorasick

LEFT, RIGHT = 100, 80
"""How much text before and behind an anchor the grammar may look at."""

LONGEST = 8_000
_OVERLAP = 50

# Each with a pattern that must match at the anchor itself, where the literal alone says too little.
_WORD = r"(?<![^\W\d_])"
_ANCHORS: tuple[tuple[tuple[str, ...], str | None], ...] = (
    (("€", "$", "£", "¥", "₽", "ƒ"), None),
    (("EUR", "USD", "GBP", "CHF", "JPY", "NLG", "XCG", "ANG", "AWG", "NOK", "SEK", "DKK", "PLN"), _WORD),
    (("CNY", "RMB", "RUB", "UAH", "CAD", "AUD", "SRD", "INR", "ZAR", "NAf", "Afl", "Hfl", "usd"), _WORD),
    (("eur", "Eur"), rf"{_WORD}eur(?:o(?!p(?!er\s))|\b)|Eur(?:o(?!p)|\b)"),
    (("eu-",), r"eu-\s*ro"),
    (("joen", "jard"), r"(?:joen|jard)(?!en)"),
    (("JOEN", "JARD"), None),
    (("mln", "mld", "mrd", "mio", "milj", "mjn", "mlj", "mlrd", "Mln", "Mld"), rf"{_WORD}[^\W\d_]+"),
    (("cent", "Cent"), rf"(?:{_WORD}|(?<=euro)|(?<=dollar))[cC]ent(?:en|s)?(?![^\W\d_])"),
    (("ct",), rf"{_WORD}cts?(?![^\W\d_])"),
    (("dollar", "Dollar", "gulden", "roebel", "zloty", "hryvnia", "renminbi", "florin"), None),
    (("pond", "frank", "kroon", "kronen", "yen", "yuan", "lira", "roepie", "dirham"), _WORD),
    ((",-", ",–", ",—", ",="), r"(?<=[0-9]),"),
)  # fmt: skip


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
    for last, (length, pattern) in _automaton().iter(text):
        start = last + 1 - length
        if pattern is None or pattern.match(text, start):
            yield start


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for literals, pattern in _ANCHORS:
        check = re.compile(pattern) if pattern else None
        for literal in literals:
            automaton.add_word(literal, (len(literal), check))
    automaton.make_automaton()
    return automaton


def _word_start(text: str, start: int) -> int:
    """The first place from `start` on where a token can begin whole; a very long word is cut."""
    if start == 0:
        return 0
    for place in range(start, min(start + 40, len(text))):
        if text[place - 1].isspace():
            return place
    return start
