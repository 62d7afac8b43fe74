"""References and amounts found in one pass: the same as each alone."""

import pytest

from kamervragen.amounts import find_amounts
from kamervragen.finding import find
from kamervragen.references import find_references
from kamervragen.view import View
from tests.generator import from_seed

# Invented, with what both look for at the beginning, at the end and side by side.
TEXTS = (
    "",
    "vraag 5 gaat over € 5 miljoen, zie artikel 3 Sr",
    "€ 5 per jaar (36999 VII, nr. 5) en 5 ct",
    "\ncent 5\nvraag 7",
    "Zie Kamer-\nstuk 36999, nr. 12 voor 3 mil-\njoen – “wél” ★ \ud800 € 7",
)


@pytest.mark.parametrize("text", [*TEXTS, *(from_seed(seed).text for seed in range(20))])
def test_one_pass_finds_what_two_passes_find(text: str) -> None:
    view = View.of(text, [(3, 5)])
    found = find(view)
    assert found.references == find_references(view)
    assert found.amounts == find_amounts(view)
