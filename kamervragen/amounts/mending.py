"""Words that extraction broke or glued together, put right: 'mil-⏎jard', 'vijfmiljoen', 'inzes euro'."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from kamervragen.amounts.number_words import is_number_piece
from kamervragen.amounts.vocabulary import surroundings, word_list

# Signs that a text in lower case holds broken or glued words.
_BROKEN_AT_LINE_END = re.compile(r"[-‐‑–][ \t\r]*\n|\u00ad")
_BROKEN = re.compile(r"[-‐‑–](?:joen|jard|ro|lar|den)(?![^\W\d_])|j(?:oen|ard)(?<=\sj...)")
_GLUED = re.compile(
    r"ilj(?:oen|ard)[^\W\d_]|[mb]ilj(?<=[^\W\d_].ilj)|[mb]ilj(?<=[^\W\d_]{3}\s.ilj)"
    r"|euro[^\W\d_]|euro(?<=[^\W\d_]{3}\seuro)(?<!(?:joen|jard)\seuro)"
    r"|cent(?<=[^\W\d_]{3}\scent)|cent(?:per|voor)(?![^\W\d_])"
)
HYPHENS = frozenset("-‐‑–\u00ad")
"""What may stand where a word is broken at the end of a line."""

_DASHES = frozenset("-‐‑‒–—−\u00ad")
_SHORTEST_GLUED = 5
_GLUED_CENT = ("centper", "centvoor")
_MAGNITUDES = ("miljoen", "miljard", "biljoen")
_MENDABLE = frozenset((*_MAGNITUDES, "euro", "euro's", "dollar", "gulden"))
_NOT_GLUED_TO_EURO = tuple(word_list("not_glued_to_euro"))
_BEFORE_GLUED_NUMBER = tuple(sorted(word_list("before_glued_number"), key=len, reverse=True))
_BEHIND_EURO_PER = word_list("behind_euro_per")


class Words(NamedTuple):
    """Words in lower case and their places in a text: the word `i` stands at `places[2 * i : 2 * i + 2]`."""

    words: list[str]
    places: list[int]


def put_right(text: str, lowered: str, found: Words, *, clean: bool) -> Words:
    """The words of a text with broken ones made whole and glued ones set apart.

    `clean`: no word is broken or glued, but perhaps at the end of a line.
    """
    if _BROKEN_AT_LINE_END.search(lowered) or not (clean or _BROKEN.search(lowered) is None):
        found = _mended(text, found)
    if not clean and _GLUED.search(lowered):
        found = _separated(found)
    return found


def _mended(text: str, found: Words) -> Words:
    words: list[str] = []
    places: list[int] = []
    position = 0
    while position < len(found.words):
        last = position + _tokens_of_word(text, found, position) - 1
        words.append(found.words[position] if last == position else found.words[position] + found.words[last])
        places += (found.places[2 * position], found.places[2 * last + 1])
        position = last + 1
    return Words(words, places)


def _tokens_of_word(text: str, found: Words, position: int) -> int:
    """How many tokens the word at `position` is: one, or its halves, or these and the hyphen between them."""
    words, places = found
    first, last = words[position], len(words) - 1
    if position == last or not first[0].isalpha():
        return 1
    if words[position + 1] not in _DASHES:
        return 2 if first + words[position + 1] in _MAGNITUDES else 1
    dash, rest = 2 * position + 2, 2 * position + 4
    if position + 1 == last or places[dash] != places[dash - 1] or not words[position + 2][0].isalpha():
        return 1
    second = words[position + 2]
    if first + second in _MENDABLE:
        return 3
    at_line_end = "\n" in text[places[dash + 1] : places[rest]] or words[position + 1] == "\u00ad"
    return 3 if at_line_end and text[places[rest]].islower() and second not in ("en", "of") else 1


def _separated(found: Words) -> Words:
    words, places = list(found.words), list(found.places)
    for position in range(len(words) - 1, -1, -1):
        word = words[position]
        if len(word) < _SHORTEST_GLUED:
            continue
        following = words[position + 1] if position + 1 < len(words) else ""
        if not _may_be_glued(word, following):
            continue
        begin, end = places[2 * position], places[2 * position + 1]
        parts: list[str] = []
        ends: list[int] = []
        for cut in _cuts(word, words[position - 1] if position else "", following):
            parts.append(word[:cut])
            begin += cut
            ends += (begin, begin)
            word = word[cut:]
        words[position : position + 1] = [*parts, word]
        places[2 * position + 1 : 2 * position + 2] = [*ends, end]
    return Words(words, places)


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


def _may_be_glued(word: str, following: str) -> bool:
    """A quick test that spares most tokens the search for cuts."""
    return word[0].isalpha() and (
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
    return previous.endswith((*_MAGNITUDES, "mln", "mld", ".")) and not rest.startswith(_NOT_GLUED_TO_EURO)
