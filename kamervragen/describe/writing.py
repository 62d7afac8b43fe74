"""All descriptors of a release, written in one go. The same release gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kamervragen.describe.card import data_card
from kamervragen.describe.citation import citation
from kamervragen.describe.croissant import croissant
from kamervragen.describe.datapackage import data_package
from kamervragen.describe.dcat import catalogue
from kamervragen.describe.facts import gather
from kamervragen.release.files import sha256_of
from schemas.dictionary import render

SUMS = "SHA256SUMS"
DICTIONARY = "data-dictionary.md"

# Written after the sums, so they cannot hold it. It names the hash of the sums instead.
_MANIFEST = "manifest.json"


def describe(
    folder: Path,
    version: str,
    previous_version: str | None = None,
    sums: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, str]:
    """Write the descriptors of the release in `folder` beside its data; call it when all else is there.

    `sums` are the hashes of files of the release by their paths, as far as they are known; returned are those
    of all that stand there in the end.

    `SHA256SUMS` holds every file of the release but itself and the manifest, which is written last and
    holds the hash of the sums. Times come from the version, never from the clock.

    Raises:
        ValueError: `version` is no version.
    """
    facts = gather(folder, version, previous_version, sums)
    texts = {
        "datapackage.json": _json(data_package(facts)),
        "dcat.jsonld": _json(catalogue(facts)),
        "croissant.json": _json(croissant(facts)),
        "CITATION.cff": citation(facts),
        "README.md": data_card(facts),
        DICTIONARY: render(),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    known = {file.path: file.sha256 for table in facts.tables for file in (table.parquet, table.csv) if file}
    found = _sums(folder, {**sums, **known})
    listed = "".join(f"{sum_}  {name}\n" for name, sum_ in found.items())
    (folder / SUMS).write_text(listed, encoding="utf-8", newline="\n")
    return {**found, SUMS: sha256_of(folder / SUMS)}


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _sums(folder: Path, known: dict[str, str]) -> dict[str, str]:
    """The hash of each file by its path, as they are listed for `sha256sum -c`."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {
        name: known.get(name) or sha256_of(folder / name) for name in names if name not in (SUMS, _MANIFEST)
    }
