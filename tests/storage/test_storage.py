"""Addresses of folders, what is never shown of them, and the few things that storage must do."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.storage import AddressError, Remote, Storage, StorageError, place, without_secrets


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("raw", Path("raw")),
        ("/a/b", Path("/a/b")),
        ("file:///a/b c", Path("/a/b c")),
        (Path("s3://is/a path here"), Path("s3:/is/a path here")),
        ("a:b/c", Path("a:b/c")),
        ("s3://emmer/map/", Remote("s3://emmer/map")),
        ("gs://emmer", Remote("gs://emmer")),
        ("abfs://map@rekening.dfs.core.windows.net/x", Remote("abfs://map@rekening.dfs.core.windows.net/x")),
    ],
)
def test_a_folder_is_a_path_or_an_address(text: str | Path, found: Path | Remote) -> None:
    assert place(text) == found


@pytest.mark.parametrize(
    "address",
    ["s3://gebruiker:Wachtwoord1@emmer/x", "https://x.example/map?sig=Wachtwoord1", "az://m/x#Wachtwoord1"],
)
def test_an_address_with_a_password_in_it_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(AddressError, match="holds no password") as caught:
        place(address)
    assert "Wachtwoord1" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["s3://", "s3:///x", "simplecache::s3://emmer/x", "s3://emmer/a::file://b"]
)
def test_what_is_no_folder_is_refused(address: str) -> None:
    if "::" in address.partition("://")[0]:
        assert isinstance(place(address), Path)  # a strange path, but nothing is ever fetched for it
    else:
        with pytest.raises(AddressError, match="not the address of a folder"):
            place(address)


def test_what_nothing_can_open_is_said() -> None:
    with pytest.raises(AddressError, match="Protocol not known: onbekend"):
        Storage(Remote("onbekend://emmer/x"))


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("GET https://user:pw@host:8080/a/b?sig=abc&x=1 failed", "GET https://host:8080/a/b failed"),
        ('"https://host/a#frag" and s3://key@emmer/x.', '"https://host/a" and s3://emmer/x.'),
        ("two https://a:b@c@host/?q 'http://t:u@h/?z'", "two https://host/ 'http://h/'"),
        ("an address a@b.example and a question? stay", "an address a@b.example and a question? stay"),
    ],
)
def test_messages_lose_what_may_be_secret(message: str, shown: str) -> None:
    assert without_secrets(message) == shown


@given(st.text("ab:@/?#s3 .", max_size=30), st.text("xyzXYZ019", min_size=8, max_size=12))
def test_no_password_or_query_survives_whatever_stands_around(around: str, secret: str) -> None:
    message = f"{around} s3://user:{secret}@emmer/a?token={secret} {around}"
    assert secret not in without_secrets(message)


@pytest.fixture(params=["memory", "s3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    """A folder in storage; both behave alike."""
    if request.param == "memory":
        return Storage(Remote(f"memory:/{tmp_path}"))
    bucket: Remote = request.getfixturevalue("bucket")
    return Storage(bucket / "map")


def test_objects_are_written_found_read_and_removed(storage: Storage, tmp_path: Path) -> None:
    assert (storage.objects(), storage.names("releases"), storage.is_folder()) == ({}, [], False)
    storage.write("releases/1/a.txt", b"een")
    storage.write("releases/1/b/c.txt", b"")
    storage.write("releases-not/x", b"")
    (tmp_path / "file").write_bytes(b"twee")
    storage.send(tmp_path / "file", "releases/2/é ?#%20.txt")
    assert storage.is_folder()
    assert storage.names("releases") == ["1", "2"]
    assert {name: facts.size for name, facts in storage.objects("releases").items()} == {
        "1/a.txt": 3,
        "1/b/c.txt": 0,
        "2/é ?#%20.txt": 4,
    }
    assert storage.read("releases/1/a.txt", 3) == storage.read_whole("releases/1/a.txt") == b"een"
    assert storage.read("releases/1/a.txt", 2) is None  # larger
    assert storage.read("releases/1/a.txt", 4) is None  # smaller
    assert storage.read("releases/1/b/c.txt", 0) == b""
    storage.fetch("releases/2/é ?#%20.txt", tmp_path / "new" / "file")
    assert (tmp_path / "new" / "file").read_bytes() == b"twee"
    storage.remove(["releases/1/a.txt", "releases/1/b/c.txt", "nowhere"])
    assert storage.names("releases") == ["2"]


def test_only_one_can_make_an_object(storage: Storage) -> None:
    assert [storage.create("slot", content) for content in (b"1", b"2")] == [True, False]
    assert storage.read_whole("slot") == b"1"


def test_facts_change_with_an_object(storage: Storage) -> None:
    storage.write("a", b"1")
    before = storage.facts("a")
    assert storage.facts("a") == before
    storage.write("a", b"2")
    assert storage.facts("a") != before


def test_s3_tells_what_it_holds(bucket: Remote) -> None:
    storage = Storage(bucket)
    storage.write("a", b"tekst")
    assert storage.objects()["a"].md5 == hashlib.md5(b"tekst", usedforsecurity=False).hexdigest()


@pytest.mark.parametrize(
    "ask",
    [lambda s: s.facts("x"), lambda s: s.read("x", 3), lambda s: s.read_whole("x")],
    ids=["facts", "read", "read_whole"],
)
def test_what_is_not_there_is_said(storage: Storage, ask: Callable[[Storage], object]) -> None:
    with pytest.raises(FileNotFoundError):
        ask(storage)


def test_trouble_is_told_without_secrets_and_without_the_errors_beneath(
    bucket: Remote, monkeypatch: pytest.MonkeyPatch
) -> None:
    from s3fs import S3FileSystem

    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://user:Wachtwoord1@127.0.0.1:1/?token=Wachtwoord1")
    S3FileSystem.clear_instance_cache()  # else the connection that there is would serve
    try:
        with pytest.raises(StorageError) as caught:
            Storage(bucket).is_folder()
    finally:
        S3FileSystem.clear_instance_cache()
    assert caught.value.errno
    assert "Wachtwoord1" not in "".join(traceback.format_exception(caught.value))
