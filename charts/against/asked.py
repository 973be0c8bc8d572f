"""What is compared of published totals and recorded cases: which statements, since when, and what is left out."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from charts.asked import Asked
from charts.sentences import source_text
from data.frame import Edition, Frame
from data.selection import Selection
from data.summaries.against import Held, held_against
from data.summaries.case_line import CaseLine, case_line
from data.summaries.coverage import CASES
from data.summaries.statements import Statement, main_scope, statements_of


@dataclass(frozen=True)
class Compared:
    """What is drawn. `told` are the dated statements of the period and counters asked for that can be compared."""

    of: str
    since: date | None
    held: list[Held]
    told: list[Statement]
    line: CaseLine
    notes: list[str]


def frames_of(edition: Edition, key: str) -> tuple[Frame, Frame] | None:
    """(running totals, cases that say which of them lie in their scope); `key` names either of them, or "" none."""
    for recorded in edition.frames.values():
        totals = edition.frames.get(recorded.dataset.official_scope_of or "")
        if totals is None or recorded.dataset.layout not in CASES or totals.dataset.layout != "running_totals":
            continue
        if key in ("", recorded.dataset.key, totals.dataset.key):
            return totals, recorded
    return None


def _measure(selection: Selection, chosen: str) -> str:
    """What is counted: the option, unless the filter on outcomes leaves only killed, or only injured."""
    passing = [outcome for outcome in ("killed", "injured") if selection.passes("outcome", outcome)]
    return chosen if len(passing) == 2 else passing[0] if passing else ""


def _number(one: Statement, of: str, status: frozenset[str]) -> float | None:
    """The whole number that a statement gives, None where it does not or where it is a minimum only."""
    if not status:
        return one.value(of)
    amounts = [one.of_status(outcome, status) for outcome in ("killed", "injured") if of in (outcome, "casualties")]
    whole = [None if amount.at_least else amount.n for amount in amounts]
    return None if None in whole else sum(n for n in whole if n is not None)


def compared(totals: Frame, recorded: Frame, asked: Asked) -> Compared:
    selection, words = asked.selection, asked.words
    of, status = _measure(selection, asked.options["of"]), selection.among("status")
    every = statements_of(totals)
    in_time = [one for one in every if one.start and _inside(one, selection)]
    counters = {one.counted_by for one in every}
    limited = by_counter(selection, counters)
    own = [one for one in in_time if not limited or selection.passes("counted_by", one.counted_by)]
    scoped = [one for one in own if one.is_main_scope]
    since = _beginning(scoped)
    begun = [one for one in scoped if one.since in (None, since)]
    # An unknown beginning is taken to be that of the others.
    begun = [replace(one, since=since) for one in begun]
    said = [(one, value) for one in begun if of and (value := _number(one, of, status)) is not None]
    line = case_line(recorded, of or "casualties", status)
    held = held_against(said, line, recorded.dataset.covered_to)
    counted = {"undated": sum(not one.start for one in every) if not selection.limited_in_time else 0,
               "other_begin": len(scoped) - len(begun), "silent": len(begun) - len(said)}  # fmt: skip
    notes = [
        words.say(f"published_against_recorded.note_{name}", count=count) for name, count in counted.items() if count
    ]
    if others := sorted({source_text("scope", one.scope, words) for one in own if not one.is_main_scope}):
        main = source_text("scope", main_scope([one.scope for one in every]), words)
        main = main or words.say("value.district.not_stated")
        told = {"count": len(own) - len(scoped), "scopes": words.list(others), "main": main}
        notes.append(words.say("published_against_recorded.note_scope", **told))
    return Compared(of, since, held, [one for one, _ in said], line, notes)


def _inside(one: Statement, selection: Selection) -> bool:
    after = selection.date_from is None or one.first >= selection.date_from
    return after and (selection.date_to is None or one.last <= selection.date_to)


def by_counter(selection: Selection, counters: set[str]) -> bool:
    """Whether the filter on counters is about those of the statements."""
    named = selection.counted_by | selection.left_out("counted_by")
    return bool(named & counters)


def _beginning(scoped: list[Statement]) -> date | None:
    days = [one.since for one in scoped if one.since]
    return max(dict.fromkeys(days), key=days.count, default=None)


def window(found: Compared, asked: Asked, recorded: Frame) -> tuple[date, date, date]:
    """First and last day of the axis, and the day to which the cases reach."""
    first = asked.selection.date_from or found.since or min(one.first for one in found.told)
    last = max(one.last for one in found.told)
    until = recorded.dataset.covered_to
    if asked.selection.date_to is None and until and until > last:
        last = until
    return max(first, found.since) if found.since else first, last, min(last, until) if until else last


def newest(held: list[Held]) -> Held:
    """The newest that can be compared."""
    return next((one for one in reversed(held) if one.recorded is not None), held[-1])


def people(of: str, value: float, words: Any) -> str:
    return str(words.say("charts.casualties" if of == "casualties" else f"charts.{of}", count=value))
