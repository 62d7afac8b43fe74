"""The search: what it does not look at changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.layout.context import Look, State, context_weight, most_of_context
from kamervragen.layout.search import search
from kamervragen.layout.structure import BEYOND_DOUBT, certainty, read_structure
from tests.generator import from_seed

NUMBERS = st.tuples(st.integers(0, 12), st.sampled_from(["", "a", "b"]))
LOOKS = st.builds(
    lambda kind, numbers: Look(kind, False, numbers[0], max(numbers), numbers[-1]),
    st.sampled_from(["question", "answer"]),
    st.lists(NUMBERS, min_size=1, max_size=4),
) | st.builds(
    Look,
    st.sampled_from(["question", "answer", "closing"]),
    st.booleans(),
    st.none(),
    st.none(),
    st.none(),
)
STATES = st.tuples(st.sampled_from(["header", "question", "answer", "closing"]), st.none() | NUMBERS)
LEFT = ["", "question left without an answer", "question left without an answer, and none is labelled"]


@given(LOOKS, STATES, st.booleans(), st.sampled_from(LEFT))
def test_no_context_adds_more_than_the_search_reckons_with(
    look: Look, state: State, answered: bool, left: str
) -> None:
    assert context_weight(look, state, answered, left) <= most_of_context(look)


@pytest.mark.parametrize("seed", range(60))
def test_looking_only_as_far_as_doubt_reaches_gives_the_same_reading(seed: int) -> None:
    structure = read_structure(from_seed(seed).text)
    everything = search(structure.scored, structure.traits)
    assert [decision.taken for decision in structure.decisions] == [each.taken for each in everything]
    for near, far in zip(structure.decisions, everything, strict=True):
        assert min(near.margin, BEYOND_DOUBT) == pytest.approx(min(far.margin, BEYOND_DOUBT))


def test_a_margin_beyond_doubt_is_certainty() -> None:
    assert certainty(BEYOND_DOUBT) == 1.0
