"""Web addresses: where they end, and where breaks in them are certain."""

import pytest

ADDRESSES = [
    ("https://www.voorbeeld.nl/a/b-c.", "https://www.voorbeeld.nl/a/b-c"),
    ("(www.voorbeeld.nl)", "https://www.voorbeeld.nl"),
    ("nos.nl/artikel/2511721,", "https://nos.nl/artikel/2511721"),
    ("https://nos.nl/a_(b)/c).", "https://nos.nl/a_(b)/c"),
    ("«https://voorbeeld.nl/q»", "https://voorbeeld.nl/q"),
    ("http://voorbeeld.nl/a%20b?x=1&y=2#z", "http://voorbeeld.nl/a%20b?x=1&y=2#z"),
    ("https://\nnos.nl/artikel/25", "https://nos.nl/artikel/25"),
    ("https://ec.europa.eu/\neconomy_finance/x.html.", "https://ec.europa.eu/economy_finance/x.html"),
    (
        "(https://www.ad.nl/geen-vergunning-voor-\npieten-in-dorp~a9/)",
        "https://www.ad.nl/geen-vergunning-voor-pieten-in-dorp~a9/",
    ),
    ("https://www.vo- raad.nl/nieuws", "https://www.vo-raad.nl/nieuws"),
    (
        "(zie\nhttps://v.nl/17/grondexp loitaties-15-jaar-dynamiek )?",
        "https://v.nl/17/grondexploitaties-15-jaar-dynamiek",
    ),
    ("https://x.nl/kst-31125-133?id=2024Z12345", "https://x.nl/kst-31125-133?id=2024Z12345"),
]


@pytest.mark.parametrize(("text", "address"), ADDRESSES)
def test_address(found, text, address):
    assert [(kind, target) for kind, target, _ in found(text)] == [("url", address)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://www.voorbeeld.nl/pagina/\n2Dagblad, «Bericht»", "https://www.voorbeeld.nl/pagina/"),
        ("https://www.voorbeeld.nl/\nEen nieuwe zin.", "https://www.voorbeeld.nl/"),
        ("https://www.voorbeeld.nl/\n7/8\nVraag 15", "https://www.voorbeeld.nl/"),
        ("https://www.voorbeeld.nl/funds is een site", "https://www.voorbeeld.nl/funds"),
        ("https://www.voorbeeld.nl/a\nb volgt hier", "https://www.voorbeeld.nl/a"),
    ],
)
def test_what_follows_is_not_swallowed(found, text, address):
    assert [target for _, target, _ in found(text)] == [address]


def test_two_addresses_on_two_lines(found):
    text = "https://v.nl/funds/\nhttps://v.nl/funds/\n8https://v.nl/x"
    assert [t for _, t, _ in found(text)] == ["https://v.nl/funds/", "https://v.nl/funds/", "https://v.nl/x"]


@pytest.mark.parametrize(
    "text",
    [
        "voorlichting@rekenkamer.nl",
        "info@voorbeeld.nl/x",
        "en/of, 2023/24",
        "de site voorbeeld.nl",
        "NOS.nl, 8 oktober",
        "http",
        "www.",
    ],
)
def test_trap(found, text):
    assert found(text) == []
