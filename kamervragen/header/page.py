"""A tidy copy of the part of a text that a header is read from: its lines, and the same as running prose.

The copy is only looked at; nothing refers back to it by offset. White space is folded, marks of markdown
are taken out, words split at a line end are joined, and a small word that lost the space before a capital
gets it back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from kamervragen.view import View

_LINE_END = re.compile(r"\r\n?|\u2028|\u2029|\x85")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SOFT_HYPHEN_END = re.compile(r"\u00ad[^\S\n]{0,3}(?=\n)")
_OTHER_HYPHENS = re.compile("[\u2010\u2011]")
_ODD_CHARACTERS = re.compile("[\r\u2028\u2029\x85\u00ad\u200b-\u200f\u2060\ufeff\u2010\u2011]")
_MARKDOWN = re.compile(r"\*\*|__|\||^(?:#{1,6}|>) ", re.MULTILINE)
_MASTHEAD = "tweedekamerderstatengeneraal"
_MID_SENTENCE = frozenset({"aan", "de", "den", "der", "en", "het", "in", "met", "op", "over", "van", "voor"})
_SIGNS = re.compile(
    r"(?:de\s)?(?:minister|staatssecretaris)|(?:drs|dr|mr|ir|ing|prof|mw|mevr)\b", re.IGNORECASE
)
DASHES = "-–—"
# A space that some extractors see between a wide capital and its word: "V ragen", "T weede Kamer".
_LONE_CAPITAL = re.compile(
    r"([TVWY])(?<![\w’'&].) (?!(?:aan|als|bij|dat|de|der|die|door|en|heeft|het|in|inzake|is|mede|met|naar"
    r"|namens|of|om|op|over|te|tot|uit|van|voor|was|wordt)\b)(?=[a-zà-ÿ]{2})"
)

# Small words of headers that lose the space behind them: "het lidJansen", "deStaatssecretaris".
_LOSE_A_SPACE = frozenset(
    {
        "Vragen",
        "vragen",
        "Lid",
        "lid",
        "Leden",
        "leden",
        "aan",
        "alsmede",
        "de",
        "den",
        "der",
        "en",
        "het",
        "mede",
    }
    | {"namens", "van", "voor", "Minister", "minister", "Ministers", "ministers", "Staatssecretaris"}
    | {"staatssecretaris", "Staatssecretarissen", "staatssecretarissen"}
)
_CAPITAL_INSIDE = re.compile(r"[A-ZÀ-Þ](?<=[a-z].)(?=[a-zß-ÿ’'.-])")
_GLUED_OFFICE = re.compile(r"(?<![^\W\d_])(de|en)(?=minister|staatssecretaris)")
_LONGEST_OF_THEM = 19

# What scanners take letters for, and the words of headers that are mended where they took them so.
_TAKEN_FOR = (("rn", "m"), ("cl", "d"), ("ri", "n"), ("ii", "u"))
_LOOK_ALIKE = str.maketrans("a0céèq1lbf5y", "ooeeegiihtsv")
_FIXED_WORDS = (
    "antwoord", "antwoorden", "ingezonden", "leden", "mededeling", "minister", "ministers", "namens",
    "ontvangen", "staatssecretaris", "vragen",
)  # fmt: skip
_SMALL_WORDS = {"aari": "aan", "cn": "en", "dc": "de", "eri": "en", "hct": "het", "vari": "van", "yan": "van"}
_WORD = re.compile(r"\w+")

# The hyphen is the name's own in GroenLinks-/PvdA and in Maas-/van der Berg.
_HYPHEN_AT_END = re.compile(r"-\n|\n-")
_PARTICLE = re.compile(r"(?:van|der?|den|ter|ten)\s")
_CAPITALISED_BEFORE = re.compile(r"\b[A-ZÀ-Þ][\w’]{1,30}$")
_NO_REST_OF_A_WORD = re.compile(r"(?:en|of|alsmede)\b")

_SENTENCE_END = re.compile(r"[.?!]\s(?=[A-Z])|\n")

# The free-standing accents that PDF extractors print after the letter they belong on.
_ACCENTS = {
    "\u00b4": "\u0301",
    "\u00b8": "\u0327",
    "\u00a8": "\u0308",
    "\u02c7": "\u030c",
    "\u02d8": "\u0306",
    "\u02dc": "\u0303",
    "\u02da": "\u030a",
}
_ANY_ACCENT = "".join(_ACCENTS)
# Behind a capital it may stand alone, "C ¸ akir"; before a t it is an apostrophe, "Van ´t Hof".
_LOOSE_ACCENT = re.compile(
    rf"(?:(?P<letter>[A-ZÀ-Þ]) ?(?P<accent>[{_ANY_ACCENT}]) (?=[a-zß-ÿ])"
    rf"|(?P<any>[^\W\d_]) ?(?P<after>[{_ANY_ACCENT}])(?![ts]\b))"
)


class Page:
    """A tidy copy of a stretch of text without its notes, made when it is first looked at."""

    def __init__(self, text: str, start: int, end: int, notes: Sequence[tuple[int, int]]) -> None:
        """The page of `text[start:end]`."""
        self._stretch = (text, max(start, 0), min(max(start, end), len(text)), notes)

    @cached_property
    def raw(self) -> str:
        """The stretch as it is, but for its notes."""
        text, start, end, notes = self._stretch
        # Notes that lie elsewhere would make every page cost as much as the whole document.
        inside = [note for note in notes if note[0] < end and note[1] > start]
        return View.of(text, inside, start, end).text if inside else text[start:end]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The printed lines, stripped (empty ones too)."""
        return _single_spaced(_tidied(self.raw).split("\n"))

    @cached_property
    def prose(self) -> str:
        """The same with one line per paragraph."""
        return prose_of(self.lines)

    def mentions(self, word: str) -> bool:
        """Whether a word of small letters is printed, but for its first letter, which may be a capital."""
        return word[1:] in self.raw or word.upper() in self.raw


