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
