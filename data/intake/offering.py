"""The offers of a file: sheet, heading rows, layout, columns, orders of dates, and every answer that was used."""

from collections.abc import Iterator, Mapping, Sequence

from data.intake import privacy
from data.intake.letters import places
from data.intake.mapping.chosen import FIELDS, IGNORE, PERSONAL
from data.intake.mapping.columns import Column
from data.intake.offers import Offer, Origin
from data.intake.personal_cells import is_personal
from data.intake.picture import SheetPicture
from data.intake.picturing import shown
from data.intake.result import Dropped, Question
from data.intake.table.cell_kinds import column_of
from data.intake.understanding import Understanding

_SAMPLES = 5
_MOST_ORIGINS = 60  # columns of a crosstab that are offered one by one


def offers(
    pictures: Sequence[SheetPicture],
    understood: Understanding | None,
    used: Mapping[str, str],
    tops: Mapping[str, Sequence[int]],
) -> list[Offer]:
    """In the order of the page. `used`: id of an answer -> given or remembered; `tops`: sheet -> rows with cells."""
    found = [*_sheets(pictures, used), *_heading_rows(pictures, used, tops)]
    if understood is None:
        return found
    settled = [question for question in understood.asked if question.settled]
    if understood.decision.layout:
        found.append(_layout(understood, used))
    found += [_answered(each, used) for each in settled if each.kind not in ("layout", "date_order")]
    found += _columns(understood, used)
    return found + [_answered(each, used) for each in settled if each.kind == "date_order"]


def origin(used: Mapping[str, str], key: str) -> Origin:
    said = used.get(key)
    return "given" if said == "given" else "remembered" if said == "remembered" else "understood"


def _sheets(pictures: Sequence[SheetPicture], used: Mapping[str, str]) -> Iterator[Offer]:
    if len(pictures) > 1:
        read = [each.name for each in pictures if each.read]
        value = read[0] if len(read) == 1 else read or None
        yield Offer("sheet", "sheet", value, tuple(each.name for each in pictures), origin=origin(used, "sheet"))


def _heading_rows(
    pictures: Sequence[SheetPicture], used: Mapping[str, str], tops: Mapping[str, Sequence[int]]
) -> Iterator[Offer]:
    """For each sheet that is read; for all of them where none is."""
    for each in [each for each in pictures if each.read] or pictures:
        key = f"heading_rows:{each.name}"
        rows = tuple(map(str, tops.get(each.name, ())))
        yield Offer(key, "heading_rows", list(each.heading_rows), rows, origin=origin(used, key), sheet=each.name)


def _layout(understood: Understanding, used: Mapping[str, str]) -> Offer:
    asked = next((each for each in understood.asked if each.kind == "layout"), None)
    value = understood.decision.layout or ""
    return Offer(
        "layout", "layout", value, asked.candidates if asked else (value,),
        confidence=1.0 if understood.decision.sign.certain else 0.5, origin=origin(used, "layout"),
        evidence=understood.decision.sign.evidence,
    )  # fmt: skip


def _answered(question: Question, used: Mapping[str, str]) -> Offer:
    kind = "column_of" if question.kind == "column" else question.kind
    return Offer(
        question.id, kind, question.answer, question.candidates, None, origin(used, question.id), question.column,
        question.heading, question.evidence, None, question.values, question.field,
    )  # fmt: skip


def _columns(understood: Understanding, used: Mapping[str, str]) -> Iterator[Offer]:
    table, kept = understood.joined.table, {column.index for column in understood.kept}
    for column in understood.columns:
        key = understood.ids.get(column.index) or _id(column, understood)
        heading = column.heading
        if column.index not in kept and is_heading_personal(column, understood.dropped):
            key, heading = f"column:{column.letter}", ""
        if column.index not in kept:
            candidates = (PERSONAL,) if privacy.proven(column, understood.columns) else (PERSONAL, *FIELDS)
            yield Offer(key, "column", PERSONAL, candidates, None, origin(used, key), column.letter,
                        heading, sheet=table.sheet)  # fmt: skip
            continue
        name, confidence = understood.fields.get(column.index, (IGNORE, None))
        periods = column.index == table.periods
        yield Offer(
            key, "column", name, (name,) if periods else _candidates(column, name), confidence, origin(used, key),
            column.letter, column.heading, _evidence(column, name), table.sheet,
        )  # fmt: skip
        if table.crosstab and column_of(column.letter) is None and not periods:
            yield from _of_measure(column, name, understood, used)


def is_heading_personal(column: Column, dropped: Sequence[Dropped]) -> bool:
    """Without headings the first row of data stands in their place."""
    return any(each.column == column.letter and each.heading == "" for each in dropped) and bool(column.heading)


def _of_measure(column: Column, name: str, understood: Understanding, used: Mapping[str, str]) -> Iterator[Offer]:
    """The columns of the sheet that a measure of a crosstab is made of: each can be left out."""
    first = understood.joined.table.sheet
    letters = [letter for sheet, letter in places(column, understood.joined) if sheet == first]
    for letter in letters[:_MOST_ORIGINS]:
        yield Offer(f"column:{letter}", "column", name, (name, IGNORE), None, origin(used, f"column:{letter}"),
                    letter, None, sheet=first)  # fmt: skip


def _id(column: Column, understood: Understanding) -> str:
    """By heading, which holds for the next file too; by letter where the heading is blank, stands twice or may mean
    something else."""
    headings = [each.heading for each in understood.columns]
    asked = {question.id for question in understood.asked}
    key = f"column:{column.heading}"
    plain = column.heading.strip() and headings.count(column.heading) == 1 and key not in asked
    return key if plain and column_of(column.heading) is None else f"column:{column.letter}"


def _candidates(column: Column, name: str) -> tuple[str, ...]:
    """What the heading may mean first, then every field."""
    likely = [role.field if role.field != "total" else "stated_total" for role in column.roles]
    known = [field for field in likely if field in FIELDS]
    return tuple(dict.fromkeys((name, *known, *FIELDS, IGNORE, PERSONAL)))


def _evidence(column: Column, name: str) -> tuple[str, ...]:
    texts = [shown(cell) for cell in column.unique[: 4 * _SAMPLES]]
    return tuple([text for text in texts if name != IGNORE or not is_personal(text)][:_SAMPLES])
