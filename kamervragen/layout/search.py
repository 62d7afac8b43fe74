"""The best consistent reading of all candidates together, and how clearly it beats the next best one.

A reading says of every candidate whether it begins a question, an answer or the closing, or nothing. The
search goes through the candidates once and keeps, for every state a reading can be in (what is being
read, and the last question's number), the best way there (dynamic programming; the number of states is
bounded, so the time is linear). A second pass from the end gives the best reading that decides
differently about one candidate: the margin between the two is how sure that decision is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kamervragen.layout.evidence import Evidence, Traits, order_evidence, weigh
from kamervragen.layout.labels import Candidate
from kamervragen.layout.numbering import order

Mode = Literal["header", "question", "answer", "closing"]
# States kept per candidate; the best reading of a real document never needed more than ten.
BEAM = 24
# What a way is worth that the bounded search did not follow to the end.
DEAD_END = -1e9


class State(NamedTuple):
    """What is being read, and the number of the last question (None: none yet)."""

    mode: Mode
    last: tuple[int, str] | None


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


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with the evidence that does not depend on what came before it."""

    candidate: Candidate
    evidence: tuple[Evidence, ...]
    weight: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "weight", sum(evidence.weight for evidence in self.evidence))


START = State("header", None)


def search(
    scored: Sequence[Scored], traits: Traits, forced: Mapping[int, bool] | None = None
) -> list[Decision]:
    """The best reading: one decision a candidate, in order.

    `forced` prescribes decisions by position; the best reading with one decision turned round is the
    next best reading.
    """
    lattice = forward(scored, traits, forced or {})
    ahead = backward(lattice, traits)
    decisions: list[Decision] = []
    state = START
    gone = {START: 0.0}
    for steps, rest, item in zip(lattice, ahead[1:], scored, strict=True):
        through = [
            (step.taken, gone[step.before] + step.weight + rest.get(step.after, DEAD_END)) for step in steps
        ]
        chosen = max(
            (step for step in steps if step.before == state),
            key=lambda step: step.weight + rest.get(step.after, DEAD_END),
        )
        other = max((score for taken, score in through if taken != chosen.taken), default=None)
        best = max(score for taken, score in through if taken == chosen.taken)
        margin = 99.0 if other is None else max(0.0, best - other)
        decisions.append(Decision(item.candidate, chosen.taken, margin))
        state = chosen.after
        gone = best_ways(gone, steps)
    return decisions


def forward(scored: Sequence[Scored], traits: Traits, forced: Mapping[int, bool]) -> list[list[Step]]:
    """All steps worth looking at, candidate by candidate."""
    ways: dict[State, float] = {START: 0.0}
    lattice: list[list[Step]] = []
    for position, item in enumerate(scored):
        steps = [step for state in ways for step in steps_from(state, item, traits)]
        wanted = forced.get(position)
        steps = [step for step in steps if step.taken == wanted] or steps
        ways = best_ways(ways, steps)
        if len(ways) > BEAM:
            kept = sorted(ways, key=lambda state: ways[state], reverse=True)[:BEAM]
            ways = {state: ways[state] for state in kept}
            steps = [step for step in steps if step.after in ways]
        lattice.append(steps)
    return lattice


def best_ways(ways: dict[State, float], steps: Sequence[Step]) -> dict[State, float]:
    """The best score of every state after these steps."""
    after: dict[State, float] = {}
    for step in steps:
        score = ways[step.before] + step.weight
        if score > after.get(step.after, float("-inf")):
            after[step.after] = score
    return after


def backward(lattice: Sequence[Sequence[Step]], traits: Traits) -> list[dict[State, float]]:
    """For every state before each candidate, the best that can still be added to the end."""
    last_states = {step.after for step in lattice[-1]} if lattice else {START}
    ahead = [{state: ending_weight(state, traits) for state in last_states}]
    for steps in reversed(lattice):
        rest: dict[State, float] = {}
        for step in steps:
            score = step.weight + ahead[-1].get(step.after, DEAD_END)
            if score > rest.get(step.before, float("-inf")):
                rest[step.before] = score
        ahead.append(rest)
    return ahead[::-1]


def ending_weight(state: State, traits: Traits) -> float:
    """What it costs to end the document in this state."""
    return left_unanswered(state, traits)


def left_unanswered(state: State, traits: Traits) -> float:
    """The cost of leaving the last question without an answer, where answers are to be expected."""
    return sum(evidence.weight for evidence in unanswered_evidence(state, traits))


def unanswered_evidence(state: State, traits: Traits) -> list[Evidence]:
    """Whether the last question is left without an answer that a label could still bring."""
    if (
        state.mode != "question"
        or traits.expects_answers is False
        or printed(state.last) in traits.answered_numbers
    ):
        return []
    if traits.answered_numbers or traits.bare_answers or traits.expects_answers is None:
        return weigh("question left without an answer")
    return weigh("question left without an answer, and none is labelled")


def printed(number: tuple[int, str] | None) -> str:
    """A number as it is printed: (2, "a") is "2a"."""
    return f"{number[0]}{number[1]}" if number else ""


def steps_from(state: State, item: Scored, traits: Traits) -> list[Step]:
    """The decisions that can be made about a candidate in a state."""
    skip = Step(state, state, False, 0.0)
    candidate = item.candidate
    if candidate.form == "implicit-answer" and state.mode != "question":
        return [skip]
    if candidate.kind == "closing" and state.mode == "closing":
        return [skip]
    context = sum(evidence.weight for evidence in context_evidence(candidate, state, traits))
    return [skip, Step(state, after(candidate, state), True, item.weight + context)]


def after(candidate: Candidate, state: State) -> State:
    """The state behind a candidate that begins something."""
    if candidate.kind == "closing":
        return State("closing", state.last)
    if candidate.kind == "answer":
        return State("answer", state.last)
    if candidate.numbers:
        return State("question", order(candidate.numbers[-1]))
    return State("question", (state.last[0] + 1 if state.last else 1, ""))


def context_evidence(candidate: Candidate, state: State, traits: Traits) -> list[Evidence]:
    """The evidence that depends on what came before."""
    found = weigh("goes on after the closing") if state.mode == "closing" else []
    if candidate.kind == "question":
        found += order_evidence(candidate.numbers, state.last)
        found += unanswered_evidence(state, traits)
    elif candidate.form == "implicit-answer":
        if printed(state.last) in traits.answered_numbers:
            found += weigh("another label answers this question")
    elif candidate.kind == "answer":
        found += answering_evidence(candidate, state)
    return found


def answering_evidence(candidate: Candidate, state: State) -> list[Evidence]:
    """How an answer label fits the questions asked so far."""
    if state.last is None:
        return weigh("answer before any question")
    if not candidate.numbers:
        return weigh(
            "bare answer after an answer" if state.mode == "answer" else "answers the question above"
        )
    found = weigh("answer after an answer") if state.mode == "answer" else []
    highest = max(order(number) for number in candidate.numbers)
    if highest == state.last:
        return [*found, *weigh("answers the question above")]
    return [
        *found,
        *weigh("answers questions above" if highest < state.last else "answers a question not asked"),
    ]


def reasons(scored: Sequence[Scored], decisions: Sequence[Decision], traits: Traits) -> list[list[Evidence]]:
    """For each candidate, all evidence for taking it, as the best reading stood when it came to it."""
    state = START
    found: list[list[Evidence]] = []
    for item, decision in zip(scored, decisions, strict=True):
        found.append([*item.evidence, *context_evidence(item.candidate, state, traits)])
        if decision.taken:
            state = after(item.candidate, state)
    return found
