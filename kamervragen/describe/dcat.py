"""`dcat.jsonld`: DCAT-AP-NL 3.0 (https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/).

A catalogue with one data set, the release, and a distribution for each of its data files. The release is
fetched as files over HTTP, which the profile wants named as a data service.
"""

from __future__ import annotations

from typing import Any

from kamervragen.describe.facts import FileFacts, ReleaseFacts, TableFacts

Node = dict[str, Any]

_CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority/"
_IANA = "https://www.iana.org/assignments/media-types/"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
_PROFILE = "https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/"
_DATA_PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
# Media type, its code in the EU list of file types.
_PARQUET = ("application/vnd.apache.parquet", "PARQUET")
_CSV = ("text/csv", "CSV")


def catalogue(facts: ReleaseFacts) -> Node:
    """The catalogue as JSON-LD with its context written out, so that no reader needs the network."""
    return {"@context": _CONTEXT, "@graph": [*_things(facts), *_shared(facts)]}


def _things(facts: ReleaseFacts) -> list[Node]:
    files = [
        (table, file, kind)
        for table in facts.tables
        for file, kind in ((table.parquet, _PARQUET), (table.csv, _CSV))
        if file
    ]
    nodes = [_catalogue(facts), _record(facts), _dataset(facts, [file for _, file, _ in files])]
    nodes.append(_service(facts))
    nodes += [_distribution(facts, table, file, *kind) for table, file, kind in files]
    if facts.previous:
        nodes.append(_previous(facts, facts.previous))
    return nodes


def _common(facts: ReleaseFacts) -> Node:
    about = facts.about
    return {
        "dct:publisher": _ref(about.publisher.address + "#publisher"),
        "dct:creator": _ref(about.publisher.address + "#publisher"),
        "dcat:contactPoint": _ref(about.address + "#contact"),
        "dct:language": _languages(facts),
    }


def _catalogue(facts: ReleaseFacts) -> Node:
    about = facts.about
    return {
        "@id": about.address + "#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _texts(about.title, about.title_nl),
        "dct:description": _texts(about.description, about.description_nl),
        **_common(facts),
        "dct:license": _ref(about.licence.address),
        "dct:modified": _date(facts.date),
        "dct:issued": _date(facts.date),
        "dct:spatial": _ref(_EU + "country/NLD"),
        "dcat:themeTaxonomy": _ref(_EU + "data-theme"),
        "foaf:homepage": _ref(about.address),
        "dcat:dataset": _ref(facts.address),
        "dcat:service": _ref(facts.address + "#files"),
        "dcat:record": _ref(facts.address + "#record"),
    }


def _record(facts: ReleaseFacts) -> Node:
    return {
        "@id": facts.address + "#record",
        "@type": "dcat:CatalogRecord",
        "dct:title": _texts(facts.about.title, facts.about.title_nl),
        "foaf:primaryTopic": _ref(facts.address),
        "dct:conformsTo": _ref(_PROFILE),
        "dct:modified": _date(facts.date),
        "dct:issued": _date(facts.date),
        "dct:language": _languages(facts),
    }


def _dataset(facts: ReleaseFacts, files: list[FileFacts]) -> Node:
    about = facts.about
    node = {
        "@id": facts.address,
        # The shapes ask for the classes above it too, since they infer nothing.
        "@type": ["dcat:Dataset", "dcat:Resource", "rdfs:Resource"],
        "dct:identifier": facts.address,
        "dct:title": _texts(about.title, about.title_nl),
        "dct:description": _texts(about.description, about.description_nl),
        **_common(facts),
        "dct:accessRights": _ref(_EU + "access-right/PUBLIC"),
        "dct:issued": _date(facts.date),
        "dct:modified": _date(facts.date),
        "dct:spatial": _ref(_EU + "country/NLD"),
        "dcat:theme": [_ref(f"{_EU}data-theme/{theme}") for theme in about.themes],
        "dcat:keyword": [{"@value": keyword, "@language": "en"} for keyword in about.keywords],
        "dct:conformsTo": _ref(_DATA_PACKAGE),
        "dcat:landingPage": _ref(about.address),
        "foaf:page": _ref(facts.address + "README.md"),
        "dcat:version": facts.version,
        "owl:versionInfo": facts.version,
        "dcat:distribution": [_ref(f"{facts.address}{file.path}#distribution") for file in files],
    }
    if facts.previous:
        node["dcat:previousVersion"] = _ref(about.release_address(facts.previous))
    return node


def _previous(facts: ReleaseFacts, version: str) -> Node:
    """The release before, with what is known of it here."""
    about = facts.about
    return {
        "@id": about.release_address(version),
        "@type": "dcat:Dataset",
        "dct:identifier": about.release_address(version),
        "dct:title": _texts(about.title, about.title_nl),
        "dct:description": _texts(about.description, about.description_nl),
        **_common(facts),
        "dct:accessRights": _ref(_EU + "access-right/PUBLIC"),
        "dcat:theme": [_ref(f"{_EU}data-theme/{theme}") for theme in about.themes],
        "dct:conformsTo": _ref(_DATA_PACKAGE),
        "dcat:landingPage": _ref(about.address),
        "foaf:page": _ref(about.release_address(version) + "README.md"),
        "dcat:version": version,
    }


