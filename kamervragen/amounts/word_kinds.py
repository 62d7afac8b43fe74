"""What single words say of a bare magnitude beside them (surroundings.tsv and word_lists.tsv)."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import Kind, surroundings, word_list

PLURAL_ENDINGS = ("en", "s", "a")
"""How words end that may be counted."""

_ADVERBS = word_list("adverbs")
_PARTICLES = word_list("particles")
_MEASURES = word_list("measures")
_SAYS_SOMETHING: tuple[Kind, ...] = ("thing", "done", "money")
_SAYS_NOTHING: tuple[Kind, ...] = ("neutral", "transfer", "verbal", "modifier")


@lru_cache(maxsize=4096)
def kind_behind(word: str) -> str | None:
    """What a word right behind the number says: `thing`, `done`, `money`, or `other` where it says nothing.

    None for a word that is not known: it may be what is counted.
    """
    for kind in _SAYS_SOMETHING:
        if word in surroundings(kind):
            return kind
    if word in _MEASURES:
        return None
    nothing = any(word in surroundings(kind) for kind in _SAYS_NOTHING)
    return "other" if nothing or word in _PARTICLES or word in _ADVERBS else None


@lru_cache(maxsize=4096)
def evidence_of(word: str) -> Literal["money", "count"] | None:
    """What a word elsewhere in the sentence says."""
    if word in surroundings("count"):
        return "count"
    return "money" if word in surroundings("money") else None


@lru_cache(maxsize=4096)
def is_transfer(word: str) -> bool:
    """Whether the word is a verb of giving and getting ('krijgt', 'schrappen')."""
    return word in surroundings("transfer")


def is_counted(tokens: Tokens, place: int) -> bool:
    """Whether the unknown word at `place`, behind the number, is what is counted, or an adjective of it.

    What is counted in millions is a plural or a measure; verbs and adverbs seldom look like one.
    """
    word = tokens.word(place)
    if word in _MEASURES or len(word) < 3 or word.endswith(PLURAL_ENDINGS):
        return True
    # 'sociale huurwoningen', but 'wisselde van eigenaar' and 'onvoldoende verantwoord'
    following = tokens.word(place + 1)
    countable = following in _MEASURES or following.endswith((*PLURAL_ENDINGS, "e"))
    return word[-1] == "e" and countable and kind_behind(following) != "other"
