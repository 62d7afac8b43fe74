"""`schemas/release.yaml`: what every descriptor of a release says about who, what and under which licence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import yaml

from schemas.model import SchemaError

_FILE = "release.yaml"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes; `type` is a URI of the ADMS list of publisher types."""

    name: str
    address: str
    type: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Where to turn to with questions and corrections."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Licence:
    """Licence of the data, by its SPDX id and its address."""

    name: str
    spdx: str
    address: str


@dataclass(frozen=True, slots=True)
class ReleaseDescription:
    """The description of all releases.

    `address` is where they are published and ends in `/`. `themes` are codes of the EU list of data themes;
    `languages` maps ISO 639-1 codes to those of the EU list of languages.
    """

    title: str
    title_nl: str
    description: str
    description_nl: str
    identifier: str
    address: str
    publisher: Publisher
    contact: Contact
    licence: Licence
    themes: tuple[str, ...]
    languages: Mapping[str, str]
    keywords: tuple[str, ...]

    @property
    def is_placeholder(self) -> bool:
        """Whether the addresses are still those that nobody can own."""
        return (urlsplit(self.address).hostname or "").endswith(".example")

    def release_address(self, version: str) -> str:
        """Where the files of a release are found; ends in `/`."""
        return f"{self.address}releases/{version}/"


def read_description(text: str) -> ReleaseDescription:
    """The description in a YAML text.

    Raises:
        SchemaError: a key is missing, unknown or empty; the message names it.
    """
    try:
        given = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise SchemaError(f"{_FILE}: this is not YAML: {error}") from error
    plain = _checked(ReleaseDescription, given, "the file")
    for key in ("themes", "keywords"):
        if not isinstance(plain[key], list):
            raise SchemaError(f"{_FILE}: {key}: a list is needed")
    if not isinstance(plain["languages"], dict):
        raise SchemaError(f"{_FILE}: languages: codes with their names in the EU list are needed")
    if not str(plain["address"]).startswith(("https://", "http://")) or not plain["address"].endswith("/"):
        raise SchemaError(f"{_FILE}: address: a web address that ends in / is needed")
    return ReleaseDescription(
        **{
            **plain,
            "publisher": Publisher(**_checked(Publisher, plain["publisher"], "publisher")),
            "contact": Contact(**_checked(Contact, plain["contact"], "contact")),
            "licence": Licence(**_checked(Licence, plain["licence"], "licence")),
            "themes": tuple(plain["themes"]),
            "keywords": tuple(plain["keywords"]),
        }
    )


@cache
def release_description() -> ReleaseDescription:
    """The description in `schemas/release.yaml`."""
    return read_description((files("schemas") / _FILE).read_text(encoding="utf-8"))


def _checked(wanted: type, given: object, place: str) -> dict[str, Any]:
    names = wanted.__dataclass_fields__.keys()  # type: ignore[attr-defined]  # only called with dataclasses
    if not isinstance(given, dict):
        raise SchemaError(f"{_FILE}: {place}: keys with values are needed")
    for key in sorted(names - given.keys()):
        raise SchemaError(f"{_FILE}: {place}: the key {key!r} is missing")
    for key in sorted(given.keys() - names, key=str):
        raise SchemaError(f"{_FILE}: {place}: there is no key {key!r}")
    for key, value in given.items():
        if not value:
            raise SchemaError(f"{_FILE}: {place}: {key!r} is empty")
    return given
