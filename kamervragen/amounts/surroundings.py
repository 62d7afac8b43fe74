"""Whether a bare magnitude is money: 'het budget van 25 miljoen' is, '2,5 miljoen woningen' is not.

Precision first: what is counted behind the number decides. Where nothing is, the number is money if money
is spoken of in the sentence; 'likely', if it is given, or stands as sums do and people do not (sums.py);
and else only if it stands close by an amount with a currency.
"""

from __future__ import annotations

from typing import Literal

from kamervragen.amounts.number_words import is_number_piece
from kamervragen.amounts.sums import (
    ENDS_SENTENCE,
    PREPOSITIONS,
    Around,
    is_given,
    stands_as_sums_do,
    stands_for_things,
)
from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import surroundings, word_list
from kamervragen.amounts.word_kinds import evidence_of, is_counted, is_transfer, kind_behind

Verdict = Literal["money", "likely", "count"] | None

BEFORE, BEHIND = 180, 110
"""How much text before and behind the number is looked at, where the next words do not tell."""

_EARLIER_WORDS, _NEXT_WORDS = 8, 6
_COUNTED_WITHIN = 8
_FARTHEST = 45
_MOST_MODIFIERS = 3
_ABBREVIATIONS = word_list("abbreviations")
_POINTS_AHEAD = word_list("points_ahead")
_SAID_OF_MONEY = word_list("said_of_money")


def verdict_of_words(tokens: Tokens, first: int, last: int) -> Verdict:
    """What the words around the number at the tokens `first`..`last` say of it; None where they do not."""
    if _is_share(tokens, first):
        return "count"
    if first >= _EARLIER_WORDS and last + _NEXT_WORDS < len(tokens):
        verdict = _said_close_by(Around(tokens, first, last), whole=False)
        if verdict is not None:
            return verdict
    around = _looked_at_widely(tokens, first, last)
    verdict = _said_close_by(around, whole=True) or _money_behind(around)
    return verdict or ("likely" if stands_as_sums_do(around) else None)


def _said_close_by(around: Around, *, whole: bool) -> Verdict:
    """What the next words say, or the nearest before the number; `whole`: no more text can be looked at."""
    verdict = _what_follows(*around)
    if verdict is not None:
        return verdict
    if stands_for_things(around):
        return "count"
    return "likely" if is_given(around) else _nearest_before(around, whole=whole)


def stands_alone_in_brackets(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the number fills a pair of brackets, as in 'SEED Capital (25 miljoen)'."""
    return tokens.word(first - 1) == "(" and tokens.word(last) == ")"


def _looked_at_widely(tokens: Tokens, first: int, last: int) -> Around:
    start, end = tokens.start(first), tokens.end(last - 1)
    wide = Tokens(tokens.text, max(start - BEFORE, 0), end + BEHIND, clean=tokens.clean)
    return Around(wide, wide.place_at(start), wide.place_at(end))


def _is_share(tokens: Tokens, first: int) -> bool:
    """Whether it is the whole of a share: 'een op 10 miljoen', '2 delen per miljoen'."""
    if tokens.word(first - 1) == "per":
        return True
    number = tokens.word(first - 2)
    small = number.isdigit() and len(number) < 3
    return tokens.word(first - 1) == "op" and (small or is_number_piece(number))


def _what_follows(tokens: Tokens, first: int, last: int) -> Verdict:
    """What the next words say; 'structureel' and 'incidenteel' at either side are said of money only."""
    place = last
    lasting = tokens.word(first - 1) in _SAID_OF_MONEY
    while place < last + _MOST_MODIFIERS and tokens.word(place) in surroundings("modifier"):
        lasting = lasting or tokens.word(place) in _SAID_OF_MONEY
        place += 1
    if tokens.word(place) == "%":
        return "count"
    if not tokens.is_word(place):
        return "money" if lasting else None
    place = _last_part(tokens, place)
    word = tokens.word(place)
    kind = kind_behind(word)
    if kind == "thing" or (kind is None and is_counted(tokens, place)):
        return "count"
    if kind in ("done", "money"):
        return "money"
    if word in _POINTS_AHEAD:
        pointed = tokens.word(place + 1)
        if kind_behind(pointed) in ("done", "money", "thing"):
            return "money"
        if word == "van" and "count" in (evidence_of(pointed), evidence_of(tokens.word(place + 2))):
            return "count"
    return "money" if lasting else None


def _last_part(tokens: Tokens, place: int) -> int:
    """The place of the last part of a word with hyphens ('xtc-pillen')."""
    while tokens.is_dash(place + 1) and tokens.glued(place + 1) and tokens.glued(place + 2):
        if not tokens.is_word(place + 2):
            break
        place += 2
    return place


def _nearest_before(around: Around, *, whole: bool) -> Verdict:
    """The verdict of the nearest word before the number, in the same sentence, that has one."""
    pending: Verdict = None
    for distance in range(1, min(around.first, _FARTHEST) + 1):
        word, earlier = around.before(distance), around.before(distance + 1)
        if word in ENDS_SENTENCE and earlier not in _ABBREVIATIONS:
            return pending
        verdict = evidence_of(word)
        if verdict == "money":
            return verdict
        if verdict == "count" and pending is None and distance <= _COUNTED_WITHIN:
            # In 'kost bedrijven 5 miljoen' they pay, and 'de omzet van de bedrijven' does not count them.
            if evidence_of(earlier) == "money" or is_transfer(earlier):
                return "money"
            if earlier not in PREPOSITIONS and around.before(distance + 2) not in PREPOSITIONS:
                return verdict
            pending = verdict
    return pending if whole else None


def _money_behind(around: Around) -> Verdict:
    """Whether the rest of the sentence speaks of money; what it counts is not what the number counts."""
    for place in range(around.last, len(around.tokens)):
        word = around.tokens.word(place)
        if word in ENDS_SENTENCE and around.tokens.word(place - 1) not in _ABBREVIATIONS:
            return None
        if evidence_of(word) == "money":
            return "money"
    return None
