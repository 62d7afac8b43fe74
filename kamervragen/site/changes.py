"""`CHANGES.md` of a release as parts of a page. Only what that file holds: headings, lists, tables, lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from kamervragen.site.html import element, table

_ESCAPED = re.compile(r"\\([^\w\s]|_)")
_TICK = re.compile(r"(?<!\\)`")
_RULE = re.compile(r"[|:\- ]{1,200}")


def told(markdown: str) -> Iterator[Element]:
    """The parts, without the title; everything in them is text."""
    for kind, group in groupby(markdown.splitlines(), _kind):
        lines = list(group)
        if kind == "table":
            rows = [_cells(line) for line in lines if not _RULE.fullmatch(line)]
            yield table("Rows that differ", rows[0], rows[1:])
        elif kind == "list":
            yield element("ul", *(element("li", _plain(line[2:])) for line in lines))
        elif kind == "heading":
            for line in lines:
                level = len(line) - len(line.lstrip("#"))
                if level > 1:  # the title stands on the page already
                    yield element(f"h{min(6, level + 1)}", _plain(line.lstrip("# ")))
        elif kind == "text":
            yield element("p", _plain(" ".join(lines)))


def _kind(line: str) -> str:
    if not line.strip():
        return "nothing"
    return {"#": "heading", "|": "table", "-": "list"}.get(line[0], "text")


def _cells(line: str) -> list[str]:
    return [_plain(cell.strip()) for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", _TICK.sub("", text))
