"""The page of text that `python -m data check` prints: what was understood, what is asked, what was found."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from data.intake.report import report
from data.intake.result import Intake
from data.problems import Problem, Severity, field_name, sentence

SHOWN_OF_A_KIND = 12
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def page(intake: Intake, words: Any) -> str:
    """Everything that the JSON holds and a person wants to read, in the language of `words`."""
    if intake.refused:
        return words.say(intake.refused, **intake.refused_params)
    found = report(intake, words)
    blocks = [
        _opening(intake, words), _figures(found, words), _time(intake, found, words), _columns(intake, words),
        _left_out(intake, words), _questions(intake, found, words), _findings(intake, words),
    ]  # fmt: skip
    return "\n\n".join("\n".join(block) for block in map(list, blocks) if block)


def _opening(intake: Intake, words: Any) -> Iterator[str]:
    yield intake.file
    yield from intake.title
    rows = ", ".join(str(row) for row in intake.heading_rows)
    yield words.say("cli.sheets", sheets=", ".join(intake.sheets), count=len(intake.heading_rows), rows=rows)
    yield words.say(f"cli.layout.{intake.layout}", count=len(intake.records))


def _figures(found: dict[str, Any], words: Any) -> Iterator[str]:
    """Sums, or for running totals the latest statement: never a sum."""
    if found["layout"] == "running_totals":
        yield from _latest(found["latest"], words)
        return
    for key in ("killed", "injured"):
        if found[key] is None:
            yield words.say(f"cli.{key}.not_recorded")
            continue
        yield words.say(f"cli.{key}", count=found[key])
        if found[f"{key}_min"] is not None:
            yield "  " + _range(found[f"{key}_min"], found[f"{key}_max"], words)
        if found["not_recorded"][key]:
            yield "  " + words.say("cli.rows_without", count=found["not_recorded"][key])
    for key in ("unknown_outcome", "not_split"):
        if found[key]:
            yield words.say(f"cli.{key}", count=found[key])


def _range(low: float, high: float | None, words: Any) -> str:
    return words.say("cli.at_least", low=low) if high is None else words.say("cli.between", low=low, high=high)


def _latest(latest: dict[str, Any] | None, words: Any) -> Iterator[str]:
    if latest is None:
        yield words.say("cli.latest.none")
        return
    parts = {
        key: "–" if latest[key] is None else words.number(latest[key]) for key in ("killed", "injured", "casualties")
    }
    yield words.say("cli.latest", as_of=_date(latest["as_of"], words), **parts)


def _date(text: str, words: Any) -> str:
    return words.date(date.fromisoformat(text))


def _time(intake: Intake, found: dict[str, Any], words: Any) -> Iterator[str]:
    if found["first_date"]:
        yield words.say("cli.dates", first=_date(found["first_date"], words), last=_date(found["last_date"], words))
    if found["undated"]:
        yield words.say("cli.undated", count=found["undated"])


def _columns(intake: Intake, words: Any) -> Iterator[str]:
    yield words.say("cli.columns")
    width = max((len(mapped.heading) for mapped in intake.mapping.values()), default=0)
    for field, mapped in intake.mapping.items():
        sure = "" if mapped.confidence >= 0.6 else "  " + words.say("cli.unsure")
        yield f"  {mapped.column:>3}  {mapped.heading:<{min(width, 45)}}  {field_name(field, words)}{sure}"
    for dropped in intake.dropped_personal:
        yield f"  {dropped.column:>3}  " + words.say("cli.dropped", heading=dropped.heading)


def _left_out(intake: Intake, words: Any) -> Iterator[str]:
    for reason, count in Counter(each.reason for each in intake.excluded).items():
        rows = [str(each.row) for each in intake.excluded if each.reason == reason]
        shown = ", ".join(rows[:SHOWN_OF_A_KIND]) + (" …" if len(rows) > SHOWN_OF_A_KIND else "")
        yield words.say(f"cli.left_out.{reason}", count=count, rows=shown)


def _questions(intake: Intake, found: dict[str, Any], words: Any) -> Iterator[str]:
    remembered = [key for key, origin in intake.answers.items() if origin == "remembered"]
    if remembered:
        yield words.say("cli.remembered", count=len(remembered), ids=", ".join(remembered))
    if not intake.questions:
        return
    yield words.say("cli.questions", count=len(intake.questions))
    for question in found["questions"]:
        yield f"  {question['sentence']}"
        yield f"    {words.say('cli.answer', id=question['id'], candidates=', '.join(question['candidates']))}"
        if question["evidence"]:
            yield f"    {'; '.join(question['evidence'])}"


def _findings(intake: Intake, words: Any) -> Iterator[str]:
    counts = Counter(problem.severity for problem in intake.problems)
    if not counts:
        yield words.say("cli.no_findings")
        return
    for severity in _SEVERITIES:
        if counts[severity]:
            yield words.say(f"cli.findings.{severity}", count=counts[severity])
            yield from _of(severity, intake, words)


def _of(severity: str, intake: Intake, words: Any) -> Iterator[str]:
    """The first of each kind; how many more there are is said."""
    by_kind: dict[str, list[Problem]] = {}
    for problem in intake.problems:
        if problem.severity == severity:
            by_kind.setdefault(problem.kind, []).append(problem)
    for problems in by_kind.values():
        for problem in problems[:SHOWN_OF_A_KIND]:
            yield f"  {sentence(problem, words, intake.file)}"
        if len(problems) > SHOWN_OF_A_KIND:
            yield "  " + words.say("cli.more_findings", count=len(problems) - SHOWN_OF_A_KIND)
