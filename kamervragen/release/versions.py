"""Versions of releases: `YYYY-MM-DD.N`, the day of the run (UTC) and a number that counts within it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

VERSION_FORM = r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([1-9][0-9]{0,5})"
_VERSION = re.compile(VERSION_FORM)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version; a later one compares greater (`.10` comes after `.9`)."""

    day: date
    number: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}.{self.number}"


def parse_version(text: str) -> Version | None:
    """The version that `text` names; None when it names none."""
    match = _VERSION.fullmatch(text)
    try:
        return Version(date.fromisoformat(match[1]), int(match[2])) if match else None
    except ValueError:  # 2024-02-30
        return None


def next_version(existing: Iterable[Version], today: date | None = None) -> Version:
    """The version of a release made today (default: in UTC), after all existing ones.

    When the clock has been set back, the day of the newest release goes on to count: a release made
    later never has an earlier version.
    """
    today = today or datetime.now(UTC).date()
    newest = max(existing, default=None)
    if newest is None or newest.day < today:
        return Version(today, 1)
    return Version(newest.day, newest.number + 1)
