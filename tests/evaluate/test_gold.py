"""What is said to people whose annotations cannot be used, and what counts as the same text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kamervragen.cli import main
from kamervragen.evaluate import (
    GoldError,
    Released,
    ReleasedError,
    figures_of,
    judge,
    read_gold,
    read_released,
)
from kamervragen.evaluate.figures import Calibration, calibration
from kamervragen.evaluate.judging import Judgement
from kamervragen.evaluate.released import ReleasedDocument
from kamervragen.evaluate.same_text import same_text

EMPTY: dict[str, object] = {
    part: [] for part in ("questions", "answers", "footnotes", "references", "amounts")
} | {"document": None}
QUESTION = {"number": "1", "start_offset": 0, "end_offset": 9}


def annotate(folder: Path, content: str, text: str | None = "Klopt dit?") -> Path:
    (folder / "a.json").write_text(content)
    if text is not None:
        (folder / "a.txt").write_text(text)
    return folder


def test_broken_json_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"a\.json, line 2, column 3"):
        read_gold(annotate(tmp_path, "{\n  x}"))


def test_annotations_without_their_text_are_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"a\.txt"):
        read_gold(annotate(tmp_path, json.dumps(EMPTY), text=None))


def test_offsets_outside_the_text_are_told(tmp_path: Path) -> None:
    beyond = EMPTY | {"questions": [QUESTION | {"end_offset": 99}]}
    with pytest.raises(GoldError, match="row 1 of questions: end_offset 99"):
        read_gold(annotate(tmp_path, json.dumps(beyond)))


@pytest.mark.parametrize(
    ("part", "value", "told"),
    [
        ("document", [], "document must be an object"),
        ("document", {"askers": "x"}, "askers must be a list"),
        ("document", {"askers": [{"name": 3}]}, "askers must be a list of objects with texts"),
        ("document", {"session_year": {}}, "session_year must be a text"),
        ("questions", [QUESTION | {"number": None}], "number must be a number or a text"),
        ("questions", [QUESTION | {"also_numbers": 3}], "also_numbers must be a list of question numbers"),
        ("questions", [QUESTION | {"start_offset": True}], "start_offset must be a whole number"),
        ("questions", [QUESTION | {"start_offset": 9, "end_offset": 3}], "ends .3. before it starts .9."),
        ("answers", [{"numbers": "1", "start_offset": 0, "end_offset": 9}], "numbers must be a list"),
        ("footnotes", [{"start": 3, "start_offset": 0}], "start must be a text"),
        ("amounts", [{"value": "x", "currency": "EUR", "start_offset": 0, "end_offset": 9}], "value must be"),
        ("references", {}, "references must be a list"),
    ],
)
def test_annotations_of_another_shape_are_told(
    part: str, value: object, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    annotate(tmp_path, json.dumps(EMPTY | {part: value}))
    with pytest.raises(GoldError, match=told):
        read_gold(tmp_path)
    assert main(["evaluate", str(tmp_path), str(tmp_path)]) == 2
    assert "a.json" in capsys.readouterr().err


@pytest.mark.parametrize("part", ["references", "amounts"])
def test_mentions_that_are_not_judged_count_neither_way(part: str, tmp_path: Path) -> None:
    row = {"kind": "url", "target_id": "x", "value": 1, "start": 0, "end": 5}
    document = ReleasedDocument({"dialect": "scan", "confidence": 1.0}, {part: [row]})
    for value, wrong in (([], 1), (None, 0)):
        (gold,) = read_gold(annotate(tmp_path, json.dumps(EMPTY | {part: value})))
        assert figures_of([judge(gold, Released({"a": document}))]).tallies[part].wrong == wrong


def test_a_released_document_without_confidence_is_not_missing(tmp_path: Path) -> None:
    (gold,) = read_gold(annotate(tmp_path, "\ufeff" + json.dumps(EMPTY)))
    released = Released({"a": ReleasedDocument({"dialect": None, "confidence": None}, {})})
    assert figures_of([judge(gold, released)]).missing == 0


def test_no_release_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    annotate(tmp_path, json.dumps(EMPTY))
    with pytest.raises(ReleasedError, match="is not a release"):
        read_released(tmp_path)
    assert main(["evaluate", str(tmp_path), str(tmp_path)]) == 2
    assert "is not a release" in capsys.readouterr().err


def test_what_was_not_released_is_missed(tmp_path: Path) -> None:
    (gold,) = read_gold(annotate(tmp_path, json.dumps(EMPTY | {"questions": [QUESTION]})))
    figures = figures_of([judge(gold, Released({}))])
    assert (figures.missing, figures.tallies["questions"].missed, figures.structure_perfect) == (1, 1, 0)


def test_calibration_counts_above_for_the_judged_and_from_for_all() -> None:
    judged = [
        Judgement("a", confidence=0.95, perfect=True),
        Judgement("b", confidence=0.95, perfect=False),
        Judgement("c", confidence=0.9, perfect=False),
        Judgement("d", confidence=0.99, perfect=None),
    ]
    assert calibration(judged, [0.95, 0.95, 0.9, 0.5]) == Calibration(2, 1, 4, 3)


@pytest.mark.parametrize(
    ("read", "gold", "same"),
    [
        ("Bent u bekend met het bericht?", "Bent u be-\nkend met het bericht?1", True),
        ("Bent u bekend met het bericht?", "Kent u het bericht over treinen?", False),
        ("", "", True),
        ("", "Ja.", False),
    ],
)
def test_words_count(read: str, gold: str, same: bool) -> None:
    assert same_text(read, gold) is same
