"""`kamervragen show`: how one file is read."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kamervragen.cli._console import complain, harmless
from kamervragen.cli._places import local

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from kamervragen.document import Document, Segment
    from kamervragen.explain import Explanation, Label
    from kamervragen.layout.evidence import Evidence

_DESCRIPTION = """\
Print how one raw file is read: each stretch of text with its role, references and amounts marked with
what they were read as, how sure the reading is, and the next best reading.

exit status:
  0    the file was read
  2    wrong use: no such file, or no text in it
"""
_EXAMPLE = """\
examples:
  kamervragen show raw/docx-ah.txt
  kamervragen show raw/docx-ah.txt --why
"""
WRONG_USE = 2
STYLES = {
    "header": "cyan",
    "heading": "bold magenta",
    "question_label": "bold yellow",
    "question": "yellow",
    "answer_label": "bold green",
    "answer": "green",
    "footnote_label": "bold blue",
    "footnote": "blue",
    "page_furniture": "dim",
    "closing": "cyan",
}
REFERENCE = "underline"
AMOUNT = "reverse"
MARGIN = 18
NARROWEST = 20
FAR_INTO_LINE = 20


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `show` to the commands."""
    parser = commands.add_parser(
        "show",
        help="show how one raw file is read",
        description=_DESCRIPTION,
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=local, metavar="FILE", help="a raw text file")
    parser.add_argument(
        "--why",
        action="store_true",
        help="print the evidence for and against each label instead of the text",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read the file and print the reading."""
    from kamervragen.raw import Decoded, decode
    from kamervragen.raw.open import read_file

    content = read_file(bytes(arguments.file))
    decoded = decode(content) if isinstance(content, bytes) else content
    if not isinstance(decoded, Decoded):
        complain(f"{arguments.file} cannot be shown. {decoded.reason}")
        return WRONG_USE
    print_reading(decoded.text, why=arguments.why)
    return 0


def print_reading(text: str, *, why: bool) -> None:
    """Print the reading of a text; in colour where stdout is a terminal."""
    import kamervragen
    from kamervragen.explain import explain

    console = screen()
    document = kamervragen.read(text)
    for line in summary(document):
        console.print(line)
    explanation = explain(text)
    if why:
        for label in explanation.labels:
            print_label(console, label)
    else:
        for segment in document.segments:
            if segment.role != "blank":
                shown = in_margin(owner(document, segment), segment_text(document, segment), console)
                console.print(shown)
    print_runner_up(console, explanation)


def screen() -> Console:
    """Where the reading is printed. A reader that has enough of it, such as `head`, is no failure."""
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            raise  # rich calls this where it caught the error

    return Screen(soft_wrap=True, highlight=False, markup=False, emoji=False, file=sys.stdout)


def summary(document: Document) -> Iterator[str]:
    """The facts about the document as a whole, one a line; what is not printed in it is left out."""
    header = document.header
    facts = {
        "read as": document.dialect,
        "confidence": f"{document.confidence:.3f}",
        "document type": header.document_type,
        "publication id": header.publication_id,
        "session year": header.session_year,
        "case number": header.case_number,
        "title": header.title,
        "submitted on": header.submitted_on,
        "answered on": header.answered_on,
    }
    yield from (
        f"{name:<{MARGIN}}{harmless(str(value))}" for name, value in facts.items() if value is not None
    )
    for person in header.participants:
        who = [person.name, person.party, person.office, person.ministry]
        behalf = ["on behalf of"] if person.on_behalf_of else []
        yield f"{person.role:<{MARGIN}}" + ", ".join(behalf + [harmless(part) for part in who if part])
    counts = (document.questions, document.answers, document.footnotes, document.references, document.amounts)
    names = ("questions", "answers", "footnotes", "references", "amounts")
    yield f"{'found':<{MARGIN}}" + ", ".join(f"{len(c)} {n}" for c, n in zip(counts, names, strict=True))
    yield ""


def segment_text(document: Document, segment: Segment) -> Text:
    """One segment: its text with the references and amounts in it marked."""
    from rich.text import Text

    style = STYLES[segment.role]
    shown = Text()
    position = segment.start
    marks = [(r.start, r.end, REFERENCE, r.target_id or r.kind) for r in document.references]
    marks += [(a.start, a.end, AMOUNT, money(a.value, a.value_max, a.currency)) for a in document.amounts]
    for start, end, mark, meaning in sorted(marks):
        if segment.start <= start < segment.end:
            shown.append(visible(document.text[position:start]), style)
            shown.append(visible(document.text[max(start, position) : end]), f"{style} {mark}")
            shown.append(f" [{harmless(meaning)}]", "dim")
            position = max(position, end)
    shown.append(visible(document.text[position : segment.end]), style)
    return shown


def money(value: object, highest: object, currency: str) -> str:
    """An amount as it was read."""
    return f"{value} - {highest} {currency}" if highest is not None else f"{value} {currency}"


def owner(document: Document, segment: Segment) -> str:
    """The role of a segment, with the number of what it belongs to."""
    name = segment.role.replace("_", " ")
    if segment.question is not None:
        return f"{name} {document.questions[segment.question].number}"
    if segment.answer is not None:
        return f"{name} {','.join(document.answers[segment.answer].question_numbers)}"
    return f"{name} {document.footnotes[segment.footnote].number}" if segment.footnote is not None else name


def visible(text: str) -> str:
    """The text with its line ends, and with nothing that could steer a terminal."""
    return "\n".join(harmless(line.replace("\t", " ").rstrip("\r")) for line in text.split("\n"))


def in_margin(name: str, shown: Text, console: Console) -> Text:
    """A text beside its role; where somebody is looking, no line is longer than the terminal is wide."""
    from rich.containers import Lines
    from rich.text import Text

    lines = shown.split("\n")
    if console.is_terminal:
        width = max(console.width - MARGIN, NARROWEST)
        lines = Lines(part for line in lines for part in (line.wrap(console, width) or [line]))
    blank = " " * MARGIN
    parts = [
        Text(f"{harmless(name)[: MARGIN - 1]:<{MARGIN}}" if n == 0 else blank) + line
        for n, line in enumerate(lines)
    ]
    return Text("\n").join(parts)


def print_label(console: Console, label: Label) -> None:
    """One label with the evidence for and against it."""
    verdict = f"begins {label.meaning}" if label.taken else f"does not begin {label.meaning}"
    console.print(f"{place(label)}: {harmless(label.text)}", style="bold" if label.taken else "dim")
    console.print(f"  {verdict}, margin {label.margin:.1f}")
    for name, weights in by_name(label.evidence).items():
        weight, times = sum(weights), f" ({len(weights)} times)" if len(weights) > 1 else ""
        style = "green" if weight > 0 else "red" if weight < 0 else "dim"
        console.print(f"    {weight:+5.1f}  {name}{times}", style=style)


def place(label: Label) -> str:
    """Where a label stands: its line, and how far into it where that is not its beginning."""
    return f"line {label.line}" + (f", column {label.column}" if label.column > FAR_INTO_LINE else "")


def by_name(evidence: tuple[Evidence, ...]) -> dict[str, list[float]]:
    """The weights of each kind of evidence, in the order in which they were found."""
    weights: dict[str, list[float]] = {}
    for one in evidence:
        weights.setdefault(one.name, []).append(one.weight)
    return weights


def print_runner_up(console: Console, explanation: Explanation) -> None:
    """What the next best reading would have been."""
    console.print("")
    if not explanation.otherwise:
        console.print("No other reading comes near.")
        return
    console.print(f"The next best reading is {explanation.margin:.1f} behind. In it")
    for label in explanation.otherwise:
        change = "would begin nothing" if label.taken else f"would begin {label.meaning}"
        console.print(f"  {place(label)} {change}: {harmless(label.text)}")
