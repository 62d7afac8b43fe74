"""File names are bytes; `source_path` is text, one for each file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.raw.paths import file_path, source_path


@pytest.mark.parametrize(
    "name", ["a b.txt", "vergaderjaar 2024/één.txt", 'a "b"\n.txt', "a\\xff", "日本.txt"]
)
def test_a_name_that_is_utf8_stands_as_it_is(name: str) -> None:
    assert source_path(name.encode()) == name


def test_bytes_that_are_not_utf8_are_shown_in_hexadecimal() -> None:
    assert source_path(b"caf\xe9.txt") == "caf�e9.txt"


@given(st.binary(max_size=30))
def test_every_name_is_valid_text_and_leads_back_to_its_file(name: bytes) -> None:
    path = source_path(name)
    path.encode("utf-8")
    assert file_path(path) == name


@given(st.lists(st.sampled_from([b"\xef\xbf\xbd", b"e", b"f", b"9", b"\xe9", b"\xef", b"a"]), max_size=8))
def test_names_made_to_look_like_our_own_escapes_still_lead_back(pieces: list[bytes]) -> None:
    assert file_path(source_path(b"".join(pieces))) == b"".join(pieces)
