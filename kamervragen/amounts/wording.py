"""The words beside an amount: how exact it is ('ruim', 'ten hoogste') and for what period ('per jaar')."""

from __future__ import annotations

from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import approximations, periods, periods_before, word_list

_SKIPPED_BEFORE = word_list("skipped_before")
_SKIPPED_BEHIND = word_list("skipped_behind")
_MOST_SKIPPED = 4
_LASTING = frozenset(("structural", "one_off"))


def approximation_of(tokens: Tokens, first: int, last: int) -> str | None:
    """How exact the amount at the tokens `first`..`last` is said to be."""
    place = first - 1
    for _ in range(_MOST_SKIPPED):
        found = approximations("before").longest(tokens.word, place)
        if found is not None:
            return found[1]
        if tokens.word(place) not in _SKIPPED_BEFORE:
            break
        place -= 1
    found = approximations("after").longest(tokens.word, last)
    return found[1] if found else None


def period_of(tokens: Tokens, first: int, last: int) -> str | None:
    """The period of the amount; `structural` and `one_off` say more than `per_year`."""
    behind = _behind(tokens, last)
    if behind in _LASTING:
        return behind
    before = _before(tokens, first)
    if before in _LASTING:
        return before
    return behind or before


def _behind(tokens: Tokens, place: int) -> str | None:
    period = None
    for _ in range(_MOST_SKIPPED):
        found = periods().longest(tokens.word, place)
        if found is not None:
            if found[1] in _LASTING:
                return found[1]
            period = period or found[1]
            place += found[0]
        elif tokens.word(place) == "per" and tokens.is_word(place + 1):
            place += 2
        elif tokens.word(place) in _SKIPPED_BEHIND:
            place += 1
        else:
            break
    return period


def _before(tokens: Tokens, place: int) -> str | None:
    for back in range(1, _MOST_SKIPPED + 1):
        word = tokens.word(place - back)
        if not word or word in ".,;:?!()" or tokens.is_number(place - back):
            return None
        period = periods_before().get(word)
        if period is not None:
            return period
    return None
