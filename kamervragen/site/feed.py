"""The releases as an Atom feed (RFC 4287). Times come from the versions.

The site does not know where it will be hosted: links are relative to the address of the feed itself, as the
RFC allows; ids are absolute and never change.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from xml.etree.ElementTree import tostring

from kamervragen.release.output import Release
from kamervragen.release.versions import Version
from kamervragen.site.html import element


def feed(releases: Sequence[Release]) -> bytes:
    """The feed, newest release first."""
    root = element(
        "feed",
        element("title", "Kamervragen: releases"),
        element("id", "urn:kamervragen:releases"),
        element("updated", _moment(releases[0].version)),
        element("author", element("name", "kamervragen")),
        element("link", rel="self", type="application/atom+xml", href="feed.xml"),
        element("link", rel="alternate", type="text/html", href="index.html"),
        *(
            element(
                "entry",
                element("title", f"Release {release.version}"),
                element("id", f"urn:kamervragen:release:{release.version}"),
                element("updated", _moment(release.version)),
                element("link", rel="alternate", type="text/html", href=f"site/{release.version}/index.html"),
                element("summary", f"Open data of {release.manifest.sources.files} raw files."),
            )
            for release in releases
        ),
        xmlns="http://www.w3.org/2005/Atom",
    )
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def _moment(version: Version) -> str:
    """Later releases of a day come later: one second each."""
    day = datetime.combine(version.day, time(), UTC)
    return (day + timedelta(seconds=version.number)).strftime("%Y-%m-%dT%H:%M:%SZ")
