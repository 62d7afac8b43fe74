"""Which numbers the questions bear and which answers take which questions together."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

# Labels over one answer to several questions. {comma}: "3, 4 en 5"; {tight}: "3,4 en 5"; {loose}: a comma
# forgotten; {oxford}: "3, 4, en 5"; {first}, {last}: only for numbers that follow each other.
GROUPS = {
    "Antwoord {}": (
        "Antwoord {comma}", "Antwoord {loose}", "Antwoord {first} t/m {last}", "Antwoorden {comma}",
    ),
    "Antwoord op vraag {}": (
        "Antwoord op vragen {comma}", "Antwoord op vraag {comma}", "Antwoord op vragen {oxford}",
        "Antwoorden op vraag {comma}", "Antwoord op de vragen {first} tot en met {last}",
    ),
    "Antwoord op vraag {}:": (
        "Antwoord op vragen {comma}:", "Antwoord op de vragen {first} t/m {last}:",
        "Antwoorden op vragen {oxford}:",
    ),
    "ANTWOORD {}": ("ANTWOORD {comma}", "ANTWOORDEN {oxford}", "ANTWOORD {first} T/M {last}"),
    "Antwoord vraag {}:": (
        "Antwoord vragen {comma}:", "Antwoord vraag {first}-{last}:", "Antwoord vragen {tight}:",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is printed next: a question, or an answer to `numbers`."""

    is_answer: bool
    numbers: tuple[str, ...]


def numbers(random: Random, count: int, letters: bool) -> list[str]:
    """Numbers as printed: mostly 1, 2, 3, but also from 5, with a gap, or with letters."""
    chance = random.random()
    start = random.randint(2, 6) if chance < 0.08 else 1
    plain = list(range(start, start + count))
    if 0.08 <= chance < 0.18 and count > 3:
        gap = random.randint(2, count - 1)
        plain = plain[:gap] + [number + 1 for number in plain[gap:]]
    if letters and chance > 0.94 and count > 3:
        place = random.randint(1, count - 3)
        first = plain[place]
        lettered = [f"{first}{letter}" for letter in "abc"[: min(3, count - place - 1)]]
        rest = [str(number - len(lettered)) for number in plain[place + 1 + len(lettered) :]]
        return [*map(str, plain[: place + 1]), *lettered, *rest]
    return [str(number) for number in plain]


def plan(random: Random, printed: list[str], grouping: bool) -> list[Step]:
    """The order of questions and answers. Without grouping each question has its own answer."""
    if not grouping or len(printed) < 3 or random.random() < 0.4:
        return [Step(kind, (number,)) for number in printed for kind in (False, True)]
    if random.random() < 0.12:
        return [*(Step(False, (number,)) for number in printed), *_stacked(random, printed)]
    return _mixed(random, printed)


def _stacked(random: Random, printed: list[str]) -> list[Step]:
    """All questions stand first: one answer to all, or an answer each."""
    if random.random() < 0.5:
        return [Step(True, tuple(printed))]
    return [Step(True, (number,)) for number in printed]


def _mixed(random: Random, printed: list[str]) -> list[Step]:
    steps: list[Step] = []
    waiting: str | None = None
    place = 0
    while place < len(printed):
        size = random.choice((1, 1, 1, 2, 2, 3, 4))
        group = printed[place : place + size]
        place += len(group)
        steps += [Step(False, (number,)) for number in group]
        if waiting is None and len(group) == 1 and place + 1 < len(printed) and random.random() < 0.15:
            waiting = group[0]
            continue
        if waiting is not None and random.random() < 0.6 and steps[-2].is_answer:
            group, waiting = [waiting, *group], None
        steps.append(Step(True, tuple(group)))
    if waiting is not None and random.random() < 0.7:
        last = steps.pop()
        steps.append(Step(True, (waiting, *last.numbers)))
    return steps


def answer_label(random: Random, style: str, group: tuple[str, ...]) -> str:
    """The label over an answer, in the words of `style` (a key of GROUPS, or a label without numbers)."""
    if "{}" not in style:
        return style
    if len(group) == 1:
        return style.format(group[0])
    forms = [form for form in GROUPS[style] if "{first}" not in form or _in_a_row(group)]
    commas = ", ".join(group[:-1])
    return random.choice(forms).format(
        comma=f"{commas} en {group[-1]}",
        tight=f"{','.join(group[:-1])} en {group[-1]}",
        oxford=f"{commas}{',' if len(group) > 2 else ''} en {group[-1]}",
        loose=f"{commas.replace(', ', ' ', 1) if len(group) > 3 else commas} en {group[-1]}",
        first=group[0],
        last=group[-1],
    )


def _in_a_row(group: tuple[str, ...]) -> bool:
    if len(group) < 3 or not all(number.isdigit() for number in group):
        return False
    return [int(number) for number in group] == list(range(int(group[0]), int(group[-1]) + 1))
