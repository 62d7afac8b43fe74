"""The registry of anchors: the literal strings at which each kind of citation is looked for.

One pass over the text gives all anchors; a finder then matches locally. A word that a line end may have
split (`Kamer-⏎stuk`) is looked for in all its split spellings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kamervragen.literals import Hits, search_for
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
_GAPS = (" ", "\n", "\xa0", "  ", " \n", "\r\n", "\t")
_ODD_GAPS = ("\n", "\r", "\t", "  ", " \n", " \r")
"""White space as extraction leaves it, behind which a finder has to look for itself."""


def _after_gap(words: Iterable[str], *, glued: bool = True) -> tuple[str, ...]:
    """The words behind a space, or behind none if they may be `glued`; and odd white space."""
    gaps = ("", " ", "\xa0") if glued else (" ", "\xa0")
    return (*(gap + word for gap in gaps for word in words), *_ODD_GAPS)


_BEFORE_NUMBER = _after_gap(_DIGITS)
_BEFORE_ARTICLE = (
    *_BEFORE_NUMBER,
    *(f"{gap}{rest}" for gap in (" ", "\xa0") for rest in ("nr", "nummer", "I", "V", "X")),
)
_NUMBER_WORD_BEGINNINGS = sorted({word[:2] for word in internal.NUMBER_WORDS})
"""What tells a number word: each letter more would make the literals, of which there are many, longer."""

_BEFORE_QUESTION_NUMBER = (
    *_BEFORE_NUMBER,
    *(f"{gap}{word}" for gap in (" ", "\xa0") for word in ("nr", "nu", "#", *_NUMBER_WORD_BEGINNINGS)),
)
_BEFORE_ANSWER_NUMBER = tuple(
    link + ahead
    for link in ("", " op", " bij", " onder", " van", "\xa0op", "\xa0onder")
    for ahead in _BEFORE_QUESTION_NUMBER
)
_AFTER_APPENDIX = (
    *_after_gap(("H", "h", "v", "b", "d", "I", "T", "n", "20", "19", "(2", "(1", "(v")),
    *("-H", "- H", ",", ")"),
)
_IN_A_LINE = (" ", "(", "\xa0", "\t")
"""What stands before a word with a capital that is no label at the head of a line."""

_BEFORE_ACT_NUMBER = _after_gap(
    (
        *(*_DIGITS, "(1", "(2", "(6", "(7", "(8", "(9", "(3", "(4", "(5"),
        *("(E", "[E", "EU", "EG", "EE", "(G", "nr", "Nr", "No", "n°", "nu"),
        *("van de Raad", "van de Commissie", "van het E", "met n", "met\xa0n"),
    )
)
_BEFORE_DOSSIER = _after_gap(
    ("1", "2", "3", "(1", "(2", "(3", ": 1", ": 2", ": 3", "nr", "nummer", "met n", "met\xa0n", "(nr")
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Strings at which `finder` is asked, if one of `behind` stands before and one of `ahead` after them.

    `cased`: only in exactly this spelling, else also with a capital. `split`: also split at a line end,
    and then whatever follows.
    """

    finder: Finder
    strings: tuple[str, ...]
    behind: tuple[str, ...] = ("",)
    ahead: tuple[str, ...] = ("",)
    cased: bool = False
    split: bool = False

    def literals(self) -> Iterator[tuple[str, Hit]]:
        """What to look for, and what it means to find it."""
        for spelling in self._spellings():
            for behind in self.behind:
                hit = Hit(len(behind), len(behind) + len(spelling), self.finder)
                yield from ((behind + spelling + ahead, hit) for ahead in self.ahead)
                if self.split:
                    yield from (
                        (behind + split, hit.lengthened(split, spelling)) for split in _splits(spelling)
                    )

    def _spellings(self) -> Iterator[str]:
        for string in self.strings:
            yield string
            if not self.cased:
                yield string[0].upper() + string[1:]


class Hit(NamedTuple):
    """Where, counted from the literal found, the anchor itself begins and ends, and who is asked there."""

    start: int
    end: int
    finder: Finder

    def lengthened(self, split: str, spelling: str) -> Hit:
        """The same hit where the anchor is split at a line end."""
        return self._replace(end=self.end + len(split) - len(spelling))


