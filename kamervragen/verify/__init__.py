"""Is a release what it says it is? Sums, tables, and the same bytes once more from the raw files."""

from kamervragen.verify.files import check_files
from kamervragen.verify.rebuild import CannotRebuildError, check_rebuild

__all__ = ["CannotRebuildError", "check_files", "check_rebuild"]
