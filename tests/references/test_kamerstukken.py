"""Parliamentary papers and dossiers: every spelling of a citation gives the same id."""

import pytest

ONE_PAPER = [
    ("Kamerstuk 31 125, nr. 133", "kst-31125-133"),
    ("Kamerstuk 31 125 nr. 133", "kst-31125-133"),
    ("Kamerstuk 31125, nr.133", "kst-31125-133"),
    ("kamerstuk 31.125, nr. 133", "kst-31125-133"),
    ("KAMERSTUK 31 125, nr. 133", "kst-31125-133"),
    ("Kamerstuk 31 125-133", "kst-31125-133"),
    ("kamerstuk 31125–133", "kst-31125-133"),
    ("Kamerstuk 31 490, nr, 104", "kst-31490-104"),
    ("Kamerstuk 31 839 mr. 216", "kst-31839-216"),
    ("Kamerstuk 31125 nummer 5", "kst-31125-5"),
    ("Kamerstuk nr. 31 125, nr. 5", "kst-31125-5"),
    ("Kamerstuk II 28286, nr. 1056", "kst-28286-1056"),
    ("Kamerstukken II 2021/22, 29 628, nr. 1099", "kst-29628-1099"),
    ("Kamerstukken II2015–16, 34 104, nr. 128", "kst-34104-128"),
    ("Kamerstukken, 2022-2023, 29628, nr. 1135", "kst-29628-1135"),
    ("Kamerstukken II , 2023/24, 28 828, nr. 137", "kst-28828-137"),
    ("Kamerstukken II, Zitting 1958-1959-5380, Nr. 3", "kst-5380-3"),
    ("Tweede Kamer, vergaderjaar 2023–2024, 19 637, nr. 3198", "kst-19637-3198"),
    ("Vergaderjaar 2011-2012, 33 240 X, nr. 2", "kst-33240-X-2"),
    ("Kamerstuk 36 600 X, nr. 84", "kst-36600-X-84"),
    ("Kamerstuk 36 600-X, nr. 84", "kst-36600-X-84"),
    ("Kamerstuk 36600, X, nr. 84", "kst-36600-X-84"),
    ("Kamerstuk 36600-X-84", "kst-36600-X-84"),
    ("Kamerstuk 35 300 hoofdstuk XV, nr. 2", "kst-35300-XV-2"),
    ("Kamerstuk 35 570 K nr. 1", "kst-35570-K-1"),
    ("Kamerstuk 21 501-20, nr. 2128", "kst-21501-20-2128"),
    ("Kamerstuk 21501-02-2000", "kst-21501-02-2000"),
    ("Kamerstuk 34 356 (R2064), nr. 3", "kst-34356-3"),
    ("Kamerstukken I 2018/19, 35 010, C", "kst-35010-C"),
    ("Kamerstukken I 2017/18, 21 501-31, nr. A", "kst-21501-31-A"),
    ("Kamerstukken I 2008/09, 32 024, C", "kst-20082009-32024-C"),
    ("Eerste Kamer, 36 373, H", "kst-36373-H"),
    ("Kamerstuk 36 600 X, C", "kst-36600-X-C"),
]
SPLIT = [
    ("Kamer-\nstuk 23 645,\nnr. 828", "kst-23645-828"),
    ("Kamerstuk-ken 23 645, nr. 811", "kst-23645-811"),
    ("Kamerstuk33 529, nr. 5", "kst-33529-5"),
    ("Kamerstuk\n28\n286,nr.\n445", "kst-28286-445"),
    ("Tweede Kamer, verga-\nderjaar2017 – 2018, 29 544, nr. 833", "kst-29544-833"),
    ("Kamerstuk\xa031\xa0125,\xa0nr.\xa0133", "kst-31125-133"),
]
BARE = [
    ("de motie van het lid Jansen, 36 410 XIV, nr. 9, waarin", "36 410 XIV, nr. 9", "kst-36410-XIV-9"),
    ("(34000 X, nr. 8)", "34000 X, nr. 8", "kst-34000-X-8"),
    ("(33942 nr. 25)", "33942 nr. 25", "kst-33942-25"),
    ("(34550-XVIII nr. 4)", "34550-XVIII nr. 4", "kst-34550-XVIII-4"),
    ("(36 560 VII-2)", "36 560 VII-2", "kst-36560-VII-2"),
    ("uw kenmerk 34950-X-2/2018D29491", "34950-X-2", "kst-34950-X-2"),
]


@pytest.mark.parametrize(("printed", "target"), ONE_PAPER + SPLIT)
def test_paper(found, printed, target):
    assert found(f"Zie ({printed}).") == [("kamerstuk", target, printed)]


@pytest.mark.parametrize(("text", "printed", "target"), BARE)
def test_paper_without_cue(found, text, printed, target):
    assert found(text)[0] == ("kamerstuk", target, printed)


def test_one_row_per_paper(found):
    assert found("Kamerstuk 19 637, nrs. 2830, 2834 en 2854.") == [
        ("kamerstuk", "kst-19637-2830", "Kamerstuk 19 637, nrs. 2830"),
        ("kamerstuk", "kst-19637-2834", "2834"),
        ("kamerstuk", "kst-19637-2854", "2854"),
    ]


