"""`README.md`: the data card for people, which is a data set card of Hugging Face too."""

from __future__ import annotations

import json

from kamervragen.describe.facts import ReleaseFacts

# The classes that Hugging Face knows, by their upper ends (rows).
_SIZES = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
    (100_000_000, "10M<n<100M"),
    (1_000_000_000, "100M<n<1B"),
)

_READING = """\
## Reading it

```python
import pandas
questions = pandas.read_parquet("questions.parquet")
```

```sql
-- DuckDB
SELECT documents.title, questions.text
FROM 'questions.parquet' AS questions JOIN 'documents.parquet' AS documents USING (document_id);
```

`start` and `end` count Unicode code points in `documents.text`: what stands between them is exactly what the
row was read from. Absent is null, never an empty text and never a guess.

## What to know before using it

- The tables were read from text by rules. `documents.confidence` says how clearly each document was read;
  `sources` accounts for every raw file, those that were set aside included. The checks that the release
  passed are reported in `quality/`.
- Members of parliament and of the government are named because they asked and answered in public office.
  Corrections are welcome at the contact below; a later release carries them, published ones never change.
- Cells that begin with `=`, `+`, `-` or `@` stand in the CSV files as printed, and a spreadsheet may take
  them for a formula.

## The other files

- `data-dictionary.md`: what every column means
- `datapackage.json` (Data Package), `croissant.json` (Croissant, schema.org), `dcat.jsonld` (DCAT-AP-NL):
  the same for tools and catalogues
- `manifest.json`: what the release holds and what made it; `SHA256SUMS`: check with `sha256sum -c SHA256SUMS`
- `CITATION.cff`: how to cite it
"""

_PLACEHOLDERS = """\
**Publisher, contact and addresses are placeholders.** Whoever made this release has not yet put their own
into `schemas/release.yaml`."""


def data_card(facts: ReleaseFacts) -> str:
    """The card, in Markdown with YAML before it."""
    about = facts.about
    previous = f", which follows {facts.previous}" if facts.previous else ", the first"
    lines = [
        *_front_matter(facts),
        "",
        f"# {about.title}",
        "",
        about.description,
        "",
        f"Release **{facts.version}**{previous}. Version of the schema: {facts.schema_version}."
        f" Licence: [{about.licence.name}]({about.licence.address}).",
        "",
        f"*{about.description_nl}*",
        "",
        *([_PLACEHOLDERS, ""] if about.is_placeholder else []),
        "## Tables",
        "",
        "| table | rows | what | files |",
        "|---|---:|---|---|",
    ]
    for table in facts.tables:
        names = [file.path for file in (table.parquet, table.csv) if file]
        files = ", ".join(f"[{name.rpartition('.')[2]}]({name})" for name in names)
        lines.append(f"| `{table.table.name}` | {table.rows:,} | {table.table.title} | {files} |")
    end = f"## Contact\n\n{about.contact.name}, <{about.contact.email}>\n"
    return "\n".join(lines) + "\n\n" + _READING + "\n" + end


def _front_matter(facts: ReleaseFacts) -> list[str]:
    rows = max((table.rows for table in facts.tables), default=0)
    size = next((name for end, name in _SIZES if rows < end), "1B<n<10B")
    lines = [
        "---",
        f"pretty_name: {json.dumps(facts.about.title_nl, ensure_ascii=False)}",
        f"license: {facts.about.licence.spdx.lower()}",
        "language:",
        *(f"  - {language}" for language in facts.about.languages),
        "size_categories:",
        f"  - {size}",
        "tags:",
        *(f"  - {json.dumps(keyword, ensure_ascii=False)}" for keyword in facts.about.keywords),
        "configs:",
    ]
    for table in facts.tables:
        lines += [f"  - config_name: {table.table.name}", f"    data_files: {table.parquet.path}"]
        if table.table.name == "questions":
            lines.append("    default: true")
    return [*lines, "---"]
