"""Any amount printed in any supported form is read back with its exact value and place."""

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from kamervragen.amounts import find_amounts
from kamervragen.document import Amount
from kamervragen.view import View
from tests.amounts.test_numbers import in_words

cents = st.integers(0, 10**11).map(lambda number: Decimal(number) / 100)
whole = st.integers(0, 10**12).map(Decimal)
scaled = st.integers(1, 99_999).map(lambda number: Decimal(number) / 10)
magnitudes = st.sampled_from(
    [
        ("miljoen", 10**6),
        ("mln.", 10**6),
        ("mln", 10**6),
        ("miljard", 10**9),
        ("mld.", 10**9),
        ("biljoen", 10**12),
    ]
)
prefixes = st.sampled_from(["€ ", "€", "€\u00a0", "EUR ", "€\n", "€  "])
suffixes = st.sampled_from([" euro", " EUR", " euro’s", "\neuro", "  euro"])
currencies = st.sampled_from([("$ ", "USD"), ("USD ", "USD"), ("£ ", "GBP"), ("CHF ", "CHF"), ("€ ", "EUR")])
gaps = st.sampled_from([" ", "\n", "\u00a0", ""])
surrounds = st.sampled_from(
    [("", ""), ("Dat kost ", "."), ("(", ")"), ("van\n", ", zo"), ("«", "»?"), ("Zie: ", "\n\nVolgend")]
)


PERIODS = {
    "per jaar": "per_year",
    "per maand": "per_month",
    "per week": "per_week",
    "per dag": "per_day",
    "per uur": "per_hour",
}


def dutch(value: Decimal, decimals: int | None = None) -> str:
    digits = f"{value:,}" if decimals is None else f"{value:,.{decimals}f}"
    return digits.translate(str.maketrans(",.", ".,"))


def only_amount(printed: str, around: tuple[str, str]) -> Amount:
    text = around[0] + printed + around[1]
    (amount,) = find_amounts(View.of(text))
    # The full stop behind 'mln' may be that of the abbreviation or of the sentence.
    assert text[amount.start : amount.end].rstrip(".") == printed.rstrip(".")
    return amount


@given(cents, prefixes, surrounds)
def test_currency_before_cents(value: Decimal, prefix: str, around: tuple[str, str]) -> None:
    assert only_amount(prefix + dutch(value, 2), around).value == value


@given(cents, suffixes, surrounds)
def test_currency_behind_cents(value: Decimal, suffix: str, around: tuple[str, str]) -> None:
    assert only_amount(dutch(value, 2) + suffix, around).value == value


@given(whole, prefixes, st.sampled_from([",-", ",–", ",--", ""]), surrounds)
def test_whole_amounts_with_and_without_a_closing_dash(
    value: Decimal, prefix: str, ending: str, around: tuple[str, str]
) -> None:
    assert only_amount(prefix + dutch(value) + ending, around).value == value


@given(scaled, magnitudes, gaps, prefixes, surrounds)
def test_magnitudes(
    value: Decimal, magnitude: tuple[str, int], gap: str, prefix: str, around: tuple[str, str]
) -> None:
    word, factor = magnitude
    assert only_amount(f"{prefix}{dutch(value)}{gap}{word}", around).value == value * factor


@given(scaled, magnitudes, suffixes, surrounds)
def test_magnitudes_with_the_currency_behind(
    value: Decimal, magnitude: tuple[str, int], suffix: str, around: tuple[str, str]
) -> None:
    word, factor = magnitude
    assert only_amount(f"{dutch(value)} {word}{suffix}", around).value == value * factor


@given(cents, currencies)
def test_other_currencies(value: Decimal, currency: tuple[str, str]) -> None:
    amount = only_amount(currency[0] + dutch(value, 2), ("", ""))
    assert (amount.value, amount.currency, amount.currency_stated) == (value, currency[1], True)


@given(
    st.lists(scaled, min_size=2, max_size=2, unique=True),
    magnitudes,
    st.sampled_from(["-", "–", " - ", " – ", " tot ", " à ", " tot en met ", "\ntot "]),
)
def test_ranges_with_one_currency_and_one_magnitude(
    values: list[Decimal], magnitude: tuple[str, int], link: str
) -> None:
    low, high = sorted(values)
    word, factor = magnitude
    amount = only_amount(f"€ {dutch(low)}{link}{dutch(high)} {word}", ("van ", ", zo"))
    assert (amount.value, amount.value_max) == (low * factor, high * factor)


