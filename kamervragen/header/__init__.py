"""The header of a document: what kind it is, its numbers and dates, its subject and the people in it."""

from kamervragen.header.dates import find_dates, read_date, session_year_of
from kamervragen.header.reading import read_header

__all__ = ["find_dates", "read_date", "read_header", "session_year_of"]
