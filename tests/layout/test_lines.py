"""Patterns at the start of a line are found where `(?m)^` finds them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kamervragen.layout.lines import line_start

PATTERNS = st.sampled_from([r"a", r" *b", r"a\nb", r"[ab]+\n?", r"a(?=\n|\Z)"])
TEXTS = st.text(alphabet="ab \n", max_size=30)


@given(PATTERNS, TEXTS, st.integers(0, 10), st.integers(0, 30))
def test_found_where_a_line_begins(pattern: str, text: str, start: int, end: int) -> None:
    expected = [match.span() for match in re.compile(f"(?m)^{pattern}").finditer(text, start, end)]
    assert [match.span() for match in line_start(pattern).finditer(text, start, end)] == expected


def test_the_first_is_found() -> None:
    found = line_start(r"(\d)\.").search("een 1.\n2. twee\n3. drie")
    assert found
    assert found[1] == "2"
