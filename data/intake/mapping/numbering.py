"""Numbers that count rows and nobody: 1, 2, 3 for the victims of each accident."""

from collections.abc import Sequence

import numpy as np

from data.intake.mapping.columns import Column
from data.intake.mapping.words import tokens

_NEARLY_ALL = 0.9
_NUMBER = frozenset(("no", "nr", "num", "number", "numero", "номер", "n", "מספר", "رقم"))


def numbers_the_victims(column: Column, columns: Sequence[Column]) -> bool:
    """Does it run 1, 2, 3 through the rows of each accident, one after another?"""
    numbers = column.counts.n
    for other in columns:
        if other is not column and other.roles and other.roles[0].field in ("incident_id", "date") and other.filled:
            place = other.text.groupby(other.text).cumcount().to_numpy() + 1
            if place.max() > 1 and np.mean(place == numbers) >= _NEARLY_ALL:
                return True
    return False


def is_a_number_of_order(column: Column, columns: Sequence[Column]) -> bool:
    """Headed "No. of the victim", and running from 1 on, through the table or through each accident."""
    words = tokens(column.heading)
    if not column.heading.strip().startswith("№") and words[:1] not in {(word,) for word in _NUMBER}:
        return False
    numbers = column.counts.n
    steps = np.diff(numbers)
    through = len(numbers) > 2 and numbers[0] in (0, 1) and bool(np.mean(steps == 1) >= _NEARLY_ALL)
    return through or numbers_the_victims(column, columns)
