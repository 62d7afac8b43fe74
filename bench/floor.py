"""The floor: what any job over these files must cost. `python -m bench.floor RAW FILE`.

Reads every file, goes over its text once with a simple pattern, and writes the texts once to Parquet.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

LABEL = re.compile(r"\b(?:Vraag|Antwoord)\b")
SCHEMA = pa.schema([("path", pa.string()), ("text", pa.string()), ("labels", pa.int64())])
BATCH = 1000


def floor(raw: Path, target: Path) -> None:
    """Do the least, on one processor."""
    files = sorted(raw.rglob("*.txt"))
    with pq.ParquetWriter(target, SCHEMA, compression="zstd") as writer:
        for first in range(0, len(files), BATCH):
            batch = files[first : first + BATCH]
            texts = [file.read_bytes().decode(errors="replace") for file in batch]
            labels = [sum(1 for _ in LABEL.finditer(text)) for text in texts]
            paths = [str(file.relative_to(raw)) for file in batch]
            writer.write_table(pa.table([paths, texts, labels], schema=SCHEMA))


if __name__ == "__main__":
    floor(Path(sys.argv[1]), Path(sys.argv[2]))
