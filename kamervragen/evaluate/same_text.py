"""Whether two texts are the same to a reader: words count; marks, furniture and white space do not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"\[(?:foot|end)noteRef:\d+\]|\[\d+ ?\]|\[\d+:[^\]]*\]")
_SPLIT_WORD = re.compile(r"(?<=[^\W\d])-\s*\n\s*(?=[^\W\d])")
_GLUED_MARK = re.compile(r"(?<=[^\W\d])\d{1,2}$")
_NO_LETTER = re.compile(r"[\W_]+")

_ENDS = 24
"""So many letters at the head and the tail must agree before a text between them may differ."""
_BEGINNING = 12
_SHORTEST, _LONGEST = 0.6, 1.06
"""A text with the right ends may miss furniture (or what gold has of it), and hardly hold more."""
_WORDS_F1 = 0.95


def words(text: str | None) -> list[str]:
    """The words of a text in lower case, without note marks, split words joined."""
    plain = _SPLIT_WORD.sub("", _MARK.sub(" ", text or ""))
    return [word.lower() for word in _WORD.findall(plain)]


def same_text(read: str | None, gold: str) -> bool:
    """Whether the text begins and ends with gold's words, or nearly all words agree."""
    read_words, gold_words = _unmarked(words(read)), _unmarked(words(gold))
    if not gold_words or not read_words:
        return not read_words and not gold_words
    have, want = "".join(read_words), "".join(gold_words)
    if have == want:
        return True
    end = min(_ENDS, len(want))
    same_ends = have[:end] == want[:end] and have[-end:] == want[-end:]
    if same_ends and _SHORTEST <= len(have) / len(want) <= _LONGEST:
        return True
    beginning = min(_BEGINNING, len(want))
    return have[:beginning] == want[:beginning] and _words_f1(read_words, gold_words) >= _WORDS_F1


def name_key(name: str | None) -> str:
    """A name without accents, spaces, punctuation and capitals."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(c))
    return _NO_LETTER.sub("", plain).lower()


def _unmarked(found: list[str]) -> list[str]:
    """Without the note marks behind the last word."""
    end = len(found)
    while end and found[end - 1].isdigit() and len(found[end - 1]) <= 2:
        end -= 1
    return [*found[: end - 1], _GLUED_MARK.sub("", found[end - 1])] if end else []


def _words_f1(read: list[str], gold: list[str]) -> float:
    shared = sum((Counter(read) & Counter(gold)).values())
    return 2 * shared / (len(read) + len(gold))
