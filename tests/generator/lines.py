"""Where the lines of a passage are broken, and what the extractor makes of each break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.generator.layouts import Lines

WORD = re.compile(r"[^ \n]+")
LETTERS = re.compile(r"[a-zëïéöü]{9,}")
VOWELS = set("aeiouyëïéöü")


@dataclass(frozen=True, slots=True)
class Break:
    """At `at` in the passage, `skip` characters are dropped and `put` is printed instead."""

    at: int
    skip: int
    put: str

    @property
    def between_words(self) -> bool:
        return self.skip == 1


def breaks(random: Random, text: str, lines: Lines, width: int) -> Iterator[Break]:
    """The line breaks of a passage that is set `width` characters wide."""
    if lines == "paragraphs":
        return
    column = 0
    for word in WORD.finditer(text):
        if word.start() and text[word.start() - 1] == "\n":
            column = 0
        room = width - column - 1
        if column == 0 or len(word[0]) <= room:
            column += len(word[0]) + 1
            if len(word[0]) > width:
                yield from _address(word, width)
            continue
        split = _syllable(word[0], room - 1)
        if split:
            yield Break(word.start() + split, 0, _put(random, lines, text, word.start(), "-"))
        else:
            yield Break(word.start() - 1, 1, _put(random, lines, text, word.start(), ""))
        column = len(word[0]) - split


def _address(word: re.Match[str], width: int) -> Iterator[Break]:
    """A long address is broken after its slashes."""
    if "/" in word[0]:
        slash = word[0].rfind("/", 12, width)
        if slash > 0:
            yield Break(word.start() + slash + 1, 0, "\n")


def _syllable(word: str, room: int) -> int:
    """How many letters fit before a hyphen; 0 when the word is better not split."""
    letters = LETTERS.match(word)
    if letters is None:
        return 0
    for place in range(min(room, letters.end() - 3), 2, -1):
        if word[place] not in VOWELS and word[place + 1] in VOWELS and word[place - 1] in VOWELS:
            return place
    return 0


def _put(random: Random, lines: Lines, text: str, at: int, hyphen: str) -> str:
    """Glued lines lose their newline, but two numbers never run into one."""
    if lines == "printed" or random.random() < 0.25:
        return hyphen + "\n"
    if not hyphen and text[at].isdigit() and (text[at - 2].isdigit() or text[at - 4 : at] == " en "):
        return "\n"
    return hyphen
