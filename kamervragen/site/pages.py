"""The pages: the index of releases, a page per release, and the page that the reader fills."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from kamervragen.release.output import Release
from kamervragen.site.changes import told
from kamervragen.site.figures import TERM, Figure
from kamervragen.site.html import Content, element, link, page, table
from schemas import DERIVED_TABLES, SCHEMA_VERSION, TABLES

# The pages have no scripts. 'self' means nothing at file://, so that styles and images are left free there.
_STILL = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
_READER = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self';"
    " base-uri 'none'; form-action 'none'"
)
_EXAMPLES = (
    ("pandas", 'import pandas as pd\n\nquestions = pd.read_parquet("questions.parquet")'),
    (
        "DuckDB",
        "select title, number, questions.text\nfrom 'questions.parquet' questions\n"
        "join 'documents.parquet' using (document_id);",
    ),
    ("R", 'library(arrow)\n\nquestions <- read_parquet("questions.parquet")'),
)


def index_page(releases: Sequence[Release]) -> bytes:
    """All releases, newest first."""
    main = element(
        "main",
        element("h1", "Kamervragen as open data"),
        element(
            "p", "Questions of members of the Dutch parliament and the answers of ministers, as tables. ",
            element("a", "Feed of releases", href="feed.xml"), ".",
        ),
        *(_card(release) for release in releases),
        id="main",
    )  # fmt: skip
    feed = element("link", rel="alternate", type="application/atom+xml", title="Releases", href="feed.xml")
    return page("Kamervragen as open data", "site/assets/site.css", _STILL, main, head=[feed])


def release_page(release: Release, shown: Sequence[Figure]) -> bytes:
    """Everything about one release."""
    up = "../../"
    data = f"{up}releases/{release.version}/"
    main = element(
        "main",
        element("h1", f"Release {release.version}"),
        element(
            "p",
            element("a", "Read the documents", href="reader.html", class_="button"),
            " The reader needs a web server: ",
            element("code", "kamervragen site OUTPUT --serve"),
            ".",
        ),
        element("h2", "Figures"),
        _rows(release),
        element("div", *(element("section", *_chart(figure)) for figure in shown), class_="charts"),
        element("h2", "What changed"),
        *_changes(release),
        element("h2", "Quality"),
        *_quality(release, data),
        element("h2", "Download"),
        _downloads(release, data),
        element("h2", "Examples to copy"),
        *(part for name, code in _EXAMPLES for part in (element("h3", name), _code(code, name))),
        element("h2", "Dictionary"),
        *_dictionary(release),
        id="main",
    )
    return page(
        f"Kamervragen: release {release.version}", "../assets/site.css", _STILL, _navigation(up), main
    )


def reader_page(release: Release) -> bytes:
    """The page in which documents are read; its script takes them from the tables."""
    results = element("ul", id="results", aria_label="Documents")
    search = element(
        "div",
        element("label", "Search by id or title", for_="search"),
        element("input", id="search", type="search", autocomplete="off"),
        element("p", "Loading…", id="status", role="status"),
        results,
        class_="search",
    )
    legend = element(
        "p",
        *(
            element("span", name, class_=f"key {name}")
            for name in ("question", "answer", "footnote", "reference", "amount")
        ),
        class_="legend",
    )
    article = element("article", id="document", tabindex="-1", aria_label="Document")
    main = element(
        "main",
        element("h1", "Reader"),
        element("noscript", "The reader needs JavaScript; the tables can be downloaded without."),
        search,
        legend,
        article,
        element("output", id="meaning"),
        id="main",
    )
    head = [
        element("meta", name="release", content=f"../../releases/{release.version}/"),
        element("script", type="module", src="../assets/reader.js"),
    ]
    title = f"Kamervragen: reader, release {release.version}"
    return page(
        title, "../assets/site.css", _READER, _navigation("../../", release="index.html"), main, head=head
    )


def _navigation(up: str, release: str | None = None) -> Element:
    links: list[Content] = [link("All releases", f"{up}index.html")]
    if release:
        links += [" ", link("This release", release)]
    return element("nav", *links, aria_label="Site")


def _card(release: Release) -> Element:
    version = str(release.version)
    downloads = element(
        "details", element("summary", "Download"), _downloads(release, f"releases/{version}/")
    )
    return element(
        "section",
        element("h2", link(f"Release {version}", f"site/{version}/index.html")),
        element("p", f"{release.manifest.sources.files:,} raw files. ",
                link("Reader", f"site/{version}/reader.html")),
        *_changes(release),
        downloads,
        class_="card",
    )  # fmt: skip


def _changes(release: Release) -> Iterator[Element]:
    path = release.folder / "CHANGES.md"
    if not path.is_file():
        yield element("p", "This release does not tell what changed.")
        return
    text = path.read_text(encoding="utf-8")
    shown = element("div", *told(text), class_="changes")
    if len(text) < 400:
        yield shown
    else:
        yield element("details", element("summary", "What changed"), shown)


def _rows(release: Release) -> Element:
    counts = {file.table: file.rows for file in release.manifest.files if file.table}
    rows = [[name, f"{counts[name] or 0:,}", TABLES[name].title] for name in TABLES if name in counts]
    return table("Rows of each table", ("Table", "Rows", "What"), rows)


def _chart(figure: Figure) -> Iterator[Element]:
    yield element("h3", figure.title)
    if not figure.rows:
        yield element("p", "Nothing of the kind is in this release.")
        return
    label, value = max(figure.rows, key=lambda row: row[1])
    alt = f"Bar chart. {figure.title}: highest is {label} with {value:g} {figure.unit}. Table below."
    yield element(
        "picture",
        element("source", srcset=f"{figure.name}-dark.svg", media="(prefers-color-scheme: dark)"),
        element("img", src=f"{figure.name}.svg", alt=alt),
    )
    if figure.limit is not None:
        yield element("p", f"The dashed line is the term of {TERM} days.")
    rows = [[label, f"{value:g}"] for label, value in figure.rows]
    data = table(figure.title, (figure.label, figure.unit), rows)
    yield element("details", element("summary", "The figures as a table"), data)


def _quality(release: Release, data: str) -> Iterator[Element]:
    path = release.folder / "quality" / "report.json"
    if path.is_file():
        report = json.loads(path.read_bytes())
        checks = report.get("checks", [])
        passed = sum(bool(check.get("passed")) for check in checks)
        yield element("p", f"{passed} of {len(checks)} checks passed. ",
                      link("Quality report", f"{data}quality/index.html"))  # fmt: skip


def _downloads(release: Release, data: str) -> Element:
    rows: list[list[Content]] = [
        [link(file.path, data + file.path), _size(file.bytes)] for file in release.manifest.files
    ]
    rows.append([link("manifest.json", f"{data}manifest.json"), "hashes of all files"])
    return table(f"Files of release {release.version}", ("File", "Size"), rows)


def _size(size: int) -> str:
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size} B"


def _code(code: str, name: str) -> Element:
    return element("pre", element("code", code), tabindex="0", role="region", aria_label=f"Example in {name}")


def _dictionary(release: Release) -> Iterator[Element]:
    if release.manifest.schema_version != SCHEMA_VERSION:
        yield element("p", f"Described as of schema {SCHEMA_VERSION}; the release has schema"
                           f" {release.manifest.schema_version}.")  # fmt: skip
    for definition in (*TABLES.values(), *DERIVED_TABLES.values()):
        rows: list[list[Content]] = [
            [element("code", column.name), str(column.type), column.description]
            for column in definition.columns
        ]
        columns = table(f"Columns of {definition.name}", ("Column", "Type", "Meaning"), rows)
        yield element("details", element("summary", f"{definition.name}: {definition.title}"), columns)
