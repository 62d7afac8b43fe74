"""What changed between two releases: row by row for programs, and told for people."""

from kamervragen.changes.comparing import CHANGES, NOTHING_BEFORE, write_changes
from kamervragen.changes.summary import Count, counts, summarise
from kamervragen.changes.telling import tell_changes

__all__ = ["CHANGES", "NOTHING_BEFORE", "Count", "counts", "summarise", "tell_changes", "write_changes"]
