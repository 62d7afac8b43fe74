"""The report as files: the same bytes each time, safe to open, and readable."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kamervragen.quality import CheckResult, Notice, Report, write_report
from kamervragen.quality.report import Row, Severity, shown

EVIL = "<script>alert('é')</script>\" onload=\"x&amp;\x00\u202e"


def result(
    name: str = "amounts.value.sane",
    severity: Severity = "warning",
    passed: bool = False,
    rows: tuple[Row, ...] = (),
    count: int = 1,
) -> CheckResult:
    return CheckResult(
        id=name,
        severity=severity,
        table=name.split(".")[0],
        column=None,
        description="The `value` of an amount is sane.",
        passed=passed,
        observed="1 row",
        expected="none",
        failing_count=0 if passed else count,
        failing_rows=rows,
    )


class Seen(HTMLParser):
    """Tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def written(report: Report, folder: Path) -> tuple[dict[str, object], str]:
    write_report(report, folder / "quality")
    found = json.loads((folder / "quality" / "report.json").read_text(encoding="utf-8"))
    return found, (folder / "quality" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("checks", "stopped"),
    [
        ((result(passed=True), result("a.b", "critical", passed=True)), False),
        ((result(), result("a.b", "critical", passed=True)), False),
        ((result(), result("a.b", "critical")), True),
    ],
)
def test_only_a_critical_check_stops(checks: tuple[CheckResult, ...], stopped: bool, tmp_path: Path) -> None:
    report = Report(checks)

    found, page = written(report, tmp_path)

    assert report.stopped is stopped
    assert found["stopped"] is stopped
    assert ("✗ Stopped" in page, "✓ Passed" in page) == (stopped, not stopped)


def test_the_json_holds_every_check(whole_report: Report, tmp_path: Path) -> None:
    found, _ = written(whole_report, tmp_path)

    assert found["checks_run"] == len(whole_report.checks)
    assert found["warnings"] == ["sources.rejected"]
    assert found["row_counts"] == dict(whole_report.row_counts)
    assert found["notices"] == [{"where": "a.meta.json", "message": "It is broken."}]
    assert isinstance(found["checks"], list)
    assert found["checks"][0] == {
        "id": "sources.file",
        "severity": "critical",
        "table": "sources",
        "column": None,
        "description": "The file of sources has the defined columns, in order and of the right types.",
        "passed": True,
        "observed": "10 columns as defined",
        "expected": "10 columns as defined",
        "failing_count": 0,
        "failing_rows": [],
    }


def test_raw_text_cannot_become_markup(tmp_path: Path) -> None:
    report = Report((result(rows=({EVIL: EVIL},)),), notices=(Notice(EVIL, "bad name \udce9"),))

    found, page = written(report, tmp_path)
    seen = Seen(page)

    assert "script" not in seen.tags
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert seen.text.count("<script>alert('é')</script>\" onload=\"x&amp;\\x00\\u202e") == 3
    assert "bad name \\udce9" in seen.text
    assert found["notices"] == [{"where": EVIL, "message": "bad name \udce9"}]


def test_the_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    address = "https://voorbeeld.example/a?b"
    _, page = written(Report((result(rows=({"target_url": address},)),)), tmp_path)
    seen = Seen(page)

    assert address in seen.text
    assert [
        (name, value) for name, value in seen.attributes if name in ("href", "src", "srcset", "action")
    ] == [("href", "data:,")]
    assert address not in str(seen.attributes)
    assert not re.search(r"@import|url\(|https?://", page.replace(address, ""))
    assert not {"script", "iframe", "img", "object", "form"} & set(seen.tags)


def test_the_page_is_made_for_every_reader(tmp_path: Path) -> None:
    _, page = written(Report((result(rows=({"amount_id": "a", "value": None},)),)), tmp_path)
    seen = Seen(page)

    assert page.startswith("<!DOCTYPE html>")
    assert ("lang", "en") in seen.attributes
    assert ("name", "viewport") in seen.attributes
    assert "prefers-color-scheme: dark" in page
    assert [tag for tag in seen.tags if tag in ("h1", "h2", "h3")][:3] == ["h1", "h2", "h3"]
    assert seen.tags.count("caption") == seen.tags.count("table") > 0
    assert "✗ failed" in seen.text  # in words too, not in colour alone
    assert "null" in seen.text


def test_the_page_says_how_many_rows_it_does_not_show(tmp_path: Path) -> None:
    one: tuple[Row, ...] = ({"amount_id": "a"},)
    report = Report((result(rows=one, count=2345), result("amounts.other", rows=one)))

    _, page = written(report, tmp_path)

    assert "1 of the 2,345 failing rows of amounts.value.sane" in page
    assert "All 1 failing row of amounts.other" not in page
    assert "The failing row of amounts.other" in page


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (3, 3),
        (0.5, 0.5),
        (float("inf"), "inf"),
        (Decimal("1000000.5000"), "1000000.5000"),
        (date(2024, 10, 30), "2024-10-30"),
        (["1", "2"], ["1", "2"]),
        ("a" * 301, "a" * 300 + "…"),
    ],
)
def test_values_are_shown_plainly(value: object, expected: object) -> None:
    assert shown(value) == expected
