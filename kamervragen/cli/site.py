"""`kamervragen site`: pages to look at beside the releases."""

from __future__ import annotations

import argparse

from kamervragen.cli._console import complain, harmless
from kamervragen.cli._places import local

WRONG_USE = 2
PORT = 8000


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `site` to the commands."""
    parser = commands.add_parser(
        "site",
        help="make a site of the releases, and serve it",
        description="Write index.html, feed.xml and site/ in OUTPUT; releases are left as they are.",
        epilog="example: kamervragen site output --serve",
    )
    parser.add_argument("output", type=local, metavar="OUTPUT", help="the folder with the releases")
    parser.add_argument("--serve", action="store_true", help="serve it on this machine until Ctrl-C")
    parser.add_argument("--port", type=int, default=PORT, metavar="N", help=f"port to serve on ({PORT})")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the site and, where asked, serve it."""
    from kamervragen.site import SiteError, build, serve

    try:
        build(arguments.output)
    except SiteError as error:
        complain(str(error))
        return WRONG_USE
    print(harmless(str(arguments.output / "index.html")))
    if arguments.serve:
        try:
            serve(arguments.output, arguments.port)
        except (OSError, OverflowError) as error:
            complain(f"Port {arguments.port} cannot be served on ({error}); choose another with --port.")
            return WRONG_USE
    return 0
