"""The descriptors beside the data of a release: for catalogues, for tools and for people."""

from kamervragen.describe.writing import SUMS, describe

__all__ = ["SUMS", "describe"]
