"""The version of the schema goes up with what changes in it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas import SCHEMA_VERSION, TABLES, Column, Table
from schemas.evolution import Bump, bump_of, changes, last_released, needed, shape, version_of

AMOUNTS = TABLES["amounts"]
Edit = Callable[[Table], Table]


def with_column(column_name: str, /, **changed: object) -> Edit:
    def edit(table: Table) -> Table:
        columns = tuple(
            replace(column, **changed) if column.name == column_name else column  # type: ignore[arg-type]  # any field
            for column in table.columns
        )
        return replace(table, columns=columns)

    return edit


NEW = Column("colour", "string", nullable=True, description="New.", example="red")


@pytest.mark.parametrize(
    ("edit", "bump"),
    [
        (lambda table: table, Bump.NONE),
        (with_column("value", description="Other words."), Bump.PATCH),
        (lambda table: replace(table, description="Other words."), Bump.PATCH),
        (lambda table: replace(table, columns=(*table.columns, NEW)), Bump.MINOR),
        (with_column("value_max", nullable=False), Bump.MINOR),
        (with_column("period", values={**AMOUNTS.column("period").values, "per_era": "long"}), Bump.MINOR),
        (with_column("period", values={"per_year": "a year"}), Bump.MAJOR),
        (with_column("value", nullable=True), Bump.MAJOR),
        (with_column("value", type="double"), Bump.MAJOR),
        (with_column("value", name="sum"), Bump.MAJOR),
        (with_column("start", unit="bytes"), Bump.MAJOR),
        (lambda table: replace(table, columns=(NEW, *table.columns)), Bump.MAJOR),
        (lambda table: replace(table, columns=table.columns[::-1]), Bump.MAJOR),
        (lambda table: replace(table, columns=table.columns[:-1]), Bump.MAJOR),
        (lambda table: replace(table, primary_key=("document_id",)), Bump.MAJOR),
        (lambda table: replace(table, foreign_keys=()), Bump.MAJOR),
    ],
)
def test_each_change_asks_for_its_bump(edit: Edit, bump: Bump) -> None:
    assert needed(list(changes(shape({"amounts": AMOUNTS}), shape({"amounts": edit(AMOUNTS)})))) is bump


def test_tables_come_with_a_minor_and_go_with_a_major_version() -> None:
    without = {name: table for name, table in TABLES.items() if name != "segments"}
    assert needed(list(changes(shape(without), shape(TABLES)))) is Bump.MINOR
    assert needed(list(changes(shape(TABLES), shape(without)))) is Bump.MAJOR


@pytest.mark.parametrize(
    ("new", "bump"),
    [
        ("1.2.3", Bump.NONE),
        ("1.2.4", Bump.PATCH),
        ("1.3.0", Bump.MINOR),
        ("2.0.0", Bump.MAJOR),
        ("1.3.3", None),
        ("1.2.5", None),
        ("1.2.2", None),
    ],
)
def test_a_version_goes_up_by_one_step(new: str, bump: Bump | None) -> None:
    assert bump_of((1, 2, 3), version_of(new)) is bump


def test_the_version_has_gone_up_as_the_definitions_changed() -> None:
    version, released = last_released()
    found = list(changes(released, shape(TABLES)))
    bump = bump_of(version, version_of(SCHEMA_VERSION))
    told = "; ".join(change.what for change in found)
    assert bump is not None, f"{SCHEMA_VERSION} is no step from {version}"
    assert bump >= needed(found), f"SCHEMA_VERSION must go up by a {needed(found).name} step: {told}"
