"""What a draft comes to: its figures in words, what the last change did to them, and the small chart's place."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from charts.sentences import amount, recorded
from data.intake.effect import COMPARED, Effect, Figure, figures
from data.summaries.amounts import Amount

OUTCOMES = ("killed", "injured")


def draft_effect(found: Effect, before: Mapping[str, Any] | None, words: Any) -> dict[str, Any]:
    """`figures`: label, value, notes; `line`: the few that matter in one sentence; `changes` since `before`.

    `before` is data.intake.effect.figures() of the reading before the last change, None where nothing was changed.
    """
    shown = _running(found, words) if found.layout == "running_totals" else _sums(found, words)
    changes = None if before is None else _changes(before, figures(found), words)
    return {
        "read_as": words.say(f"understood.layout.{found.layout}") if found.layout else "",
        "about": _about(found, words),
        "figures": [*shown, *_time(found, words)],
        "line": " · ".join(f"{each['label']} {each['value']}" for each in _first_of(shown)),
        "changed": changes is not None,
        "changes": changes or [],
    }


def _first_of(shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in shown if each["key"] in ("records", *OUTCOMES)]


def _about(found: Effect, words: Any) -> str:
    """Why there is no sum of running totals, and which statement the figures are from."""
    if found.layout != "running_totals":
        return ""
    if found.as_of is None:
        return words.say("understood.running.none")
    return words.say("understood.running.latest", as_of=found.as_of)


def _figure(key: str, value: str, words: Any, *notes: str, told: bool = True) -> dict[str, Any]:
    label = words.say(f"understood.figure.{key}")
    return {"key": key, "label": label, "value": value, "notes": [note for note in notes if note], "told": told}


def _records(found: Effect, words: Any) -> dict[str, Any]:
    left = words.say("understood.rows_left_out", count=found.left_out) if found.left_out else ""
    return _figure("records", words.number(found.records), words, left)


def _sums(found: Effect, words: Any) -> list[dict[str, Any]]:
    shown = [_records(found, words)]
    shown += [_outcome(key, getattr(found, key), words) for key in OUTCOMES]
    for key in ("unknown_outcome", "not_split"):
        if getattr(found, key):
            shown.append(_figure(key, words.number(getattr(found, key)), words))
    return shown


def _outcome(key: str, figure: Figure, words: Any) -> dict[str, Any]:
    if figure.n is None:
        return _figure(key, recorded(None, words), words, told=False)
    notes = []
    if figure.low is not None and figure.high is not None:
        notes.append(words.say("understood.between", low=figure.low, high=figure.high))
    if figure.without:
        notes.append(words.say("understood.rows_without", count=figure.without))
    if figure.partial:
        notes.append(words.say("understood.rows_partial", count=figure.partial))
    return _figure(key, amount(Amount(figure.n, figure.at_least), words), words, *notes)


def _running(found: Effect, words: Any) -> list[dict[str, Any]]:
    """The latest statement; never a sum."""
    shown = [_figure("statements", words.number(found.records), words)]
    if found.as_of is None:
        return shown
    for key, value in (("killed", found.killed.n), ("injured", found.injured.n), ("casualties", found.casualties)):
        shown.append(_figure(key, recorded(value, words), words, told=value is not None))
    return shown


def _time(found: Effect, words: Any) -> list[dict[str, Any]]:
    if found.first is None or found.last is None:
        return [_figure("dates", words.say("understood.no_dates"), words, told=False)]
    shown = [_figure(key, words.date(day), words) for key, day in (("first", found.first), ("last", found.last))]
    return [*shown, *([_figure("undated", words.number(found.undated), words)] if found.undated else [])]


def _changes(before: Mapping[str, Any], now: Mapping[str, Any], words: Any) -> list[str]:
    """What is another figure now than before, each as "Killed: 70 → 68"."""
    found = []
    if before.get("layout") != now["layout"]:
        names = [words.say(f"understood.layout.{each or 'none'}") for each in (before.get("layout"), now["layout"])]
        found.append(
            words.say("understood.changed", what=words.say("understood.menu.layout"), before=names[0], after=names[1])
        )
    for key in COMPARED:
        values = [_said(key, each, words) for each in (before, now)]
        if values[0] != values[1]:
            what = words.say(f"understood.figure.{key}")
            found.append(words.say("understood.changed", what=what, before=values[0], after=values[1]))
    return found


def _said(key: str, figures: Mapping[str, Any], words: Any) -> str:
    value = figures.get(key)
    if key in ("first", "last", "as_of"):
        return words.date(date.fromisoformat(value)) if value else words.say("understood.no_date")
    return amount(Amount(value, key in figures.get("at_least", ())), words)
