"""Quantities in company: ranges ("€ 52-95 miljoen") and lists that share a unit ("180 en 186 miljoen").

A range is one reading with two values. Every amount of a list is a reading of its own. A number without
a unit takes that of its neighbour to the right, where that is the only way to read it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from kamervragen.amounts.number_words import NUMBER_BEGINNINGS, is_fraction_word, is_number_piece
from kamervragen.amounts.quantities import Quantity, read_quantity
from kamervragen.amounts.tokens import DASHES, Tokens
from kamervragen.amounts.vocabulary import currencies, links, magnitudes, periods, surroundings, word_list

MOST_QUANTITIES = 8
"""Longer lists are read in pieces; the bound keeps reading linear."""

_CURRENCIES, _MAGNITUDES, _LINKS, _PERIODS = currencies(), magnitudes(), links(), periods()
_FILLERS = word_list("fillers")
_BEFORE_A_LIST = word_list("before_list")
_NUMBERED_THINGS = word_list("numbered_things")
_SECOND_WORDS = (
    _CURRENCIES.words | _MAGNITUDES.words | _LINKS.words | {",", ".", "½", "¼", "¾", "per", "komma"}
)
_DIGITS_AND_DASHES = DASHES | frozenset("0123456789")
_MAY_GO_ON_WITH = _LINKS.words | {"per"}
_FIRST_WORDS = _CURRENCIES.words | {"min", "minus", "½", "¼", "¾", "miljoen", "miljard"}
_NEED_NO_SECOND = _FIRST_WORDS | DASHES


class Reading(NamedTuple):
    """An amount as read at the tokens `first`..`last`; `stated` is whether a currency is printed.

    `behind`: where its unit ends, behind which its period may stand; '63.250 en 86.250 euro' share theirs.
    """

    first: int
    last: int
    value: Decimal
    value_max: Decimal | None
    currency: str
    stated: bool
    behind: int
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class _Chain:
    """Quantities and the kinds of link between them (one fewer)."""

    quantities: list[Quantity]
    links: list[str]


def read_all(tokens: Tokens) -> list[Reading]:
    """The amounts in the tokens, in order; no two overlap."""
    found: list[Reading] = []
    free = 0
    for place in tokens.places(_begins_amount):
        if place < free or not (_may_go_on(tokens, place) and _may_begin(tokens, place)):
            continue
        first = read_quantity(tokens, place)
        if first is None:
            continue
        if tokens.word(first.last) not in _MAY_GO_ON_WITH:
            if _is_amount(first):
                found.append(_reading(first, None))
                free = first.last
            continue
        chain = _chain(tokens, first)
        readings = _readings(_with_shared_units(tokens, chain) if chain.links else chain)
        if readings:
            found += readings
            free = readings[-1].last
    return found


@lru_cache(maxsize=8192)
def _begins_amount(word: str) -> bool:
    """Whether an amount may begin with the word: a number, a dash, a number word, a currency."""
    return word[:3] in NUMBER_BEGINNINGS or word[0] in _DIGITS_AND_DASHES or word in _FIRST_WORDS


def _may_go_on(tokens: Tokens, place: int) -> bool:
    """A quick test of the next word, which spares most numbers the full reading."""
    return _may_be_second(tokens.word(place + 1)) or tokens.word(place) in _NEED_NO_SECOND


@lru_cache(maxsize=8192)
def _may_be_second(word: str) -> bool:
    """Whether the second word of an amount may be this one."""
    return word in _SECOND_WORDS or word[:3] in NUMBER_BEGINNINGS or word[:1].isdigit()


def _may_begin(tokens: Tokens, place: int) -> bool:
    """Whether an amount may begin here: not inside a code ('CO2', 'F-35') or a fraction ('1/2')."""
    before = tokens.word(place - 1)
    if not tokens.glued(place) or not tokens.is_number(place):
        if tokens.is_dash(place):
            return not tokens.is_word(place + 1) and not tokens.glued(place)
        return not (before in ("op", "de") and _is_share(tokens, place))
    if tokens.is_word(place - 1):
        return tokens.text[tokens.start(place) - 1].islower() and len(before) > 1
    if tokens.is_dash(place - 1):
        inside = tokens.is_word(place - 2) or tokens.is_number(place - 2)
        return not (tokens.glued(place - 1) and inside)
    return not (before in ("/", ".") and tokens.glued(place - 1) and tokens.is_number(place - 2))


def _is_share(tokens: Tokens, place: int) -> bool:
    """Whether the number is the whole of a share: '1 op de 5 euro's', 'een op 10 miljoen'."""
    before = place - 1 - (tokens.word(place - 1) == "de")
    if tokens.word(before) != "op":
        return False
    number = tokens.word(before - 1)
    return (tokens.is_number(before - 1) and len(number) <= 2) or is_number_piece(number)


