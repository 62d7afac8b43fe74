"""All tables of a release in one SQLite file, for people who click."""

from kamervragen.bundle.sqlite import BUNDLE, write_bundle

__all__ = ["BUNDLE", "write_bundle"]
