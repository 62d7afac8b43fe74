"""Hooks: a real server and real commands are told, and their trouble is said in a few words."""

import json
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kamervragen.release import hooks, webhook
from kamervragen.release.errors import WrongUseError
from kamervragen.release.hooks import ON_FAILURE, ON_SUCCESS, Hook, call, chosen_hooks
from tests.release.watching import Told, listening_server

FACTS = {"outcome": "published", "release": "releases/2026-05-01.1", "files": {"loaded": 2}}


@pytest.fixture
def told() -> Iterator[Told]:
    with listening_server() as server:
        yield server


def hook(text: str) -> Hook:
    chosen = chosen_hooks(on_success=text).on_success
    assert chosen is not None
    return chosen


def python(code: str, *arguments: object) -> str:
    """A command line that runs this code."""
    return " ".join([sys.executable, "-c", f"'{code}'", *(f"'{argument}'" for argument in arguments)])


def test_a_web_address_gets_the_facts_as_json(told: Told) -> None:
    assert call(hook(f"{told.address}/hook?token=geheim"), FACTS) is None
    assert told.bodies == [FACTS]
    assert told.paths == ["/hook?token=geheim"]


@pytest.mark.parametrize("status", [404, 500])
def test_an_answer_that_is_no_success_is_trouble(told: Told, status: int) -> None:
    told.status = status
    assert call(hook(told.address), FACTS) == f"the answer was {status}"


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_nobody_else_is_told_when_the_answer_names_another_address(told: Told, status: int) -> None:
    with listening_server() as other:
        told.status, told.location = status, other.address
        assert call(hook(told.address), FACTS) == f"the answer was {status}"
        assert other.bodies == []


def test_where_nobody_listens_is_trouble_without_the_address() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    trouble = call(hook(f"http://127.0.0.1:{port}/?token=geheim"), FACTS)
    assert trouble == "Connection refused"


@pytest.mark.parametrize("drip", [b"", b"HTTP/1.1 200 OK\r\nX-Slow: "], ids=["silence", "half an answer"])
def test_who_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, drip: bytes) -> None:
    monkeypatch.setattr(webhook, "_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken: list[socket.socket] = []

        def answer() -> None:
            connection, _ = server.accept()
            connection.sendall(drip)
            taken.append(connection)

        thread = threading.Thread(target=answer)
        thread.start()
        trouble = call(hook(f"http://127.0.0.1:{server.getsockname()[1]}"), FACTS)
        thread.join()
        taken[0].close()
    assert trouble in ("no answer within 0.5 seconds", "TimeoutError", "timed out")


@pytest.mark.parametrize(
    "answer", [b"\r\n", b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200]
)
def test_what_is_no_web_server_is_trouble(answer: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def speak() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1 << 16)
                connection.sendall(answer)

        thread = threading.Thread(target=speak)
        thread.start()
        trouble = call(hook(f"http://127.0.0.1:{server.getsockname()[1]}"), FACTS)
        thread.join()
    assert trouble in ("BadStatusLine", "HTTPException", "Connection reset by peer")


def test_a_command_gets_the_facts_on_stdin(tmp_path: Path) -> None:
    kept = tmp_path / "met spatie.json"
    code = 'import sys; open(sys.argv[1], "w").write(sys.stdin.read())'
    assert call(hook(python(code, kept)), FACTS) is None
    assert json.loads(kept.read_text()) == FACTS


def test_a_command_that_fails_does_not_read_or_is_gone_is_trouble(tmp_path: Path) -> None:
    large = {"rows": ["x" * 1000] * 1000}  # more than a pipe holds
    assert call(hook(python("raise SystemExit(7)")), large) == "its exit status was 7"
    assert call(hook("true"), large) is None
    command = tmp_path / "hook"
    command.write_text("#!/bin/sh\n")
    command.chmod(0o755)
    found = hook(str(command))
    command.unlink()
    assert call(found, FACTS) == "it could not be started (No such file or directory)"


def test_a_command_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks, "_COMMAND_SECONDS", 0.5)
    trouble = call(
        hook(
            python("import sys; sys.stdin.read(); input()").replace("input()", '__import__("time").sleep(60)')
        ),
        FACTS,
    )
    assert trouble == "it took longer than 0.5 seconds and was ended"


def test_what_a_command_prints_does_not_come_on_our_stdout(capfd: pytest.CaptureFixture[str]) -> None:
    assert call(hook("echo gezegd"), FACTS) is None
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", "gezegd\n")


def test_no_shell_reads_a_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(hook(f"echo $HOME `id`; touch {tmp_path}/x"), FACTS) is None
    assert capfd.readouterr().err == f"$HOME `id`; touch {tmp_path}/x\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("echo 'open", "see to its quotes"),
        ("geen-zulk-commando --x", "no command 'geen-zulk-commando'"),
        ("https://", "not a web address"),
        ("http://host:poort/", "not a web address"),
        ("https://[::1/", "not a web address"),
        ("https://host/a b", "not a web address"),
        ("https://host/a\r\nX: y", "not a web address"),
        ("https://naam:geheim@host/", "name or password"),
        ("ftp://host/", "no command"),
    ],
)
def test_a_hook_that_cannot_work_is_refused_at_once(text: str, complaint: str) -> None:
    with pytest.raises(WrongUseError, match=complaint) as refused:
        chosen_hooks(on_failure=text)
    assert "geheim" not in str(refused.value)


def test_hooks_come_from_the_environment_unless_they_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen_hooks() == hooks.Hooks(None, None)
    monkeypatch.setenv(ON_SUCCESS, "https://hooks.example/geheim")
    monkeypatch.setenv(ON_FAILURE, "  ")
    chosen = chosen_hooks()
    assert chosen.on_success == Hook("https://hooks.example", address="https://hooks.example/geheim")
    assert chosen.on_failure is None
    assert chosen_hooks(on_success="true").on_success == Hook("true", command=("true",))
