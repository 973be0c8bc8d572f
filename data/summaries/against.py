"""Published running totals against single cases: what each statement says and what is recorded up to the same date.

Running totals are never added up, and differenced only between statements of one counter, scope and beginning.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from data.summaries.case_line import CaseLine
from data.summaries.statements import Statement

# Days without any statement from which on a stretch is named: a quarter.
LONG_SILENCE = 92
# What sources write where they name no counter: two such statements need not be of one.
UNNAMED = frozenset({"", "-", "not named", "not stated", "unknown", "ikke oppgitt", "ukjent"})
Kind = Literal["falls", "same_day_own", "same_day_other", "below_other", "own_parts", "more_recorded", "more_between"]


@dataclass(frozen=True)
class Conflict:
    """`value` of `statement` cannot be right beside `beside`, which `other` says (None: which is recorded).

    falls: an earlier statement of the counter says more. below_other: an earlier one of another counter does.
    own_parts: its own killed and injured add up to `beside`, not to its total.
    same_day_own, same_day_other: one of the same day says otherwise. more_recorded: more cases are recorded up to it;
    more_between: more since `other` than the total rose by (`value`), which may be a matter of late counting.
    """

    kind: Kind
    statement: Statement
    value: float
    beside: float
    other: Statement | None = None


@dataclass(frozen=True)
class Held:
    """One statement against the cases. `perhaps`: people who may belong to `recorded` too, by their dates.

    `recorded` None: the cases do not cover that long. `previous` is the statement of the same counter before it;
    `risen` and `recorded_between` are what lies between the two, None where there is none or it is not covered.
    `at_least`: some of the records do not say how many, so `recorded` is a lower bound; so `between_at_least`.
    """

    statement: Statement
    published: float
    recorded: float | None
    perhaps: float
    previous: Statement | None = None
    risen: float | None = None
    recorded_between: float | None = None
    conflicts: tuple[Conflict, ...] = field(default=())
    at_least: bool = False
    between_at_least: bool = False

    @property
    def gap(self) -> float | None:
        return None if self.recorded is None else self.published - self.recorded


def held_against(
    told: Collection[tuple[Statement, float]], line: CaseLine, covered_to: date | None
) -> list[Held]:  # fmt: skip
    """By date. `told` are dated statements of one scope and beginning with the number that each gives."""
    ordered = sorted(told, key=lambda pair: (pair[0].first, pair[0].position))
    found, before = [], dict[str, tuple[Statement, float]]()
    for one, value in ordered:
        certain = line.certain(one.since, one.first) if _covered(one, covered_to) else None
        perhaps = 0.0 if certain is None else line.possible(one.since, one.last) - certain
        previous, said = before.get(counter_of(one), (None, 0.0)) if counter_of(one) else (None, 0.0)
        if previous is not None and previous.last >= one.first:
            previous = None  # Between two statements of one day nothing can have happened.
        risen = None if previous is None else value - said
        between, between_least = None, False
        if previous is not None and certain is not None:
            begin = previous.last + timedelta(days=1)
            between, between_least = line.certain(begin, one.first), line.is_minimum(begin, one.first)
        conflicts = (
            *_conflicts(one, value, ordered),
            *_own_parts(one, value),
            *_more_recorded(one, value, certain, previous, risen, between),
        )
        least = certain is not None and line.is_minimum(one.since, one.first)
        found.append(Held(one, value, certain, perhaps, previous, risen, between, conflicts, least, between_least))
        # Of two statements of one day the later in the file is the newer.
        before[counter_of(one)] = (one, value)
    return found


def silences(days: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The stretches of LONG_SILENCE days and more between statements (first, last possible day), as (last, next)."""
    found, until = list[tuple[date, date]](), None
    for first, last in sorted(days):
        if until is not None and (first - until).days >= LONG_SILENCE:
            found.append((until, first))
        until = last if until is None else max(until, last)
    return found


def _covered(one: Statement, covered_to: date | None) -> bool:
    return covered_to is None or one.first <= covered_to


def counter_of(one: Statement) -> str:
    """The counter as it is compared, "" where none is named."""
    text = one.counted_by.casefold().strip()
    return "" if text in UNNAMED else text


def _one_counter(one: Statement, other: Statement) -> bool:
    return bool(counter_of(one)) and counter_of(one) == counter_of(other)


def _conflicts(
    one: Statement, value: float, ordered: list[tuple[Statement, float]]
) -> Iterator[Conflict]:  # fmt: skip
    """Against the statements before it: each pair is told once, at the later of the two."""
    earlier = [(other, said) for other, said in ordered if other.last < one.first and said > value]
    own = [(said, other) for other, said in earlier if _one_counter(one, other)]
    foreign = [(said, other) for other, said in earlier if not _one_counter(one, other)]
    kinds: tuple[tuple[Kind, list[tuple[float, Statement]]], ...] = (("falls", own), ("below_other", foreign))
    for kind, above in kinds:
        if above:
            # The newest of those that say most.
            said, other = max(above, key=lambda pair: (pair[0], pair[1].first))
            yield Conflict(kind, one, value, said, other)
    for other, said in ordered:
        same = (other.first, other.last) == (one.first, one.last) and other.position < one.position
        if same and said != value:
            kind = "same_day_own" if _one_counter(one, other) else "same_day_other"
            yield Conflict(kind, one, value, said, other)


def _own_parts(one: Statement, value: float) -> Iterator[Conflict]:
    """The total of a statement against its own killed and injured, where it gives all three."""
    killed, injured = one.value("killed"), one.value("injured")
    if one.total == value and killed is not None and injured is not None and killed + injured != value:
        yield Conflict("own_parts", one, value, killed + injured)


def _more_recorded(
    one: Statement, value: float, certain: float | None, previous: Statement | None, risen: float | None,
    between: float | None,
) -> Iterator[Conflict]:  # fmt: skip
    if certain is not None and certain > value:
        yield Conflict("more_recorded", one, value, certain)
    # A total that falls is told as such.
    if previous is not None and risen is not None and between is not None and between > risen >= 0:
        yield Conflict("more_between", one, risen, between, previous)
