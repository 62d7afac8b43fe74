"""Writes a report as files: `report.json` for programs, `index.html` for people.

Neither says when or where it was written: the same report gives the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from kamervragen.quality.page import page
from kamervragen.quality.report import Report


def write_report(report: Report, directory: Path) -> None:
    """Writes `report.json` and `index.html` into `directory`, which is made if needed."""
    directory.mkdir(parents=True, exist_ok=True)
    # A lone surrogate (from the name of a raw file) becomes \\udc.. , which is how JSON writes it.
    (directory / "report.json").write_bytes(as_json(report).encode("utf-8", "backslashreplace"))
    (directory / "index.html").write_bytes(page(report).encode("utf-8"))


def as_json(report: Report) -> str:
    """The report as JSON text: whether the release is stopped, the counts, and every check in order."""
    content = {
        "stopped": report.stopped,
        "checks_run": len(report.checks),
        "critical_failed": [check.id for check in report.failed("critical")],
        "warnings": [check.id for check in report.failed("warning")],
        "row_counts": dict(report.row_counts),
        "notices": [asdict(notice) for notice in report.notices],
        "checks": [asdict(check) for check in report.checks],
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
