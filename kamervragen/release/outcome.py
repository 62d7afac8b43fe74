"""What came of a run, in figures for people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from kamervragen.quality import Report
from kamervragen.release.publish import Publication


class StoppedError(Exception):
    """A critical check stopped the release; its report was kept in `folder`."""

    def __init__(self, report: Report, folder: Path) -> None:
        failed = report.failed("critical")
        super().__init__(f"{len(failed)} of {len(report.checks)} checks stopped the release")
        self.report = report
        self.folder = folder

    @property
    def reasons(self) -> list[str]:
        """One line for each critical check that failed."""
        return [
            f"{check.table}: {check.description} ({check.observed})"
            for check in self.report.failed("critical")
        ]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A release and its figures; `is_new` is false when nothing had changed since the latest one.

    `files` counts the raw files by status, `rows` the rows of each table.
    """

    version: str
    folder: Path
    is_new: bool
    files: dict[str, int]
    rows: dict[str, int]
    checks_passed: int
    checks: int
    warnings: tuple[str, ...]

    @classmethod
    def of(cls, publication: Publication, report: Report) -> Outcome:
        """The figures of what was published, or was found to be published already."""
        release = publication.release
        statuses = pq.read_table(release.folder / "sources.parquet", columns=["status"])["status"]
        failed = report.failed("warning")
        return cls(
            version=str(release.version),
            folder=release.folder,
            is_new=publication.is_new,
            files=dict(sorted(Counter(statuses.to_pylist()).items())),
            rows={file.table: file.rows or 0 for file in release.manifest.files if file.table},
            checks_passed=sum(check.passed for check in report.checks),
            checks=len(report.checks),
            warnings=tuple(f"{check.table}: {check.description} ({check.observed})" for check in failed),
        )

    def figures(self) -> list[tuple[str, str]]:
        """Label and value of each line of the summary."""
        aside = {status: count for status, count in self.files.items() if status != "loaded"}
        details = ", ".join(f"{count:,} {status}" for status, count in aside.items())
        tables = ("questions", "answers", "references", "amounts")
        return [
            ("files read", f"{self.files.get('loaded', 0):,}"),
            ("files set aside", f"{sum(aside.values()):,}" + (f" ({details})" if details else "")),
            *((name, f"{self.rows.get(name, 0):,}") for name in tables),
            ("checks passed", f"{self.checks_passed} of {self.checks}"),
        ]


def as_markdown(outcome: Outcome) -> str:
    """The summary as a Markdown table, for Prefect's UI."""
    news = "Published" if outcome.is_new else "Nothing changed since"
    rows = "\n".join(f"| {label} | {value} |" for label, value in outcome.figures())
    warnings = "".join(f"\n- {warning}" for warning in outcome.warnings)
    tail = f"\n\nWarnings:\n{warnings}" if warnings else ""
    return f"# {news} release {outcome.version}\n\n| | |\n|---|---|\n{rows}{tail}\n"
