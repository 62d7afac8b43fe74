"""The name of the layout that a document was read as."""

from __future__ import annotations

import re
from itertools import chain

from kamervragen.layout import prose
from kamervragen.layout.lines import line_start
from kamervragen.layout.structure import Structure

HEADLINE = line_start("#{1,6} ")
BOLD = re.compile(r"\*\*[^*\n]{3,200}\*\*")
# A line end lost without a space: "enmet", "Hoofddorp.Het", "?Klopt".
GLUED = re.compile(r"[.?!-](?:(?<=[a-zß-ÿ]{2}[.?!])[A-ZÀ-Þ][a-zß-ÿ]|(?<=[a-zß-ÿ]{3}-)[a-zß-ÿ]{3}[^\n]{20})")
PAGE_COUNTER = re.compile(r"\d{1,3}\s?/\s?\d{1,3}\s*\Z")


def dialect_of(structure: Structure) -> str:
    """How the raw file was made, by what its maker left in it: `docx-poi`, `markdown`, `docx-plain`,
    `pdf-glued`, `pdf-lines`, `scan` or `one-line`."""
    text = structure.text
    if "[footnoteRef:" in text or "[endnoteRef:" in text:
        return "docx-poi"
    if marked_up(text) >= 2:
        return "markdown"
    counted = sum(bool(PAGE_COUNTER.search(text[slice(*span)])) for span in structure.furniture)
    if counted * 2 > len(structure.furniture):
        return "scan"
    if structure.furniture:
        return "pdf-glued" if len(GLUED.findall(text)) * 600 > len(text) else "pdf-lines"
    if structure.traits.run_on:
        return "one-line"
    return "pdf-lines" if prose.is_wrapped(text) else "docx-plain"


def marked_up(text: str) -> int:
    """How many headlines and bold passages a text has in markdown."""
    return sum(1 for _ in chain(HEADLINE.finditer(text), BOLD.finditer(text)))
