"""Who answers in a letter: by its signature, and by what it says of itself and over its annex."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kamervragen.header.names import ministry_id
from kamervragen.header.offices import MINISTER_PRESIDENT, Office, consecutive_offices, read_offices
from kamervragen.header.page import Page, squeezed
from kamervragen.header.persons import is_person, tidy_name

_ON_BEHALF = re.compile(r"[MmOoTt](?<!\w.)(?i:(?:ede|ok|evens)[\s-]{0,3}namens\s{1,3})")
# "Mede namens de X, / De minister van Y, / naam": the line that follows is signed for itself.
_NEXT_SIGNATURE = re.compile(r"\n|,\s{1,3}De\s{1,3}(?=[Mm]inister|[Ss]taatssecretaris)")
_ON_QUESTIONS = re.compile(
    r"[AaBb](?<!\w.)(?i:(?:(?<=a)ntwoorden|(?<=b)eantwoording|(?-i:(?<=A)ntwoord))\s{1,3}van\s{1,3}(?P<who>(?:de\s{1,3}|het\s{1,3})?"
    r"[^\n]{3,800}?)\s(?:op|bij)\s{1,3}(?:de\s{1,3})?(?:\w{1,20}\s{1,3}){0,3}(?:kamer)?vragen\b)"
)
_MAY_SIGN = re.compile(
    r"(?:mede\s{0,3})?(?:namens\s{0,3})?(?:de\s{0,3})?(?:demissionair\s{1,3})?(?:viceminister|vice-|minister|staats\s?secretaris)",
    re.IGNORECASE,
)
_NAMENS = re.compile(r"\bnamens\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:de|namens|van|aan|en)$")  # the line before belongs to the same sentence
_LONGEST_WAY = 80  # from the start of a line to its office: "Mede namens de"
_LINES_OF_AN_OFFICE = 3
_LINES_TO_A_NAME = 20
_FORMAL = re.compile(r"de\b.{0,300},$", re.IGNORECASE)  # "De minister van Justitie en Veiligheid,"
_NO_NAME = re.compile(r"\b(?:den haag|kamer|ministerie|postbus|bijlage|brief|datum|kenmerk)\b", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"\(?(?:w\.?\s?g\.?|getekend|namens (?:deze|dezen)),?\)?|\d{1,3}/\d{1,3}", re.IGNORECASE
)
_COURT_OF_AUDIT_LINE = re.compile(r"algemene rekenkamer,?", re.IGNORECASE)
_COURT_OF_AUDIT = re.compile(
    r"antwoord(?:en)?\s{1,3}(?:van\s{1,3})?(?:de\s{1,3})?algemene\s{0,3}rekenkamer\s{1,3}(?:bij|op)\b",
    re.IGNORECASE,
)
# A signature where line ends were lost: initials show that a name follows, or a comma does.
_SIGNED_AFTER_COMMA = re.compile(
    r"(?:[.,)»”]|Hoogachtend,?)\s(?:[Dd]e|DE)\s(?P<office>(?:[Mm]inister|[Ss]taatssecretaris|MINISTER|STAATSSECRETARIS)"
    r"\s[^.\n]{8,100}?),\s(?P<name>(?:(?:drs|dr|mr|ir|ing|prof|mw)\.\s){0,3}(?:(?:[A-Z][a-z]?\.){1,6}\s?)?"
    r"(?:\([A-Z]\w{1,20}\)\s)?(?:[A-ZÀ-Þ][\w’-]{1,30}\s){0,2}(?:(?:van|de|den|der|ten|ter)\s){0,3}[A-ZÀ-Þ][\w’-]{1,40})"
    r"(?=\s(?:Antwoord|Beantwoording|Bijlage|Vra|\d)|$)"
)
_SIGNED_IN_LINE = re.compile(
    r"[Dd]e\s(?<!\w...)(?=[Mm]inister|[Ss]taatssecretaris)(?P<office>[^.\n]{8,140}?),?\s(?P<name>(?:[A-Z]\.){1,6}\s?"
    r"(?:\([A-Z]\w{1,20}\)\s)?(?:(?:van|de|den|der|ten|ter)\s){0,3}[A-Z][\w’-]{1,40})"
)


def read_answerers(head: Page, tail: Page) -> tuple[Office, ...]:
    """Who answers in a letter: by its signature, and by what it says of itself and over its annex."""
    signed = list(_signatures(head.lines)) or list(_signed_in_line(head.prose))
    if not signed and _may_be_signed(tail.raw):
        signed = [one for one in _signatures(tail.lines) if one.name]
    formula = _ON_QUESTIONS.search(head.prose)
    named = consecutive_offices(formula["who"]) if formula else ()
    behalf = [
        replace(office, on_behalf_of=True)
        for found in _ON_BEHALF.finditer(head.prose)
        for office in consecutive_offices(
            _NEXT_SIGNATURE.split(head.prose[found.end() : found.end() + 600])[0]
        )
    ]
    return tuple(_once(sorted([*signed, *named, *behalf], key=lambda one: one.on_behalf_of)))


def _may_be_signed(raw: str) -> bool:
    """Whether a line begins with an office, before any work is put into a text."""
    for word in ("inister", "ecretaris", "INISTER", "ECRETARIS"):
        place = raw.find(word)
        while place >= 0:
            line = max(raw.rfind("\n", 0, place), raw.rfind("\r", 0, place)) + 1
            if place - line < _LONGEST_WAY and _MAY_SIGN.search(raw, line, place + len(word) + 2):
                return True
            place = raw.find(word, place + 1)
    return False


def signed_by_court_of_audit(head: Page) -> bool:
    """Whether it is the *Algemene Rekenkamer* that answers: a line of its own, or over the answers."""
    if any(_COURT_OF_AUDIT_LINE.fullmatch(line) for line in head.lines):
        return True
    return _COURT_OF_AUDIT.search(head.prose) is not None


def _signatures(lines: tuple[str, ...]) -> Iterator[Office]:
    read_until = 0
    for i, line in enumerate(lines):
        if i < read_until or not _MAY_SIGN.match(line) or (i and _GOES_ON.search(lines[i - 1])):
            continue
        for count in range(_lines_of_office(lines, i), 0, -1):
            if count > 1 and any(map(_is_name, lines[i + count - 1 : i + count])):
                continue  # the name of who signs
            phrase = " ".join(lines[i : i + count])
            offices = consecutive_offices(phrase)
            rest = phrase[offices[-1].end :].strip(" ,.:-–") if offices else ""
            if offices and offices[0].ministry and (not rest or (count == 1 and is_person(rest))):
                yield from _signed(offices, line, rest or _signer(lines, i, i + count))
                read_until = i + count
                break


def _lines_of_office(lines: tuple[str, ...], start: int) -> int:
    """How many lines the office at `start` may take: up to the next line that is signed for itself."""
    behalf = bool(_NAMENS.search(lines[start]))
    for count, line in enumerate(lines[start + 1 : start + _LINES_OF_AN_OFFICE], 1):
        premier = "president" in lines[start + count - 1].lower()
        if _MAY_SIGN.match(line) and not premier and (behalf or not _NAMENS.search(line)):
            return count
    return _LINES_OF_AN_OFFICE


def _signed_in_line(prose: str) -> Iterator[Office]:
    signed = list(_SIGNED_IN_LINE.finditer(prose)) or list(_SIGNED_AFTER_COMMA.finditer(prose))
    for found in signed:
        offices = read_offices(found["office"])
        if len(offices) == 1 and offices[0].ministry and offices[0].end == len(found["office"]):
            yield replace(offices[0], name=tidy_name(found["name"]))


def _signed(offices: tuple[Office, ...], line: str, name: str | None) -> Iterator[Office]:
    if offices[0].on_behalf_of:
        yield from offices
    elif name or _FORMAL.match(line):  # else it is a line of running text that happens to begin so
        themselves = [one for one in offices if not one.on_behalf_of]
        yield from themselves[:-1]
        yield replace(themselves[-1], name=themselves[-1].name or name)
        yield from offices[len(themselves) :]


def _signer(lines: tuple[str, ...], start: int, end: int) -> str | None:
    """The name below a signature's office, or right above it."""
    below = [line for line in lines[end : end + _LINES_TO_A_NAME] if line and not _NOT_A_NAME.fullmatch(line)]
    above = [line for line in lines[max(start - 3, 0) : start] if line][-1:]
    return next((tidy_name(line) for line in (*below[:2], *above) if _is_name(line)), None)


def _is_name(line: str) -> bool:
    return (
        len(line.split()) > 1
        and not _NO_NAME.search(line)
        and not _MAY_SIGN.match(line)
        and is_person(line)
        and line.split()[-1][0].isupper()
    )


def _once(offices: Iterable[Office]) -> Iterator[Office]:
    """Each office once; of two mentions the one with a name."""
    kept: dict[tuple[str, str | None], Office] = {}
    for one in offices:
        ministry = ministry_id(one.ministry) or squeezed(one.ministry) if one.ministry else None
        key = (one.office, ministry if one.office != MINISTER_PRESIDENT else None)
        if key not in kept or (kept[key].name is None and one.name):
            kept[key] = one if key not in kept else replace(kept[key], name=one.name)
    return iter(kept.values())