def _chain(tokens: Tokens, first: Quantity) -> _Chain:
    chain = _Chain([first], [])
    while len(chain.quantities) < MOST_QUANTITIES:
        last = chain.quantities[-1].last
        link = _link(tokens, last)
        if link is None:
            break
        begin = link[0]
        for _ in range(3):
            following = tokens.word(begin + 1)
            if tokens.word(begin) not in _FILLERS:
                break
            if tokens.word(begin) == "een" and (is_number_piece(following) or is_fraction_word(following)):
                break
            begin += 1 + (tokens.word(begin) == "ca" and tokens.word(begin + 1) == ".")
        quantity = read_quantity(tokens, begin)
        if quantity is None:
            break
        chain.quantities.append(quantity)
        chain.links.append(link[1])
    return chain


def _link(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """The place behind the link that stands at `place`, and its kind."""
    if tokens.word(place) == "per":
        period = _PERIODS.longest(tokens.word, place)
        after = None if period is None else _LINKS.longest(tokens.word, place + period[0])
        if period is not None and after is not None and after[1] != "comma":
            place += period[0]
    found = _LINKS.longest(tokens.word, place)
    if found is None:
        return None
    length, kind = found
    if tokens.is_dash(place) and "\n" in tokens.gap(place) and not tokens.glued(place + 1):
        return None  # an item of a list begins here
    return place + length, kind


def _with_shared_units(tokens: Tokens, chain: _Chain) -> _Chain:
    """The chain with units handed from right to left, and a currency from left to right within a range."""
    quantities, kinds = list(chain.quantities), list(chain.links)
    between = range(quantities[0].last, quantities[1].first)
    if kinds[0] == "list" and "en" in map(tokens.word, between) and _behind_between(tokens, quantities[0]):
        kinds[0] = "range"
    shared = False
    for place in range(len(kinds) - 1, -1, -1):
        left, right, kind = quantities[place], quantities[place + 1], kinds[place]
        handed = (
            left
            if kind == "comma" and not shared
            else _handed_left(tokens, left, right, kind, first=place == 0)
        )
        shared = handed is not left
        quantities[place] = handed
    for place, kind in enumerate(kinds):
        quantities[place + 1] = _handed_right(tokens, quantities[place], quantities[place + 1], kind)
    return _Chain(quantities, kinds)


def _behind_between(tokens: Tokens, quantity: Quantity) -> bool:
    place = quantity.first - 1
    for _ in range(4):
        if tokens.word(place) == "tussen":
            return True
        if tokens.word(place) not in _FILLERS and tokens.word(place) != ".":
            return False
        place -= 1
    return False


def _handed_left(tokens: Tokens, left: Quantity, right: Quantity, kind: str, *, first: bool) -> Quantity:
    """`left` with the unit of `right`, or unchanged where it has its own or cannot share."""
    if left.closed:
        if left.currency is None and right.currency is not None and not right.prefixed:
            return replace(left, currency=right.currency)
        return left
    if left.prefixed:
        return _with_factor(left, right) if _shares_factor(tokens, left, right, kind) else left
    if not (right.closed or right.prefixed) or left.looks_like_year or left.article:
        return left
    before = tokens.word(left.first - 1)
    if first and not _may_stand_before(before, kind):
        return left
    if right.prefixed and not (kind == "range" and before in ("van", "tussen", "de")):
        return left
    if kind == "range" and left.number >= right.number:
        # '800.000 tot 1 miljoen euro'
        ascending = left.value < right.value and (left.grouped or left.in_words)
        return replace(left, currency=right.currency) if ascending else left
    return _with_factor(replace(left, currency=right.currency), right)


def _may_stand_before(word: str, kind: str) -> bool:
    """Whether a number behind this word may share the unit of the next: not 'artikel 3 en 5 miljoen euro'."""
    if word in _NUMBERED_THINGS:
        return False
    return kind == "range" or not word or word in _BEFORE_A_LIST or word in surroundings("neutral")


def _with_factor(left: Quantity, right: Quantity) -> Quantity:
    return replace(
        left,
        factor=right.factor,
        magnitude=right.magnitude,
        closed=True,
        behind=max(right.behind, right.last),
    )


def _shares_factor(tokens: Tokens, left: Quantity, right: Quantity, kind: str) -> bool:
    """Whether '€ 5' before 'tot € 10 miljoen' is five million."""
    if right.magnitude is None or left.dashed:
        return False
    if kind == "range":
        return left.number < right.number
    if left.number >= 1000 or not (right.prefixed or right.currency is None):
        return False
    if not right.prefixed and _counts_something(tokens, right):
        return False
    opposed = tokens.word(left.first - 1) in ("bruto", "netto") or "respectievelijk" in (
        tokens.word(left.last), tokens.word(left.last + 1), tokens.word(left.first - 1),
    )  # fmt: skip
    return opposed or left.number < right.number


def _handed_right(tokens: Tokens, left: Quantity, right: Quantity, kind: str) -> Quantity:
    """`right` with the currency of `left`, as in '€ 500 - 600'; unchanged where it counts something else."""
    if right.currency is not None or left.currency is None or not left.prefixed:
        return right
    if right.magnitude is None and (left.magnitude is not None or right.looks_like_year or kind != "range"):
        return right
    if _counts_something(tokens, right):
        return right
    handed = replace(right, currency=left.currency, prefixed=True)
    if kind != "range":
        return handed if left.magnitude is not None else right
    return handed if left.value < handed.value else right


def _counts_something(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether something else than money is counted behind the number."""
    after = tokens.word(quantity.last)
    return after == "%" or (tokens.is_word(quantity.last) and not _may_follow(after))


def _may_follow(word: str) -> bool:
    return any(word in surroundings(kind) for kind in ("neutral", "modifier", "money", "done"))


def _readings(chain: _Chain) -> list[Reading]:
    readings: list[Reading] = []
    place = 0
    while place < len(chain.quantities):
        one = chain.quantities[place]
        other = (
            chain.quantities[place + 1]
            if place < len(chain.links) and chain.links[place] == "range"
            else None
        )
        if not _is_amount(one):
            if readings:
                break
            place += 1
            if place >= len(chain.quantities) or not _is_amount(chain.quantities[place]):
                break
            continue
        if other is not None and _is_amount(other) and _makes_range(one, other):
            readings.append(_reading(one, other))
            place += 2
        else:
            readings.append(_reading(one, None))
            place += 1
    return readings


def _is_amount(quantity: Quantity) -> bool:
    if quantity.currency is not None:
        return True
    return quantity.dashed or (quantity.magnitude is not None and quantity.magnitude.kind == "word")


def _makes_range(one: Quantity, other: Quantity) -> bool:
    same = {quantity.currency.code for quantity in (one, other) if quantity.currency}
    return one.value < other.value and len(same) <= 1


def _reading(one: Quantity, other: Quantity | None) -> Reading:
    last = other or one
    currency = one.currency or last.currency
    return Reading(
        one.first,
        last.last,
        one.value,
        None if other is None else other.value,
        currency.code if currency else "EUR",
        currency is not None,
        max(last.behind, last.last),
        one.dashed or last.dashed,
    )
