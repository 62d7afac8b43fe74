"""A bare magnitude is an amount only where its surroundings speak of money."""

import re
from pathlib import Path

import pytest

from kamervragen.amounts import find_amounts
from kamervragen.view import View


def lines_of(name: str) -> list[str]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def listed_sentences() -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in lines_of("surroundings.tsv")][1:]
    return [(sentence, kept) for sentence, kept in rows]


@pytest.mark.parametrize(("sentence", "kept"), listed_sentences())
def test_bare_magnitudes_are_kept_only_as_money(sentence: str, kept: str) -> None:
    bare = [amount for amount in find_amounts(View.of(sentence)) if not amount.currency_stated]
    assert ";".join(sentence[amount.start : amount.end] for amount in bare) == kept
    assert all(amount.currency == "EUR" for amount in bare)


def test_labelled_sentences_of_many_fields_of_policy() -> None:
    right = wrong = missed = 0
    for line in lines_of("policy_sentences.txt"):
        labelled = [label.rstrip(".") for label in re.findall(r"\[\[(.*?)\]\]", line)]
        sentence = re.sub(r"\[\[|\]\]", "", line)
        bare = [amount for amount in find_amounts(View.of(sentence)) if not amount.currency_stated]
        found = [sentence[amount.start : amount.end].rstrip(".") for amount in bare]
        right += sum(amount in labelled for amount in found)
        wrong += sum(amount not in labelled for amount in found)
        missed += sum(label not in found for label in labelled)
    assert right + missed > 400
    assert right / (right + wrong) >= 0.995
    assert right / (right + missed) >= 0.985
