"""Dutch number words as exact decimals: `tweeënveertig`, `anderhalf`, `drie komma vijf`, `twintig duizend`.

Words are compared without accents, hyphens and capitals. Compounds are read by one regular expression
built from number_words.tsv; it has no nested repetition, so reading is linear.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from kamervragen.amounts.vocabulary import table_rows

MOST_WORDS = 8
"""A number in words is read from at most this many printed words."""

_LARGE = {"miljoen": 10**6, "miljard": 10**9, "biljoen": 10**12, "biljard": 10**15, "triljoen": 10**18}

NUMBER_BEGINNINGS = frozenset(row["form"][:3] for row in table_rows("number_words.tsv")) | {
    "één",
    "eén",
    "éen",
}


@cache
def _forms(kind: str) -> dict[str, Decimal]:
    return {
        row["form"]: Decimal(row["value"]) for row in table_rows("number_words.tsv") if row["class"] == kind
    }


@cache
def _compound() -> re.Pattern[str]:
    """A whole number below a million in one word: [[ab]honderd][ab] duizend [[ab]honderd][ab]."""
    unit, teen, ten = ("|".join(_forms(kind)) for kind in ("unit", "teen", "ten"))

    def below_hundred(name: str) -> str:
        return f"(?:(?:(?P<{name}1>{unit})en)?(?P<{name}10>{ten})|(?P<{name}t>{teen}|{unit}))"

    def below_thousand(name: str) -> str:
        hundreds = f"(?P<{name}>{below_hundred(name + 'h')}?honderd)(?:(?:en)?{below_hundred(name + 'r')})?"
        return f"(?:{hundreds}|{below_hundred(name + 'o')})"

    thousands = f"(?P<thousand>{below_thousand('a')}?duizend)(?:(?:en)?{below_thousand('b')})?"
    return re.compile(f"(?:{thousands}|{below_thousand('c')}|nul)")


@cache
def _piece() -> re.Pattern[str]:
    """A word made of morphemes of number words only, so that it may be a part of a longer number."""
    morphemes = [
        form for kind in ("unit", "teen", "ten", "hundred", "thousand", "zero") for form in _forms(kind)
    ]
    return re.compile(f"(?:(?:{'|'.join(sorted(morphemes, key=len, reverse=True))})(?:en(?!$))?){{1,9}}")


def plain(word: str) -> str:
    """The word without capitals, accents, hyphens and spaces."""
    if word.isascii() and word.isalpha():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if letter.isalpha())


def may_begin_number(word: str) -> bool:
    """Whether the first letters are those of a number word; spares most words the full test."""
    return word[:3] in NUMBER_BEGINNINGS


def is_number_piece(word: str) -> bool:
    """Whether the word (in lower case) may be (a part of) a whole number in words."""
    return may_begin_number(word) and len(word) < 80 and _piece().fullmatch(plain(word)) is not None


def is_fraction_word(word: str) -> bool:
    """Whether the word is `half`, `anderhalf`, `kwart`, `tweeëneenhalf` or the like."""
    return may_begin_number(word) and len(word) < 80 and _fraction(plain(word)) is not None


def read_whole(word: str) -> Decimal | None:
    """The value of a whole number below a million written as one word (spaces taken out)."""
    word = plain(word)
    match = _compound().fullmatch(word) if word else None
    if match is None:
        return None
    parts = match.groupdict()
    total = Decimal(0)
    if parts["thousand"]:
        total = (_thousands(parts, "a") or Decimal(1)) * 1000 + _thousands(parts, "b")
    return total + _thousands(parts, "c")


def _thousands(parts: dict[str, str | None], name: str) -> Decimal:
    if parts[name] is None:
        return _hundreds(parts, name + "o")
    return (_hundreds(parts, name + "h") or Decimal(1)) * 100 + _hundreds(parts, name + "r")


def _hundreds(parts: dict[str, str | None], name: str) -> Decimal:
    kinds = (("1", "unit"), ("10", "ten"))
    total = sum((_forms(kind)[form] for end, kind in kinds if (form := parts[name + end])), Decimal(0))
    last = parts[name + "t"]
    return total + (_forms("unit").get(last) or _forms("teen")[last] if last else 0)


def _fraction(word: str) -> Decimal | None:
    fractions = _forms("fraction")
    if word in fractions:
        return fractions[word]
    for ending in ("half", "halve"):
        if not word.endswith(ending):
            continue
        before = word.removesuffix(ending)
        if before in ("een", "n"):
            return fractions["half"]
        whole = read_whole(before.removesuffix("eneen")) or read_whole(before.removesuffix("en"))
        return None if whole is None else whole + fractions["half"]
    if word == "eenkwart":
        return fractions["kwart"]
    return None


def read_number_words(words: Sequence[str]) -> Decimal | None:
    """The value of a number below a million in one or more printed words; None when they are not one number.

    Reads fractions (`een half`, `twee en een half`) and decimals (`nul komma nul vijf`) too.
    """
    joined = "".join(plain(word) for word in words)
    if "komma" in joined:
        return _with_decimals(words)
    whole = read_whole(joined)
    return _fraction(joined) if whole is None else whole


def _with_decimals(words: Sequence[str]) -> Decimal | None:
    lowered = [plain(word) for word in words]
    if "komma" not in lowered:
        return None
    comma = lowered.index("komma")
    whole = read_whole("".join(lowered[:comma]))
    digits: list[str] = []
    decimals = lowered[comma + 1 :]
    while decimals and decimals[0] == "nul":
        digits.append("0")
        decimals = decimals[1:]
    rest = read_whole("".join(decimals)) if decimals else None
    if rest is not None:
        digits.append(str(rest))
    else:
        single = [read_whole(word) for word in decimals]
        if any(value is None or value > 9 for value in single):
            return None
        digits += [str(value) for value in single]
    if whole is None or not digits:
        return None
    return Decimal(f"{whole}.{''.join(digits)}")


def read_number(text: str) -> Decimal | None:
    """The value of a phrase that is one number in words, magnitudes and a leading `min` included.

    `één miljard vijfentwintig miljoen` is 1025000000; None where the phrase is not a number.
    """
    words = text.split()
    if len(words) > 1 and plain(words[0]) == "min":
        value = read_number(" ".join(words[1:]))
        return None if value is None else -value
    total, part, last = Decimal(0), list[str](), None
    for word in _magnitudes_apart(words):
        factor = _LARGE.get(plain(word))
        if factor is None:
            part.append(word)
            continue
        count = read_number_words(part) if part else Decimal(1)
        if count is None or (last is not None and factor >= last):
            return None
        total, part, last = total + count * factor, [], factor
    if last and part[:1] == ["en"]:
        part = part[1:]
    if not part:
        return total if last else None
    rest = read_number_words(part)
    return None if rest is None else total + rest


def _magnitudes_apart(words: Sequence[str]) -> list[str]:
    apart: list[str] = []
    for word in words:
        apart += [piece for piece in re.split(f"({'|'.join(_LARGE)})", plain(word)) if piece]
    return apart
