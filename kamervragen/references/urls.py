"""Web addresses, also without a scheme, and also where extraction broke them over lines.

A broken address is put together again only where that is certain: after `/`, `-` and the like when the
next line goes on like an address, or inside brackets that close behind it.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from kamervragen.references.reading import Reading

LONGEST_PIECE = 2000
MOST_PIECES = 8

_SCHEME = re.compile(r"(?:(https?)\s?:\s?/\s?/\s{0,6}+)?(?=[\w\[])", re.IGNORECASE)
_PIECE = re.compile(rf"[^\s<>\"«»“”„‘\x00-\x1f\x7f|{{}}\\^`]{{1,{LONGEST_PIECE}}}+")
_HOST = re.compile(
    r"(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![\w.])|(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?=\.?(?:$|[/:?#\s),;]))",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[ \t\xa0]{0,4}+[\r\n\x0c][\s]{0,12}+")
_GAP = re.compile(r" (?=\S)")
_GOES_ON = re.compile(r"[a-z0-9%?=&#_~./-][^\s<>«»“”]*+")
_URLISH = re.compile(r"[/=&?%_~#]|\d{3}|\w-\w|\.\w{2,5}\b")
_NOT_MORE = re.compile(r"\d{1,2}(?:[^\w/.%=&?-]|[A-Z]|$)|\d{1,3}/\d{1,3}$|\d{0,2}(?i:https?:|www\.)")
"""What the next line may begin with instead: a note mark, a page number (`7/8`), another address."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}[^\s-]*")
_OPEN_END = "/-=&?_%~#+"
_TRAILING = ".,;:!?'’\"*·…"
_ANOTHER = re.compile(r"(?<=[^/=&?])(?:https?://|(?<=[;,)\]])www\.)", re.IGNORECASE)
"""Where the next address is glued to this one; behind `/` or `=` it is part of it (`?u=https://`)."""

_BRACKET_ON_HOST = re.compile(r"[\w.-]{3,100}\.[a-z]{2,6}(?=[(\[])")
_NEXT_SENTENCE = re.compile(r"[.,;:?!][A-Z][a-z]{0,20}$")
_BRACKET = re.compile(r"[()\[\]]")
_EXTENSION = re.compile(r"(?:pdf|html?|aspx?|php|docx?|xlsx?)\b")
_BARE_HOST = re.compile(r"(?<![\w@./%&=-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,40})\.){1,4}$")
_HOST_REACH = 100
_CLOSERS = {")": "(", "]": "["}


