"""Dutch dates as extractors print them, and the parliamentary year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.header import find_dates, read_date, session_year_of
from kamervragen.header.dates import MONTHS, month_number, third_tuesday_of_september


@pytest.mark.parametrize(
    "printed",
    [
        "7 november 2024",
        "7 november2024",
        "7november 2024",
        "07 November 2024",
        "7 nov. 2024",
        "7 novem-\nber 2024",
        "7 november\n2024",
        "7 novernber 2024",
        "7 novmeber 2024",
        "7 novembr 2024",
        "7e november 2024",
        "7-11-2024",
        "07.11.2024",
        "2024-11-07",
    ],
)
def test_one_day_in_many_forms(printed: str) -> None:
    assert read_date(f"ontvangen op {printed}, per post") == date(2024, 11, 7)


@pytest.mark.parametrize(
    "printed",
    ["31 februari 2024", "7 november jl.", "7 met 2024", "12 maanden 2024", "2024", "7-13-2024", ""],
)
def test_what_is_no_day(printed: str) -> None:
    assert read_date(printed) is None


def test_the_space_before_december_is_lost() -> None:
    assert read_date("14december 2024") == date(2024, 12, 14)
    assert read_date("14de december 2024") == date(2024, 12, 14)


def test_note_mark_glued_to_the_year_is_left_out() -> None:
    (found,) = find_dates("de brief van 7 augustus 20241 over de start")
    assert found.value == date(2024, 8, 7)
    assert "de brief van 7 augustus 20241 over de start"[found.start : found.end] == "7 augustus 2024"


def test_all_dates_in_order() -> None:
    text = "Op 2024-01-02 en op 3 februari 2024, niet op 4-5-2024"
    assert [found.value for found in find_dates(text)] == [
        date(2024, 1, 2),
        date(2024, 2, 3),
        date(2024, 5, 4),
    ]


def test_a_short_word_with_a_wrong_letter_is_no_month() -> None:
    assert month_number("met") is None
    assert month_number("maar") is None
    assert month_number("mei") == 5


@given(st.dates(date(1815, 1, 1), date(2199, 12, 31)))
def test_every_written_day_is_read_back(day: date) -> None:
    month = next(name for name, number in MONTHS.items() if number == day.month)
    assert read_date(f"{day.day} {month} {day.year}") == day


@given(st.text(max_size=200))
def test_spans_lie_in_the_text_and_follow_each_other(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2024, 9, 16), "2023-2024"),
        (date(2024, 9, 17), "2024-2025"),
        (date(2025, 9, 15), "2024-2025"),
        (date(2025, 9, 16), "2025-2026"),
        (date(2026, 1, 1), "2025-2026"),
        (date(1999, 12, 31), "1999-2000"),
    ],
)
def test_the_parliamentary_year_begins_on_prinsjesdag(day: date, year: str) -> None:
    assert session_year_of(day) == year


@given(st.integers(1815, 2199))
def test_third_tuesday(year: int) -> None:
    day = third_tuesday_of_september(year)
    assert (day.month, day.isoweekday()) == (9, 2)
    assert 15 <= day.day <= 21
    assert session_year_of(day) != session_year_of(day - timedelta(days=1))
