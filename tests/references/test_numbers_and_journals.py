"""Cases, documents, official journals and judgments."""

import pytest

FORMS = [
    ("nr. 2024Z11859,", "case", "2024Z11859", "2024Z11859"),
    ("AH 617\n\n2024Z 17972\n", "case", "2024Z17972", "2024Z 17972"),
    ("tekst\n32024Z15585", "case", "2024Z15585", "2024Z15585"),
    ("kv-tk-2024Z18775", "case", "2024Z18775", "kv-tk-2024Z18775"),
    ("(2024D37938)", "document", "2024D37938", "2024D37938"),
    ("Stb. 2024, 153.", "staatsblad", "stb-2024-153", "Stb. 2024, 153"),
    ("Staatsblad 2011, nr. 18", "staatsblad", "stb-2011-18", "Staatsblad 2011, nr. 18"),
    ("Stcrt 2019, nr. 71141;", "staatscourant", "stcrt-2019-71141", "Stcrt 2019, nr. 71141"),
    ("(Staatscourant nr 32656, 2013)", "staatscourant", "stcrt-2013-32656", "Staatscourant nr 32656, 2013"),
    (
        "Staatscourant, nr. 27142, 14 september 2014",
        "staatscourant",
        "stcrt-2014-27142",
        "Staatscourant, nr. 27142, 14 september 2014",
    ),
    (
        "Staats-\ncourant 2022, nr. 16685",
        "staatscourant",
        "stcrt-2022-16685",
        "Staats-\ncourant 2022, nr. 16685",
    ),
    ("Trb. 2020, 12", "tractatenblad", "trb-2020-12", "Trb. 2020, 12"),
    ("ECLI:NL:RVS:2024:3946.", "ecli", "ECLI:NL:RVS:2024:3946", "ECLI:NL:RVS:2024:3946"),
    ("ECLI:NL-\n:RBDHA:2023:2055", "ecli", "ECLI:NL:RBDHA:2023:2055", "ECLI:NL-\n:RBDHA:2023:2055"),
    ("1ECLI:NL:CRVB:2013:BY5603, over", "ecli", "ECLI:NL:CRVB:2013:BY5603", "ECLI:NL:CRVB:2013:BY5603"),
    ("(zaak C-373/19)", "eu_case", "C-373/19", "C-373/19"),
    ("arrest T‑12/03", "eu_case", "T-12/03", "T‑12/03"),
    ("kst-26643-144-h1", "kamerstuk", "kst-26643-144-h1", "kst-26643-144-h1"),
    ("stcrt-2009-9231", "staatscourant", "stcrt-2009-9231", "stcrt-2009-9231"),
]


@pytest.mark.parametrize(("text", "kind", "target", "printed"), FORMS)
def test_form(found, text, kind, target, printed):
    assert found(text) == [(kind, target, printed)]


def test_several_numbers_of_a_journal(found):
    assert [t for _, t, _ in found("Stb. 2020, 123 en 124; Stb. 2021, 5")] == [
        "stb-2020-123",
        "stb-2020-124",
        "stb-2021-5",
    ]


def test_journal_without_year_is_kept_unresolved(read):
    (row,) = read("Staatscourant (nr. 50265)")
    assert (row.target_id, row.status) == (None, "unresolved")


def test_staatscourant_before_its_ids_followed_from_the_number(read):
    (row,) = read("Stcrt. 1994, 5")
    assert (row.status, row.target_url) == ("unresolved", None)


@pytest.mark.parametrize(
    "text",
    [
        "de aanschaf van de C-390 en de F-35",
        "Stb. 2005",
        "het Staatsblad en de staatssecretaris",
        "12024Z155855",
        "dienstbetrekking 2024, 12",
        "postbus 2019, 511",
        "A2024Z15585X1",
    ],
)
def test_trap(found, text):
    assert found(text) == []
