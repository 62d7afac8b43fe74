"""The citation graph."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import networkx as nx
import pyarrow as pa
import pyarrow.parquet as pq

import kamervragen
from kamervragen.tables import SourceFacts, document_id, document_rows
from kamervragen.tables.citations import write_citations
from schemas import TABLES
from schemas.arrow import arrow_schema

CITING = """AH 4403
Antwoord van minister Voorbeeld (Defensie) (ontvangen 3 november 2025)
Zie ook Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 4404

Vraag 1
Kent u Kamerstuk 39 125, nr. 33 en Kamerstuk 39 125, nr. 36?

Antwoord 1
Ja. Zie Kamerstuk 39 125, nr. 33 en artikel 3:4 Awb, en het antwoord op vraag 1.
"""
CITED = """AH 4404
Antwoord van minister Voorbeeld (Defensie) (ontvangen 10 oktober 2025)

Vraag 1
Klopt dit?

Antwoord 1
Ja. Zie Kamerstuk 39 125, nr. 33.
"""


def released(folder: Path) -> Path:
    """The tables of the two documents, with `citations` beside them."""
    references = []
    for name, text in (("een.txt", CITING), ("twee.txt", CITED)):
        document = kamervragen.read(text)
        identifier = document_id(document.header.publication_id, name)
        rows = document_rows(document, document_id=identifier, source=SourceFacts(name, "0" * 64))
        columns = rows["references"]
        names = list(columns)
        references += [
            dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)
        ]
    schema = arrow_schema(TABLES["references"])
    known = {"ah-tk-20252026-4403", "ah-tk-20252026-4404"}
    for row in references:
        row["target_document_id"] = row["target_id"] if row["target_id"] in known else None
    pq.write_table(pa.Table.from_pylist(references, schema=schema), folder / "references.parquet")
    write_citations(folder, folder)
    return folder


def test_each_target_is_counted_once_a_document(tmp_path: Path) -> None:
    rows = pq.read_table(released(tmp_path) / "citations.parquet").to_pylist()
    counts = {(row["document_id"], row["kind"], row["target_id"]): row["count"] for row in rows}
    assert counts == {
        ("ah-tk-20252026-4403", "aanhangsel", "ah-tk-20252026-4404"): 1,
        ("ah-tk-20252026-4403", "kamerstuk", "kst-39125-33"): 2,
        ("ah-tk-20252026-4403", "kamerstuk", "kst-39125-36"): 1,
        ("ah-tk-20252026-4403", "law", "BWBR0005537"): 1,
        ("ah-tk-20252026-4404", "kamerstuk", "kst-39125-33"): 1,
    }


def test_the_graph_can_be_drawn(tmp_path: Path) -> None:
    rows = pq.read_table(released(tmp_path) / "citations.parquet").to_pylist()
    graph = nx.DiGraph()
    graph.add_weighted_edges_from((row["document_id"], row["target_id"], row["count"]) for row in rows)
    assert Counter(dict(graph.in_degree())).most_common(1) == [("kst-39125-33", 2)]
    assert nx.has_path(graph, "ah-tk-20252026-4403", "ah-tk-20252026-4404")
    assert len(nx.spring_layout(graph, seed=1)) == graph.number_of_nodes()
