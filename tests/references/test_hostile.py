"""Raw text is untrusted: the work grows with the length of the text, however it is made.

These texts would keep a quadratic pattern busy for minutes; the whole file takes seconds.
"""

import pytest

from kamervragen.references import find_references
from kamervragen.view import View

SIZE = 200_000
REPEATED = [
    "Kamerstuk 31 125, nr. ",
    "Kamerstuk " + "29 628, ",
    "29 628, ",
    "nrs. 1, 2, 3 en ",
    "(1(2(3",
    "artikel 1, ",
    "artikel 1 lid 1 ",
    "eerste lid, ",
    "vraag 1, ",
    "vraag 1 en ",
    "zie antwoord op vraag ",
    "https://a.nl/",
    "http",
    "a.nl/",
    "a.b-",
    "((((",
    "www.",
    "ECLI:NL:",
    "Aanhangsel van de Handelingen ",
    "vergaderjaar 2023-",
    "Verordening (EU",
    "12/",
    "Stb. 2020, 1 en 2021, ",
    "2024Z",
    "Wet op de wet op de ",
    "1:2 ",
    "Kamer-\n",
    "\n \n",
    "-I-V-X",
    "Aanhangsel Handelingen 2023-2024, nr. 1 en 2024-2025, nr. ",
    "richtlijn 2/EG ",
    "(EU) 2016/",
    "COM(2021) 1, 2, ",
    "artikelen 1 t/m 9 ",
    "stuk nr. 5 (31 125",
    "www.a.nl(",
    "https://a.nl/x,https://",
    "EU:C:2019:",
    "BW 6:1 ",
    "Wet Wet Wet ",
    "antwoord vier en vijf ",
    "IX A-B ",
    "9",
]


@pytest.mark.parametrize("piece", REPEATED)
def test_repeated_pieces(piece):
    text = piece * (SIZE // len(piece))
    rows = find_references(View.of(text))
    assert all(0 <= row.start < row.end <= len(text) for row in rows)


@pytest.mark.parametrize(
    "cue", ["Kamerstuk", "artikel", "Zie vraag", "https://", "nr.", "Aanhangsel Handelingen"]
)
def test_a_sea_of_white_space_behind_a_cue(cue):
    text = (cue + " " * 5_000) * 40
    assert find_references(View.of(text)) == []


def test_one_line_of_many_references():
    text = "Kamerstuk 31 125, nr. 133; " * 5_000
    assert len(find_references(View.of(text))) == 5_000


def test_letters_that_change_length_in_lower_case():
    text = "İ" * 50 + " artikel 8 van de Wet dierenİ en Kamerstuk 31 125, nr. 133"
    assert [text[r.start : r.end] for r in find_references(View.of(text))] == [
        "artikel 8 van de Wet dieren",
        "Kamerstuk 31 125, nr. 133",
    ]
