"""What readers would see change if a dataset were gone: bound figures of the text, and the key numbers."""

from dataclasses import dataclass, replace

from data.frame import Edition
from data.summaries.key_numbers import key_numbers
from data.summaries.statements import Statement, resolve_statement
from texts import awareness


@dataclass(frozen=True)
class Moved:
    """A bound figure of the text in one language: its statement now, and its value then, None where there is none."""

    language: str
    outcome: str
    value: float
    statement: Statement
    after: float | None


def without(edition: Edition, key: str) -> Edition:
    return replace(edition, frames={name: frame for name, frame in edition.frames.items() if name != key})


def moved_figures(edition: Edition, key: str) -> list[Moved]:
    """The figures of the text, in every language, that would change or be lost without the dataset."""
    then, moved = without(edition, key), []
    for language, markdown in edition.texts.items():
        for binding in dict.fromkeys(awareness.bindings(markdown)):
            asked = (binding.kind, binding.outcome, binding.counted_by, binding.as_of)
            statement, after = resolve_statement(edition, *asked), resolve_statement(then, *asked)
            value = statement.value(binding.outcome) if statement else None
            other = after.value(binding.outcome) if after else None
            if statement is not None and value is not None and other != value:
                moved.append(Moved(language, binding.outcome, value, statement, other))
    return moved


def key_numbers_after(edition: Edition, key: str) -> str:
    """ "" when they stay as they are, else `changed` or `gone`."""
    before, after = key_numbers(edition), key_numbers(without(edition, key))
    if before is None or (after and after.statement.record_id == before.statement.record_id):
        return ""
    return "changed" if after else "gone"
