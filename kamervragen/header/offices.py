"""Offices in running text: `de Ministers van X en van Y`, `Minister De Jonge (X), mede namens …`.

A small grammar over the table of ministries. A ministry that the table does not know is taken as the
run of capitalised words after `van` or `voor`, so that a new one is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kamervragen.header.names import match_ministry
from kamervragen.header.page import with_accents

MINISTER_PRESIDENT = "Minister-President"

# What is printed (singular, plural, a lost hyphen) and the office it names.
OFFICES: tuple[tuple[str, str], ...] = (
    (r"minister\s?-?\s?president", MINISTER_PRESIDENT),
    (r"staats\s?-?secretaris(?:sen)?", "Staatssecretaris"),
    (r"ministers?", "Minister"),
)

_OFFICE = re.compile(
    # A word may be glued to a capital: "deStaatssecretaris". "oud-minister", "viceminister-president"
    # (who is minister of something as well) and "Ministerie" are no offices.
    r"(?:(?<![\w-])|(?-i:(?<=[a-z])(?=[MS])))(?:"
    + "|".join(rf"(?P<o{i}>{pattern})" for i, (pattern, _) in enumerate(OFFICES))
    + r")(?:(?![a-z])|(?=(?:van|voor)(?-i:[\sA-Z])))",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:ministers|sen)$", re.IGNORECASE)
_NAMENS = re.compile(r"\b(?:mede)?namens(?=\s|de\b|minister|staats)", re.IGNORECASE)

_TO_THE_NEXT = re.compile(
    r"[\s,]{0,4}(?:en|alsmede|of)?\s{0,3}(?:aan\s{1,3})?(?:(?:de|het)\s{0,3})?$", re.IGNORECASE
)
_BEFORE_MINISTRY = re.compile(
    r"[\s,;]{0,4}(?:(?:en|alsmede)(?=[\sA-Z]|van|voor)\s{0,3})?(?:(?:van|voor)(?=[\sA-Z])\s{0,3})?(?:het\s{1,3}ministerie\s{1,3}van\s{1,3})?"
)
_FIRST_MINISTRY = re.compile(
    r"\s{0,3},?\s{0,3}(?:a\.\s?i\.\s{0,3})?(?:van|voor)(?=[\sA-Z])\s{0,3}(?:het\s{1,3}ministerie\s{1,3}van\s{1,3})?",
)
# A word of a ministry's name; these capitalised words begin something else.
_CAPITALISED = (
    r"(?!(?:De|Het|Een|In|Op|Zie|Mede|Namens|Hierbij|Vra\w{2,4}|Antwoord\w{0,2}|Ministers?|Staatssecretaris\w{0,3})\b)"
    r"[A-ZÀ-Þ][\w’'&-]{0,30}-?"
)
_UNKNOWN = re.compile(
    rf"{_CAPITALISED}(?:(?:,\s{{1,3}}|\s{{1,3}}en\s{{1,3}}|,?\s{{1,3}}en\s{{1,3}}|\s{{1,3}}){_CAPITALISED}){{0,8}}"
)
_GOES_ON = re.compile(rf"(?:,\s{{1,3}}|\s{{1,3}}en\s{{1,3}})(?={_CAPITALISED})")
_FIELD = re.compile(rf"\s{{0,3}}[–—]\s{{0,3}}{_UNKNOWN.pattern}|\s{{1,3}}-\s{{1,3}}{_UNKNOWN.pattern}")
_PERSON = re.compile(
    r"[\s,]{0,4}(?:en\s{1,3})?(?:de\s{1,3}(?:heer|dames?)\s{1,3}|mevrouw\s{1,3})?"
    r"(?P<name>(?=[^\W\d_a-zà-ÿ]|[’'`]|(?:van|de|den|der|ten|ter|te|von|el|al)\b)"
    r"(?:(?:[A-Z]\.\s?){1,5})?[^()\d,;:.?!»\n]{1,48}?)"
    r"\s{0,3}\(\s{0,3}(?!ontvangen|ingezonden)(?P<ministry>[^()\n]{2,160}?)\s{0,3}(?:[)\]}]|(?=\(ontvangen)|$)"
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed somewhere: `start`..`end` is where, `name` who holds it (if printed)."""

    office: str
    ministry: str | None
    name: str | None
    on_behalf_of: bool
    start: int
    end: int


def read_offices(text: str) -> tuple[Office, ...]:
    """All offices named in a phrase, in order; everything after the first `namens` is on behalf of."""
    words = list(_OFFICE.finditer(text))
    behalf = _NAMENS.search(text)
    behalf_from = behalf.start() if behalf else len(text)
    found: list[Office] = []
    waiting: list[re.Match[str]] = []  # "de Minister en Staatssecretaris van X": both are of X
    inside_until = 0
    for i, word in enumerate(words):
        if word.start() < inside_until:
            continue  # an office inside the brackets of another one
        until = words[i + 1].start() if i + 1 < len(words) else len(text)
        read = list(_of(word, text, until))
        if not read and i + 1 < len(words) and _waits(word, text[word.end() : until]):
            waiting.append(word)
            continue
        read = [*_shared(waiting, read), *(read or _bare(word))]
        waiting = []
        inside_until = max(one.end for one in read)
        found += [replace(one, on_behalf_of=one.start >= behalf_from) for one in read]
    return tuple(_without_double_premier(found))


