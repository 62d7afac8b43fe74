"""How questions and answers are worded: the openings and endings that tell one from the other.

Gathered by reading written questions and answers of 2016 to 2025. A Dutch question opens with its verb
("Kunt u", "Bent u bekend") or with a question word ("Welke", "In hoeverre").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Where something is printed at all.
PRINTED = re.compile(r"\S")
# Verbs that open a question, before their subject.
_VERBS = """
    Acht Achten Beaamt Begrijpt Behoort Behoren Bent Beschikt Beschikken Beseft Bestaan Bestaat Betekent
    Betreft Betreurt Bevat Bevestigt Bieden Biedt Blijft Blijken Blijkt Deelde Deelt Deed Denkt Dient
    Dienen Doet Draagt Eens Ervaart Erkent Gaan Gaat Gebeurt Geeft Gelden Geldt Gelooft Geven Had Hadden
    Hanteert Hebben Hebt Heb Heeft Helpt Herinnert Herkent Hoort Houdt Is Kan Kent Kiest Kijkt Klopt
    Kloppen Komen Komt Kon Konden Kreeg Krijgen Krijgt Kunnen Kunt Kwam Laat Leidt Leiden Liggen Ligt
    Loopt Maakt Mag Meent Moet Moeten Mogen Neemt Nemen Onderkent Onderschrijft Ontvangen Ontvangt
    Ontving Overweegt Realiseert Rijmt Schaart Schat Schrikt Snapt Speelt Spelen Spreekt Staan Staat
    Stelt Steunt Stond Ten Treedt Valt Vallen Vergroot Verwacht Verwerpt Vindt Vinden Vond Volgt Voelt
    Voldoet Vormt Waren Was Weet Weten Werd Werden Werken Werkt Wil Willen Wilt Wist Worden Wordt Zag
    Zal Zien Ziet Zijn Zit Zitten Zou Zouden Zoudt Zullen Zult Deelden Bezit Betrekt Geniet Gebruikt
    Gebruiken Houden Lijdt Lijkt Krijgen Maken Meldt Onderzoekt Onderneemt Ondersteunt Passen Past
    Plaatst Rekent Stuurt Vraagt Vermoedt Vertrouwt Voorziet Waarborgt Wenst
"""
_QUESTION_WORDS = """
    Aan_welke Aan_wie Als Bij_welke Binnen_welke Door_welke Door_wie Hoe Hoelang Hoeveel Hoever Hoezeer
    In_hoeverre In_welk In_welke In_wat Indien Met_welk Met_welke Met_wie Naar_welke Om_welke Om_hoeveel
    Onder_welke Op_basis_van_welke Op_basis_waarvan Op_grond_van_welke Op_grond_waarvan Op_wat Op_welk
    Op_welke Over_welk Over_welke Per_wanneer Per_wat Sinds_wanneer Tegen_welke Tot_in_hoeverre Tot_welk
    Tot_welke Tot_wanneer Uit_welk Uit_welke Uit_hoeverre Van_hoeveel Van_welk Van_welke Van_wie
    Vanaf_wanneer Vanuit_welk Vanuit_welke Vanwaar Via_welke Volgens_welke Voor_hoeveel Voor_welk
    Voor_welke Voor_wie Waar Waaraan Waarbij Waardoor Waarin Waarmee Waarom Waarop Waarover Waartoe
    Waaruit Waarvan Waarvoor Wanneer Wat Wat_voor Welk Welke Wie Wiens Zo_ja Zo_nee Zo_niet Gegeven
    Gezien Gelet Wetende Aangezien Graag
"""
_ANSWERS = """
    Ja Nee Neen Zie Ik Wij We Het_kabinet De_Minister De_minister Dat Dit Deze Nee. Ja. Uw_Kamer
    Hiervoor Hierover Momenteel Op_dit_moment Voor_het_antwoord Zoals In_antwoord In_het_antwoord
    In_mijn In_de_beantwoording Daar Deels Gedeeltelijk Inmiddels Er_is Er_zijn Er_wordt Voor_zover
    Allereerst Vooropgesteld Conform Hierop Hierbij
"""


def _words(table: str) -> str:
    """The words as alternatives, by first letter: a pattern of all in a row would try them one by one."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(table.split(), key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:].replace("_", r"\s+"))
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


def phrases(*forms: str) -> tuple[re.Pattern[str], ...]:
    r"""Patterns for `says`, in small letters; one for each, as what begins with one word is found fast.

    That a word begins there ("\bvragen") is asked when the word is found.
    """
    found_first = (re.sub(r"^\\b(\w+)", r"\1(?<=\\b\1)", form) for form in forms)
    return tuple(re.compile(form) for form in found_first)


def says(text: str, forms: Iterable[re.Pattern[str]]) -> bool:
    """Whether one of the phrases stands in a text, in small letters or capitals."""
    lowered = text.lower()
    return any(form.search(lowered) for form in forms)


