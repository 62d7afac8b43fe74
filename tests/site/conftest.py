"""One release, one server and one browser for all tests of the site."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from kamervragen.site import build, server
from tests.conftest import ROOT
from tests.releasing import make_release

VERSION = "2026-05-01.1"
HOSTILE = """\
AH 9999

2025Z99999

Antwoord van minister <img src=x onerror="window.hacked=1"> (Financiën) (ontvangen 20 november 2025)

Vraag 1
Kent u het Voorbeelddocument <script>window.hacked=1</script> & javascript:window.hacked=1 😀
ter waarde van € 5 miljoen?

Antwoord 1
Ja, zie http://voorbeeld.example/"><script>window.hacked=1</script> en <svg onload=window.hacked=1>.
"""


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with a release of the samples and a hostile document, and its site."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "raw", folder / "raw")
    (folder / "raw" / "<b>vijandig.txt").write_text(HOSTILE, encoding="utf-8")
    make_release(folder / "raw", folder / "output", VERSION)
    build(folder / "output")
    return folder / "output"


@contextmanager
def serving(output: Path) -> Iterator[str]:
    """Where the site in that folder is served, for as long as it is."""
    with server(output) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{running.server_address[1]}"
        finally:
            running.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def address(output: Path) -> Iterator[str]:
    """Where the site is served."""
    with serving(output) as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium of the system."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("chromium is not installed (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()
