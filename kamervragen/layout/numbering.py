"""Lists of question numbers as printed: "3, 4 en 5", "7, 8, 9 10 en 11", "2 t/m 6", "4-7", "2a en 2b"."""

from __future__ import annotations

import re
from functools import lru_cache

# One number: up to three digits, perhaps with a letter ("2a"); at most this many in one label. Nothing
# here can match in two ways (atomic groups, possessive counts), so that long lists cost no more than
# their length.
NUMBER = r"\d{1,3}+(?!\d)(?:[^\S\n]?[a-z](?![\w/]|\.[a-z]))?+"
JOINER = (
    r"(?>[^\S\n]*+(?:,\s{0,3}+(?:(?:en|EN)(?![A-Za-z])|t/m)?+|;|/|&|\+|(?:en|én|EN|alsmede)(?![A-Za-z])"
    r"|(?:t/m|T/M|t\.e\.m\.|tem|tm)\.?|tot[^\S\n]en[^\S\n]met|tot\b|[–-])[^\S\n]*+"
    r"|[^\S\n]*+\n(?:en|t/m)[^\S\n]++(?=\d)|[^\S\n]++)"
)
NUMBERS = rf"{NUMBER}(?:{JOINER}(?:vra(?:ag|gen)[^\S\n]++)?+{NUMBER}){{0,60}}"
LONGEST_RANGE = 100

_TOKEN = re.compile(
    r"(\d{1,3})(?:[^\S\n]?([a-z])(?![\w/]|\.[a-z]))?|(t/m|tot|t\.e\.m\.|tem|tm|[–-])", re.IGNORECASE
)


@lru_cache(maxsize=4_000)
def expand(printed: str) -> tuple[str, ...]:
    """All numbers of a printed list, in the order printed; ranges are filled in.

    >>> expand("2 t/m 4, 7 en 9a")
    ('2', '3', '4', '7', '9a')
    """
    if printed.isdecimal():
        return (str(int(printed)),)
    numbers: list[str] = []
    ranging = False
    for digits, letter, range_word in _TOKEN.findall(printed):
        if range_word:
            ranging = bool(numbers)
            continue
        number = str(int(digits)) + letter.lower()
        between = in_between(numbers[-1], number) if ranging else []
        numbers += [each for each in (*between, number) if each not in numbers]
        ranging = False
    return tuple(numbers)


def in_between(first: str, last: str) -> list[str]:
    """The numbers, or the letters of one number, between two ends of a range (both excluded)."""
    low, high = order(first), order(last)
    if low[1] and high[1] and low[0] == high[0]:
        return [f"{low[0]}{chr(code)}" for code in range(ord(low[1]) + 1, ord(high[1]))]
    if 0 < high[0] - low[0] <= LONGEST_RANGE:
        return [str(number) for number in range(low[0] + 1, high[0])]
    return []


# A number as something to sort by.
Number = tuple[int, str]


@lru_cache(maxsize=4_000)
def order(number: str) -> Number:
    """A number as something to sort by: "2a" is (2, "a")."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return (int(digits) if digits else 0, number[len(digits) :])
