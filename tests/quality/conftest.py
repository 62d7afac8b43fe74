"""A gate that looks again only at what a test has changed, so that hundreds of tests take seconds.

The result of a rule depends on the values of its column, and that of a query on the tables that it names;
`test_gate.py` shows that the pieces together are what `check_tables` reports.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kamervragen.quality import Notice, Report, check_tables
from kamervragen.quality.database import opened
from kamervragen.quality.expectations import check_columns
from kamervragen.quality.physical import check_files
from kamervragen.quality.queries import queries, thresholds
from kamervragen.quality.relations import check_relations
from kamervragen.quality.report import CheckResult, Severity
from kamervragen.quality.rules import Rule, rules
from kamervragen.quality.spans import check_spans
from schemas import TABLES
from tests.quality.sound_tables import Tables, sound_tables, write

RAW_FILES = [row["source_path"] for row in sound_tables()["sources"]]
RULES, QUERIES, THRESHOLDS = rules(), queries(), thresholds()
Look = Callable[[Tables, Severity], list[CheckResult]]


def words(text: str) -> set[str]:
    """The names in a text, and more."""
    return set(re.findall(r"\w+", text))


def looked_at(rule: Rule) -> set[tuple[str, str]]:
    """The columns, by table and name, that the result of a rule depends on."""
    return {(rule.table, name) for name in {rule.column} | words(rule.where or "")}


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound tables as files; not to be changed."""
    folder = tmp_path_factory.mktemp("sound")
    write(sound_tables(), folder)
    return folder


@pytest.fixture(scope="session")
def whole_report(sound: Path) -> Report:
    """What the whole gate says of the sound tables, compared with themselves."""
    notice = Notice("a.meta.json", "It is broken.")
    return check_tables(sound, previous_dir=sound, notices=[notice], raw_files=RAW_FILES)


@pytest.fixture
def look(sound: Path, tmp_path: Path) -> Look:
    """The checks of a severity that fail on the tables given: the sound ones but for what a test changed."""

    def looked(tables: Tables, severity: Severity) -> list[CheckResult]:
        before = sound_tables()
        changed = {name for name, rows in tables.items() if rows != before[name]}
        for name in tables.keys() - changed:
            os.link(sound / f"{name}.parquet", tmp_path / f"{name}.parquet")
        write({name: tables[name] for name in changed}, tmp_path)

        moved = {
            (name, column)
            for name in changed
            for column in TABLES[name].column_names
            if [row[column] for row in tables[name]] != [row[column] for row in before[name]]
        }
        again = [rule for rule in RULES if rule.severity == severity and moved & looked_at(rule)]
        named = [query for query in QUERIES if query.severity == severity and changed & words(query.sql)]
        with opened(tmp_path) as connection:
            results = [
                *check_files(tmp_path),
                *check_columns(connection, again),
                *check_relations(connection, named, THRESHOLDS),
                *check_spans(connection, tmp_path),
            ]
        return [result for result in results if not result.passed and result.severity == severity]

    return looked
