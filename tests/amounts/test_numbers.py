"""Numbers in digits and in words, read as exact decimals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.amounts.digits import read_digits
from kamervragen.amounts.number_words import is_number_piece, read_number

UNITS = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
TEENS = [
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]


def in_words(number: int) -> str:
    """A number below a million as it is written in Dutch."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        return ("" if thousands == 1 else in_words(thousands)) + "duizend" + (in_words(rest) if rest else "")
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return ("" if hundreds == 1 else UNITS[hundreds]) + "honderd" + (in_words(rest) if rest else "")
    if number < 10:
        return UNITS[number]
    if number < 20:
        return TEENS[number - 10]
    ten, unit = TENS[number // 10 - 2], number % 10
    joint = "ën" if unit in (2, 3) else "en"
    return UNITS[unit] + joint + ten if unit else ten


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", "0"),
        ("1250", "1250"),
        ("1.250", "1250"),
        ("1.250.000", "1250000"),
        ("1250.000", "1250000"),
        ("1 250 000", "1250000"),
        ("1'250'000", "1250000"),
        ("1,250,000", "1250000"),
        ("75,000", "75000"),
        ("2,3", "2.3"),
        ("27.7", "27.7"),
        ("1.5", "1.5"),
        ("0,09", "0.09"),
        ("0,0915", "0.0915"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.234.56", "1234.56"),
        ("246.573,79", "246573.79"),
    ],
)
def test_digits_in_both_styles(printed: str, value: str) -> None:
    digits = read_digits(printed)
    assert digits is not None
    assert digits.value == Decimal(value)


@pytest.mark.parametrize(
    "printed", ["06", "0.000.1", "1.23.45", "12.5000", "1,2,3", "1" * 16, "1.2345.678", "1.000" * 9]
)
def test_digits_without_a_certain_reading_are_not_read(printed: str) -> None:
    assert read_digits(printed) is None


def test_three_digits_behind_a_comma_are_decimals_only_before_a_magnitude_or_in_a_small_price() -> None:
    assert read_digits("4,995") == (Decimal(4995), True)
    assert read_digits("4,995", scaled=True) == (Decimal("4.995"), False)
    assert read_digits("1,759", priced=True) == (Decimal("1.759"), False)


def test_three_digits_behind_a_point_are_thousands_even_before_a_magnitude() -> None:
    assert read_digits("4.858", scaled=True) == (Decimal(4858), True)


@given(st.integers(0, 10**15 - 1))
def test_whole_numbers_are_read_back_in_every_style_of_grouping(number: int) -> None:
    for separator in (".", " ", "'"):
        digits = read_digits(f"{number:,}".replace(",", separator))
        assert digits is not None
        assert digits.value == number


@given(st.integers(0, 999_999))
def test_every_number_word_below_a_million_is_read_back(number: int) -> None:
    assert read_number(in_words(number)) == number


@given(
    st.integers(1, 999), st.sampled_from([("miljoen", 10**6), ("miljard", 10**9)]), st.integers(1, 999_999)
)
def test_number_words_with_magnitudes_are_read_back(
    count: int, magnitude: tuple[str, int], rest: int
) -> None:
    word, factor = magnitude
    assert read_number(f"{in_words(count)} {word} {in_words(rest)}") == count * factor + rest
    assert read_number(f"{in_words(count)}{word}") == count * factor


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("anderhalf", "1.5"),
        ("een half", "0.5"),
        ("eenhalf", "0.5"),
        ("twee en een half", "2.5"),
        ("tweeëneenhalf", "2.5"),
        ("driekwart", "0.75"),
        ("drie komma vijf", "3.5"),
        ("nul komma nul vijf", "0.05"),
        ("vijf en zeventig", "75"),
        ("twintig duizend", "20000"),
        ("eenenveertighonderd zesennegentig", "4196"),
        ("min zeventien", "-17"),
    ],
)
def test_fractions_decimals_and_spaced_words(words: str, value: str) -> None:
    assert read_number(words) == Decimal(value)


@pytest.mark.parametrize(
    "words", ["honderden", "duizenden", "tien twee", "eentwintig", "vijftignuldrie", "", "en"]
)
def test_what_is_no_number_word_is_not_read(words: str) -> None:
    assert read_number(words) is None


def test_pieces_of_numbers_are_told_from_other_words() -> None:
    assert all(map(is_number_piece, ("een", "één", "tweehonderd", "honderdeneen")))
    assert not any(map(is_number_piece, ("eenheid", "achteraf", "honderden", "tientallen", "negeren", "")))
