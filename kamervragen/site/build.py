"""Writes the site: `index.html`, `feed.xml` and `site/`; nothing inside a release is ever touched."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from kamervragen.release.files import write_atomically
from kamervragen.release.manifest import MANIFEST
from kamervragen.release.output import Output, Release, versions, whole_release
from kamervragen.site.charts import DARK, LIGHT, draw
from kamervragen.site.feed import feed
from kamervragen.site.figures import figures
from kamervragen.site.pages import index_page, reader_page, release_page

_ASSETS = ("site.css", "reader.js", "vendor/hyparquet.min.js", "vendor/fzstd.min.js",
           "vendor/hyparquet.LICENSE.txt", "vendor/fzstd.LICENSE.txt", "vendor/README.md")  # fmt: skip


class SiteError(Exception):
    """The site cannot be made; the message says why."""


def build(root: Path) -> list[Path]:
    """Write the site of the whole releases in the output folder `root`; returns what was written.

    Raises:
        SiteError: there is no release in it, or it is itself a release.
    """
    if (root / MANIFEST).exists():
        raise SiteError(f"{root} is a release and never changed: name the output folder above it.")
    output = Output(root)
    found = (whole_release(output.releases / str(version)) for version in reversed(versions(output)))
    releases = [release for release in found if release is not None]
    if not releases:
        raise SiteError(f"{root} holds no release: make one first with `kamervragen release`.")
    pages = {"index.html": index_page(releases), "feed.xml": feed(releases)}
    for name in _ASSETS:
        pages[f"site/assets/{name}"] = files(__package__).joinpath(name).read_bytes()
    for release in releases:
        pages |= _pages_of(release)
    for name, content in pages.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != content:
            write_atomically(path, content)
    return [root / name for name in pages]


def _pages_of(release: Release) -> dict[str, bytes]:
    folder = f"site/{release.version}"
    shown = figures(release.folder)
    pages = {
        f"{folder}/index.html": release_page(release, shown),
        f"{folder}/reader.html": reader_page(release),
    }
    for figure in shown:
        if figure.rows:
            pages[f"{folder}/{figure.name}.svg"] = draw(figure, LIGHT)
            pages[f"{folder}/{figure.name}-dark.svg"] = draw(figure, DARK)
    return pages
