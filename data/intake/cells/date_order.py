"""Whether 03/04/2021 is a day in April or in March: decided from the whole column, or asked."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from data.intake.cells.date_text import Reading, read_text

Order = Literal["dmy", "mdy"]
ORDERS: tuple[Order, Order] = ("dmy", "mdy")
_NUMBERS = re.compile(r"\d{1,2}\s*([./-])\s*\d{1,2}")
_DAY_AND_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?= ))[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?"
)
# Up to this share of values that fit only the other order are slips of single rows, and reported as such.
SLIPS = 0.02
_FEWEST_TYPED = 3


def signs(readings: Mapping[str, Mapping[str, Reading]], rows: Mapping[str, int]) -> dict[str, int]:
    """How many rows fit only one order (dmy_only, mdy_only), either, or are written with dots, which are day first."""
    counted: Counter[str] = Counter()
    for text, by_order in readings.items():
        sign = sign_of(text, by_order)
        if sign:
            counted[sign] += rows[text]
    return dict(counted)


def both_ways(texts: Iterable[str]) -> dict[str, dict[str, Reading]]:
    """Every text read in both orders; texts without such numbers are read once, and a day at many hours once too."""
    found, days = {}, dict[str, dict[str, Reading]]()
    for text in texts:
        timed = _DAY_AND_TIME.fullmatch(text)
        day = timed[1] if timed else text
        if day not in days:
            dmy = read_text(day, "dmy")
            days[day] = {"dmy": dmy, "mdy": read_text(day, "mdy") if _NUMBERS.search(day) else dmy}
        found[text] = days[day]
    return found


def sign_of(text: str, by_order: Mapping[str, Reading]) -> str | None:
    dmy, mdy = by_order["dmy"], by_order["mdy"]
    if dmy == mdy:
        return None
    if mdy.first is None:
        return "dmy_only"
    if dmy.first is None:
        return "mdy_only"
    divider = _NUMBERS.search(text)
    # No country writes the month first with dots (CLDR: every M.d.y locale would be here; there is none).
    return "dotted" if divider and divider.group(1) == "." else "either"


def turned_round(evidence: Mapping[str, int], typed: Sequence[date]) -> Order | None:
    """The order in which a column was typed, when a program of the other order has made dates of what it could.

    Texts that fit one order only, none that fits both, and beside them dates none of whose days is above 12: chance
    would do that to three true dates in 1 of 16 files, to six in 1 of 250.
    """
    only = [order for order in ORDERS if evidence.get(f"{order}_only")]
    if len(only) != 1 or evidence.get("either") or len(set(typed)) < _FEWEST_TYPED:
        return None
    return only[0] if all(day.day <= 12 for day in typed) and evidence[f"{only[0]}_only"] >= _FEWEST_TYPED else None


def decide(evidence: Mapping[str, int]) -> tuple[Order | None, bool]:
    """(order, question): the order of the column, and whether a person must say it."""
    dmy = evidence.get("dmy_only", 0) + evidence.get("dotted", 0)
    mdy = evidence.get("mdy_only", 0)
    either = evidence.get("either", 0)
    if dmy and mdy <= SLIPS * dmy:
        return "dmy", False
    if mdy and dmy <= SLIPS * mdy:
        return "mdy", False
    return None, either > 0 or (evidence.get("dotted", 0) > 0 and mdy > 0)
