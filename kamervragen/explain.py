"""Why a document was read as it was: the evidence for every label, and the reading that came second."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.layout.evidence import Evidence
from kamervragen.layout.search import Decision, reasons, search
from kamervragen.layout.structure import Structure, read_structure

SHOWN = 70
# A weight that decides, whatever else there is.
BEYOND_ALL = 1e6


@dataclass(frozen=True, slots=True)
class Label:
    """One place where something could begin, what was decided about it, and why.

    `line` and `column` count from 1; `margin` says by how much the decision beats its opposite.
    """

    line: int
    column: int
    text: str
    meaning: str
    taken: bool
    margin: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All labels, and what the next best reading decides otherwise; `margin`: how far it is behind."""

    labels: tuple[Label, ...]
    margin: float
    otherwise: tuple[Label, ...]


def explain(text: str) -> Explanation:
    """Why `text` is read as it is."""
    structure = read_structure(text)
    # Again, for what the margins are beyond doubt.
    decisions = search(structure.scored, structure.traits)
    why = reasons(structure.scored, decisions, structure.traits)
    labels = tuple(label_of(structure, each, evidence) for each, evidence in zip(decisions, why, strict=True))
    if not decisions:
        return Explanation((), 0.0, ())
    doubtful = min(range(len(decisions)), key=lambda position: decisions[position].margin)
    turned = -BEYOND_ALL if decisions[doubtful].taken else BEYOND_ALL
    item = structure.scored[doubtful]
    others = list(structure.scored)
    others[doubtful] = item._replace(weight=item.weight + turned)
    second = search(others, structure.traits)
    otherwise = tuple(
        label for label, other in zip(labels, second, strict=True) if label.taken != other.taken
    )
    return Explanation(labels, decisions[doubtful].margin, otherwise)


def label_of(structure: Structure, decision: Decision, evidence: list[Evidence]) -> Label:
    """A decision as a person can read it."""
    candidate = decision.candidate
    seen = structure.view.text
    start = structure.view.origin(candidate.start)
    shown = " ".join(seen[candidate.start : candidate.start + SHOWN].split("\n")[0].split())
    numbers = " " + ", ".join(candidate.numbers) if candidate.numbers else ""
    return Label(
        line=structure.text.count("\n", 0, start) + 1,
        column=start - structure.text.rfind("\n", 0, start),
        text=shown,
        meaning=f"{candidate.kind}{numbers}",
        taken=decision.taken,
        margin=decision.margin,
        evidence=tuple(evidence),
    )
