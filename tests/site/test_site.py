"""The pages and the reader, in a real browser."""

import hashlib
import http.client
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import quote, urlsplit

import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Browser, Page

from kamervragen.site import SiteError, build
from kamervragen.site.serve import byte_range
from tests.site.conftest import VERSION

PAGES = ("/index.html", f"/site/{VERSION}/index.html", f"/site/{VERSION}/reader.html")
QUALITY = f"/releases/{VERSION}/quality/index.html"
READER = PAGES[2]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
SHOWN = "#document[data-shown]"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(base_url=address) as context:
        yield context.new_page()


def documents(output: Path) -> list[dict[str, str]]:
    columns = ["document_id", "source_path", "title", "text"]
    rows: list[dict[str, str]] = pq.read_table(
        output / "releases" / VERSION / "documents.parquet", columns=columns
    ).to_pylist()
    return rows


def status(address: str, path: str) -> int:
    """What the server says to exactly this path, which clients with more manners would tidy first."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def sums(folder: Path) -> dict[str, str]:
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def test_building_again_gives_the_same_bytes_and_touches_no_release(output: Path) -> None:
    released, made = sums(output / "releases"), sums(output / "site")
    for path in build(output):
        path.unlink()
    build(output)
    assert (sums(output / "releases"), sums(output / "site")) == (released, made)


def test_a_release_is_refused_as_output(output: Path) -> None:
    with pytest.raises(SiteError, match="is a release"):
        build(output / "releases" / VERSION)


def test_every_link_leads_somewhere(page: Page, address: str) -> None:
    for start in (*PAGES, QUALITY):
        page.goto(start)
        for target in page.eval_on_selector_all("a, link[rel=stylesheet]", "all => all.map(a => a.href)"):
            assert target.startswith(address)
            assert status(address, urlsplit(target).path) == 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_are_drawn(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(PAGES[1])
    widths = page.eval_on_selector_all("picture img", "all => all.map(i => i.naturalWidth)")
    assert len(widths) == 5
    assert all(widths)
    assert all(page.eval_on_selector_all("picture img", "all => all.map(i => i.alt)"))


def test_pages_work_from_a_file(page: Page, output: Path) -> None:
    page.goto((output / "site" / VERSION / "index.html").as_uri())
    assert all(page.eval_on_selector_all("picture img", "all => all.map(i => i.naturalWidth)"))
    assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"


def test_the_reader_shows_every_document_whole_and_runs_nothing(page: Page, output: Path) -> None:
    page.goto(READER)
    page.wait_for_selector("#results a")
    for document in documents(output):
        name = document["document_id"]
        page.goto(f"{READER}#{quote(name)}")
        page.wait_for_selector(f'#document[data-shown="{name}"]')
        parts = page.eval_on_selector_all("#document > div", "all => all.map(d => d.textContent)")
        assert "".join(parts) == document["text"]
        assert page.locator("#document script, #document img, #document svg").count() == 0
        hrefs = page.eval_on_selector_all("#document a", "all => all.map(a => a.protocol)")
        assert set(hrefs) <= {"http:", "https:"}
    assert page.evaluate("window.hacked") is None


def test_no_page_runs_or_fetches_anything_of_others(page: Page, output: Path, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    pages = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.html"))
    assert {f"/{path}" for path in pages} == {*PAGES, QUALITY}
    for path in pages:
        page.goto(f"/{path}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.hacked") is None
        assert page.locator("[onerror], [onload], svg script").count() == 0
        assert page.locator("script").count() == (1 if f"/{path}" == READER else 0)
    assert page.title()  # of the last one: nothing has ended it before its time
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_what_is_hostile_stands_on_the_pages_as_it_is(page: Page, output: Path) -> None:
    """Else the tests above would prove nothing."""
    title = "</title><script>window.hacked=1</script>"
    assert title in {document["title"] for document in documents(output)}
    page.goto(READER)
    page.wait_for_selector("#results a")
    assert title in page.locator("#results").inner_text()
    page.goto(QUALITY)
    assert "<script>" in page.locator("main").inner_text()


def test_a_search_and_a_choice_by_keyboard(page: Page, output: Path) -> None:
    wanted = documents(output)[-1]["document_id"]
    page.goto(READER)
    page.wait_for_selector("#results a")
    page.focus("#search")
    page.keyboard.type(wanted)
    page.wait_for_function("document.querySelectorAll('#results a').length === 1")
    page.locator("#results a").press("Enter")
    page.wait_for_selector(f'#document[data-shown="{wanted}"]')
    assert page.url.endswith(f"#{quote(wanted)}")


@pytest.mark.parametrize("start", [*PAGES, QUALITY])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_phone_width_and_accessibility(
    page: Page, output: Path, start: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 740})
    if start == READER:
        page.goto(f"{start}#{quote(documents(output)[0]['document_id'])}")
        page.wait_for_selector(SHOWN)
    else:
        page.goto(start)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize(
    "path", ["/../raw/docx-ah.txt", "/%2e%2e/raw/docx-ah.txt", "/.lock", "/%00", "/niets"]
)
def test_nothing_else_is_served(address: str, path: str) -> None:
    assert status(address, path) == 404


@pytest.mark.parametrize(
    ("asked", "given"),
    [("bytes=0-3", (0, 4)), ("bytes=-3", (7, 10)), ("bytes=8-", (8, 10)), ("bytes=10-", None), ("x", None)],
)
def test_ranges(asked: str, given: tuple[int, int] | None) -> None:
    assert byte_range(asked, 10) == given
