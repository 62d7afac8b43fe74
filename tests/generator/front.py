"""Prints the header of a case in the style of its layout."""

from __future__ import annotations

from random import Random

from tests.generator import citations, words
from tests.generator.header import (
    Case,
    answer_sentence,
    asked_by,
    asked_to,
    dutch,
    question_sentence,
    see_also,
)  # fmt: skip
from tests.generator.layouts import HeaderStyle
from tests.generator.sheet import Sheet
from tests.generator.truth import Passage

ASKED = "Vragen gesteld door de leden der Kamer"
WITH_ANSWERS = f"{ASKED}, met de daarop door de\nregering gegeven antwoorden\n"


def print_front(sheet: Sheet, random: Random, style: HeaderStyle) -> None:
    """Print the header; its facts are `header.truth(case, style)`."""
    printers = {
        "printed": _printed, "markdown": _markdown, "plain": _plain, "letter": _letter, "scan": _scan,
        "court": _court, "bare": _bare, "list": _list, "case": _case, "none": lambda *_: None,
    }  # fmt: skip
    printers[style](sheet, random, sheet.case)


def _paragraph(sheet: Sheet, text: Passage | str, end: str) -> None:
    sheet.passage(text if isinstance(text, Passage) else Passage(text), "header")
    sheet.put(end)


def _answered(random: Random, case: Case, lower: bool = False) -> Passage:
    passage = Passage(answer_sentence(case, lower) + ".")
    return passage + " " + see_also(random) + "." if random.random() < 0.4 else passage


def _printed(sheet: Sheet, random: Random, case: Case) -> None:
    session = f"Vergaderjaar {case.session}–{case.session + 1}"
    glued = sheet.layout.lines == "glued"
    top = f"Tweede Kamer der Staten-Generaal{'' if glued else chr(10)}2\n{session}"
    top += " " if glued else "\n"
    sheet.put(f"{top}Aanhangsel van de Handelingen\n{WITH_ANSWERS}{case.ah_number}\n", "header")
    _paragraph(sheet, question_sentence(case), "\n")
    _paragraph(sheet, _answered(random, case), "\n")


def _case(sheet: Sheet, random: Random, case: Case) -> None:
    session = f"Vergaderjaar {case.session}–{case.session + 1}"
    sheet.put(f"Tweede Kamer der Staten-Generaal2\n{session} {ASKED}\n \n{case.case_number}\n", "header")
    _paragraph(sheet, question_sentence(case), "\n")


def _markdown(sheet: Sheet, random: Random, case: Case) -> None:
    session = f"{case.session}–{case.session + 1}"
    sheet.put(f"**Vergaderjaar {session}**\n\n### {case.ah_number}\n\n", "header")
    asked = question_sentence(case).replace("Vragen van", "Vragen gesteld door", 1)
    _paragraph(sheet, f"**{asked}**", "\n\n")
    _paragraph(sheet, f"**{answer_sentence(case)}.**", "\n\n")


def _plain(sheet: Sheet, random: Random, case: Case) -> None:
    gap = random.choice(("\n", "\n\n"))
    sheet.put(f"AH {case.ah_number}{gap}{case.case_number}{gap}", "header")
    _paragraph(sheet, answer_sentence(case, lower=True), gap)
    if random.random() < 0.6:
        _paragraph(sheet, see_also(random), gap)
    sheet.put("\n")


def _bare(sheet: Sheet, random: Random, case: Case) -> None:
    end = " " if sheet.layout.name == "one line" else "\n"
    _paragraph(sheet, question_sentence(case), end)
    _paragraph(sheet, _answered(random, case), end)
    sheet.put(end if end == "\n" else "")


def _list(sheet: Sheet, random: Random, case: Case) -> None:
    sheet.put(f"{case.case_number}\n\n(ingezonden {dutch(case.submitted_on)})\n\n", "header")
    asked = f"Vragen van {asked_by(case)} aan {asked_to(case, lower=True)} over {case.title}"
    _paragraph(sheet, asked, "\n\n")


def _opening(case: Case) -> Passage:
    """The opening sentence of a letter; the number in it is a citation of the questions."""
    number = Passage.of(case.case_number, citations.reference("case", case.case_number))
    before = Passage(f"In antwoord op uw brief van {dutch(case.submitted_on)}, nr. ") + number
    return before + (
        f", deel ik u mede dat de vragen van {asked_by(case)} aan {asked_to(case, lower=True)} over "
        f"{case.title} worden beantwoord zoals aangegeven in de bijlage van deze brief."
    )


