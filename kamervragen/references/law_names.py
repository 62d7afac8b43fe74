"""Names of laws: known ones with their BWB id from `laws.tsv`, unknown ones by their shape.

A name is compared by its letters and digits alone, so that line ends, hyphens and lost spaces do not matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kamervragen.references.notation import GAP, SPACE, squeezed, unfolded

LONGEST_NAME = 150
SHORT = 7
"""A name of fewer letters must stand free of other letters; a longer one may be glued to the next word."""

_NAME = re.compile(rf"[^();:?!«»\"“”\[\]]{{2,{LONGEST_NAME}}}+")
_BOOK = re.compile(r"(\d{1,2}a?):", re.IGNORECASE)
_CIVIL_CODE = frozenset({"bw", "burgerlijkwetboek", "nederlandseburgerlijkwetboek"})
_THIS_LAW = re.compile(
    rf"(?:van|uit|in|bij){SPACE}(?:de|het|die|deze|dit|dat|voornoemde|genoemde|dezelfde|bovengenoemde){SPACE}"
    rf"(?:(?:nieuwe|huidige|oude){SPACE})?(?:wet|verordening|richtlijn|besluit|verdrag|regeling|wetsvoorstel|overeenkomst)\b(?!\s?\d)"
)
_OF = re.compile(
    rf"{SPACE},?{SPACE}(?:\(oud\){SPACE})?(?:van|uit|in|bij)\.?{SPACE}(?:(?:de|het|onze|een){SPACE}\.?{SPACE})?"
    rf"(?:(?:huidige|Nederlandse|nieuwe|oude|toenmalige|gewijzigde|herziene){GAP})?"
)
_NO_OF = re.compile(r"[\s,]{0,6}+(?:\(oud\)\s)?")
_ACT_WORD = (
    r"(?:Rijkswet|Wetboek|Wet|Besluit|Regeling|Richtlijn|Verordening|Verdrag|Overeenkomst|Code|Reglement|Statuut|"
    r"Handvest|Protocol|Conventie|Kaderwet|Invoeringswet|Uitvoeringswet|Uitvoeringsbesluit|Uitvoeringsregeling|"
    r"Beleidsregels?|Aanwijzing|Voorschrift|Beginselenwet|Cao|CAO|cao)"
)
_STOP_WORDS = frozenset(
    {
        "is",
        "zijn",
        "was",
        "waren",
        "wordt",
        "worden",
        "werd",
        "werden",
        "kan",
        "kunnen",
        "heeft",
        "hebben",
        "had",
        "moet",
        "moeten",
        "mag",
        "mogen",
        "zal",
        "zullen",
        "zou",
        "zouden",
        "die",
        "dat",
        "dit",
        "staat",
        "stelt",
        "bepaalt",
        "biedt",
        "geeft",
        "geldt",
        "volgt",
        "verplicht",
        "niet",
        "ook",
        "of",
        "om",
        "te",
        "als",
        "zoals",
        "omdat",
        "maar",
        "dan",
        "mits",
        "tenzij",
        "indien",
        "er",
        "ik",
        "u",
        "we",
        "wij",
        "hij",
        "schrijft",
        "ziet",
        "beschreven",
        "genoemd",
        "opgenomen",
        "bedoeld",
        "bedoelde",
        "waarin",
        "waarmee",
        "wel",
        "nog",
        "al",
        "vormt",
        "zit",
        "gaat",
        "blijft",
        "maakt",
        "vast",
        "aan",
    }
)
_NEEDS_MORE = frozenset(
    {
        "van",
        "de",
        "het",
        "een",
        "en",
        "op",
        "in",
        "inzake",
        "betreffende",
        "tot",
        "voor",
        "bij",
        "met",
        "ter",
        "door",
        "over",
        "der",
        "aan",
        "te",
        "uit",
    }
)
_LONGEST_TITLE = 16
_TITLE_START = re.compile(
    rf"(?:(?:Europe(?:se|es)|Algemene|Tijdelijke|Internationale?|Gemeentelijke|Provinciale){GAP}(?i:{_ACT_WORD})|{_ACT_WORD})\b"
)
_TITLE_WORD = re.compile(r"(?!\s*\n\s*\n)\s{1,8}+([\w’'&/-]{1,50}+)")
_COMPOUND = re.compile(
    rf"(?:(?:Europe(?:se|es)|Algemene|Tijdelijke){GAP})?[A-Za-zÀ-ÿ0-9][\wÀ-ÿ-]{{2,60}}?(?:wet|wetboek|besluit|regeling|verordening|"
    rf"richtlijn|verdrag|reglement|statuut|protocol|code|cao)(?:{GAP}(?:19|20)\d\d)?(?![\w-])"
)
_CAPITALS = re.compile(r"(?:[A-Z][\wÀ-ÿ]{0,11}[A-Z][\wÀ-ÿ]{0,8}|[A-Z][a-z]{1,4}[bvrgwz])(?![\w-])")
_PROPER = re.compile(rf"[A-Z][\wÀ-ÿ-]{{1,40}}(?:{GAP}(?:[A-Z][\wÀ-ÿ-]{{0,40}}|\d{{4}})(?![\w])){{0,5}}")
_EU_ACT = re.compile(
    r"(?:[A-Za-z-]{0,40}(?:verordening|richtlijn|besluit|Verordening|Richtlijn|Besluit))\s[^\n;?]{0,24}?\d{1,4}/\d{2,4}(?:/[A-Z]{2,4})?"
)
_NOT_NAMES = frozenset(
    {
        "de",
        "het",
        "een",
        "dit",
        "dat",
        "deze",
        "die",
        "er",
        "ik",
        "u",
        "en",
        "of",
        "in",
        "op",
        "voor",
        "met",
        "zo",
        "ja",
        "nee",
        "bent",
        "kunt",
        "is",
        "hoe",
        "wat",
        "waarom",
        "indien",
        "daarnaast",
        "tweede",
        "eerste",
        "kamer",
        "minister",
        "nederland",
        "vraag",
        "antwoord",
        "artikel",
    }
)


@dataclass(frozen=True, slots=True)
class LawName:
    """A law as printed; `name` is None behind "die wet", `bwb_id` where the name is not in the table.

    `consumed` is where reading goes on: an EU act with a number is a citation of its own.
    """

    name: str | None
    bwb_id: str | None
    end: int
    consumed: int


@cache
def known_laws() -> dict[str, str]:
    """BWB ids by name, letters and digits only; none for the Burgerlijk Wetboek, whose books are laws."""
    return {squeezed(name): bwb_id for name, bwb_id in _rows()} | dict.fromkeys(_CIVIL_CODE, "")


def book_of_civil_code(article: str) -> str | None:
    """The BWB id of the book of the Burgerlijk Wetboek that `7:658` stands in."""
    book = _BOOK.match(article)
    return known_laws().get(f"bwboek{book[1].lower()}") if book else None


def match_law(text: str, position: int) -> LawName | None:
    """The law named behind an article at `position`: `van de Awb`, `Sr`, `van die wet`."""
    pointer = _THIS_LAW.match(text, _skip(text, position))
    if pointer:
        return LawName(None, None, pointer.end(), pointer.end())
    linked = _OF.match(text, position)
    start = linked.end() if linked else _skip(text, position)
    numbered = _EU_ACT.match(text, start)
    if numbered:
        return LawName(unfolded(numbered[0]), None, position, position)
    known = match_known(text, start)
    if known:
        return known
    return _match_unknown(text, start, linked=bool(linked))


def match_known(text: str, position: int) -> LawName | None:
    """The longest name of the table that begins at `position`."""
    ahead = _NAME.match(text, position)
    if ahead is None:
        return None
    key = squeezed(ahead[0])
    for length in (*_lengths().get(key[:3], ()), *_lengths().get(key[:2], ())):
        if length <= len(key) and key[:length] in known_laws():
            end = _end_of(text, position, length)
            if _ends_well(text, position, end, length):
                return LawName(unfolded(text[position:end]), known_laws()[key[:length]] or None, end, end)
    return None


def _end_of(text: str, position: int, letters: int) -> int:
    """Where the `letters`-th letter or digit from `position` on ends."""
    while letters and position < len(text):
        letters -= text[position].isalnum()
        position += 1
    return position


def is_civil_code(name: str) -> bool:
    """Whether this is the Burgerlijk Wetboek as a whole, whose book the article must tell."""
    return squeezed(name) in _CIVIL_CODE


def _match_unknown(text: str, start: int, *, linked: bool) -> LawName | None:
    title = _match_title(text, start)
    if title:
        return title
    patterns = (_COMPOUND, _CAPITALS, _PROPER) if linked else (_COMPOUND, _CAPITALS)
    for pattern in patterns:
        match = pattern.match(text, start)
        if match and match[0].split()[0].lower() not in _NOT_NAMES:
            name = match[0].rstrip(" -/’'")
            end = match.start() + len(name)
            return LawName(unfolded(name), None, end, end)
    return None


def _match_title(text: str, start: int) -> LawName | None:
    """An unknown name in full: `Richtlijn inzake de bescherming van het milieu`, up to where it must end."""
    first = _TITLE_START.match(text, start)
    if first is None:
        return None
    end = reached = first.end()
    for _ in range(_LONGEST_TITLE):
        word = _TITLE_WORD.match(text, reached)
        if word is None or word[1].lower() in _STOP_WORDS:
            break
        reached = word.end()
        if word[1].lower() not in _NEEDS_MORE:
            end = reached
    return LawName(unfolded(text[start:end]), None, end, end)


def _skip(text: str, position: int) -> int:
    gap = _NO_OF.match(text, position)
    return gap.end() if gap else position


def _ends_well(text: str, start: int, end: int, length: int) -> bool:
    """Whether the name is not just the beginning of a longer word."""
    glued = end < len(text) and (text[end].isalnum() or text[end : end + 2] == "-b")
    if length > SHORT:
        return not glued or not (text[end].isdigit() or text[end - 2].isdigit() or text[end - 3].isdigit())
    printed = text[start:end]
    return not glued and not any(c.isspace() for c in printed.strip()[:3]) and printed != printed.lower()


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """The lengths of the known names by their first three letters (all two of `Sv`), the longest first."""
    found: dict[str, set[int]] = {}
    for key in known_laws():
        found.setdefault(key[:3], set()).add(len(key))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    lines = files(__package__).joinpath("laws.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((name, bwb_id) for name, bwb_id in pairs[1:])
