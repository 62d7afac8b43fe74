"""The figures as lines for a terminal and as tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from kamervragen.evaluate.figures import SUBJECTS, Calibration, Figures, share

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
"""What stands between these in a page is written anew; the prose around it stays."""


def lines(figures: Figures, found: Calibration) -> Iterator[str]:
    """One line for each subject, field and share."""
    for subject in SUBJECTS:
        tally = figures.tallies[subject]
        yield (
            f"{subject:14} f1 {tally.f1:.4f}  precision {tally.precision:.4f}  recall {tally.recall:.4f}"
            f"  right {tally.right} wrong {tally.wrong} missed {tally.missed}"
        )
    for name, (right, judged) in figures.fields.items():
        yield f"{name:14} {_of(right, judged)}"
    yield f"annotated {figures.annotated}, missing {figures.missing}, broken {figures.partition_broken}"
    yield f"structure perfect: {_of(figures.structure_perfect, figures.structure_judged)}"
    yield f"  of those above confidence 0.9: {_of(found.perfect_above, found.judged_above)}"
    yield f"all documents at confidence 0.9 or more: {_of(found.confident, found.documents)}"


def markdown(figures: Figures, layouts: dict[str, Figures], found: Calibration, told: str) -> str:
    """The tables: by subject, by field, by layout, calibration. `told`: how and when they were made."""
    rows = [BEGIN, told, "", "| Rows | F1 | Precision | Recall | Right | Wrong | Missed |"]
    rows += ["|---|---|---|---|---|---|---|"]
    for subject, tally in (figures.tallies | figures.kinds).items():
        name = subject if subject in SUBJECTS else f"references: {subject}"
        rows.append(
            f"| {name} | {tally.f1:.4f} | {tally.precision:.4f} | {tally.recall:.4f} "
            f"| {tally.right} | {tally.wrong} | {tally.missed} |"
        )
    rows += ["", "| Document field | Right |", "|---|---|"]
    rows += [f"| {name} | {_of(*counts)} |" for name, counts in figures.fields.items()]
    rows += ["", f"| Layout | Documents | Structure perfect | {' | '.join(SUBJECTS)} |"]
    rows += ["|---" * (len(SUBJECTS) + 3) + "|"]
    for layout, part in layouts.items():
        scores = " | ".join(_f1(part, subject) for subject in SUBJECTS)
        perfect = _of(part.structure_perfect, part.structure_judged)
        rows.append(f"| {layout} | {part.annotated} | {perfect} | {scores} |")
    rows += ["", "| Calibration | |", "|---|---|"]
    rows += [
        f"| judged documents above 0.9 that are perfect | {_of(found.perfect_above, found.judged_above)} |"
    ]
    rows += [f"| all documents at 0.9 or more | {_of(found.confident, found.documents)} |"]
    rows += [f"| segments do not join up to the text | {figures.partition_broken} documents |", END]
    return "\n".join(rows)


def renewed(page: str, tables: str) -> str:
    """The page with its figures replaced; they come at the end of a page without any."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        return f"{page.rstrip()}\n\n{tables}\n".lstrip()
    return before + tables + after


def _of(part: int, whole: int) -> str:
    found = share(part, whole)
    return "not judged" if found is None else f"{found:.4f} ({part} of {whole})"


def _f1(figures: Figures, subject: str) -> str:
    tally = figures.tallies[subject]
    return "" if tally.right + tally.wrong + tally.missed == 0 else f"{tally.f1:.4f}"
