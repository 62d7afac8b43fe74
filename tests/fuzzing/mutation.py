"""Damaged samples: the same seed gives the same input."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

from tests.conftest import ROOT

# A document in the wild is some ten kilobytes; now and then one is very long.
MOST_BYTES = 60_000
_HUGE = 400_000
_HUGE_SHARE = 0.004

# What text extractors, word processors and attackers leave in a text.
_TOKENS = tuple(
    part
    for line in (
        # signs that are no letters, and letters that are not what they seem
        "\0 | \x1b[2J\x1b]0;titel\x07 | \x9b31m | \x0c | \x0b | \x85 | \u2028 | \u2029 | \r | \n\n\n | \t",
        "\u00ad | \u200b | \u00a0 | \u202e | \u2066 | \ufeff | \ufffd | \ufffe | e\u0301\u0301\u0301",
        "😀 | 𝟏𝟐 | ٣ | Ⅳ",
        # what a document is divided by
        "Vraag 1 | Vraag 99999999999999999999 | Vraag 0 | Vraag -1",
        "Antwoord 1 | Antwoord op vraag 2 t/m 999999",
        "1. | 1) | a. | (1) | [1] | ¹ | • | Vraag 1 en 1 en 1 | Toelichting: | Bijlage | 2 van 9",
        "AH 0 | ah-tk-20242025-594 | kv-tk-../../etc/passwd | 2025Z00000 | 31 februari 2025 | 0 januari 0000",
        # what is looked for in it
        "Kamerstuk 99999999, nr. 99999999999999999999",
        "Kamerstukken II 2019/20, 1, nr. 1-99999999 | artikel 1a–9z",
        "€ 1.000.000.000.000.000.000.000.000 | € 0,0000000001 miljard | € -1 | tussen € 9 en € 1",
        "€ 1e999 | miljoen",
        "https://voorbeeld.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        # what others may run
        "=cmd|' /C calc'!A1 | +1 | @SUM(A1) | <script>alert(1)</script> | ]]> | &#0; | {{7*7}}",
        "%s%n | ../../x",
        "\" | '' | \u201c | ((((((((( | ))))))))) | [[[[ | ||||| | ----- | ..... | :::::",
    )
    for part in line.split(" | ")
)
_BYTES = (b"\xed\xa0\x80", b"\xc0\xaf", b"\xf8\x88\x80\x80", b"\xff\xfe", b"\xfe\xff", b"\x81", b"\0" * 8)
_ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp1252", "cp850", "cp500")
_LINE_ENDS = ("\r\n", "\r", "\x85", "\u2028", " ", "", "\n\n", "\n\n\n\n", "\n \n", "\n\f")
_ENDINGS = (".txt", ".txt", ".txt", "", ".md", ".TXT", ".html", ".tar.gz")
_ODD_NAMES = (
    "naam met spatie\n\"'\x1b[31m é 😀 \u202e",
    "-rf *",
    "?x=[a]" * 30,
    "'; drop table sources; --",
    "a=b",
)
_IDS = ("ah-tk-20242025-594", "../../etc/passwd", "", None, 7, "x" * 5000, "a\0b", "=1+1")
_ADDRESSES = ("https://voorbeeld.example/a", "javascript:alert(1)", "file:///etc/passwd", [], "\x1b[2J")
_DAYS = ("2025-05-01", "2025-02-30", "morgen", 20250501, None, "9999-12-31")


@dataclass(frozen=True, slots=True)
class Input:
    """A raw file, with a sidecar or without. The name begins with the seed."""

    name: bytes
    content: bytes
    sidecar: bytes | None


def mutated(seed: int) -> Input:
    """The input of that number."""
    random = Random(seed)  # noqa: S311  it keeps no secrets
    content = random.choice(_samples())
    if random.random() < 0.06:
        content = _noise(random)
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        content = random.choice(_MUTATIONS)(random, content)[:MOST_BYTES]
    if random.random() < _HUGE_SHARE:
        content = _huge(random, content)
    return Input(_name(random, seed), content, _sidecar(random) if random.random() < 0.1 else None)


@cache
def _samples() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((ROOT / "raw").glob("*.txt")))


def _noise(random: Random) -> bytes:
    """What is no document at all."""
    count = random.randrange(3000)
    kinds: tuple[Callable[[], bytes], ...] = (
        lambda: b"",
        lambda: random.randbytes(count),
        lambda: bytes(random.choices(range(32, 127), k=count)),
        lambda: "".join(random.choices("\n 0123456789.,)(ab", k=count)).encode(),
        lambda: " ".join(random.choices(_TOKENS, k=count // 10)).encode(),
        lambda: "".join(chr(random.randrange(0x3000)) for _ in range(count)).encode(),
    )
    return random.choice(kinds)()


def _place(random: Random, content: bytes) -> tuple[int, int]:
    """A stretch, mostly a short one."""
    start = random.randrange(len(content) + 1)
    length = random.choice((1, 4, 20, 100, 1000, len(content)))
    return start, min(len(content), start + random.randrange(length + 1))


def _flip(random: Random, content: bytes) -> bytes:
    """Bits of letters; now and then of any byte, which mostly leaves no text at all."""
    bits, anywhere = (8, True) if random.random() < 0.2 else (6, False)
    changed = bytearray(content)
    for _ in range(random.choice((1, 3, 20))):
        at = random.randrange(len(changed) or 1)
        if changed and (anywhere or 32 <= changed[at] < 127):
            changed[at] ^= 1 << random.randrange(bits)
    return bytes(changed)


def _overwrite(random: Random, content: bytes) -> bytes:
    start, end = _place(random, content)
    count = min(end - start, 200)
    new = random.randbytes(count) if random.random() < 0.2 else bytes(random.choices(range(32, 127), k=count))
    return content[:start] + new + content[end:]


def _insert(random: Random, content: bytes) -> bytes:
    for _ in range(random.choice((1, 2, 10))):
        token = random.choice(_BYTES) if random.random() < 0.1 else random.choice(_TOKENS).encode()
        at = random.randrange(len(content) + 1)
        if random.random() < 0.5:  # at the beginning of a line
            at = content.rfind(b"\n", 0, at) + 1
        content = content[:at] + token + content[at:]
    return content


def _delete(random: Random, content: bytes) -> bytes:
    start, end = _place(random, content)
    return content[:start] + content[end:]


def _repeat(random: Random, content: bytes) -> bytes:
    start, end = _place(random, content)
    return content[:end] + content[start:end] * random.choice((1, 2, 10, 60)) + content[end:]


def _truncate(random: Random, content: bytes) -> bytes:
    start, end = _place(random, content)
    return content[:start] if random.random() < 0.7 else content[end:]


def _splice(random: Random, content: bytes) -> bytes:
    other = random.choice(_samples())
    start, end = _place(random, content)
    from_, to = _place(random, other)
    return content[:start] + other[from_:to] + content[end:]


def _shuffle(random: Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    start = random.randrange(len(lines))
    end = min(len(lines), start + random.choice((2, 5, 1000)))
    part = lines[start:end]
    random.shuffle(part)
    return b"\n".join(lines[:start] + part + lines[end:])


def _line_ends(random: Random, content: bytes) -> bytes:
    end = random.choice(_LINE_ENDS).encode()
    share = random.choice((0.1, 1.0))
    lines = content.split(b"\n")
    return b"".join(line + (end if random.random() < share else b"\n") for line in lines)


def _encode(random: Random, content: bytes) -> bytes:
    text = content.decode("utf-8", errors="replace")
    return text.encode(random.choice(_ENCODINGS), errors="replace")


def _digits(random: Random, content: bytes) -> bytes:
    digits = b"0123456789"
    return bytes(random.choice(digits) if b in digits and random.random() < 0.3 else b for b in content)


def _case(random: Random, content: bytes) -> bytes:
    return content.upper() if random.random() < 0.5 else content.lower()


_MUTATIONS: tuple[Callable[[Random, bytes], bytes], ...] = (
    *(_flip, _overwrite, _insert, _insert, _delete, _repeat, _truncate, _splice, _shuffle),
    *(_line_ends, _encode, _digits, _case),
)  # fmt: skip


def _huge(random: Random, content: bytes) -> bytes:
    """One thing over and over, in a single line or in many."""
    token = random.choice(_TOKENS).encode()
    unit = random.choice((b"a", b"1", b"([", b" ", b"\n", b"1 ", b"Vraag 1 ", token, content[:500]))
    return content[: random.randrange(len(content) + 1)] + unit * (_HUGE // max(1, len(unit)))


def _name(random: Random, seed: int) -> bytes:
    ending = random.choice(_ENDINGS).encode()
    if random.random() < 0.8:
        return b"%d%s" % (seed, ending)
    odd = random.randbytes(20) if random.random() < 0.2 else random.choice(_ODD_NAMES).encode()
    return b"%d %s%s" % (seed, odd.replace(b"/", b"_").replace(b"\0", b"_"), ending)


def _sidecar(random: Random) -> bytes:
    given = {
        "publication_id": random.choice(_IDS),
        "source_url": random.choice(_ADDRESSES),
        "published_on": random.choice(_DAYS),
    }
    content = json.dumps(given, ensure_ascii=random.random() < 0.5).encode()
    return content if random.random() < 0.6 else random.choice(_MUTATIONS)(random, content)
