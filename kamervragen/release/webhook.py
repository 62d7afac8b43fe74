"""JSON to a web address, within a time, through the proxy of the environment where there is one."""

from __future__ import annotations

import queue
import threading
import urllib.error
import urllib.request
from http.client import HTTPException
from importlib.metadata import version

_SECONDS = 10.0


def post(address: str, body: bytes) -> str | None:
    """POST the JSON text `body`; returns what went wrong, in a few words, None when nothing did.

    The whole exchange has ten seconds, however slowly its parts trickle in.
    """
    said: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=lambda: said.put(_exchange(address, body)), daemon=True).start()
    try:
        return said.get(timeout=_SECONDS)
    except queue.Empty:
        return f"no answer within {_SECONDS:g} seconds"


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """An answer that names another address is no success: we were told to tell this one."""

    def redirect_request(self, *_: object) -> None:
        return None


def _exchange(address: str, body: bytes) -> str | None:
    headers = {"Content-Type": "application/json", "User-Agent": f"kamervragen/{version('kamervragen')}"}
    request = urllib.request.Request(address, body, headers)  # noqa: S310  http or https, see `chosen_hooks`
    try:
        with urllib.request.build_opener(_NoRedirects).open(request, timeout=_SECONDS):
            return None
    except urllib.error.HTTPError as error:
        error.close()
        return f"the answer was {error.code}"
    except urllib.error.URLError as error:
        return _reason(error.reason)
    except (OSError, HTTPException, ValueError) as error:
        return _reason(error)


def _reason(error: object) -> str:
    """Without the address, which the message of an error may hold."""
    return getattr(error, "strerror", None) or type(error).__name__
