"""The quality gate: is a set of tables fit to be released?

`check_tables` looks at the files of one folder and says what it found in a `Report`; `write_report`
writes that as `report.json` and as a page for people. Each check is either `critical` (a release that
fails it is not published) or a `warning` (published, and reported).

Five rooms, each with its own kind of check:

- `physical`: the files are there, with the columns and types of `schemas/`;
- `columns`: what a value may be, generated from `schemas/` and completed by `domain.yaml`, run by Great
  Expectations (`expectations`, imported only when a gate runs: it takes seconds to load);
- `relations`: how rows hang together; the queries in `sql/`, each selecting the rows that fail;
- `spans`: the text of a row is what stands at its place in the document;
- `comparison`: how the tables differ from those of the latest release.
"""

from kamervragen.quality.gate import check_tables
from kamervragen.quality.publication import write_report
from kamervragen.quality.report import CheckResult, Notice, Report

__all__ = ["CheckResult", "Notice", "Report", "check_tables", "write_report"]
