"""The table of known laws: names and abbreviations with their BWB ids, from `laws.tsv`.

A name is compared by its letters and digits alone, so that line ends, hyphens and lost spaces do not matter.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kamervragen.references.notation import squeezed, unfolded

SHORT = 7
"""A name of fewer letters must stand free of other letters; a longer one may be glued to the next word."""

HEAD = 8
"""Names of at least so many letters are looked up by their first ones."""

_NAME = re.compile(r"[^();:?!«»\"“”\[\]]{2,150}+")
_NO_LETTERS = dict.fromkeys(map(ord, " \t\n\r\x0c\xa0\xad.,-‐‑–—/'’‘`´&*+_°§|"))
_SHORT_LENGTHS = range(HEAD - 1, 1, -1)
_BOOK = re.compile(r"(\d{1,2}a?):", re.IGNORECASE)
_CIVIL_CODE = frozenset({"bw", "burgerlijkwetboek", "nederlandseburgerlijkwetboek"})
_LONGER_WORD = re.compile(r"geving|telijk|ten\b|s(?:artikel|voorstel|wijziging)")


class LawName(NamedTuple):
    """A law as printed; `name` is None behind "die wet", `bwb_id` where the name is not in the table.

    `consumed` is where reading goes on: an EU act with a number is a citation of its own. `civil_code`:
    the Burgerlijk Wetboek as a whole, whose book, and with it its id, the article must tell.
    """

    name: str | None
    bwb_id: str | None
    end: int
    consumed: int
    civil_code: bool = False


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
    ahead = _NAME.match(text, position)
    if ahead is None:
        return None
    key = ahead[0].translate(_NO_LETTERS).lower()
    known = known_laws()
    for length in (*_lengths().get(key[:HEAD], ()), *_SHORT_LENGTHS):
        if key[:length] in known and length <= len(key):
            end = _end_of(text, position, length)
            if _ends_well(text, position, end, key[:length]):
                bwb_id = known[key[:length]]
                return LawName(unfolded(text[position:end]), bwb_id or None, end, end, not bwb_id)
    return None


def _end_of(text: str, position: int, letters: int) -> int:
    """Where the `letters`-th letter or digit from `position` on ends."""
    end = position + letters
    while end < len(text) and (missing := letters - len(text[position:end].translate(_NO_LETTERS))):
        end += missing
    return end


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
def _lengths() -> dict[str, tuple[int, ...]]:
    """The lengths of the names by their first letters, the longest first."""
    found: dict[str, set[int]] = {}
    for key in known_laws():
        if len(key) >= HEAD:
            found.setdefault(key[:HEAD], set()).add(len(key))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


@cache
def _last_words() -> frozenset[str]:
    names = [*(name for name, _ in _rows()), *_CIVIL_CODE, "wetboek"]
    return frozenset(re.findall(r"\w+", name)[-1].lower() for name in names)


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    lines = files(__package__).joinpath("laws.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((name, bwb_id) for name, bwb_id in pairs[1:])
