"""One amount without its company: [sign] [currency] number [magnitude] [currency].

A quantity may lack its unit ("63.250 en 86.250 euro"); ranges.py gives it the unit of its neighbour.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from kamervragen.amounts.digits import is_grouped, read_digits
from kamervragen.amounts.number_words import (
    MOST_WORDS,
    is_fraction_word,
    is_number_piece,
    read_number_words,
)
from kamervragen.amounts.tokens import Tokens
from kamervragen.amounts.vocabulary import Currency, Magnitude, currencies, magnitudes, word_list

_VULGAR_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_SPACES = frozenset(" \u00a0\u2009\u202f")
_SMALL_MEASURES = word_list("small_measures")
_BEFORE_ONE_EURO = word_list("before_one_euro")
_NOT_BEFORE_EURO_AS_PREFIX = word_list("not_before_euro_prefix")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what is printed of its unit, at the tokens `first`..`last` (half-open).

    `prefixed`: a currency stands before the number. `closed`: a unit or a closing dash stands behind it.
    `plain`: bare digits. `grouped`: digits in groups of three. `article`: the number is only "een".
    """

    first: int
    last: int
    number: Decimal
    factor: Decimal = Decimal(1)
    magnitude: Magnitude | None = None
    currency: Currency | None = None
    prefixed: bool = False
    closed: bool = False
    dashed: bool = False
    plain: bool = False
    grouped: bool = False
    article: bool = False

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
    negative, place = _sign(tokens, place)
    prefix = currencies().longest(tokens.word, place)
    if prefix is not None:
        if prefix[1].place in ("suffix", "scaled"):
            return None
        place += prefix[0]
        if not negative:
            negative, place = _sign(tokens, place)
    number = _number(tokens, place, prefixed=prefix is not None)
    if number is None:
        return None
    if negative:
        number = replace(number, number=-number.number)
    if prefix is not None:
        number = replace(number, currency=prefix[1], prefixed=True)
    quantity = _with_cents(tokens, _with_unit_behind(tokens, replace(number, first=first)))
    if prefix is not None and prefix[1].place == "word" and not _may_follow_euro(tokens, quantity):
        return None
    return None if _is_article_only(tokens, quantity) else quantity


def _sign(tokens: Tokens, place: int) -> tuple[bool, int]:
    """Whether a minus sign stands at `place`, and the place behind it."""
    if (
        tokens.word(place) == "min"
        and tokens[place + 1].kind == "word"
        and is_number_piece(tokens.word(place + 1))
    ):
        return True, place + 1
    if tokens[place].kind != "dash":
        return False, place
    if tokens.word(place + 1) == "/" and tokens[place + 2].kind == "dash":
        return True, place + 3
    # '5-10' is a range and '- 5 miljoen' an item of a list: a minus sign touches its number and nothing else.
    before = tokens[place - 1]
    apart = not tokens.glued(place) or (before.kind == "sign" and before.text in "(€$£")
    if apart and tokens.glued(place + 1) and tokens.word(place) in ("-", "−"):
        return True, place + 1
    return False, place


