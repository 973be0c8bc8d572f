"""How findings say a count, a percentage and a chance."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from charts.sentences import bin_name
from data.statistics.two_counts import one_in

# Chance is said in numbers up to here: exact tests are not that exact about the world.
MOST = 1000


def counted(n: float, what: str, words: Any, at_least: bool = False) -> str:
    """41 accidents, at least 58 killed. `what` is accidents, casualties, killed or injured."""
    text = words.say("findings.accidents", count=n) if what == "accidents" else words.say(f"charts.{what}", count=n)
    return str(words.say("charts.at_least", number=text) if at_least else text)


def bare(n: float, words: Any, at_least: bool = False) -> str:
    """41, at least 58."""
    return str(words.say("charts.at_least", number=n) if at_least else words.number(n))


def percent(share: float) -> float:
    """A share as a percentage, whole; near 0 and 100 with a decimal, so that some are never said to be none."""
    exact = share * 100
    return round(exact, 1) if 0 < exact < 1 or 99 < exact < 100 else round(exact)


def chance(p: float, kind: str, words: Any) -> str:
    """How often chance alone gives as much. `kind` is change, trend or break."""
    if p > 0.5:
        return str(words.say(f"findings.chance.{kind}.often"))
    if p * MOST < 1:
        return str(words.say(f"findings.chance.{kind}.rare", most=MOST))
    return str(words.say(f"findings.chance.{kind}.about", times=one_in(p)))


def not_claimed(
    kind: str, why: str, counts: Sequence[float], unit: str, words: Any, needed: tuple[int, int],
    accidents: float | None,
) -> str:  # fmt: skip
    """Why no trend (break) is claimed at all, "" where it can be looked for. `needed`: bins, and accidents."""
    bins, cases = needed
    if why == "few_bins":
        had = words.say(f"findings.bins.{unit}", count=len(counts))
        return str(words.say(f"findings.{kind}.few_bins", had=had, needed=bins))
    if why == "few_cases":
        had = counted(sum(counts) if accidents is None else accidents, "accidents", words)
        return str(words.say(f"findings.{kind}.few_cases", had=had, needed=cases))
    return str(words.say(f"findings.{kind}.alike.{unit}")) if why == "alike" else ""


def row_names(starts: Any, unit: str, words: Any) -> tuple[str, str]:
    """The first and the last bin in words."""
    first: date
    last: date
    first, last = starts[0], starts[-1]
    return bin_name(first, unit, words), bin_name(last, unit, words)
