"""The building blocks of citation patterns: what extraction does to white space, hyphens and words.

Citations are matched in the text as it stands, so that offsets stay true. Line breaks, hyphens at a
line end and glued words are made invisible here, once: every pattern of this package is put together
from these pieces. All repetitions are bounded and possessive, so that no pattern can go quadratic.
"""

from __future__ import annotations

import re

SPACE = r"\s{0,20}+"
"""Any white space, or none: `vergaderjaar2023` is as good as `vergaderjaar 2023`."""

GAP = r"\s{1,20}+"
"""White space that must be there."""

DASH = r"[-‐‑‒–—]"
"""The hyphens and dashes that stand between two numbers."""

MONTH = (
    r"(?:maart|mrt[.\s]|mei(?![a-z])|jan(?:u|[.\s])|feb(?:r|[.\s])|apr(?:i|[.\s])|jun(?:i|[.\s])|jul(?:i|[.\s])"
    r"|aug(?:u|[.\s])|sep(?:t|[.\s])|okt(?:o|[.\s])|nov(?:em|[.\s])|dec(?:em|[.\s]))"
)
"""How a month begins: `nr. 84, 24 april 2020` is one number and a date; `42 juncto 15` is none."""

_SPLIT = rf"(?:{DASH}\s{{0,5}}+)?"


def word(letters: str) -> str:
    """A pattern of one word in either case, which a line end may have split: `verga-⏎derjaar`."""
    split = _SPLIT.join(re.escape(letter) for letter in letters)
    return f"(?i:{re.escape(letters)}|{split})"


def stop(marks: str, words: str = "") -> str:
    """A pattern of what may follow a number: a line end, one of the `marks`, one of the `words`."""
    alternatives = f"[{re.escape(marks)}]" + (f"|(?:{words})(?![a-z])" if words else "")
    return rf"(?:[ \t\xa0]{{0,20}}+(?:[\r\n\x0c]|$)|{SPACE}(?:{alternatives}))"


NUMBER_CUE = (
    rf"(?:[NnMm][Rr](?:[’'`]?[Ss])?|{word('nummers')}|{word('nummer')}|(?i:no|num)|[Nn][°º]|№|\#)"
    rf"(?![A-Za-z])\s{{0,3}}+[.,:]{{0,2}}+{SPACE}"
)
"""`nr.`, `nrs`, `nr’s`, `Nr`, `nr,`, `nr.:`, `no.`, `n°`, and the misprint `mr.`"""


_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_SPLIT_WORD = re.compile(r"(?<=[^\W\d_])[-‐]\s*\n\s*(?=[^\W\d_A-Z])")


def squeezed(printed: str) -> str:
    """Letters and digits only, in lower case: equal for all spellings that extraction makes of a name."""
    return _NOT_ALPHANUMERIC.sub("", printed).lower()


def unfolded(printed: str) -> str:
    """A printed name on one line: split words joined, white space folded."""
    if "\n" in printed:
        printed = _SPLIT_WORD.sub("", printed)
    return " ".join(printed.split())
