"""The report as one page of HTML: no scripts, nothing fetched from elsewhere.

Values come from raw files and may hold anything, markup included. The page is built as a tree of elements
that escapes all text when it is written out, and characters that cannot be seen are spelled out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from importlib.resources import files
from xml.etree.ElementTree import Element, tostring

from kamervragen.quality.report import CheckResult, Notice, Report, Value, counted

Content = Element | str

# Nothing is run or fetched, whatever a raw file holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def page(report: Report) -> str:
    """The page, in English, for narrow and wide screens, light and dark, and readers who see no colours."""
    root = _element("html", _head(report), _element("body", _main(report)), lang="en")
    return "<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html") + "\n"


def _head(report: Report) -> Element:
    style = (files(__package__) / "page.css").read_text(encoding="utf-8")
    return _element(
        "head",
        _element("meta", charset="utf-8"),
        _element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        _element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        _element("title", f"Quality report: {'stopped' if report.stopped else 'passed'}"),
        _element("link", rel="icon", href="data:,"),  # else browsers ask the server for one
        _element("style", style),
    )


def _main(report: Report) -> Element:
    parts: list[Content] = [_element("h1", "Quality report"), _verdict(report)]
    parts += _failures("Critical checks that failed", report.failed("critical"))
    parts += _failures("Warnings", report.failed("warning"))
    parts += _notices(report.notices)
    parts += [_element("h2", "Tables"), _tables(report)]
    parts += [
        _element("h2", "All checks"),
        _element(
            "p",
            "A critical check that fails stops the release; a warning is reported and the release goes on.",
            class_="soft",
        ),
        *(_checks_of(table, checks) for table, checks in _by_table(report).items()),
    ]
    return _element("main", *parts)


def _verdict(report: Report) -> Element:
    critical = [check for check in report.checks if check.severity == "critical"]
    warnings = len(report.checks) - len(critical)
    failed, warned = len(report.failed("critical")), len(report.failed("warning"))
    if report.stopped:
        line, detail = "✗ Stopped", f"{failed} of {counted(len(critical), 'critical check')} failed"
    else:
        line, detail = "✓ Passed", f"{counted(len(critical), 'critical check')}, all passed"
    return _element(
        "div",
        _element("p", _element("strong", line)),
        _element("p", f"{detail}. {warned} of {counted(warnings, 'check')} for warnings raised one."),
        class_=f"verdict {'bad' if report.stopped else 'good'}",
    )


def _failures(title: str, checks: Sequence[CheckResult]) -> list[Content]:
    if not checks:
        return []
    return [_element("h2", f"{title} ({len(checks)})"), *(_failure(check) for check in checks)]


def _failure(check: CheckResult) -> Element:
    parts: list[Content] = [
        _element("h3", _element("code", check.id)),
        _element(
            "dl",
            *_term("Must hold", *_marked_up(check.description)),
            *_term("Severity", check.severity),
            *_term("Found", check.observed),
            *_term("Expected", check.expected),
        ),
    ]
    if check.failing_rows:
        parts.append(_rows(check))
    return _element("section", *parts, class_=f"check {check.severity}")


def _rows(check: CheckResult) -> Element:
    columns = list(dict.fromkeys(column for row in check.failing_rows for column in row))
    shown, failing = len(check.failing_rows), max(check.failing_count, len(check.failing_rows))
    some = f"{shown:,} of the" if shown < failing else "The"
    rows = f"{counted(failing, 'failing row')}" if failing > 1 else "failing row"
    return _table(
        f"{some} {rows} of {check.id}",
        [_heading(column, [row.get(column) for row in check.failing_rows]) for column in columns],
        ([_cell(row.get(column)) for column in columns] for row in check.failing_rows),
    )


def _heading(column: str, values: Sequence[Value]) -> Element:
    numbers = any(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
    return _element("th", column, scope="col", class_="number" if numbers else "")


def _cell(value: Value) -> Element:
    if value is None:
        return _element("td", "null", class_="null")
    if isinstance(value, bool):
        return _element("td", str(value).lower())
    if isinstance(value, int | float):
        return _element("td", str(value), class_="number")
    text = "; ".join(value) if isinstance(value, list) else value
    # <bdi>: text from right to left stays inside its cell.
    return _element("td", _element("bdi", text))


def _notices(notices: Sequence[Notice]) -> list[Content]:
    if not notices:
        return []
    return [
        _element("h2", f"Noticed ({len(notices)})"),
        _table(
            "What was noticed on the way and stands in no table",
            [_element("th", name, scope="col") for name in ("Where", "What")],
            ([_cell(notice.where), _cell(notice.message)] for notice in notices),
        ),
    ]


def _tables(report: Report) -> Element:
    by_table = _by_table(report)
    names = ("Table", "Rows", "Checks", "Critical failed", "Warnings")
    return _table(
        "Rows of each table, and its checks",
        [_element("th", name, scope="col", class_="" if name == "Table" else "number") for name in names],
        (
            [
                _element("th", table, scope="row"),
                _element("td", _row_count(report, table), class_="number"),
                _element("td", str(len(checks)), class_="number"),
                _tally(checks, "critical"),
                _tally(checks, "warning"),
            ]
            for table, checks in by_table.items()
        ),
    )


def _row_count(report: Report, table: str) -> str:
    return f"{report.row_counts[table]:,}" if table in report.row_counts else "unknown"


def _tally(checks: Iterable[CheckResult], severity: str) -> Element:
    number = sum(not check.passed and check.severity == severity for check in checks)
    colour = {"critical": " bad", "warning": " warn"}[severity] if number else ""
    return _element("td", str(number), class_=f"number{colour}")


def _checks_of(table: str, checks: Sequence[CheckResult]) -> Element:
    failed = sum(not check.passed for check in checks)
    summary = f"{table}: {counted(len(checks), 'check')}, {f'{failed} failed' if failed else 'all passed'}"
    names = ("Check", "Severity", "Result", "What must hold", "Found")
    return _element(
        "details",
        _element("summary", summary),
        _table(
            f"Checks of {table}",
            [_element("th", name, scope="col") for name in names],
            (_line(check) for check in checks),
        ),
    )


def _line(check: CheckResult) -> list[Element]:
    colour = "good" if check.passed else {"critical": "bad", "warning": "warn"}[check.severity]
    return [
        _element("td", _element("code", check.id)),
        _element("td", check.severity),
        _element("td", "✓ passed" if check.passed else "✗ failed", class_=colour),
        _element("td", *_marked_up(check.description)),
        _element("td", check.observed),
    ]


def _by_table(report: Report) -> dict[str, list[CheckResult]]:
    grouped: dict[str, list[CheckResult]] = {}
    for check in report.checks:
        grouped.setdefault(check.table, []).append(check)
    return grouped


def _table(caption: str, head: Iterable[Element], rows: Iterable[Iterable[Element]]) -> Element:
    """A table that scrolls by itself on a narrow screen, also by keyboard."""
    return _element(
        "div",
        _element(
            "table",
            _element("caption", caption),
            _element("thead", _element("tr", *head)),
            _element("tbody", *(_element("tr", *cells) for cells in rows)),
        ),
        class_="scroll",
        role="region",
        tabindex="0",
        aria_label=caption,
    )


def _term(name: str, *content: Content) -> tuple[Element, Element]:
    return _element("dt", name), _element("dd", *content)


def _marked_up(text: str) -> list[Content]:
    """A text with its `names` in backticks as code."""
    parts = text.split("`")
    return [_element("code", part) if place % 2 else part for place, part in enumerate(parts)]


def _element(tag: str, *content: Content, **attributes: str) -> Element:
    """An element; `class_` is written as class, `aria_label` as aria-label, empty attributes are left out."""
    names = {name: name.rstrip("_").replace("_", "-") for name in attributes}
    element = Element(tag, {names[name]: _seen(value) for name, value in attributes.items() if value})
    last: Element | None = None
    for part in content:
        if isinstance(part, Element):
            element.append(part)
            last = part
        elif last is None:
            element.text = (element.text or "") + _seen(part)
        else:
            last.tail = (last.tail or "") + _seen(part)
    return element


def _seen(text: str) -> str:
    """Control characters, invisible marks and halves of characters are spelled out, as in `\\u202e`."""
    return "".join(_spelled(character) if _is_hidden(character) else character for character in text)


def _is_hidden(character: str) -> bool:
    return character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn", "Co")


def _spelled(character: str) -> str:
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")
