"""Acts and documents of the EU: old and new numbering, CELEX numbers."""

import pytest

ACTS = [
    ("Verordening (EU) 2016/679", "32016R0679"),
    ("Verordening (EU) nr. 2017/1938", "32017R1938"),
    ("Verordening (EU) Nr. 952/2013", "32013R0952"),
    ("Verordening (EG) nr. 1907/2006", "32006R1907"),
    ("Verordening (EG) 1107/2009", "32009R1107"),
    ("Verordening 1231/2010", "32010R1231"),
    ("Verordening (EU) 833/2014", "32014R0833"),
    ("Verordening (EEG) nr. 1408/71", "31971R1408"),
    ("Verordening (EU, Euratom) 2018/1046", "32018R1046"),
    ("veror-\ndening (EU)\n2023/1115", "32023R1115"),
    ("Richtlijn 95/46/EG", "31995L0046"),
    ("Richtlijn 93/42/EEG", "31993L0042"),
    ("richtlijn nr. 2013/30/EU", "32013L0030"),
    ("richtlijn (EU) 2019/944", "32019L0944"),
    ("Richtlijn 2008/99", "32008L0099"),
    ("besluit 2008/909/JBZ", "32008F0909"),
    ("Besluit (GBVB) 2014/512", "32014D0512"),
    ("Besluit 2022/451", "32022D0451"),
    ("Aanbeveling (EU) 2016/2256", "32016H2256"),
    ("32016R0679", "32016R0679"),
]


@pytest.mark.parametrize(("printed", "celex"), ACTS)
def test_act(found, printed, celex):
    assert found(f"op grond van {printed}, waarin") == [("eu_act", celex, printed)]


def test_two_acts_behind_one_word(found):
    assert [t for _, t, _ in found("Richtlijnen 2004/35/EG en 2009/72/EG")] == ["32004L0035", "32009L0072"]


def test_act_in_brackets_behind_its_name(found):
    assert [t for _, t, _ in found("De Coördinatieverordening (883/2004) regelt")] == ["32004R0883"]


@pytest.mark.parametrize(
    ("printed", "target"),
    [
        ("COM(2021) 206", "COM:2021:206"),
        ("COM (2025) 123", "COM:2025:123"),
        ("COM/2021/206", "COM:2021:206"),
        ("SWD(2024)106", "SWD:2024:106"),
        ("JOIN(2020) 5", "JOIN:2020:5"),
        ("SEC(2009) 1030", "SEC:2009:1030"),
    ],
)
def test_document(found, printed, target):
    assert found(f"({printed} final)") == [("eu_document", target, printed)]


@pytest.mark.parametrize(
    "text",
    [
        "het besluit van 3/12 van de stemmen",
        "richtlijn 12/3",
        "verordening van 2024/2025",
        "COMMISSIE (2021) 5",
    ],
)
def test_trap(found, text):
    assert [row for row in found(text) if row[0] != "eu_act" or row[1] is None] == []
