"""`CITATION.cff`: how to cite a release, in Citation File Format 1.2.0."""

from __future__ import annotations

import json

from kamervragen.describe.facts import ReleaseFacts


def citation(facts: ReleaseFacts) -> str:
    """The citation file. A JSON string is a YAML string too, so that no value is taken for something else."""
    about = facts.about
    lines = [
        "cff-version: 1.2.0",
        f"message: {json.dumps('If you use these data, please cite the release that you used.')}",
        "type: dataset",
        f"title: {_quoted(about.title)}",
        f"abstract: {_quoted(about.description)}",
        "authors:",
        f"  - name: {_quoted(about.publisher.name)}",
        f"    website: {_quoted(about.publisher.address)}",
        "contact:",
        f"  - name: {_quoted(about.contact.name)}",
        f"    email: {_quoted(about.contact.email)}",
        f"version: {_quoted(facts.version)}",
        f"date-released: {facts.date}",
        f"license: {about.licence.spdx}",
        f"url: {_quoted(facts.address)}",
        "keywords:",
        *(f"  - {_quoted(keyword)}" for keyword in about.keywords),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
