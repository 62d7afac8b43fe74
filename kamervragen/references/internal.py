"""References to questions of the same document: `zie het antwoord op vraag 1`, `de vragen 5 en 8`.

A label (`Vraag 3`, `Antwoord op vraag 4` at the head of a line) is none, and neither is a question of
another document (`vraag 5 van de schriftelijke vragen van het lid ...`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kamervragen.references.notation import DASH, SPACE, stop, word
from kamervragen.references.reading import Reading

HIGHEST_NUMBER = 250
RANGE_CAP = 60
MOST_NUMBERS = 100

NUMBER_WORDS = {
    printed: str(number)
    for number, printed in enumerate(
        (
            *("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
            *("elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien"),
            *("negentien", "twintig"),
        ),
        1,
    )
}
"""Numbers as words; *een* without accents is an article."""

_NUMBER = (
    rf"(\d{{1,3}}[a-z]?(?![\w€%]|[.:]\d|,\d{{1,3}}(?!\d)(?!,\d|,?\s{{0,3}}(?:en|of)\s)|/\d{{1,3}}(?!{stop('.,;:)]?!»')})|\s?[-–]\s?[a-z])"
    rf"|(?:{'|'.join(NUMBER_WORDS)})(?!\w))"
)
_FIRST = re.compile(rf"{SPACE}(?:(?:nrs?\.?|{word('nummer')}s?|#){SPACE})?{_NUMBER}")
_AND = (
    rf"(?:{SPACE}[,;&/+]{SPACE}(?:(?:en|of|alsmede){SPACE}(?:op{SPACE})?)?"
    rf"|{SPACE}(?:en|of|alsmede|evenals|resp\.|respectievelijk){SPACE})"
)
_AGAIN = rf"(?:(?:op{SPACE})?(?:de{SPACE})?(?:vraag|vragen){SPACE})?"
_NEXT = re.compile(rf"{_AND}{_AGAIN}{_NUMBER}")
_THROUGH = re.compile(
    rf"{SPACE}(?:t/m|{DASH}|tot{SPACE}en{SPACE}met|t\.e\.m\.|t\.m\.|tm){SPACE}(?:vraag{SPACE})?{_NUMBER}"
)
_MEASURE = re.compile(
    rf"{SPACE}(?:(?:mil[a-z]{{0,5}}|weken|week|dagen|dag|maanden|maand|jaar|jaren|keer|maal|uur|uren|procent|euro|personen|mensen|leden|"
    rf"vragen|antwoorden|brieven|voor{SPACE}\d|op{SPACE}\d|"
    rf"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b|%)",
    re.IGNORECASE,
)
_AS_IN_A_SENTENCE = re.compile(
    stop(
        ".,;:)(]?!»–",
        "aan|aangaande|aangegeven|al|als|bedoelde?|ben|beschreven|betreft|bevat|bij|blijkt|dan|dat|"
        "de|deze|die|dit|eerder|en|er|ga|gaat|gaf|geef|geeft|gegeven|geldt|gemeld|genoemde?|gesteld|gestelde|gevraagde|hadden?|heb|hebben|heeft|het|"
        "hierboven|hieronder|hierna|hiervoor|ik|in|is|kan|kunt|luidt|met|mij|naar|niet|noemt?|of|om|ook|op|opgemerkt|opgenomen|over|reeds|"
        "staan|staat|stelt|stond|te|toegelicht|tot|u|uiteengezet|uw|van|verder|vermelde?|verwezen|verwijs|verwijst|voor|volgt|vraagt|waar|waarin|"
        "was|we|wel|werd|wij|worden|wordt|zal|zie|zijn|zoals",
    ),
    re.IGNORECASE,
)
"""What can follow the number of a question where the words before it do not settle it (`antwoord 3`)."""

_ELSEWHERE = re.compile(
    rf"[\s,]{{0,6}}+(?:(?:uit|van|bij|in){SPACE}(?:(?:de|het|mijn|uw|onze|deze|een|zijn|haar|die){SPACE})?"
    rf"(?:eerdere|vorige|set|kamervragen|kamervraag|schriftelijke|mondelinge|vragen|vragenset|vragenlijst|verslag|"
    rf"schriftelijk|feitelijke|tweede kamer|kamer\b|commissie|fractie|beantwoording|antwoorden|brief|lid\b|"
    rf"leden\b|nota|aanhangsel|enquête|verzoek|mede)|"
    rf"\(?(?:aanhangsel|ah-tk|kamerstuk|20\d\dZ))",
    re.IGNORECASE,
)
_BEFORE_QUESTION = re.compile(
    rf"(?<![a-z])(?:(?:{word('het')}|{word('de')}|{word('mijn')}|{word('ons')}|{word('onze')}){SPACE})?"
    rf"(?:{word('beantwoording')}|{word('antwoorden')}|{word('antwoord')}){SPACE}"
    rf"(?:(?:op|bij|van|onder|voor|aan){SPACE})?(?:de{SPACE})?$"
)
_BEFORE_ANSWER = re.compile(
    rf"(?:(?:het|de|mijn|ons|onze){SPACE}(?:[a-z]{{3,12}}{SPACE})?)?(?:(?:vragen|vraag){SPACE}(?:en|/){SPACE})?$",
    re.IGNORECASE,
)
_POINTERS = frozenset(
    {
        *(
            "zie",
            "zien",
            "in",
            "bij",
            "op",
            "onder",
            "naar",
            "van",
            "met",
            "de",
            "uit",
            "voor",
            "als",
            "mijn",
        ),
        *("het", "ook", "en", "over", "conform", "ad", "zoals", "deel", "eerste", "tweede"),
    }
)
"""Words behind which a question is pointed to."""

_ANSWER_POINTER = re.compile(
    rf"\b(?:zie|in|bij|naar|mijn|het|de|ook|met|uit|conform|ons|ad){SPACE}(?:(?:de{SPACE})?(?:vragen|vraag){SPACE}(?:en|/){SPACE}|[a-z]{{3,12}}{SPACE})?$",
    re.IGNORECASE,
)
_ANSWER_TO = re.compile(rf"(?:en)?{SPACE}(?:(?:op|bij|onder|van){SPACE})?(?=\w)")
_GLUED_BEFORE = re.compile(
    r"(?<![a-z])(?:op|bij|in|zie|de|van|uit|onder|naar|ook|en|antwoord|antwoorden|antwoordop)$", re.IGNORECASE
)
_NOT_HERE = (
    *("eerdere", "vorige", "toenmalige", "gestelde", "deze", "drie", "twee", "vier", "vijf", "volgende"),
    *("andere", "overige", "aantal"),
)
"""Ends of words behind which no question of this document is meant."""

_FOOT = re.compile(r"\d{4},\s{1,3}$")
"""Before *Vragen* at the foot of a page: `vergaderjaar 2024–2025, Vragen 1`."""

_ENDS_SENTENCE = ".?!):;»]"
_REACH = 60


class Numbers(NamedTuple):
    """Question numbers as printed at a place, ranges written out; `in_words`: the first is no figure."""

    values: list[str]
    end: int
    in_words: bool


def find_question(reading: Reading, start: int, end: int) -> int:
    """At *vraag* or *vragen* (`start`..`end`)."""
    text = reading.text
    if text[start].isupper() and (
        _at_line_start(text, start, reading.consumed) or _FOOT.search(text, max(start - 8, 0), start)
    ):
        return 0
    before = text[max(reading.consumed, start - _REACH) : start]
    begin = start - _lead(before)
    if _is_label(text, begin, start, reading.consumed) or _inside_word(before):
        return 0
    numbers = read_question_numbers(text, end)
    if numbers is None or _elsewhere(text, before, numbers.end):
        return 0
    if numbers.in_words or (len(numbers.values) == 1 and text[end - 1] == "n"):
        if text[end].isdigit() or not (begin < start or _points(before)):
            return 0
        if numbers.in_words and not _AS_IN_A_SENTENCE.match(text, numbers.end):
            return 0
    return _add(reading, begin, numbers)


def find_answer(reading: Reading, start: int, end: int) -> int:
    """At *antwoord(en)* directly before a number: `zie antwoord 3`, `zie het antwoord onder 3`."""
    text = reading.text
    if text[start].isupper() and _at_line_start(text, start, reading.consumed):
        return 0
    to = _ANSWER_TO.match(text, end)
    numbers = read_question_numbers(text, to.end()) if to else None
    if numbers is None or _elsewhere(text, text[max(0, start - 16) : start], numbers.end):
        return 0
    if not _AS_IN_A_SENTENCE.match(text, numbers.end):
        return 0
    low = max(reading.consumed, start - 30)
    if _ANSWER_POINTER.search(text, low, start) is None:
        return 0
    lead = _BEFORE_ANSWER.search(text, low, start)
    return _add(reading, lead.start() if lead else start, numbers)


def read_question_numbers(text: str, position: int) -> Numbers | None:
    """The question numbers printed at `position`."""
    first = _FIRST.match(text, position)
    if first is None or not _is_question_number(first[1]):
        return None
    numbers, end = [_in_figures(first[1])], first.end(1)
    if text[end : end + 1] in _ENDS_SENTENCE:  # at the end of the text too
        return Numbers(numbers, end, in_words=first[1].isalpha())
    while len(numbers) < MOST_NUMBERS:
        through = _THROUGH.match(text, end)
        if through and _extend(numbers, _in_figures(through[1])):
            end = through.end(1)
            continue
        following = _NEXT.match(text, end)
        if following is None or not _goes_on(text, following):
            break
        numbers.append(_in_figures(following[1]))
        end = following.end(1)
    return None if _MEASURE.match(text, end) else Numbers(numbers, end, in_words=first[1].isalpha())


def _goes_on(text: str, following: re.Match[str]) -> bool:
    """Whether a further number is one of a question, and not `vraag 3 en 4 weken later`."""
    if not _is_question_number(following[1]) or _MEASURE.match(text, following.end(1)):
        return False
    return not following[1].isalpha() or _AS_IN_A_SENTENCE.match(text, following.end(1)) is not None


def _in_figures(printed: str) -> str:
    return NUMBER_WORDS.get(printed, printed)


def _is_question_number(printed: str) -> bool:
    if printed.isalpha():
        return True
    return printed[0] != "0" and int(printed.rstrip("abcdefghijklmnopqrstuvwxyz")) <= HIGHEST_NUMBER


def _extend(numbers: list[str], last: str) -> bool:
    """Write out the range from the last number to `last`, if it is one."""
    first = numbers[-1]
    if not (first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= RANGE_CAP):
        return False
    numbers += [str(n) for n in range(int(first) + 1, int(last) + 1)]
    return True


def _elsewhere(text: str, before: str, stop: int) -> bool:
    """Whether the question belongs to another document, or the words mean something else."""
    return _last_word(before).endswith(_NOT_HERE) or _ELSEWHERE.match(text, stop) is not None


def _last_word(before: str) -> str:
    words = before.rsplit(None, 1)
    return words[-1].lower() if words else ""


def _lead(before: str) -> int:
    """The length of `het antwoord op` and the like at the end of `before`."""
    answer = before.rfind("woor")
    lead = _BEFORE_QUESTION.search(before, max(answer - 12, 0)) if answer >= 0 else None
    return len(before) - lead.start() if lead else 0


def _is_label(text: str, begin: int, start: int, consumed: int) -> bool:
    """Whether this is the label of a question or answer and no sentence.

    A label has a capital and stands at the head of a line; a capital in a sentence needs a pointer
    before it.
    """
    if not text[begin].isupper():
        return False
    if text[begin] in "HDMO" and text[begin + 1].islower() and begin < start and not text[start].isupper():
        return False  # "Het antwoord op vraag 2 heeft ...", "De antwoorden op vraag 3 en 4"
    return _at_line_start(text, begin, consumed) or not _points(text[max(consumed, begin - 12) : begin])


def _at_line_start(text: str, position: int, consumed: int) -> bool:
    before = text[max(consumed, position - 12) : position].rstrip(" \t\xa0")
    return not before or before[-1] in "\n\x0c\r"


def _inside_word(before: str) -> bool:
    """Whether this is the end of another word (`aanvraag 3`) and not glued to a preposition (`opvraag 3`)."""
    return before[-1:].isalpha() and _GLUED_BEFORE.search(before[-14:]) is None


def _points(before: str) -> bool:
    return _last_word(before).lstrip("(«") in _POINTERS or before.rstrip().endswith(("(", ",", "–", "-"))


def _add(reading: Reading, start: int, numbers: Numbers) -> int:
    target = ";".join(dict.fromkeys(numbers.values))
    reading.add("internal", start, numbers.end, target, None, number=target)
    return numbers.end
