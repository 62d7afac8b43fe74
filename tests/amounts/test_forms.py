"""Printed forms of amounts and their meaning; the tsv files are the lists."""

from decimal import Decimal
from pathlib import Path

import pytest

from kamervragen.amounts import find_amounts
from kamervragen.document import Amount
from kamervragen.view import View


def listed(name: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("# ")][1:]
    return [(printed.replace("⏎", "\n"), meaning) for printed, meaning in rows]


def described(text: str, *, fully: bool = False) -> str:
    """The amounts found in a text, written as in the lists."""
    return " ; ".join(" ".join(words(amount, fully=fully)) for amount in find_amounts(View.of(text)))


def words(amount: Amount, *, fully: bool) -> list[str]:
    values = [amount.value] if amount.value_max is None else [amount.value, amount.value_max]
    parts = ["..".join(shortest(value) for value in values)]
    parts += [] if amount.currency == "EUR" else [amount.currency]
    parts += [] if amount.currency_stated else ["bare"]
    return [*parts, *filter(None, (amount.approximation, amount.period))] if fully else parts


def shortest(value: Decimal) -> str:
    return f"{value.normalize():f}"


@pytest.mark.parametrize(("printed", "meaning"), listed("forms.tsv"))
def test_the_form_means_what_the_list_says(printed: str, meaning: str) -> None:
    assert described(printed) == meaning
    # The same in the middle of a sentence.
    assert described(f"Zo staat er {printed} in het stuk.") == meaning


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [row for name in ("surface_forms.tsv", "relatives.tsv", "wording.tsv") for row in listed(name)],
)
def test_the_form_means_all_that_the_list_says(printed: str, meaning: str) -> None:
    assert described(printed, fully=True) == meaning
    assert described(f"Zo staat er {printed} in het stuk.", fully=True) == meaning
