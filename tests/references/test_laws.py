"""Articles of laws, with the law resolved where its name is known."""

import pytest

from kamervragen.references.law_table import known_laws

ARTICLES = [
    ("artikel 68 Grondwet", "68", "BWBR0001840", "Grondwet"),
    ("artikel 139h, tweede lid, Sr", "139h", "BWBR0001854", "Sr"),
    ("artikel 7:658 BW", "7:658", "BWBR0005290", "BW"),
    (
        "artikel 658 van boek 7 van het Burgerlijk Wetboek",
        "658",
        "BWBR0005290",
        "boek 7 van het Burgerlijk Wetboek",
    ),
    ("art. 3:4 van de Awb", "3:4", "BWBR0005537", "Awb"),
    ("artikel 12 van het Wetboek van Strafvordering", "12", "BWBR0001903", "Wetboek van Strafvordering"),
    ("artikel 31, tweede lid, onderdeel d, van de Participatiewet", "31", "BWBR0015703", "Participatiewet"),
    ("artikel 1 lid 1 onder 2 Wet op de huurtoeslag", "1", "BWBR0008659", "Wet op de huurtoeslag"),
    ("artikel 10 van de Ambtena-\nrenwet 2017", "10", "BWBR0001947", "Ambtenarenwet 2017"),
    ("artikel 1 vande Wet veiligheidsregio’s", "1", "BWBR0027466", "Wet veiligheidsregio’s"),
    ("artikel 5:9, aanhef en onder b, Awb", "5:9", "BWBR0005537", "Awb"),
    ("artikel 15, aanhef en onder a of c (oud) RWN", "15", "BWBR0003738", "RWN"),
    ("artikel 287, lid 3, van het VWEU", "287", "BWBV0001506", "VWEU"),
    ("artikel 16 van de DSA", "16", None, "DSA"),
    ("artikel 95 van de biocidenverordening", "95", None, "biocidenverordening"),
    ("artikel 3 van de Code IBV", "3", None, "Code IBV"),
    ("126j SV", "126j", "BWBR0001903", "SV"),
    ("3:2 Awb", "3:2", "BWBR0005537", "Awb"),
]


@pytest.mark.parametrize(("printed", "article", "bwb_id", "law"), ARTICLES)
def test_article(read, printed, article, bwb_id, law):
    text = f"op grond van ({printed})."
    (row,) = read(text)
    assert text[row.start : row.end] == printed
    assert (row.kind, row.article, row.target_id, row.law) == ("law", article, bwb_id, law)
    assert row.status == ("resolved" if bwb_id else "unresolved")


def test_one_row_per_article(read):
    text = "de artikelen 173, 173a en 173b Sr"
    assert [(text[r.start : r.end], r.article, r.law) for r in read(text)] == [
        ("artikelen 173", "173", "Sr"),
        ("173a", "173a", "Sr"),
        ("173b Sr", "173b", "Sr"),
    ]


def test_articles_with_paragraphs_share_the_law(read):
    rows = read("in artikel 9 en 10, eerste lid, van de Ambtenarenwet 2017")
    assert [(r.article, r.target_id) for r in rows] == [("9", "BWBR0001947"), ("10", "BWBR0001947")]


def test_this_law_has_no_name(read):
    (row,) = read("Artikel 1a van die wet stelt")
    assert (row.article, row.law, row.target_id) == ("1a", None, None)


def test_law_in_front_of_the_article(read):
    rows = read("Wabo, art. 2.12 en Burgerlijk Wetboek Boek 7, artikel 658")
    assert [(r.article, r.target_id) for r in rows] == [("2.12", "BWBR0024779"), ("658", "BWBR0005290")]


def test_article_of_a_numbered_eu_act_gives_both(read):
    rows = read("artikel 5 van Verordening (EU) 2016/679")
    assert [(r.kind, r.article or r.target_id) for r in rows] == [("law", "5"), ("eu_act", "32016R0679")]


def test_unknown_name_in_full(read):
    (row,) = read("artikel 5 van de Richtlijn inzake de\nbescherming van het milieu wordt genoemd")
    assert row.law == "Richtlijn inzake de bescherming van het milieu"


def test_name_glued_to_the_next_word(read):
    (row,) = read("omdat zij artikel 68 van de Geneesmiddelenwetzouden hebben overtreden")
    assert (row.target_id, row.law) == ("BWBR0021505", "Geneesmiddelenwet")


def test_address_of_an_article(read):
    (row,) = read("artikel 3:4 Awb")
    assert row.target_url == "https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=3:4"


@pytest.mark.parametrize(
    "text",
    [
        "het artikel 3 mei jongstleden",
        "in dit artikel 2",
        "hetzelfde krant-artikel\n2, de afgelopen maanden",
        "begrotingsartikel 8",
        "zie beleidsartikel 91",
        "op artikel 9 staat de rechtmatigheid niet vast",
        "op de artikelen 31, 32 en 91 geboekt",
        "artikel 95 Apparaat Kerndepartement",
        "een artikel van 19 september 2024",
        "om 14:30 uur met een uitslag van 3:2 gewonnen",
        "zij is 3 Sv",
    ],
)
def test_trap(found, text):
    assert found(text) == []


def test_table_of_laws_is_well_formed():
    assert len(known_laws()) > 500
    assert all(len(bwb) == 11 and bwb[:4] in {"BWBR", "BWBV"} for bwb in known_laws().values() if bwb)
