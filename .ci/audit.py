"""Known weaknesses of the locked packages: `audit.py PIP_AUDIT LOCK`; status 1 when there are any.

Where the database of weaknesses cannot be reached, that is said in one line and is no failure.
"""

from __future__ import annotations

import json
import subprocess
import sys

_SECONDS = 120
_OPTIONS = (
    "--require-hashes",
    "--disable-pip",
    "--timeout",
    "5",
    "--progress-spinner",
    "off",
    "--format",
    "json",
)


def main(pip_audit: str, lock: str) -> int:
    """Ask, and tell."""
    command = [pip_audit, "--requirement", lock, *_OPTIONS]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603 - our own
        packages = json.loads(done.stdout)["dependencies"]
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError):
        return skipped()
    looked_up = [package for package in packages if "vulns" in package]
    if not looked_up:
        return skipped()
    found = [(package, weakness) for package in looked_up for weakness in package["vulns"]]
    for package, weakness in found:
        mended = ", ".join(weakness["fix_versions"]) or "no version yet"
        print(f"pip-audit: {package['name']} {package['version']}: {weakness['id']}, mended in {mended}")
    print(f"pip-audit: {len(looked_up)} of {len(packages)} packages looked up, weaknesses: {len(found)}.")
    return 1 if found else 0


def skipped() -> int:
    """Say that nothing was looked up."""
    print("pip-audit: skipped, its database of weaknesses cannot be reached.")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
