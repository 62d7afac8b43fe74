"""Amounts: Dutch money in running text, as exact decimals.

`find_amounts` goes over a text in one pass: anchors (literals that every amount has) mark the stretches
worth reading, the tokens of a stretch are read by one grammar (quantities, then ranges and lists), and a
bare magnitude is kept only where its surroundings speak of money. Words and forms stand in the tables.
"""

from kamervragen.amounts.anchors import anchor_literals
from kamervragen.amounts.finder import amounts_at, find_amounts

__all__ = ["amounts_at", "anchor_literals", "find_amounts"]
