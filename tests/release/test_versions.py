"""Versions: the day of the run and a number; later releases always compare greater."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.release.versions import Version, next_version, parse_version

TODAY = date(2026, 5, 1)
VERSIONS = st.builds(Version, st.dates(min_value=date(1000, 1, 1)), st.integers(1, 999_999))


@given(VERSIONS)
def test_a_version_is_read_back_as_it_is_written(version: Version) -> None:
    assert parse_version(str(version)) == version


@pytest.mark.parametrize("text", ["", "2026-05-01", "2026-05-01.0", "2026-02-30.1", "v2026-05-01.1", "../x"])
def test_what_is_not_a_version_is_not_taken_for_one(text: str) -> None:
    assert parse_version(text) is None


def test_the_first_of_a_day_is_one_and_the_tenth_comes_after_the_ninth() -> None:
    assert str(next_version([], TODAY)) == "2026-05-01.1"
    assert str(next_version([Version(date(2026, 4, 30), 3)], TODAY)) == "2026-05-01.1"
    assert str(next_version([Version(TODAY, number) for number in (1, 10, 9)], TODAY)) == "2026-05-01.11"


@given(st.lists(VERSIONS), st.dates(min_value=date(1000, 1, 1)))
def test_a_new_version_is_the_newest_even_when_the_clock_was_set_back(
    existing: list[Version], today: date
) -> None:
    assert all(version < next_version(existing, today) for version in existing)
