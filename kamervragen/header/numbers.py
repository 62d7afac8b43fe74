"""The numbers of a document: its publication id, its parliamentary year, the case number of its questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from kamervragen.header.dates import session_year_of
from kamervragen.header.page import Page, sentence_before

# "Vergaderjaar 2024–2025" over a publication; in the midst of a citation a comma and a number follow it.
_SESSION_HEAD = re.compile(
    r"vergaderjaar\s{0,3}(?P<first>\d{4})\s?[-–—/]\s?(?P<second>\d{4}|\d{2})(?!\d)[\s*#|]{0,6}"
    r"(?:aanhangsel\s{1,3}van\s{1,3}de\s{1,3}handelingen|vragen\s{1,3}gesteld)",
    re.IGNORECASE,
)
# The same over a list of questions and answers, below the masthead with the number of the Chamber.
_SESSION_MASTHEAD = re.compile(
    r"staten-generaal[\s*#|]{0,6}[12][\s*#|]{1,6}vergaderjaar\s{0,3}(?P<first>\d{4})\s?[-–—/]\s?(?P<second>\d{4}|\d{2})"
    r"(?![\d,])",
    re.IGNORECASE,
)
# "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1": the foot of each page.
_SESSION_FOOT = re.compile(
    r"Tweede\s{1,3}Kamer,\s{0,3}vergaderjaar\s{0,3}(?P<first>\d{4})\s?[-–—/]\s?(?P<second>\d{4}|\d{2}),\s{0,3}"
    r"(?:Aanhangsel|Vragen)(?!\s{0,3}(?:van|Handelingen|,|nr))"
)
_OWN_ID = re.compile(
    r"[^\S\n]{0,20}(?P<id>ah-tk-\d{8}-\d{1,5}|kv-tk-\d{4}Z\d{5})"
    r"(?=[^\S\n]{0,20}(?:$|ISSN|[’']s|Tweede|Antwoord|Vraag|\d))",
    re.MULTILINE,
)
# The bare number between the masthead and the questions; markdown marks may stand about it.
_HEADING_NUMBER = re.compile(
    r"[AaGg](?i:(?:(?<=g)egeven\s{1,3}antwoorden|(?<=a)anhangsel\s{1,3}van\s{1,3}de\s{1,3}handelingen)"
    r"[^\w]{0,12}(?P<number>\d{1,5})[^\w]{0,12}"
    r"(?:(?:herdruk|mondelinge|schriftelijke|(?:her|tweede)?nadere|aanvullende|herhaalde|gezamenlijke)[^\w]{1,6}){0,2}"
    r"[^\W\d_]{0,12}(?:vra(?:gen|ag)|antwoord|mededeling))"
)
_LONGEST_BARE = 24
_BARE_NUMBER = re.compile(r"[#*\s]{0,12}(?P<number>\d{1,5})[*\s]{0,6}")
_QUESTIONS_OF = re.compile(
    r"[#*\s]{0,12}(?:\w{1,15}\s{1,3})?\w{0,12}vra(?:gen|ag)\s{0,3}(?:gesteld\s{1,3}door|van)\b", re.IGNORECASE
)
_AH_NUMBER = re.compile(
    r"[\W_]{0,6}AH\s{0,3}[-–:]?\s{0,3}(?:nr\.?\s{0,3})?(?P<number>\d{1,5})(?i:\W{1,3}(?:(?:tweede\s)?herdruk|nader|gewijzigd))?"
    r"[\W_]{0,6}"
)
# The same where all line ends are lost: "AH 604 2024Z18294 Antwoord van …".
_AH_FIRST = re.compile(
    r"[\W_]{0,6}AH\s{0,3}(?P<number>\d{1,5})(?=\s{1,3}(?:[-–|/]\s{1,3})?(?:\d{4}\s?Z|Antwoord|Mededeling|Vragen))"
)

_CASE = r"(?<!\d)(?:\d{1,2})??(?P<year>(?:19|20)\d\d)\s?Z\s?(?P<number>\d{5})(?!\d)"
_CASE_HINT = re.compile(r"\d\s?Z\s?\d")
_ANY_CASE = re.compile(_CASE)
# A line with the case alone; a joint answer may give several, of which the first is taken.
_CASE_LINE = re.compile(
    rf"[\W_]{{0,6}}{_CASE}[\W_]{{0,6}}(?:(?:(?:en|,)\s{{0,3}}){{0,2}}\d{{4}}\s?Z\s?\d{{5}}[\W_]{{0,6}}){{0,9}}"
)
_CASE_CUED = re.compile(
    rf"(?:uw\s{{1,3}}(?:brief|brieven|kenmerk|referentie)|vraagnummer|zaaknummer|kenmerk)[^\n]{{0,60}}?{_CASE}",
    re.IGNORECASE,
)
# What leads up to the number of somebody else's questions.
_OF_OTHERS = re.compile(
    r"(?:eerdere|andere)\s{1,3}(?:schriftelijke\s{1,3})?vragen|ter\s{1,3}aanvulling|zie\s{1,3}ook",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\bmededeling\b", re.IGNORECASE)


def own_id(*texts: str) -> str | None:
    """The id printed at the foot of the first page, where it stands at the start of a line."""
    found = (match for text in texts for match in _own_ids(text))
    return next((match["id"] for match in found), None)


def _own_ids(text: str) -> Iterator[re.Match[str]]:
    place = text.find("-tk-")
    while place >= 0:
        match = _OWN_ID.match(text, text.rfind("\n", 0, place) + 1)
        if match and match.start("id") == place - 2:
            yield match
        place = text.find("-tk-", place + 1)


def printed_session_year(head: Page) -> str | None:
    """The parliamentary year over published questions."""
    return _year_in(_SESSION_HEAD.search(head.prose))


def session_year_of_masthead(head: Page) -> str | None:
    """The parliamentary year over another paper of the Chamber."""
    return _year_in(_SESSION_MASTHEAD.search(head.prose))


def session_year_of_furniture(*texts: str) -> str | None:
    """The parliamentary year at the foot of pages."""
    return next((year for text in texts if (year := _year_in(_SESSION_FOOT.search(text)))), None)


def _year_in(match: re.Match[str] | None) -> str | None:
    return session_year(match["first"], match["second"]) if match else None


def session_year(first: str, second: str) -> str | None:
    """`2024`, `2025` or `25` as `2024-2025`; None when the years do not follow each other."""
    following = int(first) + 1
    return f"{first}-{following}" if int(second) in (following, following % 100) else None


def year_of_id(publication: str | None) -> str | None:
    """The parliamentary year in an id: `ah-tk-20242025-594` says 2024-2025."""
    if publication is None or not publication.startswith("ah-tk-"):
        return None
    return session_year(publication[6:10], publication[10:14])


def answer_id(head: Page, printed_year: str | None, received: date | None) -> str | None:
    """The id of a published answer from its number and year.

    Where only the number (`AH 604`) and the day of receipt are printed, the day gives the year.
    """
    number = _answer_number(head)
    year = printed_year or (session_year_of(received) if received else None)
    if not number or year is None:
        return None
    return f"ah-tk-{year.replace('-', '')}-{number}"


def _answer_number(head: Page) -> int | None:
    under_masthead = _HEADING_NUMBER.search(head.prose)
    labelled = (m for line in head.lines if "AH" in line and (m := _AH_NUMBER.fullmatch(line)))
    found = (
        under_masthead
        or next(labelled, None)
        or _AH_FIRST.match(head.prose)
        or _over_the_questions(head.lines)
    )
    return int(found["number"]) if found else None


def _over_the_questions(lines: Sequence[str]) -> re.Match[str] | None:
    """A bare number on the last line before "Vragen van …" (in markdown a heading)."""
    printed = [line for line in lines if line]
    return next(
        (
            number
            for line, following in pairwise(printed)
            if len(line) < _LONGEST_BARE
            and (number := _BARE_NUMBER.fullmatch(line))
            and _QUESTIONS_OF.match(following)
        ),
        None,
    )


def is_headed_by_case(head: Page) -> bool:
    """Whether the first line holds nothing but the number of a case."""
    first = next((line for line in head.lines if line), "")
    return _CASE_LINE.fullmatch(first) is not None


def case_number(head: Page, tail: Page, publication: str | None) -> str | None:
    """The case (*zaak*) number of the questions, `2024Z18294`."""
    own_line = found = None
    if _CASE_HINT.search(head.prose):
        own_line = found = next((m for line in head.lines if (m := _CASE_LINE.fullmatch(line))), None)
        if not own_line and not _HEADING_NUMBER.search(
            head.prose
        ):  # a published answer cites only other cases
            found = _cued(head.prose) or _only(head.prose)
    if found is None and publication and publication.startswith("kv-tk-"):
        return publication.removeprefix("kv-tk-")
    if found is None and tail.mentions("mededeling") and (notice := _NOTICE.search(tail.prose)):
        found = _ANY_CASE.search(tail.prose, notice.end(), notice.end() + 800)
    return f"{found['year']}Z{found['number']}" if found else None


def _cued(prose: str) -> re.Match[str] | None:
    cued = _CASE_CUED.finditer(prose)
    return next((one for one in cued if not _is_of_others(prose, one.start())), None)


def _only(prose: str) -> re.Match[str] | None:
    """The one case number that the header mentions; of several none can be chosen."""
    found = list(_ANY_CASE.finditer(prose))
    different = {(match["year"], match["number"]) for match in found}
    return found[0] if len(different) == 1 and not _is_of_others(prose, found[0].start()) else None


def _is_of_others(prose: str, position: int) -> bool:
    return _OF_OTHERS.search(sentence_before(prose, position)) is not None
