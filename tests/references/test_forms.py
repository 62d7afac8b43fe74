"""Every spelling of a citation in `forms/` is read as what it cites, and every trap as nothing."""

from pathlib import Path

import pytest

FORMS = Path(__file__).with_name("forms")
SPELLINGS = ("papers", "proceedings", "numbers", "journals", "case_law", "eu", "laws")
IN_A_SENTENCE = ("Zie hiervoor {}, waarin", "({}).", "{}")
CUT_OFF = ("Zie hiervoor {}, waarin", "({}", "{}")
"""For forms that are cut off as they are, in the middle of brackets."""


WHITE_SPACE = {"line ends": "\n", "Windows line ends": "\r\n", "no-break spaces": "\xa0", "two spaces": "  "}
"""What extraction puts between the words of a citation in place of one space."""


def rows_of(name: str) -> list[list[str]]:
    """The rows of a table of forms: what is cited, and how it is printed."""
    lines = (FORMS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("# ")]
    return [row.replace("⏎", "\n").replace("␣", "\xa0").split("\t") for row in rows]


def cited(rows) -> str:
    """What rows cite, as the tables of forms say it: kind and id, for a law its article."""
    return (
        " + ".join(f"{r.kind} {(r.article if r.kind == 'law' else r.target_id) or '?'}" for r in rows) or "-"
    )


@pytest.mark.parametrize(("target", "printed"), rows_of("surface"))
def test_real_form(read, target, printed):
    assert [cited(read(form.format(printed))) for form in CUT_OFF] == [target] * len(CUT_OFF)


@pytest.mark.parametrize(("target", "printed"), [row for name in SPELLINGS for row in rows_of(name)])
def test_spelling(read, target, printed):
    assert [cited(read(form.format(printed))) for form in IN_A_SENTENCE] == [target] * len(IN_A_SENTENCE)


@pytest.mark.parametrize(("target", "printed"), rows_of("internal"))
def test_pointer_in_the_document(read, target, printed):
    sentences = ("Toelichting. {}.", "Ja ({})", "Ja, {}, zoals bekend.", "{}\nDaarnaast")
    assert [cited(read(form.format(printed))) for form in sentences] == [target] * len(sentences)


@pytest.mark.parametrize("white_space", WHITE_SPACE)
@pytest.mark.parametrize("name", SPELLINGS)
def test_white_space_changes_nothing(read, name, white_space):
    rows = [(target, printed) for target, printed in rows_of(name) if "\n" not in printed]
    changed = [
        (target, " ".join(printed.split()).replace(" ", WHITE_SPACE[white_space])) for target, printed in rows
    ]
    assert [p for target, p in changed if cited(read(f"Zie hiervoor {p}, waarin")) != target] == []


@pytest.mark.parametrize(("target", "text"), rows_of("urls"))
def test_address(read, target, text):
    assert cited(read(text)) == target


@pytest.mark.parametrize("text", [text for row in rows_of("traps") for text in row])
def test_trap(read, text):
    assert cited(read(text)) == "-"
