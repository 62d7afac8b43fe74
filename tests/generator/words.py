"""Words for invented documents. People, parties, papers and places are made up; ministries exist."""

SUBJECTS = (
    "de gemeente Hoogwater", "het waterschap Laagveen", "de provincie", "het ministerie", "de inspectie",
    "de toezichthouder", "de veerdienst", "de brandweer", "de brancheorganisatie", "de bewonersvereniging",
    "het onderzoeksbureau", "de rijksdienst", "de leverancier", "de uitvoeringsorganisatie", "het kabinet",
    "de adviescommissie", "de woningcorporatie", "de omgevingsdienst", "het ziekenhuis", "de vervoerder",
    "de beroepsgroep", "het havenbedrijf", "de belangenvereniging", "de politie", "het schoolbestuur",
)  # fmt: skip
VERBS = (
    "onderzoekt", "beheert", "betaalt", "controleert", "financiert", "vervangt", "ondersteunt", "registreert",
    "beperkt", "verbetert", "verantwoordt", "beoordeelt", "bekostigt", "inventariseert", "actualiseert",
    "coördineert", "evalueert", "monitort", "herziet", "publiceert", "vertraagt", "verplaatst",
)  # fmt: skip
OBJECTS = (
    "de vaarweg", "het onderhoud van molens", "de wachtlijst voor hoorapparaten", "het meetplan",
    "de vergunningverlening", "de samenwerkingsovereenkomst", "de emissiefactoren", "het afvalwaterbeheer",
    "de aanbestedingsprocedure", "de beveiligingsmaatregelen", "het subsidieprogramma", "de stadsgracht",
    "de bereikbaarheid van het platteland", "de dienstregeling van de pont", "het gegevensregister",
    "de verantwoordelijkheidsverdeling", "de drijvende bibliotheken", "de informatievoorziening",
    "het natuurherstel", "de jeugdgezondheidszorg", "de bodemdalingsmetingen", "het handhavingsbeleid",
    "de luchtkwaliteitsmetingen", "de opleidingsplaatsen", "het waarschuwingssysteem", "de windvanen",
)  # fmt: skip
TAILS = (
    "in overleg met de betrokken partijen", "sinds het najaar", "zonder nadere onderbouwing",
    "binnen de gestelde termijn", "op basis van vrijwilligheid", "voor een periode van vijf jaar",
    "in nauwe samenwerking met de regio", "naar aanleiding van de evaluatie", "met ingang van volgend jaar",
    "vanwege de personeelstekorten", "onder toezicht van de rechter", "ten behoeve van omwonenden",
    "", "", "", "",
)  # fmt: skip
COUNTED = (
    "ruim 12.500 mensen", "840 meldingen", "18 procent van de aanvragen", "31 500 ritten",
    "elf gemeenten", "2,5 miljoen overnachtingen", "406 fte", "een kwart van de bedrijven", "44 petajoule",
    "7,2 kilometer dijk",
)  # fmt: skip
HEADLINES = (
    "Veerpont vaart te vaak leeg", "Wachtkamer krijgt nummertjes", "Brug blijft deze winter dicht",
    "Otter verrast stadsgracht", "Kazerne betaalt dubbel voor koffie", "Molenaar zoekt eikenhout",
    "Bibliotheek kiest het ruime sop", "Postduif landt in Luik", "Klokken verdwijnen uit torens",
)  # fmt: skip
PAPERS = ("Polderbode", "De Klink", "Garnizoensblad", "De Ganzenhoeder", "Streekpost", "Het Knikkerblad")
SURNAMES = (
    "Kwakkelstein", "Van Oosterdijk", "Duinmeijer", "Grutterink", "Van der Zwaluw", "Hazelaar", "Krekelaar",
    "Tuinstra-Vos", "Van den Ouweland", "De Rietvink", "Slootweg-Ham", "Zomerdijk", "Wiekstra", "Oudshoornse",
    "El Boukhrissi", "Yıldızoğlu", "Van ’t Hoefblad", "Møllerson", "Ten Kwartel",
)  # fmt: skip
MINISTERS = (
    "Ravelsberg", "Brandsnip", "Oosterhagen", "Wiersloot", "Klokgieter", "Zonderland", "Halvezolen",
    "Groenewoldstra", "Duivenvoorden", "Van Lindenhove", "Bakkermans-De Wit",
)  # fmt: skip
INITIALS = ("T.J.", "H.", "A.B.C.", "M.")
PARTIES = (
    "Dorpslijst", "Lijst Veenland", "Stadspartij", "BTP", "Platteland Nu", "Water-Land", "SP", "VVD",
    "GroenLinks-PvdA", "Groep Hazelaar", "Nieuw Lokaal Contract", "P66",
)  # fmt: skip
HEADINGS = ("De haven", "Toezicht en handhaving", "Financiën", "Vervolg", "Uitvoering door gemeenten")

# Ministry as printed and its TOOI id (identifier.overheid.nl); None where the id is not verified.
MINISTRIES = (
    ("Binnenlandse Zaken en Koninkrijksrelaties", "mnre1034"),
    ("Buitenlandse Zaken", "mnre1013"),
    ("Defensie", "mnre1018"),
    ("Economische Zaken", "mnre1045"),
    ("Financiën", "mnre1090"),
    ("Infrastructuur en Waterstaat", "mnre1130"),
    ("Justitie en Veiligheid", "mnre1058"),
    ("Klimaat en Groene Groei", None),
    ("Landbouw, Visserij, Voedselzekerheid en Natuur", "mnre1153"),
    ("Onderwijs, Cultuur en Wetenschap", "mnre1109"),
    ("Sociale Zaken en Werkgelegenheid", "mnre1073"),
    ("Volksgezondheid, Welzijn en Sport", "mnre1025"),
)
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

# Law as printed and its BWB id (wetten.overheid.nl).
LAWS = (
    ("Algemene wet bestuursrecht", "BWBR0005537"),
    ("Gemeentewet", "BWBR0005416"),
    ("Waterwet", "BWBR0025458"),
    ("Mediawet 2008", "BWBR0025028"),
    ("Politiewet 2012", "BWBR0031788"),
    ("Wetboek van Strafrecht", "BWBR0001854"),
)
