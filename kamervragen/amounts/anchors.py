"""Where money may stand: literal anchors, found in one pass, and the stretches of text around them.

Every amount has one of a few literals in it (a currency, a magnitude, a closing dash). Most text has none,
so the grammar is tried only on the stretches around them. Stretches are bounded: hostile text costs no
more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kamervragen.literals import Hits, search_for

LEFT, RIGHT = 56, 40
"""How much text before and behind an anchor the grammar may look at."""

_LEFT_OF_SIGN = 44  # no number in words stands before a sign such as €

LONGEST = 8_000
_OVERLAP = 40
_LONGEST_WORD = 80


@dataclass(frozen=True, slots=True)
class Anchor:
    """What must match where a literal stands, because the literal alone says too little.

    `clean`: matches where no word can be broken or glued. `left`: how much text before it is looked at.
    `heading`: the unit of a table may begin there.
    """

    pattern: re.Pattern[str] | None = None
    clean: re.Pattern[str] | None = None
    left: int = LEFT
    heading: bool = False


_WORD = r"(?<![^\W\d_])"
_END = r"(?![^\W\d_])"
_SIGNS = "€$£ƒ"
# 'cent' and 'ct' are part of many words; behind 'o' and 'r' they end 'eurocent' and 'dollarcent'.
_BEFORE_CENT = (" ", "\n", "\u00a0", "€", "-", "o", "r", *"0123456789")
_ANCHORS: tuple[tuple[str, str | None, str | None], ...] = (
    (
        "euro|Euro|EURO",
        r"(?<![^\W\d_a-z])[eE](?:uro(?!p(?!er\s))|URO(?!P))",
        rf"(?<=[0-9]\s)[eE]uro{_END}|(?:(?<=joen\s)|(?<=jard\s))euro{_END}",
    ),
    ("EUR|eur |Eur ", _WORD, None),
    ("USD|GBP|CHF|CAD|CNY|NLG|NOK|SEK|DKK|PLN|NAf|XCG", _WORD, None),
    ("ANG", rf"{_WORD}ANG{_END}", None),
    ("eu-", r"eu-\s*ro", r"(?!)"),
    ("joen|jard", r"(?:joen|jard)(?!en)", rf"(?:joen|jard)(?<=[0-9]\s[mb]il....){_END}"),
    (
        "mln|mld|mrd|mio|milj.|milj |mjn|mlj|mlrd|Mln|Mld|Mio",
        rf"{_WORD}[mM](?:ln|ld|rd|io|ilj|jn|lj|lrd){_END}",
        None,
    ),
    (
        "|".join(f"{gap}cent" for gap in _BEFORE_CENT),
        rf"(?:[\W\d_]|(?<=eur)o|(?<=dolla)r)cent(?:en|s|per|voor)?{_END}",
        rf"(?<=[0-9])\scent{_END}",
    ),
    ("|".join(f"{gap}ct" for gap in _BEFORE_CENT), rf"[\W\d_]cts?{_END}", None),
    ("dollar|gulden", None, None),
    ("pond", rf"{_WORD}pond", None),
    ("roebel|kronen|zloty", None, None),
    ("frank", rf"(?<=\s)frank(?:en)?{_END}", None),
    ("yen|yuan", rf"{_WORD}(?:yen|yuan){_END}", None),
    (",-|,–|,—|,=", r"(?<=[0-9]),", None),
)
# What stands before the unit in the heading of a table ('bedragen x € 1.000').
_HEADINGS = (
    *("x €", "X €", "× €", "x 1", "X 1", "× 1", "x EUR"),
    *("in €", "in mln", "in mld", "in miljo", "in miljar", "in duiz"),
)


class Stretch(NamedTuple):
    """`start`..`end` of a text is to be read; only amounts that begin in `own_start`..`own_end` count.

    `clean`: no word of an amount in it is broken or glued. `heading`: the unit of a table may stand in it.
    """

    start: int
    end: int
    own_start: int
    own_end: int
    clean: bool = True
    heading: bool = False


def stretches(text: str, hits: Hits[Anchor]) -> Iterator[Stretch]:
    """The stretches of `text` that may hold amounts, in order; each place is owned by at most one."""
    begin = own = reach = headed = -1
    clean = True
    for place, _, anchor in hits:
        if anchor.heading:
            headed = place
            continue
        if anchor.pattern is not None and anchor.pattern.match(text, place) is None:
            continue
        is_clean = anchor.clean is None or anchor.clean.match(text, place) is not None
        left = place - anchor.left
        if begin >= 0 and left <= reach and place - begin <= LONGEST:
            reach = place + RIGHT
            clean = clean and is_clean
            continue
        if begin < 0 or left > reach:
            if begin >= 0:
                yield _stretch(text, begin, reach, own, reach, clean, headed)
            begin = own = max(left, 0)
        else:
            middle = place - _OVERLAP
            yield _stretch(text, begin, place + RIGHT, own, middle, clean and is_clean, headed)
            begin, own = max(left, 0), middle
        reach = place + RIGHT
        clean = is_clean
    if begin >= 0:
        yield _stretch(text, begin, reach, own, reach, clean, headed)


def _stretch(
    text: str, begin: int, end: int, own_start: int, own_end: int, clean: bool, headed: int
) -> Stretch:
    start = _word_start(text, begin)
    return Stretch(start, min(end, len(text)), own_start, own_end, clean, headed >= start)


@cache
def anchor_literals() -> dict[str, Anchor]:
    """All that is looked for."""
    anchors = {literal: Anchor(heading=True) for literal in _HEADINGS}
    anchors |= dict.fromkeys(_SIGNS, Anchor(left=_LEFT_OF_SIGN))
    for literals, pattern, clean in _ANCHORS:
        anchor = Anchor(re.compile(pattern) if pattern else None, re.compile(clean) if clean else None)
        anchors |= dict.fromkeys(literals.split("|"), anchor)
    return anchors


@cache
def _search() -> Callable[[str], Hits[Anchor]]:
    return search_for(anchor_literals())


def anchors_in(text: str) -> Hits[Anchor]:
    """The anchors in `text`, in the order in which they end."""
    return _search()(text)


def _word_start(text: str, start: int) -> int:
    """The last place up to `start` where a token can begin whole; a very long word is cut."""
    earliest = max(start - _LONGEST_WORD, 0)
    space = max(text.rfind(" ", earliest, start), text.rfind("\n", earliest, start))
    return earliest if space < 0 else space + 1
