"""Invented documents with known truth, made from a seed.

`make_document(random)`, or `from_seed(seed)`, composes a document in one of the layouts of
`tests.generator.layouts.LAYOUTS` and returns an `Invented`: the raw text and every row that a right
reading gives. The same seed gives the same document. `differences(document, invented)` says what a reader
read otherwise.
"""

from tests.generator.compare import differences
from tests.generator.compose import TYPICAL, Wishes, from_seed, make_document
from tests.generator.layouts import LAYOUTS
from tests.generator.truth import Invented

__all__ = ["LAYOUTS", "TYPICAL", "Invented", "Wishes", "differences", "from_seed", "make_document"]
