"""Who asks: `de leden Mutluer, Lahlah (GroenLinks-PvdA), Boswijk (CDA) en Helder (BBB)`, or a committee.

A party in brackets covers all the names since the bracket before it; `(beiden SP)` and `(allen X)` say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamervragen.document import Participant
from kamervragen.header.names import is_party, party
from kamervragen.header.persons import tidy_name

# How members are spoken of: "het lid", "de Kamerleden", "de heer".
_MEMBER = (
    r"(?:(?:(?:het|de)\s{0,3})?(?:oud-\s?)?(?:Tweede[\s-]{1,3})?(?:kamer)?(?:leden|lid)(?![^\W\d_A-ZÀ-Þ])"
    r"|de\s{1,3}(?:her?en|heer|dames)\b|mevrouw\b)(?!\s{1,3}der\s{1,3}Kamer)\s{0,3}"
)
_STATEMENT_LINE = re.compile(
    r"^[^\S\n]{0,8}(?:[A-Z][a-z]{2,14}\s)?[Vv]ragen\s{1,3}(?:gesteld\s{1,3}door|van)\s{1,3}(?:het\s{0,3}lid|de\s{0,3}leden)\b",
    re.MULTILINE,
)
_PARAGRAPH_END = re.compile(r"\n\s*\n|\r\s*\r")
_LITTLE_BELOW, _LONGEST_STATEMENT = 400, 2_000
# How a statement of questions leads up to the names of members. What stands between is not yet the subject.
_SUBJECT_WORDS = r"\b(?:over|inzake|motie|vragen|heeft|hebben)\b"
_OPENING = re.compile(
    rf"[Vv](?i:ra(?:gen|ag)(?:(?!{_SUBJECT_WORDS})[^()\n]|\([^()\n]{{1,60}}\)){{0,80}}?"
    rf"(?:\b|(?<=[nd]))(?:van|door|die)\s{{0,3}}{_MEMBER}(?:(?:kamer)?(?:leden|lid)\s{{1,3}})?)"
)
_OPENING_WITHOUT_VAN = re.compile(rf"[Vv](?i:ragen\s{{1,3}}{_MEMBER})")
_OPENING_WITHOUT_MEMBER = re.compile(r"(?i:vragen)\s{1,3}(?:van|door)\s{1,3}(?=[A-ZÀ-Þ’'])")
# "heeft het lid X (P) vragen gesteld", "de door de leden X en Y (P) gestelde vragen": the word follows.
_OPENING_BEFORE = re.compile(
    rf"\b(?:heeft|hebben|door|van|die|ontving\s{{1,3}}ik\s{{1,3}}van)\s{{1,3}}{_MEMBER}", re.IGNORECASE
)
_QUESTIONS_FOLLOW = re.compile(r"[^.\n]{0,100}?vragen\b", re.IGNORECASE)
# "The questions that the (standing) committee for X has asked", "asked by the committee of X".
_WHICH = r"(?:(?:algemene|vaste|tijdelijke|bijzondere)\s{1,3})?"
_FIELD = r"[A-ZÀ-Þ][\w&-]{1,40}?(?=gestelde\b|[^\w&-]|$)"
_NAMED = rf"(?i:{_WHICH}(?:kamer)?commissie(?:\s{{1,3}}(?:voor|van))?(?:\s{{1,3}}(?:de|het))?)\s{{1,3}}"
_COMMITTEE = rf"(?P<name>{_NAMED}{_FIELD}(?:(?:,\s{{1,3}}|\s{{1,3}}en\s{{1,3}}|\s{{1,3}}){_FIELD}){{0,8}})"
_COMMITTEE_IN_LETTERS = rf"(?P<name>(?i:{_WHICH}(?:kamer)?commissie\b[^.()\n]{{3,120}}?))"
_COMMITTEES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:vragen)\b[^.\n]{{0,60}}?\b(?:van|door|die)\s{{1,3}}de\s{{0,3}}{_COMMITTEE}",
        rf"\b(?:door|die)\s{{1,3}}de\s{{0,3}}{_COMMITTEE}(?=[^.\n]{{0,100}}vragen\b)",
        rf"\b[Dd]e\s{{0,3}}{_COMMITTEE}\s{{1,3}}heeft\b(?=[^.\n]{{0,160}}\bvragen\b)",
        rf"\bheeft\s{{1,3}}de\s{{0,3}}{_COMMITTEE}(?=[^.\n]{{0,100}}\bvragen\b)",
        rf"\bnamens\s{{1,3}}de\s{{0,3}}{_COMMITTEE}(?=[^.\n]{{0,160}}\bvragen\b)",
        rf"\b(?:door|die)\s{{1,3}}de\s{{0,3}}{_COMMITTEE_IN_LETTERS}\s{{1,3}}(?:gestelde|heeft|gesteld)\b",
    )
)

_GROUP = re.compile(
    r"(?P<names>[^()\[\]{}\n\d:;?!«»“”]{2,200}?)\s{0,3}[(\[{]\s{0,3}(?P<party>[^()\[\]{}\n]{1,60}?)\s{0,3}"
    r"(?P<end>[)\]}]|(?=,?\s{1,3}(?:aan|over)\s))"
)
_OF_FRACTION = re.compile(
    r"\s{1,3}van\s{1,3}de\s{1,3}(?:(?:fractie\s{1,3}van\s{1,3}(?:de\s{1,3})?)(?P<of>[\w-]{2,20})"
    r"|(?P<party>[\w-]{2,20}?)-fractie\b)"
)
_ALL_OF_THEM = re.compile(
    r"^(?:beiden?|allen|alle(?:bei)?\b|ieder\b|eveneens\b|ook\b|resp(?:\.|ectievelijk\b)):?\s{0,3}",
    re.IGNORECASE,
)
_LONGEST_QUOTATION = 200
_NEXT_GROUP = re.compile(
    r"\s{0,3}(?:,\s{0,3}(?:(?:en|alsmede)\b\s{0,3})?|en(?=[\sA-Z]|van\s|de\s)\s{0,3}|alsmede\s{1,3}|[;&/]\s{0,3})"
)
_LOST_COMMA = re.compile(r"(?:\s{1,3}|\.\s{0,3})(?=[A-ZÀ-Þ’'])")
_BETWEEN_NAMES = re.compile(
    r"\s{0,3},\s{0,3}(?:en\s{1,3})?|\s{1,3}en\s{1,3}|\s{1,3}en(?=[A-Z])|\s{1,3}alsmede\s{1,3}|\s{0,3}[/&]\s{0,3}"
)
_GLUED_AND = re.compile(r"(?<=[a-zß-ÿ]{2})en\s(?=[A-ZÀ-Þ’'])")
_BETWEEN_PARTIES = re.compile(r"\s{0,3},\s{0,3}|\s{1,3}en\s{1,3}")
_TITLE_WORDS = re.compile(
    r"^(?:en\s{1,3})?(?:(?:van\s{1,3})?(?:(?:het|de)\s{1,3})?(?:lid|leden|kamerlid|kamerleden|heer|mevrouw)\s{1,3}){0,3}",
    re.IGNORECASE,
)
_TITLE_BEGINS = frozenset(
    ("en", "van", "het", "de", "lid", "leden", "kamerlid", "kamerleden", "heer", "mevrouw")
)
_AND_OTHERS = re.compile(r"\s{1,3}(?:c\.\s?s\.?|e\.\s?a\.?)$")
_NO_PARTY_END = re.compile(
    r"\s{0,3}(?:\baan\s{0,3}(?:de|het)\b|\bover\b|\binzake\b|\bbetreffende\b|\bworden\b|\bzijn\b|\bmet\b|[(:;.?\n]|$)"
)
_NAME = re.compile(r"(?:[^\W\d_]|[’'])[^\d()]{1,60}")
_STOPWORD = re.compile(
    r"\b(?:aan|over|inzake|vragen|motie|worden|welke|minister|staatssecretaris|heeft|hebben|gestelde?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Askers:
    """The people found, and where the statement that names them begins and their names end."""

    people: tuple[Participant, ...]
    start: int
    end: int


def read_statements(prose: str) -> list[Askers]:
    """Every statement of who asks, in order: a letter says it in its letterhead, its text and its annex."""
    found = list(_statements(prose, _OPENING)) or list(_statements(prose, _OPENING_WITHOUT_VAN))
    return found or _questions_following(prose) or _without_member(prose) or _committee(prose)


def end_of_statement_below(text: str, position: int) -> int | None:
    """Where a statement of who asks ends that begins at `position` or little below; None if none does.

    A subject that ends in a question mark («Wat nu?») looks like the first question.
    """
    opening = _STATEMENT_LINE.search(text, position, position + _LITTLE_BELOW)
    if opening is None:
        return None
    paragraph = _PARAGRAPH_END.search(text, opening.end(), opening.end() + _LONGEST_STATEMENT)
    return paragraph.start() if paragraph else min(opening.end() + _LONGEST_STATEMENT, len(text))


def best_statement(statements: Sequence[Askers]) -> Askers | None:
    """The first statement that gives parties, else the first; or a fuller one that names the same people."""
    with_parties = [one for one in statements if one.people[0].party]
    first = next(iter(with_parties or statements), None)
    if first is None:
        return None
    fuller = (one for one in with_parties if set(first.people) < set(one.people))
    return max(fuller, key=lambda one: len(one.people), default=first)


def _statements(prose: str, openings: re.Pattern[str]) -> Iterator[Askers]:
    for opening in openings.finditer(prose):
        if _is_quoted(prose, opening.start()):
            continue
        if statement := _with_parties(prose, opening) or _without_parties(prose, opening):
            yield statement


def _is_quoted(prose: str, position: int) -> bool:
    """Whether quotation marks are open: «Minister: vragen van het lid X (P) niet beantwoord»."""
    before = prose[max(position - _LONGEST_QUOTATION, prose.rfind("\n", 0, position) + 1) : position]
    return any(before.rfind(opens) > before.rfind(closes) for opens, closes in ("«»", "“”"))


def _with_parties(prose: str, opening: re.Match[str]) -> Askers | None:
    people: list[Participant] = []
    position = end = opening.end()
    while group := _GROUP.match(prose, position):
        members = _members(group)
        if not members:
            break
        people += members
        end = group.end()
        following = _NEXT_GROUP.match(prose, end) or _next_without_comma(prose, end)
        if following is None:
            break
        position = following.end()
    return Askers(tuple(people), opening.start(), end) if people else None


def _members(group: re.Match[str]) -> list[Participant]:
    """The names before one bracket with the party in it: `X en Y (beiden P)`, `X en Y (P en Q)`."""
    names = _names(group["names"])
    counted = _ALL_OF_THEM.match(group["party"])
    if counted and counted[0][:3].lower() in ("bei", "all"):
        names = _as_many(names, 2 if counted[0].lower().startswith("bei") else 3)
    printed = _ALL_OF_THEM.sub("", group["party"])
    if not group["end"] and not is_party(printed):
        return []
    several = _BETWEEN_PARTIES.split(printed)
    if len(several) == len(names) > 1 and all(map(is_party, several)):
        return [Participant("asker", name, party(one)) for name, one in zip(names, several, strict=True)]
    return [Participant("asker", name, party(printed)) for name in names]


def _as_many(names: list[str], count: int) -> list[str]:
    """`Jansenen De Vries (beiden P)`: where a name is missing, "en" lost the space before it."""
    if len(names) >= count:
        return names
    parts = [part for name in names for part in _GLUED_AND.split(name)]
    return parts if len(parts) >= count else names


def _next_without_comma(prose: str, position: int) -> re.Match[str] | None:
    """`X (P) Y (Q)`: another member follows if a known party does."""
    lost = _LOST_COMMA.match(prose, position)
    group = _GROUP.match(prose, lost.end()) if lost else None
    return lost if group and len(group["names"]) < 40 and is_party(group["party"]) else None


def _without_parties(prose: str, opening: re.Match[str]) -> Askers | None:
    end = _NO_PARTY_END.search(prose, opening.end(), opening.end() + 200)
    if end is None:
        return None
    printed = prose[opening.end() : end.start()]
    fraction = _OF_FRACTION.search(printed)
    names = _names(printed[: fraction.start()] if fraction else printed)
    of = party(fraction["of"] or fraction["party"]) if fraction else None
    people = tuple(_member_without_brackets(name, of) for name in names)
    return Askers(people, opening.start(), end.start()) if people else None


def _member_without_brackets(printed: str, of: str | None) -> Participant:
    """`Smit VVD`: a party that is known may stand behind the name without its brackets."""
    name, _, last = printed.rpartition(" ")
    if of is None and name and is_party(last) and not last.istitle():
        return Participant("asker", name, party(last))
    return Participant("asker", printed, of)


def _questions_following(prose: str) -> list[Askers]:
    openings = _OPENING_BEFORE.finditer(prose)
    found = (_with_parties(prose, opening) for opening in openings)
    return [one for one in found if one and _QUESTIONS_FOLLOW.match(prose, one.end)]


def _without_member(prose: str) -> list[Askers]:
    """`Vragen van Jansen (VVD)`: only a party that is known shows that these are people."""
    found = (_with_parties(prose, opening) for opening in _OPENING_WITHOUT_MEMBER.finditer(prose))
    return [one for one in found if one and all(is_party(str(each.party)) for each in one.people)]


def _committee(prose: str) -> list[Askers]:
    named = next((found for pattern in _COMMITTEES if (found := pattern.search(prose))), None)
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
    bare = name.strip(" ,;")
    if bare.split(" ", 1)[0].lower() in _TITLE_BEGINS:
        bare = _TITLE_WORDS.sub("", bare)
    return tidy_name(_AND_OTHERS.sub("", bare) if bare.endswith((".", "c.s", "e.a")) else bare)
