"""What the charts count, and how they are drawn."""

import re
from pathlib import Path

import pyarrow as pa
import pytest

from kamervragen.site.charts import LIGHT, draw
from kamervragen.site.figures import Figure, figures
from kamervragen.tables.files import write_table
from schemas import TABLES
from schemas.arrow import arrow_schema

# An address as the register gives them; this ministry is invented.
REGISTER = "https://identifier.overheid.nl/tooi/id/ministerie/mnre9999"


def write(folder: Path, name: str, rows: list[dict[str, object]]) -> None:
    schema = arrow_schema(TABLES[name])
    filled = [{column: row.get(column) for column in schema.names} for row in rows]
    arrays = {}
    for field in schema:
        plain = {"int64": 0, "bool": False, "string": "x"}.get(str(field.type), 0)
        values = [row[field.name] for row in filled]
        arrays[field.name] = pa.array(
            [plain if value is None and not field.nullable else value for value in values], field.type
        )
    write_table(TABLES[name], pa.table(arrays, schema=schema).to_batches(), folder)


def test_a_ministry_printed_in_two_ways_is_one(tmp_path: Path) -> None:
    days = {"a": 10, "b": 20, "c": 60, "d": 5}
    write(
        tmp_path,
        "documents",
        [
            {"document_id": key, "document_type": "answers", "days_to_answer": value}
            for key, value in days.items()
        ],
    )
    printed = [
        ("a", "Groen", REGISTER),
        ("b", "Groen", REGISTER),
        ("c", "het Groene", REGISTER),
        ("d", "Rood", None),
    ]
    write(
        tmp_path,
        "participants",
        [
            {"document_id": key, "role": "respondent", "ministry": name, "ministry_id": known}
            for key, name, known in printed
        ],
    )
    write(tmp_path, "references", [])
    write(tmp_path, "amounts", [])
    (ministries,) = [figure for figure in figures(tmp_path) if figure.name == "ministries"]
    assert ministries.rows == (("Groen", 20.0), ("Rood", 5.0))


@pytest.mark.parametrize("highest", [1, 2, 3, 7, 20, 12345])
def test_ticks_are_whole_numbers(highest: int) -> None:
    figure = Figure("n", "Title", "Label", "questions", (("a", float(highest)), ("b", 1.0)))
    texts = re.findall(r">([^<>]*)</text>", draw(figure, LIGHT).decode())
    numbers = [text for text in texts if re.fullmatch(r"[\d.\N{MINUS SIGN}-]+", text)]
    assert len(numbers) >= 4
    assert all(re.fullmatch(r"\d+", text) for text in numbers)


def test_letters_stay_readable_on_a_phone() -> None:
    figure = Figure(
        "n", "Title", "Ministry", "days", (("Landbouw, Visserij, Voedselzekerheid en Natuur", 3.0),)
    )
    drawn = draw(figure, LIGHT).decode()
    found = re.search(r'viewBox="0 0 ([\d.]+) ', drawn)
    sizes = [float(size) for size in re.findall(r"font(?:-size)?: ([\d.]+)px", drawn)]
    assert found
    assert sizes
    assert min(sizes) * 328 / float(found[1]) >= 10


def test_hostile_labels_stay_text() -> None:
    figure = Figure("n", "Title", "Dossier", "references", (("<script>$x^2$</script>\n\x00", 1.0),))
    drawn = draw(figure, LIGHT).decode()
    assert "<script" not in drawn
    assert "&lt;script" in drawn
