"""`kamervragen evaluate`: how well a release reads annotated documents."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING

from kamervragen.cli._console import complain, harmless
from kamervragen.cli._places import local

if TYPE_CHECKING:
    from kamervragen.evaluate.gold import GoldFile
    from kamervragen.evaluate.released import Released

_DESCRIPTION = """\
Compare a release with annotations made by hand (NAME.json beside the raw file NAME.txt) and print what
share of the questions, answers, footnotes, references, amounts, people and fields is right.

exit status:
  0    the figures were printed, whatever they are
  2    wrong use: no release, no annotations, or one that cannot be read
"""
_EXAMPLE = """\
examples:
  kamervragen evaluate output/releases/2026-05-01.1 annotated --verbose
  kamervragen evaluate output/releases/2026-05-01.1 annotated --markdown docs/accuracy.md
"""
WRONG_USE = 2


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `evaluate` to the commands."""
    parser = commands.add_parser(
        "evaluate",
        help="measure a release against annotated documents",
        description=_DESCRIPTION,
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("release", type=local, metavar="RELEASE", help="the folder of a release")
    parser.add_argument("gold", type=local, metavar="GOLD", help="the folder of annotated documents")
    parser.add_argument("--verbose", action="store_true", help="print every miss")
    parser.add_argument("--json", type=local, metavar="FILE", help="write the figures to this file")
    parser.add_argument("--markdown", type=local, metavar="FILE.md", help="renew the figures in this page")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read, judge, print."""
    from kamervragen.evaluate import GoldError, ReleasedError, read_gold, read_released

    try:
        gold, released = read_gold(arguments.gold), read_released(arguments.release)
        _publish(arguments, gold, released)
    except (GoldError, ReleasedError) as error:
        complain(str(error))
        return WRONG_USE
    except OSError as error:
        complain(f"The figures cannot be written: {error}.")
        return WRONG_USE
    return 0


def _publish(arguments: argparse.Namespace, gold: list[GoldFile], released: Released) -> None:
    from kamervragen.evaluate import page
    from kamervragen.evaluate.figures import as_json, by_layout, calibration, calibration_json, figures_of
    from kamervragen.evaluate.judging import judge

    judgements = [judge(one, released) for one in gold]
    figures, layouts = figures_of(judgements), by_layout(judgements)
    calibrated = calibration(judgements, released.confidences)
    if arguments.verbose:
        for miss in (miss for judgement in judgements for miss in judgement.misses):
            print(harmless(miss))
    for line in page.lines(figures, calibrated):
        print(line)
    if arguments.json is not None:
        everything = as_json(figures) | {
            "layouts": {layout: as_json(part) for layout, part in layouts.items()},
            "calibration": calibration_json(calibrated),
        }
        arguments.json.write_text(json.dumps(everything, indent=1) + "\n", encoding="utf-8")
    if arguments.markdown is not None:
        command = "kamervragen evaluate RELEASE GOLD --markdown docs/accuracy.md"
        told = f"Measured on {date.today().isoformat()} with `{command}`."
        tables = page.markdown(figures, layouts, calibrated, told)
        old = arguments.markdown.read_text(encoding="utf-8") if arguments.markdown.exists() else ""
        arguments.markdown.write_text(page.renewed(old, tables), encoding="utf-8")
