"""Fixtures that every test may use."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

from kamervragen.storage import Remote
from tests.object_storage import new_bucket, s3_server

# How long a test takes on a busy machine says nothing about the code.
settings.register_profile("without deadlines", deadline=None)
settings.load_profile("without deadlines")

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent


def poll(look: Callable[[], T | None], seconds: float = 120) -> T:
    """What `look` finds, as soon as it finds something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if (found := look()) is not None:
            return found
        time.sleep(0.02)
    raise AssertionError(f"nothing found in {seconds} seconds")


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


@pytest.fixture(scope="session")
def s3() -> Iterator[None]:
    """An S3 on loopback, which whatever looks in the environment finds."""
    with s3_server() as environment, pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        yield


@pytest.fixture
def bucket(s3: None) -> Remote:
    """An empty bucket on that S3."""
    return new_bucket()
