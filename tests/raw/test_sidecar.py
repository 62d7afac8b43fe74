"""Sidecars: what they may say, to whom they belong, and what happens to broken ones."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.raw.sidecar import Sidecar, pair, read_sidecar
from kamervragen.raw.walk import Found


def found(*names: str) -> list[Found]:
    return [Found(name.encode(), name, 1, name.encode()) for name in names]


def test_a_sidecar_gives_id_address_and_day() -> None:
    content = json.dumps(
        {
            "publication_id": "ah-tk-20242025-594",
            "source_url": "https://voorbeeld.test/ah-tk-20242025-594.html",
            "published_on": "2024-11-21",
            "retrieved_by": "somebody",
        }
    )
    assert read_sidecar(content.encode()) == Sidecar(
        "ah-tk-20242025-594", "https://voorbeeld.test/ah-tk-20242025-594.html", date(2024, 11, 21)
    )


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "not valid JSON"),
        (b"{", "not valid JSON"),
        (b"\xff\xfe", "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b"[1]", "not a JSON object"),
        (b'{"publication_id": "../../etc/passwd"}', "publication_id is not an official id"),
        (b'{"publication_id": 594}', "publication_id is not an official id"),
        (b'{"source_url": "javascript:alert(1)"}', "source_url is not an address"),
        (b'{"source_url": "https://a b"}', "source_url is not an address"),
        (b'{"published_on": "21 november 2024"}', "published_on is not a date"),
        (b'{"published_on": "2024-02-30"}', "published_on is not a day of the calendar"),
    ],
)
def test_what_is_wrong_is_said_in_one_remark(content: bytes, word: str) -> None:
    (remark,) = read_sidecar(content).remarks
    assert word in remark


def test_one_bad_value_does_not_spoil_the_others() -> None:
    sidecar = read_sidecar(b'{"publication_id": "x", "published_on": "2024-11-21"}')
    assert sidecar.published_on == date(2024, 11, 21)
    assert len(sidecar.remarks) == 1


@given(st.binary(max_size=200))
def test_no_content_makes_it_fail(content: bytes) -> None:
    assert isinstance(read_sidecar(content), Sidecar)


@pytest.mark.parametrize("document", ["brief", "brief.txt", "map/een brief.txt"])
def test_a_sidecar_belongs_to_the_file_of_its_name_with_or_without_txt(document: str) -> None:
    for name in {document, document.removesuffix(".txt")}:
        sidecars = found(f"{name}.meta.json")
        assert pair(found(document), sidecars) == ({document: sidecars[0]}, [])


def test_of_two_sidecars_the_longer_name_counts() -> None:
    long, short = found("a.txt.meta.json", "a.meta.json")
    assert pair(found("a.txt"), [short, long]) == ({"a.txt": long}, [short])


def test_a_sidecar_without_a_document_is_left_over() -> None:
    sidecars = found("b.meta.json")
    assert pair(found("a.txt", "b.md"), sidecars) == ({}, sidecars)
