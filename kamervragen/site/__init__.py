"""A site beside the releases: an index, a feed, a page and a reader for each release."""

from kamervragen.site.build import SiteError, build
from kamervragen.site.serve import serve, server

__all__ = ["SiteError", "build", "serve", "server"]
