"""Sidecars: `NAME.meta.json` beside a document tells what the document itself does not.

It belongs to the file `NAME` or, when there is none, to `NAME.txt`. A JSON object with, all optional:

- `publication_id`: the official id, such as `ah-tk-20242025-594` or `kv-tk-2024Z18294`;
- `source_url`: where the document was found (http or https);
- `published_on`: the day of publication, `YYYY-MM-DD`.

Other keys are left alone. What is wrong with a sidecar is reported in `sources.remarks` and never
stands in the way of the document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamervragen.raw.walk import SIDECAR_ENDING, Found

_ID = re.compile(r"(?:ah|kv)-(?:tk|ek)-[A-Za-z0-9]{1,20}(?:-[A-Za-z0-9]{1,20})?")
_URL = re.compile(r"https?://[!-~\u00a1-\U0010ffff]{1,2000}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says; `remarks` are sentences about what in it could not be used."""

    publication_id: str | None = None
    source_url: str | None = None
    published_on: date | None = None
    remarks: tuple[str, ...] = ()


def pair(files: Iterable[Found], sidecars: Iterable[Found]) -> tuple[dict[str, Found], list[Found]]:
    """Which sidecar belongs to which document (by its path), and the sidecars without a document."""
    paths = {file.name: file.path for file in files}
    pairs: dict[str, Found] = {}
    alone = []
    # From long to short, so that `a.txt.meta.json` goes before `a.meta.json` when both speak of `a.txt`.
    for sidecar in sorted(sidecars, key=lambda file: (-len(file.name), file.name)):
        name = sidecar.name.removesuffix(SIDECAR_ENDING)
        path = paths.get(name) or paths.get(name + b".txt")
        if path is None or path in pairs:
            alone.append(sidecar)
        else:
            pairs[path] = sidecar
    return pairs, alone


def read_sidecar(content: bytes) -> Sidecar:
    """What the bytes of a sidecar say; never raises."""
    try:
        given = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Sidecar(remarks=("The sidecar is not valid JSON and was not used.",))
    if not isinstance(given, dict):
        return Sidecar(remarks=("The sidecar is not a JSON object and was not used.",))
    remarks: list[str] = []
    publication_id = _text(given, "publication_id", _ID, "an official id such as ah-tk-20242025-594", remarks)
    source_url = _text(given, "source_url", _URL, "an address that begins with http:// or https://", remarks)
    day = _text(given, "published_on", _DAY, "a date as YYYY-MM-DD", remarks)
    return Sidecar(publication_id, source_url, _date(day, remarks), tuple(remarks))


def _text(
    given: dict[str, object], key: str, pattern: re.Pattern[str], wanted: str, remarks: list[str]
) -> str | None:
    value = given.get(key)
    if value is None:
        return None
    if isinstance(value, str) and pattern.fullmatch(value.strip()):
        return value.strip()
    remarks.append(f"The sidecar's {key} is not {wanted} and was not used.")
    return None


def _date(day: str | None, remarks: list[str]) -> date | None:
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        remarks.append("The sidecar's published_on is not a day of the calendar and was not used.")
        return None