_QUOTE = r"[«“\"'‘’(\s]{0,3}"
OPENS_QUESTION = re.compile(rf"{_QUOTE}(?:{_words(_VERBS + _QUESTION_WORDS)})\b")
# A verb that is not in the table is known by the subject behind it: "Memoreert u", "Beklemtoont het kabinet".
OPENS_VERB_FIRST = re.compile(
    r"[A-ZÀ-Þ][a-zß-ÿ]{2,15}t?\s+(?:u|U|het kabinet|de minister|de regering|de staatssecretaris)\b"
)
OPENS_ANSWER = re.compile(rf"{_QUOTE}(?:{_words(_ANSWERS)})\b")
# What may stand behind a question mark and still belong to it: a source in brackets, a mark, a quote.
_TAIL = r"(?:\s*(?:\((?:[^()\n]|\([^()\n]{0,60}\)){0,300}\)|\[[^\[\]\n]{0,40}\]|\d{1,2}\)?|[»”\"'’)\].]))*\s*"
ENDS_QUESTION = re.compile(rf"\?{_TAIL}\Z")
BELONGS = re.compile(_TAIL)
# A source in brackets that is all that stands on its lines.
SOURCE = re.compile(r"\([^()\n]{2,200}(?:\n[^()\n]{1,200})?\)[.?]?(?=\n|\Z)")
# Requests that close a question without a question mark.
_REQUESTED = ("oelichten", "oelichting", "ntwoord")
# "Graag maak ik gebruik van de mogelijkheid van uitstel" asks nothing of a minister.
_OFFERS = r"(?!\s(?:maak|deel|bied|informeer|bericht|stuur|zend)\s)"
ENDS_REQUEST = re.compile(
    rf"(?:[Gg]raag\b{_OFFERS}[^.?!]{{0,120}}|[Tt]oelichten|[Tt]oelichting|(?<!be)[Aa]ntwoord)\.?\s*\Z"
)
# A question put without a question mark: "Noemt u de drie grootste.", "Geef aan welke.", "Licht toe."
ASKS_IN_WORDS = re.compile(
    rf"{_QUOTE}(?:[A-ZÀ-Þ][a-zß-ÿ]{{1,15}}t\s+u\b|(?:Geef|Noem|Licht|Beschrijf|Specificeer|Schets|Onderbouw)\b"
    rf"|Graag\b{_OFFERS})"
)
# "Vragen van het lid Smit (VVD) aan de minister over het bericht «Wat nu?»" asks nothing, nor does the
# subject of a letter, nor what ends in "«Wat nu?» (ingezonden 3 mei 2022)".
SAYS_WHO_ASKS = re.compile(
    r"(?:[A-Z][a-z]{2,14}\s)?[Vv]ragen\s{1,3}(?:gesteld\s{1,3}door|van)\s{1,3}(?:het\s{1,3}lid|de\s{1,3}leden)\b"
    r"|(?:[Dd]atum\b[^\n]{0,60}\n[^\S\n]{0,8})?(?:Betreft|Onderwerp|BETREFT|ONDERWERP)\b"
)
HANDED_IN = re.compile(r"\((?:in|toe)gezonden\s[^()\n]{1,60}\)\.?\s*\Z")
# What goes on in lower case had not ended: "het rapport «Hoezo?» van de Ombudsman", "28 oktober jl. heb".
SENTENCE_END = re.compile(r"[.?!](?=[»”\"'’)\]]{0,2}(?:\s{1,80}[^\sa-zß-ÿ]|\s{0,80}\Z))")
# A sentence is looked for no further than this.
SENTENCE_LIMIT = 700
TAIL_LIMIT = 360


def opens_question(text: str, position: int) -> bool:
    """Whether the text at `position` opens like a question."""
    return bool(OPENS_QUESTION.match(text, position) or OPENS_VERB_FIRST.match(text, position))


def says_who_asks(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a header's statement, whose subject may end in a question mark."""
    return bool(SAYS_WHO_ASKS.match(text, start) or HANDED_IN.search(text[max(start, end - 100) : end]))


def opens_answer(text: str, position: int) -> bool:
    """Whether the text at `position` opens like an answer."""
    return bool(OPENS_ANSWER.match(text, position))


def ends_question(text: str, start: int, end: int) -> bool:
    """Whether the stretch ends with a question mark, a source or a note mark behind it aside."""
    if text.endswith("?", start, end):
        return True
    start = max(start, end - TAIL_LIMIT)
    return text.find("?", start, end) >= 0 and bool(ENDS_QUESTION.search(text, start, end))


def asks_in_words(text: str, position: int) -> bool:
    """Whether the text at `position` asks for something without needing a question mark."""
    return bool(ASKS_IN_WORDS.match(text, position))


def ends_request(text: str, start: int, end: int) -> bool:
    """Whether the stretch ends like a request that needs no question mark ("Graag een toelichting.")."""
    tail = text[max(start, end - TAIL_LIMIT) : end]
    # Most stretches end otherwise, which is seen at once.
    asked = tail.rstrip().removesuffix(".").endswith(_REQUESTED) or "graag" in tail or "Graag" in tail
    return asked and bool(ENDS_REQUEST.search(tail))


def asks(text: str, position: int, end: int) -> bool:
    """Whether the first sentence at `position` is a question."""
    match = SENTENCE_END.search(text, position, min(end, position + SENTENCE_LIMIT))
    return bool(match and match[0] == "?")


def end_of_asking(text: str) -> int:
    """Where the last question of a text ends, with the source or the mark behind it; 0 if it asks nothing."""
    asked = text.rfind("?") + 1
    belongs = BELONGS.match(text, asked) if asked else None
    return asked + len(belongs[0].rstrip()) if belongs else asked
