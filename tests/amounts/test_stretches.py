"""The stretches of text that the grammar looks at: bounded, in order, and owned once."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamervragen.amounts import find_amounts
from kamervragen.amounts.anchors import LEFT, LONGEST, RIGHT, anchors_in, stretches
from kamervragen.view import View

HOSTILE = [
    "€" * 60_000,
    "€ 1 " * 15_000,
    "1" * 100_000 + " €",
    "1," * 50_000 + "5 euro",
    "1.000." * 20_000 + " euro",
    "miljoen " * 10_000,
    "een miljoen en " * 5_000,
    "5 miljoen voor " * 4_000,
    "honderd" * 20_000 + " euro",
    "een" * 30_000 + " euro",
    "1, " * 30_000 + "2 euro",
    "5 cent per " * 8_000,
    "€-" * 30_000,
    "x € 1 mln 5\n" * 6_000,
    "mil-\n" * 20_000 + "joen",
    "http://€" + "a" * 100_000,
    "(" * 50_000 + "10 miljoen" + ")" * 50_000,
    "de 5 miljoen van de " * 4_000,
    "twee-en-" * 12_000 + "een half miljoen euro",
    "van 5 naar 6 miljoen naar " * 4_000,
    "10 miljoen mil-\n" * 6_000,
    "5 miljoen leden krijgen er " * 4_000,
    "min " * 25_000 + "€ 5",
    "per jaar € 5 per jaar " * 4_000,
    "inzes euro" * 10_000,
    "€ct " * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_hostile_text_is_looked_at_only_a_few_times(text: str) -> None:
    looked_at = list(stretches(text, anchors_in(text)))
    assert sum(stretch.end - stretch.start for stretch in looked_at) <= 2 * len(text) + LEFT + RIGHT
    assert all(stretch.end - stretch.start <= LONGEST + 4 * (LEFT + RIGHT) for stretch in looked_at)
    find_amounts(View.of(text))


@given(st.lists(st.sampled_from(["€ 5 ", "en verder ", "5 miljoen euro\n", "x" * 90, " "]), max_size=40))
def test_every_place_is_owned_at_most_once(parts: list[str]) -> None:
    text = "".join(parts)
    owned = [(stretch.own_start, stretch.own_end) for stretch in stretches(text, anchors_in(text))]
    assert all(start < end for start, end in owned)
    assert all(before[1] <= after[0] for before, after in pairwise(owned))


@given(st.integers(1, 400), st.integers(0, 30))
@settings(deadline=None)
def test_dense_text_is_read_the_same_wherever_it_is_cut(count: int, shift: int) -> None:
    text = "y" * shift + " " + "Nog € 1.250.000 erbij, " * (count * 5)
    amounts = find_amounts(View.of(text))
    assert len(amounts) == count * 5
    assert {amount.value for amount in amounts} == {1_250_000}


def test_text_without_money_has_no_stretches() -> None:
    text = "Het recente centrum ontvangt miljoenen bezoekers; de Europese norm gebeurt in procenten."
    assert list(stretches(text, anchors_in(text))) == []
