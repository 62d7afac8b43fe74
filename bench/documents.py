"""Invented documents in any number: `python -m bench.documents FOLDER COUNT`.

As long and as dense as published ones (about 8 kB, 3 references and 1 amount a document). The same number
gives the same documents, and a larger number the same ones and more.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.generator import TYPICAL, from_seed

PER_FOLDER = 1000


def write_documents(folder: Path, count: int, processes: int = 2) -> None:
    """Write documents 0 to `count` into subfolders of `folder`; those that are there already stay."""
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(partial(_write_folder, folder, count), range(0, count, PER_FOLDER)))


def _write_folder(folder: Path, count: int, first: int) -> None:
    part = folder / f"{first // PER_FOLDER:04d}"
    part.mkdir(parents=True, exist_ok=True)
    for seed in range(first, min(count, first + PER_FOLDER)):
        file = part / f"{seed:07d}.txt"
        if not file.exists():
            file.write_bytes(from_seed(seed, TYPICAL).text.encode())


if __name__ == "__main__":
    write_documents(Path(sys.argv[1]), int(sys.argv[2]))
