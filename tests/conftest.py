"""Fixtures that every test may use."""

from pathlib import Path

import pytest
from hypothesis import settings

# How long a test takes on a busy machine says nothing about the code.
settings.register_profile("without deadlines", deadline=None)
settings.load_profile("without deadlines")

ROOT = Path(__file__).resolve().parent.parent


def beside_the_project(name: str) -> Path:
    """A folder of real documents, lists or standards that may lie beside the project; else skip."""
    folder = ROOT.parent / "shared" / name
    if not folder.is_dir():
        pytest.skip(f"no folder {name!r} with real material beside the project")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Real documents with gold annotations."""
    return beside_the_project("corpus")


@pytest.fixture(scope="session")
def lists() -> Path:
    """Reference lists: laws, ministries, published ids."""
    return beside_the_project("lists")


@pytest.fixture(scope="session")
def standards() -> Path:
    """Official shapes of the catalogue standards."""
    return beside_the_project("standards")
