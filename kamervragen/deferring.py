"""Large libraries are loaded quickly, and what they import and hardly ever use when it is used, or never."""

from __future__ import annotations

import copy
import gc
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


class _Deferred(ModuleType):
    """Stands in for a module, which is loaded when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what importing looks at
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


@contextmanager
def deferred(*names: str) -> Iterator[None]:
    """Modules of these names that are imported in the block are loaded later, if ever.

    Afterwards importing them gives the real ones. The standard library's `LazyLoader` does not do here: it
    loads a module as soon as a second one imports it.
    """
    stands_in = {name: _Deferred(name) for name in names if name not in sys.modules}
    sys.modules.update(stands_in)
    try:
        yield
    finally:
        for name, module in stands_in.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


@contextmanager
def absent(*names: str) -> Iterator[None]:
    """Modules of these names are as good as not installed for what is imported in the block.

    For what a library can do without, and spends time on wherever it happens to be there. One that is loaded
    already stays.
    """
    hidden: dict[str, Any] = dict.fromkeys(name for name in names if name not in sys.modules)
    sys.modules.update(hidden)  # by None: importing it raises ModuleNotFoundError
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage is looked for in what is made in the block, then or later: for importing large libraries.

    They make objects by the million, of which nearly all stay; a fifth of the time goes into looking at them.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


@contextmanager
def fields_shared() -> Iterator[None]:
    """Models of pydantic's first version, defined in the block, share what they inherit and never change.

    Elsewhere each copies every field, down to the last validator: a third of Great Expectations' import.
    """
    from pydantic.v1.fields import ModelField

    deeply = "__deepcopy__"
    setattr(ModelField, deeply, _own_field)
    try:
        yield
    finally:
        delattr(ModelField, deeply)


def _own_field(field: Any, memo: dict[int, Any]) -> Any:
    """The field of a derived model, which may get another alias, other bounds and more validators there."""
    own = copy.copy(field)
    own.field_info = copy.copy(field.field_info)
    own.class_validators = dict(field.class_validators)
    own.sub_fields = copy.deepcopy(field.sub_fields, memo)
    return own
