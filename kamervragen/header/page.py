"""A tidy copy of the part of a text that a header is read from: its lines, and the same as running prose.

The copy is only looked at; nothing refers back to it by offset. White space is folded, marks of markdown
are taken out, words split at a line end are joined, and a small word that lost the space before a capital
gets it back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kamervragen.view import View

_ODD_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v\f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SOFT_HYPHEN_END = re.compile(r"\u00ad[^\S\n]{0,3}(?=\n)")
_OTHER_HYPHENS = re.compile("[\u2010\u2011]")
_LINE_END = re.compile(r"\r\n?|\u2028|\u2029|\x85")
_SPACES = re.compile(r" {2,}")
_MASTHEAD = "tweedekamerderstatengeneraal"
_MID_SENTENCE = re.compile(r"\b(?:aan|de|den|der|en|het|in|met|op|over|van|voor)$")
DASHES = "-–—"
# A space that some extractors see between a wide capital and its word: "V ragen", "T weede Kamer".
_LONE_CAPITAL = re.compile(
    r"(?<![\w’'])([TVWY]) (?!(?:aan|de|der|door|en|het|in|is|of|op|te|tot|van|voor|met)\b)(?=[a-zà-ÿ]{2})"
)

# Small words of headers that lose the space behind them: "het lidJansen", "deStaatssecretaris".
_GLUED = re.compile(
    r"(?<![^\W\d_])([Vv]ragen|[Ll]id|[Ll]eden|aan|alsmede|de|den|der|en|het|mede|namens|van|voor"
    r"|[Mm]inisters?|[Ss]taatssecretaris(?:sen)?)(?=[A-ZÀ-Þ][a-zß-ÿ’'.-])"
    r"|(?<![^\W\d_])(de|en)(?=minister|staatssecretaris)"
)
# What scanners take letters for, and the words of headers that are mended where they took them so.
_TAKEN_FOR = {
    "a": "[ao]", "c": "[ce]", "d": "(?:d|cl)", "e": "[eécè]", "g": "[gq]", "h": "[hb]", "i": "[il1I|]",
    "l": "[lI1i|]", "m": "(?:m|rn)", "n": "(?:n|ri)", "o": "[o0a]", "s": "[s5]", "t": "[tf]", "u": "(?:u|ii)",
    "v": "[vy]",
}  # fmt: skip
_FIXED_WORDS = (
    "antwoord", "antwoorden", "ingezonden", "leden", "mededeling", "minister", "ministers", "namens",
    "ontvangen", "staatssecretaris", "vragen",
)  # fmt: skip
_SMALL_WORDS = {"aari": "aan", "cn": "en", "dc": "de", "eri": "en", "hct": "het", "vari": "van", "yan": "van"}
_MISREAD = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{word}>{''.join(_TAKEN_FOR.get(char, char) for char in word)})" for word in _FIXED_WORDS)
    + f"|(?P<small>(?-i:{'|'.join(_SMALL_WORDS)})))(?!\\w)",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"\*\*|__|\||^(?:#{1,6}|>) ", re.MULTILINE)

# The hyphen is the name's own in GroenLinks-/PvdA and in Maas-/van der Berg.
_HYPHEN_END = re.compile(
    r"(?<=\w)-\n(?=[A-Z])|(?<=\w)\n-(?=[A-Z])"
    r"|(?<=\b[A-ZÀ-Þ])([\w’]{1,30})-\n(?=(?:van|der?|den|ter|ten)\s)"
)
_SPLIT_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_A-Z])(?!(?:en|of|alsmede)\b)")

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
_LOOSE_ACCENT = re.compile(rf"([^\W\d_]) ?([{''.join(_ACCENTS)}])")


@dataclass(frozen=True, slots=True)
class Page:
    """`lines` are the printed lines, stripped (empty ones too); `prose` has one line per paragraph."""

    lines: tuple[str, ...]
    prose: str


def page_of(text: str, start: int, end: int, notes: Sequence[tuple[int, int]] = ()) -> Page:
    """The tidy copy of `text[start:end]`, without the `notes` ranges."""
    # Notes that lie elsewhere would make every page cost as much as the whole document.
    inside = [note for note in notes if note[0] < end and note[1] > start]
    seen = View.of(text, inside, max(start, 0), min(max(start, end), len(text))).text
    seen = _SOFT_HYPHEN_END.sub("-", _OTHER_HYPHENS.sub("-", _LINE_END.sub("\n", seen)))
    seen = unicodedata.normalize("NFC", _INVISIBLE.sub("", seen))
    seen = _LONE_CAPITAL.sub(r"\1", _ODD_SPACES.sub(" ", _MARKDOWN.sub(" ", seen)))
    seen = _GLUED.sub(r"\1\2 ", seen)
    seen = _MISREAD.sub(_mended, seen)
    lines = _single_spaced([_SPACES.sub(" ", line).strip() for line in seen.split("\n")])
    return Page(lines, prose_of(lines))


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
    if not is_page and not any(_runs_across(line, next_) for line, next_ in pairwise(printed)):
        return tuple(lines)
    kept = [line for before, line in pairwise(["", *lines]) if line or not before]
    return tuple(kept)


def _goes_on(line: str, following: str) -> bool:
    return (line[-1].isalnum() or line[-1] in "-–") and following[0].islower()


def _runs_across(line: str, following: str) -> bool:
    return _goes_on(line, following) or _MID_SENTENCE.search(line) is not None


def with_accents(word: str) -> str:
    """`word` with loose accents put on their letters: `Kostic ´` is `Kostić`."""
    return _LOOSE_ACCENT.sub(_composed, word)


def squeezed(text: str) -> str:
    """`text` in small letters without spaces and dashes: what a line end cannot change."""
    return _tight(text).lower()


def respaced(printed: str, model: str) -> str:
    """`printed` with the spaces and hyphens of `model`, if they differ only in those and capitals."""
    if squeezed(printed) != squeezed(model):
        return printed
    letters = iter(_tight(printed))
    return "".join(char if char == " " or char in DASHES else next(letters, "") for char in model)


def _tight(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in DASHES)


def _joined(lines: Sequence[str]) -> str:
    paragraph = _SPLIT_WORD.sub("", _HYPHEN_END.sub(r"\1-", "\n".join(lines)))
    return paragraph.replace("\n", " ")


def _mended(match: re.Match[str]) -> str:
    word = _SMALL_WORDS[match[0]] if match.lastgroup == "small" else str(match.lastgroup)
    if match[0].lower() == word:
        return match[0]
    return word.capitalize() if match[0][0].isupper() and word[0] not in "li" else word


def _composed(match: re.Match[str]) -> str:
    letter = unicodedata.normalize("NFC", match[1] + _ACCENTS[match[2]])
    return letter if len(letter) == 1 else match[0]
