"""How many people each accident killed or injured: accidents by size, their mean and median, and the largest ones."""

from dataclasses import dataclass

import numpy as np

from data.fields import INCIDENT_SIZES, NOT_STATED
from data.frame import Frame
from data.summaries.accidents import accident_numbers
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.columns import INJURED, KILLED, Columns
from data.summaries.selected import Selected


@dataclass(frozen=True, slots=True)
class Accidents:
    """Accidents with a selected record. All sums are of everybody in them; `incomplete` of them tell only a minimum."""

    number: int
    casualties: Amount
    killed: Amount
    injured: Amount
    incomplete: int


@dataclass(frozen=True, slots=True)
class Large:
    """One accident: the position of its first selected record, and everybody in it."""

    position: int
    size: str
    casualties: Amount
    killed: Amount
    injured: Amount


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
    unsure, silent = _unsure(own, numbers, count, people)
    incomplete: np.ndarray = np.logical_or(*unsure)
    first = np.full(count, own.size, dtype=np.int64)
    chosen = np.arange(own.size) if selected.records is None else selected.records
    # Of several records of an accident the first stays: it is written last.
    first[numbers.take(chosen[::-1])] = chosen[::-1]
    seen = np.flatnonzero(first < own.size)
    by_size = {}
    for code, name in enumerate(INCIDENT_SIZES):
        these = seen[size[seen] == code]
        killed, injured = (_sum(people[o, these], unsure[o, these], silent[o, these]) for o in (KILLED, INJURED))
        everybody = _sum(total[these], incomplete[these], np.logical_and(*silent[:, these]) & (total[these] == 0))
        by_size[name] = Accidents(len(these), everybody, killed, injured, int(incomplete[these].sum()))
    recorded = seen[size[seen] != INCIDENT_SIZES.index(NOT_STATED)]
    order = _largest(recorded, total, most)
    return IncidentSizes(
        by_size,
        len(recorded),
        float(total[recorded].mean()) if len(recorded) else None,
        float(np.median(total[recorded])) if len(recorded) else None,
        bool(incomplete[recorded].any()),
        tuple(
            Large(int(first[one]), INCIDENT_SIZES[size[one]], Amount(float(total[one]), bool(incomplete[one])),
                  *(_sum(people[o, [one]], unsure[o, [one]], silent[o, [one]]) for o in (KILLED, INJURED)))
            for one in order.tolist()
            if total[one] >= 2
        ),
    )  # fmt: skip


def _unsure(own: Columns, numbers: np.ndarray, count: int, people: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Per outcome and accident: whether its number is only a minimum, and whether none of its records says one."""
    unsure: np.ndarray = np.zeros((2, count), dtype=bool)
    silent: np.ndarray = np.zeros((2, count), dtype=bool)
    records = np.bincount(numbers, minlength=count)
    for outcome in (KILLED, INJURED):
        lower = own.record.take(own.minima[own.outcome.take(own.minima) == outcome])
        for positions in (own.missing[outcome], own.partial[outcome], lower):
            unsure[outcome, numbers.take(positions)] = True
        missing = np.bincount(numbers.take(own.missing[outcome]), minlength=count)
        silent[outcome] = (missing >= records) & (records > 0) & (people[outcome] == 0)
    return unsure, silent


def _sum(people: np.ndarray, unsure: np.ndarray, silent: np.ndarray) -> Amount:
    """Of some accidents; not recorded where none of them says how many."""
    if len(people) and silent.all():
        return NOT_RECORDED
    return Amount(float(people.sum()), bool(unsure.any()))


def _largest(recorded: np.ndarray, total: np.ndarray, most: int) -> np.ndarray:
    """The accidents with the highest totals, of equals the first: sorted are only those that can be among them."""
    sizes = total[recorded]
    if len(sizes) > most:
        recorded = recorded[sizes >= np.partition(sizes, -most)[-most]]
    return recorded[np.argsort(-total[recorded], kind="stable")][:most]
