"""When to try a stage again: only after trouble that may pass, on a disk or a network."""

from __future__ import annotations

import errno
from typing import Any, TypedDict

from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

_MAY_PASS = frozenset(
    {errno.EIO, errno.ESTALE, errno.ETIMEDOUT, errno.EAGAIN, errno.ECONNRESET, errno.ENETUNREACH, errno.EBUSY}
)


class _Retry(TypedDict):
    retries: int
    retry_delay_seconds: list[float]
    retry_condition_fn: Any
    persist_result: bool


def may_pass(task: Task[..., Any], run: TaskRun, state: State[Any]) -> bool:
    """Whether the stage failed on something that another try may find gone."""
    try:
        state.result()
    except OSError as error:
        return error.errno in _MAY_PASS
    except Exception:  # a mistake in the data or in our code comes back however often one tries
        return False
    return False


# Results are files of the run already; Prefect would keep a pickle of each for ever.
RETRY = _Retry(retries=3, retry_delay_seconds=[1, 5, 20], retry_condition_fn=may_pass, persist_result=False)
