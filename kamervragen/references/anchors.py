"""The registry of anchors: the literal strings at which each kind of citation is looked for.

One pass over the text gives all anchors; a finder then matches locally. A word that a line end may have
split (`Kamer-⏎stuk`) is looked for in all its split spellings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kamervragen.literals import Search, search_for
from kamervragen.references import (
    case_law,
    case_numbers,
    eu_acts,
    handelingen,
    internal,
    journals,
    kamerstukken,
    laws,
    literal_ids,
    urls,
)
from kamervragen.references.reading import Finder

_SPLITS = ("-", "-\n", "- \n", "-\r\n", "\xad", "\xad\n")
_DIGITS = "0123456789"
_BEFORE_NUMBER = tuple(f"{gap}{digit}" for gap in ("", " ", "\n", " \n", "  ", "\xa0") for digit in _DIGITS)
_BEFORE_ARTICLE = (
    *_BEFORE_NUMBER,
    *(f". {digit}" for digit in _DIGITS),
    " nr. ",
    " nummer ",
    " I",
    " V",
    " X",
)
_BEFORE_QUESTION_NUMBER = (
    *_BEFORE_NUMBER,
    *(" nr", " nummer", " #"),
    *(f" {number}" for number in internal.NUMBER_WORDS),
)
_BEFORE_DOSSIER = (
    *(f"{gap}{digit}" for gap in (" ", "\n", "\xa0", " (", "", ": ") for digit in "123"),
    *(f" {link}n{rest}" for link in ("", "met ", "(") for rest in ("r", "ummer")),
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Strings at which `finder` is asked, if one of `ahead` follows.

    `cased`: only in exactly this spelling, else also with a capital. `split`: also split at a line end.
    """

    finder: Finder
    strings: tuple[str, ...]
    ahead: tuple[str, ...] = ("",)
    cased: bool = False
    split: bool = False

    def spellings(self) -> Iterator[str]:
        """Every spelling of the strings, without what must follow."""
        for string in self.strings:
            for spelling in (string,) if self.cased else (string, string[0].upper() + string[1:]):
                yield spelling
                if self.split:
                    yield from _split_spellings(spelling)


def _split_spellings(spelling: str) -> Iterator[str]:
    for position in range(2, len(spelling) - 1):
        for split in _SPLITS:
            yield spelling[:position] + split + spelling[position:]


