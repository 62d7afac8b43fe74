"""Descriptors say what is in the release, and are the same each time."""

import hashlib
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from kamervragen.describe import SUMS, describe
from kamervragen.describe.card import data_card
from kamervragen.describe.facts import gather
from schemas import SCHEMA_VERSION, TABLES
from schemas.model import SchemaError
from schemas.publication import read_description, release_description
from tests.describe.conftest import PREVIOUS, ROOT, VERSION

WRITTEN = {
    "CITATION.cff",
    "README.md",
    "SHA256SUMS",
    "croissant.json",
    "data-dictionary.md",
    "datapackage.json",
    "dcat.jsonld",
}


def test_all_descriptors_stand_beside_the_data(release: Path) -> None:
    data = {f"{table}.{kind}" for table in TABLES for kind in ("parquet", "csv")}
    assert {path.name for path in release.iterdir()} == WRITTEN | data


def test_the_same_release_gives_the_same_bytes_in_another_folder(release: Path, tmp_path: Path) -> None:
    for file in release.iterdir():
        if file.name not in WRITTEN:
            shutil.copy(file, tmp_path)
    describe(tmp_path, VERSION, PREVIOUS)
    for name in WRITTEN:
        assert (tmp_path / name).read_bytes() == (release / name).read_bytes()


def test_describing_twice_changes_nothing(release: Path, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    shutil.copytree(release, folder)
    describe(folder, VERSION, PREVIOUS)
    assert (folder / SUMS).read_bytes() == (release / SUMS).read_bytes()


def test_what_is_no_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is no version"):
        describe(tmp_path, "yesterday")


def test_the_sums_hold_every_file_but_themselves_and_the_manifest(release: Path, tmp_path: Path) -> None:
    folder = tmp_path / "r"
    shutil.copytree(release, folder)
    (folder / "quality").mkdir()
    (folder / "quality" / "report.json").write_text("{}")
    (folder / "manifest.json").write_text("{}")
    describe(folder, VERSION, PREVIOUS)
    named = {line.split("  ", 1)[1] for line in (folder / SUMS).read_text().splitlines()}
    assert named == {path.name for path in release.iterdir()} - {SUMS} | {"quality/report.json"}
    assert checks(folder)
    with (folder / "amounts.csv").open("a") as file:
        file.write("x")
    assert not checks(folder)


def checks(folder: Path) -> bool:
    done = subprocess.run(["sha256sum", "-c", "--strict", SUMS], cwd=folder, capture_output=True)
    return done.returncode == 0


def test_the_data_package_names_sizes_and_hashes(release: Path) -> None:
    package = json.loads((release / "datapackage.json").read_text())
    assert (package["version"], package["schemaVersion"]) == (VERSION, SCHEMA_VERSION)
    assert package["created"] == "2026-05-01T00:00:00Z"
    for resource in package["resources"]:
        content = (release / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
    answers = next(one for one in package["resources"] if one["name"] == "answers")
    fields = {field["name"]: field for field in answers["schema"]["fields"]}
    assert fields["question_numbers"]["missingValues"] == []
    assert "missingValues" not in fields["refers_to"]


def test_the_first_release_has_no_previous_version(release: Path, tmp_path: Path) -> None:
    folder = tmp_path / "first"
    shutil.copytree(release, folder)
    describe(folder, VERSION)
    assert "previousVersion" in (release / "dcat.jsonld").read_text()
    assert "previousVersion" not in (folder / "dcat.jsonld").read_text()


def test_the_card_says_so_when_nobody_has_put_their_name_in(release: Path) -> None:
    about = release_description()
    assert about.is_placeholder
    assert "are placeholders" in (release / "README.md").read_text()
    facts = gather(release, VERSION, None, {})
    own = replace(facts, about=replace(about, address="https://vragen.nl/"))
    assert "placeholders" not in data_card(own)


def test_the_card_has_a_configuration_for_each_table(release: Path) -> None:
    front, _, text = (release / "README.md").read_text().removeprefix("---\n").partition("\n---\n")
    card = yaml.safe_load(front)
    assert card["license"] == "cc0-1.0"
    assert card["language"] == ["nl"]
    assert [one["config_name"] for one in card["configs"]] == list(TABLES)
    assert all((release / one["data_files"]).is_file() for one in card["configs"])
    assert f"Release **{VERSION}**, which follows {PREVIOUS}" in text


def test_the_citation_keeps_the_rules_of_cff(release: Path) -> None:
    cited = yaml.safe_load((release / "CITATION.cff").read_text())
    required = {"cff-version", "message", "title", "authors"}
    allowed = {"type", "abstract", "contact", "version", "date-released", "license", "url", "keywords"}
    assert required <= cited.keys() <= required | allowed
    assert cited["cff-version"] == "1.2.0"
    assert cited["type"] in ("software", "dataset")
    assert isinstance(cited["version"], str)
    assert cited["date-released"].isoformat() == "2026-05-01"
    assert all(
        entity.keys() <= {"name", "website", "email"} for entity in cited["authors"] + cited["contact"]
    )
    assert len(set(cited["keywords"])) == len(cited["keywords"]) > 0


def test_a_description_with_a_wrong_key_is_refused_by_name() -> None:
    text = (ROOT / "schemas" / "release.yaml").read_text()
    assert read_description(text) == release_description()
    with pytest.raises(SchemaError, match="'colour'"):
        read_description(text + "colour: red\n")
    with pytest.raises(SchemaError, match="publisher: the key 'name' is missing"):
        read_description(text.replace("publisher:\n  name: kamervragen\n", "publisher:\n"))
    with pytest.raises(SchemaError, match="address"):
        read_description(text.replace("\naddress: https://kamervragen.example/", "\naddress: here"))
