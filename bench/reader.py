"""What a deep link into the reader takes over HTTP: `python -m bench.reader RELEASE [TIMES ...]`.

The tables of a release are written over as many times as one likes, with other ids, and the link is opened in
headless Chromium. What grows with the number of documents are the footers of the Parquet files.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from playwright.sync_api import Browser, Response, sync_playwright

from kamervragen.release.output import Release, whole_release
from kamervragen.site import server
from kamervragen.site.pages import reader_page
from kamervragen.tables import parquet_path
from kamervragen.tables.files import write_table
from schemas import TABLES

READ = ("documents", "segments", "references", "amounts", "questions", "answers", "question_answers")
TIMES = (1, 10)


def copies(table: pa.Table, times: int) -> Iterator[pa.RecordBatch]:
    """The rows over and over, with ids that begin with the number of the copy, and so in order."""
    ids = [name for name in table.column_names if name.endswith("_id") and name != "target_id"]
    for number in range(times):
        copy = table
        for name in ids:
            place = copy.schema.get_field_index(name)
            renamed = pc.binary_join_element_wise(f"{number:04d}-", copy[name], "")
            copy = copy.set_column(place, copy.schema.field(place), renamed)
        yield from copy.to_batches(2048)


def enlarge(release: Release, times: int, output: Path) -> list[str]:
    """An output folder with the tables that the reader reads, and the reader; the ids of its documents."""
    folder = output / "releases" / str(release.version)
    page = output / "site" / str(release.version) / "reader.html"
    folder.mkdir(parents=True)
    page.parent.mkdir(parents=True)
    for name in READ:
        write_table(TABLES[name], copies(pq.read_table(parquet_path(release.folder, name)), times), folder)
        (folder / f"{name}.csv").unlink()
    shutil.copytree(Path("kamervragen/site"), output / "site" / "assets")
    page.write_bytes(reader_page(release))
    ids: list[str] = pq.read_table(folder / "documents.parquet")["document_id"].to_pylist()
    return ids


def taken(browser: Browser, address: str) -> tuple[int, int]:
    """Requests and bytes of the Parquet files until the document at that address is shown."""
    sizes = []

    def note(answer: Response) -> None:
        if answer.request.method == "GET" and answer.url.endswith(".parquet"):
            sizes.append(int(answer.headers["content-length"]))

    with browser.new_context() as context:
        page = context.new_page()
        page.on("response", note)
        page.goto(address)
        page.wait_for_selector("#document[data-shown]", timeout=120_000)
    return len(sizes), sum(sizes)


def main(folder: Path, counts: Sequence[int]) -> None:
    """Measure a link into the middle at each size, and tell."""
    release = whole_release(folder)
    if release is None:
        raise SystemExit(f"{folder} is no whole release")
    print("| documents | footers kB | requests | taken kB |\n|--:|--:|--:|--:|")
    for times in counts:
        with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
            output = Path(name)
            ids = enlarge(release, times, output)
            tables = [parquet_path(output / "releases" / str(release.version), table) for table in READ]
            footers = sum(pq.read_metadata(path).serialized_size for path in tables)
            with server(output) as running:
                threading.Thread(target=running.serve_forever, daemon=True).start()
                chromium = playwright.chromium.launch(
                    executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
                )
                root = f"http://127.0.0.1:{running.server_address[1]}/site/{release.version}/reader.html"
                requests, size = taken(chromium, f"{root}#{quote(ids[len(ids) // 2])}")
                chromium.close()
                running.shutdown()
            print(f"| {len(ids):,} | {footers >> 10} | {requests} | {size >> 10} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(text) for text in sys.argv[2:]] or TIMES)