def _service(facts: ReleaseFacts) -> Node:
    about = facts.about
    return {
        "@id": facts.address + "#files",
        "@type": "dcat:DataService",
        "dct:identifier": facts.address + "#files",
        "dct:title": _texts("Files of the release over HTTP", "Bestanden van de uitgave over HTTP"),
        "dct:description": _texts(
            "The files of the release, each at its own address; parts of them by range requests.",
            "De bestanden van de uitgave, elk op een eigen adres; delen ervan met range requests.",
        ),
        **_common(facts),
        "dct:accessRights": _ref(_EU + "access-right/PUBLIC"),
        "dct:license": _ref(about.licence.address),
        "dcat:theme": [_ref(f"{_EU}data-theme/{theme}") for theme in about.themes],
        "dcat:keyword": [{"@value": keyword, "@language": "en"} for keyword in about.keywords],
        "dcat:endpointURL": _ref(facts.address),
        "dcat:endpointDescription": _ref(facts.address + "datapackage.json"),
        "dcat:servesDataset": _ref(facts.address),
        "dct:conformsTo": _ref("https://www.rfc-editor.org/rfc/rfc9110"),
        "dcat:landingPage": _ref(about.address),
        "foaf:page": _ref(facts.address + "README.md"),
    }


def _distribution(
    facts: ReleaseFacts, table: TableFacts, file: FileFacts, media_type: str, file_type: str
) -> Node:
    address = facts.address + file.path
    return {
        "@id": address + "#distribution",
        "@type": "dcat:Distribution",
        "dct:title": {"@value": f"{table.table.title} ({file_type})", "@language": "en"},
        "dct:description": {"@value": table.table.description, "@language": "en"},
        "dcat:accessURL": _ref(address),
        "dcat:downloadURL": _ref(address),
        "dcat:accessService": _ref(facts.address + "#files"),
        "dct:license": _ref(facts.about.licence.address),
        "dct:language": _languages(facts),
        "dct:format": _ref(f"{_EU}file-type/{file_type}"),
        "dcat:mediaType": _ref(_IANA + media_type),
        "dcat:byteSize": {"@value": str(file.bytes), "@type": "xsd:nonNegativeInteger"},
        "dct:issued": _date(facts.date),
        "dct:modified": _date(facts.date),
        "dct:conformsTo": _ref(_DATA_PACKAGE),
        "adms:status": _ref(_EU + "distribution-status/COMPLETED"),
        "spdx:checksum": {
            "@id": f"{address}#checksum",
            "@type": "spdx:Checksum",
            "spdx:algorithm": _ref(_SHA256),
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
    }


def _shared(facts: ReleaseFacts) -> list[Node]:
    """What the others point to, with its class: the profile asks what each of them is."""
    about = facts.about
    pages = [facts.address + "README.md", about.address]
    if facts.previous:
        pages.append(about.release_address(facts.previous) + "README.md")
    return [
        {
            "@id": about.publisher.address + "#publisher",
            "@type": "foaf:Agent",
            "foaf:name": about.publisher.name,
            "foaf:homepage": _ref(about.publisher.address),
            "dct:type": _concept(about.publisher.type, about.publisher.type.rpartition("/")[2]),
        },
        {
            "@id": about.address + "#contact",
            "@type": ["vcard:Kind", "vcard:Organization"],
            "vcard:fn": about.contact.name,
            "vcard:hasEmail": _ref(f"mailto:{about.contact.email}"),
        },
        {
            "@id": about.licence.address,
            "@type": "dct:LicenseDocument",
            "dct:title": {"@value": about.licence.name, "@language": "en"},
            "dct:type": _concept("http://purl.org/adms/licencetype/PublicDomain", "Public domain"),
        },
        _typed(_EU + "access-right/PUBLIC", "dct:RightsStatement"),
        _typed(_EU + "country/NLD", "dct:Location"),
        {
            **_typed(_EU + "data-theme", "skos:ConceptScheme"),
            "dct:title": {"@value": "Data theme", "@language": "en"},
        },
        *(_concept(f"{_EU}data-theme/{theme}", theme) for theme in about.themes),
        *(_typed(f"{_EU}language/{code}", "dct:LinguisticSystem") for code in about.languages.values()),
        *(_typed(f"{_EU}file-type/{kind}", "dct:MediaTypeOrExtent") for _, kind in (_PARQUET, _CSV)),
        *(_typed(_IANA + media_type, "dct:MediaType") for media_type, _ in (_PARQUET, _CSV)),
        _concept(_EU + "distribution-status/COMPLETED", "Completed"),
        _typed(_SHA256, "spdx:ChecksumAlgorithm"),
        *(
            _typed(standard, "dct:Standard")
            for standard in (_PROFILE, _DATA_PACKAGE, "https://www.rfc-editor.org/rfc/rfc9110")
        ),
        *(_typed(page, "foaf:Document") for page in pages),
        *(_typed(facts.address + name, "rdfs:Resource") for name in ("datapackage.json", *_names(facts))),
    ]


def _names(facts: ReleaseFacts) -> list[str]:
    return [file.path for table in facts.tables for file in (table.parquet, table.csv) if file]


def _typed(address: str, kind: str) -> Node:
    return {"@id": address, "@type": kind}


def _concept(address: str, label: str) -> Node:
    return {**_typed(address, "skos:Concept"), "skos:prefLabel": {"@value": label, "@language": "en"}}


def _ref(address: str) -> Node:
    return {"@id": address}


def _languages(facts: ReleaseFacts) -> list[Node]:
    return [_ref(f"{_EU}language/{code}") for code in facts.about.languages.values()]


def _texts(english: str, dutch: str) -> list[Node]:
    return [{"@value": english, "@language": "en"}, {"@value": dutch, "@language": "nl"}]


def _date(day: str) -> Node:
    return {"@value": day, "@type": "xsd:date"}
