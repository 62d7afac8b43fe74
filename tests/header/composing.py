"""Invented headers put together at random, with what a right reading gives.

Members, subjects and numbers are invented; offices are put together from the table of ministries, parties
from the table of parties, so that every name in them is tried in every place.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kamervragen.header.dates import MONTHS, session_year_of
from kamervragen.header.names import known_ministries, known_parties

NAMES = """Jansen,De Vries,Van der Maas,Bakker-Smit,El Idrissi,Van ’t Hof,’t Zand,Van den Berg-de Wit,
Smit – van Dam,Ten Kate,Inge van Maas,A. Mulder,Özmaas,In ’t Veld,Op den Kamp,Visser,Bosman,
Van Haren-van der Zee,D’Amaro,Van de Ven""".replace("\n", "").split(",")
FIELDS = (" – Fiscaliteit en Belastingdienst", " – Toeslagen en Douane", " – Jeugd, Preventie en Sport")
SUBJECTS = (
    "mist",
    "het bericht «Mist: vragen van het lid X (Y) over regen» (De Krant, 3 mei 2019)",
    "de uitvoering van de motie-Maas c.s. over de overlast van ganzen (Kamerstuk 39 000, nr. 99)",
    "de brief van de Minister van Financiën aan de Minister van Defensie over mist",
    "«Wat nu?» en het antwoord van de Minister",
    "de beantwoording van eerdere vragen over mist",
    "het niet tijdig beantwoorden van Kamervragen",
    "de voor- en nadelen van mist, nevel en regen",
)
# Line ends that may be lost without a doubt about what stood there.
SURE_TO_BE_SPLIT = frozenset(["van", "voor", "de", "en", "het", "lid", "leden", "aan"])


@dataclass(frozen=True, slots=True)
class Asked:
    """A member and the party printed behind the name."""

    name: str
    party: str


@dataclass(frozen=True, slots=True)
class Holder:
    """An office: `name` where it is printed."""

    office: str
    ministry: str
    name: str | None = None
    on_behalf_of: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """A header and its facts; what it does not print is None."""

    text: str
    kind: str
    publication_id: str
    session_year: str | None
    title: str | None
    submitted_on: date | None
    answered_on: date | None
    askers: tuple[Asked, ...]
    respondents: tuple[Holder, ...]


def listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"


def dutch(day: date) -> str:
    return f"{day.day} {list(MONTHS)[day.month - 1]} {day.year}"


def members(random: Random) -> tuple[str, tuple[Asked, ...]]:
    """ "de leden A, B (allen P) en C (Q)"."""
    names = random.sample(NAMES, random.randint(1, 6))
    groups: list[str] = []
    askers: list[Asked] = []
    while names:
        size = min(random.choice((1, 1, 1, 2, 3)), len(names))
        group, names = names[:size], names[size:]
        party = random.choice([*known_parties(), "Lid Maas", "Groep De Boer/Van Dam", "Partij van Morgen"])
        all_of_them = {1: "", 2: "beiden ", 3: "allen "}[size] if random.random() < 0.7 else ""
        together = listed(group) if random.random() < 0.6 else ", ".join(group)
        groups.append(f"{together} ({all_of_them}{party})")
        askers += [Asked(name, party) for name in group]
    return ("het lid " if len(askers) == 1 else "de leden ") + listed(groups), tuple(askers)


def offices(random: Random, *, on_behalf_of: bool = False) -> tuple[str, tuple[Holder, ...]]:
    """ "de Ministers van A en voor B en de Staatssecretaris van C"."""
    left = random.sample(known_ministries(), random.randint(1, 4))
    phrases: list[str] = []
    holders: list[Holder] = []
    while left:
        size = random.randint(1, len(left))
        ministries, left = left[:size], left[size:]
        office = random.choice(("Minister", "Staatssecretaris"))
        if size == 1 and random.random() < 0.1:
            ministries = [ministries[0] + random.choice(FIELDS)]
        plural = (
            {"Minister": "Ministers", "Staatssecretaris": "Staatssecretarissen"}[office]
            if size > 1
            else office
        )
        phrases.append(
            f"de {plural} " + listed([f"{random.choice(('van', 'voor'))} {one}" for one in ministries])
        )
        holders += [Holder(office, one, on_behalf_of=on_behalf_of) for one in ministries]
    return listed(phrases), tuple(holders)


def answering(random: Random) -> tuple[str, tuple[Holder, ...]]:
    """ "Minister X (A) en Staatssecretaris Y (B), mede namens de Minister van C"."""
    holders = tuple(
        Holder(random.choice(("Minister", "Staatssecretaris")), ministry, random.choice(NAMES))
        for ministry in random.sample(known_ministries(), random.choice((1, 1, 1, 2, 3)))
    )
    phrase = listed([f"{one.office} {one.name} ({one.ministry})" for one in holders])
    if random.random() < 0.5:
        return phrase, holders
    others, behalf = offices(random, on_behalf_of=True)
    return f"{phrase}{random.choice((',', ''))} mede namens {others}", holders + behalf


def wrapped(random: Random, text: str) -> str:
    """`text` in printed lines, of which some lost the end, as PDF extractors do."""
    lines = textwrap.wrap(text, random.randint(45, 90), break_on_hyphens=random.random() < 0.3)
    lossy = random.random() < 0.4
    printed = lines[0]
    for line in lines[1:]:
        sure = printed.split()[-1] in SURE_TO_BE_SPLIT and line[0].isupper()
        printed += line if lossy and sure else f"\n{line}"
    return printed + "\n"


def compose(random: Random) -> Composed:
    """A published answer or notice, a set of questions, or one of these from Word."""
    submitted = date(2011, 1, 1) + timedelta(days=random.randint(0, 5400))
    answered = submitted + timedelta(days=random.randint(3, 60))
    case, number = f"{submitted.year}Z{random.randint(10000, 25000)}", random.randint(1, 4200)
    who, askers = members(random)
    whom, asked = offices(random)
    by, respondents = answering(random)
    subject = random.choice(SUBJECTS)
    opening = random.choice(("Vragen", "Nadere vragen", "Schriftelijke vragen"))
    question = f"{opening} van {who} aan {whom} over {subject}"
    handed_in = f"(ingezonden {dutch(submitted)})"
    kind = random.choice(("answers", "postponement", "questions"))
    word = "Mededeling" if kind == "postponement" else "Antwoord"
    answer = f"{word} van {by} (ontvangen {dutch(answered)})"
    year = session_year_of(submitted if kind == "questions" else answered)
    copies = random.choice(("2", "\n2"))
    top = f"Tweede Kamer der Staten-Generaal{copies}\nVergaderjaar {year.replace('-', '–')} "
    by_members = "Vragen gesteld door de leden der Kamer"
    published = f"ah-tk-{year.replace('-', '')}-{number}"
    if kind == "questions":
        from_word = random.random() < 0.5
        text = (
            f"{case}\n\n{handed_in}\n\n{question}\n\n"
            if from_word
            else f"{top}{by_members}\n \n{case}\n" + wrapped(random, f"{question} {handed_in}.")
        )
        printed_year = None if from_word else year
        return Composed(text, kind, f"kv-tk-{case}", printed_year, subject, submitted, None, askers, asked)
    if random.random() < 0.3:
        text = f"AH {number}\n\n{case}\n\n{answer}\n\n"
        return Composed(text, kind, published, year, None, None, answered, (), respondents)
    text = f"{top}Aanhangsel van de Handelingen\n{by_members}, met de daarop door de\n"
    text += f"regering gegeven antwoorden\n{number}\n"
    text += wrapped(random, f"{question} {handed_in}.") + wrapped(random, f"{answer}.")
    return Composed(text, kind, published, year, subject, submitted, answered, askers, respondents)
