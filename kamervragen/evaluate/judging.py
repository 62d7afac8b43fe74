"""One document of a release against its annotations.

A question is right when its number is and its text begins and ends as gold's does; an answer when its set
of question numbers is and its text likewise; a footnote when it begins as gold's does; a reference when it
overlaps gold's, with its kind and target (a law: its article); an amount when it overlaps gold's, with its
value, upper value and currency. Annotations marked optional count neither way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from kamervragen.evaluate.gold import FIELDS, GoldFile, Row
from kamervragen.evaluate.released import Released, ReleasedDocument
from kamervragen.evaluate.same_text import name_key, same_text, words
from kamervragen.evaluate.tally import Tally

NOT_RELEASED = "not in the release"
_NOTE_BEGINNING, _NOTE_LEAST = 16, 6
_TOLERANCE = 1e-6
_WEB = re.compile(r"^https?://(www\.)?")


@dataclass(slots=True)
class Judgement:
    """What is right and wrong in one document. `perfect` is None where the structure is not judged."""

    name: str
    layout: str = NOT_RELEASED
    confidence: float | None = None
    partition_broken: bool = False
    perfect: bool | None = None
    tallies: dict[str, Tally] = field(default_factory=dict)
    kinds: dict[str, Tally] = field(default_factory=dict)
    fields: dict[str, bool] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        """Keep one miss for people to look at."""
        self.misses.append(f"{self.name}: {sentence}")


def judge(gold: GoldFile, released: Released) -> Judgement:
    """Judge the reading of one annotated document; a document that was not released is wholly missed."""
    document = released.documents.get(gold.name)
    result = Judgement(gold.name)
    if document is None:
        result.say("no document in the release")
        document = ReleasedDocument({}, {})
    else:
        result.layout = document.row.get("dialect") or "unknown"
        result.confidence = document.row.get("confidence")
        if document.row.get("text") not in (None, gold.text):
            result.say("documents.text is not the raw text")
    _judge_partition(result, gold, _rows(document, "segments"))
    _judge_structure(result, gold, document)
    if gold.references is not None:
        rows = _rows(document, "references")
        _judge_mentions(result, gold.text, "references", gold.references, rows, same_reference)
    if gold.amounts is not None:
        _judge_mentions(result, gold.text, "amounts", gold.amounts, _rows(document, "amounts"), same_amount)
    if gold.document is not None:
        _judge_fields(result, gold.document, document.row)
        _judge_people(result, gold.document, _rows(document, "participants"))
    return result


def _rows(document: ReleasedDocument, table: str) -> list[Row]:
    return document.rows.get(table, [])


def _judge_partition(result: Judgement, gold: GoldFile, segments: list[Row]) -> None:
    position = 0
    for segment in sorted(segments, key=lambda row: (row["start"], row["end"])):
        if segment["start"] != position:
            break
        position = segment["end"]
    result.partition_broken = position != len(gold.text)
    if result.partition_broken:
        result.say(f"segments cover {position} of {len(gold.text)} characters without a gap")


def _judge_structure(result: Judgement, gold: GoldFile, document: ReleasedDocument) -> None:
    judged = gold.questions is not None
    questions = _judge_questions(result, gold, _rows(document, "questions") if judged else [])
    answers = _judge_answers(result, gold, _rows(document, "answers") if judged else [])
    _judge_footnotes(result, gold, _rows(document, "footnotes") if judged else [])
    result.tallies |= {"questions": questions, "answers": answers}
    if judged:
        result.perfect = questions.flawless and answers.flawless


def _judge_questions(result: Judgement, gold: GoldFile, rows: list[Row]) -> Tally:
    used: set[int] = set()
    right = 0
    for annotation in gold.questions or []:
        numbers = [str(n) for n in (annotation["number"], *annotation.get("also_numbers", []))]
        wanted = gold.text[annotation["start_offset"] : annotation["end_offset"]]
        hit = _first(rows, used, partial(_same_question, numbers, wanted))
        if hit is None:
            result.say(f"question {'/'.join(numbers)} not right: {wanted[:60]!r}")
            continue
        right += 1
        # One label over several numbers: each of them may repeat the text.
        used |= {hit, *(i for i, row in enumerate(rows) if str(row["number"]) in numbers[1:])}
    _say_extra(result, "question", rows, used)
    return Tally(right, len(rows) - len(used), len(gold.questions or []) - right)


def _judge_answers(result: Judgement, gold: GoldFile, rows: list[Row]) -> Tally:
    used: set[int] = set()
    for annotation in gold.answers:
        numbers = {str(n) for n in annotation["numbers"]}
        wanted = gold.text[annotation["start_offset"] : annotation["end_offset"]]
        hit = _first(rows, used, partial(_same_answer, numbers, wanted))
        if hit is None:
            result.say(f"answer {', '.join(sorted(numbers))} not right: {wanted[:60]!r}")
        else:
            used.add(hit)
    _say_extra(result, "answer", rows, used)
    return Tally(len(used), len(rows) - len(used), len(gold.answers) - len(used))


def _judge_footnotes(result: Judgement, gold: GoldFile, rows: list[Row]) -> None:
    used: set[int] = set()
    for annotation in gold.footnotes:
        at = annotation["start_offset"]
        length = max(_NOTE_LEAST, min(_NOTE_BEGINNING, len("".join(words(annotation["start"])))))
        beginning = "".join(words(gold.text[at : at + 60]))[:_NOTE_BEGINNING][:length]
        hit = _first(rows, used, partial(_begins, beginning))
        if hit is None:
            result.say(f"footnote missed: {annotation['start'][:50]!r}")
        else:
            used.add(hit)
    _say_extra(result, "footnote", rows, used)
    result.tallies["footnotes"] = Tally(len(used), len(rows) - len(used), len(gold.footnotes) - len(used))


def _same_question(numbers: list[str], wanted: str, row: Row) -> bool:
    return str(row["number"]) in numbers and same_text(row["text"], wanted)


def _same_answer(numbers: set[str], wanted: str, row: Row) -> bool:
    return number_set(row["question_numbers"]) == numbers and same_text(row["text"], wanted)


def _begins(beginning: str, row: Row) -> bool:
    return "".join(words(row["text"])).startswith(beginning)


def _same_mention(same: Callable[[Row, Row], bool], wanted: Row, row: Row) -> bool:
    return overlaps(row, wanted) and same(row, wanted)


def _first(rows: list[Row], used: set[int], right: Callable[[Row], bool]) -> int | None:
    return next((i for i, row in enumerate(rows) if i not in used and right(row)), None)


def _say_extra(result: Judgement, name: str, rows: list[Row], used: set[int]) -> None:
    for i, row in enumerate(rows):
        if i not in used:
            result.say(f"{name} wrong: {(row['text'] or '')[:60]!r}")


def _judge_mentions(
    result: Judgement,
    text: str,
    table: str,
    annotations: list[Row],
    rows: list[Row],
    same: Callable[[Row, Row], bool],
) -> None:
    """References or amounts: each row may serve one annotation, the first it is right for."""
    rows = sorted(rows, key=lambda row: row["start"])
    used: set[int] = set()
    tally = Tally()
    for wanted in annotations:
        hit = _first(rows, used, partial(_same_mention, same, wanted))
        if hit is not None:
            used.add(hit)
        if not wanted.get("optional"):
            outcome = Tally(right=1) if hit is not None else Tally(missed=1)
            tally += outcome
            _count_kind(result, wanted.get("kind"), outcome)
            if hit is None:
                result.say(f"{table} missed: {text[wanted['start_offset'] : wanted['end_offset']]!r}")
    optional = [wanted for wanted in annotations if wanted.get("optional")]
    for i, row in enumerate(rows):
        if i not in used and not any(overlaps(row, wanted) for wanted in optional):
            tally += Tally(wrong=1)
            _count_kind(result, row.get("kind"), Tally(wrong=1))
            result.say(f"{table} wrong: {text[row['start'] : row['end']]!r}")
    result.tallies[table] = tally


def _count_kind(result: Judgement, kind: str | None, outcome: Tally) -> None:
    if kind is not None:
        result.kinds[kind] = result.kinds.get(kind, Tally()) + outcome


def overlaps(row: Row, wanted: Row) -> bool:
    """Whether a row and an annotation share a character."""
    return bool(min(row["end"], wanted["end_offset"]) > max(row["start"], wanted["start_offset"]))


def same_reference(row: Row, wanted: Row) -> bool:
    """Whether kind and target agree."""
    if row["kind"] != wanted["kind"]:
        return False
    if wanted["kind"] == "law":
        return str(row.get("article") or "").lower() == str(wanted.get("article") or "").lower()
    if wanted["kind"] == "internal":
        return number_set(row.get("target_id")) == number_set(wanted.get("id"))
    if wanted["kind"] == "url":
        return _address(row.get("target_id") or row.get("target_url")) == _address(wanted.get("id"))
    return (row.get("target_id") or None) == (wanted.get("id") or None)


def same_amount(row: Row, wanted: Row) -> bool:
    """Whether value, upper value and currency agree; no currency read counts as euro."""
    high, high_wanted = row.get("value_max"), wanted.get("value_max")
    if (high is None) != (high_wanted is None) or (row.get("currency") or "EUR") != wanted["currency"]:
        return False
    value = float(wanted["value"])
    if abs(float(row["value"]) - value) > _TOLERANCE * max(1.0, abs(value)):
        return False
    if high is None or high_wanted is None:
        return True
    return abs(float(high) - float(high_wanted)) <= _TOLERANCE * abs(float(high_wanted))


def number_set(value: object) -> set[str]:
    """Question numbers, from a list or from a text such as `5;8`."""
    if isinstance(value, str):
        return {part.strip() for part in re.split("[;,]", value) if part.strip()}
    return {str(number) for number in value} if isinstance(value, list | tuple) else set()


def _address(url: str | None) -> str:
    return _WEB.sub("", (url or "").lower()).rstrip("/.,)")


def _judge_fields(result: Judgement, wanted: Row, row: Row) -> None:
    for name in FIELDS:
        value = row.get(name)
        have = None if value is None else str(value)[:10] if name.endswith("_on") else str(value)
        gold = wanted.get(name)
        right = have == gold or (isinstance(gold, list) and have in gold)
        result.fields[name] = right
        if not right:
            result.say(f"{name} is {have}, gold {gold}")


def _judge_people(result: Judgement, wanted: Row, people: list[Row]) -> None:
    """Askers by name and party, respondents by ministry; a list of null is not judged."""
    for role, keys in (("asker", ("name", "party")), ("respondent", ("ministry",))):
        gold = wanted.get(f"{role}s")
        if gold is None:
            continue
        want = {tuple(name_key(person.get(key)) for key in keys) for person in gold}
        have = {
            tuple(name_key(person.get(key)) for key in keys) for person in people if person["role"] == role
        }
        result.tallies[f"{role}s"] = Tally(len(want & have), len(have - want), len(want - have))
        if want != have:
            result.say(f"{role}s are {sorted(have)}, gold {sorted(want)}")
