"""Printed forms of amounts and their meaning; forms.tsv is the list."""

from decimal import Decimal
from pathlib import Path

import pytest

from kamervragen.amounts import find_amounts
from kamervragen.view import View


def listed_forms() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "forms.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [(printed.replace("⏎", "\n"), meaning) for printed, meaning in rows]


def described(text: str) -> str:
    """The amounts found in a text, written as in forms.tsv."""
    parts = []
    for amount in find_amounts(View.of(text)):
        values = [amount.value] if amount.value_max is None else [amount.value, amount.value_max]
        part = "..".join(shortest(value) for value in values)
        part += "" if amount.currency == "EUR" else f" {amount.currency}"
        parts.append(part if amount.currency_stated else f"{part} bare")
    return " ; ".join(parts)


def shortest(value: Decimal) -> str:
    return f"{value.normalize():f}"


@pytest.mark.parametrize(("printed", "meaning"), listed_forms())
def test_the_form_means_what_the_list_says(printed: str, meaning: str) -> None:
    assert described(printed) == meaning
    # The same in the middle of a sentence.
    assert described(f"Zo staat er {printed} in het stuk.") == meaning
