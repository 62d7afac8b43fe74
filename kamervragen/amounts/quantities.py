"""One amount without its company: [sign] [currency] number [magnitude] [currency].

A quantity may lack its unit ("63.250 en 86.250 euro"); ranges.py gives it the unit of its neighbour.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kamervragen.amounts.number_words import is_number_piece
from kamervragen.amounts.numbers import read_number_at, read_words_at
from kamervragen.amounts.tokens import DASHES, Tokens
from kamervragen.amounts.vocabulary import (
    Currency,
    Magnitude,
    currencies,
    magnitudes,
    surroundings,
    word_list,
)

_CURRENCIES, _MAGNITUDES = currencies(), magnitudes()
_BEFORE_ONE_EURO = word_list("before_one_euro")
_NOT_BEFORE_EURO_AS_PREFIX = word_list("not_before_euro_prefix")
_SYMBOLS = frozenset("€$£")
_MINUS_WORDS = frozenset(("min", "minus"))
_SIGNS = _MINUS_WORDS | DASHES
_BEFORE_MINUS = word_list("before_minus")
_BEHIND_BARE_CENTS = frozenset((".", ",", ";", ":", "?", "!", ")", ""))
_BEHIND_A_LETTER = frozenset(",.;:?!)-–€$£")


@dataclass(slots=True)
class Quantity:
    """A number with what is printed of its unit, at the tokens `first`..`last`; filled while it is read.

    `prefixed`: a currency stands before the number. `closed`: a unit or a closing dash stands behind it.
    `dashed`: the closing dash is there ('25,-'). `behind`: where the unit that it shares ends. The others are
    as in numbers.Number.
    """

    first: int
    last: int
    number: Decimal
    plain: bool = False
    grouped: bool = False
    article: bool = False
    in_words: bool = False
    factor: Decimal = Decimal(1)
    magnitude: Magnitude | None = None
    currency: Currency | None = None
    prefixed: bool = False
    closed: bool = False
    dashed: bool = False
    behind: int = 0

    @property
    def value(self) -> Decimal:
        """The amount in whole units of its currency."""
        whole = self.number * self.factor
        return whole / self.currency.parts if self.currency and self.currency.parts > 1 else whole

    @property
    def looks_like_year(self) -> bool:
        """Whether the number may be a year."""
        return self.plain and 1900 <= self.number <= 2100


def read_quantity(tokens: Tokens, place: int) -> Quantity | None:
    """The quantity that begins at the token at `place`; it may turn out to have no unit at all."""
    first = place
    negative = False
    if tokens.word(place) in _SIGNS:
        negative, place = _sign(tokens, place)
    prefix = _CURRENCIES.longest(tokens.word, place)
    if prefix is not None:
        if prefix[1].place in ("suffix", "scaled"):
            return None
        place += prefix[0]
        if not negative and tokens.word(place) in _SIGNS:
            negative, place = _sign(tokens, place)
    number = read_number_at(tokens, place, prefixed=prefix is not None)
    if number is None:
        return None
    quantity = Quantity(
        first,
        number.last,
        -number.value if negative else number.value,
        number.plain,
        number.grouped,
        number.article,
        number.in_words,
        currency=prefix[1] if prefix else None,
        prefixed=prefix is not None,
    )
    _add_closing_dash(tokens, quantity)
    if not quantity.dashed:
        _add_magnitude(tokens, quantity)
    _add_currency_behind(tokens, quantity)
    _add_cents(tokens, quantity)
    if prefix is not None and prefix[1].place == "word" and not _may_follow_euro(tokens, quantity):
        return None
    return None if _is_article_only(tokens, quantity) else quantity


def _sign(tokens: Tokens, place: int) -> tuple[bool, int]:
    """Whether a minus sign stands at `place`, and the place behind it."""
    if tokens.word(place) in _MINUS_WORDS:
        return (True, place + 1) if _is_minus_word(tokens, place) else (False, place)
    if not tokens.is_dash(place):
        return False, place
    if tokens.word(place + 1) == "/" and tokens.is_dash(place + 2):
        return True, place + 3
    if tokens.word(place - 1) in _SYMBOLS:
        return True, place + 1
    # '5-10' is a range and '- 5 miljoen' an item of a list, as '-€ 5 miljoen' is at the start of a line:
    # a minus sign touches its number and nothing else.
    apart = not tokens.glued(place) or tokens.word(place - 1) == "("
    item = tokens.word(place + 1) in _SYMBOLS and tokens.begins_line(place)
    if apart and not item and tokens.glued(place + 1) and tokens.word(place) in ("-", "−"):
        return True, place + 1
    return False, place


def _is_minus_word(tokens: Tokens, place: int) -> bool:
    """Whether 'min' or 'minus' makes what follows negative; between two numbers it takes away."""
    before, following = tokens.word(place - 1), tokens.word(place + 1)
    after_all = not before or before in _BEFORE_MINUS
    if is_number_piece(following):
        return after_all or tokens.word(place) == "min"
    return after_all and (following in _SYMBOLS or tokens.is_number(place + 1))


def _may_follow_euro(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether the number behind the word 'euro' is an amount: 'Euro 6' is a norm, 'Euro 2024' a cup."""
    before = tokens.word(quantity.first - 1)
    if tokens.is_number(quantity.first - 1) or is_number_piece(before):
        return False
    if quantity.magnitude or quantity.dashed or quantity.grouped:
        return True
    if before in _NOT_BEFORE_EURO_AS_PREFIX or not quantity.plain:
        return before not in _NOT_BEFORE_EURO_AS_PREFIX and tokens.is_number(quantity.last - 1)
    return quantity.number >= 100 and not quantity.looks_like_year


