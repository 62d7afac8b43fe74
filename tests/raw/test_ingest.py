"""The raw folder as a whole: every file has its row, with a plain reason where it is set aside."""

import json
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import pytest

from kamervragen.raw import IngestSummary, RawText, Source, ingest, read_ledger, read_texts
from kamervragen.raw.texts import MOST_FILES, partition
from kamervragen.raw.walk import Found
from kamervragen.release.executors import InlineExecutor

LETTER = "Voorbeelddocument\nVraag 1\nKent u het bericht?\nAntwoord 1\nJa.\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


def ledger_of(raw: Path, limit: int = 20_000_000, executor: Executor | None = None) -> dict[str, Source]:
    with tempfile.TemporaryDirectory() as into:
        ingest(raw, Path(into) / "work", executor or InlineExecutor(), limit)
        return {source.source_path: source for source in read_ledger(Path(into) / "work" / "ledger.parquet")}


def texts_of(raw: Path, into: Path) -> list[RawText]:
    ingest(raw, into, InlineExecutor())
    return [text for file in sorted((into / "texts").iterdir()) for text in read_texts(file.read_bytes())]


def test_a_readable_file_is_loaded_and_its_text_kept_verbatim(raw: Path, tmp_path: Path) -> None:
    (raw / "2024").mkdir()
    (raw / "2024" / "a.txt").write_bytes(b"\xef\xbb\xbf" + LETTER.replace("\n", "\r\n").encode())
    (text,) = texts_of(raw, tmp_path / "work")
    assert (text.source_path, text.text) == ("2024/a.txt", LETTER.replace("\n", "\r\n"))
    source = ledger_of(raw)["2024/a.txt"]
    assert (source.status, source.reason, source.encoding) == ("loaded", None, "utf-8-sig")
    assert source.source_sha256 == text.source_sha256
    assert source.size_bytes == (raw / "2024" / "a.txt").stat().st_size


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty."),
        (b"%PDF-1.4", "The file is binary (a PDF), not text."),
        (bytes(range(256)) * 10, "The file is binary, not text."),
        (b"Vraag \x81 1", "The text is not UTF-8, UTF-16 or Windows-1252: see the byte at position 6."),
    ],
)
def test_unreadable_content_is_rejected_with_its_hash_and_size(
    raw: Path, content: bytes, reason: str
) -> None:
    (raw / "x.txt").write_bytes(content)
    source = ledger_of(raw)["x.txt"]
    assert (source.status, source.reason, source.size_bytes) == ("rejected", reason, len(content))
    assert source.source_sha256 is not None
    assert source.encoding is None


def test_names_with_anything_in_them_are_read(raw: Path) -> None:
    names = [b"met spatie.txt", "één.txt".encode(), b"\"quote'.txt", b"regel\neinde.txt", b"\xff\xfe.txt"]
    for number, name in enumerate(names):
        Path(os.fsdecode(os.fsencode(raw) + b"/" + name)).write_text(f"{LETTER}{number}")
    sources = ledger_of(raw)
    assert {source.status for source in sources.values()} == {"loaded"}
    assert list(sources) == sorted(
        ["met spatie.txt", "één.txt", "\"quote'.txt", "regel\neinde.txt", "�ff�fe.txt"]
    )


