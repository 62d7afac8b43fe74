"""The same words in another layout are the same amounts."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kamervragen.amounts import find_amounts
from kamervragen.view import View

PASSAGE = (
    "Zorgkosten van circa € 1.250.000 per jaar, een budget van 25 miljoen, tussen de € 4.300 en € 13.000, "
    "€ 52-95 miljoen incidenteel, vijf miljoen euro voor 2,5 miljoen woningen, 63.250 en 86.250 euro per "
    "dag, van € 250 miljoen tot € 1,25 miljard, 9,5 cent per kWh, USD 20 miljoen, een half "
    "miljoen euro en € 99,–."
)

Layout = Callable[[str], str]
LAYOUTS: dict[str, Layout] = {
    "every space is a line end": lambda text: text.replace(" ", "\n"),
    "carriage returns": lambda text: text.replace(" ", "\r\n"),
    "spaces that do not break": lambda text: text.replace(" ", "\u00a0"),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    "thin spaces": lambda text: text.replace(" ", "\u2009"),
    "two spaces": lambda text: text.replace(" ", "  "),
    "tabs": lambda text: text.replace(" ", "\t"),
    "emphasis": lambda text: re.sub(r"(€ [0-9][0-9.,]*[0-9])", r"**\1**", text),
    "long dashes": lambda text: text.replace("-", "–"),
    "dashes that do not break": lambda text: text.replace("-", "‑"),
    "no space behind the sign": lambda text: text.replace("€ ", "€"),
    "no space before the magnitude": lambda text: re.sub(r"([0-9]) (mil)", r"\1\2", text),
    "notes behind the magnitude": lambda text: re.sub(
        r"(miljoen|miljard)(?=[, ])(?! woningen)", r"\1³", text
    ),
    "magnitudes broken at line ends": lambda text: re.sub(r"mil(joen|jard)", r"mil-\n\1", text),
    "capitals": str.upper,
}

Found = list[tuple[Decimal, Decimal | None, str, bool, str | None, str | None]]


def read(text: str) -> Found:
    return [
        (a.value, a.value_max, a.currency, a.currency_stated, a.approximation, a.period)
        for a in find_amounts(View.of(text))
    ]


def test_the_passage_holds_what_it_holds() -> None:
    assert [value for value, *_ in read(PASSAGE)] == list(
        map(Decimal, ("1250000", "25000000", "4300", "52000000", "5000000", "63250", "86250", "250000000"))
    ) + list(map(Decimal, ("0.095", "20000000", "500000", "99")))


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layout_changes_no_amount(layout: Layout) -> None:
    assert read(layout(PASSAGE)) == read(PASSAGE)


INSIDE_AMOUNTS = ("every space is a line end", "spaces that do not break", "narrow spaces", "two spaces")


@pytest.mark.corpus
@pytest.mark.parametrize("name", INSIDE_AMOUNTS)
def test_layout_inside_amounts_changes_none_in_real_passages(corpus: Path, name: str) -> None:
    for file in sorted((corpus / "dev").glob("money-passages-*.txt")):
        text = file.read_text(encoding="utf-8")
        parts, seen = list[str](), 0
        for amount in find_amounts(View.of(text)):
            parts += (text[seen : amount.start], LAYOUTS[name](text[amount.start : amount.end]))
            seen = amount.end
        assert read("".join([*parts, text[seen:]])) == read(text), file.name
