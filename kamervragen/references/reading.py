"""What the finders of all kinds of citation share while they read one stretch of text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kamervragen.document import Reference, Status
from kamervragen.view import View


@dataclass(slots=True)
class Reading:
    """The text being read, how far it has been read, and the citations found so far.

    `text` is the view's text: finders think in its positions, `add` leads them back to the whole text.
    `consumed` is where the last citation ended; nothing before it is looked at again.
    """

    view: View
    text: str = field(init=False)
    consumed: int = 0
    found: list[Reference] = field(default_factory=list)
    _offset: int | None = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.view.text
        self._offset = self.view.origins[0] if len(self.view.origins) == 1 else None

    def add(
        self,
        kind: str,
        start: int,
        end: int,
        target_id: str | None,
        target_url: str | None = None,
        status: Status = "resolved",
        *,
        dossier: str | None = None,
        dossier_suffix: str | None = None,
        number: str | None = None,
        session_year: str | None = None,
        article: str | None = None,
        law: str | None = None,
        page_from: int | None = None,
        page_to: int | None = None,
    ) -> None:
        """Record one citation that stands at `start`..`end` of the view."""
        if self._offset is None:
            whole_start, whole_end = self.view.span(start, end)
        else:
            whole_start, whole_end = start + self._offset, end + self._offset
        self.found.append(
            Reference(
                kind,
                whole_start,
                whole_end,
                target_id,
                target_url,
                status,
                dossier,
                dossier_suffix,
                number,
                session_year,
                article,
                law,
                page_from,
                page_to,
            )
        )


Finder = Callable[[Reading, int, int], int]
"""Reads at an anchor (its start and end in the text); returns where the citation ends, 0 if there is none."""
