"""A bare magnitude is an amount only where its surroundings speak of money."""

from pathlib import Path

import pytest

from kamervragen.amounts import find_amounts
from kamervragen.view import View


def listed_sentences() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "surroundings.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [(sentence, kept) for sentence, kept in rows]


@pytest.mark.parametrize(("sentence", "kept"), listed_sentences())
def test_bare_magnitudes_are_kept_only_as_money(sentence: str, kept: str) -> None:
    bare = [amount for amount in find_amounts(View.of(sentence)) if not amount.currency_stated]
    assert ";".join(sentence[amount.start : amount.end] for amount in bare) == kept
    assert all(amount.currency == "EUR" for amount in bare)
