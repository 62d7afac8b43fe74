"""Numbers of the Tweede Kamer's own administration: cases (`2024Z18294`) and documents (`2024D37938`).

A note mark may be glued to the front: `32024Z15585` is mark 3 and case 2024Z15585. `kv-tk-2024Z18294`,
the id under which questions are published, names the same case.
"""

from __future__ import annotations

import re

from kamervragen.references import addresses
from kamervragen.references.reading import Reading

_AFTER_YEAR = re.compile(r"([ZzDd])(?:-|\s{0,3})(\d{5})(?!\d)")
# Small letters may be glued to it too: "vraagnummer2024Z15585".
_YEAR = re.compile(r"(?:[Kk][Vv]-[Tt][Kk]-)?(?<![\dA-Z])(?:\d{1,2})??(20[0-3]\d)(?:-|\s{0,3})$")
_LEAD = 14


def find_case_number(reading: Reading, start: int, end: int) -> int:
    """At the letter Z or D behind a digit."""
    letter = start
    after = _AFTER_YEAR.match(reading.text, letter)
    if after is None:
        return 0
    before = _YEAR.search(reading.text, max(reading.consumed, letter - _LEAD), letter)
    if before is None:
        return 0
    kind = "case" if after[1] in "Zz" else "document"
    identifier = f"{before[1]}{after[1].upper()}{after[2]}"
    prefixed = before[0][:1] in "kK"
    reading.add(
        kind,
        before.start() if prefixed else before.start(1),
        after.end(),
        identifier,
        addresses.parliamentary_case(identifier) if kind == "case" else None,
    )
    return after.end()