def page_of(text: str, start: int, end: int, notes: Sequence[tuple[int, int]] = ()) -> Page:
    """The tidy copy of `text[start:end]`, without the `notes` ranges."""
    return Page(text, start, end, notes)


def _tidied(seen: str) -> str:
    if _ODD_CHARACTERS.search(seen):
        seen = _SOFT_HYPHEN_END.sub("-", _OTHER_HYPHENS.sub("-", _LINE_END.sub("\n", seen)))
        seen = _INVISIBLE.sub("", seen)
    seen = unicodedata.normalize("NFC", seen)
    if "**" in seen or "__" in seen or "|" in seen or "\n#" in seen or "\n>" in seen or seen[:1] in "#>":
        seen = _MARKDOWN.sub(" ", seen)
    seen = "\n".join([" ".join(line.split()) for line in seen.split("\n")])
    return _mended(_unglued(_LONE_CAPITAL.sub(r"\1", seen)))


def _unglued(text: str) -> str:
    """`text` with the spaces that small words lost behind them."""
    text = _CAPITAL_INSIDE.sub(_with_space, text)
    if any(office in text for office in ("eminister", "nminister", "estaats", "nstaats")):
        text = _GLUED_OFFICE.sub(r"\1 ", text)
    return text


def _with_space(capital: re.Match[str]) -> str:
    end = capital.start()
    before = capital.string[max(end - _LONGEST_OF_THEM - 1, 0) : end]
    start = len(before)
    while start and before[start - 1].isalpha():
        start -= 1
    return " " + capital[0] if before[start:] in _LOSE_A_SPACE else capital[0]


def _mended(text: str) -> str:
    """`text` with the words mended that a scanner misread: `vragcn` is `vragen`."""
    if not any(map(_misread, set(text.split()))):
        return text
    return _WORD.sub(lambda match: _meant(match[0]) or match[0], text)


@lru_cache(maxsize=1 << 14)
def _misread(printed: str) -> bool:
    """Whether one of the words between two spaces is to be mended; the same ones stand in all headers."""
    return any(map(_meant, _WORD.findall(printed)))


@lru_cache(maxsize=1 << 14)
def _meant(printed: str) -> str | None:
    """The word of a header that `printed` was before it was scanned; None if it is none, or printed well."""
    if printed in _SMALL_WORDS:
        return _SMALL_WORDS[printed]
    word = _READ_AS.get(_as_read(printed))
    if word is None or printed.lower() == word:
        return None
    return word.capitalize() if printed[0].isupper() and word[0] not in "li" else word