@given(
    st.lists(cents, min_size=2, max_size=2, unique=True),
    st.sampled_from([("van", "tot"), ("tussen de", "en")]),
)
def test_ranges_in_words(values: list[Decimal], words: tuple[str, str]) -> None:
    low, high = sorted(values)
    before, link = words
    printed = f"€ {dutch(low, 2)} {link} € {dutch(high, 2)}"
    amount = only_amount(printed, (f"{before} ", ""))
    assert (amount.value, amount.value_max) == (low, high)
    amount = only_amount(f"{dutch(low, 2)} {link} {dutch(high, 2)} euro", (f"bedragen {before} ", ""))
    assert (amount.value, amount.value_max) == (low, high)


@given(cents, st.sampled_from(["-€ ", "€ -", "-/- € ", "€ -/- ", "€ -\u00a0", "−€ "]))
def test_sums_below_zero(value: Decimal, sign: str) -> None:
    assert only_amount(sign + dutch(value, 2), ("een saldo van ", ", zo")).value == -value


@given(
    st.integers(1, 9_999),
    st.sampled_from([" miljoen euro", "miljoen euro", " mln. euro", "\nmiljoen\neuro", " miljoen EUR"]),
)
def test_number_words_with_a_magnitude(number: int, unit: str) -> None:
    assert only_amount(in_words(number) + unit, ("Dat kost ", ".")).value == number * 10**6


@given(
    st.integers(2, 99),
    st.sampled_from([("½", "0.5"), ("¼", "0.25"), ("¾", "0.75"), (" en een half", "0.5"), (" ½", "0.5")]),
    st.sampled_from([("miljoen", 10**6), ("miljard", 10**9)]),
)
def test_fractions(whole_part: int, fraction: tuple[str, str], magnitude: tuple[str, int]) -> None:
    amount = only_amount(f"{whole_part}{fraction[0]} {magnitude[0]} euro", ("Dat kost ", "."))
    assert amount.value == (whole_part + Decimal(fraction[1])) * magnitude[1]


@given(
    st.lists(st.integers(1, 999), min_size=3, max_size=3, unique=True),
    st.sampled_from(["{}, {} en {} miljoen euro", "€ {}, {} en {} miljoen", "€ {}, € {} en € {} miljoen"]),
)
def test_lists_with_one_unit(values: list[int], form: str) -> None:
    text = "bedragen van " + form.format(*sorted(values))
    assert [amount.value for amount in find_amounts(View.of(text))] == [v * 10**6 for v in sorted(values)]


@given(cents, st.sampled_from(["per jaar", "per maand", "per week", "per dag", "per uur"]))
def test_amounts_with_a_period(value: Decimal, period: str) -> None:
    text = f"Dat is € {dutch(value, 2)} {period}."
    (amount,) = find_amounts(View.of(text))
    assert (amount.value, amount.period) == (value, PERIODS[period])


@given(cents)
def test_values_have_two_decimals_and_no_more_unless_printed(value: Decimal) -> None:
    assert only_amount(f"€ {dutch(value, 2)}", ("", "")).value.as_tuple().exponent == -2


@given(st.integers(1, 999).map(lambda number: Decimal(number) / 10_000))
def test_smaller_prices_keep_their_decimals(value: Decimal) -> None:
    assert only_amount(f"€ {dutch(value, 4)}", ("", " per kWh")).value == value


@given(st.text(st.sampled_from("€ 1250,.-–en miljoeurtszk\n%()"), max_size=60))
@example("€ 1-/-2 miljoen euro euro")
def test_whatever_stands_there_offsets_are_true_and_in_order(text: str) -> None:
    amounts = find_amounts(View.of(text))
    ends = [0]
    for amount in amounts:
        assert ends[-1] <= amount.start < amount.end <= len(text)
        assert amount.value_max is None or amount.value < amount.value_max
        assert any(character.isalnum() for character in text[amount.start : amount.end])
        ends.append(amount.end)


@given(st.integers(0, 12), st.integers(0, 12))
def test_hidden_stretches_are_invisible_and_offsets_lead_back(cut: int, width: int) -> None:
    shown = "€ 12,5 miljoen"
    cut = min(cut, len(shown))
    text = f"Er is {shown[:cut]}{'x' * width}{shown[cut:]} nodig."
    start = len("Er is ") + cut
    (amount,) = find_amounts(View.of(text, [(start, start + width)]))
    assert amount.value == 12_500_000
    covered = text[amount.start : amount.end]
    assert covered.replace("x", "") == shown
