"""The name of the law behind an article: a known one, one that looks like a law, or "die wet"."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from kamervragen.references.law_table import LawName, match_known
from kamervragen.references.notation import GAP, SPACE, unfolded

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
_BRACKET = re.compile(r"\s{0,3}\((?=[A-Z])")
_FURTHEST_SLASH = 90
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


def match_law(text: str, position: int) -> LawName | None:
    """The law named behind an article at `position`: `van de Awb`, `Sr`, `van die wet`."""
    pointer = _THIS_LAW.match(text, _skip(text, position))
    if pointer:
        return LawName(None, None, pointer.end(), pointer.end())
    linked = _OF.match(text, position)
    start = linked.end() if linked else _skip(text, position)
    bracket = None if linked else _BRACKET.match(text, position)
    if bracket:
        return match_known(text, bracket.end())
    numbered = _EU_ACT.match(text, start) if text.find("/", start, start + _FURTHEST_SLASH) >= 0 else None
    if numbered:
        return LawName(unfolded(numbered[0]), None, position, position)
    known = match_known(text, start)
    if known:
        return known
    return _match_unknown(text, start, linked=bool(linked))


def is_medium(name: str) -> bool:
    """Whether this is the name of a newspaper or a programme, whose articles are no law."""
    return not _words("medium").isdisjoint(name.lower().split())


def _match_unknown(text: str, start: int, *, linked: bool) -> LawName | None:
    title = _match_title(text, start)
    if title:
        return title
    patterns = (_COMPOUND, _CAPITALS, _PROPER) if linked else (_COMPOUND, _CAPITALS)
    for pattern in patterns:
        match = pattern.match(text, start)
        if match and match[0].split()[0].lower() not in _words("never"):
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
        if word is None or word[1].lower() in _words("end"):
            break
        reached = word.end()
        if word[1].lower() not in _words("open"):
            end = reached
    return LawName(unfolded(text[start:end]), None, end, end)


def _skip(text: str, position: int) -> int:
    gap = _NO_OF.match(text, position)
    return gap.end() if gap else position


@cache
def _words(role: str) -> frozenset[str]:
    """The words of one role in `law_name_words.tsv`."""
    lines = files(__package__).joinpath("law_name_words.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return frozenset(word for word, of_role in pairs if of_role == role)
