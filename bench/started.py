"""Start-up alone: Python, a Prefect flow that does nothing, and Great Expectations imported.

`python -m bench.started STATE`; STATE is a folder for Prefect.
"""

from __future__ import annotations

import sys
from pathlib import Path

from flows.environment import prefect_at_hand


def start(state: Path) -> None:
    """Run an empty flow, and have Great Expectations ready."""
    with prefect_at_hand(state):
        from prefect import flow

        @flow
        def nothing() -> None:
            import great_expectations

            great_expectations.get_context(mode="ephemeral")

        nothing()


if __name__ == "__main__":
    start(Path(sys.argv[1]))
