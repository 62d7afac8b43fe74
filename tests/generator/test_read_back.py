"""Invented documents are read back as they were invented."""

from __future__ import annotations

import os

import kamervragen
from tests.generator import Invented, differences, from_seed

# More seeds by hand: KAMERVRAGEN_SEEDS=2000 pytest tests/generator/test_read_back.py
SEEDS = int(os.environ.get("KAMERVRAGEN_SEEDS", "400"))
EXACT = 0.995


def test_documents_are_read_back() -> None:
    failures: list[tuple[int, Invented, list[str]]] = []
    for seed in range(SEEDS):
        invented = from_seed(seed)
        found = differences(kamervragen.read(invented.text), invented)
        if found:
            failures.append((seed, invented, found))
    exact = 1 - len(failures) / SEEDS
    assert exact >= EXACT, _report(exact, failures)


def _report(exact: float, failures: list[tuple[int, Invented, list[str]]]) -> str:
    seed, invented, found = failures[0]
    others = [f"seed {seed} ({invented.layout}): {found[0][:160]}" for seed, invented, found in failures[1:]]
    return "\n".join(
        [
            f"{exact:.1%} of {SEEDS} documents are read back exactly; wanted {EXACT:.1%}.",
            f"First failure: seed {seed}, {invented.layout}, {invented.dress}",
            *found,
            "The document:",
            invented.text,
            "The other failures begin with:",
            *others,
        ]
    )
