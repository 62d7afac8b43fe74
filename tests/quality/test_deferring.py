"""What Great Expectations imports and nobody uses is not loaded, and is there for whoever does use it."""

import subprocess
import sys

SCRIPT = """
import sys
import kamervragen.quality.expectations
from great_expectations.expectations.core import expect_column_kl_divergence_to_be_less_than as divergence
assert not {"scipy.stats._stats_py", "altair.vegalite"} & sys.modules.keys()
print(round(divergence.stats.entropy([0.5, 0.5], [0.5, 0.5])))
import scipy.stats
print(divergence.stats.entropy is scipy.stats.entropy)
"""


def test_they_are_loaded_when_they_are_used() -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert run.stdout == "0\nTrue\n"
