"""Open data from Dutch parliamentary questions (Kamervragen).

>>> import kamervragen
>>> document = kamervragen.read("Vraag 1\\nKlopt dit?\\nAntwoord 1\\nJa.")
>>> document.answers[0].text
'Ja.'
"""

from kamervragen.document import Document

__all__ = ["Document", "read"]


def read(text: str) -> Document:
    """Read a raw text: its header, questions, answers, notes, references and amounts."""
    # The reader's tables take a moment to load; commands that read nothing do not wait for them.
    from kamervragen.reading import read as read_text

    return read_text(text)
