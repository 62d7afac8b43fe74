"""Compare a document as it was read with the rows written by hand beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from kamervragen.document import Amount, Answer, Document, Footnote, Participant, Question, Reference

GOLDEN = Path(__file__).parent
RAW = GOLDEN.parent.parent / "raw"
MINISTRY = "https://identifier.overheid.nl/tooi/id/ministerie/"
# Where these begin or end is a matter of taste ("[het] antwoord op vraag 2"); the others are exact.
LOOSE_KINDS = {"internal", "law", "eu_act", "eu_case"}

Row = dict[str, Any]


def names() -> list[str]:
    """The documents that have expectations."""
    return sorted(path.stem for path in GOLDEN.glob("*.yaml"))


def raw_text(name: str) -> str:
    """The raw text as the reader gets it: newlines untouched."""
    return (RAW / f"{name}.txt").read_bytes().decode("utf-8")


def expectations(name: str) -> Row:
    """The expected rows of one document."""
    loaded: Row = yaml.safe_load((GOLDEN / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def differences(document: Document, expected: Row) -> list[str]:
    """One sentence for each thing that was read otherwise than expected."""
    found = _fields("document", document.header, expected["document"])
    if "participants" in expected:
        found += _participants(document.header.participants, expected["participants"])
    found += _rows("question", document.questions, expected["questions"], _question)
    found += _rows("answer", document.answers, expected["answers"], _answer)
    found += _links(document)
    found += _footnotes(document, expected["footnotes"])
    text = document.text
    found += _spans("reference", text, document.references, expected["references"], _reference)
    found += _spans("amount", text, document.amounts, expected["amounts"], _amount)
    return found


def folded(text: str) -> str:
    """The text with all white space folded to single spaces."""
    return " ".join(text.split())


def _fields(what: str, row: object, expected: Row) -> list[str]:
    return [
        f"{what}: {key} is {getattr(row, key)!r}, expected {value!r}"
        for key, value in expected.items()
        if getattr(row, key) != value
    ]


def _participants(found: Sequence[Participant], expected: list[Row]) -> list[str]:
    askers = [row for row in found if row.role == "asker"]
    others = [row for row in found if row.role == "respondent"]
    wanted = [_with_uri(row) for row in expected]
    messages = _rows("asker", askers, [row for row in wanted if row["role"] == "asker"], _fields)
    for row in wanted:
        if row["role"] == "respondent":
            hit = next((other for other in others if not _fields("", other, row)), None)
            if hit is None:
                messages.append(f"no respondent {row}, have {others}")
            else:
                others.remove(hit)
    return messages + [f"respondent too many: {row}" for row in others]


def _with_uri(row: Row) -> Row:
    return row | {"ministry_id": MINISTRY + row["ministry_id"]} if row.get("ministry_id") else row


def _rows(what: str, found: Sequence[Any], expected: list[Row], compare: Any) -> list[str]:
    messages = []
    if len(found) != len(expected):
        labels = [_label(row) for row in found]
        messages.append(f"{len(found)} {what}s instead of {len(expected)}: {labels}")
    for position, (row, wanted) in enumerate(zip(found, expected, strict=False), start=1):
        messages += compare(f"{what} {position}", row, wanted)
    return messages


def _label(row: Any) -> Any:
    return next(
        (getattr(row, key) for key in ("number", "question_numbers", "name") if hasattr(row, key)), row
    )


def _question(what: str, row: Question, expected: Row) -> list[str]:
    fields = {"number": expected["number"], "number_printed": expected.get("number_printed", True)}
    fields["heading"] = expected.get("heading")
    return _fields(what, row, fields) + _words(what, row.text, expected)


def _answer(what: str, row: Answer, expected: Row) -> list[str]:
    fields = {
        "question_numbers": tuple(expected["for"]),
        "refers_to": tuple(expected.get("refers_to", [])),
    }
    return _fields(what, row, fields) + _words(what, row.text, expected)


def _words(what: str, text: str, expected: Row) -> list[str]:
    text = folded(text)
    messages = []
    if not text.startswith(expected["first"]):
        messages.append(f"{what} begins {text[:70]!r}, expected {expected['first']!r}")
    if not text.endswith(expected["last"]):
        messages.append(f"{what} ends {text[-70:]!r}, expected {expected['last']!r}")
    messages += [
        f"{what} lacks {piece!r}: {text!r}" for piece in expected.get("holds", []) if piece not in text
    ]
    messages += [f"{what} holds {piece!r}: {text!r}" for piece in expected.get("lacks", []) if piece in text]
    return messages


def _links(document: Document) -> list[str]:
    """Each answer is linked to each question it answers; only pointers may be linked to more."""
    links = {(row.question, row.answer): row.link for row in document.question_answers}
    positions = {question.number: place for place, question in enumerate(document.questions)}
    messages = []
    for place, answer in enumerate(document.answers):
        usual = "direct" if len(answer.question_numbers) == 1 else "grouped"
        allowed = {usual, "referred"} if answer.refers_to else {usual}
        for number in answer.question_numbers:
            link = links.pop((positions.get(number, -1), place), None)
            if link not in allowed:
                messages.append(f"question {number} to answer {place + 1}: link {link}, expected {allowed}")
    messages += [f"link too many: {pair} {link}" for pair, link in links.items() if link != "referred"]
    return messages


def _footnotes(document: Document, expected: list[Row]) -> list[str]:
    def compare(what: str, note: Footnote, wanted: Row) -> list[str]:
        messages = _fields(what, note, {"number": wanted["number"]})
        if not folded(note.text).startswith(wanted["first"]):
            messages.append(f"{what} begins {note.text[:70]!r}, expected {wanted['first']!r}")
        for place in ("question", "answer"):
            position = getattr(note, place)
            position = None if position is None else position + 1
            if position != wanted.get(place):
                messages.append(f"{what}: mark in {place} {position}, expected {wanted.get(place)}")
        return messages + _mark(what, document.text, note, wanted)

    return _rows("footnote", document.footnotes, expected, compare)


def _mark(what: str, text: str, note: Footnote, wanted: Row) -> list[str]:
    if note.marker_start is None or note.marker_end is None:
        return [f"{what}: mark not found, expected after {wanted['after']!r}"]
    mark = text[note.marker_start : note.marker_end]
    # Other marks may stand between ("4 en 5"), and a mark may stand before the closing full stop.
    before = folded(re.sub(r"(?<=[?.!])\s*(\d+|[,\s]|en)*$", "", text[: note.marker_start]))
    messages = []
    if wanted["number"] not in mark:
        messages.append(f"{what}: mark is {mark!r}, expected one with {wanted['number']}")
    if not before.endswith(wanted["after"]):
        messages.append(f"{what}: mark after {before[-40:]!r}, expected after {wanted['after']!r}")
    return messages


def _spans(what: str, text: str, found: Sequence[Any], expected: list[Row], compare: Any) -> list[str]:
    spare, messages, place = list(found), [], 0
    for wanted in expected:
        start = text.index(wanted["text"], place)
        place = start + len(wanted["text"])
        row = next((row for row in spare if row.start < place and row.end > start), None)
        if row is None:
            messages.append(f"{what} missing: {wanted['text']!r}")
            continue
        spare.remove(row)
        printed = text[row.start : row.end]
        messages += compare(f"{what} {printed!r}", printed, row, wanted)
    return messages + [f"{what} too many: {text[row.start : row.end]!r}" for row in spare]


def _reference(what: str, printed: str, row: Reference, expected: Row) -> list[str]:
    fields = {key: value for key, value in expected.items() if key != "text"}
    exact = expected["kind"] not in LOOSE_KINDS
    return _printed(what, printed, expected["text"], exact) + _fields(what, row, fields)


def _amount(what: str, printed: str, row: Amount, expected: Row) -> list[str]:
    fields: Row = {"value_max": None, "currency": "EUR", "currency_stated": True} | expected
    del fields["text"]
    for key in ("value", "value_max"):
        fields[key] = None if fields[key] is None else Decimal(str(fields[key]))
    return _printed(what, printed, expected["text"], exact=False) + _fields(what, row, fields)


def _printed(what: str, printed: str, wanted: str, exact: bool) -> list[str]:
    right = printed == wanted if exact else (wanted in printed or printed in wanted)
    return [] if right else [f"{what}: expected {wanted!r}"]
