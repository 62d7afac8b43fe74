"""Each document in raw/ is read as written by hand beside it."""

from __future__ import annotations

import pytest

import kamervragen
from tests.golden.expected import RAW, differences, expectations, folded, names, raw_text


@pytest.mark.parametrize("name", names())
def test_read_as_written_by_hand(name: str) -> None:
    found = differences(kamervragen.read(raw_text(name)), expectations(name))
    assert not found, "\n".join([f"raw/{name}.txt is read otherwise:", *found])


def test_every_document_has_expectations() -> None:
    assert sorted(path.stem for path in RAW.glob("*.txt")) == names()


@pytest.mark.parametrize("name", names())
def test_documents_say_that_they_are_invented(name: str) -> None:
    assert "Voorbeelddocument" in raw_text(name)[:1200]


@pytest.mark.parametrize("name", names())
def test_expectations_stand_in_the_text_in_their_order(name: str) -> None:
    """Guards the hand-written rows themselves: what they quote is printed, in that order."""
    text, expected = raw_text(name), expectations(name)
    for rows in (expected["references"], expected["amounts"]):
        place = 0
        for row in rows:
            place = text.find(row["text"], place)
            assert place >= 0, f"{row['text']!r} is not printed in raw/{name}.txt (in this order)"
            place += len(row["text"])
    printed = folded(text)
    for row in expected["footnotes"]:
        assert row["first"] in printed, f"note {row['first']!r} is not printed in raw/{name}.txt"
