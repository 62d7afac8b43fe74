"""Where a cited thing can be opened. Resolution is by syntax only: nothing is looked up."""

from __future__ import annotations

from urllib.parse import quote


def publication(identifier: str) -> str:
    """An official publication: the site makes its address from its id."""
    return f"https://zoek.officielebekendmakingen.nl/{identifier}.html"


def dossier(identifier: str) -> str:
    """All papers of one dossier."""
    return f"https://zoek.officielebekendmakingen.nl/dossier/{identifier}"


def parliamentary_case(number: str) -> str:
    """A case (zaak) of the Tweede Kamer."""
    return f"https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id={number}"


def case_law(ecli: str) -> str | None:
    """A judgment: Dutch ones at the judiciary, those of the EU at its Publications Office."""
    country = ecli.split(":")[1]
    if country == "NL":
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={ecli}"
    if country == "EU":
        return f"https://publications.europa.eu/resource/ecli/{quote(ecli, safe='')}"
    return None


def eu_act(celex: str) -> str:
    """An act of the EU by its CELEX number."""
    return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{celex}"


def eu_document(identifier: str) -> str:
    """A Commission document; this address needs no choice between proposal and communication."""
    return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri={identifier}:FIN"


def eu_case(number: str) -> str:
    """A case of the Court of Justice or the General Court."""
    return f"https://curia.europa.eu/juris/liste.jsf?num={number}"


def law(identifier: str) -> str:
    """A law or treaty in force."""
    return f"https://wetten.overheid.nl/{identifier}"


def article(law: str, number: str) -> str:
    """An article of a law or treaty in force, by Juriconnect (jci 1.3)."""
    collection = "v" if law.startswith("BWBV") else "c"
    return f"https://wetten.overheid.nl/jci1.3:{collection}:{law}&artikel={number}"
