"""How many people each accident killed or injured: accidents by size, their mean and median, and the largest ones."""

from dataclasses import dataclass

import numpy as np

from data.fields import INCIDENT_SIZES, NOT_STATED
from data.frame import Frame
from data.summaries.accidents import accident_numbers
from data.summaries.columns import INJURED, KILLED
from data.summaries.selected import Selected


@dataclass(frozen=True, slots=True)
class Accidents:
    """Accidents with a selected record. All sums are of everybody in them; `incomplete` of them tell only a minimum."""

    number: int
    casualties: float
    killed: float
    injured: float
    incomplete: int


@dataclass(frozen=True, slots=True)
class Large:
    """One accident: the position of its first selected record, and everybody in it."""

    position: int
    size: str
    casualties: float
    killed: float
    injured: float
    incomplete: bool


@dataclass(frozen=True)
class IncidentSizes:
    """`by_size` has one entry for each of INCIDENT_SIZES. `mean` and `median` are over those whose number is recorded,
    None without any; with `at_least` some of these tell only a minimum. `largest` has the largest first.
    """

    by_size: dict[str, Accidents]
    recorded: int
    mean: float | None
    median: float | None
    at_least: bool
    largest: tuple[Large, ...]


def incident_sizes(frame: Frame, selected: Selected, most: int = 10) -> IncidentSizes:
    """The accidents of which something is selected; of them, the `most` largest with two casualties or more."""
    own = selected.columns
    numbers = accident_numbers(frame)
    people = own.per_record.T
    if numbers is None:  # every record is an accident of its own
        numbers, count = np.arange(own.size), own.size
    else:
        count = int(numbers.max(initial=-1)) + 1
        people = np.stack([np.bincount(numbers, weights=part, minlength=count) for part in people])
    total = people.sum(axis=0)
    size = np.zeros(count, dtype=np.intp)
    size[numbers] = own.incident_sizes.codes
    incomplete = np.zeros(count, dtype=bool)
    for positions in (*own.missing, *own.partial, own.record.take(own.minima)):
        incomplete[numbers.take(positions)] = True
    first = np.full(count, own.size, dtype=np.int64)
    chosen = np.arange(own.size) if selected.records is None else selected.records
    # Of several records of an accident the first stays: it is written last.
    first[numbers.take(chosen[::-1])] = chosen[::-1]
    seen = np.flatnonzero(first < own.size)
    by_size = {}
    for code, name in enumerate(INCIDENT_SIZES):
        these = seen[size[seen] == code]
        by_size[name] = Accidents(
            len(these), float(total[these].sum()), float(people[KILLED, these].sum()),
            float(people[INJURED, these].sum()), int(incomplete[these].sum()),
        )  # fmt: skip
    recorded = seen[size[seen] != INCIDENT_SIZES.index(NOT_STATED)]
    order = _largest(recorded, total, most)
    return IncidentSizes(
        by_size,
        len(recorded),
        float(total[recorded].mean()) if len(recorded) else None,
        float(np.median(total[recorded])) if len(recorded) else None,
        bool(incomplete[recorded].any()),
        tuple(
            Large(int(first[one]), INCIDENT_SIZES[size[one]], float(total[one]), float(people[KILLED, one]),
                  float(people[INJURED, one]), bool(incomplete[one]))
            for one in order.tolist()
            if total[one] >= 2
        ),
    )  # fmt: skip


def _largest(recorded: np.ndarray, total: np.ndarray, most: int) -> np.ndarray:
    """The accidents with the highest totals, of equals the first: sorted are only those that can be among them."""
    sizes = total[recorded]
    if len(sizes) > most:
        recorded = recorded[sizes >= np.partition(sizes, -most)[-most]]
    return recorded[np.argsort(-total[recorded], kind="stable")][:most]
