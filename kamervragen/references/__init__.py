"""Citations in a text: found, read by a small grammar for each kind, and turned into canonical ids.

Resolution is by syntax only; nothing is looked up outside the project.
"""

from __future__ import annotations

from kamervragen.document import Reference
from kamervragen.references.anchors import anchors_in
from kamervragen.references.reading import Reading
from kamervragen.view import View

__all__ = ["find_references"]


def find_references(view: View) -> list[Reference]:
    """All citations in the view, in the order of the text; offsets are those of the whole text.

    Linear in the length of the text: every anchor is matched locally, and nothing is read twice.
    """
    reading = Reading(view)
    for start, end, finder in anchors_in(reading.text):
        if start >= reading.consumed:
            reading.consumed = max(reading.consumed, finder(reading, start, end))
    return sorted(reading.found, key=lambda reference: (reference.start, reference.end))
