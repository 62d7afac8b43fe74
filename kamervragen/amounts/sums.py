"""How sums stand in a sentence: given and taken, in the singular, with a preposition and no noun.

'Er is 20 miljoen gevonden' is a sum, 'er zijn 2 miljoen gevonden' are things. These signs count only where
nothing else tells.
"""

from __future__ import annotations

from typing import NamedTuple

from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import surroundings, word_list
from kamervragen.amounts.word_kinds import PLURAL_ENDINGS, evidence_of, is_transfer, kind_behind

ENDS_SENTENCE = frozenset(".?!;•")
PREPOSITIONS = word_list("prepositions")

_GIVEN_WITHIN = 5
_SKIPPED_ADVERBS = 4
_NOT_GIVEN = frozenset(("om", "over", "dat", "of", "als"))
_ADVERBS = word_list("adverbs")
_SINGULAR = word_list("singular_verbs")
_PLURAL = word_list("plural_verbs")
_PARTICLES = word_list("particles")
_ASKS = word_list("asks")
_SPENT_ON = frozenset(("voor", "aan"))
_PERFECT = frozenset(("heeft", "had"))
_MODAL = frozenset(("wil", "wilt", "mag", "moet", "kan", "zal", "zou", "gaat"))
_PARTICIPLE_ENDINGS = ("d", "t")
_TOO_MUCH = frozenset(("weinig", "veel", "kort"))
_ENDS_IN_BRACKETS = frozenset((")", "per", ","))
_DEFINITE = frozenset(("de", "die", "deze"))
_NAMES_NO_SUM = word_list("names_no_sum")
_OF_SUMS = tuple(word_list("magnitudes_of_sums"))


class Around(NamedTuple):
    """A number at the tokens `first`..`last` of the text around it."""

    tokens: Tokens
    first: int
    last: int

    def before(self, distance: int) -> str:
        """The word so many places before the number: 1 is right before it."""
        return self.tokens.word(self.first - distance)

    def behind(self, distance: int) -> str:
        """The word so many places behind the number: 1 is right behind it."""
        return self.tokens.word(self.last - 1 + distance)

    def before_adverbs(self) -> int:
        """How far before the number the nearest word stands that is no adverb ('ruim', 'in totaal')."""
        distance = 1
        while distance <= _SKIPPED_ADVERBS and self.before(distance) in _ADVERBS:
            distance += 1
        return distance


def stands_for_things(around: Around) -> bool:
    """Whether 'er' stands for what is counted: 'zijn er 2 miljoen', but not 'is er 12 miljoen'."""
    distance = around.before_adverbs()
    return around.before(distance) == "er" and around.before(distance + 1) in _PLURAL


def is_given(around: Around) -> bool:
    """Whether somebody gives or gets the number: 'trekt 30 miljoen', but not 'gaat om 2 miljoen'."""
    asked = around.before(1) == "om"
    for distance in range(1 + asked, 1 + asked + _GIVEN_WITHIN):
        word = around.before(distance)
        if word in _ASKS or (not asked and is_transfer(word)):
            return True
        if word in _NOT_GIVEN or not word[:1].isalpha() or evidence_of(word) is not None:
            return False
    return False


def stands_as_sums_do(around: Around) -> bool:
    """Whether the number stands as sums do and things do not."""
    return _is_done_with_behind(around) or (
        # 'die 3 miljoen zijn' are things, 'die 3 miljoen is' a sum.
        around.behind(1) not in _PLURAL
        and (
            _looks_like_a_sum(around) or _is_followed_as_sums_are(around) or _is_preceded_as_sums_are(around)
        )
    )


def _is_done_with_behind(around: Around) -> bool:
    """Whether the clause ends in what is done with money: 'dat u 8 miljoen wilt schrappen'."""
    verb = around.before(around.before_adverbs())
    if around.behind(1).endswith(_PARTICIPLE_ENDINGS) and verb in _PERFECT:
        return True
    for distance in range(1, _GIVEN_WITHIN + 1):
        word = around.behind(distance)
        if not word[:1].isalpha() or word in _NOT_GIVEN:
            return False
        if is_transfer(word) or word in surroundings("done"):
            # '2 miljoen kregen een brief', but 'wil 2 miljoen steken in'
            return distance > 1 or verb in _MODAL or not word.endswith("en")
    return False


def _looks_like_a_sum(around: Around) -> bool:
    """Whether the magnitude is one that stands without a noun for sums only ('2 mln', '2 miljard')."""
    magnitude = around.tokens.word(around.last - 1)
    return (around.tokens.word(around.last - 2) if magnitude == "." else magnitude) in _OF_SUMS


def _is_followed_as_sums_are(around: Around) -> bool:
    following, next_but_one = around.behind(1), around.behind(2)
    if following in _PARTICLES and (not next_but_one[:1].isalpha() or next_but_one in PREPOSITIONS):
        return True  # 'houdt 5 miljoen over.'
    return following in _SPENT_ON or (following == "te" and next_but_one in _TOO_MUCH)


def _is_preceded_as_sums_are(around: Around) -> bool:
    distance = around.before_adverbs()
    word, earlier = around.before(distance), around.before(distance + 1)
    if word == "(":
        filled = around.behind(1) in _ENDS_IN_BRACKETS
        return filled and earlier[:1].isalpha() and not earlier.endswith(PLURAL_ENDINGS)
    if word == "om":  # 'om 5 miljoen in te zetten'
        return "te" in (around.behind(1), around.behind(2), around.behind(3))
    if word in _DEFINITE or word == "voor":
        return True  # 'die 5 miljoen', 'gekocht voor 5 miljoen'
    if word == "van":  # 'een pakket van 5 miljoen'
        return earlier[:1].isalpha() and earlier not in _NAMES_NO_SUM and kind_behind(earlier) is None
    singular = word in _SINGULAR or (word == "er" and earlier in _SINGULAR)
    return singular and _begins_with_no_subject(around)


def _begins_with_no_subject(around: Around) -> bool:
    """Whether the sentence begins so that the number is its subject: 'Voor sport is 5 miljoen gevonden'."""
    first = ""
    for place in range(around.first - 1, -1, -1):
        word = around.tokens.word(place)
        if word in ENDS_SENTENCE:
            break
        if word[0].isalpha():
            first = word
    return first in surroundings("neutral")
