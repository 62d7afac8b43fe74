"""What all tests of references use."""

from collections.abc import Callable

import pytest

from kamervragen.document import Reference
from kamervragen.references import find_references
from kamervragen.view import View

Found = list[tuple[str, str | None, str]]


@pytest.fixture(scope="session")
def read() -> Callable[[str], list[Reference]]:
    """The references of a text in which nothing is hidden."""
    return lambda text: find_references(View.of(text))


@pytest.fixture(scope="session")
def found() -> Callable[[str], Found]:
    """(kind, target id, printed) of the references of a text."""

    def of(text: str) -> Found:
        return [(r.kind, r.target_id, text[r.start : r.end]) for r in find_references(View.of(text))]

    return of
