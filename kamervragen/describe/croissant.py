"""`croissant.json`: Croissant 1.1 (http://mlcommons.org/croissant/1.1), which is a schema.org Dataset too.

Foreign keys are left to the data package: Croissant's readers join the tables that refer to each other, and
cannot where keys are null or go in a circle, as those of sources and documents do.
"""

from __future__ import annotations

from typing import Any

from kamervragen.describe.facts import FileFacts, ReleaseFacts, TableFacts
from schemas import Column

_VERSION = "http://mlcommons.org/croissant/1.1"
# Laid down by the specification, and written out so that no reader needs the network.
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "citeAs": "cr:citeAs",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{
        name: f"cr:{name}"
        for name in (
            "arrayShape", "column", "equivalentProperty", "extract", "field", "fileObject", "fileProperty",
            "fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath", "key", "md5",
            "parentField", "path", "recordSet", "references", "regex", "repeated", "replace", "samplingRate",
            "separator", "source", "subField", "transform",
        )
    },
}  # fmt: skip
_TYPES = {
    "string": "sc:Text",
    "int64": "sc:Integer",
    "double": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
    "decimal": "sc:Float",
    "list<string>": "sc:Text",
}


def croissant(facts: ReleaseFacts) -> dict[str, Any]:
    """The description of the data set with its files and, for each table, how its records are read."""
    about = facts.about
    publisher = {"@type": "Organization", "name": about.publisher.name, "url": about.publisher.address}
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": _VERSION,
        "name": about.identifier,
        "description": about.description,
        "url": facts.address,
        "license": about.licence.address,
        "version": facts.version,
        "datePublished": facts.date,
        "inLanguage": list(about.languages),
        "keywords": list(about.keywords),
        "creator": publisher,
        "publisher": publisher,
        "citeAs": cite_as(facts),
        "isLiveDataset": False,
        "isAccessibleForFree": True,
        "distribution": [
            *(_file(table.parquet, "application/x-parquet") for table in facts.tables),
            *(_file(table.csv, "text/csv") for table in facts.tables if table.csv),
        ],
        "recordSet": [_record_set(table) for table in facts.tables],
    }


def cite_as(facts: ReleaseFacts) -> str:
    """The release as a BibTeX entry."""
    return (
        f"@misc{{{facts.about.identifier}-{facts.version}, title = {{{facts.about.title}}}, "
        f"author = {{{{{facts.about.publisher.name}}}}}, year = {{{facts.date[:4]}}}, "
        f"version = {{{facts.version}}}, url = {{{facts.address}}}}}"
    )


def _file(file: FileFacts, media_type: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "contentUrl": file.path,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": media_type,
        "sha256": file.sha256,
    }


def _record_set(table: TableFacts) -> dict[str, Any]:
    definition = table.table
    return {
        "@type": "cr:RecordSet",
        "@id": definition.name,
        "name": definition.name,
        "description": definition.description,
        "key": [{"@id": f"{definition.name}/{column}"} for column in definition.primary_key],
        "field": [_field(table, column) for column in definition.columns],
    }


def _field(table: TableFacts, column: Column) -> dict[str, Any]:
    name = f"{table.table.name}/{column.name}"
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": name,
        "name": name,
        "description": column.description,
        "dataType": _TYPES[column.type],
        "source": {"fileObject": {"@id": table.parquet.path}, "extract": {"column": column.name}},
    }
    if column.type == "list<string>":
        field |= {"isArray": True, "arrayShape": "-1"}
    return field