@cache
def top_level_domains() -> frozenset[str]:
    """What addresses end in that are printed without a scheme."""
    lines = files(__package__).joinpath("top_level_domains.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def find_address(reading: Reading, start: int, end: int) -> int:
    """At *http* or *www.*."""
    text = reading.text
    scheme = _SCHEME.match(text, start)
    if scheme is None or (scheme[1] is None and text[start : start + 4].lower() != "www."):
        return 0
    if start and scheme[1] is None and text[start - 1] in "@.-":
        return 0
    return _add(reading, start, scheme.end(), scheme[1])


def find_bare_address(reading: Reading, start: int, end: int) -> int:
    """At a top-level domain and a slash: `nos.nl/artikel/2511721`; the anchor is `.nl/`."""
    low = max(reading.consumed, start - _HOST_REACH)
    host = _BARE_HOST.search(reading.text, low, start + 1)
    if (
        host is None
        or end >= len(reading.text)
        or not (reading.text[end].isalnum() or reading.text[end] in "?#@~_")
    ):
        return 0
    return _add(reading, host.start(), host.start(), None)


def _add(reading: Reading, start: int, position: int, scheme: str | None) -> int:
    pieces, end = _pieces(reading.text, start, position)
    address = "".join(pieces)
    if not _HOST.match(address):
        return 0
    address = f"{(scheme or 'https').lower()}://{address}"
    reading.add("url", start, end, address, address)
    return end


def _pieces(text: str, start: int, position: int) -> tuple[list[str], int]:
    """The parts of the address without the breaks between them, and where it ends."""
    pieces: list[str] = []
    end = position
    bracketed = start > 0 and text[start - 1] in "(["
    opened: list[str] = []
    for _ in range(MOST_PIECES):
        match = _PIECE.match(text, position)
        if match is None:
            break
        length = _own_length(text, match, opened)
        pieces.append(match[0][:length])
        end = position + length
        if length < len(match[0]) or length == LONGEST_PIECE:
            break
        following = _continuation(text, end, "".join(pieces), bracketed)
        if following is None:
            break
        position = following
    last = pieces[-1].rstrip(_TRAILING) if pieces else ""
    if pieces:
        end -= len(pieces[-1]) - len(last)
        pieces[-1] = last
    return pieces, end


def _own_length(text: str, match: re.Match[str], opened: list[str]) -> int:
    """How much of a stretch without white space is the address: not what is glued to it."""
    piece = match[0]
    length = len(piece)
    if _BRACKET.search(piece):
        host = _BRACKET_ON_HOST.match(piece)
        length = host.end() if host else _closing_bracket(piece, opened)
    if "://" in piece or "www." in piece[1:]:
        another = _ANOTHER.search(piece, 1, length)
        length = another.start() if another else length
    if text[match.end() : match.end() + 2].lstrip(" \xa0")[:1].islower():
        sentence = _NEXT_SENTENCE.search(piece, 0, length)
        length = sentence.start() if sentence else length
    return length


def _closing_bracket(piece: str, opened: list[str]) -> int:
    """Where a bracket closes that was not `opened` in the address, else the whole length."""
    for bracket in _BRACKET.finditer(piece):
        character = bracket[0]
        if character in "([":
            opened.append(character)
        elif not opened or opened.pop() != _CLOSERS[character]:
            return bracket.start()
    return len(piece)


def _continuation(text: str, end: int, address: str, bracketed: bool) -> int | None:
    """Where the address goes on behind a break at `end`; None if it does not, or not with certainty."""
    line_break = _BREAK.match(text, end)
    if line_break:
        return _after_line_break(text, line_break.end(), address, bracketed)
    gap = _GAP.match(text, end)
    if gap and address[-1] == "-" and _GOES_ON.match(text, gap.end()):
        return gap.end()
    if gap and "/" in address:
        token = _SLUG.match(text, gap.end())
        closes = token and text[token.end() : token.end() + 2].lstrip()[:1] in {")", "]"}
        if token and address[-1].isalnum() and (closes or token[0].count("-") >= 4):
            return gap.end()
    return None


def _after_line_break(text: str, position: int, address: str, bracketed: bool) -> int | None:
    token = _GOES_ON.match(text, position, min(position + 300, len(text)))
    if token is None or _NOT_MORE.match(token[0]):
        return None
    word = token[0].rstrip(_TRAILING)
    if address[-1] == "-" or (address[-1] == "." and _is_cut_at_dot(address, token[0])):
        return position
    closes = bracketed and ")" in word and "(" not in word
    if address[-1] in _OPEN_END:
        return position if closes or _URLISH.search(word) or _ends_paragraph(text, token.end()) else None
    if text[position] in "/?=&%#_" and len(word) > 1:
        return position
    return position if closes and "/" in address and _URLISH.search(word) else None


def _is_cut_at_dot(address: str, following: str) -> bool:
    """Whether the full stop at the end of the address is part of it: `www.`, `rapport.` before `pdf`."""
    if "/" in address:
        return _EXTENSION.match(following) is not None
    return address[:-1].rpartition(".")[2].lower() not in top_level_domains() and following[0].isalnum()


def _ends_paragraph(text: str, position: int) -> bool:
    """Whether nothing but a line end follows: the lone word on this line is the rest of the address."""
    return not text[position : position + 40].lstrip(" \t\xa0\x0c") or text[position : position + 1] in "\n\r"
