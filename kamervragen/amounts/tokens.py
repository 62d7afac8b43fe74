"""Tokens of a stretch of text: numbers, words, dashes and single signs.

White space and emphasis marks (`_`, `*`) are no tokens, so that line breaks and odd spaces are invisible
to the grammar; words that extraction broke or glued together are put right here. Offsets stay true.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from kamervragen.amounts.number_words import NUMBER_BEGINNINGS, is_number_piece
from kamervragen.amounts.vocabulary import surroundings, word_list


class Token(NamedTuple):
    """A token made of broken or glued words; it answers as a match of the token pattern does."""

    text: str
    first: int
    last: int

    def start(self) -> int:
        """Where it begins in the stretch."""
        return self.first

    def end(self) -> int:
        """Where it ends in the stretch."""
        return self.last


Found = re.Match[str] | Token
"""Found[0] is the text in lower case; start() and end() are its place in the stretch."""

_MARGIN = 48
_DIGITS = frozenset("0123456789")
_DASHES = frozenset("-‐‑‒–—−\u00ad")
_DIGITS_AND_DASHES = _DIGITS | _DASHES

# Letters of words in lower case, named because that is twice as fast as asking what is no digit and no '_'.
# Raised digits ('miljoen³') and fractions ('2½') are signs of their own.
_LETTER = r"[a-zß-öø-\u024f\u0300-\u036f\u0370-\u04ff]"
_TOKEN = re.compile(
    r"(?=[hw])(?:https?://|www\.)\S{1,2000}"  # an address is one token, so that nothing is found in it
    rf"|{_LETTER}+(?:'(?:s|n|ers?)(?!{_LETTER}))?"
    r"|[0-9]+(?:[.,'][0-9]+)*"
    r"|[^\s_*]"  # a dash or another sign
)
# Signs that a stretch holds broken or glued words. Each begins with a literal, so that looking is cheap.
_BROKEN = (
    re.compile(r"[-‐‑–](?:[ \t\r]*\n|(?:joen|jard|ro|lar|den)(?![^\W\d_]))|\u00ad"),
    re.compile(r"joen(?<=\sjoen)"),
    re.compile(r"jard(?<=\sjard)"),
)
_GLUED = (
    re.compile(r"iljoen[^\W\d_]"),
    re.compile(r"iljard[^\W\d_]"),
    re.compile(r"euro[^\W\d_]"),
    re.compile(r"[mb]ilj(?<=[^\W\d_].ilj)"),
    re.compile(r"euro(?<=[^\W\d_]{3}\seuro)(?<!(?:joen|jard)\seuro)"),
    re.compile(r"cent(?<=[^\W\d_]{3}\scent)"),
    re.compile(r"cent(?:per|voor)(?![^\W\d_])"),
    re.compile(r"[mb]ilj(?<=[^\W\d_]{3}\s.ilj)"),
)
_GLUED_CENT = ("centper", "centvoor")
_MAGNITUDES = ("miljoen", "miljard", "biljoen")
_MENDABLE = frozenset((*_MAGNITUDES, "euro", "euro's", "dollar", "gulden"))
_NOT_GLUED_TO_EURO = tuple(word_list("not_glued_to_euro"))
_BEFORE_GLUED_NUMBER = tuple(sorted(word_list("before_glued_number"), key=len, reverse=True))
_BEHIND_EURO_PER = word_list("behind_euro_per")


@cache
def _glued_words() -> frozenset[str]:
    """Words that are seen glued behind an amount ('miljoenvoor', 'eurobedroeg')."""
    kinds: tuple[Literal["neutral", "modifier", "money", "done"], ...] = (
        "neutral",
        "modifier",
        "money",
        "done",
    )
    words = frozenset().union(*(surroundings(kind).words for kind in kinds)) - {"s"}
    return words | {"euro", "eur", "dollar"}


def _lowered(text: str) -> str:
    """The text in lower case with plain apostrophes; every character keeps its place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return lowered.replace("’", "'").replace("`", "'").replace("´", "'")


def _put_right(lowered: str, text: str, found: Sequence[Found]) -> Sequence[Found]:
    """The tokens of a stretch (in lower case; as printed), broken words whole and glued words apart."""
    if any(sign.search(lowered) for sign in _BROKEN):
        found = _mended(text, found)
    return _separated(found) if any(sign.search(lowered) for sign in _GLUED) else found


def _mended(text: str, found: Sequence[Found]) -> list[Found]:
    """The tokens with words that were broken at a line end or in the middle ('mil-⏎jard') made whole."""
    mended: list[Found] = []
    position = 0
    while position < len(found):
        token, position = _mended_word(text, found, position)
        mended.append(token)
    return mended


def _mended_word(text: str, found: Sequence[Found], position: int) -> tuple[Found, int]:
    """The token at `position`, with its other half if it is broken, and the position behind it."""
    token = found[position]
    halves = found[position + 1 : position + 3]
    if not token[0][0].isalpha() or not halves:
        return token, position + 1
    dash, rest = halves[0], halves[-1]
    if dash[0] in _DASHES and dash.start() == token.end() and rest is not dash and rest[0][0].isalpha():
        broken = "\n" in text[dash.end() : rest.start()] or dash[0] == "\u00ad"
        joined = token[0] + rest[0]
        if (broken and text[rest.start()].islower() and rest[0] not in ("en", "of")) or joined in _MENDABLE:
            return Token(joined, token.start(), rest.end()), position + 3
    elif token[0] + dash[0] in _MAGNITUDES:
        return Token(token[0] + dash[0], token.start(), dash.end()), position + 2
    return token, position + 1


