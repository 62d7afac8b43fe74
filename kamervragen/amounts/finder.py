"""Finding the amounts of a view: read what stands around the anchors, keep what is money."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kamervragen.amounts.anchors import Anchor, Stretch, anchors_in, stretches
from kamervragen.amounts.ranges import Reading, read_all
from kamervragen.amounts.surroundings import Verdict, stands_alone_in_brackets, verdict_of_words
from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.unit_headings import Cell, is_unit_heading, table_cells
from kamervragen.amounts.wording import approximation_of, period_of
from kamervragen.document import Amount
from kamervragen.literals import Hits
from kamervragen.view import View

MOST_DECIMALS = 6
"""Prices such as € 0,0915 per kWh keep their decimals; longer fractions are not prices."""

TOO_LARGE = Decimal(10) ** 18
_CENT = Decimal("0.01")
_SMALLEST = Decimal(1).scaleb(-MOST_DECIMALS)
_CLOSE_BY = 250
_COUNTED_CLOSE_BY = 150
_SIDE_BY_SIDE = 12
_IN_THE_SAME_PART = 2_000


class _Candidate(NamedTuple):
    """An amount in a view, with what the words around it say of a bare one."""

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    currency: str
    stated: bool
    verdict: Verdict
    bracketed: bool
    approximation: str | None
    period: str | None


def find_amounts(view: View) -> list[Amount]:
    """All amounts of money in a view, in the order of the text, with offsets into the whole text."""
    return amounts_at(view, anchors_in(view.text))


def amounts_at(view: View, hits: Hits[Anchor]) -> list[Amount]:
    """All amounts of money in a view, at whose text the `anchor_literals` were found.

    A view is the running text of a document, or the body of one footnote. Values are exact decimals in
    whole units; those with at most two decimals are printed with two.
    """
    candidates: list[_Candidate] = []
    cells: list[Cell] = []
    read = 0
    for stretch in stretches(view.text, hits):
        _add_candidates(view.text, stretch, candidates)
        if stretch.heading and stretch.end > read:
            found, read = table_cells(view.text, max(stretch.start, read), stretch.end)
            cells += found
    amounts = [_amount(view, candidate) for candidate in _money(candidates)]
    return _with_cells(view, amounts, cells) if cells else amounts


def _with_cells(view: View, amounts: list[Amount], cells: Sequence[Cell]) -> list[Amount]:
    """The amounts and the numbers of tables in the order of the text, without overlaps."""
    both = list(amounts)
    starts = [amount.start for amount in amounts]
    for cell in cells:
        start, end = view.span(cell.start, cell.end)
        before = bisect_left(starts, end) - 1
        value = _exact(cell.value)
        if value is not None and (before < 0 or amounts[before].end <= start):
            both.append(Amount(start, end, value, None, "EUR", True))
    return sorted(both, key=lambda amount: amount.start)


def _add_candidates(text: str, stretch: Stretch, candidates: list[_Candidate]) -> None:
    tokens = Tokens(text, stretch.start, stretch.end, clean=stretch.clean)
    for reading in read_all(tokens):
        owned = stretch.own_start <= tokens.start(reading.first) < stretch.own_end
        if owned and not is_unit_heading(tokens, reading):
            value = _exact(reading.value)
            value_max = None if reading.value_max is None else _exact(reading.value_max)
            if value is not None and (value_max is not None or reading.value_max is None):
                candidates.append(_candidate(tokens, reading, value, value_max))


def _candidate(tokens: Tokens, reading: Reading, value: Decimal, value_max: Decimal | None) -> _Candidate:
    first, last = reading.first, reading.last
    bare = not (reading.stated or reading.dashed)
    return _Candidate(
        tokens.start(first),
        tokens.end(last - 1),
        value,
        value_max,
        reading.currency,
        reading.stated,
        verdict_of_words(tokens, first, last) if bare else "money",
        bare and stands_alone_in_brackets(tokens, first, last),
        approximation_of(tokens, first, last),
        period_of(tokens, first, reading.behind),
    )


def _money(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """The candidates that are money: by their own words, or by amounts that stand close by."""
    kept_until = counted_until = -_IN_THE_SAME_PART
    for place, candidate in enumerate(candidates):
        if candidate.verdict == "count":
            counted_until = candidate.end
            continue
        following = candidates[place + 1] if place + 1 < len(candidates) else None
        if candidate.verdict == "likely":
            # 'Van de 5 miljoen leden kreeg 1 miljoen een brief', 'van 5 miljoen naar 7 miljoen leden'.
            counted = kept_until < counted_until and candidate.start - counted_until <= _COUNTED_CLOSE_BY
            if counted or _is_close(candidate, following, ("count",), _SIDE_BY_SIDE):
                continue
        elif candidate.verdict is None:
            reach = _IN_THE_SAME_PART if candidate.bracketed else _CLOSE_BY
            near = candidate.start - kept_until <= reach
            if not (near or _is_close(candidate, following, ("money", "likely"), _CLOSE_BY)):
                continue
        kept_until = candidate.end
        yield candidate


def _is_close(
    one: _Candidate, other: _Candidate | None, verdicts: tuple[Verdict, ...], distance: int
) -> bool:
    """Whether the other one has one of the verdicts and follows within the distance."""
    return other is not None and other.verdict in verdicts and other.start - one.end <= distance


def _amount(view: View, candidate: _Candidate) -> Amount:
    start, end = view.span(candidate.start, candidate.end)
    return Amount(
        start,
        end,
        candidate.value,
        candidate.value_max,
        candidate.currency,
        candidate.stated,
        candidate.approximation,
        candidate.period,
    )


def _exact(value: Decimal) -> Decimal | None:
    """The value with cents, or more decimals where it has them; None for what can be no amount of money."""
    if abs(value) >= TOO_LARGE:
        return None
    cents = value.quantize(_CENT)
    if cents == value:
        return cents
    return value.normalize() if value == value.quantize(_SMALLEST) else None