Anchors = tuple[Hit, ...]
"""All anchors that one literal stands for."""


def _splits(spelling: str) -> Iterator[str]:
    for position in range(2, len(spelling) - 1):
        for split in _SPLITS:
            yield spelling[:position] + split + spelling[position:]


ANCHORS: tuple[Anchor, ...] = (
    Anchor(urls.find_address, ("http", "www.")),
    Anchor(urls.find_address, ("HTTP", "WWW."), cased=True),
    Anchor(
        urls.find_bare_address,
        tuple(f".{domain}/" for domain in sorted(urls.top_level_domains())),
        cased=True,
    ),
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
        split=True,
    ),
    Anchor(kamerstukken.find_dossier, ("wetsvoorstel", "wetsvoorstellen"), ahead=_BEFORE_DOSSIER, split=True),
    Anchor(kamerstukken.find_after_session_year, ("vergaderjaar",), split=True),
    Anchor(
        kamerstukken.find_chamber,
        (*(f"{order}{gap}Kamer" for order in ("Eerste", "Tweede") for gap in _GAPS), "EK", "TK"),
        ahead=tuple(comma + ahead for comma in ("", ",", " ,") for ahead in _after_gap("123", glued=False)),
        cased=True,
    ),
    Anchor(
        kamerstukken.find_bare,
        ("nr", "Nr"),
        behind=(*" \n\r\t\xa0,;:()-–", *_DIGITS, *"XIVABCDEFGHJKLM"),
        cased=True,
    ),
    Anchor(
        kamerstukken.find_in_brackets,
        tuple(f"({tens}{unit}" for tens in "123" for unit in _DIGITS),
        ahead=(*_DIGITS, " ", ".", "\n", "\r", "\t", "\xa0"),
        cased=True,
    ),
    Anchor(
        kamerstukken.find_dashed,
        tuple(f"{dash}{figure}" for dash in "-–‑—" for figure in "IVX"),
        behind=tuple(_DIGITS),
        cased=True,
    ),
    Anchor(handelingen.find_appendix, ("aanhangsel",), ahead=_AFTER_APPENDIX, split=True),
    Anchor(handelingen.find_appendix, ("AANHANGSEL", "AvdH", "Aanh."), cased=True),
    Anchor(
        handelingen.find_short_appendix,
        ("AH",),
        ahead=(*_after_gap(("20", "II", "TK"), glued=False), ", 20"),
        cased=True,
    ),
    Anchor(handelingen.find_proceedings, ("Handelingen",), cased=True, split=True),
    Anchor(
        handelingen.find_proceedings, ("Hand.",), ahead=_after_gap(("20", "19", "I", "TK", "EK")), cased=True
    ),
    Anchor(handelingen.find_proceedings, ("HANDELINGEN",), cased=True),
    Anchor(
        case_numbers.find_case_number,
        ("Z", "D"),
        # With the figures ahead, which the finder asks for first, these would be a third of all literals.
        behind=tuple(f"{digit}{gap}" for digit in _DIGITS for gap in ("", *_GAPS, "-")),
        cased=True,
    ),
    Anchor(
        case_numbers.find_case_number, ("z", "d"), behind=tuple(_DIGITS), ahead=tuple(_DIGITS), cased=True
    ),
    Anchor(journals.journal_finder(journals.STAATSBLAD), ("staatsblad", "stb", "STB"), split=True),
    Anchor(journals.journal_finder(journals.STAATSCOURANT), ("staatscourant", "stcrt", "STCRT"), split=True),
    Anchor(
        journals.journal_finder(journals.TRACTATENBLAD),
        ("tractatenblad", "traktatenblad", "trb", "TRB"),
        split=True,
    ),
    Anchor(case_law.find_ecli, ("ECLI", "ecli", "Ecli"), ahead=(":", *_GAPS), cased=True),
    Anchor(case_law.find_eu_ecli, ("EU:C:", "EU:T:", "EU:F:"), cased=True),
    Anchor(
        case_law.find_eu_case,
        tuple(f"{court}{dash}" for court in "CT" for dash in ("-", "‐", "‑", "–", "")),
        ahead=_after_gap(_DIGITS),
        cased=True,
    ),
    Anchor(
        eu_acts.act_finder("R"),
        ("verordening", "verordeningen", "VERORDENING", "Regulation"),
        ahead=_BEFORE_ACT_NUMBER,
        split=True,
    ),
    Anchor(
        eu_acts.act_finder("L"),
        ("richtlijn", "richtlijnen", "RICHTLIJN", "Directive"),
        ahead=_BEFORE_ACT_NUMBER,
        split=True,
    ),
    Anchor(
        eu_acts.act_finder("D", justice_letter="F"),
        ("besluit", "besluiten", "beschikking", "beschikkingen"),
        ahead=_BEFORE_ACT_NUMBER,
        split=True,
    ),
    Anchor(eu_acts.act_finder("H"), ("aanbeveling", "aanbevelingen"), ahead=_BEFORE_ACT_NUMBER, split=True),
    Anchor(
        eu_acts.find_bodied,
        tuple(f"({body})" for body in ("EU", "EG", "EEG", "EU, Euratom", "EG, Euratom", "GBVB")),
        ahead=_after_gap(("n", "N", *_DIGITS)),
        cased=True,
    ),
    Anchor(
        eu_acts.find_suffixed, tuple(f"/{body}" for body in ("EG", "EU", "EEG", "JBZ", "GBVB")), cased=True
    ),
    Anchor(eu_acts.find_celex, ("320", "319"), cased=True),
    Anchor(
        eu_acts.find_document,
        ("COM", "SWD", "JOIN", "SEC"),
        ahead=(*_after_gap("(["), "/", " 2", "\xa02", "-2", ":2"),
        cased=True,
    ),
    Anchor(laws.find_article, ("artikel", "artikelen"), ahead=_BEFORE_ARTICLE, split=True),
    Anchor(laws.find_article, ("artikel.",), ahead=_BEFORE_NUMBER),
    Anchor(
        laws.find_article,
        ("ARTIKEL", "ARTIKELEN", "art.", "Art.", "artt.", "Artt."),
        ahead=_BEFORE_ARTICLE,
        cased=True,
    ),
    Anchor(
        laws.find_article,
        ("art", "Art"),
        behind=(" ", "\n", "\xa0", "(", "«"),
        ahead=_BEFORE_ARTICLE,
        cased=True,
    ),
    Anchor(
        laws.find_colon_article, (":",), behind=(*_DIGITS, "A", "a"), ahead=tuple("123456789"), cased=True
    ),
    Anchor(
        laws.find_abbreviation,
        tuple(f"{gap}{code}" for gap in " \n\xa0" for code in ("Sr", "Sv", "SR", "SV")),
        cased=True,
    ),
    Anchor(
        internal.find_question, ("vraag", "vragen"), ahead=_BEFORE_QUESTION_NUMBER, cased=True, split=True
    ),
    Anchor(
        internal.find_question,
        ("Vraag", "Vragen"),
        behind=_IN_A_LINE,
        ahead=_BEFORE_QUESTION_NUMBER,
        cased=True,
    ),
    Anchor(
        internal.find_answer, ("antwoord", "antwoorden"), ahead=_BEFORE_ANSWER_NUMBER, cased=True, split=True
    ),
    Anchor(
        internal.find_answer,
        ("Antwoord", "Antwoorden"),
        behind=_IN_A_LINE,
        ahead=_BEFORE_ANSWER_NUMBER,
        cased=True,
    ),
)


@cache
def anchor_literals() -> dict[str, Anchors]:
    """All that is looked for, and whose anchors stand there."""
    meanings: dict[str, dict[Hit, None]] = {}
    for anchor in ANCHORS:
        for literal, hit in anchor.literals():
            meanings.setdefault(literal, {})[hit] = None
    return {literal: tuple(hits) for literal, hits in meanings.items()}


@cache
def _search() -> Callable[[str], Hits[Anchors]]:
    return search_for(anchor_literals())


def anchors_in(text: str) -> Hits[Anchors]:
    """The anchors in `text`, in the order in which what was looked for ends."""
    return _search()(text)