def _separated(found: Sequence[Found]) -> list[Found]:
    """The tokens with glued words cut apart: 'miljoenvoor', 'vijfmiljoen', 'inzes euro'."""
    apart: list[Found] = []
    for position, token in enumerate(found):
        following = found[position + 1][0] if position + 1 < len(found) else ""
        if not _may_be_glued(token[0], following):
            apart.append(token)
            continue
        previous = apart[-1][0] if apart else ""
        word, start = token[0], token.start()
        for cut in _cuts(word, previous, following):
            apart.append(Token(word[:cut], start, start + cut))
            word, start = word[cut:], start + cut
        apart.append(Token(word, start, token.end()))
    return apart


def _may_be_glued(word: str, following: str) -> bool:
    """A quick test that spares most tokens the search for cuts."""
    if len(word) < 5 or not word[0].isalpha():
        return False
    return (
        "il" in word
        or word[:4] == "euro"
        or word in _GLUED_CENT
        or following[:4] in ("euro", "cent", "milj", "bilj")
    )


def _cuts(word: str, previous: str, following: str) -> list[int]:
    """The lengths of the words to cut off from the front of `word`, one after another."""
    for magnitude in _MAGNITUDES:
        place = word.find(magnitude)
        if place >= 0:
            return _cuts_at_magnitude(word, magnitude, place)
    if word in _GLUED_CENT:
        return [len("cent")]
    if word.startswith("euro") and word[4:] and _is_glued_to_euro(word[4:], previous, following):
        return [4]
    if following.startswith(("euro", "cent", *_MAGNITUDES)) and not is_number_piece(word):
        for glued in _BEFORE_GLUED_NUMBER:
            if word.startswith(glued) and len(word) >= len(glued) + 3 and is_number_piece(word[len(glued) :]):
                return [len(glued)]
    return []


def _cuts_at_magnitude(word: str, magnitude: str, place: int) -> list[int]:
    """Cuts before a magnitude (behind a number word) and behind it (before a known word)."""
    cuts = []
    if place:
        if not (is_number_piece(word[:place]) or word[:place] in ("half", "eenhalf", "anderhalf")):
            return []
        cuts.append(place)
    rest = word[place + len(magnitude) :]
    if rest == "en" or not rest:
        return cuts if not rest else []
    if rest in _glued_words() or rest.startswith("euro"):
        return [*cuts, len(magnitude)]
    return []


def _is_glued_to_euro(rest: str, previous: str, following: str) -> bool:
    if rest == "per":
        return following in _BEHIND_EURO_PER
    if rest in _glued_words():
        return True
    return previous in (*_MAGNITUDES, "mln", "mld", ".") and not rest.startswith(_NOT_GLUED_TO_EURO)


class Tokens:
    """Tokens of a stretch of `text`, asked for by place; outside there are empty ones.

    `word(place)` is the text of the token at a place, in lower case, for places from 48 before the first
    to 48 behind the last token.
    """

    __slots__ = ("_found", "_offset", "_words", "text", "word")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text = text
        self._offset = start
        printed = text[start:end]
        lowered = _lowered(printed)
        found: Sequence[Found] = list(_TOKEN.finditer(lowered))
        self._found = _put_right(lowered, printed, found)
        # Empty words behind the last one also answer for places before the first: -1 is the last of them.
        self._words = [token[0] for token in self._found] + [""] * _MARGIN
        self.word: Callable[[int], str] = self._words.__getitem__

    def __len__(self) -> int:
        return len(self._found)

    def start(self, place: int) -> int:
        """Where the token at `place` begins in the text."""
        return self._offset + self._found[place].start()

    def end(self, place: int) -> int:
        """Where the token at `place` ends in the text."""
        return self._offset + self._found[place].end()

    def is_number(self, place: int) -> bool:
        """Whether the token consists of digits."""
        return self._words[place][:1] in _DIGITS

    def is_word(self, place: int) -> bool:
        """Whether the token is a word."""
        return self._words[place][:1].isalpha()

    def is_dash(self, place: int) -> bool:
        """Whether the token is a dash of any length."""
        return self._words[place] in _DASHES

    def glued(self, place: int) -> bool:
        """Whether nothing stands between the token at `place` and the one before it."""
        return 0 < place < len(self._found) and self._found[place - 1].end() == self._found[place].start()

    def gap(self, place: int) -> str:
        """What stands between the token before `place` and the one at `place`."""
        return self.text[self.end(place - 1) : self.start(place)] if 0 < place < len(self._found) else ""

    def begins_line(self, place: int) -> bool:
        """Whether only white space stands between the token and the line end before it."""
        start = self.start(place)
        while start > 0 and self.text[start - 1] in " \t\u00a0":
            start -= 1
        return start > 0 and self.text[start - 1] == "\n"

    def beginnings(self, words: frozenset[str]) -> list[int]:
        """The places where an amount may begin: numbers, dashes, number words and these `words`."""
        return [
            place
            for place, word in enumerate(self._words)
            if word[:3] in NUMBER_BEGINNINGS or word[:1] in _DIGITS_AND_DASHES or word in words
        ]
