"""One release, one server and one browser for all tests of the site."""

import json
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
# In every place that a page may show: a name, the subject, a note, the names of files, sidecars.
HOSTILE_HEADER = """\
AH 9998

2025Z99998

Antwoord van minister Eik (Financiën) (ontvangen 20 november 2025)

Vragen van de leden Krekel<script>window.hacked=1</script> (<i>SP</i>) en Mol (A) aan de Minister van
Financiën over </title><script>window.hacked=1</script> (ingezonden 3 november 2025)

Vraag 1
Kent u dit? 1)

Antwoord 1
Ja, voor € 5</details></table><script>window.hacked=1</script>.

1) Voorbeeldkrant, "<img src=x onerror=window.hacked=1>", https://voorbeeld.example/<script>
"""
HOSTILE_NAME = '"><script>window.hacked=1<\\script> & {{7*7}} \x1b[2J \u202e'
HOSTILE_SIDECAR = {
    "publication_id": "<script>window.hacked=1</script>",
    "source_url": "javascript:window.hacked=1",
    "published_on": "<img src=x onerror=window.hacked=1>",
}


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with a release of the samples and a hostile document, and its site."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "raw", folder / "raw")
    (folder / "raw" / "<b>vijandig.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "raw" / f"{HOSTILE_NAME}.txt").write_text(HOSTILE_HEADER, encoding="utf-8")
    (folder / "raw" / f"{HOSTILE_NAME}.meta.json").write_text(json.dumps(HOSTILE_SIDECAR))
    (folder / "raw" / f"{HOSTILE_NAME} leeg.txt").touch()
    (folder / "raw" / f"{HOSTILE_NAME} twee.txt").write_text(HOSTILE_HEADER, encoding="utf-8")
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