def _may_follow_euro(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether the number behind the word 'euro' is an amount: 'Euro 6' is a norm, 'Euro 2024' a cup."""
    before = tokens[quantity.first - 1]
    if before.kind == "number" or (before.kind == "word" and is_number_piece(before.text)):
        return False
    if quantity.magnitude or quantity.dashed or quantity.grouped:
        return True
    if before.text in _NOT_BEFORE_EURO_AS_PREFIX or not quantity.plain:
        return before.text not in _NOT_BEFORE_EURO_AS_PREFIX and tokens[quantity.last - 1].kind == "number"
    return quantity.number >= 100 and not quantity.looks_like_year


def _is_article_only(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether 'een' is an article: 'voor een euro' is an amount, 'wat een euro waard is' is not."""
    if not quantity.article or quantity.magnitude or quantity.prefixed:
        return False
    return tokens.word(quantity.first - 1) not in _BEFORE_ONE_EURO


def _number(tokens: Tokens, place: int, *, prefixed: bool) -> Quantity | None:
    token = tokens[place]
    if token.kind == "number":
        return _digits(tokens, place, prefixed=prefixed)
    if token.kind == "word":
        return _words(tokens, place)
    if token.text in _VULGAR_FRACTIONS:
        return Quantity(place, place + 1, _VULGAR_FRACTIONS[token.text])
    return None


def _digits(tokens: Tokens, place: int, *, prefixed: bool) -> Quantity | None:
    last, text = _spaced_number(tokens, place, prefixed=prefixed)
    scaled = magnitudes().longest(tokens.word, last) is not None
    priced = tokens.word(last) == "per" and tokens.word(last + 1) in _SMALL_MEASURES
    number = read_digits(text, scaled=scaled, priced=priced)
    if number is None:
        return None
    fraction = _VULGAR_FRACTIONS.get(tokens.word(last))
    if fraction is not None and text.isdigit():
        return Quantity(place, last + 1, number + fraction)
    return Quantity(place, last, number, plain=text.isdigit(), grouped=is_grouped(text))


def _spaced_number(tokens: Tokens, place: int, *, prefixed: bool) -> tuple[int, str]:
    """The place behind a number that may have spaces or a line break in it ('1 250 000', '25.⏎000')."""
    text = tokens.word(place)
    last = place + 1
    attached = tokens.glued(place) and tokens[place - 1].kind == "word" and not prefixed
    while len(text) < 24 and not attached and tokens[last].kind == "number":
        group = tokens.word(last).split(",")[0]
        if not (
            text.replace(" ", "").isdigit() and len(text.split(" ")[0]) <= 3 and tokens.gap(last) in _SPACES
        ):
            break
        if not (group.isdigit() and len(group) == 3) or text == "0":
            break
        text += " " + tokens.word(last)
        last += 1
    if tokens.word(last) in (".", ",") and tokens.glued(last) and tokens[last + 1].kind == "number":
        rest = tokens.word(last + 1)
        scaled = prefixed and len(rest) == 1 and magnitudes().longest(tokens.word, last + 2) is not None
        if (rest == "000" and tokens.word(last) == ".") or (scaled and text.isdigit()):
            return last + 2, text + tokens.word(last) + rest
    return last, text


def _words(tokens: Tokens, place: int) -> Quantity | None:
    """A number in words: the longest run of words from `place` that is one number."""
    first = tokens.word(place)
    if not (is_number_piece(first) or is_fraction_word(first)):
        return None
    last = place + 1
    while last - place < MOST_WORDS and tokens[last].kind == "word" and _continues(tokens, place, last):
        last += 1
    for end in range(last, place, -1):
        words = [tokens.word(position) for position in range(place, end)]
        number = read_number_words(words)
        if number is not None:
            return Quantity(place, end, number, article=words == ["een"])
    return None


def _continues(tokens: Tokens, first: int, place: int) -> bool:
    word = tokens.word(place)
    if word == "en":
        # 'tussen vijf en twintig miljoen' is a range, not twenty-five.
        return not any(tokens.word(first - back) == "tussen" for back in (1, 2))
    return word == "komma" or is_number_piece(word) or is_fraction_word(word)


def _with_unit_behind(tokens: Tokens, quantity: Quantity) -> Quantity:
    quantity = _with_closing_dash(tokens, quantity)
    if not quantity.dashed:
        quantity = _with_magnitude(tokens, quantity)
    return _with_currency_behind(tokens, quantity)


def _with_closing_dash(tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity with the dash that stands for no cents: '25,-', '€ 3.300,–'."""
    place = quantity.last
    comma, dash = tokens[place], tokens[place + 1]
    if comma.text not in (",", ".") or not tokens.glued(place) or tokens[place - 1].kind != "number":
        return quantity
    gap = tokens.gap(place + 1)
    if dash.kind != "dash" and not (dash.text == "=" and gap == ""):
        return quantity
    if (
        gap not in ("", " ")
        or (gap and not quantity.prefixed)
        or (comma.text == "." and not quantity.prefixed)
    ):
        return quantity
    if quantity.looks_like_year and not quantity.prefixed:
        return quantity
    last = place + 2
    if tokens[last].kind == "dash" and tokens.glued(last):
        last += 1
    if tokens[last].kind == "number" and tokens.glued(last):
        return quantity
    return replace(quantity, last=last, closed=True, dashed=True)


def _with_magnitude(tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity with what multiplies its number: 'duizend miljoen', 'drie miljoen vijfhonderdduizend'."""
    for _ in range(2):
        found = magnitudes().longest(tokens.word, quantity.last)
        if found is None or not _magnitude_fits(tokens, quantity, found[1]):
            break
        length, magnitude = found
        quantity = replace(
            quantity,
            last=quantity.last + length,
            factor=quantity.factor * magnitude.factor,
            magnitude=magnitude,
            closed=True,
        )
    if quantity.magnitude and tokens[quantity.first].kind == "word":
        return _with_rest_in_words(tokens, quantity)
    return quantity


def _magnitude_fits(tokens: Tokens, quantity: Quantity, magnitude: Magnitude) -> bool:
    place = quantity.last
    letter = len(tokens.word(place)) == 1
    if letter and tokens.glued(place + 1) and tokens[place + 1].text not in ",.;:?!)-–":
        return False
    if letter and not (
        tokens.glued(place) or tokens.text[tokens[place].start].isupper() or tokens.word(place) == "k"
    ):
        return False
    if magnitude.kind != "currency":
        return True
    behind = currencies().longest(tokens.word, place + 1)
    return quantity.prefixed or (behind is not None and behind[1].place != "prefix")


def _with_rest_in_words(tokens: Tokens, quantity: Quantity) -> Quantity:
    rest = _words(tokens, quantity.last)
    if rest is None or rest.article:
        return quantity
    rest = _with_magnitude(tokens, rest)
    lesser = rest.number * rest.factor
    if lesser >= quantity.factor or not currencies().longest(tokens.word, rest.last):
        return quantity
    total = quantity.number * quantity.factor + lesser
    return replace(quantity, last=rest.last, number=total, factor=Decimal(1))


def _with_currency_behind(tokens: Tokens, quantity: Quantity) -> Quantity:
    place = quantity.last
    if tokens[place].kind == "dash" and tokens.glued(place) and tokens.glued(place + 1):
        place += tokens.word(place + 1) == "euro"
    found = currencies().longest(tokens.word, place)
    if found is None:
        return quantity
    length, currency = found
    if not _currency_fits(tokens, quantity, currency, place, place + length):
        return quantity
    if quantity.currency is not None:
        if quantity.currency.code != currency.code:
            return quantity
        # '€ 0,09 cent' is a slip for nine cents; '€ 9 cent' one for nine cents as well.
        if currency.parts > 1 and quantity.number < 1:
            currency = quantity.currency
    return replace(quantity, last=place + length, currency=currency, closed=True)


def _currency_fits(tokens: Tokens, quantity: Quantity, currency: Currency, place: int, end: int) -> bool:
    if currency.place == "prefix" or (currency.place == "scaled" and quantity.magnitude is None):
        return False
    if currency.place in ("both", "word") and not tokens.glued(place):
        # Before a number it is the currency of that number: '37 € 424,0 miljoen'.
        number_follows = tokens[end].kind == "number"
        return not (number_follows and (currency.place == "both" or tokens[quantity.last - 1].text == "."))
    return True


def _with_cents(tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity with the cents that follow it: 'vijf euro en veertig cent'."""
    currency = quantity.currency
    if (
        currency is None
        or currency.parts > 1
        or quantity.magnitude
        or quantity.prefixed
        or not quantity.closed
    ):
        return quantity
    place = quantity.last + (tokens.word(quantity.last) == "en")
    cents = _number(tokens, place, prefixed=False)
    if cents is None or cents.article or not 0 <= cents.number < 100:
        return quantity
    found = currencies().longest(tokens.word, cents.last)
    if found is None or found[1].parts == 1 or found[1].place != "suffix":
        return quantity
    part = cents.number / found[1].parts
    number = quantity.number - part if quantity.number.is_signed() else quantity.number + part
    return replace(quantity, last=cents.last + found[0], number=number)
