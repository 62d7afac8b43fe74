"""What libraries import and nobody uses is not loaded, and is there for whoever does use it."""

import gc
import subprocess
import sys
from typing import Any

import pytest
from pydantic.v1 import BaseModel, Field, validator
from pydantic.v1.fields import ModelField

from kamervragen.deferring import fields_shared, uncollected

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
print(sorted({"boto3", "botocore", "polars"} & sys.modules.keys()))
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


def test_a_derived_model_leaves_the_fields_of_its_base_alone() -> None:
    class Base(BaseModel):
        number: int = Field(1, gt=0)
        names: list[int] = []

    with fields_shared():

        class Derived(Base):
            @validator("number")
            def even(cls, value: Any) -> Any:  # noqa: N805  # as pydantic wants it
                if value % 2:
                    raise ValueError("odd")
                return value

            class Config:
                fields = {"number": "nummer"}  # noqa: RUF012  # pydantic's own form

    assert Derived(nummer=2, names=["3"]).dict() == {"number": 2, "names": [3]}
    assert Base(number=3, names=["3"]).dict() == {"number": 3, "names": [3]}
    for wrong in (3, -2):
        with pytest.raises(ValueError, match=r"odd|greater"):
            Derived(nummer=wrong)
    assert not hasattr(ModelField, "__deepcopy__")
