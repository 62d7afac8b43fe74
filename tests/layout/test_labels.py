"""Labels are told from prose by their first signs."""

from __future__ import annotations

import re

from kamervragen.layout.labels import LINE_FORMS, MARKUP, OPENS_TEXT
from tests.generator import from_seed

# Verzonnen: one of each form, as none of them stands in the generated documents for certain.
LABELS = (
    *(
        "Vraag 1",
        "vraag 2",
        "VRAGEN 3 en 4",
        "Deelvraag 2",
        "Subvraag 2",
        "V raag 1",
        "Vraaq 1",
        "Vaag 1",
        "VVraag 1",
    ),
    *("Vraag", "VRAAG: Klopt dit?", "1. Klopt dit?", "(2) Klopt dit?", "3", "**Vraag 1**", "| 4. Klopt dit?"),
    *(
        "Antwoord 1",
        "ANTWOORD",
        "antwoord 2",
        "Anwoord 3",
        "Gezamenlijk antwoord 1",
        "Gecombineerd antwoord 1",
    ),
    *(
        "Beantwoording vraag 1",
        "Reactie: Ja.",
        "A: Ja.",
        "Antwoord Ja.",
        "Toelichting:",
        "Mededeling",
        "Uitstelbrief",
    ),
    *(
        "Hoogachtend,",
        "Met vriendelijke groet,",
        "De minister van Verzinsels,",
        "DE MINISTER VAN VERZINSELS,",
    ),
)


def test_first_signs_leave_out_no_label() -> None:
    """What any form matches at the start of a line is found by all of them together."""
    forms = [re.compile(MARKUP + form.pattern) for form in LINE_FORMS]
    generated = "\n".join(from_seed(seed).text for seed in range(60)).split("\n")
    for line in (*LABELS, *generated):
        labelled = any(form.match(line) for form in forms)
        assert bool(OPENS_TEXT.match(line)) == labelled, line
    assert all(OPENS_TEXT.match(label) for label in LABELS)
