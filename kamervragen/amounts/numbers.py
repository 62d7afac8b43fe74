"""Numbers in a sequence of tokens: digits, also with spaces in them, number words, and fractions like ½."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from kamervragen.amounts.digits import read_digits
from kamervragen.amounts.number_words import (
    MOST_WORDS,
    is_fraction_word,
    is_number_piece,
    read_number_words,
)
from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import magnitudes, word_list

_MAGNITUDES = magnitudes()
_VULGAR_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_HALVES = {"half": Decimal("0.5"), "kwart": Decimal("0.25"), "driekwart": Decimal("0.75")}
_GOES_ON = frozenset("0123456789.,")
_SPACES = frozenset(" \u00a0\u2009\u202f")
_SMALL_MEASURES = word_list("small_measures")
_ROUND = frozenset(("honderd", "duizend", "tienduizend", "honderdduizend"))
_VAGUE = word_list("vague")
_LARGE = frozenset(("miljoen", "miljard"))
_MEANS_ONE = word_list("means_one")


class Number(NamedTuple):
    """A number up to the token `last` (exclusive).

    `plain`: bare digits. `grouped`: digits in groups of three. `article`: only "een". `in_words`: no digits.
    """

    last: int
    value: Decimal
    plain: bool = False
    grouped: bool = False
    article: bool = False
    in_words: bool = False


def read_number_at(tokens: Tokens, place: int, *, prefixed: bool = False) -> Number | None:
    """The number that begins at the token at `place`; `prefixed` is whether a currency stands before it."""
    if tokens.is_number(place):
        return _digits(tokens, place, prefixed=prefixed)
    fraction = _VULGAR_FRACTIONS.get(tokens.word(place))
    if fraction is not None:
        return Number(place + 1, fraction)
    return read_words_at(tokens, place) or read_one_at(tokens, place)


def _digits(tokens: Tokens, place: int, *, prefixed: bool) -> Number | None:
    last, text = _spaced_number(tokens, place, prefixed=prefixed)
    scaled = priced = False
    if "," in text:
        scaled = tokens.word(last) in _MAGNITUDES.words
        priced = tokens.word(last) == "per" and tokens.word(last + 1) in _SMALL_MEASURES
    number = read_digits(text, scaled=scaled, priced=priced)
    if number is None:
        return None
    plain = text.isdigit()
    if plain:
        fraction = _fraction_at(tokens, place, last)
        if fraction is not None:
            return Number(fraction.last, number.value + fraction.value)
    return Number(last, number.value, plain=plain, grouped=number.grouped)


def _fraction_at(tokens: Tokens, first: int, place: int) -> Number | None:
    """What stands at `place` behind a whole number that begins at `first`: '2½', '2 en een half miljoen'."""
    word = tokens.word(place)
    if word in _VULGAR_FRACTIONS:
        return Number(place + 1, _VULGAR_FRACTIONS[word])
    if word != "en" or _behind_between(tokens, first):
        return None
    place += 1 + (tokens.word(place + 1) in ("een", "één"))
    value = _HALVES.get(tokens.word(place))
    if value is None or _MAGNITUDES.longest(tokens.word, place + 1) is None:
        return None
    return Number(place + 1, value)


def _spaced_number(tokens: Tokens, place: int, *, prefixed: bool) -> tuple[int, str]:
    """The place behind a number that may have spaces or a line break in it ('1 250 000', '25.⏎000')."""
    text = tokens.word(place)
    last = place + 1
    if tokens.word(last)[:1] not in _GOES_ON:
        return last, text
    attached = tokens.glued(place) and tokens.is_word(place - 1) and not prefixed
    while len(text) < 24 and not attached and tokens.is_number(last):
        group = tokens.word(last).split(",")[0]
        if not (
            text.replace(" ", "").isdigit() and len(text.split(" ")[0]) <= 3 and tokens.gap(last) in _SPACES
        ):
            break
        if not (group.isdigit() and len(group) == 3) or text == "0":
            break
        text += " " + tokens.word(last)
        last += 1
    if tokens.word(last) in (".", ",") and tokens.glued(last) and tokens.is_number(last + 1):
        rest = tokens.word(last + 1)
        scaled = prefixed and len(rest) == 1 and _MAGNITUDES.longest(tokens.word, last + 2) is not None
        if (rest == "000" and tokens.word(last) == ".") or (scaled and text.isdigit()):
            return last + 2, text + tokens.word(last) + rest
    return last, text


def read_words_at(tokens: Tokens, place: int) -> Number | None:
    """A number in words: the longest run of words from `place` that is one number."""
    first = tokens.word(place)
    if not (is_number_piece(first) or is_fraction_word(first)):
        return None
    words, ends = [first], [place + 1]
    while len(words) < MOST_WORDS:
        following = ends[-1] + _is_hyphen(tokens, ends[-1], words)
        if not tokens.is_word(following) or not _continues(tokens, place, following):
            break
        words.append(tokens.word(following))
        ends.append(following + 1)
    for count in range(len(words), 0, -1):
        number = read_number_words(words[:count])
        if number is not None and not (first in _ROUND and tokens.word(place - 1) in _VAGUE):
            return Number(ends[count - 1], number, article=words[:count] == ["een"], in_words=True)
    return None


def _is_hyphen(tokens: Tokens, place: int, words: list[str]) -> bool:
    """Whether the token is a hyphen in a number with 'en': 'twee-en-twintig'; 'twee-drie' is a range."""
    glued = tokens.is_dash(place) and tokens.glued(place) and tokens.glued(place + 1)
    return glued and ("en" in words or tokens.word(place + 1) == "en")


def read_one_at(tokens: Tokens, place: int) -> Number | None:
    """The one that is meant before a magnitude without a number: 'zo'n miljoen', 'een kleine miljard'."""
    if tokens.word(place) in _LARGE and tokens.word(place - 1) in _MEANS_ONE:
        return Number(place, Decimal(1), in_words=True)
    return None


def _continues(tokens: Tokens, first: int, place: int) -> bool:
    word = tokens.word(place)
    if word == "en":
        return not _behind_between(tokens, first)
    return word == "komma" or is_number_piece(word) or is_fraction_word(word)


def _behind_between(tokens: Tokens, first: int) -> bool:
    """Whether the number is the first of two: 'tussen vijf en twintig miljoen' is not twenty-five."""
    return any(tokens.word(first - back) == "tussen" for back in (1, 2))
