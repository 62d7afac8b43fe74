"""Tokens of a stretch of text: numbers, words, dashes and single signs.

White space, emphasis marks (`_`, `*`) and raised digits are no tokens, so that they are invisible to the
grammar; words that extraction broke or glued together are put right. Offsets stay true.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

from kamervragen.amounts.mending import HYPHENS, Words, put_right

_MARGIN = 48
_DIGITS = frozenset("0123456789")
DASHES = frozenset("-‐‑‒–—−\u00ad")
"""A minus sign, or the link of a range, in any length."""

_NOTHING = [""] * _MARGIN

# Letters of words in lower case, named because that is twice as fast as asking what is no digit and no '_'.
# Fractions ('2½') are signs of their own; raised digits ('miljoen³') are marks of notes, which nobody reads.
_LETTER = r"[a-zß-öø-\u024f\u0300-\u036f\u0370-\u04ff]"
_TOKEN = re.compile(
    rf"({_LETTER}+(?:'(?:s|n|ers?)(?!{_LETTER})"
    r"|(?:://|(?<=www)\.)\S{1,2000})?"  # an address is one token, so that nothing is found in it
    r"|[0-9]+(?:[.,'][0-9]+)*"
    r"|[^\s_*¹²³⁰-⁹])"  # a dash or another sign
)


def _lowered(text: str) -> str:
    """The text in lower case with plain apostrophes; every character keeps its place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return lowered.replace("’", "'").replace("`", "'").replace("´", "'")


class Tokens:
    """Tokens of a stretch of `text`, asked for by place; outside there are empty ones.

    `word(place)` is the text of the token at a place, in lower case, for places from 48 before the first
    to 48 behind the last token. `clean`: no word is broken or glued, but perhaps at the end of a line.
    """

    __slots__ = ("_offset", "_places", "_size", "_words", "clean", "text", "word")

    def __init__(self, text: str, start: int = 0, end: int | None = None, *, clean: bool = False) -> None:
        self.text = text
        self.clean = clean
        self._offset = start
        printed = text[start:end]
        lowered = _lowered(printed)
        # What stands between the tokens, and the tokens, by turns; and where each of these ends.
        pieces = _TOKEN.split(lowered)
        places = list(accumulate(map(len, pieces)))
        words = pieces[1::2]
        if not clean or (("\n" in lowered or "\u00ad" in lowered) and not HYPHENS.isdisjoint(words)):
            words, places = put_right(printed, lowered, Words(words, places), clean=clean)
        self._places = places
        self._size = len(words)
        # Empty words behind the last one also answer for places before the first: -1 is the last of them.
        words += _NOTHING
        self._words = words
        self.word: Callable[[int], str] = words.__getitem__

    def __len__(self) -> int:
        return self._size

    def start(self, place: int) -> int:
        """Where the token at `place` begins in the text."""
        return self._offset + self._places[2 * place]

    def end(self, place: int) -> int:
        """Where the token at `place` ends in the text."""
        return self._offset + self._places[2 * place + 1]

    def words(self, first: int, last: int) -> list[str]:
        """The words at the places `first` to `last`, fewer where the tokens begin or end."""
        return self._words[max(first, 0) : last]

    def place_at(self, position: int) -> int:
        """The place of the first token that begins at `position` of the text, or behind it."""
        return (bisect_left(self._places, position - self._offset) + 1) // 2

    def places(self, wanted: Callable[[str], bool]) -> list[int]:
        """The places of the tokens that are wanted."""
        return [place for place, word in enumerate(self._words[: self._size]) if wanted(word)]

    def is_number(self, place: int) -> bool:
        """Whether the token consists of digits."""
        return self._words[place][:1] in _DIGITS

    def is_word(self, place: int) -> bool:
        """Whether the token is a word."""
        return self._words[place][:1].isalpha()

    def is_dash(self, place: int) -> bool:
        """Whether the token is a dash of any length."""
        return self._words[place] in DASHES

    def glued(self, place: int) -> bool:
        """Whether nothing stands between the token at `place` and the one before it."""
        return 0 < place < self._size and self._places[2 * place - 1] == self._places[2 * place]

    def gap(self, place: int) -> str:
        """What stands between the token before `place` and the one at `place`."""
        return self.text[self.end(place - 1) : self.start(place)] if 0 < place < self._size else ""

    def begins_line(self, place: int) -> bool:
        """Whether only white space stands between the token and the line end before it."""
        start = self.start(place)
        while start > 0 and self.text[start - 1] in " \t\u00a0":
            start -= 1
        return start > 0 and self.text[start - 1] == "\n"
