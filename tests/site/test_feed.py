"""The index and the feed of several releases. The rules of the feed are those of RFC 4287."""

import re
import shutil
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from kamervragen.site import build
from kamervragen.site.changes import told
from tests.conftest import ROOT
from tests.releasing import make_release

ATOM = "{http://www.w3.org/2005/Atom}"
OLD, NEW, NEXT = "2026-05-01.1", "2026-05-01.2", "2026-05-02.1"
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three releases: of one file, of two files, and of the second file edited."""
    folder = tmp_path_factory.mktemp("releases")
    raw = folder / "raw"
    raw.mkdir()
    first, second, *_ = sorted((ROOT / "raw").glob("*.txt"))
    shutil.copy(first, raw)
    make_release(raw, folder / "output", OLD)
    shutil.copy(second, raw)
    make_release(raw, folder / "output", NEW)
    (raw / second.name).write_text(
        second.read_text(encoding="utf-8") + "\n\nNog een regel.\n", encoding="utf-8"
    )
    make_release(raw, folder / "output", NEXT)
    build(folder / "output")
    return folder / "output"


@pytest.fixture(scope="module")
def feed(releases: Path) -> Element:
    return fromstring((releases / "feed.xml").read_bytes())  # noqa: S314  # our own file


def texts(parent: Element, name: str) -> list[str]:
    return [found.text or "" for found in parent.findall(ATOM + name)]


def test_feed_and_entries_have_what_atom_demands(feed: Element) -> None:
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for part in (feed, *entries):
        for name in ("id", "title", "updated"):  # 4.1.1 and 4.1.2: exactly one of each
            (text,) = texts(part, name)
            assert text
        assert URI.fullmatch(texts(part, "id")[0])  # 4.2.6: an IRI, absolute
        assert TIME.fullmatch(texts(part, "updated")[0])  # 3.3
    assert texts(feed.findall(f"{ATOM}author")[0], "name")  # 4.1.1: an author for all entries
    ids = [texts(part, "id")[0] for part in (feed, *entries)]
    assert len(set(ids)) == len(ids)


def test_the_feed_is_as_new_as_its_newest_entry_and_tells_times_apart(feed: Element) -> None:
    entries = feed.findall(f"{ATOM}entry")
    times = [datetime.fromisoformat(texts(entry, "updated")[0]) for entry in entries]
    assert times == sorted(set(times), reverse=True)
    assert texts(feed, "updated") == texts(entries[0], "updated")
    assert [texts(entry, "title")[0] for entry in entries] == [f"Release {v}" for v in (NEXT, NEW, OLD)]


def test_links_of_the_feed_lead_to_pages_from_where_the_feed_stands(feed: Element, releases: Path) -> None:
    # The site does not know its address: links are relative to that of the feed (4.2.7.1; RFC 3986, 5.1.3).
    links = [*feed.findall(f"{ATOM}link"), *feed.findall(f"{ATOM}entry/{ATOM}link")]
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"self", "alternate"}
    for link in links:
        assert (releases / str(link.get("href"))).is_file()
    for entry in feed.findall(f"{ATOM}entry"):  # 4.1.2: an alternate link where there is no content
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]


def test_the_index_lists_all_releases_newest_first_and_what_changed(releases: Path) -> None:
    index = (releases / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<h2><a[^>]*>Release ([\d.-]+)</a>", index) == [NEXT, NEW, OLD]
    cards = index.split("<section")[1:]
    for card, version in zip(cards, (NEXT, NEW, OLD), strict=True):
        lines = (releases / "releases" / version / "CHANGES.md").read_text(encoding="utf-8").splitlines()
        told = [line for line in lines if line.strip() and not line.startswith("#")]
        assert told
        shown = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", card))
        for line in told:
            words = re.findall(r"[\w.-]{4,}", line)
            assert all(word in shown for word in words)


def test_an_older_release_keeps_its_pages(releases: Path) -> None:
    for version in (OLD, NEW, NEXT):
        assert version in (releases / "site" / version / "index.html").read_text(encoding="utf-8")
        assert f"releases/{version}/" in (releases / "site" / version / "reader.html").read_text(
            encoding="utf-8"
        )


def test_changes_are_shown_as_what_they_are_and_hold_no_markup() -> None:
    written = "# Title\n\n## Files\n\n- \\<b\\>a\\-b\\_\\`c.txt\n\n"
    written += "| table | added |\n|---|---:|\n| `docu\\|ments` | 1 |\n"
    heading, files, counts = told(written)
    assert (heading.tag, heading.text) == ("h3", "Files")
    assert [item.text for item in files] == ["<b>a-b_`c.txt"]
    cells = [cell.text for cell in counts.iter() if cell.tag in ("th", "td")]
    assert cells == ["table", "added", "docu|ments", "1"]
