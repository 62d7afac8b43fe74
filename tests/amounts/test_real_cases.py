"""Other people's cases and real documents that may lie beside the project."""

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kamervragen.amounts import find_amounts
from kamervragen.amounts.number_words import read_number
from kamervragen.document import Amount
from kamervragen.view import View

pytestmark = pytest.mark.corpus

# Ordinals and replacing numbers in a text are other tasks; leading zeros spell a code, not a number.
OTHER_TASKS = {"ordinal", "replace_all", "replace_ge10_or_group"}
NOT_NUMBERS = {"nul acht", "nul nul honderdvijfentwintig"}


def cases(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def outside_contract() -> dict[str, str]:
    lines = (Path(__file__).parent / "outside_contract.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t")
    return {row["case"]: row["reason"] for row in rows}


def test_cases_of_other_projects(corpus: Path) -> None:
    outside = outside_contract()
    wrong = {}
    for case in cases(corpus / "amounts.jsonl"):
        found = [(a.start, a.end, float(a.value), a.currency) for a in find_amounts(View.of(case["input"]))]
        expected = [(e["start"], e["end"], e["value"], e["currency"]) for e in case["expected"]]
        if found != expected:
            wrong[case["id"]] = case["input"]
    assert set(wrong) == set(outside), wrong


def test_number_words_of_other_projects(corpus: Path) -> None:
    wrong = {}
    for case in cases(corpus / "number-words.jsonl"):
        if case["model"] in OTHER_TASKS or case["input"] in NOT_NUMBERS:
            continue
        expected = [row["value"] for row in case["expected"] if row.get("kind") != "ordinal"]
        if len(expected) < len(case["expected"]):
            continue
        if case["model"] == "currency":
            found = [float(amount.value) for amount in find_amounts(View.of(case["input"]))]
        else:
            number = read_number(case["input"])
            found = [] if number is None else [float(number)]
        if found != expected:
            wrong[case["input"]] = found
    assert not wrong


def test_annotated_documents(corpus: Path) -> None:
    right = wrong = missed = 0
    for gold_file in sorted((corpus / "dev").glob("*.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))["amounts"]
        with gold_file.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
            found = find_amounts(View.of(file.read()))
        used: set[int] = set()
        for row in gold:
            hit = next((i for i, amount in enumerate(found) if i not in used and is_right(amount, row)), None)
            if hit is not None:
                used.add(hit)
            right += hit is not None and not row.get("optional")
            missed += hit is None and not row.get("optional")
        optional = [row for row in gold if row.get("optional")]
        rest = [amount for i, amount in enumerate(found) if i not in used]
        wrong += sum(not any(overlaps(amount, row) for row in optional) for amount in rest)
    precision, recall = right / (right + wrong), right / (right + missed)
    assert precision >= 0.975
    assert 2 * precision * recall / (precision + recall) >= 0.97


def overlaps(amount: Amount, row: dict[str, Any]) -> bool:
    return amount.start < row["end_offset"] and row["start_offset"] < amount.end


def is_right(amount: Amount, row: dict[str, Any]) -> bool:
    values = [amount.value, amount.value_max]
    gold = [Decimal(str(row[name])) if row.get(name) is not None else None for name in ("value", "value_max")]
    return overlaps(amount, row) and values == gold and amount.currency == row["currency"]
