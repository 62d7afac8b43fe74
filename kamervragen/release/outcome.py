"""What came of a run: in figures for people, and as one word with an exit status for programs."""

from __future__ import annotations

import json
import signal
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import IntEnum
from pathlib import Path
from typing import Literal

import pyarrow.parquet as pq

from kamervragen.quality import Report
from kamervragen.quality.report import CheckResult
from kamervragen.release.errors import WrongUseError
from kamervragen.release.output import Release
from kamervragen.release.publish import Publication
from kamervragen.storage import Remote


class ExitStatus(IntEnum):
    """What the main job tells its caller. When it is interrupted: 128 and the number of the signal."""

    DONE = 0
    STOPPED = 1
    WRONG_USE = 2
    BROKEN = 3


class StoppedError(Exception):
    """A critical check stopped the release; its report was kept in `folder`."""

    def __init__(self, report: Report, folder: Path | Remote) -> None:
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
    folder: Path | Remote
    is_new: bool
    files: dict[str, int]
    rows: dict[str, int]
    checks_passed: int
    checks: int
    warnings: tuple[str, ...]

    @classmethod
    def of(cls, publication: Publication, report: Report, folder: Path | Remote | None = None) -> Outcome:
        """The figures of what was published, or was found to be published already.

        `folder` is where people find it, when that is elsewhere.
        """
        return cls._of(publication.release, publication.is_new, report.checks, folder)

    @classmethod
    def of_latest(cls, release: Release, folder: Path | Remote | None = None) -> Outcome:
        """The figures of a release that needs no successor, with its checks of when it was made."""
        given = json.loads((release.folder / "quality" / "report.json").read_bytes())["checks"]
        known = [one.name for one in fields(CheckResult)]
        checks = [CheckResult(**{n: c[n] for n in known if n in c}) for c in given]
        return cls._of(release, False, checks, folder)

    @classmethod
    def _of(
        cls, release: Release, is_new: bool, checks: Sequence[CheckResult], folder: Path | Remote | None
    ) -> Outcome:
        statuses = pq.read_table(release.folder / "sources.parquet", columns=["status"])["status"]
        failed = [check for check in checks if not check.passed and check.severity == "warning"]
        return cls(
            version=str(release.version),
            folder=folder or release.folder,
            is_new=is_new,
            files=dict(sorted(Counter(statuses.to_pylist()).items())),
            rows={file.table: file.rows or 0 for file in release.manifest.files if file.table},
            checks_passed=sum(check.passed for check in checks),
            checks=len(checks),
            warnings=tuple(f"{check.table}: {check.description} ({check.observed})" for check in failed),
        )

    @property
    def news(self) -> Literal["published", "unchanged"]:
        """Whether there is a new release."""
        return "published" if self.is_new else "unchanged"

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


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended; `facts` are what is to be known about it, as JSON can hold it."""

    outcome: Literal["published", "unchanged", "stopped", "refused", "broken", "interrupted"]
    exit_status: int
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def success(self) -> bool:
        """Whether the latest release is what the raw files give."""
        return self.exit_status == ExitStatus.DONE


def ended_well(outcome: Outcome) -> Ending:
    """The ending of a run with a release."""
    facts = {
        "version": outcome.version,
        "release": str(outcome.folder),
        "files": outcome.files,
        "rows": outcome.rows,
        "warnings": list(outcome.warnings),
    }
    return Ending(outcome.news, ExitStatus.DONE, facts)


def ended_by(error: BaseException) -> Ending:
    """The ending of a run that left by an error."""
    message = f"{type(error).__name__}: {error}"
    match error:
        case StoppedError():
            facts = {"message": str(error), "reasons": error.reasons, "report": str(error.folder)}
            return Ending("stopped", ExitStatus.STOPPED, facts)
        case WrongUseError():
            return Ending("refused", ExitStatus.WRONG_USE, {"message": str(error)})
        case Exception():
            return Ending("broken", ExitStatus.BROKEN, {"message": message})
        case _:  # Ctrl-C, or Prefect's way to cancel
            number = error.args[0] if error.args and isinstance(error.args[0], int) else signal.SIGINT
            return Ending("interrupted", 128 + number)


def as_markdown(outcome: Outcome) -> str:
    """The summary as a Markdown table, for Prefect's UI."""
    news = "Published" if outcome.is_new else "Nothing changed since"
    rows = "\n".join(f"| {label} | {value} |" for label, value in outcome.figures())
    warnings = "".join(f"\n- {warning}" for warning in outcome.warnings)
    tail = f"\n\nWarnings:\n{warnings}" if warnings else ""
    return f"# {news} release {outcome.version}\n\n| | |\n|---|---|\n{rows}{tail}\n"