def _as_read(word: str) -> str:
    """What is left of a word when letters that look alike are one."""
    word = word.lower()
    for pair, letter in _TAKEN_FOR:
        word = word.replace(pair, letter)
    return word.translate(_LOOK_ALIKE)


_READ_AS = {_as_read(word): word for word in _FIXED_WORDS}


def prose_of(lines: Sequence[str]) -> str:
    """Lines as paragraphs: an empty line ends one unless the sentence goes on; other line ends are spaces."""
    paragraphs: list[list[str]] = []
    after_empty = True
    for line in lines:
        if line and after_empty and not (paragraphs and _goes_on(paragraphs[-1][-1], line)):
            paragraphs.append([])
        if line:
            paragraphs[-1].append(line)
        after_empty = not line
    return "\n".join(_joined(lines) for lines in paragraphs)


def _single_spaced(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines without the empty one that some extractors put after every line.

    That is what happened where no two lines adjoin although sentences run across the empty ones, or
    although it is a printed page.
    """
    if any(line and following for line, following in pairwise(lines)):
        return tuple(lines)
    printed = [line for line in lines if line]
    is_page = bool(printed) and squeezed(printed[0]).startswith(_MASTHEAD)
    across = sum(_runs_across(line, following) for line, following in pairwise(printed))
    if not is_page and 4 * across < max(len(printed) - 1, 1):
        return tuple(lines)
    kept = [line for before, line in pairwise(["", *lines]) if line or not before]
    return tuple(kept)


def _goes_on(line: str, following: str) -> bool:
    return (line[-1].isalnum() or line[-1] in "-–") and following[0].islower()


def _runs_across(line: str, following: str) -> bool:
    if _SIGNS.match(following):  # "Hoogachtend" / "de minister van X" / "drs. A. Smit"
        return False
    return _goes_on(line, following) or line.rsplit(" ", 1)[-1] in _MID_SENTENCE


def sentence_before(prose: str, position: int, most: int = 200) -> str:
    """What stands before `position` in its sentence, so many characters of it at most."""
    before = prose[max(position - most, 0) : position]
    start = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
    return before[start:]


def with_accents(word: str) -> str:
    """`word` with loose accents put on their letters: `Kostic ´` is `Kostić`."""
    return word if word.isascii() else _LOOSE_ACCENT.sub(_composed, word)


def squeezed(text: str) -> str:
    """`text` in small letters without spaces and dashes: what a line end cannot change."""
    return _tight(text).lower()


def respaced(printed: str, model: str) -> str:
    """`printed` with the spaces and hyphens of `model`, if they differ only in those and capitals."""
    if printed == model or squeezed(printed) != squeezed(model):
        return printed
    letters = iter(_tight(printed))
    return "".join(char if char == " " or char in DASHES else next(letters, "") for char in model)


def _tight(text: str) -> str:
    return "".join(text.split()).replace("-", "").replace("–", "").replace("—", "")


def _joined(lines: Sequence[str]) -> str:
    paragraph = "\n".join(lines)
    if "-\n" in paragraph or "\n-" in paragraph:
        paragraph = _HYPHEN_AT_END.sub(_without_line_end, paragraph)
    return paragraph.replace("\n", " ")


def _without_line_end(match: re.Match[str]) -> str:
    """A hyphen beside a line end: the name's own, or where a word was split, or something else."""
    text, before, after = match.string, match.string[max(match.start() - 40, 0) : match.start()], match.end()
    if not before or not after < len(text):
        return match[0]
    capital = "A" <= text[after] <= "Z"
    if capital and (before[-1].isalnum() or before[-1] == "_"):
        return "-"
    if match[0] == "\n-" or not before[-1].isalpha():
        return match[0]
    if _PARTICLE.match(text, after) and _CAPITALISED_BEFORE.search(before):
        return "-"
    splits = text[after].isalpha() and not capital and not _NO_REST_OF_A_WORD.match(text, after)
    return "" if splits else match[0]


def _composed(match: re.Match[str]) -> str:
    bare, accent = (match["letter"], match["accent"]) if match["letter"] else (match["any"], match["after"])
    letter = unicodedata.normalize("NFC", bare + _ACCENTS[accent])
    return letter if len(letter) == 1 else match[0]
