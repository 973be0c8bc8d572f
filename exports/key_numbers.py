"""The key numbers: killed, injured and casualties as last published, as of when, by whom, what goes beside."""

from collections.abc import Callable
from typing import Any

from data.fields import STATUSES
from data.summaries.key_numbers import Change, KeyNumbers
from data.summaries.statements import Statement

OUTCOMES = ("killed", "injured", "casualties")
Counter = Callable[[str], str]


def key_numbers(numbers: KeyNumbers | None, words: Any, counter: Counter) -> dict[str, Any]:
    """What the template shows. `counter` names an authority for the reader. Without numbers it says so."""
    if numbers is None:
        empty = {"numbers": [], "newer": "", "change": "", "split": []}
        return {"title": words.say("page.key.title"), "as_of": words.say("page.key.none"), **empty}
    title = "page.key.title_since" if numbers.since else "page.key.title"
    return {
        "title": words.say(title, **({"since": numbers.since} if numbers.since else {})),
        "numbers": [
            (key, words.number(value), words.say(f"page.key.{key}", count=value))
            for key, value in ((outcome, getattr(numbers, outcome)) for outcome in OUTCOMES)
        ],
        "as_of": words.say(
            "page.key.as_of", as_of=_day(numbers.statement, words), counter=counter(numbers.statement.counted_by)
        ),
        "newer": _newer(numbers.newer_total, words, counter),
        "change": _change(numbers.change, words),
        "split": _split(numbers.split, words),
    }


def _day(statement: Statement, words: Any) -> str:
    return words.date(statement.start, statement.precision)


def _newer(statement: Statement | None, words: Any, counter: Counter) -> str:
    """A newer statement that gives only a sum is named, not mixed in."""
    if statement is None:
        return ""
    value, by = statement.value("casualties"), counter(statement.counted_by)
    return words.say("page.key.newer", casualties=value, as_of=_day(statement, words), counter=by)


def _change(change: Change | None, words: Any) -> str:
    """Absolute numbers with their real dates, never a percentage; the sum only where its parts are not both known."""
    if change is None:
        return ""
    known = set(change.values)
    told = known - {"casualties"} if {"killed", "injured"} <= known else known
    parts = [
        words.say(f"page.key.change.{outcome}", before=pair[0], after=pair[1])
        for outcome, pair in change.values.items()
        if outcome in told
    ]
    start, end = _day(change.earlier, words), _day(change.later, words)
    return words.say("page.key.change", start=start, end=end, parts=words.list(parts))


def _split(statement: Statement | None, words: Any) -> list[str]:
    """Of how many, as of when; then a line for each status with its killed and injured."""
    if statement is None or not statement.start:
        return []
    total = statement.value("casualties")
    lines = [words.say("page.key.split", casualties=total, as_of=_day(statement, words))]
    for status in STATUSES:
        killed, injured = (statement.splits.get((status, outcome), 0.0) for outcome in ("killed", "injured"))
        if killed or injured:
            name = words.say(f"value.status.{status}")
            both = {
                "killed": words.say("charts.killed", count=killed),
                "injured": words.say("charts.injured", count=injured),
            }
            lines.append(words.say("page.key.split_line", casualties=killed + injured, status=name, **both))
    return lines
