"""Answers that only point to another: "Zie het antwoord op vraag 1.", "Zie antwoord vragen 2, 4 en 5"."""

from __future__ import annotations

import re

from kamervragen.layout.numbering import NUMBERS, expand

POINTER = re.compile(
    rf"""(?ix)
    (?:(?:voor\s+(?:het|de|een|mijn)\s+(?:antwoord|beantwoording|reactie)\s+(?:op|van)\s+deze\s+vra(?:ag|gen)
      |hiervoor|daarvoor|voor\s+dit\s+antwoord|graag|hierbij|kortheidshalve)\s+)?
    (?:zie(?:\s+(?:ook|hiervoor|daarvoor|verder|graag|hierover))?
      |(?:ik\s+|wij\s+)?verwij(?:st?|zen)(?:\s+(?:ik|wij|we|u|graag|hierbij|hiervoor|naar)){{0,4}}
      |(?:hierbij\s+)?(?:verwezen\s+wordt|wordt\s+verwezen)\s+naar)
    \s*(?:naar\s+)?(?:(?:het|de|mijn|onze|ons|bovenstaande?)\s+){{0,2}}
    (?:(?:antwoord(?:en)?|beantwoording|reactie)\s*)?(?:(?:op|bij|van|onder)\s+)?(?:de\s+)?
    (?:vra(?:ag|gen)\s*)?({NUMBERS.replace(" ", "[ ]")})\s*[.!]?
    """
)
LONGEST_POINTER = 250


def pointed_to(answer: str) -> tuple[str, ...]:
    """The numbers of the questions whose answer is meant, when the whole answer is a pointer; else none."""
    if len(answer) > LONGEST_POINTER:
        return ()
    match = POINTER.fullmatch(" ".join(answer.split()))
    return expand(match[1]) if match else ()
