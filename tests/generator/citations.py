"""Citations and amounts in the forms that are printed, with what they mean."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any

from kamervragen.document import Amount, Reference
from tests.generator import prose, words
from tests.generator.truth import Passage

SUFFIXES = ("VI", "VII", "VIII", "X", "XIII", "XIV", "XV", "XVI")
COURTS = ("HR", "RVS", "RBDHA", "CRVB", "GHAMS")


def reference(kind: str, target: str | None, article: str | None = None) -> Reference:
    """A citation that still has to find its place."""
    return Reference(kind, 0, 0, target, None, "resolved", article=article)


def _session(random: Random) -> tuple[int, str]:
    first = random.randint(2012, 2024)
    return first, f"{first}{first + 1}"


def _dossier(random: Random) -> tuple[str, str]:
    """A dossier that does not exist yet, as printed and as in ids."""
    number = str(random.randint(39001, 39999))
    return random.choice((f"{number[:2]} {number[2:]}", number)), number


def kamerstuk(random: Random) -> Passage:
    printed, dossier = _dossier(random)
    number, first = random.randint(1, 1400), _session(random)[0]
    if random.random() < 0.3:
        suffix = random.choice(SUFFIXES)
        printed, dossier = f"{printed} {suffix}", f"{dossier}-{suffix}"
    forms = (
        f"Kamerstuk {printed}, nr. {number}",
        f"Kamerstuk {printed} nr. {number}",
        f"Kamerstuk {printed}, nr. {number}, p. {random.randint(1, 40)}",
        f"Kamerstukken II {first}/{(first + 1) % 100:02}, {printed}, nr. {number}",
        f"Tweede Kamer, vergaderjaar {first}–{first + 1}, {printed}, nr. {number}",
    )
    return Passage.of(random.choice(forms), reference("kamerstuk", f"kst-{dossier}-{number}"))


def kamerstukken(random: Random) -> Passage:
    """Several papers of one dossier: one row each."""
    printed, dossier = _dossier(random)
    first, second = sorted(random.sample(range(1, 900), 2))
    one = Passage.of(f"Kamerstuk {printed}, nrs. {first}", reference("kamerstuk", f"kst-{dossier}-{first}"))
    return one + " en " + Passage.of(str(second), reference("kamerstuk", f"kst-{dossier}-{second}"))


def aanhangsel(random: Random) -> Passage:
    first, session = _session(random)
    number = random.randint(1, 4000)
    forms = (
        f"Aanhangsel Handelingen, vergaderjaar {first}–{first + 1}, nr. {number}",
        f"Aanhangsel van de Handelingen, vergaderjaar {first}-{first + 1}, nr. {number}",
        f"Aanhangsel Handelingen II {first}/{(first + 1) % 100:02}, nr. {number}",
    )
    return Passage.of(random.choice(forms), reference("aanhangsel", f"ah-tk-{session}-{number}"))


def paper_number(random: Random) -> Passage:
    letter, kind = random.choice((("Z", "case"), ("D", "document")))
    number = f"{random.randint(2020, 2025)}{letter}{random.randint(90000, 99999)}"
    return Passage.of(number, reference(kind, number))


def gazette(random: Random) -> Passage:
    year, number = random.randint(2010, 2025), random.randint(1, 560)
    forms = (
        (f"Stb. {year}, {number}", "staatsblad", f"stb-{year}-{number}"),
        (f"Staatsblad {year}, nr. {number}", "staatsblad", f"stb-{year}-{number}"),
        (f"Stcrt. {year}, nr. {number * 90}", "staatscourant", f"stcrt-{year}-{number * 90}"),
        (f"Staatscourant {year}, nr. {number * 90}", "staatscourant", f"stcrt-{year}-{number * 90}"),
        (f"Trb. {year}, {number % 130 + 1}", "tractatenblad", f"trb-{year}-{number % 130 + 1}"),
    )
    text, kind, target = random.choice(forms)
    return Passage.of(text, reference(kind, target))


def judgment(random: Random) -> Passage:
    ecli = f"ECLI:NL:{random.choice(COURTS)}:{random.randint(2014, 2025)}:{random.randint(9000, 9999)}"
    return Passage.of(ecli, reference("ecli", ecli))


def european(random: Random) -> Passage:
    year, number = random.randint(2016, 2021), random.randint(100, 2900)
    forms = (
        (f"Verordening (EU) {year}/{number}", "eu_act", f"3{year}R{number:04}"),
        (f"Richtlijn (EU) {year}/{number}", "eu_act", f"3{year}L{number:04}"),
        (f"richtlijn {year - 7}/{number % 90 + 1}/EU", "eu_act", f"3{year - 7}L{number % 90 + 1:04}"),
        (f"COM({year}) {number}", "eu_document", f"COM:{year}:{number}"),
        (f"zaak C-{number}/{year % 100}", "eu_case", f"C-{number}/{year % 100}"),
    )
    text, kind, target = random.choice(forms)
    return Passage.of(text, reference(kind, target))


def law(random: Random) -> Passage:
    name, target = random.choice(words.LAWS)
    number = random.randint(1, 260)
    article = random.choice((str(number), f"{number % 10 + 1}.{number}", f"{number}a"))
    forms = (
        f"artikel {article} van de {name}",
        f"artikel {article}, eerste lid, van de {name}",
        f"artikel {article} {name}",
    )
    text = random.choice(forms).replace("de Wetboek", "het Wetboek")
    return Passage.of(text, reference("law", target, article))


def address(random: Random) -> Passage:
    slug = prose.headline(random).lower().replace(" ", "-")
    paper = random.choice(words.PAPERS).lower().replace(" ", "")
    text = f"{random.choice(('https://www.', 'www.'))}{paper}.example/{random.randint(1000, 9999)}/{slug}"
    target = text if text.startswith("https") else "https://" + text
    return Passage.of(text, reference("url", target))


INLINE = (
    kamerstuk,
    kamerstuk,
    kamerstuk,
    kamerstukken,
    aanhangsel,
    paper_number,
    gazette,
    judgment,
    european,
    law,
)


def inline(random: Random) -> Passage:
    """A citation as it stands in running text or in a note."""
    return random.choice(INLINE)(random)


def pointer(numbers: list[str], form: str) -> Passage:
    """A pointer to other questions of the same document; `form` holds a `{}` for the numbers."""
    listed = numbers[0] if len(numbers) == 1 else ", ".join(numbers[:-1]) + " en " + numbers[-1]
    text = f"antwoord op vraag {listed}" if len(numbers) == 1 else f"antwoord op de vragen {listed}"
    before, after = form.split("{}")
    return Passage(before) + Passage.of(text, reference("internal", ";".join(numbers))) + after


def money(random: Random) -> Passage:
    """An amount of money in running text."""
    small, cents = random.randint(101, 999), random.randint(10, 99)
    low, high = sorted(random.sample(range(2, 95), 2))
    million, billion = Decimal(1_000_000), Decimal(1_000_000_000)
    forms: tuple[tuple[str, Decimal | int, Decimal | int | None, dict[str, Any]], ...] = (
        (f"€ {low},{cents % 9 + 1} miljoen", Decimal(f"{low}.{cents % 9 + 1}") * million, None, {}),
        (f"€ {small} miljoen", small * million, None, {}),
        (f"€ {low},{cents} miljard", Decimal(f"{low}.{cents}") * billion, None, {}),
        (f"€ {low}.{small}", Decimal(low * 1000 + small), None, {}),
        (f"€ {small},{cents}", Decimal(f"{small}.{cents}"), None, {}),
        (f"€ {low}.{small},-", Decimal(low * 1000 + small), None, {}),
        (f"{low} miljoen euro", low * million, None, {}),
        (f"{low}.{small} euro", Decimal(low * 1000 + small), None, {}),
        (f"EUR {small} miljoen", small * million, None, {}),
        (f"{high} mln. euro", high * million, None, {}),
        (f"{low} cent", Decimal(low) / 100, None, {}),
        (f"$ {small} miljoen", small * million, None, {"currency": "USD"}),
        (f"€ {low}-{high} miljoen", low * million, high * million, {}),
        (f"tussen de {low} en {high} miljoen euro", low * million, high * million, {}),
        (f"{high} miljoen", high * million, None, {"currency_stated": False}),
    )
    text, value, value_max, more = random.choice(forms)
    fields: dict[str, Any] = {"currency": "EUR", "currency_stated": True} | more
    highest = None if value_max is None else Decimal(value_max)
    return Passage.of(text, Amount(0, 0, Decimal(value), highest, **fields))


def money_sentence(random: Random) -> Passage:
    """A sentence about an amount."""
    forms = (
        ("Hiervoor is ", " beschikbaar gesteld."),
        ("De kosten bedragen ", " en komen ten laste van de begroting."),
        ("In totaal is ", " uitgegeven aan de uitvoering."),
    )
    before, after = random.choice(forms)
    return Passage(before) + money(random) + after
