"""The headers of real annotated documents."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from kamervragen.document import Header
from kamervragen.header import read_header

FIELDS = ("document_type", "publication_id", "session_year", "submitted_on", "answered_on")


def annotated(corpus: Path) -> list[tuple[str, dict[str, Any], str]]:
    found = []
    for gold in sorted((corpus / "dev").glob("*.json")):
        content = json.loads(gold.read_text(encoding="utf-8"))
        if content.get("document"):
            text = gold.with_suffix(".txt").read_bytes().decode("utf-8")
            found.append((gold.stem, content, text))
    return found


def read(gold: dict[str, Any], text: str) -> Header:
    first = gold["questions"][0]["start_offset"]
    line = text.rfind("\n", 0, first) + 1
    before = text.rfind("\n", 0, max(line - 1, 0)) + 1
    label = re.match(r"(?:Vraag\s*)?\d{1,3}\W", text[before:line])
    return read_header(
        text,
        before if label else line,
        question_count=len(gold["questions"]),
        answer_count=len(gold["answers"]),
    )


@pytest.mark.corpus
def test_fields_of_real_headers(corpus: Path) -> None:
    wrong = []
    for name, gold, text in annotated(corpus):
        header = read(gold, text)
        for field in FIELDS:
            value = getattr(header, field)
            have = str(value) if value is not None else None
            right = gold["document"].get(field)
            if have not in (right if isinstance(right, list) else [right]):
                wrong.append((name, field, have, right))
    assert wrong == []


@pytest.mark.corpus
def test_people_in_real_headers(corpus: Path) -> None:
    wrong = []
    for name, gold, text in annotated(corpus):
        header = read(gold, text)
        for role, key in (("asker", "askers"), ("respondent", "respondents")):
            if gold["document"][key] is None:
                continue
            want = {
                (key_of(one["name"]) if role == "asker" else key_of(one["ministry"]))
                for one in gold["document"][key]
            }
            have = {
                key_of(one.name if role == "asker" else one.ministry)
                for one in header.participants
                if one.role == role
            }
            if want != have:
                wrong.append((name, role, have, want))
    assert wrong == []


def key_of(printed: str | None) -> str:
    """Letters only, without accents: the annotations keep extraction faults such as `Yes¸il`."""
    plain = unicodedata.normalize("NFKD", printed or "")
    return re.sub(r"[\W_]+", "", "".join(c for c in plain if not unicodedata.combining(c))).lower()
