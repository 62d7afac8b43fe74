"""The registry of anchors: the literal strings at which each kind of citation is looked for.

One pass of an Aho-Corasick automaton over the text gives all anchors; a finder then matches locally.
A word that a line end may have split (`Kamer-⏎stuk`) is in the automaton in all its split spellings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick

from kamervragen.references import (
    case_law,
    case_numbers,
    eu_acts,
    handelingen,
    internal,
    journals,
    kamerstukken,
    law_names,
    laws,
    urls,
)
from kamervragen.references.reading import Finder

_SPLITS = ("-", "-\n", "- \n", "-\r\n", "\xad", "\xad\n")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Strings at which `finder` is asked; `cased`: only in exactly this spelling."""

    finder: Finder
    strings: tuple[str, ...]
    cased: bool = False
    split: bool = False

    def spellings(self) -> Iterator[str]:
        """Every string that goes into the automaton."""
        for string in self.strings:
            cases = {string} if self.cased else {string, string.capitalize(), string.upper()}
            for spelling in cases:
                yield spelling
                if self.split:
                    yield from _split_spellings(spelling)


def _split_spellings(spelling: str) -> Iterator[str]:
    for position in range(2, len(spelling) - 1):
        for split in _SPLITS:
            yield spelling[:position] + split + spelling[position:]


def _digits_with(letters: str) -> tuple[str, ...]:
    return tuple(f"{digit}{letter}" for digit in range(10) for letter in letters)


def _spaced_digits_with(letters: str) -> tuple[str, ...]:
    return tuple(f"{digit} {letter}{year}" for digit in range(10) for letter in letters for year in range(10))


_TOP_LEVEL = (
    "nl com org eu net be de int info uk fr edu gov io tv nu news media ch it es se dk no fi at lu pl ie us ca "
    "amsterdam frl aw cw sx sr me co app online site biz"
).split()

ANCHORS: tuple[Anchor, ...] = (
    Anchor(urls.find_address, ("http", "www.")),
    Anchor(urls.find_bare_address, tuple(f".{domain}/" for domain in _TOP_LEVEL)),
    Anchor(kamerstukken.find_paper, ("kamerstuk", "kamer stuk"), split=True),
    Anchor(kamerstukken.find_dossier, ("kst. ", "kst ", "kst-", "dossier ", "dossiernummer ", "dossiernr. ")),
    Anchor(kamerstukken.find_dossier, ("wetsvoorstel ", "wetsvoorstel (", "wetsvoorstel nr. ")),
    Anchor(kamerstukken.find_after_session_year, ("vergaderjaar",), split=True),
    Anchor(kamerstukken.find_chamber, ("Eerste Kamer, ", "Tweede Kamer, ", "Eerste Kamer "), cased=True),
    Anchor(kamerstukken.find_bare, ("nr", "Nr", "NR"), cased=True),
    Anchor(kamerstukken.find_in_brackets, ("(1", "(2", "(3"), cased=True),
    Anchor(handelingen.find_appendix, ("aanhangsel",), split=True),
    Anchor(handelingen.find_appendix, ("AvdH",), cased=True),
    Anchor(
        handelingen.find_proceedings, ("Handelingen", "HANDELINGEN", "Handelingen"), cased=True, split=True
    ),
    Anchor(handelingen.find_literal_appendix, ("ah-tk-",)),
    Anchor(handelingen.find_literal_proceedings, ("h-tk-", "h-ek-")),
    Anchor(case_numbers.find_case_number, (*_digits_with("ZDzd"), *_spaced_digits_with("ZD")), cased=True),
    Anchor(journals.journal_finder(journals.STAATSBLAD), ("stb", "staatsblad"), split=True),
    Anchor(journals.journal_finder(journals.STAATSCOURANT), ("stcrt", "staatscourant"), split=True),
    Anchor(journals.journal_finder(journals.TRACTATENBLAD), ("trb", "tractatenblad"), split=True),
    Anchor(case_law.find_ecli, ("ecli",)),
    Anchor(
        case_law.find_eu_case,
        tuple(f"{court}{dash}{digit}" for court in "CTF" for dash in "-‐‑–" for digit in range(10)),
        cased=True,
    ),
    Anchor(eu_acts.act_finder("R"), ("verordening",), split=True),
    Anchor(eu_acts.act_finder("L"), ("richtlijn",), split=True),
    Anchor(eu_acts.act_finder("D", justice_letter="F"), ("besluit", "beschikking"), split=True),
    Anchor(eu_acts.act_finder("H"), ("aanbeveling",), split=True),
    Anchor(
        eu_acts.find_celex,
        tuple(f"{digit}{act}{first}" for digit in range(10) for act in "RLDHF" for first in range(10)),
        cased=True,
    ),
    Anchor(eu_acts.find_document, ("COM", "SWD", "JOIN", "SEC"), cased=True),
    Anchor(laws.find_article, ("artikel", "art.", "artt."), split=False),
    Anchor(laws.find_article, ("artikel",), split=True),
    Anchor(laws.find_abbreviation, tuple(f" {name}" for name in law_names.abbreviations()), cased=True),
    Anchor(internal.find_question, ("vraag", "vragen")),
    Anchor(internal.find_answer, ("antwoord", "antwoorden")),
)


@cache
def automaton() -> ahocorasick.Automaton:
    """All anchors; each gives its length and its finders."""
    found: dict[str, list[Finder]] = {}
    for anchor in ANCHORS:
        for spelling in anchor.spellings():
            finders = found.setdefault(spelling, [])
            if anchor.finder not in finders:
                finders.append(anchor.finder)
    machine = ahocorasick.Automaton()
    for spelling, finders in found.items():
        machine.add_word(spelling, (len(spelling), tuple(finders)))
    machine.make_automaton()
    return machine


def anchors_in(text: str) -> Iterable[tuple[int, tuple[int, tuple[Finder, ...]]]]:
    """(position of the last character, (length, finders)) of every anchor in `text`, by position."""
    return automaton().iter(text)  # type: ignore[no-any-return]  # the library has no types
