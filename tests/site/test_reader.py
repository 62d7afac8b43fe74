"""The reader with tables that lie, with many documents, and by keyboard."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Browser, Page

from kamervragen.site import build
from tests.generator.compose import from_seed
from tests.releasing import make_release
from tests.site.conftest import VERSION, serving

READER = f"/site/{VERSION}/reader.html"
MARKUP = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"
ADDRESSES = (
    "javascript:window.hacked=1",
    " JaVa\tScript:window.hacked=1",
    "data:text/html,<script>window.hacked=1</script>",
    "vbscript:window.hacked=1",
    "file:///",
    "//evil.example",
    '"><script>window.hacked=1</script>',
)
MANY = 1000


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(base_url=address) as context:
        yield context.new_page()


def table(output: Path, name: str) -> pa.Table:
    return pq.read_table(output / "releases" / VERSION / f"{name}.parquet")


def change(output: Path, name: str, column: str, value: Callable[[int, Any], object]) -> None:
    """Write a column of a released table anew, from the place and the value of each row."""
    path = output / "releases" / VERSION / f"{name}.parquet"
    old = pq.read_table(path)
    values = [value(place, was) for place, was in enumerate(old[column].to_pylist())]
    place = old.schema.get_field_index(column)
    path.unlink()
    pq.write_table(
        old.set_column(place, old.schema.field(place), pa.array(values, old.schema.field(place).type)),
        path,
        compression="zstd",
        write_page_index=True,
    )


def most(output: Path, name: str) -> str:
    """The document with the most rows in a table."""
    ids = table(output, name)["document_id"].to_pylist()
    return str(max(sorted(set(ids)), key=ids.count))


def open_document(page: Page, part: str) -> None:
    page.goto(f"{READER}#{quote(part, safe='')}")
    page.wait_for_selector(f'#document[data-shown="{part.split("/")[0]}"]')


def test_a_release_that_was_tampered_with_runs_nothing(
    browser: Browser, output: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(output, tmp_path / "output")
    for folder in [copy, *(item for item in copy.rglob("*") if item.is_dir())]:
        folder.chmod(0o755)
    cited, paid = most(copy, "references"), most(copy, "amounts")
    change(copy, "documents", "title", lambda place, was: f"{MARKUP}{place}")
    change(copy, "documents", "document_type", lambda place, was: MARKUP)
    change(copy, "references", "target_url", lambda place, was: ADDRESSES[place % len(ADDRESSES)])
    change(copy, "references", "target_document_id", lambda place, was: None)
    change(copy, "references", "target_id", lambda place, was: MARKUP)
    change(copy, "segments", "role", lambda place, was: was if place % 2 else MARKUP)
    change(copy, "amounts", "currency", lambda place, was: MARKUP)
    # Without its policy, so that the script of the page alone keeps these out.
    with serving(copy) as where, browser.new_context(base_url=where, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(READER)
        page.wait_for_selector("#results a")
        assert MARKUP in str(page.text_content("#results a"))
        for document in (cited, paid):
            open_document(page, document)
            assert MARKUP in str(page.text_content("#document h2"))
            assert MARKUP in page.title()
            for mark in page.locator("#document mark").all():
                mark.dispatch_event("click")
                assert page.text_content("#meaning")
            hrefs = page.eval_on_selector_all("#document mark a", "all => all.map(a => a.href)")
            assert hrefs == []
        assert page.locator("main :is(script, img, svg, iframe)").count() == 0
        assert page.evaluate("window.hacked") is None


def test_a_deep_link_takes_a_small_part_of_many_documents(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for seed in range(MANY):
        (tmp_path / "raw" / f"{seed}.txt").write_text(from_seed(seed).text, encoding="utf-8")
    release = make_release(tmp_path / "raw", tmp_path / "output", VERSION)
    build(tmp_path / "output")
    with pq.ParquetFile(release.folder / "documents.parquet") as file:
        group = file.metadata.row_group(0)
        columns = {
            column.path_in_schema: column for column in map(group.column, range(file.metadata.num_columns))
        }
    texts = columns["text"].total_compressed_size
    wanted = table(tmp_path / "output", "documents")["document_id"][MANY // 2].as_py()
    taken: list[tuple[str, int]] = []
    with serving(tmp_path / "output") as where, browser.new_context(base_url=where) as context:
        page = context.new_page()
        page.on(
            "response",
            lambda answer: taken.append(
                (answer.url, int(answer.headers["content-length"]) if answer.request.method == "GET" else 0)
            ),
        )
        open_document(page, wanted)
        read = [size for url, size in taken if url.endswith("/documents.parquet")]
        requests = sum(url.endswith(".parquet") for url, _ in taken)
        assert sum(read) < texts * 2 / 3
        assert requests <= 60
        taken.clear()
        page.focus("#search")
        page.wait_for_selector("#results a")
        named = sum(columns[name].total_compressed_size for name in ("document_id", "title"))
        assert sum(size for url, size in taken if url.endswith(".parquet")) <= named


def test_questions_and_answers_lead_to_each_other(page: Page, output: Path) -> None:
    pairs = table(output, "question_answers").to_pylist()
    question, answer = pairs[0]["question_id"], pairs[0]["answer_id"]
    open_document(page, question)
    assert page.evaluate("document.activeElement.id") == question
    for other in (answer, question):
        page.keyboard.press("Tab")
        assert unquote(page.evaluate("document.activeElement.hash")) == f"#{other}"
        page.keyboard.press("Enter")
        page.wait_for_function("wanted => document.activeElement.id === wanted", arg=other)


def test_the_value_of_an_amount_is_told_when_it_has_the_focus(page: Page, output: Path) -> None:
    document = most(output, "amounts")
    (first, *_) = [row for row in table(output, "amounts").to_pylist() if row["document_id"] == document]
    open_document(page, document)
    mark = page.locator("#document mark.amount").first
    mark.focus()
    told = str(page.text_content("#meaning"))
    assert told.startswith(f"{first['text']}: {first['value']:,.2f}".removesuffix(".00"))
    assert told.endswith(first["currency"])
    page.focus("#search")


def test_tab_goes_through_the_page_in_reading_order_and_out(page: Page, output: Path) -> None:
    open_document(page, most(output, "references"))
    page.evaluate("document.activeElement.blur()")
    page.focus(".skip")
    places = []
    while (
        place := page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)")
    ) not in (places) and page.evaluate("document.activeElement !== document.body"):
        places.append(place)
        page.keyboard.press("Tab")
    assert places == sorted(places)
    stops = page.locator("a[href], input, #document [tabindex='0']").count()
    assert len(places) == stops


def test_the_link_over_the_navigation_leads_to_the_content(page: Page) -> None:
    page.goto(f"/site/{VERSION}/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Read the documents"
