"""What libraries import and nobody uses is not loaded, and is there for whoever does use it."""

import gc
import subprocess
import sys

from kamervragen.deferring import uncollected

DEFERRED = """
import sys
import kamervragen.quality.expectations
from great_expectations.expectations.core import expect_column_kl_divergence_to_be_less_than as divergence
assert not {"scipy.stats._stats_py", "altair.vegalite"} & sys.modules.keys()
print(round(divergence.stats.entropy([0.5, 0.5], [0.5, 0.5])))
import scipy.stats
print(divergence.stats.entropy is scipy.stats.entropy)
"""
ABSENT = """
import sys
import kamervragen.bundle, kamervragen.quality.expectations
print(sorted({"boto3", "polars"} & sys.modules.keys()))
import boto3, polars
print(polars.DataFrame({"a": [1]}).height, boto3.__name__)
"""


def printed_by(script: str) -> str:
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout


def test_they_are_loaded_when_they_are_used() -> None:
    assert printed_by(DEFERRED) == "0\nTrue\n"


def test_what_can_be_done_without_is_left_to_others() -> None:
    assert printed_by(ABSENT) == "[]\n1 boto3\n"


def test_what_is_made_while_nothing_is_collected_is_never_looked_at() -> None:
    frozen = gc.get_freeze_count()
    try:
        with uncollected():
            made = [[number] for number in range(1000)]
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() >= frozen + len(made)
    finally:
        gc.unfreeze()
