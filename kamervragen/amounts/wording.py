"""The words beside an amount: how exact it is ('ruim', 'ten hoogste') and for what period ('per jaar')."""

from __future__ import annotations

from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import approximations, periods, periods_before, word_list

_BEFORE, _AFTER, _NOUN = approximations("before"), approximations("after"), approximations("noun")
_PERIODS, _PERIODS_BEFORE = periods(), periods_before()
_SKIPPED_BEFORE = word_list("skipped_before")
_SKIPPED_BEHIND = word_list("skipped_behind")
_BOUNDED = word_list("bounded_by_tot")
_OTHER_CLAUSE = word_list("other_clause")
_HEDGES_UPWARDS = frozenset(("maximaal", "max", "hoogste", "hooguit", "hoogstens"))
_MOST_SKIPPED = 4
_MOST_SKIPPED_BEFORE_PERIOD = 6
_MOST_COUNTED = 3
_PERIOD_WITHIN = 12
_LASTING = frozenset(("structural", "one_off"))


def approximation_of(tokens: Tokens, first: int, last: int) -> str | None:
    """How exact the amount at the tokens `first`..`last` is said to be."""
    found = _approximation_before(tokens, first)
    if found is None:
        behind = last + (tokens.word(last) == "(")
        return _AFTER.meaning(tokens.word, behind)
    if found == "at_least" and any(tokens.word(place) in _HEDGES_UPWARDS for place in range(first, last)):
        return None  # 'minimaal € 5 tot maximaal € 10' is no more than a range
    return found


def _approximation_before(tokens: Tokens, first: int) -> str | None:
    place = first - 1
    for _ in range(_MOST_SKIPPED):
        found = _BEFORE.longest(tokens.word, place)
        if found is not None:
            length, meaning = found
            # 'hooguit zo'n € 5': what stands before the round number says more.
            more = _BEFORE.meaning(tokens.word, place - length) if meaning == "circa" else None
            return more or meaning
        word = tokens.word(place)
        if word == "tot" and tokens.word(place - 1) in _BOUNDED:
            return "at_most"
        if word == "van":
            named = _NOUN.meaning(tokens.word, place - 1)
            named = named or _NOUN.meaning(tokens.word, place - 2)
            if named is not None:
                return named
        if word not in _SKIPPED_BEFORE:
            return None
        place -= 1
    return None


def period_of(tokens: Tokens, first: int, last: int) -> str | None:
    """The period of the amount; `structural` and `one_off` say more than `per_year`."""
    behind = _period_behind(tokens, last)
    if behind in _LASTING:
        return behind
    before = _period_before(tokens, first)
    if before in _LASTING:
        return before
    return behind or before


def _period_behind(tokens: Tokens, place: int) -> str | None:
    period = None
    if _PERIODS.words.isdisjoint(tokens.words(place, place + _PERIOD_WITHIN)):
        return None
    for _ in range(_MOST_SKIPPED):
        found = _PERIODS.longest(tokens.word, place)
        if found is None:
            following = _past_what_says_nothing(tokens, place)
            if following is None:
                break
            place = following
            continue
        if found[1] in _LASTING:
            return found[1]
        period = period or found[1]
        place += found[0]
    return period


def _past_what_says_nothing(tokens: Tokens, place: int) -> int | None:
    """The place behind words between an amount and its period, None where none may follow."""
    word = tokens.word(place)
    if word in _SKIPPED_BEHIND:
        return place + 1
    if word == "[" and tokens.is_number(place + 1) and tokens.word(place + 2) == "]":
        return place + 3  # the mark of a note
    if word in ("vanaf", "in") and tokens.is_number(place + 1):
        return place + 2
    # What is paid for ('subsidie per jaar'), or for each of what ('per vierkante meter per jaar').
    counted = word == "per"
    for following in range(place + 1, place + 2 + _MOST_COUNTED):
        if not (tokens.is_word(following - 1) or (counted and tokens.is_number(following - 1))):
            return None
        if tokens.word(following - 1) in _OTHER_CLAUSE:
            return None
        if tokens.word(following) in ("per", "/"):
            return following
    return None


def _period_before(tokens: Tokens, place: int) -> str | None:
    if _PERIODS_BEFORE.words.isdisjoint(tokens.words(place - _MOST_SKIPPED_BEFORE_PERIOD, place)):
        return None
    for back in range(1, _MOST_SKIPPED_BEFORE_PERIOD + 1):
        word = tokens.word(place - back)
        if word in _OTHER_CLAUSE or not tokens.is_word(place - back):
            return None
        if word not in _PERIODS_BEFORE.words:
            continue
        period = _PERIODS_BEFORE.meaning(tokens.word, place - back)
        # An adjective says it of a noun close by: 'het voor de eenmalige toeslag bestemde budget van € 5'.
        if period is not None and (back <= _MOST_SKIPPED or word[-1] != "e"):
            return period
    return None
