"""Annotations made by hand: NAME.json beside the raw file NAME.txt, offsets in its code points."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

PARTS = ("document", "questions", "answers", "footnotes", "references", "amounts")
_LISTS = PARTS[1:]
FIELDS = ("document_type", "publication_id", "session_year", "submitted_on", "answered_on")
"""The fields of `document` that are judged."""

Row = dict[str, Any]
"""One annotation as it stands in the JSON file, which its annotator may give more keys than we read."""


class GoldError(Exception):
    """The annotations cannot be used: the message says which file, where in it and what to do."""


@dataclass(frozen=True, slots=True)
class GoldFile:
    """The annotations of one document. `None` for a part means that it is not judged.

    Where `questions` is None, neither answers nor footnotes are judged.
    """

    name: str
    text: str
    document: Row | None
    questions: list[Row] | None
    answers: list[Row]
    footnotes: list[Row]
    references: list[Row] | None
    amounts: list[Row] | None


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
        document=_document(path, content["document"]),
        answers=rows["answers"],
        footnotes=rows["footnotes"],
        questions=None if content["questions"] is None else rows["questions"],
        references=None if content["references"] is None else rows["references"],
        amounts=None if content["amounts"] is None else rows["amounts"],
    )


def _parsed(path: Path) -> Row:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
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


@dataclass(frozen=True, slots=True)
class Shape:
    """What the value of a key must be: a test, and the same in words."""

    fits: Callable[[object], bool]
    told: str


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _is_numeral(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _is_text_or_null(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_list_of(fits: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(map(fits, value))


_TEXT = Shape(lambda value: isinstance(value, str), "a text")
_NUMERAL = Shape(_is_numeral, "a number or a text such as 2a")
_NUMERALS = Shape(_is_list_of(_is_numeral), "a list of question numbers")
_NUMBER = Shape(_is_number, "a number")
_OFFSET = Shape(lambda value: isinstance(value, int) and not isinstance(value, bool), "a whole number")
_OPTIONAL: dict[str, Shape] = {
    "also_numbers": _NUMERALS,
    "value_max": Shape(lambda value: value is None or _is_number(value), "a number or null"),
}
_KEYS: dict[str, dict[str, Shape]] = {
    "questions": {"number": _NUMERAL, "start_offset": _OFFSET, "end_offset": _OFFSET},
    "answers": {"numbers": _NUMERALS, "start_offset": _OFFSET, "end_offset": _OFFSET},
    "footnotes": {"start": _TEXT, "start_offset": _OFFSET},
    "references": {"kind": _TEXT, "start_offset": _OFFSET, "end_offset": _OFFSET},
    "amounts": {"value": _NUMBER, "currency": _TEXT, "start_offset": _OFFSET, "end_offset": _OFFSET},
}
"""What an annotation of each part cannot do without."""
_PEOPLE = ("askers", "respondents")


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
        for key, shape in (_KEYS[part] | _OPTIONAL).items():
            if key in row and not shape.fits(row[key]):
                raise GoldError(f"{where}: {key} must be {shape.told}, not {row[key]!r}.")
        _check_offsets(where, row, length)
    return rows


def _check_offsets(where: str, row: Row, length: int) -> None:
    for key in ("start_offset", "end_offset"):
        if not 0 <= row.get(key, 0) <= length:
            raise GoldError(f"{where}: {key} {row[key]!r} lies outside the text of {length} characters.")
    if row.get("end_offset", length) < row["start_offset"]:
        raise GoldError(f"{where}: it ends ({row['end_offset']}) before it starts ({row['start_offset']}).")


def _document(path: Path, document: object) -> Row | None:
    if document is None:
        return None
    if not isinstance(document, dict):
        raise GoldError(f"{path}: document must be an object, or null where it is not judged.")
    for key in _PEOPLE:
        people = document.get(key)
        if people is not None and not _is_list_of(_is_person)(people):
            raise GoldError(f"{path}: {key} must be a list of objects with texts, or null, not {people!r}.")
    for key in FIELDS:
        value = document.get(key)
        if not _is_text_or_null(value) and not _is_list_of(_is_text_or_null)(value):
            raise GoldError(f"{path}: {key} must be a text, null, or a list of these, not {value!r}.")
    return document


def _is_person(value: object) -> bool:
    """Whether an annotation names somebody; other keys than these are the annotator's own."""
    keys = ("name", "party", "ministry")
    return isinstance(value, dict) and all(_is_text_or_null(value.get(key)) for key in keys)
