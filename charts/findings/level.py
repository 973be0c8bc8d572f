"""Whether the level changed at one point, said in a sentence or two."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from charts.findings.amounts import chance, not_claimed, row_names
from charts.findings.trend import SEASONS
from charts.sentences import bin_name
from data.statistics.change_point import SHUFFLES, change_point
from data.statistics.low_count import BINS_FOR_A_BREAK, NO_BREAK_UNDER, YEARS_OF_SEASONS


def finding_break(
    counts: Sequence[float], starts: Sequence[date], unit: str, what: str, words: Any, *, accidents: float | None = None
) -> str:  # fmt: skip
    """Whether the level changed at one point; arguments as in finding_trend."""
    seasons = SEASONS[unit]
    found = change_point(counts, seasons, accidents)
    needed = (BINS_FOR_A_BREAK if seasons == 1 else YEARS_OF_SEASONS * seasons, NO_BREAK_UNDER)
    if why := not_claimed("break", found.why, counts, unit, words, needed, accidents):
        return why
    told = {"what": words.say(f"findings.what.{what}"), "chance": chance(found.p, "break", words),
            "method": words.say("findings.method.break" if seasons == 1 else f"findings.method.break.{unit}",
                                shuffles=SHUFFLES)}  # fmt: skip
    if not found.claimed:
        first, last = row_names(starts, unit, words)
        return str(words.say("findings.break.unclear", first=first, last=last, **told))
    sides = {"last": bin_name(starts[found.first - 1], unit, words), "before": _mean(found.before),
             "start": bin_name(starts[found.first], unit, words), "after": _mean(found.after)}  # fmt: skip
    return str(words.say(f"findings.break.clear.{unit}", **sides, **told))


def _mean(value: float) -> float:
    return round(value, 1) if value < 10 else round(value)
