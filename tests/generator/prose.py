"""Invented Dutch prose: statements, questions, list items. Grammatical enough, never true."""

from __future__ import annotations

from random import Random

from tests.generator import words

THAT_OPENINGS = (
    "Klopt het dat", "Deelt u de mening dat", "Herinnert u zich dat", "Is het waar dat",
    "Kunt u bevestigen dat", "Bent u ermee bekend dat", "Erkent u dat", "Onderschrijft u dat",
    "Vindt u het logisch dat", "In hoeverre klopt het dat", "Hoe verklaart u dat", "Wat vindt u ervan dat",
)  # fmt: skip
FOLLOW_UPS = (
    "Zo ja, waarom? Zo nee, waarom niet?", "Zo nee, waarom niet?", "Zo ja, welke?",
    "Waarom wel, waarom niet?",
    "Kunt u uw antwoord toelichten?", "En wat gaat u daaraan doen?",
)  # fmt: skip
LIST_HEADS = (
    "Hiervoor gelden de volgende stappen:", "De volgende maatregelen zijn genomen:",
    "Daarbij gaat het om vier onderdelen:", "De uitvoering kent de volgende onderdelen:",
)  # fmt: skip


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _clause(random: Random) -> str:
    """Subject, object, tail and verb in the order of a subordinate clause."""
    parts = [random.choice(words.SUBJECTS), random.choice(words.OBJECTS), random.choice(words.TAILS)]
    return " ".join(part for part in [*parts, random.choice(words.VERBS)] if part)


def statement(random: Random) -> str:
    """A sentence of an answer; ends in a full stop and never opens as a question does."""
    subject, other = random.choice(words.SUBJECTS), random.choice(words.SUBJECTS)
    verb, thing = random.choice(words.VERBS), random.choice(words.OBJECTS)
    tail = random.choice(words.TAILS)
    forms = (
        f"{_upper(subject)} {verb} {thing} {tail}",
        f"Sinds {random.choice(words.MONTHS)} {random.randint(2015, 2025)} {verb} {subject} {thing}",
        f"Uit onderzoek blijkt dat {_clause(random)}",
        f"Daarbij geldt dat {_clause(random)} en dat {other} hierover wordt geïnformeerd",
        f"Het gaat om {random.choice(words.COUNTED)}",
        f"Op {date(random)} heeft {subject} met {other} gesproken over {thing}",
        f"Ik hecht aan {thing} en zie dat {_clause(random)}",
        f"Met {thing} wordt beoogd dat {_clause(random)}",
        f"Aangezien {_clause(random)}, is {thing} voor {other} van belang",
    )
    return " ".join(random.choice(forms).split()) + "."


def date(random: Random) -> str:
    """A date as it is written in running text."""
    return f"{random.randint(1, 28)} {random.choice(words.MONTHS)} {random.randint(2019, 2025)}"


def headline(random: Random) -> str:
    """The title of a newspaper article."""
    return random.choice(words.HEADLINES)


def question(random: Random) -> str:
    """A question of one sentence, without its question mark."""
    thing, subject = random.choice(words.OBJECTS), random.choice(words.SUBJECTS)
    forms = (
        f"{random.choice(THAT_OPENINGS)} {_clause(random)}",
        f"{random.choice(THAT_OPENINGS)} {_clause(random)}",
        f"Bent u bekend met het bericht «{headline(random)}»",
        f"Kunt u aangeven hoeveel geld {subject} uitgeeft aan {thing}",
        f"Hoe beoordeelt u {thing} {random.choice(words.TAILS)}",
        f"Waarom {random.choice(words.VERBS)} {subject} {thing}",
        f"Welke stappen zet u om {thing} te behouden",
        f"Wanneer ontvangt de Kamer het onderzoek naar {thing}",
        f"Bent u bereid {thing} te laten onderzoeken door {subject}",
        f"Wat is volgens u het gevolg van {thing} voor {subject}",
        f"Kunt u toelichten a) hoe {_clause(random)}, b) waarom {_clause(random)}",
        f"Indien {_clause(random)}, welke rol ziet u dan voor {subject}",
        f"Op welke wijze betrekt u {subject} bij {thing}",
        "Kunt u deze vragen één voor één beantwoorden",
    )
    return " ".join(random.choice(forms).split())


def request(random: Random, labelled: bool) -> str:
    """A question that is a request: no question mark. Without a label it must stand by itself."""
    forms = (
        f"Graag ontvang ik een overzicht van {random.choice(words.OBJECTS)} per gemeente.",
        f"Licht toe waarom {_clause(random)}.",
        f"Geef daarbij ook aan of {_clause(random)}.",
    )
    return random.choice(forms if labelled else forms[:2])


def list_item(random: Random, like_a_question: bool) -> str:
    """An item of a list in an answer."""
    if like_a_question:
        return f"Hoe {random.choice(words.SUBJECTS)} {random.choice(words.OBJECTS)} inricht?"
    forms = (
        f"{random.choice(words.OBJECTS)};",
        f"het verbeteren van {random.choice(words.OBJECTS)};",
        f"{random.choice(words.SUBJECTS)} {random.choice(words.VERBS)} {random.choice(words.OBJECTS)};",
        _upper(f"{random.choice(words.OBJECTS)}: {_clause(random)}."),
    )
    return random.choice(forms)


def subject_line(random: Random) -> str:
    """The subject of a document."""
    forms = (
        f"het bericht «{headline(random)}»",
        f"de gevolgen van {random.choice(words.OBJECTS)} voor {random.choice(words.SUBJECTS)}",
        random.choice(words.OBJECTS),
    )
    return "het Voorbeelddocument over " + random.choice(forms)
