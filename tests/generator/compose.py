"""Composes a document: a layout, a case, its questions and answers in some order, and prints it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from kamervragen.document import Answer, Question
from tests.generator import citations, header, prose, words
from tests.generator.contents import Author, Rates, Reply
from tests.generator.front import print_front
from tests.generator.layouts import LAYOUTS, Dress, Layout
from tests.generator.numbering import Step, answer_label, numbers, plan
from tests.generator.seams import seams
from tests.generator.sheet import Sheet
from tests.generator.truth import Invented, Passage


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a document should be like. Numbers of citations, amounts and notes are averages."""

    layout: str | None = None
    questions: tuple[int, int] = (1, 12)
    sentences: tuple[int, int] = (1, 8)
    references: float = 3.0
    amounts: float = 1.0
    notes: float = 2.0


AVERAGE = Wishes()
# As long as published documents are: about 8 kB, 3 citations and 1 amount.
TYPICAL = Wishes(questions=(5, 17), sentences=(5, 19), references=2.5, amounts=1.4)


def make_document(random: Random, wishes: Wishes = AVERAGE) -> Invented:
    """Invent one document. Layouts come in turn by chance unless one is wished for."""
    layout = random.choice([item for item in LAYOUTS if wishes.layout in (None, item.name)])
    seed = random.getrandbits(64)
    pages = 1
    if layout.pages in ("scan", "court"):  # "2/6": how many pages there are is known when all are made
        first = _Composer(_seeded(seed), layout, wishes, pages)
        first.compose()
        pages = first.sheet.page
    return _Composer(_seeded(seed), layout, wishes, pages).compose()


def from_seed(seed: int, wishes: Wishes = AVERAGE) -> Invented:
    """The document of this seed."""
    return make_document(_seeded(seed), wishes)


def _seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311  # invented text is no secret


