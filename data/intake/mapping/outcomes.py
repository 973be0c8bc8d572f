"""Which column says what became of a person: killed or injured, in words or in codes that only a person can explain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from data.intake.cells.categories import read_categories
from data.intake.mapping.attributes import understood
from data.intake.mapping.columns import Column
from data.intake.mapping.words import phrases, tokens
from data.intake.result import Question

NOT_A_CASUALTY = "not_counted"  # an answer for codes: this row is no casualty
ANSWERS = ("killed", "injured", "unknown", NOT_A_CASUALTY)
_MOST_CODES = 12
_NUMBER_OF = frozenset((
    "number", "no", "num", "count", "antall", "sayi", "число", "количество", "numero", "cantidad", "quantidade",
    "nombre", "عدد", "מספר",
))  # fmt: skip
_WITH = {("con",), ("com",), ("with",), ("amb",), ("avec",), ("med",), ("с",), ("mit",)}
_OF_ACCIDENTS = frozenset((
    "accident", "collision", "crash", "siniestro", "sinistro", "acidente", "accidente", "дтп", "ulykke", "hecho",
))  # fmt: skip
_MOST_WORDS = 40
_LONGEST = 80  # characters: a sentence that mentions the dead is no outcome
_LONGEST_HEADED = 300  # where the heading says that it is one
_NEARLY_ALL = 0.95  # of the cells of a list of the dead
_FEWEST = 3  # cells, without a heading that says what they are


@dataclass(frozen=True, eq=False)
class OutcomeColumn:
    """The column, how sure, and its codes with their meaning (None: words, which the cell reader understands)."""

    column: Column
    confidence: float
    codes: Mapping[str, str] | None = None
    questions: tuple[Question, ...] = ()


def choose(columns: Sequence[Column], taken: Sequence[Column], answers: Mapping[str, Any]) -> OutcomeColumn | None:
    """Words that are read as killed and injured decide; a heading alone only where the cells are codes.

    Without a heading that says so both must be named: where every cell says "homicide" nobody asked about the injured.
    """
    free = [column for column in columns if column not in taken and column.filled]
    best: OutcomeColumn | None = None
    if said := [column for column in free if column.chosen and column.role("outcome")]:
        return OutcomeColumn(said[0], 1.0) if understood(said[0], "outcome") else _coded(said, answers)
    for column in free:
        role = column.role("outcome")
        if len(column.unique) > _MOST_WORDS or (role is None and column.filled < _FEWEST):
            continue
        named = _named(column, _LONGEST_HEADED if role else _LONGEST)
        if not named or (role is None and len(named) < 2):
            continue
        share = understood(column, "outcome")
        confidence = share * (role.score if role else 0.5)
        if share >= (0.5 if role else 0.8) and (best is None or confidence > best.confidence):
            best = OutcomeColumn(column, round(confidence, 2))
    return best or _coded(free, answers)


def _named(column: Column, longest: int) -> set[str]:
    """killed, injured, both or neither: what the words of the column say; a text too long says nothing."""
    texts = [cell for cell in column.unique if isinstance(cell, str) and not cell.strip().lstrip("-").isdigit()]
    if not texts or max(map(len, texts)) > longest:
        return set()
    if sum(tokens(text)[:1] in _WITH for text in texts) * 2 > len(texts):
        return set()  # "con muertos", "con heridos": what an accident did, to however many
    return {"killed", "injured"} & set(read_categories("outcome", texts).values)


def all_dead(column: Column) -> bool:
    """Do nearly all of the cells say how somebody died ("Homicide", "Cause of death: gunfire"), and none of injury?"""
    if not column.filled or len(column.unique) > _MOST_WORDS or _named(column, _LONGEST) != {"killed"}:
        return False
    read = read_categories("outcome", column.cells)
    dead = sum(value == "killed" for value in read.values)
    return dead >= _NEARLY_ALL * column.filled and not read.not_counted


def _coded(columns: Sequence[Column], answers: Mapping[str, Any]) -> OutcomeColumn | None:
    """A column headed as an outcome or a severity whose values are a few whole numbers or letters."""
    headed = [column for column in columns if column.roles and column.roles[0].field == "outcome"]
    for column in sorted(headed, key=lambda column: -column.roles[0].score):
        if len(column.unique) > (_MOST_WORDS if column.chosen else _MOST_CODES):
            continue
        codes = sorted({code(cell) for cell in column.unique})
        if max(map(len, codes)) > 3 and not column.chosen:
            continue
        key = f"codes:{column.heading}"
        answer = answers.get(key)
        meant = answer if isinstance(answer, Mapping) else {}
        known = {name: meant[name] for name in codes if meant.get(name) in ANSWERS}
        asked = _ask(key, column, codes)
        if len(known) == len(codes):
            asked = replace(asked, settled=True, answer=dict(known))
        return OutcomeColumn(column, column.roles[0].score, known, (asked,))
    return None


def of_an_accident(told: OutcomeColumn) -> bool:
    """ "Accident severity", "gravedad del siniestro": of the accident, and not of each of its people."""
    found = phrases("headings").find(tokens(told.column.heading))
    return any("incidents" in match.categories for match in found) or not _OF_ACCIDENTS.isdisjoint(
        tokens(told.column.heading)
    )


def are_indicators(told: OutcomeColumn) -> bool:
    """ "Number of killed", "No. of injured" in most rows: names of figures, not what became of a person."""
    texts = [tokens(cell) for cell in told.column.unique if isinstance(cell, str)]
    named = [words for words in texts if words and words[0] in _NUMBER_OF]
    return len(named) * 2 > len(texts)


def code(cell: object) -> str:
    """1, 1.0 and "1" are one code."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _ask(key: str, column: Column, codes: list[str]) -> Question:
    seen = [code(cell) for cell in column.cells if cell is not None]
    evidence = tuple(f"{name}: {seen.count(name)}" for name in codes)
    return Question(key, "codes", "outcome", ANSWERS, tuple(codes), evidence, None, column.letter, column.heading)
