"""What was read from a header, on one line each, so that tables of forms can be compared at a glance."""

from kamervragen.document import Header, Participant
from kamervragen.header import read_header


def header_of(text: str, questions: int = 2, answers: int = 2, rest: str = "") -> Header:
    """The header of a text, all of which stands before its questions."""
    return read_header(text + rest, len(text), question_count=questions, answer_count=answers)


def askers_of(header: Header) -> str:
    """`Jansen/VVD; De Vries/SP`."""
    return "; ".join(f"{one.name}/{one.party}" for one in header.participants if one.role == "asker")


def respondents_of(header: Header) -> str:
    """`Minister:Defensie:De Boer; Staatssecretaris:Financiën:+`, where + is for "mede namens"."""
    return "; ".join(_respondent(one) for one in header.participants if one.role == "respondent")


def _respondent(one: Participant) -> str:
    name = f":{one.name}" if one.name else ""
    return f"{one.office}:{one.ministry}{name}{':+' if one.on_behalf_of else ''}"
