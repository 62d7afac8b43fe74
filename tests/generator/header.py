"""Headers: who asks, who answers, when, about what; printed as each layout prints it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from kamervragen.document import DocumentType, Header, Participant
from tests.generator import citations, prose, words
from tests.generator.layouts import HeaderStyle
from tests.generator.truth import Passage

MINISTRY = "https://identifier.overheid.nl/tooi/id/ministerie/"
NUMBER_WORDS = {2: "beiden", 3: "allen", 4: "allen"}


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of a case, of which each header prints a part."""

    document_type: DocumentType
    askers: tuple[Participant, ...]
    asked: tuple[Participant, ...]
    answering: tuple[Participant, ...]
    title: str
    submitted_on: date
    answered_on: date
    case_number: str
    ah_number: int
    together: bool
    initials: str

    @property
    def session(self) -> int:
        """First year of the session: it begins on the third Tuesday of September."""
        day = self.submitted_on if self.document_type == "questions" else self.answered_on
        september = date(day.year, 9, 1)
        tuesday = september + timedelta(days=(1 - september.weekday()) % 7 + 14)
        return day.year if day >= tuesday else day.year - 1

    @property
    def session_year(self) -> str:
        return f"{self.session}-{self.session + 1}"

    @property
    def publication_id(self) -> str:
        if self.document_type == "questions":
            return f"kv-tk-{self.case_number}"
        return f"ah-tk-{self.session}{self.session + 1}-{self.ah_number}"

    @property
    def signed(self) -> str:
        """The name under a letter: "T.J. van Lindenhove"."""
        name = str(self.answering[0].name)
        return f"{self.initials} {name.replace('Van ', 'van ', 1)}"

    @property
    def people(self) -> tuple[Participant, ...]:
        return self.askers + (self.asked if self.document_type == "questions" else self.answering)


def case(random: Random, document_type: DocumentType) -> Case:
    """A case with one to four askers and one or two answering."""
    submitted = date(2022, 1, 10) + timedelta(days=random.randint(0, 1400))
    together, askers = _askers(random)
    asked = _offices(random)
    return Case(
        document_type=document_type,
        askers=askers,
        asked=asked,
        answering=_answering(random, asked),
        title=prose.subject_line(random),
        submitted_on=submitted,
        answered_on=submitted + timedelta(days=random.randint(5, 70)),
        case_number=f"{submitted.year}Z{random.randint(90000, 99999)}",
        ah_number=random.randint(1, 4500),
        together=together,
        initials=random.choice(words.INITIALS),
    )


def _askers(random: Random) -> tuple[bool, tuple[Participant, ...]]:
    names = random.sample(words.SURNAMES, random.choice((1, 1, 1, 2, 3)))
    together = len(names) > 1 and random.random() < 0.4
    parties = random.sample(words.PARTIES, len(names))
    if together:
        parties = [parties[0]] * len(names)
    pairs = zip(names, parties, strict=True)
    return together, tuple(Participant("asker", name, party) for name, party in pairs)


def _offices(random: Random) -> tuple[Participant, ...]:
    chosen = random.sample(words.MINISTRIES, random.choice((1, 1, 2)))
    return tuple(
        Participant(
            "respondent",
            None,
            office=random.choice(("Minister", "Staatssecretaris")),
            ministry=name,
            ministry_id=code and MINISTRY + code,
        )
        for name, code in chosen
    )


def _answering(random: Random, asked: tuple[Participant, ...]) -> tuple[Participant, ...]:
    name = random.choice(words.MINISTERS)
    return (replace(asked[0], name=name), *(replace(office, on_behalf_of=True) for office in asked[1:]))


def dutch(day: date) -> str:
    """A date as printed."""
    return f"{day.day} {words.MONTHS[day.month - 1]} {day.year}"


def asked_by(item: Case) -> str:
    """ "het lid X (P)", "de leden X en Y (beiden P)", "de leden X (P) en Y (Q)"."""
    if item.together:
        names = [str(asker.name) for asker in item.askers]
        count = NUMBER_WORDS[len(names)]
        return f"de leden {_listed(names)} ({count} {item.askers[0].party})"
    people = [f"{asker.name} ({asker.party})" for asker in item.askers]
    return ("het lid " if len(people) == 1 else "de leden ") + _listed(people)


def asked_to(item: Case, lower: bool) -> str:
    """ "de Minister van A en de Staatssecretaris van B"."""
    offices = [f"de {_office(person, lower)} van {person.ministry}" for person in item.asked]
    return _listed(offices)


def _office(person: Participant, lower: bool) -> str:
    office = str(person.office)
    return office.lower() if lower else office


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " en " + parts[-1]


def answered_by(item: Case, lower: bool) -> str:
    """ "Minister X (A), mede namens de Staatssecretaris van B"."""
    first, *others = item.answering
    text = f"{_office(first, lower)} {first.name} ({first.ministry})"
    if others:
        text += ", mede namens " + _listed([f"de {_office(o, lower)} van {o.ministry}" for o in others])
    return text


def question_sentence(item: Case, lower: bool = False) -> str:
    """The first sentence of a printed header."""
    return (
        f"Vragen van {asked_by(item)} aan {asked_to(item, lower)} over {item.title} "
        f"(ingezonden {dutch(item.submitted_on)})."
    )


def answer_sentence(item: Case, lower: bool = False) -> str:
    """The second sentence of a printed header."""
    word = "Mededeling" if item.document_type == "postponement" else "Antwoord"
    return f"{word} van {answered_by(item, lower)} (ontvangen {dutch(item.answered_on)})"


def see_also(random: Random) -> Passage:
    """ "Zie ook Aanhangsel Handelingen, ..."."""
    return Passage("Zie ook ") + citations.aanhangsel(random)


def _signed(item: Case) -> tuple[Participant, ...]:
    """The people of a letter: who signs it stands there with initials."""
    return (*item.askers, replace(item.answering[0], name=item.signed), *item.answering[1:])


def truth(item: Case, style: HeaderStyle) -> Header:
    """What a header of this style tells of the case."""
    everything = Header(
        document_type=item.document_type,
        publication_id=item.publication_id,
        session_year=item.session_year,
        case_number=item.case_number,
        title=item.title,
        submitted_on=item.submitted_on,
        answered_on=None if item.document_type == "questions" else item.answered_on,
        participants=item.people,
    )
    unnumbered = replace(everything, publication_id=None, session_year=None, case_number=None)
    respondents = tuple(person for person in item.people if person.role == "respondent")
    styles: dict[HeaderStyle, Header] = {
        "printed": replace(everything, case_number=None),
        "markdown": replace(everything, case_number=None),
        "case": everything,
        "list": replace(everything, session_year=None),
        "plain": replace(everything, title=None, submitted_on=None, participants=respondents),
        "letter": replace(unnumbered, case_number=item.case_number, participants=_signed(item)),
        "scan": replace(unnumbered, case_number=item.case_number, participants=_signed(item)),
        "bare": unnumbered,
        "court": replace(unnumbered, submitted_on=None, participants=()),
        "none": Header(document_type=item.document_type),
    }
    return styles[style]
