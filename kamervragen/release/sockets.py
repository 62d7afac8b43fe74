"""Loaded in the server that workers are forked from: it removes the folder with its socket when it ends.

A process that ends as it should removes it by itself; for one that is killed nobody else does.
"""

from __future__ import annotations

import atexit
import os
import shutil

SOCKETS = "KAMERVRAGEN_SOCKETS"
"""The name in the environment under which the server is told of the folder."""

if (folder := os.environ.pop(SOCKETS, None)) is not None:
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
