"""What the commands print: plain lines, or a progress bar and a table where somebody is looking."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


def harmless(text: str) -> str:
    """The text with escapes for what moves the cursor, turns the writing round or cannot be seen."""
    return _CONTROL.sub(lambda sign: sign[0].encode("unicode_escape").decode(), text)


def complain(message: str) -> None:
    """Say on stderr what is wrong."""
    print(f"kamervragen: {harmless(message)}", file=sys.stderr)


@contextmanager
def progress_shown() -> Iterator[None]:
    """Show the progress of a run: a bar when stdout is a terminal, else one line for each stage."""
    from kamervragen.release.progress import listening

    if not sys.stdout.isatty():
        with listening(_print_stage):
            yield
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def move(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        with listening(move):
            yield


def _print_stage(stage: str, done: int, total: int) -> None:
    if not total:
        print(f"{stage} ...", flush=True)


def print_figures(figures: list[tuple[str, str]]) -> None:
    """A table of two columns."""
    if not sys.stdout.isatty():
        width = max(len(label) for label, _ in figures)
        for label, value in figures:
            print(f"{label:<{width}}  {value}")
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE, show_header=False)
    for label, value in figures:
        table.add_row(label, value)
    Console().print(table)
