"""What one record says of people: its counts one by one, and killed, injured and others as amounts."""

from dataclasses import dataclass

import numpy as np

from data.fields import OUTCOMES
from data.frame import Frame
from data.summaries.amounts import NOT_RECORDED, Amount
from data.summaries.columns import columns_of


@dataclass(frozen=True, slots=True)
class Count:
    """People of one outcome, status, sex and age. `low` and `high` are None where the number is no range."""

    outcome: str
    status: str
    sex: str
    age_group: str
    n: float
    low: float | None
    high: float | None

    @property
    def at_least(self) -> bool:
        """Whether the source gives a range or a minimum, of which `n` is the best or the lower figure."""
        return self.low is not None or self.high is not None


def counts_of(frame: Frame, position: int) -> list[Count]:
    """In the order of the outcomes, as they stand in the file; a count of nobody is one too (0 killed)."""
    part = frame.counts.iloc[np.sort(columns_of(frame).counts_at(position))]
    names = part[["outcome", "status", "sex", "age_group"]].astype("str").to_numpy()
    numbers = part[["n", "n_min", "n_max"]].to_numpy(dtype=np.float64)
    found = [
        Count(outcome, status, sex, age_group, float(n), _bound(low), _bound(high))
        for (outcome, status, sex, age_group), (n, low, high) in zip(names.tolist(), numbers, strict=True)
    ]
    return sorted(found, key=lambda one: OUTCOMES.index(one.outcome))


def amounts_of(frame: Frame, position: int) -> dict[str, Amount]:
    """Outcome -> number of people. Killed and injured are always there, perhaps not recorded; the others where any."""
    counts, amounts = counts_of(frame, position), dict[str, Amount]()
    for outcome in OUTCOMES:
        own = [one for one in counts if one.outcome == outcome]
        number = sum(one.n for one in own)
        if outcome in ("killed", "injured"):
            basis = str(frame.records[f"{outcome}_basis"].iloc[position])
            silent = basis == "not_recorded" and not number
            least = basis == "partial" or any(one.at_least for one in own)
            amounts[outcome] = NOT_RECORDED if silent else Amount(number, least)
        elif number:
            amounts[outcome] = Amount(number, any(one.at_least for one in own))
    return amounts


def _bound(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