def test_the_same_bytes_twice_count_once_and_the_second_names_the_first(raw: Path, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c\nd.txt"):
        (raw / name).write_text(LETTER)
    sources = ledger_of(raw)
    assert [source.status for source in sources.values()] == ["loaded", "duplicate", "duplicate"]
    assert sources["b.txt"].reason == 'Same bytes as "a.txt".'
    assert ingest(raw, tmp_path / "work", InlineExecutor()).duplicates == 2


def test_a_file_over_the_limit_is_not_read(raw: Path) -> None:
    (raw / "groot.txt").write_bytes(b"a" * 2_500_001)
    source = ledger_of(raw, limit=1_000_000)["groot.txt"]
    assert source.reason == "The file is 2.5 MB; files over 1 MB are not read."
    assert (source.size_bytes, source.source_sha256) == (2_500_001, None)


def test_links_are_followed_to_files_inside_the_folder_only(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (raw / "map").mkdir()
    (raw / "map" / "z.txt").write_text(LETTER)
    links = {
        "a-inside.txt": "map/z.txt",
        "b-outside.txt": tmp_path / "secret.txt",
        "c-up.txt": "../secret.txt",
        "d-folder": "map",
        "e-broken.txt": "nowhere",
        "f-circle.txt": "f-circle.txt",
        "g-device.txt": "/dev/zero",
        "h-outside.meta.json": tmp_path / "secret.txt",
    }
    for name, target in links.items():
        (raw / name).symlink_to(target)
    (raw / "h-outside.txt").write_text(f"{LETTER} anders")
    reasons = {path: source.reason for path, source in ledger_of(raw).items()}
    assert reasons == {
        "a-inside.txt": None,
        "b-outside.txt": "The symbolic link leads out of the raw folder.",
        "c-up.txt": "The symbolic link leads out of the raw folder.",
        "d-folder": "The symbolic link leads to a folder; only links to files are followed.",
        "e-broken.txt": "The symbolic link leads to nothing.",
        "f-circle.txt": "The symbolic link leads round in a circle.",
        "g-device.txt": "The symbolic link leads out of the raw folder.",
        "h-outside.txt": None,
        "map/z.txt": 'Same bytes as "a-inside.txt".',
    }
    assert ledger_of(raw)["h-outside.txt"].remarks == (
        "The sidecar was not used: the symbolic link leads out of the raw folder."
    )


def test_pipes_and_sockets_do_not_keep_us_waiting(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(raw / "pipe.txt")
    monkeypatch.chdir(raw)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        sources = ledger_of(raw)
    assert {source.reason for source in sources.values()} == {
        "It is not a regular file (a pipe, socket or device)."
    }


def test_hidden_files_and_json_are_accounted_for_but_not_read(raw: Path) -> None:
    (raw / ".git").mkdir()
    (raw / ".git" / "config").write_text("x")
    (raw / ".DS_Store").write_text("x")
    (raw / "gold.json").write_text("{}")
    (raw / "alleen.meta.json").write_text("{}")
    reasons = {path: source.reason for path, source in ledger_of(raw).items()}
    assert reasons == {
        ".DS_Store": "The name begins with a dot: hidden files are not read.",
        ".git/": "The name begins with a dot: hidden folders are not read.",
        "alleen.meta.json": "It is a sidecar without a document beside it.",
        "gold.json": "It is a JSON file: data about documents, not the text of one.",
    }


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder of a user without privileges; permissions do not bind root."""
    with tempfile.TemporaryDirectory() as folder:
        if os.geteuid() == 0:
            os.chown(folder, 65534, 65534)
            os.seteuid(65534)
            try:
                yield Path(folder)
            finally:
                os.seteuid(0)
        else:
            yield Path(folder)


def test_what_may_not_be_opened_is_said(as_nobody: Path) -> None:
    raw = as_nobody / "raw"
    (raw / "dicht").mkdir(parents=True)
    (raw / "a.txt").write_text(LETTER)
    (raw / "a.meta.json").write_text("{}")
    (raw / "b.txt").write_text(LETTER)
    (raw / "a.meta.json").chmod(0)
    (raw / "b.txt").chmod(0)
    (raw / "dicht").chmod(0)
    sources = ledger_of(raw)
    (raw / "dicht").chmod(0o700)
    assert (
        sources["a.txt"].remarks
        == "The sidecar was not used: the file may not be opened (permission denied)."
    )
    assert sources["b.txt"].reason == "The file may not be opened (permission denied)."
    assert sources["dicht/"].reason == "The folder may not be opened, so that the files in it are unknown."


class _After(InlineExecutor):
    """Does something to the raw folder between finding the files and reading them."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.act = act

    def map(self, fn, *iterables, timeout=None, chunksize=1):  # type: ignore[no-untyped-def] # as in Executor
        self.act()
        return super().map(fn, *iterables)


def test_a_file_that_vanishes_before_it_is_read_keeps_its_row(raw: Path) -> None:
    (raw / "weg.txt").write_text(LETTER)
    source = ledger_of(raw, executor=_After((raw / "weg.txt").unlink))["weg.txt"]
    assert (source.status, source.reason) == ("rejected", "The file was gone when it was to be read.")


def test_a_file_that_has_grown_since_it_was_found_is_read_as_it_is_now(raw: Path) -> None:
    (raw / "groeit.txt").write_text(LETTER)
    grow = _After(lambda: (raw / "groeit.txt").write_text(LETTER * 2))
    assert ledger_of(raw, executor=grow)["groeit.txt"].size_bytes == len(LETTER * 2)
    large = _After(lambda: (raw / "groeit.txt").write_text(LETTER * 1000))
    assert "files over" in str(ledger_of(raw, limit=1000, executor=large)["groeit.txt"].reason)


def test_a_file_that_becomes_a_link_to_elsewhere_is_not_followed(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (raw / "a.txt").write_text(LETTER)

    def swap() -> None:
        (raw / "a.txt").unlink()
        (raw / "a.txt").symlink_to(tmp_path / "secret.txt")

    assert ledger_of(raw, executor=_After(swap))["a.txt"].status == "rejected"


def test_a_sidecar_goes_into_the_ledger_and_to_the_reader(raw: Path, tmp_path: Path) -> None:
    (raw / "a.txt").write_text(LETTER)
    (raw / "b.txt").write_text(f"{LETTER} b")
    (raw / "a.meta.json").write_text(json.dumps({"publication_id": "ah-tk-20242025-594"}))
    (raw / "b.txt.meta.json").write_text("{")
    sources = ledger_of(raw)
    assert sources["a.txt"].publication_id == "ah-tk-20242025-594"
    assert (sources["b.txt"].status, sources["b.txt"].reason) == ("loaded", None)
    assert sources["b.txt"].remarks == "The sidecar is not valid JSON and was not used."
    assert [text.publication_id for text in texts_of(raw, tmp_path / "work")] == ["ah-tk-20242025-594", None]


def test_partitions_are_bounded_in_files_and_bytes_and_lose_nothing() -> None:
    sizes = [1] * (MOST_FILES + 1) + [1_500_000, 1_500_000, 9_000_000, 1]
    files = [Found(b"", str(number), size, b"") for number, size in enumerate(sizes)]
    runs = list(partition(files))
    assert [file for run in runs for file in run] == files
    assert [len(run) for run in runs] == [MOST_FILES, 2, 1, 1, 1]


def test_ledger_and_texts_are_the_same_bytes_with_one_and_with_two_workers(raw: Path, tmp_path: Path) -> None:
    for number in range(450):
        (raw / f"{number}.txt").write_text(f"{LETTER}{number // 2}")
    with ProcessPoolExecutor(2) as pool:
        two = ingest(raw, tmp_path / "two", pool)
    one = ingest(raw, tmp_path / "one", InlineExecutor())
    assert one == two == IngestSummary(files=450, loaded=225, duplicates=225, rejected=0, partitions=3)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*"))
    assert len(files) == 5  # what was found, the ledger, three partitions
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
