"""Judgements added up: over all documents, by layout, and against the confidence of the readings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kamervragen.evaluate.gold import FIELDS
from kamervragen.evaluate.judging import NOT_RELEASED, Judgement
from kamervragen.evaluate.tally import Tally

SUBJECTS = ("questions", "answers", "footnotes", "references", "amounts", "askers", "respondents")
CONFIDENT = 0.9


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over some judged documents; `fields` holds (right, judged)."""

    annotated: int
    missing: int
    structure_judged: int
    structure_perfect: int
    partition_broken: int
    tallies: dict[str, Tally]
    kinds: dict[str, Tally]
    fields: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Calibration:
    """What confidence is worth: of the judged documents above 0.9, and of all documents at 0.9 or more."""

    judged_above: int
    perfect_above: int
    documents: int
    confident: int


def figures_of(judgements: Iterable[Judgement]) -> Figures:
    """Add up."""
    found = list(judgements)
    judged = [j.perfect for j in found if j.perfect is not None]
    return Figures(
        annotated=len(found),
        missing=sum(j.layout == NOT_RELEASED for j in found),
        structure_judged=len(judged),
        structure_perfect=sum(judged),
        partition_broken=sum(j.partition_broken for j in found),
        tallies={s: sum((j.tallies[s] for j in found if s in j.tallies), Tally()) for s in SUBJECTS},
        kinds={
            kind: sum((j.kinds[kind] for j in found if kind in j.kinds), Tally())
            for kind in sorted({kind for j in found for kind in j.kinds})
        },
        fields={
            name: (sum(j.fields.get(name, False) for j in found), sum(name in j.fields for j in found))
            for name in FIELDS
        },
    )


def by_layout(judgements: Iterable[Judgement]) -> dict[str, Figures]:
    """The figures for each layout that documents were read as."""
    groups: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        groups.setdefault(judgement.layout, []).append(judgement)
    return {layout: figures_of(groups[layout]) for layout in sorted(groups)}


def calibration(judgements: Iterable[Judgement], confidences: list[float]) -> Calibration:
    """Confidence against truth; `confidences` are those of all documents, annotated or not."""
    above = [
        j.perfect
        for j in judgements
        if j.perfect is not None and j.confidence is not None and j.confidence > CONFIDENT
    ]
    return Calibration(len(above), sum(above), len(confidences), sum(c >= CONFIDENT for c in confidences))


def share(part: int, whole: int) -> float | None:
    """A share in four decimals; None of nothing."""
    return round(part / whole, 4) if whole else None


def as_json(figures: Figures) -> dict[str, object]:
    """The figures under the names by which they are published."""
    scored: dict[str, object] = {subject: _scores(tally) for subject, tally in figures.tallies.items()}
    scored["documents"] = {
        "annotated": figures.annotated,
        "missing": figures.missing,
        "structure_judged": figures.structure_judged,
        "structure_perfect": figures.structure_perfect,
        "structure_perfect_share": share(figures.structure_perfect, figures.structure_judged),
        "partition_broken": figures.partition_broken,
    }
    scored["fields"] = {name: share(*counts) for name, counts in figures.fields.items()}
    scored["reference_kinds"] = {kind: _scores(tally) for kind, tally in figures.kinds.items()}
    return scored


def calibration_json(found: Calibration) -> dict[str, object]:
    """The calibration under the names by which it is published."""
    return {
        "judged_above_0.9": found.judged_above,
        "perfect_above_0.9": found.perfect_above,
        "perfect_share_above_0.9": share(found.perfect_above, found.judged_above),
        "documents": found.documents,
        "share_at_least_0.9": share(found.confident, found.documents),
    }


def _scores(tally: Tally) -> dict[str, float]:
    return {
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "right": tally.right,
        "wrong": tally.wrong,
        "missed": tally.missed,
    }