def test_range_is_written_out(found):
    assert [target for _, target, _ in found("Kamerstuk 33 523, nrs. 1-3")] == [
        "kst-33523-1",
        "kst-33523-2",
        "kst-33523-3",
    ]


def test_range_too_long_to_believe_keeps_its_ends_and_is_flagged(read):
    rows = read("Kamerstuk 33 523, nrs. 1-300")
    assert [(r.target_id, r.status) for r in rows] == [
        ("kst-33523-1", "resolved"),
        ("kst-33523-300", "ambiguous"),
    ]


def test_two_dossiers_with_a_paper_each(found):
    assert found("(Kamerstukken 23 645, nr. 811 en 29 984, nr. 1207)") == [
        ("kamerstuk", "kst-23645-811", "Kamerstukken 23 645, nr. 811"),
        ("kamerstuk", "kst-29984-1207", "29 984, nr. 1207"),
    ]


def test_paper_filed_in_two_dossiers_is_numbered_in_the_first(found):
    assert found("Tweede Kamer, vergaderjaar 2012-2013, 26488 / 31300, nr 305") == [
        ("kamerstuk", "kst-26488-305", "Tweede Kamer, vergaderjaar 2012-2013, 26488 / 31300, nr 305"),
        ("dossier", "31300", "31300"),
    ]


def test_further_number_behind_a_page_pin(read):
    rows = read("Kamerstukken II 1999-2000, 26 271, nr. 6, p. 15-16; nr. 7, p. 5-6.")
    assert [(r.target_id, r.page_from, r.page_to) for r in rows] == [
        ("kst-26271-6", 15, 16),
        ("kst-26271-7", 5, 6),
    ]


def test_former_number_is_no_target(found):
    assert [t for _, t, _ in found("Kamerstuk 25 295, nr. 1805, was nr. 1804")] == ["kst-25295-1805"]


def test_date_behind_a_number_is_no_number(found):
    assert [t for _, t, _ in found("Kamerstuk 28 973, nr. 237, 24 april 2020 en meer")] == ["kst-28973-237"]


def test_columns(read):
    (row,) = read("Kamerstukken II 2022/-23, 36 600 X, nr. 84, p. 1")
    assert (row.dossier, row.dossier_suffix, row.number) == ("36600", "X", "84")
    assert (row.session_year, row.page_from, row.page_to) == ("2022-2023", 1, 1)
    assert row.target_url == "https://zoek.officielebekendmakingen.nl/kst-36600-X-84.html"


def test_session_year_behind_the_number(read):
    (row,) = read("(kamerstuk 31.066, nr. 355 vergaderjaar 2016-2017)")
    assert (row.target_id, row.session_year) == ("kst-31066-355", "2016-2017")


@pytest.mark.parametrize(
    ("printed", "target"),
    [
        ("Kamerstuk 36 600 X", "36600-X"),
        ("dossier 31 125", "31125"),
        ("dossiernummer 35570", "35570"),
        ("wetsvoorstel 36 546", "36546"),
    ],
)
def test_dossier(found, printed, target):
    assert found(f"In {printed}, zoals bekend") == [("dossier", target, printed)]


@pytest.mark.parametrize(
    "printed",
    [
        "Kamerstuk 36 600, nr. 12345",
        "Kamerstuk 45 123, nr. 3",
        "Kamerstuk 36 600 XIIII, nr. 3",
        "Kamerstuk 31 125, nr. 0",
        "Kamerstuk 25 001, nr. 686",  # only large dossiers get so far
    ],
)
def test_impossible_id_is_kept_unresolved(read, printed):
    (row,) = read(printed)
    assert row.status == "unresolved"
    assert row.target_url is None


@pytest.mark.parametrize(
    "printed", ["Kamerstuk 29 628, nr. 1156", "Kamerstuk 25 001, nr. 300", "Kamerstuk 36 901, nr. 686"]
)
def test_high_number_of_a_large_or_young_dossier(read, printed):
    (row,) = read(printed)
    assert row.status == "resolved"


def test_letter_without_comma_is_ambiguous(read):
    (row,) = read("Kamerstukken I 2020/21, 35 570 C.")
    assert (row.target_id, row.status) == ("kst-35570-C", "ambiguous")


@pytest.mark.parametrize(
    "text",
    [
        "20 000 woningen en 31 500 euro",
        "in 2024-2025 zijn 12 345 vragen gesteld",
        "Kamerstukken 1992/1993, 22",
        "2500 EH Den Haag, telefoon 070-342 43 44 of 06 12 345 678",
        "het Kamerstuk dat op 12 345 adressen is bezorgd",
        "In het vergaderjaar 2024-2025, 20 000 vragen later",
        "€ 25 000 nr. 5",
        "besluit van 14 juni 2022 nr. 2022-0000139020",
    ],
)
def test_not_a_paper(found, text):
    assert [row for row in found(text) if row[0] in {"kamerstuk", "dossier"}] == []
