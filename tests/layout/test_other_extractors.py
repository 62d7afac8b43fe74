"""Real documents as another extractor would have given them are read as they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import kamervragen
from kamervragen import Document

# Documents that are read less clearly may well be read otherwise when they are printed otherwise.
CLEAR = 0.99
Change = Callable[[str, Document], str]
NO_LETTERS = re.compile(r"[\W_]+")


def labels(document: Document) -> list[tuple[int, int]]:
    """The places of the printed labels of questions and answers, the last first."""
    roles = ("question_label", "answer_label")
    return [(part.start, part.end) for part in document.segments if part.role in roles][::-1]


def labels_changed(text: str, document: Document, form: str) -> str:
    """The text with each label in another form; `{}` is the label as printed."""
    for start, end in labels(document):
        text = text[:start] + form.format(text[start:end]) + text[end:]
    return text


def with_colons(text: str, document: Document) -> str:
    """A colon behind each label that ends its line with a number."""
    for _, end in labels(document):
        if text[end - 1].isdigit() and text[end : end + 1].isspace():
            text = f"{text[:end]}:{text[end:]}"
    return text


CHANGES: dict[str, Change] = {
    "carriage returns": lambda text, _: text.replace("\n", "\r\n"),
    "spaces that do not break": lambda text, _: text.replace(" ", "\xa0"),
    "spaces at line ends": lambda text, _: text.replace("\n", " \n"),
    "no spaces at line ends": lambda text, _: "\n".join(line.rstrip() for line in text.split("\n")),
    "indented lines": lambda text, _: "\n".join(f"   {line}" for line in text.split("\n")),
    "blank lines around": lambda text, _: f"\n\n\n{text}\n\n\n",
    "straight quotes": lambda text, _: text.translate(str.maketrans("’‘“”", "''\"\"")),
    "long dashes": lambda text, _: text.replace("–", "-"),
    "labels in bold": lambda text, document: labels_changed(text, document, "**{}**"),
    "labels as headings": lambda text, document: labels_changed(text, document, "### {}"),
    "colons behind labels": with_colons,
}


def reading(document: Document) -> list[tuple[object, ...]]:
    """What was read: numbers and letters of questions, answers and notes."""
    return [
        *((row.number, NO_LETTERS.sub("", row.text)) for row in document.questions),
        *((row.question_numbers, NO_LETTERS.sub("", row.text)) for row in document.answers),
        *((row.number, NO_LETTERS.sub("", row.text)) for row in document.footnotes),
    ]


@pytest.fixture(scope="module")
def documents(corpus: Path) -> list[tuple[str, str, Document]]:
    """Name, text and reading of each real document that is read clearly."""
    found = []
    for path in sorted((corpus / "dev").glob("*.txt")):
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        document = kamervragen.read(text)
        if "passages" not in path.name and document.confidence >= CLEAR:
            found.append((path.stem, text, document))
    return found


@pytest.mark.corpus
@pytest.mark.parametrize("change", CHANGES)
def test_other_extractors_change_no_reading(change: str, documents: list[tuple[str, str, Document]]) -> None:
    assert len(documents) > 50
    changed = [
        name
        for name, text, document in documents
        if reading(kamervragen.read(CHANGES[change](text, document))) != reading(document)
    ]
    assert changed == []
