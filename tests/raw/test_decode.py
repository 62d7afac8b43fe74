"""Bytes to text: which encodings are read, and what is set aside with which reason."""

import hashlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.raw.decode import Decoded, decode
from kamervragen.raw.refusal import Refusal

DUTCH = (
    "Voorbeelddocument\r\nVraag 1\nKent u het bericht over café ‘De Zeeën’ – € 5,–?\n"
    "Antwoord 1\nJa, coördinatie.\n"
)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (DUTCH.encode(), "utf-8"),
        (DUTCH.encode("utf-8-sig"), "utf-8-sig"),
        (b"\xff\xfe" + DUTCH.encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + DUTCH.encode("utf-16-be"), "utf-16"),
        (DUTCH.encode("utf-16-le"), "utf-16-le"),
        (DUTCH.encode("utf-16-be"), "utf-16-be"),
        (DUTCH.encode("windows-1252"), "windows-1252"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_encoding_gives_the_same_text_and_is_recorded(content: bytes, encoding: str) -> None:
    assert decode(content) == Decoded(DUTCH, encoding)


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "windows-1252"]))
def test_the_recorded_encoding_opens_the_file_to_the_same_text(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding, "ignore"))
    if isinstance(decoded, Decoded):
        again = io.TextIOWrapper(
            io.BytesIO(text.encode(encoding, "ignore")), encoding=decoded.encoding, newline=""
        )
        assert again.read() == decoded.text


@given(st.binary())
def test_any_bytes_are_read_or_refused_in_one_sentence(content: bytes) -> None:
    decoded = decode(content)
    if isinstance(decoded, Refusal):
        assert decoded.reason.endswith(".")
        assert "\n" not in decoded.reason
    else:
        assert decoded.text.strip()
        decoded.text.encode("utf-8")  # no lone surrogates


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (b" \n\t\r\n", "white space"),
        (b"%PDF-1.7\nVraag 1", "PDF"),
        (b"PK\x03\x04" + bytes(100), "ZIP"),
        (b"".join(hashlib.sha256(bytes([n])).digest() for n in range(100)), "binary"),
        (bytes(1000), "binary"),
        (b"tekst\x00\x01\x02\x03", "binary"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"),
        (b"\xff\xfea\x00b", "UTF-16 but is damaged"),
        (b"\xff\xfe" + "Vraag \ud800 1".encode("utf-16-le", "surrogatepass"), "UTF-16 but is damaged"),
        (b"\xef\xbb\xbfVraag \xff 1", "UTF-8 but is damaged"),
        ("één vraag over coördinatie".encode() + b"\xc3", "UTF-8 with damaged bytes"),
        (b"Vraag \xed\xa0\x80 1", "UTF-8 with damaged bytes"),
        (b"Vraag \x81\x8d 1 over iets", "not UTF-8, UTF-16 or Windows-1252"),
        ("Кент вы это сообщение?".encode("windows-1251"), "not a Western European text"),
        ("你知道这个消息吗".encode("gb18030"), "not UTF-8, UTF-16 or Windows-1252"),
        ("Wat is de prijs per café, zeeën en coördinatie?".encode("cp850"), "not a Western European text"),
        ("Wat is de prijs per café? Reële scènes, vacatures".encode("mac-roman"), "not UTF-8"),
    ],
)
def test_what_is_not_a_text_is_set_aside_with_a_reason(content: bytes, word: str) -> None:
    refused = decode(content)
    assert isinstance(refused, Refusal)
    assert word in refused.reason


def test_a_stray_control_character_does_not_cost_us_the_document() -> None:
    text = DUTCH + "\x00 en \x1b[31m en \u0085 en \x07"
    assert decode(text.encode()) == Decoded(text, "utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "Privé",
        "Reële coördinatie, één café",
        "de “NS”‑trein … € 12,– à § 3",
        "1½ m² naar 20°C",
        "‘s Hertogenbosch",
    ],
)
def test_short_western_texts_are_windows_1252(text: str) -> None:
    content = text.encode("windows-1252", "ignore")
    assert decode(content) == Decoded(content.decode("windows-1252"), "windows-1252")


def test_a_line_of_five_megabytes_is_read() -> None:
    content = b"caf\xe9 " * 1_000_000
    assert isinstance(decode(content), Decoded)
