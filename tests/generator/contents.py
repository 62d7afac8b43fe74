"""The contents of questions and answers: sentences with citations, amounts, notes and lists in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.generator import citations, prose, words
from tests.generator.layouts import Layout, Notes
from tests.generator.truth import Note, NoteBody, NoteMark, Passage

MARKS: dict[Notes, str] = {
    "word": "[footnoteRef:{}]",
    "list": " {})",
    "brackets": "[{}]",
    "markdown": "[{} ]",
    "page": "{}",
    "glued page": "{}",
}


@dataclass(frozen=True, slots=True)
class Rates:
    """How often, per sentence, a citation, an amount or a note comes along."""

    references: float
    amounts: float
    notes: float


@dataclass(frozen=True, slots=True)
class Reply:
    """The paragraphs of an answer; `listed`: which of them are list items; `refers_to`: if it only points."""

    paragraphs: tuple[Passage, ...]
    listed: tuple[bool, ...]
    refers_to: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(paragraph.reading_text() for paragraph in self.paragraphs)


@dataclass(slots=True)
class Author:
    """Writes the contents of one document and numbers its notes."""

    random: Random
    layout: Layout
    notes_style: Notes
    rates: Rates
    notes: dict[str, Note] = field(default_factory=dict)
    count: int = 0

    def question(self, must_ask: bool, labelled: bool) -> Passage:
        """One question. `must_ask`: it ends in its question mark (there is nothing else to tell it by)."""
        if not must_ask and self.random.random() < (0.06 if labelled else 0.03):
            return Passage(prose.request(self.random, labelled))
        passage = Passage(prose.question(self.random))
        place = self.random.random()
        cited = self.random.random() < self.rates.references
        if cited and place < 0.6:
            passage += " (" + self._cite() + ")"
        passage += "?"
        if self.random.random() < 0.3:
            passage += " " + self.random.choice(prose.FOLLOW_UPS)
        if cited and place >= 0.6 and not must_ask:
            passage += " (" + self._cite() + ")"
        return self._note(passage) if self.random.random() < self.rates.notes else passage

    def reply(self, sentences: int, earlier: list[str], numbered_lists: bool) -> Reply:
        """One answer of about so many sentences; `earlier`: questions that it may point to."""
        chance = self.random.random()
        if chance < 0.12:
            return Reply((Passage(self.random.choice(("Ja.", "Nee.", "Ja, dat klopt."))),), (False,))
        if chance < 0.2 and earlier:
            numbers = self._some(earlier)
            form = self.random.choice(("Zie het {}.", "Zie {}.", "Ik verwijs u naar het {}."))
            return Reply((citations.pointer(numbers, form),), (False,), tuple(numbers))
        paragraphs = [self._paragraph(self.random.randint(1, 4), earlier)]
        listed = [False]
        if self.random.random() < 0.25:
            items = self._list(numbered_lists)
            paragraphs, listed = [*paragraphs, *items], [False] + [True] * len(items)
        while sum(paragraph.text.count(". ") + 1 for paragraph in paragraphs) < sentences:
            paragraphs.append(self._paragraph(self.random.randint(1, 4), earlier))
            listed.append(False)
        return Reply(tuple(paragraphs), tuple(listed))

    def _some(self, earlier: list[str]) -> list[str]:
        chosen = self.random.sample(range(len(earlier)), min(len(earlier), self.random.choice((1, 1, 1, 2))))
        return [earlier[place] for place in sorted(chosen)]

    def _cite(self) -> Passage:
        return citations.inline(self.random)

    def _paragraph(self, sentences: int, earlier: list[str]) -> Passage:
        passage, tail = Passage(), Passage()
        for _ in range(sentences):
            passage += (" " if passage.text else "") + self._sentence(earlier)
            if self.random.random() < self.rates.notes:
                if self.notes_style == "word":
                    passage, body = self._word_note(passage)
                    tail += body
                else:
                    passage = self._note(passage)
                if "\n" in passage.text:  # the mark stands on a line of its own: the paragraph ends
                    break
        return passage + tail

    def _sentence(self, earlier: list[str]) -> Passage:
        chance = self.random.random()
        if chance < self.rates.amounts:
            return citations.money_sentence(self.random)
        sentence = prose.statement(self.random)
        if chance < self.rates.amounts + self.rates.references:
            if earlier and self.random.random() < 0.15:
                form = f"Zoals gemeld in het {{}}, {sentence[0].lower()}{sentence[1:]}"
                return citations.pointer(self._some(earlier), form)
            return Passage(sentence[:-1] + " (") + self._cite() + ")."
        return Passage(sentence)

    def _list(self, numbered: bool) -> list[Passage]:
        """A list, the main trap: its items are numbered as the questions may be."""
        head = Passage(self.random.choice(prose.LIST_HEADS))
        count = self.random.randint(2, 5)
        form = "{}. " if numbered else self.random.choice(("{}. ", "– ", "· ", "{}) "))
        asking = self.random.randint(1, count) if self.random.random() < 0.1 else 0
        items = [
            Passage(form.format(place) + prose.list_item(self.random, like_a_question=place == asking))
            for place in range(1, count + 1)
        ]
        if self.layout.name == "answers apart" and items[-1].text.endswith(";"):
            items[-1] = Passage(items[-1].text[:-1] + ".")  # or the next answer would go on with the list
        return [head, *items]

    def _note(self, passage: Passage) -> Passage:
        """A note after this passage, sometimes two; in the style of the document."""
        if self.notes_style == "none":
            return passage
        if self.notes_style == "word":
            passage, body = self._word_note(passage)
            return passage + body
        own_line = self.notes_style in ("page", "glued page") and self.random.random() < 0.35
        numbers = [self._new_note() for _ in range(self.random.choice((1, 1, 1, 2, 3)) if own_line else 1)]
        form = MARKS[self.notes_style]
        marks = Passage("\n" if own_line else "")
        space = self.random.choice((" ", ", "))
        for place, number in enumerate(numbers):
            if place:
                marks += " en " if place == len(numbers) - 1 and space == ", " else space
            marks += self._mark(form, number)
        return passage + marks.hidden()

    def _word_note(self, passage: Passage) -> tuple[Passage, Passage]:
        """A Word note: its mark here, its body at the end of the paragraph."""
        self.count += 1
        number = str(self.count)
        body = self._body()
        inside = Passage.of(body.text, NoteBody(number))
        printed = Passage(f" [{number}:  ") + Passage(body.text, inside.stretches + body.stretches) + " ] "
        return passage + self._mark(MARKS["word"], number), printed.hidden()

    def _mark(self, form: str, number: str) -> Passage:
        text = form.format(number)
        space = len(text) - len(text.lstrip())
        return Passage(text[:space]) + Passage.of(text[space:], NoteMark(number))

    def _new_note(self) -> str:
        self.count += 1
        number = str(self.count)
        self.notes[number] = Note(number, self._body())
        return number

    def _body(self) -> Passage:
        """The text of a note: a citation, a newspaper article, or an address."""
        chance = self.random.random()
        if chance < 0.4:
            return self._cite() + self.random.choice(("", "."))
        source = (
            f"{self.random.choice(words.PAPERS)}, {prose.date(self.random)}, «{prose.headline(self.random)}»"
        )
        if chance < 0.7:
            return Passage(source + " (") + citations.address(self.random) + ")"
        return Passage(source)
