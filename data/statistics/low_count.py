"""Below which counts nothing is claimed, and how a change is then said."""

from dataclasses import dataclass

# One person more or less moves a share of ten by ten points: below that a percentage says more than is known.
NO_PERCENT_UNDER = 10
# Ten cases in six bins: fewer leave most bins empty, and what is left is the order of single accidents.
NO_TREND_UNDER = 10
# Ten a side, as for a percentage.
NO_BREAK_UNDER = 20
# Five yearly bins show a trend only in perfect order (2 of 120 orders); from six on, one out of order is allowed.
BINS_FOR_A_TREND = 6
# 3 of 8 bins can be chosen in 56 ways: with fewer bins no break could ever be rarer than 1 of 20.
BINS_FOR_A_BREAK = 8
# Months and quarters are compared with the same months of other years, of which there must be a few.
YEARS_OF_SEASONS = 3
# By the names under which sentences give them.
LIMITS = {
    "percent": NO_PERCENT_UNDER,
    "trend": NO_TREND_UNDER,
    "break": NO_BREAK_UNDER,
    "trend_years": BINS_FOR_A_TREND,
    "break_years": BINS_FOR_A_BREAK,
    "years": YEARS_OF_SEASONS,
}


@dataclass(frozen=True, slots=True)
class Change:
    """From `earlier` to `later`; `percent` (+12.5, -40) is None where the base is too small to say one."""

    earlier: float
    later: float
    percent: float | None


def change(earlier: float, later: float, exposures: tuple[float, float] = (1.0, 1.0)) -> Change:
    """The change between two counts; of their rates, where `exposures` differ. No percentage under NO_PERCENT_UNDER."""
    if earlier < NO_PERCENT_UNDER:
        return Change(earlier, later, None)
    return Change(earlier, later, 100 * (later / exposures[1] / (earlier / exposures[0]) - 1))


def may_have_percent(base: float) -> bool:
    return base >= NO_PERCENT_UNDER
