"""Whether a bare magnitude is money: 'het budget van 25 miljoen' is, '2,5 miljoen woningen' is not.

Precision first: what is counted behind the number decides. Where nothing is, the number is money if money
is spoken of in the sentence; 'likely', if it is given, or stands as sums do and people do not ('er is 20
miljoen', 'een pakket van 20 miljoen'); and else only if it stands close by an amount with a currency.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from kamervragen.amounts.number_words import is_number_piece
from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import Kind, surroundings, word_list

Verdict = Literal["money", "likely", "count"] | None

BEFORE, BEHIND = 180, 110
"""How much text before and behind the number is looked at."""

_ENDS_SENTENCE = frozenset(".?!;•")
_ABBREVIATIONS = word_list("abbreviations")
_COUNTED_WITHIN = 8
_GIVEN_WITHIN = 5
_SKIPPED_ADVERBS = 4
_POINTS_AHEAD = word_list("points_ahead")
_NOT_GIVEN = frozenset(("om", "over", "dat", "of", "als"))
_SAID_OF_MONEY = word_list("said_of_money")
_ADVERBS = word_list("adverbs")
_SINGULAR = word_list("singular_verbs")
_PLURAL = word_list("plural_verbs")
_PARTICLES = word_list("particles")
_PREPOSITIONS = word_list("prepositions")
_ASKS = word_list("asks")
_SPENT_ON = frozenset(("voor", "aan"))
_PERFECT = frozenset(("heeft", "had"))
_MODAL = frozenset(("wil", "wilt", "mag", "moet", "kan", "zal", "zou", "gaat"))
_PARTICIPLE_ENDINGS = ("d", "t")
_TOO_MUCH = frozenset(("weinig", "veel", "kort"))
_DEFINITE = frozenset(("de", "die", "deze"))
_NAMES_NO_SUM = word_list("names_no_sum")
_OF_SUMS = tuple(word_list("magnitudes_of_sums"))
_MEASURES = word_list("measures")
_PLURAL_ENDINGS = ("en", "s", "a")
_SAYS_SOMETHING: tuple[Kind, ...] = ("thing", "done", "money")
_SAYS_NOTHING: tuple[Kind, ...] = ("neutral", "transfer", "verbal", "modifier")


def verdict_of_words(text: str, start: int, end: int) -> Verdict:
    """What the words around `text[start:end]` say of the number there; None where they say nothing."""
    before = Tokens(text, max(start - BEFORE, 0), start)
    behind = Tokens(text, end, end + BEHIND)
    if _is_share(before):
        return "count"
    verdict = _what_follows(before, behind)
    if verdict is not None:
        return verdict
    if _stands_for_things(before):
        return "count"
    if _is_given(before):
        return "likely"
    verdict = _nearest_before(before) or _money_behind(behind)
    if verdict is not None:
        return verdict
    return "likely" if _stands_as_sums_do(before, behind, text[start:end]) else None


def stands_alone_in_brackets(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the number fills a pair of brackets, as in 'SEED Capital (25 miljoen)'."""
    return tokens.word(first - 1) == "(" and tokens.word(last) == ")"


def _is_share(before: Tokens) -> bool:
    """Whether it is the whole of a share: 'een op 10 miljoen', '2 delen per miljoen'."""
    last = len(before) - 1
    if before.word(last) == "per":
        return True
    number = before.word(last - 1)
    return before.word(last) == "op" and ((number.isdigit() and len(number) < 3) or is_number_piece(number))


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
    place = _last_part(behind, place)
    word = behind.word(place)
    kind = _kind(word)
    if kind == "thing" or (kind is None and _is_counted(behind, place)):
        return "count"
    if kind in ("done", "money"):
        return "money"
    if word in _POINTS_AHEAD:
        pointed = behind.word(place + 1)
        if _kind(pointed) in ("done", "money", "thing"):
            return "money"
        if word == "van" and "count" in (_evidence(pointed), _evidence(behind.word(place + 2))):
            return "count"
    return "money" if lasting else None


def _last_part(tokens: Tokens, place: int) -> int:
    """The place of the last part of a word with hyphens ('xtc-pillen')."""
    while tokens.is_dash(place + 1) and tokens.glued(place + 1) and tokens.glued(place + 2):
        if not tokens.is_word(place + 2):
            break
        place += 2
    return place


@lru_cache(maxsize=4096)
def _kind(word: str) -> str | None:
    """What a word right behind the number says; 'other' where it says nothing, None where it is unknown."""
    for kind in _SAYS_SOMETHING:
        if word in surroundings(kind):
            return kind
    if word in _MEASURES:
        return None
    nothing = any(word in surroundings(kind) for kind in _SAYS_NOTHING)
    return "other" if nothing or word in _PARTICLES or word in _ADVERBS else None


def _is_counted(behind: Tokens, place: int) -> bool:
    """Whether the unknown word is what is counted, or an adjective of it ('2 miljoen sociale huurwoningen').

    What is counted in millions is a plural or a measure; verbs and adverbs seldom look like one.
    """
    word = behind.word(place)
    if word in _MEASURES or len(word) < 3 or word.endswith(_PLURAL_ENDINGS):
        return True
    if word[-1] != "e":
        return False
    following = behind.word(place + 1)
    return behind.is_word(place + 1) and _kind(following) != "other"


