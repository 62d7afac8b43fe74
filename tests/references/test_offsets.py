"""Spans lead back to the whole text, whatever is hidden; and nothing the finder is given can break it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kamervragen.references import find_references
from kamervragen.view import View

CITATIONS = [
    "Kamerstuk 36 600 X, nrs. 84 en 85, p. 1",
    "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1121",
    "Kamerstukken II, 2023–2024, AvdH 721",
    "2024Z15585",
    "Stb. 2019, 511",
    "ECLI:NL:HR:2020:1",
    "Verordening (EU) 2016/679",
    "COM(2021) 206",
    "C-373/19",
    "artikelen 173, 173a en 173b Sr",
    "https://voorbeeld.nl/a/b",
    "zie het antwoord op de vragen 3 t/m 6",
]
PIECES = [
    *CITATIONS,
    " ",
    "\n",
    "-\n",
    ", ",
    " en ",
    "nr. ",
    "1",
    "2024",
    "(",
    ")",
    "artikel ",
    "vraag ",
    "Kamerstuk ",
    "€ 20 000 ",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map("".join))
@settings(max_examples=300)
def test_rows_are_sorted_and_inside_the_text(text):
    rows = find_references(View.of(text))
    assert [r.start for r in rows] == sorted(r.start for r in rows)
    assert all(0 <= r.start < r.end <= len(text) for r in rows)
    assert all(r.status != "resolved" or r.target_id for r in rows)


def test_citation_cut_by_page_furniture_and_a_note_mark():
    furniture, mark = "\n \nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2\n\x0c", "4"
    text = f"zie Kamerstuk 31 125,{furniture}nr.{mark} 133) en verder"
    hidden = [
        (text.index(furniture), text.index(furniture) + len(furniture)),
        (text.index("4 133"), text.index(" 133")),
    ]
    (row,) = find_references(View.of(text, hidden))
    assert row.target_id == "kst-31125-133"
    assert text[row.start : row.end] == text[text.index("Kamerstuk") : text.index(")")]


@given(st.sampled_from(CITATIONS), st.integers(3, 200), st.integers(0, 3))
def test_a_note_is_read_as_well_as_the_running_text(citation, before, hidden):
    text = "x" * before + "\n" + citation + "."
    alone = find_references(View.of(citation))
    in_place = find_references(View.of(text, [(0, hidden)], before + 1, len(text)))
    assert [(r.kind, r.target_id, r.start + before + 1, r.end + before + 1) for r in alone] == [
        (r.kind, r.target_id, r.start, r.end) for r in in_place
    ]
