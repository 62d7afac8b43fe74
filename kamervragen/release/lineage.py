"""What a release was made from and what it consists of, in the words of OpenLineage (https://openlineage.io).

The `inputs` and `outputs` of a run, each a data set with a `namespace` (where releases are published), a
`name` and facets. What an event of OpenLineage has beside that, a moment and the id of a run, is left to
whoever sends one: it would make two builds of the same release differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from schemas.publication import release_description

if TYPE_CHECKING:
    from kamervragen.release.manifest import Manifest


def lineage(manifest: Manifest) -> dict[str, Any]:
    """The part `lineage` of a manifest, made from the rest of it."""
    return {
        "job": {"namespace": _namespace(), "name": "release"},
        "inputs": list(_inputs(manifest)),
        "outputs": list(_outputs(manifest)),
    }


def _inputs(manifest: Manifest) -> Iterator[dict[str, Any]]:
    """The raw files together (one by one they stand in `sources`), and the release compared with."""
    sources = manifest.sources
    yield {
        **_data_set("raw", sources.sha256),
        "inputFacets": {"inputStatistics": {"fileCount": sources.files, "size": sources.bytes}},
    }
    if manifest.previous is not None:
        yield _data_set(f"releases/{manifest.previous}", manifest.previous)


def _outputs(manifest: Manifest) -> Iterator[dict[str, Any]]:
    """Each table, with the hashes of its files."""
    files = sorted((file for file in manifest.files if file.table), key=lambda file: (file.table, file.path))
    for name, group in groupby(files, key=lambda file: file.table):
        of_table = list(group)
        data_set = _data_set(f"releases/{manifest.version}/{name}", manifest.version)
        data_set["facets"]["sha256"] = {file.path: file.sha256 for file in of_table}
        statistics = {
            "rowCount": of_table[0].rows,
            "fileCount": len(of_table),
            "size": sum(file.bytes for file in of_table),
        }
        yield {**data_set, "outputFacets": {"outputStatistics": statistics}}


def _data_set(name: str, version: str) -> dict[str, Any]:
    return {"namespace": _namespace(), "name": name, "facets": {"version": {"datasetVersion": version}}}


def _namespace() -> str:
    return release_description().address.rstrip("/")