@lru_cache(maxsize=4096)
def _evidence(word: str) -> Verdict:
    """What a word elsewhere in the sentence says."""
    if word in surroundings("count"):
        return "count"
    return "money" if word in surroundings("money") else None


def _last_but_adverbs(before: Tokens) -> int:
    """The place of the last word before the number that is no adverb ('nog', 'ruim', 'in totaal')."""
    place = len(before) - 1
    while place > len(before) - 1 - _SKIPPED_ADVERBS and before.word(place) in _ADVERBS:
        place -= 1
    return place


def _stands_for_things(before: Tokens) -> bool:
    """Whether 'er' stands for what is counted: 'zijn er 2 miljoen', but not 'is er 12 miljoen'."""
    place = _last_but_adverbs(before)
    return before.word(place) == "er" and before.word(place - 1) in _PLURAL


def _is_given(before: Tokens) -> bool:
    """Whether somebody gives or gets the number: 'trekt 30 miljoen', but not 'gaat om 2 miljoen'."""
    last = len(before) - 1
    asked = before.word(last) == "om"
    for place in range(last - asked, last - asked - _GIVEN_WITHIN, -1):
        word = before.word(place)
        if word in _ASKS or (not asked and word in surroundings("transfer")):
            return True
        if word in _NOT_GIVEN or not before.is_word(place) or _evidence(word) is not None:
            return False
    return False


def _nearest_before(before: Tokens) -> Verdict:
    """The verdict of the nearest word before the number, in the same sentence, that has one."""
    last = len(before) - 1
    pending: Verdict = None
    for place in range(last, -1, -1):
        word = before.word(place)
        if word in _ENDS_SENTENCE and before.word(place - 1) not in _ABBREVIATIONS:
            break
        verdict = _evidence(word)
        if verdict == "money":
            return verdict
        if verdict == "count" and pending is None and last - place < _COUNTED_WITHIN:
            # In 'kost bedrijven 5 miljoen' they pay, and 'de omzet van de bedrijven' does not count them.
            earlier = before.word(place - 1)
            if _evidence(earlier) == "money" or earlier in surroundings("transfer"):
                return "money"
            if not any(before.word(place - back) in _PREPOSITIONS for back in (1, 2)):
                return verdict
            pending = verdict
    return pending


def _money_behind(behind: Tokens) -> Verdict:
    """Whether the rest of the sentence speaks of money; what it counts is not what the number counts."""
    for place in range(len(behind)):
        word = behind.word(place)
        if word in _ENDS_SENTENCE and behind.word(place - 1) not in _ABBREVIATIONS:
            return None
        if _evidence(word) == "money":
            return "money"
    return None


def _stands_as_sums_do(before: Tokens, behind: Tokens, printed: str) -> bool:
    """Whether the number stands as sums do and things do not, where nothing else tells."""
    following = behind.word(0)
    place = _last_but_adverbs(before)
    word, earlier = before.word(place), before.word(place - 1)
    if _is_given_behind(before, behind):
        return True
    if following in _PLURAL:
        return False  # 'die 3 miljoen zijn', but 'die 3 miljoen is'
    if printed.rstrip(".").lower().endswith(_OF_SUMS) or following in _SPENT_ON:
        return True
    if following in _PARTICLES and (not behind.is_word(1) or behind.word(1) in _PREPOSITIONS):
        return True  # 'houdt 5 miljoen over.'
    if following == "te" and behind.word(1) in _TOO_MUCH:
        return True
    if word == "(":
        return following == ")" and before.is_word(place - 1) and not earlier.endswith(_PLURAL_ENDINGS)
    if word in _DEFINITE or word == "voor":
        return True  # 'die 5 miljoen', 'gekocht voor 5 miljoen'
    if word == "van":
        return before.is_word(place - 1) and earlier not in _NAMES_NO_SUM and _kind(earlier) is None
    return (word in _SINGULAR or (word == "er" and earlier in _SINGULAR)) and _begins_with_no_subject(before)


def _is_given_behind(before: Tokens, behind: Tokens) -> bool:
    """Whether the clause ends in what is done with money: 'dat u 8 miljoen wilt schrappen'."""
    verb = before.word(_last_but_adverbs(before))
    if behind.word(0).endswith(_PARTICIPLE_ENDINGS) and verb in _PERFECT:
        return True
    for place in range(_GIVEN_WITHIN):
        word = behind.word(place)
        if not behind.is_word(place) or word in _NOT_GIVEN:
            return False
        if word in surroundings("transfer") or word in surroundings("done"):
            # '2 miljoen kregen een brief', but 'wil 2 miljoen steken in'
            return place > 0 or verb in _MODAL or not word.endswith("en")
    return False


def _begins_with_no_subject(before: Tokens) -> bool:
    """Whether the sentence begins so that the number is its subject: 'Voor sport is 5 miljoen gevonden'."""
    first = None
    for place in range(len(before) - 1, -1, -1):
        word = before.word(place)
        if word in _ENDS_SENTENCE:
            break
        if before.is_word(place):
            first = word
    return first is not None and first in surroundings("neutral")