class _Composer:
    """The state of one composition."""

    def __init__(self, random: Random, layout: Layout, wishes: Wishes, pages: int) -> None:
        self.random, self.layout, self.wishes = random, layout, wishes
        self.dress: Dress = random.choice(layout.dresses)
        self.case = header.case(random, random.choice(layout.document_types))
        self.style = random.choice(layout.headers)
        notes = random.choice(layout.notes)
        self.seams = seams(random, layout)
        count = random.randint(*wishes.questions)
        # a single answer is no list
        printed = numbers(random, max(count, 2) if self.dress.apart else count, self.dress.letters)
        if not self.dress.numbered or self.dress.apart:
            printed = [str(place) for place in range(1, len(printed) + 1)]
        if self.dress.apart:
            self.steps = [Step(kind, (number,)) for kind in (False, True) for number in printed]
        elif self.case.document_type == "answers":
            self.steps = plan(random, printed, self.dress.grouping)
        else:
            self.steps = [Step(False, (number,)) for number in printed]
        self.author = Author(random, layout, notes, self._rates(len(printed)))
        self.sheet = Sheet(random, layout, self.case, notes, notes=self.author.notes)
        self.sheet.page_lines, self.sheet.pages = random.randint(28, 60), pages
        self.questions: list[Question] = []
        self.answers: list[Answer] = []
        self.heading: str | None = None

    def _rates(self, count: int) -> Rates:
        """Averages per document, spread over the sentences to be expected."""
        low, high = self.wishes.sentences
        answered = self.case.document_type == "answers"
        sentences = count * (1 + (low + high) / 2 if answered else 1.0)
        wishes = self.wishes
        return Rates(
            min(wishes.references / sentences, 0.5),
            min(2 * wishes.amounts / sentences, 0.4),  # about half of the sentences can hold one
            min(wishes.notes / sentences, 0.5),
        )

    def compose(self) -> Invented:
        print_front(self.sheet, self.random, self.style)
        if self.layout.name == "question table":
            self.sheet.put("Nr\tVraag\n\n", "header")
        if self.layout.name == "table of answers":
            self.sheet.put("Nr\tVraag\tAntwoord\n", "header")
        for step in self.steps:
            if step.is_answer:
                self._answers_apart()
                self._answer(step)
            else:
                self._question(step.numbers[0])
        self._end()
        return self._invented()

    def _answers_apart(self) -> None:
        """What stands above the first answer of a list of answers."""
        if self.dress.apart and not self.answers:
            self.sheet.put("Antwoorden\n\n", "answer_label")

    def _question(self, number: str) -> None:
        self._heading()
        self.sheet.between_blocks()
        self.sheet.question, self.sheet.answer = len(self.questions), None
        self._label(self.dress.question, number)
        glimpse = self.dress.apart or (self.dress.answer is None and self.layout.lines == "printed")
        passage = self.author.question(must_ask=glimpse, labelled=self.dress.question is not None)
        start, end = self.sheet.passage(passage, "question")
        printed = self.dress.numbered
        text = passage.reading_text()
        self.questions.append(Question(number, printed, self.heading, text, start, end, 1.0))
        self._close_block()

    def _answer(self, step: Step) -> None:
        self.sheet.between_blocks()
        self.sheet.question, self.sheet.answer = None, len(self.answers)
        if self.dress.answer is not None:
            label = answer_label(self.random, self.dress.answer, step.numbers)
            self.sheet.put(f"**{label}**" if self.layout.name == "markdown" else label, "answer_label")
            self.sheet.put("" if self.dress.answer_inline else self.seams.label)
        earlier = [q.number for q in self.questions if q.number not in step.numbers]
        trap = self.dress.question in ("{}. ", "{}) ", "{}") and not self.dress.apart
        low, high = self.wishes.sentences
        reply = self.author.reply(self.random.randint(low, high), earlier, numbered_lists=trap)
        start, end = self._paragraphs(reply)
        self.answers.append(Answer(step.numbers, reply.text, start, end, reply.refers_to))
        self._close_block()

    def _paragraphs(self, reply: Reply) -> tuple[int, int]:
        start = self.sheet.length
        for place, (paragraph, listed) in enumerate(zip(reply.paragraphs, reply.listed, strict=True)):
            if place:
                self.sheet.put(self._seam(reply.paragraphs[place - 1].text, paragraph.text, listed))
            end = self.sheet.passage(paragraph, "answer")[1]
        return start, end

    def _seam(self, before: str, after: str, listed: bool) -> str:
        """What stands between two paragraphs. Digits never run into what follows: "1Het", "onderdelen:1."."""
        seam = self.seams.item if listed else self.seams.paragraph
        if seam or not (before[-1].isdigit() or after[0].isdigit()):
            return seam
        return "\n" if before[-1].isdigit() else self.random.choice(("\n", " "))

    def _label(self, form: str | None, number: str) -> None:
        if form is None:
            return
        self.sheet.put(form.format(number), "question_label")
        self.sheet.put("" if self.dress.inline else self.seams.label)

    def _heading(self) -> None:
        """A section heading, now and then, where labels leave no doubt about it."""
        after_answer = self.sheet.answer is not None
        if (
            after_answer
            and self.dress.letters
            and self.seams.block[:2] == "\n\n"
            and self.random.random() < 0.04
        ):
            self.heading = self.random.choice(words.HEADINGS)
            self.sheet.put(self.heading, "heading")
            self.sheet.put("\n\n")

    def _close_block(self) -> None:
        unlabelled_gap = "\n\n" if self.dress.question is None else self.seams.block
        if self.layout.name == "table of answers" and self.sheet.answer is not None:
            unlabelled_gap = "\n"
        self.sheet.put(unlabelled_gap)

    def _end(self) -> None:
        self.sheet.question = self.sheet.answer = None
        if self.case.document_type == "postponement":
            self._postponement()
        explained = self.dress.letters or self.layout.name == "questions, glued lines"
        if self.layout.lines == "paragraphs":
            self.sheet.print_notes()
        if explained and self.layout.notes != ("none",) and self.random.random() < 0.08:
            self._explanation()
        if self.layout.pages in ("printed", "glued", "numbers"):
            self.sheet.turn()

    def _postponement(self) -> None:
        self.sheet.put("Mededeling\n", "answer_label")
        text = (
            f"De vragen van {header.asked_by(self.case)} over {self.case.title} kunnen tot mijn spijt "
            "niet binnen de gebruikelijke termijn worden beantwoord. De reden van het uitstel is dat "
            "de afstemming ten behoeve van de beantwoording meer tijd vergt."
        )
        self.sheet.passage(Passage(text), "closing")
        self.sheet.put("\n")

    def _explanation(self) -> None:
        """A Toelichting belongs to no question."""
        number = f"2024Z{self.random.randint(90000, 99999)}"
        name, party = self.random.choice(words.SURNAMES), self.random.choice(words.PARTIES)
        text = f"Deze vragen dienen ter aanvulling op eerdere vragen terzake van het lid {name} ({party}), "
        text += f"ingezonden {prose.date(self.random)} (vraagnummer "
        self.sheet.put("Toelichting:", "closing")
        self.sheet.put(self.random.choice(("\n", " ")) if self.layout.lines == "paragraphs" else "\n")
        cited = Passage.of(number, citations.reference("case", number))
        self.sheet.passage(Passage(text) + cited + ").", "closing")
        self.sheet.put(self.seams.block)

    def _invented(self) -> Invented:
        sheet = self.sheet
        # some extractors give spaces that do not break; all places stay the same
        space = "\xa0" if self.random.random() < 0.03 else " "
        return Invented(
            text="".join(sheet.pieces).replace(" ", space),
            layout=self.layout.name,
            dress=self.dress.name,
            header=header.truth(self.case, self.style),
            questions=tuple(self.questions),
            answers=tuple(self.answers),
            footnotes=sheet.footnotes(),
            references=tuple(sorted(sheet.references, key=lambda row: row.start)),
            amounts=tuple(sorted(sheet.amounts, key=lambda row: row.start)),
            painted=tuple(sheet.painted),
        )
