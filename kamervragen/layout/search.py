"""The best consistent reading of all candidates together, and how clearly it beats the next best one.

A reading says of every candidate whether it begins a question, an answer or the closing, or nothing. The
search goes through the candidates once and keeps, for every state a reading can be in (what is being
read, and the last question's number), the best way there (dynamic programme). A second pass from the end
gives the best reading that decides differently about one candidate: the margin between the two is how
sure that decision is.

Most ways need not be followed. A reading made without looking ahead says what can be had at least, and the
weights of the candidates to come what a way can still gain at most; a way that even so ends further
behind than `reach` changes no decision, and no margin smaller than `reach`. For hostile texts the number
of states is bounded too, so that the time is linear.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kamervragen.layout.context import (
    START,
    Look,
    Outlook,
    State,
    after,
    context_evidence,
    context_weight,
    fits,
    look_of,
    most_of_context,
    outlook_of,
    unanswered_evidence,
)
from kamervragen.layout.evidence import Evidence
from kamervragen.layout.labels import Candidate
from kamervragen.layout.traits import Traits

# States kept per candidate; the best reading of a real document never needed more than ten.
BEAM = 24
# What a way is worth that was not followed to the end.
DEAD_END = -1e9
# The margin of a decision that nothing speaks against.
NO_OTHER = 99.0


class Step(NamedTuple):
    """A decision about a candidate: from `before` to `after`, worth `weight`; `taken`: it begins a unit."""

    before: State
    after: State
    taken: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Decision:
    """`taken`: the candidate begins what it could begin. `margin`: by how much that beats the opposite."""

    candidate: Candidate
    taken: bool
    margin: float


class Scored(NamedTuple):
    """A candidate with the evidence that does not depend on what came before it, and its sum."""

    candidate: Candidate
    evidence: tuple[Evidence, ...]
    weight: float


def scored(candidate: Candidate, evidence: Sequence[Evidence]) -> Scored:
    """A candidate with its evidence added up."""
    return Scored(candidate, tuple(evidence), sum([each.weight for each in evidence]))


@dataclass(frozen=True, slots=True)
class Course:
    """What a search goes through: the candidates, and what is known of answers.

    `hopes[i]` is the most that the candidates from position `i` on can add to any reading.
    """

    looks: Sequence[Look]
    weights: Sequence[float]
    hopes: Sequence[float]
    outlook: Outlook


def search(candidates: Sequence[Scored], traits: Traits, reach: float = math.inf) -> list[Decision]:
    """The best reading: one decision a candidate, in order.

    Margins are exact up to `reach`; a larger one is only known to be larger.
    """
    course = course_of(candidates, traits)
    lattice, ways = forward(course, straight_on(course) - reach)
    ahead = backward(lattice, course.outlook)
    decisions: list[Decision] = []
    state = START
    for steps, gone, rest, item in zip(lattice, ways, ahead[1:], candidates, strict=False):
        chosen = max(
            (step for step in steps if step.before == state),
            key=lambda step: step.weight + rest.get(step.after, DEAD_END),
        )
        best, other = DEAD_END, -math.inf
        for before, then, taken, weight in steps:
            total = gone[before] + weight + rest.get(then, DEAD_END)
            if taken == chosen.taken:
                best = max(best, total)
            else:
                other = max(other, total)
        margin = NO_OTHER if other == -math.inf else max(0.0, best - other)
        decisions.append(Decision(item.candidate, chosen.taken, margin))
        state = chosen.after
    return decisions


def course_of(candidates: Sequence[Scored], traits: Traits) -> Course:
    """All that the search needs of its candidates."""
    looks = [look_of(item.candidate) for item in candidates]
    weights = [item.weight for item in candidates]
    hopes = [0.0]
    for look, weight in zip(reversed(looks), reversed(weights), strict=True):
        hopes.append(hopes[-1] + max(0.0, weight + most_of_context(look)))
    return Course(looks, weights, hopes[::-1], outlook_of(traits))


def steps_from(course: Course, position: int, state: State) -> tuple[Step, ...]:
    """The decisions that can be made about a candidate in a state."""
    look = course.looks[position]
    skip = Step(state, state, False, 0.0)
    if not fits(look, state[0]):
        return (skip,)
    outlook = course.outlook
    context = context_weight(look, state, state[1] in outlook.answered, outlook.left)
    take = Step(state, after(look, state), True, course.weights[position] + context)
    return skip, take


def straight_on(course: Course) -> float:
    """The worth of the reading that makes the better decision each time, without looking ahead."""
    state, total = START, 0.0
    for position in range(len(course.looks)):
        best = max(steps_from(course, position, state), key=lambda step: step.weight)
        state, total = best.after, total + best.weight
    return total + ending_weight(state, course.outlook)


def forward(course: Course, needed: float) -> tuple[list[list[Step]], list[dict[State, float]]]:
    """All steps worth looking at, candidate by candidate, and the best ways to each state before them.

    A way is followed while it can still be worth `needed` at the end.
    """
    ways: list[dict[State, float]] = [{START: 0.0}]
    lattice: list[list[Step]] = []
    for position in range(len(course.looks)):
        least = needed - course.hopes[position + 1]
        steps: list[Step] = []
        reached: dict[State, float] = {}
        for state, gone in ways[-1].items():
            for step in steps_from(course, position, state):
                total = gone + step.weight
                if total >= least:
                    steps.append(step)
                    if total > reached.get(step.after, -math.inf):
                        reached[step.after] = total
        if len(reached) > BEAM:
            kept = sorted(reached, key=lambda state: reached[state], reverse=True)[:BEAM]
            reached = {state: reached[state] for state in kept}
            steps = [step for step in steps if step.after in reached]
        ways.append(reached)
        lattice.append(steps)
    return lattice, ways


def backward(lattice: Sequence[Sequence[Step]], outlook: Outlook) -> list[dict[State, float]]:
    """For every state before each candidate, the best that can still be added to the end."""
    last_states = {step.after for step in lattice[-1]} if lattice else {START}
    ahead = [{state: ending_weight(state, outlook) for state in last_states}]
    for steps in reversed(lattice):
        behind = ahead[-1]
        rest: dict[State, float] = {}
        for before, then, _, weight in steps:
            total = weight + behind.get(then, DEAD_END)
            if total > rest.get(before, -math.inf):
                rest[before] = total
        ahead.append(rest)
    return ahead[::-1]


def ending_weight(state: State, outlook: Outlook) -> float:
    """What it costs to end the document in this state: a last question may be left without an answer."""
    left = unanswered_evidence(state[0], state[1] in outlook.answered, outlook.left)
    return sum(evidence.weight for evidence in left)


def reasons(
    candidates: Sequence[Scored], decisions: Sequence[Decision], traits: Traits
) -> list[list[Evidence]]:
    """For each candidate, all evidence for taking it, as the best reading stood when it came to it."""
    outlook = outlook_of(traits)
    state = START
    found: list[list[Evidence]] = []
    for item, decision in zip(candidates, decisions, strict=True):
        look = look_of(item.candidate)
        context = context_evidence(look, state, state[1] in outlook.answered, outlook.left)
        found.append([*item.evidence, *context])
        if decision.taken:
            state = after(look, state)
    return found