def _is_article_only(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether 'een' is an article: 'voor een euro' is an amount, 'wat een euro waard is' is not."""
    if not quantity.article or quantity.magnitude or quantity.prefixed:
        return False
    return tokens.word(quantity.first - 1) not in _BEFORE_ONE_EURO


def _add_closing_dash(tokens: Tokens, quantity: Quantity) -> None:
    """Add the dash that stands for no cents: '25,-', '€ 3.300,–'."""
    place = quantity.last
    comma = tokens.word(place)
    if comma not in (",", ".") or not tokens.glued(place) or not tokens.is_number(place - 1):
        return
    if not tokens.is_dash(place + 1) and tokens.word(place + 1) != "=":
        return
    if not quantity.prefixed and (comma == "." or not tokens.glued(place + 1) or quantity.looks_like_year):
        return
    if tokens.gap(place + 1) not in ("", " "):
        return
    last = place + 2
    if tokens.is_dash(last) and tokens.glued(last):
        last += 1
    if tokens.is_number(last) and tokens.glued(last):
        return
    quantity.last = last
    quantity.closed = quantity.dashed = True


def _add_magnitude(tokens: Tokens, quantity: Quantity) -> None:
    """Add what multiplies the number: 'duizend miljoen', 'drie miljoen vijfhonderdduizend'."""
    for _ in range(2):
        if tokens.word(quantity.last) not in _MAGNITUDES.words:
            break
        found = _MAGNITUDES.longest(tokens.word, quantity.last)
        if found is None or not _magnitude_fits(tokens, quantity, found[1]):
            break
        length, quantity.magnitude = found
        quantity.factor *= quantity.magnitude.factor
        quantity.last += length
        quantity.closed = True
    if quantity.magnitude and quantity.in_words:
        _add_rest_in_words(tokens, quantity)


def _magnitude_fits(tokens: Tokens, quantity: Quantity, magnitude: Magnitude) -> bool:
    place = quantity.last
    if len(tokens.word(place)) == 1 and not _is_magnitude_letter(tokens, place):
        return False
    if magnitude.kind != "currency" or quantity.prefixed:
        return True
    behind = _CURRENCIES.longest(tokens.word, place + 1)
    return behind is not None and behind[1].place != "prefix"


def _is_magnitude_letter(tokens: Tokens, place: int) -> bool:
    """Whether the letter is 'k' or 'M' for a magnitude, not the 'm' of 'm2' or of a name."""
    if tokens.glued(place + 1) and tokens.word(place + 1) not in _BEHIND_A_LETTER:
        return False
    return tokens.word(place) == "k" or tokens.glued(place) or tokens.text[tokens.start(place)].isupper()


def _add_rest_in_words(tokens: Tokens, quantity: Quantity) -> None:
    number = read_words_at(tokens, quantity.last)
    if number is None or number.article:
        return
    rest = Quantity(quantity.last, number.last, number.value)
    _add_magnitude(tokens, rest)
    if rest.value >= quantity.factor or not _CURRENCIES.longest(tokens.word, rest.last):
        return
    quantity.number = quantity.number * quantity.factor + rest.value
    quantity.factor = Decimal(1)
    quantity.last = rest.last


def _add_currency_behind(tokens: Tokens, quantity: Quantity) -> None:
    place = quantity.last
    if tokens.is_dash(place) and tokens.word(place + 1) == "euro":
        place += tokens.glued(place) and tokens.glued(place + 1)
    found = _CURRENCIES.longest(tokens.word, place)
    if found is None:
        return
    length, currency = found
    if not _currency_fits(tokens, quantity, currency, place, place + length):
        return
    before = quantity.currency
    if before is not None and before.code != currency.code:
        return
    # '€ 0,09 cent' is a slip for nine cents, and so is '€ 9 cent'.
    if before is None or quantity.number >= 1:
        quantity.currency = currency
    quantity.last = place + length
    quantity.closed = True


def _currency_fits(tokens: Tokens, quantity: Quantity, currency: Currency, place: int, end: int) -> bool:
    if currency.place == "prefix" or (currency.place == "scaled" and quantity.magnitude is None):
        return False
    if currency.place in ("both", "word") and not tokens.glued(place):
        # Before a number it is the currency of that number: '37 € 424,0 miljoen'.
        number_follows = tokens.is_number(end)
        return not (number_follows and (currency.place == "both" or tokens.word(quantity.last - 1) == "."))
    return True


def _add_cents(tokens: Tokens, quantity: Quantity) -> None:
    """Add the cents behind whole units: 'vijf euro en veertig cent'."""
    currency = quantity.currency
    if currency is None or currency.parts > 1 or quantity.prefixed or not quantity.closed:
        return
    if quantity.number != quantity.number.to_integral_value():
        return
    joined = tokens.word(quantity.last) == "en"
    cents = read_number_at(tokens, quantity.last + joined)
    if cents is None or cents.article or not 0 <= cents.value < 100:
        return
    found = _CURRENCIES.longest(tokens.word, cents.last)
    if found is not None and found[1].parts > 1 and found[1].place == "suffix":
        part, last = cents.value / found[1].parts, cents.last + found[0]
    elif not joined and _are_bare_cents(tokens, quantity.last, cents.last):
        part, last = cents.value / 100, cents.last
    else:
        return
    total = quantity.number * quantity.factor
    quantity.number = total - part if total.is_signed() else total + part
    quantity.factor = Decimal(1)
    quantity.last = last


def _are_bare_cents(tokens: Tokens, place: int, last: int) -> bool:
    """Whether the number is the cents of 'vijf euro vijftig' or '5 euro 50': nothing is counted behind it."""
    if tokens.word(place - 1) != "euro" or (tokens.is_number(place) and len(tokens.word(place)) != 2):
        return False
    following = tokens.word(last)
    return following in _BEHIND_BARE_CENTS or following in surroundings("neutral").words
