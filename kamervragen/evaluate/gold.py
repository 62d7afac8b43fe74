"""Annotations made by hand: NAME.json beside the raw file NAME.txt, offsets in its code points."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PARTS = ("document", "questions", "answers", "footnotes", "references", "amounts")
_LISTS = PARTS[1:]

Row = dict[str, Any]
"""One annotation as it stands in the JSON file, which its annotator may give more keys than we read."""


class GoldError(Exception):
    """The annotations cannot be used: the message says which file, where in it and what to do."""


@dataclass(frozen=True, slots=True)
class GoldFile:
    """The annotations of one document. `None` for a part means that it is not judged."""

    name: str
    text: str
    document: Row | None
    questions: list[Row] | None
    answers: list[Row]
    footnotes: list[Row]
    references: list[Row]
    amounts: list[Row]


def read_gold(folder: Path) -> list[GoldFile]:
    """All annotations of a folder, by name.

    Raises:
        GoldError: no annotations there, one is no JSON of the right shape, or its text is missing.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise GoldError(f"{folder} holds no annotations: give a folder with NAME.json beside each NAME.txt.")
    return [_gold_file(path) for path in paths]


def _gold_file(path: Path) -> GoldFile:
    content = _parsed(path)
    missing = [part for part in PARTS if part not in content]
    if missing:
        raise GoldError(f"{path} lacks {', '.join(missing)}; null stands for a part that is not judged.")
    text = _text_of(path)
    rows: dict[str, list[Row]] = {part: _rows(path, part, content[part], len(text)) for part in _LISTS}
    return GoldFile(
        name=path.stem,
        text=text,
        document=content["document"],
        questions=None if content["questions"] is None else rows["questions"],
        answers=rows["answers"],
        footnotes=rows["footnotes"],
        references=rows["references"],
        amounts=rows["amounts"],
    )


def _parsed(path: Path) -> Row:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise GoldError(
            f"{path}, line {error.lineno}, column {error.colno}: this is not JSON ({error.msg})."
        ) from error
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        raise GoldError(f"{path} cannot be read: {error}.") from error
    if not isinstance(content, dict):
        raise GoldError(f"{path} must hold one JSON object with {', '.join(PARTS)}.")
    return content


def _text_of(path: Path) -> str:
    beside = path.with_suffix(".txt")
    try:
        return beside.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise GoldError(f"{path} has no text: put the annotated file beside it as {beside.name}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{beside} cannot be read as UTF-8: {error}.") from error


_KEYS = {
    "questions": ("number", "start_offset", "end_offset"),
    "answers": ("numbers", "start_offset", "end_offset"),
    "footnotes": ("start", "start_offset"),
    "references": ("kind", "start_offset", "end_offset"),
    "amounts": ("value", "currency", "start_offset", "end_offset"),
}
"""What an annotation of each part cannot do without."""


def _rows(path: Path, part: str, rows: object, length: int) -> list[Row]:
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise GoldError(f"{path}: {part} must be a list, or null where it is not judged.")
    for position, row in enumerate(rows, 1):
        where = f"{path}, row {position} of {part}"
        lacking = [key for key in _KEYS[part] if not isinstance(row, dict) or key not in row]
        if lacking:
            raise GoldError(f"{where} lacks {', '.join(lacking)}.")
        for key in ("start_offset", "end_offset"):
            if key in row and not (isinstance(row[key], int) and 0 <= row[key] <= length):
                raise GoldError(f"{where}: {key} {row[key]!r} lies outside the text of {length} characters.")
    return rows
