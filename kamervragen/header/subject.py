"""The subject of a document: what stands after `over` in its header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from kamervragen.header.page import Page, squeezed

_LONGEST_WAY = 300  # from the people in a statement to "over"
_LONGEST_TITLE = 1000

_ABOUT = re.compile(
    r"(?<![^\W\d_])(?:over(?=[\s«‘“\"'„]|het\b|de\b|een\b)|inzake\b|omtrent\b|betreffende\b|aangaande\b)\s{0,3}",
    re.IGNORECASE,
)
# How a statement of questions ends: in publications, and else in letters.
_HANDED_IN = re.compile(r"\s{0,3}\(\s{0,3}ingezonden(?![a-z])", re.IGNORECASE)
_LETTER_GOES_ON = re.compile(
    r"\s{0,3}(?:\(\s{0,3}(?:vraagnummer\s{0,3})?\d{4}\s?Z\s?\d{5}"
    r"|,?\s(?:die\s)?(?:worden|zijn)\s(?:hierbij\s)?beantwoord\b"
    r"|,?\s(?:kunnen|zullen|konden)\s[^.\n]{0,120}\b(?:beantwoord|beantwoorden)\b"
    r"|,?\sniet\s(?:binnen|tijdig)\s[^.\n]{0,120}\b(?:beantwoord|beantwoorden)\b"
    r"|,?\s(?:die\s(?:zijn|werden)\s)?(?:op\s[^.\n]{6,20}\s)?ingezonden\b"
    r"|,\s(?:met\s)?(?:als\s)?(?:kenmerk|vraagnummer)\b"
    r"|\.\s(?-i:(?=(?:Deze|De|Ik|Hierbij|In|Op|Met)\s))"
    r"|\s(?:Antwoord|Mededeling)\svan\b)",
    re.IGNORECASE,
)
# "Beantwoording vragen Tweede Kamer bij …": what a letterhead says before the subject, where it lacks "over".
_LEAD_IN = re.compile(
    r"(?:(?:beantwoording|antwoord(?:en)?)\s(?:van\s|op\s)?)(?:de\s)?(?:schriftelijke\s)?(?:kamer)?vragen\s"
    r"(?:van\s(?:de\s)?)?(?:tweede\skamer\s)?(?:bij\s)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\.\s?(?=[A-Z][a-z])")
_NO_SUBJECT = re.compile(r"^\d{1,3}/\d{1,3}$|\bxx+\b")  # a page number; a place left open in the form
_SUBJECT_LABELS = ("onderwerp", "betreft")


def read_title(head: Page, after: Sequence[int]) -> str | None:
    """The subject; `after` are the places in the prose where a statement of who asks whom ends.

    A statement that comes to a proper end (`over … (ingezonden …)`, `over … worden beantwoord`) gives it
    best. Then the letterhead (`Betreft`, `Onderwerp`), and then whatever else follows upon `over`.
    """
    whole = _without_run_on([_after(head.prose, position) for position in after])
    cut = (_after(head.prose, position, to_paragraph=True) for position in after)
    return next(filter(None, chain(whole, _of_letterhead(head), cut)), None)


def _without_run_on(titles: Sequence[str | None]) -> list[str]:
    """The titles, the first cut where another one that begins alike ends: a letterhead has no full stops."""
    found = [title for title in titles if title]
    alike = [title for title in found if squeezed(found[0]).startswith(squeezed(title))]
    return [min(alike, key=len), *found[1:]] if found else []


def _after(prose: str, position: int, *, to_paragraph: bool = False) -> str | None:
    rest = prose[position : position + _LONGEST_WAY + _LONGEST_TITLE]  # a slice: "Sportover" begins here
    about = _ABOUT.search(rest, 0, _LONGEST_WAY)
    if about is None:
        return None
    start = about.end()
    paragraph = rest.find("\n", start)
    end = paragraph if paragraph >= 0 else len(rest)
    if to_paragraph:
        sentence = _SENTENCE.search(rest, start, end)
        end = sentence.start() if sentence else end
    else:
        proper = _HANDED_IN.search(rest, start, end) or _LETTER_GOES_ON.search(rest, start, end)
        if proper is None:
            return None
        end = proper.start()
    return _tidy(rest[start:end])


def _of_letterhead(head: Page) -> Iterator[str | None]:
    for i, line in enumerate(head.lines):
        label = next((word for word in _SUBJECT_LABELS if squeezed(line).startswith(word)), None)
        if label is None:
            continue
        rest = _without_label(line, label)
        following = [*_until_empty(head.lines[i + 1 : i + 5])]
        printed = " ".join([rest, *following] if rest else following)
        about = _ABOUT.search(printed)
        yield _tidy(printed[about.end() :] if about else _LEAD_IN.sub("", printed))


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
        if not line and kept:
            break
        if any(
            squeezed(line).startswith(word) for word in ("uwkenmerk", "onskenmerk", "bijlage", "uw", "ons")
        ):
            break
        if _NO_SUBJECT.search(line):
            break
        kept += [line] if line else []
    return kept


def _tidy(title: str) -> str | None:
    bare = " ".join(title.replace("\n", " ").split()).strip(" ,;:")
    bare = bare.removesuffix(".").rstrip() if not bare.endswith("..") else bare
    return bare or None
