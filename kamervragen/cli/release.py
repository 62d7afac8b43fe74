"""`kamervragen release`: the main job."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from signal import Signals
from typing import TYPE_CHECKING

from kamervragen.cli._console import complain, harmless, print_figures, progress_shown
from kamervragen.cli._interruption import Interruption, interruptible
from kamervragen.release.hooks import ON_FAILURE, ON_SUCCESS

if TYPE_CHECKING:
    from kamervragen.release.outcome import Outcome, StoppedError
    from kamervragen.release.remote_output import RemoteOutput
    from kamervragen.storage import Remote

_DESCRIPTION = """\
Read all raw text files in a folder and publish what they hold as a release: tables in Parquet and CSV,
with a quality report. Nothing is published when a check stops the release, or when nothing has changed
since the latest one.

exit status:
  0    published, or nothing changed since the latest release
  1    a check stopped the release; its report is in OUTPUT/failed/
  2    wrong use: no such folder or cluster, nothing readable, a version that exists, an output in use
  3    something broke (a full disk, say); nothing was published
  130  stopped by Ctrl-C; nothing was published

DIR may be an address in object storage, such as s3://BUCKET/FOLDER. Credentials come from where the tools
of that storage look for them, such as the environment; an address holds none.

Every run leaves a log in OUTPUT/runs/, one JSON object a line. A HOOK is told how the run ended: a web
address (https://...) gets it as JSON in a POST, a command gets it on its stdin. Without a hook nothing is
sent anywhere.
"""
_EXAMPLE = """\
examples:
  kamervragen release --raw raw --output output
  kamervragen release --raw raw --output output --on-failure 'mail -s "no release" us@kamervragen.example'
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `release` to the commands."""
    parser = commands.add_parser(
        "release",
        help="publish a release of a folder of raw text",
        description=_DESCRIPTION,
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--raw", required=True, metavar="DIR", help="the folder with raw text files")
    parser.add_argument("--output", required=True, metavar="DIR", help="the folder for the releases")
    parser.add_argument(
        "--version", metavar="V", help="version of the release, YYYY-MM-DD.N (default: today's next, in UTC)"
    )
    parser.add_argument(
        "--workers", type=_workers, default=2, metavar="N", help="processes to work with (default: 2)"
    )
    parser.add_argument(
        "--executor",
        choices=("local", "dask"),
        default="local",
        help="where the texts are read: by processes here, or on a Dask cluster (default: local)",
    )
    parser.add_argument(
        "--address",
        metavar="ADDR",
        help="the cluster's scheduler, tcp://HOST:8786 (default: $DASK_SCHEDULER_ADDRESS)",
    )
    parser.add_argument(
        "--scratch",
        metavar="DIR",
        help="local folder to build in when OUTPUT is an address (default: one in the temporary folder)",
    )
    for when, environment in (("success", ON_SUCCESS), ("failure", ON_FAILURE)):
        parser.add_argument(
            f"--on-{when}",
            metavar="HOOK",
            help=f"what to tell of a {when}: a web address or a command (default: ${environment})",
        )
    parser.set_defaults(run=run)


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 256")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Make the release and say what came of it."""
    from kamervragen.release.errors import WrongUseError
    from kamervragen.release.outcome import ExitStatus, StoppedError
    from kamervragen.release.places import chosen_output, chosen_raw, published_versions
    from kamervragen.storage import without_secrets

    try:
        raw, output = chosen_raw(arguments.raw), chosen_output(arguments.output, arguments.scratch)
    except WrongUseError as error:
        complain(str(error))
        return ExitStatus.WRONG_USE
    published = published_versions(output)
    status = ExitStatus.DONE
    with interruptible() as interruption:
        try:
            _tell(_recorded(arguments, raw, output, interruption))
        except KeyboardInterrupt:
            interruption.signal = interruption.signal or Signals.SIGINT
        except WrongUseError as error:
            complain(str(error))
            status = ExitStatus.WRONG_USE
        except StoppedError as error:
            _tell_stopped(error)
            status = ExitStatus.STOPPED
        except Exception as error:  # whatever breaks, the user gets one sentence and the releases stay whole
            message = without_secrets(f"{type(error).__name__}: {error}")
            complain(f"{message}. {_news(published, output)}")
            status = ExitStatus.BROKEN
        if interruption.signal is not None:
            by = "Ctrl-C" if interruption.signal is Signals.SIGINT else interruption.signal.name
            complain(f"stopped by {by}. {_news(published, output)}")
            return interruption.status
    return status


def _recorded(
    arguments: argparse.Namespace,
    raw: Path | Remote,
    output: Path | RemoteOutput,
    interruption: Interruption,
) -> Outcome:
    """Make the release, with its log and hooks."""
    from kamervragen.release.hooks import chosen_hooks
    from kamervragen.release.recording import recorded

    asked = {name: getattr(arguments, name) for name in ("version", "workers", "executor")}
    hooks = chosen_hooks(arguments.on_success, arguments.on_failure)
    with recorded(raw, output, hooks, complain, **asked) as recording:
        try:
            outcome = _released(arguments, raw, output, interruption)
        except Exception:  # what an interrupt breaks is not broken
            interruption.check()
            raise
        recording.came_of_it(outcome)
        return outcome


def _released(
    arguments: argparse.Namespace,
    raw: Path | Remote,
    output: Path | RemoteOutput,
    interruption: Interruption,
) -> Outcome:
    from flows.environment import prefect_at_hand
    from kamervragen.release.cluster import chosen_scheduler
    from kamervragen.release.outcome import Outcome
    from kamervragen.release.places import local_folder
    from kamervragen.release.progress import listening, noting
    from kamervragen.release.request import check_request
    from kamervragen.release.unchanged import unchanged

    scheduler = chosen_scheduler(arguments.executor, arguments.address)
    check_request(raw, output, arguments.version, scheduler)
    if (latest := unchanged(raw, output)) is not None:  # without Prefect: it takes long
        return Outcome.of_latest(latest)
    with (
        listening(interruption.check),
        noting(_warn),
        progress_shown(),
        prefect_at_hand(local_folder(output).resolve() / ".prefect"),
    ):
        from flows.release import release

        return release(
            arguments.raw,
            arguments.output,
            arguments.version,
            arguments.workers,
            arguments.executor,
            scheduler,
            arguments.scratch,
        )


def _warn(event: str, facts: Mapping[str, object]) -> None:
    if event == "releases damaged" and isinstance(versions := facts["versions"], list):
        complain(
            f"warning: damaged since they were published, and passed over: releases {', '.join(versions)}."
            " `kamervragen verify` says what is wrong with them."
        )


def _news(before: frozenset[str], output: Path | RemoteOutput) -> str:
    """Whether a run that did not end well had published its release already."""
    from kamervragen.release.places import published_versions

    new = sorted(published_versions(output) - before)
    return f"Release {new[0]} had been published already." if new else "Nothing was published."


def _tell(outcome: Outcome) -> None:
    print_figures(outcome.figures())
    for warning in outcome.warnings:
        print(f"warning: {harmless(warning)}")
    if outcome.is_new:
        print(f"Published release {outcome.version}: {harmless(str(outcome.folder))}")
    else:
        print(f"Nothing changed since release {outcome.version}: {harmless(str(outcome.folder))}")


def _tell_stopped(error: StoppedError) -> None:
    complain(f"{error}:")
    for reason in error.reasons:
        print(f"  {harmless(reason)}", file=sys.stderr)
    print(
        f"The report is in {harmless(str(error.folder))}; the latest release is untouched.", file=sys.stderr
    )
