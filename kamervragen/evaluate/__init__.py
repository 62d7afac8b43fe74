"""How well a release reads documents that people have annotated: gold -> judgements -> figures -> pages."""

from kamervragen.evaluate.figures import Figures, as_json, figures_of
from kamervragen.evaluate.gold import GoldError, GoldFile, read_gold
from kamervragen.evaluate.judging import Judgement, judge
from kamervragen.evaluate.released import Released, ReleasedError, read_released

__all__ = [
    "Figures",
    "GoldError",
    "GoldFile",
    "Judgement",
    "Released",
    "ReleasedError",
    "as_json",
    "figures_of",
    "judge",
    "read_gold",
    "read_released",
]
