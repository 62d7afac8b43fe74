"""Lists of question numbers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.layout.numbering import NUMBERS, expand, order


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("3", "3"),
        ("3, 4 en 5", "3 4 5"),
        ("7, 8, 9 10 en 11", "7 8 9 10 11"),
        ("7, 8, en 9", "7 8 9"),
        ("2 t/m 6", "2 3 4 5 6"),
        ("4-7", "4 5 6 7"),
        ("4–7", "4 5 6 7"),
        ("1,2,3,4 en 5", "1 2 3 4 5"),
        ("2 tot en met 4", "2 3 4"),
        ("2a en 2b", "2a 2b"),
        ("2a t/m 2d", "2a 2b 2c 2d"),
        ("5 en6", "5 6"),
        ("1 & 2", "1 2"),
        ("3 t/m 5, 8 en 9a", "3 4 5 8 9a"),
        ("05", "5"),
    ],
)
def test_every_number_of_a_printed_list(printed: str, numbers: str) -> None:
    assert re.fullmatch(NUMBERS, printed)
    assert expand(printed) == tuple(numbers.split())


def test_a_range_that_runs_backwards_or_too_far_is_its_two_ends() -> None:
    assert expand("6 t/m 2") == ("6", "2")
    assert expand("1 t/m 999") == ("1", "999")


@given(st.sets(st.integers(1, 99), min_size=1, max_size=12))
def test_a_list_as_dutch_prints_it_is_read_back(numbers: set[int]) -> None:
    names = [str(number) for number in sorted(numbers)]
    printed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
    assert re.fullmatch(NUMBERS, printed)
    assert expand(printed) == tuple(names)


def test_letters_come_after_their_number() -> None:
    assert order("2") < order("2a") < order("2b") < order("3")
