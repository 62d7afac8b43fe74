"""Whether a bare magnitude is money: 'het budget van 25 miljoen' is, '2,5 miljoen woningen' is not.

Precision first: what follows decides where it can; otherwise money must be spoken of in the sentence, or
stand close by as an amount with a currency.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import surroundings, word_list

Verdict = Literal["money", "count"] | None

_ENDS_SENTENCE = frozenset(".?!;•")
_ABBREVIATIONS = word_list("abbreviations")
_LOOK_BACK = 24
_LOOK_AHEAD = 14
_POINTS_AHEAD = word_list("points_ahead")


def verdict_of_words(tokens: Tokens, first: int, last: int) -> Verdict:
    """What the words around the tokens `first`..`last` say of the number; None where they say nothing."""
    behind = _what_follows(tokens, last)
    if behind is not None:
        return behind
    before = _nearest(tokens, range(first - 1, first - 1 - _LOOK_BACK, -1))
    if before is not None:
        return before
    return _nearest(tokens, range(last, last + _LOOK_AHEAD))


def stands_alone_in_brackets(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the number fills a pair of brackets, as in 'SEED Capital (25 miljoen)'."""
    return tokens.word(first - 1) == "(" and tokens.word(last) == ")"


def _what_follows(tokens: Tokens, place: int) -> Verdict:
    for _ in range(3):
        if tokens.word(place) not in surroundings("modifier"):
            break
        place += 1
    token = tokens[place]
    if token.text == "%":
        return "count"
    if token.kind != "word":
        return None
    if token.text in surroundings("done") or token.text in surroundings("money"):
        return "money"
    if token.text not in surroundings("neutral"):
        return "count"
    if token.text in _POINTS_AHEAD:
        return _verdict(tokens.word(place + 1))
    return None


def _nearest(tokens: Tokens, places: Iterable[int]) -> Verdict:
    """The verdict of the first word at these places, in the same sentence, that has one."""
    for place in places:
        word = tokens.word(place)
        if not word or (word in _ENDS_SENTENCE and tokens.word(place - 1) not in _ABBREVIATIONS):
            return None
        verdict = _verdict(word)
        if verdict is not None:
            return verdict
    return None


def _verdict(word: str) -> Verdict:
    if word in surroundings("count"):
        return "count"
    return "money" if word in surroundings("money") else None
