"""The words of Dutch money, read from the tables beside this module.

Phrases are sequences of tokens in lower case; `PhraseTable.longest` finds the longest one that stands
at a place, so that "dollar" never wins from "Surinaamse dollar".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Generic, Literal, TypeVar

Place = Literal["prefix", "suffix", "both", "word", "scaled"]
Kind = Literal["neutral", "modifier", "money", "done", "transfer", "verbal", "thing", "count"]
Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as printed; `parts` make one whole unit (100 cents); `place`: see currencies.tsv."""

    code: str
    place: str
    parts: int


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A power of ten as printed; `kind` is `word`, `small` or `currency` (see magnitudes.tsv)."""

    factor: Decimal
    kind: str


class _Node(Generic[Meaning]):
    """What a phrase means that ends here, if one does, and the words that may follow."""

    __slots__ = ("following", "found")

    def __init__(self) -> None:
        self.found: tuple[int, Meaning] | None = None
        self.following: dict[str, _Node[Meaning]] = {}


class PhraseTable(Generic[Meaning]):
    """Phrases with a meaning, found at a place in a sequence of words."""

    def __init__(self, rows: Iterable[tuple[str, Meaning]], *, backwards: bool = False) -> None:
        self._step = -1 if backwards else 1
        root = _Node[Meaning]()
        for phrase, meaning in rows:
            node = root
            words = phrase.split()
            for word in words[:: self._step]:
                node = node.following.setdefault(word, _Node())
            node.found = len(words), meaning
        self._first = root.following
        self.words = frozenset(root.following)
        """The words that a phrase can begin with (end with, for a backwards table)."""

    def longest(self, word_at: Callable[[int], str], place: int) -> tuple[int, Meaning] | None:
        """How many words the longest phrase at `place` has, and its meaning; None where none stands.

        A backwards table reads from `place` to the left.
        """
        node = self._first.get(word_at(place))
        if node is None:
            return None
        found = node.found
        while node.following:
            place += self._step
            node = node.following.get(word_at(place))
            if node is None:
                break
            found = node.found or found
        return found

    def meaning(self, word_at: Callable[[int], str], place: int) -> Meaning | None:
        """The meaning of the longest phrase at `place`; None where none stands."""
        found = self.longest(word_at, place)
        return None if found is None else found[1]


def table_rows(name: str) -> list[dict[str, str]]:
    """The rows of a tab separated table of this package; lines that begin with '#' are notes."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("# ")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


@cache
def currencies() -> PhraseTable[Currency]:
    """Printed forms of currencies."""
    return PhraseTable(
        (row["form"], Currency(row["code"], row["place"], int(row["parts"] or 1)))
        for row in table_rows("currencies.tsv")
    )


@cache
def magnitudes() -> PhraseTable[Magnitude]:
    """Printed forms of magnitudes."""
    return PhraseTable(
        (row["form"], Magnitude(Decimal(row["factor"]), row["kind"])) for row in table_rows("magnitudes.tsv")
    )


@cache
def approximations(place: Literal["before", "after", "noun"]) -> PhraseTable[str]:
    """Words that say how exact an amount is: `before` it (read backwards), `after` it, or a `noun` there."""
    return PhraseTable(
        ((row["form"], row["meaning"]) for row in table_rows("approximations.tsv") if row["place"] == place),
        backwards=place == "before",
    )


@cache
def periods() -> PhraseTable[str]:
    """Words behind an amount that say for what period it is."""
    return PhraseTable(
        (row["form"], row["meaning"]) for row in table_rows("periods.tsv") if row["place"] != "before"
    )


@cache
def periods_before() -> PhraseTable[str]:
    """Words that say the period a few words before an amount, read backwards."""
    return PhraseTable(
        ((row["form"], row["meaning"]) for row in table_rows("periods.tsv") if row["place"] != "after"),
        backwards=True,
    )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Whole words and endings of words of one kind."""

    words: frozenset[str]
    endings: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        return word in self.words or word.endswith(self.endings)


@cache
def surroundings(kind: Kind) -> Surroundings:
    """Words that tell whether a bare magnitude is money (see surroundings.tsv)."""
    forms = [row["word"] for row in table_rows("surroundings.tsv") if row["kind"] == kind]
    endings = tuple(form[1:] for form in forms if form.startswith("*"))
    return Surroundings(frozenset(form for form in forms if not form.startswith("*")), endings)


@cache
def links() -> PhraseTable[str]:
    """What may stand between two quantities: `range`, `list` or `comma`."""
    return PhraseTable((row["form"], row["kind"]) for row in table_rows("links.tsv"))


@cache
def word_list(name: str) -> frozenset[str]:
    """A closed list of words (see word_lists.tsv)."""
    return frozenset(_word_lists()[name])


@cache
def _word_lists() -> dict[str, tuple[str, ...]]:
    return {row["name"]: tuple(row["words"].split()) for row in table_rows("word_lists.tsv")}
