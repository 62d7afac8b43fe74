"""Citations in a text: found, read by a small grammar for each kind, and turned into canonical ids.

Resolution is by syntax only; nothing is looked up outside the project.
"""

from __future__ import annotations

from kamervragen.document import Reference
from kamervragen.literals import Hits
from kamervragen.references.anchors import Anchors, anchor_literals, anchors_in
from kamervragen.references.reading import Reading
from kamervragen.view import View

__all__ = ["anchor_literals", "find_references", "references_at"]


def find_references(view: View) -> list[Reference]:
    """All citations in the view, in the order of the text; offsets are those of the whole text."""
    return references_at(view, anchors_in(view.text))


def references_at(view: View, hits: Hits[Anchors]) -> list[Reference]:
    """All citations in the view, at whose text the `anchor_literals` were found.

    Linear in the length of the text: every anchor is matched locally, and nothing is read twice.
    """
    reading = Reading(view)
    for place, _, anchors in hits:
        for start, end, finder in anchors:
            if place + start >= reading.consumed:
                reading.consumed = max(reading.consumed, finder(reading, place + start, place + end))
    return sorted(reading.found, key=lambda reference: (reference.start, reference.end))
