"""Documents -> rows -> part files -> the tables of a release, in Parquet and CSV."""

from kamervragen.tables.assembly import AssemblyError, assemble
from kamervragen.tables.files import csv_path, parquet_path, read_table, write_table
from kamervragen.tables.ids import document_id
from kamervragen.tables.parts import PartRows, Parts, write_parts
from kamervragen.tables.rows import SourceFacts, as_dicts, document_rows

__all__ = [
    "AssemblyError",
    "PartRows",
    "Parts",
    "SourceFacts",
    "as_dicts",
    "assemble",
    "csv_path",
    "document_id",
    "document_rows",
    "parquet_path",
    "read_table",
    "write_parts",
    "write_table",
]
