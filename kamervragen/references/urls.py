"""Web addresses, also without a scheme, and also where extraction broke them over lines.

A broken address is put together again only where that is certain: after `/`, `-` and the like when the
next line goes on like an address, or inside brackets that close behind it.
"""

from __future__ import annotations

import re

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
TOP_LEVEL = frozenset(
    (
        *(
            "nl",
            "amsterdam",
            "frl",
            "aw",
            "cw",
            "sx",
            "sr",
            "eu",
            "be",
            "de",
            "fr",
            "uk",
            "ie",
            "lu",
            "es",
            "pt",
        ),
        *(
            "it",
            "ch",
            "at",
            "dk",
            "se",
            "no",
            "fi",
            "pl",
            "us",
            "ca",
            "com",
            "org",
            "net",
            "int",
            "info",
            "edu",
        ),
        *(
            "gov",
            "mil",
            "io",
            "tv",
            "nu",
            "me",
            "co",
            "news",
            "media",
            "app",
            "online",
            "site",
            "biz",
            "ly",
            "gl",
        ),
        *("link", "page", "world", "earth", "eco", "tech", "digital", "cloud", "dev", "ai", "blog", "events"),
    )
)
"""What addresses end in that are printed without a scheme."""

_BARE_HOST = re.compile(r"(?<![\w@./%&=-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,40})\.){1,4}$")
_HOST_REACH = 100
_CLOSERS = {")": "(", "]": "["}


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
    depth = _Brackets()
    for _ in range(MOST_PIECES):
        match = _PIECE.match(text, position)
        if match is None:
            break
        piece, closed = depth.cut(match[0])
        piece, cut = _without_next(text, position, piece)
        closed = closed or cut
        pieces.append(piece)
        end = position + len(piece)
        if closed or len(piece) == LONGEST_PIECE:
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


def _without_next(text: str, position: int, piece: str) -> tuple[str, bool]:
    """The piece without what is glued to it, and whether there was something: an address, a sentence."""
    host = _BRACKET_ON_HOST.match(piece)
    if host:
        return host[0], True
    another = _ANOTHER.search(piece, 1)
    if another:
        return piece[: another.start()], True
    sentence = _NEXT_SENTENCE.search(piece)
    if sentence and text[position + len(piece) : position + len(piece) + 2].lstrip(" \xa0")[:1].islower():
        return piece[: sentence.start()], True
    return piece, False


class _Brackets:
    """Brackets opened inside the address so far: a closing one too many ends it."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def cut(self, piece: str) -> tuple[str, bool]:
        """The piece up to a closing bracket that was not opened in the address, and whether there was one."""
        for bracket in _BRACKET.finditer(piece):
            character = bracket[0]
            if character in "([":
                self._open.append(character)
            elif not self._open or self._open.pop() != _CLOSERS[character]:
                return piece[: bracket.start()], True
        return piece, False


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
    return address[:-1].rpartition(".")[2].lower() not in TOP_LEVEL and following[0].isalnum()


def _ends_paragraph(text: str, position: int) -> bool:
    """Whether nothing but a line end follows: the lone word on this line is the rest of the address."""
    return not text[position : position + 40].lstrip(" \t\xa0\x0c") or text[position : position + 1] in "\n\r"
