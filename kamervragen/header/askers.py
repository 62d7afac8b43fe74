"""Who asks: `de leden Mutluer, Lahlah (GroenLinks-PvdA), Boswijk (CDA) en Helder (BBB)`, or a committee.

A party in brackets covers all the names since the bracket before it; `(beiden SP)` and `(allen X)` say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kamervragen.document import Participant
from kamervragen.header.names import party
from kamervragen.header.page import with_accents

# How a statement of questions leads up to the names of members.
_OPENING = re.compile(
    r"vragen\b(?P<between>[^()\n]{0,80}?)(?:\b|(?<=n))(?:van|door)\s{0,3}(?:(?:het|de)\s{0,3})?(?:oud-)?(?:kamer)?(?:leden|lid)\b"
    r"(?!\s{1,3}der\s{1,3}Kamer)\s{0,3}(?:(?:kamer)?(?:leden|lid)\s{1,3})?",
    re.IGNORECASE,
)
# "heeft het lid X (P) vragen gesteld", "de door de leden X en Y (P) gestelde vragen": the word follows.
_OPENING_BEFORE = re.compile(
    r"\b(?:heeft|hebben|door|van|die)\s{1,3}(?:het|de)\s{1,3}(?:kamer)?(?:leden|lid)\b(?!\s{1,3}der\s{1,3}Kamer)\s{1,3}",
    re.IGNORECASE,
)
_QUESTIONS_FOLLOW = re.compile(r"[^.\n]{0,100}?vragen\b", re.IGNORECASE)
# "The questions that the (standing) committee for X has asked", "asked by the committee of X".
_COMMITTEE = re.compile(
    r"(?:door|die)\s{1,3}(?:de|het)\s{1,3}(?P<name>(?:(?:algemene|vaste|tijdelijke|bijzondere)\s{1,3})?(?:kamer)?commissie\b"
    r"[^.()\n]{3,120}?)\s{1,3}(?:gestelde|heeft\s{1,3}gesteld|zijn\s{1,3}gesteld|gesteld|heeft|ons\b)",
    re.IGNORECASE,
)

_GROUP = re.compile(
    r"(?P<names>[^()\n\d:;?!«»“”]{2,200}?)\s{0,3}\(\s{0,3}(?P<party>[^()\n]{1,60}?)\s{0,3}[)\]}]"
)
_ALL_OF_THEM = re.compile(r"^(?:beiden?|allen|alle(?:bei|n)?\b|allebei)\s{0,3}", re.IGNORECASE)
_NEXT_GROUP = re.compile(r"\s{0,3}(?:,\s{0,3}(?:en\b\s{0,3})?|en(?=[\sA-Z])\s{0,3}|alsmede\s{1,3}|;\s{0,3})")
_BETWEEN_NAMES = re.compile(
    r"\s{0,3},\s{0,3}(?:en\s{1,3})?|\s{1,3}en\s{1,3}|\s{1,3}en(?=[A-Z])|\s{1,3}alsmede\s{1,3}"
)
_TITLE_WORDS = re.compile(
    r"^(?:en\s{1,3})?(?:(?:(?:het|de)\s{1,3})?(?:lid|leden|kamerlid|kamerleden|heer|mevrouw)\s{1,3}){0,3}",
    re.IGNORECASE,
)
_PARTICLES = re.compile(
    r"\b([Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Tt]e|[Vv]an\s[Dd]en?|[Vv]an\s[Dd]er)(?=[A-Z])"
)
_NO_PARTY_END = re.compile(
    r"\s{0,3}(?:\baan\s{0,3}(?:de|het)\b|\bover\b|\binzake\b|\bbetreffende\b|\bworden\b|\bzijn\b|\bmet\b|[(:;.?\n]|$)"
)
_NAME = re.compile(r"(?:[^\W\d_]|[’'])[^\d()]{1,60}")
_STOPWORD = re.compile(
    r"\b(?:aan|over|inzake|vragen|motie|worden|welke|minister|staatssecretaris)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Askers:
    """The people found, and where the statement that names them begins and their names end."""

    people: tuple[Participant, ...]
    start: int
    end: int


def read_statements(prose: str) -> list[Askers]:
    """Every statement of who asks, in order: a letter says it in its letterhead, its text and its annex."""
    found = [
        statement
        for opening in _OPENING.finditer(prose)
        if (statement := _with_parties(prose, opening) or _without_parties(prose, opening))
    ]
    return found or _questions_following(prose) or _committee(prose)


def best_statement(statements: Sequence[Askers]) -> Askers | None:
    """The first statement that gives parties, else the first."""
    with_parties = (one for one in statements if one.people[0].party)
    return next(with_parties, next(iter(statements), None))


def _with_parties(prose: str, opening: re.Match[str]) -> Askers | None:
    people: list[Participant] = []
    position = end = opening.end()
    while group := _GROUP.match(prose, position):
        names = _names(group["names"])
        if not names:
            break
        printed = party(_ALL_OF_THEM.sub("", group["party"]))
        people += [Participant("asker", name, printed) for name in names]
        end = group.end()
        following = _NEXT_GROUP.match(prose, end)
        if following is None:
            break
        position = following.end()
    return Askers(tuple(people), opening.start(), end) if people else None


def _without_parties(prose: str, opening: re.Match[str]) -> Askers | None:
    end = _NO_PARTY_END.search(prose, opening.end(), opening.end() + 200)
    names = _names(prose[opening.end() : end.start()]) if end else []
    if not names or not end:
        return None
    return Askers(tuple(Participant("asker", name) for name in names), opening.start(), end.start())


def _questions_following(prose: str) -> list[Askers]:
    openings = _OPENING_BEFORE.finditer(prose)
    found = (_with_parties(prose, opening) for opening in openings)
    return [one for one in found if one and _QUESTIONS_FOLLOW.match(prose, one.end)]


def _committee(prose: str) -> list[Askers]:
    named = _COMMITTEE.search(prose)
    if named is None:
        return []
    people = (Participant("asker", " ".join(named["name"].split())),)
    return [Askers(people, named.start(), named.end("name"))]


def _names(printed: str) -> list[str]:
    """The names in a list of names; none at all when one of them cannot be a name."""
    names = [_tidy(name) for name in _BETWEEN_NAMES.split(printed)]
    names = [name for name in names if name]
    if all(_NAME.fullmatch(name) and not _STOPWORD.search(name) for name in names):
        return names
    return []


def _tidy(name: str) -> str:
    bare = _TITLE_WORDS.sub("", name.strip(" ,;"))
    return " ".join(_PARTICLES.sub(r"\1 ", with_accents(bare)).split())
