"""The document while it is printed: text, where each fact came to stand, pages and their notes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from random import Random

from kamervragen.document import Amount, Footnote, Reference, Role
from tests.generator.header import Case
from tests.generator.layouts import Layout, Notes
from tests.generator.lines import Break, breaks
from tests.generator.truth import Note, NoteBody, NoteMark, Painted, Passage, Stretch

NOTE_LABELS: dict[Notes, str] = {
    "page": "{} ",
    "glued page": "{}",
    "list": "{}) ",
    "brackets": "[{}] ",
    "markdown": "[{} ] ",
}
CHARACTERS_OF_SCAN = 1500


@dataclass(slots=True)
class Sheet:
    """Prints passages in a layout and remembers where everything came to stand."""

    random: Random
    layout: Layout
    case: Case
    notes_style: Notes = "none"
    question: int | None = None
    answer: int | None = None
    length: int = 0
    page: int = 1
    pages: int = 1
    lines: int = 0
    turned_at: int = 0
    pieces: list[str] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    bodies: list[Footnote] = field(default_factory=list)
    marks: dict[str, Footnote] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    unprinted: list[str] = field(default_factory=list)
    page_lines: int = 40

    def put(self, text: str, role: Role | None = None) -> tuple[int, int]:
        """Print text as it is. White space at its ends stays blank."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        if role and text.strip():
            left = start + len(text) - len(text.lstrip())
            self.painted.append(Painted(role, left, start + len(text.rstrip())))
        return start, self.length

    def passage(self, passage: Passage, role: Role) -> tuple[int, int]:
        """Print a passage: break its lines, turn pages, place its facts."""
        start, place = self.length, 0
        anchors: list[tuple[int, int]] = []
        unseen = sorted((s for s in passage.stretches if isinstance(s.fact, NoteMark)), key=lambda s: s.start)
        for line in self._breaks(passage.text):
            anchors.append((place, self.length))
            self.put(passage.text[place : line.at], role)
            place = line.at + line.skip
            self.lines += 1
            unseen = self._see(unseen, place)
            if line.between_words and self.lines > self.page_lines and self._turns():
                self.put("\n")
                self.turn()
            else:
                self.put(line.put, "page_furniture" if line.put.strip("-\n") else None)
        anchors.append((place, self.length))
        self.put(passage.text[place:], role)
        self._see(unseen, len(passage.text))
        self.lines += 1
        for stretch in passage.stretches:
            self._place(stretch, passage.text, anchors)
        return start, self.length

    def turn(self, glued: bool = False) -> None:
        """The foot of a page: its notes and furniture."""
        self.lines = -1000  # notes themselves turn no page
        self.print_notes()
        self.put(self._foot(glued), "page_furniture")
        self.page += 1
        self.lines = 0

    def between_blocks(self) -> None:
        """A page may also end between two blocks."""
        if self._turns() and self.lines > self.page_lines - 6 and self.random.random() < 0.5:
            self.turn(glued=self.random.random() < 0.2)

    def print_notes(self) -> None:
        """The notes whose marks have been printed."""
        waiting, self.unprinted = self.unprinted, []
        for number in waiting:
            note = self.notes.pop(number)
            self.put(NOTE_LABELS[self.notes_style].format(number), "footnote_label")
            start, end = self.passage(note.body, "footnote")
            self.bodies.append(Footnote(number, note.body.reading_text(), start, end))
            self.put("\n" if self._turns() else "\n\n")

    def footnotes(self) -> tuple[Footnote, ...]:
        """The notes joined with their marks."""
        return tuple(
            replace(
                body,
                marker_start=self.marks[body.number].start,
                marker_end=self.marks[body.number].end,
                question=self.marks[body.number].question,
                answer=self.marks[body.number].answer,
            )
            for body in sorted(self.bodies, key=lambda body: body.start)
        )

    def _breaks(self, text: str) -> list[Break]:
        if self.layout.pages == "scan":
            return list(self._page_numbers(text))
        return list(breaks(self.random, text, self.layout.lines, self.layout.width))

    def _page_numbers(self, text: str) -> list[Break]:
        """A scan shows its page numbers in the middle of a sentence."""
        if self.length - self.turned_at < CHARACTERS_OF_SCAN or text.count(" ") < 8:
            return []
        spaces = [place for place, letter in enumerate(text) if letter == " "]
        # Not between numbers: "in 2024 2/3 12.500" could not be read by anybody.
        free = [p for p in spaces[2:-2] if text[p - 1].isalpha() and text[p + 1].islower()]
        if not free:
            return []
        self.turned_at = self.length
        self.page += 1
        return [Break(self.random.choice(free) + 1, 0, f"{self.page}/{self.pages} ")]

    def _turns(self) -> bool:
        return self.layout.pages in ("printed", "glued", "court", "numbers")

    def _see(self, unseen: list[Stretch], place: int) -> list[Stretch]:
        for stretch in unseen:
            if (
                stretch.start < place
                and isinstance(stretch.fact, NoteMark)
                and stretch.fact.number in self.notes
            ):
                self.unprinted.append(stretch.fact.number)
        return [stretch for stretch in unseen if stretch.start >= place]

    def _place(self, stretch: Stretch, text: str, anchors: list[tuple[int, int]]) -> None:
        def absolute(place: int) -> int:
            logical, printed = anchors[bisect_right(anchors, (place, self.length + 1)) - 1]
            return printed + place - logical

        start, end = absolute(stretch.start), absolute(stretch.end - 1) + 1
        fact = stretch.fact
        if isinstance(fact, Reference):
            self.references.append(replace(fact, start=start, end=end))
        elif isinstance(fact, Amount):
            self.amounts.append(replace(fact, start=start, end=end))
        elif isinstance(fact, NoteMark):
            where = {"question": self.question, "answer": self.answer}
            self.marks[fact.number] = Footnote(fact.number, "", start, end, **where)
        elif isinstance(fact, NoteBody):
            body = " ".join(text[stretch.start : stretch.end].split())
            self.bodies.append(Footnote(fact.number, body, start, end))
            self.painted.append(Painted("footnote", start, end))

    def _foot(self, glued: bool) -> str:
        case, page = self.case, self.page
        if self.layout.pages == "court":
            return f"{page + 2}/{self.pages + 1}\n"
        if self.layout.pages == "numbers":
            return f"- {page} -\n" if self.page_lines % 2 else f"Pagina {page}\n"
        asked = case.document_type == "questions"
        running = f"Tweede Kamer, vergaderjaar {case.session}–{case.session + 1}, "
        running += "Vragen" if asked else "Aanhangsel"
        place = f"’s-Gravenhage {(case.submitted_on if asked else case.answered_on).year}"
        if self.layout.pages == "printed":
            first = f" \n \n \n{case.publication_id}\nISSN 0921 - 7398\n{place}\n" if page == 1 else ""
            return f"{first}{running}\n{page}\n\n"
        first = f" \n  \n{case.publication_id}\n" + (f"{place} " if asked else f"ISSN 0921 - 7398{place}")
        return (first if page == 1 else "") + f"{running} {page}" + ("" if glued else "\n")
