"""Literal strings found in a text in one pass, thousands of them as quickly as one.

Most text holds nothing that a finder looks for. Finders therefore name the literals that everything they
look for must contain, and look closer only where one of them stands. Those of several finders are found in
the same pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from ahocorasick_rs import BytesAhoCorasick, Implementation

Meaning = TypeVar("Meaning")
Other = TypeVar("Other")
Hits = list[tuple[int, int, Meaning]]
"""(start, end, meaning) of each literal in a text, by where they end, of those the longest first.

The beginning of a text is the beginning of a line: a literal that begins with a newline may start at -1.
"""


def search_for(meanings: Mapping[str, Meaning]) -> Callable[[str], Hits[Meaning]]:
    """A search for the literals that are the keys of `meanings`, overlapping ones too."""
    search = _one_pass([meanings])
    return lambda text: search(text)[0]


def search_for_both(
    meanings: Mapping[str, Meaning], others: Mapping[str, Other]
) -> Callable[[str], tuple[Hits[Meaning], Hits[Other]]]:
    """A search for two sets of literals in one pass, which takes little longer than a search for one."""
    search = _one_pass([meanings, others])

    def both(text: str) -> tuple[Hits[Meaning], Hits[Other]]:
        hits, others = search(text)
        return hits, others

    return both


def _one_pass(sets: Sequence[Mapping[str, Any]]) -> Callable[[str], list[Hits[Any]]]:
    literals = list(dict.fromkeys(literal for one in sets for literal in one))
    meant = [
        [(number, len(literal), one[literal]) for number, one in enumerate(sets) if literal in one]
        for literal in literals
    ]
    automaton = BytesAhoCorasick(
        [literal.encode() for literal in literals], implementation=Implementation.DFA
    )

    def search(text: str) -> list[Hits[Any]]:
        found: list[Hits[Any]] = [[] for _ in sets]
        # A string, unlike a file, can hold half of a surrogate pair.
        content = f"\n{text}".encode("utf-8", "replace")
        hits = automaton.find_matches_as_indexes(content, overlapping=True)
        for end, number in _ends(content, hits, ascii_only=len(content) == len(text) + 1):
            for one, length, meaning in meant[number]:
                found[one].append((end - length, end, meaning))
        return found

    return search


def _ends(
    content: bytes, hits: Sequence[tuple[int, int, int]], *, ascii_only: bool
) -> Iterator[tuple[int, int]]:
    """Where each hit ends, in characters behind the first one, and the number of its literal."""
    if ascii_only:
        for number, _, end in hits:
            yield end - 1, number
        return
    characters = -1
    position = 0
    for number, _, end in hits:
        characters += len(content[position:end].decode())
        position = end
        yield characters, number
