"""References and amounts of a view, looked for in the same pass over its text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from kamervragen import amounts, references
from kamervragen.amounts.anchors import Anchor
from kamervragen.document import Amount, Reference
from kamervragen.literals import Hits, search_for_both
from kamervragen.references.anchors import Anchors
from kamervragen.view import View


class Found(NamedTuple):
    """What stands in a view, in the order of the text, with offsets into the whole text."""

    references: list[Reference]
    amounts: list[Amount]


def find(view: View) -> Found:
    """The same as `find_references` and `find_amounts` find, in less time."""
    citations, money = _search()(view.text)
    return Found(references.references_at(view, citations), amounts.amounts_at(view, money))


@cache
def _search() -> Callable[[str], tuple[Hits[Anchors], Hits[Anchor]]]:
    return search_for_both(references.anchor_literals(), amounts.anchor_literals())
