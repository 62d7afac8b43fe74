"""The raw folder: which files it holds, what they say, and why some of them are set aside.

Which files count. Every file below the raw folder has one row in the ledger (`sources`), except
sidecars (`NAME.meta.json`), which speak about the document beside them. Set aside with a reason, and
never opened: hidden files and folders (a name that begins with a dot), links that leave the raw
folder or lead to a folder, and whatever is not a regular file.
"""

from kamervragen.raw.decode import Decoded, decode
from kamervragen.raw.ledger import REMARKED, SET_ASIDE, Reading, Source, read_ledger
from kamervragen.raw.register import IngestSummary, found_files, ingest
from kamervragen.raw.sidecar import Sidecar
from kamervragen.raw.texts import RawText, read_texts

__all__ = [
    "REMARKED",
    "SET_ASIDE",
    "Decoded",
    "IngestSummary",
    "RawText",
    "Reading",
    "Sidecar",
    "Source",
    "decode",
    "found_files",
    "ingest",
    "read_ledger",
    "read_texts",
]
