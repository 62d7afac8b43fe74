"""Proceedings and their appendix, and session years in every spelling."""

import pytest

from kamervragen.references.session_years import match_session_year

APPENDIX = [
    ("Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 528", "ah-tk-20252026-528"),
    ("Aanhangsel Handelingen,vergaderjaar 2024–2025, nr. 344", "ah-tk-20242025-344"),
    ("AanhangselHandelingen, vergaderjaar2024–2025,nr. 344", "ah-tk-20242025-344"),
    ("Aanhangsel Handelin-gen, verga-\nderjaar 2019–2020, nr. 584", "ah-tk-20192020-584"),
    ("Aanhangsel van de Handelingen II, 2022/-23, nr. 1823", "ah-tk-20222023-1823"),
    ("Aanhangsel van de Handeling, vergaderjaar 2020-2021, nr. 12", "ah-tk-20202021-12"),
    ("Aanhangsel der Handelingen II 2001/02, nr. 1234", "ah-tk-20012002-1234"),
    ("Handelingen II 2023/24, Aanhangsel van de Handelingen, nr. 104", "ah-tk-20232024-104"),
    ("Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel van de Handelingen 2386", "ah-tk-20232024-2386"),
    ("Kamerstukken II, 2023–2024, AvdH 721", "ah-tk-20232024-721"),
    ("Aanhangsel Handelingen, vergaderjaar 2022–203, nr. 844", "ah-tk-20222023-844"),
    ("Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 0528", "ah-tk-20232024-528"),
    ("ah-tk-20242025-597", "ah-tk-20242025-597"),
]


@pytest.mark.parametrize(("printed", "target"), APPENDIX)
def test_appendix(found, printed, target):
    assert found(f"Zie ook {printed}.") == [("aanhangsel", target, printed)]


@pytest.mark.parametrize(
    "printed",
    [
        "Aanhangsel van de Handelingen, nr. 2386",
        "Aanhangsel van de Handelingen 2386",
        "Aanhangsel Handelingen, vergaderjaar 2019-2025, nr. 12",
        "Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 9999",
    ],
)
def test_appendix_that_cannot_be_resolved_is_kept(read, printed):
    (row,) = read(printed)
    assert (row.kind, row.status, row.target_url) == ("aanhangsel", "unresolved", None)


@pytest.mark.parametrize(
    "text",
    [
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 2",
        "Vergaderjaar 2023–2024 Aanhangsel van de Handelingen\nVragen gesteld door de leden der Kamer",
        "In dit aanhangsel staan 12 behandelingen en 3 handelingen.",
    ],
)
def test_no_appendix(found, text):
    assert found(text) == []


def test_proceedings(read):
    row, old, second = read(
        "Handelingen II 2023/24, nr. 12, item 5; Handelingen 2012-2013, nr. 26, p. 41-73 en "
        "Handelingen II 2019/20, 45, item 7"
    )
    assert (row.target_id, row.number, row.status) == ("h-tk-20232024-12-5", "12", "resolved")
    assert (old.target_id, old.page_from, old.page_to, old.status) == (None, 41, 73, "unresolved")
    assert second.target_id == "h-tk-20192020-45-7"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("2025-2026", "2025-2026"),
        ("2025–2026", "2025-2026"),
        ("2025/26", "2025-2026"),
        ("2025/-26", "2025-2026"),
        ("'25/'26", "2025-2026"),
        ("2012/ 13", "2012-2013"),
        ("2017 – 2018", "2017-2018"),
        ("1985/- 86", "1985-1986"),
        ("1999-2000", "1999-2000"),
        ("1999/00", "1999-2000"),
        ("2022–203", "2022-2023"),  # a figure is missing
        ("2023–34", "2023-2024"),  # one figure is wrong, and 2033-34 lies too far ahead to be meant
        ("2019-2025", None),  # nothing is one keystroke away
        ("2023-2025", None),  # 2023-2024 and 2024-2025 both are
    ],
)
def test_session_year(printed, name):
    year = match_session_year(printed, 0)
    assert year is not None
    assert year.name == name
    assert year.end == len(printed)
