"""Tokens of a stretch of text: numbers, words, dashes and single signs.

White space and emphasis marks (`_`, `*`) are no tokens, so that line breaks and odd spaces are invisible
to the grammar; words that extraction broke or glued together are put right here. Offsets stay true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from kamervragen.amounts.number_words import is_number_piece
from kamervragen.amounts.vocabulary import surroundings, word_list

Kind = Literal["number", "word", "dash", "sign", "url", "end"]


class Token(NamedTuple):
    """A token: `text` in lower case, `start`..`end` in the text it came from."""

    kind: Kind
    text: str
    start: int
    end: int


END = Token("end", "", -1, -1)

_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:[.,'][0-9]+)*)"
    r"|(?P<url>(?:https?://|www\.)\S{1,2000})"
    r"|(?P<word>[^\W\d_]+(?:'(?:s|n|ers?)(?![^\W\d_]))?)"
    r"|(?P<dash>[-‐‑‒–—−\u00ad])"
    r"|(?P<sign>[^\s_*])"
)
_BROKEN = re.compile(r"[^\W\d_][-‐‑–\u00ad]|\b[mb]il\s+[^\W\d_]")
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


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, broken and glued words put right."""
    lowered = _lowered(text[start:end])
    found = [
        Token(match.lastgroup, match[0], start + match.start(), start + match.end())  # type: ignore[arg-type]  # a group
        for match in _TOKEN.finditer(lowered)
    ]
    if _BROKEN.search(lowered):
        found = _mended(text, found)
    return _separated(found)


def _lowered(text: str) -> str:
    """The text in lower case with plain apostrophes; every character keeps its place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return lowered.replace("’", "'").replace("`", "'").replace("´", "'")


def _mended(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with words that were broken at a line end or in the middle ('mil-⏎jard') made whole."""
    mended: list[Token] = []
    position = 0
    while position < len(tokens):
        token, position = _mended_word(text, tokens, position)
        mended.append(token)
    return mended


def _mended_word(text: str, tokens: Sequence[Token], position: int) -> tuple[Token, int]:
    """The token at `position`, with its other half if it is broken, and the position behind it."""
    token, dash, rest = (*tokens[position : position + 3], END, END)[:3]
    if token.kind != "word":
        return token, position + 1
    if dash.kind == "dash" and dash.start == token.end and rest.kind == "word":
        broken = "\n" in text[dash.end : rest.start] or dash.text == "\u00ad"
        joined = token.text + rest.text
        if (broken and text[rest.start].islower() and rest.text not in ("en", "of")) or joined in _MENDABLE:
            return Token("word", joined, token.start, rest.end), position + 3
    elif dash.kind == "word" and token.text + dash.text in _MAGNITUDES:
        return Token("word", token.text + dash.text, token.start, dash.end), position + 2
    return token, position + 1


def _separated(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with glued words cut apart: 'miljoenvoor', 'vijfmiljoen', 'inzes euro'."""
    apart: list[Token] = []
    for position, token in enumerate(tokens):
        following = tokens[position + 1].text if position + 1 < len(tokens) else ""
        if not _may_be_glued(token, following):
            apart.append(token)
            continue
        previous = apart[-1].text if apart else ""
        for cut in _cuts(token.text, previous, following):
            left = token._replace(text=token.text[:cut], end=token.start + cut)
            apart.append(left)
            token = token._replace(text=token.text[cut:], start=left.end)
        apart.append(token)
    return apart


def _may_be_glued(token: Token, following: str) -> bool:
    """A quick test that spares most tokens the search for cuts."""
    if token.kind != "word" or len(token.text) < 5:
        return False
    return "il" in token.text or token.text[:4] == "euro" or following[:4] in ("euro", "cent", "milj", "bilj")


def _cuts(word: str, previous: str, following: str) -> list[int]:
    """The lengths of the words to cut off from the front of `word`, one after another."""
    for magnitude in _MAGNITUDES:
        place = word.find(magnitude)
        if place >= 0:
            return _cuts_at_magnitude(word, magnitude, place)
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
    """Tokens of a stretch of `text`, which may be asked for any place; outside it there are END tokens."""

    __slots__ = ("_tokens", "text")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text = text
        self._tokens = tokenize(text, start, len(text) if end is None else end)

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, place: int) -> Token:
        return self._tokens[place] if 0 <= place < len(self._tokens) else END

    def word(self, place: int) -> str:
        """The text of the token at a place, in lower case."""
        return self[place].text

    def glued(self, place: int) -> bool:
        """Whether nothing stands between the token at `place` and the one before it."""
        return place > 0 and self[place - 1].end == self[place].start

    def gap(self, place: int) -> str:
        """What stands between the token before `place` and the one at `place`."""
        return self.text[self[place - 1].end : self[place].start] if place > 0 else ""
