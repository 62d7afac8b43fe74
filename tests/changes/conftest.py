"""Two releases, with files added, removed, edited, renamed and doubled between them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kamervragen.release.output import Release
from tests.conftest import ROOT
from tests.generator import from_seed
from tests.releasing import make_release

FIRST, SECOND = "2026-05-01.1", "2026-05-02.1"


def edit_folder(raw: Path) -> None:
    """What happens to a raw folder between two releases."""
    files = sorted(path for path in raw.glob("*.txt"))
    added, removed, edited, renamed, doubled = files[0], files[1], files[2], files[3], files[4]
    shutil.copy(doubled, raw / "nog-eens.txt")
    removed.unlink()
    edited.write_text(edited.read_text().replace("Ja", "Nee").replace("€ 2", "€ 3") + "\nSlot.\n")
    renamed.rename(raw / "hernoemd.txt")
    added.rename(raw / "leeg.txt")
    (raw / "leeg.txt").write_bytes(b"")
    (raw / "nieuw.txt").write_text(from_seed(4242).text)


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Release, Release]:
    folder = tmp_path_factory.mktemp("twee")
    raw = folder / "raw"
    shutil.copytree(ROOT / "raw", raw)
    for seed in range(12):
        (raw / f"voorbeelddocument-{seed:02}.txt").write_text(from_seed(seed).text)
    first = make_release(raw, folder / "output", FIRST)
    edit_folder(raw)
    return first, make_release(raw, folder / "output", SECOND)
