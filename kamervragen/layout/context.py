"""What a candidate is worth after what came before it: the order of numbers, and what is left unanswered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from kamervragen.layout.evidence import WEIGHTS, Evidence, order_evidence, weigh
from kamervragen.layout.labels import Candidate, Kind
from kamervragen.layout.numbering import Number, order
from kamervragen.layout.traits import Traits

Mode = Literal["header", "question", "answer", "closing"]
# What is being read, and the number of the last question (None: none yet).
State = tuple[Mode, Number | None]
START: State = ("header", None)


class Look(NamedTuple):
    """All of a candidate that what came before can matter to."""

    kind: Kind
    implicit: bool
    first: Number | None
    highest: Number | None
    last: Number | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """The questions that a label answers, and the name of what it costs to leave another one unanswered.

    `counted`: some label has a number, so that it matters how many questions without one came before.
    """

    answered: frozenset[Number]
    left: str
    counted: bool


def look_of(candidate: Candidate) -> Look:
    """A candidate as the context sees it."""
    return _look_of(candidate.kind, candidate.form == "implicit-answer", candidate.numbers)


@lru_cache(maxsize=4_000)
def _look_of(kind: Kind, implicit: bool, printed: tuple[str, ...]) -> Look:
    if not printed:
        return Look(kind, implicit, None, None, None)
    numbers = [order(number) for number in printed]
    return Look(kind, implicit, numbers[0], max(numbers), numbers[-1])


def outlook_of(traits: Traits, looks: Iterable[Look]) -> Outlook:
    """What a document lets expect of its questions and their answers."""
    answered = frozenset(order(number) for number in traits.answered_numbers)
    if traits.expects_answers is False:
        left = ""
    elif answered or traits.bare_answers or traits.expects_answers is None:
        left = "question left without an answer"
    else:
        left = "question left without an answer, and none is labelled"
    return Outlook(answered, left, bool(answered) or any(look.first for look in looks))


def fits(look: Look, mode: Mode) -> bool:
    """Whether a candidate can begin something here at all."""
    if look.implicit:
        return mode == "question"
    return not (look.kind == "closing" and mode == "closing")


def after(look: Look, state: State, outlook: Outlook) -> State:
    """The state behind a candidate that begins something."""
    last = state[1]
    if look.kind == "question":
        return "question", look.last or (last[0] + 1 if last and outlook.counted else 1, "")
    return look.kind, last


@lru_cache(maxsize=20_000)
def context_weight(look: Look, state: State, answered: bool, left: str) -> float:
    """What the context adds to a candidate; the same few questions come back in every document."""
    return sum(evidence.weight for evidence in context_evidence(look, state, answered, left))


def context_evidence(look: Look, state: State, answered: bool, left: str) -> list[Evidence]:
    """The evidence that depends on what came before.

    `answered`: a label answers the last question; `left` as in `Outlook`.
    """
    mode, last = state
    found = weigh("goes on after the closing") if mode == "closing" else []
    if look.kind == "question":
        found += order_evidence(look.first, last)
        found += unanswered_evidence(mode, answered, left)
    elif look.implicit:
        if answered:
            found += weigh("another label answers this question")
    elif look.kind == "answer":
        found += answering_evidence(look.highest, state)
    return found


def unanswered_evidence(mode: Mode, answered: bool, left: str) -> list[Evidence]:
    """Whether the last question is left without an answer that a label could still bring."""
    return weigh(left) if left and mode == "question" and not answered else []


def answering_evidence(highest: Number | None, state: State) -> list[Evidence]:
    """How an answer label fits the questions asked so far."""
    mode, last = state
    if last is None:
        return weigh("answer before any question" if highest else "bare answer before any question")
    if highest is None:
        return weigh("bare answer after an answer" if mode == "answer" else "answers the question above")
    found = weigh("answer after an answer") if mode == "answer" else []
    if highest == last:
        return [*found, *weigh("answers the question above")]
    return [*found, *weigh("answers questions above" if highest < last else "answers a question not asked")]


def most_of_context(look: Look) -> float:
    """The most that any context can add to a candidate."""
    if look.kind == "question" and look.first:
        return WEIGHTS["next number"]
    return WEIGHTS["answers the question above"] if look.kind == "answer" and not look.implicit else 0.0
