"""The page with the form for one published statement, what is wrong with it, and its place among the earlier ones."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from charts.sentences import source_text
from components.staff_shell import Asked, staff_page
from data.problems import Problem, field_name
from data.problems import sentence as problem_sentence

FIGURES = ("killed", "injured", "casualties")


def statement_page(
    asked: Asked, typed: dict[str, str], datasets: dict[str, Any], menus: dict[str, Sequence[str]],
    wrong: dict[str, str], findings: Sequence[tuple[Problem, bool]], given: Any, neighbours: Any,
) -> Markup:  # fmt: skip
    """`typed` are the fields as they stand; `given`, `findings` and `neighbours` are those of data.statement."""
    words = asked.words
    rows = [
        ("before", neighbours.before),
        *(("same_day", one) for one in neighbours.same_day),
        ("after", neighbours.after),
    ]
    return staff_page(
        "staff/statement.html.j2", asked, words.say("statement.title"), "statement",
        styles=("statement.css",), typed=typed, datasets=datasets, menus=menus, wrong=wrong,
        findings=[(problem.severity, _sentence(problem, mine, words)) for problem, mine in findings],
        neighbours=[(which, one, _differences(one, given, words)) for which, one in rows if one is not None],
        series=bool(given.as_of and given.texts["scope"] and given.texts["counted_by"]),
        since_differs=_since_differs(neighbours, given), figure=lambda one, key: _figure(one, key, words),
        named=lambda key, value: source_text(key, value, words), compared=given.can_be_compared,
    )  # fmt: skip


def _sentence(problem: Problem, mine: bool, words: Any) -> str:
    """In the form's own words where they exist: its rows are nobody's."""
    key = f"statement.found.{problem.kind}" if mine else f"statement.against.{problem.kind}"
    if not words.has(key):
        return problem_sentence(problem, words)
    params = {name: _day(value) for name, value in problem.params.items() if value is not None}
    own = {
        "field": field_name(problem.field, words),
        "value": problem.value or "",
        "suggestion": problem.suggestion or "",
    }
    return words.say(key, **own | params)


def _day(value: Any) -> Any:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _figure(one: Any, key: str, words: Any) -> str:
    value = one.value(key)
    return words.say("statement.not_stated") if value is None else words.number(value)


def _differences(one: Any, given: Any, words: Any) -> list[str]:
    """What the typed statement says more or less than another one; nothing where they count from different days."""
    said: list[str] = []
    if one.since and given.since and one.since != given.since:
        return said
    for key in FIGURES:
        new, old = _typed_value(given, key), one.value(key)
        if new is None or old is None:
            continue
        change = new - old
        kind = "same" if not change else "more" if change > 0 else "less"
        said.append(words.say(f"statement.{kind}.{key}", number=abs(change)))
    return said


def _typed_value(given: Any, key: str) -> int | None:
    killed, injured, total = (given.counts[name] for name in ("killed", "injured", "total"))
    if key != "casualties":
        return killed if key == "killed" else injured
    if total is None and killed is not None and injured is not None:
        return int(killed + injured)
    return None if total is None else int(total)


def _since_differs(neighbours: Any, given: Any) -> date | None:
    """The start day of the statement before, where it is another one."""
    one = neighbours.before or neighbours.after
    differs = one is not None and one.since and given.since and one.since != given.since
    return one.since if differs else None
