"""The subject of a document: what stands after `over` in its header."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from kamervragen.header.page import Page, prose_of, squeezed
from kamervragen.header.when import handed_in

_LONGEST_WAY = 300  # from the people in a statement to "over"
_LONGEST_TITLE = 1000

_ABOUT = re.compile(
    r"(?<![^\W\d_])(?:over(?=[\s«‘“\"'„\d]|(?-i:[A-ZÀ-Þ])|het\b|de\b|een\b)|inzake\b|omtrent\b|betreffende\b|aangaande\b"
    r"|naar\s{1,3}aanleiding\s{1,3}van\b|met\s{1,3}betrekking\s{1,3}tot\b|m\.?\s?b\.?\s?t\.?(?=\s))\s{0,3}",
    re.IGNORECASE,
)
_ABOUT_GLUED = re.compile(r"(?:\s{0,3}over(?=\w)|over(?=\W))")  # right behind the offices: "overmist"
# How a statement of questions ends in letters.
_LETTER_GOES_ON = re.compile(
    r"\s{0,3}(?:\(\s{0,3}(?:(?:met\s)?(?:vraagnummer|kenmerk|zaaknummer|nummer|nr\.?):?\s{0,3})?\d{4}\s?Z\s?\d{5}"
    r"|,?\s(?:die\s)?(?:worden|zijn)\s(?:hierbij\s)?beantwoord\b"
    r"|,?\s(?:kunnen|zullen|konden)\s[^.\n]{0,120}\b(?:beantwoord|beantwoorden)\b"
    r"|,?\sniet\s(?:binnen|tijdig)\s[^.\n]{0,120}?\b(?:(?:kunnen|konden|zullen|worden)\s[^.\n]{0,40}\bbeantwoord"
    r"|beantwoord\s(?:kunnen|konden|zullen|worden))\b"
    r"|,?\s(?:die\s)?(?:(?:zijn|werden)\s)?(?:op\s(?:[a-z]{2,6}dag\s)?\d[^.\n]{5,20}\s)?"
    r"(?:(?:zijn|werden)\s)?(?:in|toe)gezonden\b(?!\s(?:brie|stuk|artikel|opini|mail|door\s))"
    r"|,\sdie\s[^.\n]{0,30}\bontvangen\b|\sdoorgeleidt\b"
    r"|,\s(?:met\s)?(?:als\s)?(?:kenmerk|vraagnummer)\b"
    r"|\s(?-i:Antwoord|Mededeling)\svan\b)",
    re.IGNORECASE,
)
# "Beantwoording vragen Tweede Kamer bij …": what a letterhead says before the subject, where it lacks "over".
_LEAD_IN = re.compile(
    r"(?:(?:beantwoording|antwoord(?:en)?)\s(?:van\s|op\s)?)(?:de\s)?(?:schriftelijke\s)?(?:kamer)?vragen\s"
    r"(?:van\s(?:de\s)?)?(?:tweede\skamer\s)?(?:bij\s)?",
    re.IGNORECASE,
)
# What a subject runs into in a letterhead whose lines are not parted.
_LETTERHEAD = re.compile(r"\s(?:Pagina\s\d|(?:Ons|Uw)\s(?:kenmerk|brief)\b|Geachte\s|Hierbij\s)")
_NO_MORE_THAN_QUESTIONS = re.compile(
    r"(?:(?:beantwoording|antwoord(?:en)?)\s)?(?:van\s|op\s)?(?:de\s)?(?:schriftelijke\s)?(?:kamer)?vragen\W{0,3}",
    re.IGNORECASE,
)
# A full stop before a capital, unless it closes an abbreviation or initials.
_SENTENCE = re.compile(r"\.\s(?=[A-Z][a-z])")
_ABBREVIATED = re.compile(r"\b(?:[a-z]|mr|dr|ir|st|nr|drs|ing|dhr|art|c\.s|e\.d)$", re.IGNORECASE)
_SPEAKS_OF_IT = re.compile(r"\.\s(?:Deze|De|Die|Ik|Hierbij|In|Op|Met|Bij|Tot|Bijgaand|Hiermee)\s")
_OPENED, _CLOSED = re.compile("[«“„‹]"), re.compile("[»”›]")
_NO_SUBJECT = re.compile(r"^\d{1,3}/\d{1,3}$|\bxx+\b")  # a page number; a place left open in the form
_SUBJECT_LABELS = ("onderwerp", "betreft")
_FIRST_LETTERS = frozenset("oObB")
# What follows upon the subject in a letterhead.
_OTHER_MATTER = re.compile(
    r"(?i:datum\b|pagina\s\d|bezoekadres|kenmerk|https?://|www\.)|Direct(?:ie|oraat)|Afdeling|Postbus|Contactpersoon|Projectnaam|Geachte|\+?\(?0\d\d|\d{4}\s?[A-Z]{2}\s"
    r"|[TFEW]\s"
)


_WITHIN_LINE = re.compile(
    r"\s(?:\d{1,3}/\d{1,3}(?![\d/])|(?:uw|ons)\s{1,3}(?:kenmerk|brief)\b)", re.IGNORECASE
)
_OTHER_LABELS = ("uw", "ons", "bijlage")  # also in spread letters: "U W" / "K E N M E R K"


def read_title(head: Page, after: Sequence[int]) -> str | None:
    """The subject; `after` are the places in the prose where a statement of who asks whom ends.

    A statement that comes to a proper end (`over … (ingezonden …)`, `over … worden beantwoord`) gives it
    best, then one that ends with its sentence. Then the letterhead (`Betreft`, `Onderwerp`), and then
    whatever else follows upon `over`.
    """
    whole = _without_run_on([_after(head.prose, position, _proper_end) for position in after])
    running = (position for position in after if not _in_letterhead(head.prose, position))
    sentences = (_after(head.prose, position, _sentence_end) for position in running)
    cut = (_after(head.prose, position, _any_end) for position in after)
    return next(filter(None, chain(whole, sentences, _of_letterhead(head), cut)), None)


def _in_letterhead(prose: str, position: int) -> bool:
    start = prose.rfind("\n", 0, position) + 1
    return any(label in squeezed(prose[start:position]) for label in (*_SUBJECT_LABELS, "projectnaam"))


def _without_run_on(titles: Sequence[str | None]) -> list[str]:
    """The titles, the first cut where another one that begins alike ends: a letterhead has no full stops."""
    found = [title for title in titles if title]
    alike = [title for title in found if squeezed(found[0]).startswith(squeezed(title))]
    return [min(alike, key=len), *found[1:]] if found else []


def _after(prose: str, position: int, find_end: Callable[[str, int, int], int | None]) -> str | None:
    """What follows upon "over" behind `position`, up to where `find_end` says."""
    rest = prose[position : position + _LONGEST_WAY + _LONGEST_TITLE]  # a slice: "Sportover" begins here
    about = _ABOUT_GLUED.match(rest) or _ABOUT.search(rest, 0, _LONGEST_WAY)
    if about is None:
        return None
    paragraph = rest.find("\n", about.end())
    end = find_end(rest, about.end(), paragraph if paragraph >= 0 else len(rest))
    return _tidy(rest[about.end() : end]) if end is not None else None


def _proper_end(text: str, start: int, end: int) -> int | None:
    sentence = _sentence_end(text, start, end) or end
    # A publication may print a subject of several sentences, a letter goes on to other things.
    proper = handed_in(text, start, end)
    if proper and (sentence >= proper.start() or not _SPEAKS_OF_IT.match(text, sentence)):
        return proper.start()
    proper = _LETTER_GOES_ON.search(text, start, sentence)
    return proper.start() if proper and not _LETTERHEAD.search(text, start, proper.start()) else None


def _sentence_end(text: str, start: int, end: int) -> int | None:
    """Where the sentence ends, quotations with full stops in them left out of account."""
    for stop in _SENTENCE.finditer(text, start, end):
        if _ABBREVIATED.search(text, max(stop.start() - 4, 0), stop.start()):
            continue
        opened, closed = (len(marks.findall(text, start, stop.start())) for marks in (_OPENED, _CLOSED))
        if opened <= closed and text.count('"', start, stop.start()) % 2 == 0:
            return stop.start()
    return None


def _any_end(text: str, start: int, end: int) -> int:
    return _sentence_end(text, start, end) or end


def _of_letterhead(head: Page) -> Iterator[str | None]:
    for i, line in enumerate(head.lines):
        label = _subject_label(line)
        if label is None:
            continue
        rest = _without_label(line, label)
        printed = _WITHIN_LINE.split(prose_of(_until_empty((rest, *head.lines[i + 1 : i + 5]))))[0]
        about = _ABOUT.search(printed)
        printed = printed[about.end() :] if about else _LEAD_IN.sub("", printed)
        yield None if _NO_MORE_THAN_QUESTIONS.fullmatch(printed) else _tidy(printed)


def _subject_label(line: str) -> str | None:
    if line[:1] not in _FIRST_LETTERS:
        return None
    return next((word for word in _SUBJECT_LABELS if squeezed(line[:30]).startswith(word)), None)


def _without_label(line: str, label: str) -> str:
    left = len(label)
    for i, char in enumerate(line):
        if left == 0:
            return line[i:].strip(" :\t")
        left -= not (char.isspace() or char == "-")
    return ""


def _until_empty(lines: tuple[str, ...]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if _NO_SUBJECT.search(line) or (kept and (not line or _is_other_matter(line))):
            break
        kept += [line] if line else []
    return kept


def _is_other_matter(line: str) -> bool:
    return bool(_OTHER_MATTER.match(line)) or squeezed(line[:30]).startswith(_OTHER_LABELS)


def _tidy(title: str) -> str | None:
    bare = " ".join(title.replace("\n", " ").split()).strip(" ,;:")
    bare = bare.removesuffix(".").rstrip() if not bare.endswith("..") else bare
    return bare or None
