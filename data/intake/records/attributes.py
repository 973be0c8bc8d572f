"""What a row says of its people and its accident, as categories; words that nobody understands are findings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from data.fields import BY_KEY, NOT_STATED
from data.intake.cells.ages import read_age
from data.intake.cells.categories import CategoryColumn, read_categories
from data.intake.cells.category_text import NOT_COUNTED, read_word
from data.intake.mapping.columns import Column
from data.intake.records.cell_text import cell_text
from data.problems import Problem

OF_RECORDS = ("in_official_scope", "verification", "confidence", "device", "activity")
OF_PEOPLE = ("status", "sex", "age_group")


def confirmed(answers: Mapping[str, Any], field: str) -> dict[str, str]:
    """Words that a person has explained: the answer `words:<field>` maps word to category."""
    words = answers.get(f"words:{field}")
    allowed = (*BY_KEY[field].categories, NOT_COUNTED) if field == "outcome" else BY_KEY[field].categories
    return {str(word): meant for word, meant in words.items() if meant in allowed} if isinstance(words, Mapping) else {}


def read(field: str, column: Column, answers: Mapping[str, Any]) -> CategoryColumn:
    """The column as categories of the field."""
    return read_categories(field, column.cells, confirmed(answers, field))


def unread_words(
    field: str, column: Column, read_as: CategoryColumn, sheets: Sequence[str], rows: Sequence[int]
) -> Iterator[Problem]:
    """One finding per word that is not understood, at the first row that has it."""
    for word, where in read_as.unread.items():
        first = int(where.positions[0])
        yield Problem(
            "word_not_understood", sheet=sheets[first], row=int(rows[first]), column=column.letter_at(first),
            field=field, value=str(word), suggestion=where.suggestion, params={"count": len(where.positions)},
        )  # fmt: skip


def codes(field: str, values: Any) -> np.ndarray:
    """int8 codes in the order of the field's categories."""
    return np.asarray(pd.Categorical(values, categories=list(BY_KEY[field].categories)).codes, dtype=np.int8)


def of_everyone(field: str, read_as: CategoryColumn) -> np.ndarray:
    """Codes of what holds for all people of a row."""
    return codes(field, read_as.values)


def age_groups(column: Column) -> np.ndarray:
    """Codes of child, adult, unknown or not stated, from ages in years, ranges or words; -1 is not stated."""
    categories = BY_KEY["age_group"].categories
    by_cell = {cell: categories.index(_age_group(cell)) for cell in set(column.cells)}
    return np.array([by_cell[cell] for cell in column.cells], dtype=np.int8)


def _age_group(cell: Any) -> str:
    text = cell_text(cell)
    return NOT_STATED if text.startswith("-") else read_age(text) or read_word("age_group", text) or NOT_STATED
