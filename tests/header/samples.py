"""Invented headers (Voorbeelddocument) in the forms that real documents have."""

MASTHEAD = """Tweede Kamer der Staten-Generaal2
Vergaderjaar 2022–2023 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
{number}
"""

PUBLISHED_ANSWER = (
    MASTHEAD.format(number=387)
    + """Vragen van de leden Jansen, De Vries (GroenLinks-PvdA) en Maas (BBB) aan de
Ministers van Onderwijs, Cultuur en Wetenschap en van Financiën over het
voorbeeld «Mist over het weiland: over land en water» (ingezonden 13 oktober
2022).
Antwoord van Minister De Boer (Onderwijs, Cultuur en Wetenschap), mede
namens de Minister van Financiën (ontvangen 8 november2022). Zie ookAanhangsel
Handelingen, vergaderjaar 2021–2022, nr. 99.
"""
)

POSTPONEMENT = (
    MASTHEAD.format(number=388)
    + """Vragen van het lid Jansen (VVD) aan de Minister van Defensie over mist
(ingezonden 13 oktober 2022).
Mededeling van Minister De Boer (Defensie) (ontvangen 8 november 2022).
"""
)

WORD_ANSWER = """AH 604

2022Z 17972

Antwoord van minister De Boer (Defensie) (ontvangen 20 december 2022)


"""

QUESTIONS = """Tweede Kamer der Staten-Generaal2
Vergaderjaar 2022–2023 Vragen gesteld door de leden der Kamer
\x20
2022Z18775
Vragen van het lid Jansen (VVD) aan de Staatssecretaris van Financiën over
mist (ingezonden 19 december 2022).
"""

LETTER = """> Retouradres Postbus 1 2500 EH  Den Haag

Aan de Voorzitter van de Tweede Kamer

\tDatum\t16 mei 2022
\tOnderwerp\tBeantwoording Kamervragen van het lid Jansen (VVD) over mist
\tDirectoraat Voorbeelden
Ons kenmerk
5401166

In antwoord op uw brief van 8 maart 2022, nr. 2022Z04567, deel ik u mede dat de vragen van het lid Jansen \
(VVD) aan de ministers van Justitie en Veiligheid en van Financiën over mist in het weiland worden \
beantwoord zoals aangegeven in de bijlage van deze brief.


Mede namens de minister van Financiën,

De minister van Justitie en Veiligheid


D. de Boer-Maas


Antwoorden van de minister van Justitie en Veiligheid op Kamervragen van het lid Jansen (VVD) over mist.

"""

COURT_OF_AUDIT = """Brief aan de Tweede Kamer, dd 6 juni 2023, kenmerk 23009999 R
D A T U M
6 juni 2023
B E T R E F T
Beantwoording vragen Tweede Kamer over de Resultaten
voorbeeldonderzoek 2022
1/3
Geachte voorzitter,
Hierbij bieden wij u onze antwoorden aan op de door de Vaste commissie voor
Defensie gestelde vragen over de Resultaten.
Algemene Rekenkamer
drs. A.B. (Anna) de Boer,
president
2/3
Antwoorden Algemene Rekenkamer bij vragen van de Tweede Kamer over de
Resultaten voorbeeldonderzoek 2022
"""

LATE_LETTER = """Datum 3 juni 2024
Betreft Uitstel beantwoording Kamervragen over mist

Hierbij meld ik u dat de vragen van de leden Jansen (VVD) en Maas (BBB) over mist (2024Z01234), ingezonden op
13 mei 2024, niet binnen de gestelde termijn kunnen worden beantwoord.

Hoogachtend,

Anna de Boer
staatssecretaris van Volksgezondheid,
Welzijn en Sport
"""
