"""Offices in running text: `de Ministers van X en van Y`, `Minister De Jonge (X), mede namens …`.

A small grammar over the table of ministries. A ministry that the table does not know is taken as the
run of capitalised words after `van` or `voor`, so that a new one is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from kamervragen.header.names import Match, match_ministry, matching_ministries
from kamervragen.header.persons import is_person, tidy_name

MINISTER_PRESIDENT = "Minister-President"
_LONGEST_NAME = 60
_LONGEST_GAP = 30  # between one office and the next: ", en mede namens de "

STATE_SECRETARY = "Staatssecretaris"
MINISTER = "Minister"

# What is printed (singular, plural, a lost hyphen, a misprint) and the office it names. All begin with one
# of four letters, which makes them quick to find.
_OFFICES = {"premier": MINISTER_PRESIDENT, "secretary": STATE_SECRETARY, "minister": MINISTER}
_OFFICE = re.compile(
    r"[MmSs](?:(?P<premier>(?<=[Mm])(?i:inister\s?[-–]?\s?president))"
    r"|(?P<secretary>(?<=[Ss])(?i:taats?\s?-?\s?s?ecretaris(?:sen)?))"
    r"|(?P<minister>(?<=[Mm])(?i:(?:ini?ster|insiter|imister)s?)))"
    r"(?:(?![A-Za-z])|(?=(?i:van|voor)[\sA-Z]))"
)
_PLURAL = re.compile(r"(?:ministers|sen)$", re.IGNORECASE)
_NAMENS = re.compile(
    r"\b(?:(?:mede)?namens|uit\s{1,3}naam\s{1,3}van)(?=\s|de\b|minister|staats)", re.IGNORECASE
)

_TO_THE_NEXT = re.compile(
    r"[\s,]{0,4}(?:en|alsmede|of)?\s{0,3}(?:aan\s{1,3})?(?:(?:de|het)\s{0,3})?$", re.IGNORECASE
)
_INTERIM = r"(?:\s{0,3},?\s{0,3}\(?a\.\s?i\.\)?)?"
_BEFORE_MINISTRY = re.compile(
    r"[\s,;]{0,4}(?:(?:en|alsmede)(?=[\sA-Z]|van|voor)\s{0,3})?(?:(?:van|voor)(?=[\sA-Z])\s{0,3})?(?:het\s{1,3}ministerie\s{1,3}van\s{1,3})?"
)
_FIRST_MINISTRY = re.compile(
    rf"{_INTERIM}\s{{0,3}},?\s{{0,3}}(?:van|voor|VAN|VOOR)(?=[\sA-Z])\s{{0,3}}(?:het\s{{1,3}}ministerie\s{{1,3}}van\s{{1,3}})?",
)
_WITHOUT_VAN = re.compile(r"\s{1,3}(?=[A-Z])")
_DE = re.compile(r"(?<![^\W\d_])[Dd]e\s{0,3}$")
_OF = re.compile(r"\s{1,3}(?:van|voor)\s{1,3}(?=[A-Z])")
_AND_ANOTHER = re.compile(r"\s{0,3}(?:,|en\b)")
# "(beiden Onderwijs, Cultuur en Wetenschap)": the department of all who are named before it.
_OF_ALL = re.compile(r"(?:beiden?|allen|allebei)\s{1,3}", re.IGNORECASE)
_IN_COMMON = re.compile(rf"[(\[{{]\s{{0,3}}{_OF_ALL.pattern}", re.IGNORECASE)
_NAMED_WITH_OTHERS = re.compile(
    r"\s{1,3}(?P<name>[^()\d,;:.?!\n]{2,40}?)(?:,|\s{1,3}en)\s{1,3}(?:de\s{1,3})?$"
)
_BETWEEN_NAMES = re.compile(r"\s{0,3},\s{0,3}(?:en\s{1,3})?|\s{1,3}en\s{1,3}")
_NO_MINISTRY = re.compile(r"zonder\s{0,3}portefeuille", re.IGNORECASE)
_PREMIERS_OWN = re.compile(r"\s{0,3}\(\s{0,3}(?P<ministry>Algemene\s{0,3}Zaken)\s{0,3}\)")
_PREMIER = re.compile(
    r"\s{1,3}(?P<name>(?:(?:[A-Z]\.){1,5}\s?)?(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en)\s){0,2}[A-ZÀ-Þ][\w’-]{1,30})"
    r"(?=\s{0,3}(?:,|\(|$))"
)
# A word of a ministry's name; these capitalised words begin something else.
_CAPITALISED = (
    r"(?!(?:De|Het|Een|In|Op|Zie|Mede|Namens|Hierbij|Hoogachtend|Geachte|Vra\w{2,4}|Antwoord\w{0,2}|Ministers?|Staatssecretaris\w{0,3})\b|[A-Z]\.)"
    r"[A-ZÀ-Þ][\w’'&-]{0,30}-?"
)
_JOINT = r"(?:,?\s{1,3}en\s{0,3}|,\s{0,3}|\s{1,3})"
_UNKNOWN = re.compile(rf"{_CAPITALISED}(?:{_JOINT}{_CAPITALISED}){{0,8}}")
_LIST_GOES_ON = re.compile(rf"(?:,?\s{{1,3}}en\s{{0,3}}|,\s{{0,3}})(?={_CAPITALISED})")
_GOES_ON = re.compile(rf"(?:,\s{{0,3}}|\s{{1,3}}en\s{{0,3}})(?={_CAPITALISED})")
# Two or more fields of work, with nobody's name in brackets behind them.
_NEW_PORTFOLIO = re.compile(
    rf"{_CAPITALISED}(?:(?:,\s{{1,3}}|\s{{1,3}}){_CAPITALISED}){{0,4}}\s{{1,3}}en\s{{1,3}}{_CAPITALISED}"
    rf"(?:\s{{1,3}}{_CAPITALISED}){{0,2}}(?![\w’'-]|\s{{0,3}}[(])"
)
_DASH = re.compile(r"\s{0,3}[–—]\s{0,3}|\s{1,3}-\s{1,3}")
_FIELD = re.compile(rf"(?:{_DASH.pattern}){_UNKNOWN.pattern}")
_PERSON = re.compile(
    rf"{_INTERIM}[\s,]{{0,4}}(?:en\s{{1,3}})?(?:de\s{{1,3}}(?:heer|dames?)\s{{1,3}}|mevrouw\s{{1,3}})?"
    r"(?P<name>(?=[^\W\d_a-zà-ÿ]|[’'`]|(?:van|de|den|der|ten|ter|te|von|el|al|drs|dr|mr|ir|ing|prof|mw|mevr|dhr)\b)"
    r"(?:(?:drs|dr|mr|ir|ing|prof|mw|mevr|dhr)\.\s?){0,3}(?:(?:[A-Z][a-z]?\.\s?){1,6})?[^()\[\]{}\d,;:.?!»\n]{1,48}?)"
    r"\s{0,3}[(\[{]\s{0,3}(?!ontvangen|ingezonden)(?P<ministry>[^()\[\]{}\n]{2,160}?)\s{0,3}(?:[)\]}]|(?=\(ontvangen)|$)"
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


class Waiting(NamedTuple):
    """An office word, and the name behind it, before its department is known."""

    word: re.Match[str]
    name: str | None


def consecutive_offices(phrase: str) -> tuple[Office, ...]:
    """The offices from the start of `phrase` on, as long as each follows upon the one before."""
    kept: list[Office] = []
    for office in read_offices(phrase):
        between = phrase[kept[-1].end if kept else 0 : office.start]
        if len(between) > _LONGEST_GAP or " over" in between:
            break
        kept.append(office)
    return tuple(kept)


def read_offices(text: str) -> tuple[Office, ...]:
    """All offices named in a phrase, in order; everything after the first `namens` is on behalf of."""
    words = [word for word in _OFFICE.finditer(text) if _stands_alone(word)]
    behalf = _NAMENS.search(text)
    behalf_from = behalf.start() if behalf else len(text)
    found: list[Office] = []
    waiting: list[Waiting] = []  # "de Minister en Staatssecretaris van X": both are of X
    inside_until = 0
    for i, word in enumerate(words):
        if word.start() < inside_until:
            continue  # an office inside the brackets of another one
        until = words[i + 1].start() if i + 1 < len(words) else len(text)
        read = list(_of(word, text, until))
        if not read and i + 1 < len(words) and (waits := _waiting(word, text[word.end() : until])):
            waiting.append(waits)
            continue
        read = [*_shared(waiting, read, text), *(read or _bare(word))]
        waiting = []
        inside_until = max(one.end for one in read)
        found += [replace(one, on_behalf_of=True) if one.start >= behalf_from else one for one in read]
    return tuple(_without_double_premier(found))


def _stands_alone(word: re.Match[str]) -> bool:
    """Whether an office begins here: "oud-minister" and "viceminister-president" (of something) are none.

    A word may be glued to a capital: "deStaatssecretaris".
    """
    if word.start() == 0:
        return True
    before = word.string[word.start() - 1]
    return not (before.isalnum() or before in "_-") or ("a" <= before <= "z" and word[0][0] in "MS")


def _of(word: re.Match[str], text: str, until: int) -> Iterator[Office]:
    """The offices that one office word opens: with people and brackets, or with van/voor and ministries."""
    opening = _FIRST_MINISTRY.match(text, word.end())
    if opening:
        listed = list(_listed(word, text, opening.end(), until))
        followed = text[listed[-1].end : listed[-1].end + 2].lstrip() if listed else "("
        # "minister van Dam (Justitie …)": van belongs to the name
        if listed and (not followed.startswith("(") or match_ministry(text[opening.end() :])):
            yield from listed
            return
    yield from (
        list(_persons(word, text, until)) or _person_of(word, text, until) or _without_van(word, text, until)
    )


def _person_of(word: re.Match[str], text: str, until: int) -> list[Office]:
    """`minister De Boer van Defensie`, `minister-president De Boer`."""
    if _office(word) == MINISTER_PRESIDENT:
        if own := _PREMIERS_OWN.match(text, word.end()):
            return [Office(_office(word), own["ministry"], None, False, word.start(), own.end())]
        premier = _PREMIER.match(text, word.end(), until)
        name = tidy_name(premier["name"]) if premier else None
        return [Office(_office(word), None, name, False, word.start(), premier.end())] if premier else []
    for of in _OF.finditer(text, word.end() + 1, min(until, word.end() + _LONGEST_NAME)):
        name = text[word.end() : of.start()].strip()
        known = match_ministry(text[of.end() : of.end() + 200])
        if known and is_person(name):
            end = of.end() + known.end
            return [Office(_office(word), known.printed, tidy_name(name), False, word.start(), end)]
    return []


def _without_van(word: re.Match[str], text: str, until: int) -> list[Office]:
    """`de Staatssecretaris Financiën`: a ministry that is known, or one that no person is called."""
    opening = _WITHOUT_VAN.match(text, word.end())
    if opening is None:
        return []
    if match_ministry(text[opening.end() : opening.end() + 200]):
        return list(_listed(word, text, opening.end(), until))
    after_de = _DE.search(text[max(word.start() - 6, 0) : word.start()])
    new = _NEW_PORTFOLIO.match(text, opening.end(), until) if after_de else None
    return [Office(_office(word), new[0], None, False, word.start(), new.end())] if new else []


def _listed(word: re.Match[str], text: str, position: int, until: int) -> Iterator[Office]:
    plural = bool(_PLURAL.search(word[0]))
    start = word.start()
    while position < len(text):
        ministry, end = _ministry(text, position, until, plural)
        if not ministry:
            return
        yield Office(_office(word), ministry, None, False, start, end)
        connector = _BEFORE_MINISTRY.match(text, end)
        if connector is None or connector.end() == end or connector[0].strip() == "":
            return
        start = position = connector.end()
        if position >= until or not (plural or _names_another(connector[0], text[position : position + 200])):
            return


def _names_another(connector: str, text: str) -> bool:
    """Whether a known ministry begins and ends `text` behind "en": "de minister van A en B" names two."""
    known = match_ministry(text) if "en" in connector.split() else None
    return known is not None and _GOES_ON.match(text, known.end) is None


def _ministry(text: str, position: int, until: int, plural: bool) -> tuple[str, int]:
    """The ministry at `position` and where it ends; ("", position) if there is none."""
    known = _likeliest(text[position : position + 200])
    if known is None:
        end = _end_of_unknown(text, position, until, plural)
        return (text[position:end], end) if end else ("", position)
    end = position + known.end
    if field_end := _field_end(text, end, until):
        return known.printed + text[end:field_end], field_end
    more = _GOES_ON.match(text, end, until)
    if more and not plural and match_ministry(text[more.end() : more.end() + 200]) is None:
        rest = _UNKNOWN.match(text, more.end(), until)
        if rest and (
            " en" in more[0] or " en" in rest[0]
        ):  # a department that is new to the table: "Economische Zaken en Ruimtevaart"
            return known.printed + more[0] + rest[0], rest.end()
    return known.printed, end


def _end_of_unknown(text: str, position: int, until: int, plural: bool) -> int | None:
    """Where a ministry that the table lacks ends: in a list of several, before a known one."""
    unknown = _UNKNOWN.match(text, position, until)
    if unknown is None:
        return None
    for joint in _LIST_GOES_ON.finditer(text, position, unknown.end()) if plural else ():
        if match_ministry(text[joint.end() : joint.end() + 200]):
            return joint.start()
    return position + len(_without_name(unknown[0]))


def _without_name(printed: str) -> str:
    """Fields of work as far as they are one: what follows upon the last comma is one if "en" is in it."""
    before, comma, last = printed.rpartition(",")
    return before if comma and " en" not in last.lower() else printed


def _field_end(text: str, position: int, until: int) -> int | None:
    """Where the field behind a ministry ends: `Financiën – Toeslagen en Douane`; None if there is none."""
    dash = _DASH.match(text, position)
    known = match_ministry(text[dash.end() : dash.end() + 200]) if dash else None
    if dash and known:
        return dash.end() + known.end
    field = _FIELD.match(text, position, until)
    return field.end() if field else None


def _likeliest(text: str) -> Match | None:
    """The longest known ministry after which nothing or another known one follows, else the longest.

    "Economische Zaken en Klimaat en Groene Groei" is Economische Zaken, and Klimaat en Groene Groei.
    """
    longest = None
    for known in matching_ministries(text):
        longest = longest or known
        more = _GOES_ON.match(text, known.end)
        if more is None or "en" not in more[0] or match_ministry(text[more.end() :]):
            return known
    return longest


def _persons(word: re.Match[str], text: str, until: int) -> Iterator[Office]:
    position, start = word.end(), word.start()
    while person := _PERSON.match(text, position):
        ministry = _OF_ALL.sub("", person["ministry"], count=1)
        names = _BETWEEN_NAMES.split(person["name"]) if ministry != person["ministry"] else [person["name"]]
        if _OFFICE.search(person["name"]) or not (match_ministry(ministry) or all(map(is_person, names))):
            return
        for name in names:
            # "staatssecretaris Rechtsbescherming (Justitie en Veiligheid)" names a portfolio, not a person
            called = None if match_ministry(name) else tidy_name(name)
            yield Office(_office(word), _in_brackets(ministry), called, False, start, person.end())
        start = position = person.end()
        if position >= until or not _AND_ANOTHER.match(text, position):
            return


def _in_brackets(printed: str) -> str | None:
    if _NO_MINISTRY.fullmatch(printed):
        return None
    known = match_ministry(printed)
    if known is None:
        return printed
    return known.printed + printed[known.end :]


def _waiting(word: re.Match[str], between: str) -> Waiting | None:
    """An office whose department is that of the next: "de Minister en", "Minister Smit en" (beiden X)."""
    if _office(word) == MINISTER_PRESIDENT:
        return None
    if _TO_THE_NEXT.fullmatch(between):
        return Waiting(word, None)
    named = _NAMED_WITH_OTHERS.fullmatch(between)
    return Waiting(word, tidy_name(named["name"])) if named and is_person(named["name"]) else None


def _shared(waiting: list[Waiting], read: list[Office], text: str) -> Iterator[Office]:
    if not waiting:
        return
    in_common = bool(read) and _IN_COMMON.search(text, read[0].start, read[0].end) is not None
    for word, name in waiting:
        ministry = read[0].ministry if read and (in_common or name is None) else None
        yield Office(_office(word), ministry, name, False, word.start(), word.end())


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
    return _OFFICES[word.lastgroup or ""]
