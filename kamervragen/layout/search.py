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
from collections.abc import Mapping, Sequence
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
BEAM = 16
# What a way is worth that was not followed to the end.
DEAD_END = -1e9
# The margin of a decision that nothing speaks against.
NO_OTHER = 99.0


# A decision about a candidate: the state before and after it, whether it is taken to begin a unit, and what
# that is worth.
Step = tuple[State, State, bool, float]


class Decision(NamedTuple):
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
        if len(steps) == 1:
            _, state, taken, _ = steps[0]
            decisions.append(Decision(item.candidate, taken, NO_OTHER))
            continue
        taken, state = best_step(state, steps, rest)
        best, other = best_totals(steps, gone, rest, taken)
        margin = NO_OTHER if other == -math.inf else max(0.0, best - other)
        decisions.append(Decision(item.candidate, taken, margin))
    return decisions


def best_step(state: State, steps: Sequence[Step], rest: Mapping[State, float]) -> tuple[bool, State]:
    """The decision with which the best way goes on from a state, and the state behind it."""
    chosen, best = (False, state), -math.inf
    for before, then, taken, weight in steps:
        if before == state and (total := weight + rest.get(then, DEAD_END)) > best:
            chosen, best = (taken, then), total
    return chosen


def best_totals(
    steps: Sequence[Step], gone: Mapping[State, float], rest: Mapping[State, float], decided: bool
) -> tuple[float, float]:
    """The worth of the best reading with this decision, and of the best with the opposite one."""
    best = other = -math.inf
    for before, then, taken, weight in steps:
        total = gone[before] + weight + rest.get(then, DEAD_END)
        if taken == decided:
            if total > best:
                best = total
        elif total > other:
            other = total
    return best, other


def course_of(candidates: Sequence[Scored], traits: Traits) -> Course:
    """All that the search needs of its candidates."""
    looks = [look_of(item.candidate) for item in candidates]
    weights = [item.weight for item in candidates]
    hopes = [0.0]
    for look, weight in zip(reversed(looks), reversed(weights), strict=True):
        hopes.append(hopes[-1] + max(0.0, weight + most_of_context(look)))
    return Course(looks, weights, hopes[::-1], outlook_of(traits, looks))


def straight_on(course: Course) -> float:
    """The worth of the reading that makes the better decision each time, without looking ahead."""
    state, total = START, 0.0
    outlook = course.outlook
    answered, left = outlook.answered, outlook.left
    for look, weight in zip(course.looks, course.weights, strict=True):
        if fits(look, state[0]):
            taking = weight + context_weight(look, state, state[1] in answered, left)
            if taking > 0:
                state, total = after(look, state, outlook), total + taking
    return total + ending_weight(state, outlook)


def forward(course: Course, needed: float) -> tuple[list[list[Step]], list[dict[State, float]]]:
    """All steps worth looking at, candidate by candidate, and the best ways to each state before them.

    A way is followed while it can still be worth `needed` at the end.
    """
    outlook = course.outlook
    answered, left = outlook.answered, outlook.left
    ways: list[dict[State, float]] = [{START: 0.0}]
    lattice: list[list[Step]] = []
    for look, weight, hope in zip(course.looks, course.weights, course.hopes[1:], strict=True):
        steps: list[Step] = []
        reached: dict[State, float] = {}
        for state, gone in ways[-1].items():
            if gone + hope >= needed:
                steps.append((state, state, False, 0.0))
                if gone > reached.get(state, -math.inf):
                    reached[state] = gone
            if fits(look, state[0]):
                taking = weight + context_weight(look, state, state[1] in answered, left)
                total = gone + taking
                if total + hope >= needed:
                    then = after(look, state, outlook)
                    steps.append((state, then, True, taking))
                    if total > reached.get(then, -math.inf):
                        reached[then] = total
        if len(reached) > BEAM:
            reached = most_worth(reached)
            steps = [step for step in steps if step[1] in reached]
        ways.append(reached)
        lattice.append(steps)
    return lattice, ways


def most_worth(reached: dict[State, float]) -> dict[State, float]:
    """The states with the best ways to them, no more of them than `BEAM`."""
    kept = sorted(reached, key=lambda state: reached[state], reverse=True)[:BEAM]
    return {state: reached[state] for state in kept}


def backward(lattice: Sequence[Sequence[Step]], outlook: Outlook) -> list[dict[State, float]]:
    """For every state before each candidate, the best that can still be added to the end."""
    last_states = {then for _, then, _, _ in lattice[-1]} if lattice else {START}
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
    looks = [look_of(item.candidate) for item in candidates]
    outlook = outlook_of(traits, looks)
    state = START
    found: list[list[Evidence]] = []
    for item, look, decision in zip(candidates, looks, decisions, strict=True):
        context = context_evidence(look, state, state[1] in outlook.answered, outlook.left)
        found.append([*item.evidence, *context])
        if decision.taken:
            state = after(look, state, outlook)
    return found
