"""Headers put together at random are read back, however they are printed."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.document import Header

from .composing import Asked, Composed, Holder, compose
from .reading_of import header_of


def letters(printed: str | None) -> str | None:
    """What lost and added spaces, other dashes and other capitals leave of a name."""
    return re.sub(r"[\W_]+", "", printed).casefold() if printed else None


def facts(header: Header) -> Composed:
    """A reading in the form of the truth."""
    people = header.participants
    return Composed(
        text="",
        kind=header.document_type,
        publication_id=header.publication_id or "",
        session_year=header.session_year,
        title=letters(header.title),
        submitted_on=header.submitted_on,
        answered_on=header.answered_on,
        askers=tuple(
            Asked(letters(one.name) or "", letters(one.party) or "") for one in people if one.role == "asker"
        ),
        respondents=tuple(
            Holder(one.office or "", letters(one.ministry) or "", letters(one.name), one.on_behalf_of)
            for one in people
            if one.role == "respondent"
        ),
    )


def truth(composed: Composed) -> Composed:
    """The truth, names by their letters only."""
    return Composed(
        text="",
        kind=composed.kind,
        publication_id=composed.publication_id,
        session_year=composed.session_year,
        title=letters(composed.title),
        submitted_on=composed.submitted_on,
        answered_on=composed.answered_on,
        askers=tuple(Asked(letters(one.name) or "", letters(one.party) or "") for one in composed.askers),
        respondents=tuple(
            Holder(one.office, letters(one.ministry) or "", letters(one.name), one.on_behalf_of)
            for one in composed.respondents
        ),
    )


def read(text: str, kind: str) -> Composed:
    return facts(header_of(text, 3, 3 if kind == "answers" else 0))


@given(st.randoms(use_true_random=False))
def test_random_headers(random: Random) -> None:
    composed = compose(random)
    assert read(composed.text, composed.kind) == truth(composed), composed.text


PRINTINGS = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "straight quotes": lambda text: text.replace("’", "'"),
    "other dashes": lambda text: text.replace("–", "—"),
    "hard hyphens": lambda text: text.replace("-", "\u2011"),
    "spaces at line ends": lambda text: text.replace("\n", " \n"),
    "bold": lambda text: "\n".join(f"**{line}**" if line.strip() else line for line in text.split("\n")),
    "quoted": lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{5})(?=[a-z]{5})", "\u00ad", text),
    "spaces within brackets": lambda text: text.replace("(", "( ").replace(")", " )"),
    "no spaces before brackets": lambda text: text.replace(" (", "("),
    "spread capitals": lambda text: re.sub(r"\b([TVW])(?=ragen|weede|olks)", r"\1 ", text),
    "small offices": lambda text: text.replace("Minister", "minister").replace("Staats", "staats"),
    "one line": lambda text: " ".join(text.split()),
    "an empty line after every line": lambda text: text.replace("\n", "\n\n"),
}


@pytest.mark.parametrize("printing", PRINTINGS)
def test_printed_otherwise(printing: str) -> None:
    for seed in range(60):
        composed = compose(Random(seed))  # noqa: S311  # no secrets here
        text = PRINTINGS[printing](composed.text)
        assert read(text, composed.kind) == truth(composed), text
