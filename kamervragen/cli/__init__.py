"""The command line. Each module of this package whose name has no underscore in front is a command.

A command's module has `add_command`, which adds its parser and sets `run` on it: a function of the
parsed arguments that returns the exit status. What a command needs it imports when it runs, so that
`--help` answers at once.
"""

from __future__ import annotations

import argparse
import atexit
import contextlib
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import NoReturn

from kamervragen.cli._console import harmless

WRONG_USE = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status (see each command's help).

    Without `arguments` those of the process are taken, and the process is taken to be ours alone.
    """
    if arguments is not None:
        return _run(arguments)
    ending = _Ending()
    # numpy comes with threads for matrices, of which there are none here; they look for work all the time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # The first that is registered is called last: after Prefect has sent its log and stopped its server.
    atexit.register(ending.end)
    ending.status = _run(sys.argv[1:])
    return ending.status


@dataclass(slots=True)
class _Ending:
    """Ends the process without taking it down piece by piece.

    Prefect's threads hold on to whatever they have seen until the very end, which DuckDB's bindings take
    for leaks and report on stderr, page after page.
    """

    status: int | None = None

    def end(self) -> None:
        if self.status is not None:
            for stream in (sys.stdout, sys.stderr):
                with contextlib.suppress(OSError, ValueError):  # nobody reads it any more
                    stream.flush()
            os._exit(self.status)


def _run(arguments: Sequence[str]) -> int:
    parsed = _parser().parse_args(arguments)
    try:
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output, such as `head`, has enough of it
        with contextlib.suppress(OSError):  # a stream without a descriptor has nothing to be led away from
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """As always, but what it quotes (names of files, say) does not steer the terminal."""
        super().error(harmless(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kamervragen",
        description="Open data from Dutch parliamentary questions: raw text in, checked tables out.",
        epilog="example: kamervragen release --raw raw --output output",
    )
    parser.add_argument("--version", action="version", version=f"kamervragen {version('kamervragen')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        if not module.name.startswith("_"):
            importlib.import_module(f"{__name__}.{module.name}").add_command(commands)
    return parser
