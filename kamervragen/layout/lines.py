"""Patterns that stand at the start of a line.

With `(?m)^` a regular expression is tried at every character of a text. Behind a newline it is tried only
where a line begins, which takes a twentieth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineStart:
    """`pattern` where a line begins; `line_break`: a newline with it behind."""

    pattern: re.Pattern[str]
    line_break: re.Pattern[str]

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer` with `(?m)^` before the pattern."""
        end = len(text) if end is None else end
        seen_to = start
        opens = self.pattern.match(text, start, end) if not start or text[start - 1 : start] == "\n" else None
        if opens:
            yield opens
            seen_to = opens.end()
        for newline in self.line_break.finditer(text, start, end):
            opens = self.pattern.match(text, newline.end(), end) if newline.end() >= seen_to else None
            if opens:
                yield opens
                seen_to = opens.end()

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As `re.Pattern.search` with `(?m)^` before the pattern."""
        return next(self.finditer(text, start, end), None)


def line_start(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> LineStart:
    """A pattern that stands at the start of a line."""
    return LineStart(re.compile(pattern, flags), re.compile(rf"\n(?={pattern})", flags))