ANCHORS: tuple[Anchor, ...] = (
    Anchor(urls.find_address, ("http", "www.")),
    Anchor(urls.find_address, ("HTTP", "WWW."), cased=True),
    Anchor(urls.find_bare_address, tuple(f".{domain}/" for domain in sorted(urls.TOP_LEVEL)), cased=True),
    Anchor(
        literal_ids.find_id,
        ("kst-", "KST-", "ah-tk-", "AH-TK-", "ah-ek-", "h-tk-", "h-ek-", "h-vv-", "stb-", "stcrt-", "trb-"),
    ),
    Anchor(literal_ids.find_law_id, ("BWBR", "BWBV"), cased=True),
    Anchor(kamerstukken.find_paper, ("kamerstuk", "kamer stuk"), split=True),
    Anchor(
        kamerstukken.find_paper,
        ("kamerst.",),
        ahead=tuple(f"{gap}{digit}" for gap in ("", " ") for digit in _DIGITS),
    ),
    Anchor(kamerstukken.find_paper, ("KAMERSTUK",), cased=True),
    Anchor(
        kamerstukken.find_dossier,
        ("kst.", "kst", "dossier", "dossiers", "dossiernummer", "dossiernr."),
        ahead=_BEFORE_DOSSIER,
    ),
    Anchor(kamerstukken.find_dossier, ("wetsvoorstel", "wetsvoorstellen"), ahead=_BEFORE_DOSSIER),
    Anchor(kamerstukken.find_after_session_year, ("vergaderjaar",), split=True),
    Anchor(
        kamerstukken.find_chamber,
        ("Eerste Kamer", "Tweede Kamer", "EK", "TK"),
        ahead=tuple(f"{gap}{digit}" for gap in (", ", " ", ",", "\xa0") for digit in "123"),
        cased=True,
    ),
    Anchor(kamerstukken.find_bare, ("nr", "Nr"), cased=True),
    Anchor(kamerstukken.find_in_brackets, ("(1", "(2", "(3"), cased=True),
    Anchor(kamerstukken.find_dashed, ("-I", "-V", "-X"), cased=True),
    Anchor(handelingen.find_appendix, ("aanhangsel",), split=True),
    Anchor(handelingen.find_appendix, ("AANHANGSEL", "AvdH", "Aanh."), cased=True),
    Anchor(handelingen.find_short_appendix, ("AH",), ahead=(" 20", " II", " TK", ", 20"), cased=True),
    Anchor(handelingen.find_proceedings, ("Handelingen",), cased=True, split=True),
    Anchor(handelingen.find_proceedings, ("Hand.",), ahead=(" 20", " 19", " I", " TK", " EK"), cased=True),
    Anchor(handelingen.find_proceedings, ("HANDELINGEN",), cased=True),
    Anchor(
        case_numbers.find_case_number,
        ("Z", "D", "z", "d"),
        ahead=tuple(f"{gap}{digit}" for gap in ("", " ", "\n", "\xa0", "-") for digit in _DIGITS),
        cased=True,
    ),
    Anchor(journals.journal_finder(journals.STAATSBLAD), ("staatsblad", "stb", "STB"), split=True),
    Anchor(journals.journal_finder(journals.STAATSCOURANT), ("staatscourant", "stcrt", "STCRT"), split=True),
    Anchor(
        journals.journal_finder(journals.TRACTATENBLAD),
        ("tractatenblad", "traktatenblad", "trb", "TRB"),
        split=True,
    ),
    Anchor(case_law.find_ecli, ("ECLI:", "ECLI ", "ECLI\xa0", "ecli:", "Ecli:"), cased=True),
    Anchor(case_law.find_eu_ecli, ("EU:C:", "EU:T:", "EU:F:"), cased=True),
    Anchor(
        case_law.find_eu_case,
        tuple(f"{court}{dash}" for court in "CT" for dash in ("-", "‐", "‑", "–", "- ", " ")),
        ahead=tuple(_DIGITS),
        cased=True,
    ),
    Anchor(eu_acts.act_finder("R"), ("verordening", "VERORDENING", "Regulation"), split=True),
    Anchor(eu_acts.act_finder("L"), ("richtlijn", "RICHTLIJN", "Directive"), split=True),
    Anchor(eu_acts.act_finder("D", justice_letter="F"), ("besluit", "beschikking"), split=True),
    Anchor(eu_acts.act_finder("H"), ("aanbeveling",), split=True),
    Anchor(
        eu_acts.find_bodied,
        tuple(f"({body})" for body in ("EU", "EG", "EEG", "EU, Euratom", "EG, Euratom", "GBVB")),
        ahead=(" n", " N", *(f" {digit}" for digit in _DIGITS)),
        cased=True,
    ),
    Anchor(
        eu_acts.find_suffixed, tuple(f"/{body}" for body in ("EG", "EU", "EEG", "JBZ", "GBVB")), cased=True
    ),
    Anchor(eu_acts.find_celex, ("320", "319"), cased=True),
    Anchor(
        eu_acts.find_document,
        ("COM", "SWD", "JOIN", "SEC"),
        ahead=("(", " (", "/", " 2", "-2", ":2", "[", " ["),
        cased=True,
    ),
    Anchor(laws.find_article, ("artikel", "artikelen"), ahead=_BEFORE_ARTICLE, split=True),
    Anchor(
        laws.find_article,
        ("ARTIKEL", "ARTIKELEN", "art.", "Art.", "artt.", "Artt.", "art", "Art"),
        ahead=_BEFORE_ARTICLE,
        cased=True,
    ),
    Anchor(laws.find_colon_article, (":",), ahead=tuple(_DIGITS), cased=True),
    Anchor(laws.find_abbreviation, (" Sr", " Sv", " SR", " SV"), cased=True),
    Anchor(internal.find_question, ("vraag", "vragen"), ahead=_BEFORE_QUESTION_NUMBER),
    Anchor(
        internal.find_answer,
        ("antwoord", "antwoorden"),
        ahead=tuple(
            f"{link}{ahead}"
            for link in ("", " op", " bij", " onder", " van")
            for ahead in _BEFORE_QUESTION_NUMBER
        ),
    ),
)


@cache
def _search() -> Search[tuple[tuple[int, Finder], ...]]:
    """All anchors with what may follow them; each gives the length of the anchor itself, and its finder."""
    meanings: dict[str, dict[tuple[int, Finder], None]] = {}
    for anchor in ANCHORS:
        for spelling in anchor.spellings():
            for ahead in anchor.ahead:
                meanings.setdefault(spelling + ahead, {})[len(spelling), anchor.finder] = None
    return search_for({literal: tuple(found) for literal, found in meanings.items()})


def anchors_in(text: str) -> Iterator[tuple[int, int, Finder]]:
    """(start, end, finder) of every anchor in `text`, in the order in which they end."""
    for start, _, found in _search()(text):
        for length, finder in found:
            yield start, start + length, finder