def _of(word: re.Match[str], text: str, until: int) -> Iterator[Office]:
    """The offices that one office word opens: with people and brackets, or with van/voor and ministries."""
    opening = _FIRST_MINISTRY.match(text, word.end())
    if opening:
        known = match_ministry(text[opening.end() :]) is not None
        listed = list(_listed(word, text, opening.end(), until))
        followed = text[listed[-1].end : listed[-1].end + 2].lstrip() if listed else ""
        # "minister van Weel (Justitie …)": van belongs to the name
        if listed and (known or not followed.startswith("(")):
            yield from listed
            return
    yield from _persons(word, text, until)


def _listed(word: re.Match[str], text: str, position: int, until: int) -> Iterator[Office]:
    plural = bool(_PLURAL.search(word[0]))
    start = word.start()
    while position < len(text):
        ministry, end = _ministry(text, position, until, plural)
        if not ministry:
            return
        yield Office(_office(word), ministry, None, False, start, end)
        if not plural:
            return
        connector = _BEFORE_MINISTRY.match(text, end)
        if connector is None or connector.end() == end or connector[0].strip() == "":
            return
        start = position = connector.end()
        if position >= until:
            return


def _ministry(text: str, position: int, until: int, plural: bool) -> tuple[str, int]:
    """The ministry at `position` and where it ends; ("", position) if there is none."""
    known = match_ministry(text[position : position + 200])
    if known is None:
        unknown = _UNKNOWN.match(text, position, until)
        if unknown is None:
            return "", position
        return unknown[0], unknown.end()
    end = position + known.end
    field = _FIELD.match(text, end, until)
    if field:
        return known.printed + field[0], field.end()
    more = _GOES_ON.match(text, end, until)
    if more and not plural and match_ministry(text[more.end() : more.end() + 200]) is None:
        rest = _UNKNOWN.match(text, more.end(), until)
        if rest:  # a department that is new to the table: "Economische Zaken en Ruimtevaart"
            return known.printed + more[0] + rest[0], rest.end()
    return known.printed, end


def _persons(word: re.Match[str], text: str, until: int) -> Iterator[Office]:
    position, start = word.end(), word.start()
    while person := _PERSON.match(text, position):
        if _OFFICE.search(person["name"]):
            return
        # "staatssecretaris Rechtsbescherming (Justitie en Veiligheid)" names a portfolio, not a person
        name = None if match_ministry(person["name"]) else _name(person["name"])
        yield Office(_office(word), _in_brackets(person["ministry"]), name, False, start, person.end())
        start = position = person.end()
        if position >= until or not re.match(r"\s{0,3}(?:,|en\b)", text[position:]):
            return


def _in_brackets(printed: str) -> str:
    known = match_ministry(printed)
    if known is None:
        return printed
    return known.printed + printed[known.end :]


def _name(printed: str) -> str:
    glued = re.sub(r"\b(van|de|den|der|ten|ter|te)(?=[A-Z])", r"\1 ", printed)
    return with_accents(glued).strip(" ,")


def _waits(word: re.Match[str], between: str) -> bool:
    return _office(word) != MINISTER_PRESIDENT and _TO_THE_NEXT.fullmatch(between) is not None


def _shared(waiting: list[re.Match[str]], read: list[Office]) -> Iterator[Office]:
    for word in waiting:
        ministry = read[0].ministry if read else None
        yield Office(_office(word), ministry, None, False, word.start(), word.end())


def _bare(word: re.Match[str]) -> Iterator[Office]:
    yield Office(_office(word), None, None, False, word.start(), word.end())


def _without_double_premier(offices: list[Office]) -> Iterator[Office]:
    """`Minister-President, Minister van Algemene Zaken` is one office, not two."""
    for i, one in enumerate(offices):
        after = offices[i + 1] if i + 1 < len(offices) else None
        if one.office == MINISTER_PRESIDENT and one.ministry is None and after and _general(after):
            yield replace(one, ministry=after.ministry, name=one.name or after.name, end=after.end)
        elif not (i and _general(one) and offices[i - 1].office == MINISTER_PRESIDENT):
            yield one


def _general(one: Office) -> bool:
    return one.office == "Minister" and one.ministry is not None and one.ministry.lower() == "algemene zaken"


def _office(word: re.Match[str]) -> str:
    return next(name for i, (_, name) in enumerate(OFFICES) if word[f"o{i}"])
