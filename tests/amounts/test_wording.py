"""How exact an amount is, and for what period."""

import pytest

from kamervragen.amounts import find_amounts
from kamervragen.view import View


@pytest.mark.parametrize(
    ("text", "approximation"),
    [
        ("circa € 540 miljoen", "circa"),
        ("ca. EUR 57 miljoen", "circa"),
        ("ongeveer € 465 miljard", "circa"),
        ("zo’n € 5.100", "circa"),
        ("ruim € 900 miljoen", "more_than"),
        ("meer dan de € 100.000", "more_than"),
        ("hoger dan 10 miljoen euro", "more_than"),
        ("boven de € 125.000", "more_than"),
        ("minder dan € 250 miljoen", "less_than"),
        ("nog geen € 5", "less_than"),
        ("bijna 20 miljoen euro", "almost"),
        ("minstens € 16,9 miljard", "at_least"),
        ("ten minste 1.500 euro", "at_least"),
        ("niet minder dan € 5", "at_least"),
        ("€ 100 of meer", "at_least"),
        ("maximaal € 6,9 miljoen", "at_most"),
        ("niet meer dan € 5", "at_most"),
        ("een bedrag oplopend tot 6 miljoen euro", "at_most"),
        ("tussen circa € 5 en € 10", "circa"),
        ("een bedrag van € 5", None),
        ("een huurverlaging tot 575 euro", None),
    ],
)
def test_approximation(text: str, approximation: str | None) -> None:
    (amount,) = find_amounts(View.of(text))
    assert amount.approximation == approximation


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("€ 13,61 per dag", "per_day"),
        ("600 euro per⏎maand", "per_month"),
        ("€ 20 per week", "per_week"),
        ("€ 117,– per uur", "per_hour"),
        ("€ 246.573,79 per jaar", "per_year"),
        ("jaarlijks 385 miljoen euro", "per_year"),
        ("€ 183 per leerling per jaar", "per_year"),
        ("€ 5 miljoen op jaarbasis", "per_year"),
        ("structureel 65 mln. euro", "structural"),
        ("€ 18-19 miljoen structureel per jaar", "structural"),
        ("incidenteel 25 miljard euro", "one_off"),
        ("een eenmalige uitkering van € 800", "one_off"),
        ("€ 0,09 per kWh", None),
        ("€ 5 in een structurele aanpak", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    (amount,) = find_amounts(View.of(text.replace("⏎", "\n")))
    assert amount.period == period
