"""The finder on real text: annotated passages, cases of other projects, published ids."""

import json
import lzma
import re
from pathlib import Path

import pytest

from kamervragen.document import Reference
from kamervragen.references import find_references
from kamervragen.view import View

pytestmark = pytest.mark.corpus
FOOTER = re.compile(r"ah-tk-\d{8}-\d+\s+ISSN")
OUTSIDE = Path(__file__).with_name("outside_contract.tsv")
REACH = 36698
"""The list of published ids ends with this dossier and with February 2025."""


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as stream:
        return stream.read()


def _same(row: Reference, gold: dict[str, str | int | None]) -> bool:
    if row.kind != gold["kind"]:
        return False
    if row.kind == "law":
        return (row.article or "").lower() == str(gold.get("article") or "").lower()
    if row.kind == "internal":
        return set((row.target_id or "").split(";")) == set(str(gold["id"]).split(";"))
    if row.kind == "url":
        bare = [
            re.sub(r"^https?://(www\.)?", "", str(u).lower()).rstrip("/") for u in (row.target_id, gold["id"])
        ]
        return bare[0] == bare[1]
    return row.target_id == gold.get("id")


def _scores(folder: Path) -> tuple[int, int, int]:
    right = wrong = missed = 0
    for path in sorted(folder.glob("*-passages-*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))["references"]
        text = _text(path.with_suffix(".txt"))
        rows = find_references(View.of(text, [footer.span() for footer in FOOTER.finditer(text)]))
        for mention in gold:
            start, end = mention["start_offset"], mention["end_offset"]
            hit = next((r for r in rows if r.start < end and r.end > start and _same(r, mention)), None)
            if hit:
                rows.remove(hit)
                right += not mention.get("optional")
            else:
                missed += not mention.get("optional")
        spared = [(g["start_offset"], g["end_offset"]) for g in gold if g.get("optional")]
        wrong += sum(not any(r.start < end and r.end > start for start, end in spared) for r in rows)
    return right, wrong, missed


def test_annotated_passages(corpus):
    right, wrong, missed = _scores(corpus / "dev")
    assert right / (right + wrong) >= 0.975
    assert 2 * right / (2 * right + wrong + missed) >= 0.97


def test_cases_of_other_projects(corpus):
    outside = dict(
        line.split("\t")
        for line in OUTSIDE.read_text(encoding="utf-8").splitlines()
        if line[:1] not in {"#", ""}
    )
    lines = (corpus / "references.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [case for case in map(json.loads, lines) if case["id"] not in outside]
    failed = [case["id"] for case in cases if not _passes(case)]
    assert len(failed) <= 0.1 * len(cases), failed
    assert len(cases) > 140


def _passes(case: dict) -> bool:
    rows = find_references(View.of(case["input"]))
    if case["expected"] is None:  # only the input is known: there must be a law or an act
        return any(row.kind in {"law", "eu_act"} for row in rows)
    targets = {re.sub(r"^https?://|/$", "", row.target_id or "") for row in rows}
    wanted = {
        e["canonical_id"] for e in case["expected"] if not (e["canonical_id"] or "").startswith("mailto:")
    }
    if not wanted:
        return not rows
    return {re.sub(r"^https?://|/$", "", target or "") for target in wanted} <= targets


LAYOUTS = {
    "line ends": lambda printed: re.sub(r"\s+", "\n", printed),
    "Windows line ends": lambda printed: re.sub(r"\s+", "\r\n", printed),
    "no-break spaces": lambda printed: re.sub(r"\s+", "\xa0", printed),
    "two spaces": lambda printed: re.sub(r"\s+", "  ", printed),
    "no space behind commas": lambda printed: printed.replace(", ", ","),
    "en dashes": lambda printed: re.sub(r"(?<=\d)[-–](?=[\dIVX])", "–", printed),
    "no-break hyphens": lambda printed: re.sub(r"(?<=\d)[-–](?=[\dIVX])", "‑", printed),
    "a split word": lambda printed: re.sub(r"(?<=^[A-Za-z]{4})(?=[a-z]{4})", "-\n", printed),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_changes_nothing(corpus, layout):
    differ = []
    for path in sorted((corpus / "dev").glob("*-passages-*.txt")):
        text = _text(path)
        for row in find_references(View.of(text)):
            printed = text[row.start : row.end]
            if row.kind == "url" or re.match(r"[a-z]+-(?:tk-)?\d", printed):  # addresses and ids are one word
                continue
            before, behind = text[max(0, row.start - 150) : row.start], text[row.end : row.end + 150]
            if _cited(before + printed + behind) != _cited(before + LAYOUTS[layout](printed) + behind):
                differ.append((path.name, row.start))
    assert differ == []


def _cited(text: str) -> list[tuple[str, str | None]]:
    return [(r.kind, r.article if r.kind == "law" else r.target_id) for r in find_references(View.of(text))]


PUBLISHED = 0.99
"""The share of resolved ids that must stand in the list of published ids, which is not complete itself."""


def test_found_ids_are_published(corpus, lists):
    with lzma.open(lists / "op_keylist.xz", "rt", encoding="utf-8") as stream:
        published = {line.strip() for line in stream if line.startswith(("kst-", "ah-tk-", "h-tk-"))}
    ids = []
    for path in sorted((corpus / "dev").glob("*.txt")):
        text = _text(path)
        if "vergaderjaar 2025" in text:  # a document of after the list cites papers of after it
            continue
        rows = find_references(View.of(text))
        ids += [
            r.target_id for r in rows if r.kind in {"kamerstuk", "aanhangsel", "handelingen"} and _in_reach(r)
        ]
    missing = [i for i in ids if i not in published]
    assert len(ids) > 130
    assert 1 - len(missing) / len(ids) >= PUBLISHED, missing


def _in_reach(row: Reference) -> bool:
    """Whether the list could hold what a row cites: it ends in February 2025."""
    if row.target_id is None or row.status != "resolved":
        return False
    year = int((row.session_year or "2020")[:4])
    return 1995 <= year < 2025 and (row.dossier is None or int(row.dossier) <= REACH)
