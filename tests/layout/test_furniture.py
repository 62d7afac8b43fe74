"""Page furniture."""

from __future__ import annotations

import pytest

from kamervragen.layout.furniture import find_furniture


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_furniture(text)]


@pytest.mark.parametrize(
    "footer",
    [
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1",
        "Tweede Kamer, vergaderjaar 2024-2025, Vragen 12",
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel\n1",
        "ah-tk-20242025-593",
        "kv-tk-2024Z18561",
        "ISSN 0921 - 7398",
        "’s-Gravenhage 2024",
        "ah-tk-20242025-593\nISSN 0921 - 7398’s-Gravenhage 2024"
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1",
        "Pagina 3 van 12",
    ],
)
def test_printed_forms_are_furniture_alone_on_their_lines(footer: str) -> None:
    assert found(f"Een zin die\n{footer}\nverder gaat.") == [footer]


def test_a_footer_stops_before_the_label_glued_to_it() -> None:
    text = "Ja.\nTweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1Antwoord 3\nNee."
    assert found(text) == ["Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1"]


@pytest.mark.parametrize(
    "text",
    [
        "zie\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel van de Handelingen, nr. 12",
        "zie\nTweede Kamer, vergaderjaar 2023–2024, 19 637, nr. 3198",
        "De politie is er 24/7 en dat blijft 24/7 zo.",
        "Van de scholen is 1/3 gezond, 2/3 niet.",
    ],
)
def test_citations_and_fractions_are_not_furniture(text: str) -> None:
    assert found(text) == []


def test_counters_that_run_through_the_document_are_furniture_even_in_a_sentence() -> None:
    page = "Deze zin staat op een bladzijde van het Voorbeelddocument en loopt door. "
    text = f"Een\n1/3\n{page}en hier 2/3 ook\n{page}\n3/3 tot het einde."
    assert [each.strip() for each in found(text)] == ["1/3", "2/3", "3/3"]


def test_an_answer_given_twice_near_page_counters_is_no_running_header() -> None:
    page = "Dit is een bladzijde van het Voorbeelddocument, en zij loopt nog even door. "
    text = f"{page}\n1/3\n{page}\nJa, dat klopt.\n2/3\n{page}een\nJa, dat klopt.\n3/3 {page}"
    assert [each.strip() for each in found(text)] == ["1/3", "2/3", "3/3"]


def test_a_running_header_comes_back_at_the_counters() -> None:
    header = "Beantwoording vragen over het Voorbeelddocument"
    first = "".join(f"Dit is regel {number} van de brief.\n" for number in range(1, 6))
    second = "".join(f"Dit is regel {number} van de antwoorden.\n" for number in range(1, 6))
    text = f"{header}\n{first}{header}\n2/3\n{second}{header}\n3/3 Dat."
    assert found(text) == [f"{header}\n2/3", f"{header}\n3/3"]


SENTENCE = "Dit is een regel van het Voorbeelddocument die tot aan de rand van de bladzijde\nloopt. "


@pytest.mark.parametrize("form", ["{}", "- {} -", "Pagina {}", "{} van 3"])
def test_page_numbers_without_a_total(form: str) -> None:
    pages = [SENTENCE * 30 + "Op een rand staat een half\n" + form.format(number) for number in (1, 2, 3)]
    text = "\n".join(f"{page}\nwoord." for page in pages)
    assert found(text) == [form.format(number) for number in (1, 2, 3)]


def test_bare_numbers_that_label_questions_are_no_page_numbers() -> None:
    parts = [f"{number}\nKlopt dit?\n\nAntwoord\n{SENTENCE * 30}\n" for number in range(1, 5)]
    assert found("\n".join(parts)) == []


def test_note_marks_on_lines_of_their_own_are_no_page_numbers() -> None:
    text = f"{SENTENCE * 30}een brief\n1\nvan mei. {SENTENCE * 30}en een rapport\n2\nvan juni. {SENTENCE}"
    assert found(f"{text}\n1 Voorbeeldkrant\n2 Kamerstuk 39 125, nr. 3\n") == []


def test_addresses_listed_below_a_page_are_furniture() -> None:
    page = "Dit is bladzijde {} van het Voorbeelddocument, en zij loopt nog even door met het\n"
    links = "https://www.voorbeeld.nl/een https://www.voorbeeld.nl/twee"
    text = (
        f"{page.format('een')}\n1/3\n{page.format('twee')}aanpakken van de\n{links}\n2/3\n"
        f"tekortkomingen.\n{page.format('drie')}\n3/3\nslot\n{links}"
    )
    assert found(text) == ["1/3", f"{links}\n2/3", "3/3", links]


def test_an_address_that_its_sentence_leads_up_to_stays() -> None:
    text = (
        "Dit is een bladzijde van het Voorbeelddocument, en zij loopt nog even door.\n1/2\n"
        "De gegevens staan in het Voorbeelddocument, en wel op deze plaats:\nhttps://www.voorbeeld.nl/een\n2/2\nSlot."
    )
    assert found(text) == ["1/2", "2/2"]


def test_a_label_that_comes_back_at_page_counters_is_no_running_header() -> None:
    page = "Dit is antwoord {} van het Voorbeelddocument, en het loopt nog even door tot het eind.\n"
    text = "".join(f"Antwoord:\n{n}/4\n{page.format(n)}" for n in range(1, 5))
    assert found(text) == ["1/4", "2/4", "3/4", "4/4"]


HEAD = "Ministerie van Verzonnen Zaken\nDatum\n3 mei 2021\nOnze referentie\nVZ/2021-123"


def lines(page: int) -> str:
    return "".join(
        f"Dit is regel {number} op blad {page} van een brief, die doorloopt tot\n" for number in range(30)
    )


@pytest.mark.parametrize("counter", ["Pagina {} van 3", "Blad {} van 3", "bladzijde {}/3", "{}/3"])
def test_the_head_of_a_further_page_is_furniture(counter: str) -> None:
    one, two, three = (counter.format(number) for number in (1, 2, 3))
    text = f"{HEAD}\nBetreft De brief\n{lines(1)}{one}\n{HEAD}\n{lines(2)}{two}\n{HEAD}\n{lines(3)}{three}"
    assert [each.strip() for each in found(text)] == [f"{one}\n{HEAD}", f"{two}\n{HEAD}", three]


def test_so_is_that_of_the_only_one_but_not_that_of_the_first() -> None:
    assert found(f"Pagina 1 van 2\n{HEAD}\nBetreft De brief\n{lines(1)}") == ["Pagina 1 van 2"]
    text = f"{HEAD}\nBetreft De brief\n{lines(1)}Pagina 1 van 2\n{HEAD}\n{lines(2)}Pagina 2 van 2"
    assert found(text) == [f"Pagina 1 van 2\n{HEAD}", "Pagina 2 van 2"]
