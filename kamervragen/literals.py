"""Literal strings found in a text in one pass, thousands of them as quickly as one.

Most text holds nothing that a finder looks for. Finders therefore name the literals that everything they
look for must contain, and look closer only where one of them stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

Meaning = TypeVar("Meaning")
Search = Callable[[str], Iterator[tuple[int, int, Meaning]]]
"""Gives (start, end, meaning) of each literal in a text, by where they end, of those the longest first."""


def search_for(meanings: Mapping[str, Meaning]) -> Search[Meaning]:
    """A search for the literals that are the keys of `meanings`, overlapping ones too."""
    by_number = list(meanings.values())
    automaton = AhoCorasick(list(meanings), implementation=Implementation.DFA, store_patterns=False)

    def search(text: str) -> Iterator[tuple[int, int, Meaning]]:
        try:
            hits = automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:  # half of a surrogate pair, which a string can hold but no file
            whole = text.encode("utf-8", "replace").decode("utf-8")
            hits = automaton.find_matches_as_indexes(whole, overlapping=True)
        for number, start, end in hits:
            yield start, end, by_number[number]

    return search
