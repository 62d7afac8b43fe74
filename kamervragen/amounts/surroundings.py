"""Whether a bare magnitude is money: 'het budget van 25 miljoen' is, '2,5 miljoen woningen' is not.

Precision first: what follows decides where it can; otherwise money must be spoken of in the sentence, or
stand close by as an amount with a currency.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import surroundings, word_list

Verdict = Literal["money", "count"] | None

_ENDS_SENTENCE = frozenset(".?!;•")
_ABBREVIATIONS = word_list("abbreviations")
_BEFORE, _BEHIND = 180, 110
_COUNTED_WITHIN = 8
_POINTS_AHEAD = word_list("points_ahead")
_GIVES_MONEY = word_list("gives_money")
_GIVEN_WITHIN = 4
_NOT_GIVEN = frozenset(("om", "dat", "of", "als"))
_SAID_OF_MONEY = word_list("said_of_money")


def verdict_of_words(text: str, start: int, end: int) -> Verdict:
    """What the words around `text[start:end]` say of the number there; None where they say nothing."""
    before = Tokens(text, max(start - _BEFORE, 0), start)
    behind = Tokens(text, end, end + _BEHIND)
    verdict = _what_follows(before, behind)
    if verdict is not None:
        return verdict
    if _is_given(before):
        return "money"
    return _nearest(before, range(len(before) - 1, -1, -1)) or _nearest(behind, range(len(behind)))


def stands_alone_in_brackets(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the number fills a pair of brackets, as in 'SEED Capital (25 miljoen)'."""
    return tokens.word(first - 1) == "(" and tokens.word(last) == ")"


def _what_follows(before: Tokens, behind: Tokens) -> Verdict:
    """What the next words say; 'structureel' and 'incidenteel' at either side are said of money only."""
    place = 0
    lasting = before.word(len(before) - 1) in _SAID_OF_MONEY
    while place < 3 and behind.word(place) in surroundings("modifier"):
        lasting = lasting or behind.word(place) in _SAID_OF_MONEY
        place += 1
    word = behind.word(place)
    if word == "%":
        return "count"
    if not behind.is_word(place):
        return "money" if lasting else None
    if word in surroundings("done") or word in surroundings("money"):
        return "money"
    if word not in surroundings("neutral"):
        return "count"
    if word in _POINTS_AHEAD:
        pointed = behind.word(place + 1)
        if pointed in surroundings("done"):
            return "money"
        if verdict := _verdict(pointed):
            return verdict
    return "money" if lasting else None


def _is_given(before: Tokens) -> bool:
    """Whether somebody gives or gets the number: 'trekt 30 miljoen', but not 'gaat om 2 miljoen'."""
    for place in range(len(before) - 1, len(before) - 1 - _GIVEN_WITHIN, -1):
        word = before.word(place)
        if word in _GIVES_MONEY:
            return True
        if word in _NOT_GIVEN or not before.is_word(place):
            return False
    return False


def _nearest(tokens: Tokens, places: Sequence[int]) -> Verdict:
    """The verdict of the first word at these places, in the same sentence, that has one."""
    for distance, place in enumerate(places):
        word = tokens.word(place)
        if word in _ENDS_SENTENCE and tokens.word(place - 1) not in _ABBREVIATIONS:
            return None
        verdict = _verdict(word)
        if verdict == "money" or (verdict == "count" and distance < _COUNTED_WITHIN):
            return verdict
    return None


def _verdict(word: str) -> Verdict:
    if word in surroundings("count"):
        return "count"
    return "money" if word in surroundings("money") else None