def _address(printed: str) -> Passage:
    """The address of a site in a letterhead, which is a citation like any other."""
    return Passage.of(printed, citations.reference("url", f"https://{printed}"))


def _letter(sheet: Sheet, random: Random, case: Case) -> None:
    about = f"Beantwoording Kamervragen van {asked_by(case)} over {case.title}"
    sheet.put(
        "\n\t\n\n\n\t> Retouradres\u00a0Postbus 20999\u00a02500 EX\u00a0 \u00a0Den Haag\n\t\n"
        "\t\n\tAan de Voorzitter van de Tweede Kamer\nder Staten-Generaal\nPostbus 20018\n"
        "2500 EA DEN HAAG\n\n\n\t\n"
        f"\tDatum\t{dutch(case.answered_on)}\n\tOnderwerp\t{about}\n\tDirectie Voorbeelden \n\u00a0 \n",
        "header",
    )
    sheet.passage(_address("www.rijksoverheid.nl/voorbeeld"), "header")
    sheet.put(
        "\nContactpersoon\nT\u00a0 \u00a0070 999 99 99\n\u00a0 \n"
        f"Ons kenmerk\n{random.randint(5000000, 5999999)}\n\u00a0 \nBij beantwoording de datum en ons "
        "kenmerk vermelden. Wilt u slechts één zaak in uw brief behandelen.\n\n\n\n\t\n\n",
        "header",
    )
    _paragraph(sheet, _opening(case), "\n\n")
    first, *others = case.answering
    for other in others:
        sheet.put(f"Mede namens de {str(other.office).lower()} van {other.ministry},\n\n\n", "header")
    sheet.put(f"De {str(first.office).lower()} van {first.ministry},\n\n\n\n{case.signed}\n\n\n", "header")
    title = f"Antwoorden van de {str(first.office).lower()} van {first.ministry}"
    if others:
        namens = [f"de {str(other.office).lower()} van {other.ministry}" for other in others]
        title += " mede namens " + " en ".join(namens)
    _paragraph(sheet, f"{title} op Kamervragen van {asked_by(case)} over {case.title}.", "\n\n")


def _scan(sheet: Sheet, random: Random, case: Case) -> None:
    sheet.put(f"2516 EX Den Haag\n1/{sheet.pages}\nDatum {dutch(case.answered_on)}\n", "header")
    _paragraph(sheet, f"Betreft Beantwoording vragen van {asked_by(case)} over {case.title}", "\n")
    _paragraph(sheet, Passage("Geachte voorzitter, ") + _opening(case), "\n")
    for other in case.answering[1:]:
        sheet.put(f"Mede namens de {str(other.office).lower()} van {other.ministry},\n", "header")
    first = case.answering[0]
    sheet.put(f"De {str(first.office).lower()} van {first.ministry},\n{case.signed}\n", "header")


def _court(sheet: Sheet, random: Random, case: Case) -> None:
    kenmerk = f"{case.answered_on.year % 100}99{random.randint(1000, 9999)} R"
    sheet.put(
        f"Brief aan de Tweede Kamer dd {dutch(case.answered_on)} kenmerk {kenmerk}\nPostbus 20915\n2500 "
        "EX\nDen Haag\nvoorlichting@rekenkamer.nl\n",
        "header",
    )
    sheet.passage(_address("www.rekenkamer.nl"), "header")
    sheet.put(f"\ndatum\n{dutch(case.answered_on)}\nbetreft\n", "header")
    _paragraph(sheet, f"Beantwoording vragen Tweede Kamer over {case.title}", "\n")
    sheet.put(
        f"1/{sheet.pages + 1}\nons kenmerk\n{kenmerk}\nbijlage(n)\nBEZORGEN\nGeachte voorzitter,\n", "header"
    )
    ministry = random.choice(words.MINISTRIES)[0]
    _paragraph(
        sheet,
        f"Hierbij bieden wij u onze antwoorden aan op de door de vaste commissie voor {ministry} gestelde "
        f"vragen over {case.title}.",
        "\n",
    )
    sheet.put(f"Algemene Rekenkamer\nAda Voorbeeldsma,\npresident\n2/{sheet.pages + 1}\n", "header")
    _paragraph(
        sheet, f"Antwoorden Algemene Rekenkamer bij vragen van de Tweede Kamer over {case.title}", "\n"
    )
    sheet.lines = 0
