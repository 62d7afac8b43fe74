"""Whom to tell how a run ended: a web address that gets it as JSON, or a command that gets it on stdin.

A hook is for those who asked for one; without, nothing is ever sent. What becomes of it never changes what
becomes of the run.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from kamervragen.release.errors import WrongUseError

ON_SUCCESS, ON_FAILURE = "KAMERVRAGEN_ON_SUCCESS", "KAMERVRAGEN_ON_FAILURE"
_SCHEMES = ("http", "https")
_COMMAND_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Hook:
    """A web address, or a command with its arguments; `name` is what may be told about it in a log.

    Addresses and arguments often hold a secret.
    """

    name: str
    address: str | None = None
    command: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hooks:
    """Whom to tell of a run that ended well (published, or nothing changed) and of one that did not."""

    on_success: Hook | None = None
    on_failure: Hook | None = None


def chosen_hooks(on_success: str | None = None, on_failure: str | None = None) -> Hooks:
    """The hooks that were asked for: those given here, else those in the environment.

    Raises:
        WrongUseError: one of them cannot work; a night is too late to find that out.
    """
    return Hooks(
        _read(on_success or os.environ.get(ON_SUCCESS), "on success"),
        _read(on_failure or os.environ.get(ON_FAILURE), "on failure"),
    )


def _read(text: str | None, when: str) -> Hook | None:
    if not text or not text.strip():
        return None
    scheme = text.partition("://")[0].lower()
    if scheme in _SCHEMES:
        return _web_hook(text, when)
    try:
        command = tuple(shlex.split(text))
    except ValueError as error:
        raise WrongUseError(f"The hook {when} is not a command ({error}): see to its quotes.") from None
    if shutil.which(command[0]) is None:
        raise WrongUseError(f"The hook {when} cannot be run: there is no command {command[0]!r}.")
    return Hook(command[0], command=command)


def _web_hook(text: str, when: str) -> Hook:
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or not text.isprintable() or " " in text:
        raise WrongUseError(f"The hook {when} is not a web address: https://HOST/... is needed.")
    if parts.username is not None:
        raise WrongUseError(
            f"The hook {when} has a name or password before its host, which is not supported."
        )
    return Hook(f"{parts.scheme}://{host}" + (f":{port}" if port else ""), address=text)


def call(hook: Hook, facts: Mapping[str, object]) -> str | None:
    """Tell the hook; returns what went wrong, in a few words, None when nothing did."""
    body = json.dumps(facts, default=str).encode()
    if not hook.address:
        return _run(hook.command, body)
    from kamervragen.release.webhook import post  # what it needs takes longer to import than all else here

    return post(hook.address, body)


def _run(command: tuple[str, ...], body: bytes) -> str | None:
    """Run it; what it prints goes to our stderr, since our stdout ends with the path of the release."""
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=2, start_new_session=True)  # noqa: S603  the user's own command
    except OSError as error:
        return f"it could not be started ({error.strerror})"
    try:
        process.communicate(body, timeout=_COMMAND_SECONDS)
    except subprocess.TimeoutExpired:
        return f"it took longer than {_COMMAND_SECONDS:g} seconds and was ended"
    finally:
        if process.poll() is None:  # and when we are told to stop while it runs
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return f"its exit status was {process.returncode}" if process.returncode else None
