"""What the name of a person looks like: `Van der Berg`, `A.B. (Anna) de Boer`, `Smit – van ’t Hof`."""

from __future__ import annotations

import re
from itertools import pairwise

from kamervragen.header.page import with_accents

_PARTICLE = (
    r"(?:van|de|den|der|ten|ter|te|tot|toe|thoe|het|von|zu|el|al|ait|ben|bin|la|le|du|di|da|dos|dal|del|della"
    r"|d[’']|in|op|uit|aan|[’'‘´`][ts])"
)
_TITLE = r"(?:mw|mevr|mevrouw|dhr|drs|mr|dr|prof|ir|ing|ds|jhr|lic|bc)\.?"
_INITIALS = r"(?:[A-ZÀ-Þ](?:[a-z]|Th|h)?\.-?){1,6}"
_WORD = re.compile(
    rf"[-–—]?(?i:{_PARTICLE})|(?i:{_TITLE})|{_INITIALS}|\([A-ZÀ-Þ][\w-]{{1,20}}\)|[-–—]"
    r"|(?:[-–—]|[’'‘][st]-?)?[^\W\d_a-zß-ÿ][\w’'´¸¨ˇ˘˜˚-]{1,30},?|[A-ZÀ-Þ]{2,3}|[´¸¨ˇ˘˜˚]"
)
_GLUED_PARTICLE = re.compile(r"\b([Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Tt]e)(?=[A-Z])")
_CAPITAL_INSIDE = re.compile(r"[a-z][A-Z]")
_ONLY_TITLE = re.compile(_TITLE, re.IGNORECASE)
_ONLY_INITIALS = re.compile(_INITIALS)
_MOST_WORDS = 9


def is_person(printed: str) -> bool:
    """Whether `printed` has the form of one name: capitalised words, particles, initials, titles."""
    words = printed.split()
    if not 1 <= len(words) <= _MOST_WORDS or not any(word[0].isupper() or word[0] in "’'‘" for word in words):
        return False
    for before, word in pairwise(words):
        # Initials begin a name; in the midst of one, two people stand beside each other.
        if _ONLY_INITIALS.fullmatch(word) and not (
            _ONLY_TITLE.fullmatch(before) or _ONLY_INITIALS.fullmatch(before)
        ):
            return False
    return all(_WORD.fullmatch(word) for word in words)


def tidy_name(printed: str) -> str:
    """A name with lost spaces behind its particles and loose accents put back."""
    name = with_accents(printed)
    if _CAPITAL_INSIDE.search(name):
        name = _GLUED_PARTICLE.sub(r"\1 ", name)
    return " ".join(name.split()).strip(" ,")
