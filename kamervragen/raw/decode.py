"""From bytes to text: UTF-8, UTF-16 or Windows-1252, or the reason why it is none of them.

`encoding` is the name under which Python's `open(path, encoding=…, newline="")` gives the same text
again: the byte order mark, where there is one, is the only thing that is dropped.

Nearly any bytes can be read as Windows-1252, so that a text counts as such only when what comes out
looks like Western European prose. What does not: bytes without a meaning in it, text in which more
than a quarter of the characters are letters outside ASCII or more than half are outside ASCII at all
(another alphabet, or compressed data), text in which most of these stand where no one would write them
(DOS and Mac code pages), and text that is UTF-8 but for a few damaged bytes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from kamervragen.raw.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding in which the file holds it (a name that Python's `open` knows)."""

    text: str
    encoding: str


# First bytes of files that people put among texts by mistake. From the formats' own specifications.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstandard"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

_CONTROLS = bytes([*range(9), *range(14, 32), 127])  # all but tab, newlines, form feed
_ASCII = bytes(range(128))
_MOST_CONTROLS = 0.05
_MOST_FOREIGN = 0.5
_MOST_FOREIGN_LETTERS = 0.25
_MOST_MISPLACED = 0.5

# A sequence of bytes that is one character outside ASCII in UTF-8; two of these say more than one odd byte.
_UTF8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")
_FOREIGN_LETTER = re.compile("[À-ÖØ-öø-ÿƒŠšŒœŽžŸ]")
# Inside a word nobody writes a sign other than an apostrophe, a dash, a soft hyphen or a note mark, nor
# a capital with an accent between two small letters.
_MISPLACED = re.compile(
    r"(?<=[A-Za-z])[\x80-\xbf\u0192\u02c6\u02dc\u2020-\u2022\u201a\u201c-\u201e\u2030\u2039\u203a\u2122×÷](?=[a-z])"
    r"|(?<=[a-z])[À-ÖØ-ÞŠŒŽŸ](?=[a-z])"
)
_ALLOWED_IN_WORDS = frozenset("\xa0\xad\xb2\xb3\xb4\xb7\xb9")


def decode(content: bytes) -> Decoded | Refusal:
    """The text in `content`, or why it is set aside."""
    if not content:
        return Refusal("The file is empty.")
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            return Refusal(f"The file is binary ({name}), not text.")
    result = _marked(content) or _utf16_without_mark(content) or _utf8(content) or _windows_1252(content)
    if isinstance(result, Refusal):
        return result
    if result is None or _share_of_controls(result, content) > _MOST_CONTROLS:
        return Refusal("The file is binary, not text.")
    if not result.text.strip():
        return Refusal("The file holds only white space." if result.text else "The file is empty.")
    return result


def _marked(content: bytes) -> Decoded | Refusal | None:
    """The text of a file that begins with a byte order mark; None when it does not."""
    # UTF-32's mark begins with that of UTF-16. A UTF-16 text does not begin with a NUL character.
    if content.startswith(_UTF32_MARKS):
        return Refusal("The text is UTF-32; only UTF-8, UTF-16 and Windows-1252 are read.")
    for mark, encoding, name in _MARKS:
        if content.startswith(mark):
            try:
                return Decoded(content.decode(encoding), encoding)
            except UnicodeDecodeError as error:
                return Refusal(
                    f"The file begins as {name} but is damaged: see the byte at position {error.start}."
                )
    return None


def _utf16_without_mark(content: bytes) -> Decoded | None:
    """UTF-16 that says nothing of itself, when it is certain: every other byte is nearly always NUL."""
    if len(content) < 4 or len(content) % 2:
        return None
    half = len(content) // 2
    even, odd = content[::2].count(0) / half, content[1::2].count(0) / half
    for encoding, zero, other in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zero > 0.7 and other < 0.05:
            try:
                return Decoded(content.decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    return None


def _utf8(content: bytes) -> Decoded | None:
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _windows_1252(content: bytes) -> Decoded | Refusal | None:
    """The text as Windows-1252, None when the file is binary, else why it is not Windows-1252."""
    if len(content) - len(content.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(content):
        return None
    high = len(content.translate(None, _ASCII))
    utf8 = [len(character) for character in _UTF8_CHARACTER.findall(content)]
    if len(utf8) > high - sum(utf8):
        return Refusal(f"The text is UTF-8 with damaged bytes, the first at position {_first_bad(content)}.")
    unknown = "The text is not UTF-8, UTF-16 or Windows-1252"
    try:
        text = content.decode("windows-1252")
    except UnicodeDecodeError as error:
        return Refusal(f"{unknown}: see the byte at position {error.start}.")
    if not _is_prose(text):
        return Refusal(f"{unknown}: read as any of them it is not a Western European text.")
    return Decoded(text, "windows-1252")


def _first_bad(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(content)


def _is_prose(text: str) -> bool:
    printed = sum(map(len, text.split()))
    foreign = len(_OUTSIDE_ASCII.findall(text))
    letters = len(_FOREIGN_LETTER.findall(text))
    misplaced = sum(sign[0] not in _ALLOWED_IN_WORDS for sign in _MISPLACED.finditer(text))
    return (
        foreign <= _MOST_FOREIGN * printed
        and letters <= _MOST_FOREIGN_LETTERS * printed
        and misplaced <= _MOST_MISPLACED * foreign
    )


def _share_of_controls(decoded: Decoded, content: bytes) -> float:
    # In UTF-8 a control character is one byte, and deleting bytes costs a hundredth of deleting characters.
    is_utf8 = decoded.encoding == "utf-8"
    utf8 = content if is_utf8 else decoded.text.encode("utf-8", "surrogatepass")
    controls = len(utf8) - len(utf8.translate(None, _CONTROLS))
    return controls / max(len(decoded.text), 1)
