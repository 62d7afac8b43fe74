"""The table of known laws: names and abbreviations with their BWB ids, from `laws.tsv`.

A name is compared by its letters and digits alone, so that line ends, hyphens and lost spaces do not matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kamervragen.references.notation import squeezed, unfolded

SHORT = 7
"""A name of fewer letters must stand free of other letters; a longer one may be glued to the next word."""

WIDEST_GAP = 12
"""More characters than this do not stand between two letters of one name."""

_NOT_IN_NAMES = frozenset('();:?!«»"“”[]')
_BOOK = re.compile(r"(\d{1,2}a?):", re.IGNORECASE)
_CIVIL_CODE = frozenset({"bw", "burgerlijkwetboek", "nederlandseburgerlijkwetboek"})
_LONGER_WORD = re.compile(r"geving|telijk|ten\b|s(?:artikel|voorstel|wijziging)")


class LawName(NamedTuple):
    """A law as printed; `name` is None behind "die wet", `bwb_id` where the name is not in the table.

    `consumed` is where reading goes on: an EU act with a number is a citation of its own.
    """

    name: str | None
    bwb_id: str | None
    end: int
    consumed: int


@dataclass(slots=True)
class _Node:
    """The names that go on behind some letters: by their next letter, and the one that ends here."""

    following: dict[str, _Node] = field(default_factory=dict)
    name: str | None = None


@cache
def known_laws() -> dict[str, str]:
    """BWB ids by name, letters and digits only; none for the Burgerlijk Wetboek, whose books are laws."""
    return {squeezed(name): bwb_id for name, bwb_id in _rows()} | dict.fromkeys(_CIVIL_CODE, "")


def book_of_civil_code(article: str) -> str | None:
    """The BWB id of the book of the Burgerlijk Wetboek that `7:658` stands in."""
    book = _BOOK.match(article)
    return known_laws().get(f"bwboek{book[1].lower()}") if book else None


def match_known(text: str, position: int) -> LawName | None:
    """The longest name of the table that begins at `position`."""
    node: _Node | None = _names()
    found: list[tuple[int, str]] = []
    gap = 0
    for index in range(position, len(text)):
        letter = text[index]
        if not letter.isalnum():
            gap += 1
            if gap > WIDEST_GAP or letter in _NOT_IN_NAMES:
                break
            continue
        gap = 0
        node = node.following.get(letter) or node.following.get(letter.lower()) if node else None
        if node is None:
            break
        if node.name is not None:
            found.append((index + 1, node.name))
    for end, name in reversed(found):
        if _ends_well(text, position, end, name):
            return LawName(unfolded(text[position:end]), known_laws()[name] or None, end, end)
    return None


def is_civil_code(name: str) -> bool:
    """Whether this is the Burgerlijk Wetboek as a whole, whose book the article must tell."""
    return squeezed(name) in _CIVIL_CODE


def may_end_name(word: str) -> bool:
    """Whether a known name can end in this word: a quick no for most words."""
    return word.lower() in _last_words()


def _ends_well(text: str, start: int, end: int, key: str) -> bool:
    """Whether the name is not just the beginning of a longer word."""
    glued = end < len(text) and (text[end].isalnum() or text[end : end + 2] == "-b")
    if len(key) > SHORT:
        if glued and (text[end].isdigit() or key[-2:] != key[-2:].strip("0123456789")):
            return False  # a year or a book cut in two: "Boek 7, artikel" is not Boek 7A
        return not _LONGER_WORD.match(text, end)
    printed = text[start:end]
    return not glued and not any(c.isspace() for c in printed.strip()[:3]) and printed != printed.lower()


@cache
def _names() -> _Node:
    """All names, letter by letter."""
    root = _Node()
    for name in known_laws():
        node = root
        for letter in name:
            node = node.following.setdefault(letter, _Node())
        node.name = name
    return root


@cache
def _last_words() -> frozenset[str]:
    names = [*(name for name, _ in _rows()), *_CIVIL_CODE, "wetboek"]
    return frozenset(re.findall(r"\w+", name)[-1].lower() for name in names)


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    lines = files(__package__).joinpath("laws.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((name, bwb_id) for name, bwb_id in pairs[1:])
