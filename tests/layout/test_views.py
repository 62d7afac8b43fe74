"""Views: what can be seen of a text, and where that stands in the text itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kamervragen.view import View, reaching_into

TEXT = "Klopt het verzonnen bericht over fietsen?"
PLACES = st.integers(0, len(TEXT))
RANGES = st.tuples(PLACES, PLACES).map(lambda places: (min(places), max(places)))
# Every second stretch between some places: in order, and apart.
APART = st.lists(PLACES, unique=True, max_size=12).map(
    lambda places: list(zip(sorted(places)[::2], sorted(places)[1::2], strict=False))
)


@given(st.lists(RANGES, max_size=6), RANGES)
def test_all_can_be_seen_but_what_is_hidden(hidden: list[tuple[int, int]], stretch: tuple[int, int]) -> None:
    covered = {place for start, end in hidden for place in range(start, end)}
    seen = [place for place in range(*stretch) if place not in covered]

    view = View.of(TEXT, hidden, *stretch)

    assert view.text == "".join(TEXT[place] for place in seen)
    assert [view.origin(place) for place in range(len(view.text))] == seen
    assert all(view.span(place, place + 1) == (origin, origin + 1) for place, origin in enumerate(seen))


@given(APART, RANGES)
def test_the_view_of_a_stretch_needs_only_what_reaches_into_it(
    hidden: list[tuple[int, int]], stretch: tuple[int, int]
) -> None:
    assert View.of(TEXT, reaching_into(hidden, *stretch), *stretch) == View.of(TEXT, hidden, *stretch)


def test_what_only_touches_a_stretch_does_not_reach_into_it() -> None:
    assert reaching_into([(0, 2), (2, 5), (6, 8), (9, 11)], 5, 9) == [(6, 8)]


@given(APART, APART)
def test_a_view_of_a_view_leads_back_to_the_text(
    hidden: list[tuple[int, int]], later: list[tuple[int, int]]
) -> None:
    outer = View.of(TEXT, hidden)
    inner = View.of(outer.text, [(start, min(end, len(outer.text))) for start, end in later])

    led_back = inner.within(outer)

    assert led_back.text == inner.text
    assert [led_back.origin(place) for place in range(len(inner.text))] == [
        outer.origin(inner.origin(place)) for place in range(len(inner.text))
    ]
