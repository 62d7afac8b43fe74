"""Check: the quality gate."""

from __future__ import annotations

from prefect import flow, task
from prefect.artifacts import create_table_artifact

from kamervragen.quality import Report
from kamervragen.release.completing import bundle_meanwhile
from kamervragen.release.gate import check_ready
from kamervragen.release.progress import note, stage
from kamervragen.release.run import Run


@flow(name="check", description=__doc__)
def check(run: Run) -> Report:
    """What the gate found in the tables that stand ready; its report is put beside them."""
    report = look_at_tables(run)
    show_checks(report)
    note_checks(report)
    return report


@task(name="check tables")
def look_at_tables(run: Run) -> Report:
    """All checks, and the comparison with the latest release where there is one."""
    stage("checking tables")
    with bundle_meanwhile(run.ready, run.version, run.workers):
        return check_ready(run.work, run.ready, run.previous)


def note_checks(report: Report) -> None:
    """Tell which checks failed."""
    failed = [
        {
            "id": check.id,
            "severity": check.severity,
            "table": check.table,
            "observed": check.observed,
            "expected": check.expected,
        }
        for check in (*report.failed("critical"), *report.failed("warning"))
    ]
    note("tables checked", checks=len(report.checks), failed=failed)


def show_checks(report: Report) -> None:
    """Leave a table of the checks, those that failed first, for those who look in the UI."""
    rows = [
        {
            "passed": "yes" if check.passed else "NO",
            "severity": check.severity,
            "table": check.table,
            "column": check.column or "",
            "check": check.description,
            "observed": check.observed,
        }
        for check in sorted(report.checks, key=lambda check: (check.passed, check.severity, check.id))
    ]
    critical, warnings = len(report.failed("critical")), len(report.failed("warning"))
    description = f"{len(rows)} checks; failed: {critical} critical ones, {warnings} warnings."
    create_table_artifact(rows, key="checks", description=description)
